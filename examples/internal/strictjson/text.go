package strictjson

import (
	"bytes"
	"errors"
	"fmt"
	"io"
)

// ByteOrderMark may precede a text in UTF-8.
const ByteOrderMark = "\ufeff"

const isUTF16 = "the file is UTF-16: save it as UTF-8"

// notUTF8 returns the reason for a byte that is not UTF-8.
func notUTF8(b byte) string {
	return fmt.Sprintf("byte 0x%02X is not UTF-8: the file may be UTF-16 or Windows-1252, save it as UTF-8", b)
}

// NotUTF8 returns the index of the first byte of a text that is not UTF-8 and the
// reason to reject it. The index is -1 if the text is UTF-8.
func NotUTF8(text []byte) (i int, reason string) {
	if i = invalidUTF8(text); i >= 0 {
		reason = notUTF8(text[i])
	}
	return i, reason
}

// Text returns a reader that skips one byte-order mark at the start of r (INP-01). It
// returns an [*Error] if the text is UTF-16 (INP-02). Places in the text do not count
// the mark. Only the error uses the file name. [Parse] and [Elements] use Text
// themselves.
func Text(file string, r io.Reader) io.Reader { return &textReader{file: file, r: r} }

type textReader struct {
	file    string
	r       io.Reader
	started bool
}

func (t *textReader) Read(p []byte) (int, error) {
	if !t.started {
		t.started = true
		t.start()
	}
	return t.r.Read(p)
}

// start reads the first bytes of the text.
func (t *textReader) start() {
	first := make([]byte, len(ByteOrderMark))
	n, err := io.ReadFull(t.r, first)
	first = first[:n]
	switch {
	case looksUTF16(first):
		t.r = failed{&Error{File: t.file, Line: 1, Column: 1, Reason: isUTF16}}
		return
	case err != nil && !errors.Is(err, io.EOF) && !errors.Is(err, io.ErrUnexpectedEOF):
		t.r = failed{err}
	}
	t.r = io.MultiReader(bytes.NewReader(bytes.TrimPrefix(first, []byte(ByteOrderMark))), t.r)
}

// looksUTF16 reports whether a text that begins with first is UTF-16: it has a
// byte-order mark of UTF-16, or one of its first two bytes is 0.
func looksUTF16(first []byte) bool {
	if len(first) < 2 {
		return false
	}
	a, b := first[0], first[1]
	return a == 0xFF && b == 0xFE || a == 0xFE && b == 0xFF || a == 0 || b == 0
}

// A failed reader always returns an error.
type failed struct{ err error }

func (f failed) Read([]byte) (int, error) { return 0, f.err }
