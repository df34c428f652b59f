package cpor_test

import (
	"cmp"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
	. "github.com/partnerrules/partnerrules/cpor"
	"pgregory.net/rapid"
)

// read is a second implementation of the rules for drafts. It returns the
// findings in the form "severity field reason product".
func read(p Policy, d Draft, f Facts, on calendar.Date) []string {
	var found []string
	add := func(severity string, field Field, r Reason, product int) {
		found = append(found, strings.Join([]string{severity, field.String(), r.String(), string(rune('0' + product))}, " "))
	}
	require := func(ok Tri, severity string, field Field, r Reason, product int) {
		if ok == No {
			add(severity, field, r, product)
		}
		if ok == Unknown {
			add("unknown", field, r, product)
		}
	}
	missing := func(is bool, field Field) {
		if is {
			add("error", field, FieldMissing, 0)
		}
	}
	business := d.Area == BusinessApplications
	in2023 := p.Edition == Edition2023 || !p.Edition2023From.IsZero() && !on.Before(p.Edition2023From)
	errorIn2020 := map[bool]string{false: "error", true: "warning"}[in2023]

	mayClaim := map[Role]Tri{BillingAdmin: partnerrules.TriFromBool(!p.IncentivesAdminOnly), GlobalAdmin: partnerrules.TriFromBool(!p.IncentivesAdminOnly), IncentivesUser: partnerrules.TriFromBool(!p.IncentivesAdminOnly), IncentivesAdmin: Yes, OtherRole: No}[f.Role]
	require(mayClaim, "error", FieldRole, RoleMayNotClaim, 0)

	if d.Partner != (PartnerID{}) {
		for r, is := range map[Reason]bool{
			LocationNotKnown: f.Location.Confirmed == No, LocationNotEnrolled: f.Location.Enrolled == No,
			NotALocation: f.Location.Kind > PartnerLocation, LocationHasPartnerType: f.Location.PartnerType == Yes,
		} {
			if is {
				add("warning", FieldPartner, r, 0)
			}
		}
	}
	missing(d.Partner == PartnerID{}, FieldPartner)
	missing(d.Tenant == TenantID{}, FieldTenant)
	if d.Tenant != (TenantID{}) && d.Domain != (Domain{}) && !slices.Contains(f.Domains, d.Domain) {
		require(map[bool]Tri{true: No, false: Unknown}[f.DomainsComplete], "error", FieldDomain, DomainMismatch, 0)
	}
	missing(d.Domain == Domain{}, FieldDomain)
	missing(d.Area == 0, FieldArea)
	for a := range d.Activities.All() {
		if d.Area == Microsoft365 && a != ActivityUsage {
			add("error", FieldActivity, ActivityNotOffered, 0)
			break
		}
	}
	if d.Activities.Has(ActivityRevenueAssociation) && (d.Activities.Has(ActivityUsage) || d.Activities.Has(ActivityPresales)) {
		add("error", FieldActivity, ActivitiesExclude, 0)
	}
	missing(d.Activities == 0, FieldActivity)
	missing(len(d.Products) == 0, FieldProduct)
	for i, u := range d.Products {
		n := i + 1
		require(u.Eligible, "error", FieldProduct, ProductNotEligible, n)
		if d.Area == Microsoft365 && u.Subscription != "" {
			add("warning", FieldSubscription, SubscriptionIgnored, n)
		}
		if !business {
			continue
		}
		channel := map[Channel]Tri{VolumeLicensing: Yes, WebDirect: Yes, CSP: No}[u.Channel]
		require(channel, "error", FieldProduct, ChannelNotEligible, n)
		require(u.OnTenant, "error", FieldProduct, ProductNotOnTenant, n)
		if u.Subscription == "" {
			needed := u.HasSeveral
			if in2023 {
				needed = Yes
			}
			require(-needed, "error", FieldSubscription, SubscriptionNeeded, n)
			continue
		}
		if u.KnownNotID || u.Subscription == "x" || u.Subscription == tenant(0).String() && d.Tenant == tenant(0) {
			add("error", FieldSubscription, NotASubscriptionID, n)
			continue
		}
		require(u.Dynamics, "error", FieldSubscription, SubscriptionNotDynamics, n)
		switch {
		case u.Channel == CSP, u.BoughtByCSP == Unknown && (u.Channel == VolumeLicensing || u.Channel == WebDirect):
		default:
			require(-u.BoughtByCSP, "error", FieldSubscription, SubscriptionIsCSP, n)
		}
		require(u.Provisioned, "error", FieldSubscription, NotProvisioned, n)
		require(-claimed(d, f, MustParseSubscriptionID(u.Subscription), on), errorIn2020, FieldSubscription, AlreadyClaimed, n)
		state := map[SubscriptionState]Tri{StateActive: Yes, StateInGrace: Yes, StateExtended: Yes, StateSuspended: No, StateLockedOut: No, StateDeleted: No, StateExpired: No}[u.State]
		require(state, errorIn2020, FieldSubscription, SubscriptionNotActive, n)
		if !slices.Contains(f.Subscriptions, MustParseSubscriptionID(u.Subscription)) {
			require(map[bool]Tri{true: No, false: Unknown}[f.SubscriptionsComplete], "error", FieldSubscription, SubscriptionNotOnTenant, n)
		}
	}
	for _, field := range competing(p, d, f, on) {
		add("warning", field, ClaimCompetes, 0)
	}
	missing(d.CustomerContact == Contact{}, FieldCustomerContact)
	missing(d.PartnerContact == Contact{}, FieldPartnerContact)
	require(f.Proof.Attached, "error", FieldPoE, ProofMissing, 0)
	if f.Proof.Attached == Yes {
		require(f.Proof.Acknowledged, "error", FieldPoE, ProofNotAcknowledged, 0)
		if f.Proof.Acknowledged != No {
			dates := Unknown
			if age, ok := on.DaysSince(f.Proof.AcknowledgedOn); ok {
				dates = partnerrules.TriFromBool(age >= 0 && age <= 366) // 2020 is a leap year
			}
			if f.Proof.Dated == No {
				dates = No
			}
			require(dates, "error", FieldPoE, ProofDatesWrong, 0)
		}
		require(f.Proof.Solution, "error", FieldPoE, ProofWithoutSolution, 0)
		for r, shown := range map[Reason]struct {
			asked bool
			ok    Tri
		}{
			ProofWithoutProducts:   {len(d.Products) > 0, f.Proof.Products},
			ProofOfAnotherPartner:  {d.Partner != PartnerID{}, f.Proof.Partner},
			ProofOfAnotherCustomer: {d.CustomerName != "", f.Proof.Customer},
			ProofOfAnotherDomain:   {d.Domain != Domain{}, f.Proof.Domain},
			ProofOfAnotherTenant:   {d.Tenant != TenantID{}, f.Proof.Tenant},
		} {
			if shown.asked {
				require(shown.ok, "error", FieldPoE, r, 0)
			}
		}
	}
	return found
}

// competing returns the field of the warning about each claim of another company that
// competes with the draft or may compete with it (CPR-47). It relates the claims to the
// claim that the draft becomes.
func competing(p Policy, d Draft, f Facts, on calendar.Date) []Field {
	if (d.Tenant == TenantID{}) || d.Area == 0 || len(d.Products) == 0 {
		return nil
	}
	complete := d
	if d.Partner == (PartnerID{}) {
		complete.Partner = partner(99) // of no company
		if f.Company != (PartnerID{}) {
			complete.Partner = f.Company
		}
	}
	if d.Activities == 0 {
		complete.Activities = partnerrules.SetOf(ActivityUsage)
	}
	own, err := complete.Claim("the draft", on)
	if err != nil {
		panic(err)
	}
	own.Company = f.Company
	var fields []Field
	for _, c := range f.Claims {
		pair, ok, err := p.Relate(own, c)
		if err != nil {
			panic(err)
		}
		if !ok || pair.SameCompany == Yes || d.Activities == 0 && p.CommonActivity {
			continue
		}
		field := FieldSubscription
		for _, u := range pair.Units {
			if (u.Subscription == SubscriptionID{}) {
				field = FieldProduct
			}
		}
		fields = append(fields, field)
	}
	return fields
}

func claimed(d Draft, f Facts, s SubscriptionID, on calendar.Date) Tri {
	answer := map[bool]Tri{true: No, false: Unknown}[f.ClaimsComplete]
	for _, c := range f.Claims {
		names := slices.ContainsFunc(c.Units, func(u Unit) bool { return u.Subscription == s })
		if !c.Status.IsLive() || c.Area != BusinessApplications || !names || !c.Ends.IsZero() && c.Ends.Before(on) || d.Activities != 0 && c.Activities&d.Activities == 0 {
			continue
		}
		own := Unknown
		switch {
		case d.Partner == PartnerID{} && f.Company == PartnerID{}:
		case d.Partner == c.Partner, d.Partner == c.Company, f.Company == c.Partner, f.Company == c.Company:
			own = Yes
		case c.Company != PartnerID{}:
			own = No
		}
		if d.Activities == 0 {
			own = min(own, Unknown)
		}
		answer = max(answer, own)
	}
	return answer
}

// CheckDraft returns the findings of the second implementation, ordered by field,
// rule and product.
func TestCheckDraft_Table(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := anyPolicy(t)
		p.IncentivesAdminOnly = rapid.Bool().Draw(t, "incentives admins only")
		d, f := anyDraft(t)
		on := today.AddDays(rapid.IntRange(0, 12).Draw(t, "day"))
		if on != today {
			f.Proof.AcknowledgedOn = calendar.Date{} // its boundaries are drawn around today
		}
		v, err := p.CheckDraft(d, f, on)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		verdict := VerdictValid
		for _, finding := range v.Findings {
			got = append(got, strings.Join([]string{finding.Severity.String(), finding.Field.String(), finding.Reason.String(), string(rune('0' + finding.Product))}, " "))
			if finding.CustomerAsked != f.CustomerAsked || finding.Message() == "" || finding.Remedy() == "" ||
				(finding.Reason == ClaimCompetes) != (finding.Claim != "" && finding.Relation != 0) {
				t.Fatalf("%+v", finding)
			}
			switch {
			case finding.Severity == partnerrules.SeverityError:
				verdict = VerdictInvalid
			case finding.Severity == partnerrules.SeverityUnknown && verdict == VerdictValid:
				verdict = VerdictUndetermined
			}
		}
		sorted := slices.IsSortedFunc(v.Findings, func(a, b Finding) int {
			if a.Field != b.Field {
				return int(a.Field) - int(b.Field)
			}
			if c := cmp.Compare(a.Reason.Rule(), b.Reason.Rule()); c != 0 {
				return c
			}
			if a.Reason == b.Reason {
				return a.Product - b.Product
			}
			return int(a.Reason) - int(b.Reason)
		})
		if v.Verdict != verdict || v.MaySubmit() != (verdict != VerdictInvalid) || !sorted || v.On != on || v.Policy != p {
			t.Fatalf("%v, sorted: %v", v, sorted)
		}
		want := read(p, d, f, on)
		slices.Sort(want)
		slices.Sort(got)
		if !slices.Equal(want, got) {
			t.Fatalf("got  %q\nwant %q", got, want)
		}
	})
}

// With zero facts, the only errors are missing fields.
func TestCheckDraft_ZeroFacts(t *testing.T) {
	v, err := CheckDraft(Draft{}, Facts{}, today)
	if err != nil || v.Verdict != VerdictInvalid || len(v.Findings) != 10 {
		t.Errorf("%v, %v", v, err)
	}
	for _, f := range v.Findings {
		if f.Severity == partnerrules.SeverityError && f.Reason != FieldMissing || f.Severity == partnerrules.SeverityWarning {
			t.Errorf("%+v is reported without a fact", f)
		}
	}
	if want := "invalid on 2020-07-06: unknown role-may-not-claim, error field-missing"; !strings.HasPrefix(v.String(), want) {
		t.Errorf("%v", v)
	}
	if unknown := v.Findings[0]; !strings.HasPrefix(unknown.Message(), "It is unknown whether the role of this user ") {
		t.Errorf("the message for an unknown fact is %q", unknown.Message())
	}
}

func TestCheckDraft_Errors(t *testing.T) {
	for name, spoil := range map[string]func(*Policy, *Draft, *Facts, *calendar.Date){
		"edition": func(p *Policy, _ *Draft, _ *Facts, _ *calendar.Date) { p.Edition = 0 },
		"on":      func(_ *Policy, _ *Draft, _ *Facts, on *calendar.Date) { *on = calendar.Date{} },

		"draft.area":             func(_ *Policy, d *Draft, _ *Facts, _ *calendar.Date) { d.Area = Microsoft365 + 1 },
		"draft.activities":       func(_ *Policy, d *Draft, _ *Facts, _ *calendar.Date) { d.Activities = 1 },
		"draft.id":               func(_ *Policy, d *Draft, _ *Facts, _ *calendar.Date) { d.ID = "C\x00" },
		"draft.id ":              func(_ *Policy, d *Draft, _ *Facts, _ *calendar.Date) { d.ID = " " },
		"draft.customerName":     func(_ *Policy, d *Draft, _ *Facts, _ *calendar.Date) { d.CustomerName = "a\u2066" },
		"draft.products[1].name": func(_ *Policy, d *Draft, _ *Facts, _ *calendar.Date) { d.Products[1].Name = "\ue000" },

		"draft.products[1].channel":     func(_ *Policy, d *Draft, _ *Facts, _ *calendar.Date) { d.Products[1].Channel = CSP + 1 },
		"draft.products[1].state":       func(_ *Policy, d *Draft, _ *Facts, _ *calendar.Date) { d.Products[1].State = StateExtended + 1 },
		"draft.products[1].eligible":    func(_ *Policy, d *Draft, _ *Facts, _ *calendar.Date) { d.Products[1].Eligible = Yes + 1 },
		"draft.products[1].onTenant":    func(_ *Policy, d *Draft, _ *Facts, _ *calendar.Date) { d.Products[1].OnTenant = No - 1 },
		"draft.products[1].hasSeveral":  func(_ *Policy, d *Draft, _ *Facts, _ *calendar.Date) { d.Products[1].HasSeveral = 9 },
		"draft.products[1].dynamics":    func(_ *Policy, d *Draft, _ *Facts, _ *calendar.Date) { d.Products[1].Dynamics = 9 },
		"draft.products[1].boughtByCSP": func(_ *Policy, d *Draft, _ *Facts, _ *calendar.Date) { d.Products[1].BoughtByCSP = 9 },
		"draft.products[1].provisioned": func(_ *Policy, d *Draft, _ *Facts, _ *calendar.Date) { d.Products[1].Provisioned = 9 },

		"facts.role":                 func(_ *Policy, _ *Draft, f *Facts, _ *calendar.Date) { f.Role = IncentivesUser + 1 },
		"facts.location.kind":        func(_ *Policy, _ *Draft, f *Facts, _ *calendar.Date) { f.Location.Kind = LegacyVOrg + 1 },
		"facts.location.confirmed":   func(_ *Policy, _ *Draft, f *Facts, _ *calendar.Date) { f.Location.Confirmed = 9 },
		"facts.location.enrolled":    func(_ *Policy, _ *Draft, f *Facts, _ *calendar.Date) { f.Location.Enrolled = 9 },
		"facts.location.partnerType": func(_ *Policy, _ *Draft, f *Facts, _ *calendar.Date) { f.Location.PartnerType = 9 },
		"facts.proof.attached":       func(_ *Policy, _ *Draft, f *Facts, _ *calendar.Date) { f.Proof.Attached = 9 },
		"facts.proof.partner":        func(_ *Policy, _ *Draft, f *Facts, _ *calendar.Date) { f.Proof.Partner = 9 },
		"facts.proof.customer":       func(_ *Policy, _ *Draft, f *Facts, _ *calendar.Date) { f.Proof.Customer = 9 },
		"facts.proof.domain":         func(_ *Policy, _ *Draft, f *Facts, _ *calendar.Date) { f.Proof.Domain = 9 },
		"facts.proof.tenant":         func(_ *Policy, _ *Draft, f *Facts, _ *calendar.Date) { f.Proof.Tenant = 9 },
		"facts.proof.solution":       func(_ *Policy, _ *Draft, f *Facts, _ *calendar.Date) { f.Proof.Solution = 9 },
		"facts.proof.products":       func(_ *Policy, _ *Draft, f *Facts, _ *calendar.Date) { f.Proof.Products = 9 },
		"facts.proof.acknowledged":   func(_ *Policy, _ *Draft, f *Facts, _ *calendar.Date) { f.Proof.Acknowledged = 9 },
		"facts.proof.dated":          func(_ *Policy, _ *Draft, f *Facts, _ *calendar.Date) { f.Proof.Dated = 9 },
		"facts.claims[1].units":      func(_ *Policy, _ *Draft, f *Facts, _ *calendar.Date) { f.Claims[1].Units = nil },
		"facts.claims[1].submitted":  func(_ *Policy, _ *Draft, f *Facts, on *calendar.Date) { f.Claims[1].Submitted = on.AddDays(1) },
		"facts.claims[1].begins":     func(_ *Policy, _ *Draft, f *Facts, on *calendar.Date) { f.Claims[1].Begins = on.AddDays(1) },
		"facts.claims[1].approved":   func(_ *Policy, _ *Draft, f *Facts, on *calendar.Date) { f.Claims[1].Approved = on.AddDays(1) },
		"facts.claims[1].id":         func(_ *Policy, _ *Draft, f *Facts, _ *calendar.Date) { f.Claims[1].ID = f.Claims[0].ID },
	} {
		p, on := Baseline(), today
		d := Draft{Products: make([]Product, 2)}
		f := Facts{Claims: claimsOf(1, 2)}
		f.Claims[1].Submitted, f.Claims[1].Approved = on, on
		if _, err := p.CheckDraft(d, f, on); err != nil {
			t.Fatal(err)
		}
		spoil(&p, &d, &f, &on)
		var bad *partnerrules.InputError
		if _, err := p.CheckDraft(d, f, on); !errors.As(err, &bad) || bad.Path != strings.TrimSpace(name) || bad.Reason == "" {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// A partner belongs to one company in the draft and all claims, live or not. An
// unknown company does not contradict a known one.
func TestCheckDraft_OneCompanyOfPartner(t *testing.T) {
	for _, test := range []struct {
		draft    int    // the company of partner 1
		claims   [3]int // the companies of partners 1, 2 and 2
		rejected string // the field of the error
	}{
		{0, [3]int{0, 0, 0}, ""},
		{10, [3]int{10, 20, 20}, ""},
		{10, [3]int{0, 10, 0}, ""},
		{0, [3]int{10, 0, 20}, ""},
		{10, [3]int{11, 20, 20}, "facts.claims[0].company"},
		{10, [3]int{10, 20, 21}, "facts.claims[2].company"},
	} {
		company := func(n int) (id PartnerID) {
			if n > 0 {
				id = partner(n)
			}
			return id
		}
		f := Facts{Company: company(test.draft), Claims: claimsOf(1, 2, 2)}
		for i, n := range test.claims {
			f.Claims[i].Company, f.Claims[i].Status = company(n), Rejected
		}
		_, err := CheckDraft(Draft{Partner: partner(1)}, f, today)
		var bad *partnerrules.InputError
		if (err != nil) != (test.rejected != "") || err != nil && (!errors.As(err, &bad) || bad.Path != test.rejected) {
			t.Errorf("%+v: %v", test, err)
		}
	}
	unknownBetween := Facts{Claims: claimsOf(2, 2, 2)}
	unknownBetween.Claims[0].Company, unknownBetween.Claims[2].Company = partner(20), partner(21)
	var bad *partnerrules.InputError
	if _, err := CheckDraft(Draft{}, unknownBetween, today); !errors.As(err, &bad) || bad.Path != "facts.claims[2].company" || !strings.Contains(bad.Reason, `"C2"`) {
		t.Errorf("an unknown company between two known ones: %v", err)
	}
}

// Checking a draft without findings does not allocate.
func TestCheckDraft_DoesNotAllocate(t *testing.T) {
	d := Draft{
		Partner: partner(1), Tenant: tenant(0), Domain: MustParseDomain("contoso"), Area: Microsoft365, Activities: partnerrules.SetOf(ActivityUsage),
		Products: []Product{{Name: "Teams", Eligible: Yes}}, CustomerContact: Contact{"a", "b", "c"}, PartnerContact: Contact{Name: "a", Email: "b"},
	}
	f := Facts{
		Role: BillingAdmin, Domains: []Domain{MustParseDomain("contoso")},
		Proof: Proof{Yes, Yes, Yes, Yes, Yes, Yes, Yes, Yes, Yes, today}, Claims: claimsOf(2, 3, 4),
	}
	for i := range f.Claims {
		f.Claims[i].Company, f.Claims[i].Tenant = partner(10), tenant(1)
	}
	if n := testing.AllocsPerRun(100, func() {
		if v, err := CheckDraft(d, f, today); err != nil || v.Verdict != VerdictValid {
			t.Fatal(v, err)
		}
	}); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

// CPR-11: a claim counts if it is live, of the same company, on the subscription,
// has an activity in common, and is not the draft itself.
func TestCheckDraft_AlreadyClaimed(t *testing.T) {
	for name, test := range map[string]struct {
		change func(*Draft, *Facts, *Claim)
		want   Tri
	}{
		"the same": {func(*Draft, *Facts, *Claim) {}, Yes},
		"of the same location": {func(_ *Draft, f *Facts, c *Claim) {
			c.Company = PartnerID{}
			c.Partner, f.Company = partner(1), PartnerID{}
		}, Yes},
		"of another company":      {func(_ *Draft, _ *Facts, c *Claim) { c.Company = partner(20) }, No},
		"of an unknown partner":   {func(d *Draft, f *Facts, _ *Claim) { d.Partner, f.Company = PartnerID{}, PartnerID{} }, Unknown},
		"of a known company":      {func(d *Draft, _ *Facts, _ *Claim) { d.Partner = PartnerID{} }, Yes},
		"the draft itself":        {func(d *Draft, _ *Facts, c *Claim) { d.ID = c.ID }, No},
		"for another activity":    {func(_ *Draft, _ *Facts, c *Claim) { c.Activities = partnerrules.SetOf(ActivityPresales) }, No},
		"for this and another":    {func(_ *Draft, _ *Facts, c *Claim) { c.Activities = partnerrules.SetOf(ActivityPresales, ActivityUsage) }, Yes},
		"no activity entered":     {func(d *Draft, _ *Facts, _ *Claim) { d.Activities = 0 }, Unknown},
		"rejected":                {func(_ *Draft, _ *Facts, c *Claim) { c.Status = Rejected }, No},
		"ended the day before":    {func(_ *Draft, _ *Facts, c *Claim) { c.Ends = today.AddDays(-1) }, No},
		"ending on the day":       {func(_ *Draft, _ *Facts, c *Claim) { c.Ends = today }, Yes},
		"of another area":         {func(_ *Draft, _ *Facts, c *Claim) { c.Area = Microsoft365 }, No},
		"of another subscription": {func(_ *Draft, _ *Facts, c *Claim) { c.Units[0].Subscription = subscription(2) }, No},
		"empty complete list":     {func(_ *Draft, f *Facts, _ *Claim) { f.Claims = nil }, No},
		"empty incomplete list":   {func(_ *Draft, f *Facts, _ *Claim) { f.Claims, f.ClaimsComplete = nil, false }, Unknown},
	} {
		claim := Claim{
			ID: "CL-1", Tenant: tenant(0), Area: BusinessApplications, Activities: partnerrules.SetOf(ActivityUsage), Status: Submitted,
			Submitted: today.AddDays(-30), Partner: partner(2), Company: partner(10), Units: []Unit{{"Sales", subscription(1)}},
		}
		d := Draft{
			ID: "CL-2", Partner: partner(1), Tenant: tenant(0), Area: BusinessApplications, Activities: partnerrules.SetOf(ActivityUsage),
			Products: []Product{{Name: "Sales", Subscription: subscription(1).String()}},
		}
		f := Facts{Company: partner(10), ClaimsComplete: true, Claims: make([]Claim, 1)}
		test.change(&d, &f, &claim)
		if f.Claims != nil {
			f.Claims[0] = claim
		}
		v, err := CheckDraft(d, f, today)
		if err != nil {
			t.Fatal(err)
		}
		got := No
		for _, finding := range v.Findings {
			if finding.Reason == AlreadyClaimed {
				got = map[partnerrules.Severity]Tri{partnerrules.SeverityError: Yes, partnerrules.SeverityUnknown: Unknown}[finding.Severity]
			}
		}
		if got != test.want {
			t.Errorf("%s: %v, want %v in %v", name, got, test.want, v)
		}
	}
}

// CPR-18: a name in which nothing is visible is missing, and is not invalid.
func TestCheckDraft_InvisibleNames(t *testing.T) {
	for _, name := range []string{"", " ", "\u3000", "\u200b", "\u200d\t\u2028"} {
		f := Facts{Proof: Proof{Attached: Yes, Customer: No}}
		v, err := CheckDraft(Draft{CustomerName: name, Products: []Product{{Name: name}}}, f, today)
		named := slices.ContainsFunc(v.Findings, func(f Finding) bool { return f.Reason == ProofOfAnotherCustomer })
		missing := slices.ContainsFunc(v.Findings, func(f Finding) bool { return f.Reason == FieldMissing && f.Field == FieldProduct })
		if err != nil || named || !missing {
			t.Errorf("%q: %v, %v", name, v, err)
		}
	}
}

// CPR-18: each part of a contact is required, except the title of the partner's
// contact.
func TestCheckDraft_Contacts(t *testing.T) {
	full := Contact{"Ada", "CIO", "ada@contoso.example"}
	for _, test := range []struct {
		contact           Contact
		customer, partner bool // complete
	}{
		{full, true, true},
		{Contact{"\u200b", full.Title, full.Email}, false, false},
		{Contact{full.Name, "\u2003\t", full.Email}, false, true},
		{Contact{full.Name, full.Title, ""}, false, false},
		{Contact{}, false, false},
	} {
		v, err := CheckDraft(Draft{CustomerContact: test.contact, PartnerContact: test.contact}, Facts{}, today)
		if err != nil {
			t.Fatal(err)
		}
		for field, complete := range map[Field]bool{FieldCustomerContact: test.customer, FieldPartnerContact: test.partner} {
			missing := slices.ContainsFunc(v.Findings, func(f Finding) bool {
				return f.Field == field && f.Reason == FieldMissing && f.Severity == partnerrules.SeverityError
			})
			if missing == complete {
				t.Errorf("%+v as %v: %v", test.contact, field, v)
			}
		}
	}
}

// CPR-17: the acknowledgment is within the twelve months before the submission.
func TestCheckDraft_ProofDates(t *testing.T) {
	for day, want := range map[string]Tri{"2019-07-05": No, "2019-07-06": Yes, "2020-07-06": Yes, "2020-07-07": No, "": Unknown} {
		f := Facts{Proof: Proof{Attached: Yes, Acknowledged: Yes}}
		if day != "" {
			f.Proof.AcknowledgedOn = date(day)
		}
		v, err := CheckDraft(Draft{}, f, date("2020-07-06"))
		if err != nil {
			t.Fatal(err)
		}
		got := Yes
		for _, finding := range v.Findings {
			if finding.Reason == ProofDatesWrong {
				got = map[partnerrules.Severity]Tri{partnerrules.SeverityError: No, partnerrules.SeverityUnknown: Unknown}[finding.Severity]
			}
		}
		if got != want {
			t.Errorf("acknowledged on %q: %v, want %v in %v", day, got, want, v)
		}
	}
}

// CPR-39: a finding that the customer can help with has the note, even if it is
// unknown.
func TestValidation_Notes(t *testing.T) {
	note := []string{"ask-customer-first CPR-39"}
	checkNotes(t, nil, Validation{}.Notes())
	checkNotes(t, nil, Validation{Findings: []Finding{{Reason: RoleMayNotClaim}, {Reason: FieldMissing}}}.Notes())
	checkNotes(t, note, Validation{Findings: []Finding{{Reason: FieldMissing}, {Reason: NotProvisioned}, {Reason: DomainMismatch}}}.Notes())
	v, err := CheckDraft(Draft{Tenant: tenant(0), Domain: MustParseDomain("contoso")}, Facts{}, today)
	if err != nil {
		t.Fatal(err)
	}
	checkNotes(t, note, v.Notes()) // it is unknown whether the domain is one of the tenant's
}

func TestValidation_MaySubmit(t *testing.T) {
	for verdict, may := range map[Verdict]bool{VerdictUndetermined: true, VerdictValid: true, VerdictInvalid: false, VerdictInvalid + 1: false} {
		if v := (Validation{Verdict: verdict, On: today}); v.MaySubmit() != may {
			t.Errorf("%v may be submitted: %v", verdict, !may)
		}
	}
}

func TestClaimableFrom_Baseline(t *testing.T) {
	if ClaimableFrom(today) != today {
		t.Errorf("claimable from %v", ClaimableFrom(today))
	}
}
