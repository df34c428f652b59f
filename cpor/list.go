package cpor

import (
	"iter"
	"slices"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/internal/check"
)

// A ClaimFault is a fault of a claim in a list (CPR-52).
type ClaimFault struct {
	Place int    `json:"place"` // the place of the claim in the list, counted from 1
	ID    string `json:"id"`    // the ID of the claim, which may be invalid

	// Fault names the field by its path, such as "claims[1].id". If two claims
	// contradict each other, it names the other claim too.
	Fault *partnerrules.InputError `json:"fault"`
}

// CheckClaims returns all faults of a list of claims, in the order of the list
// (CPR-52). [Policy.Detect] rejects a list that has a fault. The faults of a claim
// are, in this order:
//   - the faults of its fields: see [Claim.Validate],
//   - an ID that an earlier claim has, before the faults of the other fields,
//   - a company that contradicts an earlier claim: see [FillCompanies].
func CheckClaims(claims []Claim) []ClaimFault {
	return slices.Collect(claimFaults(claims, func(i int) int { return i }))
}

// claimFaults returns an iterator over the faults of a list of claims. The claim at
// index i is the one at index place(i) of the caller's claims.
func claimFaults(claims []Claim, place func(i int) int) iter.Seq[ClaimFault] {
	return func(yield func(ClaimFault) bool) {
		ids, companies := idBook{}, companyBook{}
		for i := range claims {
			c, at := &claims[i], place(i)
			report := func(bad *partnerrules.InputError) bool {
				return bad == nil || yield(ClaimFault{at + 1, c.ID, c.at(at, bad)})
			}
			if !report(ids.add(c.ID, at)) || !c.eachFault(report) || !report(companies.add(c)) {
				return
			}
		}
	}
}

// firstFault returns the error of the first fault of a list of claims, or nil.
func firstFault(claims []Claim) error { return firstFaultAt(claims, func(i int) int { return i }) }

// firstFaultAt is firstFault for the claims at the given places.
func firstFaultAt(claims []Claim, place func(i int) int) error {
	for f := range claimFaults(claims, place) {
		return f.Fault
	}
	return nil
}

// at returns the error of a field of the claim at index i of a list.
func (c *Claim) at(i int, bad *partnerrules.InputError) *partnerrules.InputError {
	return faultAt(i, c.ID, bad)
}

// faultAt returns the error of a field of the claim with an ID at index i of a list.
func faultAt(i int, id string, bad *partnerrules.InputError) *partnerrules.InputError {
	return check.Input(check.Item("claims", i)+"."+bad.Path, bad.Reason+", in claim "+check.Quote(id))
}

// FillCompanies returns a copy of the claims in which each claim has its company, if
// any claim of the list states the company of its location. The ID of a company
// belongs to that company itself (CPR-50).
//
// [Policy.Detect], [Policy.Relate] and [Index] compare the claims as they are given,
// pair by pair. If they get the claims that FillCompanies returns, fewer pairs are
// [PossiblyCompeting].
//
// FillCompanies returns a [*partnerrules.InputError] that names both claims if:
//   - they state different companies for one location,
//   - one states a company that belongs to another company in the other claim.
func FillCompanies(claims []Claim) ([]Claim, error) {
	companies := companyBook{}
	for i := range claims {
		if bad := companies.add(&claims[i]); bad != nil {
			return nil, claims[i].at(i, bad)
		}
	}
	filled := slices.Clone(claims)
	for i := range filled {
		if c := &filled[i]; c.Company.IsZero() {
			c.Company = companies[c.Partner].company
		}
	}
	return filled, nil
}

// An idBook holds the index of the first claim with each ID.
type idBook map[string]int

// add adds the ID of the claim at index i. It returns the error if an earlier claim has
// the same valid ID, or nil.
func (b idBook) add(id string, i int) *partnerrules.InputError {
	first, isRepeated := b[id]
	switch {
	case !isRepeated:
		b[id] = i
	case check.Name("id", id) == nil:
		return check.Input("id", "repeats "+check.Item("claims", first)+".id")
	}
	return nil
}

// A companyBook holds the first statement about each ID. A claim that contradicts an
// earlier one adds nothing.
type companyBook map[PartnerID]statement

// A statement is the company of an ID, and the ID of the claim that states it.
type statement struct {
	company PartnerID
	claim   string
}

// add adds what a claim states. It returns the error if that contradicts an earlier
// claim, or nil.
func (b companyBook) add(c *Claim) *partnerrules.InputError {
	for id := range c.party().stated {
		if known, isKnown := b[id]; isKnown && known.company != c.Company {
			return check.Input("company", contradiction(id, c.Company, known.company)+" in claim "+check.Quote(known.claim))
		}
	}
	for id := range c.party().stated {
		if _, isKnown := b[id]; !isKnown {
			b[id] = statement{c.Company, c.ID}
		}
	}
	return nil
}

// stated is an iterator over the IDs whose company a party states: its partner, and the
// company itself. Without a company it states nothing.
func (a party) stated(yield func(PartnerID) bool) {
	if a.company.IsZero() || !a.partner.IsZero() && !yield(a.partner) {
		return
	}
	if a.partner != a.company {
		yield(a.company)
	}
}

// states reports whether the party states the company of an ID.
func (a party) states(id PartnerID) bool {
	for stated := range a.stated {
		if stated == id {
			return true
		}
	}
	return false
}

// contradiction returns the reason for which a company is an error.
func contradiction(id, company, other PartnerID) string {
	if id == company {
		return "company " + id.String() + " belongs to " + other.String()
	}
	return "partner " + id.String() + " belongs to " + company.String() + " and to " + other.String()
}
