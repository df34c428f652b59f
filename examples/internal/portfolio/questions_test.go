package portfolio

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/partnerrules/partnerrules/agreement"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/cpor"
	"github.com/partnerrules/partnerrules/eligibility"
	"github.com/partnerrules/partnerrules/examples/portfolio/sample"
)

// judgedOn returns the report on a single file.
func judgedOn(t *testing.T, text, on string, e Edition) *Report {
	t.Helper()
	p, err := LoadFile("f.json", strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	r, err := p.Judge(calendar.MustParseDate(on), e)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func actionBriefs(r *Report) []string {
	var all []string
	for _, a := range r.Actions {
		s := "without a day"
		if !a.By.IsZero() {
			s = a.By.String()
		}
		s += " " + a.Timing.String() + " " + string(a.Who) + " " + string(a.Kind) + " " + string(a.Rule)
		if a.Blocked {
			s += " blocked"
		}
		all = append(all, s)
	}
	return all
}

// Bought on 2023-01-31, a membership has the renewal window 2024-02-01 to
// 2024-03-01. There is an action from 30 days before its last day through that day.
func TestActions_Memberships(t *testing.T) {
	const (
		core   = `{"offer": "partner-success-core-benefits", "start": "2023-01-31"MORE}`
		renew  = "2024-03-01 open partner renew CAL-05"
		linked = `"account": "authorized", "billing": "linked", `
	)
	for _, test := range []struct {
		text, on string
		want     []string
	}{
		{member(linked + `"memberships": [` + core + `]`), "2024-01-30", nil},
		{member(linked + `"memberships": [` + core + `]`), "2024-01-31", []string{renew}},
		{member(linked + `"memberships": [` + core + `]`), "2024-03-01", []string{renew}},
		{member(linked + `"memberships": [` + core + `]`), "2024-03-02", nil},
		{member(`"account": "authorized", "billing": "outdated", "memberships": [` + core + `]`), "2024-02-15", []string{renew + " blocked"}},
		{memberships(`{"offer": "partner-success-core-benefits"}`), "2024-02-15", nil}, // the dates are unknown
		// Benefits end with access, after 13 months, or by their own term.
		{member(linked + `"memberships": [` + strings.Replace(core, "MORE", `, "benefits": [
			{"id": "a", "category": "cloud-services", "year": 1, "redeemedOn": "2023-03-05"},
			{"id": "b", "category": "marketing", "year": 1, "unlocked": "2023-02-20", "redeemed": "no"},
			{"id": "c", "category": "on-premises-software", "year": 1, "redeemed": "no"}]`, 1) + `]`), "2024-02-15", []string{
			"2024-02-20 open partner redeem BEN-08", "2024-02-29 open partner redeem BEN-03", renew, "2024-03-01 open partner use BEN-13",
		}},
	} {
		got := actionBriefs(judgedOn(t, strings.Replace(test.text, "MORE", "", 1), test.on, Baseline))
		slices.Sort(got)
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s on %s (-want +got)\n%s", test.text, test.on, diff)
		}
	}
}

// From 2025-01-22 on Action Packs can no longer be renewed. The last day to renew is
// 2025-01-21 if the renewal window is still open then.
func TestActions_RetiredOffers(t *testing.T) {
	for _, test := range []struct {
		offer, anniversary, on string
		edition                Edition
		want                   []string
	}{
		{"microsoft-action-pack", "2024-12-31", "2025-01-10", Baseline, []string{"2025-01-30 open partner renew CAL-05"}},
		{"microsoft-action-pack", "2024-12-31", "2025-01-10", InForce, []string{"2025-01-21 open partner renew CAL-05"}},
		{"microsoft-action-pack", "2024-12-31", "2025-01-21", InForce, []string{"2025-01-21 open partner renew CAL-05"}},
		{"microsoft-action-pack", "2024-12-31", "2025-01-22", InForce, nil},
		{"microsoft-action-pack", "2025-01-21", "2025-01-10", InForce, nil}, // its window opens on 2025-01-22
		{"legacy-gold", "2025-01-10", "2025-01-22", InForce, nil},
		{"partner-launch-benefits", "2025-01-10", "2025-01-22", InForce, []string{"2025-02-09 open partner renew CAL-05"}},
	} {
		text := member(`"account": "authorized", "billing": "linked", "status2022": "gold", "qualified": {"dataAI": "no", "digitalAppInnovation": "no", "infrastructure": "no",
			"businessApplications": "no", "modernWork": "no", "security": "no"}, "memberships": [{"offer": "` + test.offer + `", "anniversary": "` + test.anniversary + `"}]`)
		if diff := cmp.Diff(test.want, actionBriefs(judgedOn(t, text, test.on, test.edition))); diff != "" {
			t.Errorf("%+v (-want +got)\n%s", test, diff)
		}
	}
}

// An offer that can no longer be renewed has no renewal events. Other offers have.
func TestEvents_RetiredOffers(t *testing.T) {
	for offer, want := range map[string]string{
		"microsoft-action-pack":   "anniversary-date access-ends",
		"partner-launch-benefits": "notice-before anniversary-date window-opens notice-after window-closes access-ends",
	} {
		r := judgedOn(t, memberships(`{"offer": "`+offer+`", "start": "2024-02-29"}`), "2025-01-22", InForce)
		var got []string
		for _, e := range r.Companies[0].Memberships[0].Events {
			got = append(got, e.Kind.String())
		}
		if strings.Join(got, " ") != want {
			t.Errorf("%s: %v, want %s", offer, got, want)
		}
	}
}

// A waiting order needs an attestation without a deadline. An attestation that counts
// only through 2025-10-06 needs another one by that day.
func TestActions_Customers(t *testing.T) {
	customer := func(more string) string {
		return `{"companies": [], "customers": [{"name": "Alpha", "role": "admin-agent", ` + more + `}]}`
	}
	const (
		old    = `"attestations": [{"primaryContact": {}, "templateId": "117a77b0-9360-443b-8795-c6dedc750cf9", "type": "MicrosoftCustomerAgreement", "dateAgreed": "2023-03-31T23:59:59Z"}]`
		newer  = `"attestations": [{"primaryContact": {}, "templateId": "117a77b0-9360-443b-8795-c6dedc750cf9", "type": "MicrosoftCustomerAgreement", "dateAgreed": "2023-04-01T00:00:00Z"}]`
		none   = `"attestations": [], "direct": {"given": "no"}`
		direct = `"partner": "direct-bill", "kind": "existing", `
	)
	for _, test := range []struct {
		text, on string
		want     []string
	}{
		{customer(direct + none + `, "orders": ["new-purchase", "seat-increase"]`), "2024-09-16", []string{"without a day open partner attest AGR-42"}},
		{customer(direct + none + `, "orders": ["automatic-renewal"]`), "2024-09-16", nil},
		{customer(direct + none), "2024-09-16", nil},
		{customer(`"partner": "indirect-reseller", "kind": "existing", ` + none + `, "provider": {"given": "no"}, "orders": ["new-purchase"]`), "2024-09-16", []string{"without a day open indirect-provider attest AGR-42"}},
		{customer(direct + old), "2025-09-05", nil},
		{customer(direct + old), "2025-09-06", []string{"2025-10-06 open partner attest AGR-45"}},
		{customer(direct + old), "2025-10-06", []string{"2025-10-06 open partner attest AGR-45"}},
		{customer(direct + old), "2025-10-07", nil},
		{customer(direct + old + `, "direct": {"given": "yes"}`), "2025-09-20", nil}, // an unknown date cannot be too old
		{customer(direct + old + `, "direct": {"given": "yes", "on": "2022-05-01"}`), "2025-09-20", []string{"2025-10-06 open partner attest AGR-45"}},
		{customer(direct + old + `, "direct": {"given": "yes", "on": "2024-05-01"}`), "2025-09-20", nil},
		{customer(direct + newer), "2025-09-20", nil},
		{customer(direct + newer + `, "underReview": "yes", "orders": ["upgrade", "new-purchase", "term-change"]`), "2026-01-15", []string{"without a day open partner wait AGR-47"}},
		{customer(direct + none + `, "underReview": "yes", "orders": ["new-purchase"]`), "2026-01-15", []string{"without a day open partner attest AGR-42", "without a day open partner wait AGR-47"}},
		{customer(direct + newer + `, "underReview": "yes", "orders": ["new-purchase"]`), "2025-12-31", nil},
	} {
		if diff := cmp.Diff(test.want, actionBriefs(judgedOn(t, test.text, test.on, InForce))); diff != "" {
			t.Errorf("%s on %s (-want +got)\n%s", test.text, test.on, diff)
		}
	}
}

// For a claim submitted on Friday 2024-08-30 the initial review is due by Friday
// 2024-09-06.
func TestActions_Claims(t *testing.T) {
	claims := `{"companies": [], "claims": [` + pendingClaim + `]}`
	for on, want := range map[string][]string{
		"2024-08-30": {"2024-09-06 open microsoft review-claim CPR-21"},
		"2024-09-06": {"2024-09-06 open microsoft review-claim CPR-21"},
		"2024-09-07": {"2024-09-06 overdue microsoft review-claim CPR-21"},
		"2025-09-07": {"2024-09-06 overdue microsoft review-claim CPR-21"},
	} {
		if diff := cmp.Diff(want, actionBriefs(judgedOn(t, claims, on, Baseline))); diff != "" {
			t.Errorf("%s (-want +got)\n%s", on, diff)
		}
	}
}

// reportsOfSample returns reports on the sample for several days.
func reportsOfSample(t *testing.T) []*Report {
	t.Helper()
	p, err := Load(sample.Folder)
	if err != nil {
		t.Fatal(err)
	}
	var all []*Report
	for _, on := range []string{"2024-09-16", "2024-12-31", "2025-01-22", "2025-12-20", "2026-01-05"} {
		for _, e := range []Edition{Baseline, InForce} {
			r, err := p.Judge(calendar.MustParseDate(on), e)
			if err != nil {
				t.Fatal(err)
			}
			all = append(all, r)
		}
	}
	return all
}

// Actions are sorted by day, with those without a day last. Their days are past or
// within 30 days.
func TestActions_Order(t *testing.T) {
	for _, r := range reportsOfSample(t) {
		if len(r.Actions) == 0 {
			t.Errorf("%s: nothing to do", r.On)
		}
		before, none := calendar.Date{}, false
		for _, a := range r.Actions {
			switch {
			case a.By.IsZero():
				none = true
			case none || a.By.Before(before) || a.By.After(r.On.AddDays(ActionDays)):
				t.Errorf("%s: %+v after %s", r.On, a, before)
			case (a.Timing == cpor.TimingOpen) == a.By.Before(r.On):
				t.Errorf("%s: %+v", r.On, a)
			}
			before = a.By
			if a.Rule == "" || a.Who == "" || a.Text == "" {
				t.Errorf("%+v is incomplete", a)
			}
		}
	}
}

// Blocked lists every disabled offer, unless it only waits for its renewal window. It
// also lists orders, drafts and histories.
func TestBlocked(t *testing.T) {
	for _, r := range reportsOfSample(t) {
		want := 0
		for _, c := range r.Companies {
			for _, a := range slices.Concat(c.Memberships, c.Wanted) {
				if a.Decision.Verdict == eligibility.Disabled && !(a.Held != nil && a.Held.Phase == eligibility.Running && !a.Opening.Days.IsZero()) {
					want++
				}
			}
		}
		for _, c := range r.Agreement.Customers {
			for _, o := range c.Orders {
				if o.Verdict == agreement.Blocked || o.Verdict == agreement.AttestFirst {
					want++
				}
			}
		}
		for c := range r.Claims.All {
			if c.Fault != nil {
				want++
			}
			if c.Draft != nil && c.Draft.Verdict == cpor.VerdictInvalid {
				want++
			}
		}
		if len(r.Blocked) != want {
			t.Errorf("%s, %s: %d are blocked, want %d", r.On, r.Policy.Edition, len(r.Blocked), want)
		}
		for _, b := range r.Blocked {
			if len(b.Why) == 0 {
				t.Errorf("%+v: no reason", b)
			}
			for _, why := range b.Why {
				if why.Rule == "" || why.Code == "" || why.Message == "" || why.Remedy == "" {
					t.Errorf("%+v: incomplete", b)
				}
			}
		}
	}
}
