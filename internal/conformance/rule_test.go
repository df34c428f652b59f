package conformance

import (
	"strings"
	"testing"
)

// IDs of the library must be listed. All others are the user's own.
func TestCheckRule(t *testing.T) {
	for id, want := range map[string]string{
		"ELG-05": "", "EDN-01": "", "INP-10": "", "CPR-36": "",
		"elg-05": "did you mean ELG-05?", "ELG-5": "did you mean ELG-05?", "ELG05": "did you mean ELG-05?",
		"CAL-99": "did you mean CAL-09?", "AGR-": "did you mean AGR-", "BEN": "is unknown", "INP-0010": "did you mean INP-01?",
		"OWN-01": "", "ELGX-01": "", "our rule": "", "CALENDAR-1": "", "X-ELG-99": "",
	} {
		err := checkRule(id, ruleIDs())
		if (err == nil) != (want == "") || err != nil && !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v, want %q", id, err, want)
		}
	}
}

func TestNearest(t *testing.T) {
	names := []string{"date.parse", "date.make", "period.parse"}
	for text, want := range map[string]struct {
		name  string
		edits int
	}{
		"date.parse": {"date.parse", 0},
		"DATE.PARSE": {"date.parse", 0},
		"date.pars":  {"date.parse", 1},
		"dates.mak":  {"date.make", 2},
		"":           {"date.make", 9},
		"pariod":     {"period.parse", 7},
	} {
		if name, edits := nearest(text, names); name != want.name || edits != want.edits {
			t.Errorf("%q: %s with %d edits, want %s with %d", text, name, edits, want.name, want.edits)
		}
	}
	if name, edits := nearest(strings.Repeat("x", 101), names); name != "" || edits < 1<<30 {
		t.Errorf("a long text: %q, %d", name, edits)
	}
	if name, edits := nearest("x", nil); name != "" || edits < 1<<30 {
		t.Errorf("without names: %q, %d", name, edits)
	}
}
