package agreement_test

import (
	"errors"
	"slices"
	"testing"

	"pgregory.net/rapid"

	. "github.com/partnerrules/partnerrules/agreement"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/internal/enumtest"
)

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
	enumtest.CheckEnum(t, No, "no", "unknown", "yes")
	enumtest.CheckEnum(t, CloudNotGiven, "not-given", "public", "21vianet", "us-government")
	enumtest.CheckEnum(t, PartnerTypeUnknown, "unknown", "direct-bill", "indirect-provider", "indirect-reseller")
	enumtest.CheckEnum(t, RoleUnknown, "unknown", "admin-agent", "sales-agent", "helpdesk-agent", "other")
	enumtest.CheckEnum(t, CustomerKindUnknown, "unknown", "new", "existing")
	enumtest.CheckEnum(t, PurchaseUnknown, "unknown", "new-purchase", "seat-change", "manual-renewal", "automatic-renewal")
	enumtest.CheckEnum(t, ChannelUnknown, "unknown", "portal", "api", "enhanced-api")
	enumtest.CheckEnum(t, Severity(0), "", "error", "warning", "unknown")
	enumtest.CheckEnum(t, Field(0), "", "partner-type", "role", "first-name", "last-name", "email", "phone", "date", "template", "type", "channel",
		"form", "attestation", "invitation")
	enumtest.CheckEnum(t, Reason(0), reasonCodes()...)
	enumtest.CheckEnum(t, Undetermined, "undetermined", "not-applicable", "ready", "faulty", "allowed", "attest-first", "blocked", "no-known-obstacle", "may-be-unavailable")
	enumtest.CheckEnum(t, EventUnknown, "unknown", "attested", "invited", "accepted-directly")
	enumtest.CheckEnum(t, RouteUndetermined, "undetermined", "not-applicable", "nothing-to-do", "attest-new-customer", "attest-existing-customer",
		"attest-at-order-prompt", "attest-enhanced", "provider-attests", "agent-attests", "invite-new-customer", "invite-by-relationship", "invite-existing-customer")
	enumtest.CheckEnum(t, ByAttestation, "attestation", "order", "invitation", "relationship-request")
	enumtest.CheckEnum(t, Step(0), "", "open-customers", "add-customer", "enter-company", "tick-accepted", "enter-date", "go-to-review", "compare-contact",
		"submit-customer", "select-account", "edit-agreement", "enter-contact", "save-agreement", "enter-current-date", "save-prompt", "use-enhanced-api",
		"ask-provider", "ask-agent", "choose-to-ask", "save-sign-in", "send-address", "send-sign-in", "new-relationship", "adapt-text", "keep-generated",
		"open-address", "sign-in", "accept-agreement", "accept-relationship-and-agreement", "view-partners")
	enumtest.CheckEnum(t, CallUnknown, "unknown", "create-agreement", "list-agreements", "read-metadata", "read-direct-status", "manage-customer", "place-order")
	enumtest.CheckEnum(t, MeaningUnknown, "unknown", "future-date", "registration-number", "already-attested", "agreement-lacking", "no-attestations",
		"not-authorized", "tenant-not-guid")
	enumtest.CheckEnum(t, FactPartner, "partner", "role", "customer", "purchase", "attested", "attested-on", "provider-attested", "provider-attested-on", "direct", "now")
	enumtest.CheckEnum(t, Advice(0), "", "answer-questions", "customer-is-referred")
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
	for _, bit := range []int{0, 31} {
		if text, err := (reasons | 1<<bit).MarshalText(); !errors.As(err, new(*calendar.InputError)) || len(text) > 0 {
			t.Errorf("a set with bit %d, which is no finding, is written %q, %v", bit, text, err)
		}
	}
	for _, bit := range []int{10, 15} {
		if text, err := (facts | 1<<bit).MarshalText(); !errors.As(err, new(*calendar.InputError)) || len(text) > 0 {
			t.Errorf("a set with bit %d, which is no fact, is written %q, %v", bit, text, err)
		}
	}
}

func TestTriIsKleenes(t *testing.T) { enumtest.CheckKleene(t, TriOf) }

func FuzzUnmarshalText(f *testing.F) {
	for _, seed := range []string{"duplicate,sign-in-missing", "role,now", "attest-first", "yes", "2023-05-01T00:00:00Z", "", ","} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		enumtest.CheckReading[ReasonSet](t, text)
		enumtest.CheckReading[FactSet](t, text)
		enumtest.CheckReading[Reason](t, text)
		enumtest.CheckReading[Verdict](t, text)
		enumtest.CheckReading[Tri](t, text)
		enumtest.CheckReading[Timestamp](t, text)
		enumtest.CheckReading[Advice](t, text)
		enumtest.CheckReading[Call](t, text)
		enumtest.CheckReading[Channel](t, text)
		enumtest.CheckReading[Cloud](t, text)
		enumtest.CheckReading[CustomerKind](t, text)
		enumtest.CheckReading[EventKind](t, text)
		enumtest.CheckReading[Fact](t, text)
		enumtest.CheckReading[Field](t, text)
		enumtest.CheckReading[Meaning](t, text)
		enumtest.CheckReading[Means](t, text)
		enumtest.CheckReading[PartnerType](t, text)
		enumtest.CheckReading[Purchase](t, text)
		enumtest.CheckReading[Role](t, text)
		enumtest.CheckReading[Route](t, text)
		enumtest.CheckReading[Severity](t, text)
		enumtest.CheckReading[Step](t, text)
	})
}
