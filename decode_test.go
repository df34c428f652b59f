package partnerrules_test

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/agreement"
	"github.com/partnerrules/partnerrules/benefits"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/cpor"
	"github.com/partnerrules/partnerrules/eligibility"
)

// A request is what a program of a user reads.
type request struct {
	Offer eligibility.Offer `json:"offer"`
	Facts eligibility.Facts `json:"facts"`
	Days  []calendar.Date   `json:"days"`
	Draft cpor.Draft        `json:"draft"`
}

func TestDecode(t *testing.T) {
	got, err := partnerrules.Decode[request]([]byte("\ufeff" + `{"offer":"partner-success-core-benefits","facts":{"account":"Accepted","role":null,"launch":{"active":"yes"}},
		"days":["2024-02-29"],"draft":{"partner":"12345","products":[{"name":"Teams"}]}}`))
	want := request{
		Offer: eligibility.PartnerSuccessCore,
		Facts: eligibility.Facts{Account: eligibility.Authorized, Launch: eligibility.Pack{Active: eligibility.Yes}},
		Days:  []calendar.Date{calendar.MustParseDate("2024-02-29")},
		Draft: cpor.Draft{Partner: cpor.MustParsePartnerID("12345"), Products: []cpor.Product{{Name: "Teams"}}},
	}
	if diff := cmp.Diff(want, got); err != nil || diff != "" {
		t.Errorf("%v\n%s", err, diff)
	}
}

func TestDecode_Errors(t *testing.T) {
	for _, test := range []struct {
		text string
		want partnerrules.InputError // Reason is a prefix
	}{
		{``, partnerrules.InputError{Reason: "unexpected end"}},
		{`{"facts":{"acount":"pending"}}`, partnerrules.InputError{Path: "facts.acount", Offset: 10, Reason: `unknown member, did you mean "account"?`}},
		{`{"facts":{"account":"none"}}`, partnerrules.InputError{Path: "facts.account", Offset: 20, Reason: `verification "none" at offset 0: want unknown, pending, `}},
		{`{"facts":{"account":""}}`, partnerrules.InputError{Path: "facts.account", Offset: 20, Reason: "want unknown, pending, "}},
		{`{"facts":{"account":7}}`, partnerrules.InputError{Path: "facts.account", Offset: 20, Reason: "want a string"}},
		{`{"facts":{"launch":{"active":true}}}`, partnerrules.InputError{Path: "facts.launch.active", Offset: 29, Reason: "want a string"}},
		{`{"days":["2024-02-28", "2023-02-29"]}`, partnerrules.InputError{Path: "days[1]", Offset: 23, Reason: `date "2023-02-29" at offset 8: day 29 is not within 1 to 28`}},
		{`{"days":["2024-02-28",null]}`, partnerrules.InputError{Path: "days[1]", Offset: 22, Reason: "want a string"}},
		{`{"draft":{"products":[{},{"State":"active"}]}}`, partnerrules.InputError{Path: "draft.products[1].State", Offset: 26, Reason: `unknown member, did you mean "state"?`}},
		{`{"facts":{},"facts":{}}`, partnerrules.InputError{Path: "facts", Offset: 12, Reason: "repeated, first at offset 1"}},
		{`[]`, partnerrules.InputError{Reason: "want an object"}},
	} {
		got, err := partnerrules.Decode[request]([]byte(test.text))
		var bad *partnerrules.InputError
		if !errors.As(err, &bad) || !strings.HasPrefix(bad.Reason, test.want.Reason) {
			t.Errorf("%s: %v, want %v", test.text, err, &test.want)
			continue
		}
		test.want.Reason, test.want.Type = bad.Reason, "request"
		if diff := cmp.Diff(test.want, *bad); diff != "" || !cmp.Equal(got, request{}) {
			t.Errorf("%s: %+v\n%s", test.text, got, diff)
		}
	}
}

// The type of the error is the name of the wanted type, in words.
func TestDecode_Type(t *testing.T) {
	decode := func(_ any, err error) string {
		var bad *partnerrules.InputError
		if !errors.As(err, &bad) {
			t.Fatalf("no error of the type: %v", err)
		}
		return bad.Type
	}
	text := []byte("7")
	draft, err := partnerrules.Decode[cpor.Draft](text)
	if got := decode(draft, err); got != "draft" {
		t.Errorf("the type of a draft is %q", got)
	}
	state, err := partnerrules.Decode[cpor.SubscriptionState](text)
	if got := decode(state, err); got != "subscription state" {
		t.Errorf("the type of a subscription state is %q", got)
	}
	list, err := partnerrules.Decode[[]cpor.Claim](text)
	if got := decode(list, err); got != "JSON" {
		t.Errorf("the type of a list is %q", got)
	}
}

// What Decode accepts, package json reads as the same value.
func FuzzDecode(f *testing.F) {
	for _, seed := range []string{
		`{"account":"pending","held":["security"]}`, `{"activities":["usage"],"partner":7,"products":[{"name":"x"}]}`,
		`{"customer":"commercial","now":"2024-01-02T00:00:00Z"}`, `{"membership":"gold","launch":{"active":"yes"}}`, `{}`, `{"claims":[{"id":"a"}]}`,
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		fuzzDecode[eligibility.Facts](t, text)
		fuzzDecode[agreement.Facts](t, text)
		fuzzDecode[cpor.Facts](t, text)
		fuzzDecode[cpor.Draft](t, text)
		fuzzDecode[benefits.Account](t, text)
		fuzzDecode[request](t, text)
	})
}

func fuzzDecode[T any](t *testing.T, text []byte) {
	got, err := partnerrules.Decode[T](text)
	if err != nil {
		var bad *partnerrules.InputError
		if !errors.As(err, &bad) || bad.Text != "" || bad.Offset < 0 || bad.Offset > len(text) {
			t.Fatalf("%q: %#v", text, err)
		}
		return
	}
	var want T
	if err := json.Unmarshal([]byte(strings.TrimPrefix(string(text), "\ufeff")), &want); err != nil {
		t.Fatalf("%q decodes to %+v, but package json returns %v", text, got, err)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Fatalf("%q:\n%s", text, diff)
	}
}
