package benefits_test

import (
	"strconv"

	"pgregory.net/rapid"

	. "github.com/partnerrules/partnerrules/benefits"
	"github.com/partnerrules/partnerrules/calendar"
)

const (
	no      = No
	unknown = Unknown
	yes     = Yes
)

// A fataler is a testing.T or a rapid.T.
type fataler interface{ Fatal(args ...any) }

// timeline returns the timeline of a valid membership.
func timeline(t fataler, p Policy, m Membership) Timeline {
	tl, err := p.NewTimeline(m)
	if err != nil {
		t.Fatal(err)
	}
	return tl
}

var day = calendar.MustParseDate

// maybe parses a date. The empty text is the zero Date.
func maybe(text string) calendar.Date {
	var d calendar.Date
	if err := d.UnmarshalText([]byte(text)); err != nil {
		panic(err)
	}
	return d
}

func anyPolicy(t *rapid.T) Policy {
	p := Baseline()
	if rapid.Bool().Draw(t, "baseline") {
		return p
	}
	p.Dates.WindowCloses = rapid.Int16Range(1, 60).Draw(t, "closes")
	p.Dates.WindowOpens = rapid.Int16Range(0, p.Dates.WindowCloses).Draw(t, "opens")
	p.Dates.YearFromPayment = rapid.Bool().Draw(t, "years from payment")
	if rapid.Bool().Draw(t, "ends with the year") {
		p.EndsWithYearFrom = day("2022-10-04").AddDays(rapid.IntRange(0, 2000).Draw(t, "ends with the year from"))
	}
	p.ModernizedRedemption = rapid.Bool().Draw(t, "modernized")
	return p
}

func anyStart(t *rapid.T) calendar.Date {
	if rapid.Bool().Draw(t, "start on a boundary day") {
		return rapid.SampledFrom([]calendar.Date{
			day("2024-02-29"), day("2023-02-28"), day("2023-01-31"), day("2024-01-31"), day("2022-12-31"), day("2023-01-30"), day("2020-02-29"),
		}).Draw(t, "start")
	}
	return day("2022-10-04").AddDays(rapid.IntRange(0, 800).Draw(t, "start"))
}

// anyMembership draws a membership of one to four paid years. All days are known.
func anyMembership(t *rapid.T, p Policy) Membership {
	m := Membership{Start: anyStart(t)}
	for range rapid.IntRange(0, 3).Draw(t, "renewals") {
		window := p.Dates.RenewalWindow(anniversaries(p, m)[len(m.Renewals)])
		m.Renewals = append(m.Renewals, pick(t, "renewal", window.First(), window.Last()))
	}
	return m
}

// pick draws a day from first to last. The first and the last day are more likely.
func pick(t *rapid.T, name string, first, last calendar.Date) calendar.Date {
	n, ok := last.DaysSince(first)
	if !ok || n < 0 {
		return calendar.Date{}
	}
	switch rapid.IntRange(0, 3).Draw(t, name+" at") {
	case 0:
		return first
	case 1:
		return last
	}
	return first.AddDays(rapid.IntRange(0, n).Draw(t, name))
}

// anyBenefit draws a benefit whose facts are all known. It is redeemed or not.
func anyBenefit(t *rapid.T, p Policy, m Membership) Benefit {
	return anyBenefitOfYear(t, p, m, rapid.IntRange(1, years(m)).Draw(t, "year"))
}

func anyBenefitOfYear(t *rapid.T, p Policy, m Membership, year int) Benefit {
	b := Benefit{
		ID:       "b" + strconv.Itoa(rapid.IntRange(0, 1000000).Draw(t, "id")),
		Category: Category(rapid.IntRange(1, int(OnPremisesSoftware)).Draw(t, "category")),
		Year:     year,
		Redeemed: no,
	}
	s := specify(p, m, b)
	b.Unlocked = pick(t, "unlocked", s.provided, s.access)
	if rapid.IntRange(0, 3).Draw(t, "redeemed") > 0 {
		if on := pick(t, "redeemed on", calendar.Max(s.provided, b.Unlocked), s.redeemThrough); !on.IsZero() {
			b.RedeemedOn, b.Redeemed = on, yes
		}
	}
	return b
}
