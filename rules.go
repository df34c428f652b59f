package partnerrules

// Rules returns the rules of the library as a whole, in the order of their IDs. They
// are about editions (EDN) and about the texts that enter a program (INP): files,
// bodies of the API, database values and the text forms of the types. The caller may
// modify the result. The other packages have the rules of their subjects.
func Rules() Rulebook {
	return Rulebook{
		{
			ID: "EDN-01", Title: "Rules in force", Decides: true, Basis: "D",
			Statement: "Functions answer under the rules in force on the day judged. Each dated change of a " +
				"rule takes effect on its own first day. A method of a Policy answers under that policy.",
			Readings: []string{
				"Differences between sources without a date are fields that only the caller sets.",
			},
			AnsweredBy: inForce(),
		},
		{
			ID: "EDN-02", Title: "Baseline", Decides: true, Basis: "D",
			Statement: "Baseline returns the edition of the help pages that the library started from. Dated " +
				"changes have no effect under it.",
			Readings: []string{
				"The help pages are of 2020-21 for association claims, of late 2023 for the customer " +
					"agreement, and of 2023-24 for memberships.",
			},
			AnsweredBy: []string{
				"calendar.Baseline", "eligibility.Baseline", "benefits.Baseline", "agreement.Baseline", "cpor.Baseline",
			},
		},
		{
			ID: "EDN-03", Title: "Agreement of both", Basis: "D",
			Statement: "On the days of the help pages themselves, the baseline and the rules in force give the " +
				"same answers. Only the policy in the answer differs.",
			Readings: []string{
				"These days are 2023-09-25 to 2024-12-31 for calendar, eligibility and benefits, 2023-10-01 to " +
					"2024-12-31 for agreement, and 2020-06-29 to 2021-04-30 for cpor.",
				"Two answers differ: the proof that is compared from 2020-07-01 on (CPR-36), and a next " +
					"opening, which looks at days after the day asked (ELG-16).",
			},
			AnsweredBy: append(inForce(), "eligibility.Baseline"),
		},
		{
			ID: "EDN-04", Title: "Policy and coverage in answers", Basis: "D",
			Statement: "An answer that is a struct has the policy under which it was given and the coverage of " +
				"the day judged. A function that returns a date, a period or a Tri has neither: ask " +
				"InForce for the day.",
			AnsweredBy: []string{
				"eligibility.Decision", "benefits.Term", "agreement.OrderDecision", "cpor.Deadline",
			},
		},
		{
			ID: "EDN-05", Title: "Coverage", Decides: true, Basis: "D",
			Statement: "The rules of a package are known from the first day of its oldest edition through the " +
				"last day on which a source was seen. A day before, a day after and a missing day have a " +
				"coverage of their own.",
			Readings: []string{
				"A gap between two editions is covered by the older one.",
				"An offer that was first published later is known only from then on.",
			},
			AnsweredBy: append(inForce(), "calendar.EditionList.Known", "calendar.Known.Coverage"),
		},
		{
			ID: "EDN-06", Title: "Published and quoted", Decides: true, Basis: "D",
			Statement: "A covered day is published through the last day on which a published source was seen. " +
				"After that day it is quoted: others quote the source.",
			Readings: []string{
				"This is a property of the day. Whether a single rule is only quoted, its sources say.",
			},
			AnsweredBy: append(inForce(), "calendar.Known.Coverage", "calendar.Edition"),
		},
		{
			ID: "EDN-07", Title: "Announced editions", Decides: true, Basis: "D",
			Statement: "An edition that was announced is in force from its first day on, even if its source was " +
				"last seen before that day. For these days the coverage is after last seen.",
			AnsweredBy: []string{"calendar.EditionList.Known", "benefits.InForce", "benefits.Timeline.Term"},
		},
		{
			ID: "EDN-08", Title: "Day judged", Decides: true, Basis: "D",
			Statement: "Most functions judge the day that the caller passes. Package agreement judges the UTC " +
				"day of now, and for a notice the UTC day of the attestation. A benefit's term is judged " +
				"on the day of redeeming, or else of unlocking, or else of provision. A claim or a " +
				"history is judged on the day on which it begins.",
			Readings: []string{
				"A history begins with its first step, and a draft on the day judged. A claim without a " +
					"history begins on its submission day, or else on its approval day.",
				"The whole life of a claim has one edition.",
				"A paid year is judged on its base. A renewal is judged on the day of its payment, with the " +
					"terms of its benefits. For a merge the caller passes a day, or none.",
				"Without a day the coverage is unknown, and an answer that depends on a dated change is " +
					"unknown too.",
			},
			AnsweredBy: []string{
				"cpor.Policy.EditionOn", "cpor.Replay", "cpor.NextDeadline", "agreement.CheckOrder", "agreement.NoticeFor",
				"benefits.Timeline.Term",
			},
		},
		{
			ID: "INP-01", Title: "Byte-order mark", Decides: true, Basis: "D",
			Statement: "One byte-order mark at the start of a file or of a body is skipped. It is U+FEFF in " +
				"UTF-8. Elsewhere U+FEFF is a character like any other.",
			Readings: []string{
				"The text forms of the types reject a byte-order mark.",
			},
			AnsweredBy: decoders(),
		},
		{
			ID: "INP-02", Title: "UTF-8 only", Decides: true, Basis: "D",
			Statement: "A text in UTF-16 is rejected with an error that names UTF-16. Other text that is not " +
				"UTF-8 is rejected with the offset of its first invalid byte.",
			Readings: []string{
				"A text in UTF-16 begins with the bytes FF FE or FE FF, or one of its first two bytes " +
					"is 0.",
				"In JSON, an escape of half of a surrogate pair is rejected if the other half is " +
					"missing.",
			},
			AnsweredBy: decoders(),
		},
		{
			ID: "INP-03", Title: "Given twice", Decides: true, Basis: "D",
			Statement: "Input that is given twice is rejected: a member of an object at any depth, a column " +
				"of a header, and an item with the ID of another. The error names both places.",
			Readings: []string{
				"Names of members are compared with regard to case, and names of columns without " +
					"case and surrounding space.",
				"Claims have an ID, and so have the benefits of a paid year. Two companies or two " +
					"customers may have one name.",
				"A holiday may be given twice.",
			},
			AnsweredBy: decoders(),
		},
		{
			ID: "INP-04", Title: "Placeholder dates", Decides: true, Basis: "D",
			Statement: "The placeholder dates are every day of the year 1, 1900-01-01 and 9999-12-31, at any " +
				"time of day. From a body of the API or another file of a service they are no date.",
			Readings: []string{
				"Of an instant in a body, the UTC day counts.",
				"In a file that the user writes they are rejected: leave the member out.",
				"The types themselves read them as the days that they are. A database value is the " +
					"exception (INP-07).",
			},
			AnsweredBy: []string{"agreement.Timestamp.IsSet", "agreement.Check", "agreement.LatestIndex"},
		},
		{
			ID: "INP-05", Title: "Facts of the past", Decides: true, Basis: "D",
			Statement: "A fact of the past must not be later than the day judged. Purchases, payments, " +
				"redemptions, activations, acceptances, submissions, approvals and the steps of a " +
				"history are such facts. Anniversary dates, ends, last days and holidays may be later.",
			Readings: []string{
				"In an attestation that is checked, a date after now is a finding (AGR-05, AGR-06).",
				"A parser does not know the day judged, and leaves this to the function that does.",
				"A question about a state on a day looks only at what happened through that day. It " +
					"does not reject later facts.",
			},
			AnsweredBy: []string{"cpor.CheckDraft", "cpor.NextDeadline", "benefits.CheckReplacement", "agreement.Facts.Validate"},
		},
		{
			ID: "INP-06", Title: "Characters of names", Decides: true, Basis: "D",
			Statement: "A name may hold letters, marks, numbers, punctuation, symbols, spaces, U+200C and " +
				"U+200D. At least one of its characters is visible (AGR-03). Other characters are " +
				"rejected, with the character and its place.",
			Readings: []string{
				"Rejected are controls, separators of lines and paragraphs, direction marks and other " +
					"format characters, private use, unassigned characters and U+FFFD.",
				"The rule holds for companies, customers, products, workloads, and the IDs of " +
					"benefits and claims.",
			},
			AnsweredBy: []string{"cpor.CheckDraft", "cpor.Detect", "benefits.Timeline.Events"},
		},
		{
			ID: "INP-07", Title: "Database values", Decides: true, Basis: "D",
			Statement: "NULL and the zero time in any location are the zero Date. A time is a day if it is " +
				"midnight in its own location. If that day has no midnight there, its first instant " +
				"is the day. Another time of day is rejected.",
			Readings: []string{
				"Some drivers return 23:00 of the evening before for a day without midnight. It is " +
					"rejected, because it looks like any other hour.",
				"A text is read as the text form of the type.",
			},
			AnsweredBy: []string{"calendar.Date.Scan"},
		},
		{
			ID: "INP-08", Title: "Quotations in errors", Basis: "D",
			Statement: "An error quotes at most 40 bytes of the text at fault, cut between characters, with a " +
				"mark where it was cut. Of a body it quotes only an invalid value.",
			Readings: []string{
				"An error on a body has the path and the offset of the member. It never quotes a " +
					"value of a contact.",
			},
			AnsweredBy: []string{"partnerrules.InputError"},
		},
		{
			ID: "INP-09", Title: "Empty bodies", Decides: true, Basis: "D",
			Statement: "A body that holds only a byte-order mark and white space is an empty body (AGR-18).",
			AnsweredBy: []string{
				"agreement.DecodeError", "agreement.DecodeConsent", "agreement.DecodeAttestations", "agreement.DecodeDirectStatus",
			},
		},
		{
			ID: "INP-10", Title: "Comparing names", Decides: true, Basis: "D",
			Statement: "Names of products, workloads and companies are compared without case and without the " +
				"white space around them. IDs of claims and benefits are compared byte for byte.",
			Readings: []string{
				"The packages do not normalize Unicode. If composed and decomposed letters can occur " +
					"side by side, normalize first (NFC).",
				"Programs normalize each name, and warn about two names or IDs that look alike. These " +
					"differ only by case, marks, U+200C, U+200D or kinds of space.",
			},
			AnsweredBy: []string{"cpor.Relate", "cpor.Detect"},
		},
		{
			ID: "INP-11", Title: "Facts in JSON", Decides: true, Basis: "D",
			Statement: "Facts and drafts are read from JSON strictly. An unknown member, a value of the wrong " +
				"kind and null in a list are rejected, with the path and the offset. A member that is " +
				"null is absent.",
			Readings: []string{
				"A misspelled member would leave a fact unknown. Names are compared with case.",
				"A set is a list of codes, in any order and without repetition. The text of a set, with " +
					"commas, is read too.",
				"A partner ID is a string or a number of digits only.",
				"Bodies of the API are read leniently: their unknown members are ignored.",
			},
			AnsweredBy: []string{"partnerrules.Decode", "partnerrules.Set.UnmarshalJSON", "cpor.PartnerID.UnmarshalJSON"},
		},
	}
}

// inForce returns the names of the functions that return the policy in force.
func inForce() []string {
	return []string{"calendar.InForce", "eligibility.InForce", "benefits.InForce", "agreement.InForce", "cpor.InForce"}
}

// decoders returns the names of the functions that decode JSON.
func decoders() []string {
	return []string{
		"agreement.DecodeAttestation", "agreement.DecodeAttestations", "agreement.DecodeMetadata",
		"agreement.DecodeDirectStatus", "agreement.DecodeError", "partnerrules.Decode",
	}
}
