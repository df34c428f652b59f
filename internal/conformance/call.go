package conformance

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
	// vector.
	check func(given json.RawMessage) error

	// answer reads the input and calls the library. It returns a [*Fault] if the
	// vector is at fault. Other errors are rejections of the library.
	answer func(given json.RawMessage) (object, error)

	// explain returns the answer in words. It is nil for a call whose answer has no
	// method Explain.
	explain func(given json.RawMessage) (partnerrules.Explanation, error)
}

// takesPolicy reports whether the input has a policy.
func (c call) takesPolicy() bool {
	_, ok := c.given.FieldByNameFunc(func(name string) bool { return name == "Policy" })
	return ok
}

// A Fault is an error in a vector, as opposed to an input that the library rejects.
type Fault struct{ Err error }

// Error returns the text of the error.
func (f *Fault) Error() string { return f.Err.Error() }

// Unwrap returns the error.
func (f *Fault) Unwrap() error { return f.Err }

// read reads the input of a call.
func read[G any](data json.RawMessage) (given G, err error) {
	if len(data) == 0 {
		return given, &Fault{errors.New("given is missing")}
	}
	if err := decode("given", data, &given); err != nil {
		return given, &Fault{err}
	}
	return given, nil
}

// ask reads the input of a call and calls f. An error that is not an InputError is a
// [*Fault]: f returns it for input that no program could pass to the library, such
// as an invalid weekday.
func ask[G, A any](data json.RawMessage, f func(G) (A, error)) (given G, answer A, err error) {
	if given, err = read[G](data); err != nil {
		return given, answer, err
	}
	answer, err = f(given)
	if err != nil && !errors.As(err, new(*partnerrules.InputError)) {
		err = &Fault{fmt.Errorf("given: %w", err)}
	}
	return given, answer, err
}

// adapt returns a call of f, which takes the struct for the input and returns a
// value with the JSON of the result.
func adapt[G any](f func(G) (any, error)) call {
	return call{
		given: reflect.TypeFor[G](),
		check: func(data json.RawMessage) error {
			_, err := read[G](data)
			return err
		},
		answer: func(data json.RawMessage) (object, error) {
			_, answer, err := ask(data, f)
			if err != nil {
				return nil, err
			}
			return asObject(answer)
		},
	}
}

// explained returns a call of f, whose answer has a method Explain. The function
// result returns a value with the JSON of the result.
func explained[G, A any](f func(G) (A, error), result func(A) any, explain func(A, G) partnerrules.Explanation) call {
	c := adapt(func(given G) (any, error) {
		answer, err := f(given)
		return result(answer), err
	})
	c.explain = func(data json.RawMessage) (partnerrules.Explanation, error) {
		given, answer, err := ask(data, f)
		if err != nil {
			return partnerrules.Explanation{}, err
		}
		return explain(answer, given), nil
	}
	return c
}

// itself returns an answer whose JSON is the result.
func itself[A any](answer A) any { return answer }

// always returns a call of a function without an error.
func always[G any](f func(G) any) call {
	return adapt(func(given G) (any, error) { return f(given), nil })
}

// A joined is an answer with additional members.
type joined struct {
	answer any
	more   []object
}

// join adds members to an answer. The answer is a struct or an object.
func join(answer any, more ...object) any { return joined{answer, more} }

// MarshalJSON implements [json.Marshaler].
func (j joined) MarshalJSON() ([]byte, error) {
	all, err := asObject(j.answer)
	if err != nil {
		return nil, err
	}
	for _, more := range j.more {
		maps.Copy(all, more)
	}
	return json.Marshal(all)
}

// asObject returns the JSON object of a result, without members that are null.
func asObject(result any) (object, error) {
	data, err := json.Marshal(result)
	if err != nil {
		return nil, err
	}
	o := object{}
	err = json.Unmarshal(data, &o)
	maps.DeleteFunc(o, func(_ string, v any) bool { return v == nil })
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
