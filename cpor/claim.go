package cpor

import (
	"iter"
	"slices"
	"strconv"
	"strings"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/internal/check"
)

// A Claim is what [Detect] and [Relate] need to know about an association
// claim.
type Claim struct {
	ID         string                     `json:"id"`
	Tenant     TenantID                   `json:"tenant"` // of the customer
	Area       Area                       `json:"area"`
	Activities partnerrules.Set[Activity] `json:"activities"` // at least one
	Status     Status                     `json:"status"`

	Partner PartnerID `json:"partner"`          // the location that claims
	Company PartnerID `json:"company,omitzero"` // the global account above it, if known

	Units []Unit `json:"units"` // in any order; at least one

	Submitted calendar.Date `json:"submitted,omitzero"` // the day of its submission
	Approved  calendar.Date `json:"approved,omitzero"`  // the approval day of an approved claim
	Ends      calendar.Date `json:"ends,omitzero"`      // its last day, if it has one
}

// A Unit is what is claimed: a workload of Microsoft 365, or a product of
// Business Applications, with a subscription or without one. A claim that names
// several subscriptions of a product has a unit for each.
type Unit struct {
	// Name is that of the product or workload. Names are an open set, and are
	// compared without regard to case and surrounding space.
	Name string `json:"name"`

	// Subscription is disregarded in Microsoft 365.
	Subscription SubscriptionID `json:"subscription,omitzero"`
}

// String returns the name, and the subscription if there is one.
func (u Unit) String() string {
	if u.Subscription.IsZero() {
		return u.Name
	}
	return u.Name + " (" + u.Subscription.String() + ")"
}

// foldName returns the form of a name by which names are compared.
func foldName(name string) string { return strings.ToLower(strings.ToUpper(strings.TrimSpace(name))) }

// party returns who claims.
func (c *Claim) party() party { return party{c.Partner, c.Company} }

// start returns the day from which the claim holds: that of its approval once
// it is approved, that of its submission before (CPR-37).
func (c *Claim) start() calendar.Date {
	if c.Status == Approved {
		return c.Approved
	}
	return c.Submitted
}

// Live returns the days on which the claim takes part in competition, and
// whether it does at all (CPR-31, CPR-37): from its approval day, or while it is
// pending its submission day, to its end, if it has one. They are no period
// where the first day is not known.
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

// CheckDraft returns a [*partnerrules.InputError], which names the field and the
// claim, if:
//   - the ID, the tenant, the area, the status, the partner or the name of a unit
//     is missing, or there are no activities or no units,
//   - a value is invalid,
//   - a live claim ends before it starts.
func (c Claim) Validate() error { return c.validate() }

// validate is [Claim.Validate] without a copy of the claim.
func (c *Claim) validate() error {
	if bad := c.fault(); bad != nil {
		return c.named(bad)
	}
	return nil
}

// named returns the error of a field with the ID of the claim.
func (c *Claim) named(bad *partnerrules.InputError) error {
	return check.Input(bad.Name, bad.Reason+c.in())
}

// in names the claim at the end of a sentence.
func (c *Claim) in() string { return ", in claim " + strconv.Quote(c.ID) }

// fault returns the error of the first bad field, which does not name the claim.
func (c *Claim) fault() *partnerrules.InputError {
	switch {
	case c.ID == "":
		return check.Input("id", "empty")
	case c.Tenant.IsZero():
		return check.Input("tenant", "none")
	case c.Area == noArea:
		return check.Input("area", "none")
	case c.Area > lastArea:
		return check.Invalid("area", c.Area)
	case c.Activities == 0:
		return check.Input("activities", "none")
	case !areActivities(c.Activities):
		return check.Invalid("activities", c.Activities)
	case !c.Status.isKnown():
		return check.Invalid("status", c.Status)
	case c.Partner.IsZero():
		return check.Input("partner", "none")
	case len(c.Units) == 0:
		return check.Input("units", "none")
	case c.Status.IsLive() && c.Ends.Before(c.start()):
		return check.Input("ends", c.Ends.String()+" comes before the start, "+c.start().String())
	}
	if i := slices.IndexFunc(c.Units, func(u Unit) bool { return isBlank(u.Name) }); i >= 0 {
		return check.Input(check.Item("units", i)+".name", "empty")
	}
	return nil
}

// isBlank reports whether there is nothing but space, quickly for what begins
// with a letter.
func isBlank(s string) bool {
	return s == "" || (s[0] <= ' ' || s[0] > '~') && strings.TrimSpace(s) == ""
}

// Covers returns whether an approved claim covers a subscription on a day: it
// must name it, hold on that day, and the subscription must not have ended
// before. A claim ends with its subscription, and a new subscription needs a
// claim of its own (CPR-29). The parameter ended is the last day of the
// subscription, or the zero Date if it runs. The result is Unknown if on, the
// approval day, the status or the area is unknown or invalid.
func (c Claim) Covers(s SubscriptionID, ended, on calendar.Date) Tri {
	names := slices.ContainsFunc(c.Units, func(u Unit) bool { return u.Subscription == s })
	switch {
	case c.Status != Approved && c.Status.isKnown(), c.Area == Microsoft365:
		return No
	case s.IsZero() || !names || on.After(ended) || on.After(c.Ends) || on.Before(c.Approved):
		return No
	case c.Status != Approved || c.Area != BusinessApplications || on.IsZero() || c.Approved.IsZero():
		return Unknown
	}
	return Yes
}

// Notes returns what to know besides the claim: on an approved claim in Business
// Applications, where the partner sees its subscription (CPR-43).
func (c Claim) Notes() iter.Seq[partnerrules.Note] {
	return noteIf(c.Status == Approved && c.Area == BusinessApplications, subscriptionShown)
}

// A party is who claims: a location, and the global account of its company
// above it, which may not be known.
type party struct{ partner, company PartnerID }

// sameCompany returns whether two parties are of one company: Yes if an ID of one
// is an ID of the other, No if both companies are known, and else Unknown. It
// looks at these two alone.
func (a party) sameCompany(b party) Tri {
	switch {
	case a.has(b.partner) || !b.company.IsZero() && a.has(b.company):
		return Yes
	case a.company.IsZero() || b.company.IsZero():
		return Unknown
	}
	return No
}

// has reports whether id, which is one, is an ID of the party.
func (a party) has(id PartnerID) bool { return a.partner == id || a.company == id }

// A Status is where an association claim stands. The zero value is unknown.
// There is no status for an expired or withdrawn claim.
type Status uint8

// The statuses. The last two are of the edition of 2023.
const (
	StatusUnknown         Status = iota // "unknown"
	Editing                             // being written; the edition of 2023 calls it Draft: "editing"
	Submitted                           // waiting for its initial review: "submitted"
	UnderReview                         // being decided on: "under-review"
	PartnerActionRequired               // the partner was asked for more: "partner-action-required"
	Approved                            // the partner is associated: "approved"
	Rejected                            // not approved; the partner may dispute that: "rejected"
	Dispute                             // a rejection that the partner disputes: "dispute"
	RejectedFinal                       // a rejection that cannot be disputed: "rejected-final"

	lastStatus = RejectedFinal
)

// IsLive reports whether a claim in this status takes part in competition: from
// its submission on until it is rejected (CPR-31).
func (s Status) IsLive() bool {
	switch s {
	case Submitted, UnderReview, PartnerActionRequired, Approved, Dispute:
		return true
	}
	return false
}

// isKnown reports whether s is a status, and not unknown.
func (s Status) isKnown() bool { return s != StatusUnknown && s <= lastStatus }

// A Cause is why an approved claim leaves that status. The zero value is unknown.
type Cause uint8

// The causes.
const (
	CauseUnknown     Cause = iota // "unknown"
	CustomerDeclined              // the customer does not consent (CPR-25): "customer-declined"
	PartnerEnded                  // the partner wishes it (CPR-27): "partner-ended"
	Displaced                     // a challenger was approved (CPR-46): "displaced"

	lastCause = Displaced
)

// A Step is an entry in the history of a claim: the status that it came to, and
// when. An edit that moves nothing is no step.
type Step struct {
	Status Status        `json:"status"`
	On     calendar.Date `json:"on"`

	// Cause says why an approved claim left that status.
	Cause Cause `json:"cause,omitzero"`

	// Grounds is the reason that the partner states for ending an approved
	// claim, which the edition of 2023 asks for (CPR-27).
	Justification string `json:"justification,omitzero"`

	// Competes says of a claim that comes under review whether it competes with
	// an incumbent, and Told whether its claimant was told so in the comments:
	// then it may stay under review past its due day (CPR-24).
	Competes Tri `json:"competes,omitzero"`
	Notified Tri `json:"notified,omitzero"`
}

// A ClaimState is where a claim stands. The zero value is a claim of which nothing
// is known.
type ClaimState struct {
	Status Status        `json:"status"`
	Since  calendar.Date `json:"since,omitzero"` // the day on which it came to the status

	// Disputed says that a rejection of it was disputed before (CPR-26).
	Disputed bool `json:"disputed,omitzero"`

	// Competes and Told are those of the step that brought it under review.
	Competes Tri `json:"competes,omitzero"`
	Notified Tri `json:"notified,omitzero"`
}

// Editable reports whether a claim can be edited in a status, under [Baseline]:
// see [Policy.Editable].
func Editable(s Status) bool { return Baseline().Editable(s) }

// Editable reports whether a claim can be edited in a status (CPR-28). An edit
// moves nothing and restarts no clock. It is false under an invalid policy.
func (p Policy) Editable(s Status) bool {
	if !p.Edition.has(s) {
		return false
	}
	switch s {
	case Editing, PartnerActionRequired:
		return true
	case Submitted:
		return p.Edition.terms().submittedIsEditable
	}
	return false
}

// check returns the error of the first bad field.
func (s *ClaimState) check() error {
	switch {
	case !s.Status.isKnown():
		return check.Invalid("status", s.Status)
	case s.Since.IsZero():
		return check.NoDate("since")
	}
	return check.Tris(check.Tri{Name: "competes", Value: s.Competes}, check.Tri{Name: "notified", Value: s.Notified})
}

// check returns the error of the first bad field.
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
