package main

import (
	"testing"

	"github.com/partnerrules/partnerrules/examples/internal/golden"
	"github.com/partnerrules/partnerrules/examples/internal/portfolio"
)

// TestSample holds the page and the calendar of the sample.
func TestSample(t *testing.T) {
	r := sampleReport(t, portfolio.Baseline)
	golden.Check(t, pageFile, pageOf(t, r))
	golden.Check(t, calendarFile, calendarOf(t, r))
}

// TestTwiceIsOnce: nothing but the input makes the output.
func TestTwiceIsOnce(t *testing.T) {
	for _, e := range []portfolio.Edition{portfolio.Baseline, portfolio.InForce} {
		one, two := sampleReport(t, e), sampleReport(t, e)
		if pageOf(t, one) != pageOf(t, two) || calendarOf(t, one) != calendarOf(t, two) {
			t.Errorf("%s: two runs differ", e)
		}
	}
}
