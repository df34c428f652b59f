package portfolio

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/shopspring/decimal"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/benefits"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/cpor"
	"github.com/partnerrules/partnerrules/eligibility"
	"github.com/partnerrules/partnerrules/examples/internal/strictjson"
)

// A Portfolio is what was read, before anything is judged. It is not safe for
// concurrent use.
type Portfolio struct {
	on        calendar.Date
	companies []filedCompany
	customers []filedCustomer
	days      calendar.BusinessCalendar // for the clocks of claims

	// claims are all association claims, and filed what else is known of each.
	claims []cpor.Claim
	filed  []filedClaim

	loader Loader
	faults []*Fault
	notes  []string
}

// Day returns the day to judge by that the input names, or the zero Date.
func (p *Portfolio) Day() calendar.Date { return p.on }

// A filedCompany is a company as the file gives it.
type filedCompany struct {
	name string

	// stated is what the file says of the company itself. What it says of the
	// memberships is added by facts, which takes the day to judge by.
	stated eligibility.Facts
	scores []eligibility.Assessment // of the areas whose metrics are given

	listed      bool // the memberships are known, and these are all
	memberships []*filedMembership
	wanted      []eligibility.Offer
}

// A filedMembership is one that a company holds, or has held last.
type filedMembership struct {
	node   *strictjson.Node
	offer  eligibility.Offer
	active eligibility.Tri

	// Of bought and anniversary at most one is given. The renewals are those
	// since.
	bought, anniversary day
	renewals            []day

	fee *Fee

	benefits []filedBenefit

	// ad is the present anniversary date, and timeline what follows from the start
	// or anniversary that is given. Resolve fills them in.
	ad       calendar.Date
	timeline benefits.Timeline
}

// A day is a date and its place in the file.
type day struct {
	calendar.Date
	node *strictjson.Node
}

func readCompany(node *strictjson.Node) filedCompany {
	members := node.Object()
	var c filedCompany
	c.name = readName(members.Required("name"))
	c.stated = eligibility.Facts{
		Account:    strictjson.Read[eligibility.Verification](members.Optional("account")),
		Billing:    strictjson.Read[eligibility.Billing](members.Optional("billing")),
		Role:       strictjson.Read[eligibility.Role](members.Optional("role")),
		Status2022: strictjson.Read[eligibility.LegacyStatus](members.Optional("status2022")),
	}
	c.readQualification(members.Optional("qualified"), members.Optional("scores"))
	list := members.Optional("memberships")
	c.listed = list != nil
	for _, node := range list.List() {
		c.readMembership(node)
	}
	for _, node := range members.Optional("wanted").List() {
		c.readWanted(node)
	}
	members.End()
	return c
}

// readName refuses what would break the lines of the text output.
func readName(node *strictjson.Node) string {
	name := node.String()
	if node.Kind() == strictjson.String {
		if !printable(name) {
			node.Fault(notPrintable)
		}
	}
	return name
}

const notPrintable = "want a name that can be printed on a line"

func printable(name string) bool {
	return strings.TrimSpace(name) != "" && !strings.ContainsFunc(name, func(r rune) bool { return !unicode.IsPrint(r) })
}

func (c *filedCompany) readMembership(node *strictjson.Node) {
	members := node.Object()
	offer := members.Required("offer")
	m := &filedMembership{
		node:        node,
		offer:       strictjson.Read[eligibility.Offer](offer),
		active:      eligibility.Yes,
		bought:      readDay(members.Optional("start")),
		anniversary: readDay(members.Optional("anniversary")),
	}
	renewals := members.Optional("renewals")
	for _, node := range renewals.List() {
		m.renewals = append(m.renewals, readDay(node))
	}
	if active := members.Optional("active"); active != nil {
		m.active = strictjson.Read[eligibility.Tri](active)
	}
	price, unit := members.Optional("fee"), members.Optional("currency")
	if price != nil && unit != nil {
		m.fee = &Fee{strictjson.Read[Amount](price), strictjson.Read[Currency](unit)}
	}
	m.readBenefits(members.Optional("benefits"))
	members.End()

	switch {
	case m.bought.node != nil && m.anniversary.node != nil:
		m.anniversary.node.Fault("follows from start: give only one of the two")
	case renewals != nil && m.bought.node == nil && m.anniversary.node == nil:
		renewals.Fault("renewals need start, or the anniversary date before them")
	}
	if price != nil && unit == nil {
		price.Fault("a fee needs a currency")
	}
	if unit != nil && price == nil {
		unit.Fault("a currency needs a fee")
	}
	if m.fee != nil && c.paysDesignation(m) {
		price.Fault("one fee pays for all designations: give it with one of them only")
	}
	if m.offer != 0 && c.membership(m.offer) != nil {
		offer.Fault("listed twice: give the present membership only")
	}
	c.memberships = append(c.memberships, m)
}

// paysDesignation reports whether m is a designation and another has a fee.
func (c *filedCompany) paysDesignation(m *filedMembership) bool {
	return m.offer.Family() == eligibility.FamilySolutionsPartner &&
		slices.ContainsFunc(c.memberships, func(other *filedMembership) bool {
			return other.offer.Family() == m.offer.Family() && other.fee != nil
		})
}

func (c *filedCompany) readWanted(node *strictjson.Node) {
	offer := strictjson.Read[eligibility.Offer](node)
	switch {
	case offer == 0: // a fault, which Read has noted
	case c.membership(offer) != nil:
		node.Fault("is among the memberships, and so judged already")
	case slices.Contains(c.wanted, offer):
		node.Fault("wanted twice")
	}
	c.wanted = append(c.wanted, offer)
}

// membership returns the one for an offer, or nil.
func (c *filedCompany) membership(o eligibility.Offer) *filedMembership {
	i := slices.IndexFunc(c.memberships, func(m *filedMembership) bool { return m.offer == o })
	if i < 0 {
		return nil
	}
	return c.memberships[i]
}

func readDay(node *strictjson.Node) day { return day{strictjson.Read[calendar.Date](node), node} }

// A sense is the search for what a file says of a company that cannot be by the
// day judged by.
type sense struct {
	dates  calendar.Policy
	on     calendar.Date
	faults []*Fault
}

func (s *sense) fault(n *strictjson.Node, reason string) {
	s.faults = append(s.faults, (*Fault)(n.Error(reason)))
}

func (s *sense) notAfter(days ...day) {
	for _, d := range days {
		if d.After(s.on) {
			s.fault(d.node, "lies after the day judged by, "+s.on.String())
		}
	}
}

// facts returns what the library is to judge by on a day: what the file states,
// and what follows from the memberships. What cannot be is at fault.
func (c *filedCompany) facts(dates calendar.Policy, on calendar.Date) (eligibility.Facts, []*Fault) {
	f := c.stated
	if !c.listed {
		return f, nil // nothing is known of memberships and packs
	}
	s := &sense{dates: dates, on: on}
	for _, m := range c.memberships {
		m.resolve(s)
	}
	c.shareAnniversary(s)
	f.ActionPack = c.pack(eligibility.MicrosoftActionPack)
	f.Launch = c.pack(eligibility.PartnerLaunchBenefits)
	f.SuccessCore = c.pack(eligibility.PartnerSuccessCore)
	f.SuccessExpanded = c.pack(eligibility.PartnerSuccessExpanded)
	f.Learning = c.pack(eligibility.LearningActionPack)
	f.Membership, f.Held = eligibility.HoldsNothing, eligibility.AreasOf()
	if m := c.present(s); m != nil {
		f.Anniversary = m.ad
		switch m.offer.Family() {
		case eligibility.FamilySolutionsPartner:
			f.Membership, f.Held = c.designations()
		default:
			f.Membership = m.holding()
		}
	}
	return f, sortFaults(s.faults)
}

// resolve works out the timeline and the present anniversary date. The date stays
// zero if the file gives nothing to tell it by.
func (m *filedMembership) resolve(s *sense) {
	m.ad, m.timeline = calendar.Date{}, benefits.Timeline{}
	s.notAfter(m.bought)
	if m.bought.IsZero() && m.anniversary.IsZero() {
		return
	}
	timeline, err := m.timelineOf(s.dates, m.renewals)
	if err != nil {
		m.faultyRenewal(s, err)
		return
	}
	s.notAfter(m.renewals...)
	m.ad, m.timeline = timeline.Anniversary(), timeline
	m.checkBenefits(s)
}

// faultyRenewal notes the renewal that makes a timeline invalid as a fault. The
// renewals before it give the anniversary date that other memberships are compared
// with.
func (m *filedMembership) faultyRenewal(s *sense, err error) {
	n := renewalOf(err)
	if n < 0 {
		s.fault(m.node, reasonOf(err))
		return
	}
	s.notAfter(m.renewals[:n+1]...)
	s.fault(m.renewals[n].node, reasonOf(err))
	if timeline, err := m.timelineOf(s.dates, m.renewals[:n]); err == nil {
		m.ad = timeline.Anniversary()
	}
}

// renewalOf returns the index of the renewal that an error is about, or -1.
func renewalOf(err error) int {
	var input *partnerrules.InputError
	n := -1
	if errors.As(err, &input) {
		fmt.Sscanf(input.Name, "membership.renewals[%d]", &n)
	}
	return n
}

// shareAnniversary gives all designations the one anniversary date that they
// share (ELG-17). Two different ones are a fault of the latter.
func (c *filedCompany) shareAnniversary(s *sense) {
	var shared calendar.Date
	for _, m := range c.designationsHeld() {
		switch {
		case m.ad.IsZero() || m.ad == shared:
		case shared.IsZero():
			shared = m.ad
		default:
			s.fault(m.node, "all designations share one anniversary date: this one has "+m.ad.String()+", those before it "+shared.String())
		}
	}
	for _, m := range c.designationsHeld() {
		m.ad = shared
	}
}

func (c *filedCompany) designationsHeld() []*filedMembership {
	var held []*filedMembership
	for _, m := range c.memberships {
		if m.offer.Family() == eligibility.FamilySolutionsPartner && m.active != eligibility.No {
			held = append(held, m)
		}
	}
	return held
}

// designations says whether the company holds designations, and in what areas.
func (c *filedCompany) designations() (eligibility.Holding, eligibility.AreaSet) {
	var areas []eligibility.Area
	all := eligibility.Yes
	for _, m := range c.designationsHeld() {
		all = all.And(m.active)
		if m.active == eligibility.Yes {
			areas = append(areas, m.offer.Area())
		}
	}
	held := eligibility.AreasOf(areas...)
	if all != eligibility.Yes {
		held = 0 // unknown
	}
	if len(areas) == 0 {
		return eligibility.HoldingUnknown, held
	}
	return eligibility.HoldsDesignation, held
}

// holding returns what a legacy membership says of its company.
func (m *filedMembership) holding() eligibility.Holding {
	switch {
	case m.active != eligibility.Yes:
		return eligibility.HoldingUnknown
	case m.offer == eligibility.LegacyGold:
		return eligibility.HoldsGold
	}
	return eligibility.HoldsSilver
}

// present returns the one designation-or-legacy membership to judge by: that
// which has not lapsed, or else that which lapsed last; nil if there is none. A
// company has one at a time, so that a second one which has not lapsed is a
// fault. Several designations are one membership, and any stands for all.
func (c *filedCompany) present(s *sense) *filedMembership {
	var present, lapsed *filedMembership
	for _, m := range c.memberships {
		family := m.offer.Family()
		switch {
		case m.active == eligibility.No:
		case family != eligibility.FamilySolutionsPartner && family != eligibility.FamilyLegacy:
		case s.dates.LastAccess(m.ad).Before(s.on):
			if lapsed == nil || m.ad.After(lapsed.ad) {
				lapsed = m
			}
		case present == nil:
			present = m
		case family == eligibility.FamilyLegacy || present.offer.Family() == eligibility.FamilyLegacy:
			s.fault(m.node, "stands beside "+present.offer.String()+", and neither has lapsed: a company has designations, Gold or Silver, one of them at a time")
		}
	}
	if present != nil {
		return present
	}
	return lapsed
}

// pack returns what is known of a pack: that it is not active if it is not on
// the list, which is complete.
func (c *filedCompany) pack(o eligibility.Offer) eligibility.Pack {
	m := c.membership(o)
	if m == nil {
		return eligibility.Pack{Active: eligibility.No}
	}
	return eligibility.Pack{Active: m.active, Anniversary: m.ad}
}

// readQualification reads for each area whether it is qualified, the metrics of
// its score, or both, which must agree. The members have the names of the
// library's own JSON.
func (c *filedCompany) readQualification(qualified, scores *strictjson.Node) {
	answers, metrics := qualified.Object(), scores.Object()
	read := func(name string, area eligibility.Area) {
		answer := strictjson.Read[eligibility.Tri](answers.Optional(name))
		if score := metrics.Optional(name); score != nil {
			answer = c.assess(area, score, answer)
		}
		c.stated.Qualified = c.stated.Qualified.With(area, answer)
	}
	read("dataAI", eligibility.DataAI)
	read("digitalAppInnovation", eligibility.DigitalAppInnovation)
	read("infrastructure", eligibility.Infrastructure)
	read("businessApplications", eligibility.BusinessApplications)
	read("modernWork", eligibility.ModernWork)
	read("security", eligibility.Security)
	answers.End()
	metrics.End()
}

// assess judges an area by its metrics and what is stated of it.
func (c *filedCompany) assess(area eligibility.Area, node *strictjson.Node, stated eligibility.Tri) eligibility.Tri {
	members := node.Object()
	points := func(name string, metric eligibility.Metric) eligibility.Points {
		node := members.Optional(name)
		if eligibility.MaxPoints(area, metric).IsZero() {
			node.Fault(area.Title() + " has no such metric")
			return eligibility.Points{}
		}
		return strictjson.Read[eligibility.Points](node)
	}
	metrics := eligibility.Metrics{
		NetCustomerAdds: points("netCustomerAdds", eligibility.NetCustomerAdds),
		Intermediate:    points("intermediate", eligibility.Intermediate),
		Advanced:        points("advanced", eligibility.Advanced),
		UsageGrowth:     points("usageGrowth", eligibility.UsageGrowth),
		Deployments:     points("deployments", eligibility.Deployments),
	}
	members.End()
	assessment, err := eligibility.Assess(area, metrics, stated)
	if err != nil {
		node.Fault(reasonOf(err))
		return eligibility.Unknown
	}
	c.scores = append(c.scores, assessment)
	return assessment.Qualified
}

// reasonOf leaves out the name of the argument, which means nothing to someone
// who reads the file.
func reasonOf(err error) string {
	var input *partnerrules.InputError
	if errors.As(err, &input) {
		return input.Reason
	}
	return err.Error()
}

// A Fee is an amount of money, as the file gives it. The library knows no
// prices, and neither does this program.
type Fee struct {
	Amount   Amount   `json:"amount"`
	Currency Currency `json:"currency"`
}

// An Amount is a decimal number, zero or more, that keeps the decimals it was
// written with.
type Amount struct{ decimal.Decimal }

const (
	mostDigits   = 15
	mostDecimals = 4
)

// UnmarshalText reads digits with or without decimals. It is stricter than
// package decimal, which also reads signs and exponents.
func (a *Amount) UnmarshalText(text []byte) error {
	digits, decimals := 0, -1 // -1 before the point
	for _, c := range text {
		switch {
		case c == '.' && decimals < 0 && digits > 0:
			decimals = 0
			continue
		case c < '0' || c > '9':
			return errors.New(`want a decimal number, as in "4730.00"`)
		case decimals >= 0:
			decimals++
		}
		digits++
	}
	if digits == 0 || digits > mostDigits || decimals == 0 || decimals > mostDecimals {
		return errors.New("want at most 15 digits, of which at most 4 decimals")
	}
	value, err := decimal.NewFromString(string(text))
	if err != nil {
		return err
	}
	a.Decimal = value
	return nil
}

// String returns the amount with all its decimals: package decimal would write
// 4730.00 as 4730.
func (a Amount) String() string { return a.StringFixed(-a.Exponent()) }

// MarshalText gives JSON the amount as a string, since a JSON number would be
// read as binary floating point by most programs.
func (a Amount) MarshalText() ([]byte, error) { return []byte(a.String()), nil }

// MarshalJSON hides that of package decimal, which would drop decimals.
func (a Amount) MarshalJSON() ([]byte, error) { return []byte(`"` + a.String() + `"`), nil }

func (f Fee) String() string { return f.Amount.String() + " " + string(f.Currency) }

// addFee adds a fee to the total of its currency. The totals are in the order
// of their currencies.
func addFee(totals []Fee, f Fee) []Fee {
	i, found := slices.BinarySearchFunc(totals, f, func(a, b Fee) int { return cmp.Compare(a.Currency, b.Currency) })
	if !found {
		return slices.Insert(totals, i, f)
	}
	totals[i].Amount.Decimal = totals[i].Amount.Add(f.Amount.Decimal)
	return totals
}

// A Currency is a code of ISO 4217, of which only the form is checked.
type Currency string

func (c *Currency) UnmarshalText(text []byte) error {
	if len(text) != 3 || slices.ContainsFunc(text, func(b byte) bool { return b < 'A' || b > 'Z' }) {
		return errors.New("want a currency code of three capitals")
	}
	*c = Currency(text)
	return nil
}
