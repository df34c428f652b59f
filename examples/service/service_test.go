package main

import (
	"encoding/json"
	"testing"
)

// A sample is a question, with members of its answer that were worked out by hand.
type sample struct {
	path, body string
	want       map[string]string // by the path of the member
}

func samples() []sample {
	return []sample{
		{
			"/v1/offers",
			`{"facts": {"account": "authorized", "membership": "designation", "anniversary": "2024-03-01", "held": "security", "qualified": {"security": "yes"}, "billing": "linked"}, "on": "2024-02-10"}`,
			map[string]string{
				"5.decision.verdict.code":   "disabled",
				"5.decision.reasons.0.rule": "ELG-02",
				"5.opening.days.0.first":    "2024-03-02",
				"5.opening.days.0.last":     "2024-03-31",
			},
		},
		{
			"/v1/offer",
			`{"offer": "legacy-gold", "facts": {"account": "authorized"}, "on": "2025-02-01"}`,
			map[string]string{"decision.title": "Legacy Gold", "decision.verdict.code": "disabled", "opening.verdict.code": "disabled"},
		},
		{
			"/v1/order",
			`{"kind": "new-purchase", "facts": {"customer": "new", "partner": "direct-bill", "acceptance": {"partner": {"given": "no"}, "direct": {"given": "no"}}, "now": "2023-12-01"}}`,
			map[string]string{"verdict.code": "blocked", "reasons.0.code": "new-customer-not-attested"},
		},
		{
			"/v1/draft",
			`{"draft": {"area": "microsoft-365", "activities": "usage"}, "facts": {"role": "other"}, "on": "2020-07-06"}`,
			map[string]string{"verdict.code": "invalid"},
		},
		{
			"/v1/conflicts",
			`{"claims": [
				{"id": "CL-1", "tenant": "f0e1d2c3-0000-4000-8000-000000000001", "area": "microsoft-365", "activities": "usage", "status": "approved",
				 "partner": "4567001", "company": "4000001", "units": [{"name": "Exchange Online"}], "approved": "2020-03-02"},
				{"id": "CL-2", "tenant": "f0e1d2c3-0000-4000-8000-000000000001", "area": "microsoft-365", "activities": "usage", "status": "submitted",
				 "partner": "4567002", "company": "4000002", "units": [{"name": "Exchange Online"}], "submitted": "2020-07-06"}]}`,
			map[string]string{"pairs.0.verdict.code": "competing", "pairs.0.answer.incumbent": "CL-1"},
		},
		{
			"/v1/deadline",
			`{"history": [{"status": "editing", "on": "2020-07-01"}, {"status": "submitted", "on": "2020-07-06"}], "on": "2020-07-07", "holidays": ["2020-07-08"]}`,
			map[string]string{"answer.task": "initial-review", "answer.through": "2020-07-14"}, // the fifth business day
		},
	}
}

func routeTo(t *testing.T, path string) route {
	t.Helper()
	for _, r := range routes() {
		if r.path == path {
			return r
		}
	}
	t.Fatalf("no route %s", path)
	return route{}
}

// quote returns a text as JSON.
func quote(text string) string {
	quoted, _ := json.Marshal(text) // the error is always nil
	return string(quoted)
}
