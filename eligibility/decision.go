package eligibility

import (
	"iter"
	"strings"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
)

// A Decision is the answer for one offer on one day: the verdict, what the
// button says, and the whole checklist. It is comparable with ==, prints as a
// line of text, and survives a round trip through JSON. The order of its fields
// keeps it at 96 bytes.
type Decision struct {
	Offer   Offer         `json:"offer"`
	Verdict Verdict       `json:"verdict"`
	Button  Button        `json:"button"`
	On      calendar.Date `json:"on"`
	Rows    Checklist     `json:"rows,omitzero"`

	// Missing names, if the verdict is Undetermined, each unknown fact that for
	// some way to fill in the others decides alone (ELG-15).
	Missing partnerrules.Set[Fact] `json:"missing,omitzero"`

	// Lost is the set of held areas that are known not to be qualified and so
	// are lost with this renewal (ELG-03). It is unknown unless the decision is
	// about renewing a designation.
	Lost AreaSet `json:"lost,omitzero"`

	// Benefits says which packages the offer lets the company choose from
	// (ELG-07). It is unknown for offers that give no choice.
	Benefits PackageChoice `json:"benefits,omitzero"`

	// RoleMayBuy says whether the user's role may use the button (ELG-18). It
	// stands beside the checklist: the button does not depend on it.
	RoleMayBuy Tri `json:"roleMayBuy,omitzero"`

	// Policy is the policy under which the answer was given.
	Policy Policy `json:"policy"`
}

// A Verdict says whether a button is enabled. The zero value is Undetermined.
type Verdict uint8

// The verdicts.
const (
	Undetermined         Verdict = iota // missing facts can turn out either way: "undetermined"
	Enabled                             // every requirement is met: "enabled"
	Disabled                            // a requirement is not met: "disabled"
	NoPublishedChecklist                // nothing is published to judge by (ELG-24): "no-published-checklist"
)

// A Button is the label of a button. The zero value is ButtonUnknown.
type Button uint8

// The labels. A button says Renew in the renewal window of the very offer that
// the company holds, and otherwise Buy (ELG-09).
const (
	ButtonUnknown Button = iota // "unknown"
	Buy                         // "buy"
	Renew                       // "renew"
)

// A RequirementState is the state of a requirement. The zero value is NotAsked.
type RequirementState uint8

// The states of a requirement. The last three are in the order of [Tri], with
// RequirementUnknown in the middle.
const (
	NotAsked           RequirementState = iota // the offer has no such requirement: "not-asked"
	NotMet                                     // it is known not to be met: "not-met"
	RequirementUnknown                         // missing facts can turn out either way: "unknown"
	Met                                        // it is known to be met: "met"
)

// A Requirement is one requirement of the checklist. The zero value is a requirement
// that the offer does not have.
type Requirement struct {
	State  RequirementState `json:"state"`
	Reason Reason           `json:"reason,omitzero"` // why, if it is not met

	// From is, for a requirement not met that only time will meet, the first
	// day on which it is no longer unmet, other facts unchanged.
	From calendar.Date `json:"from,omitzero"`
}

// A Checklist holds the requirements of an offer. A requirement that the offer
// does not have is the zero Row.
type Checklist struct {
	Account       Requirement `json:"account,omitzero"`       // ELG-01
	Window        Requirement `json:"window,omitzero"`        // ELG-02
	Qualification Requirement `json:"qualification,omitzero"` // ELG-03
	Status2022    Requirement `json:"status2022,omitzero"`    // ELG-04
	Billing       Requirement `json:"billing,omitzero"`       // ELG-05
	ActionPack    Requirement `json:"actionPack,omitzero"`    // ELG-08
	Sold          Requirement `json:"sold,omitzero"`          // ELG-13
}

// All returns the requirements that the offer has, in the order of the
// checklist, each with the reason that is given when it is not met. Ranging
// over it does not allocate.
func (d Decision) All() iter.Seq2[Reason, Requirement] {
	return func(yield func(Reason, Requirement) bool) { d.walk(anyState, yield) }
}

// Reasons returns the requirements that are known not to be met, in the order
// of the checklist. There are none unless the verdict is Disabled. Ranging over
// it does not allocate.
func (d Decision) Reasons() iter.Seq2[Reason, Requirement] {
	return func(yield func(Reason, Requirement) bool) { d.walk(NotMet, yield) }
}

// anyState is what walk takes for all states but NotAsked.
const anyState = NotAsked

// walk yields the rows in the given state, in the order of the checklist. The
// ranges above are small functions around it so that they are inlined, and
// what they return stays on the caller's stack.
func (d *Decision) walk(state RequirementState, yield func(Reason, Requirement) bool) {
	qualification := RequirementsNotMet
	if d.Offer.Family() == FamilyLegacy {
		qualification = RequirementsMet
	}
	goOn := func(row Requirement, reason Reason) bool {
		if row.State == NotAsked || state != anyState && row.State != state {
			return true
		}
		return yield(reason, row)
	}
	_ = goOn(d.Rows.Account, AccountNotVetted) &&
		goOn(d.Rows.Window, WindowNotOpen) &&
		goOn(d.Rows.Qualification, qualification) &&
		goOn(d.Rows.Status2022, NoLegacyStatus) &&
		goOn(d.Rows.Billing, ProfileNotLinked) &&
		goOn(d.Rows.ActionPack, ActionPackActive) &&
		goOn(d.Rows.Sold, OfferRetired)
}

// String returns the decision on a line:
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
