package agreement

import (
	"strings"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/internal/check"
)

// A Submission holds how an attestation will be sent, and which attestations were
// sent before.
type Submission struct {
	// Route is AttestNewCustomer, AttestExistingCustomer or AttestAtOrderPrompt, the
	// flows of Partner Center, or AttestEnhanced. A flow is assumed to go through the
	// portal if Facts.Channel is unknown. AttestEnhanced is the enhanced API, whatever
	// Facts.Channel is. If Route is zero and Facts.Channel is unknown, the attestation
	// is judged by itself: its template is checked as for the old API (AGR-10).
	Route Route `json:"route,omitzero"`

	// CompanyName is the customer's company name. Only the enhanced API requires it
	// (AGR-48).
	CompanyName string `json:"companyName,omitzero"`

	// PartnerDomain is the partner's own domain. An email address in it is a warning
	// (AGR-04). If it is empty, there is no such warning.
	PartnerDomain string `json:"partnerDomain,omitzero"`

	// Stored holds the attestations of the customer that this partner has sent so
	// far, to find a duplicate (AGR-11). Nil means that they are unknown. An empty
	// list means that there are no attestations.
	Stored []Attestation `json:"stored"`

	// Form is the form of a new customer. Only the route AttestNewCustomer uses it
	// (AGR-14).
	Form Form `json:"form,omitzero"`
}

// channel returns the channel of the attestation, given the channel of the partner.
func (s *Submission) channel(given Channel) Channel {
	switch {
	case s.Route == AttestEnhanced:
		return EnhancedAPI
	case given == ChannelUnknown && s.Route != RouteUndetermined:
		return Portal
	}
	return given
}

func (s *Submission) validate() error {
	if s.Route != RouteUndetermined && !s.Route.attests() {
		return check.Invalid("submission.route", s.Route)
	}
	return check.Within("submission.form.", s.Form.validate())
}

// A Form holds which parts of the form that creates a customer in Partner Center
// are done (AGR-14).
type Form struct {
	CompanyInformation Tri `json:"companyInformation,omitzero"` // entered
	PrimaryContact     Tri `json:"primaryContact,omitzero"`     // entered
	Ticked             Tri `json:"ticked,omitzero"`             // the checkbox that the customer has accepted
	Reviewed           Tri `json:"reviewed,omitzero"`

	// ContactCorrect is whether the information about the primary contact is
	// correct, and ContactAccepted is whether the contact is the person who accepted.
	ContactCorrect  Tri `json:"contactCorrect,omitzero"`
	ContactAccepted Tri `json:"contactAccepted,omitzero"`
}

func (f *Form) validate() error {
	return check.Tris(
		check.Tri{Name: "companyInformation", Value: f.CompanyInformation},
		check.Tri{Name: "primaryContact", Value: f.PrimaryContact},
		check.Tri{Name: "ticked", Value: f.Ticked},
		check.Tri{Name: "reviewed", Value: f.Reviewed},
		check.Tri{Name: "contactCorrect", Value: f.ContactCorrect},
		check.Tri{Name: "contactAccepted", Value: f.ContactAccepted},
	)
}

// serviceZone is the zone in which the service has been observed to determine the
// current day, in hours east of UTC (AGR-06).
const serviceZone = -8

// Check checks an attestation under the policy in force. See [Policy.Check].
func Check(a Attestation, s Submission, f Facts) (Report, error) {
	return inForce().Check(a, s, f)
}

// Check checks an attestation before it is sent, and returns all faults (AGR-01 to
// AGR-11, AGR-14, AGR-16, AGR-45, AGR-48). The rules depend on the channel:
//
//   - Only the old API has a template and a type (AGR-10). An attestation through the
//     portal or the enhanced API is of the Customer Agreement.
//   - The enhanced API requires the company name, but not a role, a date or a form
//     (AGR-48).
//
// If the report is [Ready], the attestation can be sent. It marshals to the documented
// body of the old API. Check takes time proportional to the number of stored
// attestations, and does not allocate.
//
// Check returns a [*partnerrules.InputError] if:
//
//   - the policy or a fact is invalid;
//   - the route of the submission is not a route on which the partner attests;
//   - another field of the submission is invalid.
func (p Policy) Check(a Attestation, s Submission, f Facts) (Report, error) {
	if err := p.check(&f); err != nil {
		return Report{}, err
	}
	if err := s.validate(); err != nil {
		return Report{}, err
	}
	r := Report{Policy: p, Coverage: coverage(f.Now)}
	if f.Cloud.isSovereign() {
		r.Verdict = ReportNotApplicable
		return r, nil
	}
	p.checkAttestation(&r, &a, &s, &f)
	r.conclude()
	return r, nil
}

func (p *Policy) checkAttestation(r *Report, a *Attestation, s *Submission, f *Facts) {
	channel := s.channel(f.Channel)
	agreement := a.agreement()
	if channel == Portal || channel == EnhancedAPI {
		agreement = CustomerAgreement
	}
	r.require(f.Partner.mayAttest(), PartnerMayNotAttest)
	r.checkContact(&a.Contact, s.PartnerDomain)
	r.require(a.isDuplicate(agreement, s.Stored).Not(), Duplicate)
	if channel == EnhancedAPI {
		check.Include(&r.Found, CompanyNameMissing, check.IsBlank(s.CompanyName))
		r.require(begun(enhancedFrom, f.Now), EnhancedNotOpen)
		return
	}
	r.require(f.Role.MayAttest(), RoleMayNotAttest)
	r.checkDate(a.Date, agreement, s.Route, f.Now)
	if channel != Portal {
		r.checkAgreement(a, f.Now)
	}
	if s.Route == AttestNewCustomer {
		r.checkForm(&s.Form)
	}
	open := p.isPortalClosed(f.Now).Not()
	if channel == ChannelUnknown {
		open = open.Or(Unknown) // it may be the enhanced API
	}
	r.require(open, ChannelClosed)
}

// enhancedFrom is the first day of the enhanced attestation API (AGR-48).
var enhancedFrom = calendar.MustParseDate("2025-10-07")

func (r *Report) checkContact(c *Contact, partnerDomain string) {
	check.Include(&r.Found, FirstNameMissing, check.IsBlank(c.FirstName))
	check.Include(&r.Found, LastNameMissing, check.IsBlank(c.LastName))
	if check.IsBlank(c.Email) {
		check.Include(&r.Found, EmailMissing, true)
		return
	}
	if reason, _ := emailFault(c.Email); reason != "" {
		check.Include(&r.Found, EmailMalformed, true)
		return
	}
	_, domain, _ := strings.Cut(c.Email, "@")
	check.Include(&r.Found, EmailOfMicrosoft, strings.EqualFold(domain, "microsoft.com"))
	check.Include(&r.Found, EmailOfPartner, strings.EqualFold(domain, partnerDomain))
}

func (r *Report) checkDate(date Timestamp, agreement Type, route Route, now Timestamp) {
	if !date.IsSet() {
		check.Include(&r.Found, DateMissing, true)
		return
	}
	check.Include(&r.Found, DateBeforeAgreement, agreement == CustomerAgreement && date.before(customerAgreementBegan))
	switch {
	case !now.IsSet():
		check.Include(&r.Unknown, DateInFuture, true)
	case date.after(now):
		check.Include(&r.Found, DateInFuture, true)
	default:
		check.Include(&r.Found, DateAheadOfService, now.isInstant() && date.Day().After(now.dayAt(serviceZone)))
		check.Include(&r.Found, DatePast, route == AttestAtOrderPrompt && date.Day().Before(now.earliestToday()))
	}
}

// earliestToday returns the earliest day that counts as the current day (AGR-07): the
// day in UTC-8 or the day as written. For a day alone, it may be the day before.
func (t Timestamp) earliestToday() calendar.Date {
	if !t.isInstant() {
		return t.day.AddDays(-1)
	}
	return calendar.Min(t.dayAt(serviceZone), t.day)
}

func (r *Report) checkAgreement(a *Attestation, now Timestamp) {
	ofTemplate := a.Template.Type()
	switch {
	case a.Template == "":
		check.Include(&r.Found, TemplateMissing, true)
	case ofTemplate == "":
		check.Include(&r.Found, TemplateNotKnown, true)
	case ofTemplate == CloudAgreement:
		r.require(isCloudAgreementOpen(now), TemplateRetired)
	}
	switch {
	case a.Type == "":
	case !a.Type.isKnown():
		check.Include(&r.Found, TypeNotKnown, true)
	default:
		check.Include(&r.Found, TypeMismatch, ofTemplate != "" && ofTemplate != a.Type)
		if a.Type == CloudAgreement && ofTemplate != CloudAgreement {
			r.require(isCloudAgreementOpen(now), TypeRetired)
		}
	}
}

// isCloudAgreementOpen reports whether now is before the retirement of the Cloud
// Agreement.
func isCloudAgreementOpen(now Timestamp) Tri {
	if !now.IsSet() {
		return Unknown
	}
	return partnerrules.TriFromBool(now.before(cloudAgreementRetired))
}

// The days on which the Cloud Agreement was retired and the Customer Agreement began.
var (
	cloudAgreementRetired  = calendar.MustParseDate("2020-02-01") // AGR-10
	customerAgreementBegan = calendar.MustParseDate("2019-10-01") // AGR-08
)

func (r *Report) checkForm(f *Form) {
	r.require(f.CompanyInformation, CompanyInformationMissing)
	r.require(f.PrimaryContact, PrimaryContactMissing)
	r.require(f.Ticked, BoxNotTicked)
	r.require(f.ContactCorrect, ContactNotCorrect)
	r.require(f.ContactAccepted, ContactNotAcceptor)
	r.require(f.Reviewed, NotReviewed)
}

// isDuplicate reports whether a stored attestation has the same contact and the given
// type (AGR-11). It ignores the dates.
func (a *Attestation) isDuplicate(agreement Type, stored []Attestation) Tri {
	if stored == nil {
		return Unknown
	}
	found := No
	for i := range stored {
		if stored[i].Contact == a.Contact {
			found = found.Or(sameType(agreement, stored[i].agreement()))
		}
	}
	return found
}

// sameType reports whether two types are equal. The empty type is unknown.
func sameType(t, u Type) Tri {
	if t == "" || u == "" {
		return Unknown
	}
	return partnerrules.TriFromBool(t == u)
}
