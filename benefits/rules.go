package benefits

import "github.com/partnerrules/partnerrules"

// Rules returns the rules of the package in the order of their IDs. The caller
// may modify the result.
func Rules() partnerrules.Rulebook {
	return partnerrules.Rulebook{
		{
			ID: "BEN-01", Title: "Start of membership", Decides: true, Basis: "S, else D",
			Statement: "A membership starts on the day of the purchase. Its benefits are provided on that " +
				"day.",
			Sources:    []partnerrules.Source{benefitsFAQSource("When do my benefits expire")},
			AnsweredBy: []string{"benefits.Timeline.PaidYear"},
		},
		{
			ID: "BEN-02", Title: "Paid years", Decides: true, Basis: "S, D",
			Statement: "The paid year ends on the anniversary date. A renewal in the window leaves no day " +
				"uncovered. A later one is a new purchase with a new start. Each paid year has its " +
				"own benefits, provided on the day of the renewal. Their base is the previous " +
				"anniversary date, or the payment if a policy starts years on the day of payment. A " +
				"membership can be renewed on the days of the window, until its offer is retired.",
			Readings: []string{
				"The FAQ also has a membership bought at any time after the first purchase. That is " +
					"read as a purchase after the window.",
				"From the day on which an Action Pack or a legacy offer retires, the retirement " +
					"(ELG-13) is the only reason against a renewal. A record of such a renewal is " +
					"accepted. A record of a renewal outside its window is an input error (CAL-07).",
				"If the offer is not given, it is unknown from that day on whether the membership can " +
					"still be renewed.",
				"A renewal is not judged on a day before the purchase, a renewal, or the unlocking or " +
					"redeeming of a benefit. That is an input error (INP-05).",
				"The day of the renewal is the day of its payment. If it is unknown, the benefits " +
					"of the year were provided on some day of the window. A state is known if it is the " +
					"same for all such days.",
				"A renewal reports the days without access. For each redeemed benefit of the last " +
					"paid year it also reports the days between the benefit's own end and the renewal. " +
					"The benefits of the next year are provided on the day of the renewal. On the days " +
					"in between, this benefit is missing, but other benefits may be in use.",
				"A membership can be known by an anniversary date alone. Its first known year then " +
					"begins one calendar year before that date, with a purchase or a renewal. The day on " +
					"which the benefits of that year were provided is unknown.",
			},
			Sources: []partnerrules.Source{
				benefitsFAQSource("Membership"),
				benefitsFAQSource("When do my benefits expire"),
			},
			AnsweredBy: []string{
				"benefits.Timeline.PaidYear", "benefits.Timeline.CheckRenewal", "benefits.Timeline.PreviewRenewal",
			},
		},
		{
			ID: "BEN-03", Title: "Redeeming in time", Decides: true, Basis: "S, D",
			Statement: "A benefit can be redeemed for 13 months from the base of its year, last day " +
				"included, and only while there is access. This holds for every category. A benefit " +
				"that is still unredeemed after that has expired.",
			Readings: []string{
				"The last day to redeem is the activate-by date or the last day of access, whichever " +
					"comes first. If both fall on one day, the activate-by date is reported.",
				"A recorded redeeming outside these days is an input error. One after the benefit's " +
					"own term is not (BEN-09).",
			},
			Sources:    []partnerrules.Source{benefitsFAQSource("When do my benefits expire")},
			AnsweredBy: []string{"benefits.Timeline.PaidYear", "benefits.Timeline.Term"},
		},
		{
			ID: "BEN-04", Title: "Azure credits", Decides: true, Basis: "S",
			Statement: "Azure credits last 12 months from the day of unlocking.",
			Readings: []string{
				"A page on Azure credits knows two kinds. Monthly credits are added each month until " +
					"the membership ends, and lapse at the end of the month. Bulk credits are given once " +
					"and last one year from a start day of their own. The FAQ does not distinguish them.",
				"Its 12 months are taken for both kinds, and for an unknown kind. With the last day of " +
					"access (BEN-13), monthly credits end with the membership. The library does not follow the " +
					"months: an answer about monthly credits has a note.",
			},
			Sources:    []partnerrules.Source{benefitsFAQSource("When do my benefits expire"), azureCreditsSource()},
			AnsweredBy: []string{"benefits.Timeline.Term", "benefits.Category.Rule", "benefits.Term.Notes"},
		},
		{
			ID: "BEN-05", Title: "Cloud services", Decides: true, Basis: "S, P 2025-26",
			Statement: "A cloud service lasts 12 months from the day on which its key was redeemed. Under a " +
				"policy with modernized redemption, it ends on the first anniversary date on or after " +
				"that day. From 2026-11-01 on, BEN-15 comes before both.",
			Readings: []string{
				"After the last known anniversary date, the next is the anniversary date of one " +
					"more renewal. If a policy starts years on the day of payment, the next depends on " +
					"the payment and is unknown. It is still known to come after the last day of " +
					"access.",
			},
			Sources:    []partnerrules.Source{benefitsFAQSource("When do my benefits expire"), cloudServicesSource()},
			AnsweredBy: []string{"benefits.Timeline.Term"},
		},
		{
			ID: "BEN-06", Title: "Developer tools", Decides: true, Basis: "S",
			Statement:  "Developer tools last 12 months from the day of unlocking.",
			Sources:    []partnerrules.Source{benefitsFAQSource("When do my benefits expire")},
			AnsweredBy: []string{"benefits.Timeline.Term"},
		},
		{
			ID: "BEN-07", Title: "Support and advisory", Decides: true, Basis: "S",
			Statement:  "Support and advisory benefits last 12 months from the day of unlocking.",
			Sources:    []partnerrules.Source{benefitsFAQSource("When do my benefits expire")},
			AnsweredBy: []string{"benefits.Timeline.Term"},
		},
		{
			ID: "BEN-08", Title: "Marketing benefits", Decides: true, Basis: "S",
			Statement:  "Marketing benefits last 12 months from the day of unlocking.",
			Sources:    []partnerrules.Source{benefitsFAQSource("When do my benefits expire")},
			AnsweredBy: []string{"benefits.Timeline.Term"},
		},
		{
			ID: "BEN-09", Title: "Expiry date", Decides: true, Basis: "S, P 2021-23, D",
			Statement: "An expiry date is the last day of use. A benefit is unlocked between the day on " +
				"which it was provided and the last day of access, and not after it is redeemed. If the " +
				"day of unlocking is missing, the expiry is unknown. A benefit that is redeemed after its " +
				"12 months from unlocking is of no use: it has no day of use.",
			Readings: []string{
				"The FAQ gives 13 months to redeem and 12 months from unlocking, and sets neither " +
					"above the other. Both are applied: the benefit can be redeemed, but not used.",
				"A benefit that is redeemed on the day of its expiry can be used on that day.",
				"A benefit of any category is redeemed on or after its day of unlocking. The day of " +
					"redeeming limits an unknown day of unlocking from above only.",
				"Without the day of unlocking, the expiry itself is known only if a single day is " +
					"left.",
				"A benefit that is known to be redeemed was unlocked on or before the last day to " +
					"redeem.",
			},
			Sources: []partnerrules.Source{
				benefitsFAQSource("When do my benefits expire"), expirySource(), cloudServicesSource(),
			},
			AnsweredBy: []string{"benefits.Timeline.Term"},
		},
		{
			ID: "BEN-10", Title: "State of a benefit", Decides: true, Basis: "S, D",
			Statement: "On a given day a benefit is not yet provided, available, in use, expired unredeemed, " +
				"expired, lost with the membership, or redeemed of no use. It is expired unredeemed if it " +
				"is not redeemed and its own term, the activate-by date or the last day of access is past. " +
				"It is expired if it was redeemed and its own term is over. It is lost with the membership " +
				"if it was redeemed and access ended before its term. It is redeemed of no use if it was " +
				"redeemed after its own term.",
			Readings: []string{
				"Between provision and unlocking a benefit is available.",
				"A benefit that is expired unredeemed names what came first, and the last day to " +
					"redeem if that is still to come. If ends fall on one day, the order is activate-by " +
					"date, own term, access.",
				"Only what happened through the day counts. A whole record can therefore be asked " +
					"about any of its days. Renewals belong to the timeline and always count, also for the " +
					"last day to redeem and what ends the benefit. A later renewal is not rejected (INP-05), " +
					"and is not ignored as it is by ELG-26.",
				"A benefit without information on redemption may have been redeemed. Its state is " +
					"unknown from the first day on which it can have been redeemed.",
			},
			Sources:    []partnerrules.Source{benefitsFAQSource("When do my benefits expire")},
			AnsweredBy: []string{"benefits.Timeline.State"},
		},
		{
			ID: "BEN-11", Title: "Timeline of events", Decides: true, Basis: "D",
			Statement: "Events are sorted by day. Events of one day are sorted by kind: first notice, second " +
				"notice, anniversary date, window opens, window closes, access ends, activate-by, last " +
				"use. Events of one kind are sorted by category and ID. No further renewal is " +
				"assumed. An event is identified by its kind, paid year and benefit, never by its day.",
			Readings: []string{
				"The event activate-by is on the last day on which the benefit can be redeemed, for " +
					"every benefit that may be unredeemed. Its day does not depend on what ends the " +
					"redemption. The event last-use is on the last day of use, for every benefit that may " +
					"be redeemed. A renewal therefore moves both events, but keeps their identity.",
				"An unredeemed benefit has a last-use too if its term ends before the last day to " +
					"redeem. A benefit that was redeemed of no use has no last-use.",
				"If it is unknown whether a benefit is redeemed, last-use assumes that it is redeemed " +
					"in time.",
				"The window of a renewed year still opens and closes.",
				"If the day of a renewal is unknown, the second notice is left out, unless every " +
					"day of the window is after it.",
				"Two benefits of one paid year cannot share an ID. IDs are compared byte by byte.",
				"An ID holds letters, marks, numbers, punctuation, symbols, spaces, U+200C and " +
					"U+200D, and at least one is visible. Any other character is an input error, as is " +
					"invalid UTF-8.",
			},
			AnsweredBy: []string{"benefits.Timeline.Events", "benefits.EventID"},
		},
		{
			ID: "BEN-12", Title: "Change of package", Decides: true, Basis: "S, D",
			Statement: "The package of benefits can be changed only together with a renewal (ELG-12): on " +
				"every day on which the membership can be renewed (BEN-02).",
			Readings: []string{
				"The FAQ has the change on the anniversary date only. On that day no renewal is " +
					"possible yet (CAL-05), so the days of the window are taken.",
			},
			Sources:    []partnerrules.Source{benefitsFAQSource("Membership")},
			AnsweredBy: []string{"benefits.Timeline.CheckRenewal", "benefits.Timeline.Anniversary"},
		},
		{
			ID: "BEN-13", Title: "Last day of use", Decides: true, Basis: "S, D",
			Statement: "The last day of use is the earlier of the benefit's own expiry and the last day of " +
				"access. Both are returned, with the one that came first. If they are equal, the " +
				"expiry is reported. The renewal window does not extend a term.",
			Readings: []string{
				"For an unredeemed benefit, expiry and last day of use are the days that it would " +
					"have if it were redeemed.",
				"BEN-02 defines the days without cover that a renewal reports.",
			},
			Sources: []partnerrules.Source{
				benefitsFAQSource("Membership"),
				benefitsFAQSource("When do my benefits expire"),
			},
			AnsweredBy: []string{"benefits.Timeline.Term", "benefits.Timeline.PreviewRenewal"},
		},
		{
			ID: "BEN-14", Title: "Managing role", Basis: "S",
			Statement:  "The program's partner admin manages benefits and licenses.",
			Sources:    []partnerrules.Source{benefitsFAQSource("Appropriate roles")},
			AnsweredBy: []string{"benefits.Licenses.Notes"},
		},
		{
			ID: "BEN-15", Title: "End with the paid year", Decides: true, Basis: "Q 2026, D",
			From: "2026-11-01", Seen: "2026-08-05",
			Statement: "A benefit of BEN-04 to BEN-08 that is redeemed on or after 2026-11-01 expires on the " +
				"anniversary date of its paid year. The day of unlocking does not matter. If it is " +
				"redeemed after that date, its expiry is unknown. A benefit that was redeemed before " +
				"2026-11-01 keeps its own term.",
			Readings: []string{
				"The announcement is known only as quoted. It speaks of benefits in general and names " +
					"Azure credits. A published page of 2025-26 names cloud services. That the rule also " +
					"holds for developer tools, support and marketing is derived.",
				"The announcement names the end of the offer. That is read as the anniversary date, " +
					"although a page on scores counts 13 months, with the window. It is not base and 12 months, " +
					"which differs after a 29 February.",
				"The FAQ says that access goes on in the window. Under this rule that is access to " +
					"redeeming.",
				"No source settles the term of a benefit that is redeemed after its anniversary date. " +
					"Its state is unknown from the day of redeeming on.",
				"The expiry of an unredeemed benefit is known if it is the same for every day of " +
					"redeeming that is left, through the anniversary date. These days begin with " +
					"the day judged, unlocking or provision, whichever is latest. After the anniversary date it is " +
					"unknown. If no day from 2026-11-01 on is left to redeem the benefit, the rule does not apply.",
			},
			Sources:    []partnerrules.Source{announcementSource(), cloudServicesSource()},
			AnsweredBy: []string{"benefits.Timeline.Term", "benefits.Timeline.State"},
		},
		{
			ID: "BEN-16", Title: "Redeeming as a purchase", Basis: "Q 2026",
			From: "2026-11-01", Seen: "2026-08-05",
			Statement: "From 2026-11-01 on, a benefit is redeemed by a purchase for 0 in the admin center. The " +
				"tenant must be under the billing account that bought the offer. There are no keys, and " +
				"other tenants cannot be used. Azure credits go to a billing profile, without an assignment, an " +
				"activation link or a new subscription.",
			Readings: []string{
				"The note comes with answers about a redeeming that is or may be on or after that " +
					"day. On-premises software is not covered.",
			},
			Sources:    []partnerrules.Source{announcementSource()},
			AnsweredBy: []string{"benefits.Term.Notes", "benefits.BenefitStatus.Notes"},
		},
		{
			ID: "BEN-20", Title: "Splitting a token", Decides: true, Basis: "S",
			Statement: "A token is used as a whole: for the number of seats that it states, and for one " +
				"subscription.",
			Readings: []string{
				"At most 1,000,000,000 seats are accepted.",
				"The rule ends with the tokens on 2026-11-01 (BEN-16). The coverage of the day of use " +
					"tells.",
			},
			Sources:    []partnerrules.Source{benefitsFAQSource("Product licenses")},
			AnsweredBy: []string{"benefits.CheckTokenUse"},
		},
		{
			ID: "BEN-21", Title: "Replacing a token", Decides: true, Basis: "S, D",
			Statement: "A token for cloud services is replaced if it was activated on the wrong tenant. It is " +
				"also replaced if it added seats to a running subscription where an extension was " +
				"meant. It is replaced once, within 30 days after its activation. A replacement token is " +
				"not replaced again.",
			Readings: []string{
				"The rule ends with the tokens on 2026-11-01 (BEN-16).",
				"Cloud services and seats added by mistake are the two causes. Another kind of " +
					"benefit counts as another cause.",
				"A token that was activated after the day judged is an input error.",
			},
			Sources:    []partnerrules.Source{benefitsFAQSource("Product licenses")},
			AnsweredBy: []string{"benefits.CheckReplacement"},
		},
		{
			ID: "BEN-22", Title: "Product activation", Decides: true, Basis: "S, D",
			Statement: "Windows Server and client operating systems and Office client programs must be " +
				"activated. For other products the answer is unknown.",
			Readings: []string{
				"Activation and product key are two questions: see BEN-25.",
			},
			Sources:    []partnerrules.Source{benefitsFAQSource("Product licenses")},
			AnsweredBy: []string{"benefits.Product.NeedsActivation"},
		},
		{
			ID: "BEN-23", Title: "Multiple activation keys", Decides: true, Basis: "S, D",
			Statement: "A multiple activation key stops working when a limit on installations, activations " +
				"or seats is used up. If it has several limits, the first that is used up stops it. " +
				"No more are granted.",
			Readings: []string{
				"The FAQ stops a key when all installations and activations are used up. That the " +
					"first limit stops it is derived.",
				"A limit that is not given is unknown, and the answer is about the given limits.",
				"A count above its limit is used up.",
			},
			Sources:    []partnerrules.Source{benefitsFAQSource("Product licenses")},
			AnsweredBy: []string{"benefits.CheckKey"},
		},
		{
			ID: "BEN-24", Title: "Extending a subscription", Decides: true, Basis: "P 2023, D",
			Statement: "A key extends an active cloud subscription by 12 × seats on the key ÷ active seats " +
				"months. The result is an exact fraction. The key may have up to three times the " +
				"active seats.",
			Readings: []string{
				"BEN-20 defines the largest number of seats.",
				"The rule ends with the keys on 2026-11-01 (BEN-16).",
			},
			Sources:    []partnerrules.Source{cloudServicesSource()},
			AnsweredBy: []string{"benefits.CheckExtension"},
		},
		{
			ID: "BEN-25", Title: "Product keys", Basis: "S, D",
			Statement: "Not every product needs a product key. It is not published which products do, so the " +
				"answer is unknown for every product.",
			Readings: []string{
				"A product that must be activated (BEN-22) need not need a key.",
			},
			Sources:    []partnerrules.Source{benefitsFAQSource("Product licenses")},
			AnsweredBy: []string{"benefits.Product.NeedsKey"},
		},
		{
			ID: "BEN-30", Title: "Product licenses", Decides: true, Basis: "S, D",
			Statement: "Product licenses come with a Solutions Partner designation, legacy Gold or Silver, " +
				"and the Microsoft Action Pack. For other packs the answer is unknown.",
			Readings: []string{
				"The FAQ has the licenses once with the purchase of a designation, and once with " +
					"attaining one. The offer that was bought decides.",
			},
			Sources:    []partnerrules.Source{benefitsFAQSource("Product licenses")},
			AnsweredBy: []string{"benefits.IncludesLicenses", "benefits.Timeline.Licenses"},
		},
		{
			ID: "BEN-31", Title: "On-premises licenses", Decides: true, Basis: "S, D",
			Statement: "On-premises licenses are not perpetual. They may be used through the last day of " +
				"access. After it the company buys commercial licenses or uninstalls the software.",
			Readings: []string{
				"The FAQ allows use during the membership, which it ends after one year. It also " +
					"says that access goes on in the window. The last day of access is taken.",
				"Before the purchase the answer is no. It is a question about the state on a day, so " +
					"a later purchase is not an input error (INP-05). Later renewals count.",
			},
			Sources:    []partnerrules.Source{benefitsFAQSource("Product licenses")},
			AnsweredBy: []string{"benefits.Timeline.Licenses", "benefits.Timeline.Term"},
		},
		{
			ID: "BEN-32", Title: "License terms", Basis: "S",
			Statement: "Product licenses have no Software Assurance. Their terms of use differ from the " +
				"terms of commercial licenses, and they have certain limits.",
			Sources:    []partnerrules.Source{benefitsFAQSource("Product licenses")},
			AnsweredBy: []string{"benefits.Licenses.Notes"},
		},
		{
			ID: "BEN-33", Title: "Visual Studio subscriptions", Decides: true, Basis: "S",
			Statement: "The Action Pack includes Visual Studio Professional and no Enterprise. A " +
				"subscription is for one user. It must be assigned and activated, and its credentials " +
				"must not be shared.",
			Readings: []string{
				"For other offers it is unknown which Visual Studio subscriptions they include.",
			},
			Sources:    []partnerrules.Source{benefitsFAQSource("Product licenses")},
			AnsweredBy: []string{"benefits.VisualStudioIn", "benefits.CheckVisualStudio"},
		},
		{
			ID: "BEN-34", Title: "More licenses", Basis: "S",
			Statement:  "Licenses beyond the granted number are bought commercially.",
			Sources:    []partnerrules.Source{benefitsFAQSource("Product licenses")},
			AnsweredBy: []string{"benefits.Licenses.Notes"},
		},
		{
			ID: "BEN-35", Title: "License management", Basis: "S",
			Statement: "Licenses and benefits are viewed and managed in Partner Center. They serve to build " +
				"solutions and to learn the products. The support section of Partner Center answers " +
				"questions.",
			Sources:    []partnerrules.Source{benefitsFAQSource("Product licenses")},
			AnsweredBy: []string{"benefits.Licenses.Notes"},
		},
		{
			ID: "BEN-40", Title: "Benefits after a merge", Decides: true, Basis: "S, D",
			Statement: "After a merge each side keeps its benefits until its own renewal or last day of " +
				"access. The merged anniversary date governs the next purchase. The days after a " +
				"side's last day of access, through the merged date, are the gap. At a renewal the " +
				"benefits are the benefits of the global account.",
			Readings: []string{
				"The gap is reported only if the side is known to hold the membership or pack.",
			},
			Sources:    []partnerrules.Source{benefitsFAQSource("Product licenses"), mergeSource()},
			AnsweredBy: []string{"benefits.PreviewMerge"},
		},
		{
			ID: "BEN-41", Title: "Choice after a merge", Decides: true, Basis: "P 2023",
			Statement: "The first renewal after a merge follows the first case that applies. If a side has " +
				"Solutions Partner benefits, only Solutions Partner benefits are available. If a side " +
				"has a designation, there is a choice. If a side has legacy benefits, only legacy " +
				"benefits are available. Otherwise there is no choice.",
			Sources:    []partnerrules.Source{mergeSource()},
			AnsweredBy: []string{"benefits.PreviewMerge"},
		},
		{
			ID: "BEN-42", Title: "Merged anniversary date", Decides: true, Basis: "P 2023, D",
			Statement: "If both sides have a designation, the merged date is the later of the two dates. If " +
				"one side has a designation, its date is taken. Otherwise the date of the inviting " +
				"side's legacy benefits is taken, or else the date of the joining side's legacy " +
				"benefits. Each pack is merged separately. A pack on one side keeps its date. For two " +
				"Action Packs the later date is taken, and for two other packs the date is unknown.",
			Readings: []string{
				"The facts are what each side holds on the day of the merge. A membership that has lapsed " +
					"is not held.",
				"The merged date is also unknown if a date that the rule needs is missing, or if it " +
					"depends on an unknown holding.",
				"For two Launch, Core or Expanded packs the date is unknown even if both have the " +
					"same date.",
			},
			Sources:    []partnerrules.Source{mergeSource()},
			AnsweredBy: []string{"benefits.PreviewMerge"},
		},
		{
			ID: "BEN-43", Title: "Before a merge", Basis: "S, P",
			Statement: "Before a merge, read how it works and whether it suits the company. A merge cannot " +
				"be undone.",
			Sources:    []partnerrules.Source{benefitsFAQSource("Product licenses"), mergeSource()},
			AnsweredBy: []string{"benefits.Merge.Notes"},
		},
	}
}

func benefitsFAQSource(section string) partnerrules.Source {
	return partnerrules.Source{
		Title: "Microsoft AI Cloud Partner Program benefits FAQ", Section: section,
		Edition: "2023-09 to 2024", Seen: "2024", Basis: "S",
	}
}

func cloudServicesSource() partnerrules.Source {
	return partnerrules.Source{
		Title:   "Cloud services benefits",
		Edition: "2023-06-15; modernized 2025 to 2026", Seen: "2026", Basis: "P",
	}
}

func azureCreditsSource() partnerrules.Source {
	return partnerrules.Source{
		Title: "Use your Azure credits", Section: "View your Azure credits in Partner Center",
		Edition: "2024 to 2026", Seen: "2026", Basis: "P",
	}
}

func announcementSource() partnerrules.Source {
	return partnerrules.Source{
		Title:   "Announcements, 2026-08-03: redeeming and expiry of benefits from 2026-11-01",
		Edition: "2026-08-03", Seen: "2026-08-05", Basis: "Q",
	}
}

func expirySource() partnerrules.Source {
	return partnerrules.Source{
		Title:   "Benefits expiry (support content)",
		Edition: "2021-01-13", Seen: "2021-04", Basis: "P",
	}
}

func mergeSource() partnerrules.Source {
	return partnerrules.Source{
		Title:   "Merge Partner Center accounts",
		Edition: "2023-05-16", Seen: "2023-10", Basis: "P",
	}
}
