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

// ActionDays is the number of days after the day of the report that
// [Report.Actions] covers.
const ActionDays = 30

// An Action is something to do by a day, which may have passed.
type Action struct {
	// By is the last day for the action. It is zero if there is no deadline, such as
	// for an order that waits.
	By calendar.Date `json:"by,omitzero"`

	// Timing is [cpor.TimingOverdue] if By has passed, [cpor.TimingUnknown] if it
	// has passed but that may be excused, and [cpor.TimingOpen] otherwise.
	Timing cpor.Timing `json:"timing"`

	Who  Actor      `json:"who"`
	Kind ActionKind `json:"kind"`

	// Rule is the ID of the rule that sets the day or requires the action.
	Rule partnerrules.RuleID `json:"rule"`

	// The subject: a membership of a company, perhaps with the paid year and ID of
	// a benefit; a customer; or a claim, with the name of its customer if known.
	Company  string            `json:"company,omitempty"`
	Offer    eligibility.Offer `json:"offer,omitzero"`
	Year     int               `json:"year,omitzero"`
	Benefit  string            `json:"benefit,omitempty"`
	Customer string            `json:"customer,omitempty"`
	Claim    string            `json:"claim,omitempty"`

	// Blocked reports whether the action is blocked. [Report.Blocked] has the
	// reasons.
	Blocked bool `json:"blocked,omitzero"`

	Text string `json:"text"` // what to do, in words
}

// An Actor is the party that must act.
type Actor string

// The actors.
const (
	Partner          Actor = "partner"
	IndirectProvider Actor = "indirect-provider"
	TheCustomer      Actor = "customer"
	Microsoft        Actor = "microsoft"
)

// An ActionKind is the kind of an action.
type ActionKind string

// The kinds of actions.
const (
	RenewMembership ActionKind = "renew"         // before the renewal window closes
	RedeemBenefit   ActionKind = "redeem"        // by its last day
	UseBenefit      ActionKind = "use"           // by its last day, since it is in use
	Attest          ActionKind = "attest"        // that a customer has accepted
	WaitForReview   ActionKind = "wait"          // until Microsoft has reviewed a customer account
	ReviewClaim     ActionKind = "review-claim"  // the initial review
	DecideClaim     ActionKind = "decide-claim"  // or ask for more information
	AnswerClaim     ActionKind = "answer-claim"  // the questions of Microsoft
	DeclineClaim    ActionKind = "decline-claim" // if the customer wants to
	DisputeClaim    ActionKind = "dispute-claim" // that was rejected
	DecideDispute   ActionKind = "decide-dispute"
)

// compare compares by day. An action without a day comes last.
func (a Action) compare(b Action) int {
	if a.By.IsZero() != b.By.IsZero() {
		if a.By.IsZero() {
			return 1
		}
		return -1
	}
	return cmp.Or(a.By.Compare(b.By))
}

// soon reports whether d is at most ActionDays after on, and not before on.
func soon(d, on calendar.Date) bool {
	return !d.IsZero() && !d.Before(on) && !d.After(on.AddDays(ActionDays))
}

func (c *Company) actions(all []Action, on calendar.Date) []Action {
	for _, a := range c.Memberships {
		about := Action{Timing: cpor.TimingOpen, Who: Partner, Company: c.Name, Offer: a.Decision.Offer}
		if by := a.Renewal.Days.Last(); soon(by, on) {
			renew := about
			renew.By, renew.Kind, renew.Rule, renew.Text = by, RenewMembership, "CAL-05", "renew "+a.Title
			renew.Blocked = a.Renewal.Ready == eligibility.No
			all = append(all, renew)
		}
		for _, e := range a.Events {
			if do, found := benefitAction(about, e, a.Benefit(e)); found && soon(e.On, on) {
				all = append(all, do)
			}
		}
	}
	return all
}

// benefitAction returns the action that follows from an event, if it is about a
// benefit. It asks to redeem a benefit while it can still be used.
func benefitAction(about Action, e benefits.Event, b *Benefit) (Action, bool) {
	about.By, about.Year, about.Benefit = e.On, e.Year, e.Benefit
	switch {
	case b == nil, e.Kind == benefits.ActivateBy && b.UseBy().Before(e.On):
		return Action{}, false
	case e.Kind == benefits.ActivateBy, b.IsOpen() && e.On == b.UseBy():
		about.Kind, about.Rule, about.Text = RedeemBenefit, e.EndedBy.Rule(), "redeem "+e.Benefit
	case e.Kind == benefits.LastUse:
		about.Kind, about.Rule, about.Text = UseBenefit, e.EndedBy.Rule(), "last day to use "+e.Benefit
	default:
		return Action{}, false
	}
	if about.Rule == "" || e.EndedBy == benefits.PastExpiry {
		about.Rule = b.TermRule()
	}
	return about, true
}

// actions appends an action if the acceptance of the customer soon stops counting, one
// if an order lacks an acceptance, and one if an order is stopped by a review.
func (c *Customer) actions(all []Action, on calendar.Date) []Action {
	if soon(c.CountsThrough, on) {
		all = append(all, Action{
			By: c.CountsThrough, Timing: cpor.TimingOpen, Who: Partner, Kind: Attest, Rule: "AGR-45", Customer: c.Name,
			Text: "attest again for " + c.Name + ": the earlier attestation does not count after that day",
		})
	}
	attests, waits := false, false
	for _, o := range c.Orders {
		for reason := range o.Reasons.All() {
			do := Action{Timing: cpor.TimingOpen, Who: Partner, Kind: Attest, Rule: reason.Rule(), Customer: c.Name, Text: reason.Remedy()}
			done := &attests
			if do.Rule == "AGR-47" {
				do.Kind, done = WaitForReview, &waits
			}
			if do.Kind == Attest && c.Plan.Route == agreement.ProviderAttests {
				do.Who = IndirectProvider
			}
			if !*done && reason != agreement.ReviewMayStop {
				all, *done = append(all, do), true
			}
		}
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
		return ReviewClaim, "start the review of"
	case cpor.TaskDecision:
		return DecideClaim, "decide on"
	case cpor.TaskPartnerAnswer:
		return AnswerClaim, "answer the questions about"
	case cpor.TaskCustomerDecline:
		return DeclineClaim, "last day to decline"
	case cpor.TaskPartnerDispute:
		return DisputeClaim, "last day to dispute the rejection of"
	}
	return DecideDispute, "decide the dispute on"
}

// A Blocked is something that is blocked, with the reasons.
type Blocked struct {
	Kind BlockedKind `json:"kind"`

	// The subject: an offer for a company, an order of a customer, or a claim, with
	// the name of its customer if known.
	Company  string              `json:"company,omitempty"`
	Offer    eligibility.Offer   `json:"offer,omitzero"`
	Customer string              `json:"customer,omitempty"`
	Order    agreement.OrderKind `json:"order,omitzero"`
	Claim    string              `json:"claim,omitempty"`

	// Opens is the first day on which the button of the offer is enabled, assuming
	// that the facts do not change. It is zero if there is no such day.
	Opens calendar.Date `json:"opens,omitzero"`

	Text string   `json:"text"` // the subject, in words
	Why  []Reason `json:"why"`  // without help pages
}

// A BlockedKind is the kind of subject that is blocked.
type BlockedKind string

// The kinds of blocked subjects.
const (
	BlockedOffer   BlockedKind = "offer"   // cannot be bought or renewed
	BlockedOrder   BlockedKind = "order"   // waits for an acceptance or a review
	BlockedDraft   BlockedKind = "draft"   // of a claim; it cannot be submitted
	BlockedHistory BlockedKind = "history" // of a claim; a step is late or an invalid transition
)

func (c *Company) blocked(all []Blocked) []Blocked {
	for _, a := range slices.Concat(c.Memberships, c.Wanted) {
		if a.Decision.Verdict != eligibility.Disabled || a.waits() {
			continue
		}
		b := Blocked{Kind: BlockedOffer, Company: c.Name, Offer: a.Decision.Offer, Opens: a.Opening.Days.First(), Text: a.Title}
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
	return a.Held != nil && a.Held.Phase == eligibility.Running && a.Opening.Verdict == eligibility.Enabled
}

func (c *Customer) blocked(all []Blocked) []Blocked {
	for _, o := range c.Orders {
		if o.Verdict != agreement.AttestFirst && o.Verdict != agreement.Blocked {
			continue
		}
		b := Blocked{Kind: BlockedOrder, Customer: c.Name, Order: o.Kind, Text: o.Kind.String()}
		for _, why := range o.Why {
			b.Why = append(b.Why, Reason{Cause: why})
		}
		all = append(all, b)
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

// An Obstacle is a cause with everything that it blocks.
type Obstacle struct {
	Cause
	Blocks []Blocked
}

// Obstacles groups what is blocked by cause. It sorts the causes by rule: first the
// rules on offers, then those on customers and on claims.
func Obstacles(all []Blocked) []Obstacle {
	var found []Obstacle
	for _, b := range all {
		for _, why := range b.Why {
			i := slices.IndexFunc(found, func(o Obstacle) bool { return o.Cause == why.Cause })
			if i < 0 {
				i = len(found)
				found = append(found, Obstacle{Cause: why.Cause})
			}
			found[i].Blocks = append(found[i].Blocks, b)
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
