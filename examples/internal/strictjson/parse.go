package strictjson

import (
	"bytes"
	"encoding/json"
	"errors"
	"strconv"
	"strings"
	"unicode/utf8"
)

// MaxDepth is how deep objects and lists may be nested.
const MaxDepth = 64

const (
	space   = " \t\r\n"
	notUTF8 = "not valid UTF-8"

	tooShort = "the text ends too early"
)

// Parse reads a text that holds one JSON value and nothing after it. It refuses
// what is not valid UTF-8, members that come twice in an object, and nesting
// deeper than [MaxDepth]. The name of the file is for the errors only, which
// are all of type [*Error].
func Parse(file string, text []byte) (*Node, error) {
	root, err := Tolerant(file, text)
	if err == nil {
		err = root.Err()
	}
	if err != nil {
		return nil, err
	}
	return root, nil
}

// Tolerant is [Parse] for those who want to know all that is wrong: members that
// come twice, and characters that were lost, are faults of the tree, found by
// [Node.Errs]. Of two members with one name the first counts.
func Tolerant(file string, text []byte) (*Node, error) {
	doc := &document{file: file, text: text}
	if offset, reason := syntaxFault(text); reason != "" {
		return nil, doc.error(offset, "", "", reason)
	}
	return doc.parse("", 0)
}

// parse reads the whole text, which has no fault of syntax, as the value at a
// path and a depth.
func (d *document) parse(path string, depth int) (*Node, error) {
	p := parser{doc: d}
	root := p.value(path, depth)
	if root == nil {
		return nil, p.stop
	}
	return root, nil
}

// syntaxFault finds where the text breaks the grammar. No reason: nowhere.
func syntaxFault(text []byte) (offset int, reason string) {
	if wrong := invalidUTF8(text); wrong >= 0 {
		return wrong, notUTF8
	}
	dec := json.NewDecoder(bytes.NewReader(text))
	var value json.RawMessage
	var syntax *json.SyntaxError
	switch err := dec.Decode(&value); {
	case errors.As(err, &syntax):
		return int(syntax.Offset) - 1, syntax.Error()
	case err != nil:
		return len(text), tooShort
	}
	if rest := bytes.TrimLeft(text[dec.InputOffset():], space); len(rest) > 0 {
		return len(text) - len(rest), "more text after the value"
	}
	return 0, ""
}

// A parser makes nodes of a text whose syntax has been checked, so that it only
// has to find where each token ends.
type parser struct {
	doc  *document
	at   int   // the offset of what is read next
	stop error // why reading was given up
}

// next passes what stands between tokens, and returns the byte that begins the
// next.
func (p *parser) next() byte {
	for {
		switch c := p.doc.text[p.at]; c {
		case ' ', '\t', '\r', '\n', ',', ':':
			p.at++
		default:
			return c
		}
	}
}

// word reads a number, a boolean or null.
func (p *parser) word() string {
	start := p.at
	for p.at < len(p.doc.text) && strings.IndexByte(space+",]}", p.doc.text[p.at]) < 0 {
		p.at++
	}
	return string(p.doc.text[start:p.at])
}

// quoted reads a string. Only one with escapes is left to package json.
func (p *parser) quoted() string {
	start, escaped := p.at, false
	for p.at++; p.doc.text[p.at] != '"'; p.at++ {
		if p.doc.text[p.at] == '\\' {
			escaped = true
			p.at++
		}
	}
	p.at++
	if !escaped {
		return string(p.doc.text[start+1 : p.at-1])
	}
	var text string
	if err := json.Unmarshal(p.doc.text[start:p.at], &text); err != nil {
		p.doc.fault(start, "", "", err.Error()) // of a string that has been checked there is none
	}
	return text
}

// value reads the next value. It gives up on the whole text, and returns nil,
// if that is nested too deep.
func (p *parser) value(path string, depth int) *Node {
	c := p.next()
	n := &Node{doc: p.doc, path: path, offset: p.at}
	switch c {
	case '"':
		n.setText(p.quoted())
	case '{', '[':
		n.kind = List
		if c == '{' {
			n.kind = Object
		}
		if depth == MaxDepth {
			p.stop = n.Error("nested deeper than " + strconv.Itoa(MaxDepth) + " levels")
			return nil
		}
		p.at++
		if n = p.composite(n, depth+1); n == nil {
			return nil
		}
		p.at++
	case 't', 'f':
		n.kind, n.text = Bool, p.word()
	case 'n':
		p.word()
	default:
		n.kind, n.text = Number, p.word()
	}
	n.end = p.at
	return n
}

func (p *parser) composite(n *Node, depth int) *Node {
	if n.kind == Object {
		return p.object(n, depth)
	}
	return p.list(n, depth)
}

func (p *parser) list(n *Node, depth int) *Node {
	for i := 0; p.next() != ']'; i++ {
		value := p.value(n.path+"["+strconv.Itoa(i)+"]", depth)
		if value == nil {
			return nil
		}
		n.members = append(n.members, member{value: value})
	}
	return n
}

func (p *parser) object(n *Node, depth int) *Node {
	seen := map[string]int{}
	for p.next() != '}' {
		name := &Node{doc: p.doc, path: n.path, offset: p.at}
		name.setText(p.quoted())
		name.end = p.at
		if first, twice := seen[name.text]; twice {
			line, _ := p.doc.place(first)
			name.Fault("comes twice, first on line " + strconv.Itoa(line))
		} else {
			seen[name.text] = name.offset
		}
		value := p.value(join(n.path, name.text), depth)
		if value == nil {
			return nil
		}
		n.members = append(n.members, member{name, value})
	}
	return n
}

// setText makes n a string. Half a surrogate pair, written as an escape, comes
// out of package json as a replacement character; that stands for text that was
// lost, so that it is refused however it got there.
func (n *Node) setText(text string) {
	n.kind, n.text = String, text
	if strings.ContainsRune(text, utf8.RuneError) {
		n.Fault("holds U+FFFD, which stands for a character that was lost")
	}
}

// join appends the name of a member to a path, quoted if it is no plain word.
func join(path, name string) string {
	plain := name != "" && !strings.ContainsFunc(name, func(r rune) bool {
		return r != '_' && r != '-' && (r < '0' || r > '9') && (r < 'A' || r > 'Z') && (r < 'a' || r > 'z')
	})
	switch {
	case !plain:
		return path + "[" + strconv.Quote(name) + "]"
	case path == "":
		return name
	}
	return path + "." + name
}
