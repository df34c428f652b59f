package portfolio

import (
	"strconv"
	"strings"

	"github.com/partnerrules/partnerrules/agreement"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/eligibility"
)

// Words turns a code into words.
func Words(code string) string { return strings.ReplaceAll(code, "-", " ") }

// Count writes a number and its noun.
func Count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + many
}

// ButtonText returns what a button says, or may say.
func ButtonText(b eligibility.Button) string {
	switch b {
	case eligibility.Buy:
		return "Buy"
	case eligibility.Renew:
		return "Renew"
	}
	return "Buy or Renew"
}

// ChoiceText says which packages of benefits the offer lets one choose from. It
// is empty where there is nothing to choose.
func ChoiceText(c eligibility.Choice) string {
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
		return ", perhaps legacy " + name
	}
	return ""
}

// PackageIsFixed reports whether the package of benefits cannot be changed for
// now, of an offer that is not retired.
func (a *Answer) PackageIsFixed() bool {
	return a.PackageChange != nil && a.PackageChange.Reason == eligibility.PackageFixed && a.Decision.Rows.Sold.State != eligibility.NotMet
}

// RoutesText tells the attestation that counts for the partner, and the direct
// acceptance, with days as they are written by day.
func (c *Customer) RoutesText(day func(calendar.Date) string) string {
	a := c.Facts.Acceptance
	by, attested := a.Partner, "attested"
	if c.Facts.Partner == agreement.IndirectReseller {
		by, attested = a.Provider, "attested by the indirect provider"
	}
	s := consentText(c.Confirmation.Partner, attested, by.On, day) + "; " +
		consentText(c.Confirmation.Direct, "accepted directly", a.Direct.On, day)
	if c.Facts.Partner == agreement.IndirectReseller && a.Partner.Given == agreement.Yes {
		s += "; what the reseller attested before is not kept (AGR-44)"
	}
	return s
}

func consentText(given agreement.Tri, what string, on agreement.Timestamp, day func(calendar.Date) string) string {
	switch given {
	case agreement.No:
		return "not " + what
	case agreement.Unknown:
		return "not known whether " + what
	}
	if on.IsSet() {
		what += " on " + day(on.UTCDay())
	}
	return what
}
