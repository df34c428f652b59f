package agreement_test

import (
	"encoding/json"
	"errors"
	"regexp"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/partnerrules/partnerrules"
	. "github.com/partnerrules/partnerrules/agreement"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/internal/texttest"
)

// A round trip through text preserves a timestamp. Its day is the day as written, and
// its instant agrees with package time.
func TestParseTimestamp_RoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := anyWritten().Draw(t, "text")
		got, err := ParseTimestamp(text)
		if err != nil {
			t.Fatal(err)
		}
		zoned := text
		if !strings.ContainsAny(text[10:], "Z+-") {
			zoned += "Z"
		}
		want, err := time.Parse(time.RFC3339Nano, zoned)
		if err != nil {
			t.Fatal(err)
		}
		if got.String() != text || got.Day().String() != text[:10] || got.IsZero() || !got.IsSet() {
			t.Errorf("%s is written back as %s, with the day %s", text, got, got.Day())
		}
		instant, ok := got.Instant()
		if !ok || !instant.Equal(want) || got.UTCDay() != calendar.DateIn(want, time.UTC) {
			t.Errorf("%s is %v on %v, want %v", text, instant, got.UTCDay(), want)
		}
		if utc := got.UTC(); utc.Compare(got) != 0 || !utcForm.MatchString(utc.String()) || utc.UTC() != utc || len(utc.String()) > max(len(text)+1, 24) {
			t.Errorf("%s is %s in UTC", text, utc)
		}
	})
}

var utcForm = regexp.MustCompile(`^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3,9}Z$`)

// NewTimestamp preserves the instant. It is written in UTC, with at least three
// fractional digits and no more than the instant needs.
func TestNewTimestamp(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		instant := anyInstant().Draw(t, "instant")
		at := NewTimestamp(instant.In(time.FixedZone("", 3600)))
		got, ok := at.Instant()
		text := at.String()
		if !ok || !got.Equal(instant) || !utcForm.MatchString(text) || len(text) > 24 && text[len(text)-2] == '0' {
			t.Errorf("%v is written as %s", instant, text)
		}
		if again := MustParseTimestamp(text); again != at || !again.Equal(at) {
			t.Errorf("%s parses to %s", text, again)
		}
	})
	for nanos, want := range map[int]string{0: "000", 500_000_000: "500", 1_000_000: "001", 100_000: "0001", 1: "000000001", 311_222_600: "3112226"} {
		at := NewTimestamp(time.Date(2021, 8, 17, 18, 13, 11, nanos, time.UTC))
		if at.String() != "2021-08-17T18:13:11."+want+"Z" {
			t.Errorf("%d ns are written as %s", nanos, at)
		}
	}
	for _, invalid := range []time.Time{{}, time.Date(0, 12, 31, 23, 0, 0, 0, time.UTC), time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC)} {
		if !NewTimestamp(invalid).IsZero() {
			t.Errorf("NewTimestamp(%v) = %s, want zero", invalid, NewTimestamp(invalid))
		}
	}
}

// A date alone has a day and no instant. The zero Timestamp has neither.
func TestDateTimestamp(t *testing.T) {
	alone := DateTimestamp(day("2023-05-01"))
	if _, ok := alone.Instant(); ok || alone.String() != "2023-05-01" || alone.Day() != alone.UTCDay() || alone != MustParseTimestamp("2023-05-01") {
		t.Errorf("a date alone is %v", alone)
	}
	if got := alone.UTC().String(); got != "2023-05-01T00:00:00.000Z" {
		t.Errorf("UTC() = %s", got)
	}
	if midnight := MustParseTimestamp("2023-05-01T02:00:00+02:00"); alone.Compare(midnight) != 0 {
		t.Error("a date alone is not its midnight in UTC")
	}
	var zero Timestamp
	if DateTimestamp(calendar.Date{}) != zero || zero.String() != "no timestamp" || zero.UTC() != zero || !zero.UTCDay().IsZero() || zero.IsSet() {
		t.Errorf("the timestamp of the zero Date is %v", DateTimestamp(calendar.Date{}))
	}
	if _, ok := zero.Instant(); ok {
		t.Error("the zero Timestamp has an instant")
	}
	if text, err := zero.MarshalText(); len(text) != 0 || err != nil {
		t.Errorf("the zero Timestamp marshals to %q, %v", text, err)
	}
	kept := alone
	if err := kept.UnmarshalText([]byte("2023-05-32")); err == nil || kept != alone {
		t.Errorf("after the error %v, the timestamp is %v", err, kept)
	}
	if err := kept.UnmarshalText(nil); err != nil || kept != zero {
		t.Errorf("the empty text unmarshals to %v, %v", kept, err)
	}
}

// Compare orders instants, whatever their zones.
func TestTimestampCompare(t *testing.T) {
	ordered := []Timestamp{
		{},
		MustParseTimestamp("0001-01-01T00:00:00+23:59"), // in the year 0
		MustParseTimestamp("2023-05-01T00:30:00+02:00"),
		MustParseTimestamp("2023-04-30T23:00:00Z"),
		DateTimestamp(day("2023-05-01")),
		MustParseTimestamp("2023-05-01T00:00:00.000000001Z"),
		MustParseTimestamp("2023-05-01T00:00:00.1"),
		MustParseTimestamp("2023-04-30T16:00:01-08:00"),
	}
	for i, a := range ordered {
		for j, b := range ordered {
			want := 0
			if i != j {
				want = 2*map[bool]int{true: 1}[i > j] - 1
			}
			if got := a.Compare(b); got != want {
				t.Errorf("(%s).Compare(%s) = %d, want %d", a, b, got, want)
			}
		}
	}
}

// A placeholder date in UTC is not set (AGR-08).
func TestTimestampIsSet(t *testing.T) {
	for text, want := range map[string]bool{
		"0001-01-01T00:00:00":       false,
		"0001-12-31T23:59:59.9Z":    false,
		"0002-01-01T00:00:00Z":      true,
		"0002-01-01T00:30:00+01:00": false,
		"0001-12-31T23:30:00-01:00": true,
		"0001-12-31":                false,
		"0002-01-01":                true,
		"0001-01-01T00:00:00+01:00": false,
		"1899-12-31T23:59:59.999Z":  true,
		"1900-01-01":                false,
		"1900-01-01T00:00:00":       false,
		"1900-01-01T23:59:59.999Z":  false,
		"1900-01-01T01:00:00+02:00": true,
		"1900-01-02T01:00:00+02:00": false,
		"1900-01-02":                true,
		"9999-12-30T23:59:59.999Z":  true,
		"9999-12-31T00:00:00Z":      false,
		"9999-12-31T23:59:59.999Z":  false,
		"9999-12-30T23:00:00-01:00": false,
		"9999-12-31T00:59:59+01:00": true,
	} {
		if got := MustParseTimestamp(text); got.IsSet() != want || got.IsZero() {
			t.Errorf("(%s).IsSet() = %v, want %v", text, got.IsSet(), want)
		}
	}
	before, after := MustParseTimestamp("0001-01-01T00:00:00+01:00"), MustParseTimestamp("9999-12-31T23:30:00-01:00")
	if !before.UTCDay().IsZero() || !after.UTCDay().IsZero() || !before.UTC().IsZero() || !after.UTC().IsZero() {
		t.Errorf("outside of the years 1 to 9999 the days are %v and %v, want zero", before.UTCDay(), after.UTCDay())
	}
}

// An error has the offset of the fault.
func TestParseTimestamp_Offset(t *testing.T) {
	for text, offset := range map[string]int{
		"":                                  0,
		"2023-05-0":                         9,
		"2023-05-32":                        8,
		"2023-05-01 ":                       11,
		"2023-05-01 00:00:00":               10,
		"2023-05-01t00:00:00":               10,
		"2023-05-01T00:00":                  16,
		"2023-05-01T24:00:00":               11,
		"2023-05-01T23:60:00":               14,
		"2023-05-01T23:59:60":               17,
		"2023-05-01T23-59:59":               13,
		"2023-05-01T23:59-59":               16,
		"2023-05-01T2x:59:59":               12,
		"2023-05-01T23:x9:59":               14,
		"2023-05-01T23:59:5x":               18,
		"2023-05-01T23:59:59.":              20,
		"2023-05-01T23:59:59.Z":             20,
		"2023-05-01T23:59:59.1234567890Z":   29,
		"2023-05-01T23:59:59,5Z":            19,
		"2023-05-01T23:59:59z":              19,
		"2023-05-01T23:59:59Z ":             20,
		"2023-05-01T23:59:59.123Z0":         24,
		"2023-05-01T23:59:59+0200":          24,
		"2023-05-01T23:59:59+02:00x":        25,
		"2023-05-01T23:59:59+24:00":         20,
		"2023-05-01T23:59:59+02:60":         20,
		"2023-05-01T23:59:59+x2:00":         20,
		"2023-05-01T23:59:59+02:0x":         24,
		"2023-05-01T23:59:59+02-00":         22,
		"2023-05-01T23:59:59.5+":            22,
		"0000-05-01T23:59:59Z":              0,
		"２０２３-05-01":                        0,
		"2023-05-01T23:59:59.000\u00e9":     23,
		"2023-05-01T00:00:00.000Z/2023-05-": 24,
	} {
		got, err := ParseTimestamp(text)
		var bad *partnerrules.InputError
		if !errors.As(err, &bad) || bad.Type != "timestamp" || bad.Text != text || bad.Offset != offset || bad.Reason == "" || !got.IsZero() {
			t.Errorf("ParseTimestamp(%q) = %v, %v, want offset %d", text, got, err, offset)
		}
	}
	for _, text := range []string{"2023-05-01T23:59:59-00:00", "2023-05-01T23:59:59+00:00", "2023-05-01T00:00:00+23:59", "2023-05-01T00:00:00-23:59"} {
		if got, err := ParseTimestamp(text); err != nil || got.String() != text {
			t.Errorf("%s parses to %v, %v", text, got, err)
		}
	}
	defer func() {
		if recover() == nil {
			t.Error("MustParseTimestamp does not panic")
		}
	}()
	MustParseTimestamp("today")
}

func TestTimestamp_JSON(t *testing.T) {
	type holder struct {
		T Timestamp `json:"t,omitzero"`
	}
	for text, want := range map[string]holder{
		`{}`: {}, `{"t":"2023-05-01"}`: {DateTimestamp(day("2023-05-01"))}, `{"t":"2023-05-01T00:00:00"}`: {MustParseTimestamp("2023-05-01T00:00:00")},
	} {
		var got holder
		if err := json.Unmarshal([]byte(text), &got); err != nil || got != want {
			t.Errorf("%s unmarshals to %v, %v", text, got, err)
		}
		if again, err := json.Marshal(want); err != nil || string(again) != text {
			t.Errorf("%v marshals to %s, %v", want, again, err)
		}
	}
}

// ParseTimestamp accepts only texts that package time accepts, with the same instant.
// It rejects only texts that package time rejects, or that do not have its own form.
func FuzzParseTimestamp(f *testing.F) {
	for _, seed := range []string{
		"2018-06-14T00:00:00.000Z", "2019-08-26T00:00:00", "2021-08-17T18:13:11.3122226Z", "2023-05-01T00:30:00+02:00",
		"2023-05-01", "2023-05-01T00:00:00-00:00", "0001-01-01T00:00:00", "2023-02-29T00:00:00Z", "2023-05-01T23:59:60Z", "2024-02-29T23:59:59.123456789-23:59",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		got, err := ParseTimestamp(text)
		if err != nil {
			var bad *partnerrules.InputError
			if !errors.As(err, &bad) || bad.Text != text || bad.Offset < 0 || bad.Offset > len(text) {
				t.Fatalf("%q: %#v", text, err)
			}
			if want, err := time.Parse(time.RFC3339Nano, text); err == nil && ownForm.MatchString(text) && want.Year() > 0 && text[:4] != "0000" {
				t.Fatalf("%q is rejected: %v", text, bad)
			}
			return
		}
		if got.String() != text {
			t.Fatalf("%q is written back as %q", text, got)
		}
		var want time.Time
		for _, layout := range []string{time.RFC3339Nano, "2006-01-02T15:04:05.999999999", time.DateOnly} {
			if want, err = time.Parse(layout, text); err == nil {
				break
			}
		}
		if err != nil {
			t.Fatalf("%q is accepted, but package time rejects it: %v", text, err)
		}
		if instant, ok := got.Instant(); ok && !instant.Equal(want) || got.Day() != calendar.DateIn(want, want.Location()) && want.Year() > 1 {
			t.Fatalf("%q is %v on %v, want %v", text, instant, got.Day(), want)
		}
	})
}

var ownForm = regexp.MustCompile(`^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,9})?(Z|[+-]([01][0-9]|2[0-3]):[0-5][0-9])$`)

func FuzzUnmarshalText(f *testing.F) {
	for _, seed := range []string{"2023-05-01T00:00:00Z", "2023-05-01", "2023-05-01T00:00:00.5-00:00", "", "no timestamp"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		texttest.CheckReading[Timestamp](t, text)
	})
}
