// Package benefits says what becomes of the benefits of a membership of the
// Microsoft AI Cloud Partner Program: until when each can be redeemed, until
// when it is of use, and what ends it first; and what the rules say of tokens,
// keys, licences and merged accounts.
//
// A [Membership] is a purchase and the renewals since. A [Benefit] belongs to
// one of its paid years, has a [Category], and was perhaps unlocked and
// redeemed.
//
//	m := benefits.Membership{Start: calendar.MustParseDate("2024-03-01")}
//	credits := benefits.Benefit{
//		ID: "credits", Category: benefits.AzureCredits, Year: 1,
//		Unlocked:   calendar.MustParseDate("2024-03-10"),
//		RedeemedOn: calendar.MustParseDate("2024-03-12"),
//	}
//	term, err := benefits.TermOf(m, credits)   // of use through 2025-03-10
//
// # Paid years
//
// Each paid year has benefits of its own. Those of the first are provided on
// the day of the purchase, those of a later one on the day of the renewal. They
// can be redeemed for 13 months from the base of their year, which is the start
// and then the anniversary date before; so they can be redeemed in the year
// after, if the membership is renewed. [Year] gives these dates.
//
// # Two ends
//
// A benefit has a term of its own, from unlocking or redeeming, and the
// membership has a last day of access. The earlier of the two is the last day
// of use. A renewal in time moves the last day of access on; it prolongs no
// term. [TermOf] gives both ends, [StateOn] the state on a day, [Events] all
// that will happen in order of days, and [Renew] what paying on a day changes.
// None of them assumes a renewal that is not given.
//
// # What is not known
//
// A benefit is not taken for unredeemed because nothing is said: Redeemed is
// then unknown, and so is a state that hangs on it. A date that is not known is
// no date. It may be known all the same what ends a benefit.
//
// # Tokens, keys, licences, merges
//
// [UseToken], [ReplaceToken], [Product.NeedsActivation], [KeyWorks] and [Extend]
// answer about tokens and keys; [IncludesLicences], [LicencesOf],
// [VisualStudioIn] and [VisualStudioUse] about licences; [MergeAccounts] about
// what a merge of two accounts leaves. An [Answer] that says no has all its
// reasons.
//
// # Policies
//
// The functions of the package answer under [Baseline], the edition of 2023-24.
// A [Policy] can change the renewal window, the start of a paid year, and the
// term of cloud services. What hangs on none of these takes no policy; every
// other answer holds the one it was given under, but for the sequence of events.
//
// # Errors
//
// What cannot have happened is refused with a [*calendar.InputError] that names
// it: a renewal outside of its window, a benefit redeemed after its last day to
// redeem. Text that is no value of its type gives a [*calendar.ParseError].
// Nothing panics, and what is returned with an error claims nothing.
//
// # Text
//
// A constant is written as its code, which String returns. Writing what is none
// of the constants, a set with a bit that is none, or what identifies no event
// gives a [*calendar.InputError]. A text that cannot be read leaves the value as
// it was. The empty text is read as the zero value of [Category], [Kind],
// [Reason], [Advice] and [Months], and as the empty [ReasonSet]; other types
// refuse it.
//
// # Rules
//
// The rules BEN-01 to BEN-43 are listed, with their sources, in RULES.md.
// [Rules] returns them as data. The last column names functions that answer a
// rule, at most 3.
//
//	BEN-01  Start of membership          Year
//	BEN-02  Paid years                   Year, Renew
//	BEN-03  Redeeming in time            Year, TermOf
//	BEN-04  Azure credits                TermOf, Category.Rule
//	BEN-05  Cloud services               TermOf
//	BEN-06  Developer tools              TermOf
//	BEN-07  Support and advisory         TermOf
//	BEN-08  Marketing benefits           TermOf
//	BEN-09  Expiry date                  TermOf
//	BEN-10  State of a benefit           StateOn
//	BEN-11  Timeline of events           Events, EventID
//	BEN-12  Change of package            PackageChange
//	BEN-13  Last day of use              TermOf, Renew
//	BEN-14  Managing role                Licences.Advice
//	BEN-20  Splitting a token            UseToken
//	BEN-21  Replacing a token            ReplaceToken
//	BEN-22  Product activation           Product.NeedsActivation
//	BEN-23  Multiple activation keys     KeyWorks
//	BEN-24  Extending a subscription     Extend
//	BEN-30  Product licenses             IncludesLicences, LicencesOf
//	BEN-31  On-premises licenses         LicencesOf, TermOf
//	BEN-32  License terms                Licences.Advice
//	BEN-33  Visual Studio subscriptions  VisualStudioIn, VisualStudioUse
//	BEN-34  More licenses                Licences.Advice
//	BEN-35  License management           Licences.Advice
//	BEN-40  Benefits after a merge       MergeAccounts
//	BEN-41  Choice after a merge         MergeAccounts
//	BEN-42  Merged anniversary date      MergeAccounts
//	BEN-43  Before a merge               Merge.Advice
package benefits
