package agreement_test

import (
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/partnerrules/partnerrules"
	. "github.com/partnerrules/partnerrules/agreement"
	"github.com/partnerrules/partnerrules/calendar"
)

// A mutation is a change to a valid trial, with the findings that it causes. A trial
// has at most one mutation for each place.
type mutation struct {
	place   string
	apply   func(*trial)
	found   []Reason
	unknown []Reason
}

func mutations() []mutation {
	contact := func(set func(c *Contact)) func(*trial) { return func(c *trial) { set(&c.a.Contact) } }
	date := func(text string) func(*trial) { return func(c *trial) { c.a.Date = MustParseTimestamp(text) } }
	is := func(reasons ...Reason) []Reason { return reasons }
	return []mutation{
		{"partner", func(c *trial) { c.f.Partner = IndirectReseller }, is(PartnerMayNotAttest), nil},
		{"partner", func(c *trial) { c.f.Partner = PartnerTypeUnknown }, nil, is(PartnerMayNotAttest)},
		{"partner", func(c *trial) { c.f.Partner = IndirectProvider }, nil, nil},
		{"role", func(c *trial) { c.f.Role = HelpdeskAgent }, is(RoleMayNotAttest), nil},
		{"role", func(c *trial) { c.f.Role = OtherRole }, is(RoleMayNotAttest), nil},
		{"role", func(c *trial) { c.f.Role = RoleUnknown }, nil, is(RoleMayNotAttest)},
		{"role", func(c *trial) { c.f.Role = SalesAgent }, nil, nil},
		{"first", contact(func(c *Contact) { c.FirstName = "" }), is(FirstNameMissing), nil},
		{"first", contact(func(c *Contact) { c.FirstName = "\t\u2003" }), is(FirstNameMissing), nil},
		{"first", contact(func(c *Contact) { c.FirstName = "\u200b\x00\u2028\u202e" }), is(FirstNameMissing), nil},
		{"first", contact(func(c *Contact) { c.FirstName = "\u200d\u092e" }), nil, nil},
		{"last", contact(func(c *Contact) { c.LastName = "  " }), is(LastNameMissing), nil},
		{"email", contact(func(c *Contact) { c.Email = "\n" }), is(EmailMissing), nil},
		{"email", contact(func(c *Contact) { c.Email = "ada" }), is(EmailMalformed), nil},
		{"email", contact(func(c *Contact) { c.Email = " ada@microsoft.com" }), is(EmailMalformed), nil},
		{"email", contact(func(c *Contact) { c.Email = "ada@Microsoft.Com" }), is(EmailOfMicrosoft), nil},
		{"email", contact(func(c *Contact) { c.Email = "ada@RESELLER.example" }), is(EmailOfPartner), nil},
		{"phone", contact(func(c *Contact) { c.Phone = "" }), nil, nil},
		{"date", date("0001-01-01T00:00:00"), is(DateMissing), nil},
		{"date", date("1900-01-01T12:00:00Z"), is(DateMissing), nil},
		{"date", date("9999-12-31"), is(DateMissing), nil},
		{"date", func(c *trial) { c.a.Date = Timestamp{} }, is(DateMissing), nil},
		{"date", date("2025-12-10T12:00:00.001Z"), is(DateInFuture), nil},
		{"date", date("2025-12-11"), is(DateInFuture), nil},
		{"date", date("2025-12-11T01:00:00+14:00"), is(DateAheadOfService), nil},
		{"date", date("2025-12-10T12:00:00Z"), nil, nil},
		{"channel", func(c *trial) { c.p.PortalClosedFrom = day("2025-12-10") }, is(ChannelClosed), nil},
		{"channel", func(c *trial) { c.p.PortalClosedFrom = day("2025-12-11") }, nil, nil},
		{"channel", func(c *trial) { c.p = Baseline() }, nil, nil},
		{"agreement", func(c *trial) { c.a.Template = "" }, is(TemplateMissing), nil},
		{"agreement", func(c *trial) { c.a.Template, c.a.Type = "", "" }, is(TemplateMissing), nil},
		{"agreement", func(c *trial) { c.a.Template = otherTemplate }, is(TemplateNotKnown), nil},
		{"agreement", func(c *trial) { c.a.Template, c.a.Type = otherTemplate, "" }, is(TemplateNotKnown), nil},
		{"agreement", func(c *trial) { c.a.Template = " " + CustomerAgreementTemplate[1:] }, is(TemplateNotKnown), nil},
		{"agreement", func(c *trial) { c.a.Type = "Other" }, is(TypeNotKnown), nil},
		{"agreement", func(c *trial) { c.a.Type = "" }, nil, nil},
		{"agreement", func(c *trial) { c.a.Template = TemplateID(strings.ToUpper(string(c.a.Template))) }, nil, nil},
		{"agreement", func(c *trial) { c.a.Type = CloudAgreement }, is(TypeMismatch, TypeRetired), nil},
		{"agreement", func(c *trial) { c.a.Template = CloudAgreementTemplate }, is(TemplateRetired, TypeMismatch), nil},
		{"agreement", func(c *trial) { c.a.Template, c.a.Type = CloudAgreementTemplate, CloudAgreement }, is(TemplateRetired), nil},
		{"agreement", func(c *trial) { c.a.Template, c.a.Type = CloudAgreementTemplate, "" }, is(TemplateRetired), nil},
		{"agreement", func(c *trial) { c.a.Template, c.a.Type = otherTemplate, CloudAgreement }, is(TemplateNotKnown, TypeRetired), nil},
		{"stored", func(c *trial) { c.s.Stored = nil }, nil, is(Duplicate)},
	}
}

// Check reports the faults of all mutations and no others, in each flow. The findings
// are in the order of the constants, which is the order of the fields.
func TestCheck_Mutations(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := good(rapid.SampledFrom(flows).Draw(t, "flow"))
		applied := map[string]bool{}
		found, unknown := map[Reason]bool{}, map[Reason]bool{}
		for _, m := range rapid.SliceOfN(rapid.SampledFrom(mutations()), 0, 8).Draw(t, "mutations") {
			if applied[m.place] {
				continue
			}
			applied[m.place] = true
			m.apply(&c)
			for _, r := range m.found {
				found[r] = true
			}
			for _, r := range m.unknown {
				unknown[r] = true
			}
		}
		if !applied["stored"] && rapid.Bool().Draw(t, "duplicate") {
			c.s.Stored = append(c.s.Stored, c.a)
			if c.a.Type == "" && c.a.Template.Type() == "" {
				unknown[Duplicate] = true // the type is unknown
			} else {
				found[Duplicate] = true
			}
		}
		for _, part := range []struct {
			tri   *Tri
			fault Reason
		}{
			{&c.s.Form.CompanyInformation, CompanyInformationMissing},
			{&c.s.Form.PrimaryContact, PrimaryContactMissing},
			{&c.s.Form.Ticked, BoxNotTicked},
			{&c.s.Form.ContactCorrect, ContactNotCorrect},
			{&c.s.Form.ContactAccepted, ContactNotAcceptor},
			{&c.s.Form.Reviewed, NotReviewed},
		} {
			if *part.tri = Tri(rapid.IntRange(-1, 4).Draw(t, "form")); *part.tri > Yes {
				*part.tri = Yes // more often than No and Unknown
			}
			if c.s.Route == AttestNewCustomer && *part.tri != Yes {
				map[Tri]map[Reason]bool{No: found, Unknown: unknown}[*part.tri][part.fault] = true
			}
		}
		r := c.check(t)
		faulty := false
		var last Reason
		for f := range r.All() {
			if f.Severity == partnerrules.SeverityUnknown && !unknown[f.Reason] || f.Severity != partnerrules.SeverityUnknown && !found[f.Reason] {
				t.Errorf("unexpected finding %v", f)
			}
			if f.Reason <= last || f.Reason.Field() < last.Field() || f.Reason.Field() == last.Field() && f.Reason.Rule() < last.Rule() {
				t.Errorf("%v comes after %v", f.Reason, last)
			}
			last = f.Reason
			faulty = faulty || f.Severity == partnerrules.SeverityError
			delete(found, f.Reason)
			delete(unknown, f.Reason)
		}
		if len(found)+len(unknown) > 0 {
			t.Errorf("%v lacks the findings %v and the unknown findings %v", r, found, unknown)
		}
		want := Ready
		switch {
		case faulty:
			want = Faulty
		case r.Unknown != 0:
			want = ReportUndetermined
		}
		if r.Verdict != want || r.Policy != c.p {
			t.Errorf("%v, want %v", r, want)
		}
	})
}

// Each mutation is tested alone, so that another mutation cannot hide it.
func TestCheck_EachMutation(t *testing.T) {
	for i, m := range mutations() {
		c := good(RouteUndetermined)
		m.apply(&c)
		r := c.check(t)
		if !slices.Equal(slices.Collect(r.Found.All()), m.found) || !slices.Equal(slices.Collect(r.Unknown.All()), m.unknown) {
			t.Errorf("mutation %d, %s: %v, want found %v, unknown %v", i, m.place, r, m.found, m.unknown)
		}
	}
}

// learn sets one unknown fact.
func learn(t *rapid.T, c *trial) {
	switch rapid.IntRange(0, 4).Draw(t, "fact") {
	case 0:
		if c.f.Partner == PartnerTypeUnknown {
			c.f.Partner = rapid.SampledFrom([]PartnerType{DirectBill, IndirectProvider, IndirectReseller}).Draw(t, "partner")
		}
	case 1:
		if c.f.Role == RoleUnknown {
			c.f.Role = rapid.SampledFrom([]Role{AdminAgent, SalesAgent, HelpdeskAgent, OtherRole}).Draw(t, "role")
		}
	case 2:
		if c.f.Now.IsZero() {
			c.f.Now = NewTimestamp(anyInstant().Draw(t, "now"))
		}
	case 3:
		if c.f.Channel == ChannelUnknown && c.s.Route == RouteUndetermined {
			c.f.Channel = API // as which an attestation by itself is judged
		}
	case 4:
		if c.s.Stored == nil {
			c.s.Stored = rapid.SampledFrom([][]Attestation{{}, {c.a}}).Draw(t, "stored")
		}
	}
}

// A new fact removes no error or warning, and makes no finding unknown.
func TestCheck_NewFact(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := good(rapid.SampledFrom(flows).Draw(t, "flow"))
		c.f.Channel = ChannelUnknown
		for _, m := range rapid.SliceOfN(rapid.SampledFrom(mutations()), 0, 6).Draw(t, "mutations") {
			m.apply(&c)
		}
		for _, forget := range rapid.SliceOfN(rapid.IntRange(0, 3), 0, 4).Draw(t, "forgotten") {
			switch forget {
			case 0:
				c.f.Now = Timestamp{}
			case 1:
				c.s.Stored = nil
			case 2:
				c.f.Role = RoleUnknown
			case 3:
				c.f.Partner = PartnerTypeUnknown
			}
		}
		before := c.check(t)
		learn(t, &c)
		after := c.check(t)
		if before.Found&^after.Found != 0 || after.Unknown&^before.Unknown != 0 || before.Verdict == Faulty && after.Verdict != Faulty {
			t.Errorf("%v became %v", before, after)
		}
	})
}

// Check agrees with a second implementation of the rules on future dates, which uses
// package time. The written zone affects only the warnings of AGR-06 and AGR-07.
func TestCheck_DateAndInstant(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		now := time.Date(2023, 5, rapid.IntRange(1, 3).Draw(t, "day"), rapid.IntRange(0, 23).Draw(t, "hour"), 0, 0, 0, time.UTC)
		accepted := now.Add(time.Duration(rapid.IntRange(-50, 50).Draw(t, "hours")) * time.Hour).Add(time.Duration(rapid.IntRange(-1, 1).Draw(t, "nanoseconds")))
		zone := time.FixedZone("", 3600*rapid.IntRange(-14, 14).Draw(t, "zone"))
		west := time.FixedZone("", -8*3600)
		nowZone := time.FixedZone("", 3600*rapid.IntRange(-14, 14).Draw(t, "zone of now"))
		c := good(rapid.SampledFrom([]Route{RouteUndetermined, AttestAtOrderPrompt}).Draw(t, "flow"))
		c.p = Baseline()
		c.f.Now = MustParseTimestamp(now.In(nowZone).Format(time.RFC3339))
		c.a.Date = MustParseTimestamp(accepted.In(zone).Format(time.RFC3339Nano))
		written := accepted.In(zone).Format(time.DateOnly)
		r := c.check(t)
		future := accepted.After(now)
		if r.Found.Has(DateInFuture) != future {
			t.Errorf("%v on %v: %v", c.a.Date, now, r)
		}
		if want := !future && written > now.In(west).Format(time.DateOnly); r.Found.Has(DateAheadOfService) != want {
			t.Errorf("%v on %v: %v", c.a.Date, now, r)
		}
		today := false
		for _, in := range []*time.Location{time.UTC, west, nowZone} {
			today = today || written == now.In(in).Format(time.DateOnly)
		}
		if want := !future && c.s.Route == AttestAtOrderPrompt && !today && written < now.Format(time.DateOnly); r.Found.Has(DatePast) != want {
			t.Errorf("%v on %v: %v", c.a.Date, c.f.Now, r)
		}
		c.a.Date = MustParseTimestamp(accepted.Format(time.RFC3339Nano))
		if inUTC := c.check(t); inUTC.Found.Has(DateInFuture) != future || inUTC.Found.Has(DateBeforeAgreement) != r.Found.Has(DateBeforeAgreement) {
			t.Errorf("with the date in UTC: %v, as written: %v", inUTC, r)
		}
	})
}

// If the date or now is a day alone, days are compared.
func TestCheck_DateAndDay(t *testing.T) {
	for _, test := range []struct {
		date, now string
		prompt    bool
		found     []Reason
	}{
		{"2023-05-02", "2023-05-01", false, []Reason{DateInFuture}},
		{"2023-05-01", "2023-05-01", true, nil},
		{"2023-04-30", "2023-05-01", true, nil},
		{"2023-04-29", "2023-05-01", true, []Reason{DatePast}},
		{"2023-05-01T23:59:59Z", "2023-05-01", false, nil},
		{"2023-05-02T00:00:00Z", "2023-05-01", false, []Reason{DateInFuture}},
		{"2023-05-02T01:00:00+02:00", "2023-05-01", false, nil}, // the day in UTC-8 is unknown
		{"2023-05-01T23:00:00-05:00", "2023-05-01", false, []Reason{DateInFuture}},
		{"2023-05-01", "2023-05-01T00:00:00Z", false, []Reason{DateAheadOfService}},
		{"2023-05-02", "2023-05-01T23:59:59Z", false, []Reason{DateInFuture}},
		{"2023-05-01", "2023-05-01T20:00:00-04:00", true, nil},                          // 05-02 in UTC, 05-01 in UTC-8
		{"2023-11-16", "2023-11-16T06:00:00+10:00", true, []Reason{DateAheadOfService}}, // 11-15 in UTC and UTC-8
		{"2023-11-17", "2023-11-16T06:00:00+10:00", true, []Reason{DateInFuture}},
		{"2023-11-15", "2023-11-16T06:00:00+10:00", true, nil},
		{"2023-11-14", "2023-11-16T06:00:00+10:00", true, []Reason{DatePast}},
		{"2023-11-15", "2023-11-16T20:00:00-05:00", true, []Reason{DatePast}}, // 11-17 in UTC, 11-16 in UTC-8
		{"2023-11-16", "2023-11-16T20:00:00-05:00", true, nil},
		{"2023-11-17", "2023-11-16T20:00:00-05:00", true, []Reason{DateAheadOfService}},
		{"2023-11-18", "2023-11-16T20:00:00-05:00", true, []Reason{DateInFuture}},
		{"2023-05-01", "2023-05-02T01:00:00-12:00", true, []Reason{DatePast}}, // 05-02 in UTC and UTC-8
		{"2023-05-01", "2023-05-01T23:00:00-12:00", true, nil},                // 05-02 in UTC and UTC-8, but as written
	} {
		c := good(RouteUndetermined)
		c.p = Baseline()
		if test.prompt {
			c.s.Route = AttestAtOrderPrompt
		}
		c.a.Date, c.f.Now = MustParseTimestamp(test.date), MustParseTimestamp(test.now)
		if r := c.check(t); !slices.Equal(slices.Collect(r.Found.All()), test.found) {
			t.Errorf("%s on %s: %v, want %v", test.date, test.now, r, test.found)
		}
	}
}

// The Customer Agreement began on 2019-10-01 in UTC; other agreements are older
// (AGR-08).
func TestCheck_DateBeforeAgreement(t *testing.T) {
	for _, test := range []struct {
		date     string
		of       Type
		template TemplateID
		want     bool
	}{
		{"2019-09-30", CustomerAgreement, CustomerAgreementTemplate, true},
		{"2019-10-01", CustomerAgreement, CustomerAgreementTemplate, false},
		{"2019-09-30T23:59:59.9Z", CustomerAgreement, CustomerAgreementTemplate, true},
		{"2019-10-01T00:00:00Z", CustomerAgreement, CustomerAgreementTemplate, false},
		{"2019-10-01T00:59:59+01:00", CustomerAgreement, CustomerAgreementTemplate, true},
		{"2019-09-30T23:00:00-01:00", CustomerAgreement, CustomerAgreementTemplate, false},
		{"2019-09-30", "", CustomerAgreementTemplate, true},
		{"2019-09-30", CloudAgreement, CloudAgreementTemplate, false},
		{"2019-09-30", "", CloudAgreementTemplate, false},
		{"2019-09-30", "Other", otherTemplate, false},
	} {
		c := good(RouteUndetermined)
		c.a.Date, c.a.Type, c.a.Template = MustParseTimestamp(test.date), test.of, test.template
		if r := c.check(t); r.Found.Has(DateBeforeAgreement) != test.want {
			t.Errorf("%s of %q, template %q: %v", test.date, test.of, test.template, r)
		}
	}
}

// A flow of Partner Center is assumed to go through the portal, which is closed.
// Without a flow, the channel must be given (AGR-45).
func TestCheck_ChannelUnknown(t *testing.T) {
	for _, flow := range flows {
		c := good(flow)
		c.f.Channel, c.f.Now = ChannelUnknown, opened
		r := c.check(t)
		if found := r.Found.Has(ChannelClosed); found != (flow != RouteUndetermined) || r.Unknown.Has(ChannelClosed) == found {
			t.Errorf("flow %v: %v", flow, r)
		}
	}
}

// Through the portal, template and type are ignored, and the attestation is of the
// Customer Agreement (AGR-10).
func TestCheck_Portal(t *testing.T) {
	for _, flow := range flows {
		for _, channel := range []Channel{ChannelUnknown, Portal} {
			c := good(flow)
			c.f.Channel = channel
			stored := c.a
			c.a.Template, c.a.Type = CloudAgreementTemplate, "Other"
			c.a.Date = MustParseTimestamp("2019-09-30")
			c.s.Stored = []Attestation{stored}
			want := "date-before-agreement,duplicate"
			switch {
			case flow == AttestAtOrderPrompt:
				want = "date-past,date-before-agreement,duplicate"
			case flow == RouteUndetermined && channel == ChannelUnknown:
				want = "template-retired,type-not-known" // judged as for the old API
			}
			if r := c.check(t); r.Found.String() != want || r.Unknown != 0 {
				t.Errorf("flow %v, channel %v: %v, want %s", flow, channel, r, want)
			}
		}
	}
}

// The enhanced API requires the company name. It ignores role, date, template, type,
// form and flow (AGR-48).
func TestCheck_Enhanced(t *testing.T) {
	for _, flow := range append(flows, AttestEnhanced) {
		for _, test := range []struct {
			now, company, found, unknown string
		}{
			{"2025-10-07T00:00:00Z", "Northlight Foods", "", ""},
			{"2026-06-01", "\u200bNorthlight Foods", "", ""},
			{"2025-10-06T23:59:59Z", "Northlight Foods", "enhanced-not-open", ""},
			{"2025-11-01", "\u200b", "company-name-missing", ""},
			{"", "Northlight Foods", "", "enhanced-not-open"},
		} {
			for _, p := range []Policy{Baseline(), good(flow).p} {
				c := good(flow)
				c.p, c.s.CompanyName, c.f.Role = p, test.company, RoleUnknown
				c.a.Template, c.a.Type, c.a.Date, c.s.Form = "", "", MustParseTimestamp("2999-01-01"), Form{}
				if c.f.Channel = EnhancedAPI; flow == AttestEnhanced {
					c.f.Channel = Portal // which the route overrides
				}
				if err := c.f.Now.UnmarshalText([]byte(test.now)); err != nil {
					t.Fatal(err)
				}
				if r := c.check(t); r.Found.String() != test.found || r.Unknown.String() != test.unknown {
					t.Errorf("flow %v, %+v under %v: %v", flow, test, p, r)
				}
			}
		}
	}
	c := good(AttestEnhanced)
	c.s.CompanyName = "Northlight Foods"
	c.s.Stored = []Attestation{c.a}
	c.a.Type = "Other"
	if r := c.check(t); r.Found != partnerrules.SetOf(Duplicate) {
		t.Errorf("%v", r)
	}
}

// Without now, the findings that depend on it are unknown.
func TestCheck_NowUnknown(t *testing.T) {
	c := good(AttestAtOrderPrompt)
	c.f.Now = Timestamp{}
	c.a.Template, c.a.Type = CloudAgreementTemplate, CloudAgreement
	r := c.check(t)
	if r.Verdict != ReportUndetermined || r.Found != 0 || r.Unknown.String() != "date-in-future,template-retired,channel-closed" {
		t.Errorf("%v", r)
	}
	c.a.Template = otherTemplate
	if r := c.check(t); r.Unknown.String() != "date-in-future,type-retired,channel-closed" || r.Found.String() != "template-not-known" {
		t.Errorf("%v", r)
	}
	c.f.Now = MustParseTimestamp("0001-01-01T00:00:00Z")
	if unset := c.check(t); unset.Unknown.String() != "date-in-future,type-retired,channel-closed" {
		t.Errorf("now in the year 1: %v", unset)
	}
	c.s.Route = AttestEnhanced
	if r := c.check(t); r.Unknown.Has(ChannelClosed) {
		t.Errorf("the enhanced API is never closed, but got %v", r)
	}
}

// A duplicate has the same contact and type (AGR-11).
func TestCheck_Duplicate(t *testing.T) {
	base := good(RouteUndetermined).a
	with := func(set func(*Attestation)) Attestation { a := base; set(&a); return a }
	for _, test := range []struct {
		what   string
		stored []Attestation
		want   Tri
	}{
		{"empty list", []Attestation{}, No},
		{"the same", []Attestation{base}, Yes},
		{"another date, user and link", []Attestation{with(func(a *Attestation) { a.Date, a.UserID, a.Link = Timestamp{}, "u", "l" })}, Yes},
		{"among others", []Attestation{{}, with(func(a *Attestation) { a.Contact.Phone = "" }), base}, Yes},
		{"another first name", []Attestation{with(func(a *Attestation) { a.Contact.FirstName += " " })}, No},
		{"another last name", []Attestation{with(func(a *Attestation) { a.Contact.LastName = "quist" })}, No},
		{"another address", []Attestation{with(func(a *Attestation) { a.Contact.Email = "a@b.c" })}, No},
		{"another phone", []Attestation{with(func(a *Attestation) { a.Contact.Phone = "" })}, No},
		{"another type", []Attestation{with(func(a *Attestation) { a.Type = CloudAgreement })}, No},
		{"the type of the template", []Attestation{with(func(a *Attestation) { a.Type = "" })}, Yes},
		{"no type", []Attestation{with(func(a *Attestation) { a.Type, a.Template = "", "x" })}, Unknown},
		{"no type, and the same", []Attestation{with(func(a *Attestation) { a.Type, a.Template = "", "x" }), base}, Yes},
		{"nil list", nil, Unknown},
	} {
		c := good(RouteUndetermined)
		c.s.Stored = test.stored
		r := c.check(t)
		if r.Found.Has(Duplicate) != (test.want == Yes) || r.Unknown.Has(Duplicate) != (test.want == Unknown) {
			t.Errorf("%s: %v, want %v", test.what, r, test.want)
		}
	}
}

// A round trip through JSON preserves a report.
func TestReport_RoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		c := good(rapid.SampledFrom(flows).Draw(t, "flow"))
		for _, m := range rapid.SliceOfN(rapid.SampledFrom(mutations()), 0, 8).Draw(t, "mutations") {
			m.apply(&c)
		}
		r := c.check(t)
		text, err := json.Marshal(r)
		if err != nil {
			t.Fatal(err)
		}
		var again Report
		if err := json.Unmarshal(text, &again); err != nil || again != r {
			t.Errorf("%s unmarshals to %+v, %v", text, again, err)
		}
	})
	c := good(RouteUndetermined)
	c.f.Role, c.a.Contact.LastName = RoleUnknown, ""
	r := c.check(t)
	if r.String() != "faulty: unknown role-may-not-attest, error last-name-missing" {
		t.Errorf("%v", r)
	}
	for range r.All() {
		break
	}
}

func TestCheck_InputErrors(t *testing.T) {
	for name, change := range map[string]func(*trial){
		"submission.route":                   func(c *trial) { c.s.Route = InviteNewCustomer },
		"submission.form.companyInformation": func(c *trial) { c.s.Form.CompanyInformation = 2 },
		"submission.form.primaryContact":     func(c *trial) { c.s.Form.PrimaryContact = -2 },
		"submission.form.ticked":             func(c *trial) { c.s.Form.Ticked = 2 },
		"submission.form.reviewed":           func(c *trial) { c.s.Form.Reviewed = 2 },
		"submission.form.contactCorrect":     func(c *trial) { c.s.Form.ContactCorrect = 2 },
		"submission.form.contactAccepted":    func(c *trial) { c.s.Form.ContactAccepted = 2 },
		"cutOff":                             func(c *trial) { c.p.CutOffFrom = calendar.Date{} },
	} {
		c := good(RouteUndetermined)
		change(&c)
		r, err := c.p.Check(c.a, c.s, c.f)
		var bad *partnerrules.InputError
		if !errors.As(err, &bad) || bad.Path != name || r != (Report{}) {
			t.Errorf("%s: %v, %v", name, r, err)
		}
	}
}
