package cpor_test

import (
	"encoding/json"
	"errors"
	"math/big"
	"regexp"
	"strings"
	"testing"

	"github.com/partnerrules/partnerrules"
	. "github.com/partnerrules/partnerrules/cpor"
	"github.com/partnerrules/partnerrules/internal/texttest"
)

func TestParse_IDs(t *testing.T) {
	const canonical = "0a1b2c3d-4e5f-6789-abcd-ef0123456789"
	for _, text := range []string{canonical, "{" + canonical + "}", strings.ToUpper(canonical)} {
		tenant, err := ParseTenantID(text)
		subscription, errToo := ParseSubscriptionID(text)
		if err != nil || errToo != nil || tenant.String() != canonical || subscription.String() != canonical || tenant.IsZero() || subscription.IsZero() {
			t.Errorf("%s: %v, %v, %v, %v", text, tenant, err, subscription, errToo)
		}
	}
	for text, offset := range map[string]int{
		"": 0, "{": 1, "{" + canonical: 37, canonical + "}": 36, "{}": 1, canonical[:35]: 35, canonical + "0": 36, "0a1b2c3d4": 8, "g": 0,
		strings.Replace(canonical, "e", "-", 1): 10, "{" + canonical[:34] + "x}": 35, "00000000-0000-0000-0000-000000000000": 0, " " + canonical: 0,
	} {
		var bad *partnerrules.InputError
		if _, err := ParseTenantID(text); !errors.As(err, &bad) || bad.Offset != offset || bad.Type != "tenant ID" || bad.Text != text {
			t.Errorf("%q: %v, want offset %d", text, err, offset)
		}
		if _, err := ParseSubscriptionID(text); !errors.As(err, &bad) || bad.Offset != offset || bad.Type != "subscription ID" {
			t.Errorf("%q: %v, want offset %d", text, err, offset)
		}
	}
	for text, want := range map[string]string{"7": "7", "0004567890": "4567890", "18446744073709551615": "18446744073709551615"} {
		if got, err := ParsePartnerID(text); err != nil || got.String() != want || got.IsZero() {
			t.Errorf("%s: %v, %v, want %v", text, got, err, want)
		}
	}
	for text, offset := range map[string]int{"": 0, "0": 0, "00": 0, "+1": 0, "12x": 2, " 1": 0, "18446744073709551616": 0, "١": 0} {
		var bad *partnerrules.InputError
		if _, err := ParsePartnerID(text); !errors.As(err, &bad) || bad.Offset != offset {
			t.Errorf("%q: %v, want offset %d", text, err, offset)
		}
	}
	long := strings.Repeat("a", 63)
	for text, want := range map[string]string{
		"contoso": "contoso.onmicrosoft.com", "Contoso.": "contoso.onmicrosoft.com", "Mail.Example.COM.": "mail.example.com", "a-b.c1": "a-b.c1", "az.AZ.z": "az.az.z", long: long + ".onmicrosoft.com",
		strings.Repeat("a.", 126) + "a": strings.Repeat("a.", 126) + "a",
	} {
		if got, err := ParseDomain(text); err != nil || got.String() != want || got.IsZero() {
			t.Errorf("%s: %v, %v, want %v", text, got, err, want)
		}
	}
	for text, offset := range map[string]int{
		"": 0, ".": 0, "a..": 2, "a..b": 2, ".a": 0, "-a": 0, "a-": 1, "a.b_c": 3, "aa.b.c_d": 6, "é": 0, "a b": 1, long + "a": 63, "x." + long + "a": 65, strings.Repeat("a.", 127) + "a": 253,
	} {
		var bad *partnerrules.InputError
		if _, err := ParseDomain(text); !errors.As(err, &bad) || bad.Offset != offset {
			t.Errorf("%q: %v, want offset %d", text, err, offset)
		}
	}
	for want, got := range map[string]string{
		"no tenant ID": TenantID{}.String(), "no subscription ID": SubscriptionID{}.String(), "no partner ID": PartnerID{}.String(), "no domain": Domain{}.String(),
	} {
		if want != got {
			t.Errorf("the zero value is %q, want %q", got, want)
		}
	}
	for _, parse := range []func(){
		func() { MustParseTenantID("x") }, func() { MustParseSubscriptionID("x") }, func() { MustParsePartnerID("x") }, func() { MustParseDomain("") },
	} {
		func() {
			defer func() {
				if recover() == nil {
					t.Error("a Must function accepts an invalid text")
				}
			}()
			parse()
		}()
	}
}

func TestSubscriptionID_Compare(t *testing.T) {
	var sorted []SubscriptionID
	for _, s := range []string{"00000000-0000-0000-0000-000000000001", "00000000-0000-0000-8000-000000000000", "00000000-0000-0001-0000-000000000000", "80000000-0000-0000-0000-000000000000"} {
		sorted = append(sorted, MustParseSubscriptionID(s))
	}
	sorted = append([]SubscriptionID{{}}, sorted...)
	for i, a := range sorted {
		for j, b := range sorted {
			if got := a.Compare(b); (got < 0) != (i < j) || (got > 0) != (i > j) {
				t.Errorf("comparing %v with %v returns %d", a, b, got)
			}
		}
	}
}

func TestIDs_TextForm(t *testing.T) {
	for _, text := range []string{"", "{0a1b2c3d-4e5f-6789-abcd-ef0123456789}", "4567890", "contoso", "presales,usage", "one-company,more-needed", "x y"} {
		texttest.CheckReading[TenantID](t, text)
		texttest.CheckReading[SubscriptionID](t, text)
		texttest.CheckReading[PartnerID](t, text)
		texttest.CheckJSON[PartnerID](t, text)
		texttest.CheckReading[Domain](t, text)
		texttest.CheckReading[partnerrules.Set[Activity]](t, text)
		texttest.CheckReading[partnerrules.Set[Question]](t, text)
		texttest.CheckJSON[partnerrules.Set[Activity]](t, text)
	}
}

const label = `[0-9A-Za-z]([-0-9A-Za-z]{0,61}[0-9A-Za-z])?`

var domainPattern = regexp.MustCompile(`^` + label + `(\.` + label + `)*$`)

// isDomain is a second implementation of the form of domain names.
func isDomain(text string) bool {
	text = strings.TrimSuffix(text, ".")
	return len(text) <= 253 && domainPattern.MatchString(text)
}

// isPartnerID is a second implementation of the form of partner IDs.
func isPartnerID(text string) bool {
	n, ok := new(big.Int).SetString(text, 10)
	return ok && n.IsUint64() && n.Sign() > 0 && strings.Trim(text, "0123456789") == ""
}

// A partner ID is read from a string or a number, and written as a string.
func TestPartnerID_JSON(t *testing.T) {
	for text, want := range map[string]string{
		`4567001`: `"4567001"`, `"0004567001"`: `"4567001"`, `"\u0037"`: `"7"`, `18446744073709551615`: `"18446744073709551615"`, `""`: `""`,
	} {
		var p PartnerID
		err := json.Unmarshal([]byte(text), &p)
		if written, writeErr := json.Marshal(p); err != nil || writeErr != nil || string(written) != want {
			t.Errorf("%s is read as %v, %v, and written as %s, %v", text, p, err, written, writeErr)
		}
	}
	for text, offset := range map[string]int{
		`-1`: 0, `1.0`: 1, `1e3`: 1, `0`: 0, `18446744073709551616`: 0, `true`: 0, `[7]`: 0, `"7a"`: 1, `"-7"`: 0, ``: 0, `"7`: 0,
	} {
		p := MustParsePartnerID("5")
		var bad *partnerrules.InputError
		if err := p.UnmarshalJSON([]byte(text)); !errors.As(err, &bad) || bad.Offset != offset || p != MustParsePartnerID("5") {
			t.Errorf("%s: error %v, value %v, want offset %d", text, err, p, offset)
		}
	}
	for _, text := range []string{`true`, `[7]`, ``, `"7`} {
		var bad *partnerrules.InputError
		if err := new(PartnerID).UnmarshalJSON([]byte(text)); !errors.As(err, &bad) || bad.Reason != "want a string or a number" {
			t.Errorf("%s: %v", text, err)
		}
	}
	p := MustParsePartnerID("5")
	if err := json.Unmarshal([]byte(`null`), &p); err != nil || p != MustParsePartnerID("5") {
		t.Errorf("null is read as %v, %v", p, err)
	}
	draft, err := partnerrules.Decode[Draft]([]byte(`{"partner": 12345}`))
	if err != nil || draft.Partner != MustParsePartnerID("12345") {
		t.Errorf("a draft is decoded as %+v, %v", draft, err)
	}
	_, err = partnerrules.Decode[Draft]([]byte(`{"partner": 12.5}`))
	var bad *partnerrules.InputError
	if !errors.As(err, &bad) || bad.Path != "partner" || bad.Offset != 12 {
		t.Errorf("the error within a draft is %v", err)
	}
}

// A text that is parsed makes a round trip.
func FuzzParse(f *testing.F) {
	for _, seed := range []string{
		"", "{0a1b2c3d-4e5f-6789-abcd-ef0123456789}", "0004567890", "Contoso.", "presales,usage", "under-review", "Enabled", "one-company", "unknown",
		"a_b.c", "a-.b", "a..b", ".", strings.Repeat("a", 64), `["usage"]`, `"usage,presales"`, "0", "00", "18446744073709551615", "18446744073709551616",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if _, err := ParseDomain(text); (err == nil) != isDomain(text) {
			t.Fatalf("parsing the domain %q: %v", text, err)
		}
		if _, err := ParsePartnerID(text); (err == nil) != isPartnerID(text) {
			t.Fatalf("parsing the partner ID %q: %v", text, err)
		}
		texttest.CheckReading[TenantID](t, text)
		texttest.CheckReading[SubscriptionID](t, text)
		texttest.CheckReading[PartnerID](t, text)
		texttest.CheckJSON[PartnerID](t, text)
		texttest.CheckReading[Domain](t, text)
		texttest.CheckReading[partnerrules.Set[Activity]](t, text)
		texttest.CheckReading[partnerrules.Set[Question]](t, text)
		texttest.CheckJSON[partnerrules.Set[Activity]](t, text)
	})
}
