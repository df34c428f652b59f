package portfolio

import (
	"cmp"
	"hash/maphash"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"github.com/partnerrules/partnerrules/examples/internal/strictjson"
	"github.com/partnerrules/partnerrules/internal/check"
)

// readName reads a name, and normalizes it (INP-06, INP-10).
func readName(node *strictjson.Node) string {
	name := node.String()
	if node.Kind() == strictjson.String && !node.Faulty() {
		if reason := nameFault(name); reason != "" {
			node.Fault(reason)
		}
	}
	return norm.NFC.String(name)
}

const (
	zeroWidthNonJoiner = '\u200c'
	zeroWidthJoiner    = '\u200d'
)

// nameFault returns the reason to reject a name, or the empty string (INP-06). It is
// the reason of the packages, which reject the same names.
func nameFault(name string) string {
	if err := check.Name("", name); err != nil {
		return err.Reason
	}
	return ""
}

// appendShape appends what remains of a name without case, marks, zero-width joiners
// and kinds of spaces. Names of one shape look alike (INP-10).
func appendShape(shape []byte, name string) []byte {
	for _, r := range norm.NFD.String(strings.TrimSpace(name)) {
		switch {
		case r <= unicode.MaxASCII: // most names have no others
			shape = append(shape, byte(unicode.ToLower(r)))
		case r == zeroWidthNonJoiner, r == zeroWidthJoiner, unicode.Is(unicode.M, r):
		case unicode.Is(unicode.Zs, r):
			shape = append(shape, ' ')
		default:
			shape = append(shape, string(unicode.ToLower(unicode.ToUpper(r)))...)
		}
	}
	return shape
}

// exactly compares IDs, and names of things that are listed one by one.
func exactly(a, b string) bool { return a == b }

// asRules compares names as the rules do: without case and outer white space.
func asRules(a, b string) bool {
	fold := func(name string) string { return strings.ToLower(strings.ToUpper(strings.TrimSpace(name))) }
	return a == b || fold(a) == fold(b)
}

// An alike is the indexes of two names of a list that look alike but are not equal.
type alike struct{ first, other int32 }

// lookAlikes returns the names of a list of n names that look like an earlier name
// but are not equal to it, in the order of the list. It needs 16 bytes for each name,
// since a list may have a million.
func lookAlikes(n int, name func(i int32) string, equal func(a, b string) bool) []alike {
	type hashed struct {
		hash  uint64
		index int32
	}
	seed, all := maphash.MakeSeed(), make([]hashed, n)
	var shape []byte
	for i := range all {
		shape = appendShape(shape[:0], name(int32(i)))
		all[i] = hashed{maphash.Bytes(seed, shape), int32(i)}
	}
	slices.SortFunc(all, func(a, b hashed) int {
		if a.hash != b.hash {
			return cmp.Compare(a.hash, b.hash)
		}
		return cmp.Compare(a.index, b.index)
	})
	var found []alike
	for len(all) > 0 {
		end := 1
		for end < len(all) && all[end].hash == all[0].hash {
			end++
		}
		first := all[0].index
		different := []int32{first}
		for _, other := range all[1:end] {
			same := func(i int32) bool { return equal(name(i), name(other.index)) }
			if !slices.ContainsFunc(different, same) && sameShape(name(first), name(other.index)) {
				found, different = append(found, alike{first, other.index}), append(different, other.index)
			}
		}
		all = all[end:]
	}
	slices.SortFunc(found, func(a, b alike) int { return cmp.Compare(a.other, b.other) })
	return found
}

func sameShape(a, b string) bool {
	return string(appendShape(nil, a)) == string(appendShape(nil, b))
}

// warnAlike returns a warning for each pair of names that look alike. Quotes make
// unusual spaces and joiners visible.
func warnAlike(kind string, names []string, equal func(a, b string) bool) []string {
	var all []string
	for _, two := range lookAlikes(len(names), func(i int32) string { return names[i] }, equal) {
		all = append(all, alikeText(kind, names[two.first], names[two.other]))
	}
	return all
}

func alikeText(kind, first, other string) string {
	return kind + " " + strconv.Quote(first) + " and " + strconv.Quote(other) + " look alike but differ: check whether they are the same."
}

// warnNames returns warnings about all names and IDs that look alike.
func (p *Portfolio) warnNames() []string {
	var companies, customers []string
	for _, c := range p.companies {
		companies = append(companies, c.name)
	}
	for _, c := range p.customers {
		customers = append(customers, c.name)
	}
	all := slices.Concat(warnAlike("Companies", companies, exactly), warnAlike("Customers", customers, exactly))
	for _, c := range p.companies {
		for _, m := range c.memberships {
			all = append(all, m.warnBenefits(c.name)...)
		}
	}
	for _, two := range lookAlikes(len(p.claims), func(i int32) string { return p.claims[i].ID }, exactly) {
		all = append(all, alikeText("Claims", p.claims[two.first].ID, p.claims[two.other].ID)+
			" They are at "+p.filed[two.first].place.String()+" and "+p.filed[two.other].place.String()+".")
	}
	return append(all, warnAlike("Products", p.products(), asRules)...)
}

// warnBenefits returns warnings about benefits of one paid year.
func (m *filedMembership) warnBenefits(company string) []string {
	ofYear := map[int][]string{}
	for _, b := range m.benefits {
		ofYear[b.Year] = append(ofYear[b.Year], b.ID)
	}
	var all []string
	for year := range len(m.renewals) + 1 {
		all = append(all, warnAlike("Benefits of "+company+" in paid year "+strconv.Itoa(year+1), ofYear[year+1], exactly)...)
	}
	return all
}

// products returns the different names of products and workloads of all claims.
func (p *Portfolio) products() []string {
	var names []string
	known := map[string]bool{}
	add := func(name string) {
		if !known[name] {
			known[name] = true
			names = append(names, name)
		}
	}
	for i := range p.claims {
		for _, unit := range p.claims[i].Units {
			add(unit.Name)
		}
		if d := p.filed[i].draft(); d != nil {
			for _, product := range d.draft.Products {
				add(product.Name)
			}
		}
	}
	return names
}
