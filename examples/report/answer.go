package main

import (
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/eligibility"
	"github.com/partnerrules/partnerrules/examples/internal/portfolio"
)

// An answer is that for one offer, in words.
type answer struct {
	Title   string
	Verdict badge
	Facts   []fact
	Reasons []portfolio.Reason
	Chart   *chart
	Live    []benefit // those of use, now or perhaps
	Over    []benefit
}

func answerOf(a *portfolio.Answer, c *portfolio.Company, on calendar.Date) answer {
	v := answer{Title: a.Title, Verdict: verdictBadge(a.Decision), Reasons: a.Reasons}
	v.Facts = factsOf(a, c, on)
	for _, b := range a.Benefits {
		if over(b.Standing.State) {
			v.Over = append(v.Over, benefitOf(b))
		} else {
			v.Live = append(v.Live, benefitOf(b))
		}
	}
	return v
}

func verdictBadge(d eligibility.Decision) badge {
	switch d.Verdict {
	case eligibility.Enabled:
		return badge{good, portfolio.ButtonText(d.Button) + " is enabled"}
	case eligibility.Disabled:
		return badge{bad, portfolio.ButtonText(d.Button) + " is disabled"}
	case eligibility.Undetermined:
		return badge{notice, portfolio.ButtonText(d.Button) + " is undetermined"}
	}
	return badge{neutral, "no published checklist"}
}
