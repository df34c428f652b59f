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
				"anniversary date, or the payment if a policy starts years on the day of payment.",
			Readings: []string{
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
			AnsweredBy: []string{"benefits.Timeline.PaidYear", "benefits.Timeline.PreviewRenewal"},
		},
		{
			ID: "BEN-03", Title: "Redeeming in time", Decides: true, Basis: "S, D",
			Statement: "A benefit can be redeemed for 13 months from the base of its year, last day " +
				"included, and only while there is access. A benefit that is still unredeemed after " +
				"that has expired.",
			Readings: []string{
				"The last day to redeem is the earliest of the activate-by date, the end of the 12 " +
					"months (BEN-09) and the last day of access. If they fall on one day, the first in " +
					"this order is reported.",
				"The activate-by date applies to on-premises software too.",
			},
			Sources:    []partnerrules.Source{benefitsFAQSource("When do my benefits expire")},
			AnsweredBy: []string{"benefits.Timeline.PaidYear", "benefits.Timeline.Term"},
		},
		{
			ID: "BEN-04", Title: "Azure credits", Decides: true, Basis: "S",
			Statement:  "Azure credits last 12 months from the day of unlocking.",
			Sources:    []partnerrules.Source{benefitsFAQSource("When do my benefits expire")},
			AnsweredBy: []string{"benefits.Timeline.Term", "benefits.Category.Rule"},
		},
		{
			ID: "BEN-05", Title: "Cloud services", Decides: true, Basis: "S, P 2025-26",
			Statement: "A cloud service lasts 12 months from the day on which its key was redeemed. Under a " +
				"policy with modernized redemption, it ends on the first anniversary date on or after " +
				"that day.",
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
			ID: "BEN-09", Title: "Expiry date", Decides: true, Basis: "P 2021-23, D",
			Statement: "An expiry date is the last day of use. A benefit is unlocked between the day on " +
				"which it was provided and the last day of access. If the day of unlocking is " +
				"missing, the expiry is unknown. A benefit whose term runs from unlocking cannot be " +
				"redeemed after its 12 months.",
			Readings: []string{
				"A benefit of any category is redeemed on or after its day of unlocking. If its " +
					"term runs from unlocking, it is redeemed within its 12 months. The day of " +
					"redeeming can therefore narrow down a missing day of unlocking, and so determine a " +
					"state.",
				"Without the day of unlocking, the expiry itself is known only if a single day is " +
					"left.",
				"A benefit that is known to be redeemed was unlocked on or before the last day to " +
					"redeem.",
			},
			Sources:    []partnerrules.Source{expirySource(), cloudServicesSource()},
			AnsweredBy: []string{"benefits.Timeline.Term"},
		},
		{
			ID: "BEN-10", Title: "State of a benefit", Decides: true, Basis: "S, D",
			Statement: "On a given day a benefit is not yet provided, available, in use, expired unredeemed, " +
				"expired, or lost with the membership. It is expired unredeemed if it was not redeemed " +
				"by its last day to redeem. It is expired if it was redeemed and its own term is over. " +
				"It is lost with the membership if it was redeemed and access ended before its term.",
			Readings: []string{
				"Between provision and unlocking a benefit is available.",
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
				"If only the day of unlocking is missing, activate-by is on the latest day that is " +
					"possible.",
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
			ID: "BEN-12", Title: "Change of package", Decides: true, Basis: "S",
			Statement:  "The package of benefits can be changed only together with a renewal (ELG-12).",
			Sources:    []partnerrules.Source{benefitsFAQSource("Membership")},
			AnsweredBy: []string{"benefits.Timeline.Anniversary"},
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
			Sources:    []partnerrules.Source{benefitsFAQSource("")},
			AnsweredBy: []string{"benefits.Licenses.Notes"},
		},
		{
			ID: "BEN-20", Title: "Splitting a token", Decides: true, Basis: "S",
			Statement: "A token is used as a whole: for the number of seats that it states, and for one " +
				"subscription.",
			Readings: []string{
				"At most 1,000,000,000 seats are accepted.",
			},
			Sources:    []partnerrules.Source{benefitsFAQSource("Product licenses")},
			AnsweredBy: []string{"benefits.CheckTokenUse"},
		},
		{
			ID: "BEN-21", Title: "Replacing a token", Decides: true, Basis: "S, D",
			Statement: "A token is replaced if its cloud services key was activated on the wrong tenant or " +
				"its seats were added by mistake. It is replaced once, within 30 days after its " +
				"activation. A replacement token is not replaced again.",
			Readings: []string{
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
			Sources:    []partnerrules.Source{benefitsFAQSource("Product licenses")},
			AnsweredBy: []string{"benefits.Product.NeedsActivation"},
		},
		{
			ID: "BEN-23", Title: "Multiple activation keys", Decides: true, Basis: "S, D",
			Statement: "A multiple activation key stops working when a limit on installations, activations " +
				"or seats is used up. If it has several limits, the first that is used up stops it. " +
				"No more are granted.",
			Readings: []string{
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
			},
			Sources:    []partnerrules.Source{cloudServicesSource()},
			AnsweredBy: []string{"benefits.CheckExtension"},
		},
		{
			ID: "BEN-30", Title: "Product licenses", Decides: true, Basis: "S, D",
			Statement: "Product licenses come with a Solutions Partner designation, legacy Gold or Silver, " +
				"and the Microsoft Action Pack. For other packs the answer is unknown.",
			Sources:    []partnerrules.Source{benefitsFAQSource("Product licenses")},
			AnsweredBy: []string{"benefits.IncludesLicenses", "benefits.Timeline.Licenses"},
		},
		{
			ID: "BEN-31", Title: "On-premises licenses", Decides: true, Basis: "S",
			Statement: "On-premises licenses are not perpetual. They may be used through the last day of " +
				"access.",
			Sources:    []partnerrules.Source{benefitsFAQSource("Product licenses")},
			AnsweredBy: []string{"benefits.Timeline.Licenses", "benefits.Timeline.Term"},
		},
		{
			ID: "BEN-32", Title: "License terms", Basis: "S",
			Statement: "Product licenses have no Software Assurance. Their terms of use differ from the " +
				"terms of commercial licenses and are stricter.",
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
