package cpor

import (
	"iter"

	"github.com/partnerrules/partnerrules/internal/check"
)

// DetectSorted finds the pairs of claims that come sorted by tenant, under the policy of
// [InForce]. See [Policy.DetectSorted].
func DetectSorted(claims iter.Seq[Claim]) iter.Seq2[Pair, error] {
	return inForce().DetectSorted(claims)
}

// DetectSorted finds the pairs that [Policy.Detect] finds, in the same order, among
// claims that come sorted by tenant. The order within a tenant is free. It ranges over the
// claims once. At a time it holds the claims of one tenant, and fewer than 4,096 claims
// of other tenants.
//
// The last element has a [*partnerrules.InputError] if:
//   - the policy is invalid,
//   - a claim has a fault that [CheckClaims] reports,
//   - a claim is of an earlier tenant than the claim before.
//
// Pairs of earlier tenants come before the error. Two claims of different tenants may
// have the same ID, or state different companies for a location. Only a [Ledger] is
// sure to find that.
func (p Policy) DetectSorted(claims iter.Seq[Claim]) iter.Seq2[Pair, error] {
	return func(yield func(Pair, error) bool) {
		b := batch{policy: p}
		var last TenantID
		i := 0
		for c := range orNone(claims) {
			if c.Tenant.Compare(last) < 0 {
				yield(Pair{}, c.at(i, check.Input("tenant", "is before the tenant of the last claim, want claims sorted by tenant")))
				return
			}
			if len(b.claims) >= batchSize && c.Tenant != last && !b.detect(yield) {
				return
			}
			b.add(i, c)
			last = c.Tenant
			i++
		}
		b.detect(yield)
	}
}

// orNone returns the claims, or no claims for nil.
func orNone(claims iter.Seq[Claim]) iter.Seq[Claim] {
	if claims == nil {
		return func(func(Claim) bool) {}
	}
	return claims
}

// batchSize is the number of claims from which on a batch takes no other tenant. Each
// batch is a detection of its own, so larger batches take less time and more memory.
const batchSize = 4096

// DetectParts finds the pairs of claims part by part, under the policy of [InForce]. See
// [Policy.DetectParts].
func DetectParts(claims iter.Seq[Claim], s Split) iter.Seq2[Pair, error] {
	return inForce().DetectParts(claims, s)
}

// DetectParts finds the pairs that [Policy.Detect] finds among claims that come in any
// order. It ranges over the claims once for each part, and holds the claims of one part
// at a time. Pairs come part by part, and within a part in the order of Detect. The claims
// must be the same each time.
//
// The last element has a [*partnerrules.InputError] if the policy or the split is
// invalid, or if CheckClaims reports a fault. Pairs of earlier parts come before it.
func (p Policy) DetectParts(claims iter.Seq[Claim], s Split) iter.Seq2[Pair, error] {
	return func(yield func(Pair, error) bool) {
		if err := s.check(); err != nil {
			yield(Pair{}, err)
			return
		}
		b := batch{policy: p, split: s}
		for ; b.part < s.Parts; b.part++ {
			if err := b.read(claims); err != nil {
				yield(Pair{}, err)
				return
			}
			if !b.detect(yield) {
				return
			}
		}
	}
}

// A batch holds some of the caller's claims, with their indexes.
type batch struct {
	policy Policy
	split  Split // the zero Split: all claims
	part   int
	claims []Claim
	places []int
}

func (b *batch) add(i int, c Claim) {
	b.claims = append(b.claims, c)
	b.places = append(b.places, i)
}

// detect yields the pairs of the batch and empties it. It reports whether to continue.
func (b *batch) detect(yield func(Pair, error) bool) bool {
	pairs, err := b.policy.Detect(b.claims)
	if err != nil {
		yield(Pair{}, b.located(err))
		return false
	}
	for pair := range pairs {
		if b.split.ByProduct && !b.split.HasPair(b.part, pair) {
			continue
		}
		if !yield(pair, nil) {
			return false
		}
	}
	clear(b.claims) // nothing is kept alive
	b.claims, b.places = b.claims[:0], b.places[:0]
	return true
}

// located returns the error of a detection with the index of the claim in the caller's
// claims.
func (b *batch) located(err error) error {
	if b.policy.Validate() != nil {
		return err
	}
	return firstFaultAt(b.claims, func(i int) int { return b.places[i] })
}

// read adds the claims of the part. It returns an error if claims contradict each other
// in an ID that belongs to the part.
func (b *batch) read(claims iter.Seq[Claim]) error {
	var all Ledger
	i := 0
	for c := range orNone(claims) {
		if b.split.has(&c, b.part) {
			b.add(i, c)
		}
		if err := b.check(&all, i, &c); err != nil {
			return err
		}
		i++
	}
	return nil
}

// check adds a claim to the ledger of the part, if its ID, partner or company belongs to
// the part.
func (b *batch) check(all *Ledger, i int, c *Claim) error {
	is := func(h stableHash) bool { return h.part(b.split.Parts) == b.part }
	if is(newStableHash().text(c.ID)) {
		if err := all.AddID(i, c.ID); err != nil {
			return err
		}
	}
	if is(newStableHash().number(c.Partner.n)) || is(newStableHash().number(c.Company.n)) {
		return all.AddCompany(i, *c)
	}
	return nil
}
