package agreement

import (
	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/internal/explain"
)

// Explain returns the report in words. The arguments are the input of [Check]. The
// reasons are the findings, in their order. The subject of a reason is the path of its
// field in Given. Given holds data of a person: to leave it out, set Given to nil.
func (r Report) Explain(a Attestation, s Submission, f Facts) partnerrules.Explanation {
	given := map[string]any{"attestation": a.asWritten(), "submission": s, "facts": f}
	return r.explain("check", given, r, "Attestation of the Microsoft Customer Agreement").Explanation
}

// Explain returns the report in words. The arguments are the input of
// [CheckInvitation]. The reasons are the findings, in their order.
func (r InvitationReport) Explain(i Invitation, f Facts) partnerrules.Explanation {
	given := map[string]any{"invitation": i, "facts": f}
	e := r.explain("check-invitation", given, r, "Invitation to accept directly")
	e.AddNotes(r.Notes())
	return e.Explanation
}

func (r *Report) explain(function string, given map[string]any, answer any, title string) *explain.Explainer {
	e := explainer(function, given, answer, r.Policy, r.Coverage)
	e.Title, e.Verdict = title, explain.Label(r.Verdict)
	addFindings(e, r)
	return e
}

func addFindings(e *explain.Explainer, r *Report) {
	for finding := range r.All() {
		added := e.AddReason(finding.Reason, finding.Severity)
		added.Message, added.Remedy, added.Subject = finding.Message(), finding.Remedy(), finding.Reason.Field().path()
	}
}

// Explain returns the decision in words. The facts are the input of the question. The
// notes are the steps of the plan, if the order lacks an acceptance. The missing facts
// are the facts that the verdict or the plan depends on.
func (o OrderDecision) Explain(f Facts) partnerrules.Explanation {
	e := explainer("check-order", map[string]any{"kind": o.Kind, "facts": f}, o, o.Policy, o.Coverage)
	e.Title, e.Verdict = o.Kind.Title(), explain.Label(o.Verdict)
	for reason := range o.Reasons.All() {
		e.AddReason(reason, reason.Severity())
	}
	explain.AddMissing(e, (o.Missing | o.Plan.Missing).All())
	e.AddNotes(o.Plan.Steps())
	return e.Explanation
}

// Explain returns the confirmation in words. The facts are the input of the question.
func (c Confirmation) Explain(f Facts) partnerrules.Explanation {
	e := explainer("check-acceptance", map[string]any{"facts": f}, c, c.Policy, c.Coverage)
	e.Title = "Acceptance of the Microsoft Customer Agreement"
	e.Verdict = explain.Tri(c.Accepted, "The customer has accepted.", "The customer has not accepted.", "It is unknown whether the customer has accepted.")
	e.Verdict.Message += " By attestation: " + c.Partner.String() + ". Directly: " + c.Direct.String() + "."
	if c.NotApplicable {
		e.Verdict = doesNotApply()
	}
	return e.Explanation
}

// Explain returns the answer in words. The facts are the input of the question. The
// verdict includes the remedy. The notes are the notes of the answer, and the steps to
// attest instead. The missing facts are the facts that these steps depend on.
func (d DirectAnswer) Explain(f Facts) partnerrules.Explanation {
	e := explainer("check-direct-acceptance", map[string]any{"facts": f}, d, d.Policy, d.Coverage)
	e.Title, e.Verdict = "Direct acceptance of the Microsoft Customer Agreement", explain.Label(d.Verdict)
	if remedy := d.Remedy(); remedy != "" {
		e.Verdict.Message += " " + remedy
	}
	explain.AddMissing(e, d.Attest.Missing.All())
	e.AddNotes(d.Notes())
	e.AddNotes(d.Attest.Steps())
	return e.Explanation
}

// Explain returns the notice in words. The arguments are the input of [NoticeFor].
// Days has the UTC day of the latest instant of the email, if there is one.
func (n Notice) Explain(e Event, f Facts) partnerrules.Explanation {
	x := explainer("notice-for", map[string]any{"event": e, "facts": f}, n, n.Policy, n.Coverage)
	x.Title = "Email to the customer's primary contact"
	x.Verdict = explain.Tri(n.Sent, "Microsoft sends the email.", "Microsoft does not send the email.", "It is unknown whether Microsoft sends the email.")
	if n.Sent == Yes {
		x.Verdict.Message += " " + n.Timing.Message()
	}
	if n.NotApplicable {
		x.Verdict = doesNotApply()
	}
	x.AddDay("by", "AGR-20", "Latest day of the email", "", n.By.UTCDay())
	x.AddNotes(n.Notes())
	return x.Explanation
}

// Explain returns the plan in words. The arguments are the input of [MakePlan]. The
// reasons are the needs of the plan, and the notes are its steps. A need has the severity
// SeverityUnknown if it is unknown whether the input is missing. For an invitation, the
// verdict says whether the customer can accept directly, and what to do if not. Given
// holds data of a person: to leave it out, set Given to nil.
func (p PlanAnswer) Explain(m Method, draft Attestation, s Submission, f Facts) partnerrules.Explanation {
	given := map[string]any{"method": m, "attestation": draft.asWritten(), "submission": s, "facts": f}
	e := explainer("make-plan", given, p, p.Policy, p.Coverage)
	e.Title, e.Verdict = "Plan for the customer's acceptance", explain.Label(p.Route)
	if p.Route.invites() {
		e.Verdict.Message += " " + p.Direct.Message()
		if remedy := (DirectAnswer{Verdict: p.Direct, Attest: p.Attest}).Remedy(); remedy != "" {
			e.Verdict.Message += " In that case: " + remedy
		}
	}
	unknown := p.Needs & p.Policy.inputs(p.Route, &draft, &s, &f).Unknown
	addFindings(e, &Report{Found: p.Needs &^ unknown, Unknown: unknown})
	explain.AddMissing(e, (p.Missing | p.Attest.Missing).All())
	e.AddNotes(p.Steps())
	return e.Explanation
}

// explainer begins the explanation of an answer of this package.
func explainer(function string, given map[string]any, answer any, p Policy, c calendar.Coverage) *explain.Explainer {
	return explain.New("agreement."+function, given, answer, Rules(), p, c)
}

// doesNotApply is the verdict on a customer in a sovereign cloud.
func doesNotApply() partnerrules.Label {
	return partnerrules.Label{Code: ReportNotApplicable.String(), Message: notApplicable}
}

// asWritten returns the attestation with a date that is written as it is judged. The
// body of a request would turn a date alone into an instant.
func (a Attestation) asWritten() Attestation {
	if a.Date.form == formDate {
		a.Date.form = formBodyDate
	}
	return a
}

// path returns the path of the field in the input of a question.
func (f Field) path() string {
	switch f {
	case FieldPartner:
		return "facts.partner"
	case FieldRole:
		return "facts.role"
	case FieldFirstName:
		return "attestation.primaryContact.firstName"
	case FieldLastName:
		return "attestation.primaryContact.lastName"
	case FieldCompanyName:
		return "submission.companyName"
	case FieldEmail:
		return "attestation.primaryContact.email"
	case FieldPhone:
		return "attestation.primaryContact.phoneNumber"
	case FieldDate:
		return "attestation.dateAgreed"
	case FieldTemplate:
		return "attestation.templateId"
	case FieldType:
		return "attestation.type"
	case FieldChannel:
		return "facts.channel"
	case FieldForm:
		return "submission.form"
	}
	return f.String()
}
