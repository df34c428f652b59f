package main

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"slices"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/transforms/stats"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/cpor"
)

// Beam sends functions and types to its workers by name, so they must be registered.
func init() {
	beam.RegisterCoder(reflect.TypeFor[cpor.Claim](), encode, decode)
	register.Function4x0(read)
	register.Function1x2(byTenant)
	register.Function4x1(relate)
	register.Function1x1(idOf)
	register.Function3x0(reportRepeated)
	register.Function2x0(state)
	register.Function2x1(lesser)
	register.Function3x0(byLocation)
	register.Function3x0(reportContradictions)
	register.Emitter1[string]()
	register.Emitter1[cpor.Claim]()
	register.Emitter2[string, cpor.Claim]()
	register.Iter1[cpor.Claim]()
}

// detect adds the detection to a pipeline. The lines are pairs of a file name and a line.
// The pairs are lines of JSON, and the faults are lines of text.
//
// Claims of different tenants never compete, so each tenant is one group. An ID that
// occurs twice, and a location of two companies, can be in different tenants. Two more
// groupings find them. They get small records only, and count or drop repeated ones
// before the groups are made.
func detect(s beam.Scope, lines beam.PCollection) (pairs, faults beam.PCollection) {
	claims, invalid := beam.ParDo2(s, read, lines)

	tenants := beam.GroupByKey(s, beam.ParDo(s, byTenant, claims))
	pairs, unrelated := beam.ParDo2(s, relate, tenants)

	ids := stats.Count(s, beam.ParDo(s, idOf, claims))
	repeated := beam.ParDo(s, reportRepeated, ids)

	statements := beam.CombinePerKey(s, lesser, beam.ParDo(s, state, claims))
	locations := beam.GroupByKey(s, beam.ParDo(s, byLocation, statements))
	contradictory := beam.ParDo(s, reportContradictions, locations)

	return pairs, beam.Flatten(s, invalid, unrelated, repeated, contradictory)
}

func encode(c cpor.Claim) ([]byte, error) { return json.Marshal(c) }

func decode(text []byte) (cpor.Claim, error) { return partnerrules.Decode[cpor.Claim](text) }

// read reads a line strictly. A fault has the name of the file and never the line, which
// may hold anything. Beam does not tell the number of the line.
func read(file, line string, claims func(cpor.Claim), faults func(string)) {
	c, err := decode([]byte(line))
	if err == nil {
		err = c.Validate()
	}
	if err != nil {
		faults(file + ": " + err.Error())
		return
	}
	claims(c)
}

func byTenant(c cpor.Claim) (string, cpor.Claim) { return c.Tenant.String(), c }

// relate finds the pairs of a tenant. If its claims contradict each other, it has no
// pairs, and other functions report why.
func relate(tenant string, next func(*cpor.Claim) bool, pairs, faults func(string)) error {
	found, err := cpor.Detect(collect(next))
	if err != nil {
		faults("tenant " + tenant + ": its claims contradict each other, so they were not compared")
		return nil
	}
	for pair := range found {
		line, err := json.Marshal(pair)
		if err != nil {
			return err
		}
		pairs(string(line))
	}
	return nil
}

// collect returns the claims of a group, in any order.
func collect(next func(*cpor.Claim) bool) (claims []cpor.Claim) {
	for c := (cpor.Claim{}); next(&c); {
		claims = append(claims, c)
	}
	return claims
}

func idOf(c cpor.Claim) string { return c.ID }

// reportRepeated reports an ID that several claims have.
func reportRepeated(id string, count int, faults func(string)) {
	if count > 1 {
		faults(fmt.Sprintf("claim %q: %d claims have this ID", id, count))
	}
}

// state passes on what a claim states about companies, without the rest of the claim.
func state(c cpor.Claim, statements func(string, cpor.Claim)) {
	if !c.Company.IsZero() {
		statements(c.Partner.String()+" "+c.Company.String(), cpor.Claim{ID: c.ID, Partner: c.Partner, Company: c.Company})
	}
}

// lesser returns the statement of the claim whose ID sorts first, so that the faults do
// not depend on the order of the claims.
func lesser(a, b cpor.Claim) cpor.Claim {
	if b.ID < a.ID {
		return b
	}
	return a
}

// byLocation passes a statement on to both locations that it is about.
func byLocation(_ string, c cpor.Claim, statements func(string, cpor.Claim)) {
	statements(c.Partner.String(), c)
	if c.Company != c.Partner {
		statements(c.Company.String(), c)
	}
}

// reportContradictions reports the claims that state another company for a location than
// a claim before.
func reportContradictions(location string, next func(*cpor.Claim) bool, faults func(string)) {
	claims := collect(next)
	slices.SortFunc(claims, func(a, b cpor.Claim) int { return cmp.Compare(a.ID, b.ID) })
	var ledger cpor.Ledger
	for i, c := range claims {
		var bad *partnerrules.InputError
		if errors.As(ledger.AddCompany(i, c), &bad) {
			faults("location " + location + ": " + bad.Reason) // the index in the path is of this group
		}
	}
}
