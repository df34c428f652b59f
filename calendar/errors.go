package calendar

import "strconv"

// A ParseError says why a text cannot be read, and where. All packages of the
// library return it.
type ParseError struct {
	Type   string // what was wanted: "date", "period", "offer"
	Text   string // the whole text that was given
	Offset int    // the byte at which the fault lies, from 0 to len(Text)
	Reason string // what is wrong there
}

// Error returns, for example,
// `date "2023-02-29" at offset 8: day 29 is not within 1 to 28`.
func (e *ParseError) Error() string {
	return e.Type + " " + strconv.Quote(e.Text) + " at offset " + strconv.Itoa(e.Offset) + ": " + e.Reason
}

// An InputError says which argument or field cannot be used, and why. All
// packages of the library return it.
type InputError struct {
	Name   string // the argument or field, with an index in a list: "holidays[3]"
	Reason string // what is wrong with it, with its value
}

// Error returns, for example, "day: 30 is not within 1 to 29".
func (e *InputError) Error() string { return e.Name + ": " + e.Reason }

// outside words the refusal of a number out of its bounds.
func outside(n, first, last int) string {
	return strconv.Itoa(n) + " is not within " + strconv.Itoa(first) + " to " + strconv.Itoa(last)
}

// indexed names an element of a list.
func indexed(list string, i int) string { return list + "[" + strconv.Itoa(i) + "]" }
