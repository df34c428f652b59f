package portfolio

import (
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"
)

// asUTF16 returns an ASCII text in UTF-16, with the given mark.
func asUTF16(mark, text string) string {
	var wide strings.Builder
	for _, b := range []byte(text) {
		if mark == "\xfe\xff" {
			wide.WriteByte(0)
		}
		wide.WriteByte(b)
		if mark != "\xfe\xff" {
			wide.WriteByte(0)
		}
	}
	return mark + wide.String()
}

// A way is a file of a partner, with a text that is valid.
type way struct {
	file string
	text string

	stdin bool // the file is read from the standard input
}

const usageRow = usageTenant + ",Contoso,Teams,10,20,CL-7,4567009,2023-08-12,Claimed,2023-09-30\n"

// waysIn returns the ways in by name. Each text contains what the rows of
// TestWaysIn replace.
func waysIn() map[string]way {
	const (
		companies = `{"companies": [{"name": "Example", "memberships": [{"offer": "legacy-gold", "start": "2024-01-05", "benefits": [` +
			`{"id": "credits", "category": "azure-credits", "year": 1, "unlocked": "2024-02-01", "redeemedOn": "2024-02-02"}]}]}]}`
		customers = `[{"name": "Alpha", "tenant": "` + tenantA + `", "direct": {"given": "yes", "on": "2024-01-15"}, "attestations": [` +
			`{"primaryContact": {"firstName": "Ada"}, "dateAgreed": "2024-01-16T10:00:00Z"}]}]`
		claim = `{"id": "CL-1", "tenant": "` + tenantA + `", "area": "microsoft-365", "activities": ["usage"], "partner": "9100011", "ends": "2024-12-01",
			"units": [{"name": "Teams"}], "history": [{"status": "editing", "on": "2024-08-30"}, {"status": "submitted", "on": "2024-08-31"}]}`
		attested = "attestations/" + tenantA + ".json"
		direct   = "direct/" + tenantA + ".json"
	)
	return map[string]way{
		"companies": {file: companiesFile, text: companies},
		"customers": {file: customersFile, text: customers},
		"claims":    {file: claimsFile, text: "[" + claim + "]"},
		"stdin": {
			stdin: true, file: "standard input",
			text: strings.TrimSuffix(companies, "}") + `, "customers": ` + customers + `, "claims": [` + claim + `]}`,
		},
		"usage":        {file: usageFile, text: usageHeader + usageRow},
		"holidays":     {file: holidaysFile, text: "2024-09-02\n2024-12-25 # Christmas\n"},
		"attestations": {file: attested, text: strings.ReplaceAll(listing, "\t", "")},
		"direct":       {file: direct, text: `{"isSigned": true, "links": {"self": "x"}}`},
	}
}

// read returns the report on a way in, with a text instead of its own.
func (w way) read(t *testing.T, text string) *Report {
	t.Helper()
	if !w.stdin {
		return judged(t, map[string]string{w.file: text})
	}
	p, err := Loader{KeepGoing: true}.LoadFile(w.file, strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	r, err := p.Judge(theDay, Baseline)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// A change replaces a part of the text of a way in. The result is valid, or has a
// first fault that begins with the name of the file and fault, and contains also.
type change struct {
	old, new    string
	fault, also string
}

// TestWaysIn reads each kind of file with a byte-order mark, in UTF-16, with
// something said twice, with placeholder dates, with facts after the day of the
// report, and with unusual letters (INP-01 to INP-06). The day is 2024-09-16.
func TestWaysIn(t *testing.T) {
	ways := waysIn()
	names := func(at string, old string) []change {
		quoted := `"` + old + `"`
		return []change{
			{quoted, `"株式会社` + "\u3000" + `例"`, "", ""},
			{quoted, `"A\u3000B"`, "", ""},
			{quoted, `"A\u00a0B"`, "", ""},
			{quoted, `"می\u200cخواهم"`, "", ""},
			{quoted, `"क्\u200dष"`, "", ""},
			{quoted, `"Cafe\u0301 №1 €½"`, "", ""},
			{quoted, `"A\u202eB"`, at, "U+202E at offset 1 is not allowed in a name"},
			{quoted, `"A\u200eB"`, at, "U+200E at offset 1 is not allowed"},
			{quoted, `"\u2066AB"`, at, "U+2066 at offset 0 is not allowed in a name"},
			{quoted, `"A\u2028B"`, at, "U+2028 at offset 1 is not allowed"},
			{quoted, `"A\u0007"`, at, "U+0007 at offset 1 is not allowed"},
			{quoted, `"A\ufeff"`, at, "U+FEFF at offset 1 is not allowed"},
			{quoted, `"A\ue000"`, at, "U+E000 at offset 1 is not allowed"},
			{quoted, `"A\u0378"`, at, "U+0378 at offset 1 is not allowed"},
			{quoted, `"A\ufffd"`, at, "U+FFFD"},
			{quoted, `"\u3000\u200d"`, at, "no visible character"},
		}
	}
	const (
		placeholder = "is a placeholder for a missing date: leave the member out"
		after       = "is after the day of the report, 2024-09-16"
		usage       = ",2023-08-12,"
	)
	// dates returns the placeholders for a date of a file that the user writes.
	dates := func(at, old string) []change {
		return []change{
			{old, "0001-01-01", at, placeholder},
			{old, "0001-12-31", at, placeholder},
			{old, "1900-01-01", at, placeholder},
			{old, "9999-12-31", at, placeholder},
		}
	}
	rows := map[string]map[string][]change{
		"said twice": {
			"companies": {
				{`"start": "2024-01-05"`, `"start": "2024-01-05", "start": "2024-01-05"`, ":1:100: companies[0].memberships[0]: ", `"start": duplicate member, first at 1:77`},
				{`"2024-02-02"}`, `"2024-02-02"}, {"id": "credits", "category": "marketing", "year": 1}`, ":1:", "another benefit has this ID in paid year 1, at 1:120"},
				{`"2024-02-02"}`, `"2024-02-02"}, {"id": "Credits", "category": "marketing", "year": 1}`, "", ""},
				{`"companies": [`, `"companies": [{"name": "Example"}, `, "", ""}, // two companies
			},
			"customers": {
				{`"given": "yes"`, `"given": "yes", "given": "no"`, ":1:97: [0].direct: ", `"given": duplicate member, first at 1:81`},
				{`"tenant"`, `"tenant": "` + tenantB + `", "tenant"`, ":1:", `"tenant": duplicate member, first at 1:20`},
			},
			"claims": {
				{`"on": "2024-08-31"`, `"on": "2024-08-31", "on": "2024-08-30"`, ":2:", `"on": duplicate member, first at 2:113`},
				{`]}]`, `]}, ` + pendingClaim + `]`, ":2:", "another claim has the ID CL-1, at f/claims.json:1:2"},
			},
			"stdin": {
				{`{"companies"`, `{"customers": [], "companies"`, ":1:", `"customers": duplicate member, first at 1:2`},
				{`2024-08-31"}]}`, `2024-08-31"}]}, ` + pendingClaim, ":2:", "another claim has the ID CL-1, at standard input:1:"},
			},
			"usage": {
				{"PartnerAttributionType", " claimid ", ":1:111: claimid: ", "the column is given twice: it is column 6 and column 9"},
				{"Date\n", "Date,ClaimId\n", ":1:", "ClaimId: the column is given twice: it is column 6 and column 11"},
				{"Date\n", "Date,Note,NOTE\n", ":1:", "NOTE: the column is given twice: it is column 11 and column 12"},
				{usageHeader + usageRow, strings.ToUpper(usageHeader) + usageRow, "", ""},
				{usageHeader + usageRow, strings.TrimSpace(usageHeader) + ",,\n" + strings.TrimSpace(usageRow) + ",,\n", "", ""},
				{usageRow, usageRow + usageRow, "", ""}, // rows merge
			},
			"holidays": {{"2024-09-02", "2024-12-25", "", ""}},
			"attestations": {
				{`"totalCount": 1`, `"totalCount": 1, "totalCount": 1`, ":1:19: ", `"totalCount": duplicate member, first at 1:2`},
				{`"firstName": "Ada"`, `"firstName": "Ada", "firstName": "Eve"`, ":1:", `items[0].primaryContact: "firstName": duplicate member, first at 1:49`},
			},
			"direct": {
				{`true`, `true, "isSigned": false`, `:1:20: `, `"isSigned": duplicate member, first at 1:2`},
				{`"self": "x"`, `"self": 1, "self": 2`, `:1:41: links: `, `"self": duplicate member`},
			},
		},
		"placeholder dates": {
			"companies": append(append(dates(":1:86: companies[0].memberships[0].start: ", "2024-01-05"),
				dates(":1:", "2024-02-01")...), change{`{"companies"`, `{"on": "1900-01-01", "companies"`, ":1:8: on: ", placeholder}),
			"customers": append(dates(":1:103: [0].direct.on: ", "2024-01-15"),
				change{"2024-01-16T10:00:00Z", "0001-01-01T00:00:00", ":1:", "[0].attestations[0].dateAgreed: \"0001-01-01T00:00:00\": " + placeholder},
				change{"2024-01-16T10:00:00Z", "9999-12-31T23:59:59.9999999", ":1:", placeholder},
				change{"2024-01-16T10:00:00Z", "1900-01-02T01:00:00+02:00", ":1:", placeholder}, // the day in UTC counts
				change{"2024-01-16T10:00:00Z", "1900-01-01T23:00:00-02:00", "", ""},
				change{"2024-01-16T10:00:00Z", "0002-01-01T00:30:00+01:00", ":1:", placeholder},
			),
			"claims": append(dates(":2:", "2024-08-30"), dates(":1:", "2024-12-01")...),
			"stdin":  append(dates(":1:", "2024-01-15"), dates(":1:", "2024-12-01")...),
			"usage": {
				{usage, ",0001-01-01T00:00:00,", "", ""},
				{usage, ",1900-01-01,", "", ""},
				{usage, ",1/1/1900 12:00:00 AM,", "", ""},
				{usage, ",9999-12-31T23:59:59Z,", "", ""},
				{usage, ",12/31/9999 11:59:59 PM,", "", ""},
			},
			"holidays": {
				{"2024-12-25", "0001-12-25", ":2:1: ", "0001-12-25 is a placeholder for a missing date: leave the line out"},
				{"2024-09-02", "1900-01-01", ":1:1: ", "placeholder"},
				{"2024-09-02", "9999-12-31", ":1:1: ", "placeholder"},
				{"2024-09-02", "1900-01-02", "", ""},
			},
			"attestations": {{"2024-01-15", "0001-01-01", "", ""}, {"2024-01-15", "1900-01-01", "", ""}, {"2024-01-15T00:00:00Z", "9999-12-31T23:59:59Z", "", ""}},
			"direct":       {{`"x"`, `"0001-01-01T00:00:00Z"`, "", ""}}, // it has no date
		},
		"facts after the day": {
			"companies": {
				{"2024-01-05", "2024-09-17", ":1:86: companies[0].memberships[0].start: ", after},
				{"2024-02-01", "2024-09-17", ":1:", "companies[0].memberships[0].benefits[0].unlocked: \"2024-09-17\": " + after},
				{"2024-02-02", "2024-09-17", ":1:", "companies[0].memberships[0].benefits[0].redeemedOn: \"2024-09-17\": " + after},
				{"2024-02-02", "2024-09-16", "", ""},
				{
					`"memberships": [`, `"memberships": [{"offer": "partner-launch-benefits", "anniversary": "2024-09-01", "renewals": ["2024-09-17"]}, `, ":1:",
					"companies[0].memberships[0].renewals[0]: \"2024-09-17\": " + after,
				},
				{`"memberships": [`, `"memberships": [{"offer": "partner-launch-benefits", "anniversary": "2025-09-01"}, `, "", ""},
			},
			"customers": {
				{"2024-01-15", "2024-09-17", ":1:103: [0].direct.on: ", after},
				{"2024-01-15", "2024-09-16T23:59:59Z", "", ""},
				{"2024-01-15", "2024-09-16T23:59:59-01:00", ":1:", after}, // the day in UTC counts
				{"2024-01-15", "2024-09-17T00:59:59+01:00", "", ""},
				{"2024-01-16T10:00:00Z", "2024-09-17T00:00:00Z", ":1:", "[0].attestations[0].dateAgreed: \"2024-09-17T00:00:00Z\": " + after},
				{`"direct": {`, `"provider": {"given": "yes", "on": "2025-01-01"}, "direct": {`, ":1:", "[0].provider.on: \"2025-01-01\": " + after},
			},
			"claims": {
				{"2024-08-31", "2024-09-17", ":1:2: [0]: ", "a step on 2024-09-17, after the day of the report, 2024-09-16"},
				{"2024-08-31", "2024-09-16", "", ""},
			},
			"stdin": {
				{"2024-01-05", "2024-09-17", ":1:86: companies[0].memberships[0].start: ", after},
				{"2024-01-15", "2024-09-17", ":1:", "customers[0].direct.on: \"2024-09-17\": " + after},
				{"2024-08-31", "2024-09-17", ":1:", "claims[0]: the history has a step on 2024-09-17"},
			},
			"usage": {
				{usage, ",2030-01-01,", ":2:71: DateAssociated: \"2030-01-01\": ", after},
				{usageRow, usageRow + strings.Replace(usageRow, usage, ",2024-09-17,", 1), ":3:71: DateAssociated: ", after},
				{usage, ",2024-09-16T23:00:00Z,", "", ""},
			},
			"holidays":     {{"2024-09-02", "2030-01-01", "", ""}},
			"attestations": {{"2024-01-15", "2030-01-15", ": items[0].dateAgreed: ", after}},
			"direct":       {{`"x"`, `"2030-01-01"`, "", ""}},
		},
		"unusual letters": {
			"companies": append(names(":1:25: companies[0].name: ", "Example"), names(":1:120: companies[0].memberships[0].benefits[0].id: ", "credits")...),
			"customers": names(":1:11: [0].name: ", "Alpha"),
			"claims":    append(names(":1:9: [0].id: ", "CL-1"), names(":2:23: [0].units[0].name: ", "Teams")...),
			"stdin":     append(names(":1:25: companies[0].name: ", "Example"), names(":1:", "CL-1")...),
			"usage": {
				{"Teams", "株式会社\u3000例", "", ""},
				{"Teams", "A\u00a0B", "", ""},
				{"CL-7", "می\u200cخواهم", "", ""},
				{"Teams", "A\u202eB", ":2:46: WorkloadName: ", "U+202E at offset 1 is not allowed in a name"},
				{"CL-7", "CL\ufeff", ":2:58: ClaimId: ", "U+FEFF at offset 2 is not allowed in a name"},
				{"CL-7", "\ufffd", ":2:58: ClaimId: ", "U+FFFD at offset 0 is not allowed in a name"},
				{"CL-7", "\u3000", ":2:58: ClaimId: ", "empty"},
			},
			"holidays":     {{"Christmas", "क्रिसमस 株式会社", "", ""}, {"2024-09-02", "\ufeff\ufeff2024-09-02", ":1:1: ", "want a date"}},
			"attestations": {{"Ada", "株式会社\u3000例", "", ""}},
			"direct":       {{`"x"`, `"株式会社"`, "", ""}},
		},
	}
	const (
		utf16 = "the file is UTF-16: save it as UTF-8"
		ansi  = "byte 0xFC is not UTF-8: the file may be UTF-16 or Windows-1252, save it as UTF-8"
	)
	rows["byte-order mark"], rows["UTF-16"], rows["Windows-1252"] = map[string][]change{}, map[string][]change{}, map[string][]change{}
	for name, w := range ways {
		rows["byte-order mark"][name] = []change{{w.text, "\ufeff" + w.text, "", ""}}
		for _, mark := range []string{"\xff\xfe", "\xfe\xff", ""} {
			rows["UTF-16"][name] = append(rows["UTF-16"][name], change{w.text, asUTF16(mark, w.text), ":1:1: ", utf16})
		}
	}
	for name, old := range map[string]string{
		"companies": "Example", "customers": "Alpha", "claims": "Teams", "stdin": "Alpha", "usage": "Contoso", "holidays": "Christmas", "attestations": "Ada", "direct": "x",
	} {
		rows["Windows-1252"][name] = []change{{old, "M\xfcller", ":", ansi}}
	}
	for kind, cells := range rows {
		for name, w := range ways {
			if len(cells[name]) == 0 {
				t.Errorf("%s of %s has no row", kind, name)
			}
			for _, c := range cells[name] {
				w.check(t, kind+", "+name, c)
			}
		}
	}
}

// check reads a way in with a change.
func (w way) check(t *testing.T, cell string, c change) {
	t.Helper()
	if !strings.Contains(w.text, c.old) {
		t.Fatalf("%s: the text does not contain %q", cell, c.old)
	}
	got := faultTexts(w.read(t, strings.Replace(w.text, c.old, c.new, 1)))
	file := w.file
	if !w.stdin {
		file = "f/" + file
	}
	switch {
	case c.fault == "" && len(got) > 0:
		t.Errorf("%s: %q: %v, want no fault", cell, c.new, got)
	case c.fault != "" && (len(got) == 0 || !strings.HasPrefix(got[0], file+c.fault) || !strings.Contains(got[0], c.also)):
		t.Errorf("%s: %q:\n got %q\nwant %s%s ... %s", cell, c.new, got, file, c.fault, c.also)
	}
}

// Placeholder dates of the service are no dates.
func TestWaysIn_NoDate(t *testing.T) {
	row := func(date string) string { return strings.Replace(usageRow, "2023-08-12", date, 1) }
	for rows, want := range map[string]string{
		row("0001-01-01T00:00:00") + row("2023-08-11"):          "2023-08-11",
		row("2023-08-11") + row("0001-01-01T00:00:00"):          "2023-08-11",
		row("8/11/2023") + row("1900-01-01") + row("8/12/2023"): "2023-08-11",
		row("9999-12-31"): "no date",
	} {
		claims, err := readUsage("r.csv", usageHeader+rows)
		if err != nil || len(claims) != 1 || claims[0].Approved.String() != want {
			t.Errorf("%q: %v, %v, want %s", rows, claims, err, want)
		}
	}
	for _, date := range []string{"0001-01-01T00:00:00Z", "1900-01-01T12:00:00Z", "9999-12-31T23:59:59Z"} {
		w := waysIn()["attestations"]
		r := w.read(t, strings.Replace(w.text, "2024-01-15T00:00:00Z", date, 1))
		if on := r.Agreement.Customers[0].Facts.Acceptance.Partner.On; !on.IsZero() {
			t.Errorf("%s: accepted on %v, want no date", date, on)
		}
	}
}

// Names are normalized. Names that look alike but differ give a warning (INP-10).
func TestLookAlikes(t *testing.T) {
	claim := func(id, workload string) string {
		return strings.NewReplacer("CL-1", id, "Teams", workload).Replace(pendingClaim)
	}
	for _, test := range []struct {
		files map[string]string
		want  []string // the parts of the warnings
	}{
		{map[string]string{companiesFile: `{"companies": [{"name": "Caf\u00e9"}, {"name": "Cafe\u0301"}]}`}, nil},
		{map[string]string{companiesFile: `{"companies": [{"name": "Café"}, {"name": "Cafe"}]}`}, []string{`Companies "Café" and "Cafe" look alike`}},
		{map[string]string{companiesFile: `{"companies": [{"name": "A B"}, {"name": "C"}, {"name": "a\u3000b"}]}`}, []string{`Companies "A B" and "a\u3000b" look alike`}},
		{map[string]string{companiesFile: `{"companies": [{"name": "A B"}, {"name": "A C"}, {"name": "AB"}]}`}, nil},
		{map[string]string{customersFile: `[{"name": "می\u200cخواهم", "tenant": "` + tenantA + `"}, {"name": "میخواهم", "tenant": "` + tenantB + `"}]`}, []string{`"می\u200cخواهم" and "میخواهم"`}},
		{map[string]string{claimsFile: "[" + claim("CL-1", "Teams") + ", " + claim("cl-1", "teams") + "]"}, []string{
			`Claims "CL-1" and "cl-1" look alike but differ: check whether they are the same. They are at f/claims.json:1:2 and f/claims.json:2:`,
		}},
		{map[string]string{claimsFile: "[" + claim("CL-1", "Microsoft 365") + ", " + claim("CL-2", `Microsoft\u3000365`) + "]"}, []string{`Products "Microsoft 365" and "Microsoft\u3000365" look alike`}},
		{map[string]string{usageFile: usageHeader + usageRow + strings.Replace(usageRow, "CL-7", "Cl-7", 1)}, []string{`Claims "CL-7" and "Cl-7" look alike`}},
		{map[string]string{companiesFile: memberships(`{"offer": "legacy-gold", "start": "2024-01-05", "benefits": [{"id": "a", "category": "marketing", "year": 1}, ` +
			`{"id": "A", "category": "marketing", "year": 1}, {"id": "á", "category": "marketing", "year": 1}, {"id": "b", "category": "marketing", "year": 1}]}`)}, []string{
			`Benefits of Example in paid year 1 "a" and "A" look alike`, `Benefits of Example in paid year 1 "a" and "á" look alike`,
		}},
	} {
		r := judged(t, test.files)
		if len(r.Faults) > 0 || len(r.Warnings) != len(test.want) {
			t.Errorf("%v: faults %v, warnings %q", test.files, r.Faults, r.Warnings)
			continue
		}
		for i, want := range test.want {
			if !strings.Contains(r.Warnings[i], want) {
				t.Errorf("%q, want %q", r.Warnings[i], want)
			}
		}
	}
	decomposed := strings.Replace(usageRow, "Teams", "Cafe\u0301", 1)
	claims, err := readUsage("r.csv", usageHeader+decomposed+strings.Replace(usageRow, "Teams", "Caf\u00e9", 1))
	if err != nil || len(claims) != 1 || len(claims[0].Units) != 1 || claims[0].Units[0].Name != "Caf\u00e9" {
		t.Errorf("%v, %v", claims, err)
	}
}

// Reports of spreadsheets are read: with other separators, other forms of dates, and a
// first line that names the separator.
func TestAddUsage_Spreadsheets(t *testing.T) {
	semicolons := strings.ReplaceAll(usageHeader+usageRow, ",", ";")
	dated := func(dates ...string) string {
		rows := usageHeader
		for _, date := range dates {
			rows += strings.Replace(usageRow, "2023-08-12", date, 1)
		}
		return rows
	}
	const ambiguous = "r.csv: dates such as 8/11/2023 fit month first and day first. They are read month first: 8/11/2023 is 2023-08-11."
	for _, test := range []struct{ text, approved, warning, fault string }{
		{semicolons, "2023-08-12", "", ""},
		{"\ufeffsep=;\r\n" + strings.ReplaceAll(semicolons, "\n", "\r\n"), "2023-08-12", "", ""},
		{"sep=,\n" + dated("2023-08-11"), "2023-08-11", "", ""},
		{"\"sep=,\"\n" + dated("2023-08-11"), "2023-08-11", "", ""},
		{"sep=,\n" + dated("x"), "", "", `r.csv:3:71: DateAssociated: "x": want a date such as 2023-08-11, 2023-08-11T10:20:30Z, 2023-08-11 10:20:30, or with the month first 8/11/2023 or 8/11/2023 10:20:30 AM`},
		{"sep=\t\n" + dated("2023-08-11"), "", "", `r.csv:1:1: "sep=\t": want sep=, or sep=;`},
		{"sep=,", "", "", "r.csv:1:1: the column CustomerTenantId is missing"},
		{strings.ReplaceAll(usageHeader, ",", "\t"), "", "", "r.csv:1:1: the column CustomerTenantId is missing: a comma or a semicolon must separate the columns"},
		{dated("2023-08-11 00:00:00"), "2023-08-11", "", ""},
		{dated("2023-08-11T00:00:00.0000000"), "2023-08-11", "", ""},
		{dated("2023-08-11", "2023-08-10T10:20:30Z"), "2023-08-10", "", ""},
		{dated("8/25/2023 12:00:00 AM"), "2023-08-25", "", ""},
		{dated("8/11/2023 12:00:00 AM"), "2023-08-11", "r.csv: dates such as 8/11/2023 12:00:00 AM fit month first and day first. They are read month first: 8/11/2023 12:00:00 AM is 2023-08-11.", ""},
		{dated("8/11/2023", "9/10/2023"), "2023-08-11", ambiguous, ""},
		{dated("8/11/2023", "8/13/2023"), "2023-08-11", "", ""},
		{dated("8/13/2023", "8/11/2023"), "2023-08-11", "", ""},
		{dated("8/8/2023"), "2023-08-08", "", ""},
		{dated("13/1/2023"), "", "", `r.csv:2:71: DateAssociated: "13/1/2023": 13 is not a month: this date is day first, but dates with slashes are read month first`},
		{dated("13/13/2023"), "", "", `r.csv:2:71: DateAssociated: "13/13/2023": want a date such as`},
		{dated("11.08.2023"), "", "", `r.csv:2:71: DateAssociated: "11.08.2023": want a date such as`},
		{dated(strings.Repeat("é", 30)), "", "", `r.csv:2:71: DateAssociated: "` + strings.Repeat("é", 20) + `...": want a date such as`},
		{dated("2023-08-11", "8/12/2023"), "", "", "r.csv:3:71: DateAssociated: claim CL-7 has dates with the year first in an earlier row, and this date is with slashes"},
		{dated("8/12/2023", "2023-08-11"), "", "", "r.csv:3:71: DateAssociated: claim CL-7 has dates with slashes in an earlier row, and this date is with the year first"},
	} {
		var p Portfolio
		err := p.AddUsage("r.csv", strings.NewReader(test.text))
		if test.fault != "" {
			if err == nil || !strings.HasPrefix(err.Error(), test.fault) {
				t.Errorf("%q: %v, want %s", test.text, err, test.fault)
			}
			continue
		}
		if err != nil || len(p.claims) != 1 || p.claims[0].Approved.String() != test.approved {
			t.Errorf("%q: %v, %v", test.text, p.claims, err)
		}
		if diff := cmp.Diff(test.warning, strings.Join(p.warnings, "\n")); diff != "" {
			t.Errorf("%q: (-want +got)\n%s", test.text, diff)
		}
	}
}

// The reader of a text finds a byte that is not UTF-8 wherever the reads end, and
// returns the text before it.
func TestUTF8Text(t *testing.T) {
	for _, test := range []struct{ text, want, fault string }{
		{"", "", ""},
		{"a", "a", ""},
		{"\ufeffé€😀\n", "é€😀\n", ""},
		{"é\nb€\xfcc", "é\nb€", "f.txt:2:5: byte 0xFC is not UTF-8"},
		{"a€\xe2\x82", "a€", "f.txt:1:5: byte 0xE2 is not UTF-8"},
		{"\xfc", "", "f.txt:1:1: byte 0xFC is not UTF-8"},
	} {
		for name, in := range map[string]io.Reader{
			"whole": strings.NewReader(test.text), "bytes": iotest.OneByteReader(strings.NewReader(test.text)), "data with the end": iotest.DataErrReader(strings.NewReader(test.text)),
		} {
			got, err := io.ReadAll(utf8Text("f.txt", in))
			switch {
			case test.fault == "" && (err != nil || string(got) != test.want):
				t.Errorf("%q, %s: %q, %v", test.text, name, got, err)
			case test.fault != "" && (err == nil || !strings.HasPrefix(err.Error(), test.fault) || !strings.HasPrefix(string(got), test.want)):
				t.Errorf("%q, %s: %q, %v, want %q, %s", test.text, name, got, err, test.want, test.fault)
			}
		}
	}
	broken := errors.New("broken pipe")
	if got, err := io.ReadAll(utf8Text("f.txt", io.MultiReader(strings.NewReader("ab"), iotest.ErrReader(broken)))); string(got) != "ab" || !errors.Is(err, broken) {
		t.Errorf("%q, %v", got, err)
	}
}
