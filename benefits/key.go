package benefits

import (
	"strconv"

	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/eligibility"
)

// A Key is a multiple activation key with the limits that it is known to have.
// A limit that is nil is not known.
type Key struct {
	Installations *Limit `json:"installations,omitempty"`
	Activations   *Limit `json:"activations,omitempty"`
	Seats         *Limit `json:"seats,omitempty"`
}

// A Limit is how many uses a key allows, which is one or more, and how many have
// been made, from 0 on.
type Limit struct {
	Most int `json:"most"`
	Used int `json:"used"`
}

// KeyWorks says whether a multiple activation key still works (BEN-23): it stops
// when a limit is used up, the first of several, and no more are granted. The
// reasons name all that are used up. If no limit is known, the answer is Unknown.
// If some are, it is about these alone: a yes can become a no once another limit
// is known.
//
// A limit below one and a negative count are a [*calendar.InputError]:
// "key.seats.most". Nothing is allocated.
func KeyWorks(k Key) (Answer, error) {
	var a Answer
	for _, limit := range [...]struct {
		name string
		*Limit
		usedUp Reason
	}{
		{"installations", k.Installations, InstallationsUsedUp},
		{"activations", k.Activations, ActivationsUsedUp},
		{"seats", k.Seats, SeatsUsedUp},
	} {
		if limit.Limit == nil {
			continue
		}
		if err := limit.check(limit.name); err != nil {
			return Answer{}, err
		}
		if a == (Answer{}) {
			a.Allowed = eligibility.Yes
		}
		a.require(eligibility.TriOf(limit.Used < limit.Most), limit.usedUp)
	}
	return a, nil
}

func (l *Limit) check(name string) error {
	switch {
	case l.Most < 1:
		return &calendar.InputError{Name: "key." + name + ".most", Reason: strconv.Itoa(l.Most) + " is below 1"}
	case l.Used < 0:
		return &calendar.InputError{Name: "key." + name + ".used", Reason: strconv.Itoa(l.Used) + " is negative"}
	}
	return nil
}
