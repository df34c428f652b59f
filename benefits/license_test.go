package benefits_test

import (
	"iter"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/partnerrules/partnerrules"
	. "github.com/partnerrules/partnerrules/benefits"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/eligibility"
)

// Licenses and Visual Studio subscriptions are included as published. For other
// offers and for invalid offers the answer is unknown.
func TestIncludesLicenses(t *testing.T) {
	for o := range partnerrules.Values[eligibility.Offer]() {
		want := unknown
		if o <= eligibility.MicrosoftActionPack {
			want = yes
		}
		if got := IncludesLicenses(o); got != want {
			t.Errorf("IncludesLicenses(%v) = %v, want %v", o, got, want)
		}
		professional, enterprise := VisualStudioIn(o)
		if isPack := o == eligibility.MicrosoftActionPack; isPack && (professional != yes || enterprise != no) || !isPack && (professional != unknown || enterprise != unknown) {
			t.Errorf("VisualStudioIn(%v) = %v, %v", o, professional, enterprise)
		}
	}
	if IncludesLicenses(0) != unknown || IncludesLicenses(99) != unknown {
		t.Error("an invalid offer includes licenses")
	}
}

// Licenses may be used from the start through the last day of access.
func TestTimelineLicenses(t *testing.T) {
	bought := Membership{Offer: eligibility.LegacySilver, Start: day("2023-01-31")} // access through 2024-03-01
	launch := Membership{Offer: eligibility.PartnerLaunchBenefits, Start: day("2023-01-31")}
	byDate := Membership{Offer: eligibility.LegacySilver, Anniversary: day("2024-01-31")}
	renewed := bought
	renewed.Renewals = append(renewed.Renewals, day("2024-02-20"))
	for _, test := range []struct {
		m        Membership
		on       string
		included Tri
		usable   Tri
		reason   Reason
		through  string
	}{
		{bought, "2023-01-30", yes, no, BeforeStart, "2024-03-01"},
		{bought, "2023-01-31", yes, yes, 0, "2024-03-01"},
		{bought, "2024-03-01", yes, yes, 0, "2024-03-01"},
		{bought, "2024-03-02", yes, no, PastAccess, "2024-03-01"},
		{renewed, "2024-03-02", yes, yes, 0, "2025-03-02"},
		{renewed, "2025-03-03", yes, no, PastAccess, "2025-03-02"},
		{launch, "2024-03-01", unknown, unknown, 0, "2024-03-01"},
		{launch, "2024-03-02", unknown, no, PastAccess, "2024-03-01"},
		{byDate, "2022-01-30", yes, unknown, 0, "2024-03-01"}, // may have started
		{byDate, "2023-01-30", yes, unknown, 0, "2024-03-01"},
		{byDate, "2023-01-31", yes, yes, 0, "2024-03-01"}, // has started
		{byDate, "2024-03-01", yes, yes, 0, "2024-03-01"},
		{byDate, "2024-03-02", yes, no, PastAccess, "2024-03-01"},
		{Membership{Offer: eligibility.LegacyGold, Start: day("9999-01-01")}, "9999-03-02", yes, unknown, 0, "no date"},
	} {
		got, err := timeline(t, Baseline(), test.m).Licenses(day(test.on))
		if err != nil || got.Included != test.included || got.Usable != test.usable || got.Reason != test.reason || got.Through.String() != test.through || got.Policy != Baseline() {
			t.Errorf("Licenses(%s) of %+v = %+v, %v", test.on, test.m, got, err)
		}
	}
}

// Use is allowed if all requirements are met, and not allowed if one is known to be
// unmet.
func TestCheckVisualStudio(t *testing.T) {
	for a := no; a <= yes; a++ {
		for b := no; b <= yes; b++ {
			for c := no; c <= yes; c++ {
				got, err := CheckVisualStudio(VisualStudio{Assigned: a, Activated: b, Shared: c}, calendar.Date{})
				want := yes
				switch {
				case a == no || b == no || c == yes:
					want = no
				case a == unknown || b == unknown || c == unknown:
					want = unknown
				}
				if err != nil || got.Allowed != want || got.Reasons.Has(NotAssigned) != (a == no) || got.Reasons.Has(NotActivated) != (b == no) || got.Reasons.Has(CredentialsShared) != (c == yes) {
					t.Errorf("assigned %v, activated %v, shared %v: %+v, %v", a, b, c, got, err)
				}
			}
		}
	}
}

// codes returns the code, rule and help page of each note.
func codes(notes iter.Seq[partnerrules.Note]) [][3]string {
	var all [][3]string
	for note := range notes {
		all = append(all, [3]string{note.Code, string(note.Rule), note.See})
	}
	return all
}

func TestLicensesNotes(t *testing.T) {
	want := [][3]string{
		{"managed-by-partner-admin", "BEN-14", ""},
		{"licence-terms-differ", "BEN-32", "Product licensing usage terms"},
		{"buy-further-licences", "BEN-34", "Microsoft licensing"},
		{"manage-in-partner-center", "BEN-35", "Manage your benefits"},
	}
	if diff := cmp.Diff(want, codes(Licenses{}.Notes())); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// The advice about a redeeming comes with answers that a purchase covers, or may cover,
// and the advice about monthly credits with these.
func TestTermNotes(t *testing.T) {
	purchase := [3]string{"redeem-by-purchase", "BEN-16", ""}
	monthly := [3]string{"monthly-credits-lapse", "BEN-04", "Use your Azure credits"}
	for _, test := range []struct {
		byPurchase Tri
		credits    CreditKind
		want       [][3]string
	}{
		{no, CreditsUnknown, nil},
		{no, BulkCredits, nil},
		{no, MonthlyCredits, [][3]string{monthly}},
		{unknown, CreditsUnknown, [][3]string{purchase}},
		{yes, MonthlyCredits, [][3]string{purchase, monthly}},
	} {
		for _, notes := range []iter.Seq[partnerrules.Note]{
			Term{ByPurchase: test.byPurchase, Credits: test.credits}.Notes(), BenefitStatus{ByPurchase: test.byPurchase, Credits: test.credits}.Notes(),
		} {
			if diff := cmp.Diff(test.want, codes(notes)); diff != "" {
				t.Errorf("%+v (-want +got)\n%s", test, diff)
			}
		}
	}
}

func TestMergeNotes(t *testing.T) {
	want := [][3]string{
		{"read-before-merge", "BEN-43", "Merge Partner Center accounts"},
		{"benefits-of-global-account", "BEN-40", "Merge Partner Center accounts"},
	}
	if diff := cmp.Diff(want, codes(Merge{}.Notes())); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

// Each note has a different message, and a loop over notes can stop at any note.
func TestNotes(t *testing.T) {
	seen := map[string]bool{}
	for _, all := range []iter.Seq[partnerrules.Note]{Licenses{}.Notes(), Merge{}.Notes(), Term{ByPurchase: yes, Credits: MonthlyCredits}.Notes()} {
		total := 0
		for note := range all {
			if note.Message == "" || seen[note.Message] {
				t.Errorf("the message is empty or repeated: %+v", note)
			}
			seen[note.Message] = true
			total++
		}
		for stop := 1; stop <= total; stop++ {
			n := 0
			for range all {
				if n++; n == stop {
					break
				}
			}
			if n != stop {
				t.Errorf("stopped after %d notes, want %d", n, stop)
			}
		}
	}
}
