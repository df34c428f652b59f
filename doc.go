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
// RULES.md lists the rules of all packages.
//
// # Enumerations and sets
//
// Each constant of an enumeration has a stable code, such as "window-not-open".
// String returns the code, and text and JSON use it. Without a constant for it,
// the zero value has the empty text. [Values] ranges over the constants. A [Set]
// holds some of them, and its text lists their codes; [SetOf] makes one. The
// command go doc eligibility.HoldsGold lists the constants of its enumeration.
//
// The text forms of all types behave alike: what MarshalText writes, UnmarshalText
// reads as the same value. UnmarshalText leaves its receiver unchanged if it
// returns an error.
//
// # Policies and editions
//
// Published rules change, and editions of them differ. Each difference is a field
// of the package's Policy. Functions that depend on a policy use Baseline; to use
// another one, call the method of Policy with the same name. InForce returns the
// baseline with the changes that have a published first day. Its coverage reports
// whether the rules are known for a day. Editions lists the published texts and
// their days. The zero Policy is invalid.
//
// # Errors
//
// Functions return an *[InputError] if an argument or a field is invalid. It has
// the path of the field, such as "facts.account" or "holidays[3]". Parsers return
// a *[ParseError], which has the text and the offset of the fault. All other
// results are zero then. Functions without an error result treat an invalid value
// as unknown. Functions whose name begins with Must panic instead of returning an
// error. Nothing else panics, except the methods of a nil pointer.
//
//go:generate go run ./internal/codes . calendar eligibility benefits agreement cpor
//go:generate go run ./internal/rulebook
package partnerrules
