package cpor_test

import (
	"errors"
	"testing"

	"github.com/partnerrules/partnerrules/calendar"
	. "github.com/partnerrules/partnerrules/cpor"
)

// What is no policy answers nothing, be it the zero value or one of an edition
// that there is not.
func TestWhatIsNoPolicyAnswersNothing(t *testing.T) {
	var days calendar.BusinessCalendar
	for _, p := range []Policy{{}, {Edition: Edition2023 + 1}, {Edition: 255}} {
		for s := StatusUnknown; s <= RejectedFinal; s++ {
			if p.Editable(s) {
				t.Errorf("%v: %v is editable", p, s)
			}
			for to := StatusUnknown; to <= RejectedFinal; to++ {
				if p.CanMove(s, to) {
					t.Errorf("%v: %v moves to %v", p, s, to)
				}
			}
		}
		for r := RoleUnknown; r <= OtherRole; r++ {
			if may := p.MayClaim(r); may != Unknown {
				t.Errorf("%v: %v may claim: %v", p, r, may)
			}
		}
		if day := p.Claimable(today); !day.IsZero() {
			t.Errorf("%v: claimable from %v on", p, day)
		}
		if a, ok := p.Arbitrate(Pair{Mark: Competing, SameCompany: No}, today); ok || a != (Arbitration{}) {
			t.Errorf("%v: %+v", p, a)
		}
		claims := claimsOf(1, 2)
		_, detected := p.Detect(claims)
		_, _, compared := p.Compare(claims[0], claims[1])
		_, indexed := NewIndex(p)
		_, validated := p.Validation(Draft{}, Facts{}, today)
		_, moved := p.Move(Standing{Status: Editing, Since: today}, Step{Status: Submitted, On: today}, days)
		_, followed := p.Follow([]Step{{Status: Editing, On: today}}, days)
		checked := p.Check([]Step{{Status: Editing, On: today}}, days)
		_, due := p.Due(Standing{Status: Editing, Since: today}, today, days)
		for i, err := range []error{p.Validate(), detected, compared, indexed, validated, moved, followed, checked, due} {
			var bad *calendar.InputError
			if !errors.As(err, &bad) || bad.Name != "edition" {
				t.Errorf("%v: error %d is %v", p, i, err)
			}
		}
	}
}
