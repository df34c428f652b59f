package portfolio

import (
	"cmp"
	"slices"
	"strings"

	"github.com/partnerrules/partnerrules/agreement"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/cpor"
	"github.com/partnerrules/partnerrules/eligibility"
)

// A Blocked is something that cannot go on, and why.
type Blocked struct {
	Kind BlockedKind `json:"kind"`

	// What it is: an offer for a company, an order of a customer, or a claim,
	// with its customer's name where that is known.
	Company  string             `json:"company,omitempty"`
	Offer    eligibility.Offer  `json:"offer,omitzero"`
	Customer string             `json:"customer,omitempty"`
	Order    agreement.Purchase `json:"order,omitzero"`
	Claim    string             `json:"claim,omitempty"`

	Text string  `json:"text"` // what cannot be done, in words
	Why  []Cause `json:"why"`
}

// A Cause is why something is blocked. Its code is that of a reason of the
// package of its rule.
type Cause struct {
	Rule    string        `json:"rule"`
	Code    string        `json:"code"`
	Message string        `json:"message"`
	Remedy  string        `json:"remedy"`
	From    calendar.Date `json:"from,omitzero"` // on that day it no longer stands in the way
}

// A BlockedKind is what is blocked.
type BlockedKind string

// What can be blocked.
const (
	BlockedOffer   BlockedKind = "offer"   // cannot be bought or renewed
	BlockedOrder   BlockedKind = "order"   // waits for an acceptance
	BlockedDraft   BlockedKind = "draft"   // of a claim, cannot be submitted
	BlockedHistory BlockedKind = "history" // of a claim, has a step that is late or not legal
)

// blocked gathers what is blocked, in the order of the portfolio.
func (r *Report) blocked() []Blocked {
	all := []Blocked{}
	for i := range r.Companies {
		all = r.Companies[i].blocked(all)
	}
	if r.Agreement != nil {
		for i := range r.Agreement.Customers {
			all = r.Agreement.Customers[i].blocked(all)
		}
	}
	if r.Claims != nil {
		for i := range r.Claims.Claims {
			all = r.Claims.Claims[i].blocked(all)
		}
	}
	return all
}

func (c *Company) blocked(all []Blocked) []Blocked {
	for _, a := range slices.Concat(c.Memberships, c.Wanted) {
		if a.Decision.Verdict != eligibility.Disabled || a.waits() {
			continue
		}
		b := Blocked{Kind: BlockedOffer, Company: c.Name, Offer: a.Decision.Offer, Text: a.Title}
		for _, why := range a.Reasons {
			b.Why = append(b.Why, Cause{why.Rule, why.Code.String(), why.Message, why.Remedy, why.From})
		}
		all = append(all, b)
	}
	return all
}

// waits reports whether a membership only waits for its renewal window.
func (a *Answer) waits() bool {
	return a.Held != nil && a.Held.Standing == Running && a.Opening.Verdict == eligibility.Enabled
}

func (c *Customer) blocked(all []Blocked) []Blocked {
	for _, o := range c.Orders {
		if o.Reason == 0 {
			continue
		}
		all = append(all, Blocked{
			Kind: BlockedOrder, Customer: c.Name, Order: o.Purchase, Text: o.Purchase.String(),
			Why: []Cause{{Rule: o.Reason.Rule(), Code: o.Reason.String(), Message: o.Message, Remedy: o.Remedy}},
		})
	}
	return all
}

func (c *Claim) blocked(all []Blocked) []Blocked {
	b := Blocked{Customer: c.Customer, Claim: c.Claim.ID}
	if f := c.Fault; f != nil {
		b.Kind, b.Text = BlockedHistory, f.Fault.Error()
		b.Why = []Cause{{Rule: f.Rule, Code: f.Fault.Reason.String(), Message: f.Message, Remedy: f.Remedy}}
		all = append(all, b)
	}
	if c.Draft == nil || c.Draft.MaySubmit() {
		return all
	}
	b.Kind, b.Text, b.Why = BlockedDraft, "the draft cannot be submitted", nil
	for _, f := range c.Findings {
		if f.Finding.Severity == cpor.Error {
			b.Why = append(b.Why, Cause{Rule: f.Rule, Code: f.Finding.Reason.String(), Message: f.Message, Remedy: f.Remedy})
		}
	}
	return append(all, b)
}

// An Obstacle is a cause with all that it blocks. Its From is the zero Date, since
// it may cease at another time for each of them.
type Obstacle struct {
	Cause
	Things []Thing
}

// A Thing is something that is blocked by one cause.
type Thing struct {
	Blocked
	Through calendar.Date // the last day on which the cause blocks it, if known
}

// Obstacles sorts what is blocked by what blocks it, in the order of the rules:
// those on offers, on customers, and on claims.
func Obstacles(all []Blocked) []Obstacle {
	var found []Obstacle
	for _, b := range all {
		for _, why := range b.Why {
			thing := Thing{b, why.From.AddDays(-1)}
			why.From = calendar.Date{}
			i := slices.IndexFunc(found, func(o Obstacle) bool { return o.Cause == why })
			if i < 0 {
				i = len(found)
				found = append(found, Obstacle{Cause: why})
			}
			found[i].Things = append(found[i].Things, thing)
		}
	}
	slices.SortStableFunc(found, func(a, b Obstacle) int {
		return cmp.Or(cmp.Compare(subject(a.Rule), subject(b.Rule)), cmp.Compare(a.Rule, b.Rule))
	})
	return found
}

func subject(rule string) int {
	family, _, _ := strings.Cut(rule, "-")
	return slices.Index([]string{"ELG", "AGR", "CPR"}, family)
}
