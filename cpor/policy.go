package cpor

import (
	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/internal/check"
)

// A Policy holds the differences between editions of the rules on association
// claims, and options of the caller. It is a plain value: copy [Baseline] or the
// policy of [InForce], change a field, and call a method. The methods have the
// names of the functions.
//
// The zero Policy is invalid. Methods that return an error reject an invalid policy
// with a [*partnerrules.InputError]. The other methods return Unknown, false or the
// zero value under it.
type Policy struct {
	// Edition determines the statuses, the transitions, the deadlines, and the
	// requirements of a draft. One edition applies to the whole history of a
	// claim.
	Edition Edition `json:"edition"`

	// Edition2023From is the first day of the edition of 2023, which applies to
	// histories, claims and drafts that begin on or after it. If it is zero, as in
	// the baseline, Edition applies to all days. See [Policy.EditionOn].
	Edition2023From calendar.Date `json:"edition2023From,omitzero"`

	// LatestProofFrom is the first day on which Microsoft compares the most
	// recently submitted proof of execution of each partner (CPR-36). It applies
	// to the day of the arbitration. If it is zero, as in the baseline, it is
	// unknown which proofs are compared.
	LatestProofFrom calendar.Date `json:"latestProofFrom,omitzero"`

	// IncentivesAdminOnly allows only incentives admins to work on claims
	// (CPR-19).
	IncentivesAdminOnly bool `json:"incentivesAdminOnly,omitzero"`

	// ProductDecides makes Business Applications claims on one product share a
	// unit even if they name different subscriptions (CPR-32).
	ProductDecides bool `json:"productDecides,omitzero"`

	// CommonActivity requires an activity in common for claims to compete
	// (CPR-33).
	CommonActivity bool `json:"commonActivity,omitzero"`
}

// An Edition is a published edition of the rules. One edition applies to the whole
// history of a claim. The zero Edition is unknown, and invalid in a [Policy].
type Edition uint8

// The editions.
const (
	Edition2020 Edition = iota + 1 // 2020-21, the baseline: "2020"
	Edition2023                    // from 2023-10-10: "2023"

	noEdition   Edition = 0
	lastEdition         = Edition2023
)

// isKnown reports whether e is valid.
func (e Edition) isKnown() bool { return e != noEdition && e <= lastEdition }

// Baseline returns the edition of 2020-21 for all days.
func Baseline() Policy { return Policy{Edition: Edition2020} }

// InForce returns the policy that is in force, which the functions of this package
// use. It is the same for every day, because it holds the first day of each change.
// The coverage reports whether the rules are known for the given day.
//
// The edition of 2023 applies to histories, claims and drafts that begin on or
// after 2023-10-10. The most recent proofs of execution are compared from
// 2020-07-01 on (CPR-36).
func InForce(on calendar.Date) (Policy, calendar.Coverage) { return inForce(), known.Coverage(on) }

// inForce returns the policy in force.
func inForce() Policy {
	return Policy{Edition: Edition2020, Edition2023From: edition2023From, LatestProofFrom: latestProofFrom}
}

// The first days of the changes.
var (
	latestProofFrom = calendar.MustParseDate("2020-07-01") // CPR-36
	edition2023From = calendar.MustParseDate("2023-10-10")
)

// known is the time for which the rules are known.
var known = Editions().Known()

// EditionOn returns the edition of a history, claim or draft that begins on a day
// (EDN-08). The result is zero if the day is zero and the edition depends on it.
func (p Policy) EditionOn(begins calendar.Date) Edition {
	switch {
	case p.Edition2023From.IsZero() || p.Edition == Edition2023:
		return p.Edition
	case begins.IsZero():
		return noEdition
	case begins.Before(p.Edition2023From):
		return p.Edition
	}
	return Edition2023
}

// either returns the answer of ask for an edition. If the edition is unknown, it
// returns false unless the answer is the same in all editions that the policy has.
func either[A comparable](p *Policy, e Edition, ask func(Edition) A) (answer A, ok bool) {
	if e != noEdition {
		return ask(e), true
	}
	answer = ask(p.Edition)
	return answer, answer == ask(Edition2023)
}

// Editions returns the editions of the rules of this package, oldest first.
func Editions() calendar.EditionList {
	return calendar.EditionList{
		{
			Name:   "2020",
			From:   calendar.MustParseDate("2019-10-01"),
			Seen:   calendar.MustParseDate("2021-04-30"),
			Source: "Issues with Claimed Partner of Record (CPOR) customer associations; Submit CPOR claims; Manage customer associations",
		},
		{
			Name:   "2020-07, most recent proof of execution compared (CPR-36)",
			From:   latestProofFrom,
			Seen:   calendar.MustParseDate("2020-12-31"),
			Source: "Announcement: most recent proof of execution is reviewed",
		},
		{
			Name:   "2023",
			From:   edition2023From,
			Seen:   calendar.MustParseDate("2024-11-30"),
			Source: "Submit CPOR claims; Manage customer associations; Issues with Claiming Partner of Record",
		},
	}
}

// Validate checks the policy. It returns a [*partnerrules.InputError] if the
// edition is missing or invalid.
func (p Policy) Validate() error {
	switch {
	case p.Edition == noEdition:
		return check.Input("edition", "missing")
	case !p.Edition.isKnown():
		return check.Invalid("edition", p.Edition)
	}
	return nil
}

// String returns the differences from the baseline, such as "edition 2023; incentives
// admins only". It returns "baseline" if there are none.
func (p Policy) String() string {
	if p == inForce() {
		return "in force"
	}
	s := "baseline"
	if p.Edition != Edition2020 {
		s = "edition " + p.Edition.String()
	}
	if !p.Edition2023From.IsZero() {
		s += "; edition 2023 from " + p.Edition2023From.String()
	}
	if !p.LatestProofFrom.IsZero() {
		s += "; most recent proof of execution compared from " + p.LatestProofFrom.String()
	}
	if p.IncentivesAdminOnly {
		s += "; incentives admins only"
	}
	if p.ProductDecides {
		s += "; the product decides, not the subscription"
	}
	if p.CommonActivity {
		s += "; claims compete only with a common activity"
	}
	return s
}

// A terms holds the values that an edition determines.
type terms struct {
	reviewDays   int // business days to the initial review (CPR-21)
	decisionDays int // business days to the decision (CPR-22)
	answerDays   int // business days for the partner's answer (CPR-23)
	declineDays  int // days for the customer to decline, or noLimit (CPR-25)
	disputeDays  int // days for the partner to dispute (CPR-26)
	finalDays    int // business days to the decision on a dispute (CPR-26)
	visibleDays  int // days until a provisioned product is visible (CPR-15)

	disputeStatus       Status // the status after a dispute (CPR-26)
	disputeOnce         bool   // a claim can be disputed only once (CPR-26)
	endedStatus         Status // the status after the partner ends the claim (CPR-27)
	justificationNeeded bool   // ending the claim needs a reason (CPR-27)

	submittedIsEditable bool                  // a submitted claim can be edited (CPR-28)
	subscriptionAlways  bool                  // a subscription is always required (CPR-06)
	claimed             partnerrules.Severity // the severity of a subscription that is claimed already (CPR-11)
	state               partnerrules.Severity // the severity of a state that cannot be claimed (CPR-13)
}

const noLimit = -1

// terms returns the terms of a valid edition.
func (e Edition) terms() terms {
	if e == Edition2023 {
		return terms{
			reviewDays: 5, decisionDays: 14, answerDays: 14, declineDays: noLimit, disputeDays: 30, finalDays: 5, visibleDays: 7,
			disputeStatus: Dispute, disputeOnce: true, endedStatus: RejectedFinal, justificationNeeded: true,
			subscriptionAlways: true, claimed: partnerrules.SeverityWarning, state: partnerrules.SeverityWarning,
		}
	}
	return terms{
		reviewDays: 5, decisionDays: 5, answerDays: 5, declineDays: 7, disputeDays: 30,
		disputeStatus: UnderReview, endedStatus: Rejected,
		submittedIsEditable: true, claimed: partnerrules.SeverityError, state: partnerrules.SeverityError,
	}
}

// has reports whether the edition is valid and has the status.
func (e Edition) has(s Status) bool {
	switch s {
	case Dispute, RejectedFinal:
		return e == Edition2023
	}
	return e.isKnown()
}
