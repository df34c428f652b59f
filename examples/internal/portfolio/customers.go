package portfolio

import (
	"github.com/partnerrules/partnerrules/agreement"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/cpor"
)

// An Agreement holds the results for all customers under the customer agreement.
type Agreement struct {
	Policy    PolicyNote       `json:"policy"`
	Customers []Customer       `json:"customers"`
	Summary   CustomersSummary `json:"summary"`
}

// A Customer holds the results for one customer.
type Customer struct {
	Name         string                 `json:"name"`
	Tenant       cpor.TenantID          `json:"tenant,omitzero"`
	Facts        agreement.Facts        `json:"facts"`
	Confirmation agreement.Confirmation `json:"confirmation"`
	Orders       []Order                `json:"orders"`

	// CompanyName is the name with which the partner attests through the enhanced API
	// (AGR-48). It is empty if the file does not state it.
	CompanyName string `json:"companyName,omitempty"`

	// CountsThrough is the last day on which the known acceptance counts for
	// purchases. It is zero if the policy has no such day (AGR-45).
	CountsThrough calendar.Date `json:"countsThrough,omitzero"`

	Plan  agreement.PlanAnswer `json:"plan"`  // how to obtain the acceptance
	Steps []string             `json:"steps"` // the steps of Plan, in words
}

// An Order is the decision on an order of a customer, with its reasons in words.
type Order struct {
	agreement.OrderDecision
	Why []Cause `json:"why"`
}

// A CustomersSummary counts customers by their acceptance, and orders by their
// verdicts.
type CustomersSummary struct {
	Customers     int `json:"customers"`
	Accepted      int `json:"accepted"`
	NotAccepted   int `json:"notAccepted"`
	Unknown       int `json:"unknown"`
	NotApplicable int `json:"notApplicable"`

	Orders              int `json:"orders"`
	Allowed             int `json:"allowed"`
	AttestFirst         int `json:"attestFirst"`
	Blocked             int `json:"blocked"`
	Undetermined        int `json:"undetermined"`
	OrdersNotApplicable int `json:"ordersNotApplicable"`
}

// judgeCustomers adds the results for the customers to the report, if there are
// any. It leaves out customers with faults.
func (p *Portfolio) judgeCustomers(r *Report, j *judgment) error {
	if len(p.customers) == 0 {
		return nil
	}
	e := r.Policy.Edition
	policy := policyOf(e, agreement.Baseline, agreement.InForce, j.on)
	r.Agreement = &Agreement{Policy: e.note(policy, agreement.Editions(), j.on), Customers: []Customer{}}
	for _, c := range p.customers {
		if faults := c.faults(j.on); len(faults) > 0 {
			j.faults = append(j.faults, faults...)
			continue
		}
		c.facts.Now = agreement.DateTimestamp(j.on)
		judged, err := judgeCustomer(policy, c)
		if err != nil {
			return err
		}
		r.Agreement.Customers = append(r.Agreement.Customers, judged)
		r.Agreement.Summary.add(judged)
		r.Actions = judged.actions(r.Actions, r.On)
		r.Blocked = judged.blocked(r.Blocked)
	}
	return nil
}

// faults returns a fault for each day of acceptance after the day of the report.
func (c *filedCustomer) faults(on calendar.Date) []*Fault {
	var all []*Fault
	for _, d := range c.past {
		if f := d.fault(on); f != nil {
			all = append(all, f)
		}
	}
	return sortFaults(all)
}

func judgeCustomer(p agreement.Policy, c filedCustomer) (Customer, error) {
	r := Customer{Name: c.name, Tenant: c.tenant, Facts: c.facts, CompanyName: c.companyName, Orders: []Order{}, Steps: []string{}}
	method := agreement.ByAttestation
	for _, kind := range c.orders {
		order, err := p.CheckOrder(kind, c.facts)
		if err != nil {
			return Customer{}, err
		}
		if order.Verdict == agreement.AttestFirst {
			method = agreement.ByOrder
		}
		why := []Cause{}
		for reason := range order.Reasons.All() {
			why = append(why, CauseOf(reason))
		}
		r.Orders = append(r.Orders, Order{order, why})
	}
	var err error
	if r.CountsThrough, err = countsThrough(p, c.facts); err != nil {
		return Customer{}, err
	}
	if r.Confirmation, err = p.CheckAcceptance(c.facts); err != nil {
		return Customer{}, err
	}
	if r.Plan, err = p.MakePlan(method, agreement.Attestation{}, agreement.Submission{CompanyName: c.companyName}, c.facts); err != nil {
		return Customer{}, err
	}
	for step := range r.Plan.Steps() {
		r.Steps = append(r.Steps, step.Message)
	}
	return r, nil
}

// countsThrough returns the last day before the policy requires a newer
// acceptance. It returns the zero Date unless the known acceptance counts now and
// may not count from then on.
func countsThrough(p agreement.Policy, f agreement.Facts) (calendar.Date, error) {
	if !f.Now.UTCDay().Before(p.CutOffFrom) {
		return calendar.Date{}, nil
	}
	now, err := p.CheckOrder(agreement.NewPurchase, f)
	if err != nil {
		return calendar.Date{}, err
	}
	f.Now = agreement.DateTimestamp(p.CutOffFrom)
	then, err := p.CheckOrder(agreement.NewPurchase, f)
	if err != nil || now.Accepted != agreement.Yes || then.Accepted == agreement.Yes {
		return calendar.Date{}, err
	}
	return p.CutOffFrom.AddDays(-1), nil
}

func (s *CustomersSummary) add(c Customer) {
	s.Customers++
	switch {
	case c.Confirmation.NotApplicable:
		s.NotApplicable++
	case c.Confirmation.Accepted == agreement.Yes:
		s.Accepted++
	case c.Confirmation.Accepted == agreement.No:
		s.NotAccepted++
	default:
		s.Unknown++
	}
	for _, o := range c.Orders {
		s.Orders++
		switch o.Verdict {
		case agreement.Allowed:
			s.Allowed++
		case agreement.AttestFirst:
			s.AttestFirst++
		case agreement.Blocked:
			s.Blocked++
		case agreement.OrderNotApplicable:
			s.OrdersNotApplicable++
		default:
			s.Undetermined++
		}
	}
}
