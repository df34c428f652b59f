package benefits_test

import (
	"math/big"
	"testing"

	"pgregory.net/rapid"

	"github.com/partnerrules/partnerrules"
	. "github.com/partnerrules/partnerrules/benefits"
	"github.com/partnerrules/partnerrules/calendar"
)

// A token is used for exactly its number of seats, and for one subscription.
func TestCheckTokenUse(t *testing.T) {
	for _, test := range []struct {
		seats   int
		uses    []int
		reasons string
	}{
		{25, []int{25}, ""},
		{25, []int{24}, "token-split"},
		{25, []int{26}, "token-split"},
		{25, []int{25, 25}, "token-shared"},
		{25, []int{5, 5, 5, 5, 5}, "token-split,token-shared"},
		{25, []int{25, 5}, "token-split,token-shared"},
		{1, []int{1}, ""},
		{1_000_000_000, []int{1_000_000_000}, ""},
	} {
		a, err := CheckTokenUse(calendar.Date{}, test.seats, test.uses...)
		if err != nil || a.Reasons.String() != test.reasons || a.Allowed != partnerrules.TriFromBool(test.reasons == "") {
			t.Errorf("CheckTokenUse(%d, %v) = %+v, %v", test.seats, test.uses, a, err)
		}
	}
}

// A replacement is allowed if all four requirements are met. It is not allowed if one
// is known to be unmet, and the reasons name each of these.
func TestCheckReplacement(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		activated := anyStart(t)
		after := rapid.SampledFrom([]int{0, 1, 29, 30, 31, 400}).Draw(t, "days after")
		token := Token{
			Cause:         Cause(rapid.IntRange(0, int(OtherCause)).Draw(t, "cause")),
			Activated:     activated,
			IsReplacement: Tri(rapid.IntRange(-1, 1).Draw(t, "is a replacement")),
			Replaced:      Tri(rapid.IntRange(-1, 1).Draw(t, "replaced")),
		}
		on := activated.AddDays(after)
		want, known := "", token.Cause != CauseUnknown && token.IsReplacement != unknown && token.Replaced != unknown
		add := func(bad bool, code string) {
			if bad && want != "" {
				want += ","
			}
			if bad {
				want += code
			}
		}
		add(token.Cause == OtherCause, "cause-not-covered")
		add(token.IsReplacement == yes, "token-is-replacement")
		add(token.Replaced == yes, "token-replaced")
		add(after > 30, "replacement-late")
		if rapid.IntRange(0, 4).Draw(t, "activation unknown") == 0 {
			token.Activated, known = day("2024-01-01").AddYears(-3000), false // the zero Date
			if after > 30 {
				t.Skip("it is unknown whether the request is late")
			}
		}
		r, err := CheckReplacement(token, on)
		allowed := unknown
		switch {
		case want != "":
			allowed = no
		case known:
			allowed = yes
		}
		if err != nil || r.Allowed != allowed || r.Reasons.String() != want || r.Through != token.Activated.AddDays(30) {
			t.Errorf("%+v on %v: %+v, %v, want %v %s", token, on, r, err, allowed, want)
		}
	})
}

func TestProductNeedsActivation(t *testing.T) {
	for p, want := range map[Product]Tri{WindowsServer: yes, WindowsClient: yes, OfficeClient: yes, OtherProduct: unknown, 4: unknown, 255: unknown} {
		if got := p.NeedsActivation(); got != want {
			t.Errorf("%v: %v, want %v", p, got, want)
		}
	}
}

// It is unknown for every product whether it needs a product key.
func TestProductNeedsKey(t *testing.T) {
	for _, p := range []Product{OtherProduct, WindowsServer, WindowsClient, OfficeClient, 255} {
		if got := p.NeedsKey(); got != unknown {
			t.Errorf("%v: %v", p, got)
		}
	}
}

// A key works until one of its known limits is used up.
func TestCheckKey(t *testing.T) {
	of := func(most, used int) *Limit { return &Limit{most, used} }
	for _, test := range []struct {
		key     Key
		allowed Tri
		reasons string
	}{
		{Key{}, unknown, ""},
		{Key{Seats: of(1, 0)}, yes, ""},
		{Key{Seats: of(1, 1)}, no, "seats-used-up"},
		{Key{Installations: of(10, 9)}, yes, ""},
		{Key{Installations: of(10, 10)}, no, "installations-used-up"},
		{Key{Installations: of(10, 11)}, no, "installations-used-up"},
		{Key{Installations: of(10, 9), Activations: of(5, 4), Seats: of(2, 1)}, yes, ""},
		{Key{Installations: of(10, 9), Activations: of(5, 5), Seats: of(2, 1)}, no, "activations-used-up"},
		{Key{Installations: of(1, 1), Activations: of(5, 0)}, no, "installations-used-up"},
		{Key{Installations: of(1, 1), Activations: of(1, 1), Seats: of(1, 1)}, no, "installations-used-up,activations-used-up,seats-used-up"},
	} {
		a, err := CheckKey(test.key, calendar.Date{})
		if err != nil || a.Allowed != test.allowed || a.Reasons.String() != test.reasons {
			t.Errorf("%+v: %+v, %v, want %v %s", test.key, a, err, test.allowed, test.reasons)
		}
	}
}

// The months agree with math/big. A key with more than three times the active seats
// cannot extend the subscription.
func TestCheckExtension_Exact(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		active := rapid.IntRange(1, 400_000_000).Draw(t, "active")
		if rapid.Bool().Draw(t, "few") {
			active = active%40 + 1
		}
		key := rapid.IntRange(1, min(1_000_000_000, 4*active)).Draw(t, "key")
		if rapid.IntRange(0, 3).Draw(t, "edge") == 0 {
			key = min(1_000_000_000, 3*min(active, 300_000_000)+rapid.IntRange(0, 1).Draw(t, "one more"))
		}
		e, err := CheckExtension(key, active, calendar.Date{})
		if err != nil {
			t.Fatal(err)
		}
		if key > 3*active {
			if e.Allowed != no || e.Reasons.String() != "too-many-seats" || e.Months != (Months{}) {
				t.Errorf("CheckExtension(%d, %d) = %+v", key, active, e)
			}
			return
		}
		want := new(big.Rat).SetFrac64(12*int64(key), int64(active))
		n, d := e.Months.Fraction()
		if e.Allowed != yes || e.Reasons != 0 || n != want.Num().Int64() || d != want.Denom().Int64() || e.Months.String() != want.RatString() {
			t.Errorf("CheckExtension(%d, %d) = %+v, want %v", key, active, e, want)
		}
	})
}

// The expected months were computed by hand.
func TestCheckExtension(t *testing.T) {
	for _, test := range []struct {
		key, active int
		months      string
	}{
		{25, 100, "3"},
		{100, 100, "12"},
		{300, 100, "36"},
		{301, 100, ""},
		{10, 5, "24"},
		{33, 100, "99/25"},
		{1, 1_000_000_000, "3/250000000"},
		{1_000_000_000, 333_333_333, ""},
		{1_000_000_000, 1_000_000_000, "12"},
	} {
		e, err := CheckExtension(test.key, test.active, calendar.Date{})
		if err != nil || e.Months.String() != test.months || e.Allowed != partnerrules.TriFromBool(test.months != "") {
			t.Errorf("CheckExtension(%d, %d) = %+v, %v, want %q", test.key, test.active, e, err, test.months)
		}
	}
}
