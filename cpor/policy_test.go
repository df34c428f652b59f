package cpor_test

import (
	"errors"
	"testing"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
	. "github.com/partnerrules/partnerrules/cpor"
)

// Methods that return an error reject an invalid policy. The others return Unknown,
// false or the zero value.
func TestPolicy_Invalid(t *testing.T) {
	var days calendar.BusinessCalendar
	for _, p := range []Policy{{}, {Edition: Edition2023 + 1}, {Edition: 255}} {
		for s := StatusUnknown; s <= RejectedFinal; s++ {
			if p.Editable(s) {
				t.Errorf("%v: %v is editable", p, s)
			}
			for to := StatusUnknown; to <= RejectedFinal; to++ {
				if p.CanMove(s, to) {
					t.Errorf("%v: a transition from %v to %v", p, s, to)
				}
			}
		}
		for r := RoleUnknown; r <= OtherRole; r++ {
			if may := p.MayClaim(r); may != Unknown {
				t.Errorf("%v: %v may claim: %v, want unknown", p, r, may)
			}
		}
		if day := p.ClaimableFrom(today); !day.IsZero() {
			t.Errorf("%v: claimable from %v, want the zero Date", p, day)
		}
		if a, ok := p.Arbitrate(Pair{Relation: Competing, SameCompany: No}, today); ok || a != (Arbitration{}) {
			t.Errorf("%v: %+v", p, a)
		}
		claims := claimsOf(1, 2)
		_, detected := p.Detect(claims)
		_, _, compared := p.Relate(claims[0], claims[1])
		_, indexed := NewIndex(p)
		_, validated := p.CheckDraft(Draft{}, Facts{}, today)
		_, moved := p.Apply(ClaimState{Status: Editing, Since: today}, Step{Status: Submitted, On: today}, days)
		_, followed := p.Replay([]Step{{Status: Editing, On: today}}, days)
		checked := p.CheckHistory([]Step{{Status: Editing, On: today}}, days)
		_, due := p.NextDeadline(ClaimState{Status: Editing, Since: today}, today, days)
		for i, err := range []error{p.Validate(), detected, compared, indexed, validated, moved, followed, checked, due} {
			var bad *partnerrules.InputError
			if !errors.As(err, &bad) || bad.Name != "edition" {
				t.Errorf("%v: error %d is %v", p, i, err)
			}
		}
	}
}

func TestPolicy_String(t *testing.T) {
	inForce, _ := InForce(date("2023-10-10"))
	for want, p := range map[string]Policy{
		"baseline": Baseline(),
		"edition 2023; most recent proof of execution compared from 2020-07-01":                                                   inForce,
		"baseline; incentives admins only; the product decides, not the subscription; claims compete only with a common activity": {Edition: Edition2020, IncentivesAdminOnly: true, ProductDecides: true, CommonActivity: true},
	} {
		if p.String() != want || p.Validate() != nil {
			t.Errorf("%+v: %q, %v, want %q", p, p, p.Validate(), want)
		}
	}
}

func TestPolicy_Validate(t *testing.T) {
	for p, want := range map[Policy]string{{}: "edition: missing", {Edition: Edition2023 + 1}: "edition: invalid value edition(3)"} {
		if err := p.Validate(); err == nil || err.Error() != want {
			t.Errorf("%v, want %s", err, want)
		}
	}
}

func TestInForce(t *testing.T) {
	if known := Editions().Known(); known != (calendar.Known{First: date("2019-10-01"), Published: date("2024-11-30"), Last: date("2024-11-30")}) {
		t.Errorf("the rules are known for %v", known)
	}
	for on, edition := range map[calendar.Date]Edition{{}: Edition2020, date("2023-10-09"): Edition2020, date("2023-10-10"): Edition2023} {
		p, coverage := InForce(on)
		if p != (Policy{Edition: edition, LatestProofFrom: date("2020-07-01")}) || (coverage == calendar.CoverageUnknown) != on.IsZero() {
			t.Errorf("on %v: %v, %v", on, p, coverage)
		}
	}
}
