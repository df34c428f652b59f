package agreement

import (
	"iter"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/internal/check"
)

// A Method is the way in which the partner wants to obtain an acceptance. It is not
// an HTTP method. The zero Method is ByAttestation.
type Method uint8

// The methods.
const (
	ByAttestation         Method = iota // the partner attests: "attestation"
	ByOrder                             // the partner attests at the prompt of an order: "order"
	ByInvitation                        // the customer accepts directly: "invitation"
	ByRelationshipRequest               // the customer accepts directly, with the reseller relationship: "relationship-request"

	lastMethod = ByRelationshipRequest
)

// A Plan is a plan for obtaining a customer's acceptance.
type Plan struct {
	Route Route `json:"route"`

	// Missing holds the unknown facts that the route depends on, if it is
	// undetermined.
	Missing partnerrules.Set[Fact] `json:"missing,omitzero"`

	// Needs holds the inputs that are still missing, as the reasons that Check or
	// CheckInvitation would report.
	Needs partnerrules.Set[Reason] `json:"needs,omitzero"`

	// Direct is whether the customer can accept directly (AGR-31). If direct
	// acceptance may be unavailable, the alternative is to attest.
	Direct DirectVerdict `json:"direct"`

	// Policy is the policy under which the plan was made.
	Policy Policy `json:"policy"`
}

// Steps returns the steps of the partner, in order. See [Route.Steps].
func (p Plan) Steps() iter.Seq[partnerrules.Note] { return p.Route.Steps() }

// MakePlan returns a plan for obtaining a customer's acceptance, under the policy in
// force. See [Policy.MakePlan].
func MakePlan(m Method, draft Attestation, form Form, f Facts) (Plan, error) {
	return inForce().MakePlan(m, draft, form, f)
}

// MakePlan returns a plan for obtaining an acceptance that counts for purchases, by the
// given method. The plan has a route with its steps. It also has the inputs that are
// missing in the draft of the attestation and in the form of a new customer. If the
// customer already has such an acceptance, the route is NothingToDo. For an invitation,
// MakePlan lists every input, because it does not take an Invitation.
//
// MakePlan returns a [*partnerrules.InputError] if the policy, a fact, m or a field of
// the form is invalid.
func (p Policy) MakePlan(m Method, draft Attestation, form Form, f Facts) (Plan, error) {
	if m > lastMethod {
		return Plan{}, check.Invalid("method", m)
	}
	if err := p.check(&f); err != nil {
		return Plan{}, err
	}
	if err := check.Within("form.", form.validate()); err != nil {
		return Plan{}, err
	}
	plan := Plan{Direct: f.direct(), Policy: p}
	if f.Cloud.isSovereign() {
		plan.Route = RouteNotApplicable
		return plan, nil
	}
	partner, direct := p.counts(&f)
	switch accepted := partner.Or(direct); accepted {
	case Yes:
		plan.Route = NothingToDo
	case Unknown:
		plan.Missing = p.missing(&f, accepted)
	case No:
		plan.choose(m, &f, p.isEnhanced(f.Now))
	}
	plan.Needs = plan.Route.needs(&draft, &form)
	return plan, nil
}

// choose sets the route for a customer without an acceptance.
func (p *Plan) choose(m Method, f *Facts, enhanced Tri) {
	attests := m == ByAttestation || m == ByOrder
	switch {
	case m == ByRelationshipRequest:
		p.Route = InviteByRelationship
	case attests && f.Partner == IndirectReseller:
		p.Route = ProviderAttests
	case attests && (f.Partner == PartnerTypeUnknown || f.Role == RoleUnknown):
		check.Include(&p.Missing, FactPartner, f.Partner == PartnerTypeUnknown)
		check.Include(&p.Missing, FactRole, f.Role == RoleUnknown)
		p.Missing |= f.missingForForm(enhanced, f.Role.MayAttest())
	case attests && f.Role.MayAttest() == No:
		p.Route = AgentAttests
	case attests && enhanced == Yes:
		p.Route = AttestEnhanced
	case attests && enhanced == Unknown || f.Customer == CustomerKindUnknown:
		if !attests {
			enhanced = No // does not affect invitations
		}
		p.Missing = f.missingForForm(enhanced, Yes)
	default:
		p.Route = routeFor(m, f.Customer)
	}
}

// missingForForm returns the unknown facts that the form of an attestation depends
// on. They do not matter if the user may not attest.
func (f *Facts) missingForForm(enhanced, mayAttest Tri) partnerrules.Set[Fact] {
	var missing partnerrules.Set[Fact]
	check.Include(&missing, FactNow, enhanced == Unknown && mayAttest != No)
	check.Include(&missing, FactCustomer, f.Customer == CustomerKindUnknown && enhanced != Yes && mayAttest != No)
	return missing
}

// routeFor returns the route of the baseline for a known kind of customer. The order
// of a new customer has no prompt, because it is blocked (AGR-40).
func routeFor(m Method, customer CustomerKind) Route {
	isNew := customer == NewCustomer
	switch {
	case m == ByInvitation && isNew:
		return InviteNewCustomer
	case m == ByInvitation:
		return InviteExistingCustomer
	case isNew:
		return AttestNewCustomer
	case m == ByOrder:
		return AttestAtOrderPrompt
	}
	return AttestExistingCustomer
}

// needs returns the inputs of a route that are missing.
func (r Route) needs(draft *Attestation, form *Form) partnerrules.Set[Reason] {
	var found Report
	switch r {
	case AttestNewCustomer:
		found.checkForm(form)
		found.needDraft(draft)
	case AttestExistingCustomer, AttestAtOrderPrompt, AttestEnhanced:
		found.needDraft(draft)
	case InviteNewCustomer:
		found.Found = 1<<ChoiceNotMade | 1<<AddressMissing | 1<<CredentialsMissing
	case InviteByRelationship:
		found.Found = 1<<AddressMissing | 1<<CredentialsMissing
	case InviteExistingCustomer:
		found.Found = 1 << AddressMissing
	}
	return found.Found | found.Unknown
}

func (r *Report) needDraft(a *Attestation) {
	check.Include(&r.Found, FirstNameMissing, check.IsBlank(a.Contact.FirstName))
	check.Include(&r.Found, LastNameMissing, check.IsBlank(a.Contact.LastName))
	check.Include(&r.Found, EmailMissing, check.IsBlank(a.Contact.Email))
	check.Include(&r.Found, DateMissing, !a.Date.IsSet())
}

// A Route is a way to obtain a customer's acceptance. The zero Route is undetermined.
type Route uint8

// The routes.
const (
	RouteUndetermined  Route = iota // "undetermined"
	RouteNotApplicable              // the customer is in a sovereign cloud (AGR-46): "not-applicable"
	NothingToDo                     // the customer has an acceptance that counts: "nothing-to-do"

	AttestNewCustomer      // attest while the customer's tenant is created (AGR-14): "attest-new-customer"
	AttestExistingCustomer // attest on the customer's account page (AGR-15): "attest-existing-customer"
	AttestAtOrderPrompt    // attest at the prompt of an order (AGR-16): "attest-at-order-prompt"
	AttestEnhanced         // attest through the enhanced attestation API (AGR-45): "attest-enhanced"

	ProviderAttests // the indirect provider attests for its reseller (AGR-01): "provider-attests"
	AgentAttests    // an Admin agent or a Sales agent attests (AGR-02): "agent-attests"

	InviteNewCustomer      // create the customer and invite it (AGR-30): "invite-new-customer"
	InviteByRelationship   // invite with a relationship request (AGR-30): "invite-by-relationship"
	InviteExistingCustomer // send the address to the customer (AGR-30): "invite-existing-customer"
)

// Steps returns the steps of the partner on the route, in order. Each step has the
// rule of the route. RouteUndetermined, RouteNotApplicable and NothingToDo have no
// steps.
func (r Route) Steps() iter.Seq[partnerrules.Note] {
	return func(yield func(partnerrules.Note) bool) { r.walk(yield) }
}

// CustomerSteps returns the steps of an invited customer, in order (AGR-35). The last
// step is optional. Only in a relationship request does the customer also accept the
// reseller relationship. Routes without an invitation have no steps of the customer.
func (r Route) CustomerSteps() iter.Seq[partnerrules.Note] {
	return func(yield func(partnerrules.Note) bool) { r.walkCustomer(yield) }
}

func (r Route) walk(yield func(partnerrules.Note) bool) {
	rule, steps := r.steps()
	for _, s := range steps {
		if s == noStep || !yield(s.note(rule)) {
			return
		}
	}
}

func (r Route) walkCustomer(yield func(partnerrules.Note) bool) {
	box := acceptAgreement
	switch r {
	case InviteNewCustomer, InviteExistingCustomer:
	case InviteByRelationship:
		box = acceptRelationshipAndAgreement
	default:
		return
	}
	for _, s := range [...]step{openAddress, signIn, box, viewPartners} {
		if !yield(s.note("AGR-35")) {
			return
		}
	}
}

// maxSteps is the number of steps of the longest route.
const maxSteps = 9

// steps returns the steps of the partner on a route, and the rule of the route.
func (r Route) steps() (rule partnerrules.RuleID, steps [maxSteps]step) {
	switch r {
	case AttestNewCustomer:
		return "AGR-14", [maxSteps]step{
			openCustomers, addCustomer, enterCompany, tickAccepted, enterDate, goToReview, compareContact, submitCustomer,
		}
	case AttestExistingCustomer:
		return "AGR-15", [maxSteps]step{openCustomers, selectAccount, editAgreement, enterContact, enterDate, saveAgreement}
	case AttestAtOrderPrompt:
		return "AGR-16", [maxSteps]step{enterContact, enterCurrentDate, savePrompt}
	case AttestEnhanced:
		return "AGR-45", [maxSteps]step{useEnhancedAPI}
	case ProviderAttests:
		return "AGR-01", [maxSteps]step{askProvider}
	case AgentAttests:
		return "AGR-02", [maxSteps]step{askAgent}
	case InviteNewCustomer:
		return "AGR-30", [maxSteps]step{
			openCustomers, addCustomer, enterCompany, chooseToAsk, goToReview, submitCustomer, saveCredentials, sendAddress, sendCredentials,
		}
	case InviteByRelationship:
		return "AGR-30", [maxSteps]step{openCustomers, newRelationship, adaptText, keepGenerated, sendCredentials}
	case InviteExistingCustomer:
		return "AGR-30", [maxSteps]step{sendAddress}
	}
	return "", steps
}

// A step is one step of a [Route].
type step uint8

const (
	noStep step = iota

	// The steps of the partner.
	openCustomers
	addCustomer
	enterCompany
	tickAccepted
	enterDate
	goToReview
	compareContact
	submitCustomer
	selectAccount
	editAgreement
	enterContact
	saveAgreement
	enterCurrentDate
	savePrompt
	useEnhancedAPI
	askProvider
	askAgent
	chooseToAsk
	saveCredentials
	sendAddress
	sendCredentials
	newRelationship
	adaptText
	keepGenerated

	// The steps of the customer (AGR-35).
	openAddress
	signIn
	acceptAgreement
	acceptRelationshipAndAgreement
	viewPartners
)

// note returns the step as a note with the given rule.
func (s step) note(rule partnerrules.RuleID) partnerrules.Note {
	code, message := s.texts()
	see := helpPage
	if s == useEnhancedAPI {
		see = enhanced
	}
	return partnerrules.Note{Code: code, Rule: rule, Message: message, See: see}
}

func (s step) texts() (code, message string) {
	switch s {
	case openCustomers:
		return "open-customers", "In Partner Center, open Customers."
	case addCustomer:
		return "add-customer", "Select Add customer."
	case enterCompany:
		return "enter-company", "Enter the company information and the primary contact."
	case tickAccepted:
		return "tick-accepted", "Select the checkbox to confirm that the customer has accepted the Microsoft Customer Agreement."
	case enterDate:
		return "enter-date", "Enter the date of acceptance, which must not be in the future."
	case goToReview:
		return "go-to-review", "Continue to the review."
	case compareContact:
		return "compare-contact", "Check that the primary contact is the person who accepted. If not, select Update and enter that person."
	case submitCustomer:
		return "submit-customer", "Submit. This creates the customer's tenant."
	case selectAccount:
		return "select-account", "Select the customer, and then select Account."
	case editAgreement:
		return "edit-agreement", "Under Microsoft Customer Agreement, select Edit."
	case enterContact:
		return "enter-contact", "Enter the first name, last name and email address of the person who accepted. The phone number is optional."
	case saveAgreement:
		return "save-agreement", "Save and continue."
	case enterCurrentDate:
		return "enter-current-date", "Enter the current date as the date of acceptance."
	case savePrompt:
		return "save-prompt", "Save. The order then continues."
	case useEnhancedAPI:
		return "use-enhanced-api", "Attest through the enhanced attestation API."
	case askProvider:
		return "ask-provider", "Ask your indirect provider to attest."
	case askAgent:
		return "ask-agent", "Ask a user with the Admin agent or Sales agent role to attest."
	case chooseToAsk:
		return "choose-to-ask", "Choose that the customer will be asked to accept in the Microsoft 365 admin center."
	case saveCredentials:
		return "save-sign-in", "On the confirmation screen, save the customer's credentials."
	case sendAddress:
		return "send-address", "Send the customer this address: " + AcceptanceAddress
	case sendCredentials:
		return "send-sign-in", "Also send the customer its credentials."
	case newRelationship:
		return "new-relationship", "Select New relationship. This generates an email with its own address."
	case adaptText:
		return "adapt-text", "Edit the text of the email as you like. Then open it in your email program or copy it."
	case keepGenerated:
		return "keep-generated", "Send the email with the generated address. Do not replace this address."
	case openAddress:
		return "open-address", "Open the address in the invitation."
	case signIn:
		return "sign-in", "Sign in."
	case acceptAgreement:
		return "accept-agreement", "Select the checkbox to accept the Microsoft Customer Agreement."
	case acceptRelationshipAndAgreement:
		return "accept-relationship-and-agreement", "Select the checkbox to accept the reseller relationship and the Microsoft Customer Agreement."
	case viewPartners:
		return "view-partners", "Optionally, view your partners under Settings, Partner relationships."
	}
	return "", ""
}
