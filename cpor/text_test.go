package cpor_test

import (
	"encoding/json"
	"errors"
	"math/big"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/partnerrules/partnerrules/calendar"
	. "github.com/partnerrules/partnerrules/cpor"
	"github.com/partnerrules/partnerrules/internal/enumtest"
)

func TestEnumerationsHaveStableCodes(t *testing.T) {
	enumtest.CheckEnum(t, No, "no", "unknown", "yes")
	enumtest.CheckEnum(t, Area(0), "", "business-applications", "microsoft-365")
	enumtest.CheckEnum(t, Activity(0), "", "presales", "usage", "revenue-association")
	enumtest.CheckEnum(t, StatusUnknown, "unknown", "editing", "submitted", "under-review", "partner-action-required", "approved", "rejected", "dispute", "rejected-final")
	enumtest.CheckEnum(t, ChannelUnknown, "unknown", "volume-licensing", "web-direct", "csp")
	enumtest.CheckEnum(t, RoleUnknown, "unknown", "billing-admin", "global-admin", "incentives-admin", "other")
	enumtest.CheckEnum(t, SeverityUnknown, "unknown", "warning", "error")
	enumtest.CheckEnum(t, Field(0), "", "role", "partner", "tenant", "domain", "area", "activity", "product", "subscription", "customer-contact", "partner-contact", "poe")
	enumtest.CheckEnum(t, Undetermined, "undetermined", "valid", "invalid")
	enumtest.CheckEnum(t, Edition(0), "", "2020", "2023")
	enumtest.CheckEnum(t, Mark(0), "", "competing", "possibly-competing", "duplicate", "undetermined")
	enumtest.CheckEnum(t, CauseUnknown, "unknown", "customer-declined", "partner-ended", "displaced")
	enumtest.CheckEnum(t, Task(0), "", "initial-review", "decision", "partner-answer", "customer-decline", "partner-dispute", "final-decision")
	enumtest.CheckEnum(t, Actor(0), "", "microsoft", "partner", "customer")
	enumtest.CheckEnum(t, TimingUnknown, "unknown", "open", "excused", "overdue", "closed")
	enumtest.CheckEnum(t, StateUnknown, "unknown", "active", "in-grace", "suspended", "locked-out", "deleted", "expired")
	enumtest.CheckEnum(t, LocationKindUnknown, "unknown", "location", "global-account", "legacy-v-org")
	enumtest.CheckEnum(t, Question(0), "", "one-company", "times-overlap", "which-approval", "details-right", "stronger-proof", "more-needed")
	enumtest.CheckEnum(t, Advice(0), "", "ask-customer-first", "wrong-activity-costs", "subscription-shown", "answer-in-comments", "review-may-take-longer")
	enumtest.CheckEnum(t, Reason(0), "", "role-may-not-claim", "location-not-known", "location-not-enrolled", "not-a-location", "location-has-partner-type",
		"domain-mismatch", "activity-not-offered", "activities-exclude", "channel-not-eligible", "product-not-on-tenant", "product-not-eligible",
		"subscription-needed", "subscription-ignored", "subscription-not-dynamics", "subscription-is-csp", "not-provisioned", "already-claimed",
		"not-a-subscription-id", "subscription-not-active", "subscription-not-on-tenant", "field-missing", "proof-missing", "proof-not-acknowledged",
		"proof-dates-wrong", "proof-without-solution", "proof-without-products", "proof-partner-mismatch", "proof-customer-mismatch",
		"proof-domain-mismatch", "proof-tenant-mismatch", "history-starts-elsewhere", "days-go-back", "status-not-in-edition", "move-not-legal",
		"answered-too-late", "rejected-too-early", "declined-too-late", "disputed-too-late", "disputed-twice", "grounds-missing", "review-late",
		"decision-late", "final-decision-late")
}

func TestStatesReadTheNamesOfGraph(t *testing.T) {
	for text, want := range map[string]SubscriptionState{"Enabled": Active, "Warning": InGrace, "Suspended": Suspended, "LockedOut": LockedOut, "Deleted": Deleted} {
		var got SubscriptionState
		if err := got.UnmarshalText([]byte(text)); err != nil || got != want {
			t.Errorf("%s is read as %v, %v", text, got, err)
		}
	}
}

// Each reason says everything, in sentences of its own, and those that the
// customer can help with turn to support once the customer was asked.
func TestReasonsSayEverything(t *testing.T) {
	customer := map[Reason]bool{DomainMismatch: true, ProductNotOnTenant: true}
	for r := SubscriptionNeeded; r <= SubscriptionNotOnTenant; r++ {
		customer[r] = r != SubscriptionIgnored
	}
	said := map[string]bool{}
	for r := RoleMayNotClaim; r <= FinalDecisionLate; r++ {
		if !strings.HasPrefix(r.Rule(), "CPR-") || r.Source() == "" || r.Message() == "" || r.Remedy(false) == "" || said[r.Message()] {
			t.Errorf("%v: %q, %q, %q, %q", r, r.Rule(), r.Source(), r.Message(), r.Remedy(false))
		}
		said[r.Message()] = true
		if toSupport := strings.Contains(r.Remedy(true), "support"); toSupport != customer[r] || strings.Contains(r.Remedy(false), "support") || (r.Remedy(true) != r.Remedy(false)) != customer[r] {
			t.Errorf("%v: remedies %q and %q", r, r.Remedy(false), r.Remedy(true))
		}
	}
	for a := AskCustomerFirst; a <= ReviewMayTakeLonger; a++ {
		if a.Rule() == "" || a.Source() == "" || a.Message() == "" || said[a.Message()] {
			t.Errorf("%v: %q, %q, %q", a, a.Rule(), a.Source(), a.Message())
		}
		said[a.Message()] = true
	}
	for q := OneCompany; q <= MoreNeeded; q++ {
		if !strings.HasSuffix(q.Message(), "?") || said[q.Message()] {
			t.Errorf("%v asks %q", q, q.Message())
		}
		said[q.Message()] = true
	}
	for _, none := range []Reason{0, FinalDecisionLate + 1, 255} {
		if none.Rule()+none.Source()+none.Message()+none.Remedy(true) != "" {
			t.Errorf("reason %d says something", none)
		}
	}
	if Advice(0).Rule()+Advice(99).Message()+Question(0).Message()+Task(0).Rule() != "" || Task(0).By() != 0 {
		t.Error("what is none says something")
	}
}

func TestIDsAreRead(t *testing.T) {
	const canonical = "0a1b2c3d-4e5f-6789-abcd-ef0123456789"
	for _, text := range []string{canonical, "{" + canonical + "}", strings.ToUpper(canonical)} {
		tenant, err := ParseTenantID(text)
		subscription, errToo := ParseSubscriptionID(text)
		if err != nil || errToo != nil || tenant.String() != canonical || subscription.String() != canonical || tenant.IsZero() || subscription.IsZero() {
			t.Errorf("%s is read as %v, %v, %v, %v", text, tenant, err, subscription, errToo)
		}
	}
	for text, offset := range map[string]int{
		"": 0, "{": 1, "{" + canonical: 37, canonical + "}": 36, "{}": 1, canonical[:35]: 35, canonical + "0": 36, "0a1b2c3d4": 8, "g": 0,
		strings.Replace(canonical, "e", "-", 1): 10, "{" + canonical[:34] + "x}": 35, "00000000-0000-0000-0000-000000000000": 0, " " + canonical: 0,
	} {
		var bad *calendar.ParseError
		if _, err := ParseTenantID(text); !errors.As(err, &bad) || bad.Offset != offset || bad.Type != "tenant ID" || bad.Text != text {
			t.Errorf("%q: %v, want offset %d", text, err, offset)
		}
		if _, err := ParseSubscriptionID(text); !errors.As(err, &bad) || bad.Offset != offset || bad.Type != "subscription ID" {
			t.Errorf("%q: %v, want offset %d", text, err, offset)
		}
	}
	for text, want := range map[string]string{"7": "7", "0004567890": "4567890", "18446744073709551615": "18446744073709551615"} {
		if got, err := ParsePartnerID(text); err != nil || got.String() != want || got.IsZero() {
			t.Errorf("%s is read as %v, %v", text, got, err)
		}
	}
	for text, offset := range map[string]int{"": 0, "0": 0, "00": 0, "+1": 0, "12x": 2, " 1": 0, "18446744073709551616": 0, "١": 0} {
		var bad *calendar.ParseError
		if _, err := ParsePartnerID(text); !errors.As(err, &bad) || bad.Offset != offset {
			t.Errorf("%q: %v, want offset %d", text, err, offset)
		}
	}
	long := strings.Repeat("a", 63)
	for text, want := range map[string]string{
		"contoso": "contoso.onmicrosoft.com", "Contoso.": "contoso.onmicrosoft.com", "Mail.Example.COM.": "mail.example.com", "a-b.c1": "a-b.c1", long: long + ".onmicrosoft.com",
		strings.Repeat("a.", 126) + "a": strings.Repeat("a.", 126) + "a",
	} {
		if got, err := ParseDomain(text); err != nil || got.String() != want || got.IsZero() {
			t.Errorf("%s is read as %v, %v", text, got, err)
		}
	}
	for text, offset := range map[string]int{
		"": 0, ".": 0, "a..": 2, "a..b": 2, ".a": 0, "-a": 0, "a-": 1, "a.b_c": 3, "aa.b.c_d": 6, "é": 0, "a b": 1, long + "a": 63, "x." + long + "a": 65, strings.Repeat("a.", 127) + "a": 253,
	} {
		var bad *calendar.ParseError
		if _, err := ParseDomain(text); !errors.As(err, &bad) || bad.Offset != offset {
			t.Errorf("%q: %v, want offset %d", text, err, offset)
		}
	}
	for what, said := range map[string]string{
		"no tenant ID": TenantID{}.String(), "no subscription ID": SubscriptionID{}.String(), "no partner ID": PartnerID{}.String(), "no domain": Domain{}.String(),
	} {
		if what != said {
			t.Errorf("%s is written %s", what, said)
		}
	}
	for _, parse := range []func(){
		func() { MustParseTenantID("x") }, func() { MustParseSubscriptionID("x") }, func() { MustParsePartnerID("x") }, func() { MustParseDomain("") },
	} {
		func() {
			defer func() {
				if recover() == nil {
					t.Error("a Must function let a fault pass")
				}
			}()
			parse()
		}()
	}
}

func TestIDsAreOrdered(t *testing.T) {
	var sorted []SubscriptionID
	for _, s := range []string{"00000000-0000-0000-0000-000000000001", "00000000-0000-0000-8000-000000000000", "00000000-0000-0001-0000-000000000000", "80000000-0000-0000-0000-000000000000"} {
		sorted = append(sorted, MustParseSubscriptionID(s))
	}
	sorted = append([]SubscriptionID{{}}, sorted...)
	for i, a := range sorted {
		for j, b := range sorted {
			if got := a.Compare(b); (got < 0) != (i < j) || (got > 0) != (i > j) {
				t.Errorf("%v against %v is %d", a, b, got)
			}
		}
	}
}

// FuzzParse: what is read is written so that it is read as the same.
const label = `[0-9A-Za-z]([-0-9A-Za-z]{0,61}[0-9A-Za-z])?`

var domainPattern = regexp.MustCompile(`^` + label + `(\.` + label + `)*$`)

// A second reading of domain names.
func isDomain(text string) bool {
	text = strings.TrimSuffix(text, ".")
	return len(text) <= 253 && domainPattern.MatchString(text)
}

// A second reading of partner IDs, with numbers of any size.
func isPartnerID(text string) bool {
	n, ok := new(big.Int).SetString(text, 10)
	return ok && n.IsUint64() && n.Sign() > 0 && strings.Trim(text, "0123456789") == ""
}

func FuzzParse(f *testing.F) {
	for _, seed := range []string{
		"", "{0a1b2c3d-4e5f-6789-abcd-ef0123456789}", "0004567890", "Contoso.", "presales,usage", "under-review", "Enabled", "one-company", "unknown",
		"a_b.c", "a-.b", "a..b", ".", strings.Repeat("a", 64), "0", "00", "18446744073709551615", "18446744073709551616",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if _, err := ParseDomain(text); (err == nil) != isDomain(text) {
			t.Fatalf("%q is read as a domain: %v", text, err)
		}
		if _, err := ParsePartnerID(text); (err == nil) != isPartnerID(text) {
			t.Fatalf("%q is read as a partner ID: %v", text, err)
		}
		enumtest.CheckReading[TenantID](t, text)
		enumtest.CheckReading[SubscriptionID](t, text)
		enumtest.CheckReading[PartnerID](t, text)
		enumtest.CheckReading[Domain](t, text)
		enumtest.CheckReading[ActivitySet](t, text)
		enumtest.CheckReading[QuestionSet](t, text)
		enumtest.CheckReading[Status](t, text)
		enumtest.CheckReading[SubscriptionState](t, text)
		enumtest.CheckReading[Reason](t, text)
		enumtest.CheckReading[Activity](t, text)
		enumtest.CheckReading[Actor](t, text)
		enumtest.CheckReading[Advice](t, text)
		enumtest.CheckReading[Area](t, text)
		enumtest.CheckReading[Cause](t, text)
		enumtest.CheckReading[Channel](t, text)
		enumtest.CheckReading[Edition](t, text)
		enumtest.CheckReading[Field](t, text)
		enumtest.CheckReading[LocationKind](t, text)
		enumtest.CheckReading[Mark](t, text)
		enumtest.CheckReading[Question](t, text)
		enumtest.CheckReading[Role](t, text)
		enumtest.CheckReading[Severity](t, text)
		enumtest.CheckReading[Task](t, text)
		enumtest.CheckReading[Timing](t, text)
		enumtest.CheckReading[Tri](t, text)
		enumtest.CheckReading[Verdict](t, text)
	})
}

func TestIDsGoThroughText(t *testing.T) {
	for _, text := range []string{"", "{0a1b2c3d-4e5f-6789-abcd-ef0123456789}", "4567890", "contoso", "presales,usage", "one-company,more-needed", "x y"} {
		enumtest.CheckReading[TenantID](t, text)
		enumtest.CheckReading[SubscriptionID](t, text)
		enumtest.CheckReading[PartnerID](t, text)
		enumtest.CheckReading[Domain](t, text)
		enumtest.CheckReading[ActivitySet](t, text)
		enumtest.CheckReading[QuestionSet](t, text)
	}
}

func TestActivitySets(t *testing.T) {
	set := ActivitiesOf(Usage, Presales, Usage)
	if set.String() != "presales,usage" || !set.Has(Usage) || set.Has(RevenueAssociation) || set.Has(0) || !slices.Equal(slices.Collect(set.All()), []Activity{Presales, Usage}) {
		t.Errorf("a set of two is %v", set)
	}
	for _, none := range []Activity{0, 4, 8, 255} {
		bad := ActivitiesOf(Usage, none)
		if _, err := bad.MarshalText(); err == nil || !strings.Contains(bad.String(), strconv.Itoa(int(bad))) || bad.Has(none) || len(slices.Collect(bad.All())) != 1 {
			t.Errorf("a set with activity %d is %v", none, bad)
		}
	}
	if ActivitySet(0).String() != "" || QuestionSet(0).String() != "" || !QuestionSet(1<<OneCompany).Has(OneCompany) || QuestionSet(1<<OneCompany).Has(MoreNeeded) {
		t.Error("sets without elements")
	}
	for _, set := range []QuestionSet{1, 1<<OneCompany | 1<<(MoreNeeded+1), 1 << 7} {
		if text, err := set.MarshalText(); !errors.As(err, new(*calendar.InputError)) || len(text) > 0 {
			t.Errorf("a set with what is no question is written %q, %v", text, err)
		}
	}
}

func TestTriIsKleenes(t *testing.T) { enumtest.CheckKleene(t, TriOf) }

// Answers survive JSON.
func TestAnswersGoThroughJSON(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, companies := anyPolicy(t), companyMap(t)
		a, b := anyClaim(t, "a", companies), anyClaim(t, "b", companies)
		throughJSON(t, a)
		pair, _, err := p.Compare(a, b)
		if err != nil {
			t.Fatal(err)
		}
		throughJSON(t, pair)
		arbitration, _ := p.Arbitrate(pair, today)
		throughJSON(t, arbitration)
		d, f := anyDraft(t)
		throughJSON(t, d)
		throughJSON(t, f)
		v, err := p.Validation(d, f, today)
		if err != nil {
			t.Fatal(err)
		}
		throughJSON(t, v)
		deadline, err := p.Due(Standing{Status: Submitted, Since: today}, today, calendar.BusinessCalendar{})
		if err != nil {
			t.Fatal(err)
		}
		throughJSON(t, deadline)
	})
}

func throughJSON[T any](t *rapid.T, value T) {
	data, err := json.Marshal(value)
	if err != nil {
		t.Fatal(err)
	}
	var again T
	if err := json.Unmarshal(data, &again); err != nil {
		t.Fatalf("%s: %v", data, err)
	}
	if diff := cmp.Diff(value, again); diff != "" {
		t.Fatalf("%s\n%s", data, diff)
	}
}

func TestPoliciesSayWhatTheyAre(t *testing.T) {
	inForce, _ := InForce(date("2023-10-10"))
	for want, p := range map[string]Policy{
		"baseline": Baseline(),
		"edition 2023; most recent proof of execution compared from 2020-07-01":                                        inForce,
		"baseline; incentives admins only; the product decides, not the subscription; only a common activity competes": {Edition: Edition2020, IncentivesAdminOnly: true, ProductDecides: true, CommonActivity: true},
	} {
		if p.String() != want || p.Validate() != nil {
			t.Errorf("%+v is %q, %v", p, p, p.Validate())
		}
	}
	if (Policy{}).Validate() == nil || (Policy{Edition: Edition2023 + 1}).Validate() == nil {
		t.Error("a policy without an edition is good")
	}
	if Known() != calendar.MustParsePeriod("2019-10-01/2024-11-30") || len(Editions()) != 3 {
		t.Errorf("known for %v", Known())
	}
	for on, edition := range map[calendar.Date]Edition{{}: Edition2020, date("2023-10-09"): Edition2020, date("2023-10-10"): Edition2023} {
		p, coverage := InForce(on)
		if p != (Policy{Edition: edition, LatestProofFrom: date("2020-07-01")}) || (coverage == calendar.CoverageUnknown) != on.IsZero() {
			t.Errorf("on %v: %v, %v", on, p, coverage)
		}
	}
}
