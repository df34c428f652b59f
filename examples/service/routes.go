package main

import (
	"encoding/json"
	"errors"
	"reflect"

	"github.com/partnerrules/partnerrules"
)

//go:generate go test -run ^TestOpenAPI$ -update .

// A route is a question of the service: the path to post it to, the types of the
// question and its answer, and the function that answers a body.
type route struct {
	path, summary    string
	question, answer reflect.Type
	ask              func(body []byte) (any, error)
}

// routes returns the questions of the service.
func routes() []route {
	return []route{
		answer("/v1/offers", "Which of the thirteen offers can a company buy or renew, and when?", offersQuestion.answer),
		answer("/v1/offer", "Can a company buy or renew this offer, and when?", offerQuestion.answer),
		answer("/v1/order", "Can this kind of order go on?", orderQuestion.answer),
		answer("/v1/draft", "What is wrong with this draft of an association claim?", draftQuestion.answer),
		answer("/v1/conflicts", "Which of these claims compete?", conflictsQuestion.answer),
		answer("/v1/deadline", "What is the next deadline of this claim?", deadlineQuestion.answer),
	}
}

// answer returns a route that reads a Q, asks it, and answers with an A.
func answer[Q, A any](path, summary string, ask func(Q) (A, error)) route {
	return route{path, summary, reflect.TypeFor[Q](), reflect.TypeFor[A](), func(body []byte) (any, error) {
		q, err := partnerrules.Decode[Q](body)
		if err != nil {
			return nil, err
		}
		return ask(q)
	}}
}

// respond returns the answer to a body as JSON. If the body is invalid, ok is false
// and the answer is the *partnerrules.InputError.
func (r route) respond(body []byte) (text []byte, ok bool) {
	a, err := r.ask(body)
	if err != nil {
		a = fault(err)
	}
	text, _ = json.Marshal(a) // the answers of the library always marshal
	return text, err == nil
}

// fault returns err as an InputError.
func fault(err error) *partnerrules.InputError {
	if bad, ok := errors.AsType[*partnerrules.InputError](err); ok {
		return bad
	}
	return &partnerrules.InputError{Reason: err.Error()}
}
