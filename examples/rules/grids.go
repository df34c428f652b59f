package main

import (
	"slices"
	"time"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/agreement"
	"github.com/partnerrules/partnerrules/benefits"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/cpor"
	"github.com/partnerrules/partnerrules/eligibility"
)

// changes returns all dated changes, by package and first day.
func changes() []change {
	offers, credits := eligibilityPolicy(inForce), benefitsPolicy(inForce)
	customers, claims := agreementPolicy(inForce), cporPolicy(inForce)
	return []change{
		{"ELG-13", offers.RetiredFrom, buttons},
		{"ELG-25", offers.RenewalQualifiesFrom, qualificationWindows},
		{"BEN-02", credits.RetiredFrom, renewals},
		{"BEN-15", credits.EndsWithYearFrom, terms},
		{"AGR-22", customers.NotifiedFrom, notices},
		{"AGR-45", customers.CutOffFrom, oldAcceptances},
		{"AGR-47", customers.ReviewFrom, reviews},
		{"AGR-45", customers.PortalClosedFrom, attestations},
		{"CPR-36", claims.LatestProofFrom, arbitrations},
		{"CPR-04", claims.Edition2023From, choices},
		{"CPR-06", claims.Edition2023From, drafts(cpor.StateActive)},
		{"CPR-11", claims.Edition2023From, claimed},
		{"CPR-13", claims.Edition2023From, drafts(cpor.StateSuspended)},
		{"CPR-15", claims.Edition2023From, firstDays},
		{"CPR-22", claims.Edition2023From, deadlines(cpor.UnderReview)},
		{"CPR-23", claims.Edition2023From, deadlines(cpor.PartnerActionRequired)},
		{"CPR-25", claims.Edition2023From, deadlines(cpor.Approved)},
		{"CPR-26", claims.Edition2023From, transitions(cpor.Rejected)},
		{"CPR-27", claims.Edition2023From, transitions(cpor.Approved)},
		{"CPR-28", claims.Edition2023From, editable},
	}
}

// choose returns the policy of an edition of a package. The policy in force is the same
// on every day.
func choose[P any](e edition, baselinePolicy func() P, inForcePolicy func(calendar.Date) (P, calendar.Coverage)) P {
	if e == baseline {
		return baselinePolicy()
	}
	policy, _ := inForcePolicy(calendar.Date{})
	return policy
}

func eligibilityPolicy(e edition) eligibility.Policy {
	return choose(e, eligibility.Baseline, eligibility.InForce)
}

func benefitsPolicy(e edition) benefits.Policy {
	return choose(e, benefits.Baseline, benefits.InForce)
}

func agreementPolicy(e edition) agreement.Policy {
	return choose(e, agreement.Baseline, agreement.InForce)
}

func cporPolicy(e edition) cpor.Policy { return choose(e, cpor.Baseline, cpor.InForce) }

// An object is the input or the answer of a cell.
type object map[string]any

// tris returns the values of a Tri.
func tris() []partnerrules.Tri {
	return []partnerrules.Tri{partnerrules.No, partnerrules.Unknown, partnerrules.Yes}
}

// noon returns noon UTC of a day.
func noon(on calendar.Date) agreement.Timestamp {
	return agreement.NewTimestamp(on.Time(time.UTC).Add(12 * time.Hour))
}

// buttons asks whether each offer can be bought or renewed.
func buttons(on calendar.Date) (grid []cell) {
	for offer := range partnerrules.Values[eligibility.Offer]() {
		for account := range partnerrules.Values[eligibility.Verification]() {
			for status := range partnerrules.Values[eligibility.LegacyStatus]() {
				for _, qualified := range tris() {
					for _, active := range tris() {
						facts := eligibility.Facts{
							Account: account, Billing: eligibility.BillingLinked, Membership: eligibility.HoldsNothing,
							HeldEarlier: partnerrules.No, Status2022: status, Qualified: allAreas(qualified),
							Learning:   eligibility.Pack{Active: partnerrules.No},
							ActionPack: eligibility.Pack{Active: active, Anniversary: on.AddDays(-10)},
						}
						grid = append(grid, cell{object{"offer": offer, "facts": facts}, func(e edition) (any, error) {
							return eligibilityPolicy(e).Evaluate(offer, facts, on)
						}})
					}
				}
			}
		}
	}
	return grid
}

// allAreas returns the same qualification for all areas.
func allAreas(t partnerrules.Tri) eligibility.Areas {
	return eligibility.Areas{DataAI: t, DigitalAppInnovation: t, Infrastructure: t, BusinessApplications: t, ModernWork: t, Security: t}
}

// qualificationWindows asks for the window of an area whose anniversary date is up to
// fifty days before or after the day.
func qualificationWindows(on calendar.Date) (grid []cell) {
	for _, held := range tris() {
		for days := -50; days <= 50; days++ {
			ad := on.AddDays(days)
			grid = append(grid, cell{object{"held": held, "ad": ad}, func(e edition) (any, error) {
				return object{"window": eligibilityPolicy(e).QualificationWindow(held, ad, on)}, nil
			}})
		}
	}
	return grid
}

// renewals asks whether a membership can be renewed on the day.
func renewals(on calendar.Date) (grid []cell) {
	for offer := range partnerrules.Values[eligibility.Offer]() {
		for days := -32; days <= 1; days++ {
			m := benefits.Membership{Offer: offer, Anniversary: on.AddDays(days)}
			grid = append(grid, cell{m, func(e edition) (any, error) {
				timeline, err := benefitsPolicy(e).NewTimeline(m)
				if err != nil {
					return nil, err
				}
				return timeline.CheckRenewal(on)
			}})
		}
	}
	return grid
}

// terms asks for the term of a benefit that is redeemed on the day.
func terms(on calendar.Date) (grid []cell) {
	for category := range partnerrules.Values[benefits.Category]() {
		for months := range 12 {
			m := benefits.Membership{Start: on.AddMonths(-months)}
			b := benefits.Benefit{Category: category, Year: 1, Unlocked: on, RedeemedOn: on}
			grid = append(grid, cell{object{"membership": m, "benefit": b}, func(e edition) (any, error) {
				timeline, err := benefitsPolicy(e).NewTimeline(m)
				if err != nil {
					return nil, err
				}
				return timeline.Term(b)
			}})
		}
	}
	return grid
}

// notices asks whether Microsoft notifies the customer of an event on the day.
func notices(on calendar.Date) (grid []cell) {
	for kind := range partnerrules.Values[agreement.EventKind]() {
		for _, invited := range tris() {
			event := agreement.Event{Kind: kind, At: noon(on), Invited: invited}
			grid = append(grid, cell{event, func(e edition) (any, error) {
				return agreementPolicy(e).NoticeFor(event, agreement.Facts{})
			}})
		}
	}
	return grid
}

// oldAcceptances asks whether an order may proceed on the day, with an attestation of
// an old or a new date.
func oldAcceptances(on calendar.Date) (grid []cell) {
	cutOff := agreementPolicy(inForce).CutOff
	for _, dated := range []calendar.Date{cutOff.AddYears(-2), cutOff.AddDays(-1), cutOff, cutOff.AddYears(2)} {
		accepted := agreement.Acceptance{
			Partner: agreement.Consent{Given: partnerrules.Yes, On: noon(dated)},
			Direct:  agreement.Consent{Given: partnerrules.No},
		}
		grid = append(grid, orders(on, accepted, partnerrules.No)...)
	}
	return grid
}

// reviews asks whether an order may proceed on the day while the customer account is
// under review.
func reviews(on calendar.Date) (grid []cell) {
	for _, direct := range tris() {
		for _, reviewed := range tris() {
			accepted := agreement.Acceptance{
				Partner: agreement.Consent{Given: partnerrules.No}, Provider: agreement.Consent{Given: partnerrules.No},
				Direct: agreement.Consent{Given: direct},
			}
			grid = append(grid, orders(on, accepted, reviewed)...)
		}
	}
	return grid
}

// orders asks whether orders of each kind may proceed at noon of a day.
func orders(on calendar.Date, accepted agreement.Acceptance, reviewed partnerrules.Tri) (grid []cell) {
	for kind := range partnerrules.Values[agreement.OrderKind]() {
		for _, customer := range []agreement.CustomerKind{agreement.NewCustomer, agreement.ExistingCustomer} {
			facts := agreement.Facts{
				Partner: agreement.DirectBill, Role: agreement.AdminAgent, Customer: customer, Acceptance: accepted,
				UnderReview: reviewed, Now: noon(on),
			}
			grid = append(grid, cell{object{"kind": kind, "facts": facts}, func(e edition) (any, error) {
				return agreementPolicy(e).CheckOrder(kind, facts)
			}})
		}
	}
	return grid
}

// attestations asks whether an attestation can be sent through each channel at noon of
// the day.
func attestations(on calendar.Date) (grid []cell) {
	attestation := agreement.Attestation{
		Contact: agreement.Contact{FirstName: "Ada", LastName: "Quist", Email: "ada.quist@northlight.example"},
		Date:    noon(on.AddDays(-1)),
		Type:    agreement.CustomerAgreement, Template: agreement.CustomerAgreementTemplate,
	}
	submission := agreement.Submission{CompanyName: "Northlight", Stored: []agreement.Attestation{}}
	for channel := range partnerrules.Values[agreement.Channel]() {
		for partner := range partnerrules.Values[agreement.PartnerType]() {
			facts := agreement.Facts{
				Partner: partner, Role: agreement.SalesAgent, Customer: agreement.ExistingCustomer, Channel: channel, Now: noon(on),
			}
			grid = append(grid, cell{object{"facts": facts}, func(e edition) (any, error) {
				return agreementPolicy(e).Check(attestation, submission, facts)
			}})
		}
	}
	return grid
}

// arbitrations asks how Microsoft decides between two claims on the day.
func arbitrations(on calendar.Date) (grid []cell) {
	for relation := range partnerrules.Values[cpor.Relation]() {
		for _, same := range tris() {
			for _, incumbent := range []string{"", "CL-1", "CL-2"} {
				pair := cpor.Pair{First: "CL-1", Second: "CL-2", Relation: relation, SameCompany: same, Incumbent: incumbent}
				grid = append(grid, cell{object{"relation": relation, "sameCompany": same, "incumbent": incumbent}, func(e edition) (any, error) {
					a, _ := cporPolicy(e).Arbitrate(pair, on)
					return a, nil
				}})
			}
		}
	}
	return grid
}

// choices asks which activities fit the partner's part in a purchase on the day.
func choices(on calendar.Date) (grid []cell) {
	for area := range partnerrules.Values[cpor.Area]() {
		for channel := range partnerrules.Values[cpor.Channel]() {
			for _, drives := range tris() {
				for _, wants := range tris() {
					intent := cpor.Intent{
						InfluencedPurchase: drives, WantsPresales: wants, DrivesUsage: drives, WantsUsage: wants, WantsCompetency: wants,
						InfluencedChoice: drives, Channel: channel, Eligible: partnerrules.Yes,
					}
					grid = append(grid, cell{object{"area": area, "intent": intent}, func(e edition) (any, error) {
						return cporPolicy(e).ActivitiesFor(area, intent, on), nil
					}})
				}
			}
		}
	}
	return grid
}

// subscription is the subscription of drafts and claims.
const subscription = "5ab5c41b-0000-4000-8000-000000000001"

// drafts returns a grid of drafts that are submitted on the day, with a subscription in
// a state. If the state is active, it also has drafts without a subscription.
func drafts(state cpor.SubscriptionState) func(calendar.Date) []cell {
	given := []string{"", subscription}
	if state != cpor.StateActive {
		given = given[1:]
	}
	return func(on calendar.Date) (grid []cell) {
		for area := range partnerrules.Values[cpor.Area]() {
			for _, several := range tris() {
				for _, id := range given {
					draft := cpor.Draft{Area: area, Products: []cpor.Product{{
						Name: "Dynamics 365 Sales", Subscription: id, HasSeveral: several, State: state,
					}}}
					grid = append(grid, check(draft, cpor.Facts{}, on))
				}
			}
		}
		return grid
	}
}

// check returns a cell that asks for the findings on the products of a draft.
func check(draft cpor.Draft, facts cpor.Facts, on calendar.Date) cell {
	return cell{object{"draft": draft, "claims": facts.Claims}, func(e edition) (any, error) {
		v, err := cporPolicy(e).CheckDraft(draft, facts, on)
		return object{"findings": slices.DeleteFunc(v.Findings, func(f cpor.Finding) bool { return f.Product == 0 })}, err
	}}
}

// claimed asks about a draft of a company that already holds a claim on the
// subscription, with an activity in common and without one.
func claimed(on calendar.Date) (grid []cell) {
	for activity := range partnerrules.Values[cpor.Activity]() {
		for _, status := range []cpor.Status{cpor.Submitted, cpor.Approved, cpor.Rejected} {
			draft := cpor.Draft{
				Partner: cpor.MustParsePartnerID("4567009"), Tenant: cpor.MustParseTenantID("c0ffee01-0000-4000-8000-000000000001"),
				Area: cpor.BusinessApplications, Activities: partnerrules.SetOf(cpor.ActivityUsage),
				Products: []cpor.Product{{Name: "Dynamics 365 Sales", Subscription: subscription, State: cpor.StateActive}},
			}
			held := cpor.Claim{
				ID: "CL-1", Partner: draft.Partner, Tenant: draft.Tenant, Area: draft.Area, Status: status,
				Activities: partnerrules.SetOf(activity), Submitted: on.AddDays(-30),
				Units: []cpor.Unit{{Name: "Dynamics 365 Sales", Subscription: cpor.MustParseSubscriptionID(subscription)}},
			}
			grid = append(grid, check(draft, cpor.Facts{Claims: []cpor.Claim{held}, ClaimsComplete: true}, on))
		}
	}
	return grid
}

// firstDays asks when a product that is provisioned on the day can be claimed.
func firstDays(on calendar.Date) []cell {
	return []cell{{object{"provisioned": on}, func(e edition) (any, error) {
		return object{"claimableFrom": cporPolicy(e).ClaimableFrom(on)}, nil
	}}}
}

// deadlines returns a grid of claims that begin on the day and are in a status since
// then. The questions are asked on each of the next forty days.
func deadlines(status cpor.Status) func(calendar.Date) []cell {
	return func(begins calendar.Date) (grid []cell) {
		at := cpor.ClaimState{Status: status, Since: begins, Begins: begins}
		for days := range 40 {
			on := begins.AddDays(days)
			grid = append(grid, cell{object{"at": at, "on": on}, func(e edition) (any, error) {
				return cporPolicy(e).NextDeadline(at, on, calendar.BusinessCalendar{})
			}})
		}
		return grid
	}
}

// transitions returns a grid of transitions from a status, in a history that begins on
// the day.
func transitions(from cpor.Status) func(calendar.Date) []cell {
	return func(begins calendar.Date) (grid []cell) {
		for to := range partnerrules.Values[cpor.Status]() {
			grid = append(grid, cell{object{"from": from, "to": to}, func(e edition) (any, error) {
				return object{"canMove": cporPolicy(e).CanMove(from, to, begins)}, nil
			}})
		}
		return grid
	}
}

// editable asks in which statuses a claim whose history begins on the day can be edited.
func editable(begins calendar.Date) (grid []cell) {
	for status := range partnerrules.Values[cpor.Status]() {
		grid = append(grid, cell{object{"status": status}, func(e edition) (any, error) {
			return object{"editable": cporPolicy(e).Editable(status, begins)}, nil
		}})
	}
	return grid
}
