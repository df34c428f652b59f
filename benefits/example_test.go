package benefits_test

import (
	"encoding/json"
	"fmt"

	"github.com/partnerrules/partnerrules/benefits"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/eligibility"
)

// A membership year as a calendar shows it: an Action Pack bought on a leap day.
// The key of the cloud service has not been redeemed yet.
func Example() {
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

// A membership is checked once, and asked many questions.
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

	_, err = benefits.NewTimeline(benefits.Membership{Offer: eligibility.LegacyGold})
	fmt.Println(err)
	// Output:
	// 2 paid years, anniversary date 2025-01-31
	// membership.start: no date: give the start or the anniversary date
}

// Of this membership only the anniversary date is known. Its window, last access
// and benefits follow; the day on which they were provided does not.
func ExampleNewTimeline_anniversary() {
	timeline, err := benefits.NewTimeline(benefits.Membership{Anniversary: calendar.MustParseDate("2025-03-01")})
	if err != nil {
		fmt.Println(err)
		return
	}
	year, err := timeline.PaidYear(1)
	fmt.Println("provided:", year.Provided, "activate by:", year.ActivateBy, "window:", year.Window, err)

	key := benefits.Benefit{Category: benefits.CloudServices, Year: 1, RedeemedOn: calendar.MustParseDate("2024-07-01")}
	term, err := timeline.Term(key)
	fmt.Println("of use through", term.LastUse, term.EndedBy, err)
	// Output:
	// provided: no date activate by: 2025-04-01 window: 2025-03-02/2025-03-31 <nil>
	// of use through 2025-03-31 past-access <nil>
}

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
	fmt.Println("redeem through", term.RedeemThrough)
	fmt.Println("its own term ends", term.Expiry, "and access", term.LastAccess)
	fmt.Println("of use through", term.LastUse, term.EndedBy.Rule(), term.EndedBy.Message())

	m.Renewals = nil
	timeline, err = benefits.NewTimeline(m)
	if err != nil {
		fmt.Println(err)
		return
	}
	_, err = timeline.Term(key)
	fmt.Println("not renewed:", err)
	// Output:
	// redeem through 2024-06-20
	// its own term ends 2025-06-20 and access 2025-06-19
	// of use through 2025-06-19 BEN-13 Access to the benefits ended with the renewal window.
	// not renewed: benefit.redeemedOn: 2024-06-20 comes after the last day to redeem, 2024-06-19
}

// If redemption is not mentioned it is unknown: this benefit may have been redeemed.
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

// A sequence of events can be stopped early: the next two from a day on.
func ExampleTimeline_Events() {
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

// Paying in the window moves what the last day of access had cut off, and
// prolongs no term. Paying later is a new purchase.
func ExampleTimeline_PreviewRenewal() {
	timeline, err := benefits.NewTimeline(benefits.Membership{Start: calendar.MustParseDate("2024-03-01")})
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
		fmt.Println("paid", day, "in time:", r.InTime, "next anniversary date:", r.Year.Anniversary, "without access:", r.Uncovered)
		for _, change := range r.Benefits {
			fmt.Println("-", change.ID, "through", change.Before.LastUse, "then", change.After.LastUse, "uncovered:", change.Uncovered)
		}
	}
	// Output:
	// paid 2025-03-20 in time: yes next anniversary date: 2026-03-01 without access: no period
	// - credits through 2025-03-10 then 2025-03-10 uncovered: 2025-03-11/2025-03-19
	// - key through 2025-03-31 then 2025-07-01 uncovered: no period
	// paid 2025-04-10 in time: no next anniversary date: 2026-04-10 without access: 2025-04-01/2025-04-09
	// - credits through 2025-03-10 then 2025-03-10 uncovered: 2025-03-11/2025-04-09
	// - key through 2025-03-31 then 2025-03-31 uncovered: 2025-04-01/2025-04-09
}

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

// The package of benefits can be changed only while the membership is being
// renewed. Package eligibility answers for the current anniversary date.
func ExampleTimeline_Anniversary() {
	timeline, err := benefits.NewTimeline(benefits.Membership{
		Offer: eligibility.LegacyGold, Start: calendar.MustParseDate("2023-03-01"),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, day := range []string{"2024-02-01", "2024-03-02"} {
		answer, err := eligibility.CheckPackageChange(timeline.Anniversary(), calendar.MustParseDate(day))
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

func ExampleCheckTokenUse() {
	split, err := benefits.CheckTokenUse(25, 5, 5, 5, 5, 5)
	fmt.Println(split.Allowed, split.Reasons, err)
	// Output: no token-split,token-shared <nil>
}

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

func ExampleCheckKey() {
	a, err := benefits.CheckKey(benefits.Key{
		Installations: &benefits.Limit{Most: 10, Used: 4},
		Activations:   &benefits.Limit{Most: 5, Used: 5},
	})
	fmt.Println(a.Allowed, a.Reasons, err)
	// Output: no activations-used-up <nil>
}

func ExampleCheckExtension() {
	for _, seats := range []int{33, 300, 301} {
		e, err := benefits.CheckExtension(seats, 100)
		fmt.Printf("%d seats: %v %s %v %v\n", seats, e.Allowed, e.Months, e.Reasons, err)
	}
	// Output:
	// 33 seats: yes 99/25  <nil>
	// 300 seats: yes 36  <nil>
	// 301 seats: no  too-many-seats <nil>
}

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

func ExampleCheckVisualStudio() {
	a, err := benefits.CheckVisualStudio(benefits.VisualStudio{Assigned: benefits.Yes, Activated: benefits.No, Shared: benefits.Yes})
	for reason := range a.Reasons.All() {
		fmt.Println(reason.Rule(), reason.Remedy())
	}
	fmt.Println(a.Allowed, err)
	// Output:
	// BEN-33 Let the user to whom it is assigned activate it.
	// BEN-33 Give each user a subscription of their own.
	// no <nil>
}

func ExamplePreviewMerge() {
	inviting := benefits.Account{Membership: eligibility.HoldsGold, Anniversary: calendar.MustParseDate("2024-03-01")}
	joining := benefits.Account{
		Membership: eligibility.HoldsDesignation, LegacyBenefits: benefits.Yes,
		Anniversary: calendar.MustParseDate("2024-09-15"),
	}
	m, err := benefits.PreviewMerge(inviting, joining)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println("merged anniversary date", m.Membership.Anniversary, "choice:", m.Choice)
	fmt.Println("inviting side through", m.Membership.Inviting.LastAccess, "gap", m.Membership.Inviting.Gap)
	fmt.Println("joining side through", m.Membership.Joining.LastAccess, "gap", m.Membership.Joining.Gap)
	// Output:
	// merged anniversary date 2024-09-15 choice: either
	// inviting side through 2024-03-31 gap 2024-04-01/2024-09-15
	// joining side through 2024-10-15 gap no period
}

func ExampleMerge_Notes() {
	m, err := benefits.PreviewMerge(benefits.Account{}, benefits.Account{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for note := range m.Notes() {
		fmt.Println(note.Rule, note.Message)
	}
	// Output:
	// BEN-43 Read first how a merge of accounts works and whether it suits the company: it cannot be undone.
	// BEN-40 Each side keeps its benefits until its own renewal or last day of access; at a renewal they become those of the global account.
}

// Under the edition of 2025-26 a cloud service ends on an anniversary date.
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
	// baseline; modernised redemption of cloud services
}

// An event is stored with its identity as text, and found again by it.
func ExampleEventID() {
	event := benefits.Event{
		On: calendar.MustParseDate("2025-03-31"), Kind: benefits.LastUse, Year: 1,
		Benefit: "key", Category: benefits.CloudServices, EndedBy: benefits.PastAccess,
	}
	text, err := json.Marshal(map[benefits.EventID]benefits.Event{event.ID(): event})
	fmt.Println(string(text), err)
	// Output: {"last-use/1/key":{"on":"2025-03-31","kind":"last-use","year":1,"benefit":"key","category":"cloud-services","endedBy":"past-access"}} <nil>
}

// What comes with an offer, as far as it is published.
func ExampleIncludesLicenses() {
	for _, offer := range []eligibility.Offer{eligibility.LegacyGold, eligibility.LearningActionPack, eligibility.MicrosoftActionPack} {
		professional, enterprise := benefits.VisualStudioIn(offer)
		fmt.Println(offer, "licences:", benefits.IncludesLicenses(offer), "Visual Studio Professional:", professional, "Enterprise:", enterprise)
	}
	// Output:
	// legacy-gold licences: yes Visual Studio Professional: unknown Enterprise: unknown
	// learning-action-pack licences: unknown Visual Studio Professional: unknown Enterprise: unknown
	// microsoft-action-pack licences: yes Visual Studio Professional: yes Enterprise: no
}

// No rule of benefits has changed on a published date, but days are told apart
// for which the rules are known.
func ExampleInForce() {
	for _, day := range []string{"2024-03-01", "2030-01-01"} {
		policy, coverage := benefits.InForce(calendar.MustParseDate(day))
		fmt.Println(day, policy == benefits.Baseline(), coverage)
	}
	// Output:
	// 2024-03-01 true covered
	// 2030-01-01 true after-last-seen
}
