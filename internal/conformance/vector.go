package conformance

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strings"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/internal/quote"
)

// A Vector states the result of a call under a rule.
type Vector struct {
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

var basisPattern = regexp.MustCompile(`^[SPAQTD](, [SPAQTD])*$`)

// A checker checks vectors.
type checker struct {
	calls map[string]call
	rules []string // the IDs of the rules of the library
	own   bool     // whether the calls may be others than the calls of the library
}

// check returns an error if a vector is incomplete or cannot be run.
func (c checker) check(v *Vector) error {
	switch {
	case v.Rule == "":
		return errors.New("rule is empty")
	case v.Case != "" && !slices.Contains(cases(), v.Case):
		return fmt.Errorf("want one of the cases %s, not %q", strings.Join(cases(), ", "), v.Case)
	case v.Says == "":
		return errors.New("says is empty")
	case v.Basis != "" && !basisPattern.MatchString(v.Basis):
		return fmt.Errorf("want a basis of S, P, A, Q, T and D with commas, not %q", v.Basis)
	case len(v.Want) == 0:
		return errors.New("want is empty: name at least one member")
	}
	if err := checkRule(v.Rule, c.rules); err != nil {
		return err
	}
	if call, ok := c.calls[v.Call]; ok {
		return call.check(v.Given)
	}
	return c.checkUnknown(v.Call)
}

// checkUnknown returns an error for a call that is not a call of the library, unless
// it is another program's own.
func (c checker) checkUnknown(call string) error {
	name, edits := nearest(call, slices.Sorted(maps.Keys(c.calls)))
	switch {
	case edits <= 2:
		return fmt.Errorf("call %q is unknown; did you mean %s?", call, name)
	case call == "" || !c.own:
		return fmt.Errorf("call %q is unknown: conformance -list prints the calls", call)
	}
	return nil
}

// An AnswerFunc answers a call.
type AnswerFunc = func(call string, given json.RawMessage) (any, error)

// Answer answers a call with the library. It returns a [*Fault] if the call is
// unknown, or no program could pass its input to the library. Other errors are
// rejections of the library.
func Answer(call string, given json.RawMessage) (any, error) {
	c, ok := registry()[call]
	if !ok {
		return nil, &Fault{fmt.Errorf("call %s is unknown", quote.Around(call, 0))}
	}
	o, err := c.answer(given)
	if err != nil {
		return nil, err
	}
	return o, nil
}

// Run asks the answer function and returns a line for each member that differs. It
// returns the error of answer if it is a [*Fault] or a [*ProgramError], or wraps
// [errors.ErrUnsupported]. Any other error is a rejection.
func (v *Vector) Run(answer AnswerFunc) ([]string, error) { return v.runOn(answer, v.Given) }

// RunLibrary is like Run for the library. A vector without a policy runs under the
// rules in force. If its basis includes the help pages of the baseline, it runs under
// the baseline too (EDN-02).
func (v *Vector) RunLibrary() ([]string, error) {
	found, err := v.runOn(Answer, v.Given)
	if err != nil || !strings.Contains(v.Basis, "S") || !registry()[v.Call].takesPolicy() {
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
	baseline, err := v.runOn(Answer, text)
	for _, d := range baseline {
		found = append(found, "under the baseline: "+d)
	}
	return found, err
}

// runOn asks about an input and returns a line for each member that differs.
func (v *Vector) runOn(answer AnswerFunc, given json.RawMessage) ([]string, error) {
	result, err := answer(v.Call, given)
	if err != nil {
		if errors.As(err, new(*Fault)) || errors.As(err, new(*ProgramError)) || errors.Is(err, errors.ErrUnsupported) {
			return nil, err
		}
		result = Rejection(err)
	}
	got, err := asObject(result)
	if err != nil {
		return []string{"the answer is not a JSON object: " + err.Error()}, nil
	}
	return differences(v.Want, got), nil
}

// Explain answers a call with the library, in words. It returns a [*Fault] if the
// call is unknown or its answer has no explanation.
func Explain(call string, given json.RawMessage) (partnerrules.Explanation, error) {
	explain := registry()[call].explain
	if explain == nil {
		return partnerrules.Explanation{}, &Fault{fmt.Errorf("question %q is unknown%s", call, DidYouMean(call, Questions()))}
	}
	return explain(given)
}

// Questions returns the calls that [Explain] answers, sorted.
func Questions() []string {
	var all []string
	for name, c := range registry() {
		if c.explain != nil {
			all = append(all, name)
		}
	}
	slices.Sort(all)
	return all
}
