package eligibility

import (
	"iter"

	"github.com/partnerrules/partnerrules"
)

// A Reason says why an answer is no: a requirement of the checklist is not met, or
// a rule on packages and payments forbids it. It implements [partnerrules.Reason].
// Message, Remedy, Question and See are empty for the zero Reason and for invalid
// Reasons.
type Reason uint8

// The reasons for a disabled button, in the order of the checklist, and for a
// rejected change of package or a lost designation.
const (
	// AccountNotVetted: the account is not verified and approved, and is not
	// challenged (ELG-01).
	AccountNotVetted Reason = iota + 1 // "account-not-vetted"

	// WindowNotOpen: the renewal window of the membership that the offer would
	// renew or replace is not open yet (ELG-02, ELG-09).
	WindowNotOpen // "window-not-open"

	// RequirementsNotMet: the company does not meet the requirements for a
	// Solutions Partner designation (ELG-03).
	RequirementsNotMet // "requirements-not-met"

	// RequirementsMet: the company meets the requirements in an area, or has attained
	// a designation, and so cannot buy legacy benefits (ELG-03).
	RequirementsMet // "requirements-met"

	// NoLegacyStatus: the company did not hold the required status on 2022-09-30
	// (ELG-04).
	NoLegacyStatus // "no-legacy-status"

	// ProfileNotLinked: no billing profile that is up to date is linked to the tenant
	// or set up on it (ELG-05).
	ProfileNotLinked // "profile-not-linked"

	// ActionPackActive: the company already has an active Microsoft Action Pack or
	// Learning Action Pack (ELG-08).
	ActionPackActive // "action-pack-active"

	// OfferRetired: the offer is no longer sold or renewed (ELG-13).
	OfferRetired // "offer-retired"

	// PackageFixed: the benefits package cannot be changed until the renewal
	// window opens (ELG-12).
	PackageFixed // "package-fixed"

	// WindowPassed: the renewal window has passed and the membership has lapsed. A
	// payment is a new purchase (ELG-12, ELG-21).
	WindowPassed // "window-passed"

	// AccountChallenged: Microsoft has challenged the account and asks for documents
	// or credentials (ELG-01, ELG-06).
	AccountChallenged // "account-challenged"
)

var _ partnerrules.Reason = Reason(0)

// texts holds the rule and the sentences of a reason.
type texts struct {
	rule                           partnerrules.RuleID
	question, message, remedy, see string
}

func (r Reason) texts() texts {
	switch r {
	case AccountNotVetted:
		return texts{
			rule:     "ELG-01",
			question: "Has the account been verified and approved?",
			message:  "The account has not been verified and approved.",
			remedy:   "Complete the account verification under Legal info in Partner Center.",
			see:      "Legal info",
		}
	case WindowNotOpen:
		return texts{
			rule:     "ELG-02",
			question: "Is the renewal window open?",
			message:  "The renewal window is not open yet.",
			remedy:   "Wait until the renewal window opens.",
			see:      "Renew offers",
		}
	case RequirementsNotMet:
		return texts{
			rule:     "ELG-03",
			question: "Does the company meet the requirements for a Solutions Partner designation?",
			message:  "The company does not meet the requirements for this Solutions Partner designation.",
			remedy:   "Review the requirements of the designation, and meet those that are missing.",
			see:      "Solutions Partner overview",
		}
	case RequirementsMet:
		return texts{
			rule:     "ELG-03",
			question: "Has the company never held a Solutions Partner designation, and does it qualify for none?",
			message:  "The company meets the requirements for a Solutions Partner designation, or has attained one, so legacy benefits are no longer sold to it.",
			remedy:   "Buy the Solutions Partner offer.",
			see:      "Solutions Partner overview",
		}
	case NoLegacyStatus:
		return texts{
			rule:     "ELG-04",
			question: "Did the company hold this competency status on 30 September 2022?",
			message:  "The company did not hold this competency status on 30 September 2022.",
			remedy:   "Work toward a Solutions Partner designation.",
			see:      "Solutions Partner overview",
		}
	case ProfileNotLinked:
		return texts{
			rule:     "ELG-05",
			question: "Is a billing profile linked to this tenant, or set up on it?",
			message:  "No billing profile is linked to this tenant or set up on it, or the profile is not up to date.",
			remedy:   "Link a billing account and profile to the tenant.",
			see:      "Link billing account and profile",
		}
	case ActionPackActive:
		return texts{
			rule:     "ELG-08",
			question: "Is the company without another Action Pack?",
			message:  "The company already has an active Action Pack.",
			remedy:   "Renew the active Action Pack in its own renewal window.",
		}
	case OfferRetired:
		return texts{
			rule:     "ELG-13",
			question: "Is the offer still sold?",
			message:  "Microsoft has retired this offer and no longer sells or renews it.",
			remedy:   "Buy Partner Success Core Benefits, Partner Success Expanded Benefits or a Solutions Partner offer instead.",
		}
	case PackageFixed:
		return texts{
			rule:     "ELG-12",
			question: "Can the benefits package be changed?",
			message:  "The benefits package cannot be changed before the renewal window opens, even if the company earns a designation.",
			remedy:   "Choose another package when you renew, in the renewal window.",
			see:      "Renew offers",
		}
	case WindowPassed:
		return texts{
			rule:     "ELG-21",
			question: "Is the renewal paid within the renewal window?",
			message:  "The renewal window has passed, and the membership has lapsed.",
			remedy:   "Buy the membership again as a new purchase.",
			see:      "Renew offers",
		}
	case AccountChallenged:
		return texts{
			rule:     "ELG-01",
			question: "Has the account passed the challenge to its verification?",
			message:  "Microsoft has challenged the verification of the account.",
			remedy:   "Provide what Partner Center asks for under Legal info: documents, or the verifiable credentials of one user.",
			see:      "Legal info",
		}
	}
	return texts{}
}

// Rule returns the ID of the rule that the reason comes from, such as "ELG-02".
// It is empty for an invalid reason.
func (r Reason) Rule() partnerrules.RuleID { return r.texts().rule }

// Question returns the question that the requirement asks (ELG-20). The
// requirement is met if the answer is yes.
func (r Reason) Question() string { return r.texts().question }

// Message returns a sentence about what is wrong (ELG-20).
func (r Reason) Message() string { return r.texts().message }

// Remedy returns one or two sentences about what to do (ELG-20). For a reason of a
// decision, [Decision.Remedy] takes the other facts into account.
func (r Reason) Remedy() string { return r.texts().remedy }

// See returns the help page to read, or an empty string (ELG-20). For a reason of
// a decision, [Decision.See] takes the offer into account.
func (r Reason) See() string { return r.texts().see }

// See returns the help page to read about a reason of the decision, or an empty
// string. It returns the page of [Reason.See], with one exception. Microsoft refers
// only Solutions Partners to a page about the renewal window (ELG-20). For
// WindowNotOpen and an offer of another family, See returns an empty string.
func (d Decision) See(r Reason) string {
	if r == WindowNotOpen && d.Offer.Family() != FamilySolutionsPartner {
		return ""
	}
	return r.See()
}

// Remedy returns what to do about a reason of the decision. It returns the text of
// [Reason.Remedy], with one exception. If ELG-04 and ELG-13 are met, the text for
// RequirementsMet adds that the Solutions Partner offer includes a choice of legacy
// benefits (ELG-03, ELG-07).
func (d Decision) Remedy(r Reason) string {
	if r == RequirementsMet && d.Rows.Status2022.State == Met && d.Rows.Sold.State == Met {
		return r.Remedy() + " It lets you choose between Solutions Partner benefits and your legacy benefits."
	}
	return r.Remedy()
}

// Notes returns the notes on the decision, which add to the checklist. A note
// never disables a button. The notes are in this order:
//
//   - "renew-through-another-area": the offer's area is held and not qualified, but
//     another one is. See Decision.RenewThrough (ELG-03).
//   - "review-business-information": the membership or pack that the offer would
//     renew or replace is active, before its window or in it (ELG-10).
//   - "one-fee-for-all-designations": the offer is a designation (ELG-17).
//   - "role-may-not-buy": the user's role cannot buy or renew (ELG-18).
//   - "role-not-given": the user's role is unknown (ELG-18).
//   - "no-checklist": the offer is the Learning Action Pack (ELG-24).
//
// Ranging over the result does not allocate.
func (d Decision) Notes() iter.Seq[partnerrules.Note] {
	return func(yield func(partnerrules.Note) bool) { d.walkNotes(yield) }
}

func (d *Decision) walkNotes(yield func(partnerrules.Note) bool) {
	for _, n := range [...]struct {
		given bool
		note  partnerrules.Note
	}{
		{d.RenewThrough.IsKnown(), partnerrules.Note{
			Code: "renew-through-another-area", Rule: "ELG-03",
			Message: "This area is not qualified, but the membership can still be renewed through another held area that is.",
		}},
		{d.Active == Yes, partnerrules.Note{
			Code: "review-business-information", Rule: "ELG-10",
			Message: "Before the renewal, the account admin must review and update the company's business information, and Microsoft may ask for documents.",
		}},
		{d.Offer.Family() == FamilySolutionsPartner, partnerrules.Note{
			Code: "one-fee-for-all-designations", Rule: "ELG-17",
			Message: "One annual fee pays for all designations, and all designations share the anniversary date of the first one.",
		}},
		{d.RoleMayBuy == No, partnerrules.Note{
			Code: "role-may-not-buy", Rule: "ELG-18",
			Message: "Your role cannot buy or renew offers: ask the program's partner admin or the account admin.",
		}},
		{d.RoleMayBuy == Unknown, partnerrules.Note{
			Code: "role-not-given", Rule: "ELG-18",
			Message: "Only the program's partner admin or the account admin can buy or renew offers.",
		}},
		{d.Verdict == NoPublishedChecklist, partnerrules.Note{
			Code: "no-checklist", Rule: "ELG-24",
			Message: "The Learning Action Pack belongs to the Learning Partner program for training companies, and Microsoft has published no checklist for it.",
		}},
	} {
		if n.given && !yield(n.note) {
			return
		}
	}
}
