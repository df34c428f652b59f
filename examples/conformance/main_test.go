package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/partnerrules/partnerrules/internal/conformance"
)

// A right and a wrong vector.
const (
	right = `{"rule": "CAL-02", "case": "border", "basis": "D", "says": "29 February and a year",
		"call": "date.add-years", "given": {"date": "2024-02-29", "n": 1}, "want": {"date": "2025-02-28"}}`
	wrong = `{"rule": "CAL-02", "case": "border", "basis": "D", "says": "29 February and a year is 1 March",
		"call": "date.add-years", "given": {"date": "2024-02-29", "n": 1}, "want": {"date": "2025-03-01"}}`
	other = `{"rule": "CAL-02", "case": "border", "basis": "D", "says": "29 February and four years",
		"call": "date.add-years", "given": {"date": "2024-02-29", "n": 4}, "want": {"date": "2028-02-29"}}`
)

// fileOf returns a file with the given vectors.
func fileOf(vectors ...string) string {
	return `{"subject": "mine", "vectors": [` + strings.Join(vectors, ",") + "]}"
}

// runOn runs the program on a directory with the given files.
func runOn(t *testing.T, files map[string]string) (status int, stdout, stderr string) {
	t.Helper()
	dir := t.TempDir()
	for name, text := range files {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return runWith(dir)
}

func runWith(args ...string) (status int, stdout, stderr string) {
	var out, errs bytes.Buffer
	status = run(args, strings.NewReader(""), &out, &errs)
	return status, out.String(), errs.String()
}

func contains(t *testing.T, what, text string, parts ...string) {
	t.Helper()
	for _, part := range parts {
		if !strings.Contains(text, part) {
			t.Errorf("%s lacks %q:\n%s", what, part, text)
		}
	}
}

func TestRun_Shipped(t *testing.T) {
	status, stdout, stderr := runWith()
	if status != conformance.Agrees || stderr != "" {
		t.Errorf("status %d, stderr %q", status, stderr)
	}
	contains(t, "stdout", stdout, "calendar: ", " vectors, 11 rules, 0 differ\n")
}

func TestRun_Difference(t *testing.T) {
	status, stdout, stderr := runOn(t, map[string]string{"mine.json": fileOf(right, wrong)})
	if status != conformance.Differs || stderr != "" {
		t.Errorf("status %d, stderr %q", status, stderr)
	}
	contains(t, "stdout", stdout,
		"mine.json: CAL-02: 29 February and a year is 1 March\n",
		`date.add-years {"date": "2024-02-29", "n": 1}`,
		`date: want "2025-03-01", got "2025-02-28"`,
		"mine: 2 vectors, 1 rules, 1 differ\n")
}

func TestRun_Directory(t *testing.T) {
	status, stdout, stderr := runOn(t, map[string]string{
		"a.json": fileOf(right), "b.json": fileOf(right, other),
		conformance.SchemaName: "{}", "README.md": "no vectors here",
	})
	want := "mine: 1 vectors, 1 rules, 0 differ\nmine: 2 vectors, 1 rules, 0 differ\n"
	if status != conformance.Agrees || stdout != want || stderr != "" {
		t.Errorf("status %d, stdout %q, stderr %q", status, stdout, stderr)
	}
}

func TestRun_File(t *testing.T) {
	path := filepath.Join(t.TempDir(), "any.name")
	if err := os.WriteFile(path, []byte(fileOf(right)), 0o600); err != nil {
		t.Fatal(err)
	}
	status, stdout, stderr := runWith(path)
	if status != conformance.Agrees || stdout != "mine: 1 vectors, 1 rules, 0 differ\n" || stderr != "" {
		t.Errorf("status %d, stdout %q, stderr %q", status, stdout, stderr)
	}
}

func TestRun_Faults(t *testing.T) {
	change := func(old, replacement string) string { return strings.Replace(right, old, replacement, 1) }
	tests := []struct{ name, vector, want string }{
		{"an invalid rule ID", change("CAL-02", "CAL-2"), `rule "CAL-2" is unknown; did you mean CAL-02?`},
		{"an invalid case", change(`"border"`, `"edge"`), `want one of the cases holds, fails, border, informs, not "edge"`},
		{"an invalid basis", change(`"D"`, `"D,S"`), `want a basis of S, P, A, Q, T and D with commas, not "D,S"`},
		{"says is empty", change("29 February and a year", ""), "says is empty"},
		{"an unknown call", change("date.add-years", "date.add-weeks"), `call "date.add-weeks" is unknown`},
		{"an unknown member of given", change(`"n"`, `"years"`), `given.years: unknown member, want date or n`},
		{"a member in another case", change(`"date": "2024`, `"Date": "2024`), `given.Date: unknown member, did you mean "date"?`},
		{"an unknown member of the vector", change(`"rule"`, `"note": "", "rule"`), `note: unknown member`},
		{"given is missing", change(`"given": {"date": "2024-02-29", "n": 1}, `, ""), "given is missing"},
		{"an invalid date", change("2024-02-29", "2023-02-29"), `date "2023-02-29" at offset 8`},
		{"an invalid number", change(`"n": 1`, `"n": "1"`), "given.n: want an integer"},
		{"want is empty", change(`{"date": "2025-02-28"}`, "{}"), "want is empty"},
		{"want is not an object", change(`{"date": "2025-02-28"}`, `"2025-02-28"`), "want: want an object"},
		{"an unknown policy", `{"rule": "CAL-05", "case": "holds", "basis": "D", "says": "x", "call": "membership.last-access",
			"given": {"policy": "today's"}, "want": {"date": null}}`, `want the policy baseline or in-force, not "today's"`},
		{"an unknown member of a policy", `{"rule": "CAL-05", "case": "holds", "basis": "D", "says": "x", "call": "membership.last-access",
			"given": {"policy": {"opens": 0}}, "want": {"date": null}}`, `given.policy.opens: unknown member, want windowOpens`},
		{"an unknown fact", `{"rule": "ELG-01", "case": "holds", "basis": "D", "says": "x", "call": "eligibility.evaluate",
			"given": {"facts": {"acount": "pending"}}, "want": {"verdict": "disabled"}}`, `given.facts.acount: unknown member, did you mean "account"?`},
		{"an unknown weekday", `{"rule": "CAL-09", "case": "holds", "basis": "D", "says": "x", "call": "business-day.is",
			"given": {"weekend": ["sun"]}, "want": {"business": true}}`, `weekend: want one of [sunday monday tuesday wednesday thursday friday saturday], not "sun"`},
		{"the local zone", `{"rule": "CAL-01", "case": "holds", "basis": "D", "says": "x", "call": "date.in-location",
			"given": {"location": "Local"}, "want": {"date": null}}`, "depends on the machine"},
		{"an unknown zone", `{"rule": "CAL-01", "case": "holds", "basis": "D", "says": "x", "call": "date.in-location",
			"given": {"location": "Atlantis"}, "want": {"date": null}}`, "Atlantis"},
		{"an invalid instant", `{"rule": "CAL-01", "case": "holds", "basis": "D", "says": "x", "call": "date.in-location",
			"given": {"instant": "noon"}, "want": {"date": null}}`, "noon"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			status, stdout, stderr := runOn(t, map[string]string{"mine.json": fileOf(right, tt.vector)})
			if status != conformance.Invalid {
				t.Errorf("status %d, want %d", status, conformance.Invalid)
			}
			contains(t, "stderr", stderr, "mine.json:", tt.want)
			// The vector without a fault runs.
			contains(t, "stdout", stdout, "mine: 1 vectors, 1 rules, 0 differ\n")
		})
	}
}

func TestRun_FaultyVector(t *testing.T) {
	_, _, stderr := runOn(t, map[string]string{"mine.json": fileOf(right, strings.Replace(right, "add-years", "add", 1))})
	contains(t, "stderr", stderr, "mine.json:2: vectors[1] CAL-02: ")
}

func TestRun_FaultyFile(t *testing.T) {
	for name, tt := range map[string]struct{ text, want string }{
		"not JSON":          {"{\n\"subject\": \"mine\",\n\"vectors\": [,]}", "mine.json:3: "},
		"cut off":           {`{"subject": "mine", "vectors": [`, "mine.json:1: unexpected end"},
		"more than a value": {fileOf(right) + "{}", "mine.json:2: "},
		"a member twice":    {fileOf(right, "\n"+strings.Replace(right, `"n": 1`, `"n": 1, "n": 2`, 1)), `mine.json:4: vectors[1].given.n: repeated`},
		"unknown member":    {`{"subject": "mine", "cases": []}`, `cases: unknown member, want subject or vectors`},
		"no subject":        {`{"vectors": [` + right + "]}", "no subject"},
		"no vectors":        {`{"subject": "mine", "vectors": []}`, "no vectors"},
	} {
		t.Run(name, func(t *testing.T) {
			status, _, stderr := runOn(t, map[string]string{"mine.json": tt.text})
			if status != conformance.Invalid {
				t.Errorf("status %d, want %d", status, conformance.Invalid)
			}
			contains(t, "stderr", stderr, tt.want)
		})
	}
}

// With a fault and a difference the exit status is conformance.Invalid.
func TestRun_FaultAndDifference(t *testing.T) {
	status, _, _ := runOn(t, map[string]string{"a.json": fileOf(wrong), "b.json": "{}", "c.json": fileOf(wrong)})
	if status != conformance.Invalid {
		t.Errorf("status %d, want %d", status, conformance.Invalid)
	}
}

func TestRun_InvalidArguments(t *testing.T) {
	for name, args := range map[string][]string{
		"an empty directory":          {t.TempDir()},
		"an unknown path":             {filepath.Join(t.TempDir(), "nowhere")},
		"an unknown flag":             {"-lists"},
		"a valid and an invalid path": {"../../rulestest/vectors", t.TempDir()},
	} {
		if status, stdout, stderr := runWith(args...); status != conformance.Invalid || stdout != "" || stderr == "" {
			t.Errorf("%s: status %d, stdout %q, stderr %q", name, status, stdout, stderr)
		}
	}
}

func TestRun_Help(t *testing.T) {
	status, stdout, stderr := runWith("-help")
	if status != conformance.Agrees || stdout != "" {
		t.Errorf("status %d, stdout %q", status, stdout)
	}
	contains(t, "stderr", stderr, "-list")
}

func TestRun_List(t *testing.T) {
	status, stdout, stderr := runWith("-list")
	if status != conformance.Agrees || stderr != "" {
		t.Errorf("status %d, stderr %q", status, stderr)
	}
	contains(t, "stdout", stdout,
		"date (date), n (integer), weekend (list of weekdays), holidays (list of dates)\n",
		"offer (offer), facts (facts), on (date), policy (policy)\n")
}

// port is the command of a port to another language, in testdata.
const port = "python3 testdata/port.py"

// The port answers some of the calls about dates. The others are listed as expected
// failures. CI always has Python.
func TestRun_Exec(t *testing.T) {
	if _, err := exec.LookPath("python3"); err != nil {
		t.Log("this machine has no python3")
		return
	}
	const file = "../../rulestest/vectors/calendar.json"
	status, stdout, stderr := runWith("-exec", port, "-expect", "testdata/failures.txt", file)
	if status != conformance.Agrees || stderr != "" {
		t.Errorf("status %d, stderr %q", status, stderr)
	}
	contains(t, "stdout", stdout, "calendar: ", ", 0 differ, ", " differ as expected\n")

	status, stdout, stderr = runWith("-exec", port, file)
	if status != conformance.Differs || stderr != "" {
		t.Errorf("without the list: status %d, stderr %q", status, stderr)
	}
	contains(t, "stdout", stdout, "calendar.json: CAL-01: ", "the program does not answer date.scan")
	if strings.Contains(stdout, ": want ") {
		t.Errorf("an answer of the port differs:\n%s", stdout)
	}
}

// A vector that agrees although it is expected to fail is a difference. A line without
// a vector is a fault.
func TestRun_Expect(t *testing.T) {
	const line = "mine.json: CAL-02: 29 February and a year"
	dir := t.TempDir()
	write := func(name, text string) string {
		name = filepath.Join(dir, name)
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		return name
	}
	mine := write("mine.json", fileOf(right, wrong))
	for list, want := range map[string]struct {
		status         int
		stdout, stderr string
	}{
		line + " is 1 March":                 {conformance.Agrees, "mine: 2 vectors, 1 rules, 0 differ, 1 differ as expected\n", ""},
		line + " is 1 March\n" + line:        {conformance.Differs, "agrees, but is expected to fail\nmine: 2 vectors, 1 rules, 1 differ, 1 differ as expected\n", ""},
		line + " is 1 March\nx.json: X-1: x": {conformance.Invalid, "1 differ as expected\n", "failures.txt:2: no such vector: x.json: X-1: x"},
		"nothing":                            {conformance.Invalid, "", "failures.txt:1: want a file"},
	} {
		status, stdout, stderr := runWith("-expect", write("failures.txt", list), mine)
		if status != want.status {
			t.Errorf("%q: status %d, want %d", list, status, want.status)
		}
		contains(t, "stdout", stdout, want.stdout)
		contains(t, "stderr", stderr, want.stderr)
	}
}

// A program that cannot answer ends the run.
func TestRun_ExecErrors(t *testing.T) {
	for command, want := range map[string]string{
		"./no-such-program": "no-such-program",
		"go no-such-verb":   "the program ended without an answer: exit status 2",
	} {
		status, stdout, stderr := runWith("-exec", command)
		if status != conformance.Invalid || stdout != "" {
			t.Errorf("%s: status %d, stdout %q", command, status, stdout)
		}
		contains(t, "stderr", stderr, want)
	}
}

// The library answers the questions of a port.
func TestRun_Serve(t *testing.T) {
	var out, errs bytes.Buffer
	in := strings.NewReader(`{"call": "date.min", "given": {"a": "2024-02-29", "b": "2024-03-01"}}`)
	if status := run([]string{"-serve"}, in, &out, &errs); status != conformance.Agrees || errs.Len() > 0 || out.String() != "{\"date\":\"2024-02-29\"}\n" {
		t.Errorf("status %d, stdout %q, stderr %q", status, out.String(), errs.String())
	}
}
