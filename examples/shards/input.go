package main

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strconv"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/cpor"
)

// A piece is a part of an input that one worker reads.
type piece struct {
	input    input
	from, to int64 // bytes of a JSONL file, or row groups of a Parquet file
}

// A receiver gets the claims of a piece with their numbers in the piece, or the error of
// the claim with that number. The units of the claim are valid during the call.
type receiver func(n int64, c *cpor.Claim, err error) error

// A fileFormat is a way to write claims to a file.
type fileFormat struct {
	unit   string // what is counted in places
	pieces func(in input, size int64) ([]piece, error)
	read   func(piece, receiver) error
	base   func(piece) (int64, error) // how many lines or rows come before the piece
	weight int64                      // the least number of bytes of a claim, roughly
}

// The formats, by the ending of a file name.
var formats = map[string]fileFormat{
	".jsonl":   {"line", linePieces, readLines, linesBefore, 200},
	".csv":     {"line", wholeFile, readTable, noneBefore, 100},
	".parquet": {"row", rowGroups, readRows, rowsBefore, 20},
}

func (in input) format() fileFormat { return formats[filepath.Ext(in.Path)] }

// pieces returns the pieces of all inputs, in their order.
func pieces(inputs []input, size int64) ([]piece, error) {
	var all []piece
	for _, in := range inputs {
		some, err := in.format().pieces(in, size)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", in.Path, err)
		}
		all = append(all, some...)
	}
	return all, nil
}

// A file in one piece has nothing before it.
func wholeFile(in input, _ int64) ([]piece, error) { return []piece{{in, 0, in.Size}}, nil }
func noneBefore(piece) (int64, error)              { return 0, nil }

// place returns the place of claim n of the piece, such as "claims.jsonl:17" or
// "claims.parquet: row 17".
func (p piece) place(n int64) string {
	before, err := p.input.format().base(p)
	unit := p.input.format().unit
	switch {
	case err != nil:
		return p.input.Path // the file is gone, but not the fault
	case unit == "line":
		return p.input.Path + ":" + strconv.FormatInt(before+n, 10)
	}
	return p.input.Path + ": " + unit + " " + strconv.FormatInt(before+n, 10)
}

// A fault is invalid input, with its place.
type fault struct {
	place string
	err   error  // a [*partnerrules.InputError]
	other string // the place of the claim that it contradicts, if it does
}

// Error returns the fault as an editor can follow it.
func (f *fault) Error() string {
	text := f.place + ": " + f.err.Error()
	if f.other != "" {
		text += "; the other is at " + f.other
	}
	return text
}

func (f *fault) Unwrap() error { return f.err }

// named adds the file to an error that is not a fault, and does not name it.
func (p piece) named(err error) error {
	bad, path := (*fault)(nil), (*fs.PathError)(nil)
	if errors.As(err, &bad) || errors.As(err, &path) {
		return err
	}
	return fmt.Errorf("%s: %w", p.input.Path, err)
}

// at returns the fault of claim n of a piece. An error that is about no input stays as
// it is.
func (p piece) at(n int64, err error) error {
	if bad := (*partnerrules.InputError)(nil); errors.As(err, &bad) {
		return &fault{place: p.place(n), err: err}
	}
	return err
}
