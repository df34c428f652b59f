package portfolio

import (
	"github.com/partnerrules/partnerrules/agreement"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/cpor"
)

// An Agreement is what there is to say of the customers, under the customer
// agreement.
type Agreement struct {
	Policy    PolicyNote       `json:"policy"`
	Customers []Customer       `json:"customers"`
	Summary   CustomersSummary `json:"summary"`
}

// A Customer is what there is to say of one customer.
type Customer struct {
	Name         string                 `json:"name"`
	Tenant       cpor.TenantID          `json:"tenant,omitzero"`
	Facts        agreement.Facts        `json:"facts"`
	Confirmation agreement.Confirmation `json:"confirmation"`
	Orders       []Order                `json:"orders"`
	Course       agreement.Course       `json:"course"` // what is to be done for its acceptance
	Steps        []string               `json:"steps"`
}

// An Order is what there is to say of an order of a customer.
type Order struct {
	agreement.Order
	Message string `json:"message,omitzero"`
	Remedy  string `json:"remedy,omitzero"`
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

// agreementPolicy returns the policy for a day, and the days for which it is
// known to hold.
func (e Edition) agreementPolicy(on calendar.Date) (agreement.Policy, calendar.Period) {
	if e == InForce {
		policy, _ := agreement.InForce(on)
		return policy, agreement.Known()
	}
	first := agreement.Editions()[0]
	known, _ := calendar.NewPeriod(first.From, first.Seen)
	return agreement.Baseline(), known
}

// judgeCustomers is nil for a file without customers.
func judgeCustomers(customers []filedCustomer, e Edition, on calendar.Date) (*Agreement, error) {
	if len(customers) == 0 {
		return nil, nil
	}
	policy, known := e.agreementPolicy(on)
	r := &Agreement{Policy: PolicyNote{e, policy.String(), known, calendar.CoverageOf(known, on)}}
	for _, c := range customers {
		c.facts.Now = agreement.On(on)
		judged, err := judgeCustomer(policy, c)
		if err != nil {
			return nil, err
		}
		r.Customers = append(r.Customers, judged)
		r.Summary.add(judged)
	}
	return r, nil
}

func judgeCustomer(p agreement.Policy, c filedCustomer) (Customer, error) {
	r := Customer{Name: c.name, Facts: c.facts, Orders: []Order{}, Steps: []string{}}
	means := agreement.ByAttestation
	for _, what := range c.orders {
		order, err := p.MayOrder(what, c.facts)
		if err != nil {
			return Customer{}, err
		}
		if order.Verdict == agreement.AttestFirst {
			means = agreement.ByOrder
		}
		r.Orders = append(r.Orders, Order{order, order.Reason.Message(), order.Reason.Remedy()})
	}
	var err error
	if r.Confirmation, err = p.Confirm(c.facts); err != nil {
		return Customer{}, err
	}
	if r.Course, err = p.Plan(means, agreement.Attestation{}, agreement.Form{}, c.facts); err != nil {
		return Customer{}, err
	}
	for step := range r.Course.Steps() {
		r.Steps = append(r.Steps, step.Message())
	}
	return r, nil
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
		case agreement.NotApplicable:
			s.OrdersNotApplicable++
		default:
			s.Undetermined++
		}
	}
}
