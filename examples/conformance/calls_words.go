package main

import (
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/eligibility"
)

// The inputs and results of calls about the words of the programme: states,
// statuses, roles, offers, and the texts of reasons and advices.
type (
	givenActive struct {
		Active calendar.Period `json:"active"`
	}
	givenGoldSilver struct {
		Gold   eligibility.Tri `json:"gold"`
		Silver eligibility.Tri `json:"silver"`
	}
	givenRole struct {
		Role eligibility.Role `json:"role"`
	}
	givenOffer struct {
		Offer eligibility.Offer `json:"offer"`
	}
	givenReason struct {
		Reason eligibility.Reason `json:"reason"`
		Family eligibility.Family `json:"family"`
	}
	givenAdvice struct {
		Advice eligibility.Advice `json:"advice"`
	}

	resultVerification struct {
		Verification eligibility.Verification `json:"verification"`
	}
	resultHeld struct {
		Held eligibility.Tri `json:"held"`
	}
	resultStatus struct {
		Status eligibility.LegacyStatus `json:"status"`
	}
	resultMayBuy struct {
		MayBuy eligibility.Tri `json:"mayBuy"`
	}
	resultOffer struct {
		Family eligibility.Family `json:"family,omitzero"`
		Area   eligibility.Area   `json:"area,omitzero"`
	}

	// A resultTexts tells which texts there are. Sentences may be reworded, so
	// no vector holds them.
	resultTexts struct {
		Rule     string `json:"rule,omitzero"`
		See      string `json:"see,omitzero"`
		Question bool   `json:"question"`
		Message  bool   `json:"message"`
		Remedy   bool   `json:"remedy"`
		Source   bool   `json:"source"`
	}
)

func wordCalls() map[string]call {
	return map[string]call{
		"verification.parse": adapt(func(g givenText) (any, error) {
			var v eligibility.Verification
			err := v.UnmarshalText([]byte(g.Text))
			return resultVerification{v}, err
		}),
		"status.held-on-legacy-end": always(func(g givenActive) any {
			return resultHeld{eligibility.HeldOnLegacyEnd(g.Active)}
		}),
		"status.of": always(func(g givenGoldSilver) any {
			return resultStatus{eligibility.LegacyStatusOf(g.Gold, g.Silver)}
		}),
		"role.may-buy": always(func(g givenRole) any { return resultMayBuy{g.Role.MayBuy()} }),
		"offer.kind":   always(func(g givenOffer) any { return resultOffer{g.Offer.Family(), g.Offer.Area()} }),
		"reason.texts": always(func(g givenReason) any {
			r := g.Reason
			return resultTexts{r.Rule(), r.See(g.Family), r.Question() != "", r.Message() != "", r.Remedy() != "", r.Source() != ""}
		}),
		"advice.texts": always(func(g givenAdvice) any {
			a := g.Advice
			return resultTexts{Rule: a.Rule(), Message: a.Message() != "", Source: a.Source() != ""}
		}),
	}
}
