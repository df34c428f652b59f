package portfolio

import (
	"errors"
	"os"
	"strings"
	"testing"
)

// FuzzFile checks that any text can be read and judged with KeepGoing, and that each
// fault has a place. Without KeepGoing the error is the first of these faults.
func FuzzFile(f *testing.F) {
	for _, name := range []string{"ten-companies.json", "broken/companies.json"} {
		text, err := os.ReadFile("../../portfolio/testdata/" + name)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(string(text))
	}
	f.Add(`{"companies": [], "claims": [` + pendingClaim + `, ` + pendingClaim + `]}`)
	f.Add(memberships(`{"offer": "legacy-gold", "start": "2022-09-20", "renewals": ["2023-09-25"], "benefits": [{"id": "a", "category": "marketing", "year": 3}]}`))
	f.Fuzz(func(t *testing.T, text string) {
		p, err := Loader{KeepGoing: true}.LoadFile("f.json", strings.NewReader(text))
		if err != nil {
			t.Fatal(err)
		}
		r, err := p.Judge(theDay, InForce)
		if err != nil {
			t.Fatal(err)
		}
		for _, fault := range r.Faults {
			if fault.File != "f.json" || fault.Line == 0 || fault.Column == 0 || fault.Reason == "" {
				t.Fatalf("%+v", fault)
			}
		}
		strict, err := LoadFile("f.json", strings.NewReader(text))
		if err == nil {
			_, err = strict.Judge(theDay, InForce)
		}
		var first *Fault
		switch {
		case errors.As(err, &first) && len(r.Faults) > 0:
			if *first != *r.Faults[0] {
				t.Fatalf("%v, but with KeepGoing %v", first, r.Faults[0])
			}
		case err != nil || len(r.Faults) > 0:
			t.Fatalf("%v, but with KeepGoing %v", err, r.Faults)
		}
	})
}
