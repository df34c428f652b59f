package main

import (
	"encoding/json"
	"errors"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/agreement"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/cpor"
	"github.com/partnerrules/partnerrules/eligibility"
)

//go:generate go test -run ^TestOpenAPI$ -update .

// A route is a question of the service: the path to post it to, what it asks, zero
// values of its types, and the function that answers a body.
type route struct {
	path, summary    string
	question, answer any
	ask              func(body []byte) (any, error)
}

// routes returns the questions of the service.
func routes() []route {
	return []route{
		answer("/v1/offers", "Which of the thirteen offers can a company buy or renew, and when?", offersQuestion.answer),
		answer("/v1/order", "Can this kind of order go on?", orderQuestion.answer),
		answer("/v1/deadline", "What is the next deadline of this claim?", deadlineQuestion.answer),
	}
}

// answer returns a route that reads a Q, asks it, and answers with an A.
func answer[Q, A any](path, summary string, ask func(Q) (A, error)) route {
	return route{path, summary, *new(Q), *new(A), func(body []byte) (any, error) {
		q, err := partnerrules.Decode[Q](body)
		if err != nil {
			return nil, err
		}
		return ask(q)
	}}
}

// encode returns the JSON of an answer, or of an error as an InputError.
func encode(a any, err error) []byte {
	if bad, ok := errors.AsType[*partnerrules.InputError](err); ok {
		a = bad
	} else if err != nil {
		a = partnerrules.InputError{Reason: err.Error()}
	}
	text, _ := json.Marshal(a) // all answers have JSON
	return text
}

// An offersQuestion asks about all offers for a company on a day.
type offersQuestion struct {
	Facts eligibility.Facts `json:"facts"`
	On    calendar.Date     `json:"on"`
}

// An offerAnswer is the decision on an offer, and when its button is enabled next.
type offerAnswer struct {
	Decision partnerrules.Explanation `json:"decision"`
	Opening  partnerrules.Explanation `json:"opening"`
}

func (q offersQuestion) answer() (answers []offerAnswer, err error) {
	decisions, err := eligibility.EvaluateAll(q.Facts, q.On)
	for _, decision := range decisions {
		opening, err := eligibility.NextOpening(decision.Offer, q.Facts, q.On)
		if err != nil {
			return nil, err
		}
		answers = append(answers, offerAnswer{decision.Explain(q.Facts), opening.Explain(q.Facts, q.On)})
	}
	return answers, err
}

// An orderQuestion asks whether an order can go on.
type orderQuestion struct {
	Kind  agreement.OrderKind `json:"kind"`
	Facts agreement.Facts     `json:"facts"`
}

func (q orderQuestion) answer() (partnerrules.Explanation, error) {
	decision, err := agreement.CheckOrder(q.Kind, q.Facts)
	return decision.Explain(q.Facts), err
}

// A deadlineQuestion asks what is due next on a claim, given its history.
type deadlineQuestion struct {
	History  []cpor.Step     `json:"history"`
	On       calendar.Date   `json:"on"`
	Holidays []calendar.Date `json:"holidays,omitzero"`
}

func (q deadlineQuestion) answer() (e partnerrules.Explanation, err error) {
	days, err := calendar.NewBusinessCalendar(calendar.SaturdaySunday, q.Holidays...)
	if err != nil {
		return e, err
	}
	state, err := cpor.Replay(q.History, days)
	if err != nil {
		return e, err
	}
	deadline, err := cpor.NextDeadline(state, q.On, days)
	return deadline.Explain(days), err
}
