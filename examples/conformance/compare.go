package main

import (
	"encoding/json"
	"maps"
	"reflect"
	"slices"
)

// errorMember is the member of a result that describes a rejected input.
const errorMember = "error"

// differences compares a result with the wanted one and returns a line for each
// member that differs.
//
// It ignores members that are only in got, except an unwanted rejection. Without
// this exception a rejection would agree with a vector that wants absent members.
func differences(want, got object) []string {
	all := compare("", want, got)
	if rejected, ok := got[errorMember]; ok && want[errorMember] == nil {
		all = append(all, "rejected with "+text(rejected))
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
