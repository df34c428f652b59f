package rulestest

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/internal/conformance"
	"github.com/partnerrules/partnerrules/internal/explain"
	"github.com/partnerrules/partnerrules/internal/strict"
)

// A Difference is a part of a stored explanation that today's library answers
// differently.
type Difference struct {
	// Path is the place in the explanation: "verdict", "reasons[1].from" or
	// "answer.rows.billing.state". An item of a list has its index in the stored
	// list, or in today's if only today's has it.
	Path string `json:"path"`

	// Rule is the rule that differs: the rule of the reason, days or note, EDN-01
	// for the policy, and EDN-05 for the coverage. It is empty for a verdict, missing
	// facts and other members of the answer, which follow from all rules asked.
	Rule partnerrules.RuleID `json:"rule,omitzero"`

	// Stored and Now are the values. They are texts, or JSON if they are not texts.
	// One is empty if only the other explanation has the value.
	Stored string `json:"stored"`
	Now    string `json:"now"`
}

// String returns, for example, "reasons[1].from (ELG-13): stored 2025-01-22, now nothing".
func (d Difference) String() string {
	text := d.Path
	if d.Rule != "" {
		text += " (" + string(d.Rule) + ")"
	}
	return fmt.Sprintf("%s: stored %s, now %s", text, orNothing(d.Stored), orNothing(d.Now))
}

func orNothing(text string) string {
	if text == "" {
		return "nothing"
	}
	return text
}

// Rules of differences in every answer.
const (
	ruleOfPolicy   partnerrules.RuleID = "EDN-01"
	ruleOfCoverage partnerrules.RuleID = "EDN-05"
)

// Recheck reads the JSON of a [partnerrules.Explanation], asks its question again, and
// returns the differences. There are none if today's library answers the same.
//
// An answer under the policy in force is asked again under the policy in force now, and
// any other answer under its stored policy. Texts are not compared, because they may be
// reworded: titles, messages, remedies, help pages and the version of the library.
//
// Recheck returns a [*partnerrules.InputError] if:
//   - stored is not the JSON of an explanation, or has another format
//   - the question is unknown
//   - given is missing, or does not have the form of the question's input
//   - the library rejects the input
func Recheck(stored []byte) ([]Difference, error) {
	var was, is record
	if err := was.read(stored); err != nil {
		return nil, err
	}
	switch {
	case was.Format != explain.Format:
		return nil, invalid("format", fmt.Sprintf("want %d, not %d", explain.Format, was.Format))
	case !slices.Contains(conformance.Questions(), was.Question):
		return nil, invalid("question", "unknown"+conformance.DidYouMean(was.Question, conformance.Questions()))
	case was.Given == nil:
		return nil, invalid("given", "the input is missing, so the question cannot be asked again")
	}
	explanation, err := conformance.Explain(was.Question, was.input())
	if err != nil {
		return nil, rejected(err)
	}
	now, err := json.Marshal(explanation)
	if err != nil {
		return nil, err
	}
	if err := is.read(now); err != nil {
		return nil, err
	}
	return was.compare(is), nil
}

func invalid(path, reason string) error {
	return &partnerrules.InputError{Path: path, Reason: reason}
}

// rejected returns the error of a question with the path of the stored input. The
// path of a fault has it already.
func rejected(err error) error {
	var bad *partnerrules.InputError
	switch {
	case !errors.As(err, &bad):
		return invalid("given", err.Error())
	case errors.As(err, new(*conformance.Fault)):
		return invalid(bad.Path, bad.Reason)
	}
	return invalid(strings.TrimSuffix("given."+bad.Path, "."), bad.Reason)
}

// A record is an explanation as it is stored.
type record struct {
	partnerrules.Explanation
	Given  json.RawMessage `json:"given"`
	Answer json.RawMessage `json:"answer"`
}

// read reads a record. It ignores unknown members, which a later version may have.
func (r *record) read(text []byte) error {
	err := strict.Options{Lenient: true}.Decode(text, r)
	var bad *strict.Error
	if errors.As(err, &bad) {
		return &partnerrules.InputError{Path: bad.Path, Reason: bad.Reason, Type: "explanation", Offset: bad.Offset}
	}
	return err
}

// policyInForce is the text of the policy in force, in all packages.
const policyInForce = "in force"

// input returns the input with which to ask again: without the policy if it was the
// policy in force, which is then the policy in force now.
func (r record) input() json.RawMessage {
	var given map[string]json.RawMessage
	if r.Policy != policyInForce || json.Unmarshal(r.Given, &given) != nil {
		return r.Given
	}
	delete(given, "policy")
	text, _ := json.Marshal(given) // it was valid
	return text
}

// compare returns the differences between two records.
func (r record) compare(now record) []Difference {
	return slices.Concat(
		values("verdict", "", r.Verdict.Code, now.Verdict.Code),
		items("reasons", reasonItems(r), reasonItems(now)),
		items("missing", missingItems(r), missingItems(now)),
		items("days", dayItems(r), dayItems(now)),
		items("notes", noteItems(r), noteItems(now)),
		values("policy", ruleOfPolicy, r.Policy, now.Policy),
		values("coverage", ruleOfCoverage, r.Coverage.Code, now.Coverage.Code),
		members("answer", "", tree(r.Answer), tree(now.Answer)),
	)
}

// values compares two texts.
func values(path string, rule partnerrules.RuleID, stored, now string) []Difference {
	if stored == now {
		return nil
	}
	return []Difference{{path, rule, stored, now}}
}

// An item is an item of a list of an explanation. Items with the same key are the
// same item.
type item struct {
	key    string
	rule   partnerrules.RuleID
	fields [][2]string // the names and values to compare
}

// key returns the key of an item: its code, and its subject if it has one.
func key(code, subject string) string { return strings.TrimSpace(code + " " + subject) }

func reasonItems(r record) (all []item) {
	for _, reason := range r.Reasons {
		all = append(all, item{key(reason.Code, reason.Subject), reason.Rule, [][2]string{
			{"severity", reason.Severity.String()}, {"rule", string(reason.Rule)}, {"from", reason.From},
		}})
	}
	return all
}

func missingItems(r record) (all []item) {
	for _, fact := range r.Missing {
		all = append(all, item{key: fact.Code})
	}
	return all
}

func dayItems(r record) (all []item) {
	for _, days := range r.Days {
		all = append(all, item{key(days.Code, days.Subject), days.Rule, [][2]string{
			{"rule", string(days.Rule)}, {"first", days.First}, {"last", days.Last},
		}})
	}
	return all
}

func noteItems(r record) (all []item) {
	for _, note := range r.Notes {
		all = append(all, item{note.Code, note.Rule, [][2]string{{"rule", string(note.Rule)}}})
	}
	return all
}

// items compares two lists: the items that only one of them has, the fields of the
// others, and their order.
func items(path string, stored, now []item) (all []Difference) {
	matches, taken := match(stored, now)
	last := -1
	for i, was := range stored {
		at, j := fmt.Sprintf("%s[%d]", path, i), matches[i]
		if j < 0 {
			all = append(all, Difference{at, was.rule, was.key, ""})
			continue
		}
		if j < last {
			all = append(all, Difference{at + ".place", was.rule, strconv.Itoa(i), strconv.Itoa(j)})
		}
		last = max(last, j)
		for k, field := range was.fields {
			all = append(all, values(at+"."+field[0], was.rule, field[1], now[j].fields[k][1])...)
		}
	}
	for j, is := range now {
		if !taken[j] {
			all = append(all, Difference{fmt.Sprintf("%s[%d]", path, j), is.rule, "", is.key})
		}
	}
	return all
}

// match returns the index in now of each stored item, or -1, and whether each item of
// now is taken. It prefers an item with equal fields, and then the first with the same
// key.
func match(stored, now []item) (matches []int, taken []bool) {
	matches, taken = slices.Repeat([]int{-1}, len(stored)), make([]bool, len(now))
	for _, same := range []func(a, b item) bool{
		func(a, b item) bool { return a.key == b.key && slices.Equal(a.fields, b.fields) },
		func(a, b item) bool { return a.key == b.key },
	} {
		for i, was := range stored {
			for j := 0; matches[i] < 0 && j < len(now); j++ {
				if !taken[j] && same(was, now[j]) {
					matches[i], taken[j] = j, true
				}
			}
		}
	}
	return matches, taken
}

// tree returns a JSON value. Its numbers keep their text. The value is nil if the
// text is empty.
func tree(text json.RawMessage) (value any) {
	d := json.NewDecoder(bytes.NewReader(text))
	d.UseNumber()
	_ = d.Decode(&value) // the text is empty or valid JSON, since it was read before
	return value
}

// members compares two JSON values, member by member.
func members(path string, rule partnerrules.RuleID, stored, now any) (all []Difference) {
	switch was := stored.(type) {
	case map[string]any:
		if is, ok := now.(map[string]any); ok {
			for _, name := range names(was, is) {
				all = append(all, members(path+"."+name, ruleOf(name, rule), was[name], is[name])...)
			}
			return all
		}
	case []any:
		if is, ok := now.([]any); ok {
			for i := range max(len(was), len(is)) {
				all = append(all, members(path+"["+strconv.Itoa(i)+"]", rule, at(was, i), at(is, i))...)
			}
			return all
		}
	}
	if reflect.DeepEqual(stored, now) {
		return nil
	}
	return []Difference{{path, rule, text(stored), text(now)}}
}

// ruleOf returns the rule of a member of an answer: the rule of the object around it,
// unless the member is the policy or the coverage.
func ruleOf(name string, around partnerrules.RuleID) partnerrules.RuleID {
	switch name {
	case "policy":
		return ruleOfPolicy
	case "coverage":
		return ruleOfCoverage
	}
	return around
}

// names returns the names of the members of both objects, sorted.
func names(a, b map[string]any) []string {
	all := maps.Clone(a)
	maps.Copy(all, b)
	return slices.Sorted(maps.Keys(all))
}

// at returns an element of a list, or nil if the list is shorter.
func at(list []any, i int) any {
	if i >= len(list) {
		return nil
	}
	return list[i]
}

// text returns a JSON value as a text. It is empty for an absent value.
func text(value any) string {
	switch value := value.(type) {
	case nil:
		return ""
	case string:
		return value
	}
	data, _ := json.Marshal(value) // a value that was read from JSON
	return string(data)
}
