package main

import (
	"errors"
	"fmt"
	"io"
	"iter"

	"github.com/partnerrules/partnerrules/internal/benchmarks/internal/business"
	"github.com/partnerrules/partnerrules/internal/benchmarks/internal/claims"
	"github.com/partnerrules/partnerrules/internal/benchmarks/internal/dates"
	"github.com/partnerrules/partnerrules/internal/benchmarks/internal/decision"
	"github.com/partnerrules/partnerrules/internal/benchmarks/internal/measure"
	"github.com/partnerrules/partnerrules/internal/benchmarks/internal/programs"
	"github.com/partnerrules/partnerrules/internal/benchmarks/internal/result"
)

// A group is a set of works on one subject. Either works or measured is set.
type group struct {
	name, title string

	// works yields the works one after another, with small inputs if short. The meter
	// times them.
	works func(short bool) iter.Seq2[measure.Work, error]

	// measured yields works that are measured in another way.
	measured func(m measure.Meter, short bool) iter.Seq2[result.Work, error]
}

var groups = []group{
	{"eligibility", "An eligibility decision", decision.Works, nil},
	{"dates", "Dates", dates.Works, nil},
	{"business", "Business days", business.Works, nil},
	{"claims", "Competing claims", claims.Works, nil},
	{"shapes", "The worst shapes", claims.Shapes, nil},
	{"growth", "Growth", claims.Growth, nil},
	{"index", "An index of a million claims", nil, claims.Index},
	{"programs", "Whole programs", nil, programs.Works},
	{"toolchains", "The next version of Go", nil, toolchains},
}

// measure measures the works of the group and writes its progress.
func (g group) measure(m measure.Meter, o options, progress io.Writer) (result.Group, error) {
	measured := result.Group{Name: g.name, Title: g.title}
	for w, err := range g.all(m, o, progress) {
		if err != nil {
			return measured, err
		}
		measured.Works = append(measured.Works, w)
	}
	return measured, nil
}

// all yields the measured works.
func (g group) all(m measure.Meter, o options, progress io.Writer) iter.Seq2[result.Work, error] {
	if g.measured != nil {
		fmt.Fprintln(progress, g.name)
		return g.measured(m, o.short)
	}
	return func(yield func(result.Work, error) bool) {
		for w, err := range g.works(o.short) {
			if err != nil {
				yield(result.Work{}, err)
				return
			}
			fmt.Fprintln(progress, w.Name)
			if o.ours {
				w.Sides = w.Sides[:1]
			}
			if !yield(timed(m, w)) || o.ours && w.Claims >= 1_000_000 {
				return
			}
		}
	}
}

// timed measures a work.
func timed(m measure.Meter, w measure.Work) (result.Work, error) {
	figures, err := m.Measure(w)
	if w.Close != nil {
		err = errors.Join(err, w.Close())
	}
	if err != nil {
		return result.Work{}, err
	}
	stored := result.Of(w, figures)
	if w.Live != nil {
		stored.Live = measure.Live(w.Live)
	}
	return stored, nil
}
