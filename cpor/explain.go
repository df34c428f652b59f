package cpor

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/internal/explain"
)

// Explain returns the validation in words. The arguments are the input of [CheckDraft].
// The reasons are the findings, in their order. The subject of a reason is the ID of the
// competing claim, or else the path of its field in Given. Given holds data of a person:
// to leave it out, set Given to nil.
func (v Validation) Explain(d Draft, f Facts) partnerrules.Explanation {
	given := map[string]any{"draft": d, "facts": f, "on": v.On}
	e := explainer("check-draft", given, v, v.Policy, v.Coverage)
	e.Title, e.Verdict = titleOf("Draft", d.ID), explain.Label(v.Verdict)
	for _, finding := range v.Findings {
		added := e.AddReason(finding.Reason, finding.Severity)
		added.Message, added.Remedy, added.Subject = finding.Message(), finding.Remedy(), finding.subject()
	}
	e.AddNotes(v.Notes())
	return e.Explanation
}

// Explain returns the error of a history in words. The arguments are the input of
// [Replay] or [CheckHistory]. For the error of a single step, use ExplainStep.
func (e *StepError) Explain(history []Step, days calendar.BusinessCalendar) partnerrules.Explanation {
	function := "replay"
	if e.IsLate() {
		function = "check-history"
	}
	return e.explain(function, map[string]any{"history": history}, days)
}

// ExplainStep returns the error of a single step in words. The arguments are the input
// of [Apply].
func (e *StepError) ExplainStep(from ClaimState, step Step, days calendar.BusinessCalendar) partnerrules.Explanation {
	return e.explain("apply", map[string]any{"state": from, "step": step}, days)
}

func (e *StepError) explain(function string, given map[string]any, days calendar.BusinessCalendar) partnerrules.Explanation {
	addBusinessDays(given, days)
	x := explainer(function, given, e, e.Policy, e.Coverage)
	x.Title = "Step from " + titleOr(e.From, "the start") + " to " + e.To.Title()
	x.Verdict = partnerrules.Label{Code: "illegal", Message: "The step is illegal."}
	severity := partnerrules.SeverityError
	if e.IsLate() {
		x.Verdict = partnerrules.Label{Code: "late", Message: "The step is legal, but late."}
		severity = partnerrules.SeverityWarning
	}
	if e.Reason != noReason {
		x.AddReason(e.Reason, severity)
	}
	x.AddDay("on", e.Reason.Rule(), "Day of the step", "", e.On)
	x.AddDay("due", e.Reason.Rule(), "Last day of the task", "", e.Due)
	return x.Explanation
}

// Explain returns the deadline in words. The parameter days is part of the input of
// [NextDeadline].
func (d Deadline) Explain(days calendar.BusinessCalendar) partnerrules.Explanation {
	given := map[string]any{"state": d.State, "on": d.On}
	addBusinessDays(given, days)
	e := explainer("next-deadline", given, d, d.Policy, d.Coverage)
	e.Title, e.Verdict = "Next task on a claim in the status "+d.State.Status.Title(), d.verdict()
	e.AddDay("through", d.Task.Rule(), "Last day of the task", "", d.Through)
	e.AddDay("decision-by", "CPR-22", "Last day of the decision", "", d.DecisionBy)
	e.AddNotes(d.Notes())
	return e.Explanation
}

// verdict returns the timing with the task. If the task is no longer possible, it says
// so, and what the partner can do instead of a task of its own.
func (d *Deadline) verdict() partnerrules.Label {
	message := d.Task.Message() + " " + d.Timing.Message()
	switch passed := d.Task.passed(); {
	case d.Task == noTask && d.Timing == TimingUnknown:
		message = "It is unknown whether anything is due."
	case d.Task == noTask:
		message = "Nothing is due."
	case d.Timing == TimingOpen && d.Through.IsZero():
		message = d.Task.Message() + " There is no time limit."
	case passed != noReason && (d.Timing == TimingOverdue || d.Timing == TimingClosed):
		message = passed.Message()
		if d.Task.By() == ActorPartner {
			message += " " + passed.Remedy()
		}
	}
	return partnerrules.Label{Code: d.Timing.String(), Message: message}
}

// passed returns the reason why the task is no longer possible after its last day. It is
// zero if the task remains possible.
func (t Task) passed() Reason {
	switch t {
	case TaskPartnerAnswer:
		return AnsweredTooLate
	case TaskCustomerDecline:
		return DeclinedTooLate
	case TaskPartnerDispute:
		return DisputedTooLate
	}
	return noReason
}

// Explain returns the pair in words. The arguments are the claims, in any order. For a
// pair of [DraftConflicts], one of them is the claim that the draft becomes: see
// [Draft.Claim].
func (p Pair) Explain(a, b Claim) partnerrules.Explanation {
	e := explainer("relate", map[string]any{"a": a, "b": b}, p, p.Policy, p.Coverage)
	e.Title, e.Verdict = titleOfClaims(a, b), explain.Label(p.Relation)
	if p.Relation == noRelation {
		e.Verdict = partnerrules.Label{Code: "unrelated", Message: "The claims are unrelated."}
	}
	switch {
	case p.BothApproved:
		e.Verdict.Message += " Both are approved, which is conflicting data."
	case p.Incumbent != "":
		e.Verdict.Message += " Claim " + p.Incumbent + " is the incumbent."
	}
	return e.Explanation
}

// Explain returns the arbitration in words. The arguments are the claims, in any order.
// The reasons are the open questions, each with the severity SeverityUnknown.
func (a Arbitration) Explain(first, second Claim) partnerrules.Explanation {
	given := map[string]any{"a": first, "b": second, "on": a.On}
	e := explainer("arbitrate", given, a, a.Policy, a.Coverage)
	e.Title = titleOfClaims(first, second) + " in arbitration"
	e.Verdict = partnerrules.Label{Code: "open", Message: "Microsoft decides which claim it approves."}
	for question := range a.Questions.All() {
		e.AddQuestion(arbitrationReason{question}, question.Message())
	}
	e.AddNotes(a.Notes())
	return e.Explanation
}

// An arbitrationReason is an open question as a reason.
type arbitrationReason struct{ Question }

func (arbitrationReason) Rule() partnerrules.RuleID { return "CPR-36" }
func (arbitrationReason) Remedy() string            { return "" }
func (arbitrationReason) See() string               { return "" }

// Explain returns the answer in words. The arguments are the input of [Claim.Covers].
func (c Cover) Explain(claim Claim, s Subscription) partnerrules.Explanation {
	given := map[string]any{"claim": claim, "subscription": s, "on": c.On}
	e := explain.New("cpor.covers", given, c, Rules(), nil, c.Coverage)
	e.Title = titleOf("Claim", claim.ID) + " and a subscription"
	e.Verdict = explain.Tri(c.Covers, "The claim covers the subscription.", "The claim does not cover the subscription.", "It is unknown whether the claim covers the subscription.")
	e.AddNotes(c.Notes())
	return e.Explanation
}

// Explain returns the choice in words. The intent is part of the input of
// [ActivitiesFor]. The verdict is whether at least one activity fits, and its message
// names the activities.
func (c ActivityChoice) Explain(intent Intent) partnerrules.Explanation {
	given := map[string]any{"area": c.Area, "intent": intent, "on": c.On}
	e := explainer("activities-for", given, c, c.Policy, c.Coverage)
	e.Title = "Activities in " + titleOr(c.Area, "an unknown solution area")
	e.Verdict = explain.Tri(c.Presales.Fits.Or(c.Usage.Fits).Or(c.RevenueAssociation.Fits),
		"At least one activity fits.", "No activity fits.", "It is unknown whether an activity fits.")
	for activity, fit := range c.All() {
		e.Verdict.Message += " " + activity.Title() + ": " + fit.Fits.String() + "."
	}
	e.AddNotes(c.Notes())
	return e.Explanation
}

// Explain returns the options in words. The locations are the input of
// [CompareLocations]. The reasons are the warnings of all locations. The subject of a
// reason is the partner ID of its location.
func (o LocationOptions) Explain(locations []LocationEntry) partnerrules.Explanation {
	e := explain.New("cpor.compare-locations", map[string]any{"locations": locations}, o, Rules(), nil, calendar.CoverageUnknown)
	mayChoose := slices.ContainsFunc(o, func(option LocationOption) bool { return option.MayChoose })
	e.Title = "Locations for a claim"
	e.Verdict = explain.Tri(partnerrules.TriFromBool(mayChoose), "At least one location may be chosen.", "No location may be chosen.", "")
	for _, option := range o {
		for _, warning := range option.Warnings {
			e.AddReason(warning, partnerrules.SeverityWarning).Subject = option.Partner.String()
		}
	}
	e.AddNotes(o.Notes())
	return e.Explanation
}

// explainer begins the explanation of an answer with a policy.
func explainer(function string, given map[string]any, answer any, p Policy, c calendar.Coverage) *explain.Explainer {
	return explain.New("cpor."+function, given, answer, Rules(), p, c)
}

// addBusinessDays adds the business days to the input of a question. Saturday and
// Sunday are left out.
func addBusinessDays(given map[string]any, days calendar.BusinessCalendar) {
	given["holidays"] = slices.Collect(days.Holidays())
	if days.Weekend() == calendar.SaturdaySunday {
		return
	}
	weekend := []string{}
	for day := time.Sunday; day <= time.Saturday; day++ {
		if days.Weekend()>>day&1 == 1 {
			weekend = append(weekend, strings.ToLower(day.String()))
		}
	}
	given["weekend"] = weekend
}

// subject returns the ID of the competing claim, or else the path of the field in the
// input.
func (f Finding) subject() string {
	switch {
	case f.Claim != "":
		return f.Claim
	case f.Field == FieldRole:
		return "facts.role"
	case f.Field == FieldActivity:
		return "draft.activities"
	case f.Field == FieldCustomerContact:
		return "draft.customerContact"
	case f.Field == FieldPartnerContact:
		return "draft.partnerContact"
	case f.Field == FieldPoE:
		return "facts.proof"
	case f.Field != FieldProduct && f.Field != FieldSubscription:
		return "draft." + f.Field.String()
	}
	path := "draft.products"
	if f.Product > 0 {
		path += "[" + strconv.Itoa(f.Product-1) + "]"
	}
	if f.Field == FieldSubscription {
		path += ".subscription"
	}
	return path
}

// titleOf returns the noun with an ID, if there is one.
func titleOf(noun, id string) string { return strings.TrimSpace(noun + " " + id) }

// titleOfClaims returns "Claims A and B".
func titleOfClaims(a, b Claim) string {
	if a.ID == "" || b.ID == "" {
		return "Two claims"
	}
	return "Claims " + a.ID + " and " + b.ID
}

// titleOr returns the title of a value, or other if the value is zero.
func titleOr[V interface {
	comparable
	Title() string
}](v V, other string) string {
	var zero V
	if v == zero {
		return other
	}
	return v.Title()
}
