package benefits_test

import (
	"slices"
	"testing"

	. "github.com/partnerrules/partnerrules/benefits"
	"github.com/partnerrules/partnerrules/eligibility"
)

func TestIncludesLicences(t *testing.T) {
	for o := range eligibility.Offers() {
		want := unknown
		if o <= eligibility.MicrosoftActionPack {
			want = yes
		}
		if got := IncludesLicences(o); got != want {
			t.Errorf("%v includes licences: %v, want %v", o, got, want)
		}
		professional, enterprise := VisualStudioIn(o)
		if isPack := o == eligibility.MicrosoftActionPack; isPack && (professional != yes || enterprise != no) || !isPack && (professional != unknown || enterprise != unknown) {
			t.Errorf("%v has Visual Studio Professional %v, Enterprise %v", o, professional, enterprise)
		}
	}
	if IncludesLicences(0) != unknown || IncludesLicences(99) != unknown {
		t.Error("no offer includes licences")
	}
}

func TestLicencesOf(t *testing.T) {
	bought := Membership{Offer: eligibility.LegacySilver, Start: day("2023-01-31")} // access through 2024-03-01
	launch := Membership{Offer: eligibility.PartnerLaunchBenefits, Start: day("2023-01-31")}
	renewed := bought
	renewed.Renewals = append(renewed.Renewals, day("2024-02-20"))
	for _, test := range []struct {
		m        Membership
		on       string
		included eligibility.Tri
		usable   eligibility.Tri
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
		{Membership{Offer: eligibility.LegacyGold}, "2024-03-02", yes, unknown, 0, "no date"},
		{Membership{Offer: eligibility.LegacyGold, Start: day("9999-01-01")}, "9999-03-02", yes, unknown, 0, "no date"},
	} {
		got, err := LicencesOf(test.m, day(test.on))
		if err != nil || got.Included != test.included || got.Usable != test.usable || got.Reason != test.reason || got.Through.String() != test.through || got.Policy != Baseline() {
			t.Errorf("%+v on %s: %+v, %v", test.m, test.on, got, err)
		}
	}
}

func TestVisualStudioUse(t *testing.T) {
	for a := no; a <= yes; a++ {
		for b := no; b <= yes; b++ {
			for c := no; c <= yes; c++ {
				got, err := VisualStudioUse(VisualStudio{Assigned: a, Activated: b, Shared: c})
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

func TestAdviceIsGiven(t *testing.T) {
	want := []Advice{ManagedByPartnerAdmin, LicenceTermsDiffer, BuyFurtherLicences, ManageInPartnerCenter}
	if got := slices.Collect(Licences{}.Advice()); !slices.Equal(got, want) {
		t.Errorf("with licences: %v", got)
	}
	if got := slices.Collect(Merge{}.Advice()); !slices.Equal(got, []Advice{ReadBeforeMerge, BenefitsOfGlobalAccount}) {
		t.Errorf("with a merge: %v", got)
	}
	for _, all := range []func(func(Advice) bool){Licences{}.Advice(), Merge{}.Advice()} {
		for range all {
			break
		}
	}
}
