package calendar_test

import (
	"encoding/binary"
	"testing"
	"time"

	"github.com/partnerrules/partnerrules/calendar"
)

// zone returns a location with one transition, in the form TZif of RFC 9636.
func zone(t *testing.T, at time.Time, before, after time.Duration) *time.Location {
	t.Helper()
	data := append([]byte("TZif"), make([]byte, 16)...)
	for _, count := range []uint32{0, 0, 0, 1, 2, 2} { // one time, two types, two bytes of names
		data = binary.BigEndian.AppendUint32(data, count)
	}
	data = binary.BigEndian.AppendUint32(data, uint32(at.Unix()))
	data = append(data, 1) // the type after the transition
	for _, offset := range []time.Duration{before, after} {
		data = binary.BigEndian.AppendUint32(data, uint32(int32(offset/time.Second)))
		data = append(data, 0, 0)
	}
	loc, err := time.LoadLocationFromTZData("test", append(data, 'A', 0))
	if err != nil {
		t.Fatal(err)
	}
	return loc
}

// If the clocks go forward across midnight, the day begins with the transition, in the
// east and in the west.
func TestDateTime_ForwardAcrossMidnight(t *testing.T) {
	day := calendar.MustParseDate("2020-06-15")
	for _, before := range []time.Duration{10 * time.Hour, -10 * time.Hour} {
		for _, gap := range []time.Duration{30 * time.Minute, time.Hour, 3 * time.Hour} {
			at := time.Date(2020, time.June, 15, 0, 0, 0, 0, time.UTC).Add(-before - gap/2) // half of the gap before midnight
			if got := day.Time(zone(t, at, before, before+gap)); !got.Equal(at) {
				t.Errorf("%s forward by %s: %s, want %s", before, gap, got.UTC(), at)
			}
		}
	}
}
