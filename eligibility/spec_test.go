package eligibility_test

import (
	"github.com/partnerrules/partnerrules/calendar"
	. "github.com/partnerrules/partnerrules/eligibility"
)

// This file is a specification: the rules in plain bool logic, for facts that are
// all known. It is slow and literal, and shares only types with the package. The
// tests compare the package with it.

// A verdictSpec is the specified decision on an offer if all facts are known.
type verdictSpec struct {
	membership Holding // as in the facts

	met     [7]bool // the requirements in the order of the checklist
	asked   [7]bool
	enabled bool
	button  Button
	lost    AreaSet // unknown unless the designation of the area can be renewed
	through AreaSet // unknown unless other held areas are qualified in its place
	choice  [3]bool // Solutions Partner, legacy Gold, legacy Silver
}

const (
	rowAccount = iota
	rowWindow
	rowQualification
	rowStatus
	rowBilling
	rowActionPack
	rowSold
)

// retirement is the day on which offers retire (ELG-13).
var retirement = calendar.MustParseDate("2025-01-22")

func specify(o Offer, f Facts, on calendar.Date, retiring bool) verdictSpec {
	s := verdictSpec{membership: f.Membership}
	ask := func(row int, met bool) { s.asked[row], s.met[row] = true, met }

	membership := f.Membership
	if hasLapsed(f.Anniversary, on) {
		membership = HoldsNothing
	}
	retired := retiring && !on.Before(retirement)
	ask(rowAccount, f.Account == Authorized)
	ask(rowBilling, f.Billing == BillingLinked || f.Billing == BillingSetUp)
	s.button = Buy
	switch o.Family() {
	case FamilySolutionsPartner:
		ask(rowWindow, membership == HoldsNothing || isOpen(f.Anniversary, on))
		qualified := f.Qualified.Get(o.Area()) == Yes
		if membership == HoldsDesignation && f.Held.Has(o.Area()) == Yes {
			var keep, lose []Area
			for _, a := range areas {
				switch {
				case f.Held.Has(a) != Yes:
				case f.Qualified.Get(a) == Yes:
					keep = append(keep, a)
				default:
					lose = append(lose, a)
				}
			}
			if !qualified && len(keep) > 0 {
				s.through = AreasOf(keep...)
			}
			if isOpen(f.Anniversary, on) {
				s.button = Renew
				switch {
				case qualified:
					s.lost = AreasOf(lose...)
				case len(keep) > 0:
					s.lost = AreasOf(o.Area())
				}
			}
		}
		ask(rowQualification, qualified)
		s.choice = [3]bool{
			qualified,
			qualified && !retired && (f.Status2022 == StatusGold || f.Status2022 == StatusGoldAndSilver),
			qualified && !retired && (f.Status2022 == StatusSilver || f.Status2022 == StatusGoldAndSilver),
		}
	case FamilyLegacy:
		ask(rowWindow, membership == HoldsNothing || isOpen(f.Anniversary, on))
		anyQualified := false
		for _, a := range areas {
			anyQualified = anyQualified || f.Qualified.Get(a) == Yes
		}
		attained := f.Membership == HoldsDesignation || f.HeldEarlier == Yes // even if it has lapsed
		ask(rowQualification, !anyQualified && !attained)
		own, status := HoldsGold, StatusGold
		if o == LegacySilver {
			own, status = HoldsSilver, StatusSilver
		}
		ask(rowStatus, f.Status2022 == status || f.Status2022 == StatusGoldAndSilver)
		ask(rowSold, !retired)
		if membership == own && isOpen(f.Anniversary, on) {
			s.button = Renew
		}
	case FamilyPack:
		pack := packOf(f, o)
		waits := func(p Pack) bool { // active, with a window that is not open yet
			return p.Active == Yes && !hasLapsed(p.Anniversary, on) && !isOpen(p.Anniversary, on)
		}
		ask(rowWindow, !waits(pack))
		if o == MicrosoftActionPack {
			ask(rowActionPack, !waits(f.ActionPack) && !waits(f.Learning))
			ask(rowSold, !retired)
		}
		if pack.Active == Yes && isOpen(pack.Anniversary, on) {
			s.button = Renew
		}
	}
	s.enabled = true
	for row := range s.met {
		s.enabled = s.enabled && (s.met[row] || !s.asked[row])
	}
	return s
}

// isOpen reports whether a day is in the renewal window, from AD+1 through AD+30.
func isOpen(ad, on calendar.Date) bool {
	return !on.Before(ad.AddDays(1)) && !on.After(ad.AddDays(30))
}

// hasLapsed reports whether a day is after the renewal window.
func hasLapsed(ad, on calendar.Date) bool { return on.After(ad.AddDays(30)) }

var areas = []Area{DataAI, DigitalAppInnovation, Infrastructure, BusinessApplications, ModernWork, Security}

func packOf(f Facts, o Offer) Pack {
	return map[Offer]Pack{
		MicrosoftActionPack: f.ActionPack, PartnerLaunchBenefits: f.Launch, PartnerSuccessCore: f.SuccessCore,
		PartnerSuccessExpanded: f.SuccessExpanded, LearningActionPack: f.Learning,
	}[o]
}

// rows returns the requirements of a decision in the order of the checklist.
func rows(d Decision) [7]Requirement {
	r := d.Rows
	return [7]Requirement{r.Account, r.Window, r.Qualification, r.Status2022, r.Billing, r.ActionPack, r.Sold}
}
