package main

import (
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/cpor"
)

// A table reads the rows of a CSV file.
type table struct {
	parser
	columns []column
	one     unit   // the columns unit and subscription
	several string // the column units
}

// A column sets a member of the row.
type column struct {
	name string
	set  func(cell string)
}

// readTable reads the claims of a CSV file, one a row, below a header with the names of
// the members. Activities are separated by commas. The columns unit and subscription
// hold the only unit of a claim, and the column units a list of them in JSON.
func readTable(p piece, receive receiver) error {
	file, err := os.Open(p.input.Path)
	if err != nil {
		return err
	}
	defer file.Close()
	rows := csv.NewReader(file)
	rows.ReuseRecord, rows.FieldsPerRecord = true, -1
	var t table
	for {
		cells, err := rows.Read()
		if err == io.EOF {
			return nil
		}
		if bad := (*csv.ParseError)(nil); errors.As(err, &bad) {
			return receive(int64(bad.Line), nil, &partnerrules.InputError{Reason: "invalid CSV: " + bad.Err.Error()})
		} else if err != nil {
			return err
		}
		line, _ := rows.FieldPos(0)
		if err := t.row(int64(line), cells, receive); err != nil {
			return err
		}
	}
}

// row reads the header, or hands over the claim of a row.
func (t *table) row(line int64, cells []string, receive receiver) error {
	if t.columns == nil {
		if err := t.header(cells); err != nil {
			return receive(line, nil, err)
		}
		return nil
	}
	c, err := t.claim(cells)
	return receive(line, &c, err)
}

// header reads the names of the columns.
func (t *table) header(names []string) error {
	setters := map[string]func(string){
		"activities":   func(cell string) { t.parser.row.Activities = strings.Split(cell, ",") },
		"unit":         func(cell string) { t.one.Name = cell },
		"subscription": func(cell string) { t.one.Subscription = cell },
		"units":        func(cell string) { t.several = cell },
	}
	seen := map[string]bool{}
	for i, name := range names {
		if i == 0 {
			name = strings.TrimPrefix(name, "\uFEFF")
		}
		set := setters[name]
		if to := t.parser.row.text(name); to != nil {
			set = func(cell string) { *to = cell }
		}
		switch {
		case seen[name]:
			return &partnerrules.InputError{Path: quoted(name), Reason: "repeated column"}
		case set == nil && name != "":
			return &partnerrules.InputError{Path: quoted(name), Reason: "unknown column"}
		}
		seen[name] = name != ""
		t.columns = append(t.columns, column{name, set})
	}
	return nil
}

// quoted quotes the start of a text that may be anything.
func quoted(text string) string { return fmt.Sprintf("%.40q", text) }

// claim reads the claim of a row.
func (t *table) claim(cells []string) (cpor.Claim, error) {
	t.parser.row.clear()
	t.one, t.several = unit{}, ""
	for i, cell := range cells {
		switch {
		case cell == "":
		case i >= len(t.columns) || t.columns[i].set == nil:
			return cpor.Claim{}, &partnerrules.InputError{Reason: fmt.Sprintf("cell %d has no column", i+1)}
		default:
			t.columns[i].set(cell)
		}
	}
	if err := t.units(); err != nil {
		return cpor.Claim{}, err
	}
	return t.fields()
}

// units sets the units of the row.
func (t *table) units() error {
	if t.one != (unit{}) {
		t.parser.row.Units = append(t.parser.row.Units, t.one)
	}
	if t.several == "" {
		return nil
	}
	if len(t.parser.row.Units) > 0 {
		return &partnerrules.InputError{Path: "units", Reason: "given beside unit or subscription"}
	}
	units, err := partnerrules.Decode[[]unit]([]byte(t.several))
	if bad := (*partnerrules.InputError)(nil); errors.As(err, &bad) {
		return &partnerrules.InputError{Path: "units" + bad.Path, Reason: bad.Reason}
	}
	t.parser.row.Units = units
	return err
}
