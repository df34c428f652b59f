package agreement

import (
	"strings"

	"github.com/partnerrules/partnerrules/calendar"
)

const (
	longestEmail = 254
	longestLocal = 64
	atSpecials   = "!#$%&'*+/=?^_`{|}~-"
)

// ParseEmail reads an e-mail address in the form that AGR-04 asks for, and
// returns what stands before and after the @:
//
//   - in all at most 254 bytes, of ASCII;
//   - before the @ 1 to 64 bytes, letters, digits and !#$%&'*+/=?^_`{|}~-, with
//     single dots inside; the quoted form is refused;
//   - after it two labels or more of letters, digits and hyphens, with no hyphen
//     at the ends of a label; or an IPv4 address in brackets.
//
// A fault is a [*calendar.ParseError].
func ParseEmail(s string) (local, domain string, err error) {
	reason, offset := emailFault(s)
	if reason != "" {
		return "", "", &calendar.ParseError{Type: "e-mail address", Text: s, Offset: offset, Reason: reason}
	}
	local, domain, _ = strings.Cut(s, "@")
	return local, domain, nil
}

// emailFault returns an empty reason for an address of the form wanted.
func emailFault(s string) (reason string, offset int) {
	at := strings.IndexByte(s, '@')
	switch {
	case at < 0:
		return "want an @", len(s)
	case at == 0:
		return "nothing before the @", 0
	case at > longestLocal:
		return "more than 64 bytes before the @", longestLocal
	case len(s) > longestEmail:
		return "more than 254 bytes", longestEmail
	}
	if reason, offset = localFault(s[:at]); reason != "" {
		return reason, offset
	}
	domain := s[at+1:]
	if strings.HasPrefix(domain, "[") {
		reason, offset = literalFault(domain)
	} else {
		reason, offset = domainFault(domain)
	}
	return reason, at + 1 + offset
}

func localFault(local string) (reason string, offset int) {
	for i := range len(local) {
		switch c := local[i]; {
		case c == '.' && (i == 0 || i == len(local)-1 || local[i-1] == '.'):
			return "a dot at an end, or two in a row", i
		case c != '.' && !isAlphanumeric(c) && strings.IndexByte(atSpecials, c) < 0:
			return "not allowed before the @", i
		}
	}
	return "", 0
}

func domainFault(domain string) (reason string, offset int) {
	labels := 0
	for label := range strings.SplitSeq(domain, ".") {
		if label == "" {
			return "an empty label", offset
		}
		for i := range len(label) {
			switch c := label[i]; {
			case c == '-' && (i == 0 || i == len(label)-1):
				return "a hyphen at an end of a label", offset + i
			case c != '-' && !isAlphanumeric(c):
				return "not allowed in a domain", offset + i
			}
		}
		labels++
		offset += len(label) + 1
	}
	if labels < 2 {
		return "want two labels or more", len(domain)
	}
	return "", 0
}

// literalFault checks an IPv4 address in brackets, of which the opening one is
// there.
func literalFault(domain string) (reason string, offset int) {
	inner, closed := strings.CutSuffix(domain[1:], "]")
	if !closed {
		return "want a closing bracket at the end", len(domain)
	}
	parts := 0
	offset = 1
	for part := range strings.SplitSeq(inner, ".") {
		if parts++; parts > 4 || !isOctet(part) {
			return "want four numbers from 0 to 255 without leading zeros", offset
		}
		offset += len(part) + 1
	}
	if parts < 4 {
		return "want four numbers from 0 to 255 without leading zeros", len(domain) - 1
	}
	return "", 0
}

func isOctet(s string) bool {
	if len(s) < 1 || len(s) > 3 || len(s) > 1 && s[0] == '0' {
		return false
	}
	n := 0
	for i := range len(s) {
		if !isDigit(s[i]) {
			return false
		}
		n = 10*n + int(s[i]-'0')
	}
	return n <= 255
}

func isAlphanumeric(c byte) bool {
	return isDigit(c) || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
}
