package cpor_test

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
	. "github.com/partnerrules/partnerrules/cpor"
)

func TestClaim_Live(t *testing.T) {
	submitted, approved, ends := date("2020-07-06"), date("2020-07-10"), date("2020-07-31")
	for _, test := range []struct {
		claim Claim
		live  bool
		days  string
	}{
		{Claim{Status: Submitted, Submitted: submitted, Approved: approved}, true, "2020-07-06/.."},
		{Claim{Status: Dispute, Submitted: submitted, Approved: approved, Ends: ends}, true, "2020-07-06/2020-07-31"},
		{Claim{Status: Approved, Submitted: submitted, Approved: approved, Ends: ends}, true, "2020-07-10/2020-07-31"},
		{Claim{Status: Approved, Submitted: submitted, Approved: approved}, true, "2020-07-10/.."},
		{Claim{Status: Approved, Submitted: submitted}, true, "no period"},
		{Claim{Status: Approved, Submitted: submitted, Ends: ends}, true, "no period"},
		{Claim{Status: Rejected, Submitted: submitted}, false, "no period"},
		{Claim{}, false, "no period"},
	} {
		if days, live := test.claim.Live(); live != test.live || days.String() != test.days {
			t.Errorf("%+v: %v, %v", test.claim, days, live)
		}
	}
}

// CPR-29: worked examples 15 and 16, and the border of each condition.
func TestClaim_Covers(t *testing.T) {
	claim := Claim{
		Area: BusinessApplications, Status: Approved, Approved: date("2020-07-10"), Ends: date("2020-07-31"),
		Units: []Unit{{"Sales", subscription(1)}, {"Finance", subscription(3)}},
	}
	bare := func(c *Claim) { c.Units = []Unit{{Name: "Sales"}, {"Finance", subscription(3)}} }
	for _, test := range []struct {
		change    func(*Claim)
		s         SubscriptionID
		product   string
		ended, on string
		want      Tri
	}{
		{nil, subscription(1), "", "", "2020-07-10", Yes},
		{nil, subscription(1), "", "", "2020-07-09", No},
		{nil, subscription(1), "", "", "2020-07-31", Yes},
		{nil, subscription(1), "", "", "2020-08-01", No},
		{nil, subscription(1), "", "2020-07-20", "2020-07-20", Yes},
		{nil, subscription(1), "", "2020-07-20", "2020-07-21", No},
		{nil, subscription(1), "Finance", "", "2020-07-20", Yes}, // a unit names the subscription
		{nil, subscription(2), "", "", "2020-07-20", No},
		{nil, SubscriptionID{}, "", "", "2020-07-20", Unknown},
		{nil, SubscriptionID{}, "", "", "2020-07-09", No},
		{nil, SubscriptionID{}, "Teams", "", "2020-07-20", No},
		{nil, subscription(1), "", "", "", Unknown},
		{nil, subscription(2), "", "", "", No},
		{bare, subscription(1), "", "", "2020-07-20", Unknown},
		{bare, subscription(1), " SALES", "", "2020-07-20", Unknown},
		{bare, subscription(1), "\u200b", "", "2020-07-20", Unknown}, // a blank name is unknown
		{bare, subscription(1), "Finance", "", "2020-07-20", No},
		{bare, subscription(3), "Finance", "", "2020-07-20", Yes},
		{bare, subscription(1), "", "", "2020-07-09", No},
		{func(c *Claim) { c.Approved = calendar.Date{} }, subscription(1), "", "", "2020-07-20", Unknown},
		{func(c *Claim) { c.Status = UnderReview }, subscription(1), "", "", "2020-07-20", No},
		{func(c *Claim) { c.Area = Microsoft365 }, subscription(1), "", "", "2020-07-20", No},
		{func(c *Claim) { c.Status = StatusUnknown }, subscription(1), "", "", "2020-07-20", Unknown},
		{func(c *Claim) { c.Status = StatusUnknown }, subscription(1), "", "", "2020-08-01", No},
		{func(c *Claim) { c.Status = RejectedFinal }, subscription(1), "", "", "2020-07-20", No},
		{func(c *Claim) { c.Status = RejectedFinal + 1 }, subscription(1), "", "", "2020-07-20", Unknown},
		{func(c *Claim) { c.Area = Microsoft365 + 1 }, subscription(1), "", "", "2020-07-20", Unknown},
		{func(c *Claim) { c.Area = 0 }, subscription(1), "", "", "2020-07-20", Unknown},
		{func(c *Claim) { c.Area = 0 }, subscription(2), "", "", "2020-07-20", No},
		{func(c *Claim) { c.Units = nil }, subscription(1), "", "", "2020-07-20", No},
	} {
		c := claim
		if test.change != nil {
			test.change(&c)
		}
		var ended, on calendar.Date
		_ = ended.UnmarshalText([]byte(test.ended))
		_ = on.UnmarshalText([]byte(test.on))
		got := c.Covers(Subscription{test.s, test.product, ended}, on)
		if got.Covers != test.want || got.HasEnded != (test.ended == "2020-07-20" && test.on == "2020-07-21") || got.On != on {
			t.Errorf("%+v, %v %q, ended %v, on %v: %+v, want %v", c, test.s, test.product, ended, on, got, test.want)
		}
	}
}

// The error of a missing or invalid field names the field and the claim.
func TestClaim_Validate(t *testing.T) {
	for want, spoil := range map[string]func(*Claim){
		`id: empty, in claim ""`:                                          func(c *Claim) { c.ID = "" },
		`tenant: missing, in claim "C0"`:                                  func(c *Claim) { c.Tenant = TenantID{} },
		`area: missing, in claim "C0"`:                                    func(c *Claim) { c.Area = 0 },
		`area: invalid value area(3), in claim "C0"`:                      func(c *Claim) { c.Area = 3 },
		`activities: empty, in claim "C0"`:                                func(c *Claim) { c.Activities = 0 },
		`activities: invalid value usage,activity(7), in claim "C0"`:      func(c *Claim) { c.Activities = partnerrules.SetOf(ActivityUsage, 7) },
		`status: invalid value unknown, in claim "C0"`:                    func(c *Claim) { c.Status = StatusUnknown },
		`status: invalid value status(9), in claim "C0"`:                  func(c *Claim) { c.Status = 9 },
		`partner: missing, in claim "C0"`:                                 func(c *Claim) { c.Partner = PartnerID{} },
		`units: empty, in claim "C0"`:                                     func(c *Claim) { c.Units = nil },
		`units[0].name: empty, in claim "C0"`:                             func(c *Claim) { c.Units = []Unit{{Name: ""}} },
		`units[0].name: no visible character, in claim "C0"`:              func(c *Claim) { c.Units = []Unit{{Name: " "}} },
		`ends: 2020-07-05 is before the start, 2020-07-06, in claim "C0"`: func(c *Claim) { c.Submitted, c.Ends = today, today.AddDays(-1) },
	} {
		c := claimsOf(1)[0]
		if err := c.Validate(); err != nil {
			t.Fatal(err)
		}
		spoil(&c)
		if err := c.Validate(); err == nil || err.Error() != want {
			t.Errorf("%v, want %s", err, want)
		}
	}
	for _, activity := range []Activity{0, 4, 63, 64, 255} {
		c := claimsOf(1)[0]
		c.Activities = partnerrules.SetOf(ActivityUsage, activity)
		if err := c.Validate(); err == nil {
			t.Errorf("a set with activity %d is accepted", activity)
		}
	}
}

// INP-06: the error of a claim's name has the character, its offset and no more than
// 40 bytes of the ID.
func TestClaim_ValidateNames(t *testing.T) {
	for _, test := range []struct{ id, name, want string }{
		{"claim 1", "株式会社\u3000例", ""},
		{"CL-1", "Café – “Sales” ☎ ₤ ½", ""},
		{"e\u0301\u200d\u200c", "\u00a0Teams\u2003", ""},
		{"C\u202e1", "Teams", `id: U+202E at offset 1 is not allowed in a name, in claim "C\u202e1"`},
		{"\u00a0", "Teams", `id: no visible character, in claim "\u00a0"`},
		{"C1", "Teams\t", `units[1].name: U+0009 at offset 5 is not allowed in a name, in claim "C1"`},
		{"C1", "\u200d\u200c", `units[1].name: no visible character, in claim "C1"`},
		{"C1", "é\xffé", `units[1].name: byte 0xFF at offset 2 is not UTF-8, in claim "C1"`},
		{strings.Repeat("é", 21), "\ufffd", `units[1].name: U+FFFD at offset 0 is not allowed in a name, in claim "` + strings.Repeat("é", 20) + `"…`},
		{"a" + strings.Repeat("é", 20), "", `units[1].name: empty, in claim "a` + strings.Repeat("é", 19) + `"…`},
		{"\xe2\x82", "Teams", `id: byte 0xE2 at offset 0 is not UTF-8, in claim "\xe2\x82"`},
		{strings.Repeat("\x80", 41), "Teams", `id: byte 0x80 at offset 0 is not UTF-8, in claim "` + strings.Repeat(`\x80`, 37) + `"…`},
	} {
		c := claimsOf(1)[0]
		c.ID, c.Units = test.id, []Unit{{Name: "Sales"}, {Name: test.name}}
		got := ""
		if err := c.Validate(); err != nil {
			got = err.Error()
		}
		if got != test.want {
			t.Errorf("ID %q, name %q: %s, want %s", test.id, test.name, got, test.want)
		}
	}
}

// INP-06: a name may have a character if its category allows it. Alone it must be
// visible too.
func TestClaim_ValidateRunes(t *testing.T) {
	c := claimsOf(1)[0]
	check := func(r rune) {
		visible := unicode.In(r, unicode.L, unicode.M, unicode.N, unicode.P, unicode.S) && r != '\ufffd'
		allowed := visible || unicode.Is(unicode.Zs, r) || r == '\u200c' || r == '\u200d'
		for name, want := range map[string]bool{"a" + string(r): allowed, string(r): visible} {
			c.Units[0].Name = name
			if err := c.Validate(); want != (err == nil) {
				t.Errorf("%q: %v", name, err)
			}
		}
	}
	for r := range rune(0x20000) {
		if !utf8.ValidRune(r) {
			continue
		}
		check(r)
	}
	for _, r := range []rune{0x20000, 0xe0001, 0xe0041, 0xe0100, 0xf0000, utf8.MaxRune} {
		check(r)
	}
}

// INP-10: names are compared in lower case rune by rune. They are not normalized.
func TestRelate_Names(t *testing.T) {
	for _, test := range []struct {
		a, b   string
		shares bool
	}{
		{"ÉCLAIR", "éclair", true},
		{"\u3000Teams", "TEAMS\u00a0", true},
		{"Caf\u00e9", "Cafe\u0301", false},
		{"Teams 1", "Teams\u30001", false},
		{"straße", "STRASSE", false},
		{"ΟΔΟΣ", "οδοσ", true},
		{"ΟΔΟΣ", "οδος", false}, // Σ is σ in lower case
		{"\u0131", "I", false},  // a dotless i is in lower case
	} {
		claims := claimsOf(1, 2)
		claims[0].Units[0].Name, claims[1].Units[0].Name = test.a, test.b
		_, related, err := Relate(claims[0], claims[1])
		if err != nil || related != test.shares || (len(detect(t, Baseline(), claims)) == 1) != test.shares {
			t.Errorf("%q and %q: %v, %v", test.a, test.b, related, err)
		}
	}
}

// CPR-43 and CPR-29: an answer about an approved claim in Business Applications has
// the first note, and an answer about a subscription that has ended has the second.
func TestCover_Notes(t *testing.T) {
	ended := Subscription{ID: subscription(1), Ended: today}
	for s := StatusUnknown; s <= RejectedFinal+1; s++ {
		for area := Area(0); area <= Microsoft365+1; area++ {
			var want []string
			if s == Approved && area == BusinessApplications {
				want = []string{"subscription-shown CPR-43"}
			}
			c := Claim{Status: s, Area: area}
			checkNotes(t, want, c.Covers(ended, today).Notes())
			checkNotes(t, append(want, "new-subscription-needs-claim CPR-29"), c.Covers(ended, today.AddDays(1)).Notes())
		}
	}
}
