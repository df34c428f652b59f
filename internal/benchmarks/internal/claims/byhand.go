package claims

import (
	"cmp"
	"slices"

	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/cpor"
)

// A row is a claim on one unit, as numbers.
type row struct {
	key     uint64 // unit and start
	end     int32
	claim   uint32
	company cpor.PartnerID
}

func (r row) unit() uint32 { return uint32(r.key >> 32) }
func (r row) start() int32 { return int32(uint32(r.key)) }

// A unitKey is a unit that claims can compete for.
type unitKey struct {
	tenant cpor.TenantID
	name   string
}

// number returns claims as rows. It assumes what the library checks: that the claims
// are valid and live, have different IDs and equally spelled names, and are not
// distinguished by subscription.
func number(claims []cpor.Claim) []row {
	units := map[unitKey]uint32{}
	rows := make([]row, 0, len(claims))
	for i := range claims {
		c := &claims[i]
		for _, u := range c.Units {
			key := unitKey{c.Tenant, u.Name}
			unit, known := units[key]
			if !known {
				unit = uint32(len(units))
				units[key] = unit
			}
			rows = append(rows, row{uint64(unit)<<32 | uint64(dayNumber(c.Approved)), lastDay(c), uint32(i), c.Company})
		}
	}
	return rows
}

// lastDay returns the last day of a claim, or a day after all others if its end is open.
func lastDay(c *cpor.Claim) int32 {
	if c.Ends.IsZero() {
		return 1 << 30
	}
	return dayNumber(c.Ends)
}

func dayNumber(d calendar.Date) int32 {
	n, _ := d.DaysSince(epoch)
	return int32(n)
}

var epoch = calendar.MustParseDate("1600-01-01")

// sweep sorts rows and visits the claims of each unit in order. It keeps a list of
// the claims that have not ended.
func sweep(rows []row, yield func(a, b uint32)) {
	slices.SortFunc(rows, func(a, b row) int { return cmp.Compare(a.key, b.key) })
	var active []row
	for i, r := range rows {
		if i == 0 || rows[i-1].unit() != r.unit() {
			active = active[:0]
		}
		kept := active[:0]
		for _, other := range active {
			if other.end < r.start() {
				continue
			}
			kept = append(kept, other)
			if other.company != r.company {
				yield(other.claim, r.claim)
			}
		}
		active = append(kept, r)
	}
}

// byHand is a minimal implementation for such claims alone.
func byHand(claims []cpor.Claim) finder {
	return func(yield func(first, second string)) error {
		sweep(number(claims), func(a, b uint32) { yield(claims[a].ID, claims[b].ID) })
		return nil
	}
}

// numbered is byHand with rows that are created before: only sorting and sweeping are
// timed.
func numbered(claims []cpor.Claim) finder {
	rows := number(claims)
	scratch := make([]row, len(rows))
	return func(yield func(first, second string)) error {
		copy(scratch, rows)
		sweep(scratch, func(a, b uint32) { yield(claims[a].ID, claims[b].ID) })
		return nil
	}
}
