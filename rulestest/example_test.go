package rulestest_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"log"

	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/eligibility"
	"github.com/partnerrules/partnerrules/rulestest"
)

// A decision is stored when it is made, and rechecked after an update of the library.
// The second record has a reason with another code, as if an earlier version had written
// it.
func ExampleRecheck() {
	facts := eligibility.Facts{Account: eligibility.Authorized}
	decision, err := eligibility.Evaluate(eligibility.MicrosoftActionPack, facts, calendar.MustParseDate("2025-01-22"))
	if err != nil {
		log.Fatal(err)
	}
	stored, err := json.Marshal(decision.Explain(facts))
	if err != nil {
		log.Fatal(err)
	}

	differences, err := rulestest.Recheck(stored)
	fmt.Println(differences, err)

	old := bytes.ReplaceAll(stored, []byte("offer-retired"), []byte("no-longer-sold"))
	differences, err = rulestest.Recheck(old)
	if err != nil {
		log.Fatal(err)
	}
	for _, d := range differences {
		fmt.Println(d)
	}
	// Output:
	// [] <nil>
	// reasons[3] (ELG-13): stored no-longer-sold, now nothing
	// reasons[3] (ELG-13): stored nothing, now offer-retired
	// answer.rows.sold.reason: stored no-longer-sold, now offer-retired
}

// A program answers one call itself, and passes the others on to the library.
func Example() {
	answer := func(call string, given json.RawMessage) (any, error) {
		if call == "order.total" {
			return map[string]int{"total": 12}, nil
		}
		return rulestest.Answer(call, given)
	}
	result, err := answer("date.add-years", json.RawMessage(`{"date": "2024-02-29", "n": 1}`))
	fmt.Println(result, err)
	_, err = answer("date.parse", json.RawMessage(`{"text": "2023-02-29"}`))
	fmt.Println(err)
	// Output:
	// map[date:2025-02-28] <nil>
	// date "2023-02-29" at offset 8: day 29 is not within 1 to 28
}
