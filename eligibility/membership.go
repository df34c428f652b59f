package eligibility

import (
	"strconv"

	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/internal/check"
)

// A Membership is a purchase of an offer with its renewals. If Start and Anniversary
// are both zero, its dates are unknown, which only [StandingOn] and [FactsFrom] accept.
// Package benefits makes a timeline of a Membership.
type Membership struct {
	// Offer is the offer bought. Only [FactsFrom] and questions about licenses use it.
	Offer Offer `json:"offer,omitzero"`

	// Start is the day of the purchase, on which paid year 1 begins.
	Start calendar.Date `json:"start,omitzero"`

	// Anniversary is the anniversary date that ends paid year 1, the first known
	// year. It is not the current anniversary date, unlike Facts.Anniversary. Set
	// it if the start is unknown. Paid year 1 is then the year that ends on this
	// date, even if the membership was renewed before. If Start is set as well,
	// Anniversary must be one calendar year later (CAL-04).
	Anniversary calendar.Date `json:"anniversary,omitzero"`

	// Renewals are the days of payment after paid year 1, oldest first. Each is
	// in its renewal window. An unknown day is the zero Date. A payment after the
	// window starts another membership. There are at most 9998 renewals.
	Renewals []calendar.Date `json:"renewals,omitempty"`
}

// mostRenewals is the number of possible renewals of a membership that was bought
// on the first day of the calendar.
const mostRenewals = 9998

// Anniversaries returns the anniversary date that ends each paid year, the current
// one last. [StandingOn] returns the one of a day. Anniversaries takes time linear in
// the number of renewals.
//
// Anniversaries returns an [*partnerrules.InputError] if:
//   - both the start and the anniversary date are zero;
//   - a renewal is outside of its renewal window;
//   - the start and the anniversary date are both set, and the anniversary date is
//     not one calendar year after the start;
//   - there are more than 9998 renewals;
//   - the offer or the policy is invalid.
func (m Membership) Anniversaries(p calendar.Policy) ([]calendar.Date, error) {
	switch {
	case m.Offer > lastOffer:
		return nil, check.Invalid("offer", m.Offer)
	case m.Start.IsZero() && m.Anniversary.IsZero():
		return nil, check.Input("start", "no date: give the start or the anniversary date")
	case len(m.Renewals) > mostRenewals:
		return nil, check.Input("renewals", strconv.Itoa(len(m.Renewals))+" are more than "+strconv.Itoa(mostRenewals))
	}
	return p.Anniversaries(m.Start, m.Anniversary, m.Renewals...)
}

// A Phase is the state of a membership on a day (ELG-26). The zero Phase is
// PhaseUnknown.
type Phase uint8

// The phases of a membership.
const (
	PhaseUnknown Phase = iota // "unknown"
	NotStarted                // before the purchase: "not-yet"
	Running                   // through the anniversary date, before the renewal window: "running"
	InWindow                  // in the renewal window: "in-window"
	Lapsed                    // after the renewal window, without a renewal: "lapsed"
)

// A Standing is the state of a membership on a day, with its dates as they stand on
// that day (ELG-26).
type Standing struct {
	On    calendar.Date `json:"on"`
	Phase Phase         `json:"phase"`

	// Active is Yes if the membership is running or in its window. It is also Yes in
	// the window of a renewal on an unknown day, although the phase is unknown then.
	Active Tri `json:"active"`

	// Anniversary is the anniversary date, Window is the renewal window after it, and
	// LastAccess is the last day of access to the benefits without a renewal. They
	// are zero if unknown.
	Anniversary calendar.Date   `json:"anniversary,omitzero"`
	Window      calendar.Period `json:"window,omitzero"`
	LastAccess  calendar.Date   `json:"lastAccess,omitzero"`

	// DaysLeft is the number of days through the anniversary date if the membership
	// is running, and through the last day of the window if it is in its window. It
	// is 0 on that day, and in the other phases.
	DaysLeft int `json:"daysLeft,omitzero"`

	// Coverage is the coverage of the day, and Policy is the policy of the answer.
	Coverage calendar.Coverage `json:"coverage"`
	Policy   Policy            `json:"policy"`
}

// StandingOn returns the state of a membership on a day, under the policy in force.
// See [Policy.StandingOn].
func StandingOn(m Membership, on calendar.Date) (Standing, error) {
	return inForce().StandingOn(m, on)
}

// StandingOn returns the state of a membership on a day (ELG-26). It ignores renewals
// after the day. A renewal on an unknown day counts from the day after its window.
// If only an anniversary date is given, days more than twelve months before it are
// unknown. The phase is also unknown if on is zero, or if both the start and the
// anniversary date are.
//
// StandingOn returns an [*partnerrules.InputError] if:
//   - a renewal through the day is outside of its renewal window, or comes after a
//     renewal that is after the day;
//   - the start and the anniversary date are both set, and the anniversary date is
//     not one calendar year after the start;
//   - there are more than 9998 renewals;
//   - the offer or the policy is invalid.
func (p Policy) StandingOn(m Membership, on calendar.Date) (Standing, error) {
	if err := p.Validate(); err != nil {
		return Standing{}, err
	}
	s, _, err := p.standing(m, on)
	return s, err
}

// standing is StandingOn for a valid policy. It also returns the days from the start
// of the membership through the last day of access, as they stand on the day. They are
// zero if they are unknown.
func (p *Policy) standing(m Membership, on calendar.Date) (s Standing, days calendar.Period, err error) {
	s = Standing{On: on, Coverage: coverage(m.Offer, on), Policy: *p}
	if m.Renewals, err = renewalsThrough(m.Renewals, on); err != nil {
		return Standing{}, days, err
	}
	if m.Offer <= lastOffer && m.Start.IsZero() && m.Anniversary.IsZero() {
		return s, days, nil
	}
	ends, err := m.Anniversaries(p.Dates)
	if err != nil {
		return Standing{}, days, err
	}
	first := m.Start
	if first.IsZero() {
		first = m.Anniversary.AddYears(-1)
	}
	if on.IsZero() || m.Start.IsZero() && on.Before(first) {
		return s, days, nil
	}
	year, during := p.yearOn(ends, m.Renewals, on)
	ad := ends[year]
	window := p.Dates.RenewalWindow(ad)
	days, _ = calendar.NewPeriod(first, window.Last())
	if during {
		s.Active = Yes
		return s, days, nil
	}
	s.Anniversary, s.Window, s.LastAccess = ad, window, window.Last()
	s.setPhase(first)
	return s, days, nil
}

// renewalsThrough returns the renewals before the first one that is after a day. It
// returns an error if a later one in the list is not after the day.
func renewalsThrough(renewals []calendar.Date, on calendar.Date) ([]calendar.Date, error) {
	through := len(renewals)
	for i, paid := range renewals {
		switch {
		case paid.IsZero():
		case paid.After(on):
			through = min(through, i)
		case through < len(renewals):
			return nil, check.Input(check.Item("renewals", i), paid.String()+" comes after a later renewal")
		}
	}
	return renewals[:through], nil
}

// yearOn returns the index of the paid year that a day belongs to, given the
// anniversary dates of all years and the renewals between them. The result during is
// true if the day is in the window of a renewal on an unknown day.
func (p *Policy) yearOn(ends, renewals []calendar.Date, on calendar.Date) (year int, during bool) {
	for i, paid := range renewals {
		window := p.Dates.RenewalWindow(ends[i])
		switch {
		case !paid.IsZero():
		case on.Before(window.First()):
			return i, false
		case !on.After(window.Last()):
			return i, true
		}
	}
	return len(renewals), false
}

// setPhase fills in the fields that follow from the dates of a standing and the first
// day of the membership.
func (s *Standing) setPhase(first calendar.Date) {
	s.Active = No
	switch {
	case s.On.Before(first):
		s.Phase = NotStarted
	case s.Window.IsZero():
		s.Active = Unknown
	case s.Window.Contains(s.On):
		s.Phase, s.Active = InWindow, Yes
		s.DaysLeft, _ = s.Window.Last().DaysSince(s.On)
	case s.On.After(s.Window.Last()):
		s.Phase = Lapsed
	default:
		s.Phase, s.Active = Running, Yes
		days, _ := s.Anniversary.DaysSince(s.On)
		s.DaysLeft = max(0, days)
	}
}

// FactsFrom returns the facts that follow from a list of memberships, under the
// policy in force. See [Policy.FactsFrom].
func FactsFrom(memberships []Membership, complete bool, on calendar.Date) (Facts, error) {
	return inForce().FactsFrom(memberships, complete, on)
}

// FactsFrom returns the facts about a company on a day that follow from a list of its
// memberships (ELG-27): Membership, Anniversary, Held, HeldEarlier and the five packs.
// Set the other facts on the result.
//
// Set complete if the list has all memberships of the company, past ones included.
// What is not on a complete list is not held. If the list may be incomplete, FactsFrom
// returns what it shows as active, and the rest is unknown. A membership without a
// start and an anniversary date leaves unknown what depends on it. FactsFrom ignores
// what happens after the day.
//
// FactsFrom returns an [*partnerrules.InputError], with a name such as
// "memberships[1]", if (ELG-29):
//   - the offer of a membership is zero, or [Policy.StandingOn] rejects it;
//   - two designations are active with different anniversary dates;
//   - a designation is active while a legacy membership with a different anniversary
//     date is running, or Gold and Silver are both active;
//   - two memberships for the same offer have days in common;
//   - on is zero or the policy is invalid.
//
// The name is the name of the later one of two memberships.
func (p Policy) FactsFrom(memberships []Membership, complete bool, on calendar.Date) (Facts, error) {
	if err := p.Validate(); err != nil {
		return Facts{}, err
	}
	if on.IsZero() {
		return Facts{}, check.NoDate("on")
	}
	list := make([]listed, len(memberships))
	for i, m := range memberships {
		path := check.Item("memberships", i)
		if m.Offer == noOffer {
			return Facts{}, check.Input(path+".offer", "missing")
		}
		s, days, err := p.standing(m, on)
		if err != nil {
			return Facts{}, check.Within(path+".", err)
		}
		list[i] = listed{m.Offer, s, days}
		for j := range i {
			if reason := list[i].contradicts(&list[j]); reason != "" {
				return Facts{}, check.Input(path, reason+" "+check.Item("memberships", j))
			}
		}
	}
	absent := Unknown // what is not shown as active
	if complete {
		absent = No
	}
	f := Facts{
		ActionPack:      packFrom(list, MicrosoftActionPack, absent),
		Launch:          packFrom(list, PartnerLaunchBenefits, absent),
		SuccessCore:     packFrom(list, PartnerSuccessCore, absent),
		SuccessExpanded: packFrom(list, PartnerSuccessExpanded, absent),
		Learning:        packFrom(list, LearningActionPack, absent),
	}
	f.setDesignation(list, absent)
	return f, nil
}

// A listed is a membership of a list on the day judged.
type listed struct {
	offer Offer
	Standing
	days calendar.Period // see Policy.standing
}

// contradicts returns why l and an earlier membership of the list cannot both be true
// (ELG-29). The name of that membership follows the text, which is "" if they can.
func (l *listed) contradicts(earlier *listed) string {
	family, other := l.offer.Family(), earlier.offer.Family()
	differ := l.Anniversary != earlier.Anniversary && !l.Anniversary.IsZero() && !earlier.Anniversary.IsZero()
	switch {
	case l.offer == earlier.offer:
		if l.Phase != NotStarted && earlier.Phase != NotStarted && l.days.Overlaps(earlier.days) {
			return "is for the same offer and has days in common with"
		}
	case l.Active != Yes || earlier.Active != Yes:
	case family == FamilyLegacy && other == FamilyLegacy:
		return "is another active legacy membership beside"
	case family == FamilySolutionsPartner && other == FamilySolutionsPartner && differ,
		family == FamilySolutionsPartner && other == FamilyLegacy && differ && earlier.Phase == Running,
		family == FamilyLegacy && other == FamilySolutionsPartner && differ && l.Phase == Running:
		return "has anniversary date " + l.Anniversary.String() + ", but must share " + earlier.Anniversary.String() + " of"
	}
	return ""
}

// packFrom returns the facts about a pack.
func packFrom(list []listed, o Offer, absent Tri) Pack {
	pack := Pack{Active: absent}
	for i := range list {
		l := &list[i]
		switch {
		case l.offer != o:
		case l.Active == Yes:
			return Pack{Active: Yes, Anniversary: l.Anniversary}
		case l.Active == Unknown:
			pack.Active = Unknown
		}
	}
	return pack
}

// setDesignation fills in the facts about designations and legacy memberships.
func (f *Facts) setDesignation(list []listed, absent Tri) {
	var held, mayHold AreaSet // the areas of designations that are active, and that may be
	var shared calendar.Date  // the anniversary date of the designations
	var legacy, mayLegacy *listed
	f.HeldEarlier = absent
	for i := range list {
		l := &list[i]
		switch family := l.offer.Family(); {
		case family == FamilyLegacy && l.Active == Yes:
			legacy = l
		case family == FamilyLegacy && l.Active == Unknown:
			mayLegacy = l
		case family != FamilySolutionsPartner:
		case l.Active == Yes:
			held |= 1 << l.offer.Area()
			shared = later(shared, l.Anniversary)
			f.HeldEarlier = Yes
		case l.Active == Unknown:
			mayHold |= 1 << l.offer.Area()
			f.HeldEarlier = max(f.HeldEarlier, Unknown)
		case l.Phase == Lapsed:
			f.HeldEarlier = Yes
		}
	}
	if absent == No && mayHold&^held == 0 {
		f.Held = knownSet | held
	}
	switch {
	case held != 0:
		f.Membership, f.Anniversary = HoldsDesignation, shared
	case mayHold != 0:
	case legacy != nil && legacy.offer == LegacyGold:
		f.Membership, f.Anniversary = HoldsGold, legacy.Anniversary
	case legacy != nil:
		f.Membership, f.Anniversary = HoldsSilver, legacy.Anniversary
	case mayLegacy == nil && absent == No:
		f.Membership = HoldsNothing
	}
}
