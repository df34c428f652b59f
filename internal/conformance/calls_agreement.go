package conformance

import (
	"errors"
	"time"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/agreement"
)

// givenCustomer is the input of calls about a customer.
type givenCustomer struct {
	Facts  agreement.Facts  `json:"facts"`
	Policy *agreementPolicy `json:"policy"`
}

// givenCheck is the input of agreement.check.
type givenCheck struct {
	Attestation agreement.Attestation `json:"attestation"`
	Submission  agreement.Submission  `json:"submission"`
	Facts       agreement.Facts       `json:"facts"`
	Policy      *agreementPolicy      `json:"policy"`
}

// givenInvitation is the input of agreement.check-invitation.
type givenInvitation struct {
	Invitation agreement.Invitation `json:"invitation"`
	Facts      agreement.Facts      `json:"facts"`
	Policy     *agreementPolicy     `json:"policy"`
}

// givenOrder is the input of agreement.check-order.
type givenOrder struct {
	Kind   agreement.OrderKind `json:"kind"`
	Facts  agreement.Facts     `json:"facts"`
	Policy *agreementPolicy    `json:"policy"`
}

// givenEvent is the input of agreement.notice-for.
type givenEvent struct {
	Event  agreement.Event  `json:"event"`
	Facts  agreement.Facts  `json:"facts"`
	Policy *agreementPolicy `json:"policy"`
}

// givenPlan is the input of agreement.make-plan.
type givenPlan struct {
	Method      agreement.Method      `json:"method"`
	Attestation agreement.Attestation `json:"attestation"`
	Submission  agreement.Submission  `json:"submission"`
	Facts       agreement.Facts       `json:"facts"`
	Policy      *agreementPolicy      `json:"policy"`
}

func agreementCalls() map[string]call {
	return map[string]call{
		"agreement.in-force": inForceCall(agreement.InForce),
		"agreement.check": explained(
			func(g givenCheck) (agreement.Report, error) {
				return g.Policy.get().Check(g.Attestation, g.Submission, g.Facts)
			},
			reportOf,
			func(a agreement.Report, g givenCheck) partnerrules.Explanation {
				return a.Explain(g.Attestation, g.Submission, g.Facts)
			},
		),
		"agreement.check-invitation": explained(
			func(g givenInvitation) (agreement.InvitationReport, error) {
				return g.Policy.get().CheckInvitation(g.Invitation, g.Facts)
			},
			func(r agreement.InvitationReport) any { return join(reportOf(r.Report), notes(r.Notes())) },
			func(a agreement.InvitationReport, g givenInvitation) partnerrules.Explanation {
				return a.Explain(g.Invitation, g.Facts)
			},
		),
		"agreement.check-order": explained(
			func(g givenOrder) (agreement.OrderDecision, error) { return g.Policy.get().CheckOrder(g.Kind, g.Facts) },
			itself[agreement.OrderDecision],
			func(a agreement.OrderDecision, g givenOrder) partnerrules.Explanation { return a.Explain(g.Facts) },
		),
		"agreement.check-acceptance": explained(
			func(g givenCustomer) (agreement.Confirmation, error) { return g.Policy.get().CheckAcceptance(g.Facts) },
			itself[agreement.Confirmation],
			func(a agreement.Confirmation, g givenCustomer) partnerrules.Explanation { return a.Explain(g.Facts) },
		),
		"agreement.check-direct-acceptance": explained(
			func(g givenCustomer) (agreement.DirectAnswer, error) {
				return g.Policy.get().CheckDirectAcceptance(g.Facts)
			},
			func(d agreement.DirectAnswer) any {
				return join(d, object{"remedy": d.Remedy() != ""}, notes(d.Notes()))
			},
			func(a agreement.DirectAnswer, g givenCustomer) partnerrules.Explanation { return a.Explain(g.Facts) },
		),
		"agreement.notice-for": explained(
			func(g givenEvent) (agreement.Notice, error) { return g.Policy.get().NoticeFor(g.Event, g.Facts) },
			func(n agreement.Notice) any { return join(n, object{"to": n.To() != ""}, notes(n.Notes())) },
			func(a agreement.Notice, g givenEvent) partnerrules.Explanation { return a.Explain(g.Event, g.Facts) },
		),
		"agreement.make-plan": explained(
			func(g givenPlan) (agreement.PlanAnswer, error) {
				return g.Policy.get().MakePlan(g.Method, g.Attestation, g.Submission, g.Facts)
			},
			func(p agreement.PlanAnswer) any { return join(p, object{"steps": codes(p.Steps())}) },
			func(a agreement.PlanAnswer, g givenPlan) partnerrules.Explanation {
				return a.Explain(g.Method, g.Attestation, g.Submission, g.Facts)
			},
		),
		"agreement.consent-from": always(func(g struct {
			Attestations []agreement.Attestation `json:"attestations"`
		},
		) any {
			return agreement.ConsentFrom(g.Attestations)
		}),
		"agreement.latest-index": always(func(g struct {
			Attestations []agreement.Attestation `json:"attestations"`
			Type         agreement.Type          `json:"type"`
		},
		) any {
			i := agreement.LatestIndex(g.Attestations, g.Type)
			return object{"index": knownIf(i, i >= 0)}
		}),
		"agreement.steps": always(func(g struct {
			Route agreement.Route `json:"route"`
		},
		) any {
			return object{"steps": codes(g.Route.Steps()), "customerSteps": codes(g.Route.CustomerSteps())}
		}),
		"agreement.verification-steps": always(func(struct{}) any {
			return object{"steps": codes(agreement.VerificationSteps())}
		}),
		"agreement.reason-texts": always(func(g struct {
			Reason agreement.Reason `json:"reason"`
		},
		) any {
			return join(reasonTexts(g.Reason), object{"field": known(g.Reason.Field()), "severity": known(g.Reason.Severity())})
		}),
	}
}

// reportOf returns a report with the codes of its findings by severity. It adds the
// rules of all findings in order.
func reportOf(r agreement.Report) any {
	bySeverity := map[partnerrules.Severity][]agreement.Reason{
		partnerrules.SeverityError: {}, partnerrules.SeverityWarning: {}, partnerrules.SeverityUnknown: {},
	}
	rules := []partnerrules.RuleID{}
	for f := range r.All() {
		bySeverity[f.Severity] = append(bySeverity[f.Severity], f.Reason)
		rules = append(rules, f.Reason.Rule())
	}
	return join(r, object{
		"errors": bySeverity[partnerrules.SeverityError], "warnings": bySeverity[partnerrules.SeverityWarning],
		"open": bySeverity[partnerrules.SeverityUnknown], "rules": rules,
	})
}

// A template is an [agreement.Metadata] with JSON tags.
type template struct {
	Template    agreement.TemplateID `json:"template,omitzero"`
	Type        agreement.Type       `json:"type,omitzero"`
	Link        string               `json:"link,omitzero"`
	VersionRank int                  `json:"versionRank"`
}

// bodyCalls returns the calls that decode responses and texts of the service.
func bodyCalls() map[string]call {
	signed := func(signed agreement.Tri) any { return object{"signed": signed} }
	return map[string]call{
		"timestamp.parse": parse(agreement.ParseTimestamp, timestampOf),
		"attestation.parse": decodeBody(agreement.DecodeAttestation, func(a agreement.Attestation) any {
			return object{"attestation": a}
		}),
		"attestation-list.parse": decodeBody(agreement.DecodeAttestations, func(l agreement.List[agreement.Attestation]) any {
			return object{"totalCount": l.TotalCount, "complete": l.Complete, "attestations": l.Items}
		}),
		"consent.parse": adapt(func(g givenText) (any, error) {
			consent, err := agreement.DecodeConsent([]byte(g.Text))
			var fault agreement.ServiceError
			if errors.As(err, &fault) {
				return join(consent, object{"fault": true, "code": known(fault.Code)}), nil
			}
			return join(consent, object{"fault": false}), err
		}),
		"metadata-list.parse": decodeBody(agreement.DecodeMetadata, func(l agreement.List[agreement.Metadata]) any {
			all := []template{}
			for _, m := range l.Items {
				all = append(all, template(m))
			}
			return object{"totalCount": l.TotalCount, "complete": l.Complete, "metadata": all}
		}),
		"signed-status.parse": decodeBody(agreement.DecodeDirectStatus, signed),
		"service-error.parse": decodeBody(agreement.DecodeError, func(e agreement.ServiceError) any {
			return object{
				"code": known(e.Code), "message": known(e.Message), "description": known(e.Description), "name": known(e.Name),
			}
		}),
		"email.parse": adapt(func(g givenText) (any, error) {
			local, domain, err := agreement.ParseEmail(g.Text)
			return object{"local": known(local), "domain": known(domain)}, err
		}),
		"agreement.parse-direct-status": always(func(g givenText) any { return signed(agreement.ParseDirectStatus(g.Text)) }),
		"agreement.explain-error": always(func(g struct {
			Call agreement.Operation `json:"call"`
			Code string              `json:"code"`
		},
		) any {
			m := agreement.ExplainError(g.Call, g.Code)
			return join(reasonTexts(m), object{"kind": m})
		}),
	}
}

func timestampOf(t agreement.Timestamp) any {
	instant, ok := t.Instant()
	return object{
		"timestamp": known(t), "set": t.IsSet(), "day": known(t.Day()), "utcDay": known(t.UTCDay()), "utc": known(t.UTC()),
		"instant": knownIf(instant.Format(time.RFC3339Nano), ok), // in UTC
	}
}
