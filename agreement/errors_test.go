package agreement_test

import (
	"testing"

	"github.com/partnerrules/partnerrules"
	. "github.com/partnerrules/partnerrules/agreement"
)

// Each operation has its own codes, and all known operations share two codes.
func TestExplainError(t *testing.T) {
	known := map[Operation]map[string]ErrorKind{
		CreateAgreement: {"600002": FutureDate, "600061": AlreadyAttested},
		ListAgreements:  {"600009": NoAttestations},
		ManageCustomer:  {"600002": RegistrationNumber},
		PlaceOrder:      {"13605": AgreementLacking},
	}
	for operation := OperationUnknown; operation <= PlaceOrder+1; operation++ {
		for _, code := range []string{"", "0", "600002", "600061", "600009", "13605", "1002", "2000", "600002 "} {
			want := known[operation][code]
			if isKnown := operation != OperationUnknown && operation <= PlaceOrder; isKnown && code == "1002" {
				want = NotAuthorized
			} else if isKnown && code == "2000" {
				want = TenantNotGUID
			}
			if got := ExplainError(operation, code); got != want {
				t.Errorf("ExplainError(%v, %q) = %v, want %v", operation, code, got, want)
			}
		}
	}
	seen := map[string]bool{}
	for kind, rule := range map[ErrorKind]partnerrules.RuleID{
		FutureDate: "AGR-06", RegistrationNumber: "", AlreadyAttested: "AGR-11", AgreementLacking: "AGR-42", NoAttestations: "AGR-18", NotAuthorized: "", TenantNotGUID: "",
	} {
		if kind.Rule() != rule || kind.See() != "" || kind.Message() == "" || kind.Remedy() == "" || seen[kind.Message()] || seen[kind.Remedy()] {
			t.Errorf("%v: %q, %q, %q, %q", kind, kind.Rule(), kind.See(), kind.Message(), kind.Remedy())
		}
		seen[kind.Message()], seen[kind.Remedy()] = true, true
	}
	for _, invalid := range []ErrorKind{ErrorUnknown, TenantNotGUID + 1} {
		if string(invalid.Rule())+invalid.Message()+invalid.Remedy()+invalid.See() != "" {
			t.Errorf("%v has texts", invalid)
		}
	}
}
