package partnerrules_test

import (
	"strings"
	"testing"

	"github.com/partnerrules/partnerrules"
)

// Error quotes at most 40 bytes of the text, around the offset (INP-08).
func TestInputError(t *testing.T) {
	long := strings.Repeat("x", 100)
	for _, test := range []struct {
		err  partnerrules.InputError
		want string
	}{
		{partnerrules.InputError{Type: "date", Text: "2023-02-29", Offset: 8, Reason: "no"}, `date "2023-02-29" at offset 8: no`},
		{partnerrules.InputError{Type: "date", Text: "2023-02-28" + long, Offset: 10, Reason: "too long"}, `date "2023-02-28` + long[:30] + `"… at offset 10: too long`},
		{partnerrules.InputError{Type: "date", Text: long + "!", Offset: 100, Reason: "no"}, `date …"` + long[:39] + `!" at offset 100: no`},
		{partnerrules.InputError{Type: "attestation", Path: "type", Offset: 7, Reason: "want a string"}, "attestation at offset 7: type: want a string"},
		{partnerrules.InputError{Path: "facts.role", Reason: "invalid"}, "facts.role: invalid"},
		{partnerrules.InputError{Type: "facts", Path: "role", Offset: 3, Reason: "repeated"}, "facts at offset 3: role: repeated"},
		{partnerrules.InputError{Type: "date", Reason: "too short"}, "date at offset 0: too short"},
	} {
		if got := test.err.Error(); got != test.want {
			t.Errorf("got %s, want %s", got, test.want)
		}
	}
}
