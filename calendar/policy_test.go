package calendar_test

import (
	"testing"

	. "github.com/partnerrules/partnerrules/calendar"
)

func TestEditionList_Known(t *testing.T) {
	day := MustParseDate
	first := Edition{From: day("2020-01-01"), Seen: day("2021-06-30")}
	last := Edition{From: day("2022-01-01"), Seen: day("2022-12-31")}
	for want, editions := range map[string]EditionList{
		"no period": nil, "2020-01-01/2021-06-30": {first}, "2020-01-01/2022-12-31": {first, last},
	} {
		if got := editions.Known().String(); got != want {
			t.Errorf("Known of %v is %s, want %s", editions, got, want)
		}
	}
}

// The older edition covers the days between two editions.
func TestEditionList_Coverage(t *testing.T) {
	day := MustParseDate
	editions := EditionList{
		{From: day("2020-01-01"), Seen: day("2021-06-30")},
		{From: day("2022-01-01"), Seen: day("2022-12-31")},
	}
	for on, want := range map[string]Coverage{
		"": CoverageUnknown, "2019-12-31": CoverageBefore, "2020-01-01": CoverageFull, "2021-12-31": CoverageFull, "2022-12-31": CoverageFull, "2023-01-01": CoverageAfter,
	} {
		var d Date
		if err := d.UnmarshalText([]byte(on)); err != nil {
			t.Fatal(err)
		}
		if got := editions.Coverage(d); got != want {
			t.Errorf("Coverage(%v) = %v, want %v", d, got, want)
		}
		if got := (EditionList{}).Coverage(d); got != CoverageUnknown {
			t.Errorf("without editions Coverage(%v) = %v, want %v", d, got, CoverageUnknown)
		}
	}
}
