package eligibility_test

import (
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
	. "github.com/partnerrules/partnerrules/eligibility"
	"pgregory.net/rapid"
)

// With known facts, on any day before or after the retirement of offers, the
// decision agrees with the specification.
func TestEvaluate_Specification(t *testing.T) {
	policy, _ := InForce(today)
	rapid.Check(t, func(t *rapid.T) {
		f, o := anyKnownFacts().Draw(t, "facts"), anyOffer(t)
		on := today.AddDays(rapid.IntRange(-60, 500).Draw(t, "on"))
		got, err := policy.Evaluate(o, f, on)
		if err != nil {
			t.Fatal(err)
		}
		if o == LearningActionPack {
			if got.Verdict != NoPublishedChecklist || got.Button != ButtonUnknown || got.Rows != (Checklist{}) {
				t.Errorf("%v", got)
			}
			return
		}
		want := specify(o, f, on, true)
		if (got.Verdict == Enabled) != want.enabled || (got.Verdict == Disabled) == want.enabled || got.Button != want.button || got.Lost != want.lost || got.RenewThrough != want.through || got.Missing != 0 {
			t.Errorf("%v: button %v, lost %v, missing %v; want enabled %v, %v, %v",
				got, got.Button, got.Lost, got.Missing, want.enabled, want.button, want.lost)
		}
		for i, row := range rows(got) {
			if asked := row.State != NotAsked; asked != want.asked[i] || asked && (row.State == Met) != want.met[i] {
				t.Errorf("%v: requirement %d is %v, want asked %v, met %v", got, i, row.State, want.asked[i], want.met[i])
			}
		}
	})
}

// A known verdict, label or state does not change if an unknown fact becomes
// known.
func TestEvaluate_Monotonic(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, o, f := anyPolicy(t), anyOffer(t), anyFacts().Draw(t, "facts")
		before, err := p.Evaluate(o, f, today)
		if err != nil {
			t.Fatal(err)
		}
		for range rapid.IntRange(1, 5).Draw(t, "lessons") {
			lessons[rapid.IntRange(0, len(lessons)-1).Draw(t, "lesson")](t, &f)
		}
		after, err := p.Evaluate(o, f, today)
		if err != nil {
			t.Fatal(err)
		}
		if before.Verdict != Undetermined && after.Verdict != before.Verdict {
			t.Errorf("%v changed to %v", before, after)
		}
		if before.Button != ButtonUnknown && after.Button != before.Button {
			t.Errorf("%v: button %v changed to %v", before, before.Button, after.Button)
		}
		was, is := rows(before), rows(after)
		for i := range was {
			if was[i].State != RequirementUnknown && is[i].State != was[i].State {
				t.Errorf("%v: requirement %d changed from %v to %v", before, i, was[i].State, is[i].State)
			}
		}
	})
}

// EvaluateAll returns the decisions of Evaluate, in the order of the offers.
func TestEvaluateAll_EachOffer(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, f := anyPolicy(t), anyFacts().Draw(t, "facts")
		all, err := p.EvaluateAll(f, today)
		if err != nil {
			t.Fatal(err)
		}
		i := 0
		for o := range partnerrules.Values[Offer]() {
			one, err := p.Evaluate(o, f, today)
			if err != nil || all[i] != one {
				t.Errorf("decision %d is %v, but Evaluate(%v) = %v, %v", i, all[i], o, one, err)
			}
			i++
		}
		if i != len(all) {
			t.Errorf("%d decisions for %d offers", len(all), i)
		}
	})
}

// Reasons returns the unmet requirements, always in the order of the checklist.
func TestDecision_ReasonsOrder(t *testing.T) {
	order := map[Family][]Reason{
		FamilySolutionsPartner: {AccountNotVetted, WindowNotOpen, RequirementsNotMet, ProfileNotLinked},
		FamilyLegacy:           {AccountNotVetted, WindowNotOpen, RequirementsMet, NoLegacyStatus, ProfileNotLinked, OfferRetired},
		FamilyPack:             {AccountNotVetted, WindowNotOpen, ProfileNotLinked},
		FamilyLearning:         nil,
	}
	rapid.Check(t, func(t *rapid.T) {
		f := anyFacts().Draw(t, "facts")
		d, err := anyPolicy(t).Evaluate(anyOffer(t), f, today)
		if err != nil {
			t.Fatal(err)
		}
		want := order[d.Offer.Family()]
		if d.Offer == MicrosoftActionPack {
			want = []Reason{AccountNotVetted, WindowNotOpen, ProfileNotLinked, ActionPackActive, OfferRetired}
		}
		if f.Account == Challenged && len(want) > 0 {
			want = append([]Reason{AccountChallenged}, want[1:]...)
		}
		var all, unmet, listed []Reason
		for reason, row := range d.All() {
			all = append(all, reason)
			if row.State == NotMet {
				unmet = append(unmet, reason)
			}
			if row.State == NotAsked || (row.Reason == reason) != (row.State == NotMet) {
				t.Errorf("%v: %v comes with requirement %+v", d, reason, row)
			}
		}
		for reason := range d.Reasons() {
			listed = append(listed, reason)
		}
		if !slices.Equal(all, want) || !slices.Equal(unmet, listed) || (len(unmet) > 0) != (d.Verdict == Disabled) {
			t.Errorf("%v: requirements %v, want %v; reasons %v, want %v", d, all, want, listed, unmet)
		}
		for n := range len(all) { // the caller can stop after any requirement
			var some []Reason
			for reason := range d.All() {
				if some = append(some, reason); len(some) > n {
					break
				}
			}
			if !slices.Equal(some, all[:n+1]) {
				t.Errorf("the first %d of %v are %v", n+1, all, some)
			}
		}
		for range d.Reasons() {
			break
		}
	})
}

// A requirement is unmet through the day before its From, and no longer unmet on
// that day, if the facts do not change.
func TestRequirement_From(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, f := anyPolicy(t), anyFacts().Draw(t, "facts")
		d, err := p.Evaluate(anyOffer(t), f, today)
		if err != nil {
			t.Fatal(err)
		}
		for reason, row := range d.All() {
			waits := row.State == NotMet && (reason == WindowNotOpen || reason == ActionPackActive)
			if row.From.IsZero() == waits {
				t.Fatalf("%v: %v is %+v", d, reason, row)
			}
			if !waits {
				continue
			}
			for day, unmet := range map[calendar.Date]bool{row.From.AddDays(-1): true, row.From: false} {
				then, err := p.Evaluate(d.Offer, f, day)
				if err != nil {
					t.Fatal(err)
				}
				for again, row := range then.All() {
					if again == reason && (row.State == NotMet) != unmet {
						t.Errorf("%v: %v has From %v, but on %v it is %v", d, reason, row.From, day, row.State)
					}
				}
			}
		}
	})
}

// If both Action Packs are active, the requirement is unmet until the later window
// opens (ELG-08).
func TestEvaluate_TwoActionPacks(t *testing.T) {
	soon, late := today.AddDays(10), today.AddDays(50)
	for _, test := range []struct {
		own, learning Pack
		from          calendar.Date
	}{
		{Pack{Yes, soon}, Pack{Yes, late}, late.AddDays(1)},
		{Pack{Yes, late}, Pack{Yes, soon}, late.AddDays(1)},
		{Pack{Yes, soon}, Pack{No, late}, soon.AddDays(1)},
		{Pack{No, soon}, Pack{Yes, late}, late.AddDays(1)},
		{Pack{Yes, soon}, Pack{Unknown, late}, soon.AddDays(1)},
		{Pack{No, soon}, Pack{No, late}, calendar.Date{}},
	} {
		d, err := Evaluate(MicrosoftActionPack, Facts{ActionPack: test.own, Learning: test.learning}, today)
		if err != nil || d.Rows.ActionPack.From != test.from {
			t.Errorf("%+v and %+v: from %v, %v, want %v", test.own, test.learning, d.Rows.ActionPack.From, err, test.from)
		}
	}
}

// Facts, decisions, openings, renewals and standings survive a round trip through JSON.
func TestDecision_JSON(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := anyFacts().Draw(t, "facts")
		o := anyOffer(t)
		p := anyPolicy(t)
		d, err := p.Evaluate(o, f, today)
		if err != nil {
			t.Fatal(err)
		}
		var factsAgain Facts
		roundTrip(t, f, &factsAgain)
		var again Decision
		roundTrip(t, d, &again)
		opening, err := p.NextOpening(o, f, today)
		if err != nil {
			t.Fatal(err)
		}
		var openingAgain Opening
		roundTrip(t, opening, &openingAgain)
		renewal, err := p.CheckRenewal(o, f, today)
		if err != nil {
			t.Fatal(err)
		}
		var renewalAgain Renewal
		roundTrip(t, renewal, &renewalAgain)
		standing, err := p.StandingOn(Membership{Offer: o, Anniversary: f.Anniversary}, today)
		if err != nil {
			t.Fatal(err)
		}
		var standingAgain Standing
		roundTrip(t, standing, &standingAgain)
	})
}

func roundTrip[T any](t *rapid.T, in T, out *T) {
	text, err := json.Marshal(in)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(text, out); err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	if diff := cmp.Diff(in, *out); diff != "" {
		t.Errorf("%s: %s", text, diff)
	}
}

func TestDecision_String(t *testing.T) {
	f := Facts{
		Account: Authorized, Membership: HoldsGold, Anniversary: today.AddDays(10),
		Status2022: StatusGold, Qualified: Areas{Security: Yes}, Billing: BillingLinked,
	}
	for _, test := range []struct {
		offer Offer
		on    calendar.Date
		want  string
	}{
		{LegacyGold, today, "legacy-gold on 2024-09-15: disabled: window-not-open until 2024-09-26, requirements-met"},
		{SolutionsPartnerSecurity, today.AddDays(11), "solutions-partner-security on 2024-09-26: enabled, button: buy"},
		{PartnerLaunchBenefits, today, "partner-launch-benefits on 2024-09-15: undetermined, missing: pack, pack-anniversary"},
		{LearningActionPack, today, "learning-action-pack on 2024-09-15: no-published-checklist"},
	} {
		d, err := Evaluate(test.offer, f, test.on)
		if err != nil || d.String() != test.want {
			t.Errorf("%v, %v, want %s", d, err, test.want)
		}
	}
}

func TestEvaluate_InvalidInput(t *testing.T) {
	good := Facts{Account: Authorized}
	bad := func(change func(*Facts)) Facts {
		f := good
		change(&f)
		return f
	}
	badPolicy := Baseline()
	badPolicy.Dates.WindowCloses = 0
	for _, test := range []struct {
		name   string
		policy Policy
		offer  Offer
		facts  Facts
		on     calendar.Date
	}{
		{"offer", Baseline(), 0, good, today},
		{"offer", Baseline(), 14, good, today},
		{"offer", Baseline(), 255, good, today},
		{"on", Baseline(), LegacyGold, good, calendar.Date{}},
		{"dates.windowCloses", badPolicy, LegacyGold, good, today},
		{"dates.windowCloses", Policy{}, LegacyGold, good, today},
		{"facts.account", Baseline(), LegacyGold, bad(func(f *Facts) { f.Account = 6 }), today},
		{"facts.membership", Baseline(), LegacyGold, bad(func(f *Facts) { f.Membership = 5 }), today},
		{"facts.held", Baseline(), LegacyGold, bad(func(f *Facts) { f.Held = 2 }), today},
		{"facts.held", Baseline(), LegacyGold, bad(func(f *Facts) { f.Held = 129 }), today},
		{"facts.held", Baseline(), LegacyGold, bad(func(f *Facts) { f.Membership, f.Held = HoldsNothing, AreasOf(Security) }), today},
		{"facts.held", Baseline(), LegacyGold, bad(func(f *Facts) { f.Membership, f.Held = HoldsGold, AreasOf(Security) }), today},
		{"facts.held", Baseline(), LegacyGold, bad(func(f *Facts) { f.Membership, f.Held = HoldsDesignation, AreasOf() }), today},
		{"facts.heldEarlier", Baseline(), LegacyGold, bad(func(f *Facts) { f.HeldEarlier = 2 }), today},
		{"facts.status2022", Baseline(), LegacyGold, bad(func(f *Facts) { f.Status2022 = 5 }), today},
		{"facts.billing", Baseline(), LegacyGold, bad(func(f *Facts) { f.Billing = 5 }), today},
		{"facts.role", Baseline(), LegacyGold, bad(func(f *Facts) { f.Role = 4 }), today},
		{"facts.qualified.dataAI", Baseline(), LegacyGold, bad(func(f *Facts) { f.Qualified.DataAI = 2 }), today},
		{"facts.qualified.security", Baseline(), LegacyGold, bad(func(f *Facts) { f.Qualified.Security = -2 }), today},
		{"facts.actionPack.active", Baseline(), LegacyGold, bad(func(f *Facts) { f.ActionPack.Active = 2 }), today},
		{"facts.learning.active", Baseline(), LegacyGold, bad(func(f *Facts) { f.Learning.Active = -2 }), today},
	} {
		d, err := test.policy.Evaluate(test.offer, test.facts, test.on)
		var input *partnerrules.InputError
		if !errors.As(err, &input) || input.Path != test.name || d != (Decision{}) {
			t.Errorf("Evaluate = %v, %v, want an error for %s", d, err, test.name)
		}
		if o, err := test.policy.NextOpening(test.offer, test.facts, test.on); err == nil || o != (Opening{}) {
			t.Errorf("NextOpening = %v, %v, want an error for %s", o, err, test.name)
		}
		if test.name == "offer" {
			continue
		}
		all, err := test.policy.EvaluateAll(test.facts, test.on)
		if !errors.As(err, &input) || input.Path != test.name || all != nil {
			t.Errorf("EvaluateAll returns the error %v, want an error for %s", err, test.name)
		}
		if err := test.facts.Validate(); strings.HasPrefix(test.name, "facts.") != (err != nil) {
			t.Errorf("Validate returns %v, with an invalid %s", err, test.name)
		}
	}
}

// Only EvaluateAll allocates, and only its slice.
func TestEvaluate_Allocations(t *testing.T) {
	met := Facts{
		Account: Authorized, Membership: HoldsGold, Anniversary: today.AddDays(-1), Status2022: StatusGoldAndSilver,
		Qualified: Areas{No, No, No, No, No, No}, Billing: BillingLinked, Held: AreasOf(), HeldEarlier: No,
	}
	unmet := met
	unmet.Account, unmet.Anniversary, unmet.Learning = Pending, today, Pack{Yes, today.AddDays(30)}
	policy, _ := InForce(today)
	for name, f := range map[string]Facts{"met": met, "unmet": unmet, "unknown": {}} {
		for o := range partnerrules.Values[Offer]() {
			if allocs := testing.AllocsPerRun(100, func() { evaluateAndRange(policy, o, f) }); allocs != 0 {
				t.Errorf("Evaluate(%v) with %s facts allocates %v times, want none", o, name, allocs)
			}
			if allocs := testing.AllocsPerRun(100, func() { _, _ = policy.NextOpening(o, f, today) }); allocs != 0 {
				t.Errorf("NextOpening(%v) with %s facts allocates %v times, want none", o, name, allocs)
			}
		}
		if allocs := testing.AllocsPerRun(100, func() { _, _ = EvaluateAll(f, today) }); allocs != 1 {
			t.Errorf("EvaluateAll with %s facts allocates %v times, want once", name, allocs)
		}
	}
}

func evaluateAndRange(p Policy, o Offer, f Facts) (n int) {
	d, _ := p.Evaluate(o, f, today)
	for reason, row := range d.All() {
		n += int(reason) + int(row.State)
	}
	for reason := range d.Reasons() {
		n += int(reason)
	}
	for fact := range d.Missing.All() {
		n += int(fact)
	}
	for note := range d.Notes() {
		n += len(note.Code)
	}
	return n
}
