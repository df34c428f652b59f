package rulestest

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/partnerrules/partnerrules"
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

// samples returns the longest explanation of each question, in order of questions.
func samples(t *testing.T) (all []json.RawMessage) {
	t.Helper()
	byQuestion := examples(t)
	for _, question := range slices.Sorted(maps.Keys(byQuestion)) {
		var longest []byte
		for _, e := range byQuestion[question] {
			if len(e.stored) > len(longest) {
				longest = e.stored
			}
		}
		all = append(all, longest)
	}
	return all
}

var update = flag.Bool("update", false, "write the sample of explanations of this version")

// The sample of this version has one explanation for each question, and it does not
// change. Rewrite it with -update if an explanation gets another member or question.
func TestSample(t *testing.T) {
	name := filepath.Join("testdata", "explanations-"+partnerrules.Version+".json")
	text, err := json.MarshalIndent(samples(t), "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	text = append(text, '\n')
	if *update {
		if err := os.WriteFile(name, text, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	stored, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(stored), string(text)); diff != "" {
		t.Errorf("%s is out of date: run the test with -update (-stored +new):\n%.2000s", name, diff)
	}
}

// The samples of all versions can be read, and are answered in the same way.
func TestRecheck_Samples(t *testing.T) {
	names, err := filepath.Glob(filepath.Join("testdata", "explanations-*.json"))
	if err != nil || len(names) == 0 {
		t.Fatalf("%d samples, %v", len(names), err)
	}
	for _, name := range names {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		var stored []json.RawMessage
		if err := json.Unmarshal(text, &stored); err != nil || len(stored) == 0 {
			t.Fatalf("%s: %d explanations, %v", name, len(stored), err)
		}
		for i, s := range stored {
			if differences, err := Recheck(s); err != nil || len(differences) > 0 {
				t.Errorf("%s[%d]: %v, %v", name, i, differences, err)
			}
		}
	}
}

// replant returns a JSON text in which f has changed the value.
func replant(t *testing.T, text []byte, f func(e map[string]any)) []byte {
	t.Helper()
	var e map[string]any
	if err := json.Unmarshal(text, &e); err != nil {
		t.Fatal(err)
	}
	f(e)
	text, err := json.Marshal(e)
	if err != nil {
		t.Fatal(err)
	}
	return text
}

// list returns the objects of a list of an explanation.
func list(e map[string]any, name string) (all []map[string]any) {
	items, _ := e[name].([]any)
	for _, item := range items {
		all = append(all, item.(map[string]any))
	}
	return all
}

// withMissing returns an explanation with a missing fact.
func withMissing(t *testing.T) json.RawMessage {
	t.Helper()
	for _, e := range examples(t)["eligibility.evaluate"] {
		if strings.Contains(string(e.stored), `"missing":[`) {
			return e.stored
		}
	}
	t.Fatal("no decision has a missing fact")
	return nil
}

// Each change that is planted into a stored explanation is found, with its rule.
func TestRecheck_PlantedChange(t *testing.T) {
	const planted = "planted"
	kinds := map[string]int{}
	for _, stored := range append(samples(t), withMissing(t)) {
		check := func(path string, rule any, f func(e map[string]any)) {
			kinds[strings.FieldsFunc(path, func(r rune) bool { return r == '[' || r == '.' })[0]]++
			differences, err := Recheck(replant(t, stored, f))
			if !slices.ContainsFunc(differences, func(d Difference) bool {
				return d.Path == path && d.Rule == partnerrules.RuleID(rule.(string)) && strings.HasPrefix(d.Stored, planted) && !strings.HasPrefix(d.Now, planted)
			}) {
				t.Errorf("%s of rule %s: found %v, %v in\n%s", path, rule, differences, err, stored)
			}
		}
		var e map[string]any
		if err := json.Unmarshal(stored, &e); err != nil {
			t.Fatal(err)
		}
		check("verdict", "", func(e map[string]any) { e["verdict"].(map[string]any)["code"] = planted })
		check("policy", "EDN-01", func(e map[string]any) { e["policy"] = planted })
		check("coverage", "EDN-05", func(e map[string]any) { e["coverage"].(map[string]any)["code"] = planted })
		for name, member := range map[string]string{"reasons": "from", "days": "last"} {
			for i, item := range list(e, name) {
				check(fmt.Sprintf("%s[%d].%s", name, i, member), item["rule"], func(e map[string]any) { list(e, name)[i][member] = planted })
			}
		}
		for _, name := range []string{"reasons", "days", "notes"} {
			for i, item := range list(e, name) {
				check(fmt.Sprintf("%s[%d]", name, i), item["rule"], func(e map[string]any) { list(e, name)[i]["code"] = planted })
			}
		}
		for i := range list(e, "missing") {
			check(fmt.Sprintf("missing[%d]", i), "", func(e map[string]any) { list(e, "missing")[i]["code"] = planted })
		}
		if answer, ok := e["answer"].(map[string]any); ok {
			for name, value := range answer {
				rule := map[string]string{"policy": "EDN-01", "coverage": "EDN-05"}[name]
				if _, isText := value.(string); isText {
					check("answer."+name, rule, func(e map[string]any) { e["answer"].(map[string]any)[name] = planted })
				}
			}
		}
	}
	for _, kind := range []string{"verdict", "policy", "coverage", "reasons", "days", "notes", "missing", "answer"} {
		if kinds[kind] == 0 {
			t.Errorf("no change of %s was planted: %v", kind, kinds)
		}
	}
}

// An item that is missing in the stored explanation is found, with its rule.
func TestRecheck_Removed(t *testing.T) {
	removed := 0
	for _, stored := range samples(t) {
		var e map[string]any
		if err := json.Unmarshal(stored, &e); err != nil {
			t.Fatal(err)
		}
		for _, name := range []string{"reasons", "days", "notes"} {
			all := list(e, name)
			if len(all) == 0 {
				continue
			}
			removed++
			code, _ := all[0]["code"].(string)
			subject, _ := all[0]["subject"].(string)
			code = key(code, subject)
			rule, _ := all[0]["rule"].(string)
			differences, err := Recheck(replant(t, stored, func(e map[string]any) { e[name] = e[name].([]any)[1:] }))
			if err != nil || len(differences) != 1 || differences[0].Rule != partnerrules.RuleID(rule) || differences[0].Stored != "" || differences[0].Now != code {
				t.Errorf("without %s %s of %s: %v, %v", name, code, rule, differences, err)
			}
		}
	}
	if removed == 0 {
		t.Error("nothing was removed")
	}
}

// Reasons in another order are found.
func TestRecheck_Order(t *testing.T) {
	reordered := 0
	for _, stored := range samples(t) {
		var e map[string]any
		if err := json.Unmarshal(stored, &e); err != nil {
			t.Fatal(err)
		}
		if len(list(e, "reasons")) != 2 || list(e, "reasons")[0]["code"] == list(e, "reasons")[1]["code"] {
			continue
		}
		reordered++
		differences, err := Recheck(replant(t, stored, func(e map[string]any) { slices.Reverse(e["reasons"].([]any)) }))
		want := []Difference{{"reasons[1].place", partnerrules.RuleID(list(e, "reasons")[0]["rule"].(string)), "1", "0"}}
		if diff := cmp.Diff(want, differences); diff != "" || err != nil {
			t.Errorf("%v (-want +got):\n%s", err, diff)
		}
	}
	if reordered == 0 {
		t.Error("no sample has two reasons")
	}
}

// Texts may be reworded, and members may be added.
func TestRecheck_Reworded(t *testing.T) {
	for _, stored := range samples(t) {
		differences, err := Recheck(replant(t, stored, func(e map[string]any) {
			e["library"], e["title"], e["later"] = "v9.0.0", "another title", true
			e["verdict"].(map[string]any)["message"] = "reworded"
			e["coverage"].(map[string]any)["message"] = "reworded"
			for _, name := range []string{"reasons", "days", "notes", "missing"} {
				for _, item := range list(e, name) {
					item["message"], item["later"] = "reworded", true
				}
			}
		}))
		if err != nil || len(differences) > 0 {
			t.Errorf("%v, %v", differences, err)
		}
	}
}

func TestRecheck_Errors(t *testing.T) {
	valid := samples(t)[0]
	change := func(f func(e map[string]any)) string { return string(replant(t, valid, f)) }
	for name, tt := range map[string]struct{ stored, path, reason string }{
		"not JSON":            {`{"format": 1`, "", "unexpected end"},
		"not an object":       {`[]`, "", "want an object"},
		"given twice":         {`{"format": 1, "format": 2}`, "format", "repeated"},
		"another kind":        {`{"format": 1, "reasons": [{"code": 7}]}`, "reasons[0].code", "want"},
		"no format":           {`{}`, "format", "want 1, not 0"},
		"another format":      {change(func(e map[string]any) { e["format"] = 2 }), "format", "want 1, not 2"},
		"an unknown question": {`{"format": 1, "question": "eligibility.evalute"}`, "question", "did you mean eligibility.evaluate?"},
		"an input is missing": {`{"format": 1, "question": "eligibility.evaluate"}`, "given", "missing"},
		"the input is null":   {`{"format": 1, "question": "eligibility.evaluate", "given": null}`, "given", "missing"},
		"an unknown fact": {
			`{"format": 1, "question": "eligibility.evaluate", "given": {"facts": {"acount": "pending"}}}`,
			"given.facts.acount", "unknown member",
		},
		"a rejected input": {
			`{"format": 1, "question": "eligibility.evaluate", "given": {"offer": "solutions-partner-security"}}`,
			"given.on", "",
		},
	} {
		differences, err := Recheck([]byte(tt.stored))
		var bad *partnerrules.InputError
		if differences != nil || !errors.As(err, &bad) || bad.Path != tt.path || !strings.Contains(bad.Reason, tt.reason) {
			t.Errorf("%s: %v, %v, want the path %q and %q", name, differences, err, tt.path, tt.reason)
		}
	}
}

func TestDifference_String(t *testing.T) {
	for want, d := range map[string]Difference{
		"reasons[1].from (ELG-13): stored 2025-01-22, now nothing": {"reasons[1].from", "ELG-13", "2025-01-22", ""},
		"verdict: stored nothing, now enabled":                     {"verdict", "", "", "enabled"},
	} {
		if got := d.String(); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}
