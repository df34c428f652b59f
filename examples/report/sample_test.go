package main

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/examples/internal/portfolio"
	"github.com/partnerrules/partnerrules/examples/portfolio/sample"
)

// sampleReport returns the report on the sample of examples/portfolio.
func sampleReport(t *testing.T, e portfolio.Edition) *portfolio.Report {
	t.Helper()
	p, err := portfolio.Load(sample.Folder)
	if err != nil {
		t.Fatal(err)
	}
	return judge(t, p, p.Day(), e)
}

// reportOf returns the report on a file with the structure of companies.json.
func reportOf(t *testing.T, on, text string) *portfolio.Report {
	t.Helper()
	p, err := portfolio.LoadFile("file", strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	return judge(t, p, calendar.MustParseDate(on), portfolio.InForce)
}

func judge(t *testing.T, p *portfolio.Portfolio, on calendar.Date, e portfolio.Edition) *portfolio.Report {
	t.Helper()
	r, err := p.Judge(on, e)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func pageOf(t *testing.T, r *portfolio.Report) string {
	t.Helper()
	var text bytes.Buffer
	if err := writePage(&text, r); err != nil {
		t.Fatal(err)
	}
	return text.String()
}

func calendarOf(t *testing.T, r *portfolio.Report) string {
	t.Helper()
	var text bytes.Buffer
	if err := writeCalendar(&text, r, leapDay); err != nil {
		t.Fatal(err)
	}
	return text.String()
}

// hostile is a name that tries to inject HTML, template code or calendar lines.
const hostile = `</title><script>alert(1)</script>"'&;,\ ` + "\u202e" + `{{.}} javascript:alert(1)`

// hostileReport returns a report with such a name in every place. The name also has
// control characters, which a file cannot contain.
func hostileReport(t *testing.T) *portfolio.Report {
	t.Helper()
	r := sampleReport(t, portfolio.InForce)
	name := hostile + "\r\nEND:VEVENT\r\nX-BAD:1\x00\xff"
	for i := range r.Actions {
		a := &r.Actions[i]
		a.Company, a.Customer, a.Benefit, a.Claim, a.Text = name, name, name, name, name
	}
	for i := range r.Blocked {
		b := &r.Blocked[i]
		b.Company, b.Customer, b.Claim, b.Text = name, name, name, name
	}
	for i := range r.Competing {
		p := &r.Competing[i]
		p.Customer, p.Pair.First, p.Pair.Second, p.Pair.Incumbent = name, name, name, name
	}
	for i := range r.Companies {
		c := &r.Companies[i]
		c.Name = name
		for j := range c.Memberships {
			for k := range c.Memberships[j].Benefits {
				c.Memberships[j].Benefits[k].ID = name
			}
		}
	}
	for i := range r.Agreement.Customers {
		r.Agreement.Customers[i].Name = name
	}
	claims := slices.Collect(r.Claims.All)
	for i := range claims {
		c := &claims[i]
		c.Customer, c.Claim.ID = name, name
		c.Claim.Units[0].Name = name
	}
	r.Claims.All = slices.Values(claims)
	r.Notes = append(r.Notes, name)
	r.Warnings = append(r.Warnings, name)
	r.Faults = append(r.Faults, &portfolio.Fault{File: name, Reason: name})
	return r
}

// The page lists the warnings about the input.
func TestPage_Warnings(t *testing.T) {
	r := sampleReport(t, portfolio.InForce)
	if page := pageOf(t, r); strings.Contains(page, "Check the input") {
		t.Error("the sample has warnings")
	}
	r.Warnings = []string{"A and B look alike"}
	if page := pageOf(t, r); !strings.Contains(page, "<li>A and B look alike</li>") {
		t.Error("the page does not list the warning")
	}
}
