package agreement_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/partnerrules/partnerrules"
	. "github.com/partnerrules/partnerrules/agreement"
)

func TestDecode_Quirks(t *testing.T) {
	list, err := DecodeMetadata([]byte("\ufeff" + ` {"totalCount":6,"items":[
		{"templateId":"t","agreementType":"A","agreementLink":"l","versionRank":-2},
		{"type":"B","other":{"type":7}},
		{"type":"C","agreementType":"C"},
		{"type":null,"agreementType":"D","templateId":null,"versionRank":null},
		{"agreementType":"E","type":null},
		{"type":"F","agreementType":""}
	],"links":{"self":{"uri":"/x","headers":[]}},"attributes":{"objectType":"Collection"}} `))
	want := List[Metadata]{TotalCount: 6, Complete: Yes, Items: []Metadata{{"t", "A", "l", -2}, {Type: "B"}, {Type: "C"}, {Type: "D"}, {Type: "E"}, {Type: "F"}}}
	if diff := cmp.Diff(want, list); err != nil || diff != "" {
		t.Errorf("%v\n%s", err, diff)
	}
	for text, want := range map[string]ServiceError{
		``:                                {},
		" \r\n\t":                         {},
		"\ufeff \n":                       {},
		`{"code":600061}`:                 {Code: "600061"},
		`{"code":"600061"}`:               {Code: "600061"},
		`{"code":null,"description":"d"}`: {Description: "d"},
		`{"message":"m","errorName":"N","data":[1,{"a":[]}],"isRetryable":false,"parameters":{}}`: {Message: "m", Name: "N"},
	} {
		if got, err := DecodeError([]byte(text)); err != nil || got != want {
			t.Errorf("%s decodes to %+v, %v", text, got, err)
		}
	}
	for text, want := range map[string]Tri{`{"isSigned":true}`: Yes, `{"isSigned":false}`: No, `{}`: Unknown, `{"isSigned":null}`: Unknown, `{"issigned":true}`: Unknown} {
		if got, err := DecodeDirectStatus([]byte(text)); err != nil || got != want {
			t.Errorf("%s decodes to %v, %v", text, got, err)
		}
	}
	// Only an empty list means that there are no attestations.
	for text, want := range map[string]Tri{
		`{}`: Unknown, `{"items":null}`: Unknown, `{"code":600061,"message":"m"}`: Unknown, `{"totalCount":0,"items":[]}`: No, `{"items": [ ] }`: No,
	} {
		got, err := DecodeAttestations([]byte(text))
		if err != nil || len(got.Items) != 0 || ConsentFrom(got.Items).Given != want {
			t.Errorf("%s decodes to %+v, %v, want consent %v", text, got, err, want)
		}
	}
	if got, err := DecodeAttestation([]byte(`{"primaryContact":null,"dateAgreed":"","type":null}`)); err != nil || got != (Attestation{}) {
		t.Errorf("empty members decode to %+v, %v", got, err)
	}
}

func TestDecode_Errors(t *testing.T) {
	attestation := func(b []byte) error { _, err := DecodeAttestation(b); return err }
	attestations := func(b []byte) error { _, err := DecodeAttestations(b); return err }
	metadata := func(b []byte) error { _, err := DecodeMetadata(b); return err }
	status := func(b []byte) error { _, err := DecodeDirectStatus(b); return err }
	fault := func(b []byte) error { _, err := DecodeError(b); return err }
	for _, test := range []struct {
		decode func([]byte) error
		text   string
		offset int
		reason string // a prefix
	}{
		{attestation, ``, 0, "unexpected end"},
		{attestation, ` `, 1, "unexpected end"},
		{attestation, `{"type":`, 8, "unexpected end"},
		{attestation, `{"type":tru`, 11, "unexpected end"},
		{attestation, `{"type":"A`, 10, "unexpected end"},
		{attestation, `{} {}`, 3, "invalid JSON"},
		{attestation, "{}\r\n\tx", 5, "invalid JSON"},
		{attestation, "{\"type\":\"\xff\"}", 9, "invalid UTF-8"},
		{attestation, "\xff{}", 0, "invalid UTF-8"},
		{attestation, `null`, 0, "want an object"},
		{attestation, `[]`, 0, "want an object"},
		{attestation, ` 7`, 1, "want an object"},
		{attestation, `{"type": 7}`, 9, "type: want a string"},
		{attestation, `{"templateId": ["x"]}`, 15, "templateId: want a string"},
		{attestation, `{"primaryContact": "Ada"}`, 19, "primaryContact: want an object"},
		{attestation, `{"primaryContact": {"email": false}}`, 29, "primaryContact.email: want a string"},
		{attestation, `{"a":[{"b":[]},1],"dateAgreed": "2023-02-29T00:00:00Z"}`, 32, `dateAgreed: timestamp "2023-02-29T00:00:00Z" at offset 8: day 29`},
		{attestation, `{"dateAgreed": 1}`, 15, "dateAgreed: want a string"},
		{attestations, `{"items": {}}`, 10, "items: want a list"},
		{attestations, `{"items": [{}, 7]}`, 15, "items[1]: want an object"},
		{attestations, `{"items": [{}, {"dateAgreed": "x"}]}`, 30, "items[1].dateAgreed: timestamp"},
		{attestations, `{"totalCount": "2"}`, 15, "totalCount: want an integer of 32 bits"},
		{attestations, `{"totalCount": 2.5}`, 15, "totalCount: want an integer of 32 bits"},
		{attestations, `{"totalCount": 2147483648}`, 15, "totalCount: want an integer of 32 bits"},
		{metadata, `{"items": [{"type": "A", "agreementType": "B"}]}`, 42, "items[0].agreementType: differs from the type given before, \"A\""},
		{metadata, `{"items": [{"agreementType": 1}]}`, 29, "items[0].agreementType: want a string"},
		{metadata, `{"items": [{"versionRank": true}]}`, 27, "items[0].versionRank: want an integer of 32 bits"},
		{status, `{"isSigned": "true"}`, 13, "isSigned: want true or false"},
		{status, `true`, 0, "want an object"},
		{fault, `{"code": [1]}`, 9, "code: want a number or a string"},
		{fault, `{}`, 0, "want code, message, description or errorName"},
		{fault, `{"Code":"1002"}`, 0, "want code, message, description or errorName"},
		{fault, `{"error":{"code":"1002"}}`, 0, "want code, message, description or errorName"},
		{fault, `{"code":null}`, 0, "want code, message, description or errorName"},
		{fault, "\ufeff x", 4, "invalid JSON"},
		{status, "\ufeff\n", 4, "unexpected end"},
		{attestations, `{"items":[{},null]}`, 13, "items[1]: want an object"},
		{metadata, `{"items":[ null ]}`, 11, "items[0]: want an object"},
		{status, "\ufeff\ufeff{}", 3, "invalid JSON"},
		{status, "\xff\xfe{\x00", 0, "UTF-16"},
		{status, "\xfe\xff\x00{", 0, "UTF-16"},
		{status, "{\x00}\x00", 0, "UTF-16"},
		{status, "\x00{\x00}", 0, "UTF-16"},
		{status, "\x00", 0, "UTF-16"},
		{status, "{}\x00", 2, "invalid JSON"},
		{status, "\xff{}", 0, "invalid UTF-8"},
		{status, "{\xff\xfe}", 1, "invalid UTF-8"},
		{status, "\ufeff{\xff}", 4, "invalid UTF-8"},
		{status, `{"isSigned":true,"isSigned":false}`, 17, "isSigned: repeated, first at offset 1"},
		{status, `{"isSigned":true, "is\u0053igned":true}`, 18, "isSigned: repeated, first at offset 1"},
		{status, `{"a":[{"b":{"c":1}},[0,{"d e":1,"é":[],"d e":2}]]}`, 40, "a[1][1].d e: repeated, first at offset 24"},
		{status, `{"a":{"b":1},"c":[],"a":2}`, 20, "a: repeated, first at offset 1"},
		{status, `{"":{"":1,"":2}}`, 10, ".: repeated, first at offset 5"},
		{status, strings.Repeat(`{"a":`, 9000) + `{"b":1,"b":2}` + strings.Repeat("}", 9000), 45007, `…"` + strings.Repeat(".a", 19) + `.b": repeated`},
		{status, `[[],{"a":1,"a":2}]`, 11, "[1].a: repeated, first at offset 5"},
		{status, `{"\n":1,"\n":2}`, 8, `"\n": repeated`},
		{status, `{"` + strings.Repeat("x", 50) + `":{"a":1,"a":2}}`, 61, `…"` + strings.Repeat("x", 38) + `.a": repeated`},
		{attestation, `{"type":"\ud800"}`, 9, "type: invalid surrogate escape"},
		{attestation, `{"type":"\uDFFF"}`, 9, "type: invalid surrogate escape"},
		{attestation, `{"type":"a\\\ud83d\ud83d\ude00"}`, 12, "type: invalid surrogate escape"},
		{attestation, `{"type":"\ud83d\ude00\ude00"}`, 21, "type: invalid surrogate escape"},
		{attestation, `{"type":"12345678901234567890\ud83d\ude00\ud83d"}`, 41, "type: invalid surrogate escape"},
		{attestation, `"x"`, 0, "want an object"},
		{attestation, `"\ud83d"`, 1, "invalid surrogate escape"},
		{attestation, `{"x":["\n",{"\ud83dude00":1}]}`, 13, "x[1].\ufffdude00: invalid surrogate escape"},
		{fault, `{"message": 1}`, 12, "message: want a string"},
	} {
		err := test.decode([]byte(test.text))
		var bad *partnerrules.InputError
		if !errors.As(err, &bad) || bad.Text != "" || bad.Offset != test.offset || bad.Type == "" {
			t.Errorf("%s: %v, want offset %d, %s", test.text, err, test.offset, test.reason)
			continue
		}
		where := bad.Path
		if where != "" {
			where += ": "
		}
		if !strings.HasPrefix(where+bad.Reason, test.reason) {
			t.Errorf("%s: %v, want offset %d, %s", test.text, err, test.offset, test.reason)
		}
	}
	// The offset is the first byte that makes the text invalid: the text before it is
	// only incomplete.
	for _, text := range []string{`x`, `{"type" "A"}`, `{"type":"A",}`, `[1 2]`, `{1:2}`, `{"type":nul}`, "{\"type\":\"a\nb\"}"} {
		var bad, cut *partnerrules.InputError
		if !errors.As(attestation([]byte(text)), &bad) || bad.Text != "" || bad.Offset >= len(text) || bad.Reason != "invalid JSON" {
			t.Errorf("%s: %v", text, bad)
			continue
		}
		if !errors.As(attestation([]byte(text[:bad.Offset])), &cut) || cut.Offset != bad.Offset || cut.Reason != "unexpected end" {
			t.Errorf("%s: %v, but the text before the offset: %v", text, bad, cut)
		}
	}
	kept := Attestation{Type: "A"}
	if err := kept.UnmarshalJSON([]byte(`{"type":"B","userId":1}`)); err == nil || kept != (Attestation{Type: "A"}) {
		t.Errorf("after the error %v, the attestation is %+v", err, kept)
	}
}

// A member may come once in each of several objects, and escapes may be pairs.
func TestDecode_NotRepeated(t *testing.T) {
	for _, text := range []string{
		`{"a":{"a":{"a":1}},"b":[{"a":1},{"a":1}],"A":1}`, `{"a":"b","b":"a"}`, `{"a":["a","a"],"":1}`,
		`{"a":"\ud83d\ude00","b":"\\ud800","c":"\ud7ff\ue000","\uD83D\uDE00":1,"d":"\\\\ud800"}`,
	} {
		if signed, err := DecodeDirectStatus([]byte(text)); err != nil || signed != Unknown {
			t.Errorf("%s: %v, %v", text, signed, err)
		}
	}
	got, err := DecodeAttestation([]byte(`{"type":"\ud83d\ude00"}`))
	if err != nil || got.Type != "😀" {
		t.Errorf("%+v, %v", got, err)
	}
}

// No error quotes a body or a value of a contact, and of another value it quotes at
// most 40 bytes (INP-08).
func TestDecode_Private(t *testing.T) {
	for _, text := range []string{
		`{"primaryContact":{"email":"Secret"},"type":7}`, `{"primaryContact":{"email":["Secret"]}}`, `{"primaryContact":"Secret"}`,
		`{"primaryContact":{"email":"Secret`, `{"primaryContact":{"email":"Secret"}} Secret`, `{"primaryContact":{"email":"Secret\udead"}}`,
		`{"primaryContact":{"email":"Secret","email":"Secret"}}`, "{\"primaryContact\":{\"email\":\"Secret\xff\"}}",
		`{"dateAgreed":"2023-01-01T00:00:00` + strings.Repeat(" ", 30) + `Secret"}`,
	} {
		_, err := DecodeAttestation([]byte(text))
		if shown := fmt.Sprintf("%v %+v", err, err); err == nil || strings.Contains(shown, "Secret") {
			t.Errorf("%s: %v", text, err)
		}
	}
	_, err := DecodeMetadata([]byte(`{"items":[{"type":"` + strings.Repeat("x", 41) + `","agreementType":"y"}]}`))
	if want := `differs from the type given before, "` + strings.Repeat("x", 40) + `"…`; err == nil || !strings.HasSuffix(err.Error(), want) {
		t.Errorf("%v, want %s", err, want)
	}
}

// No body makes a decoder panic. Decoders accept only JSON, and the offset of an error
// is within the text.
func FuzzDecode(f *testing.F) {
	for _, seed := range []string{
		``, `{}`, `{"code":1}`, `{"isSigned":true}`, `{"totalCount":1,"items":[{"type":"A","versionRank":0}]}`,
		`{"primaryContact":{"firstName":"A"},"dateAgreed":"2019-08-26T00:00:00","templateId":"t"}`, `[[[[`, "\ufeff{}", `{"items":[null]}`,
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		if signed := ParseDirectStatus(string(text)); (signed != Unknown) != (strings.EqualFold(string(text), "Provided") || strings.EqualFold(string(text), "Not provided")) {
			t.Fatalf("ParseDirectStatus(%q) = %v", text, signed)
		}
		a, errA := DecodeAttestation(text)
		l, errL := DecodeAttestations(text)
		m, errM := DecodeMetadata(text)
		s, errS := DecodeDirectStatus(text)
		e, errE := DecodeError(text)
		for what, err := range map[string]error{"attestation": errA, "list": errL, "metadata": errM, "status": errS, "error": errE} {
			var bad *partnerrules.InputError
			switch {
			case err == nil && !json.Valid([]byte(strings.TrimPrefix(string(text), "\ufeff"))) && (what != "error" || e != (ServiceError{})):
				t.Fatalf("%s: %q is accepted, but is not JSON", what, text)
			case err != nil && (!errors.As(err, &bad) || bad.Text != "" || bad.Offset < 0 || bad.Offset > len(text)):
				t.Fatalf("%s: %q: %#v", what, text, err)
			}
		}
		c, errC := DecodeConsent(text)
		var fault ServiceError
		switch {
		case errE == nil && e == (ServiceError{}): // an empty body
			if !errors.As(errC, &fault) || fault != e || c != (Consent{}) {
				t.Fatalf("consent: %q: %+v, %v", text, c, errC)
			}
		case errL != nil || l.Items == nil && errE != nil:
			var bad *partnerrules.InputError
			if !errors.As(errC, &bad) || bad.Text != "" || c != (Consent{}) {
				t.Fatalf("consent: %q: %+v, %#v", text, c, errC)
			}
		case l.Items != nil:
			if errC != nil || c.Given == No && l.Complete != Yes || c.Given != No && c != ConsentFrom(l.Items) && l.Complete == Yes {
				t.Fatalf("consent: %q: %+v, %v", text, c, errC)
			}
		case e.Code == "600009":
			if errC != nil || c != (Consent{Given: No}) {
				t.Fatalf("consent: %q: %+v, %v", text, c, errC)
			}
		case !errors.As(errC, &fault) || fault != e || c != (Consent{}):
			t.Fatalf("consent: %q: %+v, %v", text, c, errC)
		}
		if errA == nil {
			written, err := json.Marshal(a)
			again, err2 := DecodeAttestation(written)
			if a.Type == "" {
				a.Type = a.Template.Type()
			}
			if err != nil || err2 != nil || again != a {
				t.Fatalf("%q marshals to %s, %v, and decodes to %+v, %v", text, written, err, again, err2)
			}
		}
		if claims := fmt.Sprint(l, m, s, e); errL != nil && errM != nil && errS != nil && errE != nil && claims != fmt.Sprint(List[Attestation]{}, List[Metadata]{}, Unknown, ServiceError{}) {
			t.Fatalf("the results are not zero after errors: %s", claims)
		}
	})
}

// A list is complete if it has as many items as its total count. A greater count means
// that items are missing, and no count that they may be (AGR-18).
func TestDecodeConsent(t *testing.T) {
	const (
		cloud    = `{"type":"MicrosoftCloudAgreement","dateAgreed":"2018-06-14T00:00:00Z"}`
		customer = `{"type":"MicrosoftCustomerAgreement","dateAgreed":"2021-08-17T00:00:00Z"}`
		other    = `{"type":"Other"}`
	)
	attested := Consent{Yes, MustParseTimestamp("2021-08-17T00:00:00Z")}
	for text, want := range map[string]Consent{
		`{"totalCount":0,"items":[]}`:                               {Given: No},
		`{"totalCount":1,"items":[]}`:                               {},
		`{"items":[]}`:                                              {},
		`{"totalCount":null,"items":[]}`:                            {},
		`{"totalCount":2,"items":[` + cloud + `,` + cloud + `]}`:    {Given: No},
		`{"items":[` + cloud + `],"totalCount":1}`:                  {Given: No},
		`{"totalCount":3,"items":[` + cloud + `,` + cloud + `]}`:    {},
		`{"items":[` + cloud + `,` + cloud + `]}`:                   {},
		`{"totalCount":2,"items":[` + cloud + `,` + other + `]}`:    {},
		`{"totalCount":9,"items":[` + cloud + `,` + customer + `]}`: attested,
		`{"items":[` + customer + `]}`:                              attested,
		`{"code":600009}`:                                           {Given: No},
		`{"items":null,"code":"600009"}`:                            {Given: No},
	} {
		if got, err := DecodeConsent([]byte(text)); err != nil || got != want {
			t.Errorf("%s: %+v, %v, want %+v", text, got, err, want)
		}
	}
	for text, want := range map[string]ServiceError{
		"": {}, "\ufeff \n": {}, `{"code":1002,"message":"m"}`: {Code: "1002", Message: "m"}, `{"description":"d"}`: {Description: "d"},
	} {
		got, err := DecodeConsent([]byte(text))
		var fault ServiceError
		if !errors.As(err, &fault) || fault != want || got != (Consent{}) {
			t.Errorf("%q: %+v, %v, want %+v", text, got, err, want)
		}
	}
	for text, offset := range map[string]int{
		`{"totalCount":0,"items":[{}]}`:   14,
		`{"items":[{}],"totalCount": 0}`:  28,
		`{"totalCount":-1,"items":[]}`:    14,
		`{"totalCount":-1,"code":600009}`: 14,
		`{"totalCount":0}`:                0,
		`{}`:                              0,
		`{"items":[],"items":[]}`:         12,
		`{"code":1002,"code":600009}`:     13,
		`{"totalCount":1,"items":[{}`:     27,
	} {
		got, err := DecodeConsent([]byte(text))
		var fault *partnerrules.InputError
		if !errors.As(err, &fault) || fault.Offset != offset || got != (Consent{}) {
			t.Errorf("%s: %+v, %v, want offset %d", text, got, err, offset)
		}
	}
}

// Without a list, it is unknown whether it is complete.
func TestDecodeAttestations_Complete(t *testing.T) {
	for text, want := range map[string]Tri{
		`{"totalCount":0}`: Unknown, `{"totalCount":0,"items":null}`: Unknown, `{"items":[]}`: Unknown,
		`{"totalCount":0,"items":[]}`: Yes, `{"totalCount":1,"items":[]}`: No,
	} {
		if got, err := DecodeAttestations([]byte(text)); err != nil || got.Complete != want {
			t.Errorf("%s: %+v, %v, want %v", text, got, err, want)
		}
	}
}

// The text of an error of the service has its code, and no other text of the body.
func TestServiceError_Error(t *testing.T) {
	for want, e := range map[string]ServiceError{
		"error of the service without a body": {},
		"error of the service without a code": {Message: "Ada Quist"},
		`error "1002" of the service`:         {Code: "1002", Message: "Ada Quist", Description: "d", Name: "n"},
	} {
		if e.Error() != want {
			t.Errorf("%+v: %q, want %q", e, e.Error(), want)
		}
	}
}
