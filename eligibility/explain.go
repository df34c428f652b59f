package eligibility

import (
	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/internal/explain"
)

// Explain returns the decision in words. The facts are the input of the question. The
// reasons are the unmet requirements, and the unknown ones as questions, in the order
// of the checklist.
func (d Decision) Explain(f Facts) partnerrules.Explanation {
	e := explainer("evaluate", map[string]any{"offer": d.Offer, "facts": f, "on": d.On}, d, d.Policy, d.Coverage)
	e.Title, e.Verdict = d.Offer.Title(), explain.Label(d.Verdict)
	d.addReasons(e)
	explain.AddMissing(e, d.Missing.All())
	e.AddNotes(d.Notes())
	return e.Explanation
}

// explainer begins the explanation of an answer of this package.
func explainer(function string, given map[string]any, answer any, p Policy, c calendar.Coverage) *explain.Explainer {
	return explain.New("eligibility."+function, given, answer, Rules(), p, c)
}

// addReasons adds the requirements that are unmet or unknown.
func (d *Decision) addReasons(e *explain.Explainer) {
	for reason, row := range d.All() {
		if added := addRequirement(e, reason, row); added != nil {
			added.See = d.See(reason)
			if row.State == NotMet {
				added.Remedy = d.Remedy(reason)
			}
		}
	}
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
