package cpor

import (
	"slices"

	"github.com/partnerrules/partnerrules/internal/check"
)

// A Split divides claims into parts that can be detected one after another, or by
// several programs. Claims of different tenants never form a pair, and so a part has all
// claims of some tenants. If one tenant is too large, set ByProduct: a part then has all
// claims on some products of a tenant.
//
// Each pair is in one part: see [Split.HasPair]. The pairs of a part are those that
// [Policy.Detect] finds among the claims of the part, less the pairs of other parts. Only
// ByProduct leads to such pairs. What is checked over all claims needs a [Ledger].
//
// A part is determined by a hash, which is the same in every program. It is not secret:
// who chooses IDs of tenants or names of products can fill one part.
type Split struct {
	Parts     int  // the number of parts, from 1 to 65,536
	ByProduct bool // divide by tenant, area and product instead of by tenant
}

// OfClaim returns the parts of a claim, in order, each once. They are numbered from 0. By
// tenant it is one part. By product there is a part for each unit, or one if there are no
// units. Names are compared as in [Unit]. An invalid Split has no parts.
func (s Split) OfClaim(c Claim) []int {
	if s.check() != nil {
		return nil
	}
	if !s.ByProduct || len(c.Units) == 0 {
		return []int{s.part(c.Tenant, c.Area, "")}
	}
	parts := make([]int, len(c.Units))
	for i, u := range c.Units {
		parts[i] = s.part(c.Tenant, c.Area, u.Name)
	}
	slices.Sort(parts)
	return slices.Compact(parts)
}

// HasPair reports whether a pair is in a part. By tenant it is in the part of its tenant,
// and by product in the part of its first shared unit. Both claims are in this part.
// HasPair is false if the Split is invalid, or if the pair has no units.
func (s Split) HasPair(part int, p Pair) bool {
	return s.check() == nil && len(p.Units) > 0 && s.part(p.Tenant, p.Area, p.Units[0].Name) == part
}

// part returns the part of a product of a tenant. By tenant it ignores the product.
func (s Split) part(tenant TenantID, area Area, name string) int {
	h := newStableHash().number(tenant.id.hi).number(tenant.id.lo)
	if s.ByProduct {
		h = h.byte(byte(area)).text(foldName(name))
	}
	return h.part(s.Parts)
}

// has reports whether a claim is in a part.
func (s Split) has(c *Claim, part int) bool {
	if !s.ByProduct {
		return s.part(c.Tenant, c.Area, "") == part
	}
	return slices.Contains(s.OfClaim(*c), part)
}

// A stableHash is an FNV-1a hash. It is the same in every program.
type stableHash uint64

func newStableHash() stableHash { return 0xcbf29ce484222325 }

func (h stableHash) byte(b byte) stableHash { return (h ^ stableHash(b)) * 0x100000001b3 }

func (h stableHash) text(s string) stableHash {
	for i := range len(s) {
		h = h.byte(s[i])
	}
	return h
}

// number adds the bytes of a number, the highest one first.
func (h stableHash) number(n uint64) stableHash {
	for shift := 56; shift >= 0; shift -= 8 {
		h = h.byte(byte(n >> shift))
	}
	return h
}

// part returns the part of a hash among a number of parts.
func (h stableHash) part(parts int) int { return int(uint64(h) % uint64(parts)) }

// maxParts is more than any program needs, and bounds the time of [Policy.DetectParts].
const maxParts = 1 << 16

// check returns an error if the split is invalid.
func (s Split) check() error { return check.Range("split.parts", s.Parts, 1, maxParts) }
