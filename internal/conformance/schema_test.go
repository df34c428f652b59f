package conformance

import (
	"encoding/json"
	"io/fs"
	"maps"
	"reflect"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/partnerrules/partnerrules/rulestest/vectors"
)

// A schema is the part of a JSON schema that the test checks.
type schema struct {
	Schema     string            `json:"$schema"`
	Required   []string          `json:"required"`
	Closed     *bool             `json:"additionalProperties"`
	Properties map[string]schema `json:"properties"`
	Defs       map[string]schema `json:"$defs"`
	Enum       []string          `json:"enum"`
	Pattern    string            `json:"pattern"`
}

// The schema in schema.json agrees with the program, which reads the shipped files
// without a fault.
func TestSchema(t *testing.T) {
	data, err := fs.ReadFile(vectors.FS(), SchemaName)
	if err != nil {
		t.Fatal(err)
	}
	var s schema
	if err := json.Unmarshal(data, &s); err != nil {
		t.Fatal(err)
	}
	v := s.Defs["vector"]
	var read []string
	for _, m := range members(reflect.TypeFor[Vector]()) {
		read = append(read, m.name)
	}
	slices.Sort(read)

	check := func(what string, want, got any) {
		t.Helper()
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-program +schema):\n%s", what, diff)
		}
	}
	closed := false
	check("draft", "https://json-schema.org/draft/2020-12/schema", s.Schema)
	check("members of a file", []string{"subject", "vectors"}, s.Required)
	check("no others", &closed, s.Closed)
	check("members of a vector", read, slices.Sorted(maps.Keys(v.Properties)))
	check("required", []string{"call", "given", "rule", "says", "want"}, slices.Sorted(slices.Values(v.Required)))
	check("no others", &closed, v.Closed)
	check("basis", basisPattern.String(), v.Properties["basis"].Pattern)
	check("cases", cases(), v.Properties["case"].Enum)
	check("calls", slices.Sorted(maps.Keys(registry())), v.Properties["call"].Enum)
}
