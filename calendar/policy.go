package calendar

import "strconv"

// A Policy holds what differs between editions of the rules on membership
// dates. It is a plain value: copy [Baseline], change a field, and call its
// methods. The zero value is not a policy, see [Policy.Validate].
type Policy struct {
	// WindowOpens and WindowCloses are the first and the last day of the
	// renewal window, in days after the anniversary date (CAL-05). The
	// baseline is 1 and 30. The renewal article of 2023-24 also speaks of a
	// window that opens on the anniversary date itself: 0 and 30.
	WindowOpens  int `json:"windowOpens"`
	WindowCloses int `json:"windowCloses"`

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
func InForce(on Date) (Policy, Coverage) { return Baseline(), CoverageOf(Known(), on) }

// Known returns the days for which the rules of this package are known.
func Known() Period { return KnownDays(Editions()) }

// Editions returns the editions of the rules of this package.
func Editions() []Edition {
	return []Edition{{
		Name:   "baseline",
		From:   MustParseDate("2018-07-24"),
		Seen:   MustParseDate("2024-12-31"),
		Source: "Renew your membership offers; Microsoft AI Cloud Partner Program benefits FAQ, Membership",
	}}
}

// longestWindow keeps a window from reaching the next anniversary date, which
// comes 365 days later at the earliest.
const longestWindow = 364

// Validate returns an [*InputError] for the first field that makes no sense:
// the window must open on the anniversary date or later, close on its opening
// day or later, at least one and at most 364 days after the anniversary date.
func (p Policy) Validate() error {
	switch {
	case p.WindowCloses < 1 || p.WindowCloses > longestWindow:
		return &InputError{"windowCloses", outside(p.WindowCloses, 1, longestWindow)}
	case p.WindowOpens < 0 || p.WindowOpens > p.WindowCloses:
		return &InputError{"windowOpens", outside(p.WindowOpens, 0, p.WindowCloses)}
	}
	return nil
}

// String names the policy by what sets it apart from the baseline: "baseline",
// or "baseline with window AD+0 to AD+30".
func (p Policy) String() string {
	s, join := "baseline", " with "
	if base := Baseline(); p.WindowOpens != base.WindowOpens || p.WindowCloses != base.WindowCloses {
		s += join + "window AD+" + strconv.Itoa(p.WindowOpens) + " to AD+" + strconv.Itoa(p.WindowCloses)
		join = " and "
	}
	if p.YearFromPayment {
		s += join + "years from the day of payment"
	}
	return s
}
