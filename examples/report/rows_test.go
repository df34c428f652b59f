package main

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/partnerrules/partnerrules/examples/internal/portfolio"
)

// A list that is too long for the page shows how many rows are left out.
func TestMostRows(t *testing.T) {
	r := sampleReport(t, portfolio.InForce)
	var of portfolio.Claim
	for c := range r.Claims.All {
		if !busy(&c) {
			of = c
		}
	}
	r.Claims.All = slices.Values(slices.Repeat([]portfolio.Claim{of}, mostRows))
	customer := r.Agreement.Customers[0]
	r.Agreement.Customers = nil
	for range mostRows + 2 {
		r.Agreement.Customers = append(r.Agreement.Customers, customer)
	}
	if page := pageOf(t, r); strings.Contains(page, "claim without deadline and fault is not shown") || !strings.Contains(page, "2 further customers are not shown") {
		t.Error("want a full list of claims, and two customers left out")
	}
	r.Claims.All = slices.Values(slices.Repeat([]portfolio.Claim{of}, mostRows+1))
	if page := pageOf(t, r); !strings.Contains(page, "1 further claim without deadline and fault is not shown") {
		t.Error("the page does not count the claim that is left out")
	}
}

// The page counts tasks, obstacles, pairs and claims beyond its limit, and stays
// small.
func TestMostRows_ManyClaims(t *testing.T) {
	r := sampleReport(t, portfolio.InForce)
	for _, list := range []struct {
		grow func()
		size func() int
	}{
		{func() { r.Competing = append(r.Competing, r.Competing[0]) }, func() int { return len(r.Competing) }},
		{func() {
			b := r.Blocked[0]
			b.Company = fmt.Sprint("Company ", len(r.Blocked))
			r.Blocked = append(r.Blocked, b)
		}, func() int { return len(r.Blocked) }},
		{func() {
			a := r.Actions[0]
			a.Claim = fmt.Sprint("CL-X", len(r.Actions))
			r.Actions = append(r.Actions, a)
		}, func() int { return len(r.Actions) }},
	} {
		for list.size() < 20*mostRows {
			list.grow()
		}
	}
	page := pageOf(t, r)
	if len(page) > 2<<20 {
		t.Errorf("a page of %d bytes", len(page))
	}
	for _, want := range []string{
		fmt.Sprintf("%d further pairs are not shown", 19*mostRows),
		"further tasks are not shown",
		"<li>and ",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("the page does not contain %q", want)
		}
	}
	if n := strings.Count(calendarOf(t, r), "BEGIN:VEVENT"); n < 19*mostRows {
		t.Errorf("the calendar has only %d events", n)
	}
}
