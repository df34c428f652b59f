package cpor_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
	. "github.com/partnerrules/partnerrules/cpor"
	"pgregory.net/rapid"
)

func salesDraft() Draft {
	return Draft{
		Partner: partner(1), Tenant: tenant(0), Area: BusinessApplications, Activities: partnerrules.SetOf(ActivityUsage),
		Products: []Product{
			{Name: "Sales", Subscription: "{" + subscription(1).String() + "}"},
			{Name: "Finance", Subscription: tenant(0).String()},
			{Name: "Teams", Subscription: "x"},
			{Name: "Talent", Subscription: subscription(2).String(), KnownNotID: true},
			{Name: "\u200b"},
		},
	}
}

// CPR-49: a draft becomes a submitted claim. Only subscription IDs count.
func TestDraft_Claim(t *testing.T) {
	d := salesDraft()
	got, err := d.Claim("CL-1", today)
	want := Claim{
		ID: "CL-1", Tenant: tenant(0), Area: BusinessApplications, Activities: d.Activities, Status: Submitted, Partner: partner(1), Submitted: today,
		Units: []Unit{{"Sales", subscription(1)}, {Name: "Finance"}, {Name: "Teams"}, {Name: "Talent"}},
	}
	if diff := cmp.Diff(want, got); diff != "" || err != nil || got.Validate() != nil {
		t.Errorf("%s, %v", diff, err)
	}
	d.Area = Microsoft365
	if got, err := d.Claim("CL-1", today); err != nil || !got.Units[0].Subscription.IsZero() {
		t.Errorf("a subscription in Microsoft 365: %+v, %v", got, err)
	}
	for want, spoil := range map[string]func(*Draft, *string, *calendar.Date){
		"id":               func(_ *Draft, id *string, _ *calendar.Date) { *id = "" },
		"id ":              func(_ *Draft, id *string, _ *calendar.Date) { *id = "\u202e" },
		"submitted":        func(_ *Draft, _ *string, on *calendar.Date) { *on = calendar.Date{} },
		"draft.partner":    func(d *Draft, _ *string, _ *calendar.Date) { d.Partner = PartnerID{} },
		"draft.tenant":     func(d *Draft, _ *string, _ *calendar.Date) { d.Tenant = TenantID{} },
		"draft.area":       func(d *Draft, _ *string, _ *calendar.Date) { d.Area = 0 },
		"draft.area ":      func(d *Draft, _ *string, _ *calendar.Date) { d.Area = 9 },
		"draft.activities": func(d *Draft, _ *string, _ *calendar.Date) { d.Activities = 0 },
		"draft.products":   func(d *Draft, _ *string, _ *calendar.Date) { d.Products = d.Products[4:] },
	} {
		d, id, on := salesDraft(), "CL-1", today
		spoil(&d, &id, &on)
		var bad *partnerrules.InputError
		if c, err := d.Claim(id, on); !errors.As(err, &bad) || bad.Path != strings.TrimSpace(want) || c.ID != "" {
			t.Errorf("%s: %+v, %v", want, c, err)
		}
	}
}

// CPR-49: a draft has the same pairs as the claim that it becomes.
func TestDraftConflicts_Definition(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := anyPolicy(t)
		d, f := anyDraft(t)
		if d.Partner == (PartnerID{}) {
			d.Partner, f.Company = partner(99), PartnerID{}
		}
		if d.Tenant == (TenantID{}) {
			d.Tenant = tenant(0)
		}
		d.Area = anyOf(t, "valid area", BusinessApplications, Microsoft365)
		d.Activities |= partnerrules.SetOf(ActivityUsage)
		if len(d.Products) == 0 {
			d.Products = []Product{{Name: "Sales"}}
		}
		own, err := d.Claim("draft", today)
		if err != nil {
			t.Fatal(err)
		}
		own.Company = f.Company
		d.ID = own.ID
		got, err := p.DraftConflicts(d, f.Company, f.Claims, today)
		if err != nil {
			t.Fatal(err)
		}
		slices.SortFunc(f.Claims, func(a, b Claim) int {
			if c := a.Submitted.Compare(b.Submitted); c != 0 {
				return c
			}
			return strings.Compare(a.ID, b.ID)
		})
		var want []Pair
		for _, c := range f.Claims {
			if pair, ok, err := p.Relate(own, c); err != nil {
				t.Fatal(err)
			} else if ok {
				want = append(want, pair)
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatalf("(-Relate +DraftConflicts)\n%s", diff)
		}
	})
}

// CPR-49: what is missing from a draft decides what it competes with.
func TestDraftConflicts_Incomplete(t *testing.T) {
	other := claimsOf(2)[0]
	other.Area, other.Units, other.Company, other.Submitted = BusinessApplications, []Unit{{Name: "Sales"}}, partner(20), today
	for name, test := range map[string]struct {
		change  func(*Draft)
		company int
		want    string
	}{
		"complete":        {func(*Draft) {}, 10, "competing"},
		"without company": {func(*Draft) {}, 0, "possibly-competing"},
		"without partner": {func(d *Draft) { d.Partner = PartnerID{} }, 0, "possibly-competing"},
		"company only":    {func(d *Draft) { d.Partner = PartnerID{} }, 10, "competing"},
		"own company":     {func(d *Draft) { d.Partner = PartnerID{} }, 20, "duplicate"},
		"without tenant":  {func(d *Draft) { d.Tenant = TenantID{} }, 10, ""},
		"without area":    {func(d *Draft) { d.Area = 0 }, 10, ""},
		"without product": {func(d *Draft) { d.Products = nil }, 10, ""},
		"a blank name":    {func(d *Draft) { d.Products = append([]Product{{Name: " "}}, d.Products...) }, 10, "competing"},
		"no activity":     {func(d *Draft) { d.Activities = 0 }, 10, "competing"},
		"itself":          {func(d *Draft) { d.ID = "C0" }, 10, ""},
	} {
		d := salesDraft()
		test.change(&d)
		var company PartnerID
		if test.company > 0 {
			company = partner(test.company)
		}
		pairs, err := DraftConflicts(d, company, []Claim{other}, today)
		got := ""
		if len(pairs) > 0 {
			got = pairs[0].Relation.String()
		}
		if err != nil || got != test.want || len(pairs) > 1 {
			t.Errorf("%s: %+v, %v, want %s", name, pairs, err, test.want)
		}
	}
}

// A claim of the own company without an activity in common does not hide the claims
// behind it.
func TestDraftConflicts_SeveralClaims(t *testing.T) {
	own := claimsOf(2)[0]
	own.Area, own.Units, own.Company, own.Submitted = BusinessApplications, []Unit{{Name: "Sales"}}, partner(10), today
	own.Activities = partnerrules.SetOf(ActivityPresales)
	other := own
	other.ID, other.Partner, other.Company = "other", partner(77), partner(20)
	pairs, err := DraftConflicts(salesDraft(), partner(10), []Claim{own, other}, today)
	if err != nil || len(pairs) != 1 || pairs[0].Relation != Competing {
		t.Errorf("%+v, %v", pairs, err)
	}
}

func TestDraftConflicts_Errors(t *testing.T) {
	var bad *partnerrules.InputError
	late := claimsOf(2)
	late[0].Submitted = today.AddDays(1)
	for want, ask := range map[string]func() ([]Pair, error){
		"edition":             func() ([]Pair, error) { return (Policy{}).DraftConflicts(Draft{}, PartnerID{}, nil, today) },
		"on":                  func() ([]Pair, error) { return DraftConflicts(Draft{}, PartnerID{}, nil, calendar.Date{}) },
		"draft.area":          func() ([]Pair, error) { return DraftConflicts(Draft{Area: 9}, PartnerID{}, nil, today) },
		"claims[0].submitted": func() ([]Pair, error) { return DraftConflicts(Draft{}, PartnerID{}, late, today) },
		"claims[0].tenant":    func() ([]Pair, error) { return DraftConflicts(Draft{}, PartnerID{}, []Claim{{ID: "a"}}, today) },
	} {
		if pairs, err := ask(); !errors.As(err, &bad) || bad.Path != want || pairs != nil {
			t.Errorf("%s: %v, %v", want, pairs, err)
		}
	}
}

// CPR-47: examples 13 and 14. The warnings are in the order of the submission days.
func TestCheckDraft_ClaimCompetes(t *testing.T) {
	other := Claim{
		ID: "CL-7", Tenant: tenant(0), Area: BusinessApplications, Activities: partnerrules.SetOf(ActivityUsage), Status: Approved,
		Partner: partner(2), Company: partner(20), Units: []Unit{{"Sales", subscription(1)}}, Submitted: date("2020-05-01"), Approved: date("2020-05-10"),
	}
	earlier := other
	earlier.ID, earlier.Partner, earlier.Submitted, earlier.Approved = "CL-8", partner(3), date("2020-04-01"), calendar.Date{}
	for name, test := range map[string]struct {
		change func(*Policy, *Claim, *Draft)
		claims int
		want   string
	}{
		"subscription A":               {func(*Policy, *Claim, *Draft) {}, 1, "subscription CL-7 competing"},
		"subscription B":               {func(_ *Policy, c *Claim, _ *Draft) { c.Units[0].Subscription = subscription(2) }, 1, ""},
		"subscription B, by product":   {func(p *Policy, c *Claim, _ *Draft) { p.ProductDecides, c.Units[0].Subscription = true, subscription(2) }, 1, "product CL-7 competing"},
		"company unknown":              {func(_ *Policy, c *Claim, _ *Draft) { c.Company = PartnerID{} }, 1, "subscription CL-7 possibly-competing"},
		"rejected":                     {func(_ *Policy, c *Claim, _ *Draft) { c.Status = Rejected }, 1, ""},
		"own company":                  {func(_ *Policy, c *Claim, _ *Draft) { c.Company = partner(10) }, 1, ""},
		"the draft itself":             {func(_ *Policy, c *Claim, d *Draft) { d.ID = c.ID }, 1, ""},
		"two claims":                   {func(*Policy, *Claim, *Draft) {}, 2, "subscription CL-8 undetermined, subscription CL-7 competing"},
		"one shared unit is a product": {func(_ *Policy, c *Claim, _ *Draft) { c.Units = append(c.Units, Unit{Name: "Finance"}) }, 1, "product CL-7 competing"},
	} {
		p, c, d := inForce(), other, salesDraft()
		c.Units = slices.Clone(c.Units)
		test.change(&p, &c, &d)
		v, err := p.CheckDraft(d, Facts{Company: partner(10), Claims: []Claim{c, earlier}[:test.claims], ClaimsComplete: true}, today)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, f := range v.Findings {
			if f.Reason == ClaimCompetes {
				got = append(got, f.Field.String()+" "+f.Claim+" "+f.Relation.String())
				if f.Severity != partnerrules.SeverityWarning || f.Product != 0 {
					t.Errorf("%s: %+v", name, f)
				}
			}
		}
		if strings.Join(got, ", ") != test.want {
			t.Errorf("%s: %q, want %q", name, got, test.want)
		}
	}
}

// CPR-11: an error in the edition of 2020, and a warning in the edition of 2023.
func TestCheckDraft_AlreadyClaimedEdition(t *testing.T) {
	own := Claim{
		ID: "CL-7", Tenant: tenant(0), Area: BusinessApplications, Activities: partnerrules.SetOf(ActivityUsage), Status: Approved,
		Partner: partner(2), Company: partner(10), Units: []Unit{{"Sales", subscription(1)}}, Approved: date("2020-05-10"),
	}
	for day, want := range map[string]partnerrules.Severity{"2023-10-09": partnerrules.SeverityError, "2023-10-10": partnerrules.SeverityWarning} {
		v, err := CheckDraft(salesDraft(), Facts{Company: partner(10), Claims: []Claim{own}, ClaimsComplete: true}, date(day))
		i := slices.IndexFunc(v.Findings, func(f Finding) bool { return f.Reason == AlreadyClaimed })
		if err != nil || i < 0 || v.Findings[i].Severity != want {
			t.Errorf("%s: %v, %v", day, v, err)
		}
	}
}
