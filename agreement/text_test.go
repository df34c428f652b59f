package agreement_test

import (
	"encoding"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	. "github.com/partnerrules/partnerrules/agreement"
	"github.com/partnerrules/partnerrules/calendar"
)

// textForm is what every enumeration and set has.
type textForm interface {
	comparable
	fmt.Stringer
	encoding.TextMarshaler
	encoding.TextAppender
}

// checkEnum checks the text forms of an enumeration whose codes are given, from
// the constant first on.
func checkEnum[E interface {
	textForm
	~uint8 | ~int8
}, P interface {
	*E
	encoding.TextUnmarshaler
}](t *testing.T, first E, codes ...string) {
	t.Helper()
	for i, code := range codes {
		e := first + E(i)
		text, err := e.MarshalText()
		if e.String() != code || err != nil || string(text) != code {
			t.Errorf("%T %d is written %q, %q, %v, want %q", e, i, e, text, err, code)
		}
		if appended, err := e.AppendText([]byte("x ")); err != nil || string(appended) != "x "+code {
			t.Errorf("%T %d is appended as %q, %v", e, i, appended, err)
		}
		again := first + E(len(codes)-1-i)
		if err := P(&again).UnmarshalText([]byte(code)); err != nil || again != e {
			t.Errorf("%T: %q is read as %v, %v", e, code, again, err)
		}
	}
	beyond := first + E(len(codes))
	var input *calendar.InputError
	if _, err := beyond.MarshalText(); !errors.As(err, &input) || !strings.HasSuffix(beyond.String(), fmt.Sprintf("(%d)", int(beyond))) {
		t.Errorf("%T beyond the last is written %q, %v", beyond, beyond, err)
	}
	kept := first
	var bad *calendar.ParseError
	for _, text := range []string{"no such code", codes[len(codes)-1] + " ", strings.ToUpper(codes[len(codes)-1])} {
		err := P(&kept).UnmarshalText([]byte(text))
		if !errors.As(err, &bad) || bad.Text != text || !strings.Contains(bad.Reason, codes[len(codes)-1]) || kept != first {
			t.Errorf("%T: %q gave %v and left %v", kept, text, err, kept)
		}
	}
}

// reasonCodes are the codes of the reasons in their order.
func reasonCodes() []string {
	return []string{
		"", "partner-may-not-attest", "role-may-not-attest", "first-name-missing", "last-name-missing", "email-missing", "email-malformed",
		"email-of-microsoft", "email-of-partner", "date-missing", "date-in-future", "date-ahead-of-service", "date-past", "date-before-agreement",
		"template-missing", "template-retired", "template-not-known", "type-mismatch", "type-retired", "type-not-known", "channel-closed",
		"company-information-missing", "primary-contact-missing", "box-not-ticked", "contact-not-acceptor", "not-reviewed", "duplicate",
		"choice-not-made", "address-missing", "address-replaced", "sign-in-missing",
		"new-customer-not-accepted", "not-attested", "provider-must-attest", "old-routes-closed", "not-accepted",
	}
}

func TestEnumerationsHaveStableCodes(t *testing.T) {
	checkEnum(t, No, "no", "unknown", "yes")
	checkEnum(t, CloudNotGiven, "not-given", "public", "21vianet", "us-government")
	checkEnum(t, PartnerTypeUnknown, "unknown", "direct-bill", "indirect-provider", "indirect-reseller")
	checkEnum(t, RoleUnknown, "unknown", "admin-agent", "sales-agent", "helpdesk-agent", "other")
	checkEnum(t, CustomerKindUnknown, "unknown", "new", "existing")
	checkEnum(t, PurchaseUnknown, "unknown", "new-purchase", "seat-change", "manual-renewal", "automatic-renewal")
	checkEnum(t, ChannelUnknown, "unknown", "portal", "api", "enhanced-api")
	checkEnum(t, Severity(0), "", "error", "warning", "unknown")
	checkEnum(t, Field(0), "", "partner-type", "role", "first-name", "last-name", "email", "phone", "date", "template", "type", "channel",
		"form", "attestation", "invitation")
	checkEnum(t, Reason(0), reasonCodes()...)
	checkEnum(t, Undetermined, "undetermined", "not-applicable", "ready", "faulty", "allowed", "attest-first", "blocked", "no-known-obstacle", "may-be-unavailable")
	checkEnum(t, EventUnknown, "unknown", "attested", "invited", "accepted-directly")
	checkEnum(t, RouteUndetermined, "undetermined", "not-applicable", "nothing-to-do", "attest-new-customer", "attest-existing-customer",
		"attest-at-order-prompt", "attest-enhanced", "provider-attests", "agent-attests", "invite-new-customer", "invite-by-relationship", "invite-existing-customer")
	checkEnum(t, ByAttestation, "attestation", "order", "invitation", "relationship-request")
	checkEnum(t, Step(0), "", "open-customers", "add-customer", "enter-company", "tick-accepted", "enter-date", "go-to-review", "compare-contact",
		"submit-customer", "select-account", "edit-agreement", "enter-contact", "save-agreement", "enter-current-date", "save-prompt", "use-enhanced-api",
		"ask-provider", "ask-agent", "choose-to-ask", "save-sign-in", "send-address", "send-sign-in", "new-relationship", "adapt-text", "keep-generated",
		"open-address", "sign-in", "accept-agreement", "accept-relationship-and-agreement", "view-partners")
	checkEnum(t, CallUnknown, "unknown", "create-agreement", "list-agreements", "read-metadata", "read-direct-status", "manage-customer", "place-order")
	checkEnum(t, MeaningUnknown, "unknown", "future-date", "registration-number", "already-attested", "agreement-lacking", "no-attestations",
		"not-authorized", "tenant-not-guid")
	checkEnum(t, FactPartner, "partner", "role", "customer", "purchase", "attested", "attested-on", "provider-attested", "provider-attested-on", "direct", "now")
	checkEnum(t, Advice(0), "", "answer-questions", "customer-is-referred")
}

// warnings are the reasons that do not keep an attestation from being sent.
func warnings() []Reason {
	return []Reason{EmailOfMicrosoft, EmailOfPartner, DateAheadOfService, DatePast, DateBeforeAgreement, TemplateNotKnown, TypeNotKnown}
}

func TestReasonsSayEverything(t *testing.T) {
	rules := map[string][]Reason{
		"AGR-01": {PartnerMayNotAttest}, "AGR-02": {RoleMayNotAttest}, "AGR-03": {FirstNameMissing, LastNameMissing, EmailMissing},
		"AGR-04": {EmailMalformed, EmailOfMicrosoft, EmailOfPartner}, "AGR-05": {DateMissing, DateInFuture}, "AGR-06": {DateAheadOfService},
		"AGR-07": {DatePast}, "AGR-08": {DateBeforeAgreement}, "AGR-10": {TemplateMissing, TemplateRetired, TemplateNotKnown, TypeMismatch, TypeRetired, TypeNotKnown},
		"AGR-11": {Duplicate}, "AGR-14": {CompanyInformationMissing, PrimaryContactMissing, BoxNotTicked, ContactNotAcceptor, NotReviewed},
		"AGR-30": {ChoiceNotMade, AddressMissing, AddressReplaced, SignInMissing}, "AGR-40": {NewCustomerNotAccepted}, "AGR-42": {NotAttested, NotAccepted},
		"AGR-44": {ProviderMustAttest}, "AGR-45": {ChannelClosed, OldRoutesClosed},
	}
	said := map[string]Reason{}
	count := 0
	for rule, reasons := range rules {
		for _, r := range reasons {
			count++
			want := SeverityError
			if slices.Contains(warnings(), r) {
				want = SeverityWarning
			}
			if r.Rule() != rule || r.Source() == "" || r.See() == "" || r.Severity() != want || (r.Field() == 0) != (r > SignInMissing) {
				t.Errorf("%v: rule %s, source %q, see %q, severity %v, field %v", r, r.Rule(), r.Source(), r.See(), r.Severity(), r.Field())
			}
			message, remedy := r.Message(), r.Remedy()
			for _, text := range []string{message, remedy} {
				if other, twice := said[text]; text == "" || twice && other != r && text == message {
					t.Errorf("%v says %q, as does %v", r, text, other)
				}
				said[text] = r
			}
			if f := (Finding{r, want}); f.Message() != message || f.Remedy() != remedy {
				t.Errorf("%v as a finding says %q, %q", r, f.Message(), f.Remedy())
			}
		}
	}
	if count != len(reasonCodes())-1 {
		t.Errorf("%d of %d reasons have a rule", count, len(reasonCodes())-1)
	}
	for _, r := range []Reason{
		PartnerMayNotAttest, RoleMayNotAttest, DateInFuture, TemplateRetired, TypeRetired, ChannelClosed, CompanyInformationMissing,
		PrimaryContactMissing, BoxNotTicked, ContactNotAcceptor, NotReviewed, Duplicate, ChoiceNotMade, AddressReplaced, SignInMissing,
	} {
		open := Finding{r, SeverityUnknown}
		for _, text := range []string{open.Message(), open.Remedy()} {
			if text == "" || text == r.Message() || text == r.Remedy() {
				t.Errorf("%v, not known, says %q", r, text)
			}
		}
	}
	for _, none := range []Reason{0, NotAccepted + 1, 255} {
		if none.Rule()+none.Source()+none.Message()+none.Remedy()+none.See() != "" || none.Severity() != 0 || none.Field() != 0 {
			t.Errorf("reason %d says something", none)
		}
	}
}

func TestAdviceSaysEverything(t *testing.T) {
	for a, rule := range map[Advice]string{AnswerQuestions: "AGR-24", CustomerIsReferred: "AGR-32"} {
		if a.Rule() != rule || a.Source() == "" || a.Message() == "" {
			t.Errorf("%v: rule %s, source %q, message %q", a, a.Rule(), a.Source(), a.Message())
		}
	}
	if AnswerQuestions.Message() == CustomerIsReferred.Message() {
		t.Error("the advices say the same")
	}
	if none := Advice(0); none.Rule()+none.Source()+none.Message() != "" {
		t.Error("no advice says something")
	}
}

func TestWordsOfPartnerCenter(t *testing.T) {
	for text, want := range map[string]Tri{"Provided": Yes, "Not provided": No, "provided": Unknown, "Not Provided": Unknown, "": Unknown, " Provided": Unknown} {
		if got := DirectStatus(text); got != want {
			t.Errorf("%q is %v", text, got)
		}
	}
	for id, want := range map[TemplateID]Type{
		CustomerAgreementTemplate: CustomerAgreement, CloudAgreementTemplate: CloudAgreement, "": "", otherTemplate: "",
		"998B88DE-AA99-4388-A42C-1B3517D49490": CloudAgreement, "998b88de-aa99-4388-a42c-1b3517d4949": "",
	} {
		if got := id.Type(); got != want {
			t.Errorf("%s is %q", id, got)
		}
	}
	for role, want := range map[Role]Tri{RoleUnknown: Unknown, AdminAgent: Yes, SalesAgent: Yes, HelpdeskAgent: No, OtherRole: No, 5: Unknown} {
		if got := role.MayAttest(); got != want {
			t.Errorf("%v may attest: %v", role, got)
		}
	}
}

func TestSets(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		reasons := ReasonSet(rapid.Uint32Range(0, 1<<30-1).Draw(t, "reasons")) << 1
		facts := FactSet(rapid.Uint16Range(0, 1<<10-1).Draw(t, "facts"))
		var r ReasonSet
		var f FactSet
		for reason := range reasons.All() {
			r |= 1 << reason
			if !reasons.Has(reason) {
				t.Errorf("%v lacks %v", reasons, reason)
			}
		}
		for fact := range facts.All() {
			f |= 1 << fact
			if !facts.Has(fact) {
				t.Errorf("%v lacks %v", facts, fact)
			}
		}
		if r != reasons || f != facts {
			t.Errorf("%v and %v range over %v and %v", reasons, facts, r, f)
		}
		reasonText, err1 := reasons.MarshalText()
		factText, err2 := facts.MarshalText()
		if err := errors.Join(err1, err2, r.UnmarshalText(reasonText), f.UnmarshalText(factText)); err != nil || r != reasons || f != facts ||
			string(reasonText) != reasons.String() || string(factText) != facts.String() {
			t.Errorf("%s and %s are read as %v and %v, %v", reasonText, factText, r, f, err)
		}
	})
	reasons, facts := ReasonSet(2), FactSet(2)
	var fault *calendar.ParseError
	if err := reasons.UnmarshalText([]byte("duplicate,not-attested")); !errors.As(err, &fault) || fault.Offset != 10 || reasons != 2 {
		t.Errorf("a reason of orders gave %v and left %v", err, reasons)
	}
	if err := facts.UnmarshalText([]byte("role,role")); !errors.As(err, &fault) || fault.Offset != 5 || facts != 2 {
		t.Errorf("a fact twice gave %v and left %v", err, facts)
	}
}

// Kleene: an operation is known exactly if all ways to replace what is unknown
// agree.
func TestTriIsKleenes(t *testing.T) {
	ways := func(t Tri) []bool {
		switch t {
		case Yes:
			return []bool{true}
		case No:
			return []bool{false}
		}
		return []bool{false, true} // unknown, and what is none of the three
	}
	agreed := func(results map[bool]bool) Tri {
		if len(results) == 2 {
			return Unknown
		}
		return TriOf(results[true])
	}
	for _, a := range []Tri{No, Unknown, Yes, 2, -2, 127, -128} {
		not := map[bool]bool{}
		for _, x := range ways(a) {
			not[!x] = true
		}
		if a.Not() != agreed(not) {
			t.Errorf("not %v is %v", a, a.Not())
		}
		for _, b := range []Tri{No, Unknown, Yes, 2, -2, 127, -128} {
			and, or := map[bool]bool{}, map[bool]bool{}
			for _, x := range ways(a) {
				for _, y := range ways(b) {
					and[x && y], or[x || y] = true, true
				}
			}
			if a.And(b) != agreed(and) || a.Or(b) != agreed(or) {
				t.Errorf("%v and %v is %v, or is %v", a, b, a.And(b), a.Or(b))
			}
		}
	}
}

func FuzzUnmarshalText(f *testing.F) {
	for _, seed := range []string{"duplicate,sign-in-missing", "role,now", "attest-first", "yes", "2023-05-01T00:00:00Z", "", ","} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		readsWhatItWrites[ReasonSet](t, text)
		readsWhatItWrites[FactSet](t, text)
		readsWhatItWrites[Reason](t, text)
		readsWhatItWrites[Verdict](t, text)
		readsWhatItWrites[Tri](t, text)
		readsWhatItWrites[Timestamp](t, text)
	})
}

func readsWhatItWrites[E textForm, P interface {
	*E
	encoding.TextUnmarshaler
}](t *testing.T, text string) {
	var e, again E
	if err := P(&e).UnmarshalText([]byte(text)); err != nil {
		var bad *calendar.ParseError
		if !errors.As(err, &bad) || bad.Text != text || bad.Offset < 0 || bad.Offset > len(text) {
			t.Fatalf("%T %q: %#v", e, text, err)
		}
		return
	}
	written, err := e.MarshalText()
	if err != nil || P(&again).UnmarshalText(written) != nil || again != e {
		t.Fatalf("%T %q is written %q, %v, and read as %v", e, text, written, err, again)
	}
}
