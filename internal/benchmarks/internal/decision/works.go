package decision

import (
	"iter"

	"github.com/partnerrules/partnerrules/internal/benchmarks/internal/measure"
)

// Works returns the works of the group. They are small, so short has no effect.
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
		LeftOut: "the engines get the six requirements as booleans, in the form that is fastest for each. Compiling and preparing their rules " +
			"and building this input are not timed. Ours derives the requirements from the facts within the timing.",
		Notes: []string{
			"All sides agree on the verdict for all 64 sets of unmet requirements. Those with reasons agree on the set.",
			"Ours also checks its input, handles unknown facts, and returns the day from which a requirement is met.",
		},
	}
	for _, e := range engines {
		w.Sides = append(w.Sides, e.side())
	}
	return w, nil
}
