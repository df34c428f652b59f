package agreement

import (
	"iter"
	"time"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/internal/check"
)

// A DirectAnswer is the result of [CheckDirectAcceptance].
type DirectAnswer struct {
	Verdict DirectVerdict `json:"verdict"`
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

// CheckDirectAcceptance returns whether a customer can accept in the Microsoft 365
// admin center (AGR-31). It may fail for an existing customer that has bought something
// through an existing relationship with a partner. The purchases that matter are offers,
// software, reserved instances and an Azure plan. The result does not depend on a policy.
//
// CheckDirectAcceptance returns a [*partnerrules.InputError] if a fact is invalid.
func CheckDirectAcceptance(f Facts) (DirectAnswer, error) {
	if err := f.validate(); err != nil {
		return DirectAnswer{}, err
	}
	return DirectAnswer{Verdict: f.direct()}, nil
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
// returns the empty string. [MakePlan] returns the route.
func (d DirectAnswer) Remedy() string {
	if d.Verdict == MayBeUnavailable {
		return "Attest for the customer, by a route that is open to you."
	}
	return ""
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
	if i.Route < InviteNewCustomer || i.Route > InviteExistingCustomer {
		return check.Invalid("invitation.route", i.Route)
	}
	return check.Tris(
		check.Tri{Name: "invitation.credentials", Value: i.Credentials},
		check.Tri{Name: "invitation.choice", Value: i.Choice},
	)
}

// CheckInvitation checks an invitation, and returns all faults (AGR-30). The partner
// may edit its text, but it must have the right address. It must also include the
// credentials, except for an existing customer. For a new customer, the partner must
// have made the choice of Invitation.Choice. The result does not depend on a policy,
// so the report's Policy is zero.
//
// CheckInvitation returns a [*partnerrules.InputError] if:
//
//   - a fact is invalid;
//   - the route of the invitation is not InviteNewCustomer, InviteByRelationship or
//     InviteExistingCustomer;
//   - another field of the invitation is invalid.
func CheckInvitation(i Invitation, f Facts) (Report, error) {
	if err := f.validate(); err != nil {
		return Report{}, err
	}
	if err := i.validate(); err != nil {
		return Report{}, err
	}
	var r Report
	if f.Cloud.isSovereign() {
		r.Verdict = ReportNotApplicable
		return r, nil
	}
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
	r.conclude()
	return r, nil
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

// noticeTime is the time within which Microsoft sends the email after an attestation
// (AGR-20).
const noticeTime = 30 * time.Minute

// An EventKind is the kind of an [Event]. The zero EventKind is unknown.
type EventKind uint8

// The kinds of events.
const (
	EventUnknown          EventKind = iota // "unknown"
	EventAttested                          // the partner attested: "attested"
	EventInvited                           // the customer was invited to accept directly: "invited"
	EventAcceptedDirectly                  // the customer accepted directly: "accepted-directly"

	lastEventKind = EventAcceptedDirectly
)

// An Event is an attestation, an invitation or a direct acceptance, with its time.
type Event struct {
	Kind EventKind `json:"kind"`

	// At is the time of the event. For an attestation it is the time at which the
	// partner attests. It is not the date of acceptance.
	At Timestamp `json:"at,omitzero"`

	// Invited reports whether the customer had been invited to accept directly. It
	// is used only if Policy.InvitedNotNotified is set.
	Invited Tri `json:"invited,omitzero"`
}

// A Notice is the email with which Microsoft confirms an attestation to the
// customer's primary contact (AGR-20).
type Notice struct {
	// Sent reports whether Microsoft sends the email.
	Sent Tri `json:"sent"`

	// By is the latest instant at which the email is sent. It is zero if the email
	// is not sent, or if the instant of the attestation is unknown.
	By Timestamp `json:"by,omitzero"`

	// NotApplicable is true if the customer is in a sovereign cloud (AGR-46).
	NotApplicable bool `json:"notApplicable,omitzero"`

	// Policy is the policy under which the notice was computed.
	Policy Policy `json:"policy"`
}

// NoticeFor returns the notice of an event under the policy in force. See
// [Policy.NoticeFor].
func NoticeFor(e Event, f Facts) (Notice, error) { return inForce().NoticeFor(e, f) }

// NoticeFor returns whether Microsoft notifies the customer of an event, and by when.
// A customer, new or existing, is notified of an attestation. It is not notified of an
// invitation or a direct acceptance (AGR-20, AGR-21, AGR-22).
//
// NoticeFor returns a [*partnerrules.InputError] if the policy, a fact or a field of
// the event is invalid.
func (p Policy) NoticeFor(e Event, f Facts) (Notice, error) {
	switch {
	case e.Kind > lastEventKind:
		return Notice{}, check.Invalid("event.kind", e.Kind)
	case !e.Invited.IsValid():
		return Notice{}, check.Invalid("event.invited", e.Invited)
	}
	if err := p.check(&f); err != nil {
		return Notice{}, err
	}
	n := Notice{Policy: p}
	if f.Cloud.isSovereign() {
		n.NotApplicable = true
		return n, nil
	}
	n.Sent = p.notifies(&e)
	if at, ok := e.At.Instant(); ok && e.At.IsSet() && n.Sent == Yes {
		n.By = NewTimestamp(at.Add(noticeTime))
	}
	return n, nil
}

func (p *Policy) notifies(e *Event) Tri {
	attested := Unknown
	if e.Kind != EventUnknown {
		attested = partnerrules.TriFromBool(e.Kind == EventAttested)
	}
	started := Yes
	switch {
	case p.NotifiedFrom.IsZero():
	case !e.At.IsSet():
		started = Unknown
	default:
		started = partnerrules.TriFromBool(!e.At.before(p.NotifiedFrom))
	}
	uninvited := Yes
	if p.InvitedNotNotified {
		uninvited = e.Invited.Not()
	}
	return attested.And(started).And(uninvited)
}

// To returns the receiver of the email, "the customer's primary contact". It returns
// the empty string unless the email is sent.
func (n Notice) To() string {
	if n.Sent == Yes {
		return "the customer's primary contact"
	}
	return ""
}

// Notes returns notes on the notice. If the email is sent, a note says that the
// customer may have questions (AGR-24).
func (n Notice) Notes() iter.Seq[partnerrules.Note] {
	return func(yield func(partnerrules.Note) bool) {
		if n.Sent == Yes {
			yield(answerQuestions())
		}
	}
}

func answerQuestions() partnerrules.Note {
	return partnerrules.Note{
		Code: "answer-questions", Rule: "AGR-24", See: helpPage,
		Message: "The email refers the customer's questions to its partner of record: be ready to answer questions about the notice and the agreement.",
	}
}
