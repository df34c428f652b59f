package cpor_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/partnerrules/partnerrules"
	. "github.com/partnerrules/partnerrules/cpor"
	"pgregory.net/rapid"
)

// faultLines returns the faults of a list, each as its place, ID and error.
func faultLines(faults []ClaimFault) []string {
	var lines []string
	for _, f := range faults {
		lines = append(lines, string(rune('0'+f.Place))+" "+f.ID+" "+f.Fault.Error())
	}
	return lines
}

// CPR-52: all faults, in the order of the list and, within a claim, of the fields.
// Detect returns the first.
func TestCheckClaims(t *testing.T) {
	good := claimsOf(100, 200, 300)
	noFields := Claim{Ends: today, Submitted: today.AddDays(1)}
	ended := good[1]
	ended.Ends, ended.Submitted = today, today.AddDays(1)
	ended.Units = []Unit{{Name: "Teams"}, {Name: " "}, {Name: "\t"}}
	rejected := ended
	rejected.ID, rejected.Units, rejected.Status = "R", nil, Rejected
	repeated := good[0]
	repeated.Tenant, repeated.Company = TenantID{}, partner(3)
	invalid := good[2]
	invalid.Area, invalid.Status, invalid.Activities = 9, 9, 1<<9
	first := good[0]
	first.Company = partner(1)
	for _, test := range []struct {
		claims []Claim
		want   []string
	}{
		{good, nil},
		{[]Claim{noFields}, []string{
			`1  claims[0].id: empty, in claim ""`,
			`1  claims[0].tenant: missing, in claim ""`,
			`1  claims[0].area: missing, in claim ""`,
			`1  claims[0].status: invalid value unknown, in claim ""`,
			`1  claims[0].partner: missing, in claim ""`,
			`1  claims[0].activities: empty, in claim ""`,
			`1  claims[0].units: empty, in claim ""`,
		}},
		{[]Claim{ended}, []string{
			`1 C1 claims[0].units[1].name: no visible character, in claim "C1"`,
			`1 C1 claims[0].units[2].name: U+0009 at offset 0 is not allowed in a name, in claim "C1"`,
			`1 C1 claims[0].ends: 2020-07-06 is before the start, 2020-07-07, in claim "C1"`,
		}},
		{[]Claim{rejected}, []string{`1 R claims[0].units: empty, in claim "R"`}},
		{[]Claim{invalid}, []string{
			`1 C2 claims[0].area: invalid value area(9), in claim "C2"`,
			`1 C2 claims[0].status: invalid value status(9), in claim "C2"`,
			`1 C2 claims[0].activities: invalid value activity(9), in claim "C2"`,
		}},
		{[]Claim{first, repeated}, []string{
			`2 C0 claims[1].id: repeats claims[0].id, in claim "C0"`,
			`2 C0 claims[1].tenant: missing, in claim "C0"`,
			`2 C0 claims[1].company: partner 100 belongs to 3 and to 1 in claim "C0", in claim "C0"`,
		}},
		{[]Claim{noFields, noFields}, append([]string{}, slices.Concat(
			repeat("1", "claims[0]"), repeat("2", "claims[1]"))...)},
	} {
		if diff := cmp.Diff(test.want, faultLines(CheckClaims(test.claims))); diff != "" {
			t.Errorf("(-want +got)\n%s", diff)
		}
		_, err := Detect(test.claims)
		if (err != nil) != (len(test.want) > 0) || err != nil && !strings.HasSuffix(test.want[0], " "+err.Error()) {
			t.Errorf("Detect returns %v, want %q", err, test.want)
		}
	}
}

func repeat(place, claim string) []string {
	var lines []string
	for _, fault := range []string{"id: empty", "tenant: missing", "area: missing", "status: invalid value unknown", "partner: missing", "activities: empty", "units: empty"} {
		lines = append(lines, place+"  "+claim+"."+fault+`, in claim ""`)
	}
	return lines
}

// CPR-52: an empty ID at place 2, and CL-5 at 3 and 5, are two faults.
func TestCheckClaims_IDs(t *testing.T) {
	claims := claimsOf(1, 2, 3, 4, 5)
	for i, id := range []string{"CL-1", "", "CL-5", "CL-4", "CL-5"} {
		claims[i].ID = id
	}
	faults := CheckClaims(claims)
	if len(faults) != 2 || faults[0].Place != 2 || faults[0].ID != "" || faults[1].Place != 5 || faults[1].ID != "CL-5" {
		t.Errorf("%q", faultLines(faults))
	}
	var bad *partnerrules.InputError
	if _, err := Detect(claims); !errors.As(err, &bad) || bad.Path != "claims[1].id" {
		t.Errorf("Detect returns %v", err)
	}
}

// Detect accepts exactly the lists without a fault, and names the first fault.
func TestCheckClaims_Detect(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		claims := anyClaims(t, 6)
		for i := range claims {
			c := &claims[i]
			switch rapid.IntRange(0, 12).Draw(t, "fault") {
			case 0:
				c.ID = claims[0].ID
			case 1:
				c.Company = partner(rapid.IntRange(1, 9).Draw(t, "company"))
			case 2:
				c.Status = StatusUnknown
			case 3:
				c.Units[0].Name = rapid.SampledFrom([]string{"", "\u200b"}).Draw(t, "name")
			}
		}
		faults := CheckClaims(claims)
		_, err := Detect(claims)
		if (err == nil) != (len(faults) == 0) || err != nil && err.Error() != faults[0].Fault.Error() {
			t.Fatalf("Detect returns %v, want %q", err, faultLines(faults))
		}
		if !slices.IsSortedFunc(faults, func(a, b ClaimFault) int { return a.Place - b.Place }) {
			t.Fatalf("the faults are not in the order of the list: %q", faultLines(faults))
		}
		if _, err := FillCompanies(claims); err != nil && len(faults) == 0 {
			t.Fatalf("CheckClaims finds no contradiction, but FillCompanies returns %v", err)
		}
	})
}

// CPR-50: after the step, the claims of a location have the company that one of
// them states. Pairs that possibly competed compete.
func TestFillCompanies(t *testing.T) {
	claims := claimsOf(100, 100, 200)
	claims[0].Company, claims[2].Company = partner(1), partner(2)
	for i := range claims {
		claims[i].Submitted = today
	}
	before := slices.Clone(claims)
	filled, err := FillCompanies(claims)
	if err != nil || filled[1].Company != partner(1) || !cmp.Equal(before, claims) {
		t.Fatalf("%+v, %v", filled, err)
	}
	relations := func(claims []Claim) string {
		var all []string
		for _, pair := range detect(t, Baseline(), claims) {
			all = append(all, pair.First+" "+pair.Second+" "+pair.Relation.String())
		}
		return strings.Join(all, ", ")
	}
	if got := relations(filled); got != "C0 C1 duplicate, C0 C2 competing, C1 C2 competing" {
		t.Error(got)
	}
	if got := relations(claims); got != "C0 C1 duplicate, C0 C2 competing, C1 C2 possibly-competing" {
		t.Error(got)
	}
	if filled, _ = FillCompanies(claims[1:]); relations(filled) != "C1 C2 possibly-competing" {
		t.Error(relations(filled))
	}
}

// CPR-50: an ID that is given as a company belongs to itself.
func TestFillCompanies_CompanyItself(t *testing.T) {
	claims := claimsOf(1, 100)
	claims[1].Company = partner(1)
	filled, err := FillCompanies(claims)
	if err != nil || filled[0].Company != partner(1) {
		t.Errorf("%+v, %v", filled, err)
	}
}

// The errors name both claims. Relate, Index.Put and Detect reject the same claims.
func TestFillCompanies_Contradictions(t *testing.T) {
	for _, test := range []struct {
		partners, companies [2]int
		want                string
	}{
		{[2]int{100, 100}, [2]int{1, 3}, `claims[1].company: partner 100 belongs to 3 and to 1 in claim "C0", in claim "C1"`},
		{[2]int{100, 1}, [2]int{1, 2}, `claims[1].company: partner 1 belongs to 2 and to 1 in claim "C0", in claim "C1"`},
		{[2]int{1, 100}, [2]int{2, 1}, `claims[1].company: company 1 belongs to 2 in claim "C0", in claim "C1"`},
		{[2]int{1, 100}, [2]int{0, 1}, ""},
		{[2]int{100, 100}, [2]int{1, 0}, ""},
		{[2]int{1, 100}, [2]int{1, 1}, ""},
	} {
		claims := claimsOf(test.partners[:]...)
		for i, n := range test.companies {
			if n != 0 {
				claims[i].Company = partner(n)
			}
		}
		_, err := FillCompanies(claims)
		_, detected := Detect(claims)
		_, _, related := Relate(claims[0], claims[1])
		x := index(t, Baseline())
		_, _ = x.Put(claims[0])
		_, put := x.Put(claims[1])
		got := ""
		if err != nil {
			got = err.Error()
		}
		if got != test.want || (detected != nil) != (test.want != "") || (related != nil) != (test.want != "") || (put != nil) != (test.want != "") {
			t.Errorf("%v: %v, %v, %v, %v", test, err, detected, related, put)
		}
		if err != nil && (detected.Error() != got || "claims[1]."+related.Error() != got) {
			t.Errorf("%v, %v, want %s", detected, related, got)
		}
		d := Draft{Partner: claims[0].Partner}
		if _, err := CheckDraft(d, Facts{Company: claims[0].Company, Claims: claims[1:]}, today); (err != nil) != (test.want != "") {
			t.Errorf("%v: CheckDraft returns %v", test, err)
		}
	}
}

// A claim in an index can be replaced by one with another company, if no other claim
// states the company.
func TestIndex_ReplacesCompany(t *testing.T) {
	x, claims := index(t, Baseline()), claimsOf(100, 200)
	for i, company := range []int{1, 2} {
		claims[i].Company = partner(company)
		if _, err := x.Put(claims[i]); err != nil {
			t.Fatal(err)
		}
	}
	other := claims[0]
	other.Partner, other.Company = partner(1), partner(3) // 1 is a company of C0 only
	if _, err := x.Put(other); err != nil {
		t.Error(err)
	}
	other.Partner = partner(2) // 2 is the company of C1
	if _, err := x.Put(other); err == nil {
		t.Error("a company of another claim belongs to another company")
	}
	x.Remove("C1")
	if _, err := x.Put(other); err != nil {
		t.Error(err)
	}
}

// Filling twice changes nothing, and no pair becomes less certain.
func TestFillCompanies_Laws(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		claims := anyClaims(t, 8)
		once, err := FillCompanies(claims)
		if err != nil {
			t.Fatal(err)
		}
		twice, err := FillCompanies(once)
		if diff := cmp.Diff(once, twice); diff != "" || err != nil {
			t.Fatalf("%s, %v", diff, err)
		}
		for i := range claims {
			for j := range claims[:i] {
				was, _, _ := Relate(claims[i], claims[j])
				is, _, _ := Relate(once[i], once[j])
				if was.SameCompany != Unknown && was.Relation != is.Relation {
					t.Fatalf("%v became %v", was.Relation, is.Relation)
				}
			}
		}
	})
}
