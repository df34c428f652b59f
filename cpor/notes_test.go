package cpor_test

import (
	"iter"
	"slices"
	"strings"
	"testing"

	"github.com/partnerrules/partnerrules"
	. "github.com/partnerrules/partnerrules/cpor"
)

// checkNotes compares the codes and rules of notes. A note has a sentence, and
// ranging over notes can stop early and does not allocate.
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

// Each note has a sentence of its own.
func TestNotes_Messages(t *testing.T) {
	arbitration, _ := Arbitrate(Pair{Relation: Competing, SameCompany: No}, today)
	said := map[string]bool{}
	for _, notes := range []iter.Seq[partnerrules.Note]{
		Validation{Findings: []Finding{{Reason: DomainMismatch}}}.Notes(), ActivityFit{Area: Microsoft365}.Notes(),
		Claim{Status: Approved, Area: BusinessApplications}.Notes(), Deadline{Task: TaskPartnerAnswer}.Notes(), arbitration.Notes(),
	} {
		for note := range notes {
			said[note.Message] = true
		}
	}
	if len(said) != 5 {
		t.Errorf("%d sentences, want 5: %v", len(said), said)
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
		for range (ActivityFit{Area: Microsoft365}).Notes() {
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
