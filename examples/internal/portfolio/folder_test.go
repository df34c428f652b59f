package portfolio

import (
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/partnerrules/partnerrules/agreement"
	"github.com/partnerrules/partnerrules/calendar"
)

// folder returns a folder with the given texts by file name.
func folder(files map[string]string) fstest.MapFS {
	all := fstest.MapFS{}
	for name, text := range files {
		all[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return all
}

var theDay = calendar.MustParseDate("2024-09-16")

// judged reads a folder with KeepGoing and returns its report on theDay.
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

// listing is a response of Partner Center.
const listing = `{"totalCount": 1, "items": [{"primaryContact": {"firstName": "Ada"}, "templateId": "117a77b0-9360-443b-8795-c6dedc750cf9",
	"dateAgreed": "2024-01-15T00:00:00Z", "type": "MicrosoftCustomerAgreement"}], "attributes": {"objectType": "Collection"}}`

func TestLoad_NoKnownFile(t *testing.T) {
	for _, files := range []map[string]string{{}, {"company.json": "{}"}, {"sub/companies.json": "{}"}} {
		_, err := Loader{Name: "mine"}.Load(folder(files))
		if err == nil || !strings.Contains(err.Error(), "mine: contains none of these: companies.json, customers.json, claims.json") {
			t.Errorf("%v: %v", files, err)
		}
	}
}

// Notes list ignored files, except hidden files, READMEs and source code.
func TestLoad_Notes(t *testing.T) {
	r := judged(t, map[string]string{
		"holidays.txt": "", "claims.jsn": "", "sub/x": "", "attestations/list.txt": "", ".hidden": "", "README.md": "", "sample.go": "",
	})
	want := []string{
		"f/claims.jsn is ignored: unknown file name.",
		"f/sub is ignored: unknown file name.",
		"f/attestations/list.txt is ignored: unknown file name.",
	}
	if diff := cmp.Diff(want, r.Notes); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if len(r.Faults) > 0 {
		t.Errorf("%v", r.Faults)
	}
}

// The files in attestations and direct set the acceptance of the customers.
func TestLoad_Bodies(t *testing.T) {
	r := judged(t, map[string]string{
		"customers.json":                                `[{"name": "Alpha", "tenant": "` + tenantA + `", "kind": "existing"}]`,
		"attestations/" + tenantA + ".json":             "\ufeff" + listing,
		"direct/{" + tenantA + "}.json":                 `{"isSigned": false}`,
		"attestations/" + tenantB + ".json":             `{"totalCount": 0, "items": []}`,
		"direct/" + tenantB + ".json":                   `{"isSigned": true, "links": {}}`,
		"companies.json":                                `{"companies": [], "customers": [{"name": "Without a tenant"}]}`,
		"attestations/c0ffee03" + tenantA[8:] + ".json": `{"items": []}`,
		"attestations/c0ffee04" + tenantA[8:] + ".json": `{"code": 600009, "description": "none"}`,
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
		"c0ffee03" + tenantA[8:] + " unknown no timestamp unknown", // it may be cut off
		"c0ffee04" + tenantA[8:] + " no no timestamp unknown",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestLoad_BodyFaults(t *testing.T) {
	const customer = `[{"name": "Alpha", "tenant": "` + tenantA + `"MORE}]`
	for _, test := range []struct{ file, body, more, want string }{
		{"attestations/" + tenantA + ".json", "{\n \"items\": {}}", ``, "f/attestations/" + tenantA + ".json:2:11: items: want a list"},
		{"attestations/" + tenantA + ".json", "", ``, "f/attestations/" + tenantA + ".json:1:1: "},
		{"attestations/" + tenantA + ".json", strings.Replace(listing, "1,", "2,", 1), ``, "f/attestations/" + tenantA + ".json: holds 1 of 2 attestations"},
		{"attestations/" + tenantA + ".json", listing, `, "attestations": []`, "f/attestations/" + tenantA + ".json: the attestations of Alpha are already given in the entry of the customer"},
		{"attestations/" + tenantA + ".json", `{"code": 1002, "description": "none"}`, ``, "f/attestations/" + tenantA + ".json: error \"1002\" of the service"},
		{"direct/" + tenantA + ".json", `{"code": 2000}`, ``, "f/direct/" + tenantA + ".json: is not a status of direct acceptance"},
		{"direct/" + tenantA + ".json", `{"isSigned": 1}`, ``, "f/direct/" + tenantA + ".json:1:14: isSigned: want true or false"},
		{"direct/" + tenantA + ".json", `{}`, `, "direct": {}`, "f/direct/" + tenantA + ".json: the direct acceptance of Alpha is already given in the entry of the customer"},
		{"direct/alpha.json", `{}`, ``, "f/direct/alpha.json: want the tenant ID of a customer as the file name: "},
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

// A customer in customers.json needs a tenant that no other customer has.
func TestLoad_CustomerTenants(t *testing.T) {
	r := judged(t, map[string]string{"customers.json": `[{"name": "Alpha", "tenant": "` + tenantA + `"},
		{"name": "Beta"}, {"name": "Gamma", "tenant": "{` + strings.ToUpper(tenantA) + `}"}]`})
	want := []string{
		"f/customers.json:2:3: [1]: the member tenant is missing: it links the customer to the files in attestations and direct",
		"f/customers.json:2:21: [2]: another customer has the tenant " + tenantA,
	}
	if diff := cmp.Diff(want, faultTexts(r)); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if len(r.Agreement.Customers) != 1 {
		t.Errorf("%d customers", len(r.Agreement.Customers))
	}
}

// A customer with a fault is left out even if it has other files.
func TestLoad_FaultyCustomer(t *testing.T) {
	r := judged(t, map[string]string{
		"customers.json":                    `[{"name": "Alpha", "tenant": "` + tenantA + `", "kind": "old"}]`,
		"attestations/" + tenantA + ".json": listing,
	})
	if len(r.Faults) != 1 || r.Agreement != nil {
		t.Errorf("%v, %+v", faultTexts(r), r.Agreement)
	}
}

// pendingClaim is a claim that was submitted on Friday 2024-08-30.
const pendingClaim = `{"id": "CL-1", "tenant": "` + tenantA + `", "area": "microsoft-365", "activities": ["usage"], "partner": "9100011",
	"units": [{"name": "Teams"}], "history": [{"status": "editing", "on": "2024-08-30"}, {"status": "submitted", "on": "2024-08-30"}]}`

// The fifth business day after a Friday is the next Friday, or later if there are
// holidays on business days in between.
func TestLoad_Holidays(t *testing.T) {
	for holidays, want := range map[string]string{
		"":                                      "2024-09-06",
		"# none\n\n":                            "2024-09-06",
		"\ufeff2024-09-02\n":                    "2024-09-09",
		"2024-09-02 # Monday\r\n\t2024-09-06\n": "2024-09-10",
		"2024-09-01 # Sunday\n2024-09-09 # after it\n": "2024-09-06",
	} {
		r := judged(t, map[string]string{"claims.json": "[" + pendingClaim + "]", "holidays.txt": holidays})
		if got := claimsOf(r)[0].Due.Through.String(); got != want || len(r.Faults) > 0 {
			t.Errorf("%q: %s, want %s, %v", holidays, got, want, r.Faults)
		}
	}
}

func TestLoad_HolidayFaults(t *testing.T) {
	r := judged(t, map[string]string{"holidays.txt": "2024-09-02\n  2024-02-30 # x\n9/2/2024\n2024-09-03 2024-09-04\n", "claims.json": "[" + pendingClaim + "]"})
	want := []string{"f/holidays.txt:2:3: ", "f/holidays.txt:3:1: ", "f/holidays.txt:4:1: "}
	for i, f := range faultTexts(r) {
		if i >= len(want) || !strings.HasPrefix(f, want[i]+"want a date, as in 2024-12-25: ") {
			t.Errorf("%s", f)
		}
	}
	if len(r.Faults) != len(want) || claimsOf(r)[0].Due.Through.String() != "2024-09-09" {
		t.Errorf("%v; the valid holiday counts: %v", faultTexts(r), claimsOf(r)[0].Due)
	}
}

// If a file is cut off, all other files are judged. So are the claims before the cut
// in a list of claims.
func TestLoad_TruncatedFile(t *testing.T) {
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
		if claims := len(claimsOf(r)); claims != 2 && name != "claims.json" || name == "claims.json" && claims != 1 {
			t.Errorf("%s: %d claims", name, claims)
		}
	}
}

// Without KeepGoing the error is the first of all faults.
func TestLoad_FirstFault(t *testing.T) {
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

// Judge does not change the portfolio.
func TestJudge_Repeated(t *testing.T) {
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
	claims := cmp.Transformer("claims", func(c *Claims) claimsJSON { return claimsJSON{c.Policy, slices.Collect(c.All)} })
	times := cmp.Comparer(func(a, b agreement.Timestamp) bool { return a == b })
	if diff := cmp.Diff(first, judge(Baseline), claims, times); diff != "" {
		t.Errorf("(-first +again)\n%s", diff)
	}
}

// The progress grows and ends with the size of the file.
func TestLoader_Progress(t *testing.T) {
	var calls []Progress
	text := "[" + strings.Repeat(" ", 3*progressStep) + "]"
	l := Loader{Name: "f", Progress: func(at Progress) { calls = append(calls, at) }}
	if _, err := l.Load(folder(map[string]string{"claims.json": text})); err != nil {
		t.Fatal(err)
	}
	read := int64(0)
	for _, at := range calls {
		if at.File != "f/claims.json" || at.Size != int64(len(text)) || at.Read < read {
			t.Errorf("%+v after %d", at, read)
		}
		read = at.Read
	}
	if last := calls[len(calls)-1]; !last.Done || last.Read != last.Size || len(calls) < 3 {
		t.Errorf("%d times, last %+v", len(calls), last)
	}
}
