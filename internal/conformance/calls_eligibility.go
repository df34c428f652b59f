package conformance

import (
	"slices"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/eligibility"
)

// givenNextOpening is the input of eligibility.next-opening.
type givenNextOpening struct {
	Offer  eligibility.Offer `json:"offer"`
	Facts  eligibility.Facts `json:"facts"`
	From   calendar.Date     `json:"from"`
	Policy *offersPolicy     `json:"policy"`
}

// givenCheckRenewal is the input of eligibility.check-renewal.
type givenCheckRenewal struct {
	Offer  eligibility.Offer   `json:"offer"`
	Facts  eligibility.Facts   `json:"facts"`
	On     calendar.Date       `json:"on"`
	Scores []eligibility.Score `json:"scores"`
	Policy *offersPolicy       `json:"policy"`
}

// givenStandingOn is the input of eligibility.standing-on.
type givenStandingOn struct {
	Membership eligibility.Membership `json:"membership"`
	On         calendar.Date          `json:"on"`
	Policy     *offersPolicy          `json:"policy"`
}

// givenPackageChange is the input of eligibility.check-package-change.
type givenPackageChange struct {
	Offer       eligibility.Offer `json:"offer"`
	Anniversary calendar.Date     `json:"anniversary"`
	On          calendar.Date     `json:"on"`
	Policy      *offersPolicy     `json:"policy"`
}

// givenRetention is the input of eligibility.check-retention.
type givenRetention struct {
	Anniversary calendar.Date   `json:"anniversary"`
	Paid        calendar.Date   `json:"paid"`
	Qualified   eligibility.Tri `json:"qualified"`
	Policy      *offersPolicy   `json:"policy"`
}

// givenMetrics is the input of score.assess.
type givenMetrics struct {
	Area    eligibility.Area    `json:"area"`
	Metrics eligibility.Metrics `json:"metrics"`
}

func offerCalls() map[string]call {
	return map[string]call{
		"eligibility.in-force": inForceCall(eligibility.InForce),
		"eligibility.evaluate": explained(func(g givenEvaluate) (eligibility.Decision, error) {
			return g.Policy.get().Evaluate(g.Offer, g.Facts, g.On)
		}, decisionOf, func(d eligibility.Decision, g givenEvaluate) partnerrules.Explanation { return d.Explain(g.Facts) }),
		"eligibility.evaluate-all": adapt(func(g struct {
			Facts  eligibility.Facts `json:"facts"`
			On     calendar.Date     `json:"on"`
			Policy *offersPolicy     `json:"policy"`
		},
		) (any, error) {
			all, err := g.Policy.get().EvaluateAll(g.Facts, g.On)
			var offers []eligibility.Offer
			decisions := object{}
			for _, d := range all {
				offers = append(offers, d.Offer)
				decisions[d.Offer.String()] = decisionOf(d)
			}
			return object{"offers": offers, "decisions": decisions}, err
		}),
		"eligibility.next-opening": explained(
			func(g givenNextOpening) (eligibility.Opening, error) {
				return g.Policy.get().NextOpening(g.Offer, g.Facts, g.From)
			},
			itself[eligibility.Opening],
			func(a eligibility.Opening, g givenNextOpening) partnerrules.Explanation {
				return a.Explain(g.Facts, g.From)
			},
		),
		"eligibility.check-renewal": explained(
			func(g givenCheckRenewal) (eligibility.Renewal, error) {
				return g.Policy.get().CheckRenewal(g.Offer, g.Facts, g.On, g.Scores...)
			},
			func(r eligibility.Renewal) any { return join(r, object{"decision": decisionOf(r.Decision)}) },
			func(a eligibility.Renewal, g givenCheckRenewal) partnerrules.Explanation {
				return a.Explain(g.Facts, g.Scores...)
			},
		),
		"eligibility.qualify": adapt(func(g struct {
			Facts  eligibility.Facts   `json:"facts"`
			On     calendar.Date       `json:"on"`
			Scores []eligibility.Score `json:"scores"`
			Policy *offersPolicy       `json:"policy"`
		},
		) (any, error) {
			return g.Policy.get().Qualify(g.Facts, g.On, g.Scores...)
		}),
		"eligibility.qualification-window": always(func(g struct {
			Held        eligibility.Tri `json:"held"`
			Anniversary calendar.Date   `json:"anniversary"`
			On          calendar.Date   `json:"on"`
			Policy      *offersPolicy   `json:"policy"`
		},
		) any {
			return object{"window": known(g.Policy.get().QualificationWindow(g.Held, g.Anniversary, g.On))}
		}),
		"eligibility.standing-on": explained(
			func(g givenStandingOn) (eligibility.Standing, error) {
				return g.Policy.get().StandingOn(g.Membership, g.On)
			},
			itself[eligibility.Standing],
			func(a eligibility.Standing, g givenStandingOn) partnerrules.Explanation {
				return a.Explain(g.Membership)
			},
		),
		"eligibility.facts-from": adapt(func(g struct {
			Memberships []eligibility.Membership `json:"memberships"`
			Complete    bool                     `json:"complete"`
			On          calendar.Date            `json:"on"`
			Policy      *offersPolicy            `json:"policy"`
		},
		) (any, error) {
			return g.Policy.get().FactsFrom(g.Memberships, g.Complete, g.On)
		}),
		"eligibility.check-package-change": explained(
			func(g givenPackageChange) (eligibility.PackageAnswer, error) {
				return g.Policy.get().CheckPackageChange(g.Offer, g.Anniversary, g.On)
			},
			itself[eligibility.PackageAnswer],
			func(a eligibility.PackageAnswer, g givenPackageChange) partnerrules.Explanation {
				return a.Explain(g.Offer, g.Anniversary, g.On)
			},
		),
		"eligibility.check-retention": explained(
			func(g givenRetention) (eligibility.Retention, error) {
				return g.Policy.get().CheckRetention(g.Anniversary, g.Paid, g.Qualified)
			},
			itself[eligibility.Retention],
			func(a eligibility.Retention, g givenRetention) partnerrules.Explanation {
				return a.Explain(g.Anniversary, g.Paid, g.Qualified)
			},
		),
	}
}

// givenEvaluate is the input of eligibility.evaluate.
type givenEvaluate struct {
	Offer  eligibility.Offer `json:"offer"`
	Facts  eligibility.Facts `json:"facts"`
	On     calendar.Date     `json:"on"`
	Policy *offersPolicy     `json:"policy"`
}

// decisionOf returns a decision with the results of its methods as lists: the rules
// of all requirements, and the rules and reasons of the unmet ones.
func decisionOf(d eligibility.Decision) any {
	asked, unmet, reasons := []partnerrules.RuleID{}, []partnerrules.RuleID{}, []eligibility.Reason{}
	for reason := range d.All() {
		asked = append(asked, reason.Rule())
	}
	for reason := range d.Reasons() {
		unmet = append(unmet, reason.Rule())
		reasons = append(reasons, reason)
	}
	choice := object{}
	if d.Rows.Qualification.Reason == eligibility.RequirementsMet {
		choice["remedyNamesChoice"] = d.Remedy(eligibility.RequirementsMet) != eligibility.RequirementsMet.Remedy()
	}
	return join(d, object{"asked": asked, "unmet": unmet, "reasons": reasons}, choice, notes(d.Notes()))
}

func scoreCalls() map[string]call {
	points := func(p eligibility.Points) any { return object{"points": known(p)} }
	return map[string]call{
		"score.assess": explained(
			func(g givenMetrics) (eligibility.Assessment, error) { return eligibility.Assess(g.Area, g.Metrics) },
			assessmentOf,
			func(a eligibility.Assessment, g givenMetrics) partnerrules.Explanation { return a.Explain(g.Metrics) },
		),
		"score.max-points": always(func(g struct {
			Area   eligibility.Area   `json:"area"`
			Metric eligibility.Metric `json:"metric"`
		},
		) any {
			return points(eligibility.MaxPoints(g.Area, g.Metric))
		}),
		"score.category": always(func(g struct {
			Metric eligibility.Metric `json:"metric"`
		},
		) any {
			return object{"category": known(g.Metric.Category())}
		}),
		"points.parse": parse(eligibility.ParsePoints, points),
		"points.make": adapt(func(g struct {
			Hundredths int `json:"hundredths"`
		},
		) (any, error) {
			p, err := eligibility.NewPoints(g.Hundredths)
			return points(p), err
		}),
	}
}

// assessmentOf returns an assessment with its unmet metrics and their categories.
func assessmentOf(a eligibility.Assessment) any {
	unmet, categories := []eligibility.Metric{}, []eligibility.Category{}
	for metric := range a.Unmet() {
		unmet = append(unmet, metric)
		if category := metric.Category(); !slices.Contains(categories, category) {
			categories = append(categories, category)
		}
	}
	return join(a, object{"unmet": unmet, "categories": categories})
}

// givenOffer is the input of calls about an offer.
type givenOffer struct {
	Offer eligibility.Offer `json:"offer"`
}

func wordCalls() map[string]call {
	return map[string]call{
		"verification.parse": decodeBody(func(text []byte) (v eligibility.Verification, err error) {
			err = v.UnmarshalText(text)
			return v, err
		}, func(v eligibility.Verification) any { return object{"verification": v} }),
		"status.held-legacy": always(func(g struct {
			Active calendar.Period `json:"active"`
		},
		) any {
			return object{"held": eligibility.HeldLegacyStatus(g.Active)}
		}),
		"status.of": always(func(g struct {
			Gold   eligibility.Tri `json:"gold"`
			Silver eligibility.Tri `json:"silver"`
		},
		) any {
			return object{"status": eligibility.LegacyStatusFrom(g.Gold, g.Silver)}
		}),
		"role.may-buy": always(func(g struct {
			Role eligibility.Role `json:"role"`
		},
		) any {
			return object{"mayBuy": g.Role.MayBuy()}
		}),
		"offer.kind": always(func(g givenOffer) any {
			return object{"family": known(g.Offer.Family()), "area": known(g.Offer.Area())}
		}),
		"reason.texts": always(func(g struct {
			Reason eligibility.Reason `json:"reason"`
			Family eligibility.Family `json:"family"`
		},
		) any {
			see := eligibility.Decision{Offer: offerOf(g.Family)}.See(g.Reason)
			return join(reasonTexts(g.Reason), object{"question": g.Reason.Question() != "", "see": known(see)})
		}),
	}
}

// offerOf returns the first offer of a family, or the zero Offer.
func offerOf(f eligibility.Family) eligibility.Offer {
	for o := range partnerrules.Values[eligibility.Offer]() {
		if o.Family() == f {
			return o
		}
	}
	return 0
}
