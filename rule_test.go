package partnerrules_test

import (
	"testing"

	"github.com/partnerrules/partnerrules"
)

func TestRulebook_Find(t *testing.T) {
	book := partnerrules.Rulebook{{ID: "ELG-01", Title: "first"}, {ID: "ELG-02", Title: "second"}}
	if rule, ok := book.Find("ELG-02"); !ok || rule.Title != "second" {
		t.Errorf("ELG-02: got %+v, %v", rule, ok)
	}
	if rule, ok := book.Find("ELG-2"); ok || rule.Title != "" {
		t.Errorf("ELG-2: got %+v, %v, want no rule", rule, ok)
	}
}

func TestSource_IsPublished(t *testing.T) {
	for basis, want := range map[string]bool{"S": true, "P": true, "A": true, "Q": false, "T": false, "": false} {
		if (partnerrules.Source{Basis: basis}).IsPublished() != want {
			t.Errorf("IsPublished of a source with basis %q is %v", basis, !want)
		}
	}
}
