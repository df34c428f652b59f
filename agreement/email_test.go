package agreement_test

import (
	"errors"
	"net/mail"
	"net/netip"
	"regexp"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/partnerrules/partnerrules"
	. "github.com/partnerrules/partnerrules/agreement"
)

// A second implementation of AGR-04, as patterns.
var (
	localPattern  = regexp.MustCompile("^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$")
	domainPattern = regexp.MustCompile(`^([A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?$`)
	numberPattern = regexp.MustCompile(`\.[0-9]+$`)
)

func isEmail(s string) bool {
	local, domain, found := strings.Cut(s, "@")
	if !found || len(s) > 254 || len(local) > 64 || !localPattern.MatchString(local) {
		return false
	}
	if inner, literal := strings.CutPrefix(domain, "["); literal {
		inner, closed := strings.CutSuffix(inner, "]")
		addr, err := netip.ParseAddr(inner)
		return closed && err == nil && addr.Is4()
	}
	return domainPattern.MatchString(domain) && !numberPattern.MatchString(domain)
}

// checkEmail compares ParseEmail with the second implementation. It compares the parts
// of a valid address with the result of net/mail.
func checkEmail(t interface{ Fatalf(string, ...any) }, text string) {
	local, domain, err := ParseEmail(text)
	if (err == nil) != isEmail(text) {
		t.Fatalf("%q: %v", text, err)
	}
	if err != nil {
		var bad *partnerrules.InputError
		if !errors.As(err, &bad) || bad.Text != text || bad.Offset < 0 || bad.Offset > len(text) || bad.Reason == "" || local+domain != "" {
			t.Fatalf("%q: %q, %q, %#v", text, local, domain, err)
		}
		return
	}
	parsed, err := mail.ParseAddress(text)
	if local+"@"+domain != text || err != nil || parsed.Address != text || parsed.Name != "" {
		t.Fatalf("ParseEmail(%q) = %q, %q, but net/mail returns %v, %v", text, local, domain, parsed, err)
	}
}

// ParseEmail accepts the addresses of AGR-04 and no others.
func TestParseEmail(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		// Texts near the limits: short texts of few letters, and long texts.
		text := rapid.OneOf(
			rapid.StringMatching(`[aZ0.!-]{0,4}@[aZ0.-]{0,6}`),
			rapid.StringMatching(`[a.]{62,66}@b\.c`),
			rapid.StringMatching(`a@([b-]{62,63}\.){3}[b0]{56,62}`),
			rapid.StringMatching(`a@[b0]{62,64}(\.[b0]{0,64}){1,2}`),
			rapid.StringMatching(`a@\[?(25[4-6]|0|00|1|1234)(\.(25[4-6]|0|01|99|)){2,4}\]?`),
			rapid.StringMatching(`[a@"() é]{1,4}@[a@.é]{1,6}`),
		).Draw(t, "text")
		checkEmail(t, text)
	})
	for _, text := range []string{"a@b.c", "", "@", "a@", "@b.c", "a@[1.2.3.4]", "a@[1.2.3.4", "a@[]", "a@1.2.3.4]", "a@[1.2.3.4]x", "a@[::1]", "a@[256.0.0.0]", "a@[0.0.0.1000]"} {
		checkEmail(t, text)
	}
}

// The limits of each part, with the offset of the error, or -1 for a valid address.
func TestParseEmail_Offset(t *testing.T) {
	local, label := strings.Repeat("a", 64), strings.Repeat("b", 62)
	labels := strings.Repeat(label+"b.", 3) // 192 bytes
	for text, offset := range map[string]int{
		"!#$%&'*+/=?^_`{|}~-@b.c": -1,
		local + "@b.c":            -1,
		local + "a@b.c":           64,
		"a@" + label + "b.c":      -1,
		"a@" + label + "bb.c":     65,
		"a@c." + label + "bb":     67,
		"a@" + labels + label[2:]: -1,
		"a@" + labels + label[1:]: 254,
		"user@contoso.123":        13,
		"user@contoso.1a":         -1,
		"user@123.contoso.com":    -1,
		"a@1":                     3,
		"":                        0,
		"ab.c":                    4,
		"@b.c":                    0,
		".a@b.c":                  0,
		"a.@b.c":                  1,
		"a..b@b.c":                2,
		"a b@b.c":                 1,
		"a@b@c.d":                 3,
		"a@":                      2,
		"a@b":                     3,
		"a@.b":                    2,
		"a@b..c":                  4,
		"a@b.c.":                  6,
		"a@-b.c":                  2,
		"a@b-.c":                  3,
		"a@b.-c":                  4,
		"a@b.c-":                  5,
		"a@b-c.d-e":               -1,
		"a@b.c_d":                 5,
		"a@[0.0.0.0]":             -1,
		"a@[255.255.255.255]":     -1,
		"a@[255.255.255.256]":     15,
		"a@[1.2.3.04]":            9,
		"a@[1..3.4]":              5,
		"a@[1.2.3]":               8,
		"a@[1.2.3.4.5]":           11,
		"a@[1.2.3.4":              10,
		"a@[1.2.3.4]b":            12,
		"a@[]":                    3,
	} {
		_, _, err := ParseEmail(text)
		var bad *partnerrules.InputError
		if errors.As(err, &bad) != (offset >= 0) || bad != nil && (bad.Offset != offset || bad.Type != "email address") {
			t.Errorf("%q: %v, want offset %d", text, err, offset)
		}
	}
}

// Each byte is tested as the local part and within a label.
func TestParseEmail_Bytes(t *testing.T) {
	const alphanumeric = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
	for i := range 256 {
		c := string([]byte{byte(i)})
		_, _, local := ParseEmail(c + "@b.de")
		if want := strings.Contains(alphanumeric+"!#$%&'*+/=?^_`{|}~-", c); (local == nil) != want {
			t.Errorf("%q as the local part: %v", c, local)
		}
		_, _, label := ParseEmail("a@b" + c + "b.de")
		if want := strings.Contains(alphanumeric+"-.", c); (label == nil) != want {
			t.Errorf("%q within a label: %v", c, label)
		}
	}
}

func FuzzParseEmail(f *testing.F) {
	for _, seed := range []string{"ada.quist@northlight.example", "a@[192.0.2.1]", "a..b@c.d", `"a b"@c.d`, "a@b", "å@b.c", "a@b-.c", "a@[256.0.0.0]"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) { checkEmail(t, text) })
}
