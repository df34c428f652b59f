package conformance

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestDifferences(t *testing.T) {
	tests := []struct {
		name, want, got string
		differences     []string
	}{
		{"equal", `{"a": 1, "b": ["x"], "c": {"d": true}}`, `{"a": 1, "b": ["x"], "c": {"d": true}}`, nil},
		{"further members", `{"a": {"b": 1}}`, `{"a": {"b": 1, "c": 2}, "d": 3}`, nil},
		{"another value", `{"a": 1}`, `{"a": 2}`, []string{"a: want 1, got 2"}},
		{"another type", `{"a": 1}`, `{"a": "1"}`, []string{`a: want 1, got "1"`}},
		{"an absent member", `{"a": false}`, `{}`, []string{"a: want false, got nothing"}},
		{"absent as wanted", `{"a": null}`, `{}`, nil},
		{"present, but wanted absent", `{"a": null}`, `{"a": ""}`, []string{`a: want nothing, got ""`}},
		{"inside an object", `{"a": {"b": {"c": 1}}}`, `{"a": {"b": {"c": 2}}}`, []string{"a.b.c: want 1, got 2"}},
		{"absent in an absent object", `{"a": {"b": null}}`, `{}`, nil},
		{"wanted in an absent object", `{"a": {"b": 1}}`, `{}`, []string{"a.b: want 1, got nothing"}},
		{"a scalar in place of an object", `{"a": {"b": null}}`, `{"a": 1}`, []string{`a: want {"b":null}, got 1`}},
		{"an object in place of a scalar", `{"a": 1}`, `{"a": {"b": 1}}`, []string{`a: want 1, got {"b":1}`}},
		{"a longer list", `{"a": ["x"]}`, `{"a": ["x", "y"]}`, []string{`a: want ["x"], got ["x","y"]`}},
		{"another order", `{"a": ["x", "y"]}`, `{"a": ["y", "x"]}`, []string{`a: want ["x","y"], got ["y","x"]`}},
		{"an absent list for an empty one", `{"a": []}`, `{}`, nil},
		{"null for an empty list", `{"a": {"b": []}}`, `{"a": {"b": null}}`, nil},
		{"an empty list for an absent one", `{"a": null}`, `{"a": []}`, []string{"a: want nothing, got []"}},
		{"an absent list for a longer one", `{"a": ["x"]}`, `{}`, []string{`a: want ["x"], got nothing`}},
		{"an empty text for an empty list", `{"a": []}`, `{"a": ""}`, []string{`a: want [], got ""`}},
		{"several, by name", `{"b": 1, "a": 1}`, `{"a": 2, "b": 2}`, []string{"a: want 1, got 2", "b: want 1, got 2"}},
		{"a wanted rejection", `{"error": {"name": "on"}}`, `{"error": {"name": "on"}}`, nil},
		{"another rejection", `{"error": {"name": "on"}}`, `{"error": {"name": "offer"}}`, []string{`error.name: want "on", got "offer"`}},
		{
			"a rejection of another kind", `{"error": {"type": "date", "offset": 8}}`, `{"error": {"name": "day"}}`,
			[]string{"error.offset: want 8, got nothing", `error.type: want "date", got nothing`},
		},
		{"an unwanted rejection", `{"a": null}`, `{"error": {"name": "on"}}`, []string{`rejected with {"name":"on"}`}},
		{"a rejection that is a text", `{"error": {"name": "on"}}`, `{"error": "on: want a day"}`, nil},
		{"an unwanted rejection that is a text", `{"a": null}`, `{"error": "on: want a day"}`, []string{`rejected with "on: want a day"`}},
		{"a missing rejection of any kind", `{"error": {}}`, `{"a": 1}`, []string{"want a rejection"}},
		{"a missing rejection", `{"error": {"name": "on"}}`, `{"a": 1}`, []string{`error.name: want "on", got nothing`}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var want, got object
			if err := want.UnmarshalJSON([]byte(tt.want)); err != nil {
				t.Fatal(err)
			}
			if err := got.UnmarshalJSON([]byte(tt.got)); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.differences, differences(want, got)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}
