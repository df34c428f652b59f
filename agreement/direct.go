package agreement

// A DirectAnswer says whether a customer can accept directly (AGR-31).
type DirectAnswer struct {
	// Verdict is NoKnownObstacle, MayBeUnavailable, Undetermined or
	// NotApplicable.
	Verdict Verdict `json:"verdict"`

	// Policy is the policy under which the answer was given.
	Policy Policy `json:"policy"`
}

// MayAcceptDirectly says whether a customer can accept directly, under
// [Baseline]: see [Policy.MayAcceptDirectly].
func MayAcceptDirectly(f Facts) (DirectAnswer, error) { return Baseline().MayAcceptDirectly(f) }

// MayAcceptDirectly says whether something is known that may keep a customer
// from accepting in the Microsoft 365 admin center: an existing customer that
// has bought offers, software, reserved instances or an Azure plan through an
// existing relationship with a partner. The answer is the same under every
// policy, but one that is not valid is refused: errors are those of
// [Policy.Validate] and [Facts.Validate].
func (p Policy) MayAcceptDirectly(f Facts) (DirectAnswer, error) {
	if err := p.check(&f); err != nil {
		return DirectAnswer{}, err
	}
	return DirectAnswer{Verdict: f.direct(), Policy: p}, nil
}

func (f *Facts) direct() Verdict {
	if f.Cloud.isSovereign() {
		return NotApplicable
	}
	switch f.Customer.is(ExistingCustomer).And(f.Bought.any()) {
	case Yes:
		return MayBeUnavailable
	case No:
		return NoKnownObstacle
	}
	return Undetermined
}

// Advice returns what there is to know beside the answer (AGR-32), or no advice.
func (d DirectAnswer) Advice() Advice {
	if d.Verdict == MayBeUnavailable {
		return CustomerIsReferred
	}
	return noAdvice
}

// Remedy returns what to do where direct acceptance may be unavailable, and is
// empty elsewhere. [Plan] tells by which route.
func (d DirectAnswer) Remedy() string {
	if d.Verdict == MayBeUnavailable {
		return "Attest on behalf of the customer, by a route that is open to the partner."
	}
	return ""
}
