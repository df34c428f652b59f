package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"
)

// A file holds the valid vectors of a vector file.
type file struct {
	Subject string
	Vectors []vector
}

// A vector states the result of a call under a rule.
type vector struct {
	Rule  string          `json:"rule"`
	Case  string          `json:"case"`
	Says  string          `json:"says"`
	Basis string          `json:"basis"`
	Call  string          `json:"call"`
	Given json.RawMessage `json:"given"`
	Want  object          `json:"want"`
}

// The cases of a vector: the two outcomes of a rule, a value on or next to a
// boundary, and a statement of a rule that only informs.
const (
	caseHolds   = "holds"
	caseFails   = "fails"
	caseBorder  = "border"
	caseInforms = "informs"
)

func cases() []string { return []string{caseHolds, caseFails, caseBorder, caseInforms} }

var (
	rulePattern  = regexp.MustCompile(`^[A-Z]{3}-[0-9]{2}$`)
	basisPattern = regexp.MustCompile(`^[SPAQTD](, [SPAQTD])*$`)
)

// readFile reads a vector file. A fault names the file, the index of the vector and
// its rule. Vectors with a fault are left out.
func readFile(src source, calls map[string]call) (file, []error) {
	var raw struct {
		Subject string            `json:"subject"`
		Vectors []json.RawMessage `json:"vectors"`
	}
	if err := decode(src.data, &raw); err != nil {
		return file{Subject: src.name}, []error{fmt.Errorf("%s%s: %w", src.name, line(src.data, err), err)}
	}
	f := file{Subject: raw.Subject}
	var faults []error
	if f.Subject == "" {
		f.Subject = src.name
		faults = append(faults, fmt.Errorf("%s: no subject", src.name))
	}
	if len(raw.Vectors) == 0 {
		faults = append(faults, fmt.Errorf("%s: no vectors", src.name))
	}
	for i, data := range raw.Vectors {
		var v vector
		err := decode(data, &v)
		if err == nil {
			err = v.check(calls)
		}
		if err != nil {
			faults = append(faults, fmt.Errorf("%s: vectors[%d] %s: %w", src.name, i, v.Rule, err))
			continue
		}
		f.Vectors = append(f.Vectors, v)
	}
	return f, faults
}

// check returns an error if a vector is incomplete or cannot be run.
func (v *vector) check(calls map[string]call) error {
	switch {
	case !rulePattern.MatchString(v.Rule):
		return fmt.Errorf("want a rule ID such as CAL-01, not %q", v.Rule)
	case !slices.Contains(cases(), v.Case):
		return fmt.Errorf("want one of the cases %s, not %q", strings.Join(cases(), ", "), v.Case)
	case v.Says == "":
		return errors.New("says is empty")
	case !basisPattern.MatchString(v.Basis):
		return fmt.Errorf("want a basis of S, P, A, Q, T and D with commas, not %q", v.Basis)
	case len(v.Want) == 0:
		return errors.New("want is empty: name at least one member")
	}
	call, ok := calls[v.Call]
	if !ok {
		return fmt.Errorf("call %q is unknown: -list prints the calls", v.Call)
	}
	return call.check(v.Given)
}

// run makes the call and returns a line for each member that differs. It returns an
// error if the vector has a fault.
//
// A vector without a policy runs under the rules in force. If its basis includes the
// help pages of the baseline, it runs under the baseline too (EDN-02).
func (v *vector) run(calls map[string]call) ([]string, error) {
	call := calls[v.Call]
	found, err := v.runWith(call, v.Given)
	if err != nil || !strings.Contains(v.Basis, "S") || !call.takesPolicy() {
		return found, err
	}
	given := map[string]json.RawMessage{}
	if err := json.Unmarshal(v.Given, &given); err != nil || given["policy"] != nil {
		return found, err
	}
	given["policy"] = json.RawMessage(`"` + baselineName + `"`)
	text, err := json.Marshal(given)
	if err != nil {
		return nil, err
	}
	baseline, err := v.runWith(call, text)
	for _, d := range baseline {
		found = append(found, "under the baseline: "+d)
	}
	return found, err
}

// runWith makes the call with an input, and returns a line for each member that
// differs.
func (v *vector) runWith(c call, given json.RawMessage) ([]string, error) {
	got, err := c.run(given)
	if err != nil {
		return nil, fmt.Errorf("%s: %s: %w", v.Rule, v.Says, err)
	}
	return differences(v.Want, got), nil
}

// line returns the line of a syntax error in a file, such as ":12". It is empty for
// other errors.
func line(data []byte, err error) string {
	var form *formError
	if !errors.As(err, &form) {
		return ""
	}
	before := data[:min(int(form.offset), len(data))]
	return fmt.Sprintf(":%d", 1+bytes.Count(before, []byte("\n")))
}
