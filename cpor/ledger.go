package cpor

// A Ledger checks that no ID comes twice (CPR-52), and that no location is of two
// companies (CPR-50), in claims of all tenants. [Policy.Detect] does this for its list. A
// Ledger does it for claims that are detected apart.
//
// IDs and companies are independent of each other. If the claims are too many for one
// Ledger, divide them over several: the claims with one ID go to one Ledger for IDs. The
// claims whose Partner or Company is one ID go to one Ledger for companies.
//
// A Ledger keeps the IDs of its claims, about 0.1 kB for each, and the companies of its
// locations. The zero Ledger is empty and ready to use.
type Ledger struct {
	ids       idBook
	companies companyBook
}

// AddID adds the ID of a claim, which is the one at index i of the claims. It returns a
// [*partnerrules.InputError] if an earlier claim has the same valid ID.
func (l *Ledger) AddID(i int, id string) error {
	if l.ids == nil {
		l.ids = idBook{}
	}
	if bad := l.ids.add(id, i); bad != nil {
		return faultAt(i, id, bad)
	}
	return nil
}

// AddCompany adds the company that a claim states for its partner. The claim is the one
// at index i of the claims. AddCompany uses only Partner, Company, and the ID for the
// text of errors.
//
// AddCompany returns a [*partnerrules.InputError] if an earlier claim states another
// company for the partner or the company: see [FillCompanies].
func (l *Ledger) AddCompany(i int, c Claim) error {
	if l.companies == nil {
		l.companies = companyBook{}
	}
	if bad := l.companies.add(&c); bad != nil {
		return c.at(i, bad)
	}
	return nil
}
