package calendar_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	. "github.com/partnerrules/partnerrules/calendar"
)

// The known time runs from the first edition to the last source seen, and the part of
// it after the last published source is quoted (EDN-05, EDN-06). The older edition
// covers the days between two editions. An edition that is announced only covers no
// days of its own (EDN-07).
func TestEditionList_Known(t *testing.T) {
	day := MustParseDate
	first := Edition{From: day("2020-01-01"), Seen: day("2021-06-30")}
	second := Edition{From: day("2022-01-01"), Seen: day("2022-12-31")}
	quoted := Edition{From: day("2023-02-01"), Seen: day("2023-03-31"), Quoted: true}
	announced := Edition{From: day("2024-01-01"), Seen: day("2023-04-30"), Quoted: true}
	for _, test := range []struct {
		editions EditionList
		want     Known
		on       string // a word for each day of the test
	}{
		{nil, Known{}, "unknown unknown unknown unknown unknown unknown unknown unknown unknown"},
		{
			EditionList{first},
			Known{day("2020-01-01"), day("2021-06-30"), day("2021-06-30")},
			"unknown before-first-edition published published after-last-seen after-last-seen after-last-seen after-last-seen after-last-seen",
		},
		{
			EditionList{first, second},
			Known{day("2020-01-01"), day("2022-12-31"), day("2022-12-31")},
			"unknown before-first-edition published published published published after-last-seen after-last-seen after-last-seen",
		},
		{
			EditionList{first, second, quoted, announced},
			Known{day("2020-01-01"), day("2022-12-31"), day("2023-04-30")},
			"unknown before-first-edition published published published published quoted quoted after-last-seen",
		},
		{
			EditionList{quoted, first},
			Known{day("2020-01-01"), day("2021-06-30"), day("2023-03-31")},
			"unknown before-first-edition published published quoted quoted quoted after-last-seen after-last-seen",
		},
		{
			EditionList{announced},
			Known{First: day("2024-01-01"), Last: day("2023-04-30")},
			"unknown before-first-edition before-first-edition before-first-edition before-first-edition before-first-edition before-first-edition before-first-edition after-last-seen",
		},
	} {
		got := test.editions.Known()
		if got != test.want {
			t.Errorf("Known of %v is %v, want %v", test.editions, got, test.want)
		}
		var on []string
		for _, d := range []Date{
			{},
			day("2019-12-31"), day("2020-01-01"), day("2021-06-30"), day("2021-12-31"), day("2022-12-31"),
			day("2023-01-01"), day("2023-04-30"), day("2024-01-01"),
		} {
			on = append(on, got.Coverage(d).String())
		}
		if diff := cmp.Diff(strings.Fields(test.on), on); diff != "" {
			t.Errorf("coverage of the days with %v:\n%s", test.editions, diff)
		}
	}
}
