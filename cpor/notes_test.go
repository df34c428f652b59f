package cpor_test

import (
	"iter"
	"slices"
	"strings"
	"testing"

	"github.com/partnerrules/partnerrules"
	. "github.com/partnerrules/partnerrules/cpor"
)

// checkNotes compares the codes and rules of notes. It also checks that each
// message is a sentence, and that ranging can stop early.
func checkNotes(t *testing.T, want []string, notes iter.Seq[partnerrules.Note]) {
	t.Helper()
	var got []string
	for note := range notes {
		got = append(got, note.Code+" "+string(note.Rule))
		if !strings.HasSuffix(note.Message, ".") {
			t.Errorf("%s: %q", note.Code, note.Message)
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("notes %q, want %q", got, want)
	}
	for range notes {
		break
	}
}

// allNotes returns answers with all notes of the package.
func allNotes() []iter.Seq[partnerrules.Note] {
	arbitration, _ := Arbitrate(Pair{Relation: Competing, SameCompany: No}, today)
	covers := Claim{Status: Approved, Area: BusinessApplications}.Covers(Subscription{Ended: today}, today.AddDays(1))
	return []iter.Seq[partnerrules.Note]{
		Validation{Findings: []Finding{{Reason: DomainMismatch}}, Partner: partner(1), Activities: partnerrules.SetOf(ActivityUsage)}.Notes(),
		ActivityChoice{Area: Microsoft365}.Notes(), LocationOptions{}.Notes(), covers.Notes(), arbitration.Notes(),
		Deadline{State: ClaimState{Status: UnderReview, Competes: Yes}}.Notes(),
		Deadline{State: ClaimState{Status: Approved}, Timing: TimingClosed}.Notes(),
	}
}

// Notes with one message have one code, and the other way around.
func TestNotes_Messages(t *testing.T) {
	codes, messages := map[string]string{}, map[string]string{}
	for _, notes := range allNotes() {
		for note := range notes {
			if code, found := codes[note.Message]; found && code != note.Code {
				t.Errorf("%s and %s have one message", code, note.Code)
			}
			if message, found := messages[note.Code]; found && message != note.Message {
				t.Errorf("%s has two messages", note.Code)
			}
			codes[note.Message], messages[note.Code] = note.Code, note.Message
		}
	}
	if len(codes) != 8 {
		t.Errorf("%d different notes, want 8: %v", len(codes), messages)
	}
}

func TestNotes_DoNotAllocate(t *testing.T) {
	v := Validation{Findings: []Finding{{Reason: FieldMissing}, {Reason: DomainMismatch}}, Partner: partner(1), Activities: partnerrules.SetOf(ActivityUsage)}
	covers := Claim{Status: Approved, Area: BusinessApplications}.Covers(Subscription{Ended: today}, today.AddDays(1))
	arbitration, _ := Arbitrate(Pair{Relation: Competing, SameCompany: No}, today)
	if n := testing.AllocsPerRun(100, func() {
		notes := 0
		for range v.Notes() {
			notes++
		}
		for range covers.Notes() {
			notes++
		}
		for range (ActivityChoice{Area: Microsoft365}).Notes() {
			notes++
		}
		for range (Deadline{State: ClaimState{Status: PartnerActionRequired}}).Notes() {
			notes++
		}
		for range arbitration.Notes() {
			notes++
		}
		if notes != 8 {
			t.Fatalf("%d notes, want 8", notes)
		}
	}); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

// CPR-39 goes with the findings of these rules.
func TestValidation_Notes_AskCustomer(t *testing.T) {
	asked := map[partnerrules.RuleID]bool{"CPR-01": true, "CPR-38": true}
	for _, id := range []partnerrules.RuleID{"CPR-06", "CPR-07", "CPR-08", "CPR-09", "CPR-10", "CPR-11", "CPR-12", "CPR-13"} {
		asked[id] = true
	}
	for r := range partnerrules.Values[Reason]() {
		var want []string
		if asked[r.Rule()] {
			want = []string{"ask-customer-first CPR-39"}
		}
		checkNotes(t, want, Validation{Findings: []Finding{{Reason: r}}}.Notes())
	}
}
