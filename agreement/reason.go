package agreement

import "github.com/partnerrules/partnerrules/internal/enum"

// A Reason is what is wrong with an attestation or an invitation, or why an
// order may not go on. Its code, which String returns, is stable, and so is its
// rule; its sentences may be reworded. The zero value is no reason.
type Reason uint8

// What can be wrong with an attestation, in the order in which it is given.
const (
	// PartnerMayNotAttest: the partner is an indirect reseller (AGR-01).
	PartnerMayNotAttest Reason = iota + 1

	// RoleMayNotAttest: the user is neither Admin agent nor Sales agent
	// (AGR-02).
	RoleMayNotAttest

	// FirstNameMissing, LastNameMissing and EmailMissing: what is required of
	// the person who accepted is nothing but white space (AGR-03).
	FirstNameMissing
	LastNameMissing
	EmailMissing

	// EmailMalformed: the address does not have the form of one (AGR-04).
	EmailMalformed

	// EmailOfMicrosoft and EmailOfPartner, both warnings: the address is one of
	// microsoft.com, or of the partner's own domain (AGR-04).
	EmailOfMicrosoft
	EmailOfPartner

	// DateMissing: the date of acceptance is not given, or lies in the year 1,
	// which stands for none (AGR-05, AGR-08).
	DateMissing

	// DateInFuture: it lies after now (AGR-05).
	DateInFuture

	// DateAheadOfService, a warning: the day as written is later than the day in
	// UTC-8, where the service has been seen to take it for the future
	// (AGR-06).
	DateAheadOfService

	// DatePast, a warning: at the prompt of an order the current date is to be
	// entered (AGR-07).
	DatePast

	// DateBeforeAgreement, a warning: the day lies before 2019-10-01 in UTC, and
	// the agreement is the Customer Agreement (AGR-08).
	DateBeforeAgreement

	// TemplateMissing: there is no template (AGR-10).
	TemplateMissing

	// TemplateRetired: it is that of the Cloud Agreement, from 2020-02-01 on
	// (AGR-10).
	TemplateRetired

	// TemplateNotKnown, a warning: it is none that is known (AGR-10).
	TemplateNotKnown

	// TypeMismatch: the type is that of another template (AGR-10).
	TypeMismatch

	// TypeRetired: the type is the Cloud Agreement, from 2020-02-01 on, and the
	// template does not say so itself (AGR-10).
	TypeRetired

	// TypeNotKnown, a warning: it is none that is known (AGR-10).
	TypeNotKnown

	// ChannelClosed: attesting in the portal and by the old API is over
	// (AGR-45).
	ChannelClosed

	// CompanyInformationMissing, PrimaryContactMissing, BoxNotTicked,
	// ContactNotAcceptor and NotReviewed: a step of the form of a new customer
	// is not done (AGR-14).
	CompanyInformationMissing
	PrimaryContactMissing
	BoxNotTicked
	ContactNotAcceptor
	NotReviewed

	// Duplicate: the partner has attested the same contact for this type before
	// (AGR-11).
	Duplicate
)

// What can be wrong with an invitation, in the order in which it is given
// (AGR-30).
const (
	// ChoiceNotMade: while the customer was created, it was not chosen that it
	// will be asked to accept.
	ChoiceNotMade Reason = Duplicate + 1 + iota

	// AddressMissing: the invitation sends the customer to no address.
	AddressMissing

	// AddressReplaced: the address is not the one for the route.
	AddressReplaced

	// SignInMissing: the customer's sign-in is not in the invitation.
	SignInMissing

	lastFinding = SignInMissing
)

// Why an order may not go on.
const (
	// NewCustomerNotAccepted: a new customer cannot buy without acceptance
	// (AGR-40).
	NewCustomerNotAccepted Reason = lastFinding + 1 + iota

	// NotAttested: the order waits at its prompt for the partner to attest
	// (AGR-42).
	NotAttested

	// ProviderMustAttest: the partner is an indirect reseller, whose provider
	// attests; what it attested as a direct-bill partner is not kept (AGR-44).
	ProviderMustAttest

	// OldRoutesClosed: the order waits, and the prompt is closed (AGR-45).
	OldRoutesClosed

	// NotAccepted: the order waits, and what is not known decides by which route
	// it goes on (AGR-42).
	NotAccepted

	noReason   Reason = 0
	lastReason        = NotAccepted
)

// Rule returns the ID of the rule in RULES.md: "AGR-02", say.
func (r Reason) Rule() string { return r.texts().rule }

// Field returns what the reason is about, and no field for the reasons of an
// order.
func (r Reason) Field() Field { return r.texts().field }

// Severity returns the severity of r where it is found.
func (r Reason) Severity() Severity {
	switch {
	case r == noReason || r > lastReason:
		return noSeverity
	case r <= lastFinding && !errorReasons().Has(r):
		return SeverityWarning
	}
	return SeverityError
}

// Source names the published document, and its section, that the rule rests on.
func (r Reason) Source() string { return r.texts().source }

// Message returns the sentence that says what is wrong.
func (r Reason) Message() string { return r.texts().message }

// Remedy returns the sentence that says what to do.
func (r Reason) Remedy() string { return r.texts().remedy }

// See names the help page to read.
func (r Reason) See() string { return r.texts().see }

// String returns the code of r: "last-name-missing", say, and the empty string
// for no reason.
func (r Reason) String() string {
	if r > lastReason {
		return enum.Outside("reason", r)
	}
	return r.texts().code
}

// AppendText implements [encoding.TextAppender].
func (r Reason) AppendText(b []byte) ([]byte, error) {
	return enum.Append(b, "reason", r, noReason, lastReason)
}

// MarshalText implements [encoding.TextMarshaler].
func (r Reason) MarshalText() ([]byte, error) { return r.AppendText(nil) }

// UnmarshalText implements [encoding.TextUnmarshaler].
func (r *Reason) UnmarshalText(text []byte) error {
	return enum.Unmarshal(r, "reason", noReason, lastReason, text)
}
