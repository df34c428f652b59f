package calendar_test

import (
	"errors"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/partnerrules/partnerrules"
	. "github.com/partnerrules/partnerrules/calendar"
)

// Anniversaries returns the anniversary dates after zero, one and more renewals. The
// result is the same for a known start and for a known first anniversary date.
func TestPolicyAnniversaries(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, start := anyPolicy().Draw(t, "policy"), recent().Draw(t, "start")
		first := start.AddYears(1)
		var renewals []Date
		ad := first
		for range rapid.IntRange(0, 5).Draw(t, "renewals") {
			window := p.RenewalWindow(ad)
			length, _ := window.Days()
			renewals = append(renewals, window.First().AddDays(rapid.IntRange(0, length-1).Draw(t, "paid")))
			next, err := p.AnniversaryDate(start, renewals...)
			if err != nil {
				t.Fatal(err)
			}
			ad = next
		}
		bothGiven, errBoth := p.Anniversaries(start, first, renewals...)
		fromStart, err := p.Anniversaries(start, Date{}, renewals...)
		if err != nil || errBoth != nil || !slices.Equal(fromStart, bothGiven) || len(fromStart) != len(renewals)+1 {
			t.Fatalf("from %v renewed on %v: %v, %v; with the first anniversary date: %v, %v", start, renewals, fromStart, err, bothGiven, errBoth)
		}
		for n, got := range fromStart {
			if want, err := p.AnniversaryDate(start, renewals[:n]...); err != nil || got != want {
				t.Errorf("from %v after %d renewals: %v, want %v, %v", start, n, got, want, err)
			}
		}
		if start.Day() == 29 {
			return // counted from the anniversary date a 29 February is lost
		}
		fromFirst, err := p.Anniversaries(Date{}, first, renewals...)
		if err != nil || !slices.Equal(fromFirst, fromStart) {
			t.Errorf("from the anniversary date %v: %v, want %v, %v", first, fromFirst, fromStart, err)
		}
	})
}

func TestPolicyAnniversaries_Errors(t *testing.T) {
	day := MustParseDate
	start, first := day("2023-03-01"), day("2024-03-01")
	for _, test := range []struct {
		policy    Policy
		start, ad Date
		renewals  []Date
		name      string
	}{
		{Baseline(), start, first.AddDays(1), nil, "anniversary"},
		{Baseline(), start, first.AddDays(-1), nil, "anniversary"},
		{Baseline(), start, Date{}, []Date{first}, "renewals[0]"},
		{Baseline(), Date{}, first, []Date{{}, day("2024-03-02")}, "renewals[1]"},
		{Policy{}, start, Date{}, nil, "windowCloses"},
	} {
		got, err := test.policy.Anniversaries(test.start, test.ad, test.renewals...)
		var bad *partnerrules.InputError
		if !errors.As(err, &bad) || bad.Path != test.name || got != nil {
			t.Errorf("%+v: %v, %v, want an error about %s", test, got, err, test.name)
		}
	}
}
