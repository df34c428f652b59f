package strict

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"
)

// byteOrderMark may precede a text in UTF-8.
const byteOrderMark = "\ufeff"

// jsonSpace is the white space of JSON.
const jsonSpace = " \t\r\n"

// checked returns a text of the same length that is valid JSON without repeated
// members, or the first fault (INP-01 to INP-03). Spaces replace a byte-order mark.
func checked(text []byte) ([]byte, error) {
	if isUTF16(text) {
		return nil, fault(text, 0, "", "UTF-16, want UTF-8")
	}
	if i := invalidUTF8(text); i >= 0 {
		return nil, fault(text, i, "", "invalid UTF-8")
	}
	if rest, marked := bytes.CutPrefix(text, []byte(byteOrderMark)); marked {
		text = append(bytes.Repeat([]byte(" "), len(byteOrderMark)), rest...) // keeps the offsets
	}
	if !json.Valid(text) {
		return nil, syntaxFault(text)
	}
	if err := checkStrings(text); err != nil {
		return nil, err
	}
	return text, nil
}

const notJSON = "invalid JSON"

// syntaxFault returns why a text is not exactly one JSON value. The reason is our own
// text, because the texts of package json differ between releases.
func syntaxFault(text []byte) *Error {
	dec := json.NewDecoder(bytes.NewReader(text))
	var value json.RawMessage
	err := dec.Decode(&value)
	var syntax *json.SyntaxError
	switch {
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		return fault(text, len(text), "", "unexpected end")
	case errors.As(err, &syntax):
		return fault(text, characterAt(text, int(syntax.Offset)-1), "", notJSON)
	case err != nil:
		return fault(text, 0, "", notJSON)
	}
	rest := bytes.TrimLeft(text[dec.InputOffset():], jsonSpace)
	return fault(text, len(text)-len(rest), "", notJSON)
}

// characterAt returns the index of the first byte of the character that the byte at i
// belongs to. Releases of package json name different bytes of a character.
func characterAt(text []byte, i int) int {
	i = max(i, 0)
	for !utf8.RuneStart(text[i]) { // a text of UTF-8 begins with a start
		i--
	}
	return i
}

// isUTF16 reports whether a text begins as a text in UTF-16 does (INP-02).
func isUTF16(text []byte) bool {
	return bytes.HasPrefix(text, []byte("\xff\xfe")) || bytes.HasPrefix(text, []byte("\xfe\xff")) ||
		bytes.IndexByte(text[:min(len(text), 2)], 0) >= 0
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

// A cursor is a place in valid JSON.
type cursor struct {
	text []byte
	at   int
}

// next moves to the next value, name or end, and returns its offset.
func (c *cursor) next() int {
	for c.at < len(c.text) && bytes.IndexByte([]byte(jsonSpace+":,"), c.text[c.at]) >= 0 {
		c.at++
	}
	return c.at
}

// scalar moves behind the string, number or literal at the cursor, and returns it.
func (c *cursor) scalar() []byte {
	start := c.at
	if c.text[c.at] != '"' {
		for c.at < len(c.text) && bytes.IndexByte([]byte(jsonSpace+",]}"), c.text[c.at]) < 0 {
			c.at++
		}
		return c.text[start:c.at]
	}
	for c.at++; c.text[c.at] != '"'; c.at++ {
		if c.text[c.at] == '\\' {
			c.at++
		}
	}
	c.at++
	return c.text[start:c.at]
}

// skip moves behind the value at the cursor, and returns it. The value may be deep.
func (c *cursor) skip() []byte {
	start := c.at
	for depth := 0; ; {
		switch c.text[c.at] {
		case '{', '[':
			c.at++
			depth++
		case '}', ']':
			c.at++
			depth--
		default:
			c.scalar()
		}
		if depth == 0 {
			return c.text[start:c.at]
		}
		c.next()
	}
}

// unquote returns the value of a valid JSON string.
func unquote(raw []byte) string {
	if bytes.IndexByte(raw, '\\') < 0 {
		return string(raw[1 : len(raw)-1])
	}
	var s string
	_ = json.Unmarshal(raw, &s) // it is valid
	return s
}

// checkStrings returns an error if a member is repeated in its object, at any depth,
// or if a string has an invalid surrogate escape, which package json would replace.
// It uses a stack, because the text may be deep.
func checkStrings(text []byte) error {
	c := cursor{text: text}
	var open []frame
	for c.next() < len(text) {
		at := c.at
		if n := len(open); text[at] == '"' {
			raw := c.scalar()
			isName := n > 0 && open[n-1].wantsName()
			if isName {
				if err := open[n-1].add(raw, at); err != "" {
					return fault(text, at, pathOf(open), err)
				}
			}
			if i := invalidSurrogate(raw); i >= 0 {
				return fault(text, at+i, pathOf(open), "invalid surrogate escape")
			}
			if isName {
				continue
			}
		} else if open = nested(open, text[at]); len(open) != n {
			c.at++
			if len(open) > n {
				continue
			}
		} else {
			c.scalar()
		}
		if len(open) > 0 {
			open[len(open)-1].named = false
			open[len(open)-1].index++
		}
	}
	return nil
}

// nested returns the open objects and lists after a byte that may open or close one.
func nested(open []frame, c byte) []frame {
	switch c {
	case '{':
		return append(open, frame{members: map[string]int{}})
	case '[':
		return append(open, frame{})
	case '}', ']':
		return open[:len(open)-1]
	}
	return open
}

// A frame is an object or a list that is being checked.
type frame struct {
	members map[string]int // the offsets of the members so far; nil for a list
	name    string         // of the last member
	named   bool           // the name has been read, and its value has not
	index   int            // of the next element
}

func (f *frame) wantsName() bool { return f.members != nil && !f.named }

// add adds the next member of an object. It returns the reason if the member is
// repeated.
func (f *frame) add(raw []byte, at int) (reason string) {
	f.name, f.named = unquote(raw), true
	if first, repeated := f.members[f.name]; repeated {
		return "repeated, first at offset " + strconv.Itoa(first)
	}
	f.members[f.name] = at
	return ""
}

// pathOf returns the path of the last member or element. It is quoted as one name,
// because the value may have no such members, so that all names come from the text.
func pathOf(open []frame) string {
	var path []byte
	for i, f := range open {
		switch {
		case f.members == nil:
			path = appendIndex(path, f.index)
		case i > 0:
			path = append(append(path, '.'), f.name...)
		default:
			path = append(path, f.name...)
		}
	}
	return Quoted(string(path))
}

// appendIndex appends the index of an element: "[3]".
func appendIndex(path []byte, i int) []byte {
	return append(strconv.AppendInt(append(path, '['), int64(i), 10), ']')
}

// invalidSurrogate returns the index of the first escape in a JSON string that is
// half of a surrogate pair without the other half, or -1.
func invalidSurrogate(text []byte) int {
	rest := text
	for {
		i := bytes.IndexByte(rest, '\\')
		if i < 0 {
			return -1
		}
		rest = rest[i:]
		r := escaped(rest)
		switch {
		case !utf16.IsSurrogate(r):
			rest = rest[2:] // the second of two backslashes begins no escape
		case utf16.DecodeRune(r, escaped(rest[escapeLen:])) == utf8.RuneError:
			return len(text) - len(rest)
		default:
			rest = rest[pairLen:]
		}
	}
}

const (
	escapeLen = len(`\ud800`)
	pairLen   = len(`\ud83d\ude00`)
)

// escaped returns the code unit of the escape with which a text begins, or 0 if the
// text does not begin with an escape by number.
func escaped(text []byte) rune {
	if !bytes.HasPrefix(text, []byte(`\u`)) {
		return 0
	}
	n, _ := strconv.ParseUint(string(text[2:escapeLen]), 16, 16)
	return rune(n)
}
