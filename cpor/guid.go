package cpor

import "github.com/partnerrules/partnerrules/calendar"

// A guid is the number of a tenant or a subscription. The zero value is none.
type guid struct{ hi, lo uint64 }

const (
	guidLen = 36 // of 8-4-4-4-12 digits
	hex     = "0123456789abcdef"
)

// parseGUID reads 8-4-4-4-12 hexadecimal digits of either case, with or without
// braces around them. All zero is refused.
func parseGUID(kind, s string) (guid, error) {
	fault := func(offset int, reason string) (guid, error) {
		return guid{}, &calendar.ParseError{Type: kind, Text: s, Offset: offset, Reason: reason}
	}
	digits, before := s, 0
	if len(s) > 0 && s[0] == '{' {
		if s[len(s)-1] != '}' || len(s) == 1 {
			return fault(len(s), "want a closing brace")
		}
		digits, before = s[1:len(s)-1], 1
	}
	var g guid
	for i := range min(len(digits), guidLen) {
		if isHyphen(i) {
			if digits[i] != '-' {
				return fault(before+i, "want a hyphen")
			}
			continue
		}
		value, ok := hexValue(digits[i])
		if !ok {
			return fault(before+i, "want a hexadecimal digit")
		}
		g.hi, g.lo = g.hi<<4|g.lo>>60, g.lo<<4|value
	}
	switch {
	case len(digits) < guidLen:
		return fault(before+len(digits), "too short: want 8-4-4-4-12 hexadecimal digits")
	case len(digits) > guidLen:
		return fault(before+guidLen, "too long: want 8-4-4-4-12 hexadecimal digits")
	case g == guid{}:
		return fault(0, "all zero")
	}
	return g, nil
}

// isHyphen reports whether a hyphen stands at byte i of a GUID.
func isHyphen(i int) bool { return i == 8 || i == 13 || i == 18 || i == 23 }

func hexValue(c byte) (uint64, bool) {
	switch {
	case c >= '0' && c <= '9':
		return uint64(c - '0'), true
	case c|0x20 >= 'a' && c|0x20 <= 'f':
		return uint64(c|0x20-'a') + 10, true
	}
	return 0, false
}

// append appends the digits in lower case, and nothing for none.
func (g guid) append(b []byte) []byte {
	if g == (guid{}) {
		return b
	}
	for i := range guidLen {
		if isHyphen(i) {
			b = append(b, '-')
			continue
		}
		b = append(b, hex[g.hi>>60])
		g.hi, g.lo = g.hi<<4|g.lo>>60, g.lo<<4
	}
	return b
}

// compare orders GUIDs as their digits; none comes first.
func (g guid) compare(h guid) int {
	switch {
	case g == h:
		return 0
	case g.hi < h.hi || g.hi == h.hi && g.lo < h.lo:
		return -1
	}
	return 1
}
