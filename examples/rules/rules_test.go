package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/agreement"
	"github.com/partnerrules/partnerrules/eligibility"
)

// output runs the program and returns its output.
func output(t *testing.T, wantStatus int, args ...string) (stdout, stderr string) {
	t.Helper()
	var out, errs bytes.Buffer
	if status := run(args, &out, &errs); status != wantStatus {
		t.Fatalf("rules %q: status %d, want %d: %s", args, status, wantStatus, &errs)
	}
	return out.String(), errs.String()
}

func TestRun_List(t *testing.T) {
	out, _ := output(t, exitOK)
	lines := strings.Split(strings.TrimSuffix(out, "\n"), "\n")
	if len(lines) != len(all()) {
		t.Errorf("%d lines for %d rules", len(lines), len(all()))
	}
	for i, rule := range all() {
		if want := string(rule.ID) + "  " + rule.Title; lines[i] != want {
			t.Errorf("line %d is %q, want %q", i+1, lines[i], want)
		}
	}
}

// A rule is printed with its parts in order, its reasons and its vectors.
func TestRun_Rule(t *testing.T) {
	out, _ := output(t, exitOK, "elg-13")
	rule, _ := eligibility.Rules().Find("ELG-13")
	r := eligibility.OfferRetired
	rest := out
	for _, want := range []string{
		"ELG-13  " + rule.Title + " (decides, basis P 2024-25)\n", rule.Statement, "First day 2025-01-22, last seen 2025-01-31.",
		"\nReadings\n", rule.Readings[0], rule.Readings[1], "\nSources\n", "P  " + rule.Sources[0].Title + " (edition 2025, last seen 2025-01)",
		"\nAnswered by\n", "eligibility.Evaluate\n", "\nReasons\n", r.String(), r.Message(), r.Remedy(), "\nVectors\n", "eligibility.json, holds: ",
	} {
		_, after, found := strings.Cut(rest, want)
		if !found {
			t.Fatalf("no %q in its place in:\n%s", want, out)
		}
		rest = after
	}
	for line := range strings.Lines(out) {
		if strings.TrimRight(line, " \n") != strings.TrimSuffix(line, "\n") {
			t.Errorf("%q ends with spaces", line)
		}
	}
}

// Every rule has vectors, and every part of every rule is printed.
func TestRun_EveryRule(t *testing.T) {
	for _, rule := range all() {
		out, _ := output(t, exitOK, string(rule.ID))
		parts := append([]string{rule.Statement, "\nVectors\n"}, append(rule.Readings, rule.AnsweredBy...)...)
		for _, source := range rule.Sources {
			parts = append(parts, source.Title, source.Section, source.Seen)
		}
		for _, want := range parts {
			if !strings.Contains(out, want) {
				t.Errorf("%s: no %q in:\n%s", rule.ID, want, out)
			}
		}
	}
}

// Every reason belongs to a rule and has texts.
func TestReasons(t *testing.T) {
	codes := map[string]bool{}
	for id, carried := range reasons() {
		if _, ok := all().Find(id); !ok {
			t.Errorf("reasons with the unknown rule %q", id)
		}
		for _, r := range carried {
			codes[r.code] = true
			if r.code == "" || !strings.HasSuffix(r.message, ".") {
				t.Errorf("%s: incomplete reason %+v", id, r)
			}
		}
	}
	for _, want := range []string{eligibility.AccountNotVetted.String(), eligibility.WindowPassed.String(), agreement.RoleMayNotAttest.String(), "past-expiry", "proof-missing"} {
		if !codes[want] {
			t.Errorf("no reason %s", want)
		}
	}
}

func TestRun_SeveralRules(t *testing.T) {
	out, _ := output(t, exitOK, "CPR-09", "CAL-02")
	if headings := regexp.MustCompile(`(?m)^[A-Z]{3}-\d\d`).FindAllString(out, -1); !reflect.DeepEqual(headings, []string{"CPR-09", "CAL-02"}) {
		t.Errorf("rules %q", headings)
	}
}

func TestRun_JSON(t *testing.T) {
	one, _ := eligibility.Rules().Find("ELG-05")
	for _, tt := range []struct {
		args []string
		want partnerrules.Rulebook
	}{{[]string{"-json"}, all()}, {[]string{"-json", "ELG-05"}, partnerrules.Rulebook{one}}} {
		out, _ := output(t, exitOK, tt.args...)
		var got partnerrules.Rulebook
		if err := json.Unmarshal([]byte(out), &got); err != nil {
			t.Fatal(err)
		}
		if len(got) != len(tt.want) {
			t.Fatalf("%q: %d rules, want %d", tt.args, len(got), len(tt.want))
		}
		for i, want := range tt.want {
			if !reflect.DeepEqual(got[i], want) {
				t.Errorf("%q: got %+v, want %+v", tt.args, got[i], want)
			}
		}
	}
}

func TestRun_UnknownRule(t *testing.T) {
	for id, wantNear := range map[string]string{"ELG-23": "ELG-20", "ELG5": "ELG-05", "CPR-14": "CPR-10", "": "CAL-01"} {
		out, errs := output(t, exitUsage, id)
		if out != "" || !strings.Contains(errs, `"`+id+`"`) || !strings.Contains(errs, wantNear) {
			t.Errorf("%q: prints %q, %q; want the near ID %s", id, out, errs, wantNear)
		}
	}
	if _, errs := output(t, exitUsage, strings.Repeat("x", 1000)); len(errs) > 200 {
		t.Errorf("the error has %d bytes", len(errs))
	}
}

func TestRun_Usage(t *testing.T) {
	if out, errs := output(t, exitUsage, "-xml"); out != "" || !strings.Contains(errs, "usage: rules") {
		t.Errorf("prints %q, %q", out, errs)
	}
	if _, errs := output(t, exitOK, "-h"); !strings.Contains(errs, "usage: rules") {
		t.Errorf("prints %q", errs)
	}
}

type brokenWriter struct{}

func (brokenWriter) Write([]byte) (int, error) { return 0, errors.New("disk full") }

func TestRun_WriteError(t *testing.T) {
	var errs bytes.Buffer
	if status := run(nil, brokenWriter{}, &errs); status != exitWrite || !strings.Contains(errs.String(), "disk full") {
		t.Errorf("status %d: %s", status, &errs)
	}
}
