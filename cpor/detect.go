package cpor

import (
	"iter"
	"math"
	"slices"
	"strings"

	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/internal/check"
)

// Detect finds all pairs among the claims that compete, or may, or are
// duplicates, under [Baseline]: see [Policy.Detect].
func Detect(claims []Claim) (iter.Seq[Pair], error) { return Baseline().Detect(claims) }

// Detect finds all pairs among the claims that compete, or may, or are
// duplicates: those for which [Policy.Relate] finds one, each once, with all
// its shared units.
//
// Pairs come tenant by tenant, in the order of the tenant IDs; within a tenant by
// the claim that holds later, then by the one that holds earlier. Claims are
// ordered by the first day on which they hold, unknown days first, and on one
// day by their IDs. So the order depends on the set of claims alone.
//
// Before it returns, Detect checks all claims, and takes time and memory linear
// in them and what they name. The pairs are found while they are ranged over: to
// stop early saves the rest, and no more memory is taken than for the pairs of
// one claim. The time is that of sorting each tenant's claims, and beyond that
// linear in the pairs and their units, whatever the shape of the input. The
// range can be repeated, and is safe for concurrent use as long as nobody
// changes the claims.
//
// Detect returns a [*partnerrules.InputError], which names the claim, if
// [Claim.Validate] rejects a claim, a claim ID is repeated, or a partner is of two
// companies. It returns one if the policy is invalid, too.
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

// A detection is a set of claims with all their names and IDs turned into
// numbers, and the live claims sorted by tenant.
type detection struct {
	policy Policy
	claims []Claim
	hasher hasher

	records []record // of the live claims, part by part: see partOf
	tenants []span   // of the records, sorted by the tenants' IDs
	entries []entry  // what claims name that name several units

	disjoint bool // some live claims have no activity in common

	parties []partyRecord

	spellings     []spelling // of names, by number
	ranks         []uint32   // of names in their order, by number
	subscriptions []SubscriptionID
}

// A span is a part of a list.
type span struct{ from, to uint32 }

// A record is all that a sweep needs of a claim.
type record struct {
	id         string
	tenant     uint32 // its place among the tenants
	start, end int32  // days; start 0 is not known, end openEnd is none
	submitted  calendar.Date
	party      uint32
	first      entry
	entries    span // if there are several, of which the first is one
	area       Area
	activities activityBits
	approved   bool
}

const openEnd = math.MaxInt32

// An entry is a unit that a claim names. After the reading those of a claim are
// in the order of names and subscriptions, each once, and for each name either
// with subscriptions or one without.
type entry struct {
	name         uint32
	subscription uint32 // 0 is none
	spelling     uint32
}

// A spelling is a name as it is written, without the space around it.
type spelling struct {
	text string
	name uint32
}

// A partyRecord is a party with the number of the ID that stands for its
// company: the company's own, or the partner's where that is not known. Parties
// with one number are of one company.
type partyRecord struct {
	party
	company uint32
}

// day numbers a date from 1, so that no date is 0.
func day(d, first calendar.Date) int32 {
	n, ok := d.DaysSince(first)
	if !ok {
		return 0
	}
	return int32(n) + 1
}

// A reader turns claims into numbers.
type reader struct {
	*detection
	first calendar.Date // the first day there is

	tenantOf []uint32 // the number of the tenant of each live claim
	places   []place  // of tenants, by number
	next     []uint32 // where the next record of each part goes

	ids           []uint64 // hashes of the claim IDs
	partyIDs      interner[party]
	companyIDs    interner[PartnerID]
	companies     map[PartnerID]PartnerID // of partners, where known
	texts         interner[string]        // names as they are written
	names         interner[string]        // as they are compared
	subscriptions interner[SubscriptionID]
	several       []uint32                // the records with several entries
	activities    [allActivities + 1]bool // the sets that live claims have
}

func (d *detection) read() error {
	r := reader{
		detection:     d,
		first:         calendar.MustParseDate("0001-01-01"),
		ids:           make([]uint64, len(d.claims)),
		partyIDs:      newInterner[party](0),
		companyIDs:    newInterner[PartnerID](0),
		companies:     map[PartnerID]PartnerID{},
		texts:         newInterner[string](0),
		names:         newInterner[string](0),
		subscriptions: newInterner[SubscriptionID](0),
	}
	r.subscriptions.number(0, SubscriptionID{}) // none has number 0
	r.readTenants()
	for i := range d.claims {
		if err := r.claim(i); err != nil {
			return err
		}
	}
	if hasRepeated(r.ids) { // or two hashes are equal by chance
		if err := repeatedID(d.claims); err != nil {
			return err
		}
	}
	d.subscriptions = r.subscriptions.keys
	r.rankNames()
	r.sortEntries()
	d.disjoint = r.disjointActivities()
	return nil
}

func (r *reader) claim(i int) error {
	c := &r.claims[i]
	if bad := c.fault(); bad != nil {
		return inClaims(i, c.named(bad))
	}
	r.ids[i] = r.hasher.text(c.ID)
	party, err := r.party(c)
	if err != nil {
		return inClaims(i, err)
	}
	if !c.Status.IsLive() {
		return nil
	}
	end := int32(openEnd)
	if !c.Ends.IsZero() {
		end = day(c.Ends, r.first)
	}
	first, entries := r.units(c)
	place := r.places[r.tenantOf[i]]
	next := &r.next[place.part]
	if len(c.Units) > 1 {
		r.several = append(r.several, *next)
	}
	r.records[*next] = record{
		id: c.ID, tenant: place.tenant, start: day(c.start(), r.first), end: end, submitted: c.Submitted, party: party,
		first: first, entries: entries, area: c.Area, activities: activityBits(c.Activities), approved: c.Status == Approved,
	}
	*next++
	r.activities[c.Activities] = true
	return nil
}

// inClaims puts the place of a claim in the list before the name of the field.
func inClaims(i int, err error) error { return check.Within(check.Item("claims", i)+".", err) }

// repeatedID returns the error of the claim ID that comes twice, or nil.
func repeatedID(claims []Claim) error {
	at := map[string]int{}
	for i := range claims {
		c := &claims[i]
		if first, twice := at[c.ID]; twice {
			return inClaims(i, check.Input("id", "repeats "+check.Item("claims", first)+".id"+c.in()))
		}
		at[c.ID] = i
	}
	return nil
}

// party numbers who claims.
func (r *reader) party(c *Claim) (uint32, error) {
	p := c.party()
	number, isNew := r.partyIDs.number(r.hasher.pair(p.partner.n, p.company.n), p)
	if !isNew {
		return number, nil
	}
	company := p.company
	if company.IsZero() {
		company = p.partner
	} else if other, known := r.companies[p.partner]; known {
		return 0, twoCompanies(c, other)
	} else {
		r.companies[p.partner] = company
	}
	id, _ := r.companyIDs.number(r.hasher.pair(company.n, 0), company)
	r.parties = append(r.parties, partyRecord{p, id})
	return number, nil
}

// units numbers what a claim names.
func (r *reader) units(c *Claim) (first entry, all span) {
	if len(c.Units) == 1 {
		return r.unit(c, &c.Units[0]), span{}
	}
	from := len(r.entries)
	for i := range c.Units {
		r.entries = append(r.entries, r.unit(c, &c.Units[i]))
	}
	return r.entries[from], span{uint32(from), uint32(len(r.entries))}
}

func (r *reader) unit(c *Claim, u *Unit) entry {
	text, isNew := r.texts.number(r.hasher.text(u.Name), u.Name)
	if isNew {
		r.spell(u.Name)
	}
	e := entry{name: r.spellings[text].name, spelling: text}
	if !u.Subscription.IsZero() && r.policy.tells(c.Area) {
		id := u.Subscription.id
		e.subscription, _ = r.subscriptions.number(r.hasher.pair(id.hi, id.lo), u.Subscription)
	}
	return e
}

func (r *reader) spell(text string) {
	text = strings.TrimSpace(text)
	key := foldName(text)
	name, _ := r.names.number(r.hasher.text(key), key)
	r.spellings = append(r.spellings, spelling{text, name})
}

// disjointActivities reports whether two sets that live claims have share none.
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

// rankNames sorts the names.
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

// sortEntries puts the entries of claims that have several in their form.
func (r *reader) sortEntries() {
	for _, i := range r.several {
		all := r.records[i].entries
		kept := r.normalise(r.entries[all.from:all.to])
		r.records[i].entries.to = all.from + uint32(kept)
	}
}

// normalise sorts entries of one claim, drops those that say nothing new, and
// gives all of a name its first spelling. It returns how many are left.
func (d *detection) normalise(all []entry) int {
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
		kept += d.normaliseName(all[kept:], rest[:n])
		rest = rest[n:]
	}
	return kept
}

// normaliseName writes the sorted entries of one name to the beginning of to,
// which may overlap, and returns how many it has written.
func (d *detection) normaliseName(to, same []entry) (written int) {
	first := same[0].spelling
	for _, e := range same[1:] {
		first = d.firstSpelling(first, e.spelling)
	}
	names := same[len(same)-1].subscription != 0 // none is sorted first
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

// firstSpelling returns which of two spellings of a name comes first.
func (d *detection) firstSpelling(a, b uint32) uint32 {
	if a != b && d.spellings[b].text < d.spellings[a].text {
		return b
	}
	return a
}
