package cpor_test

import (
	"strings"
	"testing"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
	. "github.com/partnerrules/partnerrules/cpor"
)

func TestArbitrate_LatestProof(t *testing.T) {
	p, _ := InForce(today)
	pair := Pair{First: "a", Second: "b", Relation: Competing, SameCompany: No, BothApproved: true}
	for day, latest := range map[string]bool{"2020-06-30": false, "2020-07-01": true} {
		a, ok := p.Arbitrate(pair, date(day))
		if !ok || a.LatestProof != latest || a.Incumbent+a.Challenger != "" || !a.Questions.Has(WhichApproval) || a.Questions.Has(OneCompany) || a.Policy != p {
			t.Errorf("%s: %+v", day, a)
		}
	}
	pair.SameCompany = Yes
	if _, ok := p.Arbitrate(pair, today); ok {
		t.Error("claims of one company go to arbitration")
	}
}

// A zero day, a zero pair and an invalid relation are rejected.
func TestArbitrate_Invalid(t *testing.T) {
	if _, ok := Arbitrate(Pair{Relation: Competing, SameCompany: No}, calendar.Date{}); ok {
		t.Error("the zero Date is accepted")
	}
	if _, ok := Arbitrate(Pair{}, today); ok {
		t.Error("the zero Pair is accepted")
	}
	if _, ok := Arbitrate(Pair{Relation: UndeterminedOverlap + 1, SameCompany: No}, today); ok {
		t.Error("an invalid relation is accepted")
	}
}

func TestArbitrate_Questions(t *testing.T) {
	a, ok := Arbitrate(Pair{First: "a", Second: "b", Relation: UndeterminedOverlap, Incumbent: "b"}, today)
	if want := partnerrules.SetOf(OneCompany, TimesOverlap, DetailsRight, StrongerProof, MoreNeeded); !ok || a.Challenger != "a" || a.Questions != want {
		t.Errorf("%+v, %v", a, ok)
	}
	a, ok = Arbitrate(Pair{First: "a", Second: "b", Relation: Competing, SameCompany: No}, today)
	if want := partnerrules.SetOf(DetailsRight, StrongerProof, MoreNeeded); !ok || a.Questions != want {
		t.Errorf("%+v, %v", a, ok)
	}
	if a, ok := Arbitrate(Pair{Relation: Competing, SameCompany: 9}, today); !ok || !a.Questions.Has(OneCompany) {
		t.Errorf("an invalid Tri is not treated as unknown: %+v, %v", a, ok)
	}
	for range a.Steps() {
		break
	}
}

func TestQuestion_Message(t *testing.T) {
	seen := map[string]bool{}
	for q := OneCompany; q <= MoreNeeded; q++ {
		if !strings.HasSuffix(q.Message(), "?") || seen[q.Message()] {
			t.Errorf("%v has the message %q", q, q.Message())
		}
		seen[q.Message()] = true
	}
	if Question(0).Message()+(MoreNeeded+1).Message() != "" {
		t.Error("an invalid question has a message")
	}
}

// CPR-45: every arbitration has the note.
func TestArbitration_Notes(t *testing.T) {
	a, _ := Arbitrate(Pair{Relation: PossiblyCompeting}, today)
	checkNotes(t, []string{"review-may-take-longer CPR-45"}, a.Notes())
	checkNotes(t, nil, Arbitration{}.Notes())
}
