package cpor

// A party is who claims: a location, and the global account of its company
// above it, which may not be known.
type party struct{ partner, company PartnerID }

// sameCompany says whether two parties are of one company: Yes if an ID of one
// is an ID of the other, No if both companies are known, and else Unknown. It
// looks at these two alone.
func (a party) sameCompany(b party) Tri {
	switch {
	case a.has(b.partner) || !b.company.IsZero() && a.has(b.company):
		return Yes
	case a.company.IsZero() || b.company.IsZero():
		return Unknown
	}
	return No
}

// has reports whether id, which is one, is an ID of the party.
func (a party) has(id PartnerID) bool { return a.partner == id || a.company == id }
