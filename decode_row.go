package partnerrules

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/partnerrules/partnerrules/internal/strict"
)

// DecodeRow reads a row of a table, such as a CSV file, into a value of type T. Each
// cell is the text of the field whose name in JSON is the name of the column. An empty
// or missing cell is absent.
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
	if len(columns) > 0 {
		columns = append([]string{strings.TrimPrefix(columns[0], "\uFEFF")}, columns[1:]...)
	}
	text := []byte{'{'}
	for i, cell := range cells {
		switch column := columns[i]; {
		case !utf8.ValidString(column) || !utf8.ValidString(cell):
			return zero, &InputError{Path: strings.ToValidUTF8(column, "\uFFFD"), Reason: "invalid UTF-8"}
		case slices.Contains(columns[:i], column):
			return zero, &InputError{Path: column, Reason: "repeated column"}
		case cell == "":
			continue
		case len(text) > 1:
			text = append(text, ',')
		}
		text = strict.AppendString(append(strict.AppendString(text, columns[i]), ':'), cell)
	}
	err := strict.Options{Locate: locate}.Decode(append(text, '}'), &v)
	if err == nil {
		return v, nil
	}
	bad := &InputError{Reason: err.Error()}
	if fault := (*strict.Error)(nil); errors.As(err, &fault) {
		bad.Path, bad.Reason = fault.Path, fault.Reason // the offset is in a text that the caller does not have
	}
	return zero, bad
}
