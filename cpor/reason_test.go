package cpor_test

import (
	"strings"
	"testing"

	"github.com/partnerrules/partnerrules"
	. "github.com/partnerrules/partnerrules/cpor"
)

// Each reason has all texts, and no two have the same message. If the customer can
// help, the remedy begins with the customer, and refers to support once the customer
// was asked.
func TestReason_Texts(t *testing.T) {
	customer := map[Reason]bool{DomainMismatch: true, ProductNotOnTenant: true}
	for r := SubscriptionNeeded; r <= SubscriptionNotOnTenant; r++ {
		customer[r] = r != SubscriptionIgnored && r != AlreadyClaimed
	}
	seen := map[string]bool{}
	for r := RoleMayNotClaim; r <= ClaimCompetes; r++ {
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
	}
	for _, invalid := range []Reason{0, ClaimCompetes + 1, 255} {
		if string(invalid.Rule())+invalid.Message()+invalid.Remedy()+invalid.See()+(Finding{Reason: invalid, CustomerAsked: true}).Remedy()+(Finding{Reason: invalid}).Message() != "" {
			t.Errorf("reason %d has texts", invalid)
		}
	}
}

// CPR-48: an unknown finding has sentences of its own. They say what is unknown and
// what to find out, and never what to do about the proved fault.
func TestFinding_Unknown(t *testing.T) {
	never := partnerrules.SetOf(
		LocationNotKnown, LocationNotEnrolled, NotALocation, LocationHasPartnerType, ActivityNotOffered, ActivitiesExclude,
		SubscriptionIgnored, NotASubscriptionID, FieldMissing,
	)
	seen := map[string]bool{}
	for r := RoleMayNotClaim; r <= ProofOfAnotherTenant; r++ {
		if never.Has(r) {
			continue
		}
		f := Finding{Reason: r, Severity: partnerrules.SeverityUnknown}
		asked := f
		asked.CustomerAsked = true
		if !strings.HasPrefix(f.Message(), "It is unknown whether ") || f.Remedy() == "" || seen[f.Message()] || seen[f.Remedy()] {
			t.Errorf("%v: %q, %q", r, f.Message(), f.Remedy())
		}
		seen[f.Message()], seen[f.Remedy()] = true, true
		for _, remedy := range []string{f.Remedy(), asked.Remedy()} {
			if strings.Contains(remedy, r.Remedy()) || strings.Contains(remedy, (Finding{Reason: r, Severity: partnerrules.SeverityError, CustomerAsked: true}).Remedy()) {
				t.Errorf("%v: %q is the remedy of the proved fault", r, remedy)
			}
		}
		rest, asksCustomer := strings.CutPrefix(f.Remedy(), "Ask the customer ")
		want := f.Remedy()
		if asksCustomer {
			want = "You have already asked the customer. Ask support " + rest
		}
		if asked.Remedy() != want {
			t.Errorf("%v: %q after the customer was asked, want %q", r, asked.Remedy(), want)
		}
	}
	unknown := Finding{Reason: NotProvisioned, Severity: partnerrules.SeverityUnknown}
	if unknown.Message() != "It is unknown whether the customer has provisioned the product." || !strings.HasPrefix(unknown.Remedy(), "Ask the customer whether ") {
		t.Errorf("%q, %q", unknown.Message(), unknown.Remedy())
	}
}

// CPR-47: the message names the claim and depends on the relation.
func TestFinding_ClaimCompetes(t *testing.T) {
	seen := map[string]bool{ClaimCompetes.Message(): true}
	for _, relation := range []Relation{Competing, PossiblyCompeting, UndeterminedOverlap} {
		f := Finding{Reason: ClaimCompetes, Severity: partnerrules.SeverityWarning, Claim: "CL-7", Relation: relation}
		if !strings.HasPrefix(f.Message(), "Claim CL-7 ") || seen[f.Message()] || !strings.Contains(f.Remedy(), "proof of execution") {
			t.Errorf("%v: %q, %q", relation, f.Message(), f.Remedy())
		}
		seen[f.Message()] = true
	}
	if f := (Finding{Reason: ClaimCompetes, Severity: partnerrules.SeverityWarning}); f.Message() != ClaimCompetes.Message() {
		t.Errorf("%q", f.Message())
	}
}
