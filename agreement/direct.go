package agreement

import (
	"iter"
	"time"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/internal/check"
)

// A DirectAnswer says whether a customer can accept directly (AGR-31).
type DirectAnswer struct {
	Verdict DirectVerdict `json:"verdict"`
}

// A DirectVerdict says whether a customer can accept directly. No rule says that
// direct acceptance is unavailable for certain. The zero DirectVerdict is
// DirectUndetermined.
type DirectVerdict uint8

// The verdicts on direct acceptance.
const (
	DirectUndetermined  DirectVerdict = iota // missing facts can turn out either way: "undetermined"
	DirectNotApplicable                      // the customer is in a sovereign cloud (AGR-46): "not-applicable"
	NoKnownObstacle                          // nothing is known that prevents it: "no-known-obstacle"
	MayBeUnavailable                         // direct acceptance may fail (AGR-31): "may-be-unavailable"
)

// CheckDirectAcceptance returns whether something known may keep a customer from
// accepting in the Microsoft 365 admin center: an existing customer has bought
// offers, software, reserved instances or an Azure plan through an existing
// relationship with a partner. It does not depend on a policy. It returns the
// error of [Facts.Validate].
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

// Notes returns what to know besides the answer: if direct acceptance may be
// unavailable, that the customer is referred to its partner (AGR-32).
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
		Message: "On a new purchase, automatic renewal apart, the customer may be told to contact its partner to confirm the acceptance.",
	}
}

// Remedy returns what to do if direct acceptance may be unavailable, and is
// otherwise empty. [MakePlan] returns the route.
func (d DirectAnswer) Remedy() string {
	if d.Verdict == MayBeUnavailable {
		return "Attest on behalf of the customer, by a route that is open to the partner."
	}
	return ""
}

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
	Credentials Tri `json:"credentials,omitzero"`

	// Choice: while the customer was created, the choice was made that it will
	// be asked to accept. It is asked for a new customer only.
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

// CheckInvitation returns what an invitation lacks (AGR-30). Its text is free, but
// it must have the right address and the customer's sign-in. The result does not
// depend on a policy, so the report's Policy is zero. CheckInvitation returns a
// [*partnerrules.InputError] if a fact or a field of the invitation is invalid, or
// if its route does not invite.
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

// isRightAddress says whether the address is the one for the route. For a
// relationship request that of the other routes never is.
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

// noticeTime is how soon after the attesting the e-mail is sent (AGR-20).
const noticeTime = 30 * time.Minute

// An EventKind is what happened to a customer's acceptance. The zero value is
// unknown.
type EventKind uint8

// The kinds of events.
const (
	EventUnknown          EventKind = iota // "unknown"
	EventAttested                          // "attested"
	EventInvited                           // to accept directly: "invited"
	EventAcceptedDirectly                  // by the customer: "accepted-directly"

	lastEventKind = EventAcceptedDirectly
)

// An Event is what happened, and when: of an attestation the attesting, not the
// date of acceptance that it states.
type Event struct {
	Kind EventKind `json:"kind"`
	At   Timestamp `json:"at,omitzero"`

	// Invited: the customer had been invited to accept directly. It is asked for
	// only where the policy says that invited customers are not notified.
	Invited Tri `json:"invited,omitzero"`
}

// A Notice says whether Microsoft e-mails the customer's primary contact, as a
// confirmation of the attestation, and by when (AGR-20).
type Notice struct {
	Sent Tri `json:"sent"`

	// By is the last instant at which it is sent, if it is. It is not known
	// where that of the attesting is not.
	By Timestamp `json:"by,omitzero"`

	// NotApplicable: the customer is in a sovereign cloud (AGR-46).
	NotApplicable bool `json:"notApplicable,omitzero"`

	// Policy is the policy under which the answer was given.
	Policy Policy `json:"policy"`
}

// NoticeFor returns the notice of an event under [Baseline]: see [Policy.NoticeFor].
func NoticeFor(e Event, f Facts) (Notice, error) { return Baseline().NoticeFor(e, f) }

// NoticeFor returns whether Microsoft notifies the customer of an event, and by when.
// The customer is notified of an attestation, be it new or existing, and not of an
// invitation or a direct acceptance (AGR-20, AGR-21, AGR-22). Notify returns a
// [*partnerrules.InputError] if the policy, a fact or a field of the event is
// invalid.
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
	practised := Yes
	switch {
	case p.NotifiedFrom.IsZero():
	case !e.At.IsSet():
		practised = Unknown
	default:
		practised = partnerrules.TriFromBool(!e.At.before(p.NotifiedFrom))
	}
	uninvited := Yes
	if p.InvitedNotNotified {
		uninvited = e.Invited.Not()
	}
	return attested.And(practised).And(uninvited)
}

// To returns who gets the e-mail, or nobody if none is sent.
func (n Notice) To() string {
	if n.Sent == Yes {
		return "the customer's primary contact"
	}
	return ""
}

// Notes returns what to know besides the answer: if an e-mail is sent, that the
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
		Message: "The e-mail sends the customer to its partner of record with questions: be ready to answer on the notice and on the agreement.",
	}
}
