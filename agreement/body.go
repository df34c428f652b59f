package agreement

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strconv"
	"unicode/utf8"

	"github.com/partnerrules/partnerrules"
)

// A body reads JSON as the service writes it, member by member, so that each
// fault is found with its path and its byte. Unknown members are ignored, and null
// is treated as an absent member.
type body struct {
	kind string // of the whole, for errors
	text []byte
	dec  *json.Decoder
}

// byteOrderMark may stand before a text in UTF-8.
const byteOrderMark = "\ufeff"

// readBody reads a text that is one JSON value, which read takes. It rejects a text
// that is not JSON first, so that read meets only faults of the form.
func readBody(kind string, text []byte, read func(b *body) error) error {
	b := &body{kind: kind, text: text}
	if i := invalidUTF8(text); i >= 0 {
		return b.fault(i, "", "not valid UTF-8")
	}
	marked := len(text) - len(bytes.TrimPrefix(text, []byte(byteOrderMark)))
	blanked := append(bytes.Repeat([]byte(" "), marked), text[marked:]...) // keeps the offsets
	if err := b.checkSyntax(blanked); err != nil {
		return err
	}
	b.dec = json.NewDecoder(bytes.NewReader(blanked))
	b.dec.UseNumber()
	return read(b)
}

const notJSON = "not valid JSON"

// checkSyntax returns the error of a text that is not one JSON value. The text of
// the error is our own, because that of package json differs between releases.
func (b *body) checkSyntax(text []byte) error {
	dec := json.NewDecoder(bytes.NewReader(text))
	var value json.RawMessage
	err := dec.Decode(&value)
	var syntax *json.SyntaxError
	switch {
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		return b.fault(len(text), "", "unexpected end")
	case errors.As(err, &syntax):
		return b.fault(max(int(syntax.Offset)-1, 0), "", notJSON)
	case err != nil:
		return b.fault(0, "", notJSON)
	}
	if rest := bytes.TrimLeft(text[dec.InputOffset():], jsonSpace); len(rest) > 0 {
		return b.fault(len(text)-len(rest), "", notJSON)
	}
	return nil
}

// jsonSpace is the white space of JSON.
const jsonSpace = " \t\r\n"

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
	return &partnerrules.ParseError{Type: b.kind, Text: string(b.text), Offset: min(offset, len(b.text)), Reason: reason}
}

// next returns the offset of the next token.
func (b *body) next() int {
	return len(b.text) - len(bytes.TrimLeft(b.text[b.dec.InputOffset():], jsonSpace+":,"))
}

// isNull reports whether the next token is null.
func (b *body) isNull() bool { return bytes.HasPrefix(b.text[b.next():], []byte("null")) }

// token reads the next token, and returns where it begins.
func (b *body) token(path string) (token json.Token, at int, err error) {
	at = b.next()
	if token, err = b.dec.Token(); err != nil {
		return nil, at, b.fault(at, path, notJSON)
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
		*t = partnerrules.TriFromBool(read)
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

// A List is a list as the service sends it. Links and attributes are passed
// over.
type List[T any] struct {
	// TotalCount is what the service says that there are, and 0 if it does not
	// say. It is not compared with the items.
	TotalCount int

	// Items are those sent. They are nil if the body has no list of them, as that
	// of an error has not: then they are not known, which is not none.
	Items []T
}

// A Metadata is what the service knows of an agreement: its template and type,
// where its text is, and the rank of its version.
type Metadata struct {
	Template    TemplateID
	Type        Type
	Link        string
	VersionRank int
}

// A ServiceError is the body of an error. Other members are passed over.
type ServiceError struct {
	// Code is a number or a string in the body, and the empty string if there is
	// none. Explain says what it means.
	Code string

	// Message and Description are the service's words, and Name is its name of the
	// error, each empty if the body has none.
	Message     string
	Description string
	Name        string
}

// DecodeAttestation reads one attestation, as a request or a response has it. A
// text that is not JSON, or not of that form, gives a [*partnerrules.ParseError]
// with the byte and the path of the fault.
func DecodeAttestation(text []byte) (Attestation, error) {
	var a Attestation
	err := readBody("attestation", text, func(b *body) error { return b.attestation(&a)("") })
	if err != nil {
		return Attestation{}, err
	}
	return a, nil
}

// DecodeAttestations reads the list of a partner's attestations of a customer.
// Errors are those of [DecodeAttestation].
func DecodeAttestations(text []byte) (List[Attestation], error) {
	return decodeList("list of attestations", text, (*body).attestation)
}

// DecodeMetadata reads the list of metadata. The type of an agreement may be
// called agreementType, as the service does, or type, as its documentation
// does. Errors are those of [DecodeAttestation].
func DecodeMetadata(text []byte) (List[Metadata], error) {
	return decodeList("list of metadata", text, (*body).metadata)
}

// DecodeDirectStatus reads whether the customer has accepted directly. No denies
// the direct route only (AGR-18). Errors are those of [DecodeAttestation].
func DecodeDirectStatus(text []byte) (Tri, error) {
	signed := Unknown
	err := readBody("direct status", text, func(b *body) error {
		return b.object("", func(name string) reader {
			if name == "isSigned" {
				return b.tri(&signed)
			}
			return nil
		})
	})
	if err != nil {
		return Unknown, err
	}
	return signed, nil
}

// DecodeError reads the body of an error. It may be empty, and then says
// nothing. Errors are those of [DecodeAttestation].
func DecodeError(text []byte) (ServiceError, error) {
	if len(text) == 0 {
		return ServiceError{}, nil
	}
	var e ServiceError
	err := readBody("error body", text, func(b *body) error {
		return b.object("", func(name string) reader {
			switch name {
			case "code":
				return b.code(&e.Code)
			case "message":
				return textOf(b, &e.Message)
			case "description":
				return textOf(b, &e.Description)
			case "errorName":
				return textOf(b, &e.Name)
			}
			return nil
		})
	})
	if err != nil {
		return ServiceError{}, err
	}
	return e, nil
}

// decodeList reads the envelope of a list.
func decodeList[T any](kind string, text []byte, element func(*body, *T) reader) (List[T], error) {
	var all List[T]
	err := readBody(kind, text, func(b *body) error {
		return b.object("", func(name string) reader {
			switch name {
			case "totalCount":
				return b.integer(&all.TotalCount)
			case "items":
				return func(path string) error {
					if !b.isNull() {
						all.Items = []T{}
					}
					return b.list(path, func(path string) error {
						var item T
						err := element(b, &item)(path)
						all.Items = append(all.Items, item)
						return err
					})
				}
			}
			return nil
		})
	})
	if err != nil {
		return List[T]{}, err
	}
	return all, nil
}

func (b *body) attestation(a *Attestation) reader {
	return func(path string) error {
		return b.object(path, func(name string) reader {
			switch name {
			case "primaryContact":
				return b.contact(&a.Contact)
			case "templateId":
				return textOf(b, &a.Template)
			case "dateAgreed":
				return b.timestamp(&a.Date)
			case "type":
				return textOf(b, &a.Type)
			case "userId":
				return textOf(b, &a.UserID)
			case "agreementLink":
				return textOf(b, &a.Link)
			}
			return nil
		})
	}
}

func (b *body) contact(c *Contact) reader {
	return func(path string) error {
		return b.object(path, func(name string) reader {
			switch name {
			case "firstName":
				return textOf(b, &c.FirstName)
			case "lastName":
				return textOf(b, &c.LastName)
			case "email":
				return textOf(b, &c.Email)
			case "phoneNumber":
				return textOf(b, &c.Phone)
			}
			return nil
		})
	}
}

func (b *body) metadata(m *Metadata) reader {
	return func(path string) error {
		return b.object(path, func(name string) reader {
			switch name {
			case "templateId":
				return textOf(b, &m.Template)
			case "agreementType", "type":
				return b.agreementType(&m.Type)
			case "agreementLink":
				return textOf(b, &m.Link)
			case "versionRank":
				return b.integer(&m.VersionRank)
			}
			return nil
		})
	}
}

// agreementType reads a type under either of its names. If both are there, they
// must agree.
func (b *body) agreementType(t *Type) reader {
	return func(path string) error {
		var read Type
		at := b.next()
		if err := textOf(b, &read)(path); err != nil || read == "" {
			return err
		}
		if *t != "" && *t != read {
			return b.fault(at, path, "is not the type given before, "+string(*t))
		}
		*t = read
		return nil
	}
}
