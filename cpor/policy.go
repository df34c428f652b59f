package cpor

import (
	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/internal/check"
)

// A Policy holds what differs between editions of the rules on association
// claims, and what a caller may choose. It is a plain value: copy [Baseline] or
// the policy of [InForce], change a field, and call its methods. They have the
// names of the functions, but for [Policy.CheckDraft], which is that of
// [CheckDraft].
//
// The zero Policy is invalid. Under an invalid policy, methods that return an
// error return a [*partnerrules.InputError], and all others know nothing.
type Policy struct {
	// Edition is the edition under which a claim and its whole history are
	// judged: the statuses and moves that there are, the clocks, and what a
	// draft needs.
	Edition Edition `json:"edition"`

	// LatestProofFrom is the first day on which each partner's most recently
	// submitted proof of execution is compared (CPR-36). It is compared with
	// the day judged. No date, as in the baseline: which one is not said.
	LatestProofFrom calendar.Date `json:"latestProofFrom,omitzero"`

	// IncentivesAdminOnly keeps billing and global admins from working on
	// claims (CPR-19).
	IncentivesAdminOnly bool `json:"incentivesAdminOnly,omitzero"`

	// ProductDecides switches off that subscriptions tell Business Applications
	// claims on one product apart (CPR-32).
	ProductDecides bool `json:"productDecides,omitzero"`

	// CommonActivity asks for an activity in common before claims compete
	// (CPR-33).
	CommonActivity bool `json:"commonActivity,omitzero"`
}

// An Edition is a published reading of the rules. A claim's whole history is
// judged under one.
type Edition uint8

// The editions.
const (
	Edition2020 Edition = iota + 1 // 2020-21, the baseline: "2020"
	Edition2023                    // from 2023-10-10: "2023"

	noEdition   Edition = 0
	lastEdition         = Edition2023
)

// isKnown reports whether e is an edition.
func (e Edition) isKnown() bool { return e != noEdition && e <= lastEdition }

// Baseline returns the edition of 2020-21, on which the functions of this
// package rest that are not methods of a Policy.
func Baseline() Policy { return Policy{Edition: Edition2020} }

// InForce returns the policy known to hold on a day, and whether that day is
// one for which the rules are known. The edition of 2023 is one value, which
// holds from 2023-10-10 on: give the day on which the history begins that is to
// be judged. The switch of CPR-36 is set on every day, since it is compared with
// the day judged.
func InForce(on calendar.Date) (Policy, calendar.Coverage) {
	editions := Editions()
	p := Baseline()
	p.LatestProofFrom = editions[1].From
	if !on.IsZero() && !on.Before(editions[2].From) {
		p.Edition = Edition2023
	}
	return p, editions.Coverage(on)
}

// Editions returns the editions of the rules of this package, oldest first.
func Editions() calendar.EditionList {
	return calendar.EditionList{
		{
			Name:   "baseline",
			From:   calendar.MustParseDate("2019-10-01"),
			Seen:   calendar.MustParseDate("2021-12-31"),
			Source: "Issues with Claimed Partner of Record (CPOR) customer associations; Submit CPOR claims; Manage customer associations",
		},
		{
			Name:   "most recent proof of execution compared (CPR-36)",
			From:   calendar.MustParseDate("2020-07-01"),
			Seen:   calendar.MustParseDate("2020-12-31"),
			Source: "Announcement: most recent proof of execution is reviewed",
		},
		{
			Name:   "2023",
			From:   calendar.MustParseDate("2023-10-10"),
			Seen:   calendar.MustParseDate("2024-11-30"),
			Source: "Submit CPOR claims; Manage customer associations; Issues with Claiming Partner of Record",
		},
	}
}

// CheckDraft returns a [*partnerrules.InputError] if the edition is missing or
// invalid.
func (p Policy) Validate() error {
	switch {
	case p.Edition == noEdition:
		return check.Input("edition", "none")
	case !p.Edition.isKnown():
		return check.Invalid("edition", p.Edition)
	}
	return nil
}

// String names the policy by what sets it apart from the baseline: "baseline",
// or "edition 2023; most recent proof of execution compared from 2020-07-01".
func (p Policy) String() string {
	s := "baseline"
	if p.Edition != Edition2020 {
		s = "edition " + p.Edition.String()
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
		s += "; only a common activity competes"
	}
	return s
}

// terms are what an edition fixes.
type terms struct {
	reviewDays   int // business days to the initial review (CPR-21)
	decisionDays int // business days to the decision (CPR-22)
	answerDays   int // business days for the partner's answer (CPR-23)
	declineDays  int // days for the customer to decline; noLimit: any time (CPR-25)
	disputeDays  int // days for the partner to dispute (CPR-26)
	finalDays    int // business days to the decision on a dispute (CPR-26)
	visibleDays  int // days until a provisioned product is visible at the latest (CPR-15)

	disputeStatus Status // what a dispute leads to (CPR-26)
	disputeOnce   bool
	endedStatus   Status // what the partner's wish to end leads to (CPR-27)
	groundsNeeded bool   // for that

	submittedIsEditable bool                  // CPR-28
	subscriptionAlways  bool                  // CPR-06
	state               partnerrules.Severity // of a state that cannot be claimed (CPR-13)
}

const noLimit = -1

// terms returns those of an edition that is one.
func (e Edition) terms() terms {
	if e == Edition2023 {
		return terms{
			reviewDays: 5, decisionDays: 14, answerDays: 14, declineDays: noLimit, disputeDays: 30, finalDays: 5, visibleDays: 7,
			disputeStatus: Dispute, disputeOnce: true, endedStatus: RejectedFinal, groundsNeeded: true,
			subscriptionAlways: true, state: partnerrules.SeverityWarning,
		}
	}
	return terms{
		reviewDays: 5, decisionDays: 5, answerDays: 5, declineDays: 7, disputeDays: 30,
		disputeStatus: UnderReview, endedStatus: Rejected,
		submittedIsEditable: true, state: partnerrules.SeverityError,
	}
}

// has reports whether the edition is one, and has a status that is known.
func (e Edition) has(s Status) bool {
	switch s {
	case Dispute, RejectedFinal:
		return e == Edition2023
	}
	return e.isKnown()
}
