package portfolio

import (
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/eligibility"
	"github.com/partnerrules/partnerrules/examples/internal/strictjson"
)

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

func (s *sense) notAfter(d day) {
	if d.After(s.on) {
		s.fault(d.node, "lies after the day judged by, "+s.on.String())
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

// resolve works out the present anniversary date. It stays no date if the file
// gives nothing to tell it by.
func (m *filedMembership) resolve(s *sense) {
	s.notAfter(m.bought)
	var renewals []calendar.Date
	m.ad, _ = m.anniversaryAfter(s.dates, renewals)
	for _, renewal := range m.renewals {
		s.notAfter(renewal)
		renewals = append(renewals, renewal.Date)
		ad, err := m.anniversaryAfter(s.dates, renewals)
		if err != nil {
			s.fault(renewal.node, reasonOf(err))
			return
		}
		m.ad = ad
	}
	m.checkBenefits(s)
}

func (m *filedMembership) anniversaryAfter(p calendar.Policy, renewals []calendar.Date) (calendar.Date, error) {
	if m.bought.node != nil {
		return p.AnniversaryDate(m.bought.Date, renewals...)
	}
	return p.NextAnniversary(m.anniversary.Date, renewals...)
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
