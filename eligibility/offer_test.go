package eligibility_test

import (
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/partnerrules/partnerrules"
	. "github.com/partnerrules/partnerrules/eligibility"
	"pgregory.net/rapid"
)

// Each offer has a family and a title of its own, and an area if it is a
// designation.
func TestOffer_Values(t *testing.T) {
	families := map[Family]int{}
	titles := map[string]bool{}
	var offers []Offer
	for o := range partnerrules.Values[Offer]() {
		offers = append(offers, o)
		families[o.Family()]++
		titles[o.Title()] = true
		if a := o.Area(); (a != 0) != (o.Family() == FamilySolutionsPartner) || a != 0 && SolutionsPartner(a) != o {
			t.Errorf("Area of %v = %v", o, a)
		}
		if o.Area() != 0 && o.Title() != "Solutions Partner for "+o.Area().Title() {
			t.Errorf("Title of %v = %s", o, o.Title())
		}
	}
	if len(offers) != 13 || !slices.IsSorted(offers) || len(titles) != 13 ||
		families[FamilySolutionsPartner] != 6 || families[FamilyLegacy] != 2 || families[FamilyPack] != 4 || families[FamilyLearning] != 1 {
		t.Errorf("offers %v in families %v", offers, families)
	}
	for _, none := range []Offer{0, 14, 255} {
		if none.Family() != 0 || none.Area() != 0 || none.Title() != none.String() {
			t.Errorf("the invalid offer %d has area %v and family %v", none, none.Area(), none.Family())
		}
	}
	for _, none := range []Area{0, 7, 255} {
		if SolutionsPartner(none) != 0 || none.Title() != none.String() {
			t.Errorf("the invalid area %d has offer %v", none, SolutionsPartner(none))
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
			t.Errorf("Title of %v = %s, want %s", o, o.Title(), want)
		}
	}
}

// In JSON a set of areas is a list or "unknown". Its texts are still read.
func TestAreaSet_JSON(t *testing.T) {
	for want, set := range map[string]AreaSet{
		`"unknown"`: 0, `[]`: AreasOf(), `["data-ai","security"]`: AreasOf(Security, DataAI),
	} {
		again := AreasOf(ModernWork)
		if text, err := json.Marshal(set); err != nil || string(text) != want || json.Unmarshal(text, &again) != nil || again != set {
			t.Errorf("%v marshals to %s, %v, and unmarshals as %v", set, text, err, again)
		}
	}
	if text, err := json.Marshal(Facts{}); err != nil || strings.Contains(string(text), "held") {
		t.Errorf("unknown facts marshal to %s, %v", text, err)
	}
	for text, want := range map[string]AreaSet{
		`"none"`: AreasOf(), `"security,data-ai"`: AreasOf(DataAI, Security), `["security", "data-ai"]`: AreasOf(DataAI, Security), `null`: AreasOf(ModernWork),
	} {
		set := AreasOf(ModernWork)
		if err := json.Unmarshal([]byte(text), &set); err != nil || set != want {
			t.Errorf("%s unmarshals as %v, %v", text, set, err)
		}
	}
	for text, want := range map[string]partnerrules.InputError{
		``: {}, `7`: {}, `{}`: {}, `["none"]`: {Path: "[0]", Offset: 1}, `["unknown"]`: {Path: "[0]", Offset: 1},
		`["security", "security"]`: {Path: "[1]", Offset: 13}, `["security", null]`: {Path: "[1]", Offset: 13}, `""`: {},
		`"security,x"`: {Text: "security,x", Offset: 9},
	} {
		set := AreasOf(Security)
		var bad *partnerrules.InputError
		if err := set.UnmarshalJSON([]byte(text)); !errors.As(err, &bad) || set != AreasOf(Security) {
			t.Errorf("%s: error %v, set %v", text, err, set)
			continue
		}
		want.Type, want.Reason = "areas", bad.Reason
		if *bad != want {
			t.Errorf("%s: %+v, want %+v", text, *bad, want)
		}
	}
	if _, err := json.Marshal(AreaSet(0x81)); err == nil {
		t.Error("a set with an invalid area is written")
	}
}

// An AreaSet is a set of areas or unknown, and its text survives a round trip.
func TestAreaSet(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		set := anyHeld(t, HoldingUnknown)
		var members []Area
		for _, a := range areas {
			if set.Has(a) == Yes {
				members = append(members, a)
			} else if want := map[bool]Tri{true: No, false: Unknown}[set.IsKnown()]; set.Has(a) != want {
				t.Errorf("Has of %v and %v = %v, want %v", set, a, set.Has(a), want)
			}
		}
		if !slices.Equal(slices.Collect(set.All()), members) || set.IsKnown() && AreasOf(members...) != set {
			t.Errorf("%v has the elements %v, but All returns %v", set, members, slices.Collect(set.All()))
		}
		var again AreaSet
		text, err := set.MarshalText()
		if err != nil || again.UnmarshalText(text) != nil || again != set || set.String() != string(text) {
			t.Errorf("%v has the text %s, %v, which unmarshals as %v", set, text, err, again)
		}
	})
	if set := AreasOf(Security, DataAI, Security); set.String() != "data-ai,security" {
		t.Errorf("AreasOf with a repeated area = %v", set)
	}
	for _, none := range []Area{0, 7, 8, 255} {
		if set := AreasOf(Security, none); (Facts{Held: set}).Validate() == nil || set.Has(Security) != Yes {
			t.Errorf("a set with the invalid area %d is %v", none, set)
		}
	}
	if AreasOf().String() != "none" || AreaSet(0).String() != "unknown" || AreasOf() == AreaSet(0) || AreasOf().Has(0) != No {
		t.Error("the empty set and the unknown set are the same")
	}
	bad := AreaSet(0x81) // a known set that was made from an invalid area
	if _, err := bad.MarshalText(); err == nil || !strings.Contains(bad.String(), "129") {
		t.Errorf("a set with an invalid area has the text %v", bad)
	}
	if n := len(slices.Collect(AreaSet(0xff).All())); n != 6 {
		t.Errorf("a set with all bits has %d areas, want 6", n)
	}
	for text, offset := range map[string]int{
		"": 0, "data-ai,": 8, "data-ai,security,data-ai": 17, "data-ai, security": 8, ",": 0, "none,security": 0, "security,unknown": 9,
	} {
		set := AreasOf(Security)
		var fault *partnerrules.InputError
		if err := set.UnmarshalText([]byte(text)); !errors.As(err, &fault) || fault.Type != "areas" || fault.Offset != offset || fault.Text != text || set != AreasOf(Security) {
			t.Errorf("UnmarshalText(%q) returned %v and left %v, want offset %d", text, err, set, offset)
		}
	}
}
