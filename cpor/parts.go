package cpor

import "slices"

// Records stand in parts, each of some tenants that follow one another in the
// order of their IDs. To put a million records in the order of their tenants at
// once would wait for the memory at each; to write them to the ends of some
// hundred parts does not, and neither does it to order a part, which fits in the
// faster memory.

// partOf returns the number of the part of a tenant: a part has the tenants
// whose records begin within so many.
func partOf(tenant span) uint32 {
	const bits = 12
	return tenant.from >> bits
}

// readTenants makes room for the records of all tenants. Its loop is short
// enough for the loads of many claims to run side by side.
func (r *reader) readTenants() {
	ids := newInterner[TenantID](0)
	r.tenantOf = make([]uint32, len(r.claims))
	var counts []uint32
	for i := range r.claims {
		if c := &r.claims[i]; c.Status.IsLive() {
			tenant, isNew := ids.number(r.hasher.pair(c.Tenant.id.hi, c.Tenant.id.lo), c.Tenant)
			if isNew {
				counts = append(counts, 0)
			}
			counts[tenant]++
			r.tenantOf[i] = tenant
		}
	}
	r.placeTenants(ids.keys, counts)
}

// placeTenants sorts the tenants.
func (r *reader) placeTenants(ids []TenantID, counts []uint32) {
	r.places = make([]uint32, len(ids))
	sorted := make([]uint32, len(ids))
	for i := range sorted {
		sorted[i] = uint32(i)
	}
	slices.SortFunc(sorted, func(a, b uint32) int { return ids[a].Compare(ids[b]) })
	r.tenants = make([]span, len(sorted))
	from := uint32(0)
	for place, tenant := range sorted {
		r.tenants[place] = span{from, from + counts[tenant]}
		r.places[tenant] = uint32(place)
		from += counts[tenant]
	}
	r.records = make([]record, from)
	r.next = make([]uint32, partOf(span{from: from})+1)
	for _, t := range slices.Backward(r.tenants) {
		r.next[partOf(t)] = t.from
	}
}

// A part is the records of some tenants, sorted by tenant.
type part struct {
	order []uint32 // the records
	next  []uint32 // by tenant, where the next one goes
}

// sort sorts the records of the tenants from one place to before another, which
// are those of a part.
func (p *part) sort(d *detection, from, to int) {
	tenants := d.tenants[from:to]
	first := tenants[0].from
	p.next = p.next[:0]
	for _, t := range tenants {
		p.next = append(p.next, t.from-first)
	}
	n := tenants[len(tenants)-1].to - first
	p.order = slices.Grow(p.order[:0], int(n))[:n]
	for i := range n {
		next := &p.next[d.records[first+i].tenant-uint32(from)]
		p.order[*next] = first + i
		*next++
	}
}
