package quote_test

import (
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	. "github.com/partnerrules/partnerrules/internal/quote"
)

func TestAround(t *testing.T) {
	digits := strings.Repeat("0123456789", 5) // 50 bytes
	for _, test := range []struct {
		text   string
		offset int
		want   string
	}{
		{"", 0, `""`},
		{"a\nb", 2, `"a\nb"`},
		{digits[:40], 40, `"` + digits[:40] + `"`},
		{digits[:41], 20, `"` + digits[:40] + `"…`},
		{digits[:41], 21, `…"` + digits[1:41] + `"`},
		{digits, 0, `"` + digits[:40] + `"…`},
		{digits, 25, `…"` + digits[5:45] + `"…`},
		{digits, 50, `…"` + digits[10:] + `"`},
		{"a" + strings.Repeat("é", 30), 0, `"a` + strings.Repeat("é", 19) + `"…`},
		{strings.Repeat("é", 30) + "a", 61, `…"` + strings.Repeat("é", 19) + `a"`},
		{strings.Repeat("é", 21), 42, `…"` + strings.Repeat("é", 20) + `"`},
		{strings.Repeat("😀", 11), 20, `"` + strings.Repeat("😀", 10) + `"…`},
		{strings.Repeat("😀", 11), 22, `…"` + strings.Repeat("😀", 9) + `"…`},
		{strings.Repeat("😀", 13), 25, `…"` + strings.Repeat("😀", 9) + `"…`},
		{"a" + strings.Repeat("😀", 10), 0, `"a` + strings.Repeat("😀", 9) + `"…`},
		{strings.Repeat("😀", 10) + "a", 41, `…"` + strings.Repeat("😀", 9) + `a"`},
		{strings.Repeat("\x80", 50), 0, `"` + strings.Repeat(`\x80`, 37) + `"…`},
	} {
		if got := Around(test.text, test.offset); got != test.want {
			t.Errorf("%q at %d: %s, want %s", test.text, test.offset, got, test.want)
		}
	}
}

// The quoted part has at most 40 bytes, holds whole characters of the text, and is
// around the offset.
func TestAround_Law(t *testing.T) {
	letters := rapid.StringOfN(rapid.RuneFrom([]rune("aé€😀\n")), 0, 100, -1)
	rapid.Check(t, func(t *rapid.T) {
		before, after := letters.Draw(t, "before"), letters.Draw(t, "after")
		text := before + "!" + after
		quoted := Around(text, len(before))
		part, err := strconv.Unquote(strings.Trim(quoted, "…"))
		if err != nil || len(part) > Most || !utf8.ValidString(part) || !strings.Contains(text, part) || !strings.Contains(part, "!") {
			t.Fatalf("%s: %q of %d bytes, %v", quoted, part, len(part), err)
		}
		if strings.HasPrefix(quoted, "…") == strings.HasPrefix(text, part) || strings.HasSuffix(quoted, "…") == strings.HasSuffix(text, part) {
			t.Fatalf("%q: %s", text, quoted)
		}
		if len(text) > Most && len(part) < Most-2*(utf8.UTFMax-1) {
			t.Fatalf("%q: %s is too short", text, quoted)
		}
	})
}
