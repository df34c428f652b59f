package repotest

import (
	"slices"
	"testing"

	"github.com/partnerrules/partnerrules/calendar"
)

// Each edition has a name, a document and a first day, oldest first. Its source was
// seen in the time of the edition, unless it only announces it (EDN-06, EDN-07).
func TestEditions_Complete(t *testing.T) {
	for _, dir := range packages {
		editions, ok := functions[packageName(dir)+".Editions"].(func() calendar.EditionList)
		if !ok {
			continue
		}
		list := editions()
		if !slices.IsSortedFunc(list, func(a, b calendar.Edition) int { return a.From.Compare(b.From) }) {
			t.Errorf("%s: the editions are not in the order of their first days", dir)
		}
		for _, e := range list {
			announced := e.Quoted && e.Seen.Before(e.From)
			if e.Name == "" || e.Source == "" || e.From.IsZero() || e.Seen.Before(e.From) && !announced {
				t.Errorf("%s: an edition is incomplete: %+v", dir, e)
			}
		}
	}
}
