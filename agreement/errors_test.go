package agreement_test

import (
	"testing"

	"github.com/partnerrules/partnerrules"
	. "github.com/partnerrules/partnerrules/agreement"
)

// Each operation has its own codes, and all known operations share four codes.
func TestExplainError(t *testing.T) {
	known := map[Operation]map[string]ErrorKind{
		CreateAgreement: {"600002": FutureDate, "600061": AlreadyAttested},
		ListAgreements:  {"600009": NoAttestations},
		ManageCustomer:  {"600002": RegistrationNumber},
		PlaceOrder:      {"13605": AgreementLacking, "900203": ItemAttestationLacking, "900206": ItemAttestationLacking},
	}
	shared := map[string]ErrorKind{"1002": NotAuthorized, "2000": TenantNotGUID, "900421": NoMultiFactor, "20002": NoRelationship}
	for operation := OperationUnknown; operation <= PlaceOrder+1; operation++ {
		for _, code := range []string{"", "0", "600002", "600061", "600009", "13605", "1002", "2000", "900421", "20002", "900203", "900206", "600002 "} {
			want := known[operation][code]
			if kind, found := shared[code]; found && operation != OperationUnknown && operation <= PlaceOrder {
				want = kind
			}
			if got := ExplainError(operation, code); got != want {
				t.Errorf("ExplainError(%v, %q) = %v, want %v", operation, code, got, want)
			}
		}
	}
	seen := map[string]bool{}
	for kind, rule := range map[ErrorKind]partnerrules.RuleID{
		FutureDate: "AGR-06", RegistrationNumber: "AGR-49", AlreadyAttested: "AGR-11", AgreementLacking: "AGR-42", NoAttestations: "AGR-18", NotAuthorized: "AGR-49", TenantNotGUID: "AGR-49",
		NoMultiFactor: "AGR-49", ItemAttestationLacking: "AGR-49", NoRelationship: "AGR-49",
	} {
		if kind.Rule() != rule || kind.See() != "" || kind.Message() == "" || kind.Remedy() == "" || seen[kind.Message()] || seen[kind.Remedy()] {
			t.Errorf("%v: %q, %q, %q, %q", kind, kind.Rule(), kind.See(), kind.Message(), kind.Remedy())
		}
		seen[kind.Message()], seen[kind.Remedy()] = true, true
	}
	for _, invalid := range []ErrorKind{ErrorUnknown, NoRelationship + 1} {
		if string(invalid.Rule())+invalid.Message()+invalid.Remedy()+invalid.See() != "" {
			t.Errorf("%v has texts", invalid)
		}
	}
}
