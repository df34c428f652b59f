package cpor

import (
	"strings"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/internal/check"
)

// A Claim is what [Detect] and [Relate] need to know about an association
// claim.
type Claim struct {
	ID         string                     `json:"id"`     // compared byte by byte
	Tenant     TenantID                   `json:"tenant"` // the customer's tenant
	Area       Area                       `json:"area"`
	Activities partnerrules.Set[Activity] `json:"activities"` // at least one is required
	Status     Status                     `json:"status"`

	Partner PartnerID `json:"partner"`          // the location that claims
	Company PartnerID `json:"company,omitzero"` // the global account above it, if known

	Units []Unit `json:"units"` // in any order; at least one is required

	Begins    calendar.Date `json:"begins,omitzero"`    // the day on which its history begins, if known
	Submitted calendar.Date `json:"submitted,omitzero"` // the day of its first submission
	Approved  calendar.Date `json:"approved,omitzero"`  // the approval day of an approved claim
	Ends      calendar.Date `json:"ends,omitzero"`      // its last day; zero means that the end is open
}

// A Unit is a product or workload that a claim names: a workload of Microsoft 365,
// or a product of Business Applications with or without a subscription. A claim
// that names several subscriptions of a product has one unit for each.
type Unit struct {
	// Name is the name of the product or workload. Names are an open set. They
	// are compared rune by rune in lower case, without surrounding white space
	// (INP-10). They are not normalized: if composed and decomposed letters occur
	// side by side, normalize names to NFC first. [Claim.Validate] rejects
	// characters that a name must not have.
	Name string `json:"name"`

	// Subscription is ignored in Microsoft 365.
	Subscription SubscriptionID `json:"subscription,omitzero"`
}

// String returns the name, followed by the subscription in parentheses if there is
// one.
func (u Unit) String() string {
	if u.Subscription.IsZero() {
		return u.Name
	}
	return u.Name + " (" + u.Subscription.String() + ")"
}

// foldName returns the form in which names are compared (INP-10).
func foldName(name string) string { return strings.ToLower(strings.TrimSpace(name)) }

// begins returns the day that determines the claim's edition: the day on which its
// history begins. If that is unknown, it is the submission day, and else the
// approval day.
func (c *Claim) begins() calendar.Date {
	switch {
	case !c.Begins.IsZero():
		return c.Begins
	case !c.Submitted.IsZero():
		return c.Submitted
	}
	return c.Approved
}

// party returns the party that claims.
func (c *Claim) party() party { return party{c.Partner, c.Company} }

// start returns the first day on which the claim holds: the approval day of an
// approved claim, and the submission day of any other (CPR-37).
func (c *Claim) start() calendar.Date {
	if c.Status == Approved {
		return c.Approved
	}
	return c.Submitted
}

// Live returns the days on which the claim takes part in competition (CPR-31,
// CPR-37). They begin on the approval day of an approved claim, and on the
// submission day of a pending one. They run through its end, if it has one. The
// period is zero if the first day is unknown. Live returns false if the claim does
// not compete at all.
func (c Claim) Live() (days calendar.Period, ok bool) {
	if !c.Status.IsLive() {
		return calendar.Period{}, false
	}
	if c.Ends.IsZero() {
		return calendar.OpenPeriod(c.start()), true
	}
	days, err := calendar.NewPeriod(c.start(), c.Ends)
	if err != nil {
		return calendar.Period{}, true
	}
	return days, true
}

// Validate checks the claim. It returns a [*partnerrules.InputError] that names the
// field and the claim if:
//   - the ID, tenant, area, status, partner or the name of a unit is missing,
//   - there are no activities or no units,
//   - a value is invalid,
//   - a live claim ends before it starts,
//   - the ID or the name of a unit is invalid UTF-8, has nothing visible, or has
//     characters other than letters, marks, numbers, punctuation, symbols, spaces,
//     U+200C and U+200D (INP-06).
//
// The error is about the first of the fields ID, Tenant, Area, Status, Partner,
// Activities, Units and Ends that has a fault.
func (c Claim) Validate() error { return c.validate() }

// validate is [Claim.Validate] without a copy of the claim.
func (c *Claim) validate() error {
	if bad := c.fault(); bad != nil {
		return c.named(bad)
	}
	return nil
}

// named adds the ID of the claim to the error of a field.
func (c *Claim) named(bad *partnerrules.InputError) error {
	return check.Input(bad.Path, bad.Reason+c.in())
}

// in returns the end of an error text, which names the claim.
func (c *Claim) in() string { return ", in claim " + check.Quote(c.ID) }

// fault returns the error of the first invalid field, or nil. The error does not
// name the claim.
func (c *Claim) fault() (first *partnerrules.InputError) {
	c.eachFault(func(bad *partnerrules.InputError) bool {
		first = bad
		return bad == nil
	})
	return first
}

// eachFault calls report with the error of each field, or with nil if the field is
// valid, in the order of CPR-52. It stops when report returns false, and then
// returns false.
func (c *Claim) eachFault(report func(*partnerrules.InputError) bool) bool {
	return report(check.Name("id", c.ID)) &&
		report(inputIf(c.Tenant.IsZero(), "tenant", "missing")) &&
		report(c.areaFault()) &&
		report(c.statusFault()) &&
		report(inputIf(c.Partner.IsZero(), "partner", "missing")) &&
		report(c.activitiesFault()) &&
		report(inputIf(len(c.Units) == 0, "units", "empty")) &&
		c.eachNameFault(report) &&
		report(c.endsFault())
}

// hasFault reports whether eachFault has an error, apart from the names of the units.
// It is faster.
func (c *Claim) hasFault() bool {
	return check.Name("id", c.ID) != nil || c.Tenant.IsZero() || !c.Area.isKnown() || !c.Status.isKnown() || c.Partner.IsZero() ||
		c.Activities == 0 || !areActivities(c.Activities) || len(c.Units) == 0 || c.endsEarly()
}

// inputIf returns the error of a field if a condition is true, or else nil.
func inputIf(isFault bool, name, reason string) *partnerrules.InputError {
	if !isFault {
		return nil
	}
	return check.Input(name, reason)
}

func (c *Claim) areaFault() *partnerrules.InputError {
	if !c.Area.isKnown() {
		return check.Invalid("area", c.Area)
	}
	return nil
}

func (c *Claim) statusFault() *partnerrules.InputError {
	if !c.Status.isKnown() {
		return check.Invalid("status", c.Status)
	}
	return nil
}

func (c *Claim) activitiesFault() *partnerrules.InputError {
	switch {
	case c.Activities == 0:
		return check.Input("activities", "empty")
	case !areActivities(c.Activities):
		return check.Invalid("activities", c.Activities)
	}
	return nil
}

// endsEarly reports whether a live claim ends before it starts.
func (c *Claim) endsEarly() bool { return c.Status.IsLive() && c.Ends.Before(c.start()) }

func (c *Claim) endsFault() *partnerrules.InputError {
	if c.endsEarly() {
		return check.Input("ends", c.Ends.String()+" is before the start, "+c.start().String())
	}
	return nil
}

// eachNameFault is like eachFault for the names of the units.
func (c *Claim) eachNameFault(report func(*partnerrules.InputError) bool) bool {
	for i := range c.Units {
		bad := check.Name("name", c.Units[i].Name)
		if bad != nil {
			bad = check.Input(check.Item("units", i)+"."+bad.Path, bad.Reason)
		}
		if !report(bad) {
			return false
		}
	}
	return true
}

// A party is the claimant: a location and the global account above it, which is
// zero if it is unknown.
type party struct{ partner, company PartnerID }

// sameCompany returns whether two parties belong to one company. It is Yes if they
// have an ID in common. Otherwise it is No if both companies are known, and Unknown
// if not. Other parties are not considered.
func (a party) sameCompany(b party) Tri {
	switch {
	case a.has(b.partner) || !b.company.IsZero() && a.has(b.company):
		return Yes
	case a.company.IsZero() || b.company.IsZero():
		return Unknown
	}
	return No
}

// has reports whether id is an ID of the party. The parameter id must not be zero.
func (a party) has(id PartnerID) bool { return a.partner == id || a.company == id }

// A Status is the status of an association claim. The zero Status is unknown. There
// is no status for an expired or withdrawn claim.
type Status uint8

// The statuses. Only the edition of 2023 has the last two.
const (
	StatusUnknown         Status = iota // "unknown"
	Editing                             // being written; the edition of 2023 calls it Draft: "editing"
	Submitted                           // waits for its initial review: "submitted"
	UnderReview                         // waits for the decision: "under-review"
	PartnerActionRequired               // waits for the partner's answer: "partner-action-required"
	Approved                            // the partner is associated with the customer: "approved"
	Rejected                            // not approved; the partner may dispute it: "rejected"
	Dispute                             // the partner disputes the rejection: "dispute"
	RejectedFinal                       // rejected; the partner cannot dispute it: "rejected-final"

	lastStatus = RejectedFinal
)

// IsLive reports whether a claim in this status takes part in competition, which it
// does from its submission until its rejection (CPR-31).
func (s Status) IsLive() bool {
	switch s {
	case Submitted, UnderReview, PartnerActionRequired, Approved, Dispute:
		return true
	}
	return false
}

// isKnown reports whether s is valid and not unknown.
func (s Status) isKnown() bool { return s != StatusUnknown && s <= lastStatus }

// A Cause is the reason for which an approved claim leaves that status. The zero
// Cause is unknown.
type Cause uint8

// The causes.
const (
	CauseUnknown     Cause = iota // "unknown"
	CustomerDeclined              // the customer does not consent (CPR-25): "customer-declined"
	PartnerEnded                  // the partner ends the claim (CPR-27): "partner-ended"
	Displaced                     // a challenger was approved (CPR-46): "displaced"

	lastCause = Displaced
)

// A Step is an entry in the history of a claim: its new status, and the day. An
// edit that does not change the status is not a step.
type Step struct {
	Status Status        `json:"status"`
	On     calendar.Date `json:"on"`

	// Cause is the reason for which an approved claim left that status.
	Cause Cause `json:"cause,omitzero"`

	// Justification is the reason that the partner states for ending an approved
	// claim. The edition of 2023 requires it (CPR-27).
	Justification string `json:"justification,omitzero"`

	// Competes and Notified apply to the step to UnderReview. Competes is whether
	// the claim competes with an incumbent. Notified is whether the partner of
	// this claim was notified of that in the comments. If both are Yes, the claim
	// may stay under review after its due day. If either is No, the review is
	// overdue after that day. Otherwise it is unknown (CPR-24).
	Competes Tri `json:"competes,omitzero"`
	Notified Tri `json:"notified,omitzero"`
}

// A ClaimState is the position of a claim in its life. [Replay] computes it from a
// history. Without a history, a submitted claim came to its status on Claim.Submitted,
// and an approved claim on Claim.Approved. The zero ClaimState is invalid.
type ClaimState struct {
	Status Status        `json:"status"`
	Since  calendar.Date `json:"since,omitzero"` // the day on which the claim came to the status

	// Begins is the day on which the history of the claim begins, or else its
	// submission day. It determines the edition. A claim that is Editing began on
	// Since.
	Begins calendar.Date `json:"begins,omitzero"`

	// Disputed is true if the partner has disputed a rejection of the claim
	// (CPR-26).
	Disputed bool `json:"disputed,omitzero"`

	// Competes and Notified are copied from the step that led to the status.
	Competes Tri `json:"competes,omitzero"`
	Notified Tri `json:"notified,omitzero"`
}

// begins returns the day on which the history of the claim begins, if it is known.
func (at *ClaimState) begins() calendar.Date {
	if at.Begins.IsZero() && at.Status == Editing {
		return at.Since
	}
	return at.Begins
}

// Editable returns whether a claim with status s can be edited under the policy of
// [InForce]. See [Policy.Editable].
func Editable(s Status, begins calendar.Date) Tri { return inForce().Editable(s, begins) }

// Editable returns whether a claim with status s whose history begins on a day can
// be edited (CPR-28). An edit does not change the status and does not restart a
// deadline. Editable is Unknown for an unknown or invalid status, if the answer
// depends on a begins that is zero, and under an invalid policy.
func (p Policy) Editable(s Status, begins calendar.Date) Tri {
	if !p.Edition.isKnown() || !s.isKnown() {
		return Unknown
	}
	is, ok := either(&p, p.EditionOn(begins), func(e Edition) bool { return e.isEditable(s) })
	if !ok {
		return Unknown
	}
	return partnerrules.TriFromBool(is)
}

// isEditable reports whether a claim with status s can be edited.
func (e Edition) isEditable(s Status) bool {
	return s == Editing || s == PartnerActionRequired || s == Submitted && e.terms().submittedIsEditable
}

// check returns the error of the first invalid field, or nil.
func (at *ClaimState) check() error {
	switch {
	case !at.Status.isKnown():
		return check.Invalid("status", at.Status)
	case at.Since.IsZero():
		return check.NoDate("since")
	case at.Begins.After(at.Since):
		return check.Input("begins", at.Begins.String()+" is after since, "+at.Since.String())
	}
	return check.Tris(check.Tri{Name: "competes", Value: at.Competes}, check.Tri{Name: "notified", Value: at.Notified})
}

// check returns the error of the first invalid field, or nil.
func (s *Step) check() error {
	switch {
	case !s.Status.isKnown():
		return check.Invalid("status", s.Status)
	case s.On.IsZero():
		return check.NoDate("on")
	case s.Cause > lastCause:
		return check.Invalid("cause", s.Cause)
	}
	return check.Tris(check.Tri{Name: "competes", Value: s.Competes}, check.Tri{Name: "notified", Value: s.Notified})
}
