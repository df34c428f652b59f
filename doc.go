// Package partnerrules is the overview of a library of rules of the Microsoft AI
// Cloud Partner Program. A program gives the facts about a company, a customer or
// a claim and a day, and gets an answer with its reasons. This package holds the
// vocabulary of the answers; import the package that answers your question:
//
//   - [github.com/partnerrules/partnerrules/calendar]: When does the renewal
//     window open? What is the fifth business day after a day?
//   - [github.com/partnerrules/partnerrules/eligibility]: May this membership
//     offer be bought or renewed? If not, why not, and when?
//   - [github.com/partnerrules/partnerrules/benefits]: Until when can this benefit
//     be redeemed and used? What do renewals, tokens, keys and merges change?
//   - [github.com/partnerrules/partnerrules/agreement]: Has the customer accepted
//     the Microsoft Customer Agreement? Can the order go on?
//   - [github.com/partnerrules/partnerrules/cpor]: Is this association claim
//     valid? What is its next deadline? Which claims compete?
//
// The rest of this page holds for all packages.
//
// # Facts in, answers out
//
// A rule is a function of plain values and the day to judge by. It does not read
// the clock, the time zone, files or the network. Functions and values are safe
// for concurrent use, except a cpor.Index while it is changed. The library never
// calls Partner Center.
//
// An answer is a value: it can be stored as JSON, read back, and compared with
// go-cmp. If a policy can change an answer that is a struct, the answer holds the
// policy that was used.
//
// # Unknown
//
// The zero value of a fact is unknown. Facts that are left out are therefore
// unknown; they are treated as yes or no only if a rule says so. If an answer
// depends on missing facts, it is unknown or undetermined.
//
// A [Tri] is yes, no or unknown. Its operations follow Kleene's logic: a result is
// known if it is the same for every value of the unknown operands.
//
// # Reasons, notes and rules
//
// An answer has all its reasons, in a fixed order. Each package has a type that
// implements [Reason]: a stable code, a message, a remedy, and the [RuleID] of the
// rule. A [Note] is information beside an answer. The function Rules of each
// package returns its rules with their sources; [Rulebook.Find] looks one up:
//
//	for reason := range decision.Reasons() {
//		rule, _ := eligibility.Rules().Find(reason.Rule())
//		fmt.Println(rule.Title, reason.Message(), reason.Remedy())
//	}
//	for note := range decision.Notes() {
//		fmt.Println(note.Message)
//	}
//
// [Rules] of this package returns the rules for reading texts. RULES.md lists the
// rules of all packages.
//
// # Explained views
//
// Each answer with a coverage has a method Explain. It returns an [Explanation]: the
// answer in words, for a page, a mail or a record. It has titles, messages,
// remedies, days and missing facts, and the input of the question. Each enumeration
// has a text for people too. A name has a Title, such as "Legacy Gold", and a state
// has a Message.
//
// # Enumerations and sets
//
// Each constant of an enumeration has a stable code, such as "window-not-open".
// String returns the code, and text and JSON use it. Without a constant for it,
// the zero value has the empty text. [Values] ranges over the constants. A [Set]
// holds some of them, and is a list of codes in JSON; [SetOf] makes one. The
// command go doc eligibility.HoldsGold lists the constants of its enumeration.
//
// The text forms of all types behave alike: what MarshalText writes, UnmarshalText
// reads as the same value. UnmarshalText leaves its receiver unchanged if it
// returns an error.
//
// # Policies and editions
//
// Published rules change, and editions of them differ. Each difference is a field
// of the package's Policy. A dated change has a field for its first day, which is
// compared with the day judged.
//
// The plain functions answer under the rules in force on that day (EDN-01). To use
// another policy, call its method with the same name. InForce returns the policy of
// the plain functions, with the coverage of a day: whether the rules are known for
// it, from a published or a quoted source (EDN-05, EDN-06). Baseline returns the
// edition of the help pages, without later changes (EDN-02). Editions lists the
// sources and their days. The zero Policy is invalid.
//
// # Facts from JSON
//
// [Decode] reads facts, drafts and claims from JSON, and structs of a program that
// have them as fields. It reads strictly: a misspelled member would leave a fact
// unknown, so it is an error with the path of the member.
//
//	facts, err := partnerrules.Decode[eligibility.Facts](body)
//
// [DecodeRow] reads a row of a table in the same way. [Explanation.Text] returns an
// explanation as plain text.
//
// # Errors
//
// Functions and parsers return an *[InputError] if their input is invalid. It has
// the path of the field, such as "facts.account" or "holidays[3]". For a text it
// has the byte offset of the fault, and the text itself unless it is JSON. All
// other results are zero then. Functions without an error result treat an invalid
// value as unknown. Functions whose name begins with Must panic instead of
// returning an error. Nothing else panics, except the methods of a nil pointer.
//
// # Rules
//
// The rules EDN-01 to INP-11 are listed, with their sources, in RULES.md.
// [Rules] returns them as data. The last column names functions that answer a
// rule, at most 3.
//
//	EDN-01  Rules in force                  calendar.InForce, eligibility.InForce, benefits.InForce, ...
//	EDN-02  Baseline                        calendar.Baseline, eligibility.Baseline, benefits.Baseline, ...
//	EDN-03  Agreement of both               calendar.InForce, eligibility.InForce, benefits.InForce, ...
//	EDN-04  Policy and coverage in answers  eligibility.Decision, benefits.Term, agreement.OrderDecision, ...
//	EDN-05  Coverage                        calendar.InForce, eligibility.InForce, benefits.InForce, ...
//	EDN-06  Published and quoted            calendar.InForce, eligibility.InForce, benefits.InForce, ...
//	EDN-07  Announced editions              calendar.EditionList.Known, benefits.InForce, benefits.Timeline.Term
//	EDN-08  Day judged                      cpor.Policy.EditionOn, cpor.Replay, cpor.NextDeadline, ...
//	INP-01  Byte-order mark                 agreement.DecodeAttestation, agreement.DecodeAttestations, agreement.DecodeMetadata, ...
//	INP-02  UTF-8 only                      agreement.DecodeAttestation, agreement.DecodeAttestations, agreement.DecodeMetadata, ...
//	INP-03  Given twice                     agreement.DecodeAttestation, agreement.DecodeAttestations, agreement.DecodeMetadata, ...
//	INP-04  Placeholder dates               agreement.Timestamp.IsSet, agreement.Check, agreement.LatestIndex
//	INP-05  Facts of the past               cpor.CheckDraft, cpor.NextDeadline, benefits.CheckReplacement, ...
//	INP-06  Characters of names             cpor.CheckDraft, cpor.Detect, benefits.Timeline.Events
//	INP-07  Database values                 calendar.Date.Scan
//	INP-08  Quotations in errors            InputError
//	INP-09  Empty bodies                    agreement.DecodeError, agreement.DecodeConsent, agreement.DecodeAttestations, ...
//	INP-10  Comparing names                 cpor.Relate, cpor.Detect
//	INP-11  Facts in JSON                   Decode, Set.UnmarshalJSON, cpor.PartnerID.UnmarshalJSON
package partnerrules

//go:generate go run ./internal/codes . calendar eligibility benefits agreement cpor
//go:generate go run ./internal/rulebook
