package rulestest

import (
	"encoding/json"
	"errors"
	"io/fs"
	"testing"

	"github.com/partnerrules/partnerrules/internal/conformance"
)

// Run runs the vectors of files against the library, each as a subtest named
// file/rule/says. Files holds *.json files, in folders or not; files with the name
// schema.json are ignored.
//
// A vector without a policy runs under the rules in force. If its basis includes S,
// it runs under the baseline too.
//
// Run fails t if files has no vector files, a file or a vector is invalid, or an
// answer differs.
func Run(t *testing.T, files fs.FS) {
	t.Helper()
	run(t, files, false, (*conformance.Vector).RunLibrary)
}

// RunFunc runs the vectors of files against another program, in the same subtests as
// [Run]. It calls answer for each vector, with the call and the input of the vector.
//
// The answer is a value that marshals to a JSON object. An error is the result
// "error" of the vector:
//   - a [*partnerrules.InputError] is compared by path, type and offset
//   - an error that wraps [errors.ErrUnsupported] skips the vector
//   - of any other error, only its presence is compared
//
// The calls may be your own. The input of a call of the library is checked, so that a
// misspelled fact is found.
func RunFunc(t *testing.T, files fs.FS, answer func(call string, given json.RawMessage) (any, error)) {
	t.Helper()
	run(t, files, true, func(v *conformance.Vector) ([]string, error) { return v.Run(answer) })
}

// Answer answers a call of a vector with the library. The result marshals to a JSON
// object. With it, an answer function for [RunFunc] passes on the calls that it does
// not answer itself.
//
// Answer returns an error if the library rejects the input, the call is unknown, or
// given does not have the form of its input.
func Answer(call string, given json.RawMessage) (any, error) {
	return conformance.Answer(call, given)
}

// run runs the vectors of files. A call that is not a call of the library is allowed
// if own is true.
func run(t *testing.T, files fs.FS, own bool, ask func(*conformance.Vector) ([]string, error)) {
	t.Helper()
	sources, err := conformance.Sources(files)
	if err != nil {
		t.Fatal(err)
	}
	for _, source := range sources {
		t.Run(source.Name, func(t *testing.T) {
			file, faults := conformance.Read(source, own)
			for _, fault := range faults {
				t.Error(fault)
			}
			rules, byRule := group(file.Vectors)
			for _, rule := range rules {
				t.Run(rule, func(t *testing.T) {
					for _, v := range byRule[rule] {
						t.Run(v.Says, func(t *testing.T) { runVector(t, &v, ask) })
					}
				})
			}
		})
	}
}

// group returns the rules of vectors in the order of the file, and their vectors.
func group(vectors []conformance.Vector) (rules []string, byRule map[string][]conformance.Vector) {
	byRule = map[string][]conformance.Vector{}
	for _, v := range vectors {
		if byRule[v.Rule] == nil {
			rules = append(rules, v.Rule)
		}
		byRule[v.Rule] = append(byRule[v.Rule], v)
	}
	return rules, byRule
}

// runVector runs a vector in its subtest.
func runVector(t *testing.T, v *conformance.Vector, ask func(*conformance.Vector) ([]string, error)) {
	t.Helper()
	differences, err := ask(v)
	switch {
	case errors.Is(err, errors.ErrUnsupported):
		t.Skip(err)
	case err != nil:
		t.Fatal(err)
	}
	for _, d := range differences {
		t.Error(d)
	}
	if len(differences) > 0 {
		t.Logf("%s %s", v.Call, v.Given)
	}
}
