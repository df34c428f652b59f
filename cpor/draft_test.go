package cpor_test

import (
	"slices"
	"testing"

	. "github.com/partnerrules/partnerrules/cpor"
)

// CPR-13: UnmarshalText reads the names of Microsoft Graph.
func TestSubscriptionState_GraphNames(t *testing.T) {
	for text, want := range map[string]SubscriptionState{"Enabled": StateActive, "Warning": StateInGrace, "Suspended": StateSuspended, "LockedOut": StateLockedOut, "Deleted": StateDeleted} {
		var got SubscriptionState
		if err := got.UnmarshalText([]byte(text)); err != nil || got != want {
			t.Errorf("%s: %v, %v, want %v", text, got, err, want)
		}
	}
}

func TestRole_MayClaim(t *testing.T) {
	for role, want := range map[Role]Tri{RoleUnknown: Unknown, BillingAdmin: Yes, GlobalAdmin: Yes, IncentivesAdmin: Yes, OtherRole: No, IncentivesUser: Yes, IncentivesUser + 1: Unknown, 255: Unknown} {
		if got := role.MayClaim(); got != want {
			t.Errorf("%v: %v, want %v", role, got, want)
		}
	}
}

// The causes of an error in Partner Center are the findings that the facts prove or do
// not exclude. The customer is asked first, and then support.
func TestValidation_Causes(t *testing.T) {
	d := Draft{
		Tenant: tenant(0), Domain: MustParseDomain("contoso"), Area: BusinessApplications,
		Products: []Product{{Name: "Sales", Subscription: subscription(1).String(), OnTenant: Yes, Dynamics: No, Provisioned: Yes, State: StateActive, Channel: WebDirect}},
	}
	f := Facts{ClaimsComplete: true}
	v, err := CheckDraft(d, f, today)
	if err != nil {
		t.Fatal(err)
	}
	reasons := func(e PortalError) (all []Reason, ask Actor) {
		causes, ask := v.Causes(e)
		for _, f := range causes {
			all = append(all, f.Reason)
		}
		return all, ask
	}
	if got, ask := reasons(PortalDomainError); !slices.Equal(got, []Reason{DomainMismatch}) || ask != ActorCustomer {
		t.Errorf("%v, %v", got, ask)
	}
	if got, ask := reasons(PortalSubscriptionError); !slices.Equal(got, []Reason{SubscriptionNotDynamics, SubscriptionNotOnTenant}) || ask != ActorCustomer {
		t.Errorf("%v, %v", got, ask)
	}
	if got, ask := reasons(0); got != nil || ask != 0 {
		t.Errorf("%v, %v", got, ask)
	}
	if got, ask := (Validation{}).Causes(PortalDomainError); got != nil || ask != 0 {
		t.Errorf("%v, %v", got, ask)
	}
	f.CustomerAsked = true
	f.DomainsComplete, f.Domains = true, []Domain{d.Domain}
	if v, err = CheckDraft(d, f, today); err != nil {
		t.Fatal(err)
	}
	if got, ask := reasons(PortalDomainError); got != nil || ask != ActorSupport {
		t.Errorf("%v, %v", got, ask)
	}
	d.Products[0].State = StateSuspended // a warning in the edition of 2023, which is no cause
	if v, err = CheckDraft(d, f, date("2023-10-10")); err != nil {
		t.Fatal(err)
	}
	if got, _ := reasons(PortalSubscriptionError); slices.Contains(got, SubscriptionNotActive) {
		t.Errorf("%v", got)
	}
}
