package main

import (
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/partnerrules/partnerrules/calendar"
)

// counts returns the numbers of differing cells and of all cells in the lines of a
// comparison.
func counts(t *testing.T, out string) (found [][2]int) {
	t.Helper()
	for _, m := range regexp.MustCompile(`(?m)^  \d{4}-\d\d-\d\d  (\d+) of (\d+) cells differ$`).FindAllStringSubmatch(out, -1) {
		differ, _ := strconv.Atoi(m[1])
		all, _ := strconv.Atoi(m[2])
		found = append(found, [2]int{differ, all})
	}
	if len(found) != 2*strings.Count(out, ", from ") {
		t.Fatalf("a change lacks a day:\n%s", out)
	}
	return found
}

// Each dated change makes a difference on one of the two days around it, and none on
// the other.
func TestDiff(t *testing.T) {
	out, _ := output(t, exitOK, "-diff", "baseline,in-force")
	for i, days := range slices.Collect(slices.Chunk(counts(t, out), 2)) {
		before, first := days[0][0], days[1][0]
		if (before == 0) == (first == 0) || days[0][1] != days[1][1] {
			t.Errorf("%s: %d cells differ on the day before, and %d on the first day", changes()[i].rule, before, first)
		}
	}
	if examples := strings.Count(out, "\n      in-force"); examples != len(changes()) {
		t.Errorf("%d examples for %d changes", examples, len(changes()))
	}
}

// Every switch of a policy in force is a change.
func TestDiff_EverySwitch(t *testing.T) {
	covered := map[calendar.Date]bool{}
	for _, c := range changes() {
		covered[c.first] = true
	}
	for _, policy := range []any{eligibilityPolicy(inForce), benefitsPolicy(inForce), agreementPolicy(inForce), cporPolicy(inForce)} {
		v := reflect.ValueOf(policy)
		for i := range v.NumField() {
			first, ok := v.Field(i).Interface().(calendar.Date)
			if ok && !first.IsZero() && !covered[first] && v.Type().Field(i).Name != "CutOff" {
				t.Errorf("%T.%s: no change on %s", policy, v.Type().Field(i).Name, first)
			}
		}
	}
}

// An edition does not differ from itself.
func TestDiff_Same(t *testing.T) {
	for _, e := range []edition{baseline, inForce} {
		out, _ := output(t, exitOK, "-diff", fmt.Sprintf("%s,%s", e, e))
		for _, c := range counts(t, out) {
			if c[0] != 0 || c[1] == 0 {
				t.Errorf("%s: %d of %d cells differ", e, c[0], c[1])
			}
		}
	}
}

// The steps of an arbitration depend on the day unless both claims are of one company,
// which needs no arbitration (CPR-36): two of three values of that fact, four
// relations, three incumbents.
func TestDiff_Rule(t *testing.T) {
	out, _ := output(t, exitOK, "-diff", "in-force, baseline", "-all", "cpr-36")
	if got := counts(t, out); len(got) != 2 || got[0] != [2]int{0, 36} || got[1] != [2]int{24, 36} {
		t.Errorf("%v:\n%s", got, out)
	}
	if n := strings.Count(out, "\n      in-force  latestProof true\n      baseline  latestProof false\n"); n != 24 {
		t.Errorf("%d differences:\n%s", n, out)
	}
	if out, _ := output(t, exitOK, "-diff", "in-force,baseline", "cpr-35"); out != "" {
		t.Errorf("a rule without a dated change: %q", out)
	}
}

func TestDiff_Faults(t *testing.T) {
	for text, want := range map[string]string{
		"baseline":                   "-diff: want two editions such as baseline,in-force",
		"baseline,in-force,in-force": "-diff: want two editions such as baseline,in-force",
		"baseline,2023":              `-diff: unknown edition "2023", want baseline or in-force`,
	} {
		if _, stderr := output(t, exitUsage, "-diff", text); stderr != "rules: "+want+"\n" {
			t.Errorf("%s: %q", text, stderr)
		}
	}
}
