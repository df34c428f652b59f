package cpor_test

import (
	"strings"
	"testing"

	. "github.com/partnerrules/partnerrules/cpor"
)

// Each reason has all texts, in sentences of its own. The customer can help with
// some, and then a finding turns to support once the customer was asked.
func TestReason_Texts(t *testing.T) {
	customer := map[Reason]bool{DomainMismatch: true, ProductNotOnTenant: true}
	for r := SubscriptionNeeded; r <= SubscriptionNotOnTenant; r++ {
		customer[r] = r != SubscriptionIgnored
	}
	said := map[string]bool{}
	for r := RoleMayNotClaim; r <= FinalDecisionLate; r++ {
		if !strings.HasPrefix(string(r.Rule()), "CPR-") || r.Message() == "" || r.Remedy() == "" || said[r.Message()] || r.See() != "" {
			t.Errorf("%v: %q, %q, %q, %q", r, r.Rule(), r.Message(), r.Remedy(), r.See())
		}
		said[r.Message()] = true
		asked, notAsked := Finding{Reason: r, CustomerAsked: true}, Finding{Reason: r}
		if notAsked.Remedy() != r.Remedy() || strings.HasSuffix(r.Remedy(), " Work with the customer on it first.") != customer[r] || strings.Contains(r.Remedy(), "support") {
			t.Errorf("%v: remedies %q and %q", r, r.Remedy(), notAsked.Remedy())
		}
		base := strings.TrimSuffix(r.Remedy(), " Work with the customer on it first.")
		if want := map[bool]string{true: base + " The customer was asked already: contact support.", false: base}[customer[r]]; asked.Remedy() != want {
			t.Errorf("%v: remedy %q, want %q", r, asked.Remedy(), want)
		}
	}
	for _, none := range []Reason{0, FinalDecisionLate + 1, 255} {
		if string(none.Rule())+none.Message()+none.Remedy()+none.See()+(Finding{Reason: none, CustomerAsked: true}).Remedy() != "" {
			t.Errorf("reason %d has texts", none)
		}
	}
}
