package main

import (
	"io"
	"regexp"

	"github.com/partnerrules/partnerrules/internal/benchmarks/internal/machine"
	"github.com/partnerrules/partnerrules/internal/benchmarks/internal/measure"
	"github.com/partnerrules/partnerrules/internal/benchmarks/internal/result"
)

// peers are the modules whose versions are recorded with the results.
var peers = []string{
	"cel.dev/cel-go",
	"cloud.google.com/go",
	"github.com/Workiva/go-datastructures",
	"github.com/cedar-policy/cedar-go",
	"github.com/duckdb/duckdb-go/v2",
	"github.com/expr-lang/expr",
	"github.com/go-json-experiment/json",
	"github.com/golang-module/carbon/v2",
	"github.com/google/btree",
	"github.com/jackc/pgx/v5",
	"github.com/mattn/go-sqlite3",
	"github.com/open-policy-agent/opa",
	"github.com/rickar/cal/v2",
	"modernc.org/sqlite",
}

// options are the options of a run.
type options struct {
	short bool // small inputs
	ours  bool // our sides only, among at most a million claims
}

// run measures the groups whose names match, and writes its progress.
func run(m measure.Meter, o options, names *regexp.Regexp, progress io.Writer) (result.Results, error) {
	r := result.Results{Machine: machine.This(), Modules: machine.Modules(peers), Short: o.short}
	for _, g := range groups {
		if !names.MatchString(g.name) {
			continue
		}
		measured, err := g.measure(m, o, progress)
		if err != nil {
			return r, err
		}
		r.Groups = append(r.Groups, measured)
	}
	return r, nil
}
