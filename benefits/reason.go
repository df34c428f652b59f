package benefits

import (
	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/eligibility"
	"github.com/partnerrules/partnerrules/internal/check"
)

// An Answer is yes, no or unknown, with every reason for a no. It is a part of the
// answers of this package.
type Answer struct {
	Allowed Tri                      `json:"allowed"`
	Reasons partnerrules.Set[Reason] `json:"reasons,omitzero"`

	// Coverage is the coverage of the day judged. It is CoverageUnknown if no day
	// is given.
	Coverage calendar.Coverage `json:"coverage"`
}

// require adds a requirement, and its reason if the requirement is not met.
func (a *Answer) require(met Tri, r Reason) {
	a.Allowed = a.Allowed.And(met)
	check.Include(&a.Reasons, r, met == No)
}

// A Reason says why something is not allowed, or what ends a benefit. Its code and
// its rule are stable. Its sentences may be reworded. Message, Remedy and See are
// empty for the zero Reason and for invalid Reasons.
type Reason uint8

var _ partnerrules.Reason = Reason(0)

// The reasons that end a benefit. If several ends fall on the same day, the first in
// this order is reported.
const (
	// PastActivateBy: the 13 months for redeeming the benefit are over (BEN-03).
	PastActivateBy Reason = iota + 1 // "past-activate-by"

	// PastExpiry: the benefit's own term is over (BEN-09).
	PastExpiry // "past-expiry"

	// PastAccess: access to the benefits of the membership has ended (BEN-13).
	PastAccess // "past-access"
)

// BeforeStart is the reason that licenses may not be used yet: the membership has
// not started (BEN-01). After the last day of access the reason is PastAccess.
const BeforeStart Reason = PastAccess + 1 // "before-start"

// The reasons that a token may not be used as planned, or is not replaced.
const (
	// TokenSplit: the token is used for a different number of seats than it
	// states (BEN-20).
	TokenSplit Reason = BeforeStart + 1 + iota // "token-split"

	// TokenShared: the token is used for more than one subscription (BEN-20).
	TokenShared // "token-shared"

	// CauseNotCovered: a token is replaced only for a cloud services key on the
	// wrong tenant, or for seats added by mistake (BEN-21).
	CauseNotCovered // "cause-not-covered"

	// TokenIsReplacement: the token is itself a replacement (BEN-21).
	TokenIsReplacement // "token-is-replacement"

	// TokenReplaced: the token has already been replaced (BEN-21).
	TokenReplaced // "token-replaced"

	// ReplacementLate: more than 30 days have passed since the activation
	// (BEN-21).
	ReplacementLate // "replacement-late"
)

// The reasons that a key has stopped working, or cannot extend a subscription.
const (
	// InstallationsUsedUp, ActivationsUsedUp, SeatsUsedUp: the limit of the key is
	// used up (BEN-23).
	InstallationsUsedUp Reason = ReplacementLate + 1 + iota // "installations-used-up"
	ActivationsUsedUp                                       // "activations-used-up"
	SeatsUsedUp                                             // "seats-used-up"

	// TooManySeats: the key has more than three times the active seats of the
	// subscription (BEN-24).
	TooManySeats // "too-many-seats"
)

// The reasons that a Visual Studio subscription may not be used.
const (
	// NotAssigned: the subscription is not assigned to a user (BEN-33).
	NotAssigned Reason = TooManySeats + 1 + iota // "not-assigned"

	// NotActivated: the assigned user has not activated the subscription (BEN-33).
	NotActivated // "not-activated"

	// CredentialsShared: several people use the credentials (BEN-33).
	CredentialsShared // "credentials-shared"
)

// The reasons that a membership cannot be renewed on a day.
const (
	// BeforeWindow: the renewal window has not opened yet (BEN-02).
	BeforeWindow Reason = CredentialsShared + 1 + iota // "before-window"

	// AfterWindow: the renewal window has closed, and a payment is a new purchase
	// (BEN-02).
	AfterWindow // "after-window"

	// OfferRetired: the offer is an Action Pack or a legacy offer, which is no
	// longer renewed (ELG-13).
	OfferRetired // "offer-retired"

	noReason Reason = 0
)

// texts holds the rule and the texts of a reason.
type texts struct {
	rule                 partnerrules.RuleID
	message, remedy, see string
}

// texts returns the rule and the texts of a reason, or the zero value for an invalid
// one.
func (r Reason) texts() texts {
	switch r {
	case PastActivateBy:
		return texts{
			rule:    "BEN-03",
			message: "The 13 months for redeeming the benefit are over.",
			remedy:  "Renew the membership to get the benefits of the next paid year, and redeem them by their activate-by date.",
		}
	case PastExpiry:
		return texts{
			rule:    "BEN-09",
			message: "The benefit is past its expiry date.",
			remedy:  "Use a benefit of another paid year. Redeeming or renewing now does not extend this one.",
		}
	case PastAccess:
		return texts{
			rule:    "BEN-13",
			message: "Access to the benefits ended when the renewal window closed.",
			remedy:  "Renew within the renewal window. After the window, buy commercial licenses, or uninstall the software and stop using the benefits.",
			see:     "Renew offers",
		}
	case BeforeStart:
		return texts{
			rule:    "BEN-01",
			message: "The membership has not started yet.",
			remedy:  "Wait until the day of the purchase, when the benefits are provided.",
		}
	case TokenSplit:
		return texts{
			rule:    "BEN-20",
			message: "The token is used for a different number of seats than it states.",
			remedy:  "Use all seats of the token for one subscription.",
		}
	case TokenShared:
		return texts{
			rule:    "BEN-20",
			message: "The token is used for more than one subscription.",
			remedy:  "Use a separate token for each subscription.",
		}
	case CauseNotCovered:
		return texts{
			rule:    "BEN-21",
			message: "A token is replaced only if its cloud services key was activated on the wrong tenant or added seats by mistake.",
			remedy:  "Use another token.",
		}
	case TokenIsReplacement:
		return texts{
			rule:    "BEN-21",
			message: "The token is itself a replacement, and a replacement is not replaced again.",
			remedy:  "Use another token of the membership.",
		}
	case TokenReplaced:
		return texts{
			rule:    "BEN-21",
			message: "The token has already been replaced, and a token is replaced only once.",
			remedy:  "Use the replacement token that you received.",
		}
	case ReplacementLate:
		return texts{
			rule:    "BEN-21",
			message: "More than 30 days have passed since the token was activated.",
			remedy:  "Use another token. Request a replacement within 30 days after a token is activated.",
		}
	case InstallationsUsedUp:
		return texts{
			rule:    "BEN-23",
			message: "The key has no installations left.",
			remedy:  "Buy commercial licenses: no further installations are granted for the key.",
			see:     "Microsoft licensing",
		}
	case ActivationsUsedUp:
		return texts{
			rule:    "BEN-23",
			message: "The key has no activations left.",
			remedy:  "Buy commercial licenses: no further activations are granted for the key.",
			see:     "Microsoft licensing",
		}
	case SeatsUsedUp:
		return texts{
			rule:    "BEN-23",
			message: "The key has no seats left.",
			remedy:  "Buy commercial licenses: no further seats are granted for the key.",
			see:     "Microsoft licensing",
		}
	case TooManySeats:
		return texts{
			rule:    "BEN-24",
			message: "The key has more than three times the active seats of the subscription.",
			remedy:  "Extend the subscription with a key that has at most three times its active seats.",
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
			remedy:  "Ask the user to whom it is assigned to activate the subscription.",
		}
	case CredentialsShared:
		return texts{
			rule:    "BEN-33",
			message: "More than one person uses the credentials of the Visual Studio subscription.",
			remedy:  "Assign a separate subscription to each user.",
		}
	case BeforeWindow:
		return texts{
			rule:    "BEN-02",
			message: "The renewal window of the membership is not open yet.",
			remedy:  "Renew on a day of the renewal window.",
			see:     "Renew offers",
		}
	case AfterWindow:
		return texts{
			rule:    "BEN-02",
			message: "The renewal window of the membership has closed.",
			remedy:  "Buy the offer again. That starts a new membership with a new anniversary date.",
			see:     "Renew offers",
		}
	case OfferRetired:
		same := eligibility.OfferRetired
		return texts{rule: same.Rule(), message: same.Message(), remedy: same.Remedy(), see: same.See()}
	}
	return texts{}
}

// Rule returns the ID of the rule, such as "BEN-03".
func (r Reason) Rule() partnerrules.RuleID { return r.texts().rule }

// Message returns a sentence that states what is wrong, or what ends the benefit.
func (r Reason) Message() string { return r.texts().message }

// Remedy returns one or two sentences that state what to do.
func (r Reason) Remedy() string { return r.texts().remedy }

// See returns the name of a help page. It can be empty.
func (r Reason) See() string { return r.texts().see }
