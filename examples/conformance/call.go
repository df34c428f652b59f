package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"reflect"

	"github.com/partnerrules/partnerrules/calendar"
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
	var input *calendar.InputError
	if errors.As(err, &input) {
		return object{errorMember: map[string]any{"name": input.Name}}
	}
	var parse *calendar.ParseError
	if errors.As(err, &parse) {
		return object{errorMember: map[string]any{"type": parse.Type, "offset": parse.Offset}}
	}
	return nil
}

// asObject turns a result into the object that its JSON form is.
func asObject(result any) (object, error) {
	data, err := json.Marshal(result)
	if err != nil {
		return nil, err
	}
	var o object
	err = json.Unmarshal(data, &o)
	return o, err
}

// registry returns all calls by name. The calls of a subject are in a file of
// their own.
func registry() map[string]call {
	calls := map[string]call{}
	for _, subject := range []map[string]call{
		dateCalls(), periodCalls(), businessDayCalls(), membershipCalls(),
		eligibilityCalls(), scoreCalls(), wordCalls(), coverageCalls(),
		benefitCalls(), licenceCalls(),
		agreementCalls(), agreementBodyCalls(), agreementWordCalls(),
		draftCalls(), lifeCalls(), pairCalls(),
	} {
		maps.Copy(calls, subject)
	}
	return calls
}
