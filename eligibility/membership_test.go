package eligibility_test

import (
	"errors"
	"slices"
	"testing"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
	. "github.com/partnerrules/partnerrules/eligibility"
)

// A start or an anniversary date alone is enough.
func TestMembershipAnniversaries(t *testing.T) {
	day := calendar.MustParseDate
	renewals := []calendar.Date{day("2024-03-02"), {}}
	want := []calendar.Date{day("2024-03-01"), day("2025-03-01"), day("2026-03-01")}
	for _, m := range []Membership{
		{Start: day("2023-03-01"), Renewals: renewals},
		{Anniversary: day("2024-03-01"), Renewals: renewals},
		{Start: day("2023-03-01"), Anniversary: day("2024-03-01"), Renewals: renewals},
		{Offer: LearningActionPack, Start: day("2023-03-01"), Renewals: renewals},
	} {
		if got, err := m.Anniversaries(calendar.Baseline()); err != nil || !slices.Equal(got, want) {
			t.Errorf("%+v has the anniversary dates %v, %v, want %v", m, got, err, want)
		}
	}
}

func TestMembershipAnniversaries_Errors(t *testing.T) {
	day := calendar.MustParseDate
	for _, test := range []struct {
		m    Membership
		name string
	}{
		{Membership{}, "start"},
		{Membership{Offer: LearningActionPack + 1, Start: day("2023-03-01")}, "offer"},
		{Membership{Start: day("2023-03-01"), Anniversary: day("2024-03-02")}, "anniversary"},
		{Membership{Anniversary: day("2024-03-01"), Renewals: []calendar.Date{day("2024-03-01")}}, "renewals[0]"},
		{Membership{Start: day("0001-01-01"), Renewals: make([]calendar.Date, 9999)}, "renewals"},
		{Membership{Start: day("0001-01-01"), Renewals: make([]calendar.Date, 9998)}, ""},
	} {
		got, err := test.m.Anniversaries(calendar.Baseline())
		var bad *partnerrules.InputError
		switch {
		case test.name == "" && (err != nil || len(got) != 9999):
			t.Errorf("a membership with 9998 renewals has %d anniversary dates, %v", len(got), err)
		case test.name != "" && (!errors.As(err, &bad) || bad.Name != test.name || got != nil):
			t.Errorf("%+v: %v, want an error about %s", test.m, err, test.name)
		}
	}
}
