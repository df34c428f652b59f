package cpor

import (
	"slices"
	"strings"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/internal/check"
)

// CheckDraft checks a draft under the policy of [InForce]. See [Policy.CheckDraft].
func CheckDraft(d Draft, f Facts, on calendar.Date) (Validation, error) {
	return inForce().CheckDraft(d, f, on)
}

// CheckDraft checks a draft that will be submitted on a day. It returns every
// fault that the facts prove, and every check that lacks a fact (CPR-01 to
// CPR-19, CPR-38, CPR-41). It warns of claims of other companies that compete with the
// draft, or may compete with it (CPR-47). The edition depends on the day.
//
// It takes time linear in the claims, and for each product linear in the lists of
// the facts. It does not allocate if it finds nothing and the facts have at most
// three claims, none of them on the draft's tenant.
//
// CheckDraft returns a [*partnerrules.InputError] if:
//   - the policy is invalid, or on is zero,
//   - the draft or the facts have an invalid value,
//   - a name has a character that [Claim.Validate] rejects (INP-06),
//   - a claim was submitted or approved after on (INP-05),
//   - [Policy.Detect] rejects the claims of the facts,
//   - a claim and the facts state different companies for the draft's partner.
func (p Policy) CheckDraft(d Draft, f Facts, on calendar.Date) (Validation, error) {
	if err := p.checkDraft(&d, &f, on); err != nil {
		return Validation{}, err
	}
	var findings []Finding
	v := validator{policy: &p, terms: p.EditionOn(on).terms(), draft: &d, facts: &f, on: on, findings: &findings}
	v.role()
	v.partner()
	v.tenant()
	v.activity()
	rivals := p.rivals(&d, &f, on)
	v.products()
	v.competing(rivals, FieldProduct)
	v.subscriptions()
	v.competing(rivals, FieldSubscription)
	v.contacts()
	v.proof()
	return Validation{
		Verdict: verdictOf(findings), Findings: findings, Partner: d.Partner, Activities: d.Activities, CustomerAsked: f.CustomerAsked,
		On: on, Coverage: known.Coverage(on), Policy: p,
	}, nil
}

// ClaimableFrom returns the first day on which a product can be claimed under the
// policy of [InForce]. See [Policy.ClaimableFrom].
func ClaimableFrom(provisioned calendar.Date) calendar.Date {
	return inForce().ClaimableFrom(provisioned)
}

// ClaimableFrom returns the first day on which a product can be claimed, if the
// customer provisioned it on the given day (CPR-15). This is the same day. If the
// edition of that day is 2023, it is seven days later, when the product is visible at
// the latest.
//
// ClaimableFrom returns the zero Date if provisioned is zero, which means that the
// customer has yet to provision the product, and under an invalid policy.
func (p Policy) ClaimableFrom(provisioned calendar.Date) calendar.Date {
	if !p.Edition.isKnown() {
		return calendar.Date{}
	}
	return provisioned.AddDays(p.EditionOn(provisioned).terms().visibleDays)
}

// A validator collects the findings on a draft. Its methods check the fields in
// their order, and within a field by rule ID.
type validator struct {
	policy *Policy
	terms  terms
	draft  *Draft
	facts  *Facts
	on     calendar.Date

	// findings is a pointer so that the compiler can keep the targets of the
	// other pointers on the stack.
	findings *[]Finding
}

// verdictOf returns the verdict of the findings.
func verdictOf(findings []Finding) Verdict {
	verdict := VerdictValid
	for _, f := range findings {
		switch f.Severity {
		case partnerrules.SeverityError:
			return VerdictInvalid
		case partnerrules.SeverityUnknown:
			verdict = VerdictUndetermined
		}
	}
	return verdict
}

// add adds a finding. The parameter product counts from 1; 0 means none.
func (v *validator) add(r Reason, s partnerrules.Severity, f Field, product int) {
	*v.findings = append(*v.findings, Finding{Reason: r, Severity: s, Field: f, Product: product, CustomerAsked: v.facts.CustomerAsked})
}

// require adds a finding of severity s if ok is No, and of SeverityUnknown if ok is
// Unknown.
func (v *validator) require(ok Tri, r Reason, s partnerrules.Severity, f Field, product int) {
	switch ok {
	case No:
		v.add(r, s, f, product)
	case Unknown:
		v.add(r, partnerrules.SeverityUnknown, f, product)
	}
}

// filled adds a finding on a required field if ok is false (CPR-18).
func (v *validator) filled(ok bool, f Field) {
	v.require(partnerrules.TriFromBool(ok), FieldMissing, partnerrules.SeverityError, f, 0)
}

// role checks the role of the user.
func (v *validator) role() {
	v.require(v.policy.MayClaim(v.facts.Role), RoleMayNotClaim, partnerrules.SeverityError, FieldRole, 0)
}

// partner checks the location. Unknown facts of it add no findings.
func (v *validator) partner() {
	if !v.draft.Partner.IsZero() {
		for r := range v.facts.Location.warnings() {
			v.add(r, partnerrules.SeverityWarning, FieldPartner, 0)
		}
	}
	v.filled(!v.draft.Partner.IsZero(), FieldPartner)
}

// tenant checks the tenant, the domain and the area.
func (v *validator) tenant() {
	d, f := v.draft, v.facts
	v.filled(!d.Tenant.IsZero(), FieldTenant)
	if !d.Domain.IsZero() && !d.Tenant.IsZero() {
		v.require(listed(f.Domains, d.Domain, f.DomainsComplete), DomainMismatch, partnerrules.SeverityError, FieldDomain, 0)
	}
	v.filled(!d.Domain.IsZero(), FieldDomain)
	v.filled(d.Area != noArea, FieldArea)
}

// listed returns whether a list has a value. If it does not, the result is No for a
// complete list, and Unknown otherwise.
func listed[T comparable](list []T, value T, complete bool) Tri {
	switch {
	case slices.Contains(list, value):
		return Yes
	case complete:
		return No
	}
	return Unknown
}

// activity checks the activities.
func (v *validator) activity() {
	d := v.draft
	if d.Area != noArea && d.Activities&^d.Area.offered() != 0 {
		v.add(ActivityNotOffered, partnerrules.SeverityError, FieldActivity, 0)
	}
	if d.Activities.Has(ActivityRevenueAssociation) && d.Activities != 1<<ActivityRevenueAssociation {
		v.add(ActivitiesExclude, partnerrules.SeverityError, FieldActivity, 0)
	}
	v.filled(d.Activities != 0, FieldActivity)
}

// products checks the products or workloads. Only Business Applications has
// conditions on the channel and the tenant.
func (v *validator) products() {
	d := v.draft
	each := func(r Reason, ok func(*Product) Tri) {
		for i := range d.Products {
			v.require(ok(&d.Products[i]), r, partnerrules.SeverityError, FieldProduct, i+1)
		}
	}
	if d.Area == BusinessApplications {
		each(ChannelNotEligible, func(u *Product) Tri { return u.Channel.isClaimable() })
		each(ProductNotOnTenant, func(u *Product) Tri { return u.OnTenant })
	}
	v.filled(slices.ContainsFunc(d.Products, func(u Product) bool { return !check.IsBlank(u.Name) }), FieldProduct)
	each(ProductNotEligible, func(u *Product) Tri { return u.Eligible })
}

// subscriptions checks the subscriptions.
func (v *validator) subscriptions() {
	switch v.draft.Area {
	case Microsoft365:
		for i := range v.draft.Products {
			if v.draft.Products[i].entered() {
				v.add(SubscriptionIgnored, partnerrules.SeverityWarning, FieldSubscription, i+1)
			}
		}
	case BusinessApplications:
		v.dynamicsSubscriptions()
	}
}

// dynamicsSubscriptions checks the subscriptions of Business Applications. If an
// identifier is not a subscription ID, the other checks are skipped (CPR-12).
func (v *validator) dynamicsSubscriptions() {
	d, f := v.draft, v.facts
	for i := range d.Products {
		if u := &d.Products[i]; !u.entered() {
			v.require(u.HasSeveral.Or(partnerrules.TriFromBool(v.terms.subscriptionAlways)).Not(), SubscriptionNeeded, partnerrules.SeverityError, FieldSubscription, i+1)
		}
	}
	each := func(r Reason, s partnerrules.Severity, ok func(*Product, SubscriptionID) Tri) {
		for i := range d.Products {
			if u := &d.Products[i]; u.entered() {
				if id, isID := u.subscription(d.Tenant); isID {
					v.require(ok(u, id), r, s, FieldSubscription, i+1)
				}
			}
		}
	}
	each(SubscriptionNotDynamics, partnerrules.SeverityError, func(u *Product, _ SubscriptionID) Tri { return u.Dynamics })
	each(SubscriptionIsCSP, partnerrules.SeverityError, func(u *Product, _ SubscriptionID) Tri { return u.isNotCSP() })
	each(NotProvisioned, partnerrules.SeverityError, func(u *Product, _ SubscriptionID) Tri { return u.Provisioned })
	each(AlreadyClaimed, v.terms.claimed, func(_ *Product, id SubscriptionID) Tri { return v.claimed(id).Not() })
	for i := range d.Products {
		if _, isID := d.Products[i].subscription(d.Tenant); !isID && d.Products[i].entered() {
			v.add(NotASubscriptionID, partnerrules.SeverityError, FieldSubscription, i+1)
		}
	}
	each(SubscriptionNotActive, v.terms.state, func(u *Product, _ SubscriptionID) Tri { return u.State.isClaimable() })
	each(SubscriptionNotOnTenant, partnerrules.SeverityError, func(_ *Product, id SubscriptionID) Tri {
		return listed(f.Subscriptions, id, f.SubscriptionsComplete)
	})
}

// isNotCSP returns whether the subscription can pass as not bought through CSP. It can
// if the channel is known and the caller does not say otherwise. If the channel is
// CSP, it is the fault, which is not reported twice (CPR-03).
func (u *Product) isNotCSP() Tri {
	switch {
	case u.Channel == CSP:
		return Yes
	case u.BoughtByCSP == Unknown && u.Channel != ChannelUnknown:
		return Yes
	}
	return u.BoughtByCSP.Not()
}

// entered reports whether a subscription is entered.
func (u *Product) entered() bool { return strings.TrimSpace(u.Subscription) != "" }

// subscription returns the ID that is entered. It returns false if the text is
// not a GUID, is the tenant ID, or is known to identify something else.
func (u *Product) subscription(tenant TenantID) (id SubscriptionID, ok bool) {
	id, err := ParseSubscriptionID(strings.TrimSpace(u.Subscription))
	return id, err == nil && id.id != tenant.id && !u.KnownNotID
}

// claimed returns whether the claimant's own company holds a live claim on a
// subscription with an activity in common (CPR-11).
func (v *validator) claimed(id SubscriptionID) Tri {
	claimed := partnerrules.TriFromBool(false)
	if !v.facts.ClaimsComplete {
		claimed = Unknown
	}
	for i := range v.facts.Claims {
		if c := &v.facts.Claims[i]; !c.isDraft(v.draft) && c.holds(id, v.on) {
			claimed = claimed.Or(v.isOwn(c))
		}
	}
	return claimed
}

// competing adds a warning for each claim of another company that competes with the
// draft, or may compete with it (CPR-47). The field is the subscription if all shared
// units name one, and else the product.
func (v *validator) competing(rivals []rival, f Field) {
	for _, r := range rivals {
		field := FieldSubscription
		if slices.ContainsFunc(r.units, func(u Unit) bool { return u.Subscription.IsZero() }) {
			field = FieldProduct
		}
		if field == f && r.sameCompany != Yes {
			*v.findings = append(*v.findings, Finding{
				Reason: ClaimCompetes, Severity: partnerrules.SeverityWarning, Field: f,
				Claim: r.claim.ID, Relation: r.relation, CustomerAsked: v.facts.CustomerAsked,
			})
		}
	}
}

// isOwn returns whether a claim is of the claimant's company and has an activity in
// common with the draft.
func (v *validator) isOwn(c *Claim) Tri {
	own, common := v.draft.sameCompany(v.facts.Company, c), Unknown
	if v.draft.Activities != 0 {
		common = partnerrules.TriFromBool(c.Activities&v.draft.Activities != 0)
	}
	return own.And(common)
}

// holds reports whether the claim is live on a day and names a subscription.
func (c *Claim) holds(id SubscriptionID, on calendar.Date) bool {
	return c.Status.IsLive() && !on.After(c.Ends) && c.Area == BusinessApplications &&
		slices.ContainsFunc(c.Units, func(u Unit) bool { return u.Subscription == id })
}

// contacts checks the contacts.
func (v *validator) contacts() {
	customer, partner := &v.draft.CustomerContact, &v.draft.PartnerContact
	v.filled(!check.IsBlank(customer.Name) && !check.IsBlank(customer.Title) && !check.IsBlank(customer.Email), FieldCustomerContact)
	v.filled(!check.IsBlank(partner.Name) && !check.IsBlank(partner.Email), FieldPartnerContact)
}

// proof checks the proof of execution. If the proof is missing, that is the only
// finding. If it is unknown whether there is one, nothing else is checked.
func (v *validator) proof() {
	d, proof := v.draft, &v.facts.Proof
	v.require(proof.Attached, ProofMissing, partnerrules.SeverityError, FieldPoE, 0)
	if proof.Attached != Yes {
		return
	}
	shows := func(ok Tri, r Reason, applies bool) {
		if applies {
			v.require(ok, r, partnerrules.SeverityError, FieldPoE, 0)
		}
	}
	shows(proof.Acknowledged, ProofNotAcknowledged, true)
	shows(proof.isRecent(v.on), ProofDatesWrong, proof.Acknowledged != No)
	shows(proof.Solution, ProofWithoutSolution, true)
	shows(proof.Products, ProofWithoutProducts, len(d.Products) > 0)
	shows(proof.Partner, ProofOfAnotherPartner, !d.Partner.IsZero())
	shows(proof.Customer, ProofOfAnotherCustomer, !check.IsBlank(d.CustomerName))
	shows(proof.Domain, ProofOfAnotherDomain, !d.Domain.IsZero())
	shows(proof.Tenant, ProofOfAnotherTenant, !d.Tenant.IsZero())
}

// isRecent returns whether the acknowledgment is within the twelve months before
// the submission.
func (proof *Proof) isRecent(on calendar.Date) Tri {
	const months = 12
	day := proof.AcknowledgedOn
	switch {
	case proof.Dated == No:
		return No
	case day.IsZero():
		return Unknown
	}
	return partnerrules.TriFromBool(!day.After(on) && !day.AddMonths(months).Before(on))
}

// checkDraft returns the error of invalid arguments, or nil.
func (p *Policy) checkDraft(d *Draft, f *Facts, on calendar.Date) error {
	if err := p.Validate(); err != nil {
		return err
	}
	if on.IsZero() {
		return check.NoDate("on")
	}
	if err := d.check(); err != nil {
		return check.Within("draft.", err)
	}
	return check.Within("facts.", f.check(d.Partner, on))
}

// check returns the error of the first invalid field, or nil.
func (d *Draft) check() error {
	switch {
	case d.Area > lastArea:
		return check.Invalid("area", d.Area)
	case !areActivities(d.Activities):
		return check.Invalid("activities", d.Activities)
	}
	if d.ID != "" {
		if bad := check.Name("id", d.ID); bad != nil {
			return bad
		}
	}
	if bad := enteredName("customerName", d.CustomerName); bad != nil {
		return bad
	}
	for i := range d.Products {
		if err := d.Products[i].check(); err != nil {
			return check.Within(check.Item("products", i)+".", err)
		}
	}
	return nil
}

// enteredName returns the error of a name as the user entered it, or nil. If nothing
// is visible, the name is missing rather than invalid (CPR-18).
func enteredName(path, name string) *partnerrules.InputError {
	if check.IsBlank(name) {
		return nil
	}
	return check.Name(path, name)
}

// check returns the error of the first invalid field, or nil.
func (u *Product) check() error {
	switch {
	case u.Channel > lastChannel:
		return check.Invalid("channel", u.Channel)
	case u.State > lastState:
		return check.Invalid("state", u.State)
	}
	if bad := enteredName("name", u.Name); bad != nil {
		return bad
	}
	return check.Tris(
		check.Tri{Name: "eligible", Value: u.Eligible},
		check.Tri{Name: "onTenant", Value: u.OnTenant},
		check.Tri{Name: "hasSeveral", Value: u.HasSeveral},
		check.Tri{Name: "dynamics", Value: u.Dynamics},
		check.Tri{Name: "boughtByCSP", Value: u.BoughtByCSP},
		check.Tri{Name: "provisioned", Value: u.Provisioned},
	)
}

// check returns the error of the first invalid field, or nil. The parameter
// partner is the partner of the draft, and on is the day judged.
func (f *Facts) check(partner PartnerID, on calendar.Date) error {
	proof := &f.Proof
	if f.Role > lastRole {
		return check.Invalid("role", f.Role)
	}
	if err := f.Location.check(); err != nil {
		return check.Within("location.", err)
	}
	if err := check.Tris(
		check.Tri{Name: "proof.attached", Value: proof.Attached},
		check.Tri{Name: "proof.partner", Value: proof.Partner},
		check.Tri{Name: "proof.customer", Value: proof.Customer},
		check.Tri{Name: "proof.domain", Value: proof.Domain},
		check.Tri{Name: "proof.tenant", Value: proof.Tenant},
		check.Tri{Name: "proof.solution", Value: proof.Solution},
		check.Tri{Name: "proof.products", Value: proof.Products},
		check.Tri{Name: "proof.acknowledged", Value: proof.Acknowledged},
		check.Tri{Name: "proof.dated", Value: proof.Dated},
	); err != nil {
		return err
	}
	return f.checkClaims(partner, on)
}

// checkPast returns the error of a begin, submission or approval after the day judged,
// or nil (INP-05).
func (c *Claim) checkPast(on calendar.Date) *partnerrules.InputError {
	switch {
	case c.Begins.After(on):
		return afterDay("begins", c.Begins, on)
	case c.Submitted.After(on):
		return afterDay("submitted", c.Submitted, on)
	case c.Approved.After(on):
		return afterDay("approved", c.Approved, on)
	}
	return nil
}

// afterDay returns the error of a fact of the past that is after the day judged.
func afterDay(path string, day, on calendar.Date) *partnerrules.InputError {
	return check.Input(path, day.String()+" is after the day judged, "+on.String())
}

// checkClaims checks the claims, and that they and the company of the draft's partner
// do not contradict each other. A map of at most eight elements is not allocated: it
// holds the IDs of the parties.
func (f *Facts) checkClaims(partner PartnerID, on calendar.Date) error {
	ids, companies := idBook{}, map[PartnerID]PartnerID{} // the known companies of IDs
	for id := range (party{partner, f.Company}).stated {
		companies[id] = f.Company
	}
	for i := range f.Claims {
		c := &f.Claims[i]
		if err := c.validate(); err != nil {
			return inClaims(i, err)
		}
		bad := c.checkPast(on)
		if bad == nil {
			bad = ids.add(c.ID, i)
		}
		if bad != nil {
			return inClaims(i, c.named(bad))
		}
		for id := range c.party().stated {
			if other, isKnown := companies[id]; isKnown && other != c.Company {
				return inClaims(i, c.named(check.Input("company", contradiction(id, c.Company, other))))
			}
			companies[id] = c.Company
		}
	}
	return nil
}
