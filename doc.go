// Package partnerrules is the overview of a library that answers, for other
// programs, what the rules of the Microsoft AI Cloud Partner Program say about
// given facts. It is the vocabulary that the packages share; import the package
// of the subject.
//
//   - [github.com/partnerrules/partnerrules/calendar]: civil dates, periods,
//     business days, anniversary dates and renewal windows.
//   - [github.com/partnerrules/partnerrules/eligibility]: may this membership
//     offer be bought or renewed, and if not why, what to do, and from when.
//   - [github.com/partnerrules/partnerrules/benefits]: until when the benefits of
//     a membership can be redeemed and are of use, and what ends them; tokens,
//     keys, licences, merged accounts.
//   - [github.com/partnerrules/partnerrules/agreement]: is this attestation of the
//     customer agreement good, may this customer buy, and what is to be done.
//   - [github.com/partnerrules/partnerrules/cpor]: association claims: what is
//     wrong with a draft, what is due next, and which claims compete.
//
// # Facts in, answer out
//
// A rule is a function of plain values and the day to judge by. It reads no
// clock, no zone, no file and no network, allocates nothing on its hot path,
// and is safe for concurrent use. The library decides nothing that the
// published rules leave to people, and never talks to Partner Center.
//
// # The zero value is honest
//
// A fact left unset is unknown, and a date left unset is no date. Unknown passes
// for yes or no only where a rule says so: an answer that hangs on what is
// missing says so, and names it.
//
// # Reasons are types
//
// An answer carries all its reasons, in a fixed order. Each reason has a stable
// code, sentences to show, the ID of its rule, and its source. The IDs are those
// of RULES.md, where every rule stands with what it says and where it comes
// from.
//
// # Policy is a value
//
// Where editions of the published rules differ, the difference is a field of
// the package's Policy. Baseline is the edition that the plain functions answer
// under; InForce takes the changes with a published date, and says whether the
// rules are known for the day at all.
//
//go:generate go run ./internal/codes . calendar eligibility benefits agreement cpor
//go:generate go run ./internal/rulebook
package partnerrules
