package benefits

import "github.com/partnerrules/partnerrules/internal/enum"

// A Reason is why something may not be done, or what ends a benefit. Its code,
// which String returns, is stable, and so is its rule; its sentences may be
// reworded. The zero value is no reason.
type Reason uint8

// What ends a benefit, in the order in which they count if they fall on one day.
const (
	// PastActivateBy: the 13 months in which a benefit can be redeemed are over
	// (BEN-03).
	PastActivateBy Reason = iota + 1

	// PastExpiry: the benefit's own term is over (BEN-09).
	PastExpiry

	// PastAccess: access to the benefits of the membership has ended (BEN-13).
	PastAccess
)

// BeforeStart is why licences may not be used yet: the membership has not
// started (BEN-01). After the last day of access it is PastAccess.
const BeforeStart Reason = PastAccess + 1

// Why a token may not be used so, or is not replaced.
const (
	// TokenSplit: a token is used for another number of seats than its own
	// (BEN-20).
	TokenSplit Reason = BeforeStart + 1 + iota

	// TokenShared: a token is used for more than one subscription (BEN-20).
	TokenShared

	// CauseNotCovered: a replacement is given only for a cloud-services key on
	// the wrong tenant, and for seats added by mistake (BEN-21).
	CauseNotCovered

	// TokenIsReplacement: a replacement is not itself replaced (BEN-21).
	TokenIsReplacement

	// TokenReplaced: the token has been replaced before (BEN-21).
	TokenReplaced

	// ReplacementLate: more than 30 days have passed since the activation
	// (BEN-21).
	ReplacementLate
)

// Why a key works no more, or may not extend a subscription.
const (
	// InstallationsUsedUp, ActivationsUsedUp, SeatsUsedUp: the key allows no
	// more of them (BEN-23).
	InstallationsUsedUp Reason = ReplacementLate + 1 + iota
	ActivationsUsedUp
	SeatsUsedUp

	// TooManySeats: the key has more than three times the active seats
	// (BEN-24).
	TooManySeats
)

// Why a Visual Studio subscription is not validly used.
const (
	// NotAssigned: the Visual Studio subscription has no user (BEN-33).
	NotAssigned Reason = TooManySeats + 1 + iota

	// NotActivated: its user has not activated it (BEN-33).
	NotActivated

	// CredentialsShared: several people use it (BEN-33).
	CredentialsShared

	noReason   Reason = 0
	lastReason        = CredentialsShared
)

// texts are what a reason has to say.
type texts struct {
	code, rule, message, remedy, see, source string
}

const (
	faqMembership = "Microsoft AI Cloud Partner Program benefits FAQ; Membership"
	faqLicences   = "Microsoft AI Cloud Partner Program benefits FAQ; Product licenses"
	faqExpiry     = "Microsoft AI Cloud Partner Program benefits FAQ; When do my benefits expire"
	cloudServices = "Cloud services benefits"
	mergeAccounts = "Merge Partner Center accounts"

	noMoreActivations = "Buy commercial licences: no more are granted for the key."
)

func (r Reason) texts() texts {
	switch r {
	case PastActivateBy:
		return texts{
			code: "past-activate-by", rule: "BEN-03", source: faqExpiry,
			message: "The 13 months in which the benefit can be redeemed are over.",
			remedy:  "Redeem benefits by their activate-by date; those of the next paid year come with a renewal.",
		}
	case PastExpiry:
		return texts{
			code: "past-expiry", rule: "BEN-09", source: faqExpiry,
			message: "The benefit's own term is over.",
			remedy:  "Use a benefit of another paid year; a renewal prolongs none that is unlocked or redeemed.",
		}
	case PastAccess:
		return texts{
			code: "past-access", rule: "BEN-13", source: faqMembership,
			message: "Access to the benefits ended with the renewal window.",
			remedy:  "Renew in the window; after it buy commercial licences, or uninstall the software and stop using the benefits.",
			see:     "Renew offers",
		}
	case BeforeStart:
		return texts{
			code: "before-start", rule: "BEN-01", source: faqExpiry,
			message: "The membership has not started yet.",
			remedy:  "Wait for the day of the purchase, on which the benefits are provided.",
		}
	case TokenSplit:
		return texts{
			code: "token-split", rule: "BEN-20", source: faqLicences,
			message: "A token is used for exactly the seats that it states.",
			remedy:  "Use the whole token for one subscription.",
		}
	case TokenShared:
		return texts{
			code: "token-shared", rule: "BEN-20", source: faqLicences,
			message: "A token cannot serve several subscriptions.",
			remedy:  "Use a token of its own for each subscription.",
		}
	case CauseNotCovered:
		return texts{
			code: "cause-not-covered", rule: "BEN-21", source: faqLicences,
			message: "A token is replaced only if a cloud-services key went to the wrong tenant or added seats by mistake.",
			remedy:  "Use another token.",
		}
	case TokenIsReplacement:
		return texts{
			code: "token-is-replacement", rule: "BEN-21", source: faqLicences,
			message: "The token is a replacement, which is not replaced again.",
			remedy:  "Use another token of the membership.",
		}
	case TokenReplaced:
		return texts{
			code: "token-replaced", rule: "BEN-21", source: faqLicences,
			message: "The token has been replaced already, which is done once.",
			remedy:  "Use the replacement that was given.",
		}
	case ReplacementLate:
		return texts{
			code: "replacement-late", rule: "BEN-21", source: faqLicences,
			message: "More than 30 days have passed since the token was activated.",
			remedy:  "Ask for a replacement within 30 days after the activation.",
		}
	case InstallationsUsedUp:
		return texts{
			code: "installations-used-up", rule: "BEN-23", source: faqLicences,
			message: "All installations that the key allows have been made.", remedy: noMoreActivations, see: "Microsoft licensing",
		}
	case ActivationsUsedUp:
		return texts{
			code: "activations-used-up", rule: "BEN-23", source: faqLicences,
			message: "All activations that the key allows have been made.", remedy: noMoreActivations, see: "Microsoft licensing",
		}
	case SeatsUsedUp:
		return texts{
			code: "seats-used-up", rule: "BEN-23", source: faqLicences,
			message: "All seats that the key allows are taken.", remedy: noMoreActivations, see: "Microsoft licensing",
		}
	case TooManySeats:
		return texts{
			code: "too-many-seats", rule: "BEN-24", source: cloudServices,
			message: "The key has more than three times the seats of the running subscription.",
			remedy:  "Extend the subscription with a key for fewer seats.",
		}
	case NotAssigned:
		return texts{
			code: "not-assigned", rule: "BEN-33", source: faqLicences,
			message: "The Visual Studio subscription is not assigned to a user.",
			remedy:  "Assign the subscription to one user.",
		}
	case NotActivated:
		return texts{
			code: "not-activated", rule: "BEN-33", source: faqLicences,
			message: "The Visual Studio subscription is not activated.",
			remedy:  "Let the user to whom it is assigned activate it.",
		}
	case CredentialsShared:
		return texts{
			code: "credentials-shared", rule: "BEN-33", source: faqLicences,
			message: "The credentials of a Visual Studio subscription, which is for one user, are shared.",
			remedy:  "Give each user a subscription of their own.",
		}
	}
	return texts{}
}

// Rule returns the ID of the rule in RULES.md: "BEN-03", say.
func (r Reason) Rule() string { return r.texts().rule }

// Source names the published document, and its section, that the rule rests on.
func (r Reason) Source() string { return r.texts().source }

// Message returns the sentence that says what is wrong, or what ends.
func (r Reason) Message() string { return r.texts().message }

// Remedy returns the sentence that says what to do.
func (r Reason) Remedy() string { return r.texts().remedy }

// See names the page to read, or is empty.
func (r Reason) See() string { return r.texts().see }

// String returns the code of r: "past-expiry", say, and the empty string for no
// reason.
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
