package decision

import (
	"iter"

	"github.com/partnerrules/partnerrules/internal/benchmarks/internal/measure"
)

// Works returns what is measured. It is small: short makes no difference.
func Works(bool) iter.Seq2[measure.Work, error] {
	return func(yield func(measure.Work, error) bool) { yield(work()) }
}

func work() (measure.Work, error) {
	engines := []engine{ours(), byHand(), booleans()}
	for _, make := range []func() ([]engine, error){exprEngines, celEngines, cedarEngines, opaEngines} {
		more, err := make()
		if err != nil {
			return measure.Work{}, err
		}
		engines = append(engines, more...)
	}
	w := measure.Work{
		Name:  "eligibility/decision",
		Title: "An eligibility decision with its reasons: may legacy Gold benefits be bought or renewed, six requirements, all met",
		LeftOut: "the engines get the six requirements worked out, as booleans, in the form that each takes fastest; compiling and preparing their rules " +
			"and building that input are not timed. Ours works the requirements out from the facts, inside the timing.",
		Notes: []string{
			"All sides agree on the verdict for all 64 sets of requirements that are not met; those with reasons agree on the set.",
			"Ours also checks its input, knows facts that are not known, and says from when a requirement will be met.",
		},
	}
	for _, e := range engines {
		w.Sides = append(w.Sides, e.side())
	}
	return w, nil
}
