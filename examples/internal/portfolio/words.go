package portfolio

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/agreement"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/cpor"
	"github.com/partnerrules/partnerrules/eligibility"
)

// Words returns a code as words, such as "under review" for "under-review".
func Words(code string) string { return strings.ReplaceAll(code, "-", " ") }

// Count returns a number and its noun.
func Count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + many
}

// Texts returns the texts of the elements of a list.
func Texts[T fmt.Stringer](list []T) []string {
	texts := make([]string, 0, len(list))
	for _, v := range list {
		texts = append(texts, v.String())
	}
	return texts
}

// Some returns the first few names and the number of the others, such as
// "a, b and 3 more".
func Some(names []string, few int) string {
	if len(names) <= few+1 {
		return strings.Join(names, ", ")
	}
	return strings.Join(names[:few], ", ") + " and " + strconv.Itoa(len(names)-few) + " more"
}

// RulesText returns the IDs of rules, such as "ELG-02, ELG-05".
func RulesText(rules []partnerrules.RuleID) string {
	var ids []string
	for _, rule := range rules {
		ids = append(ids, string(rule))
	}
	return strings.Join(ids, ", ")
}

// ActorText returns the name of an actor, such as "Indirect provider".
func ActorText(a Actor) string {
	switch a {
	case Partner:
		return "Partner"
	case IndirectProvider:
		return "Indirect provider"
	case TheCustomer:
		return "Customer"
	}
	return "Microsoft"
}

// DueText returns the actor, the task and the last day of a deadline.
func DueText(d *cpor.Deadline, day dayFormat) string {
	s := d.By.String() + ": " + Words(d.Task.String())
	if d.Through.IsZero() {
		return s + ", at any time"
	}
	return s + " through " + day(d.Through)
}

// AreaTitles returns the titles of the areas in a set, or "" if the set is empty
// or unknown.
func AreaTitles(set eligibility.AreaSet) string {
	var titles []string
	for area := range set.All() {
		titles = append(titles, area.Title())
	}
	return strings.Join(titles, ", ")
}

// A dayFormat formats a date.
type dayFormat = func(calendar.Date) string

// OpeningText returns the days on which the button of an offer is enabled, assuming
// that the facts do not change. It is empty if no checklist is published.
func OpeningText(a *Answer, on calendar.Date, day dayFormat) string {
	days := a.Opening.Days
	switch a.Opening.Verdict {
	case eligibility.Disabled:
		return "never, unless the facts change"
	case eligibility.Undetermined:
		return "unknown, since facts are missing"
	case eligibility.NoPublishedChecklist:
		return ""
	}
	s := a.Opening.Button.Title() + " now"
	if days.First() != on {
		s = a.Opening.Button.Title() + " from " + day(days.First())
	}
	if days.IsOpen() {
		return s + ", with no known end"
	}
	return s + " through " + day(days.Last())
}

// AccessText returns how long the benefits of a membership can be used. It is empty
// unless the membership is running or can be renewed.
func AccessText(h *Held, day dayFormat) string {
	if h == nil || h.Phase != eligibility.Running && h.Phase != eligibility.InWindow {
		return ""
	}
	return "through " + day(h.LastAccess) + " unless renewed"
}

// FeeText returns the fee of a membership and its due day. It is empty if the fee
// is unknown.
func FeeText(a *Answer, day dayFormat) string {
	if a.Fee == nil {
		return ""
	}
	s := a.Fee.String()
	if a.FeeDue() {
		s += ", due by " + day(a.Held.Window.Last())
	}
	return s
}

// ScoreText returns the score of the area of an offer, and the metrics without
// points. It is empty if the score is unknown.
func ScoreText(a *Answer, scores []Score, day dayFormat) string {
	for _, s := range scores {
		if s.Area != a.Decision.Offer.Area() {
			continue
		}
		text := s.Least.String()
		if s.Least != s.Most {
			text += " to " + s.Most.String()
		}
		text += " of 100 points, 70 needed"
		if !s.On.IsZero() {
			text += ", on " + day(s.On)
		}
		for metric := range s.Unmet() {
			text += "; no points in " + metric.Title() + " (" + metric.Category().Title() + ")"
		}
		return text
	}
	return ""
}

// RenewalText returns whether a company is ready to renew a membership, on which days,
// and what is in the way. It is empty if there are no such days, or they are unknown.
func RenewalText(r *Renewal, day dayFormat) string {
	if r == nil || r.Days.IsZero() {
		return ""
	}
	s := "unknown whether ready"
	switch r.Ready {
	case eligibility.Yes:
		s = "ready"
	case eligibility.No:
		s = "not ready"
	}
	if len(r.Reasons) > 0 {
		s += " (" + RulesText(r.Reasons) + ")"
	}
	for category := range r.Lacking.All() {
		s += ", no points in " + category.Title()
	}
	return s + "; from " + day(r.Days.First()) + " through " + day(r.Days.Last())
}

// CoverageText returns a warning if the day of the report is before the first day for
// which the rules on an offer are known.
func CoverageText(d *eligibility.Decision) string {
	if d.Coverage != calendar.CoverageBefore {
		return ""
	}
	return "the rules on this offer are known only from a later day on"
}

// ChoiceText returns the packages of benefits that the offer lets the partner
// choose from. It is empty if there is no choice.
func ChoiceText(c eligibility.PackageChoice) string {
	legacy := legacyChoice("Gold", c.LegacyGold) + legacyChoice("Silver", c.LegacySilver)
	if c.SolutionsPartner != eligibility.Yes || legacy == "" {
		return ""
	}
	return "Solutions Partner benefits" + legacy
}

func legacyChoice(name string, offered eligibility.Tri) string {
	switch offered {
	case eligibility.Yes:
		return ", or legacy " + name
	case eligibility.Unknown:
		return ", possibly legacy " + name
	}
	return ""
}

// PackageIsFixed reports whether the package of benefits cannot be changed yet. It
// is false if the offer is retired.
func (a *Answer) PackageIsFixed() bool {
	return a.PackageChange != nil && a.PackageChange.Reason == eligibility.PackageFixed && a.Decision.Rows.Sold.State != eligibility.NotMet
}

// RoutesText returns the attestation that counts for the partner, and the direct
// acceptance. It formats days with day.
func (c *Customer) RoutesText(day dayFormat) string {
	a := c.Facts.Acceptance
	by, attested := a.Partner, "attested"
	if c.Facts.Partner == agreement.IndirectReseller {
		by, attested = a.Provider, "attested by the indirect provider"
	}
	s := consentText(c.Confirmation.Partner, attested, by.On, day) + "; " +
		consentText(c.Confirmation.Direct, "accepted directly", a.Direct.On, day)
	if c.Facts.Partner == agreement.IndirectReseller && a.Partner.Given == agreement.Yes {
		s += "; the reseller's own earlier attestation is not kept (AGR-44)"
	}
	return s
}

// ReviewText returns whether Microsoft is reviewing the customer account. It is empty
// if the file does not state it.
func (c *Customer) ReviewText() string {
	switch c.Facts.UnderReview {
	case agreement.Yes:
		return "Microsoft is reviewing the customer account"
	case agreement.No:
		return "Microsoft is not reviewing the customer account"
	}
	return ""
}

// ChannelText returns the channel through which the partner attests, and the company
// name for the enhanced API. It is empty if the file states neither.
func (c *Customer) ChannelText() string {
	var parts []string
	if c.Facts.Channel != agreement.ChannelUnknown {
		parts = append(parts, c.Facts.Channel.Title())
	}
	if c.CompanyName != "" {
		parts = append(parts, "company name "+c.CompanyName)
	}
	return strings.Join(parts, "; ")
}

func consentText(given agreement.Tri, what string, on agreement.Timestamp, day dayFormat) string {
	switch given {
	case agreement.No:
		return "not " + what
	case agreement.Unknown:
		return "unknown whether " + what
	}
	if on.IsSet() {
		what += " on " + day(on.UTCDay())
	}
	return what
}

// A MissingFact is an unknown fact that an answer depends on, in words.
type MissingFact struct {
	Text   string // "whether a billing profile is linked or set up"
	Member string // the members of the file that state it: "billing"
}

// String returns, for example, "whether a billing profile is linked (billing)".
func (f MissingFact) String() string { return f.Text + " (" + f.Member + ")" }

// MissingFacts returns the missing facts about an offer. All areas share one
// element.
func MissingFacts(missing partnerrules.Set[eligibility.Fact]) []MissingFact {
	var facts []MissingFact
	var areas []string
	for fact := range missing.All() {
		if fact.Area() == 0 {
			facts = append(facts, MissingFact{fact.Message(), memberOf(fact)})
			continue
		}
		if areas = append(areas, fact.Area().Title()); len(areas) == 1 {
			facts = append(facts, MissingFact{Member: "qualified or scores"})
		}
	}
	for i := range facts {
		if facts[i].Text == "" {
			facts[i].Text = "whether the company qualifies for " + strings.Join(areas, ", ")
		}
	}
	return facts
}

// memberOf returns the members of the file that state a fact.
func memberOf(f eligibility.Fact) string {
	switch f {
	case eligibility.FactAccount, eligibility.FactStatus2022, eligibility.FactBilling:
		return strings.ReplaceAll(f.String(), "-", "") // "status2022"
	case eligibility.FactHeldEarlier:
		return "heldEarlier"
	case eligibility.FactAnniversary, eligibility.FactPackAnniversary, eligibility.FactLearningAnniversary:
		return "start or anniversary"
	}
	return "memberships"
}

// Missing returns the missing facts that the plan and the orders of a customer depend
// on.
func (c *Customer) Missing() []MissingFact {
	missing := c.Plan.Missing
	for _, o := range c.Orders {
		missing |= o.Missing
	}
	var facts []MissingFact
	for fact := range missing.All() {
		facts = append(facts, customerFact(fact))
	}
	return facts
}

// customerFact returns a fact with the member of the file that states it.
func customerFact(f agreement.Fact) MissingFact {
	member := "customers"
	switch f {
	case agreement.FactPartner:
		member = "partner"
	case agreement.FactRole:
		member = "role"
	case agreement.FactCustomer:
		member = "kind"
	case agreement.FactReview:
		member = "underReview"
	case agreement.FactOrderKind:
		member = "orders"
	case agreement.FactAttested, agreement.FactAttestedOn:
		member = "attestations"
	case agreement.FactProviderAttested, agreement.FactProviderOn:
		member = "provider"
	case agreement.FactDirect:
		member = "direct"
	}
	return MissingFact{f.Message(), member}
}
