package agreement_test

import (
	"time"

	"pgregory.net/rapid"

	"github.com/partnerrules/partnerrules"
	. "github.com/partnerrules/partnerrules/agreement"
	"github.com/partnerrules/partnerrules/calendar"
)

var day = calendar.MustParseDate

var (
	oldDay, newDay  = MustParseTimestamp("2023-03-31T23:59:59.9Z"), MustParseTimestamp("2023-04-01T00:00:00Z")
	closing, opened = MustParseTimestamp("2026-01-04T23:59:59Z"), MustParseTimestamp("2026-01-05T00:00:00Z")
)

var noon = MustParseTimestamp("2026-01-07T12:00:00Z")

// A trial holds the arguments of Check.
type trial struct {
	p Policy
	a Attestation
	s Submission
	f Facts
}

func (c trial) check(t interface{ Fatal(...any) }) Report {
	r, err := c.p.Check(c.a, c.s, c.f)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// good returns a trial without faults and without missing facts. The route is a flow
// of Partner Center or zero. The policy uses the channel.
func good(route Route) trial {
	p, _ := InForce(calendar.Date{})
	return trial{
		p: p,
		a: Attestation{
			Contact:  Contact{"Ada", "Quist", "ada.quist@northlight.example", "555 0142"},
			Template: CustomerAgreementTemplate, Date: DateTimestamp(noon.Day()), Type: CustomerAgreement,
		},
		s: Submission{Route: route, Channel: EnhancedAPI, PartnerDomain: "reseller.example", Stored: []Attestation{}, Form: Form{Yes, Yes, Yes, Yes, Yes}},
		f: Facts{Partner: DirectBill, Role: AdminAgent, Now: noon},
	}
}

var flows = []Route{RouteUndetermined, AttestNewCustomer, AttestExistingCustomer, AttestAtOrderPrompt}

const otherTemplate = TemplateID("00000000-0000-0000-0000-000000000001")

// anyInstant draws instants of the years 2 to 9998, so that they are in the valid
// range in every zone.
func anyInstant() *rapid.Generator[time.Time] {
	return rapid.Custom(func(t *rapid.T) time.Time {
		first := time.Date(2, 1, 2, 0, 0, 0, 0, time.UTC).Unix()
		last := time.Date(9998, 12, 30, 0, 0, 0, 0, time.UTC).Unix()
		seconds := rapid.OneOf(rapid.Int64Range(first, last), rapid.Int64Range(1_500_000_000, 1_800_000_000)).Draw(t, "seconds")
		nanos := rapid.OneOf(rapid.Int64Range(0, 999_999_999), rapid.SampledFrom([]int64{0, 100_000_000, 1_000_000, 100, 1, 999_999_999})).Draw(t, "nanos")
		return time.Unix(seconds, nanos).UTC()
	})
}

// anyWritten draws the text of an instant, with or without a zone, and with any number
// of fractional digits.
func anyWritten() *rapid.Generator[string] {
	return rapid.Custom(func(t *rapid.T) string {
		instant := anyInstant().Draw(t, "instant")
		layout := "2006-01-02T15:04:05" + rapid.SampledFrom([]string{"", ".0", ".000", ".0000000", ".000000000"}).Draw(t, "digits")
		switch rapid.IntRange(0, 2).Draw(t, "zone") {
		case 0:
			return instant.Format(layout)
		case 1:
			return instant.Format(layout) + "Z"
		}
		zone := time.FixedZone("", 60*rapid.IntRange(-23*60-59, 23*60+59).Draw(t, "offset"))
		return instant.In(zone).Format(layout + "-07:00")
	})
}

// anyBody draws attestations that a body can hold.
func anyBody() *rapid.Generator[Attestation] {
	return rapid.Custom(func(t *rapid.T) Attestation {
		a := Attestation{
			Contact: Contact{
				rapid.String().Draw(t, "first name"), rapid.String().Draw(t, "last name"),
				rapid.String().Draw(t, "email"), rapid.String().Draw(t, "phone"),
			},
			Template: rapid.OneOf(rapid.SampledFrom([]TemplateID{"", CustomerAgreementTemplate, CloudAgreementTemplate}), rapid.Map(rapid.String(), asTemplate)).Draw(t, "template"),
			Type:     rapid.OneOf(rapid.SampledFrom([]Type{"", CustomerAgreement, CloudAgreement}), rapid.Map(rapid.String(), asType)).Draw(t, "type"),
			UserID:   rapid.String().Draw(t, "user"),
			Link:     rapid.String().Draw(t, "link"),
		}
		if rapid.Bool().Draw(t, "dated") {
			a.Date = MustParseTimestamp(anyWritten().Draw(t, "date"))
		}
		return a
	})
}

func asTemplate(s string) TemplateID { return TemplateID(s) }
func asType(s string) Type           { return Type(s) }

// anyConsent draws a consent before or after the cut-off, or with unknown parts.
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
		Now:    rapid.SampledFrom([]Timestamp{{}, closing, opened, DateTimestamp(day("2026-01-05")), MustParseTimestamp("0001-01-01T00:00:00")}).Draw(t, "now"),
	}
}

// purchases returns the valid values of Policy.AcceptanceFor.
func purchases() []partnerrules.Set[Purchase] {
	return []partnerrules.Set[Purchase]{
		partnerrules.SetOf(NewPurchase), partnerrules.SetOf(NewPurchase, SeatChange),
		partnerrules.SetOf(NewPurchase, ManualRenewal), partnerrules.SetOf(NewPurchase, SeatChange, ManualRenewal),
	}
}

func anyPolicy(t *rapid.T) Policy {
	p := Baseline()
	if rapid.Bool().Draw(t, "in force") {
		p, _ = InForce(calendar.Date{})
		p.CutOffSparesDirect = rapid.Bool().Draw(t, "spares direct")
	}
	p.AcceptanceFor = rapid.SampledFrom(purchases()).Draw(t, "acceptance for")
	return p
}

// A gap is an unknown fact of an order, with the ways to set it.
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

// gaps returns the unknown facts of an order.
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
