package agreement

import (
	"iter"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
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

// A Plan is a plan for obtaining a customer's acceptance: a route, with what is missing
// for it.
type Plan struct {
	Route Route `json:"route"`

	// Missing holds the unknown facts that the route depends on, if it is
	// undetermined.
	Missing partnerrules.Set[Fact] `json:"missing,omitzero"`

	// Needs holds the inputs that are still missing for the route, as the reasons that
	// Check or CheckInvitation reports for it.
	Needs partnerrules.Set[Reason] `json:"needs,omitzero"`
}

// Steps returns the steps of the partner, in order. See [Route.Steps].
func (p Plan) Steps() iter.Seq[partnerrules.Note] { return p.Route.Steps() }

// A PlanAnswer is the result of [MakePlan].
type PlanAnswer struct {
	Plan

	// Direct is whether the customer can accept directly (AGR-31).
	Direct DirectVerdict `json:"direct"`

	// Attest is the plan to attest instead, for an invitation of a customer that may
	// be unable to accept directly. Otherwise it is zero.
	Attest Plan `json:"attest,omitzero"`

	// Policy is the policy under which the plan was made. Coverage is the coverage of
	// the UTC day of Facts.Now.
	Policy   Policy            `json:"policy"`
	Coverage calendar.Coverage `json:"coverage"`
}

// MakePlan returns a plan for obtaining a customer's acceptance, under the policy in
// force. See [Policy.MakePlan].
func MakePlan(m Method, draft Attestation, s Submission, f Facts) (PlanAnswer, error) {
	return inForce().MakePlan(m, draft, s, f)
}

// MakePlan returns a plan for obtaining an acceptance that counts for purchases, by the
// given method. The plan has a route with its steps, and the inputs that are missing in
// the draft of the attestation and its submission. MakePlan chooses the route, and
// ignores Submission.Route. It ignores Submission.Stored too.
//
// If the customer already has such an acceptance, the route is NothingToDo. The partner
// attests through the enhanced API if that is its channel, or if the portal is closed
// (AGR-45, AGR-48). [Policy.Check] reports whether that API is open. Any other route to
// attest has the steps of the portal, also for a partner that sends the attestation
// through the old API. For an invitation, MakePlan lists every input, because it does
// not take an Invitation.
//
// MakePlan returns a [*partnerrules.InputError] if the policy, a fact, m or a field of
// the submission is invalid.
func (p Policy) MakePlan(m Method, draft Attestation, s Submission, f Facts) (PlanAnswer, error) {
	if m > lastMethod {
		return PlanAnswer{}, check.Invalid("method", m)
	}
	if err := p.check(&f); err != nil {
		return PlanAnswer{}, err
	}
	if err := s.validate(); err != nil {
		return PlanAnswer{}, err
	}
	answer := PlanAnswer{Plan: p.plan(m, &draft, &s, &f), Direct: f.direct(), Policy: p, Coverage: coverage(f.Now)}
	if answer.Route.invites() && answer.Direct == MayBeUnavailable {
		answer.Attest = p.plan(ByAttestation, &draft, &s, &f)
	}
	return answer, nil
}

func (p *Policy) plan(m Method, draft *Attestation, s *Submission, f *Facts) Plan {
	if f.Cloud.isSovereign() {
		return Plan{Route: RouteNotApplicable}
	}
	partner, direct := p.counts(f)
	switch partner.Or(direct) {
	case Yes:
		return Plan{Route: NothingToDo}
	case Unknown:
		return Plan{Missing: p.missingAcceptance(f)}
	}
	enhanced := p.isPortalClosed(f.Now).Or(partnerrules.TriFromBool(f.Channel == EnhancedAPI))
	holding, open := split(f.Partner.isReseller(), f.Role.MayAttest(), enhanced, f.Customer.is(NewCustomer))
	decide := deciding(holding, open, m.route)
	if decide != 0 {
		var missing partnerrules.Set[Fact]
		for i, fact := range [...]Fact{FactPartner, FactRole, FactNow, FactCustomer} {
			check.Include(&missing, fact, decide.has(i))
		}
		return Plan{Missing: missing}
	}
	route := m.route(holding)
	inputs := p.inputs(route, draft, s, f)
	return Plan{Route: route, Needs: inputs.Found | inputs.Unknown}
}

// The conditions that the route of a customer without an acceptance depends on.
const (
	partnerIsReseller = iota
	userMayAttest
	channelIsEnhanced
	customerIsNew
)

// route returns the route of a method, if all conditions are known. The order of a new
// customer has no prompt, because it is blocked (AGR-40). The enhanced API does not ask
// for the role of a user (AGR-48).
func (m Method) route(holding conditions) Route {
	switch {
	case m == ByRelationshipRequest:
		return InviteByRelationship
	case m == ByInvitation && holding.has(customerIsNew):
		return InviteNewCustomer
	case m == ByInvitation:
		return InviteExistingCustomer
	case holding.has(partnerIsReseller):
		return ProviderAttests
	case holding.has(channelIsEnhanced):
		return AttestEnhanced
	case !holding.has(userMayAttest):
		return AgentAttests
	case holding.has(customerIsNew):
		return AttestNewCustomer
	case m == ByOrder:
		return AttestAtOrderPrompt
	}
	return AttestExistingCustomer
}

// inputs returns a report on the inputs of a route: those that are missing, and those
// that may be.
func (p *Policy) inputs(route Route, draft *Attestation, s *Submission, f *Facts) Report {
	var r Report
	switch {
	case route.attests():
		on := *s
		on.Route = route
		p.checkAttestation(&r, draft, &on, f)
	case route.invites():
		r.checkInvitation(&Invitation{Route: route}, f)
	}
	r.Found, r.Unknown = r.Found&inputReasons, r.Unknown&inputReasons
	return r
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
	AttestEnhanced         // attest through the enhanced attestation API (AGR-48): "attest-enhanced"

	ProviderAttests // the indirect provider attests for its reseller (AGR-01): "provider-attests"
	AgentAttests    // an Admin agent or a Sales agent attests (AGR-02): "agent-attests"

	InviteNewCustomer      // create the customer and invite it (AGR-30): "invite-new-customer"
	InviteByRelationship   // invite with a relationship request (AGR-30): "invite-by-relationship"
	InviteExistingCustomer // send the address to the customer (AGR-30): "invite-existing-customer"
)

// attests reports whether the partner itself attests on the route.
func (r Route) attests() bool { return r >= AttestNewCustomer && r <= AttestEnhanced }

// invites reports whether the partner invites the customer to accept directly.
func (r Route) invites() bool { return r >= InviteNewCustomer && r <= InviteExistingCustomer }

// Steps returns the steps of the partner on the route, in order. Each step has the
// rule of the route. RouteUndetermined, RouteNotApplicable and NothingToDo have no
// steps.
func (r Route) Steps() iter.Seq[partnerrules.Note] {
	return func(yield func(partnerrules.Note) bool) { r.walk(yield) }
}

// CustomerSteps returns the steps of an invited customer, in order (AGR-35). In a
// relationship request the customer also accepts the reseller relationship. Except for a
// new customer that the partner creates, the last step is optional: the customer views
// its partners. Routes without an invitation have no steps of the customer.
func (r Route) CustomerSteps() iter.Seq[partnerrules.Note] {
	return func(yield func(partnerrules.Note) bool) { r.walkCustomer(yield) }
}

// VerificationSteps returns the steps with which the partner verifies an acceptance
// (AGR-19). The last step is an alternative to the others.
func VerificationSteps() iter.Seq[partnerrules.Note] {
	return func(yield func(partnerrules.Note) bool) {
		for _, s := range [...]step{openCustomers, selectAccount, readStatus, readAPI} {
			if !yield(s.note("AGR-19")) {
				return
			}
		}
	}
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
	steps := [...]step{openAddress, signIn, acceptAgreement, viewPartners}
	switch r {
	case InviteNewCustomer:
		steps[3] = noStep
	case InviteByRelationship:
		steps[2] = acceptRelationshipAndAgreement
	case InviteExistingCustomer:
	default:
		return
	}
	for _, s := range steps {
		if s == noStep || !yield(s.note("AGR-35")) {
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
		return "AGR-48", [maxSteps]step{useEnhancedAPI, acceptInComponent}
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
	acceptInComponent
	askProvider
	askAgent
	chooseToAsk
	saveCredentials
	sendAddress
	sendCredentials
	newRelationship
	adaptText
	keepGenerated

	// The steps to verify an acceptance (AGR-19), which begin with others from above.
	readStatus
	readAPI

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
	if s == useEnhancedAPI || s == acceptInComponent {
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
		return "compare-contact", "Check that the information about the primary contact is correct, and that the contact is the person who accepted. If not, select Update and correct it."
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
		return "use-enhanced-api", "Authenticate as an application, and send the enhanced attestation API the name and email address of the person who accepts, and the customer's company name."
	case acceptInComponent:
		return "accept-in-component", "Ask that person to accept in the component that Microsoft provides."
	case askProvider:
		return "ask-provider", "Ask your indirect provider to attest."
	case askAgent:
		return "ask-agent", "Ask a user with the Admin agent or Sales agent role to attest."
	case chooseToAsk:
		return "choose-to-ask", "Choose that the customer will be asked to accept in the Microsoft 365 admin center."
	case saveCredentials:
		return "save-sign-in", "On the confirmation screen, save the customer's credentials."
	case sendAddress:
		return "send-address", "In an email that you write outside Partner Center, send the customer this address: " + AcceptanceAddress
	case sendCredentials:
		return "send-sign-in", "Also send the customer its credentials."
	case newRelationship:
		return "new-relationship", "Select New relationship. This generates an email with its own address."
	case adaptText:
		return "adapt-text", "Edit the text of the email as you like. Then open it in your email program or copy it."
	case keepGenerated:
		return "keep-generated", "Send the email with the generated address. Do not replace this address."
	case readStatus:
		return "read-status", "Under Microsoft Customer Agreement, read the status: Provided or Not provided."
	case readAPI:
		return "read-api", "Or read the list of agreements and the direct signed status from the Partner Center API."
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
