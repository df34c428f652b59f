package cpor

import (
	"slices"
	"strconv"
	"strings"

	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/internal/enum"
)

// A Claim is an association claim as far as competition is concerned.
type Claim struct {
	ID         string      `json:"id"`
	Tenant     TenantID    `json:"tenant"` // of the customer
	Area       Area        `json:"area"`
	Activities ActivitySet `json:"activities"`
	Status     Status      `json:"status"`

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

// Validate returns a [*calendar.InputError], which names the field and the
// claim, if the claim lacks what competition asks for, or a value is no value
// of its type, or a live claim ends before it starts.
func (c Claim) Validate() error {
	if field, reason := c.fault(); field != "" {
		return &calendar.InputError{Name: field, Reason: reason + c.in()}
	}
	return nil
}

// in names the claim at the end of a sentence.
func (c *Claim) in() string { return ", in claim " + strconv.Quote(c.ID) }

func (c *Claim) fault() (field, reason string) {
	switch {
	case c.ID == "":
		return "id", "empty"
	case c.Tenant.IsZero():
		return "tenant", "none"
	case c.Area == noArea || c.Area > lastArea:
		return "area", "none: " + enum.Outside("area", c.Area)
	case c.Activities == 0 || !c.Activities.isValid():
		return "activities", "none, or what is no activity"
	case !c.Status.isKnown():
		return "status", "none: " + enum.Outside("status", c.Status)
	case c.Partner.IsZero():
		return "partner", "none"
	case len(c.Units) == 0:
		return "units", "none"
	case c.Status.IsLive() && c.Ends.Before(c.start()):
		return "ends", c.Ends.String() + " comes before the start, " + c.start().String()
	}
	if i := slices.IndexFunc(c.Units, func(u Unit) bool { return isBlank(u.Name) }); i >= 0 {
		return "units[" + strconv.Itoa(i) + "].name", "empty"
	}
	return "", ""
}

// isBlank reports whether there is nothing but space, quickly for what begins
// with a letter.
func isBlank(s string) bool {
	return s == "" || (s[0] <= ' ' || s[0] > '~') && strings.TrimSpace(s) == ""
}

// Covers says whether an approved claim covers a subscription on a day: it must
// name it, hold on that day, and the subscription must not have ended before.
// A claim ends with its subscription, and a new subscription needs a claim of
// its own (CPR-29). ended is the last day of the subscription, no date if it
// runs. No day to judge by, an approval on a day that is not known, and a status
// or an area that is not known or none leave it unknown.
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
