package conformance

import (
	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/benefits"
	"github.com/partnerrules/partnerrules/calendar"
)

// An onTimeline is an answer about the timeline of a membership.
type onTimeline[A any] struct {
	timeline benefits.Timeline
	answer   A
}

// givenPaidYear is the input of benefits.paid-year.
type givenPaidYear struct {
	Membership benefits.Membership `json:"membership"`
	Number     int                 `json:"number"`
	Policy     *benefitsPolicy     `json:"policy"`
}

// givenTerm is the input of benefits.term.
type givenTerm struct {
	Membership benefits.Membership `json:"membership"`
	Benefit    benefits.Benefit    `json:"benefit"`
	Policy     *benefitsPolicy     `json:"policy"`
}

// givenState is the input of benefits.state.
type givenState struct {
	Membership benefits.Membership `json:"membership"`
	Benefit    benefits.Benefit    `json:"benefit"`
	On         calendar.Date       `json:"on"`
	Policy     *benefitsPolicy     `json:"policy"`
}

// givenRenewal is the input of benefits.check-renewal.
type givenRenewal struct {
	Membership benefits.Membership `json:"membership"`
	On         calendar.Date       `json:"on"`
	Policy     *benefitsPolicy     `json:"policy"`
}

// givenPreview is the input of benefits.preview-renewal.
type givenPreview struct {
	Membership benefits.Membership `json:"membership"`
	Benefits   []benefits.Benefit  `json:"benefits"`
	On         calendar.Date       `json:"on"`
	Policy     *benefitsPolicy     `json:"policy"`
}

// givenLicenses is the input of licenses.of.
type givenLicenses struct {
	Membership benefits.Membership `json:"membership"`
	On         calendar.Date       `json:"on"`
	Policy     *benefitsPolicy     `json:"policy"`
}

// givenTokenUse is the input of token.check-use.
type givenTokenUse struct {
	Seats int           `json:"seats"`
	Uses  []int         `json:"uses"`
	On    calendar.Date `json:"on"`
}

// givenReplacement is the input of token.check-replacement.
type givenReplacement struct {
	Token benefits.Token `json:"token"`
	On    calendar.Date  `json:"on"`
}

// givenKey is the input of key.check.
type givenKey struct {
	Key benefits.Key  `json:"key"`
	On  calendar.Date `json:"on"`
}

// givenExtension is the input of key.check-extension.
type givenExtension struct {
	KeySeats    int           `json:"keySeats"`
	ActiveSeats int           `json:"activeSeats"`
	On          calendar.Date `json:"on"`
}

// givenVisualStudio is the input of visual-studio.check.
type givenVisualStudio struct {
	Subscription benefits.VisualStudio `json:"subscription"`
	On           calendar.Date         `json:"on"`
}

// givenMerge is the input of accounts.preview-merge.
type givenMerge struct {
	Inviting benefits.Account `json:"inviting"`
	Joining  benefits.Account `json:"joining"`
	On       calendar.Date    `json:"on"`
	Policy   *benefitsPolicy  `json:"policy"`
}

// timelineOf calls ask with the timeline of a membership.
func timelineOf[A any](m benefits.Membership, p *benefitsPolicy, ask func(benefits.Timeline) (A, error)) (a onTimeline[A], err error) {
	if a.timeline, err = p.get().NewTimeline(m); err != nil {
		return a, err
	}
	a.answer, err = ask(a.timeline)
	return a, err
}

func timelineCalls() map[string]call {
	return map[string]call{
		"benefits.in-force": inForceCall(benefits.InForce),
		"benefits.paid-year": explained(
			func(g givenPaidYear) (onTimeline[benefits.PaidYear], error) {
				return timelineOf(g.Membership, g.Policy, func(t benefits.Timeline) (benefits.PaidYear, error) { return t.PaidYear(g.Number) })
			},
			func(a onTimeline[benefits.PaidYear]) any { return a.answer },
			func(a onTimeline[benefits.PaidYear], g givenPaidYear) partnerrules.Explanation {
				return a.answer.Explain(a.timeline)
			},
		),
		"benefits.term": explained(
			func(g givenTerm) (onTimeline[benefits.Term], error) {
				return timelineOf(g.Membership, g.Policy, func(t benefits.Timeline) (benefits.Term, error) { return t.Term(g.Benefit) })
			},
			func(a onTimeline[benefits.Term]) any { return join(a.answer, notes(a.answer.Notes())) },
			func(a onTimeline[benefits.Term], g givenTerm) partnerrules.Explanation {
				return a.answer.Explain(a.timeline, g.Benefit)
			},
		),
		"benefits.state": explained(
			func(g givenState) (onTimeline[benefits.BenefitStatus], error) {
				return timelineOf(g.Membership, g.Policy, func(t benefits.Timeline) (benefits.BenefitStatus, error) { return t.State(g.Benefit, g.On) })
			},
			func(a onTimeline[benefits.BenefitStatus]) any { return join(a.answer, notes(a.answer.Notes())) },
			func(a onTimeline[benefits.BenefitStatus], g givenState) partnerrules.Explanation {
				return a.answer.Explain(a.timeline, g.Benefit)
			},
		),
		"benefits.events": adapt(func(g struct {
			Membership benefits.Membership `json:"membership"`
			Benefits   []benefits.Benefit  `json:"benefits"`
			From       calendar.Date       `json:"from"`
			Policy     *benefitsPolicy     `json:"policy"`
		},
		) (any, error) {
			a, err := timelineOf(g.Membership, g.Policy, func(t benefits.Timeline) (any, error) { return eventsOf(t, g.Benefits, g.From) })
			return a.answer, err
		}),
		"benefits.check-renewal": explained(
			func(g givenRenewal) (onTimeline[benefits.RenewalAnswer], error) {
				return timelineOf(g.Membership, g.Policy, func(t benefits.Timeline) (benefits.RenewalAnswer, error) { return t.CheckRenewal(g.On) })
			},
			func(a onTimeline[benefits.RenewalAnswer]) any { return a.answer },
			func(a onTimeline[benefits.RenewalAnswer], g givenRenewal) partnerrules.Explanation {
				return a.answer.Explain(a.timeline)
			},
		),
		"benefits.preview-renewal": explained(
			func(g givenPreview) (onTimeline[benefits.Renewal], error) {
				return timelineOf(g.Membership, g.Policy, func(t benefits.Timeline) (benefits.Renewal, error) { return t.PreviewRenewal(g.Benefits, g.On) })
			},
			func(a onTimeline[benefits.Renewal]) any { return renewalOf(a.answer) },
			func(a onTimeline[benefits.Renewal], g givenPreview) partnerrules.Explanation {
				return a.answer.Explain(a.timeline, g.Benefits)
			},
		),
		"benefits.category-rule": always(func(g struct {
			Category benefits.Category `json:"category"`
		},
		) any {
			return object{"rule": known(g.Category.Rule())}
		}),
	}
}

// eventsOf returns the day and the ID of each event as a text, in order. It adds the
// reason that ends a benefit, by event ID.
func eventsOf(t benefits.Timeline, list []benefits.Benefit, from calendar.Date) (any, error) {
	all, err := t.Events(list, from)
	if err != nil {
		return nil, err
	}
	events, endedBy := []string{}, object{}
	for e := range all {
		events = append(events, e.On.String()+" "+e.ID().String())
		if e.EndedBy != 0 {
			endedBy[e.ID().String()] = e.EndedBy
		}
	}
	return object{"events": events, "endedBy": endedBy}, nil
}

// renewalOf returns a renewal with its changes by benefit ID.
func renewalOf(r benefits.Renewal) any {
	changes := object{}
	for _, change := range r.Benefits {
		changes[change.ID] = change
	}
	return join(r, object{"changes": changes})
}

func licenseCalls() map[string]call {
	return map[string]call{
		"token.check-use": explained(
			func(g givenTokenUse) (benefits.TokenUse, error) {
				return benefits.CheckTokenUse(g.On, g.Seats, g.Uses...)
			},
			itself[benefits.TokenUse],
			func(a benefits.TokenUse, g givenTokenUse) partnerrules.Explanation {
				return a.Explain(g.On, g.Seats, g.Uses...)
			},
		),
		"token.check-replacement": explained(
			func(g givenReplacement) (benefits.Replacement, error) {
				return benefits.CheckReplacement(g.Token, g.On)
			},
			itself[benefits.Replacement],
			func(a benefits.Replacement, g givenReplacement) partnerrules.Explanation {
				return a.Explain(g.Token, g.On)
			},
		),
		"product.needs-activation": always(func(g struct {
			Product benefits.Product `json:"product"`
		},
		) any {
			return object{"needsActivation": g.Product.NeedsActivation()}
		}),
		"product.needs-key": always(func(g struct {
			Product benefits.Product `json:"product"`
		},
		) any {
			return object{"needsKey": g.Product.NeedsKey()}
		}),
		"key.check": explained(
			func(g givenKey) (benefits.KeyUse, error) { return benefits.CheckKey(g.Key, g.On) },
			itself[benefits.KeyUse],
			func(a benefits.KeyUse, g givenKey) partnerrules.Explanation { return a.Explain(g.Key, g.On) },
		),
		"key.check-extension": explained(
			func(g givenExtension) (benefits.Extension, error) {
				return benefits.CheckExtension(g.KeySeats, g.ActiveSeats, g.On)
			},
			itself[benefits.Extension],
			func(a benefits.Extension, g givenExtension) partnerrules.Explanation {
				return a.Explain(g.KeySeats, g.ActiveSeats, g.On)
			},
		),
		"licenses.included": always(func(g givenOffer) any { return object{"included": benefits.IncludesLicenses(g.Offer)} }),
		"licenses.of": explained(
			func(g givenLicenses) (onTimeline[benefits.Licenses], error) {
				return timelineOf(g.Membership, g.Policy, func(t benefits.Timeline) (benefits.Licenses, error) { return t.Licenses(g.On) })
			},
			func(a onTimeline[benefits.Licenses]) any { return join(a.answer, notes(a.answer.Notes())) },
			func(a onTimeline[benefits.Licenses], g givenLicenses) partnerrules.Explanation {
				return a.answer.Explain(a.timeline, g.On)
			},
		),
		"visual-studio.in": always(func(g givenOffer) any {
			professional, enterprise := benefits.VisualStudioIn(g.Offer)
			return object{"professional": professional, "enterprise": enterprise}
		}),
		"visual-studio.check": explained(
			func(g givenVisualStudio) (benefits.VisualStudioUse, error) {
				return benefits.CheckVisualStudio(g.Subscription, g.On)
			},
			itself[benefits.VisualStudioUse],
			func(a benefits.VisualStudioUse, g givenVisualStudio) partnerrules.Explanation {
				return a.Explain(g.Subscription, g.On)
			},
		),
		"accounts.preview-merge": explained(
			func(g givenMerge) (benefits.Merge, error) {
				return g.Policy.get().PreviewMerge(g.Inviting, g.Joining, g.On)
			},
			func(m benefits.Merge) any { return join(m, notes(m.Notes())) },
			func(a benefits.Merge, g givenMerge) partnerrules.Explanation {
				return a.Explain(g.Inviting, g.Joining, g.On)
			},
		),
		"benefit-reason.texts": always(func(g struct {
			Reason benefits.Reason `json:"reason"`
		},
		) any {
			return reasonTexts(g.Reason)
		}),
	}
}
