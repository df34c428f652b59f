package portfolio

import (
	"cmp"
	"slices"
	"strings"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/agreement"
	"github.com/partnerrules/partnerrules/benefits"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/cpor"
	"github.com/partnerrules/partnerrules/eligibility"
)

// ActionDays is how many days [Report.Actions] looks ahead, the day judged by
// not counted.
const ActionDays = 30

// An Action is something that is to be done by a day, or was to be.
type Action struct {
	// By is the last day on which it can be done. It is zero if there is none, as
	// for an order that waits.
	By calendar.Date `json:"by,omitzero"`

	// Timing is [cpor.Overdue] if the day has passed, [cpor.TimingUnknown] if it
	// has and that may be excused, and else [cpor.Open].
	Timing cpor.Timing `json:"timing"`

	Who  Actor      `json:"who"`
	Kind ActionKind `json:"kind"`

	// Rule is the rule that sets the day, or asks for the action.
	Rule partnerrules.RuleID `json:"rule"`

	// What it is about: a membership of a company, with the paid year and ID of
	// a benefit or without; a customer; a claim, with its customer's name where
	// that is known.
	Company  string            `json:"company,omitempty"`
	Offer    eligibility.Offer `json:"offer,omitzero"`
	Year     int               `json:"year,omitzero"`
	Benefit  string            `json:"benefit,omitempty"`
	Customer string            `json:"customer,omitempty"`
	Claim    string            `json:"claim,omitempty"`

	// Blocked says that it cannot be done at present: [Report.Blocked] says why.
	Blocked bool `json:"blocked,omitzero"`

	Text string `json:"text"` // what is to be done, in words
}

// An Actor is who has to act.
type Actor string

// The actors.
const (
	Partner          Actor = "partner"
	IndirectProvider Actor = "indirect-provider"
	TheCustomer      Actor = "customer"
	Microsoft        Actor = "microsoft"
)

// An ActionKind is what is to be done.
type ActionKind string

// The kinds of actions.
const (
	RenewMembership ActionKind = "renew"          // before the renewal window closes
	RedeemBenefit   ActionKind = "redeem"         // on its last day at the latest
	UseBenefit      ActionKind = "use"            // that is in use, before its last day is over
	Attest          ActionKind = "attest"         // that a customer has accepted
	ReviewClaim     ActionKind = "review-claim"   // for the first time
	DecideClaim     ActionKind = "decide-claim"   // or ask for more
	AnswerClaim     ActionKind = "answer-claim"   // what was asked
	DeclineClaim    ActionKind = "decline-claim"  // if the customer wants to
	DisputeClaim    ActionKind = "dispute-claim"  // that was rejected
	DecideDispute   ActionKind = "decide-dispute" //
)

// actions gathers what is to be done, overdue things first and those without a
// day last.
func (r *Report) actions() []Action {
	all := []Action{}
	for i := range r.Companies {
		all = r.Companies[i].actions(all, r.On)
	}
	if r.Agreement != nil {
		for i := range r.Agreement.Customers {
			all = r.Agreement.Customers[i].actions(all, r.On)
		}
	}
	if r.Claims != nil {
		for i := range r.Claims.Claims {
			all = r.Claims.Claims[i].actions(all, r.On)
		}
	}
	slices.SortStableFunc(all, Action.compare)
	return all
}

// compare sorts by day; what has none comes last.
func (a Action) compare(b Action) int {
	if a.By.IsZero() != b.By.IsZero() {
		if a.By.IsZero() {
			return 1
		}
		return -1
	}
	return cmp.Or(a.By.Compare(b.By))
}

// soon reports whether a day lies in those that are looked ahead to.
func soon(d, on calendar.Date) bool {
	return !d.IsZero() && !d.Before(on) && !d.After(on.AddDays(ActionDays))
}

func (c *Company) actions(all []Action, on calendar.Date) []Action {
	for _, a := range c.Memberships {
		about := Action{Timing: cpor.TimingOpen, Who: Partner, Company: c.Name, Offer: a.Decision.Offer}
		if by := a.renewBy(); soon(by, on) {
			renew := about
			renew.By, renew.Kind, renew.Rule, renew.Text = by, RenewMembership, "CAL-05", "renew "+a.Title
			renew.Blocked = a.Decision.Verdict == eligibility.Disabled && !a.waits()
			all = append(all, renew)
		}
		for _, e := range a.Events {
			if do, found := benefitAction(about, e); found && soon(e.On, on) {
				all = append(all, do)
			}
		}
	}
	return all
}

// renewBy returns the last day on which a membership can be renewed. It
// is zero if the day is unknown or the membership can no longer be renewed.
func (a *Answer) renewBy() calendar.Date {
	h := a.Held
	if h.Standing != Running && h.Standing != Renewable {
		return calendar.Date{}
	}
	by := h.Window.Last()
	if !h.Retired.IsZero() {
		by = calendar.Min(by, h.Retired.AddDays(-1))
	}
	if by.Before(h.Window.First()) {
		return calendar.Date{}
	}
	return by
}

// benefitAction makes the action of an event that is about a benefit.
func benefitAction(about Action, e benefits.Event) (Action, bool) {
	about.By, about.Year, about.Benefit = e.On, e.Year, e.Benefit
	switch e.Kind {
	case benefits.ActivateBy:
		about.Kind, about.Rule, about.Text = RedeemBenefit, e.EndedBy.Rule(), "redeem "+e.Benefit
	case benefits.LastUse:
		about.Kind, about.Rule, about.Text = UseBenefit, e.EndedBy.Rule(), "last day of use of "+e.Benefit
	default:
		return Action{}, false
	}
	if about.Rule == "" || e.EndedBy == benefits.PastExpiry {
		about.Rule = e.Category.Rule()
	}
	return about, true
}

// actions has one for a customer of whom an order waits, or whose acceptance will
// soon count no more.
func (c *Customer) actions(all []Action, on calendar.Date) []Action {
	if soon(c.CountsThrough, on) {
		all = append(all, Action{
			By: c.CountsThrough, Timing: cpor.TimingOpen, Who: Partner, Kind: Attest, Rule: agreement.OldRoutesClosed.Rule(), Customer: c.Name,
			Text: "attest anew for " + c.Name + ": what was attested counts no more after that day",
		})
	}
	for _, o := range c.Orders {
		if o.Verdict != agreement.AttestFirst && o.Verdict != agreement.Blocked {
			continue
		}
		do := Action{Timing: cpor.TimingOpen, Who: Partner, Kind: Attest, Rule: o.Reason.Rule(), Customer: c.Name, Text: o.Remedy}
		if c.Course.Route == agreement.ProviderAttests {
			do.Who = IndirectProvider
		}
		return append(all, do)
	}
	return all
}

func (c *Claim) actions(all []Action, on calendar.Date) []Action {
	due := c.Due
	switch {
	case due == nil || due.Task == 0 || due.Through.IsZero():
		return all
	case due.Timing == cpor.TimingOpen && !soon(due.Through, on):
		return all
	case due.Timing == cpor.TimingExcused || due.Timing == cpor.TimingClosed:
		return all
	}
	kind, text := claimTask(due.Task)
	return append(all, Action{
		By: due.Through, Timing: due.Timing, Who: actorOf(due.By), Kind: kind, Rule: due.Task.Rule(),
		Customer: c.Customer, Claim: c.Claim.ID, Text: text + " " + c.Claim.ID,
	})
}

func actorOf(a cpor.Actor) Actor {
	switch a {
	case cpor.ActorMicrosoft:
		return Microsoft
	case cpor.ActorCustomer:
		return TheCustomer
	}
	return Partner
}

func claimTask(t cpor.Task) (ActionKind, string) {
	switch t {
	case cpor.TaskInitialReview:
		return ReviewClaim, "take up"
	case cpor.TaskDecision:
		return DecideClaim, "decide on"
	case cpor.TaskPartnerAnswer:
		return AnswerClaim, "answer what was asked about"
	case cpor.TaskCustomerDecline:
		return DeclineClaim, "last day to decline"
	case cpor.TaskPartnerDispute:
		return DisputeClaim, "last day to dispute the rejection of"
	}
	return DecideDispute, "decide the dispute on"
}

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

	Text string   `json:"text"` // what cannot be done, in words
	Why  []Reason `json:"why"`  // without help pages
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
			why.See = ""
			b.Why = append(b.Why, why)
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
			Why: []Reason{{Cause: CauseOf(o.Reason)}},
		})
	}
	return all
}

func (c *Claim) blocked(all []Blocked) []Blocked {
	b := Blocked{Customer: c.Customer, Claim: c.Claim.ID}
	if f := c.Fault; f != nil {
		b.Kind, b.Text = BlockedHistory, f.Fault.Error()
		b.Why = []Reason{{Cause: CauseOf(f.Fault.Reason)}}
		all = append(all, b)
	}
	if c.Draft == nil || c.Draft.MaySubmit() {
		return all
	}
	b.Kind, b.Text, b.Why = BlockedDraft, "the draft cannot be submitted", nil
	for _, f := range c.Findings {
		if f.Finding.Severity == partnerrules.SeverityError {
			b.Why = append(b.Why, Reason{Cause: f.Cause()})
		}
	}
	return append(all, b)
}

// An Obstacle is a cause with all that it blocks.
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
			i := slices.IndexFunc(found, func(o Obstacle) bool { return o.Cause == why.Cause })
			if i < 0 {
				i = len(found)
				found = append(found, Obstacle{Cause: why.Cause})
			}
			found[i].Things = append(found[i].Things, Thing{b, why.From.AddDays(-1)})
		}
	}
	slices.SortStableFunc(found, func(a, b Obstacle) int {
		return cmp.Or(cmp.Compare(subject(a.Rule), subject(b.Rule)), cmp.Compare(a.Rule, b.Rule))
	})
	return found
}

func subject(rule partnerrules.RuleID) int {
	family, _, _ := strings.Cut(string(rule), "-")
	return slices.Index([]string{"ELG", "AGR", "CPR"}, family)
}
