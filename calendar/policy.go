package calendar

import (
	"strconv"

	"github.com/partnerrules/partnerrules/internal/check"
)

// A Policy holds the differences between editions of the rules on membership
// dates. It is a plain value: copy [Baseline], change a field, and call its
// methods. The zero Policy is invalid.
type Policy struct {
	// WindowOpens and WindowCloses are the first and the last day of the
	// renewal window, in days after the anniversary date (CAL-05). The baseline
	// is 1 and 30. In the renewal article of the end of 2024 the window opens on
	// the anniversary date itself, which is 0 and 30. Both are int16 to keep
	// answers small, because each answer contains its policy.
	WindowOpens  int16 `json:"windowOpens"`
	WindowCloses int16 `json:"windowCloses"`

	// YearFromPayment starts a new paid year on the day on which its renewal is
	// paid (CAL-07, an edition of 2018 to 2022). In the baseline the day of
	// payment is ignored, and paid years follow one another.
	YearFromPayment bool `json:"yearFromPayment,omitzero"`
}

// Baseline returns the policy of the benefits FAQ of 2023-24. The functions of
// this package that are not methods of a Policy use it.
func Baseline() Policy { return Policy{WindowOpens: 1, WindowCloses: 30} }

// InForce returns the policy in force on a day, and the coverage of that day. It
// always returns the baseline, because no rule of this package has changed on a
// published date.
func InForce(on Date) (Policy, Coverage) { return Baseline(), known.Coverage(on) }

// known is the time for which the rules are known.
var known = Editions().Known()

// Editions returns the editions of the rules of this package.
func Editions() EditionList {
	return EditionList{
		{
			Name:   "2018",
			From:   MustParseDate("2018-07-24"),
			Seen:   MustParseDate("2024-12-31"),
			Source: "Renew your membership offers; Microsoft AI Cloud Partner Program benefits FAQ, Membership",
		},
		{
			Name:   "2026, with the same rules",
			From:   MustParseDate("2026-02-13"),
			Seen:   MustParseDate("2026-06-22"),
			Source: "Microsoft AI Cloud Partner Program benefits FAQ",
			Quoted: true,
		},
	}
}

// longestWindow ends a window before the next anniversary date, which is at least
// 365 days after ad.
const longestWindow = 364

// Validate returns an [*partnerrules.InputError] if:
//   - WindowCloses is not within 1 to 364;
//   - WindowOpens is not within 0 to WindowCloses.
func (p Policy) Validate() error {
	switch {
	case p.WindowCloses < 1 || p.WindowCloses > longestWindow:
		return check.Input("windowCloses", check.Outside(int(p.WindowCloses), 1, longestWindow))
	case p.WindowOpens < 0 || p.WindowOpens > p.WindowCloses:
		return check.Input("windowOpens", check.Outside(int(p.WindowOpens), 0, int(p.WindowCloses)))
	}
	return nil
}

// String returns "baseline" and the differences from it, as in "baseline with
// window AD+0 to AD+30".
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
