package cpor_test

import (
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
	for role, want := range map[Role]Tri{RoleUnknown: Unknown, BillingAdmin: Yes, GlobalAdmin: Yes, IncentivesAdmin: Yes, OtherRole: No, OtherRole + 1: Unknown, 255: Unknown} {
		if got := role.MayClaim(); got != want {
			t.Errorf("%v: %v, want %v", role, got, want)
		}
	}
}
