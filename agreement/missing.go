package agreement

import (
	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/internal/check"
)

// A Fact names a fact that an answer can depend on.
type Fact uint8

// The facts, in the order of OrderDecision.Missing and Plan.Missing.
const (
	FactPartner          Fact = iota // Facts.Partner: "partner"
	FactRole                         // Facts.Role: "role"
	FactCustomer                     // Facts.Customer: "customer"
	FactOrderKind                    // the kind of the order: "kind"
	FactAttested                     // Facts.Acceptance.Partner.Given: "attested"
	FactAttestedOn                   // Facts.Acceptance.Partner.On: "attested-on"
	FactProviderAttested             // Facts.Acceptance.Provider.Given: "provider-attested"
	FactProviderOn                   // Facts.Acceptance.Provider.On: "provider-attested-on"
	FactDirect                       // Facts.Acceptance.Direct.Given: "direct"
	FactNow                          // Facts.Now: "now"
	FactReview                       // Facts.UnderReview: "under-review"
)

// A conditions value is a set of numbered conditions, such as those that hold.
type conditions uint32

func (c conditions) has(condition int) bool { return c>>condition&1 == 1 }

// split returns the conditions that hold, and those that are unknown.
func split(all ...Tri) (holding, open conditions) {
	for i, c := range all {
		switch c {
		case Yes:
			holding |= 1 << i
		case Unknown:
			open |= 1 << i
		}
	}
	return holding, open
}

// deciding returns the open conditions that change an answer for some values of the
// other open conditions. It tries all values.
func deciding[V comparable](holding, open conditions, answer func(holding conditions) V) (decide conditions) {
	for ways := open; ; ways = (ways - 1) & open {
		without := answer(holding | ways)
		for rest := open &^ (ways | decide); rest != 0; rest &= rest - 1 {
			if bit := rest & -rest; answer(holding|ways|bit) != without {
				decide |= bit
			}
		}
		if ways == 0 {
			return decide
		}
	}
}

// The conditions that an acceptance depends on, except the cut-off.
const (
	isReseller = iota
	partnerGiven
	partnerTooOld
	providerGiven
	providerTooOld
	directGiven
)

// factsOf returns the facts that determine some conditions of an acceptance.
func factsOf(c conditions) partnerrules.Set[Fact] {
	var set partnerrules.Set[Fact]
	for i, fact := range [...]Fact{FactPartner, FactAttested, FactAttestedOn, FactProviderAttested, FactProviderOn, FactDirect} {
		check.Include(&set, fact, c.has(i))
	}
	return set
}

// An outlook holds what the known facts leave open about an acceptance. Index 0 is
// before the cut-off applies, and index 1 is from then on.
type outlook struct {
	// possible holds the pairs of answers that are possible together.
	possible [2][2]bool

	// facts holds the unknown facts that decide alone for some values of the others.
	facts [2]partnerrules.Set[Fact]
}

func (p *Policy) outlook(f *Facts) outlook {
	a := &f.Acceptance
	holding, open := split(
		f.Partner.isReseller(), a.Partner.given(), p.isTooOld(a.Partner.On), a.Provider.given(), p.isTooOld(a.Provider.On), a.Direct.given(),
	)
	directTooOld := p.cutsDirect(a.Direct) && p.isTooOld(a.Direct.On) == Yes
	before := func(holding conditions) bool { return accepts(holding, false, directTooOld) }
	after := func(holding conditions) bool { return accepts(holding, true, directTooOld) }
	var o outlook
	for ways := open; ; ways = (ways - 1) & open {
		o.possible[index(before(holding|ways))][index(after(holding|ways))] = true
		if ways == 0 {
			break
		}
	}
	o.facts[0], o.facts[1] = factsOf(deciding(holding, open, before)), factsOf(deciding(holding, open, after))
	return o
}

// accepts reports whether there is an acceptance that counts, if all conditions are
// known.
func accepts(holding conditions, cut, directTooOld bool) bool {
	given, tooOld := partnerGiven, partnerTooOld
	if holding.has(isReseller) {
		given, tooOld = providerGiven, providerTooOld
	}
	return holding.has(given) && !(cut && holding.has(tooOld)) || holding.has(directGiven) && !(cut && directTooOld)
}

// A moment holds which of the changes that affect a verdict have begun.
type moment struct{ cut, review bool }

// moments returns the moments at which an order may be made. If now is unknown, the
// order of the first days decides which moments there are.
func (p *Policy) moments(now Timestamp) (all [3]moment, n int) {
	if now.IsSet() {
		return [3]moment{{begun(p.CutOffFrom, now) == Yes, begun(p.ReviewFrom, now) == Yes}}, 1
	}
	n = 1 // before all changes
	if !p.CutOffFrom.IsZero() {
		all[n] = moment{true, begun(p.ReviewFrom, DateTimestamp(p.CutOffFrom)) == Yes}
		n++
	}
	if !p.ReviewFrom.IsZero() {
		all[n] = moment{begun(p.CutOffFrom, DateTimestamp(p.ReviewFrom)) == Yes, true}
		n++
	}
	return all, n
}

// A completion holds a way to fill in the unknown facts of an order.
type completion struct {
	moment

	kind     OrderKind
	customer CustomerKind
	review   Tri
	accepted [2]bool // before the cut-off applies, and from then on
}

func (p *Policy) complete(c completion) OrderVerdict {
	accepted, review := c.accepted[index(c.cut)], partnerrules.TriFromBool(c.moment.review)
	return p.verdict(c.kind, c.customer, partnerrules.TriFromBool(accepted), review.And(c.review))
}

// missing returns the unknown facts that the verdict on an order depends on. The
// result is exact, because missing tries all values of the unknown facts: at most 64
// of the conditions of an acceptance, and then at most 288 of the rest. A fact decides
// if one of its values leads to another verdict than its last value.
func (p *Policy) missing(kind OrderKind, f *Facts) partnerrules.Set[Fact] {
	var set partnerrules.Set[Fact]
	o := p.outlook(f)
	moments, n := p.moments(f.Now)
	first := completion{kind: kind, customer: f.Customer, review: f.UnderReview}
	last := first
	last.moment = moments[n-1]
	if kind == OrderKindUnknown {
		first.kind, last.kind = NewPurchase, lastOrderKind
	}
	if f.Customer == CustomerKindUnknown {
		first.customer, last.customer = NewCustomer, lastCustomerKind
	}
	if f.UnderReview == Unknown {
		first.review, last.review = No, Yes
	}
	c := first
	for _, c.moment = range moments[:n] {
		for c.kind = first.kind; c.kind <= last.kind; c.kind++ {
			for c.customer = first.customer; c.customer <= last.customer; c.customer++ {
				for c.review = first.review; c.review <= last.review; c.review += Yes - No {
					without, with := c, c
					without.accepted, with.accepted = [2]bool{}, [2]bool{true, true}
					if p.complete(without) != p.complete(with) {
						set |= o.facts[index(c.cut)]
					}
					for pair := range 4 {
						if c.accepted = [2]bool{pair&1 == 1, pair&2 == 2}; o.possible[index(c.accepted[0])][index(c.accepted[1])] {
							set |= p.compare(c, last)
						}
					}
				}
			}
		}
	}
	return set
}

// compare returns the facts whose value in last leads to another verdict than their
// value in c.
func (p *Policy) compare(c, last completion) partnerrules.Set[Fact] {
	var set partnerrules.Set[Fact]
	verdict := p.complete(c)
	decides := func(fact Fact, change func(c *completion)) {
		changed := c
		change(&changed)
		check.Include(&set, fact, p.complete(changed) != verdict)
	}
	decides(FactOrderKind, func(c *completion) { c.kind = last.kind })
	decides(FactCustomer, func(c *completion) { c.customer = last.customer })
	decides(FactReview, func(c *completion) { c.review = last.review })
	decides(FactNow, func(c *completion) { c.moment = last.moment })
	return set
}

func index(b bool) int {
	if b {
		return 1
	}
	return 0
}

// missingAcceptance returns the unknown facts that decide whether there is an
// acceptance that counts for purchases.
func (p *Policy) missingAcceptance(f *Facts) partnerrules.Set[Fact] {
	o := p.outlook(f)
	cut := begun(p.CutOffFrom, f.Now)
	var set partnerrules.Set[Fact]
	if cut != Yes {
		set = o.facts[0]
	}
	if cut != No {
		set |= o.facts[1]
	}
	check.Include(&set, FactNow, cut == Unknown && o.possible[1][0])
	return set
}
