package chart

import (
	"fmt"
	"strings"

	"github.com/partnerrules/partnerrules/internal/benchmarks/internal/report"
	"github.com/partnerrules/partnerrules/internal/benchmarks/internal/result"
)

// A Picture is a file with panels.
type Picture struct {
	File, Title string
	Panels      []Choice
}

// A Choice contains the sides of a work that a panel shows.
type Choice struct {
	Work, Title string
	Bars        []Pick
}

// A Pick is a bar for the fastest of some sides.
type Pick struct {
	Name  string
	Sides []string
}

// sides returns a pick for each side, under its own name.
func sides(names ...string) (picks []Pick) {
	for _, name := range names {
		picks = append(picks, Pick{name, []string{name}})
	}
	return picks
}

// Pictures returns all pictures.
func Pictures() []Picture {
	dates := Picture{File: "dates.svg", Title: "Operations on dates"}
	for _, operation := range [][2]string{
		{"add-days", "100 days after a date"},
		{"add-months", "13 months after a date"},
		{"parse", "A date from its text"},
		{"format", "The text of a date, as a string"},
		{"append", "The text of a date, appended to a buffer"},
		{"compare", "Which of two dates comes first"},
	} {
		dates.Panels = append(dates.Panels, Choice{"dates/" + operation[0], operation[1], sides("partnerrules", "time", "civil", "carbon")})
	}
	return []Picture{
		{File: "main.svg", Title: "partnerrules beside rule engines and databases", Panels: []Choice{decision(), million()}},
		dates,
	}
}

func decision() Choice {
	return Choice{"eligibility/decision", "One eligibility decision, six requirements met", []Pick{
		{"partnerrules, with reasons", []string{"partnerrules"}},
		{"Go by hand, this case only, with reasons", []string{"Go by hand, this case only"}},
		{"expr, verdict only", []string{"expr, map", "expr, map, machine used again", "expr, struct", "expr, struct, machine used again"}},
		{"expr, reasons as bits", []string{"expr, map, machine used again, bits", "expr, struct, machine used again, bits"}},
		{"cel-go, verdict only", []string{"cel-go", "cel-go, optimized"}},
		{"cel-go, tracked state", []string{"cel-go, tracked state"}},
		{"cedar-go, verdict only", []string{"cedar-go"}},
		{"cedar-go, with reasons", []string{"cedar-go, a policy for each row"}},
		{"OPA, verdict only", []string{"OPA"}},
		{"OPA, with reasons", []string{"OPA, set of reasons"}},
	}}
}

func million() Choice {
	return Choice{"claims/million", "Competing claims", []Pick{
		{"partnerrules, one core", []string{"partnerrules"}},
		{"Go by hand, this case only", []string{"Go by hand, this case only"}},
		{"DuckDB, two threads, loaded and sorted, counts", []string{"DuckDB, join", "DuckDB, bounded join"}},
		{"DuckDB, two threads, loaded and sorted, pairs", []string{"DuckDB, join, pairs handed over"}},
		{"DuckDB, two threads, with loading, counts", []string{"DuckDB, join, with loading"}},
		{"PostgreSQL, loaded, counts", []string{"PostgreSQL, bounded join"}},
		{"SQLite (mattn), loaded, counts", []string{"SQLite (mattn), bounded join"}},
		{"SQLite (modernc), loaded, counts", []string{"SQLite (modernc), bounded join"}},
		{"google/btree", []string{"google/btree"}},
		{"Workiva augmentedtree", []string{"Workiva augmentedtree"}},
	}}
}

// Draw returns the picture of results. It leaves out sides and works that were not
// measured.
func (p Picture) Draw(r *result.Results) (string, error) {
	var panels []Panel
	var texts strings.Builder
	for _, choice := range p.Panels {
		panel := choice.panel(r)
		if len(panel.Bars) == 0 {
			continue
		}
		panels = append(panels, panel)
		texts.WriteString(panel.text())
	}
	return SVG(p.Title, strings.TrimSpace(texts.String())+" Shorter bars are faster. Each line of the scale is ten times the previous one.", panels)
}

func (c Choice) panel(r *result.Results) Panel {
	w, _ := r.Work(c.Work)
	p := Panel{Title: c.Title + ": time, logarithmic scale"}
	if w.Claims > 0 {
		p.Title = c.Title + " among " + report.Count(w.Claims) + ": time, logarithmic scale"
	}
	for i, pick := range c.Bars {
		if side, found := w.Fastest(pick.Sides...); found {
			p.Bars = append(p.Bars, Bar{pick.Name, side.Nanos.Median, i == 0})
		}
	}
	return p
}

// text returns the content of the panel in words.
func (p Panel) text() string {
	var all []string
	for _, b := range p.Bars {
		all = append(all, fmt.Sprintf("%s %s", b.Name, report.Duration(b.Nanos)))
	}
	return p.Title + ": " + strings.Join(all, "; ") + ". "
}
