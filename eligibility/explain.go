package eligibility

import (
	"cmp"
	"iter"
	"slices"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/internal/explain"
)

// Explain returns the decision in words. Pass the facts that were evaluated. The
// reasons are the unmet requirements, and the unknown ones as questions, in the order
// of the checklist.
func (d Decision) Explain(f Facts) partnerrules.Explanation {
	given := map[string]any{"offer": d.Offer, "facts": f, "on": d.On}
	e := explain.New("eligibility.evaluate", given, d, Rules(), d.Policy, d.Coverage)
	e.Title, e.Verdict = d.Offer.Title(), explain.Label(d.Verdict)
	e.Verdict.Message = d.Verdict.message(d.Button.Title() + " button")
	d.explain(e)
	return e.Explanation
}

// explain adds the reasons, the missing facts and the notes.
func (d *Decision) explain(e *explain.Explainer) {
	for reason, row := range d.All() {
		added := addRequirement(e, reason, row)
		if added == nil {
			continue
		}
		added.See = d.See(reason)
		if row.State == NotMet {
			added.Remedy = d.Remedy(reason)
		}
	}
	addMissing(e, d.Offer, d.Missing)
	e.AddNotes(d.Notes())
}

// addRequirement adds a requirement with the reason that applies if it is unmet. It
// adds nothing and returns nil if the requirement is met.
func addRequirement(e *explain.Explainer, reason Reason, row Requirement) (added *partnerrules.ExplainedReason) {
	switch row.State {
	case NotMet:
		added = e.AddReason(reason, partnerrules.SeverityError)
		added.From = explain.ISO(row.From)
	case RequirementUnknown:
		added = e.AddQuestion(reason, reason.Question())
	}
	return added
}

// addMissing adds the missing facts about an offer. It names the pack that a fact is
// about.
func addMissing(e *explain.Explainer, o Offer, facts partnerrules.Set[Fact]) {
	for f := range facts.All() {
		label := explain.Label(f)
		switch f {
		case FactPack:
			label.Message = "whether " + o.Title() + " is active"
		case FactPackAnniversary:
			label.Message = "the anniversary date of " + o.Title()
		}
		e.Missing = append(e.Missing, label)
	}
}

// Explain returns the opening in words. Pass the arguments of [NextOpening].
func (o Opening) Explain(f Facts, from calendar.Date) partnerrules.Explanation {
	given := map[string]any{"offer": o.Offer, "facts": f, "from": from}
	e := explain.New("eligibility.next-opening", given, o, Rules(), o.Policy, o.Coverage)
	e.Title, e.Verdict = o.Offer.Title(), explain.Label(o.Verdict)
	switch o.Verdict {
	case Undetermined:
		e.Verdict.Message = "It is unknown when the button is enabled, because facts are missing."
	case Enabled:
		e.Verdict.Message = "The " + o.Button.Title() + " button is enabled on these days, unless the facts change."
	case Disabled:
		e.Verdict.Message = "The button stays disabled, unless the facts change."
	}
	addMissing(e, o.Offer, o.Missing)
	e.AddDays("days", "ELG-16", "Days on which the "+o.Button.Title()+" button is enabled", "", o.Days)
	return e.Explanation
}

// Explain returns the answer in words. Pass the arguments of
// [CheckPackageChange].
func (a PackageAnswer) Explain(o Offer, ad, on calendar.Date) partnerrules.Explanation {
	given := map[string]any{"offer": o, "anniversary": ad, "on": on}
	e := explain.New("eligibility.check-package-change", given, a, Rules(), a.Policy, a.Coverage)
	e.Title = o.Title()
	e.Verdict = explain.Tri(a.Allowed,
		"The benefits package can be changed on this day, together with the renewal.",
		"The benefits package cannot be changed on this day.",
		"It is unknown whether the benefits package can be changed on this day.")
	if a.NotApplicable {
		e.Verdict = partnerrules.Label{Code: "not-applicable", Message: "The offer has only one benefits package."}
	}
	if a.Reason != 0 {
		e.AddReason(a.Reason, partnerrules.SeverityError)
	}
	e.AddDays("window", "ELG-12", "Renewal window, in which the package can be changed", "", a.Window)
	e.AddDay("holds-through", "ELG-12", "Anniversary date through which the package applies", "", a.HoldsThrough)
	return e.Explanation
}

// Explain returns the retention in words. Pass the arguments of
// [CheckRetention].
func (r Retention) Explain(ad, paid calendar.Date, qualified Tri) partnerrules.Explanation {
	given := map[string]any{"anniversary": ad, "paid": paid, "qualified": qualified}
	e := explain.New("eligibility.check-retention", given, r, Rules(), r.Policy, r.Coverage)
	e.Title = "Keeping a designation"
	e.Verdict = explain.Tri(r.Kept,
		"The company keeps the designation and its benefits.",
		"The company does not keep the designation and its benefits.",
		"It is unknown whether the company keeps the designation and its benefits.")
	addRequirement(e, RequirementsNotMet, r.Qualification)
	payment := WindowPassed
	if r.Payment.Reason != 0 {
		payment = r.Payment.Reason
	}
	addRequirement(e, payment, r.Payment)
	e.AddDay("anniversary", "ELG-21", "Next anniversary date", "", r.Anniversary)
	return e.Explanation
}

// Explain returns the renewal in words. Pass the arguments of [CheckRenewal].
// The reasons, the missing facts and the notes come from r.Decision.
func (r Renewal) Explain(f Facts, scores ...Score) partnerrules.Explanation {
	given := map[string]any{"offer": r.Offer, "facts": f, "on": r.On}
	if len(scores) > 0 {
		given["scores"] = slices.Clone(scores)
	}
	e := explain.New("eligibility.check-renewal", given, r, Rules(), r.Policy, r.Coverage)
	e.Title = r.Offer.Title()
	e.Verdict = explain.Tri(r.Ready,
		"The company is ready to renew the offer.",
		"The company is not ready to renew the offer, or does not hold it.",
		"It is unknown whether the company is ready to renew the offer.")
	e.Verdict.Message += withoutPoints(r.Lacking.All())
	r.Decision.explain(e)
	e.AddDays("days", "ELG-02", "Days on which the renewal can be paid", "", r.Days)
	return e.Explanation
}

// Explain returns the standing in words. Pass the membership that was judged.
func (s Standing) Explain(m Membership) partnerrules.Explanation {
	m.Renewals = slices.Clone(m.Renewals)
	given := map[string]any{"membership": m, "on": s.On}
	e := explain.New("eligibility.standing-on", given, s, Rules(), s.Policy, s.Coverage)
	e.Title, e.Verdict = cmp.Or(m.Offer.Title(), "Membership"), explain.Label(s.Phase)
	e.AddDay("anniversary", "ELG-26", "Anniversary date", "", s.Anniversary)
	e.AddDays("window", "ELG-26", "Renewal window", "", s.Window)
	e.AddDay("last-access", "ELG-26", "Last day of access without a renewal", "", s.LastAccess)
	return e.Explanation
}

// Explain returns the assessment in words. Pass the metrics that were assessed.
func (a Assessment) Explain(m Metrics) partnerrules.Explanation {
	given := map[string]any{"area": a.Area, "metrics": m}
	e := explain.New("score.assess", given, a, Rules(), nil, calendar.CoverageUnknown)
	e.Title = "Partner capability score for " + a.Area.Title()
	e.Verdict = explain.Tri(a.Qualified,
		"The score qualifies the area on the day of the metrics.",
		"The score does not qualify the area on the day of the metrics.",
		"It is unknown whether the score qualifies the area.")
	e.Verdict.Message += withoutPoints(a.Unmet())
	return e.Explanation
}

// withoutPoints returns a sentence that names what has no points, or an empty text if
// there is nothing.
func withoutPoints[T interface{ Title() string }](all iter.Seq[T]) string {
	text, join := "", " There are no points for: "
	for v := range all {
		text, join = text+join+v.Title(), ", "
	}
	if text != "" {
		text += "."
	}
	return text
}
