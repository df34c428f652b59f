package main

import (
	"slices"

	"github.com/partnerrules/partnerrules/agreement"
)

// The inputs and results of calls about the words of the agreement: the status
// in Partner Center, routes and their steps, errors, and texts.
type (
	givenRoute struct {
		Route agreement.Route `json:"route"`
	}
	givenCode struct {
		Call agreement.Call `json:"call"`
		Code string         `json:"code"`
	}
	givenAgreementReason struct {
		Reason agreement.Reason `json:"reason"`
	}
	givenAgreementAdvice struct {
		Advice agreement.Advice `json:"advice"`
	}

	resultSteps struct {
		Steps         []agreement.Step `json:"steps"`
		CustomerSteps []agreement.Step `json:"customerSteps"`
	}
	resultMeaning struct {
		Meaning agreement.Meaning `json:"meaning"`
		Rule    string            `json:"rule,omitzero"`
		Message bool              `json:"message"`
		Remedy  bool              `json:"remedy"`
	}
	resultAgreementTexts struct {
		Rule     string             `json:"rule,omitzero"`
		Field    agreement.Field    `json:"field,omitzero"`
		Severity agreement.Severity `json:"severity,omitzero"`
		Message  bool               `json:"message"`
		Remedy   bool               `json:"remedy"`
		Source   bool               `json:"source"`
	}
)

func agreementWordCalls() map[string]call {
	return map[string]call{
		"agreement.direct-status": always(func(g givenText) any { return resultSigned{agreement.DirectStatus(g.Text)} }),
		"agreement.steps": always(func(g givenRoute) any {
			return resultSteps{
				append([]agreement.Step{}, slices.Collect(g.Route.Steps())...),
				append([]agreement.Step{}, slices.Collect(g.Route.CustomerSteps())...),
			}
		}),
		"agreement.explain": always(func(g givenCode) any {
			m := agreement.Explain(g.Call, g.Code)
			return resultMeaning{m, m.Rule(), m.Message() != "", m.Remedy() != ""}
		}),
		"agreement.reason-texts": always(func(g givenAgreementReason) any {
			r := g.Reason
			return resultAgreementTexts{r.Rule(), r.Field(), r.Severity(), r.Message() != "", r.Remedy() != "", r.Source() != ""}
		}),
		"agreement.advice-texts": always(func(g givenAgreementAdvice) any {
			a := g.Advice
			return resultAgreementTexts{Rule: a.Rule(), Message: a.Message() != "", Source: a.Source() != ""}
		}),
	}
}
