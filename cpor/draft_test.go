package cpor_test

import (
	"testing"

	. "github.com/partnerrules/partnerrules/cpor"
)

func TestSubscriptionState_GraphNames(t *testing.T) {
	for text, want := range map[string]SubscriptionState{"Enabled": StateActive, "Warning": StateInGrace, "Suspended": StateSuspended, "LockedOut": StateLockedOut, "Deleted": StateDeleted} {
		var got SubscriptionState
		if err := got.UnmarshalText([]byte(text)); err != nil || got != want {
			t.Errorf("%s is read as %v, %v", text, got, err)
		}
	}
}

func TestRole_MayClaim(t *testing.T) {
	for role, want := range map[Role]Tri{RoleUnknown: Unknown, BillingAdmin: Yes, GlobalAdmin: Yes, IncentivesAdmin: Yes, OtherRole: No, OtherRole + 1: Unknown, 255: Unknown} {
		if got := role.MayClaim(); got != want {
			t.Errorf("%v may claim: %v", role, got)
		}
	}
}
