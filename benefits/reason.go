package benefits

import (
	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/internal/check"
)

// An Answer is yes, no or unknown, with every reason for a no.
type Answer struct {
	Allowed Tri                      `json:"allowed"`
	Reasons partnerrules.Set[Reason] `json:"reasons,omitzero"`
}

// require adds a requirement, with the reason that is given when it is not met.
func (a *Answer) require(met Tri, r Reason) {
	a.Allowed = a.Allowed.And(met)
	check.Include(&a.Reasons, r, met == No)
}

// A Reason is why something may not be done, or what ends a benefit. Its code,
// which String returns, is stable, and so is its rule; its sentences may be
// reworded. The zero Reason has no texts.
type Reason uint8

var _ partnerrules.Reason = Reason(0)

// What ends a benefit, in the order in which they count if they fall on one day.
const (
	// PastActivateBy: the 13 months in which a benefit can be redeemed are over
	// (BEN-03).
	PastActivateBy Reason = iota + 1 // "past-activate-by"

	// PastExpiry: the benefit's own term is over (BEN-09).
	PastExpiry // "past-expiry"

	// PastAccess: access to the benefits of the membership has ended (BEN-13).
	PastAccess // "past-access"
)

// BeforeStart is why licences may not be used yet: the membership has not
// started (BEN-01). After the last day of access it is PastAccess.
const BeforeStart Reason = PastAccess + 1 // "before-start"

// Why a token may not be used so, or is not replaced.
const (
	// TokenSplit: a token is used for another number of seats than its own
	// (BEN-20).
	TokenSplit Reason = BeforeStart + 1 + iota // "token-split"

	// TokenShared: a token is used for more than one subscription (BEN-20).
	TokenShared // "token-shared"

	// CauseNotCovered: a replacement is given only for a cloud-services key on
	// the wrong tenant, and for seats added by mistake (BEN-21).
	CauseNotCovered // "cause-not-covered"

	// TokenIsReplacement: a replacement is not itself replaced (BEN-21).
	TokenIsReplacement // "token-is-replacement"

	// TokenReplaced: the token has been replaced before (BEN-21).
	TokenReplaced // "token-replaced"

	// ReplacementLate: more than 30 days have passed since the activation
	// (BEN-21).
	ReplacementLate // "replacement-late"
)

// Why a key works no more, or may not extend a subscription.
const (
	// InstallationsUsedUp, ActivationsUsedUp, SeatsUsedUp: the key allows no
	// more of them (BEN-23).
	InstallationsUsedUp Reason = ReplacementLate + 1 + iota // "installations-used-up"
	ActivationsUsedUp                                       // "activations-used-up"
	SeatsUsedUp                                             // "seats-used-up"

	// TooManySeats: the key has more than three times the active seats
	// (BEN-24).
	TooManySeats // "too-many-seats"
)

// Why a Visual Studio subscription is not validly used.
const (
	// NotAssigned: the Visual Studio subscription has no user (BEN-33).
	NotAssigned Reason = TooManySeats + 1 + iota // "not-assigned"

	// NotActivated: its user has not activated it (BEN-33).
	NotActivated // "not-activated"

	// CredentialsShared: several people use it (BEN-33).
	CredentialsShared // "credentials-shared"

	noReason Reason = 0
)

// texts are what the methods of a reason return.
type texts struct {
	rule                 partnerrules.RuleID
	message, remedy, see string
}

const noMoreActivations = "Buy commercial licences: no more are granted for the key."

func (r Reason) texts() texts {
	switch r {
	case PastActivateBy:
		return texts{
			rule:    "BEN-03",
			message: "The 13 months in which the benefit can be redeemed are over.",
			remedy:  "Redeem benefits by their activate-by date; those of the next paid year come with a renewal.",
		}
	case PastExpiry:
		return texts{
			rule:    "BEN-09",
			message: "The benefit's own term is over.",
			remedy:  "Use a benefit of another paid year; a renewal prolongs none that is unlocked or redeemed.",
		}
	case PastAccess:
		return texts{
			rule:    "BEN-13",
			message: "Access to the benefits ended with the renewal window.",
			remedy:  "Renew in the window; after it buy commercial licences, or uninstall the software and stop using the benefits.",
			see:     "Renew offers",
		}
	case BeforeStart:
		return texts{
			rule:    "BEN-01",
			message: "The membership has not started yet.",
			remedy:  "Wait for the day of the purchase, on which the benefits are provided.",
		}
	case TokenSplit:
		return texts{
			rule:    "BEN-20",
			message: "A token is used for exactly the seats that it states.",
			remedy:  "Use the whole token for one subscription.",
		}
	case TokenShared:
		return texts{
			rule:    "BEN-20",
			message: "A token cannot serve several subscriptions.",
			remedy:  "Use a token of its own for each subscription.",
		}
	case CauseNotCovered:
		return texts{
			rule:    "BEN-21",
			message: "A token is replaced only if a cloud-services key went to the wrong tenant or added seats by mistake.",
			remedy:  "Use another token.",
		}
	case TokenIsReplacement:
		return texts{
			rule:    "BEN-21",
			message: "The token is a replacement, which is not replaced again.",
			remedy:  "Use another token of the membership.",
		}
	case TokenReplaced:
		return texts{
			rule:    "BEN-21",
			message: "The token has been replaced already, which is done once.",
			remedy:  "Use the replacement that was given.",
		}
	case ReplacementLate:
		return texts{
			rule:    "BEN-21",
			message: "More than 30 days have passed since the token was activated.",
			remedy:  "Ask for a replacement within 30 days after the activation.",
		}
	case InstallationsUsedUp:
		return texts{
			rule:    "BEN-23",
			message: "All installations that the key allows have been made.", remedy: noMoreActivations, see: "Microsoft licensing",
		}
	case ActivationsUsedUp:
		return texts{
			rule:    "BEN-23",
			message: "All activations that the key allows have been made.", remedy: noMoreActivations, see: "Microsoft licensing",
		}
	case SeatsUsedUp:
		return texts{
			rule:    "BEN-23",
			message: "All seats that the key allows are taken.", remedy: noMoreActivations, see: "Microsoft licensing",
		}
	case TooManySeats:
		return texts{
			rule:    "BEN-24",
			message: "The key has more than three times the seats of the running subscription.",
			remedy:  "Extend the subscription with a key for fewer seats.",
		}
	case NotAssigned:
		return texts{
			rule:    "BEN-33",
			message: "The Visual Studio subscription is not assigned to a user.",
			remedy:  "Assign the subscription to one user.",
		}
	case NotActivated:
		return texts{
			rule:    "BEN-33",
			message: "The Visual Studio subscription is not activated.",
			remedy:  "Let the user to whom it is assigned activate it.",
		}
	case CredentialsShared:
		return texts{
			rule:    "BEN-33",
			message: "The credentials of a Visual Studio subscription, which is for one user, are shared.",
			remedy:  "Give each user a subscription of their own.",
		}
	}
	return texts{}
}

// Rule returns the ID of the rule, such as "BEN-03".
func (r Reason) Rule() partnerrules.RuleID { return r.texts().rule }

// Message returns the sentence that says what is wrong, or what ends.
func (r Reason) Message() string { return r.texts().message }

// Remedy returns the sentence that says what to do.
func (r Reason) Remedy() string { return r.texts().remedy }

// See returns the name of the help page to read, or is empty.
func (r Reason) See() string { return r.texts().see }
