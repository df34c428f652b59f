package main

import (
	"slices"

	"github.com/partnerrules/partnerrules/eligibility"
)

// The inputs and results of calls about the partner capability score.
type (
	givenAssess struct {
		Area    eligibility.Area    `json:"area"`
		Metrics eligibility.Metrics `json:"metrics"`
		Stated  eligibility.Tri     `json:"stated"`
	}
	givenHundredths struct {
		Hundredths int `json:"hundredths"`
	}
	givenGreatest struct {
		Area   eligibility.Area   `json:"area"`
		Metric eligibility.Metric `json:"metric"`
	}
	givenMetric struct {
		Metric eligibility.Metric `json:"metric"`
	}

	// A resultAssessment is an assessment with the metrics that are zero, and
	// the categories of these, each once.
	resultAssessment struct {
		eligibility.Assessment
		Unmet      []eligibility.Metric   `json:"unmet"`
		Categories []eligibility.Category `json:"categories"`
	}
	resultPoints struct {
		Points eligibility.Points `json:"points,omitzero"`
	}
	resultCategory struct {
		Category eligibility.Category `json:"category,omitzero"`
	}
)

func scoreCalls() map[string]call {
	return map[string]call{
		"score.assess": adapt(func(g givenAssess) (any, error) {
			a, err := eligibility.Assess(g.Area, g.Metrics, g.Stated)
			return assessmentResult(a), err
		}),
		"score.greatest": always(func(g givenGreatest) any { return resultPoints{eligibility.Greatest(g.Area, g.Metric)} }),
		"score.category": always(func(g givenMetric) any { return resultCategory{g.Metric.Category()} }),
		"points.parse": adapt(func(g givenText) (any, error) {
			p, err := eligibility.ParsePoints(g.Text)
			return resultPoints{p}, err
		}),
		"points.make": adapt(func(g givenHundredths) (any, error) {
			p, err := eligibility.NewPoints(g.Hundredths)
			return resultPoints{p}, err
		}),
	}
}

func assessmentResult(a eligibility.Assessment) resultAssessment {
	result := resultAssessment{a, []eligibility.Metric{}, []eligibility.Category{}}
	for metric := range a.Unmet() {
		result.Unmet = append(result.Unmet, metric)
		if category := metric.Category(); !slices.Contains(result.Categories, category) {
			result.Categories = append(result.Categories, category)
		}
	}
	return result
}
