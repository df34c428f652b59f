package cpor_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"log"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/cpor"
)

// Two claims of different companies compete for one workload of a customer.
func Example() {
	approved := cpor.Claim{
		ID:         "CL-1",
		Tenant:     cpor.MustParseTenantID("f0e1d2c3-0000-4000-8000-000000000001"),
		Area:       cpor.Microsoft365,
		Activities: partnerrules.SetOf(cpor.ActivityUsage),
		Status:     cpor.Approved,
		Partner:    cpor.MustParsePartnerID("4567001"),
		Company:    cpor.MustParsePartnerID("4000001"),
		Units:      []cpor.Unit{{Name: "Exchange Online"}},
		Approved:   calendar.MustParseDate("2020-03-02"),
	}
	submitted := approved
	submitted.ID = "CL-2"
	submitted.Status = cpor.Submitted
	submitted.Partner = cpor.MustParsePartnerID("4567002")
	submitted.Company = cpor.MustParsePartnerID("4000002")
	submitted.Submitted = calendar.MustParseDate("2020-07-06")

	pairs, err := cpor.Detect([]cpor.Claim{approved, submitted})
	if err != nil {
		log.Fatal(err)
	}
	for pair := range pairs {
		fmt.Println(pair.First, pair.Second, pair.Relation, pair.Units)
		fmt.Println("Incumbent:", pair.Incumbent)
	}
	// Output:
	// CL-1 CL-2 competing [Exchange Online]
	// Incumbent: CL-1
}

// Detect finds all pairs of a list of claims: competing claims and duplicates.
func ExampleDetect() {
	contoso := cpor.MustParseTenantID("f0e1d2c3-0000-4000-8000-000000000001")
	claim := func(id, partner, company, workload string, status cpor.Status, day string) cpor.Claim {
		return cpor.Claim{
			ID: id, Tenant: contoso, Area: cpor.Microsoft365, Activities: partnerrules.SetOf(cpor.ActivityUsage), Status: status,
			Partner: cpor.MustParsePartnerID(partner), Company: cpor.MustParsePartnerID(company),
			Units: []cpor.Unit{{Name: workload}}, Submitted: calendar.MustParseDate(day), Approved: calendar.MustParseDate(day),
		}
	}
	pairs, err := cpor.Detect([]cpor.Claim{
		claim("CL-1", "4567001", "4000001", "Exchange Online", cpor.Approved, "2020-03-02"),
		claim("CL-2", "4567002", "4000002", "exchange online", cpor.Submitted, "2020-07-06"),
		claim("CL-3", "4567003", "4000003", "Teams", cpor.Submitted, "2020-07-06"),
		claim("CL-4", "4567004", "4000001", "Exchange Online", cpor.UnderReview, "2020-07-01"),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	for pair := range pairs {
		fmt.Printf("%s %s %v %v, incumbent %q\n", pair.First, pair.Second, pair.Relation, pair.Units, pair.Incumbent)
	}
	// Output:
	// CL-1 CL-4 duplicate [Exchange Online], incumbent ""
	// CL-1 CL-2 competing [Exchange Online], incumbent "CL-1"
	// CL-4 CL-2 competing [Exchange Online], incumbent ""
}

// bulk yields claims of two tenants, sorted by tenant.
func bulk(yield func(cpor.Claim) bool) {
	for i := range 6 {
		c := cpor.Claim{
			ID: fmt.Sprintf("CL-%d", i+1), Area: cpor.Microsoft365, Activities: partnerrules.SetOf(cpor.ActivityUsage), Status: cpor.Submitted,
			Tenant:  cpor.MustParseTenantID(fmt.Sprintf("f0e1d2c3-0000-4000-8000-00000000000%d", 1+i/3)),
			Partner: cpor.MustParsePartnerID(fmt.Sprintf("456700%d", i%2)), Company: cpor.MustParsePartnerID(fmt.Sprintf("400000%d", i%2)),
			Units: []cpor.Unit{{Name: "Teams"}}, Submitted: calendar.MustParseDate("2024-07-01").AddDays(i),
		}
		if !yield(c) {
			return
		}
	}
}

// DetectSorted reads claims as they come, sorted by tenant. It needs memory for the
// largest tenant only. A Ledger checks IDs and companies over all tenants.
func ExampleDetectSorted() {
	var all cpor.Ledger
	var fault error
	checked := func(yield func(cpor.Claim) bool) {
		i := 0
		for c := range bulk {
			fault = errors.Join(fault, all.AddID(i, c.ID), all.AddCompany(i, c))
			if !yield(c) {
				return
			}
			i++
		}
	}
	for pair, err := range cpor.DetectSorted(checked) {
		if err != nil {
			fmt.Println(err)
			return
		}
		fmt.Println(pair.First, pair.Second, pair.Relation, pair.Tenant)
	}
	fmt.Println("Faults over all claims:", fault)
	// Output:
	// CL-1 CL-2 competing f0e1d2c3-0000-4000-8000-000000000001
	// CL-1 CL-3 duplicate f0e1d2c3-0000-4000-8000-000000000001
	// CL-2 CL-3 competing f0e1d2c3-0000-4000-8000-000000000001
	// CL-4 CL-5 competing f0e1d2c3-0000-4000-8000-000000000002
	// CL-4 CL-6 duplicate f0e1d2c3-0000-4000-8000-000000000002
	// CL-5 CL-6 competing f0e1d2c3-0000-4000-8000-000000000002
	// Faults over all claims: <nil>
}

// DetectParts reads claims in any order, several times. Each time it keeps one part of
// them.
func ExampleDetectParts() {
	number := 0
	for _, err := range cpor.DetectParts(bulk, cpor.Split{Parts: 4}) {
		if err != nil {
			fmt.Println(err)
			return
		}
		number++
	}
	fmt.Println(number, "pairs")
	// Output: 6 pairs
}

// A program that stores claims part by part can detect the parts on several machines.
func ExampleSplit() {
	split := cpor.Split{Parts: 3}
	parts := make([][]cpor.Claim, split.Parts)
	for c := range bulk {
		for _, part := range split.OfClaim(c) {
			parts[part] = append(parts[part], c)
		}
	}
	for part, claims := range parts {
		pairs, err := cpor.Detect(claims)
		if err != nil {
			fmt.Println(err)
			return
		}
		for pair := range pairs {
			if split.HasPair(part, pair) {
				fmt.Println(pair.First, pair.Second)
			}
		}
	}
	// Unordered output:
	// CL-1 CL-2
	// CL-1 CL-3
	// CL-2 CL-3
	// CL-4 CL-5
	// CL-4 CL-6
	// CL-5 CL-6
}

// Replay returns the state of a claim. NextDeadline returns what is due next.
func ExampleReplay() {
	day := calendar.MustParseDate
	history := []cpor.Step{
		{Status: cpor.Editing, On: day("2020-07-01")},
		{Status: cpor.Submitted, On: day("2020-07-06")},
		{Status: cpor.UnderReview, On: day("2020-07-08")},
		{Status: cpor.PartnerActionRequired, On: day("2020-07-10")},
	}
	var days calendar.BusinessCalendar // Monday to Friday, no holidays
	at, err := cpor.Replay(history, days)
	if err != nil {
		fmt.Println(err)
		return
	}
	next, err := cpor.NextDeadline(at, day("2020-07-18"), days)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(at.Status, "since", at.Since)
	fmt.Println(next.By, next.Task, "through", next.Through, next.Timing, next.Task.Rule())

	_, err = cpor.Apply(at, cpor.Step{Status: cpor.Submitted, On: day("2020-07-20")}, days)
	fmt.Println(err)
	// Output:
	// partner-action-required since 2020-07-10
	// partner partner-answer through 2020-07-17 overdue CPR-23
	// partner-action-required to submitted on 2020-07-20: answered-too-late, due 2020-07-17 (CPR-23)
}

// Show what is due next on a claim, as text and as JSON.
func ExampleDeadline_Explain() {
	submitted := calendar.MustParseDate("2024-09-10")
	state := cpor.ClaimState{Status: cpor.Submitted, Since: submitted, Begins: submitted}
	days, err := calendar.NewBusinessCalendar(calendar.SaturdaySunday, calendar.MustParseDate("2024-09-12"))
	if err != nil {
		log.Fatal(err)
	}
	deadline, err := cpor.NextDeadline(state, calendar.MustParseDate("2024-09-16"), days)
	if err != nil {
		log.Fatal(err)
	}
	explanation := deadline.Explain(days)
	fmt.Println(explanation.Verdict.Message)
	for _, day := range explanation.Days {
		fmt.Println(day.Message+":", day.Last)
	}
	question, err := json.Marshal(explanation.Given)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(string(question))
	// Output:
	// Microsoft must start the review. There is still time.
	// Last day of the task: 2024-09-18
	// Last day of the decision: 2024-10-08
	// {"holidays":["2024-09-12"],"on":"2024-09-16","policy":{"edition":"2020","edition2023From":"2023-10-10","latestProofFrom":"2020-07-01"},"state":{"status":"submitted","since":"2024-09-10","begins":"2024-09-10"}}
}

// CheckDraft returns all faults of a draft at once, each with a remedy.
func ExampleCheckDraft() {
	tenant := "f0e1d2c3-0000-4000-8000-000000000001"
	draft := cpor.Draft{
		Partner: cpor.MustParsePartnerID("4567001"), Tenant: cpor.MustParseTenantID(tenant), Domain: cpor.MustParseDomain("contoso"),
		Area: cpor.BusinessApplications, Activities: partnerrules.SetOf(cpor.ActivityPresales),
		Products: []cpor.Product{{
			Name: "Dynamics 365 Sales", Subscription: tenant, Eligible: cpor.Yes, OnTenant: cpor.Yes, Channel: cpor.CSP,
		}},
		CustomerContact: cpor.Contact{Name: "Ada", Title: "CIO", Email: "ada@contoso.example"},
		PartnerContact:  cpor.Contact{Name: "Bo", Email: "bo@partner.example"},
	}
	facts := cpor.Facts{Role: cpor.IncentivesAdmin, Proof: cpor.Proof{Attached: cpor.No}}
	v, err := cpor.CheckDraft(draft, facts, calendar.MustParseDate("2020-07-06"))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(v.Verdict)
	for _, f := range v.Findings {
		fmt.Println(f.Field, f.Severity, f.Reason, f.Reason.Rule())
	}
	fmt.Println(v.Findings[1].Message(), v.Findings[1].Remedy())
	// Output:
	// invalid
	// domain unknown domain-mismatch CPR-01
	// product error channel-not-eligible CPR-03
	// subscription error not-a-subscription-id CPR-12
	// poe error proof-missing CPR-17
	// The customer did not buy this product through Volume Licensing or Web Direct. Remove the product from the claim. You can claim it only if the customer bought it through Volume Licensing or Web Direct.
}

// The activities that fit depend on what the partner did and wants, on the product,
// and on the day.
func ExampleActivitiesFor() {
	choice := cpor.ActivitiesFor(cpor.BusinessApplications, cpor.Intent{
		InfluencedPurchase: cpor.Yes, WantsPresales: cpor.Yes, DrivesUsage: cpor.Yes, WantsUsage: cpor.No, InfluencedChoice: cpor.No,
		Channel: cpor.VolumeLicensing, Eligible: cpor.Yes,
	}, calendar.MustParseDate("2023-10-10"))
	for activity, fit := range choice.All() {
		fmt.Println(activity, fit.Fits, "for payment:", fit.ForPayment)
	}
	// Output:
	// presales yes for payment: yes
	// usage yes for payment: no
	// revenue-association no for payment: no
}

// Whether an activity is claimed for payment depends on the edition.
func ExamplePaysIncentive() {
	for _, day := range []string{"2023-10-09", "2023-10-10"} {
		fmt.Println(day, cpor.PaysIncentive(cpor.BusinessApplications, cpor.ActivityUsage, calendar.MustParseDate(day)))
	}
	// Output:
	// 2023-10-09 yes
	// 2023-10-10 no
}

// FillCompanies gives each claim the company that another claim states for its
// location. Without it, the pair would be possibly competing.
func ExampleFillCompanies() {
	claim := func(id, partner, company string) cpor.Claim {
		c := cpor.Claim{
			ID: id, Tenant: cpor.MustParseTenantID("f0e1d2c3-0000-4000-8000-000000000001"), Area: cpor.Microsoft365,
			Activities: partnerrules.SetOf(cpor.ActivityUsage), Status: cpor.Submitted, Partner: cpor.MustParsePartnerID(partner),
			Units: []cpor.Unit{{Name: "Teams"}}, Submitted: calendar.MustParseDate("2020-07-06"),
		}
		if company != "" {
			c.Company = cpor.MustParsePartnerID(company)
		}
		return c
	}
	filled, err := cpor.FillCompanies([]cpor.Claim{
		claim("CL-1", "4567001", "4000001"), claim("CL-2", "4567001", ""), claim("CL-3", "4567003", "4000003"),
	})
	if err != nil {
		fmt.Println(err)
		return
	}
	pair, _, err := cpor.Relate(filled[1], filled[2])
	fmt.Println(filled[1].Company, pair.Relation, err)

	_, err = cpor.FillCompanies([]cpor.Claim{claim("CL-1", "4567001", "4000001"), claim("CL-4", "4567001", "4000003")})
	fmt.Println(err)
	// Output:
	// 4000001 competing <nil>
	// claims[1].company: partner 4567001 belongs to 4000003 and to 4000001 in claim "CL-1", in claim "CL-4"
}

// CheckClaims lists all faults that keep Detect from accepting a list.
func ExampleCheckClaims() {
	for _, f := range cpor.CheckClaims([]cpor.Claim{{ID: "CL-1", Area: cpor.Microsoft365, Status: cpor.Submitted}}) {
		fmt.Println(f.Place, f.Fault)
	}
	// Output:
	// 1 claims[0].tenant: missing, in claim "CL-1"
	// 1 claims[0].partner: missing, in claim "CL-1"
	// 1 claims[0].activities: empty, in claim "CL-1"
	// 1 claims[0].units: empty, in claim "CL-1"
}

// CompareLocations lists the locations that a partner can claim with. It recommends
// none.
func ExampleCompareLocations() {
	options, err := cpor.CompareLocations([]cpor.LocationEntry{
		{Partner: cpor.MustParsePartnerID("4567001"), Location: cpor.Location{Enrolled: cpor.No}},
		{Partner: cpor.MustParsePartnerID("4567002"), Location: cpor.Location{Enrolled: cpor.Yes}},
		{Partner: cpor.MustParsePartnerID("4000001"), Location: cpor.Location{Kind: cpor.GlobalAccount}},
	})
	for _, option := range options {
		fmt.Println(option.Partner, option.MayChoose, option.Warnings)
	}
	for note := range options.Notes() {
		fmt.Println(note.Message, err)
	}
	// Output:
	// 4567001 true [location-not-enrolled]
	// 4567002 true []
	// 4000001 false [not-a-location]
	// A wrong MPN ID may cost you eligibility and earnings, and you may have to claim again. <nil>
}

// A draft can be compared with claims before it is complete, and becomes a claim by
// its submission.
func ExampleDraftConflicts() {
	draft := cpor.Draft{
		Partner: cpor.MustParsePartnerID("4567001"), Tenant: cpor.MustParseTenantID("f0e1d2c3-0000-4000-8000-000000000001"),
		Area: cpor.Microsoft365, Activities: partnerrules.SetOf(cpor.ActivityUsage), Products: []cpor.Product{{Name: "Teams"}},
	}
	day := calendar.MustParseDate("2020-07-06")
	claim, err := draft.Claim("CL-1", day)
	if err != nil {
		fmt.Println(err)
		return
	}
	other := claim
	other.ID, other.Partner, other.Company = "CL-2", cpor.MustParsePartnerID("4567002"), cpor.MustParsePartnerID("4000002")

	pairs, err := cpor.DraftConflicts(draft, cpor.MustParsePartnerID("4000001"), []cpor.Claim{other}, day)
	fmt.Println(claim.Status, pairs[0].Relation, "with", pairs[0].Second, err)
	// Output:
	// submitted competing with CL-2 <nil>
}

// The status and the days of a claim follow from its history.
func ExampleCase() {
	day := calendar.MustParseDate
	c := cpor.Case{
		Claim: cpor.Claim{
			ID: "CL-1", Tenant: cpor.MustParseTenantID("f0e1d2c3-0000-4000-8000-000000000001"), Area: cpor.Microsoft365,
			Activities: partnerrules.SetOf(cpor.ActivityUsage), Partner: cpor.MustParsePartnerID("4567001"), Units: []cpor.Unit{{Name: "Teams"}},
		},
		History: []cpor.Step{
			{Status: cpor.Editing, On: day("2020-07-01")},
			{Status: cpor.Submitted, On: day("2020-07-02")},
			{Status: cpor.UnderReview, On: day("2020-07-03")},
			{Status: cpor.Approved, On: day("2020-07-08")},
		},
	}
	claim, err := c.Resolve(day("2020-07-10"))
	fmt.Println(claim.Status, claim.Submitted, claim.Approved, err)

	subscription := cpor.Subscription{ID: cpor.MustParseSubscriptionID("a0000000-0000-4000-8000-000000000001")}
	fmt.Println(claim.Covers(subscription, day("2020-07-10")).Covers)
	// Output:
	// approved 2020-07-02 2020-07-08 <nil>
	// no
}

// An Index finds conflicts while claims are added and removed.
func ExampleIndex() {
	index := cpor.NewIndex()
	approved := cpor.Claim{
		ID: "CL-1", Tenant: cpor.MustParseTenantID("f0e1d2c3-0000-4000-8000-000000000001"), Area: cpor.Microsoft365,
		Activities: partnerrules.SetOf(cpor.ActivityUsage), Status: cpor.Approved, Partner: cpor.MustParsePartnerID("4567001"),
		Units: []cpor.Unit{{Name: "Teams"}}, Approved: calendar.MustParseDate("2020-03-02"),
	}
	if _, err := index.Put(approved); err != nil {
		fmt.Println(err)
		return
	}
	submitted := approved
	submitted.ID, submitted.Partner = "CL-2", cpor.MustParsePartnerID("4567002")
	pairs, err := index.Conflicts(submitted)
	fmt.Println(pairs[0].First, pairs[0].Second, pairs[0].Relation, err)

	index.Remove("CL-1")
	pairs, err = index.Conflicts(submitted)
	fmt.Println(len(pairs), err)
	// Output:
	// CL-1 CL-2 possibly-competing <nil>
	// 0 <nil>
}

// Ranging over an index finds its claims, and its pairs.
func ExampleIndex_Pairs() {
	index := cpor.NewIndex()
	for _, c := range []cpor.Claim{
		{ID: "CL-1", Partner: cpor.MustParsePartnerID("4567001"), Submitted: calendar.MustParseDate("2020-03-02")},
		{ID: "CL-2", Partner: cpor.MustParsePartnerID("4567002"), Submitted: calendar.MustParseDate("2020-03-09")},
		{ID: "CL-1", Partner: cpor.MustParsePartnerID("4567001"), Submitted: calendar.MustParseDate("2020-03-16")},
	} {
		c.Tenant, c.Area = cpor.MustParseTenantID("f0e1d2c3-0000-4000-8000-000000000001"), cpor.Microsoft365
		c.Activities, c.Status = partnerrules.SetOf(cpor.ActivityUsage), cpor.Submitted
		c.Units = []cpor.Unit{{Name: "Teams"}}
		replaced, err := index.Put(c)
		fmt.Println(c.ID, replaced, err)
	}
	for c := range index.All() {
		fmt.Println(c.ID, c.Submitted)
	}
	for pair := range index.Pairs() {
		fmt.Println(pair.First, pair.Second, pair.Relation)
	}
	// Output:
	// CL-1 false <nil>
	// CL-2 false <nil>
	// CL-1 true <nil>
	// CL-1 2020-03-16
	// CL-2 2020-03-09
	// CL-2 CL-1 possibly-competing
}

// Arbitrate returns the steps of the arbitration and its open questions.
func ExampleArbitrate() {
	pair := cpor.Pair{First: "CL-1", Second: "CL-2", Relation: cpor.Competing, SameCompany: cpor.No, Incumbent: "CL-1"}
	arbitration, ok := cpor.Arbitrate(pair, calendar.MustParseDate("2020-07-06"))
	fmt.Println(ok, "challenger:", arbitration.Challenger)
	for step := range arbitration.Steps() {
		fmt.Println("-", step)
	}
	for question := range arbitration.Questions.All() {
		fmt.Println("?", question.Message())
	}
	// Output:
	// true challenger: CL-2
	// - Microsoft checks the details and the proof of execution of the new claim.
	// - Microsoft compares the most recently submitted proofs of execution of both partners, to determine which claim to approve.
	// - Microsoft may ask both partners for more, which may delay the decision.
	// - Microsoft reviews the claim within five business days. Its status may stay Under review longer while Microsoft works with the partner that owns the product or workload. Microsoft then says so in the comments of the claim.
	// ? Are the details and the proof of execution of the new claim correct?
	// ? Which partner has the stronger proof of execution?
	// ? Does Microsoft need more from either partner?
}

// CheckHistory returns the first illegal or late step as a StepError.
func ExampleCheckHistory() {
	history := []cpor.Step{
		{Status: cpor.Editing, On: calendar.MustParseDate("2020-07-01")},
		{Status: cpor.Approved, On: calendar.MustParseDate("2020-07-02")},
	}
	err := cpor.CheckHistory(history, calendar.BusinessCalendar{})
	var step *cpor.StepError
	if errors.As(err, &step) {
		fmt.Println(step)
	}
	begins := history[0].On
	fmt.Println(cpor.Editable(cpor.Editing, begins), cpor.Editable(cpor.Approved, begins))
	// Output:
	// history[1]: editing to approved on 2020-07-02: move-not-legal (CPR-20)
	// yes no
}

// Whether subscriptions distinguish two claims depends on the policy.
func ExampleRelate() {
	claim := func(id, company, subscription string) cpor.Claim {
		return cpor.Claim{
			ID: id, Tenant: cpor.MustParseTenantID("f0e1d2c3-0000-4000-8000-000000000001"),
			Area: cpor.BusinessApplications, Activities: partnerrules.SetOf(cpor.ActivityUsage), Status: cpor.Submitted,
			Partner: cpor.MustParsePartnerID(company), Company: cpor.MustParsePartnerID(company),
			Units:     []cpor.Unit{{Name: "Dynamics 365 Sales", Subscription: cpor.MustParseSubscriptionID(subscription)}},
			Submitted: calendar.MustParseDate("2020-07-06"),
		}
	}
	first := claim("CL-1", "4000001", "a0000000-0000-4000-8000-000000000001")
	second := claim("CL-2", "4000002", "b0000000-0000-4000-8000-000000000001")
	_, competing, err := cpor.Relate(first, second)
	fmt.Println("by subscription:", competing, err)

	policy := cpor.Baseline()
	policy.ProductDecides = true
	pair, competing, err := policy.Relate(first, second)
	fmt.Println("by product:", competing, pair.Relation, err)
	// Output:
	// by subscription: false <nil>
	// by product: true competing <nil>
}

// A provisioned product can be claimed at once. In the edition of 2023 it is
// visible seven days later at the latest.
func ExampleClaimableFrom() {
	provisioned := calendar.MustParseDate("2023-10-16")
	fmt.Println(cpor.ClaimableFrom(provisioned))
	fmt.Println(cpor.Baseline().ClaimableFrom(provisioned))
	// Output:
	// 2023-10-23
	// 2023-10-16
}

// The policy in force is the same for every day. The edition depends on the day on
// which a history, claim or draft begins.
func ExampleInForce() {
	policy, coverage := cpor.InForce(calendar.MustParseDate("2030-01-01"))
	fmt.Println(policy.EditionOn(calendar.MustParseDate("2023-10-09")), policy.EditionOn(calendar.MustParseDate("2023-10-10")))
	fmt.Println(coverage)
	// Output:
	// 2020 2023
	// after-last-seen
}

// ParseDomain ignores case and completes a name without a dot.
func ExampleParseDomain() {
	entered, err := cpor.ParseDomain("Contoso")
	fmt.Println(entered, entered == cpor.MustParseDomain("contoso.onmicrosoft.com"), err)
	_, err = cpor.ParseDomain("contoso_ltd.example")
	fmt.Println(err)
	// Output:
	// contoso.onmicrosoft.com true <nil>
	// domain "contoso_ltd.example" at offset 7: want ASCII letters, digits and inner hyphens
}

// Each kind of ID has its own type, and a InputError has the offset of the fault.
func ExampleParseTenantID() {
	tenant, err := cpor.ParseTenantID("{F0E1D2C3-0000-4000-8000-000000000001}")
	fmt.Println(tenant, err)
	_, err = cpor.ParseSubscriptionID("f0e1d2c3-0000-4000-8000")
	fmt.Println(err)
	_, err = cpor.ParsePartnerID("45670O1")
	fmt.Println(err)
	// Output:
	// f0e1d2c3-0000-4000-8000-000000000001 <nil>
	// subscription ID "f0e1d2c3-0000-4000-8000" at offset 23: too short: want 8-4-4-4-12 hexadecimal digits
	// partner ID "45670O1" at offset 5: want digits only
}
