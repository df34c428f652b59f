package main

import (
	"errors"
	"fmt"
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
	"github.com/golang-module/carbon/v2",
	"github.com/google/btree",
	"github.com/jackc/pgx/v5",
	"github.com/mattn/go-sqlite3",
	"github.com/open-policy-agent/opa",
	"github.com/rickar/cal/v2",
	"modernc.org/sqlite",
}

// run measures the groups whose names match, and writes its progress.
func run(m measure.Meter, short bool, names *regexp.Regexp, progress io.Writer) (result.Results, error) {
	r := result.Results{Machine: machine.This(), Modules: machine.Modules(peers), Short: short}
	for _, g := range groups {
		if !names.MatchString(g.name) {
			continue
		}
		measured, err := g.measure(m, short, progress)
		if err != nil {
			return r, err
		}
		r.Groups = append(r.Groups, measured)
	}
	return r, nil
}

func (g group) measure(m measure.Meter, short bool, progress io.Writer) (result.Group, error) {
	measured := result.Group{Name: g.name, Title: g.title}
	for w, err := range g.works(short) {
		if err != nil {
			return measured, err
		}
		fmt.Fprintln(progress, w.Name)
		figures, err := m.Measure(w)
		if w.Close != nil {
			err = errors.Join(err, w.Close())
		}
		if err != nil {
			return measured, err
		}
		stored := result.Of(w, figures)
		if w.Live != nil {
			stored.Live = measure.Live(w.Live)
		}
		measured.Works = append(measured.Works, stored)
	}
	return measured, nil
}
