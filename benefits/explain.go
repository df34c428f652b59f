package benefits

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/eligibility"
	"github.com/partnerrules/partnerrules/internal/explain"
)

// explainer begins an explanation. The reason OfferRetired has its rule in package
// eligibility. The policy is nil for an answer without one.
func explainer(question string, given map[string]any, answer any, policy fmt.Stringer, c calendar.Coverage) *explain.Explainer {
	return explain.New(question, given, answer, append(Rules(), eligibility.Rules()...), policy, c)
}

// explain adds the reasons, and sets the verdict to the sentence for the answer.
func (a *Answer) explain(e *explain.Explainer, yes, no, unknown string) {
	e.Verdict = explain.Tri(a.Allowed, yes, no, unknown)
	for r := range a.Reasons.All() {
		e.AddReason(r, partnerrules.SeverityError)
	}
}

// title returns the title of an answer about the membership.
func (t *Timeline) title() string {
	return cmp.Or(t.membership.Offer.Title(), "Membership")
}

// title returns the title of an answer about the benefit.
func (b *Benefit) title() string {
	return b.Category.Title() + " of paid year " + strconv.Itoa(b.Year)
}

// termRule returns the rule that sets the end of the benefit's own term.
func (b *Benefit) termRule(byPurchase Tri) partnerrules.RuleID {
	if byPurchase == Yes {
		return "BEN-15"
	}
	return b.Category.Rule()
}

// Explain returns the term in words. Pass the timeline and the benefit that the term
// was computed from. The rule of the last day to redeem and of the last day of use is
// the rule of what ends them.
func (term Term) Explain(t Timeline, b Benefit) partnerrules.Explanation {
	given := map[string]any{"membership": t.Membership(), "benefit": b}
	e := explainer("benefits.term", given, term, term.Policy, term.Coverage)
	e.Title = b.title()
	switch term.EndedBy {
	case PastExpiry:
		e.Verdict = partnerrules.Label{Code: PastExpiry.String(), Message: "The use of the benefit ends with its own term."}
		if !term.Expiry.IsZero() && b.RedeemedOn.After(term.Expiry) {
			e.Verdict.Message = RedeemedOfNoUse.Message()
		}
	case PastAccess:
		e.Verdict = partnerrules.Label{Code: PastAccess.String(), Message: "The use of the benefit ends with access to the membership."}
	default:
		e.Verdict = partnerrules.Label{Code: Unknown.String(), Message: "It is unknown what ends the use of the benefit."}
	}
	e.AddNotes(term.Notes())
	e.AddDay("provided", "BEN-02", "Day on which the benefit is provided", "", term.Provided)
	e.AddDay("activate-by", "BEN-03", "End of the 13 months for redeeming", "", term.ActivateBy)
	e.AddDay("redeem-through", cmp.Or(term.RedeemEnd.Rule(), "BEN-03"), "Last day to redeem", "", term.RedeemThrough)
	e.AddDay("expiry", b.termRule(term.ByPurchase), "Last day of the benefit's own term", "", term.Expiry)
	e.AddDay("last-access", "BEN-13", "Last day of access without a further renewal", "", term.LastAccess)
	e.AddDay("last-use", cmp.Or(term.EndedBy.Rule(), "BEN-13"), "Last day of use", "", term.LastUse)
	return e.Explanation
}

// Explain returns the status in words. Pass the timeline and the benefit that were
// judged. EndedBy is a reason if it has ended the benefit. Before that it gives
// its rule to the last day.
func (s BenefitStatus) Explain(t Timeline, b Benefit) partnerrules.Explanation {
	given := map[string]any{"membership": t.Membership(), "benefit": b, "on": s.On}
	e := explainer("benefits.state", given, s, s.Policy, s.Coverage)
	e.Title, e.Verdict = b.title(), explain.Label(s.State)
	last := "Last day to redeem and use the benefit"
	switch s.State {
	case InUse:
		last = "Last day of use"
	case ExpiredUnredeemed, Expired, LostWithMembership, RedeemedOfNoUse:
		if s.EndedBy != noReason {
			e.AddReason(s.EndedBy, partnerrules.SeverityError)
		}
	}
	e.AddNotes(s.Notes())
	e.AddDay("until", cmp.Or(s.EndedBy.Rule(), "BEN-10"), last, "", s.Until)
	e.AddDay("redeem-through", "BEN-03", "Last day to redeem", "", s.RedeemThrough)
	e.AddDay("expiry", b.termRule(s.ByPurchase), "Last day of the benefit's own term", "", s.Expiry)
	return e.Explanation
}

// Explain returns the paid year in words. Pass the timeline of the membership.
func (y PaidYear) Explain(t Timeline) partnerrules.Explanation {
	given := map[string]any{"membership": t.Membership(), "number": y.Number}
	e := explainer("benefits.paid-year", given, y, y.Policy, y.Coverage)
	e.Title = t.title() + ", paid year " + strconv.Itoa(y.Number)
	e.Verdict = partnerrules.Label{Code: "known", Message: "The dates of the paid year are known."}
	if y.Base.IsZero() || y.Provided.IsZero() || y.RedeemThrough.IsZero() {
		e.Verdict = partnerrules.Label{Code: Unknown.String(), Message: "Some dates of the paid year are unknown."}
	}
	y.addDays(e, "")
	return e.Explanation
}

func (y *PaidYear) addDays(e *explain.Explainer, subject string) {
	e.AddDay("base", "BEN-02", "Day from which the months for redeeming are counted", subject, y.Base)
	e.AddDay("provided", "BEN-02", "Day on which the benefits are provided", subject, y.Provided)
	e.AddDay("anniversary", "BEN-02", "Anniversary date that ends the paid year", subject, y.Anniversary)
	e.AddDays("window", "BEN-02", "Renewal window after the paid year", subject, y.Window)
	e.AddDay("activate-by", "BEN-03", "End of the 13 months for redeeming", subject, y.ActivateBy)
	e.AddDay("redeem-through", "BEN-03", "Last day to redeem", subject, y.RedeemThrough)
	e.AddDay("last-access", "BEN-13", "Last day of access without a further renewal", subject, y.LastAccess)
}

// Explain returns the answer in words. Pass the timeline of the membership.
func (r RenewalAnswer) Explain(t Timeline) partnerrules.Explanation {
	given := map[string]any{"membership": t.Membership(), "on": r.On}
	e := explainer("benefits.check-renewal", given, r, r.Policy, r.Coverage)
	r.explain(e, &t)
	return e.Explanation
}

func (r *RenewalAnswer) explain(e *explain.Explainer, t *Timeline) {
	e.Title = t.title()
	r.Answer.explain(e,
		"The membership can be renewed on this day.",
		"The membership cannot be renewed on this day.",
		"It is unknown whether the membership can be renewed on this day.")
	e.AddDays("window", "BEN-02", "Renewal window", "", r.Window)
}

// Explain returns the renewal in words. Pass the timeline and the benefits. The days
// of a benefit have its ID as their subject, and the days of r.Year have "year".
func (r Renewal) Explain(t Timeline, benefits []Benefit) partnerrules.Explanation {
	given := map[string]any{"membership": t.Membership(), "on": r.On}
	if len(benefits) > 0 {
		given["benefits"] = slices.Clone(benefits)
	}
	e := explainer("benefits.preview-renewal", given, r, r.Policy, r.Coverage)
	r.RenewalAnswer.explain(e, &t)
	r.Year.addDays(e, "year")
	e.AddDays("uncovered", "BEN-02", "Days without access before the new purchase", "", r.Uncovered)
	for _, c := range r.Benefits {
		e.AddDay("last-use-before", cmp.Or(c.Before.EndedBy.Rule(), "BEN-13"), "Last day of use without the payment", c.ID, c.Before.LastUse)
		e.AddDay("last-use-after", cmp.Or(c.After.EndedBy.Rule(), "BEN-13"), "Last day of use with the payment", c.ID, c.After.LastUse)
		e.AddDays("benefit-uncovered", "BEN-13", "Days between the end of the benefit and the payment", c.ID, c.Uncovered)
	}
	return e.Explanation
}

// Explain returns the licenses in words. Pass the timeline and the day judged.
func (l Licenses) Explain(t Timeline, on calendar.Date) partnerrules.Explanation {
	given := map[string]any{"membership": t.Membership(), "on": on}
	e := explainer("licenses.of", given, l, l.Policy, l.Coverage)
	e.Title = t.title()
	e.Verdict = explain.Tri(l.Usable,
		"The on-premises licenses may be used on this day.",
		"The on-premises licenses may not be used on this day.",
		"It is unknown whether the on-premises licenses may be used on this day.")
	if l.Reason != noReason {
		e.AddReason(l.Reason, partnerrules.SeverityError)
	}
	e.AddNotes(l.Notes())
	e.AddDay("through", "BEN-31", "Last day on which licenses may be used", "", l.Through)
	return e.Explanation
}

// Explain returns the answer in words. Pass the arguments of [CheckVisualStudio].
func (u VisualStudioUse) Explain(v VisualStudio, on calendar.Date) partnerrules.Explanation {
	e := explainer("visual-studio.check", map[string]any{"subscription": v, "on": on}, u, nil, u.Coverage)
	e.Title = "Visual Studio subscription"
	u.explain(e,
		"The Visual Studio subscription is used as required.",
		"The Visual Studio subscription is not used as required.",
		"It is unknown whether the Visual Studio subscription is used as required.")
	return e.Explanation
}

// Explain returns the answer in words. Pass the arguments of [CheckTokenUse].
func (u TokenUse) Explain(on calendar.Date, seats int, uses ...int) partnerrules.Explanation {
	given := map[string]any{"on": on, "seats": seats, "uses": slices.Clone(uses)}
	e := explainer("token.check-use", given, u, nil, u.Coverage)
	e.Title = "Use of a token"
	u.explain(e,
		"The token may be used as planned.",
		"The token may not be used as planned.",
		"It is unknown whether the token may be used as planned.")
	return e.Explanation
}

// Explain returns the answer in words. Pass the arguments of [CheckReplacement].
func (r Replacement) Explain(t Token, on calendar.Date) partnerrules.Explanation {
	e := explainer("token.check-replacement", map[string]any{"token": t, "on": on}, r, nil, r.Coverage)
	e.Title = "Replacement of a token"
	r.explain(e,
		"A replacement for the token can be requested.",
		"A replacement for the token cannot be requested.",
		"It is unknown whether a replacement for the token can be requested.")
	e.AddDay("through", "BEN-21", "Last day to request a replacement", "", r.Through)
	return e.Explanation
}

// Explain returns the answer in words. Pass the arguments of [CheckKey].
func (u KeyUse) Explain(k Key, on calendar.Date) partnerrules.Explanation {
	k = Key{copied(k.Installations), copied(k.Activations), copied(k.Seats)}
	e := explainer("key.check", map[string]any{"key": k, "on": on}, u, nil, u.Coverage)
	e.Title = "Multiple activation key"
	u.explain(e,
		"The key still works.",
		"The key has stopped working.",
		"It is unknown whether the key still works: no limit is known.")
	return e.Explanation
}

// copied returns a copy of a limit, or nil.
func copied(l *Limit) *Limit {
	if l == nil {
		return nil
	}
	limit := *l
	return &limit
}

// Explain returns the extension in words. Pass the arguments of [CheckExtension].
func (x Extension) Explain(keySeats, activeSeats int, on calendar.Date) partnerrules.Explanation {
	given := map[string]any{"keySeats": keySeats, "activeSeats": activeSeats, "on": on}
	e := explainer("key.check-extension", given, x, nil, x.Coverage)
	e.Title = "Extension of a subscription"
	x.explain(e,
		"The key adds "+x.Months.words()+" to the subscription.",
		"The key cannot extend the subscription.",
		"It is unknown whether the key can extend the subscription.")
	return e.Explanation
}

// Explain returns the merge in words. Pass the arguments of [PreviewMerge]. The subject
// of a day is the membership or pack, such as "actionPack", or the account that keeps
// it, such as "actionPack.joining".
func (m Merge) Explain(inviting, joining Account, on calendar.Date) partnerrules.Explanation {
	given := map[string]any{"inviting": inviting, "joining": joining, "on": on}
	e := explainer("accounts.preview-merge", given, m, m.Policy, m.Coverage)
	e.Title, e.Verdict = "Merge of two accounts", explain.Label(m.Choice)
	e.AddNotes(m.Notes())
	m.Membership.addDays(e, "membership")
	m.ActionPack.addDays(e, "actionPack")
	m.Launch.addDays(e, "launch")
	m.SuccessCore.addDays(e, "successCore")
	m.SuccessExpanded.addDays(e, "successExpanded")
	return e.Explanation
}

func (m *MergedMembership) addDays(e *explain.Explainer, subject string) {
	e.AddDay("anniversary", "BEN-42", "Merged anniversary date", subject, m.Anniversary)
	m.Inviting.addDays(e, subject+".inviting")
	m.Joining.addDays(e, subject+".joining")
}

func (r *RetainedBenefits) addDays(e *explain.Explainer, subject string) {
	e.AddDay("last-access", "BEN-40", "Last day of access to the benefits of the account", subject, r.LastAccess)
	e.AddDays("gap", "BEN-40", "Days without benefits through the merged anniversary date", subject, r.Gap)
}
