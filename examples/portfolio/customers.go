package main

import (
	"github.com/partnerrules/partnerrules/agreement"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/examples/internal/strictjson"
)

// A customer is one of the file's customers, and what it is to order.
type customer struct {
	name   string
	facts  agreement.Facts
	orders []agreement.Purchase
}

func readCustomers(list *strictjson.Node) []customer {
	var all []customer
	for _, node := range list.List() {
		all = append(all, readCustomer(node))
	}
	return all
}

func readCustomer(node *strictjson.Node) customer {
	members := node.Object()
	c := customer{name: readName(members.Required("name"))}
	c.facts = agreement.Facts{
		Cloud:    optional[agreement.Cloud](members.Optional("cloud")),
		Partner:  optional[agreement.PartnerType](members.Optional("partner")),
		Role:     optional[agreement.Role](members.Optional("role")),
		Customer: optional[agreement.CustomerKind](members.Optional("kind")),
		Acceptance: agreement.Acceptance{
			Partner:  readAttestations(members.Optional("attestations")),
			Provider: readConsent(members.Optional("provider")),
			Direct:   readConsent(members.Optional("direct")),
		},
	}
	for _, order := range members.Optional("orders").List() {
		c.orders = append(c.orders, strictjson.Read[agreement.Purchase](order))
	}
	members.End()
	return c
}

// optional reads a value that may be left out.
func optional[T any, P interface {
	*T
	UnmarshalText([]byte) error
}](node *strictjson.Node) (value T) {
	if node == nil {
		return value
	}
	return strictjson.Read[T, P](node)
}

func readConsent(node *strictjson.Node) agreement.Consent {
	if node == nil {
		return agreement.Consent{}
	}
	members := node.Object()
	c := agreement.Consent{
		Given: optional[agreement.Tri](members.Optional("given")),
		On:    optional[agreement.Timestamp](members.Optional("on")),
	}
	members.End()
	return c
}

// readAttestations reads what the list of the partner's attestations says. If
// there is no list, that is not known; a list is complete.
func readAttestations(list *strictjson.Node) agreement.Consent {
	if list == nil {
		return agreement.Consent{}
	}
	all := []agreement.Attestation{}
	for _, node := range list.List() {
		all = append(all, readAttestation(node))
	}
	return agreement.Attested(all)
}

// readAttestation reads the body that the API documents, strictly, so that a
// fault has its place in the file.
func readAttestation(node *strictjson.Node) agreement.Attestation {
	members := node.Object()
	contact := members.Required("primaryContact").Object()
	a := agreement.Attestation{
		Contact: agreement.Contact{
			FirstName: textOfMember(contact, "firstName"), LastName: textOfMember(contact, "lastName"),
			Email: textOfMember(contact, "email"), Phone: textOfMember(contact, "phoneNumber"),
		},
		Template: agreement.TemplateID(textOfMember(members, "templateId")),
		Date:     optional[agreement.Timestamp](members.Optional("dateAgreed")),
		Type:     agreement.Type(textOfMember(members, "type")),
		UserID:   textOfMember(members, "userId"),
		Link:     textOfMember(members, "agreementLink"),
	}
	contact.End()
	members.End()
	return a
}

func textOfMember(members *strictjson.Members, name string) string {
	node := members.Optional(name)
	if node == nil {
		return ""
	}
	return node.String()
}

// An agreementReport is what there is to say of the customers.
type agreementReport struct {
	Policy    agreementNote    `json:"policy"`
	Customers []customerReport `json:"customers"`
	Summary   customersSummary `json:"summary"`
}

// An agreementNote says under which rules on the agreement the report was made,
// and whether they are known for the day.
type agreementNote struct {
	Text     string            `json:"text"`
	Known    calendar.Period   `json:"known"`
	Coverage calendar.Coverage `json:"coverage"`
}

type customerReport struct {
	Name         string                 `json:"name"`
	Facts        agreement.Facts        `json:"facts"`
	Confirmation agreement.Confirmation `json:"confirmation"`
	Orders       []orderReport          `json:"orders"`
	Course       agreement.Course       `json:"course"` // what is to be done for its acceptance
	Steps        []string               `json:"steps"`
}

type orderReport struct {
	agreement.Order
	Message string `json:"message,omitzero"`
	Remedy  string `json:"remedy,omitzero"`
}

// A customersSummary counts customers by their acceptance, and orders by their
// verdicts.
type customersSummary struct {
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
func (e edition) agreementPolicy(on calendar.Date) (agreement.Policy, calendar.Period) {
	if e == inForce {
		policy, _ := agreement.InForce(on)
		return policy, agreement.Known()
	}
	first := agreement.Editions()[0]
	known, _ := calendar.NewPeriod(first.From, first.Seen)
	return agreement.Baseline(), known
}

// judgeCustomers is nil for a file without customers.
func judgeCustomers(customers []customer, e edition, on calendar.Date) (*agreementReport, error) {
	if len(customers) == 0 {
		return nil, nil
	}
	policy, known := e.agreementPolicy(on)
	r := &agreementReport{Policy: agreementNote{policy.String(), known, calendar.CoverageOf(known, on)}}
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

func judgeCustomer(p agreement.Policy, c customer) (customerReport, error) {
	r := customerReport{Name: c.name, Facts: c.facts, Orders: []orderReport{}, Steps: []string{}}
	means := agreement.ByAttestation
	for _, what := range c.orders {
		order, err := p.MayOrder(what, c.facts)
		if err != nil {
			return customerReport{}, err
		}
		if order.Verdict == agreement.AttestFirst {
			means = agreement.ByOrder
		}
		r.Orders = append(r.Orders, orderReport{order, order.Reason.Message(), order.Reason.Remedy()})
	}
	var err error
	if r.Confirmation, err = p.Confirm(c.facts); err != nil {
		return customerReport{}, err
	}
	if r.Course, err = p.Plan(means, agreement.Attestation{}, agreement.Form{}, c.facts); err != nil {
		return customerReport{}, err
	}
	for step := range r.Course.Steps() {
		r.Steps = append(r.Steps, step.Message())
	}
	return r, nil
}

func (s *customersSummary) add(c customerReport) {
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
