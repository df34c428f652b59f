package eligibility_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/partnerrules/partnerrules"
	. "github.com/partnerrules/partnerrules/eligibility"
	"pgregory.net/rapid"
)

func TestOffer_Values(t *testing.T) {
	families := map[Family]int{}
	titles := map[string]bool{}
	var offers []Offer
	for o := range partnerrules.Values[Offer]() {
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

func TestOffer_Title(t *testing.T) {
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

func TestAreaSet(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		set := anyHeld(t)
		var members []Area
		for _, a := range areas {
			if set.Has(a) == Yes {
				members = append(members, a)
			} else if want := map[bool]Tri{true: No, false: Unknown}[set.IsKnown()]; set.Has(a) != want {
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
		var fault *partnerrules.ParseError
		if err := set.UnmarshalText([]byte(text)); !errors.As(err, &fault) || fault.Type != "areas" || fault.Offset != offset || fault.Text != text || set != AreasOf(Security) {
			t.Errorf("%q gave %v and left %v, want offset %d", text, err, set, offset)
		}
	}
}
