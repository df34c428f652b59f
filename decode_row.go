package partnerrules

import (
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/partnerrules/partnerrules/internal/strict"
)

// DecodeRow reads a row of a table, such as a CSV file, into a value of type T. Each
// cell is the text of the field whose name in JSON is the name of the column. An empty
// or missing cell is absent. A column without a name may have only such cells, as the
// last columns of a spreadsheet do.
//
//	claim, err := partnerrules.DecodeRow[cpor.Claim](header, row)
//
// A column can have a field whose type has a method UnmarshalText, or is a string. A
// byte-order mark before the first name is skipped (INP-01). DecodeRow returns an
// *[InputError] with the name of the column if:
//
//   - no field has the name of the column;
//   - the type of the field rejects the cell, or is not read from a text;
//   - an earlier column has the same name (INP-03);
//   - the name or the cell is not UTF-8 (INP-02).
//
// If there are more cells than columns, the error has no path.
func DecodeRow[T any](columns, cells []string) (T, error) {
	var v, zero T
	if len(cells) > len(columns) {
		return zero, &InputError{Reason: fmt.Sprintf("%d cells for %d columns", len(cells), len(columns))}
	}
	text, bad := rowText(columns, cells)
	if bad != nil {
		return zero, bad
	}
	err := strict.Options{Locate: locate}.Decode(text, &v)
	if err == nil {
		return v, nil
	}
	bad = &InputError{Reason: err.Error()}
	if fault := (*strict.Error)(nil); errors.As(err, &fault) {
		bad.Path, bad.Reason = fault.Path, fault.Reason // the offset is in a text that the caller does not have
	}
	return zero, bad
}

// rowText returns a row as a JSON object, in which an empty or missing cell is null.
func rowText(columns, cells []string) ([]byte, *InputError) {
	text, seen := []byte{'{'}, make(map[string]bool, len(columns))
	for i, column := range columns {
		cell := ""
		if i < len(cells) {
			cell = cells[i]
		}
		if i == 0 {
			column = strings.TrimPrefix(column, "\uFEFF")
		}
		switch {
		case column == "" && cell == "":
			continue
		case !utf8.ValidString(column) || !utf8.ValidString(cell):
			return nil, &InputError{Path: strict.Quoted(strings.ToValidUTF8(column, "\uFFFD")), Reason: "invalid UTF-8"}
		case seen[column]:
			return nil, &InputError{Path: strict.Quoted(column), Reason: "repeated column"}
		case len(text) > 1:
			text = append(text, ',')
		}
		seen[column] = true
		text = append(strict.AppendString(text, column), ':')
		if cell == "" {
			text = append(text, "null"...)
		} else {
			text = strict.AppendString(text, cell)
		}
	}
	return append(text, '}'), nil
}
