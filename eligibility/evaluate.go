package eligibility

import (
	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/internal/check"
)

// Evaluate returns the decision on an offer on a day, under the policy in force. See
// [Policy.Evaluate].
func Evaluate(o Offer, f Facts, on calendar.Date) (d Decision, err error) {
	if err := checkInput(o, &f, on); err != nil {
		return d, err
	}
	d.Policy = inForce()
	d.decide(o, &f, on)
	return d, nil
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
	if err := p.Validate(); err != nil {
		return d, err
	}
	if err := checkInput(o, &f, on); err != nil {
		return d, err
	}
	d.Policy = p
	d.decide(o, &f, on)
	return d, nil
}

// EvaluateAll evaluates every offer (ELG-19). It returns one decision for each
// Offer, in the order of the constants, and allocates once. It returns the same
// errors as [Policy.Evaluate].
func (p Policy) EvaluateAll(f Facts, on calendar.Date) ([]Decision, error) {
	if err := p.Validate(); err != nil {
		return nil, err
	}
	if err := checkInput(lastOffer, &f, on); err != nil {
		return nil, err
	}
	all := make([]Decision, lastOffer)
	for i := range all {
		all[i].Policy = p
		all[i].decide(SolutionsPartnerDataAI+Offer(i), &f, on)
	}
	return all, nil
}

// checkInput returns an error for the first invalid argument of Evaluate. It does
// not check the policy.
func checkInput(o Offer, f *Facts, on calendar.Date) error {
	if err := checkAsked(o, on); err != nil {
		return err
	}
	return f.validate()
}

// checkAsked returns an error if the offer or the day is zero or invalid.
func checkAsked(o Offer, on calendar.Date) error {
	switch {
	case o == noOffer:
		return check.Input("offer", "missing")
	case o > lastOffer:
		return check.Invalid("offer", o)
	case on.IsZero():
		return check.NoDate("on")
	}
	return nil
}

// decide fills in a decision that has only its policy set. The input must be
// valid.
func (d *Decision) decide(o Offer, f *Facts, on calendar.Date) {
	d.Offer, d.On, d.RoleMayBuy, d.Coverage = o, on, f.Role.MayBuy(), coverage(o, on)
	switch o.Family() {
	case FamilySolutionsPartner:
		d.decideDesignation(o.Area(), f, on)
	case FamilyLegacy:
		d.decideLegacy(o, f, on)
	case FamilyPack:
		d.decidePack(o, f, on)
	default:
		d.Verdict = NoPublishedChecklist
	}
}

// The checklists are formulas in Kleene's logic over the facts. A formula is
// unknown only if its result depends on unknown facts, because no requirement
// uses a fact both positively and negatively. The verdict is the conjunction of
// the requirements, because requirements that share a fact can be met together.
// The tests check both properties for all completions of all facts.

func (d *Decision) decideDesignation(area Area, f *Facts, on calendar.Date) {
	m := d.Policy.membership(f, on)
	held := min(f.holds(HoldsDesignation), f.Held.Has(area))
	renews := min(held, m.open())
	qualified := f.Qualified.Get(area)
	d.setButton(renews)
	verdict := d.setVerdict(min(
		d.requireCommon(f, m),
		d.Rows.Qualification.require(qualified, RequirementsNotMet), // ELG-03
	))
	if verdict == Undetermined {
		d.Missing = f.missingDesignation(area, m)
	}
	if held == Yes {
		d.setLost(area, f, m)
	}
	d.Benefits = d.Policy.choice(qualified, f.Status2022, on) // ELG-07
}

// setLost fills in what a held area that is not qualified means for the membership
// (ELG-03).
func (d *Decision) setLost(area Area, f *Facts, m windowPosition) {
	qualified := f.Qualified.Get(area)
	if through := f.heldAreas(Yes); qualified == No && m.lapsed != Yes && through != knownSet {
		d.RenewThrough = through
	}
	switch {
	case m.open() != Yes:
	case qualified == Yes:
		d.Lost = f.heldAreas(No)
	case d.RenewThrough.IsKnown():
		d.Lost = knownSet | 1<<area
	}
}

func (d *Decision) decideLegacy(o Offer, f *Facts, on calendar.Date) {
	m := d.Policy.membership(f, on)
	holding, status := HoldsGold, f.Status2022.gold()
	if o == LegacySilver {
		holding, status = HoldsSilver, f.Status2022.silver()
	}
	designated := max(f.holds(HoldsDesignation), f.HeldEarlier)

	d.setButton(min(f.holds(holding), m.open()))
	verdict := d.setVerdict(min(
		d.requireCommon(f, m),
		d.Rows.Qualification.require(-max(f.Qualified.any(), designated), RequirementsMet), // ELG-03
		d.Rows.Status2022.require(status, NoLegacyStatus),                                  // ELG-04
		d.Rows.Sold.require(d.Policy.sold(on), OfferRetired),                               // ELG-13
	))
	if verdict == Undetermined {
		d.Missing = f.missingLegacy(m)
	}
}

func (d *Decision) decidePack(o Offer, f *Facts, on calendar.Date) {
	p := &d.Policy
	pack := f.pack(o)
	own := p.position(pack.Active, pack.Anniversary, on)
	d.setButton(min(own.active, own.open()))
	met := d.requireCommon(f, own)
	if o != MicrosoftActionPack {
		if d.setVerdict(met) == Undetermined {
			d.Missing = f.missingCommon() | missingPack(pack, own, FactPack, FactPackAnniversary)
		}
		return
	}
	learning := p.position(f.Learning.Active, f.Learning.Anniversary, on)
	verdict := d.setVerdict(min(
		met,
		d.Rows.ActionPack.require(-max(own.runs(), learning.runs()), ActionPackActive), // ELG-08
		d.Rows.Sold.require(p.sold(on), OfferRetired),                                  // ELG-13
	))
	d.Rows.ActionPack.From = later(own.opening(p), learning.opening(p))
	if verdict == Undetermined {
		d.Missing = f.missingCommon() |
			missingPack(pack, own, FactPack, FactPackAnniversary) |
			missingPack(f.Learning, learning, FactLearning, FactLearningAnniversary)
	}
}

// requireCommon fills in the requirements that all checklists have, and returns
// whether they are met.
func (d *Decision) requireCommon(f *Facts, m windowPosition) Tri {
	d.Active = m.activeOn()
	d.Rows.Window.From = m.opening(&d.Policy)
	account := AccountNotVetted
	if f.Account == Challenged {
		account = AccountChallenged
	}
	return min(
		d.Rows.Account.require(f.Account.isAuthorized(), account),       // ELG-01
		d.Rows.Window.require(-m.runs(), WindowNotOpen),                 // ELG-02, ELG-09
		d.Rows.Billing.require(f.Billing.isCurrent(), ProfileNotLinked), // ELG-05
	)
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
func (r *Requirement) require(met Tri, reason Reason) Tri {
	r.State = RequirementUnknown + RequirementState(met)
	if met == No {
		r.Reason = reason
	}
	return met
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

// setVerdict fills in the verdict of the whole checklist, and returns it.
func (d *Decision) setVerdict(met Tri) Verdict {
	switch met {
	case Yes:
		d.Verdict = Enabled
	case No:
		d.Verdict = Disabled
	}
	return d.Verdict
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
	active Tri // as in the facts, before a lapse is considered

	// before and lapsed are Yes if the day is before or after the renewal window.
	// At most one of them is Yes. Either both are Unknown or both are known.
	before, lapsed Tri

	anniversary calendar.Date
}

// position returns the position of a day relative to the renewal window of a
// membership with anniversary date ad.
func (p *Policy) position(active Tri, ad, on calendar.Date) windowPosition {
	s := windowPosition{active: active, anniversary: ad}
	if days, ok := on.DaysSince(ad); ok {
		s.before = partnerrules.TriFromBool(days < int(p.Dates.WindowOpens))
		s.lapsed = partnerrules.TriFromBool(days > int(p.Dates.WindowCloses))
	}
	return s
}

// membership returns the position of a day relative to the renewal window of the
// designation or legacy membership.
func (p *Policy) membership(f *Facts, on calendar.Date) windowPosition {
	return p.position(-f.holds(HoldsNothing), f.Anniversary, on)
}

// open returns whether the day is in the window.
func (s windowPosition) open() Tri { return -max(s.before, s.lapsed) }

// activeOn returns whether the membership is active on the day. A membership with an
// unknown anniversary date has not lapsed as far as the facts show.
func (s windowPosition) activeOn() Tri {
	if s.lapsed == Yes {
		return No
	}
	return s.active
}

// runs returns whether the membership is active and its window is not open yet.
func (s windowPosition) runs() Tri { return min(s.active, s.before) }

// opening returns the first day of the window if the membership runs, and
// otherwise the zero Date.
func (s windowPosition) opening(p *Policy) calendar.Date {
	if s.runs() != Yes {
		return calendar.Date{}
	}
	return s.anniversary.AddDays(int(p.Dates.WindowOpens))
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
