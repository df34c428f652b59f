package decision

import (
	"errors"
	"testing"
)

// The library returns each set of unmet rows for the facts of that set.
func TestTheFactsAreThoseOfTheRows(t *testing.T) {
	if err := ours().check(); err != nil {
		t.Error(err)
	}
}

// The check finds a wrong answer for one of the 64 sets.
func TestAWrongAnswerIsFound(t *testing.T) {
	at := func(wrong Mask, allowed bool, unmet Mask, err error) engine {
		return engine{explains: true, ask: func(m Mask) func() (bool, Mask, error) {
			return func() (bool, Mask, error) {
				if m == wrong {
					return allowed, unmet, err
				}
				return m == 0, m, nil
			}
		}}
	}
	if err := at(1<<7, false, 0, nil).check(); err != nil {
		t.Fatalf("right answers fail: %v", err)
	}
	for name, e := range map[string]engine{
		"a verdict":     at(0b100101, true, 0b100101, nil),
		"the reasons":   at(0b100101, false, 0b100100, nil),
		"no answer":     at(0, true, 0, errors.New("broken")),
		"denied though": at(0, false, 0, nil),
	} {
		if e.check() == nil {
			t.Errorf("%s: not found", name)
		}
	}
}
