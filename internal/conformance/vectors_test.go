package conformance

import (
	"encoding/json"
	"errors"
	"testing"

	"github.com/partnerrules/partnerrules/rulestest/vectors"
)

// shipped returns the vector files of the library. The test fails if they have
// faults.
func shipped(t *testing.T) []File {
	t.Helper()
	sources, err := Sources(vectors.FS())
	if err != nil {
		t.Fatal(err)
	}
	var files []File
	for _, source := range sources {
		f, faults := Read(source, false)
		for _, fault := range faults {
			t.Error(fault)
		}
		if want := f.Subject + ".json"; source.Name != want {
			t.Errorf("%s holds the subject %s", source.Name, f.Subject)
		}
		files = append(files, f)
	}
	return files
}

func TestVectors(t *testing.T) {
	for _, f := range shipped(t) {
		for _, v := range f.Vectors {
			t.Run(v.Rule+" "+v.Says, func(t *testing.T) {
				differences, err := v.RunLibrary()
				if err != nil {
					t.Fatal(err)
				}
				for _, d := range differences {
					t.Errorf("%s %s: %s", v.Call, v.Given, d)
				}
			})
		}
	}
}

// The shipped vectors have the members that are optional in other files, and test
// rules of the library.
func TestVectors_Members(t *testing.T) {
	for _, f := range shipped(t) {
		for _, v := range f.Vectors {
			if v.Case == "" || v.Basis == "" {
				t.Errorf("%s: %s: %s: want a case and a basis, not %q and %q", f.Name, v.Rule, v.Says, v.Case, v.Basis)
			}
		}
	}
}

// Every call occurs in a shipped vector.
func TestVectors_EveryCall(t *testing.T) {
	made := map[string]bool{}
	for _, f := range shipped(t) {
		for _, v := range f.Vectors {
			made[v.Call] = true
		}
	}
	for name := range registry() {
		if !made[name] {
			t.Errorf("no vector calls %s", name)
		}
	}
}

// Answer does not take a call that is unknown, or input that no program could pass.
func TestAnswer_Faults(t *testing.T) {
	for call, given := range map[string]string{
		"date.weeks":       `{}`,
		"date.parse":       `{"txt": "2024-02-29"}`,
		"date.in-location": `{"location": "Local"}`,
		"date.min":         ``,
	} {
		if answer, err := Answer(call, json.RawMessage(given)); answer != nil || !errors.As(err, new(*Fault)) {
			t.Errorf("%s %s: %v, %v, want a fault", call, given, answer, err)
		}
	}
}
