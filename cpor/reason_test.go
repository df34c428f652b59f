package cpor_test

import (
	"strings"
	"testing"

	"github.com/partnerrules/partnerrules"
	. "github.com/partnerrules/partnerrules/cpor"
)

// Each reason has all texts, and no two have the same message. If the customer can
// help, the remedy begins with the customer, and refers to support once the customer
// was asked. The remedy of an unknown finding begins with finding out.
func TestReason_Texts(t *testing.T) {
	customer := map[Reason]bool{DomainMismatch: true, ProductNotOnTenant: true}
	for r := SubscriptionNeeded; r <= SubscriptionNotOnTenant; r++ {
		customer[r] = r != SubscriptionIgnored && r != AlreadyClaimed
	}
	seen := map[string]bool{}
	for r := RoleMayNotClaim; r <= FinalDecisionLate; r++ {
		if !strings.HasPrefix(string(r.Rule()), "CPR-") || r.Message() == "" || r.Remedy() == "" || seen[r.Message()] || r.See() != "" {
			t.Errorf("%v: %q, %q, %q, %q", r, r.Rule(), r.Message(), r.Remedy(), r.See())
		}
		seen[r.Message()] = true
		notAsked := Finding{Reason: r, Severity: partnerrules.SeverityError}
		asked := Finding{Reason: r, Severity: partnerrules.SeverityError, CustomerAsked: true}
		asksCustomer := strings.HasPrefix(r.Remedy(), "Ask the customer ") && strings.Contains(r.Remedy(), ". Then ")
		if notAsked.Remedy() != r.Remedy() || asksCustomer != customer[r] || strings.Contains(r.Remedy(), "support") {
			t.Errorf("%v: remedies %q and %q", r, r.Remedy(), notAsked.Remedy())
		}
		refersToSupport := strings.HasSuffix(asked.Remedy(), ". You have already asked the customer, so contact support.")
		if refersToSupport != customer[r] || !customer[r] && asked.Remedy() != r.Remedy() || customer[r] && strings.HasPrefix(asked.Remedy(), "Ask the customer ") {
			t.Errorf("%v: remedy %q after the customer was asked", r, asked.Remedy())
		}
		for _, f := range []Finding{notAsked, asked} {
			want := "Find out whether this applies. If so: " + f.Remedy()
			f.Severity = partnerrules.SeverityUnknown
			if f.Remedy() != want {
				t.Errorf("%v: remedy %q, want %q", r, f.Remedy(), want)
			}
		}
	}
	for _, invalid := range []Reason{0, FinalDecisionLate + 1, 255} {
		if string(invalid.Rule())+invalid.Message()+invalid.Remedy()+invalid.See()+(Finding{Reason: invalid, CustomerAsked: true}).Remedy() != "" {
			t.Errorf("reason %d has texts", invalid)
		}
	}
}
