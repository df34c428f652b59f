package main

import (
	"slices"

	"github.com/partnerrules/partnerrules/benefits"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/eligibility"
)

// The inputs and results of calls about tokens, keys, licences and merges.
type (
	givenTokenUse struct {
		Seats int   `json:"seats"`
		Uses  []int `json:"uses"`
	}
	givenReplacement struct {
		Token benefits.Token `json:"token"`
		On    calendar.Date  `json:"on"`
	}
	givenProduct struct {
		Product benefits.Product `json:"product"`
	}
	givenKey struct {
		Key benefits.Key `json:"key"`
	}
	givenExtension struct {
		KeySeats    int `json:"keySeats"`
		ActiveSeats int `json:"activeSeats"`
	}
	givenVisualStudio struct {
		Subscription benefits.VisualStudio `json:"subscription"`
	}
	givenMerge struct {
		Inviting benefits.Side   `json:"inviting"`
		Joining  benefits.Side   `json:"joining"`
		Policy   *BenefitsPolicy `json:"policy"`
	}
	givenBenefitReason struct {
		Reason benefits.Reason `json:"reason"`
	}
	givenBenefitAdvice struct {
		Advice benefits.Advice `json:"advice"`
	}

	resultActivation struct {
		NeedsActivation eligibility.Tri `json:"needsActivation"`
	}
	resultIncluded struct {
		Included eligibility.Tri `json:"included"`
	}
	resultVisualStudio struct {
		Professional eligibility.Tri `json:"professional"`
		Enterprise   eligibility.Tri `json:"enterprise"`
	}
	resultLicences struct {
		benefits.Licences
		Advice []benefits.Advice `json:"advice"`
	}
	resultMerge struct {
		benefits.Merge
		Advice []benefits.Advice `json:"advice"`
	}
)

func licenceCalls() map[string]call {
	return map[string]call{
		"token.use":                adapt(func(g givenTokenUse) (any, error) { return benefits.UseToken(g.Seats, g.Uses...) }),
		"token.replace":            adapt(func(g givenReplacement) (any, error) { return benefits.ReplaceToken(g.Token, g.On) }),
		"product.needs-activation": always(func(g givenProduct) any { return resultActivation{g.Product.NeedsActivation()} }),
		"key.works":                adapt(func(g givenKey) (any, error) { return benefits.KeyWorks(g.Key) }),
		"key.extend":               adapt(func(g givenExtension) (any, error) { return benefits.Extend(g.KeySeats, g.ActiveSeats) }),
		"licences.included":        always(func(g givenOffer) any { return resultIncluded{benefits.IncludesLicences(g.Offer)} }),
		"licences.of": adapt(func(g givenMembershipOn) (any, error) {
			l, err := g.Policy.orBaseline().LicencesOf(g.Membership, g.On)
			return resultLicences{l, slices.Collect(l.Advice())}, err
		}),
		"visual-studio.in": always(func(g givenOffer) any {
			professional, enterprise := benefits.VisualStudioIn(g.Offer)
			return resultVisualStudio{professional, enterprise}
		}),
		"visual-studio.use": adapt(func(g givenVisualStudio) (any, error) { return benefits.VisualStudioUse(g.Subscription) }),
		"accounts.merge": adapt(func(g givenMerge) (any, error) {
			m, err := g.Policy.orBaseline().MergeAccounts(g.Inviting, g.Joining)
			return resultMerge{m, slices.Collect(m.Advice())}, err
		}),
		"benefit-reason.texts": always(func(g givenBenefitReason) any {
			r := g.Reason
			return resultTexts{Rule: r.Rule(), See: r.See(), Message: r.Message() != "", Remedy: r.Remedy() != "", Source: r.Source() != ""}
		}),
		"benefit-advice.texts": always(func(g givenBenefitAdvice) any {
			a := g.Advice
			return resultTexts{Rule: a.Rule(), See: a.See(), Message: a.Message() != "", Source: a.Source() != ""}
		}),
	}
}
