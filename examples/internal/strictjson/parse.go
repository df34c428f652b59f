package strictjson

import (
	"bytes"
	"errors"
	"io"
	"iter"
	"slices"
	"strconv"
	"unicode/utf8"

	"github.com/go-json-experiment/json/jsontext"
)

// MaxDepth is the maximum nesting depth of objects and lists.
const MaxDepth = 64

const space = " \t\r\n"

var tooDeep = "nested deeper than " + strconv.Itoa(MaxDepth) + " levels"

// Parse reads a text of one JSON value. Only faults use the file name.
//
// Parse returns an [*Error] if the text is not JSON or is nested deeper than
// [MaxDepth]. It returns the error of r if reading fails.
func Parse(file string, r io.Reader) (*Node, error) {
	return newDocument(file, r).whole()
}

// Elements reads a text of one list, element by element. It uses as much memory as
// the longest element needs. A node, and the nodes read from it, are valid until the
// next iteration. Places and paths refer to the whole text.
//
// An error ends the sequence with a nil node. It is an error of [Parse], or an
// [*Error] if the text is not a list.
func Elements(file string, r io.Reader) iter.Seq2[*Node, error] {
	return func(yield func(*Node, error) bool) {
		d := newDocument(file, r)
		if err := d.elements(func(n *Node) bool { return yield(n, nil) }); err != nil {
			yield(nil, err)
		}
	}
}

// A document holds the nodes of one value, each followed by the nodes inside it, and
// at most one fault for each place.
type document struct {
	file   string
	dec    *jsontext.Decoder
	lines  lineReader
	text   []byte // of the value
	offset int64  // of the value in the whole text
	nodes  []Node
	lists  []*Node // the results of Node.List
	faults []fault
	spare  []*Members // reused for further objects

	// If streamed is set, the value is the current element of the list.
	streamed bool
	element  int
}

func newDocument(file string, r io.Reader) *document {
	d := &document{file: file, lines: lineReader{r: Text(file, r)}}
	// This package checks what these options allow, so that reading can continue.
	d.dec = jsontext.NewDecoder(&d.lines, jsontext.AllowDuplicateNames(true), jsontext.AllowInvalidUTF8(true))
	return d
}

// whole reads the whole text as one value.
func (d *document) whole() (*Node, error) {
	if err := d.read(); err != nil {
		return nil, err
	}
	d.text = bytes.Clone(d.text) // the decoder reuses its buffer
	root, err := d.value()
	if err == nil {
		err = d.end()
	}
	if err != nil {
		return nil, err
	}
	return root, nil
}

// read reads the text of the next value.
func (d *document) read() error {
	text, err := d.dec.ReadValue()
	if err != nil {
		return d.find(err)
	}
	d.text, d.offset = text, d.dec.InputOffset()-int64(len(text))
	return nil
}

// find returns the error for a value that the decoder cannot read. It reads the tokens
// of the value up to the error.
func (d *document) find(err error) error {
	for d.lines.err == nil || !errors.Is(err, d.lines.err) {
		switch d.dec.PeekKind() {
		case '{', '[', '}', ']':
			_, err = d.dec.ReadToken()
		default:
			_, err = d.dec.ReadValue()
		}
		switch depth := d.dec.StackDepth(); {
		case err != nil:
			return d.broken(err)
		case depth > MaxDepth:
			return d.error(d.dec.InputOffset()-1, d.path(), "", tooDeep)
		}
	}
	return d.lines.err
}

// path returns the path of the object or list that the decoder is in.
func (d *document) path() string {
	path, level := "", 1
	for token := range d.dec.StackPointer().Tokens() {
		if level >= d.dec.StackDepth() {
			break
		}
		if kind, _ := d.dec.StackIndex(level); kind == '[' {
			path += "[" + token + "]"
		} else {
			path = join(path, token)
		}
		level++
	}
	return path
}

// elements yields the elements of a list.
func (d *document) elements(yield func(*Node) bool) error {
	if d.dec.PeekKind() != '[' {
		n, err := d.whole()
		if err != nil {
			return err
		}
		return n.Error(List.wanted(n.kind))
	}
	if _, err := d.dec.ReadToken(); err != nil {
		return d.broken(err)
	}
	for d.streamed = true; d.dec.PeekKind() != ']'; d.element++ {
		d.lines.forget(d.dec.InputOffset())
		if err := d.read(); err != nil {
			return err
		}
		n, err := d.value()
		if err != nil {
			return err
		}
		if !yield(n) {
			return nil
		}
	}
	if _, err := d.dec.ReadToken(); err != nil {
		return d.broken(err)
	}
	return d.end()
}

// end rejects text after the value.
func (d *document) end() error {
	d.dec.PeekKind() // reads ahead to the next token
	ahead := d.dec.UnreadBuffer()
	if rest := bytes.TrimLeft(ahead, space); len(rest) > 0 {
		at, reason := d.dec.InputOffset()+int64(len(ahead)-len(rest)), "more text after the value"
		first := d.ahead(at)
		if r, size := utf8.DecodeRune(first); r == utf8.RuneError && size == 1 {
			reason = notUTF8(first[0])
		}
		return d.error(at, "", "", reason)
	}
	if _, err := d.dec.ReadToken(); !errors.Is(err, io.EOF) {
		return d.broken(err)
	}
	return nil
}

// broken returns a decoder error as an [*Error].
func (d *document) broken(err error) error {
	if d.lines.err != nil && errors.Is(err, d.lines.err) {
		return d.lines.err
	}
	var syntax *jsontext.SyntacticError
	if !errors.As(err, &syntax) || errors.Is(err, io.ErrUnexpectedEOF) {
		return d.error(d.lines.read, "", "", "unexpected end of the text")
	}
	reason := "want a string as the name of a member"
	if !errors.Is(err, jsontext.ErrNonStringName) {
		reason = d.unexpected(syntax.ByteOffset)
	}
	return d.error(syntax.ByteOffset, d.path(), "", reason)
}

// unexpected returns the reason for an unexpected character at an offset that the
// decoder has not passed.
func (d *document) unexpected(offset int64) string {
	ahead := d.ahead(offset)
	if len(ahead) == 0 {
		return "unexpected end of the text"
	}
	r, size := utf8.DecodeRune(ahead)
	if r == utf8.RuneError && size == 1 {
		return notUTF8(ahead[0])
	}
	return "unexpected character " + strconv.QuoteRune(r)
}

// ahead returns the text from an offset that the decoder has not passed, with at
// least one character unless the text ends.
func (d *document) ahead(offset int64) []byte {
	ahead := d.dec.UnreadBuffer()
	ahead = ahead[min(max(offset-d.dec.InputOffset(), 0), int64(len(ahead))):]
	if !utf8.FullRune(ahead) {
		more := make([]byte, utf8.UTFMax)
		n, _ := io.ReadFull(&d.lines, more) // fewer bytes are fine
		ahead = slices.Concat(ahead, more[:n])
	}
	return ahead
}

// A lineReader reads a text and records where its lines begin.
type lineReader struct {
	r      io.Reader
	read   int64   // the number of bytes read
	err    error   // the error of r
	breaks []int64 // the offsets of the line breaks
	line   int     // the number of line breaks that were dropped
	begin  int64   // the offset where the line after them begins
}

func (l *lineReader) Read(p []byte) (int, error) {
	n, err := l.r.Read(p)
	for at := 0; ; at++ {
		i := bytes.IndexByte(p[at:n], '\n')
		if i < 0 {
			break
		}
		at += i
		l.breaks = append(l.breaks, l.read+int64(at))
	}
	l.read += int64(n)
	if err != nil && !errors.Is(err, io.EOF) {
		l.err = err
	}
	return n, err
}

// forget drops the line breaks before an offset.
func (l *lineReader) forget(before int64) {
	passed, _ := slices.BinarySearch(l.breaks, before)
	if passed > 0 {
		l.line, l.begin = l.line+passed, l.breaks[passed-1]+1
		l.breaks = slices.Delete(l.breaks, 0, passed)
	}
}

// place returns the line and the column of an offset, both from 1.
func (l *lineReader) place(offset int64) (line, column int) {
	passed, _ := slices.BinarySearch(l.breaks, offset)
	begin := l.begin
	if passed > 0 {
		begin = l.breaks[passed-1] + 1
	}
	return 1 + l.line + passed, 1 + int(offset-begin)
}
