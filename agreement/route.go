package agreement

import (
	"iter"
	"slices"

	"github.com/partnerrules/partnerrules/internal/enum"
)

// A Route is a way to a customer's acceptance. The zero value is undetermined.
type Route uint8

// The routes.
const (
	RouteUndetermined  Route = iota
	RouteNotApplicable       // the customer is in a sovereign cloud (AGR-46)
	NothingToDo              // an acceptance that counts is there

	AttestNewCustomer      // while its tenant is created (AGR-14)
	AttestExistingCustomer // on its account page (AGR-15)
	AttestAtOrderPrompt    // at the prompt of an order (AGR-16)
	AttestEnhanced         // through the enhanced attestation API (AGR-45)

	ProviderAttests // the indirect provider does, for its reseller (AGR-01)
	AgentAttests    // a user with another role does (AGR-02)

	InviteNewCustomer      // that the partner creates (AGR-30)
	InviteByRelationship   // with a relationship request (AGR-30)
	InviteExistingCustomer // AGR-30
)

// String returns the code of r: "attest-new-customer", say.
func (r Route) String() string {
	switch r {
	case RouteUndetermined:
		return "undetermined"
	case RouteNotApplicable:
		return "not-applicable"
	case NothingToDo:
		return "nothing-to-do"
	case AttestNewCustomer:
		return "attest-new-customer"
	case AttestExistingCustomer:
		return "attest-existing-customer"
	case AttestAtOrderPrompt:
		return "attest-at-order-prompt"
	case AttestEnhanced:
		return "attest-enhanced"
	case ProviderAttests:
		return "provider-attests"
	case AgentAttests:
		return "agent-attests"
	case InviteNewCustomer:
		return "invite-new-customer"
	case InviteByRelationship:
		return "invite-by-relationship"
	case InviteExistingCustomer:
		return "invite-existing-customer"
	}
	return enum.Outside("route", r)
}

// AppendText implements [encoding.TextAppender].
func (r Route) AppendText(b []byte) ([]byte, error) {
	return enum.Append(b, "route", r, RouteUndetermined, InviteExistingCustomer)
}

// MarshalText implements [encoding.TextMarshaler].
func (r Route) MarshalText() ([]byte, error) { return r.AppendText(nil) }

// UnmarshalText implements [encoding.TextUnmarshaler].
func (r *Route) UnmarshalText(text []byte) error {
	return enum.Unmarshal(r, "route", RouteUndetermined, InviteExistingCustomer, text)
}

// Steps returns what the partner does on the route, in order. There is nothing
// to do on the first three.
func (r Route) Steps() iter.Seq[Step] { return slices.Values(r.steps()) }

func (r Route) steps() []Step {
	switch r {
	case AttestNewCustomer:
		return []Step{
			OpenCustomers, AddCustomer, EnterCompany, TickAccepted, EnterDate, GoToReview, CompareContact, SubmitCustomer,
		}
	case AttestExistingCustomer:
		return []Step{OpenCustomers, SelectAccount, EditAgreement, EnterContact, EnterDate, SaveAgreement}
	case AttestAtOrderPrompt:
		return []Step{EnterContact, EnterCurrentDate, SavePrompt}
	case AttestEnhanced:
		return []Step{UseEnhancedAPI}
	case ProviderAttests:
		return []Step{AskProvider}
	case AgentAttests:
		return []Step{AskAgent}
	case InviteNewCustomer:
		return []Step{
			OpenCustomers, AddCustomer, EnterCompany, ChooseToAsk, GoToReview, SubmitCustomer, SaveSignIn, SendAddress, SendSignIn,
		}
	case InviteByRelationship:
		return []Step{OpenCustomers, NewRelationship, AdaptText, KeepGenerated, SendSignIn}
	case InviteExistingCustomer:
		return []Step{SendAddress}
	}
	return nil
}

// CustomerSteps returns what the customer does who is invited, in order, with
// what it may do last (AGR-35). Only the box of a relationship request accepts
// the reseller relationship and the agreement at once. Other routes have none.
func (r Route) CustomerSteps() iter.Seq[Step] {
	box := AcceptAgreement
	switch r {
	case InviteNewCustomer, InviteExistingCustomer:
	case InviteByRelationship:
		box = AcceptRelationshipAndAgreement
	default:
		return slices.Values([]Step(nil))
	}
	return slices.Values([]Step{OpenAddress, SignIn, box, ViewPartners})
}
