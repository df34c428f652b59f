package partnerrules_test

import (
	"testing"

	. "github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
)

// Text has a line for each part, in the order of the parts. Empty parts leave no
// trace, and neither does a note that repeats the verdict.
func TestExplanation_Text(t *testing.T) {
	e := Explanation{Title: "Solutions Partner for Security", Verdict: Label{Code: "disabled", Message: "The button is disabled."}}
	if got, want := e.Text(), "Solutions Partner for Security: The button is disabled."; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	e.Reasons = []ExplainedReason{
		{Rule: "ELG-02", Message: "The window is closed.", Remedy: "Wait.", From: "2024-09-02"},
		{Rule: "CPR-18", Message: "The area is empty.", Subject: "draft.area"},
		{Rule: "ELG-05", Message: "Is a profile linked?"},
	}
	e.Missing = []Label{{"role", "the role of the user"}}
	e.Days = []ExplainedDays{
		{Message: "Window", First: "2024-09-02", Last: "2024-10-01"},
		{Message: "Day", Subject: "year", First: "2024-09-01", Last: "2024-09-01"},
		{Message: "Open", First: "2024-10-02"},
		{Message: "Before", Last: "2024-08-31"},
	}
	e.Notes = []Note{{Message: "Read this."}, {Message: "The button is disabled."}}
	want := `Solutions Partner for Security: The button is disabled.
- ELG-02: The window is closed. Wait. From 2024-09-02 on, this no longer holds.
- CPR-18 (draft.area): The area is empty.
- ELG-05: Is a profile linked?
- To find out: the role of the user
- Window: 2024-09-02 to 2024-10-01
- Day (year): 2024-09-01
- Open: from 2024-10-02 on
- Before: through 2024-08-31
- Read this.`
	if got := e.Text(); got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// The text warns of a day for which no published source shows the rules.
func TestExplanation_TextCoverage(t *testing.T) {
	for c := range Values[calendar.Coverage]() {
		e := Explanation{Title: "Order", Verdict: Label{Message: "It may proceed."}, Coverage: Label{c.String(), c.Message()}}
		want := "Order: It may proceed."
		if c != calendar.CoverageUnknown && c != calendar.CoveragePublished {
			want += "\n- " + c.Message()
		}
		if got := e.Text(); got != want {
			t.Errorf("%v: got %q, want %q", c, got, want)
		}
	}
}
