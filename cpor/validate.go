package cpor

import (
	"slices"
	"strings"

	"github.com/partnerrules/partnerrules/calendar"
)

// Validate says what is wrong with a draft, under [Baseline]: see
// [Policy.Validation].
func Validate(d Draft, f Facts, on calendar.Date) (Validation, error) {
	return Baseline().Validation(d, f, on)
}

// Validation says what is wrong with a draft that is to be submitted on a day:
// every fault that the facts prove, and every fact that is missing (CPR-01 to
// CPR-19, CPR-38, CPR-41). Its time is linear in the claims and, for each product,
// in what the facts list. It does not allocate if there is nothing to find and
// the facts have seven claims or fewer.
//
// A policy that is not valid, no day, and a value that is no value of its type
// give a [*calendar.InputError]. So do claims among the facts that
// [Policy.Detect] refuses, and one that contradicts the company which the facts
// give to the partner of the draft.
func (p Policy) Validation(d Draft, f Facts, on calendar.Date) (Validation, error) {
	if err := p.checkDraft(&d, &f, on); err != nil {
		return Validation{}, err
	}
	var findings []Finding
	v := validator{policy: &p, terms: p.Edition.terms(), draft: &d, facts: &f, on: on, findings: &findings}
	v.role()
	v.partner()
	v.tenant()
	v.activity()
	v.products()
	v.subscriptions()
	v.contacts()
	v.proof()
	return Validation{verdictOf(findings), findings, on, p}, nil
}

// Claimable returns the day from which a product can be claimed that the
// customer provisioned on a day, under [Baseline]: see [Policy.Claimable].
func Claimable(provisioned calendar.Date) calendar.Date { return Baseline().Claimable(provisioned) }

// Claimable returns the day from which a product can be claimed that the
// customer provisioned on a day; in the edition of 2023 the day on which it is
// visible at the latest, seven days on (CPR-15). It is no date as long as the
// customer, who is the one to act, has not provisioned it, and under a policy
// that is not valid.
func (p Policy) Claimable(provisioned calendar.Date) calendar.Date {
	if !p.Edition.isKnown() {
		return calendar.Date{}
	}
	return provisioned.AddDays(p.Edition.terms().visibleDays)
}

// A validator gathers the findings on a draft. Its methods go through the
// fields in their order, within a field by the IDs of the rules.
type validator struct {
	policy *Policy
	terms  terms
	draft  *Draft
	facts  *Facts
	on     calendar.Date

	// findings is behind a pointer so that the compiler sees that what the other
	// pointers point to stays on the stack.
	findings *[]Finding
}

// verdictOf says what follows from findings.
func verdictOf(findings []Finding) Verdict {
	verdict := Valid
	for _, f := range findings {
		switch f.Severity {
		case Error:
			return Invalid
		case SeverityUnknown:
			verdict = Undetermined
		}
	}
	return verdict
}

// add adds a finding. A product counts from 1.
func (v *validator) add(r Reason, s Severity, f Field, product int) {
	*v.findings = append(*v.findings, Finding{r, s, f, product, v.facts.CustomerAsked})
}

// require adds a finding unless ok is Yes: of the given severity if it is No,
// and that a fact is missing if it is Unknown.
func (v *validator) require(ok Tri, r Reason, s Severity, f Field, product int) {
	switch ok {
	case No:
		v.add(r, s, f, product)
	case Unknown:
		v.add(r, SeverityUnknown, f, product)
	}
}

// filled adds the finding on a required field that is empty (CPR-18).
func (v *validator) filled(ok bool, f Field) {
	v.require(TriOf(ok), FieldMissing, Error, f, 0)
}

func (v *validator) role() {
	v.require(v.policy.MayClaim(v.facts.Role), RoleMayNotClaim, Error, FieldRole, 0)
}

// partner judges the location. What is not known of it is not asked for.
func (v *validator) partner() {
	location := v.facts.Location
	warn := func(proved bool, r Reason) {
		if proved && !v.draft.Partner.IsZero() {
			v.add(r, Warning, FieldPartner, 0)
		}
	}
	warn(location.Sure == No, LocationNotKnown)
	warn(location.Enrolled == No, LocationNotEnrolled)
	warn(location.Kind == GlobalAccount || location.Kind == LegacyVOrg, NotALocation)
	warn(location.PartnerType == Yes, LocationHasPartnerType)
	v.filled(!v.draft.Partner.IsZero(), FieldPartner)
}

func (v *validator) tenant() {
	d, f := v.draft, v.facts
	v.filled(!d.Tenant.IsZero(), FieldTenant)
	if !d.Domain.IsZero() && !d.Tenant.IsZero() {
		v.require(listed(f.Domains, d.Domain, f.DomainsComplete), DomainMismatch, Error, FieldDomain, 0)
	}
	v.filled(!d.Domain.IsZero(), FieldDomain)
	v.filled(d.Area != noArea, FieldArea)
}

// listed says whether a list has a value: No only if the list is complete.
func listed[T comparable](list []T, value T, complete bool) Tri {
	switch {
	case slices.Contains(list, value):
		return Yes
	case complete:
		return No
	}
	return Unknown
}

func (v *validator) activity() {
	d := v.draft
	if d.Area != noArea && d.Activities&^d.Area.offered() != 0 {
		v.add(ActivityNotOffered, Error, FieldActivity, 0)
	}
	if d.Activities.Has(RevenueAssociation) && d.Activities != ActivitiesOf(RevenueAssociation) {
		v.add(ActivitiesExclude, Error, FieldActivity, 0)
	}
	v.filled(d.Activities != 0, FieldActivity)
}

// products judges the products or workloads. The conditions of a product are
// those of Business Applications.
func (v *validator) products() {
	d := v.draft
	each := func(r Reason, ok func(*Product) Tri) {
		for i := range d.Products {
			v.require(ok(&d.Products[i]), r, Error, FieldProduct, i+1)
		}
	}
	if d.Area == BusinessApplications {
		each(ChannelNotEligible, func(u *Product) Tri { return u.Channel.isClaimable() })
		each(ProductNotOnTenant, func(u *Product) Tri { return u.OnTenant })
	}
	v.filled(slices.ContainsFunc(d.Products, func(u Product) bool { return !isBlank(u.Name) }), FieldProduct)
	each(ProductNotEligible, func(u *Product) Tri { return u.Eligible })
}

// subscriptions judges the subscriptions of Business Applications. What is no
// subscription's ID leaves the other questions without an answer (CPR-12).
func (v *validator) subscriptions() {
	switch v.draft.Area {
	case Microsoft365:
		for i := range v.draft.Products {
			if v.draft.Products[i].entered() {
				v.add(SubscriptionIgnored, Warning, FieldSubscription, i+1)
			}
		}
	case BusinessApplications:
		v.dynamicsSubscriptions()
	}
}

func (v *validator) dynamicsSubscriptions() {
	d, f := v.draft, v.facts
	for i := range d.Products {
		if u := &d.Products[i]; !u.entered() {
			v.require(u.Several.Or(TriOf(v.terms.subscriptionAlways)).Not(), SubscriptionNeeded, Error, FieldSubscription, i+1)
		}
	}
	each := func(r Reason, s Severity, ok func(*Product, SubscriptionID) Tri) {
		for i := range d.Products {
			if u := &d.Products[i]; u.entered() {
				if id, isID := u.subscription(d.Tenant); isID {
					v.require(ok(u, id), r, s, FieldSubscription, i+1)
				}
			}
		}
	}
	each(SubscriptionNotDynamics, Error, func(u *Product, _ SubscriptionID) Tri { return u.Dynamics })
	each(SubscriptionIsCSP, Error, func(u *Product, _ SubscriptionID) Tri { return u.BoughtByCSP.Not() })
	each(NotProvisioned, Error, func(u *Product, _ SubscriptionID) Tri { return u.Provisioned })
	each(AlreadyClaimed, Error, func(_ *Product, id SubscriptionID) Tri { return v.claimed(id).Not() })
	for i := range d.Products {
		if _, isID := d.Products[i].subscription(d.Tenant); !isID && d.Products[i].entered() {
			v.add(NotASubscriptionID, Error, FieldSubscription, i+1)
		}
	}
	each(SubscriptionNotActive, v.terms.state, func(u *Product, _ SubscriptionID) Tri { return u.State.isClaimable() })
	each(SubscriptionNotOnTenant, Error, func(_ *Product, id SubscriptionID) Tri {
		return listed(f.Subscriptions, id, f.SubscriptionsComplete)
	})
}

// entered reports whether a subscription was entered.
func (u *Product) entered() bool { return strings.TrimSpace(u.Subscription) != "" }

// subscription returns the ID entered, and whether it can be one: a GUID, other
// than the tenant's, of which the caller does not know better.
func (u *Product) subscription(tenant TenantID) (id SubscriptionID, ok bool) {
	id, err := ParseSubscriptionID(strings.TrimSpace(u.Subscription))
	return id, err == nil && id.id != tenant.id && !u.NotAnID
}

// claimed says whether the claimant's own company holds a live claim on a
// subscription with an activity in common (CPR-11).
func (v *validator) claimed(id SubscriptionID) Tri {
	claimed := TriOf(false)
	if !v.facts.ClaimsComplete {
		claimed = Unknown
	}
	for i := range v.facts.Claims {
		if c := &v.facts.Claims[i]; c.ID != v.draft.ID && c.holds(id, v.on) {
			claimed = claimed.Or(v.isOwn(c))
		}
	}
	return claimed
}

// isOwn says whether a claim is one of the claimant's company with an activity
// in common.
func (v *validator) isOwn(c *Claim) Tri {
	own, common := Unknown, Unknown
	if !v.draft.Partner.IsZero() {
		own = c.party().sameCompany(party{v.draft.Partner, v.facts.Company})
	}
	if v.draft.Activities != 0 {
		common = TriOf(c.Activities&v.draft.Activities != 0)
	}
	return own.And(common)
}

// holds reports whether the claim is live on a day, and on a subscription.
func (c *Claim) holds(id SubscriptionID, on calendar.Date) bool {
	return c.Status.IsLive() && !on.After(c.Ends) && c.Area == BusinessApplications &&
		slices.ContainsFunc(c.Units, func(u Unit) bool { return u.Subscription == id })
}

func (v *validator) contacts() {
	customer, partner := &v.draft.CustomerContact, &v.draft.PartnerContact
	v.filled(!isBlank(customer.Name) && !isBlank(customer.Title) && !isBlank(customer.Email), FieldCustomerContact)
	v.filled(!isBlank(partner.Name) && !isBlank(partner.Email), FieldPartnerContact)
}

// proof judges the proof of execution. One that is missing altogether is the
// only fault; of one that is not known to be there nothing else is asked.
func (v *validator) proof() {
	d, proof := v.draft, &v.facts.Proof
	v.require(proof.Attached, ProofMissing, Error, FieldPoE, 0)
	if proof.Attached != Yes {
		return
	}
	shows := func(ok Tri, r Reason, asked bool) {
		if asked {
			v.require(ok, r, Error, FieldPoE, 0)
		}
	}
	shows(proof.Acknowledged, ProofNotAcknowledged, true)
	shows(proof.isRecent(v.on), ProofDatesWrong, proof.Acknowledged != No)
	shows(proof.Solution, ProofWithoutSolution, true)
	shows(proof.Products, ProofWithoutProducts, len(d.Products) > 0)
	shows(proof.Partner, ProofOfAnotherPartner, !d.Partner.IsZero())
	shows(proof.Customer, ProofOfAnotherCustomer, !isBlank(d.CustomerName))
	shows(proof.Domain, ProofOfAnotherDomain, !d.Domain.IsZero())
	shows(proof.Tenant, ProofOfAnotherTenant, !d.Tenant.IsZero())
}

// isRecent says whether the acknowledgement is of the twelve months before the
// submission.
func (proof *Proof) isRecent(on calendar.Date) Tri {
	const months = 12
	day := proof.AcknowledgedOn
	switch {
	case proof.Dated == No:
		return No
	case day.IsZero():
		return Unknown
	}
	return TriOf(!day.After(on) && !day.AddMonths(months).Before(on))
}
