package main

import (
	"testing"

	"github.com/partnerrules/partnerrules/examples/internal/golden"
	"github.com/partnerrules/partnerrules/examples/internal/portfolio"
)

// TestSample compares the page and the calendar of the sample with golden files.
func TestSample(t *testing.T) {
	r := sampleReport(t, portfolio.InForce)
	golden.Check(t, pageFile, pageOf(t, r))
	golden.Check(t, calendarFile, calendarOf(t, r))
}

// The output depends only on the input.
func TestSample_Repeated(t *testing.T) {
	for _, e := range []portfolio.Edition{portfolio.Baseline, portfolio.InForce} {
		one, two := sampleReport(t, e), sampleReport(t, e)
		if pageOf(t, one) != pageOf(t, two) || calendarOf(t, one) != calendarOf(t, two) {
			t.Errorf("%s: two runs differ", e)
		}
	}
}
