package agreement

// An Order says whether an order may go on (AGR-40 to AGR-45).
type Order struct {
	Purchase Purchase `json:"purchase"`

	// Verdict is Allowed, AttestFirst, Blocked, Undetermined or NotApplicable.
	Verdict Verdict `json:"verdict"`

	// Reason is why the order may not go on, if it is blocked or waits.
	Reason Reason `json:"reason,omitzero"`

	// Accepted says whether there is an acceptance that counts for purchases,
	// by an attestation, Partner, or directly, Direct.
	Accepted Tri `json:"accepted"`
	Partner  Tri `json:"partner"`
	Direct   Tri `json:"direct"`

	// Missing names, if the verdict is Undetermined, each unknown fact that for
	// some way to fill in the others decides alone.
	Missing FactSet `json:"missing,omitzero"`

	// Policy is the policy under which the answer was given.
	Policy Policy `json:"policy"`
}

// MayOrder says whether an order may go on, under [Baseline]: see
// [Policy.MayOrder].
func MayOrder(what Purchase, f Facts) (Order, error) { return Baseline().MayOrder(what, f) }

// MayOrder says whether an order may go on. Without acceptance a new customer
// is blocked, and the order of an existing one waits for an attestation. An
// automatic renewal is no purchase and may always go on. It does not allocate.
//
// A purchase that is no constant gives a [*calendar.InputError]; other errors
// are those of [Policy.Validate] and [Facts.Validate].
func (p Policy) MayOrder(what Purchase, f Facts) (Order, error) {
	if what > lastPurchase {
		return Order{}, invalid("purchase", what)
	}
	if err := p.check(&f); err != nil {
		return Order{}, err
	}
	o := Order{Purchase: what, Policy: p}
	if f.Cloud.isSovereign() {
		o.Verdict = NotApplicable
		return o, nil
	}
	o.Partner, o.Direct = p.counts(&f)
	o.Accepted = o.Partner.Or(o.Direct)
	asked := p.isPurchase(what)
	switch {
	case asked == No || o.Accepted == Yes:
		o.Verdict = Allowed
	case asked == Unknown || o.Accepted == Unknown || f.Customer == CustomerKindUnknown:
		o.Missing = p.missing(&f, o.Accepted)
		o.Missing.include(FactPurchase, asked == Unknown)
		o.Missing.include(FactCustomer, f.Customer == CustomerKindUnknown)
	case f.Customer == NewCustomer:
		o.Verdict, o.Reason = Blocked, NewCustomerNotAccepted
	default:
		o.Verdict, o.Reason = AttestFirst, p.wayOn(&f)
	}
	return o, nil
}

// wayOn is why the order of an existing customer waits, which tells how it goes
// on.
func (p *Policy) wayOn(f *Facts) Reason {
	switch p.isEnhanced(f.Now) {
	case Yes:
		return OldRoutesClosed
	case Unknown:
		return NotAccepted
	}
	switch f.Partner {
	case IndirectReseller:
		return ProviderMustAttest
	case PartnerTypeUnknown:
		return NotAccepted
	}
	return NotAttested
}

// counts says by which routes there is an acceptance that counts for purchases.
func (p *Policy) counts(f *Facts) (partner, direct Tri) {
	a, enhanced := f.Acceptance, p.isEnhanced(f.Now)
	direct = a.Direct.Given
	if p.cutsDirect(a.Direct) {
		direct = direct.And(enhanced.And(p.isTooOld(a.Direct.On)).Not())
	}
	a.Partner.Given = a.Partner.Given.And(enhanced.And(p.isTooOld(a.Partner.On)).Not())
	a.Provider.Given = a.Provider.Given.And(enhanced.And(p.isTooOld(a.Provider.On)).Not())
	return a.attested(f.Partner), direct
}

// cutsDirect reports whether the cut-off holds for a direct acceptance: only
// for one whose date is given (AGR-45).
func (p *Policy) cutsDirect(c Consent) bool { return c.On.IsSet() && !p.CutOffSparesDirect }
