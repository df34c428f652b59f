package cpor_test

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/partnerrules/partnerrules/calendar"
	. "github.com/partnerrules/partnerrules/cpor"
	"pgregory.net/rapid"
)

// Claims, drafts, facts and answers make a round trip through JSON.
func TestAnswers_JSON(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, companies := anyPolicy(t), companyMap(t)
		a, b := anyClaim(t, "a", companies), anyClaim(t, "b", companies)
		throughJSON(t, a)
		pair, _, err := p.Relate(a, b)
		if err != nil {
			t.Fatal(err)
		}
		throughJSON(t, pair)
		arbitration, _ := p.Arbitrate(pair, today)
		throughJSON(t, arbitration)
		d, f := anyDraft(t)
		throughJSON(t, d)
		throughJSON(t, f)
		v, err := p.CheckDraft(d, f, today)
		if err != nil {
			t.Fatal(err)
		}
		throughJSON(t, v)
		deadline, err := p.NextDeadline(ClaimState{Status: Submitted, Since: today}, today, calendar.BusinessCalendar{})
		if err != nil {
			t.Fatal(err)
		}
		throughJSON(t, deadline)
	})
}

func throughJSON[T any](t *rapid.T, value T) {
	data, err := json.Marshal(value)
	if err != nil {
		t.Fatal(err)
	}
	var again T
	if err := json.Unmarshal(data, &again); err != nil {
		t.Fatalf("%s: %v", data, err)
	}
	if diff := cmp.Diff(value, again); diff != "" {
		t.Fatalf("%s\n%s", data, diff)
	}
}
