package agreement

import (
	"strings"

	"github.com/partnerrules/partnerrules/calendar"
)

// A Policy holds what differs between editions of the rules on the customer
// agreement. It is a plain value: copy [Baseline] or the policy of [InForce],
// change a field, and call its methods. The zero value is the baseline.
type Policy struct {
	// NotifiedFrom is the first day whose attestations are notified to the
	// customer (AGR-22), compared with the UTC day of the attesting. No date, as
	// in the baseline: all are.
	NotifiedFrom calendar.Date `json:"notifiedFrom,omitzero"`

	// InvitedNotNotified takes the letter of the help page: a customer that was
	// invited to accept directly is not notified, even of an attestation. In
	// the baseline the attestation notifies (AGR-21).
	InvitedNotNotified bool `json:"invitedNotNotified,omitzero"`

	// SeatChangeExempt and ManualRenewalExempt take these for no purchases. In
	// the baseline both are purchases, and ask for an acceptance (AGR-41).
	SeatChangeExempt    bool `json:"seatChangeExempt,omitzero"`
	ManualRenewalExempt bool `json:"manualRenewalExempt,omitzero"`

	// EnhancedFrom is the first day on which attesting in the portal and by the
	// old API is closed, and the cut-off holds (AGR-45). It is compared with the
	// UTC day judged. No date, as in the baseline: never.
	EnhancedFrom calendar.Date `json:"enhancedFrom,omitzero"`

	// CutOff is the first day whose attestations, from EnhancedFrom on, count
	// for purchases. It is compared with their UTC day. No date: all count.
	CutOff calendar.Date `json:"cutOff,omitzero"`

	// CutOffSparesDirect lets a direct acceptance before the cut-off count.
	CutOffSparesDirect bool `json:"cutOffSparesDirect,omitzero"`
}

// Baseline returns the edition of late 2023, on which the functions of this
// package rest that are not methods of a Policy.
func Baseline() Policy { return Policy{} }

// InForce returns the policy known to hold on a day, and whether that day is
// one for which the rules are known. It is the baseline with NotifiedFrom,
// EnhancedFrom and CutOff set, on every day: each is compared with the day
// judged.
func InForce(on calendar.Date) (Policy, calendar.Coverage) {
	editions := Editions()
	return Policy{
		NotifiedFrom: editions[1].From,
		EnhancedFrom: editions[2].From,
		CutOff:       calendar.MustParseDate("2023-04-01"),
	}, calendar.CoverageOf(Known(), on)
}

// Known returns the days for which the rules of this package are known.
func Known() calendar.Period { return calendar.KnownDays(Editions()) }

// Editions returns the editions of the rules of this package, oldest first.
func Editions() []calendar.Edition {
	return []calendar.Edition{
		{
			Name:   "baseline",
			From:   calendar.MustParseDate("2020-02-01"),
			Seen:   calendar.MustParseDate("2024-12-31"),
			Source: helpPage,
		},
		{
			Name:   "customers are notified of attestations (AGR-22)",
			From:   calendar.MustParseDate("2023-04-15"),
			Seen:   calendar.MustParseDate("2024-12-31"),
			Source: news,
		},
		{
			Name:   "enhanced attestation, end of the old routes (AGR-45)",
			From:   calendar.MustParseDate("2026-01-05"),
			Seen:   calendar.MustParseDate("2026-01-31"),
			Source: enhanced,
		},
	}
}

// Validate returns a [*calendar.InputError] for the first field that makes no
// sense: the cut-off takes effect from EnhancedFrom on, and may not lie after
// it.
func (p Policy) Validate() error {
	switch {
	case p.CutOff.IsZero():
		return nil
	case p.EnhancedFrom.IsZero():
		return &calendar.InputError{Name: "cutOff", Reason: "without enhancedFrom it never takes effect"}
	case p.CutOff.After(p.EnhancedFrom):
		return &calendar.InputError{Name: "cutOff", Reason: p.CutOff.String() + " comes after enhancedFrom, " + p.EnhancedFrom.String()}
	}
	return nil
}

// String names the policy by what sets it apart from the baseline.
func (p Policy) String() string {
	var b strings.Builder
	b.WriteString("baseline")
	add := func(differs bool, text string) {
		if differs {
			b.WriteString("; " + text)
		}
	}
	add(!p.NotifiedFrom.IsZero(), "customers notified from "+p.NotifiedFrom.String())
	add(p.InvitedNotNotified, "invited customers not notified")
	add(p.SeatChangeExempt, "seat changes are no purchases")
	add(p.ManualRenewalExempt, "manual renewals are no purchases")
	add(!p.EnhancedFrom.IsZero(), "enhanced attestation from "+p.EnhancedFrom.String())
	add(!p.CutOff.IsZero(), "acceptances before "+p.CutOff.String()+" no longer count")
	add(p.CutOffSparesDirect, "direct ones do")
	return b.String()
}

// check refuses what cannot be judged by.
func (p *Policy) check(f *Facts) error {
	if err := p.Validate(); err != nil {
		return err
	}
	return f.validate()
}

// isEnhanced says whether the old routes are closed (AGR-45).
func (p *Policy) isEnhanced(now Timestamp) Tri {
	switch {
	case p.EnhancedFrom.IsZero():
		return No
	case !now.IsSet():
		return Unknown
	}
	return TriOf(!now.before(p.EnhancedFrom))
}

// isPurchase says whether a purchase asks for an acceptance (AGR-41).
func (p *Policy) isPurchase(what Purchase) Tri {
	switch what {
	case NewPurchase:
		return Yes
	case SeatChange:
		return TriOf(!p.SeatChangeExempt)
	case ManualRenewal:
		return TriOf(!p.ManualRenewalExempt)
	case AutomaticRenewal:
		return No
	}
	return Unknown
}

// isTooOld says whether a consent lies before the cut-off (AGR-45).
func (p *Policy) isTooOld(on Timestamp) Tri {
	switch {
	case p.CutOff.IsZero():
		return No
	case !on.IsSet():
		return Unknown
	}
	return TriOf(on.before(p.CutOff))
}
