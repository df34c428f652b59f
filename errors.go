package partnerrules

import "strconv"

// A ParseError reports an invalid text. All packages of the library return it.
type ParseError struct {
	Type   string // the type of the wanted value: "date", "period", "offer"
	Text   string // the whole text
	Offset int    // the byte offset of the fault, from 0 to len(Text)
	Reason string // what is wrong there
}

// Error returns, for example,
// `date "2023-02-29" at offset 8: day 29 is not within 1 to 28`.
func (e *ParseError) Error() string {
	return e.Type + " " + strconv.Quote(e.Text) + " at offset " + strconv.Itoa(e.Offset) + ": " + e.Reason
}

// An InputError reports an invalid argument or field. All packages of the library
// return it.
type InputError struct {
	Name   string // the path of the argument or field: "holidays[3]", "facts.account"
	Reason string // what is wrong with it, with its value
}

// Error returns, for example, "day: 30 is not within 1 to 29".
func (e *InputError) Error() string { return e.Name + ": " + e.Reason }
