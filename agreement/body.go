package agreement

import (
	"bytes"
	"encoding/json"
	"errors"
	"strconv"
	"unicode/utf8"

	"github.com/partnerrules/partnerrules/calendar"
)

// A body reads JSON as the service writes it, member by member, so that each
// fault is found with its path and its byte. Members that are not asked for are
// passed over, and null is as if the member were not there.
type body struct {
	kind string // of the whole, for errors
	text []byte
	dec  *json.Decoder
}

// byteOrderMark may stand before a text in UTF-8.
const byteOrderMark = "\ufeff"

// readBody reads a whole text, of which read takes the one value. What is not
// JSON is refused first, so that reading meets only faults of the form.
func readBody(kind string, text []byte, read func(b *body) error) error {
	b := &body{kind: kind, text: text}
	if i := invalidUTF8(text); i >= 0 {
		return b.fault(i, "", "not valid UTF-8")
	}
	marked := len(text) - len(bytes.TrimPrefix(text, []byte(byteOrderMark)))
	blanked := append(bytes.Repeat([]byte(" "), marked), text[marked:]...) // keeps the offsets
	var whole json.RawMessage
	if err := json.Unmarshal(blanked, &whole); err != nil {
		return b.syntaxFault(err)
	}
	b.dec = json.NewDecoder(bytes.NewReader(blanked))
	b.dec.UseNumber()
	return read(b)
}

// syntaxFault is an error of package json, with its place.
func (b *body) syntaxFault(err error) error {
	at := len(b.text)
	var syntax *json.SyntaxError
	if errors.As(err, &syntax) && syntax.Error() != "unexpected end of JSON input" {
		at = max(int(syntax.Offset)-1, 0)
	}
	return b.fault(at, "", err.Error())
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

// fault is an error at an offset and a path; either may say nothing.
func (b *body) fault(offset int, path, reason string) error {
	if path != "" {
		reason = path + ": " + reason
	}
	return &calendar.ParseError{Type: b.kind, Text: string(b.text), Offset: min(offset, len(b.text)), Reason: reason}
}

// next returns the offset of the next token.
func (b *body) next() int {
	return len(b.text) - len(bytes.TrimLeft(b.text[b.dec.InputOffset():], " \t\r\n:,"))
}

// isNull reports whether the next token is null.
func (b *body) isNull() bool { return bytes.HasPrefix(b.text[b.next():], []byte("null")) }

// token reads the next token, and returns where it begins.
func (b *body) token(path string) (token json.Token, at int, err error) {
	at = b.next()
	if token, err = b.dec.Token(); err != nil {
		return nil, at, b.fault(at, path, err.Error())
	}
	return token, at, nil
}

// A reader reads a value at a path.
type reader func(path string) error

// object reads an object, each member by what member returns for its name. For
// a member that is passed over that is nil.
func (b *body) object(path string, member func(name string) reader) error {
	return b.composite(path, '{', "an object", func() error {
		name, at, err := b.token(path)
		if err != nil {
			return err
		}
		text, ok := name.(string)
		if !ok {
			return b.fault(at, path, "want the name of a member")
		}
		read := member(text)
		if read == nil {
			read = b.skip
		}
		return read(join(path, text))
	})
}

// list reads a list, each element by element.
func (b *body) list(path string, element reader) error {
	i := 0
	return b.composite(path, '[', "a list", func() error {
		err := element(path + "[" + strconv.Itoa(i) + "]")
		i++
		return err
	})
}

// composite reads an object or a list, but for its elements, or null.
func (b *body) composite(path string, open json.Delim, want string, element func() error) error {
	token, at, err := b.token(path)
	switch {
	case err != nil:
		return err
	case token == nil && path != "":
		return nil
	case token != open:
		return b.fault(at, path, "want "+want)
	}
	for b.dec.More() {
		if err := element(); err != nil {
			return err
		}
	}
	_, _, err = b.token(path)
	return err
}

// skip passes over a value.
func (b *body) skip(path string) error {
	token, _, err := b.token(path)
	if err != nil {
		return err
	}
	if _, opens := token.(json.Delim); !opens {
		return nil
	}
	for depth := 1; depth > 0; {
		token, _, err := b.token(path)
		if err != nil {
			return err
		}
		switch token {
		case json.Delim('{'), json.Delim('['):
			depth++
		case json.Delim('}'), json.Delim(']'):
			depth--
		}
	}
	return nil
}

func join(path, name string) string {
	if path == "" {
		return name
	}
	return path + "." + name
}

// textOf returns a reader of a string into what s points to.
func textOf[S ~string](b *body, s *S) reader {
	return func(path string) error {
		token, at, err := b.token(path)
		if err != nil || token == nil {
			return err
		}
		read, ok := token.(string)
		if !ok {
			return b.fault(at, path, "want a string")
		}
		*s = S(read)
		return nil
	}
}

// timestamp returns a reader of a date.
func (b *body) timestamp(t *Timestamp) reader {
	return func(path string) error {
		var written string
		at := b.next()
		if err := textOf(b, &written)(path); err != nil || written == "" {
			return err
		}
		read, err := ParseTimestamp(written)
		if err != nil {
			return b.fault(at, path, err.Error())
		}
		if read.form == formDate {
			read.form = formBodyDate
		}
		*t = read
		return nil
	}
}

// integer returns a reader of a whole number of 32 bits.
func (b *body) integer(n *int) reader {
	return func(path string) error {
		token, at, err := b.token(path)
		if err != nil || token == nil {
			return err
		}
		number, _ := token.(json.Number)
		read, err := strconv.ParseInt(number.String(), 10, 32)
		if err != nil {
			return b.fault(at, path, "want a whole number")
		}
		*n = int(read)
		return nil
	}
}

// tri returns a reader of a boolean.
func (b *body) tri(t *Tri) reader {
	return func(path string) error {
		token, at, err := b.token(path)
		if err != nil || token == nil {
			return err
		}
		read, ok := token.(bool)
		if !ok {
			return b.fault(at, path, "want true or false")
		}
		*t = TriOf(read)
		return nil
	}
}

// code returns a reader of a code, a string or a number, as it is written.
func (b *body) code(s *string) reader {
	return func(path string) error {
		token, at, err := b.token(path)
		if err != nil || token == nil {
			return err
		}
		switch token := token.(type) {
		case string:
			*s = token
		case json.Number:
			*s = token.String()
		default:
			return b.fault(at, path, "want a number or a string")
		}
		return nil
	}
}
