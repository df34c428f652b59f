package dates

import (
	"iter"

	"github.com/partnerrules/partnerrules/internal/benchmarks/internal/measure"
)

// Works returns the works of the group. They are small, so short has no effect.
func Works(bool) iter.Seq2[measure.Work, error] {
	return func(yield func(measure.Work, error) bool) {
		s := newSample()
		for _, make := range []func(*sample) operation{addDays, addMonths, parse, format, appendText, compare} {
			if !yield(make(s).work(), nil) {
				return
			}
		}
	}
}
