package claims

import (
	"cmp"
	"slices"

	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/cpor"
)

// A row is what the comparison needs of a claim on one unit, in numbers.
type row struct {
	key     uint64 // unit and start
	end     int32
	claim   uint32
	company cpor.PartnerID
}

func (r row) unit() uint32 { return uint32(r.key >> 32) }
func (r row) start() int32 { return int32(uint32(r.key)) }

// A unitKey is what claims compete for in one solution area.
type unitKey struct {
	tenant cpor.TenantID
	name   string
}

// number turns claims into rows. It takes for granted what the library checks:
// that the claims are valid and live, that no ID comes twice, that names are
// spelt alike, and that no subscription tells them apart.
func number(claims []cpor.Claim) []row {
	units := map[unitKey]uint32{}
	rows := make([]row, 0, len(claims))
	for i := range claims {
		c := &claims[i]
		end := int32(1) << 30
		if !c.Ends.IsZero() {
			end = dayNumber(c.Ends)
		}
		for _, u := range c.Units {
			key := unitKey{c.Tenant, u.Name}
			unit, known := units[key]
			if !known {
				unit = uint32(len(units))
				units[key] = unit
			}
			rows = append(rows, row{uint64(unit)<<32 | uint64(dayNumber(c.Approved)), end, uint32(i), c.Company})
		}
	}
	return rows
}

func dayNumber(d calendar.Date) int32 {
	n, _ := d.DaysSince(epoch)
	return int32(n)
}

var epoch = calendar.MustParseDate("1600-01-01")

// sweep sorts rows, and goes through the claims of each unit with a list of those
// that have not ended.
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

// byHand is what one could write for such claims alone.
func byHand(claims []cpor.Claim) finder {
	return func(yield func(first, second string)) error {
		sweep(number(claims), func(a, b uint32) { yield(claims[a].ID, claims[b].ID) })
		return nil
	}
}

// numbered is the same with the numbers given: what sorting and sweeping alone
// take.
func numbered(claims []cpor.Claim) finder {
	rows := number(claims)
	scratch := make([]row, len(rows))
	return func(yield func(first, second string)) error {
		copy(scratch, rows)
		sweep(scratch, func(a, b uint32) { yield(claims[a].ID, claims[b].ID) })
		return nil
	}
}
