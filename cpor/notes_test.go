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

// No two notes have the same message.
func TestNotes_Messages(t *testing.T) {
	arbitration, _ := Arbitrate(Pair{Relation: Competing, SameCompany: No}, today)
	seen := map[string]bool{}
	for _, notes := range []iter.Seq[partnerrules.Note]{
		Validation{Findings: []Finding{{Reason: DomainMismatch}}}.Notes(), ActivityChoice{Area: Microsoft365}.Notes(),
		Claim{Status: Approved, Area: BusinessApplications}.Notes(), Deadline{Task: TaskPartnerAnswer}.Notes(), arbitration.Notes(),
	} {
		for note := range notes {
			seen[note.Message] = true
		}
	}
	if len(seen) != 5 {
		t.Errorf("%d different messages, want 5: %v", len(seen), seen)
	}
}

func TestNotes_DoNotAllocate(t *testing.T) {
	v := Validation{Findings: []Finding{{Reason: FieldMissing}, {Reason: DomainMismatch}}}
	c := Claim{Status: Approved, Area: BusinessApplications}
	arbitration, _ := Arbitrate(Pair{Relation: Competing, SameCompany: No}, today)
	if n := testing.AllocsPerRun(100, func() {
		notes := 0
		for range v.Notes() {
			notes++
		}
		for range c.Notes() {
			notes++
		}
		for range (ActivityChoice{Area: Microsoft365}).Notes() {
			notes++
		}
		for range (Deadline{Task: TaskPartnerAnswer}).Notes() {
			notes++
		}
		for range arbitration.Notes() {
			notes++
		}
		if notes != 5 {
			t.Fatalf("%d notes, want 5", notes)
		}
	}); n != 0 {
		t.Errorf("%v allocations", n)
	}
}
