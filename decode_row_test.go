package partnerrules_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/cpor"
)

// A row holds a claim and a note of the program.
type row struct {
	cpor.Claim
	Note string `json:"note"`
	Seen int    `json:"seen"`
}

// A claim comes from a table.
func ExampleDecodeRow() {
	header := []string{"id", "status", "submitted"}
	for _, cells := range [][]string{{"CL-1", "submitted", "2024-06-04"}, {"CL-2", "submited", "2024-06-04"}} {
		claim, err := partnerrules.DecodeRow[cpor.Claim](header, cells)
		var bad *partnerrules.InputError
		if errors.As(err, &bad) {
			fmt.Println("column", bad.Path, "is invalid")
			continue
		}
		fmt.Println(claim.ID, claim.Status, claim.Submitted)
	}
	// Output:
	// CL-1 submitted 2024-06-04
	// column status is invalid
}

// A cell is the text of its field, with any characters. Empty and missing cells are
// absent. A byte-order mark is skipped.
func TestDecodeRow(t *testing.T) {
	columns := []string{"\ufeffid", "activities", "submitted", "note", "ends"}
	got, err := partnerrules.DecodeRow[row](columns, []string{`a"\`, "presales,usage", "", "x\n\t\x00\u2028é"})
	want := row{
		Claim: cpor.Claim{ID: `a"\`, Activities: partnerrules.SetOf(cpor.ActivityPresales, cpor.ActivityUsage)},
		Note:  "x\n\t\x00\u2028é",
	}
	if diff := cmp.Diff(want, got); err != nil || diff != "" {
		t.Errorf("%v\n%s", err, diff)
	}
	// The last columns of a spreadsheet may be empty.
	if got, err := partnerrules.DecodeRow[row]([]string{"note", "", ""}, []string{"a", "", ""}); err != nil || got.Note != "a" {
		t.Errorf("columns without a name: %+v, %v", got, err)
	}
	for _, cells := range [][]string{nil, {}, {""}, {"", "", "", "", ""}} {
		if got, err := partnerrules.DecodeRow[row](columns, cells); err != nil || !cmp.Equal(got, row{}) {
			t.Errorf("%q: %+v, %v", cells, got, err)
		}
	}
}

// An error names the column, and has no offset.
func TestDecodeRow_Errors(t *testing.T) {
	long := strings.Repeat("x", 50)
	for _, test := range []struct {
		columns, cells []string
		path, reason   string // reason is a prefix
	}{
		{[]string{"id"}, []string{"a", ""}, "", "2 cells for 1 columns"},
		{[]string{"id", "notes"}, []string{"a", "b"}, "notes", `unknown member, did you mean "note"?`},
		{[]string{"id", "Note"}, []string{"a", "b"}, "Note", `unknown member, did you mean "note"?`},
		{[]string{"id", "status"}, []string{"a", "b"}, "status", `status "b" at offset 0: want unknown, `},
		{[]string{"id", "submitted"}, []string{"a", "2023-02-29"}, "submitted", `date "2023-02-29" at offset 8: day 29 is not within 1 to 28`},
		{[]string{"id", "seen"}, []string{"a", "7"}, "seen", "want an integer"},
		{[]string{"id", "units"}, []string{"a", "Teams"}, "units", "want a list"},
		{[]string{"id", "note", "id"}, []string{"a", "b", ""}, "id", "repeated column"},
		{[]string{"id", "note", "id"}, []string{"a"}, "id", "repeated column"},
		{[]string{"id", "notes"}, []string{"a", ""}, "notes", `unknown member, did you mean "note"?`},
		{[]string{"id", "notes"}, []string{"a"}, "notes", `unknown member, did you mean "note"?`},
		{[]string{"id", "", ""}, []string{"a", "", "b"}, "", "unknown member"},
		{[]string{"id", "note"}, []string{"a", "b\xff"}, "note", "invalid UTF-8"},
		{[]string{"id\xff"}, []string{""}, "id\uFFFD", "invalid UTF-8"},
		{[]string{long, long}, nil, `…"` + long[:40] + `"`, "repeated column"},
		{[]string{"\xff" + long}, []string{""}, `…"` + long[:40] + `"`, "invalid UTF-8"},
	} {
		got, err := partnerrules.DecodeRow[row](test.columns, test.cells)
		var bad *partnerrules.InputError
		if !errors.As(err, &bad) || bad.Path != test.path || !strings.HasPrefix(bad.Reason, test.reason) || bad.Offset != 0 || bad.Type+bad.Text != "" || !cmp.Equal(got, row{}) {
			t.Errorf("%q %q: %+v, %v, want %s: %s", test.columns, test.cells, got, err, test.path, test.reason)
		}
	}
	if _, err := partnerrules.DecodeRow[calendar.Date]([]string{"id"}, []string{"a"}); err == nil {
		t.Error("a date is read from a row")
	}
}

// DecodeRow accepts the same cells as Decode accepts as members, with the same result.
func FuzzDecodeRow(f *testing.F) {
	f.Add("id", "a", "status", "submitted")
	f.Add("\ufeffnote", "a\x00", "submitted", "2023-02-29")
	f.Add("id", "", "id", "\xff")
	f.Add("ids", "", "", "")
	f.Fuzz(func(t *testing.T, column1, cell1, column2, cell2 string) {
		got, err := partnerrules.DecodeRow[row]([]string{column1, column2}, []string{cell1, cell2})
		column1 = strings.TrimPrefix(column1, "\ufeff")
		if !utf8.ValidString(column1+column2+cell1+cell2) || column1 == column2 && column1+cell1+cell2 != "" {
			if err == nil {
				t.Fatalf("%q %q %q %q: no error", column1, cell1, column2, cell2)
			}
			return
		}
		members := map[string]any{}
		for column, cell := range map[string]string{column1: cell1, column2: cell2} {
			switch {
			case cell != "":
				members[column] = cell
			case column != "":
				members[column] = nil
			}
		}
		text, errText := json.Marshal(members)
		want, errWant := partnerrules.Decode[row](text)
		if (err == nil) != (errWant == nil) || errText != nil || !cmp.Equal(got, want) {
			t.Fatalf("%+v, %v, want %+v, %v", got, err, want, errWant)
		}
	})
}
