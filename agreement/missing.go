package agreement

import "github.com/partnerrules/partnerrules/internal/enum"

// A part is a condition on which the acceptance hangs that may be unknown. Bit p
// of an assignment is 1 where part p is true.
type part uint8

const (
	isReseller part = iota
	partnerGiven
	partnerTooOld
	providerGiven
	providerTooOld
	directGiven
	isEnhanced

	parts = 7
)

// fact is what the part is known from.
func (p part) fact() Fact {
	return [parts]Fact{FactPartner, FactAttested, FactAttestedOn, FactProviderAttested, FactProviderOn, FactDirect, FactNow}[p]
}

// missing names each unknown fact that, for some way to fill in the others,
// decides alone whether there is an acceptance that counts for purchases. It
// tries all ways, which are 64 at most, so that it is exact by its definition.
// If the acceptance is known there are none.
func (p *Policy) missing(f *Facts, accepted Tri) FactSet {
	var set FactSet
	if accepted != Unknown {
		return set
	}
	a := &f.Acceptance
	known := [parts]Tri{
		f.Partner.isReseller(), a.Partner.Given, p.isTooOld(a.Partner.On), a.Provider.Given, p.isTooOld(a.Provider.On),
		a.Direct.Given, p.isEnhanced(f.Now),
	}
	directTooOld := p.cutsDirect(a.Direct) && p.isTooOld(a.Direct.On) == Yes
	var fixed, open uint32
	for i, t := range known {
		switch t {
		case Yes:
			fixed |= 1 << i
		case Unknown:
			open |= 1 << i
		}
	}
	for i := range enum.All[part](open) {
		bit := uint32(1) << i
		others := open &^ bit
		for ways := others; ; ways = (ways - 1) & others {
			if without := fixed | ways; accepts(without, directTooOld) != accepts(without|bit, directTooOld) {
				set.include(i.fact(), true)
			}
			if ways == 0 {
				break
			}
		}
	}
	return set
}

// accepts reports whether there is an acceptance that counts, all parts known.
func accepts(parts uint32, directTooOld bool) bool {
	has := func(p part) bool { return parts>>p&1 == 1 }
	given, tooOld := partnerGiven, partnerTooOld
	if has(isReseller) {
		given, tooOld = providerGiven, providerTooOld
	}
	return has(given) && !(has(isEnhanced) && has(tooOld)) ||
		has(directGiven) && !(has(isEnhanced) && directTooOld)
}
