package partnerrules

import "strings"

// Text returns the explanation as lines of plain text, for a terminal, a log or an
// email. The first line is the title and the verdict. Each reason, missing fact, run of
// days and note follows on a line of its own:
//
//	New purchase: The order waits for the customer's acceptance of the agreement.
//	- AGR-42: The order waits until you attest that the customer has accepted. Attest ...
//
// The texts may be reworded, so that a program reads the codes instead.
func (e Explanation) Text() string {
	lines := []string{e.Title + ": " + e.Verdict.Message}
	for _, r := range e.Reasons {
		lines = append(lines, strings.TrimSpace("- "+string(r.Rule)+": "+r.Message+" "+r.Remedy))
	}
	for _, fact := range e.Missing {
		lines = append(lines, "- To find out: "+fact.Message)
	}
	for _, d := range e.Days {
		lines = append(lines, "- "+d.Message+": "+d.text())
	}
	for _, n := range e.Notes {
		lines = append(lines, "- "+n.Message)
	}
	return strings.Join(lines, "\n")
}

// text returns, for example, "2024-09-02 to 2024-10-01".
func (d ExplainedDays) text() string {
	switch {
	case d.First == d.Last:
		return d.First
	case d.First == "":
		return "through " + d.Last
	case d.Last == "":
		return "from " + d.First + " on"
	}
	return d.First + " to " + d.Last
}
