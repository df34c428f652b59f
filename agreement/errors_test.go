package agreement_test

import (
	"testing"

	"github.com/partnerrules/partnerrules"
	. "github.com/partnerrules/partnerrules/agreement"
)

func TestExplain(t *testing.T) {
	known := map[Operation]map[string]ErrorKind{
		CreateAgreement: {"600002": FutureDate, "600061": AlreadyAttested},
		ListAgreements:  {"600009": NoAttestations},
		ManageCustomer:  {"600002": RegistrationNumber},
		PlaceOrder:      {"13605": AgreementLacking},
	}
	for call := OperationUnknown; call <= PlaceOrder+1; call++ {
		for _, code := range []string{"", "0", "600002", "600061", "600009", "13605", "1002", "2000", "600002 "} {
			want := known[call][code]
			if isKnown := call != OperationUnknown && call <= PlaceOrder; isKnown && code == "1002" {
				want = NotAuthorized
			} else if isKnown && code == "2000" {
				want = TenantNotGUID
			}
			if got := ExplainError(call, code); got != want {
				t.Errorf("%v, %q: %v, want %v", call, code, got, want)
			}
		}
	}
	said := map[string]bool{}
	for m, rule := range map[ErrorKind]partnerrules.RuleID{
		FutureDate: "AGR-06", RegistrationNumber: "", AlreadyAttested: "AGR-11", AgreementLacking: "AGR-42", NoAttestations: "AGR-18", NotAuthorized: "", TenantNotGUID: "",
	} {
		if m.Rule() != rule || m.See() != "" || m.Message() == "" || m.Remedy() == "" || said[m.Message()] || said[m.Remedy()] {
			t.Errorf("%v: %q, %q, %q, %q", m, m.Rule(), m.See(), m.Message(), m.Remedy())
		}
		said[m.Message()], said[m.Remedy()] = true, true
	}
	for _, none := range []ErrorKind{ErrorUnknown, TenantNotGUID + 1} {
		if string(none.Rule())+none.Message()+none.Remedy()+none.See() != "" {
			t.Errorf("%v has texts", none)
		}
	}
}
