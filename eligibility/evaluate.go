package eligibility

import "github.com/partnerrules/partnerrules/calendar"

// Evaluate says whether the button of an offer is enabled on a day, under
// [Baseline]: see [Policy.Evaluate].
func Evaluate(o Offer, f Facts, on calendar.Date) (d Decision, err error) {
	if err := check(o, &f, on); err != nil {
		return d, err
	}
	d.Policy = Baseline()
	d.decide(o, &f, on)
	return d, nil
}

// EvaluateAll says it for every offer, under [Baseline]: see
// [Policy.EvaluateAll].
func EvaluateAll(f Facts, on calendar.Date) ([13]Decision, error) {
	return Baseline().EvaluateAll(f, on)
}

// Evaluate says whether the button of an offer is enabled on a day, with the
// whole checklist. It takes constant time and does not allocate.
//
// A policy that is not valid, a fact that is no value of its type, no offer and
// no date give a [*calendar.InputError].
func (p Policy) Evaluate(o Offer, f Facts, on calendar.Date) (d Decision, err error) {
	if err := p.Validate(); err != nil {
		return d, err
	}
	if err := check(o, &f, on); err != nil {
		return d, err
	}
	d.Policy = p
	d.decide(o, &f, on)
	return d, nil
}

// EvaluateAll returns what [Policy.Evaluate] answers for each of the [Offers],
// in their order (ELG-19).
func (p Policy) EvaluateAll(f Facts, on calendar.Date) (all [13]Decision, err error) {
	if err := p.Validate(); err != nil {
		return all, err
	}
	if err := check(lastOffer, &f, on); err != nil {
		return all, err
	}
	for i := range all {
		all[i].Policy = p
		all[i].decide(noOffer+1+Offer(i), &f, on)
	}
	return all, nil
}

// check refuses what cannot be judged.
func check(o Offer, f *Facts, on calendar.Date) error {
	switch {
	case o == noOffer || o > lastOffer:
		return &calendar.InputError{Name: "offer", Reason: "no offer"}
	case on.IsZero():
		return &calendar.InputError{Name: "on", Reason: "no date"}
	}
	return f.validate()
}

// decide fills in a decision, of which only the policy is set, from input that
// has been checked.
func (d *Decision) decide(o Offer, f *Facts, on calendar.Date) {
	d.Offer, d.On, d.RoleMayBuy = o, on, f.Role.MayBuy()
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

// The checklists are formulas of Kleene's logic over the facts. No requirement
// uses a fact in opposite senses, so what a formula leaves unknown is unknown
// indeed; and where requirements share a fact, they can be met together, so the
// verdict is the conjunction of the rows. The tests prove both by going through
// all completions of all facts.

func (d *Decision) decideDesignation(area Area, f *Facts, on calendar.Date) {
	m := d.Policy.membership(f, on)
	renews := f.Membership.is(HoldsDesignation).and(m.open()).and(f.Held.Has(area))
	qualified := f.Qualified.Of(area)
	if qualified != Yes && renews != No {
		qualified = qualified.or(renews.and(f.otherQualified(area)))
	}
	d.setButton(renews)
	verdict := d.setVerdict(min(
		d.requireCommon(f, m),
		d.Rows.Qualification.require(qualified, RequirementsNotMet),
	))
	if verdict == Undetermined {
		d.Missing = f.missingDesignation(area, m)
	}
	if renews == Yes && qualified == Yes {
		d.Lost = f.lost()
	}
	d.Benefits = d.Policy.choice(qualified, f.Status2022, on)
}

func (d *Decision) decideLegacy(o Offer, f *Facts, on calendar.Date) {
	m := d.Policy.membership(f, on)
	holding, status := HoldsGold, f.Status2022.gold()
	if o == LegacySilver {
		holding, status = HoldsSilver, f.Status2022.silver()
	}
	designated := f.Membership.is(HoldsDesignation).and(m.lapsed.not())

	d.setButton(f.Membership.is(holding).and(m.open()))
	verdict := d.setVerdict(min(
		d.requireCommon(f, m),
		d.Rows.Qualification.require(f.Qualified.any().or(designated).not(), RequirementsMet),
		d.Rows.Status2022.require(status, NoLegacyStatus),
		d.Rows.Sold.require(d.Policy.sold(on), OfferRetired),
	))
	if verdict == Undetermined {
		d.Missing = f.missingLegacy(m)
	}
}

func (d *Decision) decidePack(o Offer, f *Facts, on calendar.Date) {
	p := &d.Policy
	pack := f.pack(o)
	own := p.standing(pack.Active, pack.Anniversary, on)
	d.setButton(own.active.and(own.open()))
	met := d.requireCommon(f, own)
	if o != MicrosoftActionPack {
		if d.setVerdict(met) == Undetermined {
			d.Missing = f.missingCommon() | missingPack(pack, own, FactPack, FactPackAnniversary)
		}
		return
	}
	learning := p.standing(f.Learning.Active, f.Learning.Anniversary, on)
	verdict := d.setVerdict(min(
		met,
		d.Rows.ActionPack.require(own.runs().or(learning.runs()).not(), ActionPackActive),
		d.Rows.Sold.require(p.sold(on), OfferRetired),
	))
	d.Rows.ActionPack.From = later(own.opening(p), learning.opening(p))
	if verdict == Undetermined {
		d.Missing = f.missingCommon() |
			missingPack(pack, own, FactPack, FactPackAnniversary) |
			missingPack(f.Learning, learning, FactLearning, FactLearningAnniversary)
	}
}

// requireCommon fills in the rows that all checklists have, and says whether
// they are met.
func (d *Decision) requireCommon(f *Facts, m standing) Tri {
	d.Rows.Window.From = m.opening(&d.Policy)
	return min(
		d.Rows.Account.require(f.Account.isAuthorized(), AccountNotVetted),
		d.Rows.Window.require(m.runs().not(), WindowNotOpen),
		d.Rows.Billing.require(f.Billing.isLinked(), ProfileNotLinked),
	)
}

// later returns the later of two dates, of which either may be no date.
func later(d, e calendar.Date) calendar.Date {
	if d.IsZero() || e.After(d) {
		return e
	}
	return d
}

// require fills in whether a requirement is met, and passes it on.
func (r *Row) require(met Tri, reason Reason) Tri {
	r.State = StateUnknown + State(met)
	if met == No {
		r.Reason = reason
	}
	return met
}

// setButton fills in the label, which is Renew if the offer renews what the
// company holds.
func (d *Decision) setButton(renews Tri) {
	switch renews {
	case Yes:
		d.Button = Renew
	case No:
		d.Button = Buy
	}
}

// setVerdict fills in the verdict of the whole checklist, and passes it on.
func (d *Decision) setVerdict(met Tri) Verdict {
	switch met {
	case Yes:
		d.Verdict = Enabled
	case No:
		d.Verdict = Disabled
	}
	return d.Verdict
}

// otherQualified says whether an area other than the given one is both held and
// qualified.
func (f *Facts) otherQualified(than Area) Tri {
	other := No
	for a := DataAI; a <= lastArea; a++ {
		if a != than {
			other = other.or(f.Held.Has(a).and(f.Qualified.Of(a)))
		}
	}
	return other
}

// lost is the set of held areas that are known not to be qualified.
func (f *Facts) lost() AreaSet {
	lost := AreasOf()
	for a := range f.Held.All() {
		if f.Qualified.Of(a) == No {
			lost |= AreasOf(a)
		}
	}
	return lost
}

// sold says whether retired offers are still sold on a day.
func (p *Policy) sold(on calendar.Date) Tri {
	return TriOf(p.RetiredFrom.IsZero() || on.Before(p.RetiredFrom))
}
