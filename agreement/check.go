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
	// Route is the flow of Partner Center that the attestation goes through:
	// AttestNewCustomer, AttestExistingCustomer or AttestAtOrderPrompt. If it is
	// zero, Check applies only the rules of the API.
	Route Route `json:"route,omitzero"`

	// Channel is used only from the policy's EnhancedFrom on (AGR-45). If it is
	// unknown, a flow of Partner Center is assumed to go through the portal.
	Channel Channel `json:"channel,omitzero"`

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

// channel returns the channel of the submission, or of its flow.
func (s *Submission) channel() Channel {
	if s.Channel == ChannelUnknown && s.Route != RouteUndetermined {
		return Portal
	}
	return s.Channel
}

func (s *Submission) validate() error {
	switch s.Route {
	case RouteUndetermined, AttestNewCustomer, AttestExistingCustomer, AttestAtOrderPrompt:
	default:
		return check.Invalid("submission.route", s.Route)
	}
	if s.Channel > lastChannel {
		return check.Invalid("submission.channel", s.Channel)
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

	// ContactAccepted reports whether the primary contact is the person who
	// accepted.
	ContactAccepted Tri `json:"contactAccepted,omitzero"`
}

func (f *Form) validate() error {
	return check.Tris(
		check.Tri{Name: "companyInformation", Value: f.CompanyInformation},
		check.Tri{Name: "primaryContact", Value: f.PrimaryContact},
		check.Tri{Name: "ticked", Value: f.Ticked},
		check.Tri{Name: "reviewed", Value: f.Reviewed},
		check.Tri{Name: "contactAccepted", Value: f.ContactAccepted},
	)
}

// A Channel is the way in which an attestation is sent to the service: through the
// portal or an API. The zero Channel is unknown.
type Channel uint8

// The channels (AGR-45).
const (
	ChannelUnknown Channel = iota // "unknown"
	Portal                        // Partner Center: "portal"
	API                           // the agreements resource of its REST API: "api"
	EnhancedAPI                   // the enhanced attestation API: "enhanced-api"

	lastChannel = EnhancedAPI
)

// serviceZone is the zone in which the service has been observed to determine the
// current day, in hours east of UTC (AGR-06).
const serviceZone = -8

// Check checks an attestation under the policy in force. See [Policy.Check].
func Check(a Attestation, s Submission, f Facts) (Report, error) {
	return inForce().Check(a, s, f)
}

// Check checks an attestation before it is sent, and returns all faults (AGR-01 to
// AGR-11, AGR-14, AGR-16, AGR-45). If the report is [Ready], the attestation marshals
// to the documented body of the API. Check takes time proportional to the number of
// stored attestations, and does not allocate.
//
// Check returns a [*partnerrules.InputError] if:
//
//   - the policy or a fact is invalid;
//   - the route of the submission is not a flow of Partner Center that attests;
//   - another field of the submission is invalid.
func (p Policy) Check(a Attestation, s Submission, f Facts) (Report, error) {
	if err := p.check(&f); err != nil {
		return Report{}, err
	}
	if err := s.validate(); err != nil {
		return Report{}, err
	}
	r := Report{Policy: p}
	if f.Cloud.isSovereign() {
		r.Verdict = ReportNotApplicable
		return r, nil
	}
	r.require(f.Partner.mayAttest(), PartnerMayNotAttest)
	r.require(f.Role.MayAttest(), RoleMayNotAttest)
	r.checkContact(&a.Contact, s.PartnerDomain)
	r.checkDate(&a, s.Route, f.Now)
	r.checkAgreement(&a, f.Now)
	r.require(p.isEnhanced(f.Now).And(s.channel().isOld()).Not(), ChannelClosed)
	if s.Route == AttestNewCustomer {
		r.checkForm(&s.Form)
	}
	r.require(a.isDuplicate(s.Stored).Not(), Duplicate)
	r.conclude()
	return r, nil
}

// isOld reports whether AGR-45 closes the channel.
func (c Channel) isOld() Tri {
	if c == ChannelUnknown {
		return Unknown
	}
	return partnerrules.TriFromBool(c != EnhancedAPI)
}

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

func (r *Report) checkDate(a *Attestation, route Route, now Timestamp) {
	if !a.Date.IsSet() {
		check.Include(&r.Found, DateMissing, true)
		return
	}
	check.Include(&r.Found, DateBeforeAgreement, a.agreement() == CustomerAgreement && a.Date.before(customerAgreementBegan()))
	switch {
	case !now.IsSet():
		check.Include(&r.Unknown, DateInFuture, true)
	case a.Date.after(now):
		check.Include(&r.Found, DateInFuture, true)
	default:
		check.Include(&r.Found, DateAheadOfService, now.isInstant() && a.Date.Day().After(now.dayAt(serviceZone)))
		check.Include(&r.Found, DatePast, route == AttestAtOrderPrompt && a.Date.Day().Before(now.earliestToday()))
	}
}

// earliestToday returns the earliest day that counts as the current day (AGR-07).
// This is the day in UTC-8. For a day alone, it may be the day before.
func (t Timestamp) earliestToday() calendar.Date {
	if !t.isInstant() {
		return t.day.AddDays(-1)
	}
	return t.dayAt(serviceZone)
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
	return partnerrules.TriFromBool(now.before(cloudAgreementRetired()))
}

func cloudAgreementRetired() calendar.Date  { return calendar.MustParseDate("2020-02-01") }
func customerAgreementBegan() calendar.Date { return calendar.MustParseDate("2019-10-01") }

func (r *Report) checkForm(f *Form) {
	r.require(f.CompanyInformation, CompanyInformationMissing)
	r.require(f.PrimaryContact, PrimaryContactMissing)
	r.require(f.Ticked, BoxNotTicked)
	r.require(f.ContactAccepted, ContactNotAcceptor)
	r.require(f.Reviewed, NotReviewed)
}

// isDuplicate reports whether a stored attestation has the same contact and type
// (AGR-11). It ignores the dates.
func (a *Attestation) isDuplicate(stored []Attestation) Tri {
	if stored == nil {
		return Unknown
	}
	found := No
	for i := range stored {
		if stored[i].Contact == a.Contact {
			found = found.Or(sameType(a.agreement(), stored[i].agreement()))
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
