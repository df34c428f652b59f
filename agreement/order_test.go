package agreement_test

import (
	"encoding/json"
	"errors"
	"testing"

	"pgregory.net/rapid"

	. "github.com/partnerrules/partnerrules/agreement"
	"github.com/partnerrules/partnerrules/calendar"
)

var (
	oldDay, newDay  = MustParseTimestamp("2023-03-31T23:59:59.9Z"), MustParseTimestamp("2023-04-01T00:00:00Z")
	closing, opened = MustParseTimestamp("2026-01-04T23:59:59Z"), MustParseTimestamp("2026-01-05T00:00:00Z")
)

// anyConsent draws a consent on either side of the cut-off, known or not.
func anyConsent(t *rapid.T, name string) Consent {
	return Consent{
		Given: Tri(rapid.IntRange(-1, 1).Draw(t, name)),
		On:    rapid.SampledFrom([]Timestamp{{}, oldDay, newDay, MustParseTimestamp("0001-01-01")}).Draw(t, name+" on"),
	}
}

func anyFacts(t *rapid.T) Facts {
	return Facts{
		Partner:  PartnerType(rapid.IntRange(0, 3).Draw(t, "partner")),
		Role:     Role(rapid.IntRange(0, 4).Draw(t, "role")),
		Customer: CustomerKind(rapid.IntRange(0, 2).Draw(t, "customer")),
		Acceptance: Acceptance{
			Partner: anyConsent(t, "attested"), Provider: anyConsent(t, "provider"), Other: anyConsent(t, "other"), Direct: anyConsent(t, "direct"),
		},
		Bought: Purchases{Offers: Tri(rapid.IntRange(-1, 1).Draw(t, "offers")), AzurePlan: No, Software: No, ReservedInstances: No},
		Now:    rapid.SampledFrom([]Timestamp{{}, closing, opened, On(day("2026-01-05")), MustParseTimestamp("0001-01-01T00:00:00")}).Draw(t, "now"),
	}
}

func anyPolicy(t *rapid.T) Policy {
	p := Baseline()
	if rapid.Bool().Draw(t, "in force") {
		p, _ = InForce(calendar.Date{})
		p.CutOffSparesDirect = rapid.Bool().Draw(t, "spares direct")
	}
	p.SeatChangeExempt = rapid.Bool().Draw(t, "seats exempt")
	p.ManualRenewalExempt = rapid.Bool().Draw(t, "renewals exempt")
	return p
}

// plainOrder is the rules AGR-40 to AGR-45 read a second time, for facts that
// are all known.
func plainOrder(p Policy, what Purchase, f Facts) (verdict Verdict, accepted bool) {
	inForce := !p.EnhancedFrom.IsZero() && f.Now.UTCDay().Compare(p.EnhancedFrom) >= 0
	counts := func(c Consent) bool {
		return c.Given == Yes && !(inForce && c.On.IsSet() && c.On.UTCDay().Before(day("2023-04-01")))
	}
	attestation := f.Acceptance.Partner
	if f.Partner == IndirectReseller {
		attestation = f.Acceptance.Provider
	}
	direct := counts(f.Acceptance.Direct) || p.CutOffSparesDirect && f.Acceptance.Direct.Given == Yes
	accepted = counts(attestation) || direct
	exempt := what == AutomaticRenewal || what == SeatChange && p.SeatChangeExempt || what == ManualRenewal && p.ManualRenewalExempt
	switch {
	case accepted || exempt:
		return Allowed, accepted
	case f.Customer == NewCustomer:
		return Blocked, accepted
	}
	return AttestFirst, accepted
}

// A gap is a fact that an order may lack, with the ways to fill it in.
type gap struct {
	fact Fact
	fill []func(*Purchase, *Facts)
}

func given(fact Fact, at func(*Facts) *Tri) gap {
	return gap{fact, []func(*Purchase, *Facts){
		func(_ *Purchase, f *Facts) { *at(f) = Yes }, func(_ *Purchase, f *Facts) { *at(f) = No },
	}}
}

func stamped(fact Fact, at func(*Facts) *Timestamp, values ...Timestamp) gap {
	g := gap{fact: fact}
	for _, value := range values {
		g.fill = append(g.fill, func(_ *Purchase, f *Facts) { *at(f) = value })
	}
	return g
}

// gaps returns those of an order.
func gaps(what Purchase, f Facts) []gap {
	var all []gap
	add := func(missing bool, g gap) {
		if missing {
			all = append(all, g)
		}
	}
	a := f.Acceptance
	add(f.Partner == PartnerTypeUnknown, gap{FactPartner, []func(*Purchase, *Facts){
		func(_ *Purchase, f *Facts) { f.Partner = DirectBill }, func(_ *Purchase, f *Facts) { f.Partner = IndirectReseller },
	}})
	add(f.Customer == CustomerKindUnknown, gap{FactCustomer, []func(*Purchase, *Facts){
		func(_ *Purchase, f *Facts) { f.Customer = NewCustomer }, func(_ *Purchase, f *Facts) { f.Customer = ExistingCustomer },
	}})
	add(what == PurchaseUnknown, gap{FactPurchase, []func(*Purchase, *Facts){
		func(p *Purchase, _ *Facts) { *p = NewPurchase }, func(p *Purchase, _ *Facts) { *p = AutomaticRenewal },
	}})
	add(a.Partner.Given == Unknown, given(FactAttested, func(f *Facts) *Tri { return &f.Acceptance.Partner.Given }))
	add(!a.Partner.On.IsSet(), stamped(FactAttestedOn, func(f *Facts) *Timestamp { return &f.Acceptance.Partner.On }, oldDay, newDay))
	add(a.Provider.Given == Unknown, given(FactProviderAttested, func(f *Facts) *Tri { return &f.Acceptance.Provider.Given }))
	add(!a.Provider.On.IsSet(), stamped(FactProviderOn, func(f *Facts) *Timestamp { return &f.Acceptance.Provider.On }, oldDay, newDay))
	add(a.Direct.Given == Unknown, given(FactDirect, func(f *Facts) *Tri { return &f.Acceptance.Direct.Given }))
	add(!f.Now.IsSet(), stamped(FactNow, func(f *Facts) *Timestamp { return &f.Now }, closing, opened))
	return all
}

// A verdict is known if and only if all ways to fill in what is missing agree;
// if they do not, exactly the facts are named that for some way to fill in the
// others decide alone. Blocked never comes with an acceptance.
func TestOrdersAreExact(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, f := anyPolicy(t), anyFacts(t)
		what := Purchase(rapid.IntRange(0, 4).Draw(t, "purchase"))
		got, err := p.MayOrder(what, f)
		if err != nil {
			t.Fatal(err)
		}
		open := gaps(what, f)
		verdicts, acceptances := make([]Verdict, 1<<len(open)), map[bool]bool{}
		for way := range verdicts {
			filled, g := what, f
			for i, gap := range open {
				gap.fill[way>>i&1](&filled, &g)
			}
			var accepted bool
			verdicts[way], accepted = plainOrder(p, filled, g)
			acceptances[accepted] = true
		}
		want, missing := verdicts[0], FactSet(0)
		for way, v := range verdicts {
			if v != want {
				want = Undetermined
			}
			for i, gap := range open {
				if v != verdicts[way^1<<i] {
					missing |= 1 << gap.fact
				}
			}
		}
		if got.Verdict != want || got.Missing != missing || got.Policy != p || got.Purchase != what {
			t.Errorf("%+v, want %v, missing %v", got, want, missing)
		}
		if len(acceptances) == 2 != (got.Accepted == Unknown) || len(acceptances) == 1 && got.Accepted != TriOf(acceptances[true]) {
			t.Errorf("%+v, the ways give %v", got, acceptances)
		}
		if got.Accepted != got.Partner.Or(got.Direct) || got.Verdict == Blocked && got.Accepted != No {
			t.Errorf("%+v", got)
		}
		if stops := got.Verdict == Blocked || got.Verdict == AttestFirst; stops != (got.Reason != 0) || stops && got.Reason.Remedy() == "" {
			t.Errorf("%+v", got)
		}
		var again Order
		if text, err := json.Marshal(got); err != nil || json.Unmarshal(text, &again) != nil || again != got {
			t.Errorf("%+v is read as %+v, %v", got, again, err)
		}
	})
}

func TestWhyAnOrderWaits(t *testing.T) {
	inForce, _ := InForce(calendar.Date{})
	neither := Acceptance{Partner: Consent{Given: No}, Provider: Consent{Given: No}, Direct: Consent{Given: No}}
	for _, test := range []struct {
		policy   Policy
		partner  PartnerType
		customer CustomerKind
		now      Timestamp
		want     Reason
	}{
		{Baseline(), DirectBill, ExistingCustomer, opened, NotAttested},
		{Baseline(), IndirectProvider, ExistingCustomer, Timestamp{}, NotAttested},
		{Baseline(), IndirectReseller, ExistingCustomer, opened, ProviderMustAttest},
		{Baseline(), PartnerTypeUnknown, ExistingCustomer, opened, NotAccepted},
		{Baseline(), DirectBill, NewCustomer, opened, NewCustomerNotAccepted},
		{inForce, DirectBill, ExistingCustomer, closing, NotAttested},
		{inForce, DirectBill, ExistingCustomer, opened, OldRoutesClosed},
		{inForce, IndirectReseller, ExistingCustomer, opened, OldRoutesClosed},
		{inForce, DirectBill, ExistingCustomer, Timestamp{}, NotAccepted},
		{inForce, DirectBill, NewCustomer, opened, NewCustomerNotAccepted},
	} {
		got, err := test.policy.MayOrder(NewPurchase, Facts{Partner: test.partner, Customer: test.customer, Now: test.now, Acceptance: neither})
		if err != nil || got.Reason != test.want {
			t.Errorf("%v, %v, %v under %v: %v, %v, want %v", test.partner, test.customer, test.now, test.policy, got.Reason, err, test.want)
		}
	}
}

// Acceptance is Kleene's or of the two routes, of which the partner's is that of
// the provider for a reseller; how old it is, and other partners, play no part.
func TestConfirmIsOr(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, f := anyPolicy(t), anyFacts(t)
		got, err := p.Confirm(f)
		if err != nil {
			t.Fatal(err)
		}
		a := f.Acceptance
		want := a.Partner.Given
		switch {
		case f.Partner == IndirectReseller:
			want = a.Provider.Given
		case f.Partner == PartnerTypeUnknown && a.Partner.Given != a.Provider.Given:
			want = Unknown
		}
		if got != (Confirmation{Accepted: want.Or(a.Direct.Given), Partner: want, Direct: a.Direct.Given, Policy: p}) {
			t.Errorf("%+v, want %v", got, want)
		}
		other := f
		other.Acceptance.Other, other.Now, other.Customer = anyConsent(t, "another other"), Timestamp{}, CustomerKindUnknown
		if again, _ := p.Confirm(other); again != got {
			t.Errorf("%+v became %+v", got, again)
		}
	})
}

func TestSovereignCloudsAreNotApplicable(t *testing.T) {
	for cloud, applies := range map[Cloud]bool{CloudNotGiven: true, PublicCloud: true, Cloud21Vianet: false, CloudUSGovernment: false} {
		f := Facts{Cloud: cloud, Customer: NewCustomer, Partner: DirectBill, Role: AdminAgent, Acceptance: Acceptance{Direct: Consent{Given: Yes}}}
		order, err1 := MayOrder(NewPurchase, f)
		confirmed, err2 := Confirm(f)
		report, err3 := Check(Attestation{}, Submission{}, f)
		invited, err4 := CheckInvitation(Invitation{Route: InviteExistingCustomer}, f)
		direct, err5 := MayAcceptDirectly(f)
		notice, err6 := Notify(Event{Kind: EventAttested}, f)
		course, err7 := Plan(ByAttestation, Attestation{}, Form{}, f)
		if err := errors.Join(err1, err2, err3, err4, err5, err6, err7); err != nil {
			t.Fatal(err)
		}
		for _, not := range []bool{
			order.Verdict == NotApplicable, confirmed.NotApplicable, report.Verdict == NotApplicable, invited.Verdict == NotApplicable,
			direct.Verdict == NotApplicable, notice.NotApplicable, course.Route == RouteNotApplicable,
		} {
			if not == applies {
				t.Errorf("in cloud %v: %v, %+v, %v, %v, %v, %+v, %v", cloud, order, confirmed, report, invited, direct, notice, course)
			}
		}
		if !applies && (order.Accepted != Unknown || confirmed.Accepted != Unknown || report.Found|report.Unknown != 0 || notice.Sent != Unknown || course.Needs != 0) {
			t.Errorf("in cloud %v something is claimed", cloud)
		}
	}
}

// Which attestation counts does not depend on the order of the list, ties
// apart; it is one of the type, and none of the type is later.
func TestLatest(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		dates := []Timestamp{{}, MustParseTimestamp("0001-05-01"), oldDay, newDay, MustParseTimestamp("2023-04-01T02:00:00+02:00"), On(day("2023-04-01"))}
		list := rapid.SliceOfN(rapid.Custom(func(t *rapid.T) Attestation {
			return Attestation{
				Date:     rapid.SampledFrom(dates).Draw(t, "date"),
				Type:     rapid.SampledFrom([]Type{CustomerAgreement, CloudAgreement, "", "Other"}).Draw(t, "type"),
				Template: rapid.SampledFrom([]TemplateID{"", "other", CustomerAgreementTemplate, CloudAgreementTemplate}).Draw(t, "template"),
			}
		}), 0, 6).Draw(t, "list")
		of := rapid.SampledFrom([]Type{CustomerAgreement, CloudAgreement, "Other", ""}).Draw(t, "of")
		typeOf := func(a Attestation) Type {
			if a.Type != "" {
				return a.Type
			}
			return map[TemplateID]Type{CustomerAgreementTemplate: CustomerAgreement, CloudAgreementTemplate: CloudAgreement}[a.Template]
		}
		rank := func(a Attestation) int64 {
			if instant := a.Date.UTC(); a.Date.IsSet() {
				when, _ := instant.Instant()
				return when.UnixNano()
			}
			return -1 << 62
		}
		want := -1
		for i, a := range list {
			if typeOf(a) == of && (want < 0 || rank(a) >= rank(list[want])) {
				want = i
			}
		}
		got := Latest(list, of)
		if got != want {
			t.Fatalf("%d, want %d", got, want)
		}
		if Attested(nil) != (Consent{}) || Attested([]Attestation{}) != (Consent{Given: No}) {
			t.Error("no list and an empty one are the same")
		}
		shuffled := rapid.Permutation(list).Draw(t, "shuffled")
		if i := Latest(shuffled, of); (i < 0) != (got < 0) || i >= 0 && rank(shuffled[i]) != rank(list[got]) {
			t.Errorf("in another order %d counts", i)
		}
		consent := Attested(list)
		mca, open := Latest(list, CustomerAgreement), false
		for _, a := range list {
			open = open || typeOf(a) != CustomerAgreement && typeOf(a) != CloudAgreement
		}
		switch {
		case list == nil && consent != Consent{},
			mca >= 0 && consent != Consent{Given: Yes, On: list[mca].Date},
			mca < 0 && open && consent != Consent{},
			list != nil && mca < 0 && !open && consent != Consent{Given: No}:
			t.Errorf("attested: %+v", consent)
		}
	})
}

func TestFactsAreValidated(t *testing.T) {
	for name, spoil := range map[string]func(*Facts){
		"facts.cloud":                     func(f *Facts) { f.Cloud = CloudUSGovernment + 1 },
		"facts.partner":                   func(f *Facts) { f.Partner = IndirectReseller + 1 },
		"facts.role":                      func(f *Facts) { f.Role = OtherRole + 1 },
		"facts.customer":                  func(f *Facts) { f.Customer = ExistingCustomer + 1 },
		"facts.acceptance.partner.given":  func(f *Facts) { f.Acceptance.Partner.Given = 2 },
		"facts.acceptance.provider.given": func(f *Facts) { f.Acceptance.Provider.Given = -2 },
		"facts.acceptance.other.given":    func(f *Facts) { f.Acceptance.Other.Given = 2 },
		"facts.acceptance.direct.given":   func(f *Facts) { f.Acceptance.Direct.Given = 2 },
		"facts.bought.offers":             func(f *Facts) { f.Bought.Offers = 2 },
		"facts.bought.software":           func(f *Facts) { f.Bought.Software = 2 },
		"facts.bought.reservedInstances":  func(f *Facts) { f.Bought.ReservedInstances = 2 },
		"facts.bought.azurePlan":          func(f *Facts) { f.Bought.AzurePlan = 2 },
	} {
		var f Facts
		spoil(&f)
		_, e1 := MayOrder(NewPurchase, f)
		_, e2 := Confirm(f)
		_, e3 := Check(Attestation{}, Submission{}, f)
		_, e4 := CheckInvitation(Invitation{Route: InviteNewCustomer}, f)
		_, e5 := MayAcceptDirectly(f)
		_, e6 := Notify(Event{}, f)
		_, e7 := Plan(ByOrder, Attestation{}, Form{}, f)
		for _, err := range []error{f.Validate(), e1, e2, e3, e4, e5, e6, e7} {
			var bad *calendar.InputError
			if !errors.As(err, &bad) || bad.Name != name || bad.Reason == "" {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
	var bad *calendar.InputError
	if got, err := MayOrder(AutomaticRenewal+1, Facts{}); !errors.As(err, &bad) || bad.Name != "purchase" || got != (Order{}) {
		t.Errorf("%v, %v", got, err)
	}
	if err := (Facts{}).Validate(); err != nil {
		t.Error(err)
	}
}
