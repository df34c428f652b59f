package cpor_test

import (
	"encoding/json"
	"errors"
	"iter"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
	. "github.com/partnerrules/partnerrules/cpor"
	"github.com/partnerrules/partnerrules/internal/texttest"
	"pgregory.net/rapid"
)

// An input holds the input of all questions.
type input struct {
	Draft        Draft
	Facts        Facts
	On           calendar.Date
	State        ClaimState
	Step         Step
	History      []Step
	Holidays     []calendar.Date
	A, B, Claim  Claim
	Subscription Subscription
	Area         Area
	Intent       Intent
	Locations    []LocationEntry
	Policy       Policy
}

// days returns the business days of the input.
func (g input) days() calendar.BusinessCalendar {
	days, _ := calendar.NewBusinessCalendar(calendar.SaturdaySunday, g.Holidays...)
	return days
}

// explained checks that an explanation has no empty text, and has the notes of its
// answer. It also asks the question again with the stored input.
func explained[A any](t rapid.TB, x partnerrules.Explanation, answer A, notes iter.Seq[partnerrules.Note], ask func(input) A) {
	t.Helper()
	text, err := json.Marshal(x)
	var stored struct{ Given input }
	if err != nil || json.Unmarshal(text, &stored) != nil {
		t.Fatalf("%s: %v", text, err)
	}
	if diff := cmp.Diff(ask(stored.Given), answer); diff != "" || cmp.Diff(x.Answer, any(answer)) != "" {
		t.Errorf("%s with %s:\n%s", x.Question, text, diff)
	}
	checkTexts(t, x)
	if !slices.Equal(x.Notes, slices.Collect(notes)) {
		t.Errorf("%s has the notes %v", x.Question, x.Notes)
	}
}

// checkTexts checks that no text is empty, and that each of the days is a single day.
func checkTexts(t rapid.TB, x partnerrules.Explanation) {
	t.Helper()
	var codes []string
	for _, r := range x.Reasons {
		code := r.Code
		if r.Severity == partnerrules.SeverityUnknown {
			code += "?"
		}
		codes = append(codes, code)
	}
	texttest.CheckExplanation(t, x, x.Answer, codes)
	for _, d := range x.Days {
		if d.First != d.Last {
			t.Errorf("%s has the days %+v", x.Question, d)
		}
	}
	if x.Format != 1 || len(x.Missing) > 0 {
		t.Errorf("%s has format %d and missing facts %v", x.Question, x.Format, x.Missing)
	}
}

func noNotes(func(partnerrules.Note) bool) {}

// The explanation of a validation has the findings, each with its field or with the
// competing claim.
func TestValidation_Explain(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := anyPolicy(t)
		d, f := anyDraft(t)
		v, err := p.CheckDraft(d, f, today)
		if err != nil {
			t.Fatal(err)
		}
		x := v.Explain(d, f)
		explained(t, x, v, v.Notes(), func(g input) Validation {
			again, _ := g.Policy.CheckDraft(g.Draft, g.Facts, g.On)
			return again
		})
		if len(x.Reasons) != len(v.Findings) || x.Verdict.Code != v.Verdict.String() || x.Question != "cpor.check-draft" || x.Policy != p.String() {
			t.Fatalf("%+v of %v", x, v)
		}
		for i, finding := range v.Findings {
			r := x.Reasons[i]
			if r.Code != finding.Reason.String() || r.Severity != finding.Severity || r.Rule != finding.Reason.Rule() ||
				r.Message != finding.Message() || r.Remedy != finding.Remedy() || finding.Claim != "" && r.Subject != finding.Claim {
				t.Errorf("%+v, want %+v", r, finding)
			}
		}
	})
}

// The subject of a finding is the path of its field, worked out by hand.
func TestValidation_ExplainSubject(t *testing.T) {
	subjects := map[Field]string{
		FieldRole: "facts.role", FieldPartner: "draft.partner", FieldTenant: "draft.tenant", FieldDomain: "draft.domain", FieldArea: "draft.area",
		FieldActivity: "draft.activities", FieldProduct: "draft.products", FieldSubscription: "draft.products.subscription",
		FieldCustomerContact: "draft.customerContact", FieldPartnerContact: "draft.partnerContact", FieldPoE: "facts.proof",
	}
	for field := range partnerrules.Values[Field]() {
		x := Validation{Findings: []Finding{{Reason: FieldMissing, Field: field}}}.Explain(Draft{}, Facts{})
		if x.Reasons[0].Subject != subjects[field] {
			t.Errorf("%v has the subject %q, want %q", field, x.Reasons[0].Subject, subjects[field])
		}
	}
	x := Validation{Findings: []Finding{
		{Reason: ProductNotEligible, Field: FieldProduct, Product: 1},
		{Reason: SubscriptionIsCSP, Field: FieldSubscription, Product: 2},
		{Reason: ClaimCompetes, Field: FieldSubscription, Claim: "CL-7", Relation: Competing},
	}}.Explain(Draft{}, Facts{})
	for i, want := range []string{"draft.products[0]", "draft.products[1].subscription", "CL-7"} {
		if got := x.Reasons[i].Subject; got != want {
			t.Errorf("%s has the subject %q, want %q", x.Reasons[i].Code, got, want)
		}
	}
}

// The explanation of a step has its reason and its days. It is an error if the step is
// illegal, and a warning if it is late.
func TestStepError_Explain(t *testing.T) {
	illegal, late := 0, 0
	rapid.Check(t, func(t *rapid.T) {
		p := anyPolicy(t)
		holidays := []calendar.Date{today.AddDays(rapid.IntRange(1, 20).Draw(t, "holiday"))}
		days := input{Holidays: holidays}.days()
		history := []Step{{Status: Editing, On: today}}
		for range rapid.IntRange(1, 4).Draw(t, "steps") {
			last := history[len(history)-1]
			next := []Status{Submitted, UnderReview, PartnerActionRequired, Submitted}[(len(history)-1)%4]
			if rapid.IntRange(0, 5).Draw(t, "another") == 0 {
				next = anyOf(t, "status", Editing, RejectedFinal)
			}
			history = append(history, Step{Status: next, On: last.On.AddDays(rapid.IntRange(0, 25).Draw(t, "days")), Competes: No})
		}
		replay := func(g input) *StepError {
			var e *StepError
			_, err := g.Policy.Replay(g.History, g.days())
			errors.As(err, &e)
			return e
		}
		check := func(g input) *StepError {
			var e *StepError
			errors.As(g.Policy.CheckHistory(g.History, g.days()), &e)
			return e
		}
		all := input{History: history, Holidays: holidays, Policy: p}
		if e := replay(all); e != nil {
			illegal++
			x := e.Explain(history, days)
			explained(t, x, e, noNotes, replay)
			checkStep(t, x, e, "cpor.replay", "illegal", partnerrules.SeverityError)
		}
		if e := check(all); e != nil && e.IsLate() {
			late++
			x := e.Explain(history, days)
			explained(t, x, e, noNotes, check)
			checkStep(t, x, e, "cpor.check-history", "late", partnerrules.SeverityWarning)
		}
		apply := func(g input) *StepError {
			var e *StepError
			_, err := g.Policy.Apply(g.State, g.Step, g.days())
			errors.As(err, &e)
			return e
		}
		from := ClaimState{Status: Rejected, Since: today, Begins: today}
		step := Step{Status: Approved, On: today}
		e := apply(input{State: from, Step: step, Policy: p})
		x := e.ExplainStep(from, step, days)
		explained(t, x, e, noNotes, apply)
		checkStep(t, x, e, "cpor.apply", "illegal", partnerrules.SeverityError)
	})
	if illegal == 0 || late == 0 {
		t.Errorf("%d illegal and %d late steps were drawn", illegal, late)
	}
}

func checkStep(t rapid.TB, x partnerrules.Explanation, e *StepError, question, verdict string, severity partnerrules.Severity) {
	t.Helper()
	days := 2
	if e.Due.IsZero() {
		days = 1
	}
	if x.Question != question || x.Verdict.Code != verdict || len(x.Reasons) != 1 || x.Reasons[0].Code != e.Reason.String() || x.Reasons[0].Severity != severity ||
		len(x.Days) != days || x.Days[0].First != e.On.String() || days == 2 && x.Days[1].First != e.Due.String() {
		t.Errorf("%v: %+v", e, x)
	}
}

// The explanation of a deadline has its days and its notes.
func TestDeadline_Explain(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := anyPolicy(t)
		at := ClaimState{
			Status: anyOf(t, "status", Editing, Rejected), Since: today.AddDays(rapid.IntRange(0, 9).Draw(t, "since")),
			Disputed: rapid.Bool().Draw(t, "disputed"), Competes: anyTri(t, "competes"), Notified: anyTri(t, "notified"),
		}
		if rapid.Bool().Draw(t, "begins") {
			at.Begins = today
		}
		on := at.Since.AddDays(rapid.IntRange(0, 40).Draw(t, "on"))
		holidays := []calendar.Date{today.AddDays(rapid.IntRange(1, 20).Draw(t, "holiday"))}
		ask := func(g input) Deadline {
			d, _ := g.Policy.NextDeadline(g.State, g.On, g.days())
			return d
		}
		d := ask(input{State: at, On: on, Holidays: holidays, Policy: p})
		x := d.Explain(input{Holidays: holidays}.days())
		explained(t, x, d, d.Notes(), ask)
		days := []string{d.Through.String(), d.DecisionBy.String()}
		days = slices.DeleteFunc(days, func(day string) bool { return day == calendar.Date{}.String() })
		for i := range x.Days {
			if len(x.Days) != len(days) || x.Days[i].First != days[i] {
				t.Errorf("%+v has the days %v", d, x.Days)
			}
		}
		isLate := d.Timing == TimingOverdue || d.Timing == TimingClosed
		isPossible := !isLate || d.By == ActorMicrosoft
		isUnlimited := d.Timing == TimingOpen && d.Through.IsZero()
		message := x.Verdict.Message
		if x.Verdict.Code != d.Timing.String() ||
			d.Task != 0 && isPossible != strings.HasPrefix(message, d.Task.Message()) ||
			(d.Task != 0 && isPossible && !isUnlimited) != strings.Contains(message, d.Timing.Message()) {
			t.Errorf("%+v has the verdict %v", d, x.Verdict)
		}
	})
	// What can no longer be done is not asked for, and what has no end is not running out.
	for _, test := range []struct {
		d    Deadline
		want string
	}{
		{Deadline{Task: TaskPartnerAnswer, Timing: TimingOverdue, Through: today}, AnsweredTooLate.Message() + " " + AnsweredTooLate.Remedy()},
		{Deadline{Task: TaskCustomerDecline, Timing: TimingClosed, Through: today}, DeclinedTooLate.Message()},
		{Deadline{Task: TaskPartnerDispute, Timing: TimingClosed, Through: today}, DisputedTooLate.Message() + " " + DisputedTooLate.Remedy()},
		{Deadline{Task: TaskCustomerDecline, Timing: TimingOpen}, TaskCustomerDecline.Message() + " There is no time limit."},
	} {
		if got := test.d.Explain(calendar.BusinessCalendar{}).Verdict.Message; got != test.want {
			t.Errorf("%v: %q, want %q", test.d.Task, got, test.want)
		}
	}
	for timing, want := range map[Timing]string{TimingUnknown: "It is unknown whether anything is due.", TimingOpen: "Nothing is due."} {
		if got := (Deadline{Timing: timing}).Explain(calendar.BusinessCalendar{}).Verdict.Message; got != want {
			t.Errorf("%v: %q, want %q", timing, got, want)
		}
	}
}

// A weekend other than Saturday and Sunday is part of the input.
func TestDeadline_ExplainWeekend(t *testing.T) {
	for weekend, want := range map[calendar.Weekend][]string{
		calendar.SaturdaySunday: nil, 0: {}, 1 << time.Sunday: {"sunday"}, 1<<time.Friday | 1<<time.Saturday: {"friday", "saturday"},
	} {
		days, err := calendar.NewBusinessCalendar(weekend)
		if err != nil {
			t.Fatal(err)
		}
		got, ok := Deadline{}.Explain(days).Given["weekend"].([]string)
		if ok != (want != nil) || !slices.Equal(got, want) {
			t.Errorf("weekend %b is %v, want %v", weekend, got, want)
		}
	}
}

// The explanation of a pair names both claims. An arbitration has its questions.
func TestPair_Explain(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, companies := anyPolicy(t), companyMap(t)
		a, b := anyClaim(t, "a", companies), anyClaim(t, "b", companies)
		relate := func(g input) Pair {
			pair, _, _ := g.Policy.Relate(g.A, g.B)
			return pair
		}
		pair := relate(input{A: a, B: b, Policy: p})
		x := pair.Explain(a, b)
		explained(t, x, pair, noNotes, relate)
		if x.Question != "cpor.relate" || x.Title != "Claims a and b" || x.Policy != p.String() || pair.Policy != p {
			t.Errorf("%+v", x)
		}
		if pair.Relation == 0 {
			if x.Verdict.Code != "unrelated" || x.Verdict.Message != "The claims are unrelated." {
				t.Errorf("unrelated claims have the verdict %v", x.Verdict)
			}
			return
		}
		if x.Verdict.Code != pair.Relation.String() || !strings.HasPrefix(x.Verdict.Message, pair.Relation.Message()) ||
			(pair.Incumbent != "") != strings.Contains(x.Verdict.Message, "Claim "+pair.Incumbent+" is the incumbent.") ||
			pair.BothApproved != strings.Contains(x.Verdict.Message, "conflicting data") {
			t.Errorf("%+v has the verdict %v", pair, x.Verdict)
		}
		arbitrate := func(g input) Arbitration {
			a, _ := g.Policy.Arbitrate(relate(g), g.On)
			return a
		}
		arbitration, ok := p.Arbitrate(pair, today)
		if !ok {
			return
		}
		x = arbitration.Explain(a, b)
		explained(t, x, arbitration, arbitration.Notes(), arbitrate)
		var questions []Question
		for _, r := range x.Reasons {
			var q Question
			if err := q.UnmarshalText([]byte(r.Code)); err != nil || r.Message != q.Message() || r.Severity != partnerrules.SeverityUnknown || r.Rule != "CPR-36" {
				t.Errorf("%+v, %v", r, err)
			}
			questions = append(questions, q)
		}
		if partnerrules.SetOf(questions...) != arbitration.Questions || !slices.IsSorted(questions) {
			t.Errorf("%v has the questions %v", arbitration, questions)
		}
	})
}

// The explanations of the other answers have their notes, and their verdicts are yes,
// no or unknown.
func TestExplain_Others(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		claim := anyClaim(t, "a", companyMap(t))
		s := Subscription{ID: subscription(rapid.IntRange(1, 3).Draw(t, "subscription")), Product: "Sales"}
		covers := func(g input) Cover { return g.Claim.Covers(g.Subscription, g.On) }
		c := covers(input{Claim: claim, Subscription: s, On: today})
		x := c.Explain(claim, s)
		explained(t, x, c, c.Notes(), covers)
		if x.Question != "cpor.covers" || x.Verdict.Code != c.Covers.String() || x.Title != "Claim a and a subscription" {
			t.Errorf("%+v", x)
		}

		intent := Intent{
			InfluencedPurchase: anyTri(t, "purchase"), WantsPresales: Yes, DrivesUsage: anyTri(t, "usage"), WantsUsage: anyTri(t, "wants usage"),
			InfluencedChoice: anyTri(t, "choice"), Channel: anyOf(t, "channel", ChannelUnknown, CSP), Eligible: anyTri(t, "eligible"),
		}
		choose := func(g input) ActivityChoice { return g.Policy.ActivitiesFor(g.Area, g.Intent, g.On) }
		choice := choose(input{Area: anyOf(t, "area", Area(0), Microsoft365), Intent: intent, On: today, Policy: anyPolicy(t)})
		x = choice.Explain(intent)
		explained(t, x, choice, choice.Notes(), choose)
		fits := No
		for activity, fit := range choice.All() {
			fits = fits.Or(fit.Fits)
			if !strings.Contains(x.Verdict.Message, activity.Title()+": "+fit.Fits.String()+".") {
				t.Errorf("%v: %q", activity, x.Verdict.Message)
			}
		}
		if x.Verdict.Code != fits.String() {
			t.Errorf("%+v has the verdict %v", choice, x.Verdict)
		}
	})
}

// The explanation of locations has their warnings, each with the partner ID.
func TestLocationOptions_Explain(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		locations := []LocationEntry{}
		for i := range rapid.IntRange(0, 3).Draw(t, "locations") {
			name := strconv.Itoa(i)
			locations = append(locations, LocationEntry{partner(i + 1), Location{
				anyTri(t, name+" confirmed"), anyTri(t, name+" enrolled"), anyOf(t, name+" kind", LocationKindUnknown, LegacyVOrg), anyTri(t, name+" type"),
			}})
		}
		compare := func(g input) LocationOptions {
			options, _ := CompareLocations(g.Locations)
			return options
		}
		options := compare(input{Locations: locations})
		x := options.Explain(locations)
		explained(t, x, options, options.Notes(), compare)
		var got, want []string
		mayChoose := "no"
		for _, option := range options {
			if option.MayChoose {
				mayChoose = "yes"
			}
			for _, warning := range option.Warnings {
				want = append(want, option.Partner.String()+" "+warning.String())
			}
		}
		for _, r := range x.Reasons {
			got = append(got, r.Subject+" "+r.Code)
		}
		if !slices.Equal(got, want) || x.Verdict.Code != mayChoose {
			t.Errorf("%v is %v with %q, want %q", options, x.Verdict, got, want)
		}
	})
}

// Zero answers and zero arguments have an explanation.
func TestExplain_Zero(t *testing.T) {
	var days calendar.BusinessCalendar
	for want, x := range map[string]partnerrules.Explanation{
		"undetermined: Draft": Validation{}.Explain(Draft{}, Facts{}),
		"unknown: Next task on a claim in the status Unknown": Deadline{}.Explain(days),
		"illegal: Step from the start to Unknown":             (&StepError{}).Explain(nil, days),
		"unrelated: Two claims":                               Pair{}.Explain(Claim{}, Claim{}),
		"open: Two claims in arbitration":                     Arbitration{}.Explain(Claim{}, Claim{}),
		"unknown: Claim and a subscription":                   Cover{}.Explain(Claim{}, Subscription{}),
		"unknown: Activities in an unknown solution area":     ActivityChoice{}.Explain(Intent{}),
		"no: Locations for a claim":                           LocationOptions{}.Explain(nil),
	} {
		checkTexts(t, x)
		if got := x.Verdict.Code + ": " + x.Title; got != want || len(x.Reasons) > 0 {
			t.Errorf("%s is %q with %v, want %q", x.Question, got, x.Reasons, want)
		}
		if text, err := json.Marshal(x); err != nil {
			t.Errorf("%s: %s, %v", x.Question, text, err)
		}
	}
}

// The title of a pair names the claims if both have an ID.
func TestPairExplain_Title(t *testing.T) {
	for want, ids := range map[string][][2]string{"Claims a and b": {{"a", "b"}}, "Two claims": {{"a", ""}, {"", "b"}, {}}} {
		for _, pair := range ids {
			if got := (Pair{}).Explain(Claim{ID: pair[0]}, Claim{ID: pair[1]}).Title; got != want {
				t.Errorf("%q: %s, want %s", pair, got, want)
			}
		}
	}
}
