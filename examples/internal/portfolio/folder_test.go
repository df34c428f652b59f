package portfolio

import (
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/partnerrules/partnerrules/agreement"
	"github.com/partnerrules/partnerrules/calendar"
)

// folder makes a folder of texts by their names.
func folder(files map[string]string) fstest.MapFS {
	all := fstest.MapFS{}
	for name, text := range files {
		all[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return all
}

var theDay = calendar.MustParseDate("2024-09-16")

// judged reads a folder to the end and judges it on theDay.
func judged(t *testing.T, files map[string]string) *Report {
	t.Helper()
	p, err := Loader{Name: "f", KeepGoing: true}.Load(folder(files))
	if err != nil {
		t.Fatal(err)
	}
	r, err := p.Judge(theDay, Baseline)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func faultTexts(r *Report) []string {
	var all []string
	for _, f := range r.Faults {
		all = append(all, f.Error())
	}
	return all
}

const (
	tenantA = "c0ffee01-0000-4000-8000-000000000001"
	tenantB = "c0ffee02-0000-4000-8000-000000000002"
)

// listing is a body as Partner Center returns it.
const listing = `{"totalCount": 1, "items": [{"primaryContact": {"firstName": "Ada"}, "templateId": "117a77b0-9360-443b-8795-c6dedc750cf9",
	"dateAgreed": "2024-01-15T00:00:00Z", "type": "MicrosoftCustomerAgreement"}], "attributes": {"objectType": "Collection"}}`

func TestLoadNothing(t *testing.T) {
	for _, files := range []map[string]string{{}, {"company.json": "{}"}, {"sub/companies.json": "{}"}} {
		_, err := Loader{Name: "mine"}.Load(folder(files))
		if err == nil || !strings.Contains(err.Error(), "mine: holds nothing that is known: looked for are companies.json, customers.json, claims.json") {
			t.Errorf("%v: %v", files, err)
		}
	}
}

// TestNotes: what is not read is told, but for what stands in folders anyway.
func TestNotes(t *testing.T) {
	r := judged(t, map[string]string{
		"holidays.txt": "", "claims.jsn": "", "sub/x": "", "attestations/list.txt": "", ".hidden": "", "README.md": "", "sample.go": "",
	})
	want := []string{
		"f/claims.jsn is not read: its name is not one that is known.",
		"f/sub is not read: its name is not one that is known.",
		"f/attestations/list.txt is not read: its name is not one that is known.",
	}
	if diff := cmp.Diff(want, r.Notes); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if len(r.Faults) > 0 {
		t.Errorf("%v", r.Faults)
	}
}

// TestBodies: the bodies of Partner Center say what the customers have accepted.
func TestBodies(t *testing.T) {
	r := judged(t, map[string]string{
		"customers.json":                                `[{"name": "Alpha", "tenant": "` + tenantA + `", "kind": "existing"}]`,
		"attestations/" + tenantA + ".json":             "\ufeff" + listing,
		"direct/{" + tenantA + "}.json":                 `{"isSigned": false}`,
		"attestations/" + tenantB + ".json":             `{"totalCount": 0, "items": []}`,
		"direct/" + tenantB + ".json":                   `{"isSigned": true, "links": {}}`,
		"companies.json":                                `{"companies": [], "customers": [{"name": "Without a tenant"}]}`,
		"attestations/c0ffee03" + tenantA[8:] + ".json": `{"items": []}`,
	})
	if len(r.Faults) > 0 {
		t.Fatal(faultTexts(r))
	}
	var got []string
	for _, c := range r.Agreement.Customers {
		a := c.Facts.Acceptance
		got = append(got, c.Name+" "+a.Partner.Given.String()+" "+a.Partner.On.String()+" "+a.Direct.Given.String())
	}
	want := []string{
		"Without a tenant unknown no timestamp unknown",
		"Alpha yes 2024-01-15T00:00:00Z no",
		tenantB + " no no timestamp yes",
		"c0ffee03" + tenantA[8:] + " no no timestamp unknown",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestBodyFaults(t *testing.T) {
	const customer = `[{"name": "Alpha", "tenant": "` + tenantA + `"MORE}]`
	for _, test := range []struct{ file, body, more, want string }{
		{"attestations/" + tenantA + ".json", "{\n \"items\": {}}", ``, "f/attestations/" + tenantA + ".json:2:11: items: want a list"},
		{"attestations/" + tenantA + ".json", "", ``, "f/attestations/" + tenantA + ".json:1:1: "},
		{"attestations/" + tenantA + ".json", strings.Replace(listing, "1,", "2,", 1), ``, "f/attestations/" + tenantA + ".json: holds 1 of 2 attestations"},
		{"attestations/" + tenantA + ".json", listing, `, "attestations": []`, "f/attestations/" + tenantA + ".json: the attestations of Alpha are given with the customer already"},
		{"attestations/" + tenantA + ".json", `{"code": 600009, "description": "none"}`, ``, "f/attestations/" + tenantA + ".json: is no list of attestations"},
		{"direct/" + tenantA + ".json", `{"code": 2000}`, ``, "f/direct/" + tenantA + ".json: is no status of direct acceptance"},
		{"direct/" + tenantA + ".json", `{"isSigned": 1}`, ``, "f/direct/" + tenantA + ".json:1:14: isSigned: want true or false"},
		{"direct/" + tenantA + ".json", `{}`, `, "direct": {}`, "f/direct/" + tenantA + ".json: the direct acceptance of Alpha is given with the customer already"},
		{"direct/alpha.json", `{}`, ``, "f/direct/alpha.json: want the tenant ID of a customer as its name: "},
	} {
		r := judged(t, map[string]string{"customers.json": strings.Replace(customer, "MORE", test.more, 1), test.file: test.body})
		if len(r.Faults) != 1 || !strings.HasPrefix(r.Faults[0].Error(), test.want) {
			t.Errorf("%v, want %s", faultTexts(r), test.want)
		}
		if len(r.Agreement.Customers) != 1 {
			t.Errorf("%s: %d customers", test.want, len(r.Agreement.Customers))
		}
	}
}

// TestCustomersNeedTenants: by it bodies are found, and there is one customer of
// a tenant.
func TestCustomersNeedTenants(t *testing.T) {
	r := judged(t, map[string]string{"customers.json": `[{"name": "Alpha", "tenant": "` + tenantA + `"},
		{"name": "Beta"}, {"name": "Gamma", "tenant": "{` + strings.ToUpper(tenantA) + `}"}]`})
	want := []string{
		"f/customers.json:2:3: [1]: without the member tenant, by which the files of attestations and direct are found",
		"f/customers.json:2:21: [2]: another customer has the tenant " + tenantA,
	}
	if diff := cmp.Diff(want, faultTexts(r)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if len(r.Agreement.Customers) != 1 {
		t.Errorf("%d customers", len(r.Agreement.Customers))
	}
}

// TestFaultyCustomerStaysOut: its bodies do not bring it back.
func TestFaultyCustomerStaysOut(t *testing.T) {
	r := judged(t, map[string]string{
		"customers.json":                    `[{"name": "Alpha", "tenant": "` + tenantA + `", "kind": "old"}]`,
		"attestations/" + tenantA + ".json": listing,
	})
	if len(r.Faults) != 1 || r.Agreement != nil {
		t.Errorf("%v, %+v", faultTexts(r), r.Agreement)
	}
}

// pendingClaim is one submitted on Friday 2024-08-30, on a line of its own.
const pendingClaim = `{"id": "CL-1", "tenant": "` + tenantA + `", "area": "microsoft-365", "activities": "usage", "partner": "9100011",
	"units": [{"name": "Teams"}], "history": [{"status": "editing", "on": "2024-08-30"}, {"status": "submitted", "on": "2024-08-30"}]}`

// TestHolidays: the fifth business day after a Friday is the next one, or later
// by the holidays between that are no Sundays.
func TestHolidays(t *testing.T) {
	for holidays, want := range map[string]string{
		"":                                      "2024-09-06",
		"# none\n\n":                            "2024-09-06",
		"\ufeff2024-09-02\n":                    "2024-09-09",
		"2024-09-02 # Monday\r\n\t2024-09-06\n": "2024-09-10",
		"2024-09-01 # Sunday\n2024-09-09 # after it\n": "2024-09-06",
	} {
		r := judged(t, map[string]string{"claims.json": "[" + pendingClaim + "]", "holidays.txt": holidays})
		if got := r.Claims.Claims[0].Due.Through.String(); got != want || len(r.Faults) > 0 {
			t.Errorf("%q: %s, want %s, %v", holidays, got, want, r.Faults)
		}
	}
}

func TestHolidayFaults(t *testing.T) {
	r := judged(t, map[string]string{"holidays.txt": "2024-09-02\n  2024-02-30 # x\n9/2/2024\n2024-09-03 2024-09-04\n", "claims.json": "[" + pendingClaim + "]"})
	want := []string{"f/holidays.txt:2:3: ", "f/holidays.txt:3:1: ", "f/holidays.txt:4:1: "}
	for i, f := range faultTexts(r) {
		if i >= len(want) || !strings.HasPrefix(f, want[i]+"want a date, as in 2024-12-25: ") {
			t.Errorf("%s", f)
		}
	}
	if len(r.Faults) != len(want) || r.Claims.Claims[0].Due.Through.String() != "2024-09-09" {
		t.Errorf("%v; the good holiday counts: %v", faultTexts(r), r.Claims.Claims[0].Due)
	}
}

// TestBrokenFormLeavesTheRest: where a file breaks off, what stands before it in
// a list that is read one by one is judged, and so are all other files.
func TestBrokenFormLeavesTheRest(t *testing.T) {
	second := strings.Replace(pendingClaim, "CL-1", "CL-2", 1)
	whole := map[string]string{
		"companies.json": `{"companies": [{"name": "Example"}]}`,
		"customers.json": `[{"name": "Alpha", "tenant": "` + tenantA + `"}]`,
		"claims.json":    "[" + pendingClaim + ",\n" + second + "]",
	}
	for name, text := range whole {
		files := map[string]string{}
		for other, text := range whole {
			files[other] = text
		}
		files[name] = text[:len(text)-2]
		r := judged(t, files)
		if len(r.Faults) != 1 || r.Faults[0].File != "f/"+name || r.Faults[0].Line == 0 {
			t.Errorf("%s: %v", name, faultTexts(r))
		}
		if (len(r.Companies) == 1) == (name == "companies.json") || (r.Agreement != nil) == (name == "customers.json") {
			t.Errorf("%s: %+v", name, r)
		}
		if claims := len(r.Claims.Claims); claims != 2 && name != "claims.json" || name == "claims.json" && claims != 1 {
			t.Errorf("%s: %d claims", name, claims)
		}
	}
}

// TestFirstFaultWithoutKeepingGoing: it is the one that comes first of all that
// keeping going finds.
func TestFirstFaultWithoutKeepingGoing(t *testing.T) {
	files := map[string]string{
		"claims.json":  "[{},\n{}]",
		"usage.csv":    "x",
		"holidays.txt": "y",
	}
	all := judged(t, files)
	_, err := Loader{Name: "f"}.Load(folder(files))
	if err == nil || err.Error() != all.Faults[0].Error() || all.Faults[0].File != "f/claims.json" {
		t.Errorf("%v, want %v", err, all.Faults[0])
	}
}

// TestJudgeAgain: judging changes nothing in the portfolio.
func TestJudgeAgain(t *testing.T) {
	p, err := Load(folder(map[string]string{
		"companies.json": memberships(`{"offer": "legacy-gold", "start": "2022-09-20", "renewals": ["2023-09-25"]}`),
		"claims.json":    "[" + pendingClaim + "]", "customers.json": `[{"name": "Alpha", "tenant": "` + tenantA + `", "orders": ["new-purchase"]}]`,
	}))
	if err != nil {
		t.Fatal(err)
	}
	judge := func(e Edition) *Report {
		r, err := p.Judge(theDay, e)
		if err != nil {
			t.Fatal(err)
		}
		return r
	}
	first := judge(Baseline)
	judge(InForce)
	if diff := cmp.Diff(first, judge(Baseline), cmp.Comparer(func(a, b agreement.Timestamp) bool { return a == b })); diff != "" {
		t.Errorf("(-first +again)\n%s", diff)
	}
}

// TestProgress: what is told grows, and ends with the size.
func TestProgress(t *testing.T) {
	var told []Progress
	text := "[" + strings.Repeat(" ", 3*progressStep) + "]"
	l := Loader{Name: "f", Progress: func(at Progress) { told = append(told, at) }}
	if _, err := l.Load(folder(map[string]string{"claims.json": text})); err != nil {
		t.Fatal(err)
	}
	read := int64(0)
	for _, at := range told {
		if at.File != "f/claims.json" || at.Size != int64(len(text)) || at.Read < read {
			t.Errorf("%+v after %d", at, read)
		}
		read = at.Read
	}
	if last := told[len(told)-1]; !last.Done || last.Read != last.Size || len(told) < 3 {
		t.Errorf("%d times, last %+v", len(told), last)
	}
}
