package agreement

// AcceptanceAddress is the address at which customers accept directly, other
// than those invited by a relationship request (AGR-30).
const AcceptanceAddress = "https://admin.microsoft.com/AdminPortal/Home?ref=/BillingAccounts/agreement"

// An Invitation is what a partner sends to a customer for it to accept directly
// (AGR-30).
type Invitation struct {
	// Route is InviteNewCustomer, InviteByRelationship or
	// InviteExistingCustomer.
	Route Route `json:"route"`

	// Address is the one to which the invitation sends the customer; empty,
	// there is none.
	Address string `json:"address,omitzero"`

	// Generated is the address that Partner Center generated with a
	// relationship request; empty, it is not known.
	Generated string `json:"generated,omitzero"`

	// SignIn: the customer's sign-in is in the invitation. It is not asked for
	// an existing customer, which has its own.
	SignIn Tri `json:"signIn,omitzero"`

	// Choice: while the customer was created, the choice was made that it will
	// be asked to accept. It is asked for a new customer only.
	Choice Tri `json:"choice,omitzero"`
}

func (i *Invitation) validate() error {
	switch {
	case i.Route < InviteNewCustomer || i.Route > InviteExistingCustomer:
		return invalid("invitation.route", i.Route)
	case !i.SignIn.isValid():
		return invalid("invitation.signIn", i.SignIn)
	case !i.Choice.isValid():
		return invalid("invitation.choice", i.Choice)
	}
	return nil
}

// CheckInvitation says what an invitation lacks, under [Baseline]: see
// [Policy.CheckInvitation].
func CheckInvitation(i Invitation, f Facts) (Report, error) { return Baseline().CheckInvitation(i, f) }

// CheckInvitation says what an invitation lacks (AGR-30). Its text is free, but
// the address must be the right one, and the sign-in must be there. The answer is
// the same under every policy, but one that is not valid is refused. A route that
// is no invitation, and a sign-in or choice that is no constant, give a
// [*calendar.InputError]; other errors are those of [Policy.Validate] and
// [Facts.Validate].
func (p Policy) CheckInvitation(i Invitation, f Facts) (Report, error) {
	if err := p.check(&f); err != nil {
		return Report{}, err
	}
	if err := i.validate(); err != nil {
		return Report{}, err
	}
	r := Report{Policy: p}
	if f.Cloud.isSovereign() {
		r.Verdict = NotApplicable
		return r, nil
	}
	if i.Route == InviteNewCustomer {
		r.require(i.Choice, ChoiceNotMade)
	}
	if i.Address == "" {
		r.Found.include(AddressMissing, true)
	} else {
		r.require(i.isRightAddress(), AddressReplaced)
	}
	if i.Route != InviteExistingCustomer {
		r.require(i.SignIn, SignInMissing)
	}
	r.conclude()
	return r, nil
}

// isRightAddress says whether the address is the one for the route. For a
// relationship request that of the other routes never is.
func (i *Invitation) isRightAddress() Tri {
	switch {
	case i.Route != InviteByRelationship:
		return TriOf(i.Address == AcceptanceAddress)
	case i.Address == AcceptanceAddress:
		return No
	case i.Generated == "":
		return Unknown
	}
	return TriOf(i.Address == i.Generated)
}
