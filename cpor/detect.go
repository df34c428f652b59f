package cpor

import (
	"iter"
	"math"
	"slices"
	"strings"

	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/internal/check"
)

// Detect finds all pairs of related claims under the policy of [InForce]. See
// [Policy.Detect].
func Detect(claims []Claim) (iter.Seq[Pair], error) { return inForce().Detect(claims) }

// Detect finds all pairs of claims that compete, may compete, or are duplicates
// (CPR-30). These are the pairs that [Policy.Relate] returns, each once, with all
// shared units.
//
// Pairs are ordered by tenant ID, then by the later claim, then by the earlier one.
// Claims are ordered by the first day on which they hold, unknown days first, then
// by ID. The order therefore depends only on the set of claims.
//
// Claims of different tenants never form a pair: [Policy.DetectSorted] and
// [Policy.DetectParts] find the same pairs with less memory.
//
// Detect first checks all claims. This takes time and memory linear in the claims
// and their units. It finds the pairs while the caller ranges over them, so
// stopping early saves the remaining work. Ranging sorts the claims of each tenant.
// After that, its time grows linearly with the number of pairs and shared units, for
// any input. At most the pairs of one claim are in memory at a time. The
// caller may range repeatedly and concurrently, as long as nobody modifies the
// claims.
//
// Detect returns a [*partnerrules.InputError] if the policy is invalid. Otherwise it
// returns the first fault that [CheckClaims] finds.
func (p Policy) Detect(claims []Claim) (iter.Seq[Pair], error) {
	if err := p.Validate(); err != nil {
		return nil, err
	}
	d := &detection{policy: p, claims: claims, hasher: newHasher()}
	if err := d.read(); err != nil {
		return nil, err
	}
	return d.pairs, nil
}

// A detection is a set of claims whose names and IDs are replaced by numbers.
type detection struct {
	policy Policy
	claims []Claim
	hasher hasher

	records []record // one for each claim
	order   []uint32 // the indexes of the live claims, part by part: see partOf
	tenants []span   // ranges of order, sorted by tenant ID
	entries []entry  // the units of the claims that name several

	tenantIDs []TenantID // in the order of tenants

	disjoint bool // some live claims have no activity in common

	parties []partyRecord

	spellings     []spelling // the spellings of names, by number
	ranks         []uint32   // the ranks of names in their order, by number
	subscriptions []SubscriptionID
}

// A span is a range of a list.
type span struct{ from, to uint32 }

// A record is a claim as it is read. It has no pointers, so that the garbage
// collector does not read it.
type record struct {
	traits
	tenant uint32 // the index of the tenant
	unit   entry  // the only entry, or the range of the entries: see rangeOf
}

// The traits of a claim are what a sweep needs of it, apart from its ID and its units.
type traits struct {
	start, end int32 // days; start 0 is unknown, end openEnd is open
	submitted  calendar.Date
	party      uint32
	hasSeveral bool // the claim has several entries
	area       Area
	activities activityBits
	approved   bool
	era        era
}

const openEnd = math.MaxInt32

// isLive reports whether the claim is live.
func (t *traits) isLive() bool { return t.activities != 0 }

// An entry is a unit that a claim names. After reading, the entries of a claim are
// sorted by name and subscription, without repetition. Each name has either entries
// with subscriptions, or one entry without.
type entry struct {
	name         uint32
	subscription uint32 // 0 means that there is none
	spelling     uint32
}

// rangeOf returns the entry that stands for a range of entries.
func rangeOf(s span) entry { return entry{name: s.from, spelling: s.to} }

// span returns the range for which the entry stands.
func (e entry) span() span { return span{e.name, e.spelling} }

// A spelling is a name as it was entered, without surrounding space.
type spelling struct {
	text string
	name uint32
}

// A partyRecord is a party with the number of the ID that represents its company.
// It is the ID of the company, or the ID of the partner if the company is unknown.
// Parties with the same number are of one company.
type partyRecord struct {
	party
	company uint32
}

// day returns the number of a date, which is 1 for first, and 0 for the zero Date.
func day(d, first calendar.Date) int32 {
	n, ok := d.DaysSince(first)
	if !ok {
		return 0
	}
	return int32(n) + 1
}

// A reader replaces the names and IDs of claims by numbers.
type reader struct {
	*detection
	first calendar.Date // 0001-01-01

	hashes        []uint64 // of the claim IDs
	tenantNumbers interner[TenantID]
	counts        []uint32 // the number of live claims of each tenant
	partyIDs      interner[party]
	companyIDs    interner[PartnerID]
	companies     map[PartnerID]PartnerID // the known companies of IDs
	texts         interner[string]        // names as they were entered
	names         interner[string]        // names in the form that is compared
	subscriptions interner[SubscriptionID]
	hasBadName    bool                    // a name is invalid
	several       []uint32                // the live claims with several entries
	activities    [allActivities + 1]bool // the sets that occur in live claims
}

// read reads and checks the claims.
func (d *detection) read() error {
	r := reader{
		detection:     d,
		first:         calendar.MustParseDate("0001-01-01"),
		hashes:        make([]uint64, len(d.claims)),
		tenantNumbers: newInterner[TenantID](0),
		partyIDs:      newInterner[party](0),
		companyIDs:    newInterner[PartnerID](0),
		companies:     map[PartnerID]PartnerID{},
		texts:         newInterner[string](0),
		names:         newInterner[string](0),
		subscriptions: newInterner[SubscriptionID](0),
	}
	r.subscriptions.number(0, SubscriptionID{}) // the zero ID has number 0
	d.records = make([]record, len(d.claims))
	for from := 0; from < len(d.claims); from += block {
		if !r.block(from, min(from+block, len(d.claims))) {
			return firstFault(d.claims)
		}
	}
	if hasRepeated(r.hashes) { // or two hashes are equal by chance
		if err := firstFault(d.claims); err != nil {
			return err
		}
	}
	d.subscriptions = r.subscriptions.keys
	r.orderClaims()
	r.rankNames()
	r.sortEntries()
	d.disjoint = r.disjointActivities()
	return nil
}

// Claims are read in blocks that fit in a fast cache. For each block there are
// several short loops, in which the processor waits for several claims at a time.
const block = 256

// block reads and checks the claims from to to-1. It checks each spelling of a name
// only once. It reports whether the claims are valid and do not contradict earlier
// ones.
func (r *reader) block(from, to int) bool {
	claims, records := r.claims[from:to], r.records[from:to]
	for i := range claims {
		c := &claims[i]
		if c.hasFault() {
			return false
		}
		r.hashes[from+i] = r.hasher.text(c.ID)
	}
	for i := range claims {
		if c := &claims[i]; c.Status.IsLive() {
			records[i].tenant = r.tenant(c.Tenant)
		}
	}
	for i := range claims {
		party, ok := r.party(&claims[i])
		if !ok {
			return false
		}
		records[i].party = party
	}
	for i := range claims {
		records[i].unit, records[i].hasSeveral = r.units(&claims[i])
	}
	for i := range claims {
		if c := &claims[i]; c.Status.IsLive() {
			r.live(from+i, c)
		}
	}
	return !r.hasBadName
}

// live fills the record of a live claim.
func (r *reader) live(i int, c *Claim) {
	to := &r.records[i]
	to.start, to.end = day(c.start(), r.first), openEnd
	if !c.Ends.IsZero() {
		to.end = day(c.Ends, r.first)
	}
	to.submitted, to.area, to.activities, to.approved, to.era = c.Submitted, c.Area, activityBits(c.Activities), c.Status == Approved, r.policy.era(c)
	r.activities[c.Activities] = true
	if len(c.Units) > 1 {
		r.several = append(r.several, uint32(i))
	}
}

// tenant counts a live claim of a tenant, and returns the number of the tenant.
func (r *reader) tenant(id TenantID) uint32 {
	number, isNew := r.tenantNumbers.number(r.hasher.pair(id.id.hi, id.id.lo), id)
	if isNew {
		r.counts = append(r.counts, 0)
	}
	r.counts[number]++
	return number
}

// inClaims prefixes the name of the field with the index of the claim.
func inClaims(i int, err error) error { return check.Within(check.Item("claims", i)+".", err) }

// party returns the number of the claim's party. It returns false if an earlier claim
// contradicts the party.
func (r *reader) party(c *Claim) (number uint32, ok bool) {
	p := c.party()
	number, isNew := r.partyIDs.number(r.hasher.pair(p.partner.n, p.company.n), p)
	if !isNew {
		return number, true
	}
	for id := range p.stated {
		if other, known := r.companies[id]; known && other != p.company {
			return 0, false
		}
		r.companies[id] = p.company
	}
	company := p.company
	if company.IsZero() {
		company = p.partner
	}
	id, _ := r.companyIDs.number(r.hasher.pair(company.n, 0), company)
	r.parties = append(r.parties, partyRecord{p, id})
	return number, true
}

// units returns the entry of a claim's unit, or the range of the entries if there are
// several. It keeps several entries only if the claim is live.
func (r *reader) units(c *Claim) (e entry, hasSeveral bool) {
	if len(c.Units) == 1 {
		return r.unit(c, &c.Units[0]), false
	}
	from := len(r.entries)
	for i := range c.Units {
		r.entries = append(r.entries, r.unit(c, &c.Units[i]))
	}
	if !c.Status.IsLive() {
		r.entries = r.entries[:from]
	}
	return rangeOf(span{uint32(from), uint32(len(r.entries))}), true
}

// unit returns the entry of a unit.
func (r *reader) unit(c *Claim, u *Unit) entry {
	text, isNew := r.texts.number(r.hasher.text(u.Name), u.Name)
	if isNew {
		r.spell(u.Name)
	}
	e := entry{name: r.spellings[text].name, spelling: text}
	if !u.Subscription.IsZero() && r.policy.bySubscription(c.Area) {
		id := u.Subscription.id
		e.subscription, _ = r.subscriptions.number(r.hasher.pair(id.hi, id.lo), u.Subscription)
	}
	return e
}

// spell checks and adds the spelling of a name that was not seen before.
func (r *reader) spell(text string) {
	r.hasBadName = r.hasBadName || check.Name("name", text) != nil
	text = strings.TrimSpace(text)
	key := foldName(text)
	name, _ := r.names.number(r.hasher.text(key), key)
	r.spellings = append(r.spellings, spelling{text, name})
}

// disjointActivities reports whether there are two live claims without an
// activity in common.
func (r *reader) disjointActivities() bool {
	for a, has := range r.activities {
		for b := range r.activities[:a] {
			if has && r.activities[b] && a&b == 0 {
				return true
			}
		}
	}
	return false
}

// rankNames ranks the names in their order.
func (r *reader) rankNames() {
	sorted := make([]uint32, len(r.names.keys))
	for i := range sorted {
		sorted[i] = uint32(i)
	}
	slices.SortFunc(sorted, func(a, b uint32) int { return strings.Compare(r.names.keys[a], r.names.keys[b]) })
	r.ranks = make([]uint32, len(sorted))
	for rank, name := range sorted {
		r.ranks[name] = uint32(rank)
	}
}

// sortEntries normalizes the entries of the claims that have several.
func (r *reader) sortEntries() {
	for _, i := range r.several {
		all := r.records[i].unit.span()
		kept := r.normalize(r.entries[all.from:all.to])
		r.records[i].unit = rangeOf(span{all.from, all.from + uint32(kept)})
	}
}

// normalize sorts the entries of one claim and drops redundant ones. It gives all
// entries of a name the spelling that sorts first. It returns the number of entries
// that are left.
func (d *detection) normalize(all []entry) int {
	slices.SortFunc(all, func(a, b entry) int {
		if a.name != b.name {
			return int(d.ranks[a.name]) - int(d.ranks[b.name])
		}
		return d.subscriptions[a.subscription].Compare(d.subscriptions[b.subscription])
	})
	kept, rest := 0, all
	for len(rest) > 0 {
		n := 1
		for n < len(rest) && rest[n].name == rest[0].name {
			n++
		}
		kept += d.normalizeName(all[kept:], rest[:n])
		rest = rest[n:]
	}
	return kept
}

// normalizeName writes the sorted entries of one name to the beginning of to, which
// may overlap same. It returns the number of entries written.
func (d *detection) normalizeName(to, same []entry) (written int) {
	first := same[0].spelling
	for _, e := range same[1:] {
		first = d.firstSpelling(first, e.spelling)
	}
	names := same[len(same)-1].subscription != 0 // 0 sorts first
	for _, e := range same {
		if names && e.subscription == 0 || written > 0 && to[written-1].subscription == e.subscription {
			continue
		}
		e.spelling = first
		to[written] = e
		written++
	}
	return written
}

// firstSpelling returns the spelling of a name that sorts first.
func (d *detection) firstSpelling(a, b uint32) uint32 {
	if a != b && d.spellings[b].text < d.spellings[a].text {
		return b
	}
	return a
}
