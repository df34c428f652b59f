// Package cpor knows the rules of association claims, by which a partner of the
// Microsoft AI Cloud Partner Program becomes the claiming partner of record
// (CPOR) for a product or workload of a customer: what is wrong with a draft,
// what is due next in the life of a claim, and which claims compete.
//
// # Drafts
//
// [Validate] takes a [Draft] as it was entered and the [Facts] known of its
// tenant, location and proof of execution. It returns every fault that the facts
// prove, and every fact that is missing, in a fixed order:
//
//	v, err := cpor.Validate(draft, facts, today)
//	if err != nil {
//		return err // a value is no value of its type
//	}
//	for _, f := range v.Findings {
//		fmt.Println(f.Field, f.Severity, f.Reason.Rule(), f.Message(), f.Remedy())
//	}
//
// A fact left unset is unknown, which leaves the verdict [Undetermined] and does
// not bar the submission. [Choose] says which activities fit what the partner
// did and wants.
//
// # Life
//
// A claim goes from status to status in steps. [Move] makes a [Step], [Follow] a
// whole history; a step that no rule allows is a [*StepError], which names both
// statuses, the rule and the day that was missed. [Due] says what comes next, by
// whom and by when, and whether that is overdue; [Check] finds the first step of
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
// tenant at the same time. [Compare] is the definition for two claims. [Detect]
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
// the methods of the same names answer under any [Policy]. That of [Validate] is
// [Policy.Validation], since [Policy.Validate] checks the policy. [InForce]
// chooses by the day: from 2023-10-10 on the edition of 2023, which has other
// clocks and two more statuses. A whole history is judged under one. Each answer
// holds the [Policy] it was given under.
//
// # Errors
//
// Text that cannot be read gives a [*calendar.ParseError]; a policy, day, claim
// or value that cannot be used gives a [*calendar.InputError], which names it; a
// step that is not legal gives a [*StepError]. Nothing panics but the Must
// functions. Where there is no error to return, a value that is none of its type
// is unknown, and neither offered, live, editable nor a way to move.
//
// UnmarshalText gives a [*calendar.ParseError] and leaves the value as it was;
// MarshalText gives a [*calendar.InputError] for what is none of the type. Empty
// text is read as no ID, no domain, the empty set, and the zero value of an
// enumeration that has no code for it, as [Area]; others, as [Status], refuse it.
//
// The rules CPR-01 to CPR-46 are listed, with their sources, in RULES.md.
package cpor
