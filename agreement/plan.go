package agreement

import (
	"iter"

	"github.com/partnerrules/partnerrules/internal/enum"
)

// A Means is how a partner wants to come by an acceptance.
type Means uint8

// The means. The zero value is to attest.
const (
	ByAttestation         Means = iota
	ByOrder                     // at the prompt of an order
	ByInvitation                // the customer accepts directly
	ByRelationshipRequest       // the same, with the reseller relationship

	lastMeans = ByRelationshipRequest
)

// String returns the code of m: "invitation", say.
func (m Means) String() string {
	switch m {
	case ByAttestation:
		return "attestation"
	case ByOrder:
		return "order"
	case ByInvitation:
		return "invitation"
	case ByRelationshipRequest:
		return "relationship-request"
	}
	return enum.Outside("means", m)
}

// AppendText implements [encoding.TextAppender].
func (m Means) AppendText(b []byte) ([]byte, error) {
	return enum.Append(b, "means", m, ByAttestation, ByRelationshipRequest)
}

// MarshalText implements [encoding.TextMarshaler].
func (m Means) MarshalText() ([]byte, error) { return m.AppendText(nil) }

// UnmarshalText implements [encoding.TextUnmarshaler].
func (m *Means) UnmarshalText(text []byte) error {
	return enum.Unmarshal(m, "means", ByAttestation, ByRelationshipRequest, text)
}

// A Course is what is to be done for a customer's acceptance.
type Course struct {
	Route Route `json:"route"`

	// Missing names, if the route is undetermined, the unknown facts on which
	// it hangs.
	Missing FactSet `json:"missing,omitzero"`

	// Needs are the inputs that the route takes and that are not there yet, each
	// by the fault that its lack would be.
	Needs ReasonSet `json:"needs,omitzero"`

	// Direct says whether something may keep the customer from accepting
	// directly (AGR-31). If so, the way out is to attest.
	Direct Verdict `json:"direct"`

	// Policy is the policy under which the answer was given.
	Policy Policy `json:"policy"`
}

// Steps returns what the partner does, in order.
func (c Course) Steps() iter.Seq[Step] { return c.Route.Steps() }

// Plan says what is to be done for a customer's acceptance, under [Baseline]:
// see [Policy.Plan].
func Plan(m Means, draft Attestation, form Form, f Facts) (Course, error) {
	return Baseline().Plan(m, draft, form, f)
}

// Plan says what is to be done, by the means wanted, for a customer to have an
// acceptance that counts for purchases: the route, its steps, and of the draft
// of the attestation, and the form of a new customer, what is still to be filled
// in. There is nothing to do if the acceptance is there.
//
// Means and form values that are no constants give a [*calendar.InputError];
// other errors are those of [Policy.Validate] and [Facts.Validate].
func (p Policy) Plan(m Means, draft Attestation, form Form, f Facts) (Course, error) {
	if m > lastMeans {
		return Course{}, invalid("means", m)
	}
	if err := p.check(&f); err != nil {
		return Course{}, err
	}
	if err := form.validate("form"); err != nil {
		return Course{}, err
	}
	c := Course{Direct: f.direct(), Policy: p}
	if f.Cloud.isSovereign() {
		c.Route = RouteNotApplicable
		return c, nil
	}
	partner, direct := p.counts(&f)
	switch accepted := partner.Or(direct); accepted {
	case Yes:
		c.Route = NothingToDo
	case Unknown:
		c.Missing = p.missing(&f, accepted)
	case No:
		c.choose(m, &f, p.isEnhanced(f.Now))
	}
	c.Needs = c.Route.needs(&draft, &form)
	return c, nil
}

// choose fills in the route for a customer without acceptance.
func (c *Course) choose(m Means, f *Facts, enhanced Tri) {
	attests := m == ByAttestation || m == ByOrder
	switch {
	case m == ByRelationshipRequest:
		c.Route = InviteByRelationship
	case attests && f.Partner == IndirectReseller:
		c.Route = ProviderAttests
	case attests && (f.Partner == PartnerTypeUnknown || f.Role == RoleUnknown):
		c.Missing.include(FactPartner, f.Partner == PartnerTypeUnknown)
		c.Missing.include(FactRole, f.Role == RoleUnknown)
		c.Missing |= f.missingForForm(enhanced, f.Role.MayAttest())
	case attests && f.Role.MayAttest() == No:
		c.Route = AgentAttests
	case attests && enhanced == Yes:
		c.Route = AttestEnhanced
	case attests && enhanced == Unknown || f.Customer == CustomerKindUnknown:
		if !attests {
			enhanced = No // invitations stay as they are
		}
		c.Missing = f.missingForForm(enhanced, Yes)
	default:
		c.Route = routeFor(m, f.Customer)
	}
}

// missingForForm names the unknown facts on which the form of attesting hangs,
// for a user who may attest.
func (f *Facts) missingForForm(enhanced, mayAttest Tri) FactSet {
	var missing FactSet
	missing.include(FactNow, enhanced == Unknown && mayAttest != No)
	missing.include(FactCustomer, f.Customer == CustomerKindUnknown && enhanced != Yes && mayAttest != No)
	return missing
}

// routeFor returns the route of the baseline for a kind of customer that is
// known. An order of a new customer has no prompt: it is blocked (AGR-40).
func routeFor(m Means, customer CustomerKind) Route {
	isNew := customer == NewCustomer
	switch {
	case m == ByInvitation && isNew:
		return InviteNewCustomer
	case m == ByInvitation:
		return InviteExistingCustomer
	case isNew:
		return AttestNewCustomer
	case m == ByOrder:
		return AttestAtOrderPrompt
	}
	return AttestExistingCustomer
}

// needs returns the inputs that a route takes and that are not there.
func (r Route) needs(draft *Attestation, form *Form) ReasonSet {
	var found Report
	switch r {
	case AttestNewCustomer:
		found.checkForm(form)
		found.needDraft(draft)
	case AttestExistingCustomer, AttestAtOrderPrompt, AttestEnhanced:
		found.needDraft(draft)
	case InviteNewCustomer:
		found.Found = 1<<ChoiceNotMade | 1<<AddressMissing | 1<<SignInMissing
	case InviteByRelationship:
		found.Found = 1<<AddressMissing | 1<<SignInMissing
	case InviteExistingCustomer:
		found.Found = 1 << AddressMissing
	}
	return found.Found | found.Unknown
}

func (r *Report) needDraft(a *Attestation) {
	r.Found.include(FirstNameMissing, isBlank(a.Contact.FirstName))
	r.Found.include(LastNameMissing, isBlank(a.Contact.LastName))
	r.Found.include(EmailMissing, isBlank(a.Contact.Email))
	r.Found.include(DateMissing, !a.Date.IsSet())
}
