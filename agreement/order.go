package agreement

import (
	"strings"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/internal/check"
)

// An OrderDecision is the decision on an order (AGR-40 to AGR-47).
type OrderDecision struct {
	Kind    OrderKind    `json:"kind"`
	Verdict OrderVerdict `json:"verdict"`

	// Reasons holds the reasons why the order is blocked or waits, in the order of
	// their rules. It is empty for any other verdict, with one exception: it holds
	// ReviewMayStop for a change of term during a review.
	Reasons partnerrules.Set[Reason] `json:"reasons,omitzero"`

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

	// Plan is the plan for obtaining the acceptance that the order lacks. It is zero
	// if the order lacks none.
	Plan Plan `json:"plan,omitzero"`

	// Policy is the policy under which the decision was made. Coverage is the coverage
	// of the UTC day of Facts.Now.
	Policy   Policy            `json:"policy"`
	Coverage calendar.Coverage `json:"coverage"`
}

// An OrderVerdict says whether an order may proceed. The zero OrderVerdict is
// OrderUndetermined.
type OrderVerdict uint8

// The verdicts on an order.
const (
	OrderUndetermined  OrderVerdict = iota // the verdict depends on missing facts, or the rules do not say (AGR-47): "undetermined"
	OrderNotApplicable                     // the customer is in a sovereign cloud (AGR-46): "not-applicable"
	Allowed                                // the order may proceed: "allowed"
	AttestFirst                            // the order waits for an acceptance (AGR-42): "attest-first"
	Blocked                                // the customer cannot buy (AGR-40, AGR-47): "blocked"
)

// CheckOrder decides whether an order may proceed, under the policy in force. See
// [Policy.CheckOrder].
func CheckOrder(kind OrderKind, f Facts) (OrderDecision, error) {
	return inForce().CheckOrder(kind, f)
}

// CheckOrder decides whether an order may proceed, and plans the acceptance that it
// lacks. A kind of order that is no purchase needs no acceptance (AGR-41). For a
// purchase without an acceptance, a new customer is blocked, and the order of an
// existing customer waits. A review of the customer account blocks some kinds of
// orders (AGR-47). If it is unknown whether there is a review, an order that would
// otherwise be allowed is undetermined, and any other verdict stays. The day judged is
// the UTC day of Facts.Now. CheckOrder does not allocate.
//
// CheckOrder returns a [*partnerrules.InputError] if the policy, a fact or kind is
// invalid.
func (p Policy) CheckOrder(kind OrderKind, f Facts) (OrderDecision, error) {
	if kind > lastOrderKind {
		return OrderDecision{}, check.Invalid("kind", kind)
	}
	if err := p.check(&f); err != nil {
		return OrderDecision{}, err
	}
	o := OrderDecision{Kind: kind, Policy: p, Coverage: coverage(f.Now)}
	if f.Cloud.isSovereign() {
		o.Verdict = OrderNotApplicable
		return o, nil
	}
	o.Partner, o.Direct = p.counts(&f)
	o.Accepted = o.Partner.Or(o.Direct)
	reviewed := p.isUnderReview(&f)
	o.Verdict = p.verdict(kind, f.Customer, o.Accepted, reviewed)
	if p.AcceptanceFor.Has(kind) && o.Accepted == No && f.Customer != CustomerKindUnknown {
		check.Include(&o.Reasons, p.lack(&f), true)
		o.Plan = p.plan(ByOrder, &Attestation{}, &Submission{}, &f)
	}
	if reviewed == Yes {
		stopped := kind.isStoppedByReview()
		check.Include(&o.Reasons, UnderReview, stopped == Yes)
		check.Include(&o.Reasons, ReviewMayStop, stopped == Unknown)
	}
	if o.Verdict == OrderUndetermined {
		o.Missing = p.missing(kind, &f)
	}
	return o, nil
}

// verdict returns the verdict on an order. It is the harder of the verdicts on the
// acceptance and on the review. For an unknown kind it is the verdict that all kinds
// share: an automatic renewal is always allowed, and if a new purchase is, every other
// kind is.
func (p *Policy) verdict(kind OrderKind, customer CustomerKind, accepted, reviewed Tri) OrderVerdict {
	if kind == OrderKindUnknown {
		if p.verdict(NewPurchase, customer, accepted, reviewed) == Allowed {
			return Allowed
		}
		return OrderUndetermined
	}
	v := Allowed
	switch {
	case !p.AcceptanceFor.Has(kind) || accepted == Yes:
	case accepted == Unknown || customer == CustomerKindUnknown:
		v = OrderUndetermined
	case customer == NewCustomer:
		v = Blocked
	default:
		v = AttestFirst
	}
	switch stopped := kind.isStoppedByReview().And(reviewed); {
	case stopped == Yes:
		return Blocked
	case stopped == Unknown && v == Allowed:
		return OrderUndetermined
	}
	return v
}

// lack returns the reason for which an order without an acceptance does not proceed.
// Its remedy is how to obtain the acceptance.
func (p *Policy) lack(f *Facts) Reason {
	pick := func(newCustomer, existing Reason) Reason {
		if f.Customer == NewCustomer {
			return newCustomer
		}
		return existing
	}
	switch closed := p.isPortalClosed(f.Now); {
	case f.Partner == IndirectReseller:
		return pick(NewCustomerProviderMustAttest, ProviderMustAttest)
	case closed == Yes:
		return pick(NewCustomerOldRoutesClosed, OldRoutesClosed)
	case closed == Unknown || f.Partner == PartnerTypeUnknown:
		return pick(NewCustomerNotAccepted, NotAccepted)
	}
	return pick(NewCustomerNotAttested, NotAttested)
}

// counts reports, for each route, whether there is an acceptance that counts for
// purchases.
func (p *Policy) counts(f *Facts) (partner, direct Tri) {
	a, cut := &f.Acceptance, begun(p.CutOffFrom, f.Now)
	inTime := func(c *Consent) Tri { return c.given().And(cut.And(p.isTooOld(c.On)).Not()) }
	direct = a.Direct.given()
	if p.cutsDirect(a.Direct) {
		direct = inTime(&a.Direct)
	}
	return f.Partner.attested(inTime(&a.Partner), inTime(&a.Provider)), direct
}

// cutsDirect reports whether the cut-off applies to a direct acceptance. It does not
// apply to an undated one (AGR-45).
func (p *Policy) cutsDirect(c Consent) bool { return c.On.IsSet() && !p.CutOffSparesDirect }

// ParseDirectStatus parses the status on a customer's account page in Partner Center.
// This is the status of the direct route: Yes for "Provided", No for "Not provided",
// and Unknown for any other text. It ignores case (AGR-17).
func ParseDirectStatus(text string) Tri {
	switch {
	case strings.EqualFold(text, "Provided"):
		return Yes
	case strings.EqualFold(text, "Not provided"):
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

	// NotApplicable is true if the customer is in a sovereign cloud (AGR-46). Accepted,
	// Partner and Direct are then Unknown.
	NotApplicable bool `json:"notApplicable,omitzero"`

	// Policy is the policy under which the answer was given. Coverage is the coverage
	// of the UTC day of Facts.Now.
	Policy   Policy            `json:"policy"`
	Coverage calendar.Coverage `json:"coverage"`
}

// CheckAcceptance returns whether a customer has accepted, under the policy in force.
// See [Policy.CheckAcceptance].
func CheckAcceptance(f Facts) (Confirmation, error) {
	return inForce().CheckAcceptance(f)
}

// CheckAcceptance returns whether a customer has accepted, and by which route, for the
// partner of the facts (AGR-13, AGR-43, AGR-44). The answer is the same under every
// policy. Use [Policy.CheckOrder] to check whether the acceptance counts for a purchase.
//
// CheckAcceptance returns a [*partnerrules.InputError] if the policy or a fact is
// invalid.
func (p Policy) CheckAcceptance(f Facts) (Confirmation, error) {
	if err := p.check(&f); err != nil {
		return Confirmation{}, err
	}
	c := Confirmation{Policy: p, Coverage: coverage(f.Now)}
	if f.Cloud.isSovereign() {
		c.NotApplicable = true
		return c, nil
	}
	a := &f.Acceptance
	c.Partner, c.Direct = f.Partner.attested(a.Partner.given(), a.Provider.given()), a.Direct.given()
	c.Accepted = c.Partner.Or(c.Direct)
	return c, nil
}
