package portfolio

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/agreement"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/cpor"
	"github.com/partnerrules/partnerrules/eligibility"
)

// A Comparison lists the decisions that differ between two editions of the rules,
// for one portfolio and one day.
type Comparison struct {
	On          calendar.Date `json:"on"`
	From        PolicyNote    `json:"from"`
	To          PolicyNote    `json:"to"`
	Differences []Difference  `json:"differences"`

	// Faults and Notes come from both reports.
	Faults []*Fault `json:"faults,omitempty"`
	Notes  []string `json:"notes,omitempty"`

	Warnings []string `json:"warnings,omitempty"` // as in a report
}

// A Difference is a decision that differs.
type Difference struct {
	// Rules are the IDs of the rules that cause the difference, the main one first.
	Rules []partnerrules.RuleID `json:"rules"`

	Kind DifferenceKind `json:"kind"`

	// The subject of the decision.
	Company  string              `json:"company,omitempty"`
	Offer    eligibility.Offer   `json:"offer,omitzero"`
	Year     int                 `json:"year,omitzero"`
	Benefit  string              `json:"benefit,omitempty"`
	Customer string              `json:"customer,omitempty"`
	Order    agreement.OrderKind `json:"order,omitzero"`
	Claim    string              `json:"claim,omitempty"`
	Other    string              `json:"other,omitempty"` // the other claim of a pair

	// From and To are the parts of the decision that occur under only one edition:
	// codes or short texts.
	From []string `json:"from"`
	To   []string `json:"to"`
}

// A DifferenceKind is the kind of subject that a decision is about.
type DifferenceKind string

// The kinds of subjects.
const (
	DifferentOffer    DifferenceKind = "offer"
	DifferentBenefit  DifferenceKind = "benefit"
	DifferentCustomer DifferenceKind = "customer"
	DifferentOrder    DifferenceKind = "order"
	DifferentClaim    DifferenceKind = "claim"
	DifferentPair     DifferenceKind = "pair"
)

// Compare returns the differences between two reports on one portfolio, sorted by
// the rules that cause them.
func Compare(from, to *Report) *Comparison {
	c := &Comparison{On: from.On, From: from.Policy, To: to.Policy, Differences: []Difference{}, Faults: from.Faults, Notes: from.Notes, Warnings: from.Warnings}
	for _, f := range to.Faults {
		if !slices.ContainsFunc(c.Faults, func(known *Fault) bool { return *known == *f }) {
			c.Faults = append(c.Faults, f)
		}
	}
	was, is := from.decisions(), to.decisions()
	at := make(map[string]int, len(is))
	for i, d := range is {
		at[d.key()] = i
	}
	for _, old := range was {
		i, found := at[old.key()]
		if !found {
			c.add(old.subject, old.parts, nil)
			continue
		}
		c.add(old.subject, old.parts, is[i].parts)
		delete(at, old.key())
	}
	for _, d := range is {
		if _, left := at[d.key()]; left {
			c.add(d.subject, nil, d.parts)
		}
	}
	slices.SortStableFunc(c.Differences, func(a, b Difference) int { return cmp.Compare(a.rule(), b.rule()) })
	return c
}

func (d *Difference) rule() partnerrules.RuleID {
	if len(d.Rules) == 0 {
		return ""
	}
	return d.Rules[0]
}

// add appends d if its parts differ.
func (c *Comparison) add(d Difference, from, to []part) {
	only := func(these, those []part) []string {
		all := []string{}
		for _, p := range these {
			if slices.Contains(those, p) {
				continue
			}
			all = append(all, p.text)
			if p.rule != "" && !slices.Contains(d.Rules, p.rule) {
				d.Rules = append(d.Rules, p.rule)
			}
		}
		return all
	}
	d.Rules = []partnerrules.RuleID{}
	d.From, d.To = only(from, to), only(to, from)
	if len(d.From)+len(d.To) > 0 {
		c.Differences = append(c.Differences, d)
	}
}

// A decided is one decision of a report, split into parts that are compared.
type decided struct {
	subject Difference
	number  string // distinguishes subjects of the same name
	parts   []part
}

// A part is one statement of a decision, and the rule that it follows from.
type part struct {
	rule partnerrules.RuleID
	text string
}

func (d *decided) key() string {
	s := &d.subject
	return strings.Join([]string{
		string(s.Kind), d.number, s.Company, s.Offer.String(), strconv.Itoa(s.Year), s.Benefit, s.Customer, s.Order.String(), s.Claim, s.Other,
	}, "\x00")
}

// decisions returns all decisions of a report.
func (r *Report) decisions() []decided {
	var all []decided
	for i, c := range r.Companies {
		number := strconv.Itoa(i)
		for _, a := range slices.Concat(c.Memberships, c.Wanted) {
			subject := Difference{Kind: DifferentOffer, Company: c.Name, Offer: a.Decision.Offer}
			all = append(all, decided{subject, number, a.parts()})
			for _, b := range a.Benefits {
				subject.Kind, subject.Year, subject.Benefit = DifferentBenefit, b.Year, b.ID
				all = append(all, decided{subject, number, b.parts()})
			}
		}
	}
	if r.Agreement != nil {
		for i, c := range r.Agreement.Customers {
			all = c.decisions(all, strconv.Itoa(i))
		}
	}
	if r.Claims != nil {
		for c := range r.Claims.All {
			all = append(all, decided{Difference{Kind: DifferentClaim, Claim: c.Claim.ID, Customer: c.Customer}, "", c.parts()})
		}
	}
	for _, p := range r.Competing {
		all = append(all, decided{Difference{Kind: DifferentPair, Claim: p.Pair.First, Other: p.Pair.Second, Customer: p.Customer}, "", p.parts()})
	}
	return all
}

func (a *Answer) parts() []part {
	d := &a.Decision
	all := []part{{"", strings.TrimSpace(d.Button.String() + " " + d.Verdict.String())}}
	for _, r := range a.Reasons {
		all = append(all, part{r.Rule, string(r.Rule) + " " + r.Code})
	}
	if d.Missing != 0 {
		all = append(all, part{"ELG-15", "missing " + d.Missing.String()})
	}
	all = append(all, part{"ELG-16", openingText(a.Opening)})
	if h := a.Held; h != nil {
		all = append(all, part{"CAL-05", heldText(h)})
	}
	if c := a.PackageChange; c != nil {
		all = append(all, part{"ELG-12", "package may be changed: " + c.Allowed.String() + " " + c.Reason.String()})
	}
	choice := "choice of Solutions Partner " + d.Benefits.SolutionsPartner.String() +
		", legacy Gold " + d.Benefits.LegacyGold.String() + ", legacy Silver " + d.Benefits.LegacySilver.String()
	return append(all, part{"ELG-07", choice})
}

// heldText returns the phase and the renewal window, if it is known.
func heldText(h *Held) string {
	if h.Window.IsZero() {
		return h.Phase.String()
	}
	return h.Phase.String() + ", window " + h.Window.String()
}

// openingText returns the days on which the button is enabled.
func openingText(o eligibility.Opening) string {
	if o.Verdict != eligibility.Enabled {
		return "when: " + o.Verdict.String()
	}
	return "when: " + o.Button.String() + " " + o.Days.String()
}

func (b *Benefit) parts() []part {
	s, t := &b.Status, &b.Term
	return []part{
		{"BEN-10", strings.TrimSpace(s.State.String() + dayPart(" until ", s.Until) + " " + s.EndedBy.String())},
		{b.Category.Rule(), "last use " + dayOrUnknown(t.LastUse) + ", redeem through " + dayOrUnknown(t.RedeemThrough)},
	}
}

// dayPart returns a label and a day, or "" if the day is zero.
func dayPart(label string, d calendar.Date) string {
	if d.IsZero() {
		return ""
	}
	return label + d.String()
}

func dayOrUnknown(d calendar.Date) string {
	if d.IsZero() {
		return "unknown"
	}
	return d.String()
}

func (c *Customer) decisions(all []decided, number string) []decided {
	subject := Difference{Kind: DifferentCustomer, Customer: c.Name}
	all = append(all, decided{subject, number, []part{
		{"AGR-13", "accepted " + c.Confirmation.Accepted.String()},
		{c.routeRule(), "route " + c.Plan.Route.String()},
	}})
	for i, o := range c.Orders {
		subject.Kind, subject.Order = DifferentOrder, o.Kind
		text := o.Verdict.String()
		for _, why := range o.Why {
			text += " " + string(why.Rule) + " " + why.Code
		}
		all = append(all, decided{subject, number + "." + strconv.Itoa(i), []part{{c.orderRule(o), text}}})
	}
	return all
}

// orderRule returns the ID of the rule behind the decision on an order, or "" if the
// order is allowed.
func (c *Customer) orderRule(o Order) partnerrules.RuleID {
	switch {
	case len(o.Why) > 0 && o.Why[0].Rule == "AGR-47", o.Missing == partnerrules.SetOf(agreement.FactReview):
		return "AGR-47"
	case o.Verdict == agreement.OrderUndetermined, len(o.Why) > 0 && c.acceptanceRule() == "AGR-45":
		return c.acceptanceRule()
	case len(o.Why) > 0:
		return o.Why[0].Rule
	}
	return ""
}

// acceptanceRule returns the ID of the rule that decides whether an acceptance
// counts.
func (c *Customer) acceptanceRule() partnerrules.RuleID {
	from := c.Plan.Policy.CutOffFrom
	if from.IsZero() || c.Facts.Now.UTCDay().Before(from) {
		return "AGR-13"
	}
	return "AGR-45"
}

// routeRule returns the ID of the rule behind the route to an acceptance, or "" if
// there is no route.
func (c *Customer) routeRule() partnerrules.RuleID {
	switch c.Plan.Route {
	case agreement.AttestNewCustomer:
		return "AGR-14"
	case agreement.AttestExistingCustomer:
		return "AGR-15"
	case agreement.AttestAtOrderPrompt:
		return "AGR-16"
	case agreement.AttestEnhanced:
		return "AGR-45"
	case agreement.ProviderAttests:
		return "AGR-01"
	case agreement.AgentAttests:
		return "AGR-02"
	case agreement.RouteUndetermined:
		return c.acceptanceRule()
	}
	return ""
}

func (c *Claim) parts() []part {
	var all []part
	if f := c.Fault; f != nil {
		all = append(all, part{f.Rule, string(f.Rule) + " " + f.Fault.Reason.String() + " at " + f.Fault.On.String()})
	}
	if d := c.Due; d != nil {
		all = append(all, part{d.Task.Rule(), dueText(d)})
	}
	for _, f := range c.Findings {
		all = append(all, part{f.Rule, string(f.Rule) + " " + f.Finding.Reason.String() + " " + f.Finding.Severity.String()})
	}
	if c.Draft != nil {
		all = append(all, part{"", "draft " + c.Draft.Verdict.String()})
	}
	return all
}

func dueText(d *cpor.Deadline) string {
	switch {
	case d.Task == 0:
		return "nothing due"
	case d.Through.IsZero():
		return d.Task.String() + " at any time"
	}
	return d.Task.String() + " through " + d.Through.String() + " " + d.Timing.String()
}

func (p *Pair) parts() []part {
	all := []part{{pairRule(p.Pair.Relation), p.Pair.Relation.String()}}
	if a := p.Arbitration; a != nil {
		all = append(all, part{"CPR-36", "open: " + a.Questions.String()})
		if a.LatestProof {
			all = append(all, part{"CPR-36", "the latest proofs are compared"})
		}
	}
	return all
}

func pairRule(m cpor.Relation) partnerrules.RuleID {
	switch m {
	case cpor.Duplicate:
		return "CPR-34"
	case cpor.UndeterminedOverlap:
		return "CPR-37"
	}
	return "CPR-30"
}
