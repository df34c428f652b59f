package main

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/cpor"
)

// asProgram is the variable that makes the binary of the tests behave as the program.
const asProgram = "RUN_AS_PROGRAM"

func TestMain(m *testing.M) {
	if os.Getenv(asProgram) != "" {
		main()
		return
	}
	flag.Parse()
	beam.Init()
	m.Run()
}

// inFolder returns the names of the files of a run in a new folder, and writes the input
// to several files there.
func inFolder(t *testing.T, inputs ...string) files {
	t.Helper()
	dir := t.TempDir()
	for i, text := range inputs {
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("claims-%d.jsonl", i)), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return files{filepath.Join(dir, "claims-*.jsonl"), filepath.Join(dir, "pairs.jsonl"), filepath.Join(dir, "faults.txt")}
}

// sortedLines returns the sorted lines of a file.
func sortedLines(t *testing.T, name string) []string {
	t.Helper()
	lines, err := readLines(context.Background(), name)
	if err != nil {
		t.Fatal(err)
	}
	return lines
}

// text returns a line of JSON for each element.
func text[T any](t *testing.T, all ...T) string {
	t.Helper()
	var b strings.Builder
	for _, v := range all {
		line, err := json.Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		b.Write(append(line, '\n'))
	}
	return b.String()
}

// inMemory returns the sorted lines that the pipeline writes for claims without faults.
func inMemory(t *testing.T, claims []cpor.Claim) []string {
	t.Helper()
	pairs, err := cpor.Detect(claims)
	if err != nil {
		t.Fatal(err)
	}
	return slices.Sorted(strings.Lines(text(t, slices.Collect(pairs)...)))
}

// The sample has six pairs.
func TestRun_Sample(t *testing.T) {
	f := inFolder(t)
	f.input = "testdata/claims.jsonl"
	if faults, err := run(t.Context(), f); err != nil || len(faults) > 0 {
		t.Fatal(faults, err)
	}
	var claims []cpor.Claim
	for _, line := range sortedLines(t, f.input) {
		c, err := partnerrules.Decode[cpor.Claim]([]byte(line))
		if err != nil {
			t.Fatal(err)
		}
		claims = append(claims, c)
	}
	got := sortedLines(t, f.output)
	if want := inMemory(t, claims); !slices.Equal(got, want) {
		t.Errorf("pairs %q, want %q", got, want)
	}
	var relations []string
	for _, line := range got {
		pair, err := partnerrules.Decode[cpor.Pair]([]byte(line))
		if err != nil {
			t.Fatal(err)
		}
		relations = append(relations, pair.First+" "+pair.Second+" "+pair.Relation.String())
	}
	slices.Sort(relations)
	if want := []string{
		"CL-2001 CL-2002 competing",
		"CL-2003 CL-2004 possibly-competing",
		"CL-2006 CL-2005 competing", // ordered by submission day
		"CL-2007 CL-2008 duplicate",
		"CL-2009 CL-2010 competing",
		"CL-2011 CL-2012 competing",
	}; !slices.Equal(relations, want) {
		t.Errorf("relations %q, want %q", relations, want)
	}
}

// tenant returns the tenant ID with the last digits n.
func tenant(n int) cpor.TenantID {
	return cpor.MustParseTenantID(fmt.Sprintf("00000000-0000-4000-8000-%012d", n))
}

func partner(n int) cpor.PartnerID { return cpor.MustParsePartnerID(strconv.Itoa(n)) }

func pick[T any](r *rand.Rand, all ...T) T { return all[r.IntN(len(all))] }

// claim returns a claim with these IDs and without a fault.
func claim(id string, tenant cpor.TenantID, partner, company cpor.PartnerID) cpor.Claim {
	return cpor.Claim{
		ID: id, Tenant: tenant, Area: cpor.Microsoft365, Activities: partnerrules.SetOf(cpor.ActivityUsage), Status: cpor.Submitted,
		Partner: partner, Company: company, Units: []cpor.Unit{{Name: "Teams"}},
	}
}

// randomClaims returns n claims without faults, the same ones for the same number. About
// eight claims share a tenant. Each partner has a company, which some claims do not state.
func randomClaims(n int) []cpor.Claim {
	r := rand.New(rand.NewPCG(uint64(n), 0))
	first := calendar.MustParseDate("2023-07-01")
	claims := make([]cpor.Claim, n)
	for i := range claims {
		p := 1 + r.IntN(2000)
		c := claim(fmt.Sprintf("CL-%07d", i), tenant(r.IntN(1+n/8)), partner(10_000+p), pick(r, cpor.PartnerID{}, partner(1+p/4), partner(1+p/4)))
		c.Area = pick(r, cpor.BusinessApplications, cpor.Microsoft365)
		c.Status = pick(r, cpor.Editing, cpor.Submitted, cpor.UnderReview, cpor.Approved, cpor.Rejected)
		c.Activities = partnerrules.SetOf(pick(r, cpor.ActivityPresales, cpor.ActivityUsage))
		c.Units[0].Name = pick(r, "Teams", "teams", "Intune", "Dynamics 365 Sales")
		c.Submitted = first.AddDays(r.IntN(500))
		if c.Status == cpor.Approved {
			c.Approved = c.Submitted.AddDays(r.IntN(30))
			c.Ends = pick(r, calendar.Date{}, c.Approved.AddDays(r.IntN(300)))
		}
		claims[i] = c
	}
	return claims
}

// The pipeline finds the pairs of many claims in several files that Detect finds.
func TestRun_Random(t *testing.T) {
	const n = 100_000
	claims := randomClaims(n)
	f := inFolder(t, text(t, claims[:n/3]...), text(t, claims[n/3:n/2]...), text(t, claims[n/2:]...))
	if faults, err := run(t.Context(), f); err != nil || len(faults) > 0 {
		t.Fatal(faults, err)
	}
	got, want := sortedLines(t, f.output), inMemory(t, claims)
	if !slices.Equal(got, want) || len(want) < n/10 {
		t.Errorf("%d pairs, or other ones than the %d pairs of Detect", len(got), len(want))
	}
}

// All faults are found, even if the claims are on different tenants. No fault shows a line.
func TestRun_Faults(t *testing.T) {
	unnamed := claim("CL-8", tenant(5), partner(18), partner(8))
	unnamed.Units = nil
	claims := []cpor.Claim{
		claim("CL-1", tenant(1), partner(11), partner(1)),
		claim("CL-1", tenant(2), partner(12), partner(2)), // an ID of another tenant
		claim("CL-2", tenant(1), partner(13), partner(3)), // competes with the first claim
		claim("CL-3", tenant(3), partner(14), partner(4)),
		claim("CL-4", tenant(2), partner(14), partner(5)), // another company of the location
		claim("CL-5", tenant(3), partner(5), partner(6)),  // a company that belongs to itself
		claim("CL-6", tenant(4), partner(16), partner(7)),
		claim("CL-7", tenant(4), partner(16), partner(8)), // on the same tenant
	}
	f := inFolder(t, text(t, claims...), text(t, unnamed), "{\"id\": \"CL-9\", \"contact\": \"Jane Roe\"}\nJane Roe\n")
	faults, err := run(t.Context(), f)
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		`claim "CL-1": 2 claims have this ID`,
		`claims-1.jsonl: units: empty, in claim "CL-8"`,
		`claims-2.jsonl: claim at offset 0: `, // no JSON at all
		`claims-2.jsonl: claim at offset 15: contact: `,
		`location 14: partner 14 belongs to 5 and to 4 in claim "CL-3"`,
		`location 16: partner 16 belongs to 8 and to 7 in claim "CL-6"`,
		`location 5: partner 5 belongs to 6 and to 5 in claim "CL-4"`,
		`tenant ` + tenant(4).String() + `: its claims contradict each other`,
	}
	for i := range faults {
		faults[i] = strings.TrimPrefix(faults[i], filepath.Dir(f.input)+string(filepath.Separator))
	}
	slices.Sort(faults)
	if !slices.EqualFunc(faults, want, strings.HasPrefix) || strings.Contains(fmt.Sprint(faults), "Jane") {
		t.Errorf("faults %q, want %q", faults, want)
	}
	pairs := sortedLines(t, f.output)
	if wantPairs := inMemory(t, []cpor.Claim{claims[0], claims[2]}); !slices.Equal(pairs[:1], wantPairs) {
		t.Errorf("pairs %q, want %q first", pairs, wantPairs)
	}
}

// The status is 0 without faults, 2 with faults, and 1 if nothing could be read. Both
// files are replaced, even without lines.
func TestStatus(t *testing.T) {
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	c := claim("CL-1", tenant(1), partner(11), partner(1))
	for _, test := range []struct {
		inputs []string
		status int
		faults int
	}{
		{[]string{text(t, c)}, 0, 0},
		{[]string{text(t, c), text(t, c)}, 2, 2},
		{nil, 1, 0},
	} {
		f := inFolder(t, test.inputs...)
		for _, name := range []string{f.output, f.faults} {
			if err := os.WriteFile(name, []byte("stale\n"), 0o666); err != nil {
				t.Fatal(err)
			}
		}
		cmd := exec.Command(program, "--input", f.input, "--output", f.output, "--faults", f.faults)
		cmd.Env = append(os.Environ(), asProgram+"=yes")
		out, err := cmd.CombinedOutput()
		if status := cmd.ProcessState.ExitCode(); status != test.status {
			t.Errorf("%d inputs: status %d, want %d: %v\n%s", len(test.inputs), status, test.status, err, out)
		}
		pairs, faults := sortedLines(t, f.output), sortedLines(t, f.faults)
		if len(pairs) > 0 || len(faults) != test.faults {
			t.Errorf("%d inputs: pairs %q and faults %q, want %d faults", len(test.inputs), pairs, faults, test.faults)
		}
	}
}
