package check

import (
	"fmt"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/partnerrules/partnerrules"
)

// Name returns the error of a name or an ID, or nil if it is valid (INP-06). The
// error contains the character at fault and its byte offset, but not the name.
func Name(path, name string) *partnerrules.InputError {
	if isPlain(name) {
		return nil
	}
	offset, subject, reason := NameFault(name)
	switch {
	case reason == "":
		return nil
	case subject != "":
		reason = subject + " at offset " + strconv.Itoa(offset) + " " + reason
	}
	return Input(path, reason)
}

// NameFault returns the byte offset, the subject and the reason of the first fault
// of a name or an ID, such as 3, "U+202E" and "is not allowed in a name". The reason
// is empty if there is no fault. The subject is empty if the whole name is at fault.
//
// A name holds letters, marks, numbers, punctuation, symbols and spaces, U+200C and
// U+200D, and at least one of them is visible (INP-06). It is valid UTF-8 without
// U+FFFD, which replaces invalid bytes.
func NameFault(name string) (offset int, subject, reason string) {
	visible := false
	for i, r := range name {
		switch {
		case unicode.Is(unicode.Zs, r) || isJoiner(r):
		case r == utf8.RuneError:
			if _, size := utf8.DecodeRuneInString(name[i:]); size == 1 {
				return i, fmt.Sprintf("byte 0x%02X", name[i]), "is not UTF-8"
			}
			return i, "U+FFFD", notInNames
		case unicode.IsPrint(r):
			visible = true
		default:
			return i, fmt.Sprintf("%U", r), notInNames
		}
	}
	switch {
	case name == "":
		return 0, "", "empty"
	case !visible:
		return 0, "", "no visible character"
	}
	return 0, "", ""
}

// isPlain reports whether a name has only visible ASCII characters and spaces, and at
// least one visible character. It makes the check of most names fast.
func isPlain(name string) bool {
	visible := false
	for i := range len(name) {
		c := name[i]
		if c < ' ' || c > '~' {
			return false
		}
		visible = visible || c != ' '
	}
	return visible
}

const notInNames = "is not allowed in a name"

// isJoiner reports whether r is U+200C or U+200D, which scripts and emoji need
// inside of words.
func isJoiner(r rune) bool { return r == 0x200C || r == 0x200D }

// IsBlank reports whether nothing in a text is visible: it has only white space,
// control and format characters (AGR-03).
func IsBlank(text string) bool {
	return !strings.ContainsFunc(text, func(r rune) bool { return !unicode.In(r, unicode.Z, unicode.Cc, unicode.Cf) })
}
