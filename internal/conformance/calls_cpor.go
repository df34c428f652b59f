package conformance

import (
	"encoding"
	"errors"
	"slices"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/cpor"
)

// givenDraft is the input of cpor.check-draft.
type givenDraft struct {
	Draft  cpor.Draft    `json:"draft"`
	Facts  cpor.Facts    `json:"facts"`
	On     calendar.Date `json:"on"`
	Policy *claimsPolicy `json:"policy"`
}

// givenIntent is the input of cpor.activities-for.
type givenIntent struct {
	Area   cpor.Area     `json:"area"`
	Intent cpor.Intent   `json:"intent"`
	On     calendar.Date `json:"on"`
	Policy *claimsPolicy `json:"policy"`
}

// givenLocations is the input of cpor.compare-locations.
type givenLocations struct {
	Locations []cpor.LocationEntry `json:"locations"`
}

// givenCover is the input of cpor.covers.
type givenCover struct {
	Claim        cpor.Claim        `json:"claim"`
	Subscription cpor.Subscription `json:"subscription"`
	On           calendar.Date     `json:"on"`
}

// givenDeadline is the input of cpor.next-deadline.
type givenDeadline struct {
	State    cpor.ClaimState `json:"state"`
	On       calendar.Date   `json:"on"`
	Weekend  *[]Weekday      `json:"weekend"`
	Holidays []calendar.Date `json:"holidays"`
	Policy   *claimsPolicy   `json:"policy"`
}

// givenPair is the input of cpor.relate.
type givenPair struct {
	A      cpor.Claim    `json:"a"`
	B      cpor.Claim    `json:"b"`
	Policy *claimsPolicy `json:"policy"`
}

// givenArbitration is the input of cpor.arbitrate.
type givenArbitration struct {
	A      cpor.Claim    `json:"a"`
	B      cpor.Claim    `json:"b"`
	On     calendar.Date `json:"on"`
	Policy *claimsPolicy `json:"policy"`
}

// givenStep is the input of cpor.apply.
type givenStep struct {
	State    cpor.ClaimState `json:"state"`
	Step     cpor.Step       `json:"step"`
	Weekend  *[]Weekday      `json:"weekend"`
	Holidays []calendar.Date `json:"holidays"`
	Policy   *claimsPolicy   `json:"policy"`
}

func draftCalls() map[string]call {
	return map[string]call{
		"cpor.in-force": inForceCall(cpor.InForce),
		"cpor.check-draft": explained(
			func(g givenDraft) (cpor.Validation, error) { return g.Policy.get().CheckDraft(g.Draft, g.Facts, g.On) },
			validationOf,
			func(a cpor.Validation, g givenDraft) partnerrules.Explanation { return a.Explain(g.Draft, g.Facts) },
		),
		"cpor.offers": always(func(g struct {
			Area     cpor.Area     `json:"area"`
			Activity cpor.Activity `json:"activity"`
			On       calendar.Date `json:"on"`
			Policy   *claimsPolicy `json:"policy"`
		},
		) any {
			return object{"offered": g.Area.Offers(g.Activity), "forPayment": g.Policy.get().PaysIncentive(g.Area, g.Activity, g.On)}
		}),
		"cpor.activities-for": explained(
			func(g givenIntent) (cpor.ActivityChoice, error) {
				return g.Policy.get().ActivitiesFor(g.Area, g.Intent, g.On), nil
			},
			func(c cpor.ActivityChoice) any { return join(c, notes(c.Notes())) },
			func(a cpor.ActivityChoice, g givenIntent) partnerrules.Explanation { return a.Explain(g.Intent) },
		),
		"cpor.claimable-from": always(func(g struct {
			Provisioned calendar.Date `json:"provisioned"`
			Policy      *claimsPolicy `json:"policy"`
		},
		) any {
			return dateOf(g.Policy.get().ClaimableFrom(g.Provisioned))
		}),
		"cpor.may-claim": always(func(g struct {
			Role   cpor.Role     `json:"role"`
			Policy *claimsPolicy `json:"policy"`
		},
		) any {
			return object{"mayClaim": g.Policy.get().MayClaim(g.Role)}
		}),
		"cpor.reason-texts": always(func(g struct {
			Reason        cpor.Reason `json:"reason"`
			CustomerAsked bool        `json:"customerAsked"`
		},
		) any {
			proved := cpor.Finding{Reason: g.Reason, Severity: partnerrules.SeverityError, CustomerAsked: g.CustomerAsked}
			unknown, asked := proved, proved
			unknown.Severity, asked.CustomerAsked = partnerrules.SeverityUnknown, !g.CustomerAsked
			return join(reasonTexts(g.Reason), object{
				"remedy": proved.Remedy() != "", "changes": proved.Remedy() != asked.Remedy(),
				"ownUnknown": unknown.Message() != proved.Message() && unknown.Remedy() != proved.Remedy(),
			})
		}),
		"cpor.causes": adapt(func(g struct {
			Error  cpor.PortalError `json:"error"`
			Draft  cpor.Draft       `json:"draft"`
			Facts  cpor.Facts       `json:"facts"`
			On     calendar.Date    `json:"on"`
			Policy *claimsPolicy    `json:"policy"`
		},
		) (any, error) {
			v, err := g.Policy.get().CheckDraft(g.Draft, g.Facts, g.On)
			causes, ask := v.Causes(g.Error)
			reasons := []cpor.Reason{}
			for _, f := range causes {
				reasons = append(reasons, f.Reason)
			}
			return object{"causes": reasons, "ask": known(ask)}, err
		}),
		"cpor.draft-claim": adapt(func(g struct {
			Draft     cpor.Draft    `json:"draft"`
			ID        string        `json:"id"`
			Submitted calendar.Date `json:"submitted"`
		},
		) (any, error) {
			return g.Draft.Claim(g.ID, g.Submitted)
		}),
		"cpor.draft-conflicts": adapt(func(g struct {
			Draft   cpor.Draft     `json:"draft"`
			Company cpor.PartnerID `json:"company"`
			Claims  []cpor.Claim   `json:"claims"`
			On      calendar.Date  `json:"on"`
			Policy  *claimsPolicy  `json:"policy"`
		},
		) (any, error) {
			pairs, err := g.Policy.get().DraftConflicts(g.Draft, g.Company, g.Claims, g.On)
			return relationsOf(pairs), err
		}),
		"cpor.compare-locations": explained(
			func(g givenLocations) (cpor.LocationOptions, error) { return cpor.CompareLocations(g.Locations) },
			func(o cpor.LocationOptions) any { return join(object{"options": o}, notes(o.Notes())) },
			func(a cpor.LocationOptions, g givenLocations) partnerrules.Explanation { return a.Explain(g.Locations) },
		),
		"cpor.tenant-parse":       parseID(cpor.ParseTenantID),
		"cpor.subscription-parse": parseID(cpor.ParseSubscriptionID),
		"cpor.partner-parse":      parseID(cpor.ParsePartnerID),
		"cpor.domain-parse":       parseID(cpor.ParseDomain),
	}
}

// parseID returns a call that parses an ID and returns its text.
func parseID[ID encoding.TextMarshaler](read func(string) (ID, error)) call {
	return parse(read, func(id ID) any { return object{"id": id} })
}

// validationOf returns a validation with the codes of its findings by severity.
func validationOf(v cpor.Validation) any {
	bySeverity := map[partnerrules.Severity][]cpor.Reason{
		partnerrules.SeverityError: {}, partnerrules.SeverityWarning: {}, partnerrules.SeverityUnknown: {},
	}
	for _, f := range v.Findings {
		bySeverity[f.Severity] = append(bySeverity[f.Severity], f.Reason)
	}
	competing := []string{}
	for _, f := range v.Findings {
		if f.Relation != 0 {
			competing = append(competing, f.Claim+" "+f.Relation.String()+" "+f.Field.String())
		}
	}
	return join(v, object{
		"competing": competing,
		"errors":    bySeverity[partnerrules.SeverityError], "warnings": bySeverity[partnerrules.SeverityWarning],
		"unknown": bySeverity[partnerrules.SeverityUnknown], "maySubmit": v.MaySubmit(),
	}, notes(v.Notes()))
}

// givenHistory is the input of calls about the whole history of a claim.
type givenHistory struct {
	History  []cpor.Step     `json:"history"`
	Weekend  *[]Weekday      `json:"weekend"`
	Holidays []calendar.Date `json:"holidays"`
	Policy   *claimsPolicy   `json:"policy"`
}

// onDays calls ask with a business calendar.
func onDays[A any](weekend *[]Weekday, holidays []calendar.Date, ask func(calendar.BusinessCalendar) (A, error)) (answer A, err error) {
	days, err := businessCalendar(weekend, holidays)
	if err != nil {
		return answer, err
	}
	return ask(days)
}

// daysOf returns the business calendar of a question that has been answered.
func daysOf(weekend *[]Weekday, holidays []calendar.Date) calendar.BusinessCalendar {
	days, _ := businessCalendar(weekend, holidays) // the answer has no error
	return days
}

func historyCalls() map[string]call {
	return map[string]call{
		"cpor.apply": explained(
			func(g givenStep) (step, error) {
				return onDays(g.Weekend, g.Holidays, func(days calendar.BusinessCalendar) (step, error) {
					return stepOf(g.Policy.get().Apply(g.State, g.Step, days))
				})
			},
			step.result,
			func(a step, g givenStep) partnerrules.Explanation {
				return a.explain(func(e *cpor.StepError) partnerrules.Explanation {
					return e.ExplainStep(g.State, g.Step, daysOf(g.Weekend, g.Holidays))
				})
			},
		),
		"cpor.replay": explained(
			func(g givenHistory) (step, error) {
				return onDays(g.Weekend, g.Holidays, func(days calendar.BusinessCalendar) (step, error) {
					return stepOf(g.Policy.get().Replay(g.History, days))
				})
			},
			step.result,
			step.explainHistory,
		),
		"cpor.check-history": explained(
			func(g givenHistory) (step, error) {
				return onDays(g.Weekend, g.Holidays, func(days calendar.BusinessCalendar) (step, error) {
					return stepOf(cpor.ClaimState{}, g.Policy.get().CheckHistory(g.History, days))
				})
			},
			step.result,
			step.explainHistory,
		),
		"cpor.next-deadline": explained(
			func(g givenDeadline) (cpor.Deadline, error) {
				return onDays(g.Weekend, g.Holidays, func(days calendar.BusinessCalendar) (cpor.Deadline, error) {
					return g.Policy.get().NextDeadline(g.State, g.On, days)
				})
			},
			func(d cpor.Deadline) any { return join(d, notes(d.Notes())) },
			func(a cpor.Deadline, g givenDeadline) partnerrules.Explanation {
				return a.Explain(daysOf(g.Weekend, g.Holidays))
			},
		),
		"cpor.editable": always(func(g struct {
			Status cpor.Status   `json:"status"`
			Begins calendar.Date `json:"begins"`
			Policy *claimsPolicy `json:"policy"`
		},
		) any {
			return object{"editable": g.Policy.get().Editable(g.Status, g.Begins)}
		}),
		"cpor.covers": explained(
			func(g givenCover) (cpor.Cover, error) { return g.Claim.Covers(g.Subscription, g.On), nil },
			func(c cpor.Cover) any { return join(c, notes(c.Notes())) },
			func(a cpor.Cover, g givenCover) partnerrules.Explanation { return a.Explain(g.Claim, g.Subscription) },
		),
		"cpor.case": adapt(func(g struct {
			Case cpor.Case     `json:"case"`
			On   calendar.Date `json:"on"`
		},
		) (any, error) {
			return g.Case.Resolve(g.On)
		}),
		"cpor.live": adapt(func(g struct {
			Claim cpor.Claim `json:"claim"`
		},
		) (any, error) {
			days, live := g.Claim.Live()
			return object{"live": live, "days": known(days)}, g.Claim.Validate()
		}),
	}
}

// A step is the state of a claim after its steps, or the invalid or late step.
type step struct {
	state cpor.ClaimState
	fault *cpor.StepError // nil unless a step is invalid or late
}

// stepOf returns the result of steps. Other errors are rejections.
func stepOf(at cpor.ClaimState, err error) (step, error) {
	var fault *cpor.StepError
	if errors.As(err, &fault) {
		return step{fault: fault}, nil
	}
	return step{state: at}, err
}

func (s step) result() any {
	if s.fault != nil {
		return object{"fault": s.fault, "late": s.fault.IsLate()}
	}
	return object{"state": known(s.state), "late": false}
}

// explain explains the invalid or late step. Other results have no explanation.
func (s step) explain(explain func(*cpor.StepError) partnerrules.Explanation) partnerrules.Explanation {
	if s.fault == nil {
		return partnerrules.Explanation{}
	}
	return explain(s.fault)
}

func (s step) explainHistory(g givenHistory) partnerrules.Explanation {
	return s.explain(func(e *cpor.StepError) partnerrules.Explanation {
		return e.Explain(g.History, daysOf(g.Weekend, g.Holidays))
	})
}

// relationsOf returns pairs with a text for each of them.
func relationsOf(pairs []cpor.Pair) object {
	relations := []string{}
	for _, pair := range pairs {
		relations = append(relations, pair.First+" "+pair.Second+" "+pair.Relation.String())
	}
	return object{"pairs": pairs, "relations": relations}
}

// A relation is the relation between two claims.
type relation struct {
	pair cpor.Pair
	ok   bool // whether they are a pair
}

func relate(g givenPair) (r relation, err error) {
	r.pair, r.ok, err = g.Policy.get().Relate(g.A, g.B)
	return r, err
}

func (r relation) result() any {
	if !r.ok {
		return object{"pairs": false}
	}
	return join(r.pair, object{"pairs": true})
}

func (r relation) explain(g givenPair) partnerrules.Explanation {
	return r.pair.Explain(g.A, g.B)
}

// An arbitration is the arbitration of two claims.
type arbitration struct {
	of cpor.Arbitration
	ok bool // whether they are arbitrated
}

func arbitrate(g givenArbitration) (a arbitration, err error) {
	pair, _, err := g.Policy.get().Relate(g.A, g.B)
	a.of, a.ok = g.Policy.get().Arbitrate(pair, g.On)
	return a, err
}

func (a arbitration) result() any {
	if !a.ok {
		return object{"arbitrated": false, "steps": 0}
	}
	steps := len(slices.Collect(a.of.Steps()))
	return join(a.of, object{"arbitrated": true, "steps": steps}, notes(a.of.Notes()))
}

// explain explains an arbitration. Claims without one have no explanation.
func (a arbitration) explain(g givenArbitration) partnerrules.Explanation {
	if !a.ok {
		return partnerrules.Explanation{}
	}
	return a.of.Explain(g.A, g.B)
}

func pairCalls() map[string]call {
	return map[string]call{
		"cpor.relate": explained(
			func(g givenPair) (relation, error) { return relate(g) },
			relation.result,
			func(a relation, g givenPair) partnerrules.Explanation { return a.explain(g) },
		),
		"cpor.detect": adapt(func(g struct {
			Claims []cpor.Claim  `json:"claims"`
			Policy *claimsPolicy `json:"policy"`
		},
		) (any, error) {
			all, err := g.Policy.get().Detect(g.Claims)
			if err != nil {
				return nil, err
			}
			return relationsOf(slices.Collect(all)), nil
		}),
		"cpor.check-claims": always(func(g struct {
			Claims []cpor.Claim `json:"claims"`
		},
		) any {
			faults := []object{}
			for _, f := range cpor.CheckClaims(g.Claims) {
				faults = append(faults, object{"place": f.Place, "id": f.ID, "name": f.Fault.Path})
			}
			return object{"faults": faults}
		}),
		"cpor.fill-companies": adapt(func(g struct {
			Claims []cpor.Claim  `json:"claims"`
			Policy *claimsPolicy `json:"policy"`
		},
		) (any, error) {
			filled, err := cpor.FillCompanies(g.Claims)
			if err != nil {
				return nil, err
			}
			all, err := g.Policy.get().Detect(filled)
			if err != nil {
				return nil, err
			}
			companies := []cpor.PartnerID{}
			for _, c := range filled {
				companies = append(companies, c.Company)
			}
			return join(relationsOf(slices.Collect(all)), object{"companies": companies}), nil
		}),
		"cpor.arbitrate": explained(
			func(g givenArbitration) (arbitration, error) { return arbitrate(g) },
			arbitration.result,
			func(a arbitration, g givenArbitration) partnerrules.Explanation { return a.explain(g) },
		),
	}
}
