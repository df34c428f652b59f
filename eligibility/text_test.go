package eligibility_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/partnerrules/partnerrules/calendar"
	. "github.com/partnerrules/partnerrules/eligibility"
	"github.com/partnerrules/partnerrules/internal/enumtest"
)

func TestEnumerationsHaveStableCodes(t *testing.T) {
	enumtest.CheckEnum(t, No, "no", "unknown", "yes")
	enumtest.CheckEnum(t, Offer(0), "", "solutions-partner-data-ai", "solutions-partner-digital-app-innovation", "solutions-partner-infrastructure",
		"solutions-partner-business-applications", "solutions-partner-modern-work", "solutions-partner-security", "legacy-gold", "legacy-silver",
		"microsoft-action-pack", "partner-launch-benefits", "partner-success-core-benefits", "partner-success-expanded-benefits", "learning-action-pack")
	enumtest.CheckEnum(t, Family(0), "", "solutions-partner", "legacy", "pack", "learning")
	enumtest.CheckEnum(t, Area(0), "", "data-ai", "digital-app-innovation", "infrastructure", "business-applications", "modern-work", "security")
	enumtest.CheckEnum(t, VerificationUnknown, "unknown", "pending", "authorized", "rejected")
	enumtest.CheckEnum(t, HoldingUnknown, "unknown", "none", "designation", "gold", "silver")
	enumtest.CheckEnum(t, StatusUnknown, "unknown", "none", "gold", "silver", "gold-and-silver")
	enumtest.CheckEnum(t, BillingUnknown, "unknown", "linked", "not-linked", "outdated")
	enumtest.CheckEnum(t, RoleUnknown, "unknown", "partner-admin", "account-admin", "other")
	enumtest.CheckEnum(t, Undetermined, "undetermined", "enabled", "disabled", "no-published-checklist")
	enumtest.CheckEnum(t, ButtonUnknown, "unknown", "buy", "renew")
	enumtest.CheckEnum(t, NotAsked, "not-asked", "not-met", "unknown", "met")
	enumtest.CheckEnum(t, Reason(0), "", "account-not-vetted", "window-not-open", "requirements-not-met", "requirements-met", "no-legacy-status",
		"profile-not-linked", "action-pack-active", "offer-retired", "package-fixed", "window-passed")
	enumtest.CheckEnum(t, Advice(0), "", "review-business-information", "one-fee-for-all-designations", "role-may-not-buy", "role-not-given", "no-checklist")
	enumtest.CheckEnum(t, FactAccount, "account", "membership", "anniversary", "held-areas", "data-ai", "digital-app-innovation", "infrastructure",
		"business-applications", "modern-work", "security", "status-2022", "billing", "pack", "pack-anniversary", "learning-pack", "learning-pack-anniversary")
	enumtest.CheckEnum(t, Metric(0), "", "net-customer-adds", "intermediate", "advanced", "usage-growth", "deployments")
	enumtest.CheckEnum(t, Category(0), "", "performance", "skilling", "customer-success")
}

func TestVerificationReadsTheNamesOfPartnerCenter(t *testing.T) {
	for text, want := range map[string]Verification{
		"Pending": Pending, "Authorized": Authorized, "Accepted": Authorized, "accepted": Authorized, "Rejected": Rejected,
	} {
		var got Verification
		if err := got.UnmarshalText([]byte(text)); err != nil || got != want {
			t.Errorf("%s is read as %v, %v", text, got, err)
		}
	}
}

func TestReasonsSayEverything(t *testing.T) {
	rules := map[Reason]string{
		AccountNotVetted: "ELG-01", WindowNotOpen: "ELG-02", RequirementsNotMet: "ELG-03", RequirementsMet: "ELG-03", NoLegacyStatus: "ELG-04",
		ProfileNotLinked: "ELG-05", ActionPackActive: "ELG-08", OfferRetired: "ELG-13", PackageFixed: "ELG-12", WindowPassed: "ELG-21",
	}
	see := map[Reason]string{
		AccountNotVetted: "Legal info", WindowNotOpen: "Renew offers", RequirementsNotMet: "Solutions Partner overview",
		RequirementsMet: "Solutions Partner overview", NoLegacyStatus: "Solutions Partner overview", ProfileNotLinked: "Link billing account and profile",
		PackageFixed: "Renew offers", WindowPassed: "Renew offers",
	}
	said := map[string]Reason{}
	for r, rule := range rules {
		if r.Rule() != rule || r.Source() == "" || r.See(FamilySolutionsPartner) != see[r] {
			t.Errorf("%v: rule %s, source %q, see %q", r, r.Rule(), r.Source(), r.See(FamilySolutionsPartner))
		}
		for what, text := range map[string]string{"question": r.Question(), "message": r.Message(), "remedy": r.Remedy()} {
			if other, twice := said[text]; twice || text == "" || strings.HasSuffix(text, "?") != (what == "question") {
				t.Errorf("the %s of %v is %q, which %v says too", what, r, text, other)
			}
			said[text] = r
		}
	}
	for _, f := range []Family{FamilyLegacy, FamilyPack} {
		if WindowNotOpen.See(f) != "" || ProfileNotLinked.See(f) == "" {
			t.Errorf("%v offers are referred to %q for the window", f, WindowNotOpen.See(f))
		}
	}
	for _, none := range []Reason{0, 11, 255} {
		if none.Rule()+none.Source()+none.Question()+none.Message()+none.Remedy()+none.See(FamilySolutionsPartner) != "" {
			t.Errorf("reason %d says something", none)
		}
	}
}

func TestAdviceSaysEverything(t *testing.T) {
	said := map[string]bool{}
	for a, rule := range map[Advice]string{
		ReviewBusinessInformation: "ELG-10", OneFeeForAllDesignations: "ELG-17", RoleMayNotBuy: "ELG-18", RoleNotGiven: "ELG-18", NoChecklist: "ELG-24",
	} {
		if a.Rule() != rule || a.Source() == "" || a.Message() == "" || said[a.Message()] {
			t.Errorf("%v: rule %s, source %q, message %q", a, a.Rule(), a.Source(), a.Message())
		}
		said[a.Message()] = true
	}
	if none := Advice(0); none.Rule()+none.Source()+none.Message() != "" {
		t.Error("no advice says something")
	}
}

func TestOffersAreThirteen(t *testing.T) {
	families := map[Family]int{}
	titles := map[string]bool{}
	var offers []Offer
	for o := range Offers() {
		offers = append(offers, o)
		families[o.Family()]++
		titles[o.Title()] = true
		if a := o.Area(); (a != 0) != (o.Family() == FamilySolutionsPartner) || a != 0 && SolutionsPartner(a) != o {
			t.Errorf("%v has area %v", o, a)
		}
		if o.Area() != 0 && o.Title() != "Solutions Partner for "+o.Area().Title() {
			t.Errorf("%v is called %s", o, o.Title())
		}
	}
	if len(offers) != 13 || !slices.IsSorted(offers) || len(titles) != 13 ||
		families[FamilySolutionsPartner] != 6 || families[FamilyLegacy] != 2 || families[FamilyPack] != 4 || families[FamilyLearning] != 1 {
		t.Errorf("offers %v in families %v", offers, families)
	}
	for range Offers() {
		break
	}
	for _, none := range []Offer{0, 14, 255} {
		if none.Family() != 0 || none.Area() != 0 || none.Title() != none.String() {
			t.Errorf("offer %d is %v of %v", none, none.Area(), none.Family())
		}
	}
	for _, none := range []Area{0, 7, 255} {
		if SolutionsPartner(none) != 0 || none.Title() != none.String() {
			t.Errorf("area %d has offer %v", none, SolutionsPartner(none))
		}
	}
}

func TestTitlesAreThoseThatPeopleWrite(t *testing.T) {
	for want, o := range map[string]Offer{
		"Solutions Partner for Data & AI": SolutionsPartnerDataAI, "Solutions Partner for Digital & App Innovation": SolutionsPartnerDigitalAppInnovation,
		"Solutions Partner for Infrastructure": SolutionsPartnerInfrastructure, "Solutions Partner for Business Applications": SolutionsPartnerBusinessApplications,
		"Solutions Partner for Modern Work": SolutionsPartnerModernWork, "Solutions Partner for Security": SolutionsPartnerSecurity,
		"Legacy Gold": LegacyGold, "Legacy Silver": LegacySilver, "Microsoft Action Pack": MicrosoftActionPack, "Partner Launch Benefits": PartnerLaunchBenefits,
		"Partner Success Core Benefits": PartnerSuccessCore, "Partner Success Expanded Benefits": PartnerSuccessExpanded, "Learning Action Pack": LearningActionPack,
	} {
		if o.Title() != want {
			t.Errorf("%v is called %s, want %s", o, o.Title(), want)
		}
	}
}

func TestAreaSets(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		set := anyHeld(t)
		var members []Area
		for _, a := range areas {
			if set.Has(a) == Yes {
				members = append(members, a)
			} else if want := TriOf(false); set.IsKnown() && set.Has(a) != want || !set.IsKnown() && set.Has(a) != Unknown {
				t.Errorf("%v has %v: %v", set, a, set.Has(a))
			}
		}
		if !slices.Equal(slices.Collect(set.All()), members) || set.IsKnown() && AreasOf(members...) != set {
			t.Errorf("%v has members %v, ranges over %v", set, members, slices.Collect(set.All()))
		}
		var again AreaSet
		text, err := set.MarshalText()
		if err != nil || again.UnmarshalText(text) != nil || again != set || set.String() != string(text) {
			t.Errorf("%v is written %s, %v, and read as %v", set, text, err, again)
		}
	})
	if set := AreasOf(Security, DataAI, Security); set.String() != "data-ai,security" {
		t.Errorf("a set of areas: %v", set)
	}
	for _, none := range []Area{0, 7, 8, 255} {
		if set := AreasOf(Security, none); (Facts{Held: set}).Validate() == nil || set.Has(Security) != Yes {
			t.Errorf("a set with area %d is %v", none, set)
		}
	}
	if AreasOf().String() != "none" || AreaSet(0).String() != "unknown" || AreasOf() == AreaSet(0) || AreasOf().Has(0) != No {
		t.Error("the empty set and the unknown one are the same")
	}
	bad := AreaSet(0x81) // known, and a bit that is no area
	if _, err := bad.MarshalText(); err == nil || !strings.Contains(bad.String(), "129") {
		t.Errorf("a set with a bit that is no area is written %v", bad)
	}
	if n := len(slices.Collect(AreaSet(0xff).All())); n != 6 {
		t.Errorf("all bits are %d areas", n)
	}
	for text, offset := range map[string]int{
		"": 0, "data-ai,": 8, "data-ai,security,data-ai": 17, "data-ai, security": 8, ",": 0, "none,security": 0, "security,unknown": 9,
	} {
		set := AreasOf(Security)
		var fault *calendar.ParseError
		if err := set.UnmarshalText([]byte(text)); !errors.As(err, &fault) || fault.Offset != offset || fault.Text != text || set != AreasOf(Security) {
			t.Errorf("%q gave %v and left %v, want offset %d", text, err, set, offset)
		}
	}
}

func TestFactSets(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		set := FactSet(rapid.Uint16().Draw(t, "set"))
		var members []Fact
		for f := FactAccount; f <= FactLearningAnniversary; f++ {
			if set.Has(f) {
				members = append(members, f)
			}
		}
		var again FactSet
		text, err := set.MarshalText()
		if err != nil || again.UnmarshalText(text) != nil || again != set || string(text) != set.String() || !slices.Equal(slices.Collect(set.All()), members) {
			t.Errorf("%v is written %s, %v, and read as %v; it ranges over %v", set, text, err, again, members)
		}
	})
	set := FactSet(1)
	var fault *calendar.ParseError
	if err := set.UnmarshalText([]byte("account,area")); !errors.As(err, &fault) || fault.Offset != 8 || set != 1 {
		t.Errorf("an unknown fact gave %v and left %v", err, set)
	}
}

func TestTriIsKleenes(t *testing.T) { enumtest.CheckKleene(t, TriOf) }

func FuzzUnmarshalText(f *testing.F) {
	for _, seed := range []string{"legacy-gold", "data-ai,security", "account,billing", "unknown", "none", ",", "6.67"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		enumtest.CheckReading[Offer](t, text)
		enumtest.CheckReading[AreaSet](t, text)
		enumtest.CheckReading[FactSet](t, text)
		enumtest.CheckReading[Verification](t, text)
		enumtest.CheckReading[Tri](t, text)
		enumtest.CheckReading[Points](t, text)
		enumtest.CheckReading[Advice](t, text)
		enumtest.CheckReading[Area](t, text)
		enumtest.CheckReading[Billing](t, text)
		enumtest.CheckReading[Button](t, text)
		enumtest.CheckReading[Category](t, text)
		enumtest.CheckReading[Fact](t, text)
		enumtest.CheckReading[Family](t, text)
		enumtest.CheckReading[Holding](t, text)
		enumtest.CheckReading[LegacyStatus](t, text)
		enumtest.CheckReading[Metric](t, text)
		enumtest.CheckReading[Reason](t, text)
		enumtest.CheckReading[Role](t, text)
		enumtest.CheckReading[State](t, text)
		enumtest.CheckReading[Verdict](t, text)
	})
}
