package agreement

import (
	"strings"

	"github.com/partnerrules/partnerrules/calendar"
)

// serviceZone is the zone, in hours east of UTC, by which the service has been
// seen to tell the day (AGR-06).
const serviceZone = -8

// Check judges an attestation, under [Baseline]: see [Policy.Check].
func Check(a Attestation, s Submission, f Facts) (Report, error) {
	return Baseline().Check(a, s, f)
}

// Check judges an attestation that is to be sent, and returns every fault (AGR-01
// to AGR-11, AGR-14, AGR-45). If the report is [Ready], the attestation marshals
// to the body that the API documents. It takes time in proportion to the stored
// attestations, and does not allocate.
//
// A value that is no constant of its type, and a route that is no flow of
// attesting, give a [*calendar.InputError]; so does a policy that is not valid.
func (p Policy) Check(a Attestation, s Submission, f Facts) (Report, error) {
	if err := p.check(&f); err != nil {
		return Report{}, err
	}
	if err := s.validate(); err != nil {
		return Report{}, err
	}
	r := Report{Policy: p}
	if f.Cloud.isSovereign() {
		r.Verdict = NotApplicable
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
	return TriOf(c != EnhancedAPI)
}

func (r *Report) checkContact(c *Contact, partnerDomain string) {
	r.Found.include(FirstNameMissing, isBlank(c.FirstName))
	r.Found.include(LastNameMissing, isBlank(c.LastName))
	if isBlank(c.Email) {
		r.Found.include(EmailMissing, true)
		return
	}
	if reason, _ := emailFault(c.Email); reason != "" {
		r.Found.include(EmailMalformed, true)
		return
	}
	_, domain, _ := strings.Cut(c.Email, "@")
	r.Found.include(EmailOfMicrosoft, strings.EqualFold(domain, "microsoft.com"))
	r.Found.include(EmailOfPartner, strings.EqualFold(domain, partnerDomain))
}

func isBlank(s string) bool { return strings.TrimSpace(s) == "" }

func (r *Report) checkDate(a *Attestation, route Route, now Timestamp) {
	if !a.Date.IsSet() {
		r.Found.include(DateMissing, true)
		return
	}
	r.Found.include(DateBeforeAgreement, a.agreement() == CustomerAgreement && a.Date.before(customerAgreementBegan()))
	switch {
	case !now.IsSet():
		r.Unknown.include(DateInFuture, true)
	case a.Date.after(now):
		r.Found.include(DateInFuture, true)
	default:
		r.Found.include(DateAheadOfService, now.isInstant() && a.Date.Day().After(now.dayAt(serviceZone)))
		r.Found.include(DatePast, route == AttestAtOrderPrompt && a.Date.Day().Before(now.earliestToday()))
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
		r.Found.include(TemplateMissing, true)
	case ofTemplate == "":
		r.Found.include(TemplateNotKnown, true)
	case ofTemplate == CloudAgreement:
		r.require(isCloudAgreementOpen(now), TemplateRetired)
	}
	switch {
	case a.Type == "":
	case !a.Type.isKnown():
		r.Found.include(TypeNotKnown, true)
	default:
		r.Found.include(TypeMismatch, ofTemplate != "" && ofTemplate != a.Type)
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
	return TriOf(now.before(cloudAgreementRetired()))
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
	return TriOf(t == u)
}
