package portfolio

import (
	"errors"
	"slices"
	"strconv"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/cpor"
)

// Claims holds the results for all association claims.
type Claims struct {
	Policy string  `json:"policy"` // for competing claims; each claim is judged by its own policy
	Claims []Claim `json:"claims"`
}

// A Claim holds the results for one association claim.
type Claim struct {
	Claim    *cpor.Claim      `json:"claim"`
	Customer string           `json:"customer,omitempty"` // the name, if a customer has the tenant
	State    cpor.ClaimState  `json:"state,omitzero"`     // absent if the history has an invalid transition
	Due      *cpor.Deadline   `json:"due,omitempty"`
	Fault    *StepFault       `json:"fault,omitempty"` // the first step that is late or an invalid transition
	Draft    *cpor.Validation `json:"draft,omitempty"`
	Findings []Finding        `json:"findings,omitempty"`

	Choice    *cpor.ActivityChoice `json:"choice,omitempty"`    // the activities that fit the intent
	Locations cpor.LocationOptions `json:"locations,omitempty"` // the locations to choose from
	Covers    []Covered            `json:"covers,omitempty"`    // whether the claim covers subscriptions

	Notes []partnerrules.Note `json:"notes,omitempty"`
}

// A Covered is the answer to whether a claim covers a subscription.
type Covered struct {
	Subscription cpor.Subscription `json:"subscription"`
	Cover        cpor.Cover        `json:"cover"`
}

// A StepFault is a step that is late or an invalid transition, with its texts.
type StepFault struct {
	Fault   cpor.StepError      `json:"fault"`
	Rule    partnerrules.RuleID `json:"rule"`
	Message string              `json:"message"`
	Remedy  string              `json:"remedy"`
}

// A Finding is a fault of a draft, with its texts.
type Finding struct {
	Rule    partnerrules.RuleID `json:"rule"`
	Finding cpor.Finding        `json:"finding"`
	Message string              `json:"message"`
	Remedy  string              `json:"remedy"`
}

// Cause returns the cause of the finding, with the texts of the finding.
func (f Finding) Cause() Cause { return Cause{f.Rule, f.Finding.Reason.String(), f.Message, f.Remedy} }

// A Pair is two claims on one customer that compete, may compete or are duplicates.
type Pair struct {
	Tenant   cpor.TenantID `json:"tenant"`
	Customer string        `json:"customer,omitempty"` // the name, if a customer has the tenant
	Pair     cpor.Pair     `json:"pair"`

	Arbitration *cpor.Arbitration `json:"arbitration,omitempty"`
}

// A desk judges the claims of a portfolio. The policy judges the whole history of a
// claim by one edition.
type desk struct {
	p         *Portfolio
	policy    cpor.Policy
	on        calendar.Date
	claims    []cpor.Claim              // all claims to judge
	customers map[cpor.TenantID]string  // the names of the customers
	ofTenant  map[cpor.TenantID][]int32 // the indexes of the claims on each tenant that has a draft
}

// judgeClaims adds the results for the claims to the report, if there are any. It
// leaves out claims with a step or an association after the day of the report.
func (p *Portfolio) judgeClaims(r *Report, j *judgment) error {
	if len(p.claims) == 0 {
		return nil
	}
	claims, filed := j.withoutFaults(p.until(j))
	if slices.ContainsFunc(claims, func(c cpor.Claim) bool { return c.Company.IsZero() }) { // else nothing changes, and a copy would cost memory
		var err error
		if claims, err = cpor.FillCompanies(claims); err != nil {
			return err
		}
	}
	policy := policyOf(r.Policy.Edition, cpor.Baseline, cpor.InForce, r.On)
	r.Claims = &Claims{Policy: policy.String(), Claims: make([]Claim, 0, len(claims))}
	d := &desk{p: p, policy: policy, on: r.On, claims: claims, customers: p.tenantNames()}
	d.index(filed)
	for i := range claims {
		report, err := d.report(&claims[i], &filed[i])
		if err != nil {
			return err
		}
		r.Claims.Claims = append(r.Claims.Claims, report)
	}
	return d.compete(r)
}

// withoutFaults returns the claims that have no fault in the list as a whole, such as a
// company that contradicts another claim (CPR-52). It adds a fault for each other claim.
func (j *judgment) withoutFaults(claims []cpor.Claim, filed []filedClaim) ([]cpor.Claim, []filedClaim) {
	faults := cpor.CheckClaims(claims)
	if len(faults) == 0 {
		return claims, filed
	}
	faulty := map[int]bool{}
	for _, f := range faults {
		if i := f.Place - 1; !faulty[i] {
			faulty[i] = true
			j.faults = append(j.faults, filed[i].place.fault(f.Fault.Reason))
		}
	}
	var sound []cpor.Claim
	var places []filedClaim
	for i := range claims {
		if !faulty[i] {
			sound, places = append(sound, claims[i]), append(places, filed[i])
		}
	}
	return sound, places
}

// until returns the claims without a step or an association after the day of the report. It adds a
// fault for each other claim.
func (p *Portfolio) until(j *judgment) ([]cpor.Claim, []filedClaim) {
	before := len(j.faults)
	for i := range p.filed {
		if late := p.filed[i].after(j.on); !late.IsZero() {
			j.faults = append(j.faults, p.filed[i].lateFault(late, j.on))
		}
	}
	if len(j.faults) == before {
		return p.claims, p.filed
	}
	var claims []cpor.Claim
	var filed []filedClaim
	for i := range p.filed {
		if p.filed[i].after(j.on).IsZero() {
			claims, filed = append(claims, p.claims[i]), append(filed, p.filed[i])
		}
	}
	return claims, filed
}

// lateFault returns the fault for a step or an association on late, which is after on.
func (f *filedClaim) lateFault(late, on calendar.Date) *Fault {
	if f.associated.IsZero() {
		return f.place.fault("the history has a step on " + late.String() + ", after the day of the report, " + on.String())
	}
	return &Fault{
		File: f.place.source.file, Line: int(f.dateLine), Column: int(f.dateColumn), Path: columnFrom,
		Value: strconv.Quote(late.String()), Reason: afterReason(on),
	}
}

// after returns the day of the first step after on, or of the latest association if
// that is after on, or the zero Date.
func (f *filedClaim) after(on calendar.Date) calendar.Date {
	for _, step := range f.history {
		if step.On.After(on) {
			return step.On
		}
	}
	if f.associated.After(on) {
		return f.associated
	}
	return calendar.Date{}
}

// tenantNames returns the name of each customer by its tenant.
func (p *Portfolio) tenantNames() map[cpor.TenantID]string {
	names := map[cpor.TenantID]string{}
	for _, c := range p.customers {
		if !c.tenant.IsZero() {
			names[c.tenant] = c.name
		}
	}
	return names
}

// index collects the claims that a draft is compared with: all claims on the
// tenant of the draft.
func (d *desk) index(filed []filedClaim) {
	d.ofTenant = map[cpor.TenantID][]int32{}
	for i := range filed {
		if filed[i].draft != nil {
			d.ofTenant[d.claims[i].Tenant] = nil
		}
	}
	if len(d.ofTenant) == 0 {
		return
	}
	for i := range d.claims {
		if numbers, asked := d.ofTenant[d.claims[i].Tenant]; asked {
			d.ofTenant[d.claims[i].Tenant] = append(numbers, int32(i))
		}
	}
}

// report judges a claim. A claim without a history has no results.
func (d *desk) report(c *cpor.Claim, f *filedClaim) (Claim, error) {
	r := Claim{Claim: c, Customer: d.customers[c.Tenant]}
	if len(f.history) == 0 {
		return r, nil
	}
	policy, days := d.policy, d.p.days
	var fault *cpor.StepError
	switch err := policy.CheckHistory(f.history, days); {
	case errors.As(err, &fault):
		r.Fault = &StepFault{*fault, fault.Reason.Rule(), fault.Reason.Message(), fault.Reason.Remedy()}
	case err != nil:
		return r, err
	}
	if at, err := policy.Replay(f.history, days); err == nil {
		due, err := policy.NextDeadline(at, d.on, days)
		if err != nil {
			return r, err
		}
		r.State, r.Due = at, &due
		if at.Status != cpor.Approved { // an approved claim needs no more than the texts of its deadline
			r.Notes = slices.AppendSeq(r.Notes, due.Notes())
		}
	}
	for _, s := range f.covers {
		cover := c.Covers(s, d.on)
		r.Covers = append(r.Covers, Covered{s, cover})
		r.Notes = slices.AppendSeq(r.Notes, cover.Notes())
	}
	if f.draft != nil {
		if err := d.draft(&r, f.draft); err != nil {
			return r, err
		}
	}
	r.Notes = SortNotes(r.Notes)
	return r, nil
}

// draft adds the findings on the draft of a claim, and what its intent and its
// locations lead to.
func (d *desk) draft(r *Claim, f *filedDraft) error {
	facts := f.facts
	facts.Company, facts.ClaimsComplete = r.Claim.Company, true
	for _, number := range d.ofTenant[f.draft.Tenant] {
		facts.Claims = append(facts.Claims, d.claims[number])
	}
	validation, err := d.policy.CheckDraft(f.draft, facts, d.on)
	if err != nil {
		return err
	}
	for _, finding := range validation.Findings {
		r.Findings = append(r.Findings, Finding{finding.Reason.Rule(), finding, finding.Message(), finding.Remedy()})
	}
	r.Draft = &validation
	r.Notes = slices.AppendSeq(r.Notes, validation.Notes())
	if f.intent != nil {
		choice := d.policy.ActivitiesFor(f.draft.Area, *f.intent, d.on)
		r.Choice = &choice
		r.Notes = slices.AppendSeq(r.Notes, choice.Notes())
	}
	if f.locations != nil {
		if r.Locations, err = cpor.CompareLocations(f.locations); err != nil {
			return err
		}
		r.Notes = slices.AppendSeq(r.Notes, r.Locations.Notes())
	}
	return nil
}

// compete adds the pairs of competing claims to the report.
func (d *desk) compete(r *Report) error {
	pairs, err := d.policy.Detect(d.claims)
	if err != nil {
		return err
	}
	for pair := range pairs {
		report := Pair{Pair: pair}
		if arbitration, ok := d.policy.Arbitrate(pair, d.on); ok {
			report.Arbitration = &arbitration
		}
		r.Competing = append(r.Competing, report)
	}
	d.placePairs(r.Competing)
	return nil
}

// placePairs sets the tenant and customer of each pair from its first claim.
func (d *desk) placePairs(pairs []Pair) {
	if len(pairs) == 0 {
		return
	}
	tenants := make(map[string]cpor.TenantID, len(pairs))
	for i := range pairs {
		tenants[pairs[i].Pair.First] = cpor.TenantID{}
	}
	for i := range d.claims {
		if _, asked := tenants[d.claims[i].ID]; asked {
			tenants[d.claims[i].ID] = d.claims[i].Tenant
		}
	}
	for i := range pairs {
		pairs[i].Tenant = tenants[pairs[i].Pair.First]
		pairs[i].Customer = d.customers[pairs[i].Tenant]
	}
}
