package agreement_test

import (
	"encoding/json"
	"testing"

	"pgregory.net/rapid"

	"github.com/partnerrules/partnerrules"
	. "github.com/partnerrules/partnerrules/agreement"
	"github.com/partnerrules/partnerrules/calendar"
)

// plainOrder is a second implementation of AGR-40 to AGR-45, for known facts only.
func plainOrder(p Policy, what Purchase, f Facts) (verdict OrderVerdict, accepted bool) {
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
	exempt := what == AutomaticRenewal || what == SeatChange && !p.AcceptanceFor.Has(SeatChange) ||
		what == ManualRenewal && !p.AcceptanceFor.Has(ManualRenewal)
	switch {
	case accepted || exempt:
		return Allowed, accepted
	case f.Customer == NewCustomer:
		return Blocked, accepted
	}
	return AttestFirst, accepted
}

// A verdict is known if and only if all values of the unknown facts lead to it.
// Otherwise Missing holds exactly the facts that decide alone for some values of the
// others. An order with an acceptance is never blocked.
func TestCheckOrder_Exact(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, f := anyPolicy(t), anyFacts(t)
		what := Purchase(rapid.IntRange(0, 4).Draw(t, "purchase"))
		got, err := p.CheckOrder(what, f)
		if err != nil {
			t.Fatal(err)
		}
		open := gaps(what, f)
		verdicts, acceptances := make([]OrderVerdict, 1<<len(open)), map[bool]bool{}
		for way := range verdicts {
			filled, g := what, f
			for i, gap := range open {
				gap.fill[way>>i&1](&filled, &g)
			}
			var accepted bool
			verdicts[way], accepted = plainOrder(p, filled, g)
			acceptances[accepted] = true
		}
		want, missing := verdicts[0], partnerrules.Set[Fact](0)
		for way, v := range verdicts {
			if v != want {
				want = OrderUndetermined
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
		if len(acceptances) == 2 != (got.Accepted == Unknown) || len(acceptances) == 1 && got.Accepted != partnerrules.TriFromBool(acceptances[true]) {
			t.Errorf("%+v, want acceptances %v", got, acceptances)
		}
		if got.Accepted != got.Partner.Or(got.Direct) || got.Verdict == Blocked && got.Accepted != No {
			t.Errorf("%+v", got)
		}
		if stops := got.Verdict == Blocked || got.Verdict == AttestFirst; stops != (got.Reason != 0) || stops && got.Reason.Remedy() == "" {
			t.Errorf("%+v", got)
		}
		var again OrderDecision
		if text, err := json.Marshal(got); err != nil || json.Unmarshal(text, &again) != nil || again != got {
			t.Errorf("%+v unmarshals to %+v, %v", got, again, err)
		}
	})
}

// The reason why an order waits depends on the partner, the customer and the day.
func TestCheckOrder_Reason(t *testing.T) {
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
		got, err := test.policy.CheckOrder(NewPurchase, Facts{Partner: test.partner, Customer: test.customer, Now: test.now, Acceptance: neither})
		if err != nil || got.Reason != test.want {
			t.Errorf("%v, %v, %v under %v: %v, %v, want %v", test.partner, test.customer, test.now, test.policy, got.Reason, err, test.want)
		}
	}
}

// Accepted is the Kleene disjunction of the two routes. For a reseller, the attestation
// by its provider counts. Dates and other partners are ignored.
func TestCheckAcceptance(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		f := anyFacts(t)
		got, err := CheckAcceptance(f)
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
		if got != (Confirmation{Accepted: want.Or(a.Direct.Given), Partner: want, Direct: a.Direct.Given}) {
			t.Errorf("%+v, want %v", got, want)
		}
		other := f
		other.Acceptance.Other, other.Now, other.Customer = anyConsent(t, "another other"), Timestamp{}, CustomerKindUnknown
		if again, _ := CheckAcceptance(other); again != got {
			t.Errorf("%+v became %+v", got, again)
		}
	})
}

func TestParseDirectStatus(t *testing.T) {
	for text, want := range map[string]Tri{"Provided": Yes, "Not provided": No, "provided": Unknown, "Not Provided": Unknown, "": Unknown, " Provided": Unknown} {
		if got := ParseDirectStatus(text); got != want {
			t.Errorf("ParseDirectStatus(%q) = %v, want %v", text, got, want)
		}
	}
}
