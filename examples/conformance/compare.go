package main

import (
	"encoding/json"
	"maps"
	"reflect"
	"slices"
)

// errorMember is the member of a result that says why the input was refused.
const errorMember = "error"

// differences compares a result with what is wanted, member by member, and
// returns a line for each that differs.
//
// Members that are not wanted are not compared, with one exception: a refusal
// that is not wanted always differs, for else a vector that wants a member to
// be absent would agree with it.
func differences(want, got object) []string {
	all := compare("", want, got)
	if refused, ok := got[errorMember]; ok && want[errorMember] == nil {
		all = append(all, "refused with "+text(refused))
	}
	return all
}

// compare returns the differences of two objects. The prefix is the path to
// them, with a dot at its end.
func compare(prefix string, want, got map[string]any) []string {
	var all []string
	for _, name := range slices.Sorted(maps.Keys(want)) {
		wanted, found := want[name], got[name]
		if inner, ok := wanted.(map[string]any); ok {
			// An object that is absent counts as one without members.
			if members, ok := found.(map[string]any); ok || found == nil {
				all = append(all, compare(prefix+name+".", inner, members)...)
				continue
			}
		}
		if !reflect.DeepEqual(wanted, found) {
			all = append(all, prefix+name+": want "+text(wanted)+", got "+text(found))
		}
	}
	return all
}

// text writes a value for a person to read. Null stands for an absent member.
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
