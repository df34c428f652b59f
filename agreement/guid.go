package agreement

import "github.com/partnerrules/partnerrules/calendar"

// A GUID is an identifier of the service. Its text is read without regard to
// case, and written in small letters. The zero value is the GUID of all zeros.
type GUID [16]byte

const guidLen = len("117a77b0-9360-443b-8795-c6dedc750cf9")

// ParseGUID reads a GUID in its one form: 32 hexadecimal digits in groups of 8,
// 4, 4, 4 and 12, with hyphens between, without braces. A fault is a
// [*calendar.ParseError].
func ParseGUID(s string) (GUID, error) {
	var g GUID
	fault := func(offset int, reason string) (GUID, error) {
		return GUID{}, &calendar.ParseError{Type: "GUID", Text: s, Offset: offset, Reason: reason}
	}
	digits := 0
	for i := 0; i < len(s) && i < guidLen; i++ {
		digit, isHex := hexDigit(s[i])
		switch hyphen := i == 8 || i == 13 || i == 18 || i == 23; {
		case hyphen && s[i] != '-':
			return fault(i, "want a hyphen")
		case hyphen:
			continue
		case !isHex:
			return fault(i, "want a hexadecimal digit")
		}
		g[digits/2] = g[digits/2]<<4 | digit
		digits++
	}
	switch {
	case len(s) < guidLen:
		return fault(len(s), "too short for a GUID")
	case len(s) > guidLen:
		return fault(guidLen, "too long for a GUID")
	}
	return g, nil
}

func hexDigit(c byte) (digit byte, ok bool) {
	switch {
	case isDigit(c):
		return c - '0', true
	case 'a' <= c && c <= 'f':
		return c - 'a' + 10, true
	case 'A' <= c && c <= 'F':
		return c - 'A' + 10, true
	}
	return 0, false
}

// String returns the GUID in small letters.
func (g GUID) String() string {
	const hex = "0123456789abcdef"
	b := make([]byte, 0, guidLen)
	for i, octet := range g {
		if i == 4 || i == 6 || i == 8 || i == 10 {
			b = append(b, '-')
		}
		b = append(b, hex[octet>>4], hex[octet&15])
	}
	return string(b)
}
