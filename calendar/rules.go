package calendar

import "github.com/partnerrules/partnerrules"

// Rules returns the rules of the package in the order of their IDs. The caller
// may modify the result.
func Rules() partnerrules.Rulebook {
	return partnerrules.Rulebook{
		{
			ID: "CAL-01", Title: "Civil dates", Decides: true, Basis: "P, D",
			Statement: "Dates are civil dates from 0001-01-01 to 9999-12-31. The zero Date stands for a " +
				"missing date. An operation on the zero Date, or one that leaves the range, returns " +
				"the zero Date. A date is taken from an instant only in a location that the caller " +
				"names. A period may have an open end, and then its length is unknown.",
			Readings: []string{
				"The weekday of the zero Date is -1, which is an invalid weekday.",
			},
			AnsweredBy: []string{
				"calendar.ParseDate", "calendar.NewDate", "calendar.DateIn", "calendar.Date.AddDays",
				"calendar.Date.DaysSince", "calendar.Date.Compare", "calendar.Min", "calendar.Max",
				"calendar.ParsePeriod",
			},
		},
		{
			ID: "CAL-02", Title: "Adding months and years", Decides: true, Basis: "D",
			Statement: "Adding months or years keeps the day of the month, or takes the last day of a " +
				"shorter month.",
			AnsweredBy: []string{"calendar.Date.AddMonths", "calendar.Date.AddYears"},
		},
		{
			ID: "CAL-03", Title: "Later anniversaries", Decides: true, Basis: "D",
			Statement:  "Anniversary N is counted from the first date, never from the previous anniversary.",
			AnsweredBy: []string{"calendar.Date.AddYears"},
		},
		{
			ID: "CAL-04", Title: "Anniversary date", Decides: true, Basis: "S; last day P, D",
			Statement: "The anniversary date is one calendar year after the purchase date. It is the last " +
				"day of the paid year.",
			Sources:    []partnerrules.Source{benefitsFAQSource("Membership"), renewSource()},
			AnsweredBy: []string{"calendar.AnniversaryDate"},
		},
		{
			ID: "CAL-05", Title: "Renewal window", Decides: true, Basis: "S, P 2018-24",
			Statement: "The renewal window is the thirty days after the anniversary date. A policy can open " +
				"it on the anniversary date itself, which makes it 31 days long.",
			Readings: []string{
				"Sources contradict each other. The benefits FAQ of 2018 to 2026 opens the window on " +
					"the day after the anniversary date. The Action Pack page of 2023 and the renewal " +
					"article of the end of 2024 open it on the anniversary date itself. The FAQ is " +
					"followed, because only it has examples with dates.",
				"A window that would end after 9999-12-31 is the zero Period. Package eligibility " +
					"counts days from the anniversary date, so it still knows whether such a window is " +
					"open.",
			},
			Sources: []partnerrules.Source{
				benefitsFAQSource("Membership"),
				renewSource(),
				membershipCenterSource(),
				actionPackSource(),
			},
			AnsweredBy: []string{"calendar.RenewalWindow"},
		},
		{
			ID: "CAL-06", Title: "Last day of access", Decides: true, Basis: "S, D",
			Statement: "If the membership is not renewed, its benefits last through the last day of the " +
				"renewal window.",
			Readings: []string{
				"The help page also states that access ends with the membership, one year after its " +
					"start. Its sentence on the renewal window is followed.",
				"For a window beyond 9999-12-31, see CAL-05.",
			},
			Sources:    []partnerrules.Source{benefitsFAQSource("Membership")},
			AnsweredBy: []string{"calendar.LastAccess"},
		},
		{
			ID: "CAL-07", Title: "Anniversary after renewals", Decides: true, Basis: "P 2018-22, D",
			Statement: "After the k-th renewal the anniversary date is anniversary k+1 of the purchase, or " +
				"anniversary k of a known anniversary date. A policy can start the new year on the " +
				"day of payment instead. A record of a renewal before its window is rejected.",
			Readings: []string{
				"A record of a renewal after its window is rejected too. It is a purchase with a " +
					"start of its own (ELG-21).",
				"The question whether a renewal is allowed on such a day has the answer no (ELG-21, " +
					"BEN-02).",
				"The source prints a year as 365 days. A calendar year is meant (CAL-04).",
				"A renewal on an unknown day counts. If a policy starts years on the day of " +
					"payment, such a renewal leaves the anniversary date unknown until a later payment " +
					"is known.",
			},
			Sources:    []partnerrules.Source{renewSource()},
			AnsweredBy: []string{"calendar.AnniversaryDate", "calendar.AnniversaryAfter"},
		},
		{
			ID: "CAL-08", Title: "Renewal notices", Decides: true, Basis: "S; the two days P 2018-21; left out D",
			Statement: "Notices go out fifteen days before the anniversary date and 23 days after it. The " +
				"second notice is left out if the membership was renewed by then.",
			Readings: []string{
				"The help page states who gets notices and until when: the partner admins of the " +
					"program, through the thirtieth day after the anniversary date. It has no first day. " +
					"Only the two days of the renewal article are known.",
				"A renewal on the day of the second notice suppresses it.",
			},
			Sources:    []partnerrules.Source{benefitsFAQSource("Membership"), renewSource()},
			AnsweredBy: []string{"calendar.RenewalNotices"},
		},
		{
			ID: "CAL-09", Title: "Business days", Decides: true, Basis: "D",
			Statement: "Business days are Monday to Friday without the holidays that the caller supplies. " +
				"The caller can also choose the weekend. Day n is the n-th business day after the " +
				"event, and day 0 is the day of the event. A negative n counts back.",
			Readings: []string{
				"Count(a, b) is the number of business days after a, through b. Count(b, a) is its " +
					"negative.",
				"A week without business days, and a holiday that is the zero Date, are invalid.",
			},
			AnsweredBy: []string{
				"calendar.NewBusinessCalendar", "calendar.BusinessCalendar.Add",
				"calendar.BusinessCalendar.Next", "calendar.BusinessCalendar.Count",
			},
		},
		{
			ID: "CAL-10", Title: "Dates in databases", Basis: "D",
			Statement:  "A database value is read as INP-07 states.",
			AnsweredBy: []string{"calendar.Date.Scan"},
		},
		{
			ID: "CAL-11", Title: "Placeholders for dates", Basis: "D",
			Statement: "Placeholder dates in the files of a service are read as INP-04 states. A Date itself " +
				"can be any of these days.",
			AnsweredBy: []string{"calendar.ParseDate"},
		},
	}
}

func benefitsFAQSource(section string) partnerrules.Source {
	return partnerrules.Source{
		Title: "Microsoft AI Cloud Partner Program benefits FAQ", Section: section,
		Edition: "2023-09 to 2024", Seen: "2024", Basis: "S",
	}
}

func renewSource() partnerrules.Source {
	return partnerrules.Source{
		Title:   "Renew your offers / Renew your membership offers",
		Edition: "2018-07-24; 2022-10-25; end of 2024", Seen: "2024-12", Basis: "P",
	}
}

func membershipCenterSource() partnerrules.Source {
	return partnerrules.Source{
		Title:   "Partner Membership Center to Partner Center: renewal window (KB4295568)",
		Edition: "2020-09-11", Seen: "2020-09", Basis: "P",
	}
}

func actionPackSource() partnerrules.Source {
	return partnerrules.Source{
		Title:   "Get a Microsoft Action Pack",
		Edition: "2023-09-13", Seen: "2023-10", Basis: "P",
	}
}
