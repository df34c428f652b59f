package main

import (
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/examples/internal/portfolio"
)

// A policy says under which rules a part of the report was made.
type policy struct {
	Part, Text string
	Known      calendar.Period // set if the day judged by lies outside
}

func policiesOf(r *portfolio.Report) []policy {
	all := []policy{policyOf("Memberships", r.Policy)}
	if r.Agreement != nil {
		all = append(all, policyOf("Customers", r.Agreement.Policy))
	}
	if r.Claims != nil {
		all = append(all, policy{Part: "Claims", Text: r.Claims.Policy})
	}
	return all
}

func policyOf(part string, n portfolio.PolicyNote) policy {
	p := policy{Part: part, Text: n.Text}
	if n.Coverage != calendar.Covered {
		p.Known = n.Known
	}
	return p
}
