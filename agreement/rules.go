package agreement

import "github.com/partnerrules/partnerrules"

// Rules returns the rules of the package in the order of their IDs. The caller
// may modify the result.
func Rules() partnerrules.Rulebook {
	return partnerrules.Rulebook{
		{
			ID: "AGR-01", Title: "Who may attest", Decides: true, Basis: "S, P",
			Statement: "Direct-bill partners and indirect providers may attest. For an indirect reseller, " +
				"its indirect provider attests.",
			Sources:    []partnerrules.Source{acceptanceSource("Partner attestation"), consentFAQSource()},
			AnsweredBy: []string{"agreement.Check", "agreement.MakePlan"},
		},
		{
			ID: "AGR-02", Title: "Role for attesting", Decides: true, Basis: "S",
			Statement:  "Attesting requires the role of Admin agent or Sales agent.",
			Sources:    []partnerrules.Source{acceptanceSource("Partner attestation")},
			AnsweredBy: []string{"agreement.Check", "agreement.Role.MayAttest"},
		},
		{
			ID: "AGR-03", Title: "Person who accepted", Decides: true, Basis: "S; visible D",
			Statement: "First name, last name and email of the person who accepted are required. A value in " +
				"which nothing is visible counts as missing. The phone is optional.",
			Readings: []string{
				"White space, control characters and format characters are not visible: the Unicode " +
					"categories Z, Cc and Cf. U+200B is a format character.",
			},
			Sources:    []partnerrules.Source{acceptanceSource("Attest for existing customers")},
			AnsweredBy: []string{"agreement.Check"},
		},
		{
			ID: "AGR-04", Title: "Email address", Decides: true, Basis: "A, P, D",
			Statement: "The email has the form of an address with one @ and at most 254 bytes. Before the @ " +
				"are at most 64 bytes of letters, digits and special characters. After it is a domain of two " +
				"labels or more, or an IPv4 address in brackets. An address of Microsoft or of the " +
				"partner is a warning.",
			Readings: []string{
				"A label has at most 63 bytes, and the last label is not a number. The pattern of " +
					"Microsoft's PowerShell module takes such a number, but no such domain can exist.",
				"The two warnings compare the whole domain without regard to case: " +
					"mail.microsoft.com is not an address of Microsoft. A malformed address gets no " +
					"warning.",
			},
			Sources:    []partnerrules.Source{moduleSource(), referenceSource(), announcementSource("2023-04-05")},
			AnsweredBy: []string{"agreement.ParseEmail", "agreement.Check"},
		},
		{
			ID: "AGR-05", Title: "Date of acceptance", Decides: true, Basis: "S",
			Statement: "The date of acceptance is required and must not be in the future.",
			Readings: []string{
				"Now may be a day alone. Then there is no warning about UTC-8, and an instant is " +
					"compared by its UTC day.",
				"More than nine fractional digits, an offset beyond 23:59 and a second 60 are " +
					"rejected.",
				"A date alone in a body is read, although it has not been seen there.",
			},
			Sources:    []partnerrules.Source{acceptanceSource("Attest for existing customers")},
			AnsweredBy: []string{"agreement.Check"},
		},
		{
			ID: "AGR-06", Title: "Dates and instants", Decides: true, Basis: "A, D",
			Statement: "Dates compare as instants. A time without a zone is in UTC. Against a date alone, " +
				"the UTC day is compared. A day that has not begun in UTC-8 is a warning, because the " +
				"service has rejected such dates (600002).",
			Readings: []string{
				"A date that was read from a body and never edited is encoded as it was read. A " +
					"date alone that the caller made is written as midnight in UTC. Timestamp.UTC " +
					"converts any timestamp into the documented form.",
				"For dates without a time, see AGR-05.",
			},
			Sources:    []partnerrules.Source{errorCodesSource(), referenceSource(), moduleIssueSource()},
			AnsweredBy: []string{"agreement.Check", "agreement.ParseTimestamp", "agreement.ExplainError"},
		},
		{
			ID: "AGR-07", Title: "Date at the order prompt", Decides: true, Basis: "S, D",
			Statement: "At the prompt of an order the current date must be entered. The current date is the " +
				"date in UTC or in UTC-8. A past date is a warning.",
			Readings: []string{
				"The day as written is compared.",
				"If now is a day alone, the day before it gets no warning, because it may be " +
					"current in UTC-8.",
				"If now is missing, there is only the finding of AGR-05.",
			},
			Sources:    []partnerrules.Source{acceptanceSource("Confirm that the customer has accepted the agreement")},
			AnsweredBy: []string{"agreement.Check"},
		},
		{
			ID: "AGR-08", Title: "Earliest date", Decides: true, Basis: "A, D",
			Statement: "A placeholder date (INP-04) is not set. For the Customer Agreement a UTC day before " +
				"2019-10-01 is a warning.",
			Readings: []string{
				"The UTC day of the instant decides whether it is a placeholder. It does not depend on " +
					"the zone as written.",
			},
			Sources:    []partnerrules.Source{referenceSource()},
			AnsweredBy: []string{"agreement.Check", "agreement.Timestamp.IsSet"},
		},
		{
			ID: "AGR-10", Title: "Template and type", Decides: true, Basis: "A",
			Statement: "Template and type must agree. The Cloud Agreement is retired from 2020-02-01 on. An " +
				"empty type is taken from the template. Unknown values are preserved, with a warning.",
			Readings: []string{
				"A mismatch is a fault of the type. Retirement is a fault of the template if the " +
					"template names the retired agreement, and otherwise a fault of the type.",
				"Types are compared with regard to case.",
				"An attestation without a type is written with the type of its template, because " +
					"the API requires one.",
				"A null member is treated as an absent member. Null as an item of a list is " +
					"rejected. For the text of a body, see INP-02 " +
					"and INP-03.",
			},
			Sources: []partnerrules.Source{referenceSource()},
			AnsweredBy: []string{
				"agreement.Check", "agreement.TemplateID.Type",
				"agreement.DecodeAttestation", "agreement.DecodeMetadata",
			},
		},
		{
			ID: "AGR-11", Title: "Duplicate attestation", Decides: true, Basis: "A",
			Statement: "A second attestation with the same contact and type is rejected as a duplicate " +
				"(600061), whatever its date.",
			Readings: []string{
				"A duplicate is a fault of the attestation as a whole and comes after the faults of " +
					"the fields.",
				"If either type is empty and its template is unknown, it is unknown whether the " +
					"attestation is a duplicate.",
				"Without the stored attestations it is unknown whether the attestation is a " +
					"duplicate, so the verdict is undetermined unless there is an error. An empty list " +
					"means that there are no attestations.",
			},
			Sources:    []partnerrules.Source{errorCodesSource(), referenceSource()},
			AnsweredBy: []string{"agreement.Check", "agreement.DecodeError", "agreement.ExplainError"},
		},
		{
			ID: "AGR-12", Title: "Attestation that counts", Decides: true, Basis: "A",
			Statement: "Of several attestations of a type, the one with the latest date counts. Undated " +
				"attestations come last, and so do placeholder dates (INP-04). Of equal dates, the later attestation in the list counts.",
			Sources:    []partnerrules.Source{referenceSource()},
			AnsweredBy: []string{"agreement.LatestIndex"},
		},
		{
			ID: "AGR-13", Title: "Acceptance by either route", Decides: true, Basis: "S, A, D",
			Statement: "A customer has accepted if its partner has attested it or it has accepted directly. " +
				"It has not accepted if both are known to be missing. Otherwise the answer is " +
				"unknown.",
			Readings: []string{
				"Only attestations of the Customer Agreement count. If a list has no such " +
					"attestation, but one of an unknown type, the answer is unknown. It is also unknown " +
					"if the list is not given (nil) or missing in the body, as in the body of an error.",
			},
			Sources: []partnerrules.Source{
				acceptanceSource("Partner attestation"),
				acceptanceSource("Direct customer acceptance"),
				referenceSource(),
			},
			AnsweredBy: []string{"agreement.CheckAcceptance"},
		},
		{
			ID: "AGR-14", Title: "Attesting a new customer", Decides: true, Basis: "S",
			Statement: "A new customer is attested while it is created. The form asks for company " +
				"information, primary contact, the box, the date and the review. A step that is left " +
				"out is an error. The contact must be the person who accepted.",
			Readings: []string{
				"In a report, the findings of the form come after the channel, in the order of the " +
					"form's steps. Only the flow of a new customer requires the form.",
			},
			Sources:    []partnerrules.Source{acceptanceSource("Attest for new customers")},
			AnsweredBy: []string{"agreement.Check", "agreement.Route.Steps"},
		},
		{
			ID: "AGR-15", Title: "Attesting an existing customer", Basis: "S",
			Statement:  "An existing customer is attested on its account page.",
			Sources:    []partnerrules.Source{acceptanceSource("Attest for existing customers")},
			AnsweredBy: []string{"agreement.Route.Steps"},
		},
		{
			ID: "AGR-16", Title: "Prompt of an order", Decides: true, Basis: "S",
			Statement: "An order for an existing customer that was not attested prompts for the contact and " +
				"the current date, and continues after it.",
			Readings: []string{
				"An order for a new customer has no prompt. The plan is to attest the customer " +
					"while it is created.",
			},
			Sources:    []partnerrules.Source{acceptanceSource("Confirm that the customer has accepted the agreement")},
			AnsweredBy: []string{"agreement.MakePlan", "agreement.Check"},
		},
		{
			ID: "AGR-17", Title: "Status on the account page", Decides: true, Basis: "S, D",
			Statement: "On the account page, Provided and Not provided are the status of the direct route. " +
				"Any other text is unknown.",
			Sources:    []partnerrules.Source{acceptanceSource("Direct customer acceptance")},
			AnsweredBy: []string{"agreement.ParseDirectStatus"},
		},
		{
			ID: "AGR-18", Title: "Status from the API", Decides: true, Basis: "S, A",
			Statement: "In the API, the list of attestations is the partner's route. The member isSigned is " +
				"the direct route, and denies only this route. The error 600009 on the list means " +
				"that there are no attestations.",
			Readings: []string{
				"For lists of unknown or missing content, see AGR-13.",
				"The error codes 1002 and 2000 have published bodies. They are explained for every " +
					"known call, in addition to the codes that the rules name.",
				"The number of items is not compared with totalCount.",
				"An error body without a known member is rejected, so that it does not look like an " +
					"empty body (INP-09).",
				"For the form of a body, see AGR-10.",
			},
			Sources: []partnerrules.Source{acceptanceSource(""), referenceSource(), errorCodesSource()},
			AnsweredBy: []string{
				"agreement.ConsentFrom", "agreement.DecodeAttestations", "agreement.DecodeDirectStatus",
				"agreement.ExplainError",
			},
		},
		{
			ID: "AGR-20", Title: "Notice to the customer", Decides: true, Basis: "S",
			Statement: "Within thirty minutes of the attestation, Microsoft emails the customer's primary " +
				"contact. This holds for new and existing customers.",
			Readings: []string{
				"The last instant is unknown if the instant of the attestation is unknown.",
			},
			Sources:    []partnerrules.Source{acceptanceSource("Customer notification of partner attestation")},
			AnsweredBy: []string{"agreement.NoticeFor"},
		},
		{
			ID: "AGR-21", Title: "Notice after an invitation", Decides: true, Basis: "S, D",
			Statement: "Microsoft does not notify customers of an invitation or a direct acceptance. It does " +
				"notify them of an attestation that follows an invitation. Under an optional policy, " +
				"invited customers are never notified.",
			Sources:    []partnerrules.Source{acceptanceSource("Customer notification of partner attestation")},
			AnsweredBy: []string{"agreement.NoticeFor"},
		},
		{
			ID: "AGR-22", Title: "First day of notices", Decides: true, Basis: "P 2023",
			From: "2023-04-15", Seen: "2024-12-31",
			Statement: "Under the policy in force, Microsoft notifies customers of attestations from " +
				"2023-04-15 on.",
			Readings: []string{
				"The zero Date, as in the baseline, means that all attestations are notified.",
			},
			Sources:    []partnerrules.Source{announcementSource("2023-04-05")},
			AnsweredBy: []string{"agreement.NoticeFor", "agreement.InForce"},
		},
		{
			ID: "AGR-24", Title: "Questions about the notice", Basis: "S",
			Statement:  "The notice refers questions to the partner of record, who should be ready to answer.",
			Sources:    []partnerrules.Source{acceptanceSource("Customer notification of partner attestation")},
			AnsweredBy: []string{"agreement.Notice.Notes"},
		},
		{
			ID: "AGR-30", Title: "Invitations", Decides: true, Basis: "S",
			Statement: "There are three invitations. A new customer gets the common address and its " +
				"credentials, and must have been created with the choice that it will be asked to " +
				"accept. A relationship request keeps its generated address and includes the " +
				"credentials. An existing customer gets the common address.",
			Readings: []string{
				"The address is compared as a whole. It must be given separately from the text.",
				"In a relationship request the common address is wrong even if the generated one is " +
					"unknown.",
			},
			Sources:    []partnerrules.Source{acceptanceSource("Direct customer acceptance")},
			AnsweredBy: []string{"agreement.CheckInvitation", "agreement.MakePlan"},
		},
		{
			ID: "AGR-31", Title: "Direct acceptance", Decides: true, Basis: "S",
			Statement: "Direct acceptance may be unavailable to an existing customer that bought offers, " +
				"software, reserved instances or an Azure plan through an existing relationship. " +
				"Otherwise there is no known obstacle, or the answer is unknown.",
			Sources:    []partnerrules.Source{acceptanceSource("Direct customer acceptance")},
			AnsweredBy: []string{"agreement.CheckDirectAcceptance"},
		},
		{
			ID: "AGR-32", Title: "Message to such customers", Basis: "S",
			Statement:  "On a new purchase, a customer as in AGR-31 may see a message to contact its partner.",
			Sources:    []partnerrules.Source{acceptanceSource("Troubleshoot customer acceptance")},
			AnsweredBy: []string{"agreement.DirectAnswer.Notes"},
		},
		{
			ID: "AGR-35", Title: "Steps of the customer", Basis: "S",
			Statement: "The customer opens the address, signs in and selects the box. Only the address of a " +
				"relationship request accepts the relationship too.",
			Sources:    []partnerrules.Source{acceptanceSource("Direct customer acceptance")},
			AnsweredBy: []string{"agreement.Route.CustomerSteps"},
		},
		{
			ID: "AGR-40", Title: "New customer blocked", Decides: true, Basis: "S",
			Statement: "A new customer without an acceptance is blocked from buying.",
			Readings: []string{
				"Under AGR-45 a new customer stays blocked.",
				"If it is unknown whether AGR-45 applies, an existing customer's order still waits. " +
					"The reason is not-accepted, which does not mention a prompt.",
			},
			Sources:    []partnerrules.Source{acceptanceSource("Direct customer acceptance")},
			AnsweredBy: []string{"agreement.CheckOrder"},
		},
		{
			ID: "AGR-41", Title: "Orders that are purchases", Decides: true, Basis: "S, P",
			Statement: "An automatic renewal is not a purchase and is always allowed. Manual renewals and " +
				"changes of seats are purchases. A policy can exempt either.",
			Sources: []partnerrules.Source{
				acceptanceSource("Troubleshoot customer acceptance"),
				announcementSource("2020-02"),
			},
			AnsweredBy: []string{"agreement.CheckOrder"},
		},
		{
			ID: "AGR-42", Title: "Order waits for acceptance", Decides: true, Basis: "S, A",
			Statement: "The order of an existing customer without an acceptance waits for the attestation. " +
				"With an acceptance it is allowed. If the acceptance is missing, the service rejects " +
				"the order with the error 13605.",
			Readings: []string{
				"For orders under AGR-45, see AGR-40.",
			},
			Sources: []partnerrules.Source{
				acceptanceSource("Confirm that the customer has accepted the agreement"),
				errorCodesSource(),
				referenceSource(),
			},
			AnsweredBy: []string{"agreement.CheckOrder", "agreement.ExplainError"},
		},
		{
			ID: "AGR-43", Title: "Other partners", Decides: true, Basis: "P",
			Statement: "An attestation by another partner does not count. Direct acceptance counts for all " +
				"partners.",
			Sources:    []partnerrules.Source{consentFAQSource()},
			AnsweredBy: []string{"agreement.CheckOrder", "agreement.CheckAcceptance"},
		},
		{
			ID: "AGR-44", Title: "Becoming a reseller", Decides: true, Basis: "P 2021",
			Statement: "A direct-bill partner that becomes an indirect reseller does not keep its " +
				"attestations. Its provider attests again. Direct acceptance is kept.",
			Readings: []string{
				"The facts distinguish attestations by the partner itself, by its provider and by " +
					"others. The current type of the partner decides which of them count.",
			},
			Sources:    []partnerrules.Source{transitionSource()},
			AnsweredBy: []string{"agreement.CheckOrder", "agreement.CheckAcceptance"},
		},
		{
			ID: "AGR-45", Title: "End of old attestations", Decides: true, Basis: "P 2025",
			From: "2026-01-05", Seen: "2026-01-31",
			Statement: "Under the policy in force, acceptances dated before 2023-04-01 no longer count for " +
				"purchases from 2026-01-05 on. From that day, attesting through the portal and the " +
				"old API is closed. Direct acceptance and the enhanced API remain.",
			Readings: []string{
				"An acceptance without a date is unknown if it is an attestation, and counts if it " +
					"is direct.",
				"If no channel is given, a flow of Partner Center is assumed to go through the portal.",
				"The cut-off applies to purchases. It does not affect whether the customer has " +
					"accepted.",
				"A cut-off date without a first day, or after that day, is an input error.",
			},
			Sources:    []partnerrules.Source{enhancedSource()},
			AnsweredBy: []string{"agreement.CheckOrder", "agreement.Check", "agreement.MakePlan", "agreement.InForce"},
		},
		{
			ID: "AGR-46", Title: "Public cloud only", Decides: true, Basis: "P",
			Statement: "The rules apply in the public cloud only. In a sovereign cloud every answer is \"not " +
				"applicable\". A cloud that is not given is assumed to be the public cloud.",
			Sources: []partnerrules.Source{announcementSource("2020-02")},
			AnsweredBy: []string{
				"agreement.Check", "agreement.CheckOrder", "agreement.CheckAcceptance", "agreement.CheckDirectAcceptance",
				"agreement.CheckInvitation", "agreement.NoticeFor", "agreement.MakePlan",
			},
		},
	}
}

func acceptanceSource(section string) partnerrules.Source {
	return partnerrules.Source{
		Title: "Confirm that a customer has accepted the Microsoft Customer Agreement", Section: section,
		Edition: "after 2023-10", Seen: "2024", Basis: "S",
	}
}

func consentFAQSource() partnerrules.Source {
	return partnerrules.Source{
		Title:   "Customer consent FAQ",
		Edition: "2019-03-15", Seen: "2021", Basis: "P",
	}
}

func moduleSource() partnerrules.Source {
	return partnerrules.Source{
		Title:   "Partner Center PowerShell module: pattern of email addresses",
		Edition: "2020", Seen: "2020", Basis: "A",
	}
}

func referenceSource() partnerrules.Source {
	return partnerrules.Source{
		Title:   "Partner Center REST: agreements, agreement metadata, direct signed status",
		Edition: "2020-02-12; 2023-07-28", Seen: "2023-10", Basis: "A",
	}
}

func announcementSource(section string) partnerrules.Source {
	return partnerrules.Source{
		Title: "Announcements on the customer agreement", Section: section,
		Edition: "2020-02; 2020-11; 2023-04-05", Seen: "2023-04", Basis: "P",
	}
}

func errorCodesSource() partnerrules.Source {
	return partnerrules.Source{
		Title:   "Partner Center REST error codes",
		Edition: "2023-06-15", Seen: "2023-10", Basis: "P",
	}
}

func moduleIssueSource() partnerrules.Source {
	return partnerrules.Source{
		Title:   "microsoft/Partner-Center-PowerShell issue 26 (date of agreement)",
		Edition: "2018-10-10", Seen: "2018-10", Basis: "A",
	}
}

func transitionSource() partnerrules.Source {
	return partnerrules.Source{
		Title:   "Transition from direct-bill to indirect",
		Edition: "2021-10-07", Seen: "2023-10", Basis: "P",
	}
}

func enhancedSource() partnerrules.Source {
	return partnerrules.Source{
		Title:   "Customer agreement: enhanced attestation, end of the old routes",
		Edition: "2025-04 to 2026", Seen: "2026-01", Basis: "P",
	}
}
