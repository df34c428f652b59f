package agreement_test

import (
	"errors"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/partnerrules/partnerrules"
	. "github.com/partnerrules/partnerrules/agreement"
	"github.com/partnerrules/partnerrules/calendar"
)

// Microsoft notifies the customer of attestations only, within thirty minutes, and not
// after an invitation.
func TestNoticeFor(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		at := anyInstant().Draw(t, "at")
		invited := Tri(rapid.IntRange(-1, 1).Draw(t, "invited"))
		for kind, want := range map[EventKind]Tri{EventUnknown: invited.Not().And(Unknown), EventAttested: invited.Not(), EventInvited: No, EventAcceptedDirectly: No} {
			got, err := Baseline().NoticeFor(Event{Kind: kind, At: NewTimestamp(at), Invited: invited}, Facts{})
			if err != nil || got.Sent != want || (got.To() != "") != (want == Yes) || got.Timing != NoticeTimingUnknown {
				t.Errorf("%v: %+v, %v", kind, got, err)
			}
			notes := slices.Collect(got.Notes())
			if (want == Yes) != (len(notes) == 1) || want == Yes && !isNote(notes[0], "answer-questions", "AGR-24") {
				t.Errorf("%v: notes %+v", kind, notes)
			}
			if by, ok := got.By.Instant(); ok != (want == Yes) || ok && by.Sub(at) != 30*time.Minute {
				t.Errorf("%v at %v: by %v", kind, at, got.By)
			}
		}
	})
	inForce, _ := InForce(calendar.Date{})
	notifies := Baseline()
	notifies.NotifiesInvited = true
	for _, test := range []struct {
		policy Policy
		event  Event
		want   Tri
		by     string
	}{
		{inForce, Event{EventAttested, MustParseTimestamp("2023-04-14T23:59:59Z"), No}, No, "no timestamp"},
		{inForce, Event{EventAttested, MustParseTimestamp("2023-04-15T00:00:00Z"), No}, Yes, "2023-04-15T00:30:00.000Z"},
		{inForce, Event{EventAttested, DateTimestamp(day("2023-04-15")), No}, Yes, "no timestamp"},
		{inForce, Event{EventAttested, Timestamp{}, No}, Unknown, "no timestamp"},
		{inForce, Event{EventAttested, MustParseTimestamp("0001-06-01T00:00:00Z"), No}, Unknown, "no timestamp"},
		{Baseline(), Event{EventAttested, MustParseTimestamp("0001-06-01T00:00:00Z"), No}, Yes, "no timestamp"},
		{inForce, Event{EventInvited, Timestamp{}, Unknown}, No, "no timestamp"},
		{Baseline(), Event{EventAttested, noon, Yes}, No, "no timestamp"},
		{Baseline(), Event{EventAttested, noon, Unknown}, Unknown, "no timestamp"},
		{Baseline(), Event{EventAttested, noon, No}, Yes, "2025-12-10T12:30:00.000Z"},
		{notifies, Event{EventAttested, noon, Yes}, Yes, "2025-12-10T12:30:00.000Z"},
		{notifies, Event{EventAttested, noon, Unknown}, Yes, "2025-12-10T12:30:00.000Z"},
		{notifies, Event{EventInvited, noon, No}, No, "no timestamp"},
		{Baseline(), Event{EventAttested, MustParseTimestamp("9999-12-31T23:45:00Z"), No}, Yes, "no timestamp"},
	} {
		got, err := test.policy.NoticeFor(test.event, Facts{})
		if err != nil || got.Sent != test.want || got.By.String() != test.by || got.Policy != test.policy {
			t.Errorf("%+v under %v: %+v, %v", test.event, test.policy, got, err)
		}
	}
	var bad *partnerrules.InputError
	for name, e := range map[string]Event{"event.kind": {Kind: EventAcceptedDirectly + 1}, "event.invited": {Invited: 2}} {
		if got, err := NoticeFor(e, Facts{}); !errors.As(err, &bad) || bad.Path != name || got != (Notice{}) {
			t.Errorf("%s: %v, %v", name, got, err)
		}
	}
}

// At a given time, the email is due or late. If either time is a day alone, all its
// instants must agree.
func TestNoticeFor_Timing(t *testing.T) {
	for _, test := range []struct {
		at, now, note string
		want          NoticeTiming
	}{
		{"2023-05-10T09:00:00Z", "2023-05-10T09:00:00Z", "announce-notice", NoticeDue},
		{"2023-05-10T09:00:00Z", "2023-05-10T09:30:00Z", "announce-notice", NoticeDue},
		{"2023-05-10T09:00:00Z", "2023-05-10T09:30:00.000000001Z", "ask-for-notice", NoticeLate},
		{"2023-05-10T09:00:00Z", "2023-05-10T11:29:59+02:00", "announce-notice", NoticeDue},
		{"2023-05-10T09:00:00Z", "", "", NoticeTimingUnknown},
		{"2023-05-10T09:00:00Z", "0001-01-01T00:00:00Z", "", NoticeTimingUnknown},
		{"2023-05-10T09:00:00Z", "2023-05-10", "", NoticeTimingUnknown},
		{"2023-05-10T09:00:00Z", "2023-05-11", "ask-for-notice", NoticeLate},
		{"2023-05-10T23:30:00Z", "2023-05-10", "announce-notice", NoticeDue},
		{"2023-05-10T23:30:00Z", "2023-05-11", "", NoticeTimingUnknown}, // due at midnight only
		{"2023-05-10T23:29:59Z", "2023-05-11", "ask-for-notice", NoticeLate},
		{"2023-05-10", "2023-05-10T00:30:00Z", "announce-notice", NoticeDue},
		{"2023-05-10", "2023-05-10T00:30:01Z", "", NoticeTimingUnknown},
		{"2023-05-10", "2023-05-11T00:29:59Z", "", NoticeTimingUnknown},
		{"2023-05-10", "2023-05-11T00:30:00Z", "ask-for-notice", NoticeLate},
		{"2023-05-10", "2023-05-11", "", NoticeTimingUnknown},
		{"2023-05-10", "2023-05-12", "ask-for-notice", NoticeLate},
	} {
		var f Facts
		if err := f.Now.UnmarshalText([]byte(test.now)); err != nil {
			t.Fatal(err)
		}
		got, err := NoticeFor(Event{EventAttested, MustParseTimestamp(test.at), No}, f)
		if err != nil || got.Timing != test.want {
			t.Errorf("%+v: %+v, %v", test, got, err)
		}
		notes := slices.Collect(got.Notes())
		if len(notes) == 0 || !isNote(notes[0], "answer-questions", "AGR-24") || len(notes) == 2 != (test.note != "") {
			t.Fatalf("%+v: notes %+v", test, notes)
		}
		if test.note != "" && !isNote(notes[1], test.note, "AGR-20") {
			t.Errorf("%+v: notes %+v", test, notes)
		}
		for range got.Notes() {
			break
		}
	}
	var bad *partnerrules.InputError
	got, err := NoticeFor(Event{EventAttested, noon, No}, Facts{Now: MustParseTimestamp("2025-12-10T11:59:59Z")})
	if !errors.As(err, &bad) || bad.Path != "event.at" || got != (Notice{}) {
		t.Errorf("an attestation after now: %+v, %v", got, err)
	}
}
