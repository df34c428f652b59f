package main

import (
	"strconv"
	"strings"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/benefits"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/eligibility"
	"github.com/partnerrules/partnerrules/examples/internal/portfolio"
)

// A company is a section of the page on one company.
type company struct {
	ID      string
	Name    string
	Listed  bool
	Answers []answer
	Notes   []partnerrules.Note
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
	v := company{ID: id, Name: c.Name, Listed: c.Listed, Notes: c.Notes}
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

// An answer is the answer for one offer, in words.
type answer struct {
	Title   string
	Verdict badge
	Facts   []fact
	Reasons []portfolio.Reason
	Chart   *chart
	Live    []benefit // benefits that can or may be used
	Over    []benefit // benefits that are over
}

func answerOf(a *portfolio.Answer, c *portfolio.Company, on calendar.Date) answer {
	v := answer{Title: a.Title, Verdict: verdictBadge(a.Decision), Reasons: a.Reasons}
	v.Facts = factsOf(a, c, on)
	for _, b := range a.Benefits {
		if over(b.Status.State) {
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
		return badge{good, d.Button.Title() + " is enabled"}
	case eligibility.Disabled:
		return badge{bad, d.Button.Title() + " is disabled"}
	case eligibility.Undetermined:
		return badge{notice, d.Button.Title() + " is undetermined"}
	}
	return badge{neutral, "no published checklist"}
}

// A fact is a labeled text.
type fact struct{ Label, Text string }

// factsOf returns the known facts about an offer.
func factsOf(a *portfolio.Answer, c *portfolio.Company, on calendar.Date) []fact {
	all := []fact{
		{"Held", heldText(a, c.Listed, on)},
		{"Bought", boughtText(a.Held)},
		{"Renewal window", windowText(a.Held)},
		{"Benefits", portfolio.AccessText(a.Held, dayText)},
		{"When", portfolio.OpeningText(a, on, dayText)},
		{"Warning", portfolio.CoverageText(&a.Decision)},
		{"Missing", missingText(a.Decision.Missing)},
		{"Score", portfolio.ScoreText(a, c.Scores, dayText)},
		{"Renewal", portfolio.RenewalText(a.Renewal, dayText)},
		{"Renew through", portfolio.AreaTitles(a.Decision.RenewThrough)},
		{"Lost after the window", lostText(a.Decision.Lost)},
		{"Choice", portfolio.ChoiceText(a.Decision.Benefits)},
		{"Package", packageText(a)},
		{"Fee", portfolio.FeeText(a, dayText)},
	}
	var known []fact
	for _, f := range all {
		if f.Text != "" {
			known = append(known, f)
		}
	}
	return known
}

func heldText(a *portfolio.Answer, listed bool, on calendar.Date) string {
	h := a.Held
	switch {
	case h == nil && listed:
		return "no"
	case h == nil:
		return "unknown"
	}
	switch h.Phase {
	case eligibility.Lapsed:
		return "lapsed on " + dayText(h.LastAccess.AddDays(1)) + ", the renewal window was missed"
	case eligibility.InWindow:
		return "yes, the renewal window is open; last day " + dayText(h.Window.Last()) + ", " + distance(h.Window.Last(), on)
	case eligibility.Running:
		return "yes, the renewal window opens on " + dayText(h.Window.First()) + ", " + distance(h.Window.First(), on)
	}
	return "unknown whether active"
}

func boughtText(h *portfolio.Held) string {
	if h == nil || h.Bought.IsZero() {
		return ""
	}
	s := dayText(h.Bought)
	if n := len(h.Years); n > 0 {
		s += "; in paid year " + strconv.Itoa(n)
	}
	return s
}

func windowText(h *portfolio.Held) string {
	if h == nil || h.Window.IsZero() {
		return ""
	}
	return daysText(h.Window) + ", after the anniversary date " + dayText(h.Anniversary)
}

// packageText returns until when the package of benefits is fixed.
func packageText(a *portfolio.Answer) string {
	if !a.PackageIsFixed() {
		return ""
	}
	change := a.PackageChange
	return "fixed through " + dayText(change.HoldsThrough) + " (" + string(change.Reason.Rule()) + ")"
}

// lostText returns the designations that a renewal loses.
func lostText(lost eligibility.AreaSet) string {
	if titles := portfolio.AreaTitles(lost); titles != "" {
		return titles + ", because not qualified"
	}
	return ""
}

// missingText returns the missing facts.
func missingText(missing partnerrules.Set[eligibility.Fact]) string {
	var texts []string
	for _, fact := range portfolio.MissingFacts(missing) {
		texts = append(texts, fact.Text)
	}
	return strings.Join(texts, "; ")
}

// A benefit is a row in the table of benefits of a membership.
type benefit struct {
	ID       string
	Category string
	Year     int
	State    badge
	RedeemBy calendar.Date // zero if redeemed or unknown
	UseUntil calendar.Date
	Ends     string              // what ends it, or has ended it
	Rule     partnerrules.RuleID // the rule by which it ends
}

func benefitOf(b portfolio.Benefit) benefit {
	v := benefit{
		ID: b.ID, Category: b.Category.Title(), Year: b.Year,
		State: stateBadge(b.Status.State), UseUntil: b.Term.LastUse,
	}
	v.Ends, v.Rule = endText(b)
	switch b.Status.State {
	case benefits.InUse, benefits.Expired, benefits.LostWithMembership, benefits.RedeemedOfNoUse:
	default:
		v.RedeemBy = b.UseBy()
	}
	if b.Status.State == benefits.ExpiredUnredeemed {
		v.UseUntil = calendar.Date{}
	}
	return v
}

// over reports whether a benefit can no longer be used.
func over(s benefits.State) bool {
	switch s {
	case benefits.Expired, benefits.ExpiredUnredeemed, benefits.LostWithMembership, benefits.RedeemedOfNoUse:
		return true
	}
	return false
}

func stateBadge(s benefits.State) badge {
	switch s {
	case benefits.InUse:
		return badge{good, "in use"}
	case benefits.Available:
		return badge{notice, "not redeemed"}
	case benefits.NotYetProvided:
		return badge{neutral, "not provided yet"}
	case benefits.StateUnknown:
		return badge{notice, "unknown"}
	}
	return badge{neutral, portfolio.Words(s.String())}
}

// endText returns what ends a benefit or has ended it, and the rule.
func endText(b portfolio.Benefit) (text string, rule partnerrules.RuleID) {
	switch r := b.Status.EndedBy; r {
	case 0:
		return "", ""
	case benefits.PastActivateBy:
		return "13 months to redeem", r.Rule()
	case benefits.PastExpiry:
		return "own term", b.TermRule()
	case benefits.PastAccess:
		return "renewal window", r.Rule()
	default:
		return portfolio.Words(r.String()), r.Rule()
	}
}
