package agreement_test

import (
	"slices"
	"strings"
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

// noon is in the time in which the cut-off applies and the portal is still open.
var noon = MustParseTimestamp("2025-12-10T12:00:00Z")

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
// of Partner Center or zero. The old API is the channel, because it has most rules.
func good(route Route) trial {
	p, _ := InForce(calendar.Date{})
	return trial{
		p: p,
		a: Attestation{
			Contact:  Contact{"Ada", "Quist", "ada.quist@northlight.example", "555 0142"},
			Template: CustomerAgreementTemplate, Date: DateTimestamp(noon.Day()), Type: CustomerAgreement,
		},
		s: Submission{Route: route, PartnerDomain: "reseller.example", Stored: []Attestation{}, Form: Form{Yes, Yes, Yes, Yes, Yes, Yes}},
		f: Facts{Partner: DirectBill, Role: AdminAgent, Channel: API, Now: noon},
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
	c := Consent{
		Given: Tri(rapid.IntRange(-1, 1).Draw(t, name)),
		On:    rapid.SampledFrom([]Timestamp{{}, oldDay, newDay, MustParseTimestamp("0001-01-01")}).Draw(t, name+" on"),
	}
	if c.Given == No {
		c.On = Timestamp{}
	}
	return c
}

// firstDays holds the first days of changes under the policies of anyPolicy, and a day
// before them.
var firstDays = []calendar.Date{day("2025-09-01"), day("2025-10-01"), day("2025-10-07"), day("2026-01-01"), day("2026-01-05")}

func anyNow(t *rapid.T) Timestamp {
	now := rapid.SampledFrom([]Timestamp{
		{}, closing, opened, DateTimestamp(day("2026-01-05")), MustParseTimestamp("0001-01-01T00:00:00"), MustParseTimestamp("2025-10-06T23:59:59Z"),
	})
	return rapid.OneOf(now, rapid.Map(rapid.SampledFrom(firstDays), DateTimestamp)).Draw(t, "now")
}

func anyFacts(t *rapid.T) Facts {
	return Facts{
		Partner:  PartnerType(rapid.IntRange(0, 3).Draw(t, "partner")),
		Role:     Role(rapid.IntRange(0, 4).Draw(t, "role")),
		Channel:  Channel(rapid.IntRange(0, 3).Draw(t, "channel")),
		Customer: CustomerKind(rapid.IntRange(0, 2).Draw(t, "customer")),
		Acceptance: Acceptance{
			Partner: anyConsent(t, "attested"), Provider: anyConsent(t, "provider"), Other: anyConsent(t, "other"), Direct: anyConsent(t, "direct"),
		},
		Bought:      Purchases{Offers: Tri(rapid.IntRange(-1, 1).Draw(t, "offers")), AzurePlan: No, Software: No, ReservedInstances: No},
		UnderReview: Tri(rapid.IntRange(-1, 1).Draw(t, "under review")),
		Now:         anyNow(t),
	}
}

// purchases holds the kinds of orders that the table makes purchases, and others the
// kinds that a policy can add to them (AGR-41).
var (
	purchases = []OrderKind{NewPurchase, SeatIncrease, Upgrade, TermChange, ManualRenewal}
	others    = []OrderKind{SeatDecrease, Cancellation}
)

// anyPolicy draws a policy. Each of its dated changes is on or off.
func anyPolicy(t *rapid.T) Policy {
	p := Baseline()
	first := func(name, days string) calendar.Date {
		var d calendar.Date
		_ = d.UnmarshalText([]byte(rapid.SampledFrom(strings.Split(days, " ")).Draw(t, name)))
		return d
	}
	if p.CutOffFrom = first("cut-off from", " 2025-10-07 2025-10-07 2026-01-05"); !p.CutOffFrom.IsZero() {
		p.CutOff = first("cut-off", " 2023-04-01 2023-04-01")
		p.CutOffSparesDirect = rapid.Bool().Draw(t, "spares direct")
	}
	p.ReviewFrom = first("review from", " 2025-10-01 2026-01-01 2026-01-01")
	p.PortalClosedFrom = first("portal closed from", " 2026-01-05")
	if rapid.Bool().Draw(t, "other purchases") {
		p.AcceptanceFor = partnerrules.SetOf(append(rapid.SliceOf(rapid.SampledFrom(append(purchases, others...))).Draw(t, "purchases"), NewPurchase)...)
	}
	return p
}

// A gap is an unknown fact of an order, with the ways to set it.
type gap struct {
	fact Fact
	fill []func(*OrderKind, *Facts)
}

// gapOf returns the gap of a fact that set sets to one of the values.
func gapOf[V any](fact Fact, set func(*OrderKind, *Facts, V), values ...V) gap {
	g := gap{fact: fact}
	for _, v := range values {
		g.fill = append(g.fill, func(k *OrderKind, f *Facts) { set(k, f, v) })
	}
	return g
}

// gaps returns the unknown facts of an order.
func gaps(kind OrderKind, f Facts) []gap {
	var all []gap
	add := func(missing bool, g gap) {
		if missing {
			all = append(all, g)
		}
	}
	given := func(fact Fact, at func(*Facts) *Consent) {
		add(at(&f).Given == Unknown && !at(&f).On.IsSet(), gapOf(fact, func(_ *OrderKind, f *Facts, v Tri) { at(f).Given = v }, Yes, No))
		add(!at(&f).On.IsSet() && fact != FactDirect, gapOf(fact+1, func(_ *OrderKind, f *Facts, v Timestamp) { at(f).On = v }, oldDay, newDay))
	}
	add(f.Partner == PartnerTypeUnknown, gapOf(FactPartner, func(_ *OrderKind, f *Facts, v PartnerType) { f.Partner = v }, DirectBill, IndirectReseller))
	add(f.Customer == CustomerKindUnknown, gapOf(FactCustomer, func(_ *OrderKind, f *Facts, v CustomerKind) { f.Customer = v }, NewCustomer, ExistingCustomer))
	add(f.UnderReview == Unknown, gapOf(FactReview, func(_ *OrderKind, f *Facts, v Tri) { f.UnderReview = v }, Yes, No))
	add(kind == OrderKindUnknown, gapOf(FactOrderKind, func(k *OrderKind, _ *Facts, v OrderKind) { *k = v }, orderKinds()...))
	given(FactAttested, func(f *Facts) *Consent { return &f.Acceptance.Partner })
	given(FactProviderAttested, func(f *Facts) *Consent { return &f.Acceptance.Provider })
	given(FactDirect, func(f *Facts) *Consent { return &f.Acceptance.Direct })
	add(!f.Now.IsSet(), gapOf(FactNow, func(_ *OrderKind, f *Facts, v calendar.Date) { f.Now = DateTimestamp(v) }, firstDays...))
	return all
}

// orderKinds returns the known kinds of orders.
func orderKinds() []OrderKind {
	return slices.DeleteFunc(slices.Collect(partnerrules.Values[OrderKind]()), func(k OrderKind) bool { return k == OrderKindUnknown })
}

// complete returns the answers for all ways to fill the gaps, and the facts that decide:
// for some values of the others, two of their values lead to different answers.
func complete[V comparable](open []gap, kind OrderKind, f Facts, answer func(OrderKind, Facts) V) (answers []V, decide partnerrules.Set[Fact]) {
	total := 1
	for _, g := range open {
		total *= len(g.fill)
	}
	for way := range total {
		k, filled := kind, f
		rest := way
		for _, g := range open {
			g.fill[rest%len(g.fill)](&k, &filled)
			rest /= len(g.fill)
		}
		answers = append(answers, answer(k, filled))
	}
	stride := 1
	for _, g := range open {
		for way := range total {
			if first := way - way/stride%len(g.fill)*stride; answers[way] != answers[first] {
				decide |= 1 << g.fact
			}
		}
		stride *= len(g.fill)
	}
	return answers, decide
}

// common returns the answer that all share, or else other.
func common[V comparable](answers []V, other V) V {
	for _, a := range answers {
		if a != answers[0] {
			return other
		}
	}
	return answers[0]
}
