package agreement

import "github.com/partnerrules/partnerrules/internal/enum"

// A Step is one of those that a [Route] takes. The zero value is no step.
type Step uint8

// The steps of the partner.
const (
	OpenCustomers Step = iota + 1
	AddCustomer
	EnterCompany
	TickAccepted
	EnterDate
	GoToReview
	CompareContact
	SubmitCustomer
	SelectAccount
	EditAgreement
	EnterContact
	SaveAgreement
	EnterCurrentDate
	SavePrompt
	UseEnhancedAPI
	AskProvider
	AskAgent
	ChooseToAsk
	SaveSignIn
	SendAddress
	SendSignIn
	NewRelationship
	AdaptText
	KeepGenerated
)

// The steps of the customer (AGR-35).
const (
	OpenAddress Step = KeepGenerated + 1 + iota
	SignIn
	AcceptAgreement
	AcceptRelationshipAndAgreement
	ViewPartners // if it wants to

	noStep Step = 0
)

// Message returns the step as a sentence.
func (s Step) Message() string {
	switch s {
	case OpenCustomers:
		return "In Partner Center, open Customers."
	case AddCustomer:
		return "Select Add customer."
	case EnterCompany:
		return "Enter the company information and the primary contact."
	case TickAccepted:
		return "Tick the box that the customer has accepted the Microsoft Customer Agreement."
	case EnterDate:
		return "Enter the date of acceptance, which may not lie in the future."
	case GoToReview:
		return "Go on to the review."
	case CompareContact:
		return "See that the primary contact is the person who accepted; if not, select Update and enter that person."
	case SubmitCustomer:
		return "Submit; this creates the customer's tenant."
	case SelectAccount:
		return "Select the customer, and then Account."
	case EditAgreement:
		return "Under Microsoft Customer Agreement, select Edit."
	case EnterContact:
		return "Enter the first name, the last name, the e-mail address and, if wanted, the phone number of the person who accepted."
	case SaveAgreement:
		return "Save and continue."
	case EnterCurrentDate:
		return "Enter the current date as the date of acceptance."
	case SavePrompt:
		return "Save; the order goes on after it."
	case UseEnhancedAPI:
		return "Attest through the enhanced attestation API."
	case AskProvider:
		return "Ask the indirect provider to attest."
	case AskAgent:
		return "Ask a user with the role of Admin agent or Sales agent to attest."
	case ChooseToAsk:
		return "Choose that the customer will be asked to accept in the Microsoft 365 admin center."
	case SaveSignIn:
		return "On the confirmation screen, save the customer's sign-in."
	case SendAddress:
		return "Send the customer this address: " + AcceptanceAddress
	case SendSignIn:
		return "Send the customer its sign-in too."
	case NewRelationship:
		return "Select New relationship; this generates an e-mail with an address of its own."
	case AdaptText:
		return "Change the text of the e-mail as you like, and open it in the mail program or copy it."
	case KeepGenerated:
		return "Send the e-mail with the address that was generated; no other replaces it."
	case OpenAddress:
		return "Open the address of the invitation."
	case SignIn:
		return "Sign in."
	case AcceptAgreement:
		return "Tick the box to accept the Microsoft Customer Agreement."
	case AcceptRelationshipAndAgreement:
		return "Tick the box to accept the reseller relationship and the Microsoft Customer Agreement."
	case ViewPartners:
		return "If wanted, view the partners under Settings, Partner relationships."
	}
	return ""
}

// String returns the code of s: "add-customer", say.
func (s Step) String() string {
	switch s {
	case noStep:
		return ""
	case OpenCustomers:
		return "open-customers"
	case AddCustomer:
		return "add-customer"
	case EnterCompany:
		return "enter-company"
	case TickAccepted:
		return "tick-accepted"
	case EnterDate:
		return "enter-date"
	case GoToReview:
		return "go-to-review"
	case CompareContact:
		return "compare-contact"
	case SubmitCustomer:
		return "submit-customer"
	case SelectAccount:
		return "select-account"
	case EditAgreement:
		return "edit-agreement"
	case EnterContact:
		return "enter-contact"
	case SaveAgreement:
		return "save-agreement"
	case EnterCurrentDate:
		return "enter-current-date"
	case SavePrompt:
		return "save-prompt"
	case UseEnhancedAPI:
		return "use-enhanced-api"
	case AskProvider:
		return "ask-provider"
	case AskAgent:
		return "ask-agent"
	case ChooseToAsk:
		return "choose-to-ask"
	case SaveSignIn:
		return "save-sign-in"
	case SendAddress:
		return "send-address"
	case SendSignIn:
		return "send-sign-in"
	case NewRelationship:
		return "new-relationship"
	case AdaptText:
		return "adapt-text"
	case KeepGenerated:
		return "keep-generated"
	case OpenAddress:
		return "open-address"
	case SignIn:
		return "sign-in"
	case AcceptAgreement:
		return "accept-agreement"
	case AcceptRelationshipAndAgreement:
		return "accept-relationship-and-agreement"
	case ViewPartners:
		return "view-partners"
	}
	return enum.Outside("step", s)
}

// AppendText implements [encoding.TextAppender].
func (s Step) AppendText(b []byte) ([]byte, error) {
	return enum.Append(b, "step", s, noStep, ViewPartners)
}

// MarshalText implements [encoding.TextMarshaler].
func (s Step) MarshalText() ([]byte, error) { return s.AppendText(nil) }

// UnmarshalText implements [encoding.TextUnmarshaler].
func (s *Step) UnmarshalText(text []byte) error {
	return enum.Unmarshal(s, "step", noStep, ViewPartners, text)
}
