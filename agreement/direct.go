package agreement

import (
	"iter"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/internal/check"
)

// A DirectAnswer is the result of [CheckDirectAcceptance].
type DirectAnswer struct {
	Verdict DirectVerdict `json:"verdict"`

	// Attest is the plan to attest instead, if direct acceptance may be unavailable.
	// Otherwise it is zero.
	Attest Plan `json:"attest,omitzero"`

	// Policy is the policy under which the answer was given. Coverage is the coverage
	// of the UTC day of Facts.Now.
	Policy   Policy            `json:"policy"`
	Coverage calendar.Coverage `json:"coverage"`
}

// A DirectVerdict says whether a customer can accept directly (AGR-31). No rule makes
// direct acceptance unavailable for certain. The zero DirectVerdict is
// DirectUndetermined.
type DirectVerdict uint8

// The verdicts on direct acceptance.
const (
	DirectUndetermined  DirectVerdict = iota // the verdict depends on missing facts: "undetermined"
	DirectNotApplicable                      // the customer is in a sovereign cloud (AGR-46): "not-applicable"
	NoKnownObstacle                          // no fact prevents it: "no-known-obstacle"
	MayBeUnavailable                         // direct acceptance may fail (AGR-31): "may-be-unavailable"
)

// CheckDirectAcceptance returns whether a customer can accept directly, under the policy
// in force. See [Policy.CheckDirectAcceptance].
func CheckDirectAcceptance(f Facts) (DirectAnswer, error) {
	return inForce().CheckDirectAcceptance(f)
}

// CheckDirectAcceptance returns whether a customer can accept in the Microsoft 365
// admin center (AGR-31). It may fail for an existing customer that has bought something
// through an existing relationship with a partner. The purchases that matter are offers,
// software, reserved instances and an Azure plan. The policy affects only the plan to
// attest instead.
//
// CheckDirectAcceptance returns a [*partnerrules.InputError] if the policy or a fact is
// invalid.
func (p Policy) CheckDirectAcceptance(f Facts) (DirectAnswer, error) {
	if err := p.check(&f); err != nil {
		return DirectAnswer{}, err
	}
	d := DirectAnswer{Verdict: f.direct(), Policy: p, Coverage: coverage(f.Now)}
	if d.Verdict == MayBeUnavailable {
		d.Attest = p.plan(ByAttestation, &Attestation{}, &Submission{}, &f)
	}
	return d, nil
}

func (f *Facts) direct() DirectVerdict {
	if f.Cloud.isSovereign() {
		return DirectNotApplicable
	}
	switch f.Customer.is(ExistingCustomer).And(f.Bought.any()) {
	case Yes:
		return MayBeUnavailable
	case No:
		return NoKnownObstacle
	}
	return DirectUndetermined
}

// Notes returns notes on the answer. If direct acceptance may be unavailable, a note
// says that the customer may see a message to contact its partner (AGR-32).
func (d DirectAnswer) Notes() iter.Seq[partnerrules.Note] {
	return func(yield func(partnerrules.Note) bool) {
		if d.Verdict == MayBeUnavailable {
			yield(customerIsReferred())
		}
	}
}

func customerIsReferred() partnerrules.Note {
	return partnerrules.Note{
		Code: "customer-is-referred", Rule: "AGR-32", See: helpPage,
		Message: "On a new purchase, except an automatic renewal, the customer may see a message to contact you to confirm the acceptance.",
	}
}

// Remedy returns what to do if direct acceptance may be unavailable. Otherwise it
// returns the empty string. The field Attest has the steps.
func (d DirectAnswer) Remedy() string {
	switch {
	case d.Verdict != MayBeUnavailable:
		return ""
	case d.Attest.Route == RouteUndetermined:
		return "Attest for the customer. If you are an indirect reseller, ask your indirect provider to attest. If the portal is closed to attestations, use the enhanced attestation API."
	}
	return d.Attest.Route.Message()
}

// AcceptanceAddress is the common address at which customers accept directly. A
// customer that is invited by a relationship request has a generated address instead
// (AGR-30).
const AcceptanceAddress = "https://admin.microsoft.com/AdminPortal/Home?ref=/BillingAccounts/agreement"

// An Invitation is a partner's request to a customer to accept directly (AGR-30).
type Invitation struct {
	// Route is InviteNewCustomer, InviteByRelationship or
	// InviteExistingCustomer.
	Route Route `json:"route"`

	// Address is the address in the invitation. It is empty if the invitation has
	// no address.
	Address string `json:"address,omitzero"`

	// Generated is the address that Partner Center generated with a relationship
	// request. It is empty if it is unknown.
	Generated string `json:"generated,omitzero"`

	// Credentials reports whether the invitation includes the customer's
	// credentials. It is ignored for an existing customer, which already has them.
	Credentials Tri `json:"credentials,omitzero"`

	// Choice reports whether the partner chose, when it created the customer, that
	// the customer will be asked to accept. It is used only for a new customer.
	Choice Tri `json:"choice,omitzero"`
}

func (i *Invitation) validate() error {
	if !i.Route.invites() {
		return check.Invalid("invitation.route", i.Route)
	}
	return check.Tris(
		check.Tri{Name: "invitation.credentials", Value: i.Credentials},
		check.Tri{Name: "invitation.choice", Value: i.Choice},
	)
}

// An InvitationReport is the result of [CheckInvitation].
type InvitationReport struct {
	Report

	// Role is the role of the user who invites, as in Facts.Role.
	Role Role `json:"role,omitzero"`
}

// Notes returns notes on the invitation. Unless the user who invites is known to be an
// Admin agent or a Sales agent, a note says that inviting may require such a role
// (AGR-50).
func (r InvitationReport) Notes() iter.Seq[partnerrules.Note] {
	return func(yield func(partnerrules.Note) bool) {
		if r.Verdict != ReportNotApplicable && r.Role.MayAttest() != Yes {
			yield(inviteAsAgent())
		}
	}
}

func inviteAsAgent() partnerrules.Note {
	return partnerrules.Note{
		Code: "invite-as-agent", Rule: "AGR-50", See: helpPage,
		Message: "The help page names the roles Admin agent and Sales agent: if you cannot invite the customer, ask a user with one of them.",
	}
}

// CheckInvitation checks an invitation under the policy in force. See
// [Policy.CheckInvitation].
func CheckInvitation(i Invitation, f Facts) (InvitationReport, error) {
	return inForce().CheckInvitation(i, f)
}

// CheckInvitation checks an invitation, and returns all faults (AGR-30). The partner
// may edit its text, but it must have the right address. It must also include the
// credentials, except for an existing customer. For a new customer, the partner must
// have made the choice of Invitation.Choice. The findings are the same under every
// policy.
//
// CheckInvitation returns a [*partnerrules.InputError] if:
//
//   - the policy or a fact is invalid;
//   - the route of the invitation is not InviteNewCustomer, InviteByRelationship or
//     InviteExistingCustomer;
//   - another field of the invitation is invalid.
func (p Policy) CheckInvitation(i Invitation, f Facts) (InvitationReport, error) {
	if err := p.check(&f); err != nil {
		return InvitationReport{}, err
	}
	if err := i.validate(); err != nil {
		return InvitationReport{}, err
	}
	r := InvitationReport{Report{Policy: p, Coverage: coverage(f.Now)}, f.Role}
	if f.Cloud.isSovereign() {
		r.Verdict = ReportNotApplicable
		return r, nil
	}
	r.checkInvitation(&i, &f)
	r.conclude()
	return r, nil
}

func (r *Report) checkInvitation(i *Invitation, f *Facts) {
	if i.Route == InviteNewCustomer {
		r.require(i.Choice, ChoiceNotMade)
	}
	if i.Address == "" {
		check.Include(&r.Found, AddressMissing, true)
	} else {
		r.require(i.isRightAddress(), AddressReplaced)
	}
	if i.Route != InviteExistingCustomer {
		r.require(i.Credentials, CredentialsMissing)
	}
	check.Include(&r.Found, RelationshipOfExisting, i.Route == InviteByRelationship && f.Customer == ExistingCustomer)
}

// isRightAddress reports whether the address is the one for the route. The common
// address is wrong for a relationship request.
func (i *Invitation) isRightAddress() Tri {
	switch {
	case i.Route != InviteByRelationship:
		return partnerrules.TriFromBool(i.Address == AcceptanceAddress)
	case i.Address == AcceptanceAddress:
		return No
	case i.Generated == "":
		return Unknown
	}
	return partnerrules.TriFromBool(i.Address == i.Generated)
}
