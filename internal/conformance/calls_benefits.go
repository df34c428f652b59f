package conformance

import (
	"github.com/partnerrules/partnerrules/benefits"
	"github.com/partnerrules/partnerrules/calendar"
)

// onTimeline calls ask with the timeline of a membership.
func onTimeline(m benefits.Membership, p *benefitsPolicy, ask func(benefits.Timeline) (any, error)) (any, error) {
	timeline, err := p.get().NewTimeline(m)
	if err != nil {
		return nil, err
	}
	return ask(timeline)
}

func timelineCalls() map[string]call {
	return map[string]call{
		"benefits.in-force": inForceCall(benefits.InForce),
		"benefits.paid-year": adapt(func(g struct {
			Membership benefits.Membership `json:"membership"`
			Number     int                 `json:"number"`
			Policy     *benefitsPolicy     `json:"policy"`
		},
		) (any, error) {
			return onTimeline(g.Membership, g.Policy, func(t benefits.Timeline) (any, error) { return t.PaidYear(g.Number) })
		}),
		"benefits.term": adapt(func(g struct {
			Membership benefits.Membership `json:"membership"`
			Benefit    benefits.Benefit    `json:"benefit"`
			Policy     *benefitsPolicy     `json:"policy"`
		},
		) (any, error) {
			return onTimeline(g.Membership, g.Policy, func(t benefits.Timeline) (any, error) {
				term, err := t.Term(g.Benefit)
				return join(term, notes(term.Notes())), err
			})
		}),
		"benefits.state": adapt(func(g struct {
			Membership benefits.Membership `json:"membership"`
			Benefit    benefits.Benefit    `json:"benefit"`
			On         calendar.Date       `json:"on"`
			Policy     *benefitsPolicy     `json:"policy"`
		},
		) (any, error) {
			return onTimeline(g.Membership, g.Policy, func(t benefits.Timeline) (any, error) {
				status, err := t.State(g.Benefit, g.On)
				return join(status, notes(status.Notes())), err
			})
		}),
		"benefits.events": adapt(func(g struct {
			Membership benefits.Membership `json:"membership"`
			Benefits   []benefits.Benefit  `json:"benefits"`
			From       calendar.Date       `json:"from"`
			Policy     *benefitsPolicy     `json:"policy"`
		},
		) (any, error) {
			return onTimeline(g.Membership, g.Policy, func(t benefits.Timeline) (any, error) { return eventsOf(t, g.Benefits, g.From) })
		}),
		"benefits.check-renewal": adapt(func(g struct {
			Membership benefits.Membership `json:"membership"`
			On         calendar.Date       `json:"on"`
			Policy     *benefitsPolicy     `json:"policy"`
		},
		) (any, error) {
			return onTimeline(g.Membership, g.Policy, func(t benefits.Timeline) (any, error) { return t.CheckRenewal(g.On) })
		}),
		"benefits.preview-renewal": adapt(func(g struct {
			Membership benefits.Membership `json:"membership"`
			Benefits   []benefits.Benefit  `json:"benefits"`
			On         calendar.Date       `json:"on"`
			Policy     *benefitsPolicy     `json:"policy"`
		},
		) (any, error) {
			return onTimeline(g.Membership, g.Policy, func(t benefits.Timeline) (any, error) { return renewalOf(t, g.Benefits, g.On) })
		}),
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
func renewalOf(t benefits.Timeline, list []benefits.Benefit, on calendar.Date) (any, error) {
	r, err := t.PreviewRenewal(list, on)
	changes := object{}
	for _, change := range r.Benefits {
		changes[change.ID] = change
	}
	return join(r, object{"changes": changes}), err
}

func licenseCalls() map[string]call {
	return map[string]call{
		"token.check-use": adapt(func(g struct {
			Seats int           `json:"seats"`
			Uses  []int         `json:"uses"`
			On    calendar.Date `json:"on"`
		},
		) (any, error) {
			return benefits.CheckTokenUse(g.On, g.Seats, g.Uses...)
		}),
		"token.check-replacement": adapt(func(g struct {
			Token benefits.Token `json:"token"`
			On    calendar.Date  `json:"on"`
		},
		) (any, error) {
			return benefits.CheckReplacement(g.Token, g.On)
		}),
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
		"key.check": adapt(func(g struct {
			Key benefits.Key  `json:"key"`
			On  calendar.Date `json:"on"`
		},
		) (any, error) {
			return benefits.CheckKey(g.Key, g.On)
		}),
		"key.check-extension": adapt(func(g struct {
			KeySeats    int           `json:"keySeats"`
			ActiveSeats int           `json:"activeSeats"`
			On          calendar.Date `json:"on"`
		},
		) (any, error) {
			return benefits.CheckExtension(g.KeySeats, g.ActiveSeats, g.On)
		}),
		"licenses.included": always(func(g givenOffer) any { return object{"included": benefits.IncludesLicenses(g.Offer)} }),
		"licenses.of": adapt(func(g struct {
			Membership benefits.Membership `json:"membership"`
			On         calendar.Date       `json:"on"`
			Policy     *benefitsPolicy     `json:"policy"`
		},
		) (any, error) {
			return onTimeline(g.Membership, g.Policy, func(t benefits.Timeline) (any, error) {
				l, err := t.Licenses(g.On)
				return join(l, notes(l.Notes())), err
			})
		}),
		"visual-studio.in": always(func(g givenOffer) any {
			professional, enterprise := benefits.VisualStudioIn(g.Offer)
			return object{"professional": professional, "enterprise": enterprise}
		}),
		"visual-studio.check": adapt(func(g struct {
			Subscription benefits.VisualStudio `json:"subscription"`
			On           calendar.Date         `json:"on"`
		},
		) (any, error) {
			return benefits.CheckVisualStudio(g.Subscription, g.On)
		}),
		"accounts.preview-merge": adapt(func(g struct {
			Inviting benefits.Account `json:"inviting"`
			Joining  benefits.Account `json:"joining"`
			On       calendar.Date    `json:"on"`
			Policy   *benefitsPolicy  `json:"policy"`
		},
		) (any, error) {
			m, err := g.Policy.get().PreviewMerge(g.Inviting, g.Joining, g.On)
			return join(m, notes(m.Notes())), err
		}),
		"benefit-reason.texts": always(func(g struct {
			Reason benefits.Reason `json:"reason"`
		},
		) any {
			return reasonTexts(g.Reason)
		}),
	}
}
