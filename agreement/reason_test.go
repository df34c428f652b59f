package agreement_test

import (
	"slices"
	"testing"

	"github.com/partnerrules/partnerrules"
	. "github.com/partnerrules/partnerrules/agreement"
)

// warnings are the reasons that do not keep an attestation from being sent.
func warnings() []Reason {
	return []Reason{EmailOfMicrosoft, EmailOfPartner, DateAheadOfService, DatePast, DateBeforeAgreement, TemplateNotKnown, TypeNotKnown}
}

func TestReason_Texts(t *testing.T) {
	rules := map[partnerrules.RuleID][]Reason{
		"AGR-01": {PartnerMayNotAttest}, "AGR-02": {RoleMayNotAttest}, "AGR-03": {FirstNameMissing, LastNameMissing, EmailMissing},
		"AGR-04": {EmailMalformed, EmailOfMicrosoft, EmailOfPartner}, "AGR-05": {DateMissing, DateInFuture}, "AGR-06": {DateAheadOfService},
		"AGR-07": {DatePast}, "AGR-08": {DateBeforeAgreement}, "AGR-10": {TemplateMissing, TemplateRetired, TemplateNotKnown, TypeMismatch, TypeRetired, TypeNotKnown},
		"AGR-11": {Duplicate}, "AGR-14": {CompanyInformationMissing, PrimaryContactMissing, BoxNotTicked, ContactNotAcceptor, NotReviewed},
		"AGR-30": {ChoiceNotMade, AddressMissing, AddressReplaced, CredentialsMissing}, "AGR-40": {NewCustomerNotAccepted}, "AGR-42": {NotAttested, NotAccepted},
		"AGR-44": {ProviderMustAttest}, "AGR-45": {ChannelClosed, OldRoutesClosed},
	}
	said := map[string]Reason{}
	count := 0
	for rule, reasons := range rules {
		for _, r := range reasons {
			count++
			want := partnerrules.SeverityError
			if slices.Contains(warnings(), r) {
				want = partnerrules.SeverityWarning
			}
			if r.Rule() != rule || r.See() == "" || r.Severity() != want || (r.Field() == 0) != (r > CredentialsMissing) {
				t.Errorf("%v: rule %s, see %q, severity %v, field %v", r, r.Rule(), r.See(), r.Severity(), r.Field())
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
	if all := slices.Collect(partnerrules.Values[Reason]()); count != len(all) {
		t.Errorf("%d of %d reasons have a rule", count, len(all))
	}
	for _, r := range []Reason{
		PartnerMayNotAttest, RoleMayNotAttest, DateInFuture, TemplateRetired, TypeRetired, ChannelClosed, CompanyInformationMissing,
		PrimaryContactMissing, BoxNotTicked, ContactNotAcceptor, NotReviewed, Duplicate, ChoiceNotMade, AddressReplaced, CredentialsMissing,
	} {
		open := Finding{r, partnerrules.SeverityUnknown}
		for _, text := range []string{open.Message(), open.Remedy()} {
			if text == "" || text == r.Message() || text == r.Remedy() {
				t.Errorf("%v, not known, says %q", r, text)
			}
		}
	}
	for r := NewCustomerNotAccepted; r <= NotAccepted; r++ {
		if open := (Finding{r, partnerrules.SeverityUnknown}); open.Message() != "" || open.Remedy() != "" {
			t.Errorf("%v, which is no finding, says %q and %q", r, open.Message(), open.Remedy())
		}
	}
	for _, none := range []Reason{0, NotAccepted + 1, 255} {
		if string(none.Rule())+none.Message()+none.Remedy()+none.See() != "" || none.Severity() != partnerrules.SeverityUnknown || none.Field() != 0 {
			t.Errorf("reason %d has texts", none)
		}
	}
}
