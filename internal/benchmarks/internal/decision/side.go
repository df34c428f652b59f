package decision

import (
	"fmt"

	"github.com/partnerrules/partnerrules/internal/benchmarks/internal/measure"
)

// What comes out of a side.
const (
	verdict = "verdict"
	reasons = "verdict and reasons"
)

// An engine evaluates one set of rows, prepared by ask, and gives the verdict or,
// if it explains, the rows that are not met.
type engine struct {
	name     string
	explains bool

	// ask prepares the question for a set of rows that are not met.
	ask func(Mask) func() (allowed bool, unmet Mask, err error)

	// run does the work n times for rows that are all met, without more around it
	// than the loop.
	run func(n int)
}

// side returns the side of an engine, which must agree on all 64 sets of rows.
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
			return fmt.Errorf("rows %06b not met: the verdict is %t", want, allowed)
		case e.explains && unmet != want:
			return fmt.Errorf("rows %06b not met: the reasons are %06b", want, unmet)
		}
	}
	return nil
}
