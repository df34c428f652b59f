package portfolio

import (
	"cmp"
	"errors"
	"fmt"
	"slices"

	"github.com/shopspring/decimal"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/benefits"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/cpor"
	"github.com/partnerrules/partnerrules/eligibility"
	"github.com/partnerrules/partnerrules/examples/internal/strictjson"
)

// A Portfolio is the input as read, before it is judged. It is not safe for
// concurrent use.
type Portfolio struct {
	on        calendar.Date
	companies []filedCompany
	customers []filedCustomer
	days      calendar.BusinessCalendar // for the deadlines of claims

	// claims holds all association claims. filed holds the rest of each claim, at
	// the same index.
	claims []cpor.Claim
	filed  []filedClaim

	justifications []string // of steps

	loader Loader
	faults []*Fault
	notes  []string

	warnings []string // about the input as read
}

// Day returns the day of the report that the input contains, or the zero Date.
func (p *Portfolio) Day() calendar.Date { return p.on }

// A filedCompany is a company as read.
type filedCompany struct {
	name string

	// stated holds the facts that the file states about the company itself. Method
	// facts adds the facts about memberships, which depend on the day.
	stated eligibility.Facts
	scores []filedScore

	listed      bool // the list of memberships is given
	complete    bool // and has all memberships
	memberships []*filedMembership
	wanted      []eligibility.Offer
}

// A filedScore is the score of an area as read.
type filedScore struct {
	eligibility.Score
	assessment eligibility.Assessment
	node       *strictjson.Node
	on         *strictjson.Node
}

// A filedMembership is a membership of a company as read, current or past.
type filedMembership struct {
	node  *strictjson.Node
	offer eligibility.Offer

	// At most one of bought and anniversary is given. The renewals are later.
	bought, anniversary day
	renewals            []day

	fee *Fee

	benefits []filedBenefit

	// standing is the state on the day of the report. It and timeline follow from
	// bought or anniversary. Method resolve sets them.
	standing eligibility.Standing
	timeline benefits.Timeline
}

// A day is a date with its JSON node.
type day struct {
	calendar.Date
	node *strictjson.Node
}

func readCompany(node *strictjson.Node) filedCompany {
	members := node.Object()
	var c filedCompany
	c.name = readName(members.Required("name"))
	c.stated = eligibility.Facts{
		Account:     strictjson.Read[eligibility.Verification](members.Optional("account")),
		Billing:     strictjson.Read[eligibility.Billing](members.Optional("billing")),
		Role:        strictjson.Read[eligibility.Role](members.Optional("role")),
		Status2022:  strictjson.Read[eligibility.LegacyStatus](members.Optional("status2022")),
		HeldEarlier: strictjson.Read[eligibility.Tri](members.Optional("heldEarlier")),
	}
	c.readQualification(members.Optional("qualified"), members.Optional("scores"))
	list := members.Optional("memberships")
	c.listed, c.complete = list != nil, list != nil
	if whole := members.Optional("membershipsComplete"); whole != nil {
		c.complete = whole.Bool()
		if list == nil {
			whole.Fault("needs memberships")
		}
	}
	for _, node := range list.List() {
		c.readMembership(node)
	}
	for _, node := range members.Optional("wanted").List() {
		c.readWanted(node)
	}
	members.End()
	return c
}

func (c *filedCompany) readMembership(node *strictjson.Node) {
	members := node.Object()
	offer := members.Required("offer")
	m := &filedMembership{
		node:        node,
		offer:       strictjson.Read[eligibility.Offer](offer),
		bought:      readDay(members.Optional("start")),
		anniversary: readDay(members.Optional("anniversary")),
	}
	renewals := members.Optional("renewals")
	for _, node := range renewals.List() {
		m.renewals = append(m.renewals, readDay(node))
	}
	price, unit := members.Optional("fee"), members.Optional("currency")
	if price != nil && unit != nil {
		m.fee = &Fee{strictjson.Read[Amount](price), strictjson.Read[Currency](unit)}
	}
	m.readBenefits(members.Optional("benefits"))
	members.End()

	switch {
	case m.bought.node != nil && m.anniversary.node != nil:
		m.anniversary.node.Fault("give start or anniversary, not both")
	case renewals != nil && m.bought.node == nil && m.anniversary.node == nil:
		renewals.Fault("renewals need start, or the anniversary date before the first renewal")
	}
	if price != nil && unit == nil {
		price.Fault("a fee needs a currency")
	}
	if unit != nil && price == nil {
		unit.Fault("a currency needs a fee")
	}
	if m.fee != nil && c.paysDesignation(m) {
		price.Fault("one fee covers all designations: give it with only one of them")
	}
	if m.offer != 0 && c.heldAs(m.offer) {
		offer.Fault("listed twice: give only the current membership")
	}
	c.memberships = append(c.memberships, m)
}

// paysDesignation reports whether m is a designation and another one has a fee.
func (c *filedCompany) paysDesignation(m *filedMembership) bool {
	return m.offer.Family() == eligibility.FamilySolutionsPartner &&
		slices.ContainsFunc(c.memberships, func(other *filedMembership) bool {
			return other.offer.Family() == m.offer.Family() && other.fee != nil
		})
}

func (c *filedCompany) readWanted(node *strictjson.Node) {
	offer := strictjson.Read[eligibility.Offer](node)
	switch {
	case offer == 0: // Read has reported the fault
	case c.heldAs(offer):
		node.Fault("is already listed under memberships")
	case slices.Contains(c.wanted, offer):
		node.Fault("listed twice")
	}
	c.wanted = append(c.wanted, offer)
}

// heldAs reports whether a membership for the offer is listed.
func (c *filedCompany) heldAs(o eligibility.Offer) bool {
	return slices.ContainsFunc(c.memberships, func(m *filedMembership) bool { return m.offer == o })
}

func readDay(node *strictjson.Node) day { return day{readDate(node), node} }

// A sense collects the faults of a company that depend on the day of the report.
type sense struct {
	policy eligibility.Policy
	terms  benefits.Policy
	on     calendar.Date
	faults []*Fault
}

func (s *sense) fault(n *strictjson.Node, reason string) {
	s.faults = append(s.faults, (*Fault)(n.Error(reason)))
}

func (s *sense) notAfter(days ...day) {
	for _, d := range days {
		if d.After(s.on) {
			s.fault(d.node, afterReason(s.on))
		}
	}
}

// facts returns the facts about the company on a day: those stated in the file,
// and those that follow from its memberships and scores. It also returns the faults of
// memberships and scores that are impossible on that day.
func (c *filedCompany) facts(policy eligibility.Policy, terms benefits.Policy, on calendar.Date) (eligibility.Facts, []*Fault) {
	f := c.stated
	s := &sense{policy: policy, terms: terms, on: on}
	for _, m := range c.memberships {
		m.resolve(s)
	}
	for _, score := range c.scores {
		s.notAfter(day{score.On, score.on})
	}
	if len(s.faults) > 0 {
		return f, sortFaults(s.faults)
	}
	if c.listed {
		f = c.withMemberships(s)
	}
	return c.withScores(f, s), sortFaults(s.faults)
}

// withMemberships returns the stated facts and those that follow from the memberships.
func (c *filedCompany) withMemberships(s *sense) eligibility.Facts {
	var list []eligibility.Membership
	for _, m := range c.memberships {
		list = append(list, m.membership(m.renewals))
	}
	f, err := s.policy.FactsFrom(list, c.complete, s.on)
	if err != nil {
		s.fault(c.memberships[itemOf(err, "memberships")].node, reasonOf(err))
	}
	stated := &c.stated
	f.Account, f.Billing, f.Role, f.Status2022, f.Qualified = stated.Account, stated.Billing, stated.Role, stated.Status2022, stated.Qualified
	// The file need not list past memberships, so what it states adds to the list.
	if f.HeldEarlier != eligibility.Yes && stated.HeldEarlier != eligibility.Unknown {
		f.HeldEarlier = stated.HeldEarlier
	}
	return f
}

// withScores returns the facts and the qualification that follows from the scores.
func (c *filedCompany) withScores(f eligibility.Facts, s *sense) eligibility.Facts {
	qualified, err := s.policy.Qualify(f, s.on, c.scoresOf()...)
	if err == nil {
		return qualified
	}
	if len(s.faults) == 0 {
		s.fault(c.scores[itemOf(err, "scores")].node, reasonOf(err))
	}
	return f
}

func (c *filedCompany) scoresOf() []eligibility.Score {
	var scores []eligibility.Score
	for _, score := range c.scores {
		scores = append(scores, score.Score)
	}
	return scores
}

// membership returns the membership with the given renewals.
func (m *filedMembership) membership(renewals []day) eligibility.Membership {
	held := eligibility.Membership{Offer: m.offer, Start: m.bought.Date, Anniversary: m.anniversary.Date}
	for _, renewal := range renewals {
		held.Renewals = append(held.Renewals, renewal.Date)
	}
	return held
}

// resolve sets the standing and the timeline. The timeline stays zero if the file
// contains neither start nor anniversary.
func (m *filedMembership) resolve(s *sense) {
	m.timeline = benefits.Timeline{}
	s.notAfter(m.bought)
	if !m.bought.IsZero() || !m.anniversary.IsZero() {
		timeline, err := m.timelineOf(s.terms, m.renewals)
		if err != nil {
			m.faultyRenewal(s, err)
			return
		}
		s.notAfter(m.renewals...)
		m.timeline = timeline
		m.checkBenefits(s)
	}
	standing, err := s.policy.StandingOn(m.membership(m.renewals), s.on)
	if err != nil {
		s.fault(m.node, reasonOf(err))
	}
	m.standing = standing
}

// faultyRenewal adds a fault for the renewal that makes the timeline invalid.
func (m *filedMembership) faultyRenewal(s *sense, err error) {
	n := itemOf(err, "membership.renewals")
	if n < 0 {
		s.fault(m.node, reasonOf(err))
		return
	}
	s.notAfter(m.renewals[:n+1]...)
	s.fault(m.renewals[n].node, reasonOf(err))
}

// itemOf returns the index of the item of a list that an error is about, or -1.
func itemOf(err error, list string) int {
	var input *partnerrules.InputError
	n := -1
	if errors.As(err, &input) {
		fmt.Sscanf(input.Path, list+"[%d]", &n)
	}
	return n
}

// readQualification reads for each area whether it is qualified, the metrics of
// its score, or both. The members have the same names as in the library's JSON.
func (c *filedCompany) readQualification(qualified, scores *strictjson.Node) {
	answers, metrics := qualified.Object(), scores.Object()
	read := func(name string, area eligibility.Area) {
		answer := strictjson.Read[eligibility.Tri](answers.Optional(name))
		if score := metrics.Optional(name); score != nil {
			c.readScore(area, score)
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

// readScore reads the score of an area on a day, which is the day of the report if it is
// left out.
func (c *filedCompany) readScore(area eligibility.Area, node *strictjson.Node) {
	members := node.Object()
	points := func(name string, metric eligibility.Metric) eligibility.Points {
		node := members.Optional(name)
		if eligibility.MaxPoints(area, metric).IsZero() {
			node.Fault(area.Title() + " does not use this metric")
			return eligibility.Points{}
		}
		return strictjson.Read[eligibility.Points](node)
	}
	on := members.Optional("on")
	score := eligibility.Score{Area: area, On: readDate(on), Metrics: eligibility.Metrics{
		NetCustomerAdds: points("netCustomerAdds", eligibility.NetCustomerAdds),
		Intermediate:    points("intermediate", eligibility.Intermediate),
		Advanced:        points("advanced", eligibility.Advanced),
		UsageGrowth:     points("usageGrowth", eligibility.UsageGrowth),
		Deployments:     points("deployments", eligibility.Deployments),
	}}
	members.End()
	assessment, err := eligibility.Assess(area, score.Metrics)
	if err != nil {
		node.Fault(reasonOf(err))
		return
	}
	c.scores = append(c.scores, filedScore{score, assessment, node, on})
}

// reasonOf returns the text of an error without the argument name, which would not
// help the author of the file.
func reasonOf(err error) string {
	var input *partnerrules.InputError
	if errors.As(err, &input) {
		return input.Reason
	}
	return err.Error()
}

// A Fee is an amount of money from the input. Neither the library nor this
// program knows prices.
type Fee struct {
	Amount   Amount   `json:"amount"`
	Currency Currency `json:"currency"`
}

// An Amount is a decimal number that is not negative. It keeps the number of
// decimals of its text.
type Amount struct{ decimal.Decimal }

const (
	mostDigits   = 15
	mostDecimals = 4
)

// UnmarshalText parses digits with or without decimals. Unlike package decimal it
// rejects signs and exponents.
func (a *Amount) UnmarshalText(text []byte) error {
	digits, decimals := 0, -1 // -1 before the decimal point
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
		return errors.New("want at most 15 digits, including at most 4 decimals")
	}
	value, err := decimal.NewFromString(string(text))
	if err != nil {
		return err
	}
	a.Decimal = value
	return nil
}

// String returns the amount with all its decimals, such as 4730.00. Package
// decimal would return 4730.
func (a Amount) String() string { return a.StringFixed(-a.Exponent()) }

// MarshalText makes the amount a string in JSON. Most programs read a JSON number
// as binary floating point.
func (a Amount) MarshalText() ([]byte, error) { return []byte(a.String()), nil }

// MarshalJSON replaces the method of package decimal, which would drop decimals.
func (a Amount) MarshalJSON() ([]byte, error) { return []byte(`"` + a.String() + `"`), nil }

func (f Fee) String() string { return f.Amount.String() + " " + string(f.Currency) }

// addFee adds a fee to the total in its currency. The totals are sorted by
// currency.
func addFee(totals []Fee, f Fee) []Fee {
	i, found := slices.BinarySearchFunc(totals, f, func(a, b Fee) int { return cmp.Compare(a.Currency, b.Currency) })
	if !found {
		return slices.Insert(totals, i, f)
	}
	totals[i].Amount.Decimal = totals[i].Amount.Add(f.Amount.Decimal)
	return totals
}

// A Currency is an ISO 4217 code. Only its form is checked.
type Currency string

func (c *Currency) UnmarshalText(text []byte) error {
	if len(text) != 3 || slices.ContainsFunc(text, func(b byte) bool { return b < 'A' || b > 'Z' }) {
		return errors.New("want a currency code of three capital letters")
	}
	*c = Currency(text)
	return nil
}
