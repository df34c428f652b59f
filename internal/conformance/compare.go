package conformance

import (
	"encoding/json"
	"errors"
	"maps"
	"reflect"
	"slices"

	"github.com/partnerrules/partnerrules"
)

// errorMember is the member of a result that describes a rejected input.
const errorMember = "error"

// Rejection returns the result for an input that is rejected. An InputError has the
// path of the argument or member, and for a text its type and the offset. Any other
// error has its text.
func Rejection(err error) any {
	var bad *partnerrules.InputError
	if !errors.As(err, &bad) {
		return object{errorMember: err.Error()}
	}
	result := object{}
	if bad.Path != "" {
		result["path"] = bad.Path
	}
	if bad.Type != "" {
		result["type"], result["offset"] = bad.Type, bad.Offset
	}
	return object{errorMember: map[string]any(result)}
}

// differences compares a result with the wanted one and returns a line for each
// member that differs.
//
// It ignores members that are only in got, except an unwanted rejection. Without
// this exception a rejection would agree with a vector that wants absent members.
// A rejection that is a text agrees with any wanted rejection.
func differences(want, got object) []string {
	rejected, isRejected := got[errorMember]
	if _, isText := rejected.(string); isText && want[errorMember] != nil {
		got = maps.Clone(got)
		got[errorMember] = want[errorMember]
	}
	all := compare("", want, got)
	switch {
	case isRejected && want[errorMember] == nil:
		all = append(all, "rejected with "+text(rejected))
	case !isRejected && want[errorMember] != nil && len(all) == 0:
		all = append(all, "want a rejection")
	}
	return all
}

// compare returns the differences between two objects. The prefix is their path with
// a dot at the end.
func compare(prefix string, want, got map[string]any) []string {
	var all []string
	for _, name := range slices.Sorted(maps.Keys(want)) {
		wanted, found := want[name], got[name]
		if inner, ok := wanted.(map[string]any); ok {
			// An absent object equals an object without members.
			if members, ok := found.(map[string]any); ok || found == nil {
				all = append(all, compare(prefix+name+".", inner, members)...)
				continue
			}
		}
		if list, ok := wanted.([]any); ok && len(list) == 0 && found == nil {
			continue // an absent list equals an empty one: a nil slice is null in JSON
		}
		if !reflect.DeepEqual(wanted, found) {
			all = append(all, prefix+name+": want "+text(wanted)+", got "+text(found))
		}
	}
	return all
}

// text returns a value as readable text. Nil is an absent member.
func text(value any) string {
	if value == nil {
		return "nothing"
	}
	data, err := json.Marshal(value)
	if err != nil {
		return err.Error()
	}
	return string(data)
}
