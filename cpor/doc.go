// Package cpor implements the rules of association claims, by which a partner of the
// ActorMicrosoft AI Cloud Partner Program becomes the claiming partner of record
// (CPOR) for a product or workload of a customer: what is wrong with a draft,
// what is due next in the life of a claim, and which claims compete.
//
// # Drafts
//
// [CheckDraft] takes a [Draft] as it was entered and the [Facts] known of its
// tenant, location and proof of execution. It returns every fault that the facts
// prove, and every fact that is missing, in a fixed order:
//
//	v, err := cpor.Validate(draft, facts, today)
//	if err != nil {
//		return err // a value is invalid
//	}
//	for _, f := range v.Findings {
//		fmt.Println(f.Field, f.Severity, f.Reason.Rule(), f.Message(), f.Remedy())
//	}
//
// A fact left unset is unknown, which leaves the verdict [VerdictUndetermined] and does
// not bar the submission. [ActivitiesFor] returns which activities fit what the partner
// did and wants.
//
// A [Claim], a [ActivityFit], a [Validation], a [Deadline] and an [Arbitration] have
// Notes: what to know besides the answer, such as whom to ask first.
//
// # Life
//
// A claim goes from status to status in steps. [Apply] makes a [Step], [Replay] a
// whole history; a step that no rule allows is a [*StepError], which names both
// statuses, the rule and the day that was missed. [NextDeadline] says what comes next, by
// whom and by when, and whether that is overdue; [CheckHistory] finds the first step of
// a history that was late or not legal. Business days are those of any
// [calendar.BusinessCalendar].
//
//	at, err := cpor.Follow(history, calendar.BusinessCalendar{})
//	...
//	next, err := cpor.Due(at, today, calendar.BusinessCalendar{})
//	fmt.Println(next.By, next.Task, next.Through, next.Timing)
//
// # Competing claims
//
// Two claims compete if different companies claim the same unit on the same
// tenant at the same time. [Relate] is the definition for two claims. [Detect]
// finds all pairs among any number, in the time of sorting the claims and beyond
// that linear in the pairs and the units they share, whatever their shape.
// [Index] holds claims that come and go, and says what a claim conflicts with.
//
//	pairs, err := cpor.Detect(claims)
//	...
//	for pair := range pairs {
//		fmt.Println(pair.First, pair.Second, pair.Mark, pair.Units, pair.Incumbent)
//	}
//
// [Arbitrate] tells the steps and the open questions of a pair. It never picks a
// winner: that is Microsoft's decision.
//
// # IDs
//
// [TenantID], [SubscriptionID], [PartnerID] and [Domain] are types of their own,
// so that they cannot be swapped. They are comparable, and read strictly. Names
// of products and workloads are an open set and stay text.
//
// # Policies
//
// The functions of the package answer under [Baseline], the edition of 2020-21;
// the methods of the same names answer under any [Policy]. That of [CheckDraft] is
// [Policy.CheckDraft], since [Policy.Validate] checks the policy. [InForce]
// chooses by the day: from 2023-10-10 on the edition of 2023, which has other
// clocks and two more statuses. A whole history is judged under one. Each answer
// holds the [Policy] it was given under. The zero Policy is invalid.
//
// # Errors
//
// A text that cannot be read is a [*partnerrules.ParseError]. An invalid policy,
// day, claim or value is a [*partnerrules.InputError], which names it. A step that is
// not legal is a [*StepError]. Only the Must functions panic. Functions that return
// no error treat an invalid value as unknown: an invalid activity is not offered, and
// an invalid status is neither live nor editable and allows no move.
//
// UnmarshalText returns a [*partnerrules.ParseError] and leaves the value unchanged.
// MarshalText returns a [*partnerrules.InputError] for an invalid value. The empty
// text is read as the zero ID or [Domain], as the empty set, and as the zero value of
// an enumeration that has no code for it, such as [Area]. Other enumerations, such as
// [Status], reject it.
//
// # Rules
//
// The rules CPR-01 to CPR-46 are listed, with their sources, in RULES.md.
// [Rules] returns them as data. The last column names functions that answer a
// rule, at most 3.
//
//	CPR-01  Domain and tenant        CheckDraft, ParseDomain, ParseTenantID
//	CPR-02  Activities of an area    Area.Offers, CheckDraft
//	CPR-03  Purchase channel         CheckDraft
//	CPR-04  Choice of activity       ActivitiesFor, Activity.PaysIncentive
//	CPR-05  Activities together      CheckDraft
//	CPR-06  Subscription needed      CheckDraft
//	CPR-07  Product on tenant        CheckDraft
//	CPR-08  Dynamics subscription    CheckDraft
//	CPR-09  CSP subscription         CheckDraft
//	CPR-10  Provisioned product      CheckDraft
//	CPR-11  Already claimed          CheckDraft
//	CPR-12  Subscription ID          CheckDraft, ParseSubscriptionID
//	CPR-13  Subscription state       CheckDraft
//	CPR-15  First day to claim       ClaimableFrom
//	CPR-16  Location                 CheckDraft, ParsePartnerID
//	CPR-17  Proof of execution       CheckDraft
//	CPR-18  Required fields          CheckDraft
//	CPR-19  Role for claims          Role.MayClaim
//	CPR-20  Transitions              Validation.MaySubmit, Apply, Replay
//	CPR-21  Initial review           NextDeadline, CheckHistory
//	CPR-22  Decision                 NextDeadline, Replay, CheckHistory
//	CPR-23  Answer of the partner    NextDeadline, Replay
//	CPR-24  Longer review            NextDeadline, CheckHistory
//	CPR-25  Decline by the customer  NextDeadline, Replay
//	CPR-26  Dispute                  NextDeadline, Replay, CheckHistory
//	CPR-27  End by the partner       Replay
//	CPR-28  Editable claims          Editable
//	CPR-29  Covered subscription     Claim.Covers
//	CPR-30  Competing claims         Relate, Detect, Index
//	CPR-31  Live claims              Claim.Live, Status.IsLive
//	CPR-32  Shared subscription      Relate
//	CPR-33  Shared activity          Relate
//	CPR-34  Duplicate claims         Relate
//	CPR-35  Incumbent                Relate
//	CPR-36  Arbitration              Arbitrate, InForce
//	CPR-37  Times of a claim         Claim.Live, Relate
//	CPR-38  Subscription on tenant   CheckDraft
//	CPR-39  Ask the customer first   Reason.Remedy, Validation.Notes
//	CPR-40  Wrong activity           ActivityFit.Notes
//	CPR-41  Eligible product         CheckDraft
//	CPR-43  Subscription ID shown    Claim.Notes
//	CPR-44  Comments of the claim    Deadline.Notes
//	CPR-45  Delayed decision         Arbitration.Notes
//	CPR-46  Displaced incumbent      Replay
package cpor
