package main

import (
	"fmt"
	"log"
	"os"
	"strings"
	"testing"

	"github.com/partnerrules/partnerrules/calendar"
)

// Three claims come in, and then the second one changes: Microsoft has begun the review,
// and its product is Teams.
func Example() {
	table, err := os.Open("testdata/claims.csv")
	if err != nil {
		log.Fatal(err)
	}
	if err := follow(table, os.Stdout, calendar.MustParseDate("2024-06-14")); err != nil {
		fmt.Println(err)
	}
	// Output:
	// CL-1: The customer may decline the claim. By 22 Feb 2023. The last day has passed, and the task is no longer possible.
	// CL-2: Microsoft must start the review. By 11 Jun 2024. The last day has passed, and the task is overdue.
	// - CL-1 and CL-2: The claims compete: they are of different companies.
	// CL-3: Microsoft must start the review. By 13 Jun 2024. The last day has passed, and the task is overdue.
	// CL-4: You must answer Microsoft and submit the claim again. By 7 Jun 2024. The last day has passed, and the task is overdue.
	// CL-2: Microsoft must decide on the claim, or ask you for more. By 28 Jun 2024. There is still time.
	// - CL-2 and CL-3: The claims are duplicates: they are of one company.
}

// An error names the row, and the column of a cell that is invalid.
func TestFollow_Errors(t *testing.T) {
	const header = "id,status,since,submitted,tenant,area,activities,partner,unit\n"
	for row, want := range map[string][]string{
		"CL-1,submited,2024-06-04,2024-06-04,a1b2c3d4-0000-4000-8000-000000000001,microsoft-365,usage,9100011,Teams\n":  {"row 1: ", "status"},
		"CL-1,submitted,2024-06-31,2024-06-04,a1b2c3d4-0000-4000-8000-000000000001,microsoft-365,usage,9100011,Teams\n": {"row 1: ", "since"},
		"CL-1,submitted,2024-06-04,2024-06-04,,microsoft-365,usage,9100011,Teams\n":                                     {"tenant", "CL-1"},
		"CL-1,submitted,2024-06-24,2024-06-04,a1b2c3d4-0000-4000-8000-000000000001,microsoft-365,usage,9100011,Teams\n": {"CL-1: ", "state.since"},
		"CL-1\n": {"line 2"},
	} {
		err := follow(strings.NewReader(header+row), &strings.Builder{}, calendar.MustParseDate("2024-06-14"))
		for _, part := range want {
			if err == nil || !strings.Contains(err.Error(), part) {
				t.Errorf("%s: %v, want %q in it", row, err, part)
			}
		}
	}
}
