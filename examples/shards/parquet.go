package main

import (
	"encoding/hex"
	"errors"
	"io"
	"os"
	"strconv"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/format"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
)

// openParquet opens a Parquet file. The caller closes the returned closer.
func openParquet(in input) (*parquet.File, io.Closer, error) {
	file, err := os.Open(in.Path)
	if err != nil {
		return nil, nil, err
	}
	p, err := parquet.OpenFile(file, in.Size, parquet.SkipPageIndex(true), parquet.SkipBloomFilters(true))
	if err != nil {
		return nil, nil, errors.Join(err, file.Close())
	}
	return p, file, nil
}

// rowGroups divides a Parquet file by row groups. Small ones stay together.
func rowGroups(in input, size int64) ([]piece, error) {
	p, file, err := openParquet(in)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	var all []piece
	groups := int64(len(p.RowGroups()))
	together := max(1, size*groups/in.Size)
	for from := int64(0); from < groups; from += together {
		all = append(all, piece{in, from, min(from+together, groups)})
	}
	return all, nil
}

// rowsBefore returns how many rows come before the piece.
func rowsBefore(p piece) (n int64, err error) {
	f, file, err := openParquet(p.input)
	if err != nil {
		return 0, err
	}
	defer file.Close()
	for _, group := range f.RowGroups()[:p.from] {
		n += group.NumRows()
	}
	return n, nil
}

// readRows reads the claims of some row groups of a Parquet file, one a row.
func readRows(p piece, receive receiver) error {
	f, file, err := openParquet(p.input)
	if err != nil {
		return err
	}
	defer file.Close()
	var t rowReader
	if err := t.columns(f.Root()); err != nil {
		return receive(1, nil, err)
	}
	for _, group := range f.RowGroups()[p.from:p.to] {
		if err := t.group(group, receive); err != nil {
			return err
		}
	}
	return nil
}

// group reads the claims of a row group.
func (t *rowReader) group(group parquet.RowGroup, receive receiver) (err error) {
	rows := group.Rows()
	defer func() { err = errors.Join(err, rows.Close()) }()
	batch := make([]parquet.Row, 128)
	for {
		read, err := rows.ReadRows(batch)
		for _, row := range batch[:read] {
			t.n++
			t.read(row)
			c, bad := t.fields()
			if err := receive(t.n, &c, bad); err != nil {
				return err
			}
		}
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
	}
}

// A rowReader reads rows of a Parquet file.
type rowReader struct {
	parser
	leaves []leaf
	n      int64 // the number of the row
}

// A leaf is a column of values. It sets a member of the row from each value.
type leaf struct {
	text func(parquet.Value) string
	set  func(i int, text string) // i counts the values of the column in a row
}

// columns finds the columns of a file by their names, which are the names of the
// members. A list is a list of the Parquet format.
func (t *rowReader) columns(c *parquet.Column) error {
	for _, child := range c.Columns() {
		if err := t.columns(child); err != nil {
			return err
		}
	}
	if !c.Leaf() {
		return nil
	}
	path := c.Path()
	member := path[0]
	set := t.setter(member, path[len(path)-1])
	text := textOf(c)
	switch {
	case set == nil:
		return &partnerrules.InputError{Path: quoted(member), Reason: "unknown column"}
	case text == nil:
		return &partnerrules.InputError{Path: member, Reason: "want a column of strings, integers, UUIDs or dates"}
	case (c.MaxRepetitionLevel() > 0) != (member == "activities" || member == "units"):
		return &partnerrules.InputError{Path: member, Reason: "want one value a row, and a list for activities and units"}
	}
	t.leaves = append(t.leaves, leaf{text, set})
	return nil
}

// setter returns the function that sets the member of the row to the values of a
// column, or nil if there is no such member.
func (t *rowReader) setter(member, last string) func(i int, text string) {
	r := &t.parser.row
	switch {
	case member == "activities":
		return func(_ int, text string) { r.Activities = append(r.Activities, text) }
	case member == "units" && last == "name":
		return func(i int, text string) { t.unit(i).Name = text }
	case member == "units" && last == "subscription":
		return func(i int, text string) { t.unit(i).Subscription = text }
	}
	to := r.text(member)
	if to == nil {
		return nil
	}
	return func(_ int, text string) { *to = text }
}

// unit returns unit i of the row.
func (t *rowReader) unit(i int) *unit {
	r := &t.parser.row
	for len(r.Units) <= i {
		r.Units = append(r.Units, unit{})
	}
	return &r.Units[i]
}

// read sets the row.
func (t *rowReader) read(values parquet.Row) {
	t.parser.row.clear()
	values.Range(func(column int, list []parquet.Value) bool {
		leaf := t.leaves[column]
		for i, v := range list {
			if !v.IsNull() {
				leaf.set(i, leaf.text(v))
			}
		}
		return true
	})
}

// textOf returns the function that makes texts of the values of a column, or nil if its
// type is of no member.
func textOf(c *parquet.Column) func(parquet.Value) string {
	var logical any
	if t := c.Type().LogicalType(); t != nil {
		logical = t.Value
	}
	_, isUUID := logical.(*format.UUIDType)
	_, isDate := logical.(*format.DateType)
	switch kind := c.Type().Kind(); {
	case kind == parquet.ByteArray:
		return func(v parquet.Value) string { return string(v.ByteArray()) }
	case kind == parquet.FixedLenByteArray && isUUID:
		return func(v parquet.Value) string { return guid(v.ByteArray()) }
	case kind == parquet.Int32 && isDate:
		return func(v parquet.Value) string { return dayText(v.Int32()) }
	case kind == parquet.Int64:
		return func(v parquet.Value) string { return strconv.FormatInt(v.Int64(), 10) }
	}
	return nil
}

// guid returns 16 bytes as 8-4-4-4-12 hexadecimal digits.
func guid(b []byte) string {
	digits := hex.EncodeToString(b)
	return digits[:8] + "-" + digits[8:12] + "-" + digits[12:16] + "-" + digits[16:20] + "-" + digits[20:]
}

// dayText returns the date of a number of days since 1970-01-01.
func dayText(days int32) string {
	date := calendar.MustParseDate("1970-01-01").AddDays(int(days))
	if date.IsZero() {
		return strconv.Itoa(int(days)) // invalid
	}
	return date.String()
}
