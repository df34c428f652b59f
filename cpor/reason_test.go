package cpor_test

import (
	"strings"
	"testing"

	. "github.com/partnerrules/partnerrules/cpor"
)

// Each reason has all texts, and no two have the same message. If the customer can
// help, the remedy says so, and refers to support once the customer was asked.
func TestReason_Texts(t *testing.T) {
	customer := map[Reason]bool{DomainMismatch: true, ProductNotOnTenant: true}
	for r := SubscriptionNeeded; r <= SubscriptionNotOnTenant; r++ {
		customer[r] = r != SubscriptionIgnored
	}
	seen := map[string]bool{}
	for r := RoleMayNotClaim; r <= FinalDecisionLate; r++ {
		if !strings.HasPrefix(string(r.Rule()), "CPR-") || r.Message() == "" || r.Remedy() == "" || seen[r.Message()] || r.See() != "" {
			t.Errorf("%v: %q, %q, %q, %q", r, r.Rule(), r.Message(), r.Remedy(), r.See())
		}
		seen[r.Message()] = true
		asked, notAsked := Finding{Reason: r, CustomerAsked: true}, Finding{Reason: r}
		if notAsked.Remedy() != r.Remedy() || strings.HasSuffix(r.Remedy(), " Work with the customer on this first.") != customer[r] || strings.Contains(r.Remedy(), "support") {
			t.Errorf("%v: remedies %q and %q", r, r.Remedy(), notAsked.Remedy())
		}
		base := strings.TrimSuffix(r.Remedy(), " Work with the customer on this first.")
		if want := map[bool]string{true: base + " You have already asked the customer, so contact support.", false: base}[customer[r]]; asked.Remedy() != want {
			t.Errorf("%v: remedy %q, want %q", r, asked.Remedy(), want)
		}
	}
	for _, invalid := range []Reason{0, FinalDecisionLate + 1, 255} {
		if string(invalid.Rule())+invalid.Message()+invalid.Remedy()+invalid.See()+(Finding{Reason: invalid, CustomerAsked: true}).Remedy() != "" {
			t.Errorf("reason %d has texts", invalid)
		}
	}
}
