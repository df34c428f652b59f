package agreement_test

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	. "github.com/partnerrules/partnerrules/agreement"
)

var (
	_ json.Marshaler   = Attestation{}
	_ json.Unmarshaler = (*Attestation)(nil)
)

// A round trip through JSON preserves an attestation, with its date as written. An
// empty type is replaced by the type of the template.
func TestAttestation_RoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := anyBody().Draw(t, "attestation")
		text, err := json.Marshal(a)
		if err != nil {
			t.Fatal(err)
		}
		got, err := DecodeAttestation(text)
		want := a
		if want.Type == "" {
			want.Type = want.Template.Type()
		}
		if err != nil || got != want {
			t.Fatalf("%s: %v\n%s", text, err, cmp.Diff(want, got))
		}
		var again Attestation
		if err := json.Unmarshal(text, &again); err != nil || again != want {
			t.Errorf("%s unmarshals to %+v, %v", text, again, err)
		}
		list, err := DecodeAttestations([]byte(`{"totalCount": 1, "items": [` + string(text) + `], "links": {"self": {"headers": [{}]}}}`))
		if err != nil || list.TotalCount != 1 || len(list.Items) != 1 || list.Items[0] != want {
			t.Errorf("in a list it decodes to %+v, %v", list, err)
		}
	})
}

func TestAttestationMarshalJSON(t *testing.T) {
	full := Attestation{
		Contact:  Contact{"Ada", "Quist", "ada.quist@northlight.example", "555 0142"},
		Template: CustomerAgreementTemplate, Date: DateTimestamp(day("2023-07-27")), Type: CustomerAgreement, UserID: "u", Link: "l",
	}
	const want = `{"primaryContact":{"firstName":"Ada","lastName":"Quist","email":"ada.quist@northlight.example","phoneNumber":"555 0142"},` +
		`"templateId":"117a77b0-9360-443b-8795-c6dedc750cf9","dateAgreed":"2023-07-27T00:00:00.000Z","type":"MicrosoftCustomerAgreement","userId":"u","agreementLink":"l"}`
	if text, err := json.Marshal(full); err != nil || string(text) != want {
		t.Errorf("%s, %v", text, err)
	}
	if text, err := json.Marshal(Attestation{}); err != nil || string(text) != `{"primaryContact":{}}` {
		t.Errorf("the zero Attestation marshals to %s, %v", text, err)
	}
	// A date alone in a body is written back unchanged.
	alone, err := DecodeAttestation([]byte(`{"dateAgreed":"2023-07-27"}`))
	if text, _ := json.Marshal(alone); err != nil || string(text) != `{"primaryContact":{},"dateAgreed":"2023-07-27"}` || alone.Date.Compare(full.Date) != 0 {
		t.Errorf("%s, %v", text, err)
	}
}

// The attestation that counts has the given type, and no other of the type is later.
// It does not depend on the order of the list, except for ties.
func TestLatestIndex(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		dates := []Timestamp{{}, MustParseTimestamp("0001-05-01"), oldDay, newDay, MustParseTimestamp("2023-04-01T02:00:00+02:00"), DateTimestamp(day("2023-04-01"))}
		list := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Attestation {
			return Attestation{
				Date:     rapid.SampledFrom(dates).Draw(t, "date"),
				Type:     rapid.SampledFrom([]Type{CustomerAgreement, CloudAgreement, "", "Other"}).Draw(t, "type"),
				Template: rapid.SampledFrom([]TemplateID{"", "other", CustomerAgreementTemplate, CloudAgreementTemplate}).Draw(t, "template"),
			}
		}), 0, 6).Draw(t, "list")
		of := rapid.SampledFrom([]Type{CustomerAgreement, CloudAgreement, "Other", ""}).Draw(t, "of")
		typeOf := func(a Attestation) Type {
			if a.Type != "" {
				return a.Type
			}
			return map[TemplateID]Type{CustomerAgreementTemplate: CustomerAgreement, CloudAgreementTemplate: CloudAgreement}[a.Template]
		}
		rank := func(a Attestation) int64 {
			if instant := a.Date.UTC(); a.Date.IsSet() {
				when, _ := instant.Instant()
				return when.UnixNano()
			}
			return -1 << 62
		}
		want := -1
		for i, a := range list {
			if typeOf(a) == of && (want < 0 || rank(a) >= rank(list[want])) {
				want = i
			}
		}
		got := LatestIndex(list, of)
		if got != want {
			t.Fatalf("LatestIndex = %d, want %d", got, want)
		}
		if ConsentFrom(nil) != (Consent{}) || ConsentFrom([]Attestation{}) != (Consent{Given: No}) {
			t.Error("a nil list and an empty list have the wrong consent")
		}
		shuffled := rapid.Permutation(list).Draw(t, "shuffled")
		if i := LatestIndex(shuffled, of); (i < 0) != (got < 0) || i >= 0 && rank(shuffled[i]) != rank(list[got]) {
			t.Errorf("after a shuffle, %d counts", i)
		}
		consent := ConsentFrom(list)
		mca, open := LatestIndex(list, CustomerAgreement), false
		for _, a := range list {
			open = open || typeOf(a) != CustomerAgreement && typeOf(a) != CloudAgreement
		}
		switch {
		case list == nil && consent != Consent{},
			mca >= 0 && consent != Consent{Given: Yes, On: list[mca].Date},
			mca < 0 && open && consent != Consent{},
			list != nil && mca < 0 && !open && consent != Consent{Given: No}:
			t.Errorf("ConsentFrom = %+v", consent)
		}
	})
}

func TestTemplateIDType(t *testing.T) {
	for id, want := range map[TemplateID]Type{
		CustomerAgreementTemplate: CustomerAgreement, CloudAgreementTemplate: CloudAgreement, "": "", otherTemplate: "",
		"998B88DE-AA99-4388-A42C-1B3517D49490": CloudAgreement, "998b88de-aa99-4388-a42c-1b3517d4949": "",
		"{998b88de-aa99-4388-a42c-1b3517d49490}": "", "998b88deaa994388a42c1b3517d49490": "", "998b88de-aa99-4388-a42c-1b3517d494900": "",
	} {
		if got := id.Type(); got != want {
			t.Errorf("%s is %q", id, got)
		}
	}
}

// Unicode case folding is exact for template IDs. The known IDs have hexadecimal
// digits and hyphens only, and only ASCII letters fold to these. Two other runes fold
// to an ASCII letter, U+212A to k and U+017F to s, but no ID has a k or an s.
func TestTemplateIDType_CaseFolding(t *testing.T) {
	for _, known := range []TemplateID{CustomerAgreementTemplate, CloudAgreementTemplate} {
		for i, c := range string(known) {
			if !strings.ContainsRune("0123456789abcdef-", c) {
				t.Errorf("%s: %q at %d is not a lowercase hexadecimal digit or a hyphen", known, c, i)
			}
			for r := unicode.SimpleFold(c); r != c; r = unicode.SimpleFold(r) {
				if r != unicode.ToUpper(c) || r > unicode.MaxASCII {
					t.Errorf("%q folds to %q", r, c)
				}
			}
			for _, r := range []rune{'\u212a', '\u017f', '\uff11', '\u0410', 'k', 's'} {
				if id := known[:i] + TemplateID(r) + known[i+1:]; id.Type() != "" {
					t.Errorf("%s is %q", id, id.Type())
				}
			}
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		known := rapid.SampledFrom([]TemplateID{CustomerAgreementTemplate, CloudAgreementTemplate}).Draw(t, "known")
		id := []rune(known)
		for i := range id {
			if rapid.Bool().Draw(t, "upper") {
				id[i] = unicode.ToUpper(id[i])
			}
		}
		if rapid.Bool().Draw(t, "changed") {
			id[rapid.IntRange(0, len(id)-1).Draw(t, "at")] = rapid.Rune().Draw(t, "rune")
		}
		want := Type("")
		if strings.ToLower(string(id)) == string(known) {
			want = known.Type()
		}
		if got := TemplateID(id).Type(); got != want {
			t.Errorf("%s is %q, want %q", string(id), got, want)
		}
	})
}
