package portfolio

import (
	"errors"
	"io"
	"unicode/utf8"

	"github.com/partnerrules/partnerrules/examples/internal/strictjson"
)

// utf8Text returns a reader of a text in UTF-8. It skips one byte-order mark at the
// start. It returns an error with a place if the text is UTF-16 or not UTF-8 (INP-01,
// INP-02).
func utf8Text(file string, in io.Reader) io.Reader {
	return &utf8Reader{file: file, in: strictjson.Text(file, in), line: 1, column: 1}
}

type utf8Reader struct {
	file         string
	in           io.Reader
	line, column int    // of the first byte in open
	open         []byte // read but not checked
	err          error
}

func (t *utf8Reader) Read(p []byte) (int, error) {
	if t.err != nil {
		return 0, t.err
	}
	n, err := t.in.Read(p)
	t.err = err
	t.open = append(t.open, p[:n]...)
	i := 0
	for i < len(t.open) && (errors.Is(err, io.EOF) || utf8.FullRune(t.open[i:])) {
		r, size := utf8.DecodeRune(t.open[i:])
		if r == utf8.RuneError && size == 1 {
			_, reason := strictjson.NotUTF8(t.open[i:])
			t.err = &Fault{File: t.file, Line: t.line, Column: t.column, Reason: reason}
			return max(n-len(t.open)+i, 0), t.err
		}
		i, t.column = i+size, t.column+size
		if r == '\n' {
			t.line, t.column = t.line+1, 1
		}
	}
	t.open = append(t.open[:0], t.open[i:]...)
	return n, err
}
