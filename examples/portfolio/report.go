package main

import (
	"github.com/partnerrules/partnerrules/benefits"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/eligibility"
)

// A report is the answer for a whole portfolio. Its JSON is the program's own
// form, see README.md; what comes from the library keeps the library's form.
type report struct {
	On        calendar.Date   `json:"on"`
	Policy    policyNote      `json:"policy"`
	Companies []companyReport `json:"companies"`
	Claims    *claimsReport   `json:"claims,omitempty"`
	Summary   summary         `json:"summary"`

	// Agreement is what there is to say of the customers.
	Agreement *agreementReport `json:"agreement,omitempty"`
}

// A policyNote says under which rules the report was made, and whether they are
// known for the day.
type policyNote struct {
	Edition  edition           `json:"edition"`
	Text     string            `json:"text"`
	Known    calendar.Period   `json:"known"`
	Coverage calendar.Coverage `json:"coverage"`
}

type companyReport struct {
	Name        string                   `json:"name"`
	Facts       eligibility.Facts        `json:"facts"`
	Scores      []eligibility.Assessment `json:"scores,omitempty"`
	Memberships []answer                 `json:"memberships"`
	Wanted      []answer                 `json:"wanted"`
	Advice      []advice                 `json:"advice"`

	listed bool
}

// An answer is what there is to say of one offer.
type answer struct {
	Title    string               `json:"title"`
	Held     *held                `json:"held,omitempty"` // only for memberships
	Decision eligibility.Decision `json:"decision"`
	Reasons  []reason             `json:"reasons"`
	Opening  eligibility.Opening  `json:"opening"`

	// PackageChange says whether the package of benefits may be changed, for a
	// designation or legacy membership.
	PackageChange *eligibility.PackageAnswer `json:"packageChange,omitempty"`

	Fee *fee `json:"fee,omitempty"`

	// Benefits are those of a membership, and Next the first of the events to
	// come.
	Benefits []benefitReport  `json:"benefits,omitempty"`
	Next     []benefits.Event `json:"next,omitempty"`
}

// A held says where a membership stands on the day.
type held struct {
	Standing    standing        `json:"standing"`
	Active      eligibility.Tri `json:"active"` // as the file says, a lapse apart
	Bought      calendar.Date   `json:"bought,omitzero"`
	Anniversary calendar.Date   `json:"anniversary,omitzero"`
	Window      calendar.Period `json:"window,omitzero"`
	LastAccess  calendar.Date   `json:"lastAccess,omitzero"`
}

type standing string

const (
	ended     standing = "ended"     // the file says that it is not active
	uncertain standing = "uncertain" // activity or anniversary date is not known
	running   standing = "running"   // the renewal window has not opened yet
	renewable standing = "renewable" // the day lies in the renewal window
	lapsed    standing = "lapsed"    // the renewal window was missed
)

// A reason is why a button is disabled, in full.
type reason struct {
	Rule    string             `json:"rule"`
	Code    eligibility.Reason `json:"code"`
	Message string             `json:"message"`
	Remedy  string             `json:"remedy"`
	See     string             `json:"see,omitempty"`
	From    calendar.Date      `json:"from,omitzero"`
}

type advice struct {
	Rule    string             `json:"rule"`
	Code    eligibility.Advice `json:"code"`
	Message string             `json:"message"`
}

// A judgement is the policy and the day that a report is made under.
type judgement struct {
	policy eligibility.Policy
	on     calendar.Date
}

// judge makes the report on a portfolio. Its error is a fault of the file.
func judge(p *portfolio, e edition, on calendar.Date) (*report, error) {
	policy, known := e.policy(on)
	r := &report{
		On:        on,
		Policy:    policyNote{e, policy.String(), known, calendar.CoverageOf(known, on)},
		Companies: []companyReport{},
		Summary:   summary{FeesDue: []fee{}},
	}
	j := judgement{policy, on}
	facts := make([]eligibility.Facts, len(p.companies))
	for i := range p.companies {
		facts[i] = p.companies[i].facts(policy.Dates, on)
	}
	for i := range p.claims {
		p.claims[i].checkDays(on)
	}
	if err := p.root.Err(); err != nil {
		return nil, err
	}
	for i := range p.companies {
		company, err := j.company(&p.companies[i], facts[i])
		if err != nil {
			return nil, err
		}
		r.Companies = append(r.Companies, company)
		r.Summary.add(company)
	}
	var err error
	r.Agreement, err = judgeCustomers(p.customers, e, on)
	return r, err
}

func (j judgement) company(c *company, f eligibility.Facts) (companyReport, error) {
	r := companyReport{
		Name: c.name, Facts: f, Scores: c.scores, listed: c.listed,
		Memberships: []answer{}, Wanted: []answer{}, Advice: []advice{},
	}
	for _, m := range c.memberships {
		a, err := j.offer(m.offer, f)
		if err != nil {
			return companyReport{}, err
		}
		a.Held, a.Fee = j.held(m), m.fee
		if a.PackageChange, err = j.packageChange(m); err != nil {
			return companyReport{}, err
		}
		if err := j.benefits(&a, m); err != nil {
			return companyReport{}, err
		}
		r.Memberships = append(r.Memberships, a)
	}
	for _, o := range c.wanted {
		a, err := j.offer(o, f)
		if err != nil {
			return companyReport{}, err
		}
		r.Wanted = append(r.Wanted, a)
	}
	r.collectAdvice()
	return r, nil
}

func (j judgement) offer(o eligibility.Offer, f eligibility.Facts) (answer, error) {
	decision, err := j.policy.Evaluate(o, f, j.on)
	if err != nil {
		return answer{}, err
	}
	opening, err := j.policy.When(o, f, j.on)
	if err != nil {
		return answer{}, err
	}
	a := answer{Title: o.Title(), Decision: decision, Opening: opening, Reasons: []reason{}}
	for why, row := range decision.Reasons() {
		a.Reasons = append(a.Reasons, reason{
			Rule: why.Rule(), Code: why, Message: why.Message(), Remedy: why.Remedy(),
			See: why.See(o.Family()), From: row.From,
		})
	}
	return a, nil
}

func (j judgement) held(m *membership) *held {
	dates := j.policy.Dates
	h := &held{
		Active: m.active, Bought: m.bought.Date, Anniversary: m.ad,
		Window: dates.RenewalWindow(m.ad), LastAccess: dates.LastAccess(m.ad),
	}
	switch {
	case m.active == eligibility.No:
		h.Standing = ended
	case h.LastAccess.Before(j.on):
		h.Standing = lapsed
	case m.active == eligibility.Unknown || h.Window.IsZero():
		h.Standing = uncertain
	case h.Window.Contains(j.on):
		h.Standing = renewable
	default:
		h.Standing = running
	}
	return h
}

// packageChange is nil for packs, which give no choice, and for a membership
// of which too little is known.
func (j judgement) packageChange(m *membership) (*eligibility.PackageAnswer, error) {
	switch m.offer.Family() {
	case eligibility.FamilySolutionsPartner, eligibility.FamilyLegacy:
	default:
		return nil, nil
	}
	if m.active != eligibility.Yes || m.ad.IsZero() {
		return nil, nil
	}
	change, err := j.policy.PackageChange(m.ad, j.on)
	return &change, err
}

// collectAdvice gathers the advice of all decisions, each once, in the order of
// the library.
func (r *companyReport) collectAdvice() {
	given := map[eligibility.Advice]bool{}
	for _, answers := range [][]answer{r.Memberships, r.Wanted} {
		for _, a := range answers {
			for what := range a.Decision.Advice() {
				given[what] = true
			}
		}
	}
	for what := eligibility.ReviewBusinessInformation; what <= eligibility.NoChecklist; what++ {
		if given[what] {
			r.Advice = append(r.Advice, advice{what.Rule(), what, what.Message()})
		}
	}
}
