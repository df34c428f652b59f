package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"reflect"

	"github.com/partnerrules/partnerrules"
)

// A call is a question that a vector can put to the library.
type call struct {
	given reflect.Type // the struct that its input is read into

	// check returns an error if the input cannot be read, a fault of the
	// vector. Run reads it and asks the library; the result of an input that
	// the library refuses is the refusal.
	check func(given json.RawMessage) error
	run   func(given json.RawMessage) (object, error)
}

// adapt makes a call of a function from the struct that its input is read into
// to a value that has the result's JSON form.
//
// An error of the library is a result. Any other is a fault of the vector: the
// function itself returns one for input that no program could put to the
// library, such as the name of a weekday that is none.
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
				if result = refusal(err); result == nil {
					return nil, fmt.Errorf("given: %w", err)
				}
			}
			return asObject(result)
		},
	}
}

// always makes a call of a function that refuses nothing.
func always[G any](f func(G) any) call {
	return adapt(func(given G) (any, error) { return f(given), nil })
}

// refusal is the result of an input that the library refuses: which argument,
// or where in which kind of text. It is nil for errors of another kind.
func refusal(err error) any {
	var input *partnerrules.InputError
	if errors.As(err, &input) {
		return object{errorMember: map[string]any{"name": input.Name}}
	}
	var parse *partnerrules.ParseError
	if errors.As(err, &parse) {
		return object{errorMember: map[string]any{"type": parse.Type, "offset": parse.Offset}}
	}
	return nil
}

// joined is the result of an answer, with more members beside its own.
type joined struct {
	answer any
	more   []object
}

// join adds members to an answer, which is a struct or an object.
func join(answer any, more ...object) any { return joined{answer, more} }

// asObject turns a result into the object that its JSON form is.
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

// known returns v, or nil if it is zero: then the member of the result is absent.
func known(v any) any {
	if reflect.ValueOf(v).IsZero() {
		return nil
	}
	return v
}

// knownIf returns v if ok is true, and else nil.
func knownIf[V any](v V, ok bool) any {
	if !ok {
		return nil
	}
	return v
}

// givenText is the input of calls that read a text.
type givenText struct {
	Text string `json:"text"`
}

// parse makes a call of a function that reads a text.
func parse[V any](read func(string) (V, error), result func(V) any) call {
	return adapt(func(g givenText) (any, error) {
		v, err := read(g.Text)
		return result(v), err
	})
}

// decodeBody makes a call of a function that reads a body of the service.
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
		agreementCalls(), bodyCalls(),
		draftCalls(), historyCalls(), pairCalls(),
	} {
		maps.Copy(calls, subject)
	}
	return calls
}
