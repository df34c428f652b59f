package agreement

// A Consent is what is known of an acceptance by one route: whether it is there,
// and its date where that is known.
type Consent struct {
	Given Tri       `json:"given,omitzero"`
	On    Timestamp `json:"on,omitzero"`
}

// An Acceptance is what is known of a customer's acceptance of the agreement,
// by each route (AGR-13).
type Acceptance struct {
	// Partner is the attestation by the partner itself. It does not count while
	// the partner is an indirect reseller: what it attested as a direct-bill
	// partner is not kept (AGR-44).
	Partner Consent `json:"partner,omitzero"`

	// Provider is the attestation by the indirect provider through which an
	// indirect reseller sells. It counts for a reseller only.
	Provider Consent `json:"provider,omitzero"`

	// Other is the attestation by any other partner, which never counts
	// (AGR-43).
	Other Consent `json:"other,omitzero"`

	// Direct is the direct acceptance by the customer, which counts for all
	// partners.
	Direct Consent `json:"direct,omitzero"`
}

// attested returns the consent that counts as partner attestation for a type of
// partner. If the type is not known, both must agree.
func (a *Acceptance) attested(p PartnerType) Tri {
	reseller := p.isReseller()
	return reseller.Not().And(a.Partner.Given).Or(reseller.And(a.Provider.Given)).Or(a.Partner.Given.And(a.Provider.Given))
}

// Attested returns what a list of a partner's attestations of a customer says of
// its route: whether one of the Customer Agreement is there, and the date of
// that which counts (AGR-12, AGR-18). It is unknown if one of a type that is not
// known may be it, and if the list is nil, which is not known; none is an empty
// list.
func Attested(list []Attestation) Consent {
	if list == nil {
		return Consent{}
	}
	if i := Latest(list, CustomerAgreement); i >= 0 {
		return Consent{Given: Yes, On: list[i].Date}
	}
	given := No
	for i := range list {
		if !list[i].agreement().isKnown() {
			given = Unknown
		}
	}
	return Consent{Given: given}
}

// Latest returns the index of the attestation that counts for a type, of a list
// in any order: the one with the latest date, those that are not dated last,
// and of equal dates the later in the list (AGR-12). It is -1 if there is none.
// An attestation without a type has that of its template. The empty type is that
// of attestations without a type whose template is not known.
func Latest(list []Attestation, of Type) int {
	latest := -1
	for i := range list {
		if list[i].agreement() != of {
			continue
		}
		if latest < 0 || dated(list[i].Date).Compare(dated(list[latest].Date)) >= 0 {
			latest = i
		}
	}
	return latest
}

// dated returns no timestamp for one that tells no date.
func dated(t Timestamp) Timestamp {
	if !t.IsSet() {
		return Timestamp{}
	}
	return t
}

// DirectStatus reads the status on a customer's account page in Partner Center,
// which is that of the direct route: Provided or Not provided; any other text
// is unknown (AGR-17).
func DirectStatus(text string) Tri {
	switch text {
	case "Provided":
		return Yes
	case "Not provided":
		return No
	}
	return Unknown
}

// A Confirmation says whether a customer has accepted, and by which route
// (AGR-13).
type Confirmation struct {
	// Accepted is Yes if either route is, No if both are, and else Unknown.
	Accepted Tri `json:"accepted"`

	Partner Tri `json:"partner"` // by an attestation that counts for this partner
	Direct  Tri `json:"direct"`  // by the customer itself

	// NotApplicable: the customer is in a sovereign cloud (AGR-46). Then nothing
	// else is known.
	NotApplicable bool `json:"notApplicable,omitzero"`

	// Policy is the policy under which the answer was given.
	Policy Policy `json:"policy"`
}

// Confirm says whether a customer has accepted, under [Baseline]: see
// [Policy.Confirm].
func Confirm(f Facts) (Confirmation, error) { return Baseline().Confirm(f) }

// Confirm says whether a customer has accepted, and by which route, for the
// partner of the facts. Whether an acceptance is recent enough for a purchase
// is another question, see [Policy.MayOrder]. The answer is the same under every
// policy, but one that is not valid is refused: errors are those of
// [Policy.Validate] and [Facts.Validate].
func (p Policy) Confirm(f Facts) (Confirmation, error) {
	if err := p.check(&f); err != nil {
		return Confirmation{}, err
	}
	c := Confirmation{Policy: p}
	if f.Cloud.isSovereign() {
		c.NotApplicable = true
		return c, nil
	}
	c.Partner, c.Direct = f.Acceptance.attested(f.Partner), f.Acceptance.Direct.Given
	c.Accepted = c.Partner.Or(c.Direct)
	return c, nil
}
