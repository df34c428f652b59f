package eligibility

import (
	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/internal/check"
)

// Evaluate returns the decision on an offer on a day, under the policy in force. See
// [Policy.Evaluate].
func Evaluate(o Offer, f Facts, on calendar.Date) (d Decision, err error) {
	err = d.evaluate(nil, o, &f, on)
	return d, err
}

// EvaluateAll evaluates every offer under the policy in force. See
// [Policy.EvaluateAll].
func EvaluateAll(f Facts, on calendar.Date) ([]Decision, error) {
	return inForce().EvaluateAll(f, on)
}

// Evaluate returns the decision on an offer on a day: whether its button is
// enabled, with the whole checklist. It takes constant time and does not allocate.
// The requirements follow the rules ELG-01 to ELG-09, ELG-13 and ELG-24.
//
// Evaluate returns an [*partnerrules.InputError] if:
//   - o or on is zero;
//   - o, a fact or the policy is invalid.
func (p Policy) Evaluate(o Offer, f Facts, on calendar.Date) (d Decision, err error) {
	err = d.evaluate(&p, o, &f, on)
	return d, err
}

// evaluate fills in a zero decision, or returns an error. A nil p is the policy in
// force. The functions above are small so that the compiler inlines them, and their
// callers copy less.
//
// The facts are checked last. The processor writes the decision to its cache
// meanwhile, so that the caller can copy it without waiting.
func (d *Decision) evaluate(p *Policy, o Offer, f *Facts, on calendar.Date) error {
	if p != nil {
		if err := p.Validate(); err != nil {
			return err
		}
	}
	if err := checkAsked(o, on); err != nil {
		return err
	}
	if p != nil {
		d.Policy = *p
	} else {
		d.Policy = inForce()
	}
	d.decide(o, f, on)
	if err := f.validate(); err != nil {
		*d = Decision{}
		return err
	}
	return nil
}

// EvaluateAll evaluates every offer (ELG-19). It returns one decision for each
// Offer, in the order of the constants, and allocates once. It returns the same
// errors as [Policy.Evaluate].
func (p Policy) EvaluateAll(f Facts, on calendar.Date) ([]Decision, error) {
	if err := p.Validate(); err != nil {
		return nil, err
	}
	if err := checkAsked(lastOffer, on); err != nil {
		return nil, err
	}
	if err := f.validate(); err != nil {
		return nil, err
	}
	all := make([]Decision, lastOffer)
	for i := range all {
		all[i].Policy = p
		all[i].decide(SolutionsPartnerDataAI+Offer(i), &f, on)
	}
	return all, nil
}

// checkAsked returns an error if the offer or the day is zero or invalid.
func checkAsked(o Offer, on calendar.Date) error {
	if o == noOffer || o > lastOffer || on.IsZero() {
		return faultAsked(o)
	}
	return nil
}

// faultAsked returns the error of checkAsked. The day is zero unless o is the fault.
func faultAsked(o Offer) error {
	switch {
	case o == noOffer:
		return check.Input("offer", "missing")
	case o > lastOffer:
		return check.Invalid("offer", o)
	}
	return check.NoDate("on")
}

// decide fills in a decision that has only its policy set. The offer, the day and the
// policy must be valid. If a fact is invalid, the decision is meaningless.
//
// The checklists are formulas in Kleene's logic over the facts. A formula is
// unknown only if its result depends on unknown facts, because no requirement
// uses a fact both positively and negatively. The verdict is the conjunction of
// the requirements, because requirements that share a fact can be met together.
// The tests check both properties for all completions of all facts.
func (d *Decision) decide(o Offer, f *Facts, on calendar.Date) {
	d.Offer, d.On, d.RoleMayBuy, d.Coverage = o, on, f.Role.MayBuy(), known.Coverage(on)
	if o > LegacySilver && on.Before(o.ListedFrom()) {
		d.Coverage = calendar.CoverageBefore
	}
	if o == LearningActionPack {
		d.Verdict = NoPublishedChecklist
		return
	}
	held, active, ad := f.holdsOffer(o)
	m := d.Policy.position(active, ad, on)
	d.setButton(min(held, m.open))
	d.Active = m.active
	met := min(
		d.Rows.Account.require(f.Account.isAuthorized()), // ELG-01
		d.Rows.Window.require(-m.runs()),                 // ELG-02, ELG-09
		d.Rows.Billing.require(f.Billing.isCurrent()),    // ELG-05
	)
	switch {
	case o <= SolutionsPartnerSecurity:
		met = min(met, d.requireDesignation(held, f, m))
	case o <= LegacySilver:
		met = min(met, d.requireLegacy(f))
	case o == MicrosoftActionPack:
		met = min(met, d.requireActionPack(f, m))
	}
	switch met {
	case Yes:
		d.Verdict = Enabled
	case No:
		d.Verdict = Disabled
		d.setReasons(f, m, ad)
	default:
		d.Missing = d.missing(f)
	}
}

// requireDesignation fills in what only the checklist of a designation has. It returns
// whether the requirement is met.
func (d *Decision) requireDesignation(held Tri, f *Facts, m windowPosition) Tri {
	area := d.Offer.Area()
	if held == Yes {
		d.setLost(area, f, m)
	}
	qualified := f.Qualified.Get(area)
	d.Benefits = d.Policy.choice(qualified, f.Status2022, d.On) // ELG-07
	return d.Rows.Qualification.require(qualified)              // ELG-03
}

// setLost fills in what a held area that is not qualified means for the membership
// (ELG-03).
func (d *Decision) setLost(area Area, f *Facts, m windowPosition) {
	qualified := f.Qualified.Get(area)
	if through := f.heldAreas(Yes); qualified == No && !m.lapsed() && through != knownSet {
		d.RenewThrough = through
	}
	switch {
	case m.open != Yes:
	case qualified == Yes:
		d.Lost = f.heldAreas(No)
	case d.RenewThrough.IsKnown():
		d.Lost = knownSet | 1<<area
	}
}

// requireLegacy fills in the requirements that only legacy offers have, and returns
// whether they are met.
func (d *Decision) requireLegacy(f *Facts) Tri {
	status := f.Status2022.gold()
	if d.Offer == LegacySilver {
		status = f.Status2022.silver()
	}
	designated := max(f.Qualified.any(), f.holds(HoldsDesignation), f.HeldEarlier)
	return min(
		d.Rows.Qualification.require(-designated), // ELG-03
		d.Rows.Status2022.require(status),         // ELG-04
		d.Rows.Sold.require(d.Policy.sold(d.On)),  // ELG-13
	)
}

// requireActionPack fills in the requirements that only the Microsoft Action Pack has,
// and returns whether they are met.
func (d *Decision) requireActionPack(f *Facts, own windowPosition) Tri {
	learning := d.Policy.position(f.Learning.Active, f.Learning.Anniversary, d.On)
	return min(
		d.Rows.ActionPack.require(-max(own.runs(), learning.runs())), // ELG-08
		d.Rows.Sold.require(d.Policy.sold(d.On)),                     // ELG-13
	)
}

// setReasons fills in why requirements are not met, and from when on they no longer
// are. own and ad are about the membership or pack that the offer renews or replaces.
func (d *Decision) setReasons(f *Facts, own windowPosition, ad calendar.Date) {
	account, qualification := AccountNotVetted, RequirementsNotMet
	if f.Account == Challenged {
		account = AccountChallenged
	}
	if d.Offer.Family() == FamilyLegacy {
		qualification = RequirementsMet
	}
	rows := &d.Rows
	rows.Account.explain(account)
	rows.Window.explain(WindowNotOpen)
	rows.Qualification.explain(qualification)
	rows.Status2022.explain(NoLegacyStatus)
	rows.Billing.explain(ProfileNotLinked)
	rows.ActionPack.explain(ActionPackActive)
	rows.Sold.explain(OfferRetired)

	rows.Window.From = own.opening(&d.Policy, ad)
	if rows.ActionPack.State == NotMet {
		learning := d.Policy.position(f.Learning.Active, f.Learning.Anniversary, d.On)
		rows.ActionPack.From = later(rows.Window.From, learning.opening(&d.Policy, f.Learning.Anniversary))
	}
}

// later returns the later of two dates. Unlike [calendar.Max] it ignores a zero
// Date.
func later(d, e calendar.Date) calendar.Date {
	if d.IsZero() || e.After(d) {
		return e
	}
	return d
}

// require fills in the state of a requirement, and returns met.
func (r *Requirement) require(met Tri) Tri {
	r.State = RequirementUnknown + RequirementState(met)
	return met
}

// explain fills in the reason of a requirement that is not met.
func (r *Requirement) explain(reason Reason) {
	if r.State == NotMet {
		r.Reason = reason
	}
}

// setButton fills in the label. It is Renew if the offer renews what the company
// holds.
func (d *Decision) setButton(renews Tri) {
	switch renews {
	case Yes:
		d.Button = Renew
	case No:
		d.Button = Buy
	}
}

// heldAreas returns the set of held areas whose qualification is known to be the
// given one. The held areas must be known.
func (f *Facts) heldAreas(qualified Tri) AreaSet {
	set := knownSet
	for a := DataAI; a <= lastArea; a++ {
		if f.Held.Has(a) == Yes && f.Qualified.Get(a) == qualified {
			set |= 1 << a
		}
	}
	return set
}

// sold returns whether Action Packs and legacy offers are still sold on a day.
func (p *Policy) sold(on calendar.Date) Tri {
	return partnerrules.TriFromBool(p.RetiredFrom.IsZero() || on.Before(p.RetiredFrom))
}

// A windowPosition is the position of a day relative to the renewal window of a
// membership or pack (ELG-09). It has few enough fields for the compiler to keep
// in registers.
type windowPosition struct {
	// active is whether the membership is active on the day. It is No after the
	// renewal window, also if the facts have it as active.
	active Tri

	// before and open are Yes if the day is before or in the renewal window. Both are
	// No after it, and Unknown without an anniversary date.
	before, open Tri
}

// position returns the position of a day relative to the renewal window of a
// membership with anniversary date ad.
func (p *Policy) position(active Tri, ad, on calendar.Date) windowPosition {
	days, ok := on.DaysSince(ad)
	if !ok {
		return windowPosition{active: active}
	}
	s := windowPosition{active, No, No}
	switch {
	case days < int(p.Dates.WindowOpens):
		s.before = Yes
	case days <= int(p.Dates.WindowCloses):
		s.open = Yes
	default:
		s.active = No
	}
	return s
}

// lapsed reports whether the day is after the renewal window.
func (s windowPosition) lapsed() bool { return s.before == No && s.open == No }

// runs returns whether the membership is active and its window is not open yet.
func (s windowPosition) runs() Tri { return min(s.active, s.before) }

// opening returns the first day of the window after the anniversary date ad if the
// membership runs, and otherwise the zero Date.
func (s windowPosition) opening(p *Policy, ad calendar.Date) calendar.Date {
	if s.runs() != Yes {
		return calendar.Date{}
	}
	return ad.AddDays(int(p.Dates.WindowOpens))
}

// An Opening is a run of days on which a button is enabled (ELG-16).
type Opening struct {
	Offer Offer `json:"offer"`

	// Verdict is Enabled if there is such a run, and Disabled if the button stays
	// disabled. It is Undetermined if missing facts can change the first day, the
	// label or the last day. It is NoPublishedChecklist for the Learning Action Pack.
	Verdict Verdict `json:"verdict"`

	// Missing holds the unknown facts on which the first day or the label depends. It
	// is empty unless the verdict is Undetermined. FactMembership stands for the held
	// areas too. Later days can depend on more facts.
	Missing partnerrules.Set[Fact] `json:"missing,omitzero"`

	// Button is the label of the button. Days runs from the first day until the
	// label or the verdict changes, and has an open end if no known change ends
	// it. Both are zero unless the verdict is Enabled.
	Button Button          `json:"button,omitzero"`
	Days   calendar.Period `json:"days,omitzero"`

	// Coverage is the coverage of the day that was asked about, and Policy is the
	// policy of the answer. The rules may not be known for later days.
	Coverage calendar.Coverage `json:"coverage"`
	Policy   Policy            `json:"policy"`
}

// NextOpening returns the first run of days, on or after from, on which the offer's
// button is enabled, under the policy in force. See [Policy.NextOpening].
func NextOpening(o Offer, f Facts, from calendar.Date) (Opening, error) {
	return inForce().NextOpening(o, f, from)
}

// NextOpening returns the first run of days, on or after from, on which the
// offer's button is enabled (ELG-16). It assumes that the facts do not change. It
// evaluates from and the days of a possible change, which are at most thirteen,
// and does not allocate. It returns the same errors as [Policy.Evaluate].
func (p Policy) NextOpening(o Offer, f Facts, from calendar.Date) (Opening, error) {
	first, err := p.Evaluate(o, f, from)
	if err != nil {
		return Opening{}, err
	}
	answer := Opening{Offer: o, Coverage: first.Coverage, Policy: p}
	for first.Verdict == Disabled {
		next := p.nextChange(&f, first.On)
		if next.IsZero() {
			answer.Verdict = Disabled
			return answer, nil
		}
		first = Decision{Policy: p}
		first.decide(o, &f, next)
	}
	if first.Verdict == NoPublishedChecklist {
		answer.Verdict = NoPublishedChecklist
	} else if days, ok := p.run(first, &f); ok {
		answer.Verdict, answer.Button, answer.Days = Enabled, first.Button, days
	} else {
		answer.Missing = first.missingForRun()
	}
	return answer, nil
}

// missingForRun returns the missing facts on which the first day of a run or its label
// depends. The label depends on what the company holds.
func (d *Decision) missingForRun() partnerrules.Set[Fact] {
	switch {
	case d.Verdict == Undetermined:
		return d.Missing
	case d.Offer.Family() == FamilyPack:
		return partnerrules.SetOf(FactPack)
	}
	return partnerrules.SetOf(FactMembership)
}

// run returns the days from first on with the same label and verdict. The result
// ok is false if first is not enabled, or if missing facts can change its label.
//
// Otherwise missing facts cannot change the end of the run. They could do so only
// through an unknown anniversary date, or before a window. Both make the button
// undetermined from the first day.
func (p *Policy) run(first Decision, f *Facts) (days calendar.Period, ok bool) {
	if first.Verdict != Enabled || first.Button == ButtonUnknown {
		return calendar.Period{}, false
	}
	for on := first.On; ; {
		next := p.nextChange(f, on)
		if next.IsZero() {
			return calendar.OpenPeriod(first.On), true
		}
		d := Decision{Policy: *p}
		d.decide(first.Offer, f, next)
		if d.Verdict != Enabled || d.Button != first.Button {
			days, err := calendar.NewPeriod(first.On, next.AddDays(-1))
			return days, err == nil
		}
		on = next
	}
}

// nextChange returns the first day after a day on which a decision can differ from
// the decision on the previous day. On such a day a window opens or has passed, or
// offers retire. It returns the zero Date if there is no such day.
func (p *Policy) nextChange(f *Facts, after calendar.Date) calendar.Date {
	var next calendar.Date
	consider := func(d calendar.Date) {
		if d.After(after) && (next.IsZero() || d.Before(next)) {
			next = d
		}
	}
	consider(p.RetiredFrom)
	for _, ad := range [...]calendar.Date{
		f.Anniversary, f.ActionPack.Anniversary, f.Launch.Anniversary,
		f.SuccessCore.Anniversary, f.SuccessExpanded.Anniversary, f.Learning.Anniversary,
	} {
		consider(ad.AddDays(int(p.Dates.WindowOpens)))
		consider(ad.AddDays(int(p.Dates.WindowCloses) + 1))
	}
	return next
}
