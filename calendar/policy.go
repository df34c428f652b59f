package calendar

import (
	"strconv"

	"github.com/partnerrules/partnerrules/internal/check"
)

// A Policy holds what differs between editions of the rules on membership
// dates. It is a plain value: copy [Baseline], change a field, and call its
// methods. The zero value is not a policy, see [Policy.Validate].
type Policy struct {
	// WindowOpens and WindowCloses are the first and the last day of the
	// renewal window, in days after the anniversary date (CAL-05). The
	// baseline is 1 and 30. The renewal article of 2023-24 also speaks of a
	// window that opens on the anniversary date itself: 0 and 30. The numbers are
	// small because a policy is part of each answer.
	WindowOpens  int16 `json:"windowOpens"`
	WindowCloses int16 `json:"windowCloses"`

	// YearFromPayment makes the day on which a renewal is paid the start of the
	// new paid year (CAL-07, an edition of 2018 to 2022). In the baseline the
	// day of payment plays no part, and the year follows the one before.
	YearFromPayment bool `json:"yearFromPayment,omitzero"`
}

// Baseline returns the edition of the benefits FAQ of 2023-24, on which the
// functions of this package rest that are not methods of a Policy.
func Baseline() Policy { return Policy{WindowOpens: 1, WindowCloses: 30} }

// InForce returns the policy known to hold on a day, and whether that day is
// one for which the rules are known. No rule of this package has changed on a
// published date, so it is always the baseline.
func InForce(on Date) (Policy, Coverage) { return Baseline(), Editions().Coverage(on) }

// Editions returns the editions of the rules of this package.
func Editions() EditionList {
	return EditionList{{
		Name:   "baseline",
		From:   MustParseDate("2018-07-24"),
		Seen:   MustParseDate("2024-12-31"),
		Source: "Renew your membership offers; Microsoft AI Cloud Partner Program benefits FAQ, Membership",
	}}
}

// longestWindow keeps a window from reaching the next anniversary date, which
// comes 365 days later at the earliest.
const longestWindow = 364

// Validate returns an [*partnerrules.InputError] for the first field that makes no sense:
// the window must open on the anniversary date or later, close on its opening
// day or later, at least one and at most 364 days after the anniversary date.
func (p Policy) Validate() error {
	switch {
	case p.WindowCloses < 1 || p.WindowCloses > longestWindow:
		return check.Input("windowCloses", check.Outside(int(p.WindowCloses), 1, longestWindow))
	case p.WindowOpens < 0 || p.WindowOpens > p.WindowCloses:
		return check.Input("windowOpens", check.Outside(int(p.WindowOpens), 0, int(p.WindowCloses)))
	}
	return nil
}

// String names the policy by what sets it apart from the baseline: "baseline",
// or "baseline with window AD+0 to AD+30".
func (p Policy) String() string {
	s, join := "baseline", " with "
	if base := Baseline(); p.WindowOpens != base.WindowOpens || p.WindowCloses != base.WindowCloses {
		s += join + "window AD+" + strconv.Itoa(int(p.WindowOpens)) + " to AD+" + strconv.Itoa(int(p.WindowCloses))
		join = " and "
	}
	if p.YearFromPayment {
		s += join + "years from the day of payment"
	}
	return s
}

// An Edition is a reading of published rules: since when it holds, where it is
// published, and until when that was seen. Each package of the library lists
// its own.
type Edition struct {
	Name   string `json:"name"`
	From   Date   `json:"from"`   // the first day for which it is known to hold
	Seen   Date   `json:"seen"`   // the last day on which a copy of its source shows it
	Source string `json:"source"` // the published document
}

// Coverage says whether the rules are known for a day. The zero value is that
// of no date.
type Coverage uint8

// A day may lie before the first edition known, or after the day on which the
// sources were last seen; then the answer is that of the nearest edition, and
// the programme may have said otherwise. A day after the older of two editions
// was last seen, and before the first of the newer, is covered by the older.
const (
	CoverageUnknown Coverage = iota // there is no date to tell by: "unknown"
	CoverageFull                    // the rules are known for that day: "covered"
	CoverageBefore                  // the day lies before the first edition known: "before-first-edition"
	CoverageAfter                   // the day lies after the sources were last seen: "after-last-seen"
)

// An EditionList holds the editions of a package, oldest first.
type EditionList []Edition

// Known returns the days for which the rules are known: from the first day of
// the first edition through the day on which the last was seen. A day after the
// older of two editions was last seen, and before the first of the newer, counts
// as covered by the older. Without editions it is the zero Period.
func (l EditionList) Known() Period {
	if len(l) == 0 {
		return Period{}
	}
	return span(l[0].From, l[len(l)-1].Seen)
}

// Coverage returns how a day relates to the days for which the rules are known.
func (l EditionList) Coverage(on Date) Coverage {
	known := l.Known()
	switch {
	case known.Contains(on):
		return CoverageFull
	case on.Before(known.First()):
		return CoverageBefore
	case on.After(known.Last()):
		return CoverageAfter
	}
	return CoverageUnknown
}
