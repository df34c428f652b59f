package agreement_test

import (
	"slices"
	"testing"

	"github.com/partnerrules/partnerrules"
	. "github.com/partnerrules/partnerrules/agreement"
)

// warnings returns the reasons that are warnings.
func warnings() []Reason {
	return []Reason{EmailOfMicrosoft, EmailOfPartner, DateAheadOfService, DatePast, DateBeforeAgreement, TemplateNotKnown, TypeNotKnown, RelationshipOfExisting, ReviewMayStop}
}

// Each reason has its rule and its own texts. Findings use these texts, or the texts
// for an unknown fact.
func TestReason_Texts(t *testing.T) {
	rules := map[partnerrules.RuleID][]Reason{
		"AGR-01": {PartnerMayNotAttest}, "AGR-02": {RoleMayNotAttest}, "AGR-03": {FirstNameMissing, LastNameMissing, EmailMissing},
		"AGR-04": {EmailMalformed, EmailOfMicrosoft, EmailOfPartner}, "AGR-05": {DateMissing, DateInFuture}, "AGR-06": {DateAheadOfService},
		"AGR-07": {DatePast}, "AGR-08": {DateBeforeAgreement}, "AGR-10": {TemplateMissing, TemplateRetired, TemplateNotKnown, TypeMismatch, TypeRetired, TypeNotKnown},
		"AGR-11": {Duplicate}, "AGR-14": {CompanyInformationMissing, PrimaryContactMissing, BoxNotTicked, ContactNotCorrect, ContactNotAcceptor, NotReviewed},
		"AGR-30": {ChoiceNotMade, AddressMissing, AddressReplaced, CredentialsMissing, RelationshipOfExisting},
		"AGR-40": {NewCustomerNotAttested, NewCustomerProviderMustAttest, NewCustomerOldRoutesClosed, NewCustomerNotAccepted},
		"AGR-42": {NotAttested, ProviderMustAttest, OldRoutesClosed, NotAccepted}, "AGR-45": {ChannelClosed}, "AGR-47": {UnderReview, ReviewMayStop},
		"AGR-48": {CompanyNameMissing, EnhancedNotOpen},
	}
	seen := map[string]Reason{}
	count := 0
	for rule, reasons := range rules {
		for _, r := range reasons {
			count++
			want := partnerrules.SeverityError
			if slices.Contains(warnings(), r) {
				want = partnerrules.SeverityWarning
			}
			if r.Rule() != rule || r.See() == "" || r.Severity() != want || (r.Field() == 0) != (r > RelationshipOfExisting) {
				t.Errorf("%v: rule %s, see %q, severity %v, field %v", r, r.Rule(), r.See(), r.Severity(), r.Field())
			}
			message, remedy := r.Message(), r.Remedy()
			for _, text := range []string{message, remedy} {
				if other, twice := seen[text]; text == "" || twice && other != r && text == message {
					t.Errorf("%v and %v have the text %q", r, other, text)
				}
				seen[text] = r
			}
			if f := (Finding{r, want}); f.Message() != message || f.Remedy() != remedy {
				t.Errorf("the finding of %v has the texts %q, %q", r, f.Message(), f.Remedy())
			}
		}
	}
	if all := slices.Collect(partnerrules.Values[Reason]()); count != len(all) {
		t.Errorf("%d of %d reasons have a rule", count, len(all))
	}
	for _, r := range []Reason{
		PartnerMayNotAttest, RoleMayNotAttest, DateInFuture, TemplateRetired, TypeRetired, ChannelClosed, EnhancedNotOpen, CompanyInformationMissing,
		PrimaryContactMissing, BoxNotTicked, ContactNotCorrect, ContactNotAcceptor, NotReviewed, Duplicate, ChoiceNotMade, AddressReplaced, CredentialsMissing,
	} {
		unknown := Finding{r, partnerrules.SeverityUnknown}
		for _, text := range []string{unknown.Message(), unknown.Remedy()} {
			if text == "" || text == r.Message() || text == r.Remedy() {
				t.Errorf("the unknown finding of %v has the text %q", r, text)
			}
		}
	}
	for r := NewCustomerNotAttested; r <= ReviewMayStop; r++ {
		if unknown := (Finding{r, partnerrules.SeverityUnknown}); unknown.Message() != "" || unknown.Remedy() != "" {
			t.Errorf("%v cannot be unknown, but has the texts %q and %q", r, unknown.Message(), unknown.Remedy())
		}
	}
	for _, invalid := range []Reason{0, ReviewMayStop + 1, 255} {
		if string(invalid.Rule())+invalid.Message()+invalid.Remedy()+invalid.See() != "" || invalid.Severity() != partnerrules.SeverityUnknown || invalid.Field() != 0 {
			t.Errorf("reason %d has texts", invalid)
		}
	}
}
