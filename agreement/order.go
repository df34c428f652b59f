package agreement

import (
	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/internal/check"
)

// An OrderDecision is the decision on an order (AGR-40 to AGR-45).
type OrderDecision struct {
	Purchase Purchase     `json:"purchase"` // the kind of the order
	Verdict  OrderVerdict `json:"verdict"`

	// Reason is the reason why the order is blocked or waits. Otherwise it is zero.
	Reason Reason `json:"reason,omitzero"`

	// Accepted reports whether the customer has an acceptance that counts for
	// purchases, by either route. Partner reports it for the attestations, and
	// Direct for direct acceptance.
	Accepted Tri `json:"accepted"`
	Partner  Tri `json:"partner"`
	Direct   Tri `json:"direct"`

	// Missing holds the unknown facts that the verdict depends on, if it is
	// undetermined. Each fact alone changes the verdict for some values of the
	// others.
	Missing partnerrules.Set[Fact] `json:"missing,omitzero"`

	// Policy is the policy under which the decision was made.
	Policy Policy `json:"policy"`
}

// An OrderVerdict says whether an order may proceed. The zero OrderVerdict is
// OrderUndetermined.
type OrderVerdict uint8

// The verdicts on an order.
const (
	OrderUndetermined  OrderVerdict = iota // the verdict depends on missing facts: "undetermined"
	OrderNotApplicable                     // the customer is in a sovereign cloud (AGR-46): "not-applicable"
	Allowed                                // the order may proceed: "allowed"
	AttestFirst                            // the order waits for an acceptance (AGR-42): "attest-first"
	Blocked                                // the customer cannot buy (AGR-40): "blocked"
)

// CheckOrder decides whether an order may proceed, under the policy in force. See
// [Policy.CheckOrder].
func CheckOrder(what Purchase, f Facts) (OrderDecision, error) { return inForce().CheckOrder(what, f) }

// CheckOrder decides whether an order may proceed. Without an acceptance, a new
// customer is blocked, and the order of an existing customer waits for an
// attestation. An automatic renewal is not a purchase and may always proceed. The
// day judged is the day of Facts.Now, under every policy. CheckOrder does not
// allocate.
//
// CheckOrder returns a [*partnerrules.InputError] if the policy, a fact or what is
// invalid.
func (p Policy) CheckOrder(what Purchase, f Facts) (OrderDecision, error) {
	if what > lastPurchase {
		return OrderDecision{}, check.Invalid("purchase", what)
	}
	if err := p.check(&f); err != nil {
		return OrderDecision{}, err
	}
	o := OrderDecision{Purchase: what, Policy: p}
	if f.Cloud.isSovereign() {
		o.Verdict = OrderNotApplicable
		return o, nil
	}
	o.Partner, o.Direct = p.counts(&f)
	o.Accepted = o.Partner.Or(o.Direct)
	needed := p.isPurchase(what)
	switch {
	case needed == No || o.Accepted == Yes:
		o.Verdict = Allowed
	case needed == Unknown || o.Accepted == Unknown || f.Customer == CustomerKindUnknown:
		o.Missing = p.missing(&f, o.Accepted)
		check.Include(&o.Missing, FactPurchase, needed == Unknown)
		check.Include(&o.Missing, FactCustomer, f.Customer == CustomerKindUnknown)
	case f.Customer == NewCustomer:
		o.Verdict, o.Reason = Blocked, NewCustomerNotAccepted
	default:
		o.Verdict, o.Reason = AttestFirst, p.waitReason(&f)
	}
	return o, nil
}

// waitReason returns the reason why the order of an existing customer waits. Its
// remedy is how the order can proceed.
func (p *Policy) waitReason(f *Facts) Reason {
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

// counts reports, for each route, whether there is an acceptance that counts for
// purchases.
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

// cutsDirect reports whether the cut-off applies to a direct acceptance. It does not
// apply to an undated one (AGR-45).
func (p *Policy) cutsDirect(c Consent) bool { return c.On.IsSet() && !p.CutOffSparesDirect }

// ParseDirectStatus parses the status on a customer's account page in Partner Center.
// This is the status of the direct route: Yes for "Provided", No for "Not provided",
// and Unknown for any other text (AGR-17).
func ParseDirectStatus(text string) Tri {
	switch text {
	case "Provided":
		return Yes
	case "Not provided":
		return No
	}
	return Unknown
}

// A Confirmation is the result of [CheckAcceptance]: whether a customer has accepted,
// and by which route (AGR-13).
type Confirmation struct {
	// Accepted is Yes if Partner or Direct is Yes, No if both are No, and Unknown
	// otherwise.
	Accepted Tri `json:"accepted"`

	Partner Tri `json:"partner"` // by an attestation that counts for this partner
	Direct  Tri `json:"direct"`  // by the customer itself

	// NotApplicable is true if the customer is in a sovereign cloud (AGR-46). The
	// other fields are then Unknown.
	NotApplicable bool `json:"notApplicable,omitzero"`
}

// CheckAcceptance returns whether a customer has accepted, and by which route, for the
// partner of the facts (AGR-13, AGR-43, AGR-44). It does not depend on a policy. Use
// [Policy.CheckOrder] to check whether the acceptance counts for a purchase.
//
// CheckAcceptance returns a [*partnerrules.InputError] if a fact is invalid.
func CheckAcceptance(f Facts) (Confirmation, error) {
	if err := f.validate(); err != nil {
		return Confirmation{}, err
	}
	var c Confirmation
	if f.Cloud.isSovereign() {
		c.NotApplicable = true
		return c, nil
	}
	c.Partner, c.Direct = f.Acceptance.attested(f.Partner), f.Acceptance.Direct.Given
	c.Accepted = c.Partner.Or(c.Direct)
	return c, nil
}

// A Fact names a fact that an answer can depend on.
type Fact uint8

// The facts, in the order of OrderDecision.Missing and Plan.Missing.
const (
	FactPartner          Fact = iota // Facts.Partner: "partner"
	FactRole                         // Facts.Role: "role"
	FactCustomer                     // Facts.Customer: "customer"
	FactPurchase                     // the kind of the order: "purchase"
	FactAttested                     // Facts.Acceptance.Partner.Given: "attested"
	FactAttestedOn                   // Facts.Acceptance.Partner.On: "attested-on"
	FactProviderAttested             // Facts.Acceptance.Provider.Given: "provider-attested"
	FactProviderOn                   // Facts.Acceptance.Provider.On: "provider-attested-on"
	FactDirect                       // Facts.Acceptance.Direct.Given: "direct"
	FactNow                          // Facts.Now: "now"
)

// A part is a condition that the acceptance depends on and that may be unknown.
// Bit p of an assignment is 1 if part p is true.
type part uint8

const (
	isReseller part = iota
	partnerGiven
	partnerTooOld
	providerGiven
	providerTooOld
	directGiven
	isEnhanced

	parts = 7
)

// fact returns the fact that determines the part.
func (p part) fact() Fact {
	return [parts]Fact{FactPartner, FactAttested, FactAttestedOn, FactProviderAttested, FactProviderOn, FactDirect, FactNow}[p]
}

// missing returns the unknown facts that decide whether there is an acceptance that
// counts for purchases. Each fact decides alone for some values of the others. The
// result is exact, because missing tries all values of the others, at most 64. It is
// empty if accepted is known.
func (p *Policy) missing(f *Facts, accepted Tri) partnerrules.Set[Fact] {
	var set partnerrules.Set[Fact]
	if accepted != Unknown {
		return set
	}
	a := &f.Acceptance
	known := [parts]Tri{
		f.Partner.isReseller(), a.Partner.Given, p.isTooOld(a.Partner.On), a.Provider.Given, p.isTooOld(a.Provider.On),
		a.Direct.Given, p.isEnhanced(f.Now),
	}
	directTooOld := p.cutsDirect(a.Direct) && p.isTooOld(a.Direct.On) == Yes
	var fixed, open uint32
	for i, t := range known {
		switch t {
		case Yes:
			fixed |= 1 << i
		case Unknown:
			open |= 1 << i
		}
	}
	for i := range part(parts) {
		bit := uint32(1) << i
		if open&bit == 0 {
			continue
		}
		others := open &^ bit
		for ways := others; ; ways = (ways - 1) & others {
			if without := fixed | ways; accepts(without, directTooOld) != accepts(without|bit, directTooOld) {
				check.Include(&set, i.fact(), true)
			}
			if ways == 0 {
				break
			}
		}
	}
	return set
}

// accepts reports whether there is an acceptance that counts, if all parts are known.
func accepts(parts uint32, directTooOld bool) bool {
	has := func(p part) bool { return parts>>p&1 == 1 }
	given, tooOld := partnerGiven, partnerTooOld
	if has(isReseller) {
		given, tooOld = providerGiven, providerTooOld
	}
	return has(given) && !(has(isEnhanced) && has(tooOld)) ||
		has(directGiven) && !(has(isEnhanced) && directTooOld)
}
