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
	scores []eligibility.Assessment // for the areas whose metrics are given

	listed      bool // the list of memberships is given, and complete
	memberships []*filedMembership
	wanted      []eligibility.Offer
}

// A filedMembership is a membership of a company as read, current or past.
type filedMembership struct {
	node   *strictjson.Node
	offer  eligibility.Offer
	active eligibility.Tri

	// At most one of bought and anniversary is given. The renewals are later.
	bought, anniversary day
	renewals            []day

	fee *Fee

	benefits []filedBenefit

	// ad is the current anniversary date. It and timeline follow from bought or
	// anniversary. Method resolve sets them.
	ad       calendar.Date
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
	if m.offer != 0 && c.membership(m.offer) != nil {
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
	case c.membership(offer) != nil:
		node.Fault("is already listed under memberships")
	case slices.Contains(c.wanted, offer):
		node.Fault("listed twice")
	}
	c.wanted = append(c.wanted, offer)
}

// membership returns the membership for an offer, or nil.
func (c *filedCompany) membership(o eligibility.Offer) *filedMembership {
	i := slices.IndexFunc(c.memberships, func(m *filedMembership) bool { return m.offer == o })
	if i < 0 {
		return nil
	}
	return c.memberships[i]
}

func readDay(node *strictjson.Node) day { return day{readDate(node), node} }

// A sense collects the faults of a company that depend on the day of the report.
type sense struct {
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
// and those that follow from its memberships. It also returns the faults of
// memberships that are impossible on that day.
func (c *filedCompany) facts(terms benefits.Policy, on calendar.Date) (eligibility.Facts, []*Fault) {
	f := c.stated
	if !c.listed {
		return f, nil // memberships and packs are unknown
	}
	s := &sense{terms: terms, on: on}
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

// resolve sets the timeline and the current anniversary date. They stay zero if
// the file contains neither start nor anniversary.
func (m *filedMembership) resolve(s *sense) {
	m.ad, m.timeline = calendar.Date{}, benefits.Timeline{}
	s.notAfter(m.bought)
	if m.bought.IsZero() && m.anniversary.IsZero() {
		return
	}
	timeline, err := m.timelineOf(s.terms, m.renewals)
	if err != nil {
		m.faultyRenewal(s, err)
		return
	}
	s.notAfter(m.renewals...)
	m.ad, m.timeline = timeline.Anniversary(), timeline
	m.checkBenefits(s)
}

// faultyRenewal adds a fault for the renewal that makes the timeline invalid. The
// renewals before it set the anniversary date, which is compared with other
// memberships.
func (m *filedMembership) faultyRenewal(s *sense, err error) {
	n := renewalOf(err)
	if n < 0 {
		s.fault(m.node, reasonOf(err))
		return
	}
	s.notAfter(m.renewals[:n+1]...)
	s.fault(m.renewals[n].node, reasonOf(err))
	if timeline, err := m.timelineOf(s.terms, m.renewals[:n]); err == nil {
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

// shareAnniversary sets the shared anniversary date of all designations (ELG-17).
// It adds a fault for a designation with a different date.
func (c *filedCompany) shareAnniversary(s *sense) {
	var shared calendar.Date
	for _, m := range c.designationsHeld() {
		switch {
		case m.ad.IsZero() || m.ad == shared:
		case shared.IsZero():
			shared = m.ad
		default:
			s.fault(m.node, "all designations share one anniversary date: this one has "+m.ad.String()+", the ones before it have "+shared.String())
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

// designations returns whether the company holds designations, and their areas.
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

// holding returns the holding that follows from a legacy membership.
func (m *filedMembership) holding() eligibility.Holding {
	switch {
	case m.active != eligibility.Yes:
		return eligibility.HoldingUnknown
	case m.offer == eligibility.LegacyGold:
		return eligibility.HoldsGold
	}
	return eligibility.HoldsSilver
}

// present returns the current designation or legacy membership, or else the one
// that lapsed last, or nil. A company has only one at a time, so present adds a
// fault for a second one that has not lapsed. All designations count as one
// membership, and present returns any of them.
func (c *filedCompany) present(s *sense) *filedMembership {
	var present, lapsed *filedMembership
	for _, m := range c.memberships {
		family := m.offer.Family()
		switch {
		case m.active == eligibility.No:
		case family != eligibility.FamilySolutionsPartner && family != eligibility.FamilyLegacy:
		case s.terms.Dates.LastAccess(m.ad).Before(s.on):
			if lapsed == nil || m.ad.After(lapsed.ad) {
				lapsed = m
			}
		case present == nil:
			present = m
		case family == eligibility.FamilyLegacy || present.offer.Family() == eligibility.FamilyLegacy:
			s.fault(m.node, "conflicts with "+present.offer.String()+", which has not lapsed either: a company holds only one of designations, Gold and Silver at a time")
		}
	}
	if present != nil {
		return present
	}
	return lapsed
}

// pack returns the facts about a pack. A pack that is not listed is not active,
// since the list is complete.
func (c *filedCompany) pack(o eligibility.Offer) eligibility.Pack {
	m := c.membership(o)
	if m == nil {
		return eligibility.Pack{Active: eligibility.No}
	}
	return eligibility.Pack{Active: m.active, Anniversary: m.ad}
}

// readQualification reads for each area whether it is qualified, the metrics of
// its score, or both, which must agree. The members have the same names as in the
// library's JSON.
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

// assess returns whether an area is qualified by its metrics and the stated value.
func (c *filedCompany) assess(area eligibility.Area, node *strictjson.Node, stated eligibility.Tri) eligibility.Tri {
	members := node.Object()
	points := func(name string, metric eligibility.Metric) eligibility.Points {
		node := members.Optional(name)
		if eligibility.MaxPoints(area, metric).IsZero() {
			node.Fault(area.Title() + " does not use this metric")
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
