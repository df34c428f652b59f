package eligibility

import (
	"iter"
	"strings"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
)

// A Decision is the answer for one offer on one day: the verdict, the label of the
// button, and the whole checklist. It is comparable with ==, prints as a line of
// text, and survives a round trip through JSON. The order of its fields keeps its
// size at 96 bytes.
type Decision struct {
	Offer   Offer         `json:"offer"`
	Verdict Verdict       `json:"verdict"`
	Button  Button        `json:"button"` // Buy before the renewal window, also if the offer is held
	On      calendar.Date `json:"on"`
	Rows    Checklist     `json:"rows,omitzero"`

	// Missing holds the unknown facts on which the verdict depends (ELG-15). A
	// fact is included if, for some values of the other unknown facts, it decides
	// alone. The set is empty unless the verdict is Undetermined.
	Missing partnerrules.Set[Fact] `json:"missing,omitzero"`

	// Lost is the set of held areas that the company loses in this renewal window,
	// because they are known to be unqualified (ELG-03). On the button of a
	// qualified area it holds all of them. On the button of an unqualified area it
	// holds that area, if RenewThrough is known. Otherwise it is unknown.
	Lost AreaSet `json:"lost,omitzero"`

	// RenewThrough is the set of held areas that are known to be qualified. The
	// membership can be renewed through each of them although the offer's own area
	// is not qualified (ELG-03). It is unknown unless the company holds the offer,
	// the area is known to be unqualified, and there is such an area.
	RenewThrough AreaSet `json:"renewThrough,omitzero"`

	// Benefits holds the packages that the company can choose with this offer
	// (ELG-07). All are unknown if the offer does not include a choice.
	Benefits PackageChoice `json:"benefits,omitzero"`

	// RoleMayBuy is Yes if the user's role can use the button (ELG-18). It does
	// not change the checklist or the verdict.
	RoleMayBuy Tri `json:"roleMayBuy,omitzero"`

	// Active is Yes if the membership or pack that the offer would renew or replace
	// is active on the day (ELG-09). It is unknown for the Learning Action Pack.
	Active Tri `json:"active,omitzero"`

	// Coverage is the coverage of the day, and Policy is the policy of the decision.
	Coverage calendar.Coverage `json:"coverage"`
	Policy   Policy            `json:"policy"`
}

// A Verdict is the state of a button. The zero Verdict is Undetermined.
type Verdict uint8

// The verdicts.
const (
	Undetermined         Verdict = iota // the verdict depends on missing facts: "undetermined"
	Enabled                             // every requirement is met: "enabled"
	Disabled                            // a requirement is not met: "disabled"
	NoPublishedChecklist                // Microsoft has published no checklist for the offer (ELG-24): "no-published-checklist"
)

// A Button is the label of a button. The zero Button is ButtonUnknown.
type Button uint8

// The labels. The label is Renew if the company holds this very offer and its
// renewal window is open. Otherwise it is Buy (ELG-09).
const (
	ButtonUnknown Button = iota // "unknown"
	Buy                         // "buy"
	Renew                       // "renew"
)

// A RequirementState is the state of a requirement. The zero RequirementState is
// NotAsked.
type RequirementState uint8

// The states of a requirement. The last three are in the order of [Tri], with
// RequirementUnknown in the middle.
const (
	NotAsked           RequirementState = iota // the offer has no such requirement: "not-asked"
	NotMet                                     // the requirement is known to be unmet: "not-met"
	RequirementUnknown                         // the state depends on missing facts: "unknown"
	Met                                        // the requirement is known to be met: "met"
)

// A Requirement is one requirement of a checklist. The zero Requirement stands for
// a requirement that the offer does not have.
type Requirement struct {
	State  RequirementState `json:"state"`
	Reason Reason           `json:"reason,omitzero"` // set if the state is NotMet

	// From is set if the requirement is unmet only because its day has not come.
	// It is the first day on which the requirement is no longer unmet, if the
	// facts do not change.
	From calendar.Date `json:"from,omitzero"`
}

// A Checklist holds the requirements of an offer. A requirement that the offer
// does not have is the zero [Requirement].
type Checklist struct {
	Account       Requirement `json:"account,omitzero"`       // ELG-01
	Window        Requirement `json:"window,omitzero"`        // ELG-02
	Qualification Requirement `json:"qualification,omitzero"` // ELG-03
	Status2022    Requirement `json:"status2022,omitzero"`    // ELG-04
	Billing       Requirement `json:"billing,omitzero"`       // ELG-05
	ActionPack    Requirement `json:"actionPack,omitzero"`    // ELG-08
	Sold          Requirement `json:"sold,omitzero"`          // ELG-13
}

// All returns the requirements of the offer in the order of the checklist. Each
// comes with the reason that applies if it is not met. Ranging over the result
// does not allocate.
func (d Decision) All() iter.Seq2[Reason, Requirement] {
	return func(yield func(Reason, Requirement) bool) { d.walk(anyState, yield) }
}

// Reasons returns the unmet requirements with their reasons, in the order of the
// checklist. The result is empty unless the verdict is Disabled. Ranging over it
// does not allocate.
func (d Decision) Reasons() iter.Seq2[Reason, Requirement] {
	return func(yield func(Reason, Requirement) bool) { d.walk(NotMet, yield) }
}

// anyState makes walk yield requirements in all states except NotAsked.
const anyState = NotAsked

// walk yields the requirements in the given state, in the order of the checklist.
// The methods above are small wrappers so that the compiler inlines them and
// keeps their results on the caller's stack.
func (d *Decision) walk(state RequirementState, yield func(Reason, Requirement) bool) {
	account, qualification := AccountNotVetted, RequirementsNotMet
	if d.Rows.Account.Reason == AccountChallenged {
		account = AccountChallenged
	}
	if d.Offer.Family() == FamilyLegacy {
		qualification = RequirementsMet
	}
	goOn := func(row Requirement, reason Reason) bool {
		if row.State == NotAsked || state != anyState && row.State != state {
			return true
		}
		return yield(reason, row)
	}
	_ = goOn(d.Rows.Account, account) &&
		goOn(d.Rows.Window, WindowNotOpen) &&
		goOn(d.Rows.Qualification, qualification) &&
		goOn(d.Rows.Status2022, NoLegacyStatus) &&
		goOn(d.Rows.Billing, ProfileNotLinked) &&
		goOn(d.Rows.ActionPack, ActionPackActive) &&
		goOn(d.Rows.Sold, OfferRetired)
}

// String returns the decision as a line of text, such as
// "legacy-gold on 2024-02-10: disabled: window-not-open until 2024-03-02".
func (d Decision) String() string {
	var b strings.Builder
	b.WriteString(d.Offer.String() + " on " + d.On.String() + ": " + d.Verdict.String())
	switch d.Verdict {
	case Enabled:
		b.WriteString(", button: " + d.Button.String())
	case Undetermined:
		b.WriteString(", missing: " + strings.ReplaceAll(d.Missing.String(), ",", ", "))
	}
	separator := ": "
	for reason, row := range d.Reasons() {
		b.WriteString(separator + reason.String())
		if !row.From.IsZero() {
			b.WriteString(" until " + row.From.String())
		}
		separator = ", "
	}
	return b.String()
}
