package calendar_test

import (
	"testing"

	. "github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/internal/texttest"
)

// A text that can be unmarshaled survives a round trip.
func FuzzUnmarshalText(f *testing.F) {
	for _, seed := range []string{"2024-02-29", "2024-03-01/2024-03-30", "2024-03-01/..", "published", "unknown", ""} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		texttest.CheckReading[Date](t, text)
		texttest.CheckReading[Period](t, text)
		texttest.CheckReading[Coverage](t, text)
	})
}
