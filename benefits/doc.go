// Package benefits says what becomes of the benefits of a membership of the
// Microsoft AI Cloud Partner Program: until when each can be redeemed, until
// when it is of use, and what ends it first; and what the rules say of tokens,
// keys, licences and merged accounts.
//
// A [Membership] is a purchase and the renewals since. A [Timeline] is a
// membership that has been checked, once, for many questions. A [Benefit] belongs
// to one of its paid years, has a [Category], and was perhaps unlocked and
// redeemed.
//
//	timeline, err := benefits.NewTimeline(benefits.Membership{
//		Start: calendar.MustParseDate("2024-03-01"),
//	})
//	credits := benefits.Benefit{
//		ID: "credits", Category: benefits.AzureCredits, Year: 1,
//		Unlocked:   calendar.MustParseDate("2024-03-10"),
//		RedeemedOn: calendar.MustParseDate("2024-03-12"),
//	}
//	term, err := timeline.Term(credits)   // of use through 2025-03-10
//
// # Paid years
//
// Each paid year has benefits of its own. The benefits of the first year are
// provided on the day of the purchase, those of a later year on the day of the
// renewal. They can be redeemed for 13 months from the base of their year, which
// is the start and then the anniversary date before; so they can be redeemed in
// the year after, if the membership is renewed. [Timeline.PaidYear] returns these
// dates.
//
// A membership needs a start or an anniversary date. With an anniversary date
// only, paid year 1 is the year that it ends. How that year began is unknown: with
// a purchase on its first day, or with a renewal in the window after it.
//
// # Two ends
//
// A benefit has a term of its own, from unlocking or redeeming, and the
// membership has a last day of access. The earlier of the two is the last day
// of use. A renewal in time moves the last day of access on; it prolongs no
// term. [Timeline.Term] returns both ends, [Timeline.State] the state on a day,
// [Timeline.Events] all that will happen in order of days, and [Timeline.PreviewRenewal]
// what paying on a day changes. None of them assumes a renewal that is not given.
//
// # Unknown facts
//
// If nothing is said about redemption, Redeemed is unknown, and so is a state that
// depends on it. An unknown date is zero. What ends a benefit may be known even if
// the day is not.
//
// # Tokens, keys, licences, merges
//
// [CheckTokenUse], [CheckReplacement], [Product.NeedsActivation], [CheckKey] and [CheckExtension]
// answer about tokens and keys; [IncludesLicenses], [Timeline.Licenses],
// [VisualStudioIn] and [CheckVisualStudio] about licences; [PreviewMerge] about
// what a merge of two accounts leaves. An [Answer] that says no has all its
// reasons. [Licenses.Notes] and [Merge.Notes] return what else to know.
//
// # Policies
//
// The functions of the package answer under [Baseline], the edition of 2023-24.
// A [Policy] can change the renewal window, the start of a paid year, and the
// term of cloud services. A Timeline has the policy that it was made under.
// Functions that do not depend on a policy do not take one. All other answers,
// except the sequence of events, record the policy they were computed under.
//
// # Errors
//
// What cannot have happened is rejected with an [*partnerrules.InputError] that
// names it: a renewal outside of its window, a benefit redeemed after its last day
// to redeem. Text that is invalid for its type is a [*partnerrules.ParseError].
// No function panics, and results returned with an error are zero.
//
// # Text
//
// The text of a constant is its code, which String returns. Marshaling an invalid
// value, a set with an invalid element, or an EventID that no event has, returns
// an [*partnerrules.InputError]. A text that cannot be read leaves the value
// unchanged. The empty text is the zero value of [Category], [EventKind], [Reason] and
// [Months], and the empty set; other types reject it.
//
// # Rules
//
// The rules BEN-01 to BEN-43 are listed, with their sources, in RULES.md.
// [Rules] returns them as data. The last column names functions that answer a
// rule, at most 3.
//
//	BEN-01  Start of membership          Timeline.PaidYear
//	BEN-02  Paid years                   Timeline.PaidYear, Timeline.PreviewRenewal
//	BEN-03  Redeeming in time            Timeline.PaidYear, Timeline.Term
//	BEN-04  Azure credits                Timeline.Term, Category.Rule
//	BEN-05  Cloud services               Timeline.Term
//	BEN-06  Developer tools              Timeline.Term
//	BEN-07  Support and advisory         Timeline.Term
//	BEN-08  Marketing benefits           Timeline.Term
//	BEN-09  Expiry date                  Timeline.Term
//	BEN-10  State of a benefit           Timeline.State
//	BEN-11  Timeline of events           Timeline.Events, EventID
//	BEN-12  Change of package            Timeline.Anniversary
//	BEN-13  Last day of use              Timeline.Term, Timeline.PreviewRenewal
//	BEN-14  Managing role                Licenses.Notes
//	BEN-20  Splitting a token            CheckTokenUse
//	BEN-21  Replacing a token            CheckReplacement
//	BEN-22  Product activation           Product.NeedsActivation
//	BEN-23  Multiple activation keys     CheckKey
//	BEN-24  Extending a subscription     CheckExtension
//	BEN-30  Product licenses             IncludesLicenses, Timeline.Licenses
//	BEN-31  On-premises licenses         Timeline.Licenses, Timeline.Term
//	BEN-32  License terms                Licenses.Notes
//	BEN-33  Visual Studio subscriptions  VisualStudioIn, CheckVisualStudio
//	BEN-34  More licenses                Licenses.Notes
//	BEN-35  License management           Licenses.Notes
//	BEN-40  Benefits after a merge       PreviewMerge
//	BEN-41  Choice after a merge         PreviewMerge
//	BEN-42  Merged anniversary date      PreviewMerge
//	BEN-43  Before a merge               Merge.Notes
package benefits
