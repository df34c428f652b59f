package eligibility

import (
	"iter"

	"github.com/partnerrules/partnerrules"
)

// A Reason is why something may not be done: a requirement of the checklist
// that is not met, or a rule about packages and payments. It implements
// [partnerrules.Reason]. Its code, which String returns, is stable, and so is its
// rule; its sentences may be reworded. The texts of an invalid Reason are empty.
type Reason uint8

// Why a button is disabled, in the order of the checklist, and then why a package
// may not be changed.
const (
	// AccountNotVetted: the account is not verified and approved (ELG-01).
	AccountNotVetted Reason = iota + 1 // "account-not-vetted"

	// WindowNotOpen: the membership that the offer would renew or replace runs,
	// and its renewal window has not opened yet (ELG-02, ELG-09).
	WindowNotOpen // "window-not-open"

	// RequirementsNotMet: the company does not meet the requirements for a
	// Solutions Partner designation (ELG-03).
	RequirementsNotMet // "requirements-not-met"

	// RequirementsMet: the company meets them in some area, or holds a
	// designation, and so can no longer buy legacy benefits (ELG-03).
	RequirementsMet // "requirements-met"

	// NoLegacyStatus: the company did not hold the status on 2022-09-30
	// (ELG-04).
	NoLegacyStatus // "no-legacy-status"

	// ProfileNotLinked: no billing profile is linked to the tenant (ELG-05).
	ProfileNotLinked // "profile-not-linked"

	// ActionPackActive: the company has an Action Pack already, the Microsoft or
	// the Learning one (ELG-08).
	ActionPackActive // "action-pack-active"

	// OfferRetired: the offer is neither sold nor renewed any more (ELG-13).
	OfferRetired // "offer-retired"

	// PackageFixed: the benefits package chosen holds until the renewal window
	// opens (ELG-12).
	PackageFixed // "package-fixed"

	// WindowPassed: the renewal window has passed, and with it the membership;
	// what follows is a new purchase (ELG-12, ELG-21).
	WindowPassed // "window-passed"
)

var _ partnerrules.Reason = Reason(0)

// texts are the rule and the sentences of a reason.
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
			message:  "The account has not passed vetting.",
			remedy:   "Finish the verification of the account under Legal info.",
			see:      "Legal info",
		}
	case WindowNotOpen:
		return texts{
			rule:     "ELG-02",
			question: "Is this the time to renew?",
			message:  "The renewal window is not open yet.",
			remedy:   "Wait until the renewal window opens.",
			see:      "Renew offers",
		}
	case RequirementsNotMet:
		return texts{
			rule:     "ELG-03",
			question: "Does the company meet the requirements for a Solutions Partner designation?",
			message:  "The requirements for the Solutions Partner designation are not met.",
			remedy:   "Review the criteria of the designation and meet them.",
			see:      "Solutions Partner overview",
		}
	case RequirementsMet:
		return texts{
			rule:     "ELG-03",
			question: "Is the company without a Solutions Partner designation, held or earned?",
			message:  "The company meets the requirements for a Solutions Partner designation, or holds one, so legacy benefits are no longer sold to it.",
			remedy:   "Buy the Solutions Partner offer; as long as legacy benefits are sold, it lets the company choose between the two.",
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
			question: "Is a billing profile linked to this tenant?",
			message:  "No billing profile is linked to this tenant, or the link is out of date.",
			remedy:   "Link a billing account and profile to the tenant.",
			see:      "Link billing account and profile",
		}
	case ActionPackActive:
		return texts{
			rule:     "ELG-08",
			question: "Is the company without another Action Pack?",
			message:  "The company has an active Action Pack already.",
			remedy:   "Renew the Action Pack in its own renewal window.",
		}
	case OfferRetired:
		return texts{
			rule:     "ELG-13",
			question: "Is the offer still sold?",
			message:  "The offer has been retired: it is neither sold nor renewed.",
			remedy:   "Consider Partner Success Core or Expanded Benefits, or a Solutions Partner designation.",
		}
	case PackageFixed:
		return texts{
			rule:     "ELG-12",
			question: "May the benefits package be changed?",
			message:  "The benefits package is fixed until the next anniversary date, even if a designation is earned before.",
			remedy:   "Choose another package together with the renewal, in the renewal window.",
			see:      "Renew offers",
		}
	case WindowPassed:
		return texts{
			rule:     "ELG-21",
			question: "Is the renewal paid within the renewal window?",
			message:  "The renewal window has passed, and the membership with it.",
			remedy:   "Buy the membership anew.",
			see:      "Renew offers",
		}
	}
	return texts{}
}

// Rule returns the ID of the rule that the reason comes from, such as "ELG-02".
// It is empty for an invalid reason.
func (r Reason) Rule() partnerrules.RuleID { return r.texts().rule }

// Question returns the question that the requirement asks; yes meets it
// (ELG-20).
func (r Reason) Question() string { return r.texts().question }

// Message returns a sentence that says what is wrong.
func (r Reason) Message() string { return r.texts().message }

// Remedy returns a sentence that says what to do.
func (r Reason) Remedy() string { return r.texts().remedy }

// See returns the help page to read, or an empty string. For a reason of a
// decision, [Decision.See] takes the offer into account.
func (r Reason) See() string { return r.texts().see }

// See returns the help page to read about a reason of the decision, or an empty
// string. It is the page of [Reason.See], with one exception: Microsoft refers
// only Solutions Partners to a page about the renewal window (ELG-20), so there
// is none for WindowNotOpen if the offer is of another family.
func (d Decision) See(r Reason) string {
	if r == WindowNotOpen && d.Offer.Family() != FamilySolutionsPartner {
		return ""
	}
	return r.See()
}

// Notes returns what to know besides the checklist. Notes never disable a
// button. They come in this order:
//
//   - "review-business-information": the offer is a renewal (ELG-10).
//   - "one-fee-for-all-designations": the offer is a designation (ELG-17).
//   - "role-may-not-buy": the user's role may not buy or renew (ELG-18).
//   - "role-not-given": the user's role is unknown (ELG-18).
//   - "no-checklist": the offer is the Learning Action Pack (ELG-24).
//
// Ranging over it does not allocate.
func (d Decision) Notes() iter.Seq[partnerrules.Note] {
	return func(yield func(partnerrules.Note) bool) { d.walkNotes(yield) }
}

func (d *Decision) walkNotes(yield func(partnerrules.Note) bool) {
	for _, n := range [...]struct {
		given bool
		note  partnerrules.Note
	}{
		{d.Button == Renew, partnerrules.Note{
			Code: "review-business-information", Rule: "ELG-10",
			Message: "Before the renewal the account admin must review and update the company's business information; further documents may be asked for.",
		}},
		{d.Offer.Family() == FamilySolutionsPartner, partnerrules.Note{
			Code: "one-fee-for-all-designations", Rule: "ELG-17",
			Message: "One annual fee pays for all designations, and all share the anniversary date of the first.",
		}},
		{d.RoleMayBuy == No, partnerrules.Note{
			Code: "role-may-not-buy", Rule: "ELG-18",
			Message: "This user's role may not buy or renew: ask the partner admin of the programme or the account admin.",
		}},
		{d.RoleMayBuy == Unknown, partnerrules.Note{
			Code: "role-not-given", Rule: "ELG-18",
			Message: "Buying and renewing takes the partner admin of the programme or the account admin.",
		}},
		{d.Verdict == NoPublishedChecklist, partnerrules.Note{
			Code: "no-checklist", Rule: "ELG-24",
			Message: "The Learning Action Pack belongs to the Learning Partner programme, for companies that train; no checklist is published for it.",
		}},
	} {
		if n.given && !yield(n.note) {
			return
		}
	}
}
