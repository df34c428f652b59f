package partnerrules

import "strings"

// Text returns the explanation as lines of plain text, for a terminal, a log or an
// email. The first line is the title and the verdict. Each reason, missing fact, run of
// days and note follows on a line of its own. A note that the verdict contains is left
// out. The last line is the coverage, if no published source shows the rules for the
// day:
//
//	New purchase: The order waits for the customer's acceptance of the agreement.
//	- AGR-42: The order waits until you attest that the customer has accepted. Attest ...
//
// The texts may be reworded, so that a program reads the codes instead.
func (e Explanation) Text() string {
	lines := []string{e.Title + ": " + e.Verdict.Message}
	for _, r := range e.Reasons {
		lines = append(lines, "- "+string(r.Rule)+inBrackets(r.Subject)+": "+r.text())
	}
	for _, fact := range e.Missing {
		lines = append(lines, "- To find out: "+fact.Message)
	}
	for _, d := range e.Days {
		lines = append(lines, "- "+d.Message+inBrackets(d.Subject)+": "+d.text())
	}
	for _, n := range e.Notes {
		if !strings.Contains(e.Verdict.Message, n.Message) {
			lines = append(lines, "- "+n.Message)
		}
	}
	if needsWarning(e.Coverage) {
		lines = append(lines, "- "+e.Coverage.Message)
	}
	return strings.Join(lines, "\n")
}

// needsWarning reports whether a coverage needs a warning. It is false for an answer
// without a day.
func needsWarning(coverage Label) bool {
	return coverage.Code != "published" && coverage.Code != "unknown" && coverage.Code != ""
}

// inBrackets returns, for example, " (draft.area)", or an empty text for no subject.
func inBrackets(subject string) string {
	if subject == "" {
		return ""
	}
	return " (" + subject + ")"
}

// text returns the message, the remedy and the day on which the reason no longer holds.
func (r ExplainedReason) text() string {
	text := r.Message
	if r.Remedy != "" {
		text += " " + r.Remedy
	}
	if r.From != "" {
		text += " From " + r.From + " on, this no longer holds."
	}
	return text
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
