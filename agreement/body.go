package agreement

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/internal/check"
	"github.com/partnerrules/partnerrules/internal/quote"
)

// A body reads JSON as the service writes it. It reads member by member, so that
// each error has the path and the offset of the fault. Unknown members are ignored,
// and null is treated as an absent member. Bodies hold data of persons, so no error
// holds the text (INP-08).
type body struct {
	kind string // what the text holds, for errors
	text []byte
	dec  *json.Decoder
}

// byteOrderMark may precede a text in UTF-8.
const byteOrderMark = "\ufeff"

// isEmpty reports whether a text has nothing but a byte-order mark and white space
// (INP-09).
func isEmpty(text []byte) bool {
	return len(bytes.Trim(bytes.TrimPrefix(text, []byte(byteOrderMark)), jsonSpace)) == 0
}

// readBody reads a text that is one JSON value by calling read. It first rejects a
// text that is not JSON or has repeated members, so that read meets only valid JSON
// (INP-01 to INP-03).
func readBody(kind string, text []byte, read func(b *body) error) error {
	b := &body{kind: kind, text: text}
	if isUTF16(text) {
		return b.fault(0, "", "UTF-16, want UTF-8")
	}
	if i := invalidUTF8(text); i >= 0 {
		return b.fault(i, "", "invalid UTF-8")
	}
	marked := len(text) - len(bytes.TrimPrefix(text, []byte(byteOrderMark)))
	blanked := append(bytes.Repeat([]byte(" "), marked), text[marked:]...) // keeps the offsets
	if err := b.checkSyntax(blanked); err != nil {
		return err
	}
	b.start(blanked)
	if err := b.checkStrings(); err != nil {
		return err
	}
	b.start(blanked)
	return read(b)
}

// start begins to read a text from its first token.
func (b *body) start(text []byte) {
	b.dec = json.NewDecoder(bytes.NewReader(text))
	b.dec.UseNumber()
}

const notJSON = "invalid JSON"

// checkSyntax returns an error if a text is not exactly one JSON value. The reason
// is our own text, because the texts of package json differ between releases.
func (b *body) checkSyntax(text []byte) error {
	dec := json.NewDecoder(bytes.NewReader(text))
	var value json.RawMessage
	err := dec.Decode(&value)
	var syntax *json.SyntaxError
	switch {
	case errors.Is(err, io.EOF), errors.Is(err, io.ErrUnexpectedEOF):
		return b.fault(len(text), "", "unexpected end")
	case errors.As(err, &syntax):
		return b.fault(characterAt(text, int(syntax.Offset)-1), "", notJSON)
	case err != nil:
		return b.fault(0, "", notJSON)
	}
	if rest := bytes.TrimLeft(text[dec.InputOffset():], jsonSpace); len(rest) > 0 {
		return b.fault(len(text)-len(rest), "", notJSON)
	}
	return nil
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

// jsonSpace is the white space of JSON.
const jsonSpace = " \t\r\n"

// checkStrings returns an error if a member is repeated in its object, at any depth,
// or if a string has an invalid surrogate escape, which package json would replace.
// It uses a stack, because the text may be deep.
func (b *body) checkStrings() error {
	var open []frame
	for {
		at := b.next()
		token, err := b.dec.Token()
		if err != nil {
			return nil // at the end: the text is valid JSON
		}
		text, isString := token.(string)
		isName := isString && len(open) > 0 && open[len(open)-1].wantsName()
		if isName {
			top := &open[len(open)-1]
			top.name, top.named = text, true
			if first, repeated := top.members[text]; repeated {
				return b.fault(at, pathOf(open), "repeated, first at offset "+strconv.Itoa(first))
			}
			top.members[text] = at
		}
		if isString {
			if i := invalidSurrogate(b.text[at:b.dec.InputOffset()]); i != -1 {
				return b.fault(at+i, pathOf(open), "invalid surrogate escape")
			}
		}
		if isName {
			continue
		}
		switch token {
		case json.Delim('{'):
			open = append(open, frame{members: map[string]int{}})
		case json.Delim('['):
			open = append(open, frame{index: -1}) // the first element comes next
		case json.Delim('}'), json.Delim(']'):
			open = open[:len(open)-1]
		}
		if len(open) > 0 {
			open[len(open)-1].named = false
			open[len(open)-1].index++
		}
	}
}

// A frame is an object or a list that is being checked.
type frame struct {
	members map[string]int // the offsets of the members so far; nil for a list
	name    string         // of the last member
	named   bool           // the name has been read, and its value has not
	index   int            // of the next element
}

func (f *frame) wantsName() bool { return f.members != nil && !f.named }

// pathOf returns the path of the last member or element.
func pathOf(open []frame) string {
	var path []byte // not with join, since the text may be deep
	for i, f := range open {
		switch {
		case f.members == nil:
			path = append(strconv.AppendInt(append(path, '['), int64(f.index), 10), ']')
		case i > 0:
			path = append(append(path, '.'), f.name...)
		default:
			path = append(path, f.name...)
		}
	}
	return string(path)
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

// fault returns an error at an offset, without the text. The path may be empty. A
// path that is long or has unusual characters is quoted, because its names come from
// the text.
func (b *body) fault(offset int, path, reason string) error {
	if path != "" {
		if quoted := quote.Around(path, len(path)); quoted != `"`+path+`"` {
			path = quoted
		}
	}
	return &partnerrules.InputError{Type: b.kind, Path: path, Offset: min(offset, len(b.text)), Reason: reason}
}

// next returns the offset of the next token.
func (b *body) next() int {
	return len(b.text) - len(bytes.TrimLeft(b.text[b.dec.InputOffset():], jsonSpace+":,"))
}

// isNull reports whether the next token is null.
func (b *body) isNull() bool { return bytes.HasPrefix(b.text[b.next():], []byte("null")) }

// token reads the next token, and returns the offset at which it begins.
func (b *body) token(path string) (token json.Token, at int, err error) {
	at = b.next()
	if token, err = b.dec.Token(); err != nil {
		return nil, at, b.fault(at, path, notJSON)
	}
	return token, at, nil
}

// A reader reads a value at a path.
type reader func(path string) error

// object reads an object. It calls member with the name of each member, and reads
// the value with the reader that member returns. If that is nil, it skips the value.
func (b *body) object(path string, member func(name string) reader) error {
	return b.composite(path, '{', "an object", func() error {
		name, at, err := b.token(path)
		if err != nil {
			return err
		}
		text, ok := name.(string)
		if !ok {
			return b.fault(at, path, "want a member name")
		}
		read := member(text)
		if read == nil {
			read = b.skip
		}
		return read(join(path, text))
	})
}

// list reads a list, and reads each element with the given reader.
func (b *body) list(path string, element reader) error {
	i := 0
	return b.composite(path, '[', "a list", func() error {
		err := element(path + "[" + strconv.Itoa(i) + "]")
		i++
		return err
	})
}

// composite reads an object, a list or null. It calls element at each element.
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

// skip skips a value.
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

// textOf returns a reader that stores a string in *s.
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

// timestamp returns a reader that stores a date in *t.
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

// integer returns a reader that stores an integer of 32 bits in *n.
func (b *body) integer(n *int) reader {
	return func(path string) error {
		token, at, err := b.token(path)
		if err != nil || token == nil {
			return err
		}
		number, _ := token.(json.Number)
		read, err := strconv.ParseInt(number.String(), 10, 32)
		if err != nil {
			return b.fault(at, path, "want an integer of 32 bits")
		}
		*n = int(read)
		return nil
	}
}

// tri returns a reader that stores a boolean in *t.
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

// code returns a reader that stores a code in *s. The code is a string or a number,
// and is kept as it is written.
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

// A List is a list of the service. Its links and attributes are ignored.
type List[T any] struct {
	// TotalCount is the number of items that the service reports, or 0 if it
	// reports none.
	TotalCount int

	// Complete reports whether Items has all items of the service. It is Unknown if
	// the body has no TotalCount or no list (AGR-18).
	Complete Tri

	// Items holds the items of the body. It is nil if the body has no list, such as
	// the body of an error: the items are then unknown. An empty list is not nil.
	Items []T
}

// A Metadata holds the service's description of an agreement: its template and
// type, the link to its text, and the rank of its version.
type Metadata struct {
	Template    TemplateID
	Type        Type
	Link        string
	VersionRank int
}

// A ServiceError is the body of an error of the service. Other members are ignored. The
// zero ServiceError is an empty body.
type ServiceError struct {
	// Code is a number or a string in the body. It is empty if the body has no code.
	// ExplainError returns its meaning.
	Code string

	// Message, Description and Name are the service's texts and its name of the
	// error. Each is empty if the body does not have it.
	Message     string
	Description string
	Name        string
}

// Error returns a text with the code of the error, if it has one. The text does not have
// the texts of the service, because they can hold data of persons (INP-08).
func (e ServiceError) Error() string {
	switch {
	case e == ServiceError{}:
		return "error of the service without a body"
	case e.Code == "":
		return "error of the service without a code"
	}
	return "error " + check.Quote(e.Code) + " of the service"
}

// DecodeAttestation decodes the body of a request or response with one attestation
// (AGR-10).
//
// A byte-order mark at the start is skipped (INP-01). DecodeAttestation returns a
// [*partnerrules.InputError] if:
//
//   - the text is not UTF-8 (INP-02), invalid JSON, or empty (INP-09);
//   - a member is repeated in its object, at any depth (INP-03);
//   - a string has an invalid surrogate escape;
//   - the text does not have the form of an attestation.
//
// The error has the offset and the path of the fault, but not the text (INP-08).
func DecodeAttestation(text []byte) (Attestation, error) {
	var a Attestation
	err := readBody("attestation", text, func(b *body) error { return b.attestation(&a)("") })
	if err != nil {
		return Attestation{}, err
	}
	return a, nil
}

// DecodeAttestations decodes the list of a partner's attestations of a customer. It
// returns the same errors as [DecodeAttestation], and an error if the total count is
// negative or less than the number of items (AGR-18).
func DecodeAttestations(text []byte) (List[Attestation], error) {
	return decodeList("list of attestations", text, (*body).attestation)
}

// DecodeMetadata decodes the list of agreement metadata. The member with the type
// of an agreement is agreementType, as the service writes, or type, as its
// documentation says. It returns the same errors as [DecodeAttestations], and an
// error if the two members differ.
func DecodeMetadata(text []byte) (List[Metadata], error) {
	return decodeList("list of metadata", text, (*body).metadata)
}

// DecodeDirectStatus decodes whether the customer has accepted directly. No denies
// the direct route only (AGR-18). It returns the same errors as [DecodeAttestation].
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

// DecodeError decodes the body of an error of the service. An empty body (INP-09)
// decodes to the zero ServiceError. DecodeError returns the same errors as
// [DecodeAttestation]. It also returns an error if the body has no value for
// ServiceError, so that an unknown error does not look like an empty body (AGR-18).
func DecodeError(text []byte) (ServiceError, error) {
	if isEmpty(text) {
		return ServiceError{}, nil
	}
	var e ServiceError
	err := readBody("error body", text, func(b *body) error {
		at := b.next()
		err := b.object("", func(name string) reader {
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
		if err == nil && e == (ServiceError{}) {
			err = b.fault(at, "", "want code, message, description or errorName")
		}
		return err
	})
	if err != nil {
		return ServiceError{}, err
	}
	return e, nil
}

// DecodeConsent decodes a response to the request for a partner's attestations of a
// customer, and returns the consent that it shows: a list, or the body of an error
// (AGR-18). The latest attestation of the Customer Agreement counts. Without one:
//
//   - Given is No if the list is complete, or if the error is 600009.
//   - Given is Unknown if the list may have more items than the body, or for any
//     other error.
//
// DecodeConsent returns a [ServiceError] for any other error of the service and for an
// empty body (INP-09). It returns the same [*partnerrules.InputError] as
// [DecodeAttestations] and [DecodeError].
func DecodeConsent(text []byte) (Consent, error) {
	if isEmpty(text) {
		return Consent{}, ServiceError{}
	}
	list, err := DecodeAttestations(text)
	if err != nil {
		return Consent{}, err
	}
	if list.Items == nil {
		e, err := DecodeError(text)
		switch {
		case err != nil:
			return Consent{}, err
		case ExplainError(ListAgreements, e.Code) == NoAttestations:
			return Consent{Given: No}, nil
		}
		return Consent{}, e
	}
	consent := ConsentFrom(list.Items)
	if consent.Given == No && list.Complete != Yes {
		consent.Given = Unknown
	}
	return consent, nil
}

// decodeList decodes a list with its envelope.
func decodeList[T any](kind string, text []byte, element func(*body, *T) reader) (List[T], error) {
	var all List[T]
	countAt, counted := 0, false
	err := readBody(kind, text, func(b *body) error {
		err := b.object("", func(name string) reader {
			switch name {
			case "totalCount":
				countAt, counted = b.next(), !b.isNull()
				return b.integer(&all.TotalCount)
			case "items":
				return func(path string) error {
					if !b.isNull() {
						all.Items = []T{}
					}
					return b.list(path, func(path string) error {
						if b.isNull() {
							return b.fault(b.next(), path, "want an object")
						}
						var item T
						err := element(b, &item)(path)
						all.Items = append(all.Items, item)
						return err
					})
				}
			}
			return nil
		})
		switch {
		case err != nil:
			return err
		case all.TotalCount < len(all.Items) && counted:
			return b.fault(countAt, "totalCount", "want at least the number of items, "+strconv.Itoa(len(all.Items)))
		case all.Items != nil && counted:
			all.Complete = partnerrules.TriFromBool(all.TotalCount == len(all.Items))
		}
		return nil
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

// agreementType returns a reader that stores a type in *t. It returns an error if
// the type differs from the one that the other member name gave before.
func (b *body) agreementType(t *Type) reader {
	return func(path string) error {
		var read Type
		at := b.next()
		if err := textOf(b, &read)(path); err != nil || read == "" {
			return err
		}
		if *t != "" && *t != read {
			return b.fault(at, path, "differs from the type given before, "+check.Quote(string(*t)))
		}
		*t = read
		return nil
	}
}
