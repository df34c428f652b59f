package eligibility

import "github.com/partnerrules/partnerrules/internal/enum"

// A Reason is why something may not be done: a requirement of the checklist
// that is not met, or a rule about packages and payments. Its code, which
// String returns, is stable, and so is its rule; its sentences may be reworded.
// The zero value is no reason.
type Reason uint8

// Why a button is disabled, in the order of the checklist, and then why a package
// may not be changed.
const (
	// AccountNotVetted: the account is not verified and approved (ELG-01).
	AccountNotVetted Reason = iota + 1

	// WindowNotOpen: the membership that the offer would renew or replace runs,
	// and its renewal window has not opened yet (ELG-02, ELG-09).
	WindowNotOpen

	// RequirementsNotMet: the company does not meet the requirements for a
	// Solutions Partner designation (ELG-03).
	RequirementsNotMet

	// RequirementsMet: the company meets them in some area, or holds a
	// designation, and so can no longer buy legacy benefits (ELG-03).
	RequirementsMet

	// NoLegacyStatus: the company did not hold the status on 2022-09-30
	// (ELG-04).
	NoLegacyStatus

	// ProfileNotLinked: no billing profile is linked to the tenant (ELG-05).
	ProfileNotLinked

	// ActionPackActive: the company has an Action Pack already, the Microsoft or
	// the Learning one (ELG-08).
	ActionPackActive

	// OfferRetired: the offer is neither sold nor renewed any more (ELG-13).
	OfferRetired

	// PackageFixed: the benefits package chosen holds until the renewal window
	// opens (ELG-12).
	PackageFixed

	// WindowPassed: the renewal window has passed, and with it the membership;
	// what follows is a new purchase (ELG-12, ELG-21).
	WindowPassed

	noReason   Reason = 0
	lastReason        = WindowPassed
)

// texts are what a reason has to say.
type texts struct {
	code, rule, question, message, remedy, see, source string
}

const (
	troubleshoot = "Troubleshoot membership purchase: Buy now or Renew button is disabled; reasons"
	benefitsFAQ  = "Microsoft AI Cloud Partner Program benefits FAQ; Membership"
)

func (r Reason) texts() texts {
	switch r {
	case AccountNotVetted:
		return texts{
			code: "account-not-vetted", rule: "ELG-01", source: troubleshoot,
			question: "Has the account been verified and approved?",
			message:  "The account has not passed vetting.",
			remedy:   "Finish the verification of the account under Legal info.",
			see:      "Legal info",
		}
	case WindowNotOpen:
		return texts{
			code: "window-not-open", rule: "ELG-02", source: troubleshoot,
			question: "Is this the time to renew?",
			message:  "The renewal window is not open yet.",
			remedy:   "Wait until the renewal window opens.",
			see:      "Renew offers",
		}
	case RequirementsNotMet:
		return texts{
			code: "requirements-not-met", rule: "ELG-03", source: troubleshoot + ", Solutions Partner",
			question: "Does the company meet the requirements for a Solutions Partner designation?",
			message:  "The requirements for the Solutions Partner designation are not met.",
			remedy:   "Review the criteria of the designation and meet them.",
			see:      "Solutions Partner overview",
		}
	case RequirementsMet:
		return texts{
			code: "requirements-met", rule: "ELG-03", source: troubleshoot + ", Legacy Gold / Legacy Silver",
			question: "Is the company without a Solutions Partner designation, held or earned?",
			message:  "The company meets the requirements for a Solutions Partner designation, or holds one, so legacy benefits are no longer sold to it.",
			remedy:   "Buy the Solutions Partner offer; as long as legacy benefits are sold, it lets the company choose between the two.",
			see:      "Solutions Partner overview",
		}
	case NoLegacyStatus:
		return texts{
			code: "no-legacy-status", rule: "ELG-04", source: troubleshoot + ", Legacy Gold / Legacy Silver",
			question: "Did the company hold this competency status on 30 September 2022?",
			message:  "The company did not hold this competency status on 30 September 2022.",
			remedy:   "Work toward a Solutions Partner designation.",
			see:      "Solutions Partner overview",
		}
	case ProfileNotLinked:
		return texts{
			code: "profile-not-linked", rule: "ELG-05", source: troubleshoot,
			question: "Is a billing profile linked to this tenant?",
			message:  "No billing profile is linked to this tenant, or the link is out of date.",
			remedy:   "Link a billing account and profile to the tenant.",
			see:      "Link billing account and profile",
		}
	case ActionPackActive:
		return texts{
			code: "action-pack-active", rule: "ELG-08", source: benefitsFAQ,
			question: "Is the company without another Action Pack?",
			message:  "The company has an active Action Pack already.",
			remedy:   "Renew the Action Pack in its own renewal window.",
		}
	case OfferRetired:
		return texts{
			code: "offer-retired", rule: "ELG-13", source: "Renew your membership offers, end of 2024",
			question: "Is the offer still sold?",
			message:  "The offer has been retired: it is neither sold nor renewed.",
			remedy:   "Consider Partner Success Core or Expanded Benefits, or a Solutions Partner designation.",
		}
	case PackageFixed:
		return texts{
			code: "package-fixed", rule: "ELG-12", source: benefitsFAQ,
			question: "May the benefits package be changed?",
			message:  "The benefits package is fixed until the next anniversary date, even if a designation is earned before.",
			remedy:   "Choose another package together with the renewal, in the renewal window.",
			see:      "Renew offers",
		}
	case WindowPassed:
		return texts{
			code: "window-passed", rule: "ELG-21", source: benefitsFAQ,
			question: "Is the renewal paid within the renewal window?",
			message:  "The renewal window has passed, and the membership with it.",
			remedy:   "Buy the membership anew.",
			see:      "Renew offers",
		}
	}
	return texts{}
}

// Rule returns the ID of the rule in RULES.md: "ELG-02", say.
func (r Reason) Rule() string { return r.texts().rule }

// Source names the published document, and its section, that the rule rests on.
func (r Reason) Source() string { return r.texts().source }

// Question returns the question that the requirement asks; yes meets it
// (ELG-20).
func (r Reason) Question() string { return r.texts().question }

// Message returns the sentence that says what is wrong.
func (r Reason) Message() string { return r.texts().message }

// Remedy returns the sentence that says what to do.
func (r Reason) Remedy() string { return r.texts().remedy }

// See names the help page to read, for an offer of the given family, or is
// empty. On the renewal window the source refers only Solutions Partners
// further (ELG-20).
func (r Reason) See(f Family) string {
	if r == WindowNotOpen && f != FamilySolutionsPartner {
		return ""
	}
	return r.texts().see
}

// String returns the code of r: "window-not-open", say, and the empty string
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
