package rulestest

import (
	"encoding/json"
	"testing"

	"github.com/partnerrules/partnerrules/internal/conformance"
	"github.com/partnerrules/partnerrules/rulestest/vectors"
)

// An example is a vector whose answer has an explanation, and the explanation in JSON.
type example struct {
	vector conformance.Vector
	stored []byte
}

// examples returns the shipped vectors whose answers have explanations, by question.
func examples(t *testing.T) map[string][]example {
	t.Helper()
	sources, err := conformance.Sources(vectors.FS())
	if err != nil {
		t.Fatal(err)
	}
	all := map[string][]example{}
	for _, question := range conformance.Questions() {
		all[question] = nil
	}
	for _, source := range sources {
		file, faults := conformance.Read(source, false)
		if len(faults) > 0 {
			t.Fatal(faults)
		}
		for _, v := range file.Vectors {
			if _, ok := all[v.Call]; !ok {
				continue
			}
			explanation, err := conformance.Explain(v.Call, v.Given)
			if err != nil || explanation.Question == "" {
				continue // a rejected input, or a question without an answer
			}
			stored, err := json.Marshal(explanation)
			if err != nil {
				t.Fatalf("%s: %s: %v", v.Rule, v.Says, err)
			}
			all[v.Call] = append(all[v.Call], example{v, stored})
		}
	}
	return all
}

// An explanation that was stored by this version is answered in the same way.
func TestRecheck_Same(t *testing.T) {
	for question, list := range examples(t) {
		if len(list) == 0 {
			t.Errorf("%s: no vector has an explanation", question)
		}
		for _, e := range list {
			if differences, err := Recheck(e.stored); err != nil || len(differences) > 0 {
				t.Errorf("%s: %s: %v, %v\n%s", e.vector.Rule, e.vector.Says, differences, err, e.stored)
			}
		}
	}
}
