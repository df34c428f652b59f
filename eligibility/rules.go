package eligibility

import "github.com/partnerrules/partnerrules"

// Rules returns the rules of the package in the order of their IDs. The caller
// may modify the result.
func Rules() partnerrules.Rulebook {
	return partnerrules.Rulebook{
		{
			ID: "ELG-01", Title: "Verified account", Decides: true, Basis: "S; Challenged P 2023, Q",
			Statement: "The account must be verified and approved. An account that Microsoft has challenged " +
				"is not, and has a reason and a remedy of its own.",
			Sources:    []partnerrules.Source{troubleshootSource("reasons"), verificationSource(), verificationAnswersSource()},
			AnsweredBy: []string{"eligibility.Evaluate"},
		},
		{
			ID: "ELG-02", Title: "Open renewal window", Decides: true, Basis: "S",
			Statement:  "The renewal window must be open if there is a membership to wait for (ELG-09).",
			Sources:    []partnerrules.Source{troubleshootSource("reasons")},
			AnsweredBy: []string{"eligibility.Evaluate"},
		},
		{
			ID: "ELG-03", Title: "Qualified area", Decides: true, Basis: "S; per area D",
			Statement: "A Solutions Partner offer requires that its area is qualified (ELG-25), whether the " +
				"area is held or not. A legacy offer requires that no area is qualified, and that the company " +
				"has never attained a designation.",
			Readings: []string{
				"The button of a held area that is not qualified is disabled. If another held area is " +
					"known to be qualified, a note says that the membership can still be renewed through it. " +
					"In the renewal window the area asked about is then named as lost.",
				"On the button of a qualified held area, the held areas that are known to be unqualified " +
					"are named as lost in the window. An area of unknown qualification is never named.",
				"The help page says that a company can no longer buy legacy benefits after it attains a " +
					"designation, and gives no end. The page of 2023 speaks only of an active designation. " +
					"The help page is followed: a lapsed designation still bars legacy offers.",
				"The remedy for a legacy offer mentions the choice of ELG-07 only if ELG-04 is known to be " +
					"met and the offer is still sold.",
			},
			Sources: []partnerrules.Source{
				troubleshootSource("reasons, Solutions Partner"),
				troubleshootSource("reasons, Legacy Gold / Legacy Silver"),
				legacySource(),
			},
			AnsweredBy: []string{"eligibility.Evaluate", "eligibility.Decision.Remedy"},
		},
		{
			ID: "ELG-04", Title: "Status in 2022", Decides: true, Basis: "S, D",
			Statement: "Legacy Gold requires Gold status on 2022-09-30, and Legacy Silver requires Silver " +
				"status on that day.",
			Sources:    []partnerrules.Source{troubleshootSource("reasons, Legacy Gold / Legacy Silver")},
			AnsweredBy: []string{"eligibility.Evaluate"},
		},
		{
			ID: "ELG-05", Title: "Billing profile", Decides: true, Basis: "S",
			Statement: "A billing profile must be linked to the tenant, or set up on it. A profile that is " +
				"not up to date does not count.",
			Sources:    []partnerrules.Source{troubleshootSource("reasons")},
			AnsweredBy: []string{"eligibility.Evaluate"},
		},
		{
			ID: "ELG-06", Title: "Verification states", Decides: true, Basis: "P 2021-23; Q 2025-26; form D",
			Statement: "A verification is Pending, In progress, Authorized (in 2023: Accepted), Rejected " +
				"(also: Declined) or Challenged. Only Authorized meets ELG-01. Any other text is rejected.",
			Readings: []string{
				"In progress, Declined and Challenged are known only from answers of 2025-26.",
				"Names are read in upper and lower case, with a space, a hyphen or nothing between the " +
					"words of In progress. The parser also reads \"unknown\".",
				"Active and Pending qualification are rejected: they are states of the enrollment in the " +
					"program.",
				"Known and not implemented: an account is suspended after 30 days in the state Rejected. " +
					"No requirement of a checklist follows from that.",
			},
			Sources:    []partnerrules.Source{verificationSource(), verificationAnswersSource()},
			AnsweredBy: []string{"eligibility.Verification.UnmarshalText"},
		},
		{
			ID: "ELG-07", Title: "Choice of benefits", Decides: true, Basis: "S, D",
			Statement: "A company that meets the Solutions Partner requirements chooses between Solutions " +
				"Partner benefits and the legacy benefits of its status in 2022.",
			Readings: []string{
				"The choice depends on the requirements, the status in 2022 and the end of legacy " +
					"offers. It does not depend on the other rows.",
				"Gold and Silver are distinguished.",
				"An area that is not qualified offers no choice, even if the membership can be renewed " +
					"through another area (ELG-03).",
			},
			Sources:    []partnerrules.Source{troubleshootSource("reasons, Legacy Gold / Legacy Silver")},
			AnsweredBy: []string{"eligibility.Evaluate"},
		},
		{
			ID: "ELG-08", Title: "One Action Pack", Decides: true, Basis: "S; either kind P",
			Statement: "The Microsoft Action Pack cannot be bought while an Action Pack of either kind is " +
				"active and that pack's own renewal window is closed.",
			Readings: []string{
				"The FAQ rules out the purchase whenever an Action Pack is active. That it is possible in the " +
					"window of that pack is derived.",
				"The row names the day on which it stops blocking the purchase. That is the day on " +
					"which the window of the last active pack opens.",
			},
			Sources:    []partnerrules.Source{benefitsFAQSource("Membership"), actionPackSource()},
			AnsweredBy: []string{"eligibility.Evaluate"},
		},
		{
			ID: "ELG-09", Title: "Membership to wait for", Decides: true, Basis: "S, D",
			Statement: "For a designation or legacy offer, the window belongs to the company's one " +
				"designation or legacy membership. For a pack, it belongs to the same pack. Without " +
				"an active membership there is no window to wait for. A membership lapses after its " +
				"window. The button says Renew in the window of the very offer that is held, and " +
				"otherwise Buy.",
			Readings: []string{
				"For legacy offers the help page asks for an open window. Without an active membership a " +
					"company has no window, and the row is met.",
				"Facts are read one by one: an anniversary date beside \"no membership\" is ignored.",
				"Before the window the label is Buy even for the offer that is held, because the " +
					"button says Renew only within the window.",
			},
			Sources:    []partnerrules.Source{troubleshootSource("reasons"), benefitsFAQSource("Membership")},
			AnsweredBy: []string{"eligibility.Evaluate"},
		},
		{
			ID: "ELG-10", Title: "Business information", Basis: "S, D",
			Statement: "Before a renewal the account admin must review and update the business information " +
				"of the company. Microsoft may ask for documents.",
			Readings: []string{
				"The note comes with every decision about an offer that would renew or replace an active " +
					"membership, before the window and in it. It also comes if the anniversary date is unknown.",
			},
			Sources:    []partnerrules.Source{benefitsFAQSource("Membership")},
			AnsweredBy: []string{"eligibility.Decision.Notes"},
		},
		{
			ID: "ELG-11", Title: "Legacy membership in 2022", Decides: true, Basis: "S, P, D",
			Statement: "A Gold or Silver membership was held on 2022-09-30 if it was active on that day. Its " +
				"renewal window does not count.",
			Readings: []string{
				"The sources differ. The help page asks for the status on the day. The benefits FAQ says " +
					"before the day, and also on it. On the day is taken.",
			},
			Sources: []partnerrules.Source{
				troubleshootSource("reasons, Legacy Gold / Legacy Silver"),
				benefitsFAQSource("Membership"),
				legacySource(),
			},
			AnsweredBy: []string{"eligibility.HeldLegacyStatus"},
		},
		{
			ID: "ELG-12", Title: "Change of package", Decides: true, Basis: "S; the window D",
			Statement: "The benefits package can be changed only together with a renewal, within the renewal " +
				"window. It then holds until the next anniversary date.",
			Readings: []string{
				"The benefits FAQ allows a change only on the anniversary. On the anniversary date itself " +
					"no renewal is possible (CAL-05), so the window is taken.",
				"After the window the membership has lapsed. The reason is window-passed, with the rule " +
					"ELG-21.",
				"Packs have one package, so the question does not apply to them.",
				"A retired offer is not renewed, so its package cannot be changed either (ELG-13).",
			},
			Sources:    []partnerrules.Source{benefitsFAQSource("Membership")},
			AnsweredBy: []string{"eligibility.CheckPackageChange"},
		},
		{
			ID: "ELG-13", Title: "Retired offers", Decides: true, Basis: "P 2024-25",
			From: "2025-01-22", Seen: "2025-01-31",
			Statement: "Under the policy in force, Action Packs and legacy offers are no longer sold or " +
				"renewed from 2025-01-22 on.",
			Readings: []string{
				"The requirement \"still sold\" is a row of the legacy and Microsoft Action Pack " +
					"checklists under every policy. Under the baseline it is always met.",
				"The Learning Action Pack is an Action Pack too, so it is not renewed either. No checklist is " +
					"published for it (ELG-24).",
				"InForce sets the date of the switch for every day. A search that starts before " +
					"2025-01-22 (ELG-16) therefore knows of it.",
				"Known and not implemented: an announcement of 2025 lets a membership with the anniversary " +
					"date 2025-01-21 be renewed on that day. Its window opens a day later.",
			},
			Sources:    []partnerrules.Source{endOfSaleSource(), renewSource()},
			AnsweredBy: []string{"eligibility.Evaluate", "eligibility.InForce"},
		},
		{
			ID: "ELG-14", Title: "Partner capability score", Decides: true, Basis: "P 2023-26",
			Statement: "An area is qualified on a day with at least 70 of 100 points and more than zero " +
				"points in every metric. Points are exact to the hundredth and capped per metric.",
			Readings: []string{
				"Points are read without a sign or an exponent, up to 1,000,000.",
			},
			Sources:    []partnerrules.Source{scoreSource()},
			AnsweredBy: []string{"eligibility.Assess"},
		},
		{
			ID: "ELG-15", Title: "Verdict and missing facts", Decides: true, Basis: "D",
			Statement: "The button is enabled if all requirements are met. It is disabled if a requirement " +
				"is not met, even if other facts are unknown. Otherwise the verdict is undetermined " +
				"and names each fact that can decide alone.",
			Readings: []string{
				"Held areas without a designation are rejected, and so is a designation without areas. Known " +
					"held areas tell whether an unknown membership is a designation. Unknown held areas follow " +
					"the membership.",
				"No verdict depends on the held areas, so they are never named as missing.",
			},
			AnsweredBy: []string{"eligibility.Evaluate"},
		},
		{
			ID: "ELG-16", Title: "Next opening", Decides: true, Basis: "D",
			Statement: "The next opening is the first run of days on which the button is enabled, with its " +
				"label. It is undetermined if missing facts can change it.",
			Readings: []string{
				"Each day is judged with the facts unchanged. A company that is qualified today is " +
					"assumed to stay qualified, although the qualification window (ELG-25) moves on.",
			},
			AnsweredBy: []string{"eligibility.NextOpening"},
		},
		{
			ID: "ELG-17", Title: "One fee", Basis: "P",
			Statement: "One fee pays for all designations. All designations share the anniversary date of " +
				"the first.",
			Sources:    []partnerrules.Source{solutionsPartnerFAQSource()},
			AnsweredBy: []string{"eligibility.Decision.Notes"},
		},
		{
			ID: "ELG-18", Title: "Buying role", Decides: true, Basis: "S; other roles D",
			Statement: "Only the program's partner admin or the account admin can buy and renew. This is " +
				"noted beside the checklist and is not a row of it.",
			Readings: []string{
				"The help page names both roles at its head, and the benefits FAQ names the partner admin " +
					"alone. No page says that other roles cannot buy.",
			},
			Sources:    []partnerrules.Source{troubleshootSource(""), benefitsFAQSource("Membership")},
			AnsweredBy: []string{"eligibility.Role.MayBuy", "eligibility.Decision.Notes"},
		},
		{
			ID: "ELG-19", Title: "Offers", Decides: true, Basis: "S",
			Statement: "Each offer has its own button. One call evaluates all thirteen offers, each with its " +
				"own coverage.",
			Readings: []string{
				"Partner Launch Benefits, Partner Success Core Benefits and Partner Success Expanded " +
					"Benefits are known from 2024-07-16 on.",
			},
			Sources:    []partnerrules.Source{troubleshootSource("reasons"), listingSource()},
			AnsweredBy: []string{"eligibility.EvaluateAll"},
		},
		{
			ID: "ELG-20", Title: "Texts of a requirement", Basis: "S",
			Statement: "Each requirement has four texts: the question, the reason, what to do, and what to " +
				"read. The remedy for a legacy offer has two forms (ELG-03).",
			Sources: []partnerrules.Source{troubleshootSource("reasons")},
			AnsweredBy: []string{
				"eligibility.Reason.Question", "eligibility.Reason.Message", "eligibility.Decision.Remedy",
				"eligibility.Decision.See",
			},
		},
		{
			ID: "ELG-21", Title: "Keeping a designation", Decides: true, Basis: "S, D",
			Statement: "A designation is kept if its area is qualified (ELG-25) and the fee is paid in the " +
				"renewal window. An earlier payment is not possible. After the window the designation is " +
				"lost, and a payment is a new purchase.",
			Readings: []string{
				"Qualification is judged on the day of payment. A payment before the window is a no, with " +
					"the day on which the window opens.",
			},
			Sources:    []partnerrules.Source{benefitsFAQSource("Membership")},
			AnsweredBy: []string{"eligibility.CheckRetention"},
		},
		{
			ID: "ELG-22", Title: "Categories of metrics", Decides: true, Basis: "S; mapping P",
			Statement: "Each metric belongs to performance, skilling or customer success. An unmet metric " +
				"names its category.",
			Sources:    []partnerrules.Source{benefitsFAQSource("Membership"), scoreSource()},
			AnsweredBy: []string{"eligibility.CheckRenewal", "eligibility.Assessment.Unmet", "eligibility.Metric.Category"},
		},
		{
			ID: "ELG-24", Title: "Learning Action Pack", Decides: true, Basis: "S, P",
			Statement: "No checklist is published for the Learning Action Pack. Its button is never reported " +
				"as enabled or disabled.",
			Sources:    []partnerrules.Source{benefitsFAQSource("Membership"), actionPackSource()},
			AnsweredBy: []string{"eligibility.Evaluate"},
		},
		{
			ID: "ELG-25", Title: "Qualification window", Decides: true, Basis: "P 2023-24; renewal window Q 2026; D",
			From: "2026-05-11", Seen: "2026-08-28",
			Statement: "An area is qualified if it is qualified (ELG-14) on at least one day of a window, " +
				"through the day judged. The window of an area that is not held begins with the fifth " +
				"calendar month before the day judged. The window of a held area begins with the fifth " +
				"month before the anniversary date and ends with the month of that date. From 2026-05-11 on " +
				"it includes the renewal window.",
			Readings: []string{
				"The page of 2023-09 gives an example of five months to the day, from 2023-03-15 to " +
					"2023-08-15. The announcement of that month and the page of 2024 count calendar months, " +
					"which are taken.",
				"Before 2023-09-19 there is no window. The announcement names the days after the anniversary " +
					"date, and a page of 2022 the thirty days before it. The stated fact counts then.",
				"Held means held on the day judged. A lapsed designation holds no area.",
				"The change of 2026 is known only from quotations.",
			},
			Sources: []partnerrules.Source{
				windowSource(), scoreSource(), solutionsPartnerFAQSource(), scoreSource2026(),
			},
			AnsweredBy: []string{"eligibility.QualificationWindow"},
		},
		{
			ID: "ELG-26", Title: "State of a membership", Decides: true, Basis: "S, D",
			Statement: "A membership has not started before its purchase. It is running through its " +
				"anniversary date, is then in its renewal window, and has lapsed after it without a renewal. " +
				"On the day of a renewal it is running again.",
			Readings: []string{
				"Renewals after the day are ignored. A renewal on an unknown day counts from the day after " +
					"its window, and in that window the state is unknown.",
				"If only an anniversary date is known, the membership is running in the twelve months before " +
					"it, and its state is unknown before that.",
				"If the window opens some days after the anniversary date, the membership is running until " +
					"then.",
				"Under a policy that starts years on the day of payment, a renewal on an unknown day leaves " +
					"the state unknown from then on.",
			},
			Sources:    []partnerrules.Source{benefitsFAQSource("Membership")},
			AnsweredBy: []string{"eligibility.StandingOn"},
		},
		{
			ID: "ELG-27", Title: "Facts from memberships", Decides: true, Basis: "D; shared anniversary date P",
			Statement: "A list of memberships gives the facts about the membership, its anniversary date, the " +
				"held areas, an earlier designation and the packs. What is not on a complete list is not " +
				"held. If the list may be incomplete, only what it shows as active is known.",
			Readings: []string{
				"A membership is active if it is running or in its window.",
				"An active designation beside an active legacy membership is a designation.",
				"A membership without dates leaves unknown what it could settle, unless another one settles it. " +
					"Beside active Gold or Silver, a designation without dates leaves the membership unknown.",
				"Purchases of 2022 and before do not give the status of ELG-04.",
			},
			Sources:    []partnerrules.Source{solutionsPartnerFAQSource()},
			AnsweredBy: []string{"eligibility.FactsFrom"},
		},
		{
			ID: "ELG-28", Title: "Scores and stated qualification", Decides: true, Basis: "D",
			Statement: "A score that qualifies on a day of the qualification window (ELG-25) settles that the " +
				"area is qualified, and contradicts a stated no. Other scores settle nothing.",
			Readings: []string{
				"A score without a day is of the day judged. A score after that day is rejected.",
				"If it is unknown whether the area is held, the day must be in both possible windows.",
			},
			AnsweredBy: []string{"eligibility.Qualify"},
		},
		{
			ID: "ELG-29", Title: "Contradicting memberships", Decides: true, Basis: "D; one purchase per offer Q 2026",
			Statement: "Active designations must share one anniversary date. A designation that is active " +
				"beside a running legacy membership must share its date. Gold and Silver cannot both be " +
				"active. Two memberships for one offer cannot have days in common.",
			Readings: []string{
				"A designation that was added later shares the first one's anniversary date: give that date.",
				"Purchases after the day judged are ignored.",
			},
			Sources:    []partnerrules.Source{glanceSource()},
			AnsweredBy: []string{"eligibility.FactsFrom"},
		},
	}
}

func verificationAnswersSource() partnerrules.Source {
	return partnerrules.Source{
		Title:   "Answers on account verification states",
		Edition: "2025-26", Seen: "2026", Basis: "Q",
	}
}

func listingSource() partnerrules.Source {
	return partnerrules.Source{
		Title:   "First public listing of Partner Launch, Success Core and Success Expanded Benefits",
		Edition: "2024-07-16", Seen: "2024-07", Basis: "P",
	}
}

func windowSource() partnerrules.Source {
	return partnerrules.Source{
		Title: "Announcements, 2023-09", Section: "qualification window",
		Edition: "2023-09, from 2023-09-19", Seen: "2023-10", Basis: "P",
	}
}

func scoreSource2026() partnerrules.Source {
	return partnerrules.Source{
		Title:   "Partner capability score",
		Edition: "2026-05-11", Seen: "2026-08-28", Basis: "Q",
	}
}

func glanceSource() partnerrules.Source {
	return partnerrules.Source{
		Title:   "Benefits at a glance",
		Edition: "2026-03-16", Seen: "2026-03", Basis: "Q",
	}
}

func troubleshootSource(section string) partnerrules.Source {
	return partnerrules.Source{
		Title: "Troubleshoot membership purchase: Buy now or Renew button is disabled", Section: section,
		Edition: "mid-2024", Seen: "2024", Basis: "S",
	}
}

func verificationSource() partnerrules.Source {
	return partnerrules.Source{
		Title:   "Account verification responses",
		Edition: "2021-01-14; 2023-05-26", Seen: "2023-10", Basis: "P",
	}
}

func benefitsFAQSource(section string) partnerrules.Source {
	return partnerrules.Source{
		Title: "Microsoft AI Cloud Partner Program benefits FAQ", Section: section,
		Edition: "2023-09 to 2024", Seen: "2024", Basis: "S",
	}
}

func actionPackSource() partnerrules.Source {
	return partnerrules.Source{
		Title:   "Get a Microsoft Action Pack",
		Edition: "2023-09-13", Seen: "2023-10", Basis: "P",
	}
}

func legacySource() partnerrules.Source {
	return partnerrules.Source{
		Title:   "Silver and gold memberships",
		Edition: "2023-09-14", Seen: "2023-10", Basis: "P",
	}
}

func endOfSaleSource() partnerrules.Source {
	return partnerrules.Source{
		Title:   "Renew your membership offers: end of sale of Action Packs and legacy offers",
		Edition: "2025", Seen: "2025-01", Basis: "P",
	}
}

func renewSource() partnerrules.Source {
	return partnerrules.Source{
		Title:   "Renew your offers / Renew your membership offers",
		Edition: "2018-07-24; 2022-10-25; end of 2024", Seen: "2024-12", Basis: "P",
	}
}

func scoreSource() partnerrules.Source {
	return partnerrules.Source{
		Title:   "Partner capability score; the Solutions Partner pages of the six areas",
		Edition: "2023-09-06; 2024", Seen: "2024-11", Basis: "P",
	}
}

func solutionsPartnerFAQSource() partnerrules.Source {
	return partnerrules.Source{
		Title:   "Solutions Partner FAQ",
		Edition: "2022-09-07", Seen: "2023-10", Basis: "P",
	}
}
