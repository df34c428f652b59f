package benefits_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"log"

	"github.com/partnerrules/partnerrules"

	"github.com/partnerrules/partnerrules/benefits"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/eligibility"
)

// Until when can we redeem and use this benefit?
func Example() {
	timeline, err := benefits.NewTimeline(benefits.Membership{
		Start: calendar.MustParseDate("2024-03-01"),
	})
	if err != nil {
		log.Fatal(err)
	}
	term, err := timeline.Term(benefits.Benefit{
		Category:   benefits.CloudServices,
		Year:       1,
		RedeemedOn: calendar.MustParseDate("2024-07-01"),
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println("Redeem by:", term.RedeemThrough)
	fmt.Println("Last day of use:", term.LastUse)
	fmt.Println(term.EndedBy.Message())
	// Output:
	// Redeem by: 2025-03-31
	// Last day of use: 2025-03-31
	// Access to the benefits ended when the renewal window closed.
}

// The events of a membership year: an Action Pack bought on a leap day. The key of
// the cloud service has not been redeemed yet.
func ExampleTimeline_Events() {
	pack := benefits.Membership{
		Offer: eligibility.MicrosoftActionPack,
		Start: calendar.MustParseDate("2024-02-29"),
	}
	held := []benefits.Benefit{
		{ID: "microsoft-365", Category: benefits.CloudServices, Year: 1, Redeemed: benefits.No},
		{
			ID: "azure", Category: benefits.AzureCredits, Year: 1,
			Unlocked: calendar.MustParseDate("2024-03-04"), RedeemedOn: calendar.MustParseDate("2024-03-04"),
		},
		{ID: "windows-server", Category: benefits.OnPremisesSoftware, Year: 1, RedeemedOn: calendar.MustParseDate("2024-04-02")},
	}
	timeline, err := benefits.NewTimeline(pack)
	if err != nil {
		fmt.Println(err)
		return
	}
	events, err := timeline.Events(held, pack.Start)
	if err != nil {
		fmt.Println(err)
		return
	}
	for event := range events {
		fmt.Println(event.On, event.ID())
	}
	// Output:
	// 2025-02-13 notice-before/1
	// 2025-02-28 anniversary-date/1
	// 2025-03-01 window-opens/1
	// 2025-03-04 last-use/1/azure
	// 2025-03-23 notice-after/1
	// 2025-03-29 activate-by/1/microsoft-365
	// 2025-03-30 window-closes/1
	// 2025-03-30 last-use/1/windows-server
	// 2025-03-31 access-ends/1
}

// NewTimeline checks a membership once. The timeline then answers many questions.
func ExampleNewTimeline() {
	bought := benefits.Membership{
		Start:    calendar.MustParseDate("2023-01-31"),
		Renewals: []calendar.Date{calendar.MustParseDate("2024-02-10")},
	}
	timeline, err := benefits.NewTimeline(bought)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(timeline.Years(), "paid years, anniversary date", timeline.Anniversary())

	var bad *partnerrules.InputError
	_, err = benefits.NewTimeline(benefits.Membership{Offer: eligibility.LegacyGold})
	fmt.Println(errors.As(err, &bad), bad.Path)
	// Output:
	// 2 paid years, anniversary date 2025-01-31
	// true membership.start
}

// If only the anniversary date is known, the window and the last day of access are
// known too. The day on which the benefits were provided is unknown.
func ExampleNewTimeline_anniversary() {
	timeline, err := benefits.NewTimeline(benefits.Membership{Anniversary: calendar.MustParseDate("2025-03-01")})
	if err != nil {
		fmt.Println(err)
		return
	}
	year, err := timeline.PaidYear(1)
	fmt.Println("provided known:", !year.Provided.IsZero(), "activate by:", year.ActivateBy, "window:", year.Window, err)

	key := benefits.Benefit{Category: benefits.CloudServices, Year: 1, RedeemedOn: calendar.MustParseDate("2024-07-01")}
	term, err := timeline.Term(key)
	fmt.Println("last day of use:", term.LastUse, term.EndedBy, err)
	// Output:
	// provided known: false activate by: 2025-04-01 window: 2025-03-02/2025-03-31 <nil>
	// last day of use: 2025-03-31 past-access <nil>
}

// The membership was renewed, so the key of the first year can be redeemed later,
// but the second last day of access ends it. Without the renewal, the same
// redemption is rejected as too late.
func ExampleTimeline_Term() {
	m := benefits.Membership{
		Start:    calendar.MustParseDate("2023-05-20"),
		Renewals: []calendar.Date{calendar.MustParseDate("2024-06-01")},
	}
	key := benefits.Benefit{Category: benefits.CloudServices, Year: 1, RedeemedOn: calendar.MustParseDate("2024-06-20")}

	timeline, err := benefits.NewTimeline(m)
	if err != nil {
		fmt.Println(err)
		return
	}
	term, err := timeline.Term(key)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("last day to redeem:", term.RedeemThrough)
	fmt.Println("own expiry:", term.Expiry, "last day of access:", term.LastAccess)
	fmt.Println("last day of use:", term.LastUse, term.EndedBy.Rule(), term.EndedBy.Message())

	m.Renewals = nil
	timeline, err = benefits.NewTimeline(m)
	if err != nil {
		fmt.Println(err)
		return
	}
	_, err = timeline.Term(key)
	fmt.Println("not renewed:", err)
	// Output:
	// last day to redeem: 2024-06-20
	// own expiry: 2025-06-20 last day of access: 2025-06-19
	// last day of use: 2025-06-19 BEN-13 Access to the benefits ended when the renewal window closed.
	// not renewed: benefit.redeemedOn: 2024-06-20 is after the last day to redeem, 2024-06-19
}

// The days of a term in words, each with the rule that sets it.
func ExampleTerm_Explain() {
	timeline, err := benefits.NewTimeline(benefits.Membership{Start: calendar.MustParseDate("2023-05-20")})
	if err != nil {
		fmt.Println(err)
		return
	}
	key := benefits.Benefit{Category: benefits.CloudServices, Year: 1, RedeemedOn: calendar.MustParseDate("2024-01-10")}
	term, err := timeline.Term(key)
	if err != nil {
		fmt.Println(err)
		return
	}
	explanation := term.Explain(timeline, key)
	fmt.Println(explanation.Title + ". " + explanation.Verdict.Message)
	for _, days := range explanation.Days {
		fmt.Println(days.First, days.Rule, days.Message)
	}
	// Output:
	// Cloud services of paid year 1. The use of the benefit ends with access to the membership.
	// 2023-05-20 BEN-02 Day on which the benefit is provided
	// 2024-06-20 BEN-03 End of the 13 months for redeeming
	// 2024-06-19 BEN-13 Last day to redeem
	// 2025-01-10 BEN-05 Last day of the benefit's own term
	// 2024-06-19 BEN-13 Last day of access without a further renewal
	// 2024-06-19 BEN-13 Last day of use
}

// Without Redeemed and RedeemedOn it is unknown whether the benefit was redeemed.
func ExampleTimeline_State() {
	timeline, err := benefits.NewTimeline(benefits.Membership{Start: calendar.MustParseDate("2024-03-01")})
	if err != nil {
		fmt.Println(err)
		return
	}
	credits := benefits.Benefit{Category: benefits.AzureCredits, Year: 1, Unlocked: calendar.MustParseDate("2024-03-10")}
	day := calendar.MustParseDate("2025-03-10")

	for _, redeemed := range []benefits.Tri{benefits.Unknown, benefits.No} {
		credits.Redeemed = redeemed
		for _, on := range []calendar.Date{day, day.AddDays(1)} {
			s, err := timeline.State(credits, on)
			fmt.Println("redeemed:", redeemed, on, s.State, s.EndedBy, err)
		}
	}
	// Output:
	// redeemed: unknown 2025-03-10 unknown  <nil>
	// redeemed: unknown 2025-03-11 unknown  <nil>
	// redeemed: no 2025-03-10 available past-expiry <nil>
	// redeemed: no 2025-03-11 expired-unredeemed past-expiry <nil>
}

// The next two events on or after a day. The loop can stop early.
func ExampleTimeline_Events_next() {
	timeline, err := benefits.NewTimeline(benefits.Membership{Start: calendar.MustParseDate("2024-01-31")})
	if err != nil {
		fmt.Println(err)
		return
	}
	events, err := timeline.Events(nil, calendar.MustParseDate("2025-02-01"))
	if err != nil {
		fmt.Println(err)
		return
	}
	left := 2
	for event := range events {
		fmt.Println(event.On, event.Kind)
		if left--; left == 0 {
			break
		}
	}
	// Output:
	// 2025-02-01 window-opens
	// 2025-02-23 notice-after
}

// A membership can be renewed on the days of its renewal window. Action Packs are no
// longer renewed from 2025-01-22 on.
func ExampleTimeline_CheckRenewal() {
	timeline, err := benefits.NewTimeline(benefits.Membership{
		Offer: eligibility.MicrosoftActionPack, Start: calendar.MustParseDate("2024-01-20"),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, day := range []string{"2025-01-20", "2025-01-21", "2025-01-22"} {
		r, err := timeline.CheckRenewal(calendar.MustParseDate(day))
		fmt.Println(day, r.Allowed, r.Reasons, r.Window, r.Coverage, err)
	}
	// Output:
	// 2025-01-20 no before-window 2025-01-21/2025-02-19 quoted <nil>
	// 2025-01-21 yes  2025-01-21/2025-02-19 quoted <nil>
	// 2025-01-22 no offer-retired 2025-01-21/2025-02-19 quoted <nil>
}

// A payment in the window moves the last day of access, but does not extend a term.
// A later payment is a new purchase.
func ExampleTimeline_PreviewRenewal() {
	timeline, err := benefits.NewTimeline(benefits.Membership{
		Offer: eligibility.SolutionsPartnerSecurity, Start: calendar.MustParseDate("2024-03-01"),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	held := []benefits.Benefit{
		{ID: "credits", Category: benefits.AzureCredits, Year: 1, Unlocked: calendar.MustParseDate("2024-03-10"), RedeemedOn: calendar.MustParseDate("2024-03-10")},
		{ID: "key", Category: benefits.CloudServices, Year: 1, RedeemedOn: calendar.MustParseDate("2024-07-01")},
	}
	for _, day := range []string{"2025-03-20", "2025-04-10"} {
		r, err := timeline.PreviewRenewal(held, calendar.MustParseDate(day))
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println("paid", day, "renews:", r.Allowed, "next anniversary date:", r.Year.Anniversary, "without access:", r.Uncovered)
		for _, change := range r.Benefits {
			fmt.Println("-", change.ID, "last day of use:", change.Before.LastUse, "then", change.After.LastUse, "uncovered:", change.Uncovered)
		}
	}
	// Output:
	// paid 2025-03-20 renews: yes next anniversary date: 2026-03-01 without access: no period
	// - credits last day of use: 2025-03-10 then 2025-03-10 uncovered: 2025-03-11/2025-03-19
	// - key last day of use: 2025-03-31 then 2025-07-01 uncovered: no period
	// paid 2025-04-10 renews: no next anniversary date: 2026-04-10 without access: 2025-04-01/2025-04-09
	// - credits last day of use: 2025-03-10 then 2025-03-10 uncovered: 2025-03-11/2025-04-09
	// - key last day of use: 2025-03-31 then 2025-03-31 uncovered: 2025-04-01/2025-04-09
}

// The benefits of the second year are provided on the day of the renewal. The 13
// months for redeeming them count from the previous anniversary date.
func ExampleTimeline_PaidYear() {
	timeline, err := benefits.NewTimeline(benefits.Membership{
		Start:    calendar.MustParseDate("2023-01-31"),
		Renewals: []calendar.Date{calendar.MustParseDate("2024-02-10")},
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for number := 1; number <= timeline.Years(); number++ {
		y, err := timeline.PaidYear(number)
		fmt.Println(number, "provided", y.Provided, "activate by", y.ActivateBy, "ends", y.Anniversary, err)
	}
	// Output:
	// 1 provided 2023-01-31 activate by 2024-02-29 ends 2024-01-31 <nil>
	// 2 provided 2024-02-10 activate by 2025-02-28 ends 2025-01-31 <nil>
}

// The package of benefits can be changed only together with a renewal. Package
// eligibility checks this for the current anniversary date.
func ExampleTimeline_Anniversary() {
	timeline, err := benefits.NewTimeline(benefits.Membership{
		Offer: eligibility.LegacyGold, Start: calendar.MustParseDate("2023-03-01"),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, day := range []string{"2024-02-01", "2024-03-02"} {
		answer, err := eligibility.CheckPackageChange(eligibility.LegacyGold, timeline.Anniversary(), calendar.MustParseDate(day))
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(day, answer.Allowed, answer.Reason, "holds through", answer.HoldsThrough, "window", answer.Window)
	}
	// Output:
	// 2024-02-01 no package-fixed holds through 2024-03-01 window 2024-03-02/2024-03-31
	// 2024-03-02 yes  holds through 2025-03-01 window 2024-03-02/2024-03-31
}

// A token of 25 seats cannot be split into five subscriptions of 5 seats.
func ExampleCheckTokenUse() {
	split, err := benefits.CheckTokenUse(calendar.MustParseDate("2024-07-01"), 25, 5, 5, 5, 5, 5)
	fmt.Println(split.Allowed, split.Reasons, err)
	// Output: no token-split,token-shared <nil>
}

// A replacement can be requested through day 30 after the activation.
func ExampleCheckReplacement() {
	token := benefits.Token{
		Cause: benefits.WrongTenant, Activated: calendar.MustParseDate("2024-03-01"),
		IsReplacement: benefits.No, Replaced: benefits.No,
	}
	for _, day := range []string{"2024-03-31", "2024-04-01"} {
		r, err := benefits.CheckReplacement(token, calendar.MustParseDate(day))
		fmt.Println(day, r.Allowed, r.Reasons, "through", r.Through, err)
	}
	// Output:
	// 2024-03-31 yes  through 2024-03-31 <nil>
	// 2024-04-01 no replacement-late through 2024-03-31 <nil>
}

// The key has installations left but no activations, so it has stopped working.
func ExampleCheckKey() {
	a, err := benefits.CheckKey(benefits.Key{
		Installations: &benefits.Limit{Most: 10, Used: 4},
		Activations:   &benefits.Limit{Most: 5, Used: 5},
	}, calendar.MustParseDate("2024-07-01"))
	fmt.Println(a.Allowed, a.Reasons, err)
	// Output: no activations-used-up <nil>
}

// A key with more than three times the active seats cannot extend the subscription.
func ExampleCheckExtension() {
	for _, seats := range []int{33, 300, 301} {
		e, err := benefits.CheckExtension(seats, 100, calendar.MustParseDate("2024-07-01"))
		fmt.Printf("%d seats: %v %s %v %v\n", seats, e.Allowed, e.Months, e.Reasons, err)
	}
	// Output:
	// 33 seats: yes 99/25  <nil>
	// 300 seats: yes 36  <nil>
	// 301 seats: no  too-many-seats <nil>
}

// On-premises licenses may be used through the last day of access.
func ExampleTimeline_Licenses() {
	timeline, err := benefits.NewTimeline(benefits.Membership{Offer: eligibility.LegacyGold, Start: calendar.MustParseDate("2023-09-15")})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, day := range []string{"2024-10-15", "2024-10-16"} {
		l, err := timeline.Licenses(calendar.MustParseDate(day))
		fmt.Println(day, "usable:", l.Usable, l.Reason, err)
	}
	// Output:
	// 2024-10-15 usable: yes  <nil>
	// 2024-10-16 usable: no past-access <nil>
}

// Each unmet requirement has a reason and a remedy.
func ExampleCheckVisualStudio() {
	a, err := benefits.CheckVisualStudio(benefits.VisualStudio{Assigned: benefits.Yes, Activated: benefits.No, Shared: benefits.Yes}, calendar.MustParseDate("2024-07-01"))
	for reason := range a.Reasons.All() {
		fmt.Println(reason.Rule(), reason.Remedy())
	}
	fmt.Println(a.Allowed, err)
	// Output:
	// BEN-33 Ask the user to whom it is assigned to activate the subscription.
	// BEN-33 Assign a separate subscription to each user.
	// no <nil>
}

// The designation determines the merged anniversary date. The Gold account has a gap
// between its last day of access and that date.
func ExamplePreviewMerge() {
	inviting := benefits.Account{Membership: eligibility.HoldsGold, Anniversary: calendar.MustParseDate("2024-03-01")}
	joining := benefits.Account{
		Membership: eligibility.HoldsDesignation, LegacyBenefits: benefits.Yes,
		Anniversary: calendar.MustParseDate("2024-09-15"),
	}
	m, err := benefits.PreviewMerge(inviting, joining, calendar.MustParseDate("2024-07-01"))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("merged anniversary date", m.Membership.Anniversary, "choice:", m.Choice)
	fmt.Println("inviting account: last day of access", m.Membership.Inviting.LastAccess, "gap", m.Membership.Inviting.Gap)
	fmt.Println("joining account: last day of access", m.Membership.Joining.LastAccess, "gap", m.Membership.Joining.Gap)
	// Output:
	// merged anniversary date 2024-09-15 choice: either
	// inviting account: last day of access 2024-03-31 gap 2024-04-01/2024-09-15
	// joining account: last day of access 2024-10-15 gap no period
}

// The notes of a merge do not depend on the accounts.
func ExampleMerge_Notes() {
	m, err := benefits.PreviewMerge(benefits.Account{}, benefits.Account{}, calendar.Date{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for note := range m.Notes() {
		fmt.Println(note.Rule, note.Message)
	}
	// Output:
	// BEN-43 Before you merge accounts, read how a merge works and check that it suits your company: it cannot be undone.
	// BEN-40 Each account keeps its benefits until its own renewal or last day of access; a renewal then provides the benefits of the global account.
}

// Under the edition of 2025-26 a cloud service expires on an anniversary date.
func ExamplePolicy() {
	p := benefits.Baseline()
	p.ModernizedRedemption = true
	timeline, err := p.NewTimeline(benefits.Membership{Start: calendar.MustParseDate("2024-03-01")})
	if err != nil {
		fmt.Println(err)
		return
	}
	key := benefits.Benefit{Category: benefits.CloudServices, Year: 1, RedeemedOn: calendar.MustParseDate("2024-07-01")}

	term, err := timeline.Term(key)
	fmt.Println(term.LastUse, term.EndedBy, err)
	fmt.Println(term.Policy)
	// Output:
	// 2025-03-01 past-expiry <nil>
	// baseline; modernized redemption of cloud services
}

// The text of an EventID can be the key of a stored event.
func ExampleEventID() {
	event := benefits.Event{
		On: calendar.MustParseDate("2025-03-31"), Kind: benefits.LastUse, Year: 1,
		Benefit: "key", Category: benefits.CloudServices, EndedBy: benefits.PastAccess,
	}
	text, err := json.Marshal(map[benefits.EventID]benefits.Event{event.ID(): event})
	fmt.Println(string(text), err)
	// Output: {"last-use/1/key":{"on":"2025-03-31","kind":"last-use","year":1,"benefit":"key","category":"cloud-services","endedBy":"past-access"}} <nil>
}

// The licenses and Visual Studio subscriptions that an offer is known to include.
func ExampleIncludesLicenses() {
	for _, offer := range []eligibility.Offer{eligibility.LegacyGold, eligibility.LearningActionPack, eligibility.MicrosoftActionPack} {
		professional, enterprise := benefits.VisualStudioIn(offer)
		fmt.Println(offer, "licenses:", benefits.IncludesLicenses(offer), "Visual Studio Professional:", professional, "Enterprise:", enterprise)
	}
	// Output:
	// legacy-gold licenses: yes Visual Studio Professional: unknown Enterprise: unknown
	// learning-action-pack licenses: unknown Visual Studio Professional: unknown Enterprise: unknown
	// microsoft-action-pack licenses: yes Visual Studio Professional: yes Enterprise: no
}

// The policy in force is the same on every day: its switches are compared with the day
// of a renewal or of redeeming. The coverage is whether the rules are known for the day.
func ExampleInForce() {
	for _, day := range []string{"2024-03-01", "2025-03-01", "2030-01-01"} {
		policy, coverage := benefits.InForce(calendar.MustParseDate(day))
		fmt.Println(day, policy, policy.EndsWithYearFrom, coverage)
	}
	// Output:
	// 2024-03-01 in force 2026-11-01 published
	// 2025-03-01 in force 2026-11-01 quoted
	// 2030-01-01 in force 2026-11-01 after-last-seen
}
