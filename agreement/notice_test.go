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

// Microsoft notifies the customer of attestations only, within thirty minutes.
func TestNoticeFor(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		at := anyInstant().Draw(t, "at")
		for kind, want := range map[EventKind]Tri{EventUnknown: Unknown, EventAttested: Yes, EventInvited: No, EventAcceptedDirectly: No} {
			got, err := Baseline().NoticeFor(Event{Kind: kind, At: NewTimestamp(at), Invited: Tri(rapid.IntRange(-1, 1).Draw(t, "invited"))}, Facts{})
			if err != nil || got.Sent != want || (got.To() != "") != (want == Yes) {
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
	exact := Baseline()
	exact.InvitedNotNotified = true
	for _, test := range []struct {
		policy Policy
		event  Event
		want   Tri
		by     string
	}{
		{inForce, Event{EventAttested, MustParseTimestamp("2023-04-14T23:59:59Z"), Yes}, No, "no timestamp"},
		{inForce, Event{EventAttested, MustParseTimestamp("2023-04-15T00:00:00Z"), Yes}, Yes, "2023-04-15T00:30:00.000Z"},
		{inForce, Event{EventAttested, DateTimestamp(day("2023-04-15")), Unknown}, Yes, "no timestamp"},
		{inForce, Event{EventAttested, Timestamp{}, Unknown}, Unknown, "no timestamp"},
		{inForce, Event{EventAttested, MustParseTimestamp("0001-06-01T00:00:00Z"), Unknown}, Unknown, "no timestamp"},
		{Baseline(), Event{EventAttested, MustParseTimestamp("0001-06-01T00:00:00Z"), Unknown}, Yes, "no timestamp"},
		{inForce, Event{EventInvited, Timestamp{}, Unknown}, No, "no timestamp"},
		{exact, Event{EventAttested, noon, Yes}, No, "no timestamp"},
		{exact, Event{EventAttested, noon, Unknown}, Unknown, "no timestamp"},
		{exact, Event{EventAttested, noon, No}, Yes, "2026-01-07T12:30:00.000Z"},
		{exact, Event{EventInvited, noon, No}, No, "no timestamp"},
		{Baseline(), Event{EventAttested, MustParseTimestamp("9999-12-31T23:45:00Z"), No}, Yes, "no timestamp"},
	} {
		got, err := test.policy.NoticeFor(test.event, Facts{})
		if err != nil || got.Sent != test.want || got.By.String() != test.by || got.Policy != test.policy {
			t.Errorf("%+v under %v: %+v, %v", test.event, test.policy, got, err)
		}
	}
	var bad *partnerrules.InputError
	for name, e := range map[string]Event{"event.kind": {Kind: EventAcceptedDirectly + 1}, "event.invited": {Invited: 2}} {
		if got, err := NoticeFor(e, Facts{}); !errors.As(err, &bad) || bad.Name != name || got != (Notice{}) {
			t.Errorf("%s: %v, %v", name, got, err)
		}
	}
}
