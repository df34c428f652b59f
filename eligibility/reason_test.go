package eligibility_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/partnerrules/partnerrules"
	. "github.com/partnerrules/partnerrules/eligibility"
	"pgregory.net/rapid"
)

// Each reason has a rule and texts of its own (ELG-20).
func TestReason_Texts(t *testing.T) {
	rules := map[Reason]partnerrules.RuleID{
		AccountNotVetted: "ELG-01", WindowNotOpen: "ELG-02", RequirementsNotMet: "ELG-03", RequirementsMet: "ELG-03", NoLegacyStatus: "ELG-04",
		ProfileNotLinked: "ELG-05", ActionPackActive: "ELG-08", OfferRetired: "ELG-13", PackageFixed: "ELG-12", WindowPassed: "ELG-21",
		AccountChallenged: "ELG-01",
	}
	see := map[Reason]string{
		AccountNotVetted: "Legal info", WindowNotOpen: "Renew offers", RequirementsNotMet: "Solutions Partner overview",
		RequirementsMet: "Solutions Partner overview", NoLegacyStatus: "Solutions Partner overview", ProfileNotLinked: "Link billing account and profile",
		PackageFixed: "Renew offers", WindowPassed: "Renew offers", AccountChallenged: "Legal info",
	}
	said := map[string]Reason{}
	for r, rule := range rules {
		if r.Rule() != rule || r.See() != see[r] {
			t.Errorf("%v: rule %s, see %q, want %s, %q", r, r.Rule(), r.See(), rule, see[r])
		}
		for what, text := range map[string]string{"question": r.Question(), "message": r.Message(), "remedy": r.Remedy()} {
			if other, twice := said[text]; twice || text == "" || strings.HasSuffix(text, "?") != (what == "question") {
				t.Errorf("the %s of %v is %q, which %v has too", what, r, text, other)
			}
			said[text] = r
		}
	}
	for r := range partnerrules.Values[Reason]() {
		if _, tested := rules[r]; !tested {
			t.Errorf("the test does not list %v", r)
		}
	}
	for _, none := range []Reason{0, 12, 255} {
		if string(none.Rule())+none.Question()+none.Message()+none.Remedy()+none.See() != "" {
			t.Errorf("the invalid reason %d has texts", none)
		}
	}
}

// Microsoft refers only Solutions Partners to a page about the renewal window
// (ELG-20). All other pages are the same for all offers.
func TestDecision_See(t *testing.T) {
	for o := range partnerrules.Values[Offer]() {
		for r := range partnerrules.Values[Reason]() {
			want := r.See()
			if r == WindowNotOpen && o > SolutionsPartnerSecurity {
				want = ""
			}
			if got := (Decision{Offer: o}).See(r); got != want {
				t.Errorf("%v: %v refers to %q, want %q", o, r, got, want)
			}
		}
	}
}

// Only the remedy for a company that qualifies for the legacy offer otherwise speaks of
// the choice of benefits (ELG-03).
func TestDecision_Remedy(t *testing.T) {
	met := Facts{Membership: HoldsNothing, Qualified: Areas{Security: Yes}, Status2022: StatusGold}
	for _, test := range []struct {
		offer  Offer
		status LegacyStatus
		on     string
		choice bool
	}{
		{LegacyGold, StatusGold, "2025-01-21", true},
		{LegacyGold, StatusGold, "2025-01-22", false},
		{LegacyGold, StatusSilver, "2024-04-01", false},
		{LegacyGold, StatusUnknown, "2024-04-01", false},
		{LegacySilver, StatusSilver, "2024-04-01", true},
		{SolutionsPartnerSecurity, StatusGold, "2024-04-01", false},
	} {
		met.Status2022 = test.status
		d, err := Evaluate(test.offer, met, date(test.on))
		if err != nil {
			t.Fatal(err)
		}
		for r := range partnerrules.Values[Reason]() {
			longer := strings.HasPrefix(d.Remedy(r), r.Remedy()+" ")
			if want := test.choice && r == RequirementsMet; longer != want || !longer && d.Remedy(r) != r.Remedy() {
				t.Errorf("%v: the remedy for %v is %q", d, r, d.Remedy(r))
			}
		}
	}
}

// The notes depend on the button, the offer and the role. The role changes nothing
// else.
func TestDecision_Notes(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, f, o := anyPolicy(t), anyFacts().Draw(t, "facts"), anyOffer(t)
		d, err := p.Evaluate(o, f, today)
		if err != nil {
			t.Fatal(err)
		}
		var want []partnerrules.Note
		for _, n := range []struct {
			code  string
			rule  partnerrules.RuleID
			given bool
		}{
			{"renew-through-another-area", "ELG-03", d.RenewThrough != 0},
			{"review-business-information", "ELG-10", d.Active == Yes},
			{"one-fee-for-all-designations", "ELG-17", o <= SolutionsPartnerSecurity},
			{"role-may-not-buy", "ELG-18", f.Role == OtherRole},
			{"role-not-given", "ELG-18", f.Role == RoleUnknown},
			{"no-checklist", "ELG-24", o == LearningActionPack},
		} {
			if n.given {
				want = append(want, partnerrules.Note{Code: n.code, Rule: n.rule})
			}
		}
		var got []partnerrules.Note
		messages := map[string]bool{"": true}
		for n := range d.Notes() {
			if messages[n.Message] {
				t.Errorf("%v: note %s has message %q, which is empty or repeated", d, n.Code, n.Message)
			}
			messages[n.Message] = true
			n.Message = ""
			got = append(got, n)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%v: notes %v, want %v", d, got, want)
		}
		for range d.Notes() {
			break
		}
		f.Role = anyOf(t, "another role", OtherRole)
		other, _ := p.Evaluate(o, f, today)
		if other.RoleMayBuy = d.RoleMayBuy; other != d {
			t.Errorf("the role changed %v to %v", d, other)
		}
	})
}
