package cpor

import "github.com/partnerrules/partnerrules"

// Rules returns the rules of the package in the order of their IDs. The caller
// may modify the result.
func Rules() partnerrules.Rulebook {
	return partnerrules.Rulebook{
		{
			ID: "CPR-01", Title: "Domain and tenant", Decides: true, Basis: "S, D",
			Statement: "The domain must be one of the tenant's domains. Names are compared as a whole. A " +
				"name without a dot is short for a subdomain of onmicrosoft.com: contoso is " +
				"contoso.onmicrosoft.com. If the known domains of the tenant lack the name and may be " +
				"incomplete, the answer is unknown.",
			Readings: []string{
				"Domain names consist of ASCII letters, digits and inner hyphens. A partner ID fits " +
					"in 64 bits.",
				"Names of products are compared in lower case, rune by rune, without the space " +
					"around them.",
			},
			Sources:    []partnerrules.Source{issuesSource("domain and tenant")},
			AnsweredBy: []string{"cpor.CheckDraft", "cpor.ParseDomain", "cpor.ParseTenantID"},
		},
		{
			ID: "CPR-02", Title: "Activities of an area", Decides: true, Basis: "S, D",
			Statement: "Business Applications offers Presales, Usage and Revenue association. Microsoft 365 " +
				"offers only Usage.",
			Readings: []string{
				"The list of activities is read as complete.",
				"The edition of 2023 renames the activities: Build intent - Advisor, Usage " +
					"recognition - Non-Incentivized and Influenced Revenue recognition - Non-Incentivized " +
					"in Business Applications, and Use or consume in Microsoft 365.",
			},
			Sources:    []partnerrules.Source{issuesSource("which activity"), submitSource()},
			AnsweredBy: []string{"cpor.Area.Offers", "cpor.CheckDraft"},
		},
		{
			ID: "CPR-03", Title: "Purchase channel", Decides: true, Basis: "S, D",
			Statement: "Each Business Applications product must have been bought through Volume Licensing or " +
				"Web Direct. Microsoft 365 has no such condition.",
			Readings: []string{
				"Only Business Applications has conditions on a product and its subscription (CPR-06 " +
					"to CPR-13 and CPR-38). Microsoft 365 and a draft without an area are not checked for " +
					"them. For a product without a subscription, the only question is whether one is " +
					"needed.",
				"The channel settles whether the subscription is a CSP one (CPR-09). If the channel " +
					"is CSP, only this fault is reported. If it is Volume Licensing or Web Direct, the " +
					"subscription is not a CSP one, unless the caller says that it is.",
			},
			Sources:    []partnerrules.Source{issuesSource("which activity")},
			AnsweredBy: []string{"cpor.CheckDraft"},
		},
		{
			ID: "CPR-04", Title: "Choice of activity", Decides: true, Basis: "S, P 2023, D",
			From: "2023-10-10", Seen: "2024-11-30",
			Statement: "The activities that fit depend on what the partner did and wants, on the product and " +
				"on the day. An activity does not fit if CPR-02, CPR-03 or CPR-41 forbids it. Revenue " +
				"association is not for payment. In the edition of 2023, neither is Usage in Business " +
				"Applications.",
			Readings: []string{
				"For an invalid area it is unknown which activities fit. For an invalid role it is " +
					"unknown whether it may claim. Under a policy without an edition there is no answer.",
				"In the edition of 2023, Usage in Business Applications is named Non-Incentivized. " +
					"Whether the partner wants usage incentives is therefore not asked, although the text " +
					"still mentions it.",
				"Each activity is judged alone. Whether activities go together is decided by CPR-05.",
			},
			Sources:    []partnerrules.Source{issuesSource("which activity"), submitSource()},
			AnsweredBy: []string{"cpor.ActivitiesFor", "cpor.PaysIncentive"},
		},
		{
			ID: "CPR-05", Title: "Activities together", Decides: true, Basis: "P 2019-21",
			Statement: "Presales and Usage may be claimed together. Revenue association must be claimed " +
				"alone.",
			Sources:    []partnerrules.Source{submitSource()},
			AnsweredBy: []string{"cpor.CheckDraft"},
		},
		{
			ID: "CPR-06", Title: "Subscription needed", Decides: true, Basis: "S, P",
			From: "2023-10-10", Seen: "2024-11-30",
			Statement: "Business Applications requires a subscription if the customer has several for the " +
				"product. The edition of 2023 always requires one. Microsoft 365 ignores one, with a " +
				"warning.",
			Readings: []string{
				"For claims in other areas, see CPR-03.",
				"Two pages of 2023-10-10 contradict each other. One requires a subscription always, " +
					"and the other only if there are several. The first, on submitting claims, is " +
					"followed.",
			},
			Sources:    []partnerrules.Source{issuesSource("subscription errors"), submitSource(), issues2023Source()},
			AnsweredBy: []string{"cpor.CheckDraft"},
		},
		{
			ID: "CPR-07", Title: "Product on tenant", Decides: true, Basis: "S",
			Statement: "The product must be on the customer's tenant.",
			Readings: []string{
				"The help page lists it among the errors of subscriptions, so workloads of Microsoft 365 are " +
					"not checked.",
			},
			Sources:    []partnerrules.Source{issuesSource("subscription errors")},
			AnsweredBy: []string{"cpor.CheckDraft"},
		},
		{
			ID: "CPR-08", Title: "Dynamics subscription", Decides: true, Basis: "S",
			Statement:  "The subscription must be for Dynamics.",
			Sources:    []partnerrules.Source{issuesSource("subscription errors")},
			AnsweredBy: []string{"cpor.CheckDraft"},
		},
		{
			ID: "CPR-09", Title: "CSP subscription", Decides: true, Basis: "S",
			Statement:  "The subscription must not be a CSP subscription.",
			Sources:    []partnerrules.Source{issuesSource("subscription errors")},
			AnsweredBy: []string{"cpor.CheckDraft"},
		},
		{
			ID: "CPR-10", Title: "Provisioned product", Decides: true, Basis: "S",
			Statement:  "The customer must have activated or provisioned the product of the subscription.",
			Sources:    []partnerrules.Source{issuesSource("subscription errors")},
			AnsweredBy: []string{"cpor.CheckDraft"},
		},
		{
			ID: "CPR-11", Title: "Already claimed", Decides: true, Basis: "S; by whom P 2019, D",
			From: "2023-10-10", Seen: "2024-11-30",
			Statement: "The claimant's own company must not hold a live claim on the subscription with an " +
				"activity in common. Claims of other companies do not count, see CPR-47. The edition " +
				"of 2023 only warns.",
			Readings: []string{
				"The help page says that the subscription is already claimed, but not by whom. The " +
					"page of 2023 no longer names this cause of an error.",
				"A claim counts on the day of the submission, through its end. It does not count " +
					"against itself.",
				"The known claims are an input error in the same cases as claims for competition. Two " +
					"claims with one ID are an example, and so is a partner of two companies.",
				"The draft counts as a claim of its partner, with the company that the facts give the " +
					"partner. Its ID may equal the ID of one claim. Without a partner, the company alone " +
					"decides.",
				"A claim that was begun, submitted or approved after the day judged is an input " +
					"error.",
			},
			Sources:    []partnerrules.Source{issuesSource("subscription errors"), submitSource(), issues2023Source()},
			AnsweredBy: []string{"cpor.CheckDraft"},
		},
		{
			ID: "CPR-12", Title: "Subscription ID", Decides: true, Basis: "S, D",
			Statement: "The identifier must be a GUID and differ from the tenant ID. It fails if the caller " +
				"knows that it is something else. If it is not a subscription ID, CPR-08 to CPR-11, " +
				"CPR-13 and CPR-38 are not checked.",
			Readings: []string{
				"Only the form of an identifier is checked, unless the caller knows that it is not " +
					"a subscription ID.",
			},
			Sources:    []partnerrules.Source{issuesSource("subscription errors")},
			AnsweredBy: []string{"cpor.CheckDraft", "cpor.ParseSubscriptionID"},
		},
		{
			ID: "CPR-13", Title: "Subscription state", Decides: true, Basis: "S, P; extended T 2026, D",
			From: "2023-10-10", Seen: "2024-11-30",
			Statement: "The subscription must be active, in grace or in its extended service term. The names " +
				"of Microsoft Graph are read too. The edition of 2023 only warns.",
			Readings: []string{
				"The extended service term replaces the grace period of subscriptions that end on or " +
					"after 2026-05-04. Only third parties describe it. It counts as active on every day " +
					"on which the caller states it, and has no name in Microsoft Graph.",
			},
			Sources:    []partnerrules.Source{issuesSource("subscription errors"), issues2023Source(), extendedTermSource()},
			AnsweredBy: []string{"cpor.CheckDraft"},
		},
		{
			ID: "CPR-15", Title: "First day to claim", Decides: true, Basis: "S, P",
			From: "2023-10-10", Seen: "2024-11-30",
			Statement: "A product can be claimed once the customer has provisioned it. In the edition of " +
				"2023 it is visible seven days later at the latest.",
			Readings: []string{
				"The edition depends on the day of provisioning.",
			},
			Sources:    []partnerrules.Source{issuesSource("subscription errors"), issues2023Source()},
			AnsweredBy: []string{"cpor.ClaimableFrom"},
		},
		{
			ID: "CPR-16", Title: "Location", Decides: true, Basis: "S, P",
			Statement: "A warning is reported if the partner is unsure of the location, or if the location " +
				"is not enrolled. A warning is also reported if it is a global account or a V-org ID, " +
				"or is tied to a partner type. Nothing is inferred.",
			Readings: []string{
				"All facts about a location are optional. An unknown one yields no finding, and does " +
					"not change the verdict.",
			},
			Sources:    []partnerrules.Source{issuesSource("which MPN"), accountsSource()},
			AnsweredBy: []string{"cpor.CheckDraft", "cpor.CompareLocations", "cpor.ParsePartnerID"},
		},
		{
			ID: "CPR-17", Title: "Proof of execution", Decides: true, Basis: "S, P",
			Statement: "A claim needs a proof of execution that shows partner, customer, domain, tenant, " +
				"solution and products. It needs an acknowledgment from the twelve months before the " +
				"submission.",
			Readings: []string{
				"For each value, a fact holds whether the proof shows it as it is in the claim.",
				"An acknowledgment that is missing has no date to judge.",
			},
			Sources:    []partnerrules.Source{issuesSource(""), proofSource(), submitSource()},
			AnsweredBy: []string{"cpor.CheckDraft"},
		},
		{
			ID: "CPR-18", Title: "Required fields", Decides: true, Basis: "S, P, D",
			Statement: "Partner ID, tenant ID, domain, area, activity and a product or workload are " +
				"required. The customer's contact is required with name, title and email. The " +
				"partner's contact is required with name and email.",
			Readings: []string{
				"A field in which nothing is visible is missing: it has only white space, control and " +
					"format characters. Any other name of a product, workload or customer must hold only " +
					"the characters that CPR-30 lists.",
				"The page of 2020 on submitting claims also asks for a claim name, a technical " +
					"contact for Dynamics 365, and three fields for revenue association. They are not " +
					"required here.",
				"The page of 2023 on submitting claims does not list the domain, and the page on " +
					"issues does. The domain is required in both editions.",
			},
			Sources:    []partnerrules.Source{issuesSource(""), submitSource(), issues2023Source()},
			AnsweredBy: []string{"cpor.CheckDraft"},
		},
		{
			ID: "CPR-19", Title: "Role for claims", Decides: true, Basis: "S; incentives user P 2019-23",
			Statement: "Billing, global and incentives admins and incentives users work on claims. An " +
				"optional policy allows incentives admins only.",
			Readings: []string{
				"For an invalid role, see CPR-04.",
				"The help page lists the three admins. The page on permissions adds the incentives " +
					"user, who may view and initiate claims. The page on submitting claims names only the " +
					"incentives admin.",
			},
			Sources:    []partnerrules.Source{issuesSource(""), permissionsSource(), submitSource()},
			AnsweredBy: []string{"cpor.Role.MayClaim"},
		},
		{
			ID: "CPR-20", Title: "Transitions", Decides: true, Basis: "P",
			Statement: "A draft without an error may be submitted. A history starts at Editing, and its days " +
				"do not decrease. Only the listed transitions are legal. An illegal one names both " +
				"statuses and does not change the status.",
			Readings: []string{
				"A draft that was judged on the zero Date may not be submitted.",
			},
			Sources:    []partnerrules.Source{submitSource()},
			AnsweredBy: []string{"cpor.Validation.MaySubmit", "cpor.Apply", "cpor.Replay"},
		},
		{
			ID: "CPR-21", Title: "Initial review", Decides: true, Basis: "S, P 2020",
			Statement: "The initial review is due five business days after each submission.",
			Readings: []string{
				"The help page can be read as five days in all. The page of 2020 has five days to the " +
					"review and five more to the decision, and says within ten days of both. The decision " +
					"is due five business days after the review.",
				"A claim that came to its status after the day judged is an input error, for this and " +
					"every other deadline. So is a claim that began after it came to its status.",
			},
			Sources:    []partnerrules.Source{issuesSource("competing claims"), submitSource(), associationHelpSource("initial review")},
			AnsweredBy: []string{"cpor.NextDeadline", "cpor.CheckHistory"},
		},
		{
			ID: "CPR-22", Title: "Decision", Decides: true, Basis: "P",
			From: "2023-10-10", Seen: "2024-11-30",
			Statement: "A claim under review is approved, rejected or set to Partner action required within " +
				"five business days. In the edition of 2023 the limit is 14 business days.",
			Sources:    []partnerrules.Source{submitSource()},
			AnsweredBy: []string{"cpor.NextDeadline", "cpor.Replay", "cpor.CheckHistory"},
		},
		{
			ID: "CPR-23", Title: "Answer of the partner", Decides: true, Basis: "P; comments S",
			From: "2023-10-10", Seen: "2024-11-30",
			Statement: "The partner answers within five business days, or 14 in the edition of 2023. Through " +
				"the last day a rejection is illegal. After it, a rejection is the only legal " +
				"transition.",
			Readings: []string{
				"The help page says only where Microsoft states what it needs: in the comments of the " +
					"claim (CPR-44).",
			},
			Sources:    []partnerrules.Source{issuesSource("competing claims"), manageSource()},
			AnsweredBy: []string{"cpor.NextDeadline", "cpor.Replay"},
		},
		{
			ID: "CPR-24", Title: "Longer review", Decides: true, Basis: "S",
			Statement: "A claim may stay under review after its due day on two conditions. It competes with " +
				"an incumbent, and the partner of the claim under review was notified of that. " +
				"Otherwise the review is overdue after its due day. If a condition is unknown and the " +
				"other is not false, it is unknown whether the review is overdue.",
			Readings: []string{
				"A history records, for the step under review, whether the claim competes and " +
					"whether its partner was notified. If that is unknown, a decision after its due day is not " +
					"reported as late, and its timing is unknown.",
			},
			Sources:    []partnerrules.Source{issuesSource("competing claims")},
			AnsweredBy: []string{"cpor.NextDeadline", "cpor.CheckHistory"},
		},
		{
			ID: "CPR-25", Title: "Decline by the customer", Decides: true, Basis: "P",
			From: "2023-10-10", Seen: "2024-11-30",
			Statement: "The customer may decline an approved claim for seven days. In the edition of 2023 it " +
				"may decline at any time.",
			Readings: []string{
				"The page of 2020 on submitting claims says five business days, and the page on " +
					"managing associations seven days. The second is followed. It counts from the " +
					"approval.",
				"For CPR-25 to CPR-27, an approved claim that is left without a cause is judged by " +
					"the cause that makes the transition legal.",
				"An approved claim whose customer can no longer decline, or can decline without a " +
					"limit, needs nothing more from the partner.",
			},
			Sources:    []partnerrules.Source{manageSource(), submitSource()},
			AnsweredBy: []string{"cpor.NextDeadline", "cpor.Replay"},
		},
		{
			ID: "CPR-26", Title: "Dispute", Decides: true, Basis: "P, D",
			From: "2023-10-10", Seen: "2024-11-30",
			Statement: "A rejection can be disputed for 30 days. In the edition of 2023 it can be disputed " +
				"once, and the decision is due within five business days.",
			Readings: []string{
				"For a claim left without a cause, see CPR-25.",
			},
			Sources:    []partnerrules.Source{manageSource()},
			AnsweredBy: []string{"cpor.NextDeadline", "cpor.Replay", "cpor.CheckHistory"},
		},
		{
			ID: "CPR-27", Title: "End by the partner", Decides: true, Basis: "P",
			From: "2023-10-10", Seen: "2024-11-30",
			Statement: "The partner may end an approved claim. In the edition of 2023 this is final and " +
				"needs a reason.",
			Readings: []string{
				"For a claim left without a cause, see CPR-25.",
			},
			Sources:    []partnerrules.Source{manageSource()},
			AnsweredBy: []string{"cpor.Replay"},
		},
		{
			ID: "CPR-28", Title: "Editable claims", Decides: true, Basis: "P",
			From: "2023-10-10", Seen: "2024-11-30",
			Statement: "A claim can be edited while it is Editing, Submitted or Partner action required. In " +
				"the edition of 2023 it cannot be edited while it is Submitted.",
			Readings: []string{
				"The pages on submitting claims say, in both editions, that nothing can be edited " +
					"after the submission. The page on managing associations is followed.",
			},
			Sources:    []partnerrules.Source{manageSource(), submitSource()},
			AnsweredBy: []string{"cpor.Editable"},
		},
		{
			ID: "CPR-29", Title: "Covered subscription", Decides: true, Basis: "S, D",
			Statement: "An approved claim in Business Applications covers the subscriptions that its units " +
				"name, on its days. It ends with its subscription. A new subscription needs a claim " +
				"of its own.",
			Readings: []string{
				"If a unit is a product without a subscription, it is unknown whether the claim " +
					"covers a subscription of that product. It is known once the ID is filled in. If the " +
					"product of the subscription is unknown, any product counts. A known product that no " +
					"unit has excludes a yes, even if the ID is unknown.",
				"Whether a claim covers a subscription is unknown if the day, the ID, or the claim's " +
					"approval day, status or area is unknown or invalid. The answer is still no if the " +
					"other facts exclude a yes.",
			},
			Sources:    []partnerrules.Source{issuesSource("product and subscription")},
			AnsweredBy: []string{"cpor.Claim.Covers"},
		},
		{
			ID: "CPR-30", Title: "Competing claims", Decides: true, Basis: "S; live D",
			Statement: "Two live claims of different companies compete if they share a tenant, an area and a " +
				"product or workload, and their times overlap. If a company is unknown, they possibly " +
				"compete.",
			Readings: []string{
				"Names of products and workloads are compared rune by rune in lower case, without " +
					"the white space around them. They are not normalized: who has composed and " +
					"decomposed letters side by side normalizes to NFC first. Claim IDs are compared " +
					"byte by byte.",
				"Names and claim IDs hold letters, marks, numbers, punctuation, symbols, spaces, " +
					"U+200C and U+200D, and at least one is visible. Any other character is an input " +
					"error, as is invalid UTF-8.",
				"If the two claims spell a shared name differently, the spelling that comes first " +
					"in the order of bytes is reported.",
				"Claims of different tenants never compete, whatever other claims there are. So " +
					"the claims of each tenant can be judged apart.",
			},
			Sources:    []partnerrules.Source{issuesSource("competing claims")},
			AnsweredBy: []string{"cpor.Relate", "cpor.Detect", "cpor.Index"},
		},
		{
			ID: "CPR-31", Title: "Live claims", Decides: true, Basis: "D",
			Statement: "A claim is live while it is Submitted, Under review, Partner action required, " +
				"Approved or in Dispute. An approved claim is live through its end.",
			AnsweredBy: []string{"cpor.Claim.Live", "cpor.Status.IsLive"},
		},
		{
			ID: "CPR-32", Title: "Shared subscription", Decides: true, Basis: "P 2020-23, D",
			Statement: "If both claims name subscriptions of a product, they must have one of these in " +
				"common. Under an optional policy the product alone decides.",
			Readings: []string{
				"The help page speaks of a product or workload. The pages on submitting claims say " +
					"that each workload or subscription can have only one partner.",
				"For the comparison of the names of products, see CPR-30.",
			},
			Sources:    []partnerrules.Source{issuesSource("competing claims"), submitSource()},
			AnsweredBy: []string{"cpor.Relate"},
		},
		{
			ID: "CPR-33", Title: "Shared activity", Decides: true, Basis: "D; policy P",
			Statement: "The activity is ignored. Under an optional policy the claims must have one in " +
				"common.",
			Readings: []string{
				"The help page does not mention the activity.",
			},
			Sources:    []partnerrules.Source{issuesSource("competing claims"), submitSource()},
			AnsweredBy: []string{"cpor.Relate"},
		},
		{
			ID: "CPR-34", Title: "Duplicate claims", Decides: true, Basis: "P, D",
			Statement: "Two live claims of one company on one unit with an activity in common are " +
				"duplicates.",
			Readings: []string{
				"For the reported spelling of a shared name, see CPR-30.",
			},
			Sources:    []partnerrules.Source{submitSource()},
			AnsweredBy: []string{"cpor.Relate"},
		},
		{
			ID: "CPR-35", Title: "Incumbent", Decides: true, Basis: "S, D",
			Statement: "The incumbent is the only approved claim of the two. Two approved claims are " +
				"conflicting data. Claims are shown by day of submission, then by ID.",
			Readings: []string{
				"Claims of one company have no incumbent.",
			},
			Sources:    []partnerrules.Source{issuesSource("competing claims")},
			AnsweredBy: []string{"cpor.Relate"},
		},
		{
			ID: "CPR-36", Title: "Arbitration", Decides: true, Basis: "S, P, D",
			From: "2020-07-01", Seen: "2020-12-31",
			Statement: "Arbitration has four steps and open questions, and no predicted winner. Microsoft " +
				"checks the new claim. It compares the proofs of both partners, and may ask both for " +
				"more. It reviews the claim within five business days or longer. From 2020-07-01 on, " +
				"the most recently submitted proofs are compared.",
			Readings: []string{
				"Two claims of one company do not go to arbitration, even if their overlap is " +
					"undetermined.",
				"The day of the arbitration decides which proofs are compared. InForce sets the first " +
					"day of the change for every day.",
			},
			Sources:    []partnerrules.Source{issuesSource("competing claims"), latestProofSource()},
			AnsweredBy: []string{"cpor.Arbitrate", "cpor.InForce"},
		},
		{
			ID: "CPR-37", Title: "Times of a claim", Decides: true, Basis: "D",
			Statement: "A claim holds from its approval, or from its submission while it is pending, to its " +
				"end. A pair is undetermined if a start is unknown. It does not compete if one claim " +
				"is known to end before the other starts.",
			Readings: []string{
				"A pair with an unknown start is undetermined even if an open end makes an overlap " +
					"certain, as the rule states.",
				"Two claims of one company are undetermined only if they would be duplicates.",
				"For live claims, an end before the start is rejected.",
				"Dates of the usage report are read as 2023-08-11, as the day of a date-time such " +
					"as 2023-08-11T10:20:30Z, and as 8/11/2023, month first.",
				"Rows of the usage report with one ClaimId are one approved claim with all its " +
					"workloads. It starts on the earliest DateAssociated, which is the day of the " +
					"association. A text of 2026 repeats that associations count from this day.",
			},
			Sources:    []partnerrules.Source{insightsSource(), modernWorkSource()},
			AnsweredBy: []string{"cpor.Claim.Live", "cpor.Relate"},
		},
		{
			ID: "CPR-38", Title: "Subscription on tenant", Decides: true, Basis: "S",
			Statement: "The subscription must be one of the tenant's subscriptions, if all of them are " +
				"known.",
			Sources:    []partnerrules.Source{issuesSource("subscription errors")},
			AnsweredBy: []string{"cpor.CheckDraft"},
		},
		{
			ID: "CPR-39", Title: "Ask the customer first", Basis: "S",
			Statement: "Ask the customer first, then support. Each remedy depends on whether the customer " +
				"was asked.",
			Readings: []string{
				"This applies to findings of CPR-01, CPR-06 to CPR-13 and CPR-38.",
			},
			Sources:    []partnerrules.Source{issuesSource("subscription errors")},
			AnsweredBy: []string{"cpor.Reason.Remedy", "cpor.Validation.Notes", "cpor.Validation.Causes"},
		},
		{
			ID: "CPR-40", Title: "Wrong activity", Basis: "S",
			Statement: "A wrong activity may cost eligibility and earnings, and the partner may have to " +
				"claim again.",
			Sources:    []partnerrules.Source{issuesSource("which activity")},
			AnsweredBy: []string{"cpor.ActivityChoice.Notes", "cpor.Validation.Notes"},
		},
		{
			ID: "CPR-41", Title: "Eligible product", Decides: true, Basis: "S",
			Statement: "The product or workload must be eligible. The caller decides this, because no list " +
				"is published.",
			Sources:    []partnerrules.Source{issuesSource("which activity")},
			AnsweredBy: []string{"cpor.CheckDraft"},
		},
		{
			ID: "CPR-43", Title: "Subscription ID shown", Basis: "S",
			Statement:  "On an approved Dynamics claim the partner sees the ID of the subscription.",
			Sources:    []partnerrules.Source{issuesSource("product and subscription")},
			AnsweredBy: []string{"cpor.Cover.Notes"},
		},
		{
			ID: "CPR-44", Title: "Comments of the claim", Basis: "S",
			Statement: "Microsoft states in the comments of the claim what the partner must provide, and " +
				"that the claim stays under review longer.",
			Sources:    []partnerrules.Source{issuesSource("competing claims")},
			AnsweredBy: []string{"cpor.Deadline.Notes"},
		},
		{
			ID: "CPR-45", Title: "Delayed decision", Basis: "S",
			Statement: "If both partners are asked for more, the decision may be delayed. No new due day " +
				"follows.",
			Sources:    []partnerrules.Source{issuesSource("competing claims")},
			AnsweredBy: []string{"cpor.Arbitration.Notes", "cpor.Deadline.Notes"},
		},
		{
			ID: "CPR-46", Title: "Displaced incumbent", Decides: true, Basis: "D",
			Statement:  "An approved claim is rejected when a challenger displaces it.",
			AnsweredBy: []string{"cpor.Replay"},
		},
		{
			ID: "CPR-47", Title: "Claim of another company", Decides: true, Basis: "S, D",
			Statement: "A warning is reported for each live claim of another company that competes with the " +
				"draft, possibly competes with it, or may overlap with it. The draft counts as " +
				"submitted on the day judged. Arbitration follows.",
			Readings: []string{
				"The field is the subscription if all shared units name one, and else the product. " +
					"The warnings are ordered by the submission day of the other claim, then by its ID.",
				"A list of claims that is incomplete is not a missing fact, because only Microsoft " +
					"knows all claims.",
			},
			Sources:    []partnerrules.Source{issuesSource("competing claims")},
			AnsweredBy: []string{"cpor.CheckDraft"},
		},
		{
			ID: "CPR-48", Title: "Unknown findings", Basis: "D",
			Statement: "A finding on an unknown fact has its own sentences: what is unknown, what to find " +
				"out, and from whom.",
			AnsweredBy: []string{"cpor.Finding.Message", "cpor.Finding.Remedy"},
		},
		{
			ID: "CPR-49", Title: "Draft to claim", Decides: true, Basis: "D",
			Statement: "A draft becomes a submitted claim with an ID and the day of its submission. A draft, " +
				"with faults or without, can be compared with a list of claims.",
			Readings: []string{
				"Text that is not a subscription ID counts as none, and so does a subscription in " +
					"Microsoft 365.",
				"Without a tenant, an area or a product a draft has no pairs. Without a partner its " +
					"company is unknown, unless the caller states it.",
				"The pairs include duplicates (CPR-34). A draft without activities has none in common " +
					"with a claim.",
			},
			AnsweredBy: []string{"cpor.Draft.Claim", "cpor.DraftConflicts"},
		},
		{
			ID: "CPR-50", Title: "Companies of a list", Decides: true, Basis: "D",
			Statement: "A step of its own gives each claim of a list the company that another claim states " +
				"for its location. A company belongs to itself. Two claims that contradict each other " +
				"are an error, which names both.",
			Readings: []string{
				"Detection, comparison and the index learn nothing from third claims, but reject the " +
					"same contradictions.",
			},
			AnsweredBy: []string{"cpor.FillCompanies"},
		},
		{
			ID: "CPR-51", Title: "Wrong partner ID", Basis: "S",
			Statement: "A wrong MPN ID may cost eligibility and earnings, and the partner may have to claim " +
				"again.",
			Sources:    []partnerrules.Source{issuesSource("which MPN")},
			AnsweredBy: []string{"cpor.LocationOptions.Notes", "cpor.Validation.Notes"},
		},
		{
			ID: "CPR-52", Title: "Faults of a list", Decides: true, Basis: "D",
			Statement: "All faults of a list of claims are reported in the order of the list, each with the " +
				"place and the ID of the claim. Detection rejects a list with a fault, and returns " +
				"the first.",
			Readings: []string{
				"Within a claim, an empty, invalid or repeated ID comes first. The tenant, area, " +
					"status, partner, activities and units follow. An end before the start of a live " +
					"claim comes next. A company that contradicts an earlier claim comes last.",
			},
			AnsweredBy: []string{"cpor.CheckClaims", "cpor.Detect"},
		},
		{
			ID: "CPR-53", Title: "Which location", Decides: true, Basis: "S, D",
			Statement: "Each location of a list has its warnings (CPR-16). It may be chosen unless it is " +
				"known to be a global account or a legacy V-org ID. No location is recommended.",
			Readings: []string{
				"A partner ID that is repeated is an input error.",
			},
			Sources:    []partnerrules.Source{issuesSource("which MPN")},
			AnsweredBy: []string{"cpor.CompareLocations"},
		},
		{
			ID: "CPR-54", Title: "Claim with history", Decides: true, Basis: "D",
			Statement: "The last step gives a claim its status. Its submission is the first step to " +
				"Submitted. Its approval is the last step to Approved, while it is approved. The " +
				"first day determines the edition. A field that is given beside the history must " +
				"agree.",
			Readings: []string{
				"The deadline of CPR-21 counts from the last submission.",
				"A step after the day judged is an input error.",
			},
			AnsweredBy: []string{"cpor.Case.Resolve"},
		},
	}
}

func issuesSource(section string) partnerrules.Source {
	return partnerrules.Source{
		Title: "Issues with Claimed Partner of Record (CPOR) customer associations", Section: section,
		Edition: "2021-04; 2020-06-29", Seen: "2021", Basis: "S",
	}
}

func submitSource() partnerrules.Source {
	return partnerrules.Source{
		Title:   "Submit CPOR claims",
		Edition: "2019-03-14; 2019-10-29 to 2021; 2023-10-10", Seen: "2024-11", Basis: "P",
	}
}

func issues2023Source() partnerrules.Source {
	return partnerrules.Source{
		Title:   "Issues with Claiming Partner of Record",
		Edition: "2023-10-10", Seen: "2024", Basis: "P",
	}
}

func permissionsSource() partnerrules.Source {
	return partnerrules.Source{
		Title:   "Permissions overview: Incentives admin, Incentives user",
		Edition: "2019 to 2023", Seen: "2023-10", Basis: "P",
	}
}

func extendedTermSource() partnerrules.Source {
	return partnerrules.Source{
		Title:   "Extended service term of subscriptions, six third parties",
		Edition: "from 2026-05-04", Seen: "2026-05", Basis: "T",
	}
}

func modernWorkSource() partnerrules.Source {
	return partnerrules.Source{
		Title:   "Solutions Partner for Modern Work: associations count from their day",
		Edition: "2026-08-26", Seen: "2026-08-28", Basis: "Q",
	}
}

func accountsSource() partnerrules.Source {
	return partnerrules.Source{
		Title:   "Account structure; manage locations",
		Edition: "2022-11-15", Seen: "2023-10", Basis: "P",
	}
}

func proofSource() partnerrules.Source {
	return partnerrules.Source{
		Title:   "CPOR proof of execution template",
		Edition: "2022", Seen: "2022", Basis: "P",
	}
}

func associationHelpSource(section string) partnerrules.Source {
	return partnerrules.Source{
		Title: "Customer association issues (support content)", Section: section,
		Edition: "2020-05-26", Seen: "2021-04", Basis: "P",
	}
}

func manageSource() partnerrules.Source {
	return partnerrules.Source{
		Title:   "Manage customer associations",
		Edition: "2020-07-02; 2023-10-10", Seen: "2023-10", Basis: "P",
	}
}

func latestProofSource() partnerrules.Source {
	return partnerrules.Source{
		Title:   "Announcement: most recent proof of execution is reviewed",
		Edition: "2020, from 2020-07-01", Seen: "2020", Basis: "P",
	}
}

func insightsSource() partnerrules.Source {
	return partnerrules.Source{
		Title:   "Insights data definitions (CPOR Microsoft 365 usage report)",
		Edition: "2023-08-11", Seen: "2023-10", Basis: "P",
	}
}
