package portfolio

import (
	"errors"
	"fmt"
	"slices"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/benefits"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/eligibility"
)

// A judgment holds the policy and the day of a report, and the faults found while
// judging.
type judgment struct {
	policy eligibility.Policy
	terms  benefits.Policy
	on     calendar.Date
	faults []*Fault
}

// Judge returns the report on a portfolio for the given day. It returns a [*Fault]
// if the input is impossible on that day, unless the portfolio was loaded with
// [Loader.KeepGoing].
func (p *Portfolio) Judge(on calendar.Date, e Edition) (*Report, error) {
	policy := policyOf(e, eligibility.Baseline, eligibility.InForce, on)
	j := &judgment{policy: policy, terms: policyOf(e, benefits.Baseline, benefits.InForce, on), on: on}
	r := &Report{
		On:        on,
		Policy:    e.note(policy, eligibility.Editions(), on),
		Actions:   []Action{},
		Blocked:   []Blocked{},
		Companies: []Company{},
		Competing: []Pair{},
		Summary:   Summary{FeesDue: []Fee{}},
		Notes:     p.notes,
		Warnings:  slices.Concat(p.warnings, p.warnNames()),
	}
	for _, part := range []func(*Report, *judgment) error{p.judgeCompanies, p.judgeCustomers, p.judgeClaims} {
		if err := part(r, j); err != nil {
			return nil, err
		}
		if len(j.faults) > 0 && !p.loader.KeepGoing {
			return nil, j.faults[0]
		}
	}
	slices.SortStableFunc(r.Actions, Action.compare)
	r.Faults = slices.Concat(p.faults, j.faults)
	return r, nil
}

// judgeCompanies adds the results for the companies to the report. It leaves out
// companies with faults.
func (p *Portfolio) judgeCompanies(r *Report, j *judgment) error {
	for i := range p.companies {
		c := &p.companies[i]
		facts, faults := c.facts(j.policy, j.terms, j.on)
		if len(faults) > 0 {
			j.faults = append(j.faults, faults...)
			continue
		}
		company, err := j.company(c, facts)
		if err != nil {
			return err
		}
		r.Companies = append(r.Companies, company)
		r.Summary.add(company)
		r.Actions = company.actions(r.Actions, r.On)
		r.Blocked = company.blocked(r.Blocked)
	}
	return nil
}

func (j *judgment) company(c *filedCompany, f eligibility.Facts) (Company, error) {
	r := Company{
		Name: c.name, Facts: f, Listed: c.listed,
		Memberships: []Answer{}, Wanted: []Answer{}, Notes: []partnerrules.Note{},
	}
	for _, score := range c.scores {
		r.Scores = append(r.Scores, Score{score.On, score.assessment})
	}
	for _, m := range c.memberships {
		a, err := j.offer(m.offer, f)
		if err != nil {
			return Company{}, err
		}
		if a.Renewal, err = j.renewal(c, m, f); err != nil {
			return Company{}, err
		}
		if a.Held, err = j.held(m); err != nil {
			return Company{}, err
		}
		a.Fee = m.fee
		if a.PackageChange, err = j.packageChange(m); err != nil {
			return Company{}, err
		}
		if err := j.benefits(&a, m); err != nil {
			return Company{}, err
		}
		r.Memberships = append(r.Memberships, a)
	}
	for _, o := range c.wanted {
		a, err := j.offer(o, f)
		if err != nil {
			return Company{}, err
		}
		r.Wanted = append(r.Wanted, a)
	}
	for _, a := range slices.Concat(r.Memberships, r.Wanted) {
		r.Notes = slices.AppendSeq(r.Notes, a.Decision.Notes())
		for _, b := range a.Benefits {
			r.Notes = slices.AppendSeq(r.Notes, b.Status.Notes())
		}
	}
	r.Notes = SortNotes(r.Notes)
	return r, nil
}

func (j *judgment) offer(o eligibility.Offer, f eligibility.Facts) (Answer, error) {
	decision, err := j.policy.Evaluate(o, f, j.on)
	if err != nil {
		return Answer{}, err
	}
	opening, err := j.policy.NextOpening(o, f, j.on)
	if err != nil {
		return Answer{}, err
	}
	a := Answer{Title: o.Title(), Decision: decision, Opening: opening, Reasons: []Reason{}}
	for why, row := range decision.Reasons() {
		cause := CauseOf(why)
		cause.Remedy = decision.Remedy(why)
		a.Reasons = append(a.Reasons, Reason{cause, decision.See(why), row.From})
	}
	return a, nil
}

func (j *judgment) held(m *filedMembership) (*Held, error) {
	s := &m.standing
	h := &Held{
		Phase: s.Phase, Active: s.Active, Bought: m.bought.Date, Anniversary: s.Anniversary, Window: s.Window,
		LastAccess: s.LastAccess, DaysLeft: s.DaysLeft, Retired: j.retired(m.offer),
	}
	if m.bought.node == nil {
		return h, nil
	}
	for number := range m.timeline.Years() {
		year, err := m.timeline.PaidYear(number + 1)
		if err != nil {
			return nil, err
		}
		h.Years = append(h.Years, year)
	}
	return h, nil
}

func (j *judgment) renewal(c *filedCompany, m *filedMembership, f eligibility.Facts) (*Renewal, error) {
	r, err := j.policy.CheckRenewal(m.offer, f, j.on, c.scoresOf()...)
	if err != nil {
		return nil, err
	}
	renewal := &Renewal{Ready: r.Ready, Days: r.Days, Lacking: r.Lacking}
	for reason := range r.Decision.Reasons() {
		renewal.Reasons = append(renewal.Reasons, reason.Rule())
	}
	return renewal, nil
}

// retired returns the first day on which an offer can no longer be renewed, or the
// zero Date (ELG-13).
func (j *judgment) retired(o eligibility.Offer) calendar.Date {
	if o.Retires() {
		return j.policy.RetiredFrom
	}
	return calendar.Date{}
}

// packageChange returns whether the package of benefits may be changed. It returns
// nil for packs, which have one package, and if the anniversary date is unknown.
func (j *judgment) packageChange(m *filedMembership) (*eligibility.PackageAnswer, error) {
	change, err := j.policy.CheckPackageChange(m.offer, m.standing.Anniversary, j.on)
	if err != nil || change.NotApplicable || change.Allowed == eligibility.Unknown {
		return nil, err
	}
	return &change, nil
}

// An Edition is an edition of the rules, as named on the command line.
type Edition string

// The editions.
const (
	InForce  Edition = "in-force" // the rules in force on the day judged
	Baseline Edition = "baseline" // the help pages of 2023-24, without later changes
)

// UnmarshalText parses an edition. Package flag uses it.
func (e *Edition) UnmarshalText(text []byte) error {
	switch given := Edition(text); given {
	case Baseline, InForce:
		*e = given
		return nil
	}
	return errors.New("want baseline or in-force")
}

// MarshalText returns the name of the edition. Package flag shows the default
// with it.
func (e Edition) MarshalText() ([]byte, error) { return []byte(e), nil }

// policyOf returns the policy of a package under an edition on a day.
func policyOf[P any](e Edition, baseline func() P, inForce func(calendar.Date) (P, calendar.Coverage), on calendar.Date) P {
	if e == Baseline {
		return baseline()
	}
	policy, _ := inForce(on)
	return policy
}

// note describes a policy and the days for which the rules are known.
func (e Edition) note(policy fmt.Stringer, editions calendar.EditionList, on calendar.Date) PolicyNote {
	known := editions.Known()
	return PolicyNote{e, policy.String(), known, known.Coverage(on)}
}
