package calendar_test

import (
	"testing"

	. "github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/internal/texttest"
)

// What is read is written so that it is read as the same.
func FuzzUnmarshalText(f *testing.F) {
	for _, seed := range []string{"2024-02-29", "2024-03-01/2024-03-30", "2024-03-01/..", "covered", "unknown", ""} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		texttest.CheckReading[Date](t, text)
		texttest.CheckReading[Period](t, text)
		texttest.CheckReading[Coverage](t, text)
	})
}
