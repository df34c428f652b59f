package portfolio

import (
	"bytes"
	"encoding/json"
	"errors"
	"iter"
	"slices"
	"strconv"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/cpor"
)

// Claims holds the results for all association claims.
type Claims struct {
	Policy string // for competing claims; each claim is judged by its own policy

	// All yields the results for each claim, in the order of the files. Attention yields
	// the results for those with a fault, a draft or a deadline. Both judge the claims
	// again each time, since the results for a million claims need much memory.
	All, Attention iter.Seq[Claim]

	Numbers map[cpor.Status]int // of claims
}

// claimsJSON is the form of Claims in JSON.
type claimsJSON struct {
	Policy string  `json:"policy"`
	Claims []Claim `json:"claims"`
}

// MarshalJSON returns an object with the members policy and claims.
func (c *Claims) MarshalJSON() ([]byte, error) {
	var text bytes.Buffer
	enc := json.NewEncoder(&text)
	enc.SetEscapeHTML(false) // the caller decides
	err := enc.Encode(claimsJSON{c.Policy, slices.AppendSeq([]Claim{}, c.All)})
	return text.Bytes(), err
}

// UnmarshalJSON reads Policy and All from what MarshalJSON returns.
func (c *Claims) UnmarshalJSON(text []byte) error {
	var form claimsJSON
	err := json.Unmarshal(text, &form)
	c.Policy, c.All = form.Policy, slices.Values(form.Claims)
	return err
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
	Customer string    `json:"customer,omitempty"` // the name, if a customer has the tenant
	Pair     cpor.Pair `json:"pair"`

	Arbitration *cpor.Arbitration `json:"arbitration,omitempty"`
}

// A desk judges the claims of a portfolio. The policy judges the whole history of a
// claim by one edition.
type desk struct {
	p         *Portfolio
	policy    cpor.Policy
	on        calendar.Date
	claims    []cpor.Claim // all claims to judge
	filed     []filedClaim
	customers map[cpor.TenantID]string  // the names of the customers
	ofTenant  map[cpor.TenantID][]int32 // the indexes of the claims on each tenant that has a draft
	steps     []cpor.Step               // of the current claim
}

// judgeClaims adds the results for the claims to the report, if there are any. It
// leaves out claims with a step or an association after the day of the report.
func (p *Portfolio) judgeClaims(r *Report, j *judgment) error {
	if len(p.claims) == 0 {
		return nil
	}
	policy := policyOf(r.Policy.Edition, cpor.Baseline, cpor.InForce, r.On)
	d := &desk{p: p, policy: policy, on: r.On, customers: p.tenantNames()}
	d.claims, d.filed = p.until(j)
	pairs, err := d.detect()
	if err != nil {
		d.claims, d.filed = j.withoutFaults(d.claims, d.filed)
		if pairs, err = d.detect(); err != nil {
			return err
		}
	}
	d.compete(r, pairs)
	d.index()
	numbers := map[cpor.Status]int{}
	var attention []int
	for i := range d.claims {
		c, err := d.report(i)
		if err != nil {
			return err
		}
		r.Actions = c.actions(r.Actions, r.On)
		r.Blocked = c.blocked(r.Blocked)
		numbers[c.Claim.Status]++
		if c.needsAttention() {
			attention = append(attention, i)
		}
	}
	r.Claims = &Claims{policy.String(), d.reports(every(len(d.claims))), d.reports(slices.Values(attention)), numbers}
	return nil
}

// detect returns the pairs of competing claims. It first fills in the companies of the
// claims. It returns an error if the list as a whole has a fault.
func (d *desk) detect() (iter.Seq[cpor.Pair], error) {
	claims := d.claims
	if slices.ContainsFunc(claims, func(c cpor.Claim) bool { return c.Company.IsZero() }) { // else nothing changes, and a copy would cost memory
		var err error
		if claims, err = cpor.FillCompanies(claims); err != nil {
			return nil, err
		}
	}
	pairs, err := d.policy.Detect(claims)
	if err == nil {
		d.claims = claims
	}
	return pairs, err
}

// reports yields the results for claims that report has accepted, by their indexes.
func (d *desk) reports(indexes iter.Seq[int]) iter.Seq[Claim] {
	return func(yield func(Claim) bool) {
		for i := range indexes {
			if c, _ := d.report(i); !yield(c) {
				return
			}
		}
	}
}

// every yields the indexes of a list of n elements.
func every(n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := 0; i < n && yield(i); i++ {
		}
	}
}

// needsAttention reports whether a claim has a fault, a draft or a deadline.
func (c *Claim) needsAttention() bool {
	return c.Fault != nil || c.Draft != nil || c.Due != nil && c.Due.Task != 0 && !c.Due.Through.IsZero() && c.Due.Timing != cpor.TimingClosed
}

// withoutFaults returns the claims that have no fault in the list as a whole, such as a
// company that contradicts another claim (CPR-52). It adds a fault for each other claim.
func (j *judgment) withoutFaults(claims []cpor.Claim, filed []filedClaim) ([]cpor.Claim, []filedClaim) {
	faulty := map[int]bool{}
	for _, f := range cpor.CheckClaims(claims) {
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
	if f.usage == nil {
		return f.place.fault("the history has a step on " + late.String() + ", after the day of the report, " + on.String())
	}
	return &Fault{
		File: f.place.source.file, Line: int(f.usage.line), Column: int(f.usage.column), Path: columnFrom,
		Value: strconv.Quote(late.String()), Reason: afterReason(on),
	}
}

// after returns the day of the first step after on, or of the latest association if
// that is after on, or the zero Date.
func (f *filedClaim) after(on calendar.Date) calendar.Date {
	for _, step := range f.history {
		if step.on.After(on) {
			return step.on
		}
	}
	if f.usage != nil && f.usage.latest.After(on) {
		return f.usage.latest
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
func (d *desk) index() {
	d.ofTenant = map[cpor.TenantID][]int32{}
	for i := range d.filed {
		if d.filed[i].draft() != nil {
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

// report judges the claim with an index. A claim without a history has no results.
func (d *desk) report(i int) (Claim, error) {
	c, f := &d.claims[i], &d.filed[i]
	r := Claim{Claim: c, Customer: d.customers[c.Tenant]}
	if len(f.history) == 0 {
		return r, nil
	}
	policy, days := d.policy, d.p.days
	d.steps = d.p.steps(d.steps[:0], f)
	if err := policy.CheckHistory(d.steps, days); err != nil {
		var fault *cpor.StepError
		if !errors.As(err, &fault) {
			return r, err
		}
		r.Fault = &StepFault{*fault, fault.Reason.Rule(), fault.Reason.Message(), fault.Reason.Remedy()}
	}
	if at, err := policy.Replay(d.steps, days); err == nil {
		due, err := policy.NextDeadline(at, d.on, days)
		if err != nil {
			return r, err
		}
		r.State, r.Due = at, &due
		if at.Status != cpor.Approved { // an approved claim needs no more than the texts of its deadline
			r.Notes = slices.AppendSeq(r.Notes, due.Notes())
		}
	}
	if f.asked != nil {
		for _, s := range f.asked.covers {
			cover := c.Covers(s, d.on)
			r.Covers = append(r.Covers, Covered{s, cover})
			r.Notes = slices.AppendSeq(r.Notes, cover.Notes())
		}
	}
	if draft := f.draft(); draft != nil {
		if err := d.draft(&r, draft); err != nil {
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
func (d *desk) compete(r *Report, pairs iter.Seq[cpor.Pair]) {
	for pair := range pairs {
		report := Pair{Customer: d.customers[pair.Tenant], Pair: pair}
		if arbitration, ok := d.policy.Arbitrate(pair, d.on); ok {
			report.Arbitration = &arbitration
		}
		r.Competing = append(r.Competing, report)
	}
}
