package main

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/examples/internal/portfolio"
)

// dayBrief returns a day, or "unknown" for the zero Date.
func dayBrief(d calendar.Date) string {
	if d.IsZero() {
		return "unknown"
	}
	return d.String()
}

// benefitBrief returns the benefits and events of an answer in the form of the table.
func benefitBrief(a portfolio.Answer) []string {
	var all []string
	for _, b := range a.Benefits {
		all = append(all, b.ID+": "+b.Status.State.String()+" "+dayBrief(b.Status.Until)+" "+b.Status.EndedBy.String()+
			"; last use "+dayBrief(b.Term.LastUse)+" "+b.Term.EndedBy.String())
	}
	for _, e := range a.Events[:min(len(a.Events), nextEvents)] {
		all = append(all, e.On.String()+" "+e.ID().String())
	}
	return all
}

// TestBenefits checks the benefits of the ten companies. The expected values are
// worked out by hand from the rules.
func TestBenefits(t *testing.T) {
	for _, test := range []struct {
		args    []string
		company string
		i       int
		want    []string
	}{
		// Second paid year from 2023-08-20, base 2023-08-17: activate by
		// 2024-09-17, access through 2024-09-16.
		{baselineRun, "Birchwater Analytics", 0, []string{
			"azure: expired unknown past-expiry; last use 2024-08-25 past-expiry",
			"microsoft-365: in-use 2024-09-16 past-access; last use 2024-09-16 past-access",
			"visual-studio: available 2024-09-16 past-expiry; last use 2024-09-16 past-expiry",
			"2024-09-16 window-closes/2", "2024-09-16 activate-by/2/visual-studio", "2024-09-16 last-use/2/microsoft-365",
		}},
		// Bought on 2024-02-29: activate by 2025-03-29, access through 2025-03-30.
		{baselineRun, "Dunmore Pixel Works", 1, []string{
			"microsoft-365: available 2025-03-29 past-activate-by; last use unknown ",
			"advisory: unknown unknown ; last use 2025-03-04 past-expiry",
			"azure: in-use unknown past-expiry; last use unknown past-expiry",
			"campaign: available 2025-03-29 past-activate-by; last use 2025-03-30 past-access",
			"2025-02-13 notice-before/1", "2025-02-28 anniversary-date/1", "2025-03-01 window-opens/1",
		}},
		// Access ended on 2024-08-31, a day before the 13 months.
		{baselineRun, "Gannet Ridge Software", 0, []string{
			"windows-server: lost-with-membership unknown past-access; last use 2024-08-31 past-access",
			"campaign: expired-unredeemed unknown past-access; last use 2024-08-31 past-access",
		}},
		// The start is unknown, so there are no benefits.
		{baselineRun, "Calder Bay Systems", 1, nil},
		{baselineRun, "Kestrel Point Group", 1, nil},
		{inForceRun, "Birchwater Analytics", 0, []string{
			"azure: expired unknown past-expiry; last use 2024-08-25 past-expiry",
			"microsoft-365: lost-with-membership unknown past-access; last use 2024-09-16 past-access",
			"visual-studio: expired-unredeemed unknown past-expiry; last use 2024-09-16 past-expiry",
		}},
	} {
		got := benefitBrief(answersOf(reportOf(t, test.args), test.company)[test.i])
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%v, %s (-want +got)\n%s", test.args, test.company, diff)
		}
	}
}

// Unknown days show the missing fact.
func TestBenefitText(t *testing.T) {
	text := withBenefit(`"id": "a", "category": "marketing", "year": 1, "redeemed": "no"`)
	for on, want := range map[string]string{
		"2022-06-01": "a (Marketing, paid year 1): available, last day to redeem unknown, depends on the unlock day (unlocked)",
		"2023-03-01": "2023-03-05: the paid year ends",
		"2023-03-05": "2023-03-05, today: the paid year ends",
		"2023-04-04": "2023-04-04, today: last day to redeem a",
		"2023-04-05": "2023-04-05, today: no more access to the benefits, unless renewed",
		"2023-02-18": "2023-02-18, today: a renewal notice goes out",
		"2023-03-28": "2023-03-28, today: a further renewal notice goes out",
		"2023-04-06": "a (Marketing, paid year 1): expired unredeemed",
	} {
		got := runWith(text, "-all", "-on", on, "-")
		if flat := strings.Join(strings.Fields(got.stdout), " "); !strings.Contains(flat, want) {
			t.Errorf("on %s: want %q in\n%s%s", on, want, got.stdout, got.stderr)
		}
	}
}

// A benefit that is redeemed after its own term is of no use (BEN-09). Before, it can
// still be redeemed.
func TestBenefitText_OfNoUse(t *testing.T) {
	const unlocked = `"id": "a", "category": "marketing", "year": 1, "unlocked": "2022-03-05", `
	open, redeemed := withBenefit(unlocked+`"redeemed": "no"`), withBenefit(unlocked+`"redeemedOn": "2023-03-20"`)
	for _, test := range []struct{ text, on, want string }{
		{open, "2023-03-01", "available, last day to redeem 2023-03-05: its own term ends (BEN-08). Once redeemed, usable through 2023-03-05. Redeemed later, through 2023-04-04, it is of no use"},
		{open, "2023-03-01", "2023-03-05: last day to redeem and use a"},
		{open, "2023-03-06", "expired unredeemed, last day to redeem 2023-03-05: its own term ended (BEN-08). Redeemed later, through 2023-04-04, it is of no use"},
		{open, "2023-03-29", "2023-04-04: last day to redeem a, by then of no use"},
		{redeemed, "2023-03-20", "redeemed of no use, last day of its own term 2023-03-05: its own term ended (BEN-08)"},
	} {
		got := runWith(test.text, "-all", "-on", test.on, "-")
		if flat := strings.Join(strings.Fields(got.stdout), " "); !strings.Contains(flat, test.want) {
			t.Errorf("on %s: want %q in\n%s%s", test.on, test.want, got.stdout, got.stderr)
		}
	}
}

// From 2026-11-01 on a benefit ends with its paid year, and a note says how to redeem it
// (BEN-15, BEN-16). A note about monthly credits comes with them (BEN-04).
func TestBenefitText_EndsWithYear(t *testing.T) {
	member := func(category, more string) string {
		return memberships(`{"offer": "solutions-partner-security", "start": "2026-03-10", "benefits": [{"id": "a", "category": "` + category + `", "year": 1, ` + more + `}]}`)
	}
	for _, test := range []struct{ text, on, want string }{
		{member("cloud-services", `"redeemedOn": "2026-11-01"`), "2026-11-02", "in use, last day of use 2027-03-10: its own term ends (BEN-15)"},
		{member("cloud-services", `"redeemedOn": "2026-10-31"`), "2026-11-02", "in use, last day of use 2027-04-09: access ends"},
		{member("cloud-services", `"redeemed": "no"`), "2026-10-31", "available, last day to redeem unknown, depends on the day of redeeming (BEN-15)"},
		{member("cloud-services", `"redeemed": "no"`), "2026-11-01", "available, last day to redeem 2027-03-10: its own term ends"},
		{member("cloud-services", `"redeemed": "no"`), "2026-11-01", "BEN-16 When redeeming is a purchase, buy the benefit for 0"},
		{member("cloud-services", `"redeemedOn": "2027-03-11"`), "2027-03-12", "unknown: no source settles the term"},
		{member("azure-credits", `"credits": "monthly", "redeemed": "no"`), "2026-04-01", "BEN-04 Use monthly Azure credits by the end of each month"},
	} {
		got := runWith(test.text, "-all", "-on", test.on, "-")
		if flat := strings.Join(strings.Fields(got.stdout), " "); !strings.Contains(flat, test.want) {
			t.Errorf("on %s: want %q in\n%s%s", test.on, test.want, got.stdout, got.stderr)
		}
	}
}
