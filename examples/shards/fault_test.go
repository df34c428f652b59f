package main

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/cpor"
)

// run1 runs the program on files with the given texts, and returns the fault. There
// must be no output.
func run1(t *testing.T, texts map[string]string) *fault {
	t.Helper()
	in := t.TempDir()
	for name, text := range texts {
		if err := os.WriteFile(filepath.Join(in, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	o := small(t.TempDir(), in)
	o.piece = 300
	err := o.do()
	var bad *fault
	var input *partnerrules.InputError
	if !errors.As(err, &bad) || !errors.As(err, &input) || status(err) != 1 {
		t.Fatalf("got %v, want a fault with status 1", err)
	}
	if left, err := os.ReadDir(filepath.Dir(o.output)); err != nil || len(left) > 0 {
		t.Errorf("left %v, %v", left, err)
	}
	return &fault{strings.TrimPrefix(bad.place, in+string(filepath.Separator)), input, strings.TrimPrefix(bad.other, in+string(filepath.Separator))}
}

// texts returns n valid claims in a format.
func texts(t *testing.T, n int, write func([]cpor.Claim) ([]byte, error)) string {
	t.Helper()
	b, err := write(made(n, 5))
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func TestFaultInLine(t *testing.T) {
	good := texts(t, 20, asLines)
	for text, path := range map[string]string{
		`{`:                                  "",
		`{"id": "A", "Tenant": ""}`:          "Tenant",
		`{"id": "A", "id": "B"}`:             "id",
		`{"id": "A"}`:                        "tenant",
		`{"units": [null]}`:                  "units[0]",
		`{"activities": ["usage", "usage"]}`: "activities[1]",
		`{"units": [{"name": "A", "subscription": "7"}]}`: "units[0].subscription",
		"\xff":                       "",
		strings.Repeat("x", 1<<20+1): "",
	} {
		got := run1(t, map[string]string{"a.jsonl": good, "b.jsonl": good[:strings.LastIndexByte(good[:len(good)-1], '\n')+1] + text + "\n" + good})
		if bad := got.err.(*partnerrules.InputError); got.place != "b.jsonl:20" || bad.Path != path {
			t.Errorf("%.60s: %v", text, got)
		}
	}
}

func TestFaultInTable(t *testing.T) {
	const header = "id,tenant,area,activities,status,partner,unit,subscription,units\n"
	const row = "A,f0e1d2c3-0000-4000-8000-000000000001,microsoft-365,usage,submitted,4000001,"
	for text, want := range map[string]string{
		"id,\"two\nlines\"\n": `a.csv:1 "two\nlines"`,
		"id,id\n":             `a.csv:1 "id"`,
		header + row + "Teams,,\n" + row + "Teams,7":               "a.csv:3 units[0].subscription",
		header + row + "Teams,,,more":                              "a.csv:2 ",
		header + row + "Teams,,[{}]":                               "a.csv:2 units",
		header + row + ",,[{}]":                                    "a.csv:2 units[0].name",
		header + row + `,,"[{""Name"": 1}]"`:                       "a.csv:2 units[0].Name",
		header + row + "\"Teams":                                   "a.csv:2 ",
		header + strings.Replace(row, "usage", "use", 1) + "Teams": "a.csv:2 activities[0]",
	} {
		got := run1(t, map[string]string{"a.csv": text})
		if bad := got.err.(*partnerrules.InputError); got.place+" "+bad.Path != want || bad.Offset != 0 {
			t.Errorf("%s: %v, want %s", text, got, want)
		}
	}
}

// An ID that comes twice, also in two tenants, is reported with both places.
func TestRepeatedID(t *testing.T) {
	claims := made(250, 6)
	first, second := claims[170], claims[200]
	first.ID, second.ID = claims[3].ID, claims[3].ID
	claims[170], claims[200] = first, second
	lines, err1 := asLines(claims[:150])
	rows, err2 := asParquet(claims[150:])
	if err := errors.Join(err1, err2); err != nil {
		t.Fatal(err)
	}
	got := run1(t, map[string]string{"a.jsonl": string(lines), "b.parquet": string(rows)})
	if got.place != "b.parquet: row 21" || got.other != "a.jsonl:4" || got.err.(*partnerrules.InputError).Path != "id" {
		t.Error(got)
	}
}

// A location of two companies is reported with both places, also if it is the company
// itself that is of another one.
func TestTwoCompanies(t *testing.T) {
	claims := made(200, 7)
	for _, partner := range []string{"9000001", "9000002"} {
		claims[20].Partner, claims[20].Company = cpor.MustParsePartnerID("9000001"), cpor.MustParsePartnerID("9000002")
		claims[120].Partner, claims[120].Company = cpor.MustParsePartnerID(partner), cpor.MustParsePartnerID("9000003")
		rows, err1 := asTable(claims[:100])
		lines, err2 := asLines(claims[100:])
		if err := errors.Join(err1, err2); err != nil {
			t.Fatal(err)
		}
		got := run1(t, map[string]string{"a.csv": string(rows), "b.jsonl": string(lines)})
		if got.place != "b.jsonl:21" || got.other != "a.csv:22" || got.err.(*partnerrules.InputError).Path != "company" {
			t.Error(got)
		}
	}
}
