package main

import (
	"encoding"

	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/cpor"
)

// The inputs of calls about the drafts of association claims.
type (
	givenDraft struct {
		Draft  cpor.Draft    `json:"draft"`
		Facts  cpor.Facts    `json:"facts"`
		On     calendar.Date `json:"on"`
		Policy *ClaimsPolicy `json:"policy"`
	}
	givenOffered struct {
		Area     cpor.Area     `json:"area"`
		Activity cpor.Activity `json:"activity"`
	}
	givenIntent struct {
		Area   cpor.Area   `json:"area"`
		Intent cpor.Intent `json:"intent"`
	}
	givenProvisioned struct {
		Provisioned calendar.Date `json:"provisioned"`
		Policy      *ClaimsPolicy `json:"policy"`
	}
	givenClaimRole struct {
		Role   cpor.Role     `json:"role"`
		Policy *ClaimsPolicy `json:"policy"`
	}
	givenClaimReason struct {
		Reason        cpor.Reason `json:"reason"`
		CustomerAsked bool        `json:"customerAsked"`
	}
	givenClaimAdvice struct {
		Advice cpor.Advice `json:"advice"`
	}
)

// The results of those calls.
type (
	// A resultValidation is a validation with the codes of its findings by
	// severity, as lists.
	resultValidation struct {
		cpor.Validation
		Errors    []cpor.Reason `json:"errors"`
		Warnings  []cpor.Reason `json:"warnings"`
		Unknown   []cpor.Reason `json:"unknown"`
		MaySubmit bool          `json:"maySubmit"`
	}
	resultID struct {
		ID string `json:"id"`
	}
	resultOffered struct {
		Offered     bool `json:"offered"`
		ForPayments bool `json:"forPayments"`
	}
	resultMayClaim struct {
		MayClaim cpor.Tri `json:"mayClaim"`
	}
	// A resultClaimTexts tells which texts there are, and whether the remedy
	// turns elsewhere once the customer was asked.
	resultClaimTexts struct {
		Rule    string `json:"rule,omitzero"`
		Message bool   `json:"message"`
		Remedy  bool   `json:"remedy"`
		Source  bool   `json:"source"`
		Changes bool   `json:"changes"`
	}
	resultClaimsInForce struct {
		Coverage calendar.Coverage `json:"coverage"`
		Policy   cpor.Policy       `json:"policy"`
	}
)

func draftCalls() map[string]call {
	return map[string]call{
		"cpor.validate": adapt(func(g givenDraft) (any, error) {
			v, err := g.Policy.orBaseline().Validation(g.Draft, g.Facts, g.On)
			return validationResult(v), err
		}),
		"cpor.offered": always(func(g givenOffered) any {
			return resultOffered{g.Area.Offered(g.Activity), g.Activity.PaysIncentive()}
		}),
		"cpor.choose":    always(func(g givenIntent) any { return cpor.Choose(g.Area, g.Intent) }),
		"cpor.claimable": always(func(g givenProvisioned) any { return resultDate{g.Policy.orBaseline().Claimable(g.Provisioned)} }),
		"cpor.may-claim": always(func(g givenClaimRole) any { return resultMayClaim{g.Policy.orBaseline().MayClaim(g.Role)} }),
		"cpor.reason-texts": always(func(g givenClaimReason) any {
			r := g.Reason
			remedy := r.Remedy(g.CustomerAsked)
			return resultClaimTexts{r.Rule(), r.Message() != "", remedy != "", r.Source() != "", remedy != r.Remedy(!g.CustomerAsked)}
		}),
		"cpor.advice-texts": always(func(g givenClaimAdvice) any {
			a := g.Advice
			return resultClaimTexts{Rule: a.Rule(), Message: a.Message() != "", Source: a.Source() != ""}
		}),
		"cpor.in-force": always(func(g givenOn) any {
			policy, coverage := cpor.InForce(g.On)
			return resultClaimsInForce{coverage, policy}
		}),
		"cpor.tenant-parse":       adapt(func(g givenText) (any, error) { return idResult(cpor.ParseTenantID(g.Text)) }),
		"cpor.subscription-parse": adapt(func(g givenText) (any, error) { return idResult(cpor.ParseSubscriptionID(g.Text)) }),
		"cpor.partner-parse":      adapt(func(g givenText) (any, error) { return idResult(cpor.ParsePartnerID(g.Text)) }),
		"cpor.domain-parse":       adapt(func(g givenText) (any, error) { return idResult(cpor.ParseDomain(g.Text)) }),
	}
}

func idResult(id encoding.TextMarshaler, err error) (any, error) {
	if err != nil {
		return nil, err
	}
	text, err := id.MarshalText()
	return resultID{string(text)}, err
}

func validationResult(v cpor.Validation) resultValidation {
	// Lists without elements are written as such, not left out.
	result := resultValidation{v, []cpor.Reason{}, []cpor.Reason{}, []cpor.Reason{}, v.MaySubmit()}
	for _, f := range v.Findings {
		list := &result.Unknown
		switch f.Severity {
		case cpor.Error:
			list = &result.Errors
		case cpor.Warning:
			list = &result.Warnings
		}
		*list = append(*list, f.Reason)
	}
	return result
}
