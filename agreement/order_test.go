package agreement_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/partnerrules/partnerrules"
	. "github.com/partnerrules/partnerrules/agreement"
	"github.com/partnerrules/partnerrules/calendar"
)

// plainOrder is a second implementation of AGR-40 to AGR-47, for known facts only.
func plainOrder(p Policy, kind OrderKind, f Facts) (verdict OrderVerdict, accepted bool) {
	from := func(first calendar.Date) bool { return !first.IsZero() && f.Now.UTCDay().Compare(first) >= 0 }
	given := func(c Consent) bool { return c.Given == Yes || c.Given == Unknown && c.On.IsSet() }
	counts := func(c Consent) bool {
		return given(c) && !(from(p.CutOffFrom) && c.On.IsSet() && c.On.UTCDay().Before(p.CutOff))
	}
	attestation := f.Acceptance.Partner
	if f.Partner == IndirectReseller {
		attestation = f.Acceptance.Provider
	}
	direct := counts(f.Acceptance.Direct) || p.CutOffSparesDirect && given(f.Acceptance.Direct)
	accepted = counts(attestation) || direct
	reviewed := from(p.ReviewFrom) && f.UnderReview == Yes
	switch {
	case reviewed && (kind == NewPurchase || kind == SeatIncrease || kind == Upgrade):
		return Blocked, accepted
	case p.AcceptanceFor.Has(kind) && !accepted && f.Customer == NewCustomer:
		return Blocked, accepted
	case p.AcceptanceFor.Has(kind) && !accepted:
		return AttestFirst, accepted
	case reviewed && kind == TermChange:
		return OrderUndetermined, accepted
	}
	return Allowed, accepted
}

// plainVerdict is a second implementation of the verdict for unknown facts: the harder
// of the verdicts without a review and with any acceptance. For an unknown kind it is the
// verdict that all kinds share.
func plainVerdict(p Policy, kind OrderKind, f Facts) OrderVerdict {
	if kind == OrderKindUnknown {
		var all []OrderVerdict
		for _, k := range orderKinds() {
			all = append(all, plainVerdict(p, k, f))
		}
		return common(all, OrderUndetermined)
	}
	verdict := func(f Facts) OrderVerdict {
		answers, _ := complete(gaps(kind, f), kind, f, func(k OrderKind, f Facts) OrderVerdict {
			v, _ := plainOrder(p, k, f)
			return v
		})
		return common(answers, OrderUndetermined)
	}
	unreviewed, accepted := f, f
	unreviewed.UnderReview = No
	accepted.Acceptance.Direct = Consent{Given: Yes, On: newDay}
	hardness := []OrderVerdict{Allowed, OrderUndetermined, AttestFirst, Blocked}
	return hardness[max(slices.Index(hardness, verdict(unreviewed)), slices.Index(hardness, verdict(accepted)))]
}

// plainReasons is a second implementation of the reasons of an order.
func plainReasons(p Policy, kind OrderKind, f Facts, accepted Tri) partnerrules.Set[Reason] {
	begun := func(first calendar.Date) Tri {
		switch {
		case first.IsZero():
			return No
		case !f.Now.IsSet():
			return Unknown
		}
		return partnerrules.TriFromBool(!f.Now.UTCDay().Before(first))
	}
	var set partnerrules.Set[Reason]
	if p.AcceptanceFor.Has(kind) && accepted == No && f.Customer != CustomerKindUnknown {
		closed := begun(p.PortalClosedFrom)
		existing, newCustomer := NotAccepted, NewCustomerNotAccepted
		switch {
		case f.Partner == IndirectReseller:
			existing, newCustomer = ProviderMustAttest, NewCustomerProviderMustAttest
		case closed == Yes:
			existing, newCustomer = OldRoutesClosed, NewCustomerOldRoutesClosed
		case closed == No && f.Partner != PartnerTypeUnknown:
			existing, newCustomer = NotAttested, NewCustomerNotAttested
		}
		set = partnerrules.SetOf(map[CustomerKind]Reason{ExistingCustomer: existing, NewCustomer: newCustomer}[f.Customer])
	}
	if begun(p.ReviewFrom) == Yes && f.UnderReview == Yes {
		switch kind {
		case NewPurchase, SeatIncrease, Upgrade:
			set |= partnerrules.SetOf(UnderReview)
		case TermChange:
			set |= partnerrules.SetOf(ReviewMayStop)
		}
	}
	return set
}

// A verdict agrees with a second implementation. If it is undetermined, Missing holds
// exactly the facts that decide alone for some values of the others.
func TestCheckOrder_Exact(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, f := anyPolicy(t), anyFacts(t)
		kind := OrderKind(rapid.IntRange(0, int(Cancellation)).Draw(t, "kind"))
		got, err := p.CheckOrder(kind, f)
		if err != nil {
			t.Fatal(err)
		}
		accepted := map[bool]bool{}
		_, missing := complete(gaps(kind, f), kind, f, func(k OrderKind, f Facts) OrderVerdict {
			v, a := plainOrder(p, k, f)
			accepted[a] = true
			return v
		})
		want := plainVerdict(p, kind, f)
		if want != OrderUndetermined {
			missing = 0
		}
		if got.Verdict != want || got.Missing != missing || got.Policy != p || got.Kind != kind {
			t.Errorf("%+v with %+v, want %v, missing %v", got, f, want, missing)
		}
		if len(accepted) == 2 != (got.Accepted == Unknown) || len(accepted) == 1 && got.Accepted != partnerrules.TriFromBool(accepted[true]) {
			t.Errorf("%+v, want acceptances %v", got, accepted)
		}
		if got.Accepted != got.Partner.Or(got.Direct) {
			t.Errorf("%+v", got)
		}
		if reasons := plainReasons(p, kind, f, got.Accepted); got.Reasons != reasons {
			t.Errorf("%+v with %+v, want reasons %v", got, f, reasons)
		}
		var again OrderDecision
		if text, err := json.Marshal(got); err != nil || json.Unmarshal(text, &again) != nil || again != got {
			t.Errorf("%+v unmarshals to %+v, %v", got, again, err)
		}
	})
}

// If reviews stop orders before old acceptances no longer count, the date of the
// attestation of a customer under review never decides.
func TestCheckOrder_MissingMoment(t *testing.T) {
	p := Baseline()
	p.CutOffFrom, p.CutOff = day("2025-10-07"), day("2023-04-01")
	f := Facts{Partner: DirectBill, Customer: ExistingCustomer, UnderReview: Yes, Acceptance: Acceptance{Partner: Consent{Given: Yes}, Direct: Consent{Given: No}}}
	for _, test := range []struct {
		review string
		want   partnerrules.Set[Fact]
	}{{"2025-10-01", partnerrules.SetOf(FactNow)}, {"2026-01-01", partnerrules.SetOf(FactNow, FactAttestedOn)}} {
		p.ReviewFrom = day(test.review)
		if got, err := p.CheckOrder(NewPurchase, f); err != nil || got.Verdict != OrderUndetermined || got.Missing != test.want {
			t.Errorf("reviews from %s: %+v, %v, want missing %v", test.review, got, err, test.want)
		}
	}
}

// A review may stop a change of term that is not stopped already. So it matters only if
// there is a day with reviews on which an old attestation still counts.
func TestCheckOrder_MissingReviewOfTermChange(t *testing.T) {
	p := Baseline()
	p.CutOffFrom, p.CutOff = day("2025-10-07"), day("2023-04-01")
	f := Facts{Partner: DirectBill, Customer: ExistingCustomer, Acceptance: Acceptance{
		Partner: Consent{Given: Yes, On: MustParseTimestamp("2021-05-04")}, Direct: Consent{Given: No},
	}}
	for _, test := range []struct {
		review string
		want   partnerrules.Set[Fact]
	}{
		{"2026-01-01", partnerrules.SetOf(FactNow)},
		{"2025-10-07", partnerrules.SetOf(FactNow)},
		{"2025-10-06", partnerrules.SetOf(FactNow, FactReview)},
	} {
		p.ReviewFrom = day(test.review)
		if got, err := p.CheckOrder(TermChange, f); err != nil || got.Missing != test.want {
			t.Errorf("reviews from %s: %+v, %v, want missing %v", test.review, got, err, test.want)
		}
	}
}

// With a direct acceptance that counts, only the review is missing. It counts if it is
// recent, or if the cut-off spares direct acceptances.
func TestCheckOrder_MissingReview(t *testing.T) {
	recent, _ := InForce(calendar.Date{})
	spared := recent
	spared.CutOffSparesDirect = true
	for _, test := range []struct {
		policy Policy
		on     string
	}{{recent, "2025-06-01"}, {recent, "2023-04-01"}, {spared, "2021-06-01"}} {
		f := Facts{Customer: ExistingCustomer, Now: MustParseTimestamp("2026-01-15"), Acceptance: Acceptance{Direct: Consent{Given: Yes, On: MustParseTimestamp(test.on)}}}
		got, err := test.policy.CheckOrder(NewPurchase, f)
		if err != nil || got.Verdict != OrderUndetermined || got.Missing != partnerrules.SetOf(FactReview) {
			t.Errorf("accepted directly on %s: %+v, %v", test.on, got, err)
		}
	}
}

// An order that lacks an acceptance carries the plan that MakePlan returns. Any other
// order carries none.
func TestCheckOrder_Plan(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, f := anyPolicy(t), anyFacts(t)
		kind := OrderKind(rapid.IntRange(0, int(Cancellation)).Draw(t, "kind"))
		got, err := p.CheckOrder(kind, f)
		if err != nil {
			t.Fatal(err)
		}
		lacks := got.Reasons&^partnerrules.SetOf(UnderReview, ReviewMayStop) != 0
		plan, err := p.MakePlan(ByOrder, Attestation{}, Submission{}, f)
		if err != nil || lacks && got.Plan != plan.Plan || !lacks && got.Plan != (Plan{}) {
			t.Errorf("%+v, %v, want the plan %+v", got, err, plan.Plan)
		}
	})
}

// The reason why an order waits depends on the partner, the customer and the day. After
// the portal is closed no remedy mentions the prompt.
func TestCheckOrder_Reason(t *testing.T) {
	inForce, _ := InForce(calendar.Date{})
	neither := Acceptance{Partner: Consent{Given: No}, Provider: Consent{Given: No}, Direct: Consent{Given: No}}
	for _, test := range []struct {
		policy      Policy
		partner     PartnerType
		now         Timestamp
		existing    Reason
		newCustomer Reason
	}{
		{Baseline(), DirectBill, opened, NotAttested, NewCustomerNotAttested},
		{Baseline(), IndirectProvider, Timestamp{}, NotAttested, NewCustomerNotAttested},
		{Baseline(), IndirectReseller, opened, ProviderMustAttest, NewCustomerProviderMustAttest},
		{Baseline(), PartnerTypeUnknown, opened, NotAccepted, NewCustomerNotAccepted},
		{inForce, DirectBill, closing, NotAttested, NewCustomerNotAttested},
		{inForce, DirectBill, opened, OldRoutesClosed, NewCustomerOldRoutesClosed},
		{inForce, PartnerTypeUnknown, opened, OldRoutesClosed, NewCustomerOldRoutesClosed},
		{inForce, IndirectReseller, opened, ProviderMustAttest, NewCustomerProviderMustAttest},
		{inForce, IndirectReseller, Timestamp{}, ProviderMustAttest, NewCustomerProviderMustAttest},
		{inForce, DirectBill, Timestamp{}, NotAccepted, NewCustomerNotAccepted},
	} {
		for customer, want := range map[CustomerKind]Reason{ExistingCustomer: test.existing, NewCustomer: test.newCustomer} {
			f := Facts{Partner: test.partner, Customer: customer, Now: test.now, Acceptance: neither, UnderReview: No}
			got, err := test.policy.CheckOrder(NewPurchase, f)
			if err != nil || got.Reasons != partnerrules.SetOf(want) {
				t.Errorf("%v, %v, %v under %v: %v, %v, want %v", test.partner, customer, test.now, test.policy, got.Reasons, err, want)
			}
		}
	}
	for _, r := range []Reason{OldRoutesClosed, NewCustomerOldRoutesClosed, ProviderMustAttest, NewCustomerProviderMustAttest} {
		if strings.Contains(r.Remedy(), "prompt") {
			t.Errorf("the remedy of %v mentions the prompt", r)
		}
	}
}

// The table of AGR-41 and AGR-47: which kinds are purchases, and which a review stops.
func TestCheckOrder_Kinds(t *testing.T) {
	f := Facts{Partner: DirectBill, Customer: ExistingCustomer, Now: DateTimestamp(day("2026-01-15"))}
	reviewed := f
	f.Acceptance = Acceptance{Partner: Consent{Given: No}, Direct: Consent{Given: No}}
	f.UnderReview = No
	reviewed.Acceptance, reviewed.UnderReview = Acceptance{Direct: Consent{Given: Yes}}, Yes
	for kind, want := range map[OrderKind][2]OrderVerdict{
		NewPurchase:      {AttestFirst, Blocked},
		SeatIncrease:     {AttestFirst, Blocked},
		SeatDecrease:     {Allowed, Allowed},
		Upgrade:          {AttestFirst, Blocked},
		TermChange:       {AttestFirst, OrderUndetermined},
		ManualRenewal:    {AttestFirst, Allowed},
		AutomaticRenewal: {Allowed, Allowed},
		Cancellation:     {Allowed, Allowed},
	} {
		for i, facts := range []Facts{f, reviewed} {
			if got, err := CheckOrder(kind, facts); err != nil || got.Verdict != want[i] || got.Missing != 0 {
				t.Errorf("%v with %+v: %+v, %v, want %v", kind, facts, got, err, want[i])
			}
		}
	}
}

// Accepted is the Kleene disjunction of the two routes. For a reseller, the attestation
// by its provider counts. An acceptance with a date is given. Other partners are
// ignored.
func TestCheckAcceptance(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := anyFacts(t)
		got, err := CheckAcceptance(f)
		if err != nil {
			t.Fatal(err)
		}
		given := func(c Consent) Tri {
			if c.Given == Unknown && c.On.IsSet() {
				return Yes
			}
			return c.Given
		}
		partner, provider, direct := given(f.Acceptance.Partner), given(f.Acceptance.Provider), given(f.Acceptance.Direct)
		want := partner
		switch {
		case f.Partner == IndirectReseller:
			want = provider
		case f.Partner == PartnerTypeUnknown && partner != provider:
			want = Unknown
		}
		if got.Accepted != want.Or(direct) || got.Partner != want || got.Direct != direct || got.NotApplicable {
			t.Errorf("%+v, want %v", got, want)
		}
		other := f
		other.Acceptance.Other, other.Customer = anyConsent(t, "another other"), CustomerKindUnknown
		if again, _ := CheckAcceptance(other); again != got {
			t.Errorf("%+v became %+v", got, again)
		}
	})
}

// A date alone answers as a date with a stated acceptance does, in every route.
func TestConsent_DateIsGiven(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, f := anyPolicy(t), anyFacts(t)
		stated := f
		for _, c := range []*Consent{&stated.Acceptance.Partner, &stated.Acceptance.Provider, &stated.Acceptance.Other, &stated.Acceptance.Direct} {
			if c.On.IsSet() {
				c.Given = Yes
			}
		}
		kind := rapid.SampledFrom(append(orderKinds(), OrderKindUnknown)).Draw(t, "kind")
		order, err := p.CheckOrder(kind, f)
		statedOrder, errStated := p.CheckOrder(kind, stated)
		if err != nil || errStated != nil || order != statedOrder {
			t.Errorf("%+v, %v, want %+v, %v", order, err, statedOrder, errStated)
		}
		answer, err := p.CheckAcceptance(f)
		statedAnswer, errStated := p.CheckAcceptance(stated)
		if err != nil || errStated != nil || answer != statedAnswer {
			t.Errorf("%+v, %v, want %+v, %v", answer, err, statedAnswer, errStated)
		}
	})
}

// If the acceptance has a date, no verdict depends on whether it is given. A placeholder
// date is not set.
func TestConsent_DateIsNotMissing(t *testing.T) {
	for _, test := range []struct {
		on      string
		missing partnerrules.Set[Fact]
	}{
		{"2024-05-10", 0},
		{"1900-01-01", partnerrules.SetOf(FactAttested, FactAttestedOn)},
		{"", partnerrules.SetOf(FactAttested, FactAttestedOn)},
	} {
		f := Facts{Partner: DirectBill, Customer: ExistingCustomer, UnderReview: No, Now: opened, Acceptance: Acceptance{Direct: Consent{Given: No}}}
		if test.on != "" {
			f.Acceptance.Partner.On = MustParseTimestamp(test.on)
		}
		got, err := CheckOrder(NewPurchase, f)
		if err != nil || got.Missing != test.missing || (got.Verdict == Allowed) != (test.missing == 0) {
			t.Errorf("with the date %q: %v, missing %v, %v", test.on, got.Verdict, got.Missing, err)
		}
	}
}

func TestParseDirectStatus(t *testing.T) {
	for text, want := range map[string]Tri{"Provided": Yes, "Not provided": No, "provided": Yes, "NOT PROVIDED": No, "Not  provided": Unknown, "Notprovided": Unknown, "": Unknown, " Provided": Unknown} {
		if got := ParseDirectStatus(text); got != want {
			t.Errorf("ParseDirectStatus(%q) = %v, want %v", text, got, want)
		}
	}
}
