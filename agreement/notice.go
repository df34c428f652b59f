package agreement

import (
	"time"

	"github.com/partnerrules/partnerrules/internal/enum"
)

// noticeTime is how soon after the attesting the e-mail is sent (AGR-20).
const noticeTime = 30 * time.Minute

// An EventKind is what happened to a customer's acceptance. The zero value is
// unknown.
type EventKind uint8

// The kinds of events.
const (
	EventUnknown EventKind = iota
	EventAttested
	EventInvited          // to accept directly
	EventAcceptedDirectly // by the customer

	lastEventKind = EventAcceptedDirectly
)

// String returns the code of e: "attested", say.
func (e EventKind) String() string {
	switch e {
	case EventUnknown:
		return "unknown"
	case EventAttested:
		return "attested"
	case EventInvited:
		return "invited"
	case EventAcceptedDirectly:
		return "accepted-directly"
	}
	return enum.Outside("event", e)
}

// AppendText implements [encoding.TextAppender].
func (e EventKind) AppendText(b []byte) ([]byte, error) {
	return enum.Append(b, "event", e, EventUnknown, EventAcceptedDirectly)
}

// MarshalText implements [encoding.TextMarshaler].
func (e EventKind) MarshalText() ([]byte, error) { return e.AppendText(nil) }

// UnmarshalText implements [encoding.TextUnmarshaler].
func (e *EventKind) UnmarshalText(text []byte) error {
	return enum.Unmarshal(e, "event", EventUnknown, EventAcceptedDirectly, text)
}

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

// Notify says who is told of an event, under [Baseline]: see [Policy.Notify].
func Notify(e Event, f Facts) (Notice, error) { return Baseline().Notify(e, f) }

// Notify says whether the customer is told of an event, and by when: of an
// attestation, for a new customer and an existing one alike; not of an
// invitation or a direct acceptance (AGR-20, AGR-21, AGR-22). A kind that is no
// constant gives a [*calendar.InputError]; other errors are those of
// [Policy.Validate] and [Facts.Validate].
func (p Policy) Notify(e Event, f Facts) (Notice, error) {
	switch {
	case e.Kind > lastEventKind:
		return Notice{}, invalid("event.kind", e.Kind)
	case !e.Invited.isValid():
		return Notice{}, invalid("event.invited", e.Invited)
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
		n.By = At(at.Add(noticeTime))
	}
	return n, nil
}

func (p *Policy) notifies(e *Event) Tri {
	attested := Unknown
	if e.Kind != EventUnknown {
		attested = TriOf(e.Kind == EventAttested)
	}
	practised := Yes
	switch {
	case p.NotifiedFrom.IsZero():
	case !e.At.IsSet():
		practised = Unknown
	default:
		practised = TriOf(!e.At.before(p.NotifiedFrom))
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

// Advice returns what there is to know beside the answer (AGR-24), or no advice.
func (n Notice) Advice() Advice {
	if n.Sent == Yes {
		return AnswerQuestions
	}
	return noAdvice
}
