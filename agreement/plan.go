package agreement

import (
	"iter"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/internal/check"
)

// A Method is the way in which the partner wants to obtain an acceptance.
type Method uint8

// The means. The zero value is to attest.
const (
	ByAttestation         Method = iota // "attestation"
	ByOrder                             // at the prompt of an order: "order"
	ByInvitation                        // the customer accepts directly: "invitation"
	ByRelationshipRequest               // the same, with the reseller relationship: "relationship-request"

	lastMeans = ByRelationshipRequest
)

// A Plan is a plan for obtaining a customer's acceptance.
type Plan struct {
	Route Route `json:"route"`

	// Missing holds the unknown facts that the route depends on if it is
	// undetermined.
	Missing partnerrules.Set[Fact] `json:"missing,omitzero"`

	// Needs lists the inputs that are still missing, as the reasons that Check
	// would report.
	Needs partnerrules.Set[Reason] `json:"needs,omitzero"`

	// Direct says whether something may keep the customer from accepting
	// directly (AGR-31). If so, the way out is to attest.
	Direct DirectVerdict `json:"direct"`

	// Policy is the policy under which the answer was given.
	Policy Policy `json:"policy"`
}

// Steps returns what the partner does, in order: see [Route.Steps].
func (c Plan) Steps() iter.Seq[partnerrules.Note] { return c.Route.Steps() }

// MakePlan says what is to be done for a customer's acceptance, under [Baseline]:
// see [Policy.MakePlan].
func MakePlan(m Method, draft Attestation, form Form, f Facts) (Plan, error) {
	return Baseline().MakePlan(m, draft, form, f)
}

// MakePlan says what is to be done, by the means wanted, for a customer to have an
// acceptance that counts for purchases: the route, its steps, and of the draft
// of the attestation, and the form of a new customer, what is still to be filled
// in. There is nothing to do if the acceptance is there.
//
// MakePlan returns a [*partnerrules.InputError] if the policy, a fact, m or a field of
// the form is invalid.
func (p Policy) MakePlan(m Method, draft Attestation, form Form, f Facts) (Plan, error) {
	if m > lastMeans {
		return Plan{}, check.Invalid("means", m)
	}
	if err := p.check(&f); err != nil {
		return Plan{}, err
	}
	if err := check.Within("form.", form.validate()); err != nil {
		return Plan{}, err
	}
	c := Plan{Direct: f.direct(), Policy: p}
	if f.Cloud.isSovereign() {
		c.Route = RouteNotApplicable
		return c, nil
	}
	partner, direct := p.counts(&f)
	switch accepted := partner.Or(direct); accepted {
	case Yes:
		c.Route = NothingToDo
	case Unknown:
		c.Missing = p.missing(&f, accepted)
	case No:
		c.choose(m, &f, p.isEnhanced(f.Now))
	}
	c.Needs = c.Route.needs(&draft, &form)
	return c, nil
}

// choose fills in the route for a customer without acceptance.
func (c *Plan) choose(m Method, f *Facts, enhanced Tri) {
	attests := m == ByAttestation || m == ByOrder
	switch {
	case m == ByRelationshipRequest:
		c.Route = InviteByRelationship
	case attests && f.Partner == IndirectReseller:
		c.Route = ProviderAttests
	case attests && (f.Partner == PartnerTypeUnknown || f.Role == RoleUnknown):
		check.Include(&c.Missing, FactPartner, f.Partner == PartnerTypeUnknown)
		check.Include(&c.Missing, FactRole, f.Role == RoleUnknown)
		c.Missing |= f.missingForForm(enhanced, f.Role.MayAttest())
	case attests && f.Role.MayAttest() == No:
		c.Route = AgentAttests
	case attests && enhanced == Yes:
		c.Route = AttestEnhanced
	case attests && enhanced == Unknown || f.Customer == CustomerKindUnknown:
		if !attests {
			enhanced = No // invitations stay as they are
		}
		c.Missing = f.missingForForm(enhanced, Yes)
	default:
		c.Route = routeFor(m, f.Customer)
	}
}

// missingForForm names the unknown facts on which the form of attesting hangs,
// for a user who may attest.
func (f *Facts) missingForForm(enhanced, mayAttest Tri) partnerrules.Set[Fact] {
	var missing partnerrules.Set[Fact]
	check.Include(&missing, FactNow, enhanced == Unknown && mayAttest != No)
	check.Include(&missing, FactCustomer, f.Customer == CustomerKindUnknown && enhanced != Yes && mayAttest != No)
	return missing
}

// routeFor returns the route of the baseline for a kind of customer that is
// known. An order of a new customer has no prompt: it is blocked (AGR-40).
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

// needs returns the inputs that a route takes and that are not there.
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
	check.Include(&r.Found, FirstNameMissing, isBlank(a.Contact.FirstName))
	check.Include(&r.Found, LastNameMissing, isBlank(a.Contact.LastName))
	check.Include(&r.Found, EmailMissing, isBlank(a.Contact.Email))
	check.Include(&r.Found, DateMissing, !a.Date.IsSet())
}

// A Route is a way to a customer's acceptance. The zero value is undetermined.
type Route uint8

// The routes.
const (
	RouteUndetermined  Route = iota // "undetermined"
	RouteNotApplicable              // the customer is in a sovereign cloud (AGR-46): "not-applicable"
	NothingToDo                     // an acceptance that counts is there: "nothing-to-do"

	AttestNewCustomer      // while its tenant is created (AGR-14): "attest-new-customer"
	AttestExistingCustomer // on its account page (AGR-15): "attest-existing-customer"
	AttestAtOrderPrompt    // at the prompt of an order (AGR-16): "attest-at-order-prompt"
	AttestEnhanced         // through the enhanced attestation API (AGR-45): "attest-enhanced"

	ProviderAttests // the indirect provider does, for its reseller (AGR-01): "provider-attests"
	AgentAttests    // a user with another role does (AGR-02): "agent-attests"

	InviteNewCustomer      // that the partner creates (AGR-30): "invite-new-customer"
	InviteByRelationship   // with a relationship request (AGR-30): "invite-by-relationship"
	InviteExistingCustomer // AGR-30: "invite-existing-customer"
)

// Steps returns what the partner does on the route, in order. Each step has the
// rule of the route. The first three routes have no steps.
func (r Route) Steps() iter.Seq[partnerrules.Note] {
	return func(yield func(partnerrules.Note) bool) { r.walk(yield) }
}

// CustomerSteps returns what an invited customer does, in order; the last step is
// optional (AGR-35). Only a relationship request has the customer accept the
// reseller relationship too. Other routes have no steps.
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

// steps returns the steps of the partner on a route, and the rule they come from.
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
			openCustomers, addCustomer, enterCompany, chooseToAsk, goToReview, submitCustomer, saveSignIn, sendAddress, sendSignIn,
		}
	case InviteByRelationship:
		return "AGR-30", [maxSteps]step{openCustomers, newRelationship, adaptText, keepGenerated, sendSignIn}
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
	saveSignIn
	sendAddress
	sendSignIn
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

// note returns the step as a note that comes from a rule.
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
		return "tick-accepted", "Tick the box that the customer has accepted the Microsoft Customer Agreement."
	case enterDate:
		return "enter-date", "Enter the date of acceptance, which may not lie in the future."
	case goToReview:
		return "go-to-review", "Go on to the review."
	case compareContact:
		return "compare-contact", "See that the primary contact is the person who accepted; if not, select Update and enter that person."
	case submitCustomer:
		return "submit-customer", "Submit; this creates the customer's tenant."
	case selectAccount:
		return "select-account", "Select the customer, and then Account."
	case editAgreement:
		return "edit-agreement", "Under Microsoft Customer Agreement, select Edit."
	case enterContact:
		return "enter-contact", "Enter the first name, the last name, the e-mail address and, if wanted, the phone number of the person who accepted."
	case saveAgreement:
		return "save-agreement", "Save and continue."
	case enterCurrentDate:
		return "enter-current-date", "Enter the current date as the date of acceptance."
	case savePrompt:
		return "save-prompt", "Save; the order goes on after it."
	case useEnhancedAPI:
		return "use-enhanced-api", "Attest through the enhanced attestation API."
	case askProvider:
		return "ask-provider", "Ask the indirect provider to attest."
	case askAgent:
		return "ask-agent", "Ask a user with the role of Admin agent or Sales agent to attest."
	case chooseToAsk:
		return "choose-to-ask", "Choose that the customer will be asked to accept in the Microsoft 365 admin center."
	case saveSignIn:
		return "save-sign-in", "On the confirmation screen, save the customer's sign-in."
	case sendAddress:
		return "send-address", "Send the customer this address: " + AcceptanceAddress
	case sendSignIn:
		return "send-sign-in", "Send the customer its sign-in too."
	case newRelationship:
		return "new-relationship", "Select New relationship; this generates an e-mail with an address of its own."
	case adaptText:
		return "adapt-text", "Change the text of the e-mail as you like, and open it in the mail program or copy it."
	case keepGenerated:
		return "keep-generated", "Send the e-mail with the address that was generated; no other replaces it."
	case openAddress:
		return "open-address", "Open the address of the invitation."
	case signIn:
		return "sign-in", "Sign in."
	case acceptAgreement:
		return "accept-agreement", "Tick the box to accept the Microsoft Customer Agreement."
	case acceptRelationshipAndAgreement:
		return "accept-relationship-and-agreement", "Tick the box to accept the reseller relationship and the Microsoft Customer Agreement."
	case viewPartners:
		return "view-partners", "If wanted, view the partners under Settings, Partner relationships."
	}
	return "", ""
}
