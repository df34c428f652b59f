package partnerrules

import (
	"strconv"

	"github.com/partnerrules/partnerrules/internal/quote"
)

// A ParseError reports an invalid text. All packages of the library return it.
//
// Bodies of the API hold data of persons. So a ParseError on a body has no Text, and
// its Reason begins with the path of the member at fault. The Reason quotes a value
// only if the value itself is invalid, and never a value of a contact (INP-08).
type ParseError struct {
	Type   string // the type of the wanted value: "date", "period", "offer"
	Text   string // the whole text, or empty if it is a body
	Offset int    // the byte offset of the fault, from 0 to the length of the text
	Reason string // what is wrong there
}

// Error returns, for example,
// `date "2023-02-29" at offset 8: day 29 is not within 1 to 28`. Of Text it quotes
// at most 40 bytes around the offset, with a … where it was cut (INP-08).
func (e *ParseError) Error() string {
	text := ""
	if e.Text != "" {
		text = " " + quote.Around(e.Text, e.Offset)
	}
	return e.Type + text + " at offset " + strconv.Itoa(e.Offset) + ": " + e.Reason
}

// An InputError reports an invalid argument or field. All packages of the library
// return it.
type InputError struct {
	Name   string // the path of the argument or field: "holidays[3]", "facts.account"
	Reason string // what is wrong with it, with its value of at most 40 bytes (INP-08)
}

// Error returns, for example, "day: 30 is not within 1 to 29".
func (e *InputError) Error() string { return e.Name + ": " + e.Reason }
