package agreement

import (
	"strings"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/internal/check"
)

// A Submission is how an attestation is to be sent, and what is known of those
// sent before.
type Submission struct {
	// Route is the flow of Partner Center that the attestation goes through:
	// AttestNewCustomer, AttestExistingCustomer or AttestAtOrderPrompt. Unset,
	// the attestation is judged by itself, as the API takes it.
	Route Route `json:"route,omitzero"`

	// Channel is asked for only from the policy's EnhancedFrom on (AGR-45). Unset,
	// a flow of Partner Center is taken to go through the portal.
	Channel Channel `json:"channel,omitzero"`

	// PartnerDomain is the partner's own domain, to warn of its addresses
	// (AGR-04). Empty, it is not looked at.
	PartnerDomain string `json:"partnerDomain,omitzero"`

	// Stored are this partner's attestations of the customer so far, to find a
	// duplicate (AGR-11). Nil is not known; none is an empty list.
	Stored []Attestation `json:"stored"`

	// Form is the form of a new customer. It is asked for only with the route
	// AttestNewCustomer (AGR-14).
	Form Form `json:"form,omitzero"`
}

// channel is that of the submission, or of its flow.
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

// A Form is the form in Partner Center that creates a customer (AGR-14), each
// part of it done, not done or unknown.
type Form struct {
	CompanyInformation Tri `json:"companyInformation,omitzero"` // entered
	PrimaryContact     Tri `json:"primaryContact,omitzero"`     // entered
	Ticked             Tri `json:"ticked,omitzero"`             // the box that the customer accepted
	Reviewed           Tri `json:"reviewed,omitzero"`

	// ContactAccepted: the primary contact is the person who accepted.
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

// A Channel is the way by which an attestation reaches the service. The zero
// value is unknown.
type Channel uint8

// The channels (AGR-45).
const (
	ChannelUnknown Channel = iota // "unknown"
	Portal                        // Partner Center: "portal"
	API                           // the agreements resource of its REST API: "api"
	EnhancedAPI                   // the enhanced attestation API: "enhanced-api"

	lastChannel = EnhancedAPI
)

// serviceZone is the zone, in hours east of UTC, by which the service has been
// seen to tell the day (AGR-06).
const serviceZone = -8

// Check judges an attestation, under [Baseline]: see [Policy.Check].
func Check(a Attestation, s Submission, f Facts) (Report, error) {
	return Baseline().Check(a, s, f)
}

// Check judges an attestation before it is sent, and returns every fault (AGR-01
// to AGR-11, AGR-14, AGR-45). If the report is [Ready], the attestation marshals
// to the body that the API documents. It takes time in proportion to the stored
// attestations, and does not allocate.
//
// Check returns a [*partnerrules.InputError] if the policy, a fact or a field of
// the submission is invalid, or if the submission's route does not attest.
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

// isOld says whether the channel is one that AGR-45 closes.
func (c Channel) isOld() Tri {
	if c == ChannelUnknown {
		return Unknown
	}
	return partnerrules.TriFromBool(c != EnhancedAPI)
}

func (r *Report) checkContact(c *Contact, partnerDomain string) {
	check.Include(&r.Found, FirstNameMissing, isBlank(c.FirstName))
	check.Include(&r.Found, LastNameMissing, isBlank(c.LastName))
	if isBlank(c.Email) {
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

func isBlank(s string) bool { return strings.TrimSpace(s) == "" }

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

// earliestToday returns the earliest day that counts as the current one (AGR-07):
// the day in UTC-8, which for a day alone may be the day before it.
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

// isCloudAgreementOpen says whether the Cloud Agreement is not retired yet.
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

// isDuplicate says whether one of the stored attestations has the same contact
// and type (AGR-11). The date plays no part.
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

// sameType says whether two types are equal. One that is empty is not known.
func sameType(t, u Type) Tri {
	if t == "" || u == "" {
		return Unknown
	}
	return partnerrules.TriFromBool(t == u)
}
