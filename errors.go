package partnerrules

import (
	"strconv"

	"github.com/partnerrules/partnerrules/internal/quote"
)

// An InputError reports invalid input: an argument, a field of one, a text, or a member
// of a JSON text. All packages of the library return it, so that a program can show
// each fault beside its field:
//
//	var bad *partnerrules.InputError
//	if errors.As(err, &bad) {
//		form.Show(bad.Path, bad.Reason)
//	}
//
// Bodies of the API hold data of persons. An error on a body has no Text, and its
// Reason quotes a value only if the value itself is invalid, and never a value of a
// contact (INP-08).
type InputError struct {
	// Path is the argument, field or member at fault, such as "on",
	// "facts.account" or "claims[3].id". It is empty if the whole text is at fault.
	Path string `json:"path,omitzero"`

	// Reason says what is wrong. It quotes at most 40 bytes of a value (INP-08).
	Reason string `json:"reason"`

	// Type is the type of the wanted value, such as "date" or "offer". It is empty
	// unless a text was read.
	Type string `json:"type,omitzero"`

	// Text is the whole text that was read, and Offset is the byte offset of the fault,
	// from 0 to the length of the text. For a JSON text, Text is empty, and Offset is the
	// offset of the value or the member at fault.
	Text   string `json:"text,omitzero"`
	Offset int    `json:"offset,omitzero"`
}

// Error returns, for example, "facts.role: invalid value role(9)" or
// `date "2023-02-29" at offset 8: day 29 is not within 1 to 28`. Of Text it quotes at
// most 40 bytes around the offset, with a … where it was cut (INP-08).
func (e *InputError) Error() string {
	text := e.Reason
	if e.Path != "" {
		text = e.Path + ": " + text
	}
	if e.Type == "" {
		return text
	}
	quoted := ""
	if e.Text != "" {
		quoted = " " + quote.Around(e.Text, e.Offset)
	}
	return e.Type + quoted + " at offset " + strconv.Itoa(e.Offset) + ": " + text
}
