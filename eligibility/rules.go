package eligibility

import "github.com/partnerrules/partnerrules"

// Rules returns the rules of the package in the order of their IDs. The caller
// may modify the result.
func Rules() partnerrules.Rulebook {
	return partnerrules.Rulebook{
		{
			ID: "ELG-01", Title: "Verified account", Decides: true, Basis: "S",
			Statement:  "The account must be verified and approved.",
			Sources:    []partnerrules.Source{troubleshootSource("reasons")},
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
			Statement: "A Solutions Partner offer requires that its area is qualified. If the company " +
				"holds the designation for the area, one qualified held area is enough in its renewal " +
				"window. The unqualified held areas are then lost. A legacy offer requires that no area is qualified and that no " +
				"designation is active.",
			Readings: []string{
				"The held areas are the areas of the active designation. They are ignored if there " +
					"is no membership or the membership is of another kind.",
				"A held area is named as lost only if it is known to be unqualified.",
			},
			Sources: []partnerrules.Source{
				troubleshootSource("reasons, Solutions Partner"),
				troubleshootSource("reasons, Legacy Gold / Legacy Silver"),
			},
			AnsweredBy: []string{"eligibility.Evaluate"},
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
			Statement: "A billing profile must be linked to the tenant. A profile that is out of date does " +
				"not count.",
			Sources:    []partnerrules.Source{troubleshootSource("reasons")},
			AnsweredBy: []string{"eligibility.Evaluate"},
		},
		{
			ID: "ELG-06", Title: "Verification states", Decides: true, Basis: "P",
			Statement: "A verification is Pending, Authorized (formerly Accepted) or Rejected. Any other " +
				"text is rejected.",
			Readings: []string{
				"Besides the names that Partner Center shows, the parser reads the library's own " +
					"codes in lower case, and \"unknown\".",
			},
			Sources:    []partnerrules.Source{verificationSource()},
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
				"A held area that is kept through another area has the choice too.",
			},
			Sources:    []partnerrules.Source{troubleshootSource("reasons, Legacy Gold / Legacy Silver")},
			AnsweredBy: []string{"eligibility.Evaluate"},
		},
		{
			ID: "ELG-08", Title: "One Action Pack", Decides: true, Basis: "S; either kind P",
			Statement: "The Microsoft Action Pack cannot be bought while an Action Pack of either kind is " +
				"active and that pack's own renewal window is closed.",
			Readings: []string{
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
				"Facts are read one by one: an anniversary date beside \"no membership\" is ignored.",
				"Before the window the label is Buy even for the offer that is held, because the " +
					"button says Renew only within the window.",
			},
			Sources:    []partnerrules.Source{troubleshootSource("reasons"), benefitsFAQSource("Membership")},
			AnsweredBy: []string{"eligibility.Evaluate"},
		},
		{
			ID: "ELG-10", Title: "Business information", Basis: "S, D",
			Statement:  "Before each renewal the account admin reviews the company's business information.",
			Sources:    []partnerrules.Source{benefitsFAQSource("Membership")},
			AnsweredBy: []string{"eligibility.Decision.Notes"},
		},
		{
			ID: "ELG-11", Title: "Legacy membership in 2022", Decides: true, Basis: "S, P, D",
			Statement: "A Gold or Silver membership was held on 2022-09-30 if it was active on that day. Its " +
				"renewal window does not count.",
			Sources: []partnerrules.Source{
				troubleshootSource("reasons, Legacy Gold / Legacy Silver"),
				benefitsFAQSource("Membership"),
				legacySource(),
			},
			AnsweredBy: []string{"eligibility.HeldLegacyStatus"},
		},
		{
			ID: "ELG-12", Title: "Change of package", Decides: true, Basis: "S, D",
			Statement: "The benefits package can be changed only together with a renewal, within the renewal " +
				"window. It then holds until the next anniversary date.",
			Readings: []string{
				"After the window the membership has lapsed: a package cannot be changed and a " +
					"designation cannot be kept. The reason is window-passed, with the rule ELG-21.",
				"A payment before the window is an input error.",
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
				"InForce sets the date of the switch for every day. A search that starts before " +
					"2025-01-22 (ELG-16) therefore knows of it.",
			},
			Sources:    []partnerrules.Source{endOfSaleSource(), renewSource()},
			AnsweredBy: []string{"eligibility.Evaluate", "eligibility.InForce"},
		},
		{
			ID: "ELG-14", Title: "Partner capability score", Decides: true, Basis: "P 2023-26",
			Statement: "An area is qualified with at least 70 of 100 points and more than zero points in " +
				"every metric. Points are exact to the hundredth and capped per metric.",
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
			AnsweredBy: []string{"eligibility.Evaluate"},
		},
		{
			ID: "ELG-16", Title: "Next opening", Decides: true, Basis: "D",
			Statement: "The next opening is the first run of days on which the button is enabled, with its " +
				"label. It is undetermined if missing facts can change it.",
			Readings: []string{
				"Each day is judged with the facts unchanged. A company that is qualified today is " +
					"assumed to stay qualified.",
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
			ID: "ELG-18", Title: "Buying role", Decides: true, Basis: "S",
			Statement: "Only the program's partner admin or the account admin can buy and renew. This is " +
				"noted beside the checklist and is not a row of it.",
			Sources:    []partnerrules.Source{troubleshootSource(""), benefitsFAQSource("Membership")},
			AnsweredBy: []string{"eligibility.Role.MayBuy", "eligibility.Decision.Notes"},
		},
		{
			ID: "ELG-19", Title: "Offers", Decides: true, Basis: "S",
			Statement:  "Each offer has its own button. One call evaluates all thirteen offers.",
			Sources:    []partnerrules.Source{troubleshootSource("reasons")},
			AnsweredBy: []string{"eligibility.EvaluateAll"},
		},
		{
			ID: "ELG-20", Title: "Texts of a requirement", Basis: "S",
			Statement: "Each requirement has four texts: the question, the reason, what to do, and what to " +
				"read.",
			Sources: []partnerrules.Source{troubleshootSource("reasons")},
			AnsweredBy: []string{
				"eligibility.Reason.Question", "eligibility.Reason.Message", "eligibility.Reason.Remedy",
				"eligibility.Reason.See",
			},
		},
		{
			ID: "ELG-21", Title: "Keeping a designation", Decides: true, Basis: "S, D",
			Statement: "A designation is kept if its requirements are met on the day of payment and that day " +
				"is in the renewal window. If the payment is later, the designation is lost.",
			Readings: []string{
				"For payments outside the window, see ELG-12.",
			},
			Sources:    []partnerrules.Source{benefitsFAQSource("Membership")},
			AnsweredBy: []string{"eligibility.CheckRetention"},
		},
		{
			ID: "ELG-22", Title: "Categories of metrics", Decides: true, Basis: "S; mapping P",
			Statement: "Each metric belongs to performance, skilling or customer success. An unmet metric " +
				"names its category.",
			Sources:    []partnerrules.Source{benefitsFAQSource("Membership"), scoreSource()},
			AnsweredBy: []string{"eligibility.Assessment.Unmet", "eligibility.Metric.Category"},
		},
		{
			ID: "ELG-24", Title: "Learning Action Pack", Decides: true, Basis: "S, P",
			Statement: "No checklist is published for the Learning Action Pack. Its button is never reported " +
				"as enabled or disabled.",
			Sources:    []partnerrules.Source{benefitsFAQSource("Membership"), actionPackSource()},
			AnsweredBy: []string{"eligibility.Evaluate"},
		},
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
