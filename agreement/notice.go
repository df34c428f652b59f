package agreement

import (
	"iter"
	"time"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/internal/check"
)

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
	// partner attests. It is not the date of acceptance. It must not be after
	// Facts.Now (INP-05).
	At Timestamp `json:"at,omitzero"`

	// Invited reports whether the customer had been invited to accept directly. It
	// is ignored if Policy.NotifiesInvited is set.
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

	// Timing is whether the email is due or late at Facts.Now. It is unknown if the
	// email is not sent.
	Timing NoticeTiming `json:"timing,omitzero"`

	// NotApplicable is true if the customer is in a sovereign cloud (AGR-46).
	NotApplicable bool `json:"notApplicable,omitzero"`

	// Policy is the policy under which the notice was computed. Coverage is the
	// coverage of the UTC day of Event.At.
	Policy   Policy            `json:"policy"`
	Coverage calendar.Coverage `json:"coverage"`
}

// A NoticeTiming is the state of a notice at a given time. The zero NoticeTiming is
// unknown.
type NoticeTiming uint8

// The timings of a notice.
const (
	NoticeTimingUnknown NoticeTiming = iota // "unknown"
	NoticeDue                               // the latest instant is not past: "due"
	NoticeLate                              // the latest instant is past: "late"
)

// NoticeFor returns the notice of an event under the policy in force. See
// [Policy.NoticeFor].
func NoticeFor(e Event, f Facts) (Notice, error) {
	return inForce().NoticeFor(e, f)
}

// NoticeFor returns whether Microsoft notifies the customer of an event, by when, and
// whether the email is late. A customer, new or existing, is notified of an attestation.
// It is not notified of an invitation or a direct acceptance, or of an attestation that
// follows an invitation (AGR-20, AGR-21, AGR-22).
//
// NoticeFor returns a [*partnerrules.InputError] if:
//
//   - the policy, a fact or a field of the event is invalid;
//   - the event is after Facts.Now.
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
	if e.At.IsSet() && f.Now.IsSet() && e.At.after(f.Now) {
		return Notice{}, check.Input("event.at", e.At.String()+" is after now, "+f.Now.String())
	}
	n := Notice{Policy: p, Coverage: coverage(e.At)}
	if f.Cloud.isSovereign() {
		n.NotApplicable = true
		return n, nil
	}
	n.Sent = p.notifies(&e)
	if n.Sent == Yes && e.At.IsSet() {
		if at, ok := e.At.Instant(); ok {
			n.By = NewTimestamp(at.Add(noticeTime))
		}
		n.Timing = noticeTiming(e.At, f.Now)
	}
	return n, nil
}

// noticeTiming returns the timing at now of the notice of an attestation. Where either
// is a day alone, any instant of the day is possible.
func noticeTiming(at, now Timestamp) NoticeTiming {
	if !now.IsSet() {
		return NoticeTimingUnknown
	}
	firstAt, lastAt := at.span()
	firstNow, lastNow := now.span()
	switch {
	case !lastNow.After(firstAt.Add(noticeTime)):
		return NoticeDue
	case firstNow.After(lastAt.Add(noticeTime)):
		return NoticeLate
	}
	return NoticeTimingUnknown
}

func (p *Policy) notifies(e *Event) Tri {
	attested := Unknown
	if e.Kind != EventUnknown {
		attested = partnerrules.TriFromBool(e.Kind == EventAttested)
	}
	started := Yes
	if !p.NotifiedFrom.IsZero() {
		started = begun(p.NotifiedFrom, e.At)
	}
	uninvited := e.Invited.Not()
	if p.NotifiesInvited {
		uninvited = Yes
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

// Notes returns notes on the notice, if the email is sent. The first says that the
// customer may have questions (AGR-24). The second says what to do while the email is
// due, or because it is late (AGR-20).
func (n Notice) Notes() iter.Seq[partnerrules.Note] {
	return func(yield func(partnerrules.Note) bool) {
		if n.Sent != Yes || !yield(answerQuestions()) {
			return
		}
		switch n.Timing {
		case NoticeDue:
			yield(announceNotice())
		case NoticeLate:
			yield(askForNotice())
		}
	}
}

func answerQuestions() partnerrules.Note {
	return partnerrules.Note{
		Code: "answer-questions", Rule: "AGR-24", See: helpPage,
		Message: "The email refers the customer's questions to its partner of record: be ready to answer questions about the notice and the agreement.",
	}
}

func announceNotice() partnerrules.Note {
	return partnerrules.Note{
		Code: "announce-notice", Rule: "AGR-20", See: helpPage,
		Message: "The email is due: tell the customer's primary contact to expect it.",
	}
}

func askForNotice() partnerrules.Note {
	return partnerrules.Note{
		Code: "ask-for-notice", Rule: "AGR-20", See: helpPage,
		Message: "The email should have arrived: ask the customer's primary contact whether it has. If not, check the email address of that contact.",
	}
}
