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
			Statement: "Attesting requires the role of Admin agent or Sales agent. The enhanced API does not ask for a " +
				"role (AGR-48).",
			Sources:    []partnerrules.Source{acceptanceSource("Partner attestation")},
			AnsweredBy: []string{"agreement.Check", "agreement.Role.MayAttest", "agreement.MakePlan"},
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
			Statement: "Dates compare as instants. A time without a zone is in UTC. A date alone is in the future " +
				"if it is after the UTC day of now and after the day of now as written. A day that has not " +
				"begun in UTC-8 is a warning, because the service has rejected such dates (600002).",
			Readings: []string{
				"A date that was read from a body and never edited is encoded as it was read. A " +
					"date alone that the caller made is written as midnight in UTC. Timestamp.UTC " +
					"converts any timestamp into the documented form.",
				"For dates without a time, see AGR-05.",
				"Whether the service uses the day in UTC-8 rests on one observation of 2018. Known and not " +
					"implemented: a second source that speaks against the warning, which is not published " +
					"(grade quoted). The warning does not change a verdict.",
			},
			Sources:    []partnerrules.Source{errorCodesSource(), referenceSource(), moduleIssueSource()},
			AnsweredBy: []string{"agreement.Check", "agreement.ParseTimestamp", "agreement.ExplainError"},
		},
		{
			ID: "AGR-07", Title: "Date at the order prompt", Decides: true, Basis: "S, D",
			Statement: "At the prompt of an order the current date must be entered. The current date is the " +
				"date in UTC, in UTC-8, or in the zone in which now is written. A past date is a warning.",
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
			ID: "AGR-10", Title: "Template and type", Decides: true, Basis: "A; portal S",
			Statement: "In the old API, template and type must agree. The Cloud Agreement is retired from " +
				"2020-02-01 on. An empty type is taken from the template. Unknown values are preserved, with a " +
				"warning. The portal has neither field, and its attestations are of the Customer Agreement.",
			Readings: []string{
				"An attestation without a flow and a channel is checked as for the old API. A flow of Partner " +
					"Center without a channel is the portal.",
				"A mismatch is a fault of the type. Retirement is a fault of the template if the " +
					"template names the retired agreement, and otherwise a fault of the type.",
				"Types are compared with regard to case.",
				"An attestation without a type is written with the type of its template, because " +
					"the API requires one.",
				"A null member is treated as an absent member. Null as an item of a list is " +
					"rejected. For the text of a body, see INP-02 " +
					"and INP-03.",
			},
			Sources: []partnerrules.Source{referenceSource(), acceptanceSource("Attest for existing customers")},
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
				"An acceptance with a date is given, if it is not stated whether it is. An acceptance with a " +
					"date that is stated not to be given is an input error.",
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
				"out is an error. The information about the contact must be correct, and the contact must be " +
				"the person who accepted.",
			Readings: []string{
				"In a report, the findings of the form come after the channel, in the order of the " +
					"form's steps. Only the flow of a new customer requires the form.",
			},
			Sources:    []partnerrules.Source{acceptanceSource("Attest for new customers")},
			AnsweredBy: []string{"agreement.Check", "agreement.Route.Steps", "agreement.MakePlan"},
		},
		{
			ID: "AGR-15", Title: "Attesting an existing customer", Basis: "S",
			Statement:  "An existing customer is attested on its account page.",
			Sources:    []partnerrules.Source{acceptanceSource("Attest for existing customers")},
			AnsweredBy: []string{"agreement.Route.Steps"},
		},
		{
			ID: "AGR-16", Title: "Prompt of an order", Decides: true, Basis: "S; exemption A, D",
			Statement: "An order for an existing customer that was not attested prompts for the contact and " +
				"the current date, and continues after it.",
			Readings: []string{
				"The help page describes the prompt for every customer that this partner has not attested. " +
					"That direct acceptance alone lets the order proceed follows from the API, and is our reading.",
				"An order for a new customer has no prompt. The plan is to attest the customer " +
					"while it is created.",
			},
			Sources:    []partnerrules.Source{acceptanceSource("Confirm that the customer has accepted the agreement"), referenceSource()},
			AnsweredBy: []string{"agreement.MakePlan", "agreement.Check", "agreement.CheckOrder"},
		},
		{
			ID: "AGR-17", Title: "Status on the account page", Decides: true, Basis: "S; route and case D",
			Statement: "On the account page, Provided and Not provided are the status of the direct route. " +
				"Any other text is unknown.",
			Readings: []string{
				"The case of letters is ignored, and there is one space between the two words. A status in " +
					"another language is unknown.",
			},
			Sources:    []partnerrules.Source{acceptanceSource("Verify customer acceptance")},
			AnsweredBy: []string{"agreement.ParseDirectStatus"},
		},
		{
			ID: "AGR-18", Title: "Status from the API", Decides: true, Basis: "S, A, D",
			Statement: "In the API, the list of attestations is the partner's route. It shows that an attestation " +
				"is missing only if it has as many items as its totalCount. The error 600009 on the list means " +
				"that there are no attestations. The member isSigned is the direct route, and denies only " +
				"this route.",
			Readings: []string{
				"If totalCount is absent or greater than the number of items, what is missing is unknown. A " +
					"smaller or negative totalCount is an invalid body.",
				"Any other error and an empty body are unknown, and the error is returned.",
				"For lists of unknown or missing content, see AGR-13.",
				"An error body without a known member is rejected, so that it does not look like an " +
					"empty body (INP-09).",
				"For the form of a body, see AGR-10.",
			},
			Sources: []partnerrules.Source{acceptanceSource(""), referenceSource(), errorCodesSource()},
			AnsweredBy: []string{
				"agreement.DecodeConsent", "agreement.ConsentFrom", "agreement.DecodeAttestations", "agreement.DecodeDirectStatus",
				"agreement.ExplainError",
			},
		},
		{
			ID: "AGR-19", Title: "Verifying an acceptance", Basis: "S",
			Statement:  "The partner verifies an acceptance on the customer's account page, or with the API.",
			Sources:    []partnerrules.Source{acceptanceSource("Verify customer acceptance")},
			AnsweredBy: []string{"agreement.VerificationSteps"},
		},
		{
			ID: "AGR-20", Title: "Notice to the customer", Decides: true, Basis: "S",
			Statement: "Within thirty minutes of the attestation, Microsoft emails the customer's primary " +
				"contact. This holds for new and existing customers. Given the current time, the email is due or " +
				"late.",
			Readings: []string{
				"The last instant is unknown if the instant of the attestation is unknown.",
				"At the last instant itself the email is still due. For a day alone, the email is due or late only " +
					"if this holds for all instants of the day.",
				"What to do about a late email is our advice.",
			},
			Sources:    []partnerrules.Source{acceptanceSource("Customer notification of partner attestation")},
			AnsweredBy: []string{"agreement.NoticeFor", "agreement.Notice.Notes"},
		},
		{
			ID: "AGR-21", Title: "Notice after an invitation", Decides: true, Basis: "S; other reading D",
			Statement: "Microsoft does not notify customers of an invitation or a direct acceptance. A customer " +
				"that was invited to accept directly is not notified of a later attestation either.",
			Readings: []string{
				"This is the wording of the help page. It can also be read to mean that only the invitation " +
					"and the direct acceptance have no notice. That reading is a field of the policy.",
				"If it is unknown whether the customer was invited, the notice of an attestation is unknown.",
			},
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
			ID: "AGR-30", Title: "Invitations", Decides: true, Basis: "S; warning D",
			Statement: "There are three invitations. A new customer gets the common address and its " +
				"credentials, and must have been created with the choice that it will be asked to " +
				"accept. A relationship request is for a new customer. It keeps its generated address and " +
				"includes the credentials. An existing customer gets the common address.",
			Readings: []string{
				"The address is compared as a whole. It must be given separately from the text.",
				"In a relationship request the common address is wrong even if the generated one is " +
					"unknown.",
				"A relationship request for an existing customer is a warning.",
			},
			Sources:    []partnerrules.Source{acceptanceSource("Direct customer acceptance")},
			AnsweredBy: []string{"agreement.CheckInvitation", "agreement.MakePlan"},
		},
		{
			ID: "AGR-31", Title: "Direct acceptance", Decides: true, Basis: "S",
			Statement: "Direct acceptance may be unavailable to an existing customer that bought offers, " +
				"software, reserved instances or an Azure plan through an existing relationship. The remedy is " +
				"that the partner attests. Otherwise there is no known obstacle, or the answer is unknown.",
			Readings: []string{
				"The plan to attest comes with the answer. From the day on which the portal is closed " +
					"(AGR-45), it uses the enhanced API.",
			},
			Sources:    []partnerrules.Source{acceptanceSource("Troubleshoot customer acceptance")},
			AnsweredBy: []string{"agreement.CheckDirectAcceptance", "agreement.MakePlan"},
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
				"relationship request accepts the relationship too. A customer that the partner does not " +
				"create can then view its partners.",
			Sources:    []partnerrules.Source{acceptanceSource("Direct customer acceptance")},
			AnsweredBy: []string{"agreement.Route.CustomerSteps"},
		},
		{
			ID: "AGR-40", Title: "New customer blocked", Decides: true, Basis: "S",
			Statement: "A new customer without an acceptance is blocked from buying. The partner attests, or invites " +
				"the customer to accept directly. For an indirect reseller, its provider attests.",
			Readings: []string{
				"From the day on which the portal is closed (AGR-45), direct acceptance and the enhanced API " +
					"remain.",
				"If the type of the partner or the day is unknown, the remedy names all ways.",
			},
			Sources:    []partnerrules.Source{acceptanceSource("Direct customer acceptance")},
			AnsweredBy: []string{"agreement.CheckOrder"},
		},
		{
			ID: "AGR-41", Title: "Orders that are purchases", Decides: true, Basis: "S; P 2019-20; T 2025; D",
			Statement: "New purchases, increases of seats, upgrades, changes of term or billing plan, and manual " +
				"renewals are purchases. Decreases of seats, automatic renewals and cancellations are not, and are " +
				"allowed without an acceptance. A policy can change the set.",
			Readings: []string{
				"Contradiction: the help page names a new order, and a new purchase except an automatic renewal. " +
					"The texts of 2019-20 add changes of seats without a direction. A third party of 2025 names " +
					"increases and decreases. A decrease is no new order, and is taken to proceed.",
				"A subscription that passes into an extended service term renews automatically.",
				"For an order of unknown kind, the verdict is the one that all kinds share. Otherwise it is " +
					"undetermined, and the kind is a missing fact.",
				"No policy can exempt a new purchase, or require an acceptance for an automatic renewal.",
			},
			Sources: []partnerrules.Source{
				acceptanceSource("Confirm that the customer has accepted the agreement"),
				acceptanceSource("Troubleshoot customer acceptance"),
				announcementSource("2020-02"),
				consentFAQSource(),
				ordersSource(),
			},
			AnsweredBy: []string{"agreement.CheckOrder"},
		},
		{
			ID: "AGR-42", Title: "Order waits for acceptance", Decides: true, Basis: "S; exemption A",
			Statement: "The order of an existing customer without an acceptance waits for the attestation at its " +
				"prompt. With an acceptance it is allowed. If the acceptance is missing, the service rejects " +
				"the order with the error 13605. For an indirect reseller, its provider attests.",
			Readings: []string{
				"From the day on which the portal is closed (AGR-45), the order still waits. Only direct " +
					"acceptance and the enhanced API remain.",
				"Known and not implemented: a rejected order is said to carry a link at which the customer can sign. " +
					"No published source shows it (grade quoted).",
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
			ID: "AGR-45", Title: "End of old attestations", Decides: true, Basis: "cut-off Q 2025; channels P 2025; D",
			From: "2026-01-05", Seen: "2026-01-31",
			Statement: "From 2025-10-07 on, acceptances dated before 2023-04-01 no longer count for purchases. From " +
				"2026-01-05 on, attesting through the portal and the old API is closed. Direct acceptance and " +
				"the enhanced API remain.",
			Readings: []string{
				"The cut-off is known only as others quote it. Contradiction: one third party gives 2026-01-21 " +
					"as its first day.",
				"Between the two days an old acceptance stops a purchase, and the prompt of the order still cures it.",
				"The date of acceptance is compared, not the day of attesting. An acceptance without a date is " +
					"unknown if it is an attestation, and counts if it is direct.",
				"If no channel is given, a flow of Partner Center is assumed to go through the portal.",
				"The cut-off applies to purchases. It does not affect whether the customer has " +
					"accepted.",
				"A cut-off date without a first day, or after that day, is an input error.",
			},
			Sources:    []partnerrules.Source{cutOffSource(), enhancedSource()},
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
		{
			ID: "AGR-47", Title: "Customer account under review", Decides: true, Basis: "P 2026, D",
			From: "2026-01-01", Seen: "2026-01-31",
			Statement: "While Microsoft reviews a customer account, new purchases, increases of seats and upgrades are " +
				"blocked. Renewals, decreases of seats and cancellations are not. The partner waits, and does not " +
				"change the customer's details meanwhile.",
			Readings: []string{
				"The page has no date. The first day, 2026-01-01, is our reading.",
				"The page does not mention a change of term or billing plan. During a review it is undetermined " +
					"if it would otherwise be allowed.",
				"Together with AGR-40 or AGR-42, both reasons are given, and the verdict is the harder: blocked, " +
					"attest first, undetermined, allowed.",
				"If it is unknown whether there is a review, an order that would otherwise be allowed is " +
					"undetermined. An order that waits or is blocked stays so.",
			},
			Sources:    []partnerrules.Source{reviewSource()},
			AnsweredBy: []string{"agreement.CheckOrder", "agreement.InForce"},
		},
		{
			ID: "AGR-48", Title: "Enhanced attestation", Decides: true, Basis: "P 2025-26, D",
			From: "2025-10-07", Seen: "2026-01-31",
			Statement: "The enhanced API requires the name and email of the person and the company name. It " +
				"authenticates applications, so no role is asked. The customer accepts in a component of " +
				"Microsoft, so there is no date, template or type.",
			Readings: []string{
				"The API is open from 2025-10-07 on, under every policy. Contradiction: an earlier text gives " +
					"2025-07-10.",
				"The request also has the country and the language. The known copies of the page do not show the " +
					"rest of its members, so the library does not check them.",
				"The form of AGR-14 and the prompt of AGR-16 do not exist there. Duplicates are as in AGR-11, of " +
					"the Customer Agreement.",
			},
			Sources:    []partnerrules.Source{enhancedSource()},
			AnsweredBy: []string{"agreement.Check", "agreement.MakePlan"},
		},
		{
			ID: "AGR-49", Title: "Error codes", Decides: true, Basis: "A; P 2023; Q 2026; T 2026",
			Statement: "The meaning of an error code depends on the operation. The codes 600061, 13605, 600009, " +
				"900203 and 900206 belong to one operation, and 600002 to two. The codes 1002, 2000, 900421 and " +
				"20002 have the same meaning for all.",
			Readings: []string{
				"Any other pair of operation and code is unknown.",
				"900421 is enforced from 2026-04-01 on, and is known only as others quote it.",
				"900203 and 900206 are about an attestation that a catalog item asks for. It is not the Customer " +
					"Agreement.",
			},
			Sources:    []partnerrules.Source{referenceSource(), errorCodesSource(), laterErrorCodesSource(), statedErrorCodesSource()},
			AnsweredBy: []string{"agreement.ExplainError"},
		},
		{
			ID: "AGR-50", Title: "Role for inviting", Basis: "S, D",
			Statement: "The roles of AGR-02 stand above the whole help page, so inviting may require them too. A user " +
				"with another role, or with an unknown role, gets a note.",
			Sources:    []partnerrules.Source{acceptanceSource("")},
			AnsweredBy: []string{"agreement.InvitationReport.Notes"},
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

func cutOffSource() partnerrules.Source {
	return partnerrules.Source{
		Title:   oldAcceptances,
		Edition: "from 2025-10-07", Seen: "2025-12", Basis: "Q",
	}
}

func ordersSource() partnerrules.Source {
	return partnerrules.Source{
		Title:   "Which orders ask for an acceptance, as a third party says",
		Edition: "2025", Seen: "2025", Basis: "T",
	}
}

func reviewSource() partnerrules.Source {
	return partnerrules.Source{
		Title:   review,
		Edition: "undated, 2026", Seen: "2026", Basis: "P",
	}
}

func laterErrorCodesSource() partnerrules.Source {
	return partnerrules.Source{
		Title:   "Error codes of 2026, as others quote them",
		Edition: "2026-04", Seen: "2026-06-30", Basis: "Q",
	}
}

func statedErrorCodesSource() partnerrules.Source {
	return partnerrules.Source{
		Title:   "Error codes of 2026, as a third party states them",
		Edition: "2026-06", Seen: "2026-06-30", Basis: "T",
	}
}

func enhancedSource() partnerrules.Source {
	return partnerrules.Source{
		Title:   "Customer agreement: enhanced attestation, end of the old routes",
		Edition: "2025-04 to 2026", Seen: "2026-01", Basis: "P",
	}
}
