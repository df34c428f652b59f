package main

import (
	"iter"

	"github.com/partnerrules/partnerrules/internal/benchmarks/internal/business"
	"github.com/partnerrules/partnerrules/internal/benchmarks/internal/claims"
	"github.com/partnerrules/partnerrules/internal/benchmarks/internal/dates"
	"github.com/partnerrules/partnerrules/internal/benchmarks/internal/decision"
	"github.com/partnerrules/partnerrules/internal/benchmarks/internal/measure"
)

// A group is a set of works on one subject.
type group struct {
	name, title string

	// works yields the works one after another, with small inputs if short.
	works func(short bool) iter.Seq2[measure.Work, error]
}

var groups = []group{
	{"eligibility", "An eligibility decision", decision.Works},
	{"dates", "Dates", dates.Works},
	{"business", "Business days", business.Works},
	{"claims", "Competing claims", claims.Works},
	{"shapes", "The worst shapes", claims.Shapes},
	{"growth", "Growth", claims.Growth},
}
