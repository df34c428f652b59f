package strictjson

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"iter"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Elements reads a text that holds one list, element by element, so that a list
// of any length takes the memory of its longest element. Each element is a tree
// of its own, with the places and the path that it has in the whole, and with
// faults as [Tolerant] leaves them.
//
// An error ends the sequence, and its node is nil: an [*Error], as it would be
// of [Parse], or what the reader returned. By then the elements before it have
// been handed out.
func Elements(file string, r io.Reader) iter.Seq2[*Node, error] {
	return func(yield func(*Node, error) bool) {
		text, err := openList(file, r)
		if err != nil {
			yield(nil, err)
			return
		}
		e := &elements{file: file, lines: &lineReader{r: text}}
		e.dec = json.NewDecoder(e.lines)
		if err := e.each(func(n *Node) bool { return yield(n, nil) }); err != nil {
			yield(nil, err)
		}
	}
}

// openList returns a text that begins with a list, from its beginning. Of any
// other text it reads all, to say what is wrong with it.
func openList(file string, r io.Reader) (io.Reader, error) {
	text := bufio.NewReader(r)
	var before []byte
	for {
		c, err := text.ReadByte()
		switch {
		case err == nil && strings.IndexByte(space, c) >= 0:
			before = append(before, c)
			continue
		case err == nil && c == '[':
			return io.MultiReader(bytes.NewReader(append(before, c)), text), nil
		case err == nil:
			before = append(before, c)
		case !errors.Is(err, io.EOF):
			return nil, err
		}
		rest, err := io.ReadAll(text)
		if err != nil {
			return nil, err
		}
		return nil, notAList(file, append(before, rest...))
	}
}

func notAList(file string, text []byte) error {
	n, err := Tolerant(file, text)
	if err != nil {
		return err
	}
	n.is(List)
	return n.Err()
}

// elements is the state of a walk through a list.
type elements struct {
	file  string
	lines *lineReader
	dec   *json.Decoder
}

// each hands out the elements until one is refused.
func (e *elements) each(yield func(*Node) bool) error {
	if _, err := e.dec.Token(); err != nil {
		return e.broken(err)
	}
	for i := 0; e.dec.More(); i++ {
		n, err := e.next(i)
		switch {
		case err != nil:
			return err
		case !yield(n):
			return nil
		}
	}
	if _, err := e.dec.Token(); err != nil {
		return e.broken(err)
	}
	return e.end()
}

// next reads an element.
func (e *elements) next(i int) (*Node, error) {
	if i > 0 && !e.comma() {
		return nil, e.fault(e.dec.InputOffset(), "want a comma or the end of the list")
	}
	var text json.RawMessage
	if err := e.dec.Decode(&text); err != nil {
		return nil, e.broken(err)
	}
	at := e.dec.InputOffset() - int64(len(text))
	if wrong := invalidUTF8(text); wrong >= 0 {
		return nil, e.fault(at+int64(wrong), notUTF8)
	}
	doc := &document{file: e.file, text: text, origin: e.lines.origin(at)}
	return doc.parse("["+strconv.Itoa(i)+"]", 1)
}

// end refuses what comes after the list.
func (e *elements) end() error {
	rest := io.MultiReader(e.dec.Buffered(), e.lines)
	at := e.dec.InputOffset()
	for buf := make([]byte, 4096); ; {
		n, err := rest.Read(buf)
		if more := bytes.TrimLeft(buf[:n], space); len(more) > 0 {
			return e.fault(at+int64(n-len(more)), "more text after the value")
		}
		at += int64(n)
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return err
		}
	}
}

// comma reports whether a comma comes next, once the decoder has said that there
// is more.
func (e *elements) comma() bool {
	var c [1]byte
	n, _ := e.dec.Buffered().Read(c[:])
	return n == 1 && c[0] == ','
}

// broken says what the decoder found, and where: it stands before the value that
// it could not read, and knows no more, but another one tells the byte.
func (e *elements) broken(err error) error {
	var syntax *json.SyntaxError
	switch {
	case errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF):
		return e.fault(e.lines.read, tooShort)
	case !errors.As(err, &syntax):
		return err
	}
	ahead, err := io.ReadAll(e.dec.Buffered())
	if err != nil {
		return err
	}
	rest := bytes.TrimLeft(ahead, space)
	at := e.dec.InputOffset() + int64(len(ahead)-len(rest))
	var value json.RawMessage
	if within := new(json.SyntaxError); errors.As(json.NewDecoder(bytes.NewReader(rest)).Decode(&value), &within) {
		return e.fault(at+within.Offset-1, within.Error())
	}
	return e.fault(at, syntax.Error())
}

func (e *elements) fault(at int64, reason string) error {
	o := e.lines.origin(at)
	return &Error{File: e.file, Line: o.line + 1, Column: o.column + 1, Reason: reason}
}

// A lineReader passes a text on, and knows where its lines begin. Places can be
// asked for in the order of the text only: those before are forgotten.
type lineReader struct {
	r     io.Reader
	read  int64   // how much has been read
	ahead []int64 // the offsets of the line breaks not passed yet
	line  int     // of the last place asked for, from 0
	begin int64   // the offset at which that line begins
}

func (l *lineReader) Read(p []byte) (int, error) {
	n, err := l.r.Read(p)
	for i, c := range p[:n] {
		if c == '\n' {
			l.ahead = append(l.ahead, l.read+int64(i))
		}
	}
	l.read += int64(n)
	return n, err
}

// origin returns the place of an offset, which has been read.
func (l *lineReader) origin(at int64) origin {
	passed, _ := slices.BinarySearch(l.ahead, at)
	if passed > 0 {
		l.line, l.begin = l.line+passed, l.ahead[passed-1]+1
		l.ahead = slices.Delete(l.ahead, 0, passed)
	}
	return origin{l.line, int(at - l.begin)}
}

// invalidUTF8 returns the index of the first byte that is not UTF-8, or -1.
func invalidUTF8(text []byte) int {
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRune(text[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return -1
}
