package cpor_test

import (
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
	. "github.com/partnerrules/partnerrules/cpor"
	"pgregory.net/rapid"
)

// Methods that return an error reject an invalid policy. The others return Unknown,
// false or the zero value.
func TestPolicy_Invalid(t *testing.T) {
	var days calendar.BusinessCalendar
	for _, p := range []Policy{{}, {Edition: Edition2023 + 1}, {Edition: 255}} {
		for s := StatusUnknown; s <= RejectedFinal; s++ {
			if p.Editable(s, today) != Unknown {
				t.Errorf("%v: %v is editable", p, s)
			}
			for to := StatusUnknown; to <= RejectedFinal; to++ {
				if p.CanMove(s, to, today) != Unknown {
					t.Errorf("%v: a transition from %v to %v", p, s, to)
				}
			}
		}
		for r := RoleUnknown; r <= OtherRole; r++ {
			if may := p.MayClaim(r); may != Unknown {
				t.Errorf("%v: %v may claim: %v, want unknown", p, r, may)
			}
		}
		if day := p.ClaimableFrom(today); !day.IsZero() {
			t.Errorf("%v: claimable from %v, want the zero Date", p, day)
		}
		if a, ok := p.Arbitrate(Pair{Relation: Competing, SameCompany: No}, today); ok || a != (Arbitration{}) {
			t.Errorf("%v: %+v", p, a)
		}
		claims := claimsOf(1, 2)
		_, detected := p.Detect(claims)
		_, _, compared := p.Relate(claims[0], claims[1])
		_, indexed := p.NewIndex()
		_, validated := p.CheckDraft(Draft{}, Facts{}, today)
		_, moved := p.Apply(ClaimState{Status: Editing, Since: today}, Step{Status: Submitted, On: today}, days)
		_, followed := p.Replay([]Step{{Status: Editing, On: today}}, days)
		checked := p.CheckHistory([]Step{{Status: Editing, On: today}}, days)
		_, due := p.NextDeadline(ClaimState{Status: Editing, Since: today}, today, days)
		for i, err := range []error{p.Validate(), detected, compared, indexed, validated, moved, followed, checked, due} {
			var bad *partnerrules.InputError
			if !errors.As(err, &bad) || bad.Path != "edition" {
				t.Errorf("%v: error %d is %v", p, i, err)
			}
		}
	}
}

func TestPolicy_String(t *testing.T) {
	for want, p := range map[string]Policy{
		"baseline":     Baseline(),
		"edition 2023": {Edition: Edition2023},
		"in force":     inForce(),
		"baseline; edition 2023 from 2023-10-11; most recent proof of execution compared from 2020-07-01": {
			Edition: Edition2020, Edition2023From: date("2023-10-11"), LatestProofFrom: date("2020-07-01"),
		},
		"baseline; incentives admins only; the product decides, not the subscription; claims compete only with a common activity": {Edition: Edition2020, IncentivesAdminOnly: true, ProductDecides: true, CommonActivity: true},
	} {
		if p.String() != want || p.Validate() != nil {
			t.Errorf("%+v: %q, %v, want %q", p, p, p.Validate(), want)
		}
	}
}

func TestPolicy_Validate(t *testing.T) {
	for p, want := range map[Policy]string{{}: "edition: missing", {Edition: Edition2023 + 1}: "edition: invalid value edition(3)"} {
		if err := p.Validate(); err == nil || err.Error() != want {
			t.Errorf("%v, want %s", err, want)
		}
	}
}

// inForce returns the policy in force.
func inForce() Policy {
	p, _ := InForce(calendar.Date{})
	return p
}

// InForce returns the same policy for every day.
func TestInForce(t *testing.T) {
	if known := Editions().Known(); known != (calendar.Known{First: date("2019-10-01"), Published: date("2024-11-30"), Last: date("2024-11-30")}) {
		t.Errorf("the rules are known for %v", known)
	}
	want := Policy{Edition: Edition2020, Edition2023From: date("2023-10-10"), LatestProofFrom: date("2020-07-01")}
	for on, coverage := range map[string]calendar.Coverage{
		"": calendar.CoverageUnknown, "2019-09-30": calendar.CoverageBefore, "2019-10-01": calendar.CoveragePublished,
		"2024-11-30": calendar.CoveragePublished, "2024-12-01": calendar.CoverageAfter,
	} {
		var day calendar.Date
		_ = day.UnmarshalText([]byte(on))
		if p, got := InForce(day); p != want || got != coverage {
			t.Errorf("on %s: %v, %v", on, p, got)
		}
	}
}

// The edition changes on 2023-10-10. Without a day it is unknown, unless the policy
// has only one.
func TestPolicy_EditionOn(t *testing.T) {
	for _, test := range []struct {
		p                                Policy
		last2020, first2023, withoutADay Edition
	}{
		{inForce(), Edition2020, Edition2023, 0},
		{Baseline(), Edition2020, Edition2020, Edition2020},
		{Policy{Edition: Edition2023}, Edition2023, Edition2023, Edition2023},
		{Policy{Edition: Edition2023, Edition2023From: date("2023-10-10")}, Edition2023, Edition2023, Edition2023},
		{Policy{Edition2023From: date("2023-10-10")}, 0, 0, 0},
		{Policy{Edition: Edition2023 + 1, Edition2023From: date("2023-10-10")}, 0, 0, 0},
	} {
		if a, b, c := test.p.EditionOn(date("2023-10-09")), test.p.EditionOn(date("2023-10-10")), test.p.EditionOn(calendar.Date{}); a != test.last2020 || b != test.first2023 || c != test.withoutADay {
			t.Errorf("%v: %v, %v, %v", test.p, a, b, c)
		}
	}
}

// EDN-03: on every day of the time of the baseline, the deadlines and the first day to
// claim are the same under the baseline and in force.
func TestInForce_AgreesOnEveryDay(t *testing.T) {
	var days calendar.BusinessCalendar
	a, b := Baseline(), inForce()
	for day := date("2020-06-29"); !day.After(date("2021-04-30")); day = day.AddDays(1) {
		if a.ClaimableFrom(day) != b.ClaimableFrom(day) || a.EditionOn(day) != b.EditionOn(day) {
			t.Fatalf("the first day to claim differs on %v", day)
		}
		for s := Editing; s <= Rejected; s++ {
			at := ClaimState{Status: s, Since: day, Begins: day}
			x, errX := a.NextDeadline(at, day, days)
			y, errY := b.NextDeadline(at, day, days)
			if x.Policy = y.Policy; x != y || errX != nil || errY != nil {
				t.Fatalf("%v on %v: %+v, %+v, %v, %v", s, day, x, y, errX, errY)
			}
		}
	}
}

// EDN-03: in the time of the baseline, every answer is the same under the baseline
// and in force, apart from the policy. The proofs that are compared are the only
// exception, from 2020-07-01 on (CPR-36).
func TestInForce_AgreesWithBaseline(t *testing.T) {
	var days calendar.BusinessCalendar
	first, last := date("2020-06-29"), date("2021-04-30")
	rapid.Check(t, func(t *rapid.T) {
		a, b := Baseline(), inForce()
		day := first.AddDays(rapid.IntRange(0, 305).Draw(t, "day"))
		if day.After(last) {
			t.Fatalf("%v is too late", day)
		}
		d, f := anyDraft(t)
		f.Claims, f.Proof.AcknowledgedOn = nil, calendar.Date{}
		va, errA := a.CheckDraft(d, f, day)
		vb, errB := b.CheckDraft(d, f, day)
		va.Policy = vb.Policy
		if diff := cmp.Diff(va, vb); diff != "" || errA != nil || errB != nil {
			t.Fatalf("CheckDraft: %s, %v, %v", diff, errA, errB)
		}
		at := ClaimState{Status: anyOf(t, "status", Editing, Rejected), Since: day, Begins: day, Disputed: rapid.Bool().Draw(t, "disputed")}
		if rapid.Bool().Draw(t, "begins unknown") {
			at.Begins = calendar.Date{}
		}
		on := day.AddDays(rapid.IntRange(0, 60).Draw(t, "days"))
		da, errA := a.NextDeadline(at, on, days)
		db, errB := b.NextDeadline(at, on, days)
		da.Policy = db.Policy
		if da != db || errA != nil || errB != nil {
			t.Fatalf("NextDeadline: %+v, %+v, %v, %v", da, db, errA, errB)
		}
		step := Step{Status: anyOf(t, "to", Editing, RejectedFinal), On: on, Cause: anyOf(t, "cause", CauseUnknown, Displaced)}
		sa, errA := a.Apply(at, step, days)
		sb, errB := b.Apply(at, step, days)
		if sa != sb || (errA == nil) != (errB == nil) || errA != nil && errA.Error() != errB.Error() {
			t.Fatalf("Apply: %+v, %+v, %v, %v", sa, sb, errA, errB)
		}
		if a.Editable(at.Status, day) != b.Editable(at.Status, day) || a.CanMove(at.Status, step.Status, day) != b.CanMove(at.Status, step.Status, day) ||
			a.ClaimableFrom(day) != b.ClaimableFrom(day) || a.EditionOn(day) != b.EditionOn(day) {
			t.Fatalf("%v differs on %v", at.Status, day)
		}
		companies := companyMap(t)
		x, y := anyClaim(t, "x", companies), anyClaim(t, "y", companies)
		for _, c := range []*Claim{&x, &y} {
			c.Begins, c.Submitted, c.Approved, c.Ends = calendar.Date{}, day, day, calendar.Date{}
		}
		qa, okA, errA := a.Relate(x, y)
		qb, okB, errB := b.Relate(x, y)
		qa.Policy = qb.Policy
		if diff := cmp.Diff(qa, qb); diff != "" || okA != okB || errA != nil || errB != nil {
			t.Fatalf("Relate: %s, %v, %v", diff, errA, errB)
		}
		intent := Intent{DrivesUsage: anyTri(t, "drives"), WantsUsage: anyTri(t, "wants"), WantsCompetency: anyTri(t, "competency"), Eligible: anyTri(t, "eligible"), Channel: anyOf(t, "channel", ChannelUnknown, CSP)}
		ca, cb := a.ActivitiesFor(d.Area, intent, day), b.ActivitiesFor(d.Area, intent, day)
		ca.Policy = cb.Policy
		if ca != cb {
			t.Fatalf("ActivitiesFor: %+v, %+v", ca, cb)
		}
		pair := Pair{First: "a", Second: "b", Relation: Competing, SameCompany: No}
		ra, _ := a.Arbitrate(pair, day)
		rb, _ := b.Arbitrate(pair, day)
		if rb.LatestProof != !day.Before(date("2020-07-01")) || ra.LatestProof {
			t.Fatalf("on %v: the latest proofs are compared: %v, %v", day, ra.LatestProof, rb.LatestProof)
		}
		ra.Policy, ra.LatestProof = rb.Policy, rb.LatestProof
		if ra != rb {
			t.Fatalf("Arbitrate: %+v, %+v", ra, rb)
		}
	})
}
