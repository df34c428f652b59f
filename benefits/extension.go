package benefits

import "github.com/partnerrules/partnerrules/eligibility"

// An Extension says whether a key may extend a running cloud subscription, and
// by how much.
type Extension struct {
	Answer

	// Months is what the key adds, zero if it may not extend the subscription.
	// No date is derived from it.
	Months Months `json:"months,omitzero"`
}

// Extend says how many months a key for a number of seats adds to a running
// cloud subscription: 12 × seats on the key ÷ active seats, exactly. It may be
// used for up to three times the active seats (BEN-24).
//
// Fewer than one seat on either side, or more than 1,000,000,000, is a
// [*calendar.InputError]. Nothing is allocated.
func Extend(keySeats, activeSeats int) (Extension, error) {
	if err := checkSeats("keySeats", keySeats); err != nil {
		return Extension{}, err
	}
	if err := checkSeats("activeSeats", activeSeats); err != nil {
		return Extension{}, err
	}
	e := Extension{Answer: Answer{Allowed: eligibility.Yes}}
	key, active := int64(keySeats), int64(activeSeats)
	e.require(eligibility.TriOf(key <= 3*active), TooManySeats)
	if e.Allowed == eligibility.Yes {
		e.Months = reduced(12*key, active)
	}
	return e, nil
}
