package main

import (
	"errors"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/agreement"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/cpor"
	"github.com/partnerrules/partnerrules/eligibility"
)

// An offersQuestion asks about all offers for a company on a day.
type offersQuestion struct {
	Facts eligibility.Facts `json:"facts"`
	On    calendar.Date     `json:"on"`
}

func (q offersQuestion) answer() (answers []offerAnswer, err error) {
	for offer := range partnerrules.Values[eligibility.Offer]() {
		a, err := offerQuestion{offer, q.Facts, q.On}.answer()
		if err != nil {
			return nil, err
		}
		answers = append(answers, a)
	}
	return answers, nil
}

// An offerQuestion asks about one offer for a company on a day.
type offerQuestion struct {
	Offer eligibility.Offer `json:"offer"`
	Facts eligibility.Facts `json:"facts"`
	On    calendar.Date     `json:"on"`
}

// An offerAnswer is the decision on an offer, and when its button is enabled next.
type offerAnswer struct {
	Decision partnerrules.Explanation `json:"decision"`
	Opening  partnerrules.Explanation `json:"opening"`
}

func (q offerQuestion) answer() (a offerAnswer, err error) {
	decision, err := eligibility.Evaluate(q.Offer, q.Facts, q.On)
	if err != nil {
		return a, err
	}
	opening, err := eligibility.NextOpening(q.Offer, q.Facts, q.On)
	return offerAnswer{decision.Explain(q.Facts), opening.Explain(q.Facts, q.On)}, err
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

// A draftQuestion asks what is wrong with the draft of a claim on a day.
type draftQuestion struct {
	Draft cpor.Draft    `json:"draft"`
	Facts cpor.Facts    `json:"facts"`
	On    calendar.Date `json:"on"`
}

func (q draftQuestion) answer() (partnerrules.Explanation, error) {
	validation, err := cpor.CheckDraft(q.Draft, q.Facts, q.On)
	return validation.Explain(q.Draft, q.Facts), err
}

// A conflictsQuestion asks which claims compete.
type conflictsQuestion struct {
	Claims []cpor.Claim `json:"claims"`
}

// A conflictsAnswer has the related pairs of claims. More is true if there are more
// than mostPairs.
type conflictsAnswer struct {
	Pairs []partnerrules.Explanation `json:"pairs"`
	More  bool                       `json:"more,omitzero"`
}

// mostPairs limits an answer, because n claims can have n² pairs.
const mostPairs = 1000

func (q conflictsQuestion) answer() (a conflictsAnswer, err error) {
	pairs, err := cpor.Detect(q.Claims)
	if err != nil {
		return a, err
	}
	byID := map[string]cpor.Claim{}
	for _, c := range q.Claims {
		byID[c.ID] = c
	}
	for pair := range pairs {
		if len(a.Pairs) == mostPairs {
			a.More = true
			break
		}
		a.Pairs = append(a.Pairs, pair.Explain(byID[pair.First], byID[pair.Second]))
	}
	return a, nil
}

// A deadlineQuestion asks what is due next on a claim, given its history. The answer
// to an illegal history is the step at fault.
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
	if illegal, ok := errors.AsType[*cpor.StepError](err); ok {
		return illegal.Explain(q.History, days), nil
	}
	if err != nil {
		return e, err
	}
	deadline, err := cpor.NextDeadline(state, q.On, days)
	return deadline.Explain(days), err
}
