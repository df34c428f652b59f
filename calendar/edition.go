package calendar

// An Edition is a version of the published rules, with the time for which it is
// known. Each package of the library lists its own editions.
type Edition struct {
	Name   string `json:"name"`
	From   Date   `json:"from"`   // the first day on which the edition is known to apply
	Seen   Date   `json:"seen"`   // the last day on which a copy of the source shows it
	Source string `json:"source"` // the document

	// Quoted is true if the source is known only as others quote it (EDN-06).
	Quoted bool `json:"quoted,omitzero"`
}

// An EditionList holds the editions of a package, oldest first.
type EditionList []Edition

// Known returns the time for which the rules are known (EDN-05). It includes gaps
// between editions. It ends when a source was last seen, even if an edition was
// announced for a later day (EDN-07). It is the zero Known if l is empty.
func (l EditionList) Known() Known {
	var k Known
	for i, e := range l {
		if i == 0 || e.From.Before(k.First) {
			k.First = e.From
		}
		k.Last.n = max(k.Last.n, e.Seen.n)
		if !e.Quoted {
			k.Published.n = max(k.Published.n, e.Seen.n)
		}
	}
	return k
}

// Known is the time for which the rules of a package are known (EDN-05). It runs
// from First through Last, and its later part can rest on quotations. Its zero value
// covers no day.
type Known struct {
	First     Date `json:"first"`              // the first day of the oldest edition
	Published Date `json:"published,omitzero"` // the last day on which a published source was seen
	Last      Date `json:"last"`               // the last day on which any source was seen
}

// Coverage returns the relation of a day to the time for which the rules are known.
func (k Known) Coverage(on Date) Coverage {
	switch {
	case on.IsZero() || k.First.IsZero() || k.Last.IsZero():
		return CoverageUnknown
	case on.n < k.First.n:
		return CoverageBefore
	case on.n <= min(k.Published.n, k.Last.n):
		return CoveragePublished
	case on.n <= k.Last.n:
		return CoverageQuoted
	}
	return CoverageAfter
}

// Coverage is the relation of a day to the time for which the rules are known
// (EDN-05), with the grade of the source (EDN-06). The zero Coverage is
// CoverageUnknown, the coverage of the zero Date.
//
// For a day outside of that time, answers follow the nearest edition, and the
// program may have had other rules. The grade is about the day. Whether a single
// rule is only quoted, its sources in the Rules of its package say.
type Coverage uint8

// The values of Coverage.
const (
	CoverageUnknown   Coverage = iota // the day is the zero Date, or there are no editions: "unknown"
	CoveragePublished                 // published sources show the rules: "published"
	CoverageQuoted                    // only quotations of a source show the rules: "quoted"
	CoverageBefore                    // the day is before the first edition: "before-first-edition"
	CoverageAfter                     // the day is after the sources were last seen: "after-last-seen"
)

// Message returns a sentence about the coverage of a day.
func (c Coverage) Message() string {
	switch c {
	case CoverageUnknown:
		return "Without a day it is unknown whether the rules are known."
	case CoveragePublished:
		return "Published sources show the rules for this day."
	case CoverageQuoted:
		return "Only quotations of a source show the rules for this day."
	case CoverageBefore:
		return "The day is before the first known edition: the rules may have been different."
	case CoverageAfter:
		return "The day is after the sources were last seen: the rules may have changed."
	}
	return ""
}
