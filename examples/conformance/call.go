package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"reflect"

	"github.com/partnerrules/partnerrules"
)

// A call is a function of the library that a vector can call.
type call struct {
	given reflect.Type // the struct for its input

	// check returns an error if the input is invalid, which is a fault of the
	// vector. run reads the input and calls the library. If the library rejects the
	// input, the rejection is the result.
	check func(given json.RawMessage) error
	run   func(given json.RawMessage) (object, error)
}

// takesPolicy reports whether the input has a policy.
func (c call) takesPolicy() bool {
	_, ok := c.given.FieldByNameFunc(func(name string) bool { return name == "Policy" })
	return ok
}

// adapt returns a call of f, which takes the struct for the input and returns a
// value with the JSON of the result.
//
// An error of the library is a result. Any other error is a fault of the vector. f
// returns such an error for input that no program could pass to the library, such
// as an invalid weekday.
func adapt[G any](f func(G) (any, error)) call {
	read := func(data json.RawMessage) (given G, err error) {
		if len(data) == 0 {
			return given, errors.New("given is missing")
		}
		if err := decode(data, &given); err != nil {
			return given, fmt.Errorf("given: %w", err)
		}
		return given, nil
	}
	return call{
		given: reflect.TypeFor[G](),
		check: func(data json.RawMessage) error {
			_, err := read(data)
			return err
		},
		run: func(data json.RawMessage) (object, error) {
			given, err := read(data)
			if err != nil {
				return nil, err
			}
			result, err := f(given)
			if err != nil {
				if result = rejection(err); result == nil {
					return nil, fmt.Errorf("given: %w", err)
				}
			}
			return asObject(result)
		},
	}
}

// always returns a call of a function without an error.
func always[G any](f func(G) any) call {
	return adapt(func(given G) (any, error) { return f(given), nil })
}

// rejection returns the result for an input that the library rejects: the path of
// the argument or member, and for a text its type and the offset. It returns nil for
// other errors.
func rejection(err error) any {
	var bad *partnerrules.InputError
	if !errors.As(err, &bad) {
		return nil
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

// A joined is an answer with additional members.
type joined struct {
	answer any
	more   []object
}

// join adds members to an answer. The answer is a struct or an object.
func join(answer any, more ...object) any { return joined{answer, more} }

// asObject returns the JSON object of a result.
func asObject(result any) (object, error) {
	if j, ok := result.(joined); ok {
		all, err := asObject(j.answer)
		for _, more := range j.more {
			if err == nil {
				var members object
				members, err = asObject(more)
				maps.Copy(all, members)
			}
		}
		return all, err
	}
	data, err := json.Marshal(result)
	if err != nil {
		return nil, err
	}
	var o object
	err = json.Unmarshal(data, &o)
	return o, err
}

// known returns v, or nil if v is zero. A nil member of a result is absent.
func known(v any) any {
	if reflect.ValueOf(v).IsZero() {
		return nil
	}
	return v
}

// knownIf returns v if ok is true, or else nil.
func knownIf[V any](v V, ok bool) any {
	if !ok {
		return nil
	}
	return v
}

// givenText is the input of calls that parse a text.
type givenText struct {
	Text string `json:"text"`
}

// parse returns a call of a function that parses a text.
func parse[V any](read func(string) (V, error), result func(V) any) call {
	return adapt(func(g givenText) (any, error) {
		v, err := read(g.Text)
		return result(v), err
	})
}

// decodeBody returns a call of a function that decodes a response of the service.
func decodeBody[V any](read func([]byte) (V, error), result func(V) any) call {
	return parse(func(text string) (V, error) { return read([]byte(text)) }, result)
}

// registry returns all calls by name.
func registry() map[string]call {
	calls := map[string]call{}
	for _, subject := range []map[string]call{
		dateCalls(), periodCalls(), membershipCalls(),
		offerCalls(), scoreCalls(), wordCalls(),
		timelineCalls(), licenseCalls(),
		agreementCalls(), bodyCalls(), jsonCalls(),
		draftCalls(), historyCalls(), pairCalls(),
	} {
		maps.Copy(calls, subject)
	}
	return calls
}
