package main

import (
	"encoding"
	"errors"
	"slices"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/cpor"
)

func draftCalls() map[string]call {
	return map[string]call{
		"cpor.in-force": inForceCall(cpor.InForce),
		"cpor.check-draft": adapt(func(g struct {
			Draft  cpor.Draft    `json:"draft"`
			Facts  cpor.Facts    `json:"facts"`
			On     calendar.Date `json:"on"`
			Policy *claimsPolicy `json:"policy"`
		},
		) (any, error) {
			v, err := g.Policy.get().CheckDraft(g.Draft, g.Facts, g.On)
			return validationOf(v), err
		}),
		"cpor.offers": always(func(g struct {
			Area     cpor.Area     `json:"area"`
			Activity cpor.Activity `json:"activity"`
			On       calendar.Date `json:"on"`
			Policy   *claimsPolicy `json:"policy"`
		},
		) any {
			return object{"offered": g.Area.Offers(g.Activity), "forPayment": g.Policy.get().PaysIncentive(g.Area, g.Activity, g.On)}
		}),
		"cpor.activities-for": always(func(g struct {
			Area   cpor.Area     `json:"area"`
			Intent cpor.Intent   `json:"intent"`
			On     calendar.Date `json:"on"`
			Policy *claimsPolicy `json:"policy"`
		},
		) any {
			c := g.Policy.get().ActivitiesFor(g.Area, g.Intent, g.On)
			return join(c, notes(c.Notes()))
		}),
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
		"cpor.compare-locations": adapt(func(g struct {
			Locations []cpor.LocationEntry `json:"locations"`
		},
		) (any, error) {
			options, err := cpor.CompareLocations(g.Locations)
			return join(object{"options": options}, notes(options.Notes())), err
		}),
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
func onDays(weekend *[]Weekday, holidays []calendar.Date, ask func(calendar.BusinessCalendar) (any, error)) (any, error) {
	days, err := businessCalendar(weekend, holidays)
	if err != nil {
		return nil, err
	}
	return ask(days)
}

func historyCalls() map[string]call {
	return map[string]call{
		"cpor.apply": adapt(func(g struct {
			Standing cpor.ClaimState `json:"state"`
			Step     cpor.Step       `json:"step"`
			Weekend  *[]Weekday      `json:"weekend"`
			Holidays []calendar.Date `json:"holidays"`
			Policy   *claimsPolicy   `json:"policy"`
		},
		) (any, error) {
			return onDays(g.Weekend, g.Holidays, func(days calendar.BusinessCalendar) (any, error) {
				return stateOf(g.Policy.get().Apply(g.Standing, g.Step, days))
			})
		}),
		"cpor.replay": adapt(func(g givenHistory) (any, error) {
			return onDays(g.Weekend, g.Holidays, func(days calendar.BusinessCalendar) (any, error) {
				return stateOf(g.Policy.get().Replay(g.History, days))
			})
		}),
		"cpor.check-history": adapt(func(g givenHistory) (any, error) {
			return onDays(g.Weekend, g.Holidays, func(days calendar.BusinessCalendar) (any, error) {
				return stateOf(cpor.ClaimState{}, g.Policy.get().CheckHistory(g.History, days))
			})
		}),
		"cpor.next-deadline": adapt(func(g struct {
			Standing cpor.ClaimState `json:"state"`
			On       calendar.Date   `json:"on"`
			Weekend  *[]Weekday      `json:"weekend"`
			Holidays []calendar.Date `json:"holidays"`
			Policy   *claimsPolicy   `json:"policy"`
		},
		) (any, error) {
			return onDays(g.Weekend, g.Holidays, func(days calendar.BusinessCalendar) (any, error) {
				d, err := g.Policy.get().NextDeadline(g.Standing, g.On, days)
				return join(d, notes(d.Notes())), err
			})
		}),
		"cpor.editable": always(func(g struct {
			Status cpor.Status   `json:"status"`
			Begins calendar.Date `json:"begins"`
			Policy *claimsPolicy `json:"policy"`
		},
		) any {
			return object{"editable": g.Policy.get().Editable(g.Status, g.Begins)}
		}),
		"cpor.covers": always(func(g struct {
			Claim        cpor.Claim        `json:"claim"`
			Subscription cpor.Subscription `json:"subscription"`
			On           calendar.Date     `json:"on"`
		},
		) any {
			covers := g.Claim.Covers(g.Subscription, g.On)
			return join(covers, notes(covers.Notes()))
		}),
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

// stateOf returns the state of a claim. An invalid or late step is a result too.
func stateOf(at cpor.ClaimState, err error) (any, error) {
	var fault *cpor.StepError
	if errors.As(err, &fault) {
		return object{"fault": fault, "late": fault.IsLate()}, nil
	}
	return object{"state": known(at), "late": false}, err
}

// relationsOf returns pairs with a text for each of them.
func relationsOf(pairs []cpor.Pair) object {
	relations := []string{}
	for _, pair := range pairs {
		relations = append(relations, pair.First+" "+pair.Second+" "+pair.Relation.String())
	}
	return object{"pairs": pairs, "relations": relations}
}

func pairCalls() map[string]call {
	return map[string]call{
		"cpor.relate": adapt(func(g struct {
			A      cpor.Claim    `json:"a"`
			B      cpor.Claim    `json:"b"`
			Policy *claimsPolicy `json:"policy"`
		},
		) (any, error) {
			pair, ok, err := g.Policy.get().Relate(g.A, g.B)
			if !ok {
				return object{"pairs": false}, err
			}
			return join(pair, object{"pairs": true}), err
		}),
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
		"cpor.arbitrate": adapt(func(g struct {
			A      cpor.Claim    `json:"a"`
			B      cpor.Claim    `json:"b"`
			On     calendar.Date `json:"on"`
			Policy *claimsPolicy `json:"policy"`
		},
		) (any, error) {
			pair, _, err := g.Policy.get().Relate(g.A, g.B)
			arbitration, ok := g.Policy.get().Arbitrate(pair, g.On)
			if !ok {
				return object{"arbitrated": false, "steps": 0}, err
			}
			steps := len(slices.Collect(arbitration.Steps()))
			return join(arbitration, object{"arbitrated": true, "steps": steps}, notes(arbitration.Notes())), err
		}),
	}
}
