package benefits_test

import (
	"encoding/json"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/partnerrules/partnerrules"
	. "github.com/partnerrules/partnerrules/benefits"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/eligibility"
	"github.com/partnerrules/partnerrules/internal/texttest"
)

// Each reason has a rule, a different message and a remedy. Invalid reasons have no
// texts.
func TestReason_Texts(t *testing.T) {
	rules := []partnerrules.RuleID{
		"", "BEN-03", "BEN-09", "BEN-13", "BEN-01", "BEN-20", "BEN-20", "BEN-21", "BEN-21", "BEN-21", "BEN-21", "BEN-23", "BEN-23", "BEN-23", "BEN-24",
		"BEN-33", "BEN-33", "BEN-33", "BEN-02", "BEN-02", "ELG-13",
	}
	see := map[Reason]string{
		PastAccess: "Renew offers", InstallationsUsedUp: "Microsoft licensing", ActivationsUsedUp: "Microsoft licensing", SeatsUsedUp: "Microsoft licensing",
		BeforeWindow: "Renew offers", AfterWindow: "Renew offers", OfferRetired: eligibility.OfferRetired.See(),
	}
	seen := map[string]bool{}
	for r := PastActivateBy; r <= OfferRetired; r++ {
		if r.Rule() != rules[r] || r.Message() == "" || r.Remedy() == "" || seen[r.Message()] || r.See() != see[r] {
			t.Errorf("%v: rule %s, message %q, remedy %q, see %q", r, r.Rule(), r.Message(), r.Remedy(), r.See())
		}
		seen[r.Message()] = true
	}
	for _, invalid := range []Reason{0, OfferRetired + 1, 255} {
		if string(invalid.Rule())+invalid.Message()+invalid.Remedy()+invalid.See() != "" {
			t.Errorf("invalid reason %d has a text", invalid)
		}
	}
}

func TestCategoryRule(t *testing.T) {
	want := []partnerrules.RuleID{"", "BEN-04", "BEN-05", "BEN-06", "BEN-07", "BEN-08", "BEN-31", ""}
	for i, rule := range want {
		if Category(i).Rule() != rule {
			t.Errorf("the rule of %v is %s, want %s", Category(i), Category(i).Rule(), rule)
		}
	}
}

// The text of an EventID is parsed back to the same ID. Invalid texts and IDs are
// rejected.
func TestEventID_Text(t *testing.T) {
	for text, id := range map[string]EventID{
		"notice-before/1":             {NoticeBefore, 1, ""},
		"access-ends/12":              {AccessEnds, 12, ""},
		"activate-by/2/credits":       {ActivateBy, 2, "credits"},
		"last-use/1/team/a b/é / end": {LastUse, 1, "team/a b/é / end"},
		"last-use/1//":                {LastUse, 1, "/"},
		"last-use/1/\u3000例":          {LastUse, 1, "\u3000例"},
	} {
		written, err := id.MarshalText()
		var again EventID
		if err != nil || string(written) != text || id.String() != text || again.UnmarshalText(written) != nil || again != id {
			t.Errorf("%+v has the text %q, %v, which is parsed as %+v", id, written, err, again)
		}
	}
	for text, offset := range map[string]int{
		"": 0, "/1": 0, "notice/1": 0, "notice-before": 13, "notice-before/": 14, "notice-before/0": 14, "notice-before/01": 14, "notice-before/-1": 14,
		"notice-before/+1": 14, "notice-before/1/": 15, "notice-before/1/a": 15, "last-use/1": 10, "last-use/1/": 10, "last-use/x/a": 9,
		"last-use/99999999999999999999/a": 9, "last-use/1/ \u200d": 11, "last-use/1/a\tb": 12, "last-use/1/é\u202e": 13, "last-use/1/\xff": 11, // INP-06
	} {
		id := EventID{LastUse, 1, "kept"}
		var bad *partnerrules.InputError
		if err := id.UnmarshalText([]byte(text)); !errors.As(err, &bad) || bad.Offset != offset || bad.Text != text || id.Benefit != "kept" {
			t.Errorf("parsing %q: got error %v and ID %+v, want offset %d", text, err, id, offset)
		}
	}
	for name, id := range map[string]EventID{
		"kind": {9, 1, "a"}, "year": {LastUse, 0, "a"}, "benefit": {LastUse, 1, ""},
	} {
		text, err := id.AppendText(nil)
		rejected(t, name, text, err)
	}
	for _, benefit := range []string{" ", "a\x00", "a\xff"} {
		text, err := EventID{LastUse, 1, benefit}.AppendText(nil)
		rejected(t, "benefit", text, err)
	}
	text, err := EventID{}.MarshalText()
	rejected(t, "kind", text, err)
	text, err = EventID{WindowOpens, 1, "a"}.MarshalText()
	rejected(t, "benefit", text, err)
}

// The text of Months is parsed back to the same value. Invalid texts are rejected.
func TestMonths_Text(t *testing.T) {
	for _, text := range []string{"", "1", "36", "99/25", "1/2", "9223372036854775807/2"} {
		var m Months
		if err := m.UnmarshalText([]byte(text)); err != nil || m.String() != text || !m.Equal(m) {
			t.Errorf("%q is parsed as %v, %v", text, m, err)
		}
	}
	for text, offset := range map[string]int{
		"0": 0, "-1": 0, "+1": 0, "01": 0, "1.5": 0, "x": 0, "4/2": 0, "3/1": 0, "6/4": 0, "1/0": 2, "1/-2": 2, "12/": 3, "/2": 0, "1/2/3": 2,
		"9223372036854775808": 0,
	} {
		var m Months
		var bad *partnerrules.InputError
		if err := m.UnmarshalText([]byte(text)); !errors.As(err, &bad) || bad.Offset != offset || m != (Months{}) {
			t.Errorf("parsing %q: got %v, %v, want offset %d", text, m, err, offset)
		}
	}
	if n, d := (Months{}).Fraction(); n != 0 || d != 0 {
		t.Errorf("the zero Months is %d/%d", n, d)
	}
}

// Every answer survives a round trip through JSON.
func TestAnswers_JSON(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := anyPolicy(t)
		m := anyMembership(t, p)
		held := anyHeld(t, p, m)
		ads := anniversaries(p, m)
		on := ads[len(ads)-1].AddDays(int(p.Dates.WindowCloses) + rapid.IntRange(0, 5).Draw(t, "late"))
		r, err := timeline(t, p, m).PreviewRenewal(held, on)
		if err != nil {
			t.Fatal(err)
		}
		survives(t, r)
		survives(t, m)
		for _, b := range held {
			survives(t, b)
			survives(t, stateOn(t, p, m, b, ads[0]))
		}
		for _, e := range eventsOf(t, p, m, held, m.Start) {
			survives(t, e)
			survives(t, map[EventID]Event{e.ID(): e})
		}
		a, b := anyAccount(t, "inviting", false), anyAccount(t, "joining", false)
		merge, err := p.PreviewMerge(a, b, calendar.Date{})
		if err != nil {
			t.Fatal(err)
		}
		survives(t, a)
		survives(t, merge)
		e, err := CheckExtension(rapid.IntRange(1, 400).Draw(t, "key"), 100, calendar.Date{})
		if err != nil {
			t.Fatal(err)
		}
		survives(t, e)
		survives(t, Key{Seats: &Limit{1, 1}})
		token, err := CheckReplacement(Token{Cause: OtherCause, Replaced: yes}, ads[0])
		if err != nil {
			t.Fatal(err)
		}
		survives(t, token)
	})
}

// survives checks that a value survives a round trip through JSON.
func survives[T any](t *rapid.T, value T) {
	text, err := json.Marshal(value)
	var again T
	if err != nil || json.Unmarshal(text, &again) != nil {
		t.Fatalf("the JSON of %+v is %s, %v", value, text, err)
	}
	if diff := cmp.Diff(value, again); diff != "" {
		t.Errorf("%s (-want +got)\n%s", text, diff)
	}
}

func FuzzUnmarshalText(f *testing.F) {
	for _, seed := range []string{"past-expiry,past-access", "last-use/1/a", "window-opens/2", "99/25", "4/2", "", "unknown", "none", ","} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		texttest.CheckReading[partnerrules.Set[Reason]](t, text)
		texttest.CheckReading[EventID](t, text)
		texttest.CheckReading[Months](t, text)
	})
}
