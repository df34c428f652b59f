package decision

import (
	"fmt"

	"github.com/partnerrules/partnerrules/internal/benchmarks/internal/measure"
)

// The kinds of answers of a side.
const (
	verdict = "verdict"
	reasons = "verdict and reasons"
)

// An engine evaluates a set of rows. It returns the verdict and, if explains is set,
// the unmet rows.
type engine struct {
	name     string
	explains bool

	// ask returns a function that evaluates a set of unmet rows.
	ask func(Mask) func() (allowed bool, unmet Mask, err error)

	// run evaluates rows that are all met n times, in a loop without other work.
	run func(n int)
}

// side returns the side of an engine. Its check covers all 64 sets of rows.
func (e engine) side() measure.Side {
	answer := verdict
	if e.explains {
		answer = reasons
	}
	return measure.Side{Name: e.name, Answer: answer, Run: e.run, Check: e.check}
}

func (e engine) check() error {
	for want := range Mask(combinations) {
		allowed, unmet, err := e.ask(want)()
		switch {
		case err != nil:
			return err
		case allowed != (want == 0):
			return fmt.Errorf("unmet rows %06b: the verdict is %t", want, allowed)
		case e.explains && unmet != want:
			return fmt.Errorf("unmet rows %06b: the reasons are %06b", want, unmet)
		}
	}
	return nil
}
