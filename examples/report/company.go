package main

import (
	"strconv"

	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/examples/internal/portfolio"
)

// A company is one of the page, in words.
type company struct {
	ID      string
	Name    string
	Listed  bool
	Answers []answer
	Advice  []portfolio.Advice
}

func companiesOf(r *portfolio.Report) []company {
	var all []company
	for i := range r.Companies {
		id := "company-" + strconv.Itoa(i+1)
		all = append(all, companyOf(&r.Companies[i], id, r.On))
	}
	return all
}

func companyOf(c *portfolio.Company, id string, on calendar.Date) company {
	v := company{ID: id, Name: c.Name, Listed: c.Listed, Advice: c.Advice}
	for i := range c.Memberships {
		a := answerOf(&c.Memberships[i], c, on)
		a.Chart = benefitsChart(&c.Memberships[i], id+"-"+strconv.Itoa(i+1), on)
		v.Answers = append(v.Answers, a)
	}
	for i := range c.Wanted {
		v.Answers = append(v.Answers, answerOf(&c.Wanted[i], c, on))
	}
	return v
}
