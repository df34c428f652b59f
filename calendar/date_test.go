package calendar_test

import (
	"database/sql"
	"database/sql/driver"
	"encoding"
	"encoding/json"
	"errors"
	"fmt"
	"testing"
	"time"
	_ "time/tzdata" // locations are the same on every machine

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"github.com/partnerrules/partnerrules"
	. "github.com/partnerrules/partnerrules/calendar"
)

var (
	_ encoding.TextAppender    = Date{}
	_ encoding.TextMarshaler   = Date{}
	_ encoding.TextUnmarshaler = (*Date)(nil)
	_ driver.Valuer            = Date{}
	_ sql.Scanner              = (*Date)(nil)
	_ fmt.Stringer             = Date{}
)

var (
	minDate = MustParseDate("0001-01-01")
	maxDate = MustParseDate("9999-12-31")
)

const allDays = 3652059

// anyDate draws dates. It draws the ends of the range and the end of February more
// often than other days.
func anyDate() *rapid.Generator[Date] {
	return rapid.Custom(func(t *rapid.T) Date {
		d := minDate.AddDays(rapid.IntRange(0, allDays-1).Draw(t, "day"))
		switch rapid.IntRange(0, 9).Draw(t, "kind") {
		case 0:
			return minDate.AddDays(rapid.IntRange(0, 40).Draw(t, "from the first"))
		case 1:
			return maxDate.AddDays(-rapid.IntRange(0, 40).Draw(t, "to the last"))
		case 2:
			year, _, _ := d.Date()
			march, _ := NewDate(year, time.March, 1)
			return Max(minDate, march.AddDays(-rapid.IntRange(0, 2).Draw(t, "end of February")))
		}
		return d
	})
}

// anyOrZeroDate draws dates, with the zero Date among them.
func anyOrZeroDate() *rapid.Generator[Date] {
	return rapid.OneOf(rapid.Just(Date{}), anyDate(), anyDate(), anyDate())
}

// Package time is the reference for each day of the range.
func TestDate_EveryDay(t *testing.T) {
	want := time.Date(1, time.January, 1, 0, 0, 0, 0, time.UTC)
	d := minDate
	buf := make([]byte, 0, 16)
	for i := range allDays {
		year, month, day := d.Date()
		wantYear, wantMonth, wantDay := want.Date()
		if year != wantYear || month != wantMonth || day != wantDay {
			t.Fatalf("day %d is %04d-%02d-%02d, want %v", i, year, month, day, want)
		}
		if d.Weekday() != want.Weekday() || d.YearDay() != want.YearDay() {
			t.Fatalf("%v has weekday %v and day of year %d, want %v and %d", d, d.Weekday(), d.YearDay(), want.Weekday(), want.YearDay())
		}
		if made, err := NewDate(year, month, day); err != nil || made != d {
			t.Fatalf("NewDate(%d, %d, %d) = %v, %v, want %v", year, month, day, made, err, d)
		}
		buf, _ = d.AppendText(buf[:0])
		if text := string(want.AppendFormat(nil, time.DateOnly)); string(buf) != text {
			t.Fatalf("AppendText of %v = %s", text, buf)
		}
		if read, err := ParseDate(string(buf)); err != nil || read != d {
			t.Fatalf("ParseDate(%s) = %v, %v", buf, read, err)
		}
		if in := DateIn(want.Add(23*time.Hour), time.UTC); in != d && i > 0 {
			t.Fatalf("DateIn(%v) = %v", want, in)
		}
		d, want = d.AddDays(1), want.AddDate(0, 0, 1)
	}
	if !d.IsZero() {
		t.Errorf("the day after 9999-12-31 is %v, want the zero Date", d)
	}
}

// Operations on the zero Date return zero values. It sorts first, but is neither
// before nor after another date.
func TestDate_Zero(t *testing.T) {
	var zero Date
	year, month, day := zero.Date()
	if !zero.IsZero() || zero == minDate || year != 0 || month != 0 || day != 0 ||
		zero.Year() != 0 || zero.Month() != 0 || zero.Day() != 0 || zero.YearDay() != 0 || zero.Weekday() != -1 {
		t.Errorf("the zero Date has fields: %d-%d-%d, weekday %v", year, month, day, zero.Weekday())
	}
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.Int().Draw(t, "n")
		d := anyOrZeroDate().Draw(t, "d")
		for name, got := range map[string]Date{
			"AddDays": zero.AddDays(n), "AddMonths": zero.AddMonths(n), "AddYears": zero.AddYears(n),
			"Min": Min(zero, d), "Min, swapped": Min(d, zero), "Max": Max(zero, d), "Max, swapped": Max(d, zero),
		} {
			if !got.IsZero() {
				t.Errorf("%s with the zero Date = %v, want the zero Date", name, got)
			}
		}
		if zero.Before(d) || zero.After(d) || d.Before(zero) || d.After(zero) {
			t.Errorf("the zero Date is before or after %v", d)
		}
		if _, ok := zero.DaysSince(d); ok {
			t.Errorf("the zero Date has a known number of days since %v", d)
		}
		if _, ok := d.DaysSince(zero); ok {
			t.Errorf("%v has a known number of days since the zero Date", d)
		}
		if want := boolInt(!d.IsZero()); d.Compare(zero) != want || zero.Compare(d) != -want {
			t.Errorf("Compare does not sort the zero Date before %v", d)
		}
	})
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

// The order of dates is the order of their days.
func TestDate_Order(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d, e := anyDate().Draw(t, "d"), anyDate().Draw(t, "e")
		days, ok := d.DaysSince(e)
		if !ok || e.AddDays(days) != d {
			t.Fatalf("%v.DaysSince(%v) = %d, %v", d, e, days, ok)
		}
		sign := boolInt(days > 0) - boolInt(days < 0)
		if d.Compare(e) != sign || d.Before(e) != (sign < 0) || d.After(e) != (sign > 0) || d.Equal(e) != (sign == 0) {
			t.Errorf("the order of %v and %v differs from the sign of %d days", d, e, days)
		}
		if lo, hi := Min(d, e), Max(d, e); lo.After(hi) || (lo != d && lo != e) || (hi != d && hi != e) || sign != 0 && lo == hi {
			t.Errorf("Min and Max of %v and %v are %v and %v", d, e, lo, hi)
		}
	})
}

// AddDays returns the zero Date if and only if the result is out of range.
func TestDate_AddDaysRange(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := anyDate().Draw(t, "d")
		n := rapid.OneOf(rapid.Int(), rapid.IntRange(-2*allDays, 2*allDays)).Draw(t, "n")
		toFirst, _ := minDate.DaysSince(d)
		toLast, _ := maxDate.DaysSince(d)
		got := d.AddDays(n)
		if inside := toFirst <= n && n <= toLast; got.IsZero() == inside {
			t.Fatalf("%v.AddDays(%d) = %v", d, n, got)
		}
		if days, ok := got.DaysSince(d); ok && days != n {
			t.Errorf("%v.AddDays(%d) = %v, which is %d days later", d, n, got, days)
		}
	})
}

// addMonths is the definition of AddMonths in terms of package time. It goes to the
// month and takes the same day, or the last day of a shorter month.
func addMonths(d Date, n int) Date {
	year, month, day := d.Date()
	first := time.Date(year, month+time.Month(n), 1, 0, 0, 0, 0, time.UTC)
	for ; day > 0; day-- {
		t := first.AddDate(0, 0, day-1)
		if t.Month() == first.Month() {
			return DateIn(t.Add(time.Hour), time.UTC)
		}
	}
	return Date{}
}

// AddMonths agrees with its definition, and AddYears adds twelve months a year.
func TestDate_AddMonths(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := anyDate().Draw(t, "d")
		n := rapid.IntRange(-12*10001, 12*10001).Draw(t, "n")
		if got, want := d.AddMonths(n), addMonths(d, n); got != want {
			t.Errorf("%v.AddMonths(%d) = %v, want %v", d, n, got, want)
		}
		if years := n / 12; d.AddYears(years) != d.AddMonths(12*years) {
			t.Errorf("%v.AddYears(%d) = %v, want %v", d, years, d.AddYears(years), d.AddMonths(12*years))
		}
	})
}

// Huge distances do not overflow.
func TestDate_AddHuge(t *testing.T) {
	const most = int(^uint(0) >> 1)
	for _, n := range []int{most, most - 1, -most, -most - 1, most / 12, -most / 12, 12 * 9999, -12 * 9999} {
		if got := minDate.AddMonths(n); !got.IsZero() {
			t.Errorf("AddMonths(%d) = %v, want the zero Date", n, got)
		}
		if got := maxDate.AddYears(n); !got.IsZero() {
			t.Errorf("AddYears(%d) = %v, want the zero Date", n, got)
		}
		if got := maxDate.AddDays(n); n > 0 && !got.IsZero() {
			t.Errorf("AddDays(%d) = %v, want the zero Date", n, got)
		}
	}
	if got := maxDate.AddMonths(-12 * 9998); got != MustParseDate("0001-12-31") {
		t.Errorf("9998 years before %v is %v", maxDate, got)
	}
	if got := minDate.AddYears(9998); got != MustParseDate("9999-01-01") {
		t.Errorf("9998 years after %v is %v", minDate, got)
	}
}

// Anniversaries are counted from the first date, so 29 February returns in leap
// years (CAL-03).
func TestDate_AddYearsLeapDay(t *testing.T) {
	start := MustParseDate("2024-02-29")
	for n, want := range map[int]string{
		1: "2025-02-28", 2: "2026-02-28", 3: "2027-02-28", 4: "2028-02-29", 76: "2100-02-28", 376: "2400-02-29",
	} {
		if got := start.AddYears(n).String(); got != want {
			t.Errorf("anniversary %d is %s, want %s", n, got, want)
		}
	}
}

// NewDate does not normalize its arguments.
func TestNewDate_Invalid(t *testing.T) {
	for _, test := range []struct {
		year  int
		month time.Month
		day   int
		name  string
	}{
		{0, 1, 1, "year"},
		{10000, 1, 1, "year"},
		{-1, 1, 1, "year"},
		{2024, 0, 1, "month"},
		{2024, 13, 1, "month"},
		{2024, -1, 1, "month"},
		{2024, 2, 30, "day"},
		{2023, 2, 29, "day"},
		{1900, 2, 29, "day"},
		{2024, 4, 31, "day"},
		{2024, 1, 0, "day"},
		{2024, 1, -1, "day"},
	} {
		got, err := NewDate(test.year, test.month, test.day)
		var bad *partnerrules.InputError
		if !errors.As(err, &bad) || bad.Path != test.name || !got.IsZero() {
			t.Errorf("NewDate(%d, %d, %d) = %v, %v, want an error for %s", test.year, test.month, test.day, got, err, test.name)
		}
	}
	if _, err := NewDate(2023, 2, 29); err == nil || err.Error() != "day: 29 is not within 1 to 28" {
		t.Errorf("the error is %q", err)
	}
}

// The error of ParseDate has the position of the fault.
func TestParseDate_Offset(t *testing.T) {
	for text, offset := range map[string]int{
		"":                     0,
		"2024":                 4,
		"2024-2-29":            6,
		"2024-02-2":            9,
		"2024-02-291":          10,
		"2024-02-29T00:00:00Z": 10,
		"2024/02/29":           4,
		"2024-02/29":           7,
		"+024-02-29":           0,
		"2o24-02-29":           1,
		"2024-02- 9":           8,
		"0000-01-01":           0,
		"2024-00-10":           5,
		"2024-13-10":           5,
		"2024-01-00":           8,
		"2024-01-32":           8,
		"2023-02-29":           8,
		"1900-02-29":           8,
		"２０２４-02-29":           0,
	} {
		d, err := ParseDate(text)
		var bad *partnerrules.InputError
		if !errors.As(err, &bad) {
			t.Errorf("ParseDate(%q) = %v, %v", text, d, err)
			continue
		}
		if bad.Type != "date" || bad.Text != text || bad.Offset != offset || bad.Reason == "" || !d.IsZero() {
			t.Errorf("ParseDate(%q) = %v, %v, want offset %d", text, d, err, offset)
		}
	}
	_, err := ParseDate("2023-02-29")
	if want := `date "2023-02-29" at offset 8: day 29 is not within 1 to 28`; err == nil || err.Error() != want {
		t.Errorf("the error is %q, want %q", err, want)
	}
}

func TestMustParse_Panics(t *testing.T) {
	for name, parse := range map[string]func(){
		"date":   func() { MustParseDate("2023-02-29") },
		"period": func() { MustParsePeriod("2023-02-28") },
	} {
		t.Run(name, func(t *testing.T) {
			defer func() {
				if recover() == nil {
					t.Error("an invalid text did not panic")
				}
			}()
			parse()
		})
	}
}

// The date of an instant depends on the location, not on the zone of the instant.
func TestDateIn(t *testing.T) {
	east, west := time.FixedZone("east", 14*3600), time.FixedZone("west", -12*3600)
	instant := time.Date(2024, 2, 29, 12, 0, 0, 0, time.UTC)
	for _, test := range []struct {
		t    time.Time
		loc  *time.Location
		want string
	}{
		{instant, time.UTC, "2024-02-29"},
		{instant, east, "2024-03-01"},
		{instant, west, "2024-02-29"},
		{instant.Add(-time.Nanosecond), west, "2024-02-28"},
		{instant.In(east), time.UTC, "2024-02-29"},
		{instant, nil, "no date"},
		{time.Time{}, time.UTC, "no date"},
		{time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC), time.UTC, "no date"},
		{time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC), west, "9999-12-31"},
		{time.Date(0, 12, 31, 23, 0, 0, 0, time.UTC), time.UTC, "no date"},
		{time.Date(0, 12, 31, 23, 0, 0, 0, time.UTC), east, "0001-01-01"},
	} {
		if got := DateIn(test.t, test.loc).String(); got != test.want {
			t.Errorf("DateIn(%v, %v) = %s, want %s", test.t, test.loc, got, test.want)
		}
	}
}

func TestDate_JSON(t *testing.T) {
	type record struct {
		Paid    Date          `json:"paid"`
		Renewed Date          `json:"renewed,omitzero"`
		Fees    map[Date]bool `json:"fees,omitempty"`
	}
	rapid.Check(t, func(t *rapid.T) {
		in := record{Paid: anyOrZeroDate().Draw(t, "paid"), Renewed: anyOrZeroDate().Draw(t, "renewed")}
		if d := anyDate().Draw(t, "key"); d.Day() > 15 {
			in.Fees = map[Date]bool{d: true}
		}
		text, err := json.Marshal(in)
		if err != nil {
			t.Fatal(err)
		}
		var out record
		if err := json.Unmarshal(text, &out); err != nil {
			t.Fatalf("%s: %v", text, err)
		}
		if diff := cmp.Diff(in, out); diff != "" {
			t.Errorf("%s: %s", text, diff)
		}
	})
	text, err := json.Marshal(record{})
	if err != nil || string(text) != `{"paid":""}` {
		t.Errorf("the JSON of the zero Date is %s, %v", text, err)
	}
	kept := record{Paid: maxDate}
	if err := json.Unmarshal([]byte(`{"paid":"2024-02-30"}`), &kept); err == nil || kept.Paid != maxDate {
		t.Errorf("an invalid date returned the error %v and left %v", err, kept.Paid)
	}
}

// Scan reads what Value returns, and rejects other types and times of day.
func TestDate_SQL(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := anyOrZeroDate().Draw(t, "d")
		value, err := d.Value()
		if err != nil || !driver.IsValue(value) {
			t.Fatalf("%v.Value() = %v, %v", d, value, err)
		}
		if _, isText := value.(string); !d.IsZero() && !isText || d.IsZero() && value != nil {
			t.Fatalf("the value of %v is %#v", d, value)
		}
		sources := []any{value}
		if year, month, day := d.Date(); !d.IsZero() {
			zone := time.FixedZone("zone", rapid.IntRange(-12*3600, 14*3600).Draw(t, "offset"))
			sources = append(sources, []byte(d.String()))
			if midnight := time.Date(year, month, day, 0, 0, 0, 0, zone); !midnight.IsZero() {
				sources = append(sources, midnight)
			}
		}
		for _, source := range sources {
			got := maxDate
			if err := got.Scan(source); err != nil || got != d {
				t.Errorf("Scan(%v) = %v, %v, want %v", source, got, err, d)
			}
		}
	})
	midnight := time.Date(2024, 2, 29, 0, 0, 0, 0, time.UTC)
	for _, source := range []any{
		20240229, 1.5, true, "2024-02-30", []byte("x"), midnight.Add(time.Nanosecond), midnight.Add(time.Hour),
		midnight.Add(time.Minute), midnight.Add(time.Second), time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC),
	} {
		got := maxDate
		if err := got.Scan(source); err == nil || got != maxDate {
			t.Errorf("Scan(%v) returned the error %v and left %v", source, err, got)
		}
	}
}

// Scan reads the zero time as the zero Date, and the first instant of a day as the
// day if the day has no midnight (INP-07).
func TestDate_ScanTime(t *testing.T) {
	for _, test := range []struct{ location, instant, want string }{
		{"UTC", "0001-01-01T00:00:00Z", ""},
		{"America/Sao_Paulo", "0001-01-01T00:00:00Z", ""},
		{"Asia/Tokyo", "0001-01-01T00:00:00Z", ""},
		{"UTC", "0001-01-01T00:00:00.000000001Z", "error"},
		{"UTC", "0001-01-02T00:00:00Z", "0001-01-02"},
		{"America/Sao_Paulo", "2018-11-04T00:00:00-03:00", "2018-11-04"}, // shown as 01:00-02:00
		{"America/Sao_Paulo", "2018-11-04T00:00:00.000000001-03:00", "error"},
		{"America/Sao_Paulo", "2018-11-04T02:00:00-02:00", "error"},
		{"America/Sao_Paulo", "2018-11-03T23:00:00-03:00", "error"},
		{"America/Sao_Paulo", "2018-11-03T23:59:59.999999999-03:00", "error"},
		{"America/Sao_Paulo", "2018-11-03T00:00:00-03:00", "2018-11-03"},
		{"America/Sao_Paulo", "2018-11-03T01:00:00-03:00", "error"},
		{"America/Sao_Paulo", "2018-02-17T23:00:00-03:00", "error"}, // 23:00 for the second time
		{"America/Havana", "2018-11-04T00:00:00-04:00", "2018-11-04"},
		{"America/Havana", "2018-11-04T00:00:00-05:00", "2018-11-04"}, // midnight for the second time
		{"America/St_Johns", "2006-10-28T23:01:00-03:30", "error"},    // after 00:01 on the next day
		{"Pacific/Apia", "2011-12-31T00:00:00+14:00", "2011-12-31"},   // after the 29th
	} {
		location, err := time.LoadLocation(test.location)
		if err != nil {
			t.Fatal(err)
		}
		instant, err := time.Parse(time.RFC3339Nano, test.instant)
		if err != nil {
			t.Fatal(err)
		}
		got, want := maxDate, maxDate
		if err = got.Scan(instant.In(location)); err == nil {
			want = Date{}
		}
		if test.want != "" && test.want != "error" {
			want = MustParseDate(test.want)
		}
		if got != want || (err != nil) != (test.want == "error") {
			t.Errorf("%v: %v, %v, want %s", instant.In(location), got, err, test.want)
		}
	}
}

// Package time is the reference.
// Time returns the first instant of a day, also if clocks change around midnight.
func TestDate_Time(t *testing.T) {
	for _, test := range []struct{ location, date, want string }{
		{"UTC", "2024-02-29", "2024-02-29T00:00:00Z"},
		{"UTC", "0001-01-01", "0001-01-01T00:00:00Z"},
		{"UTC", "9999-12-31", "9999-12-31T00:00:00Z"},
		{"Asia/Tokyo", "2024-02-29", "2024-02-29T00:00:00+09:00"},
		{"Europe/Berlin", "2024-03-31", "2024-03-31T00:00:00+01:00"}, // the clocks change later on this day
		{"Europe/Berlin", "2024-10-27", "2024-10-27T00:00:00+02:00"},
		{"America/Sao_Paulo", "2018-11-04", "2018-11-04T01:00:00-02:00"}, // no midnight
		{"America/Sao_Paulo", "2018-02-18", "2018-02-18T00:00:00-03:00"}, // after 23:00 for the second time
		{"Asia/Beirut", "2022-03-27", "2022-03-27T01:00:00+03:00"},       // no midnight, east of Greenwich
		{"America/Havana", "2018-11-04", "2018-11-04T00:00:00-04:00"},    // midnight comes twice
		{"Asia/Amman", "2012-10-26", "2012-10-26T00:00:00+03:00"},
		{"Atlantic/Azores", "2018-10-28", "2018-10-28T00:00:00Z"},          // midnight comes twice
		{"America/St_Johns", "2006-10-29", "2006-10-29T00:00:00-02:30"},    // back to the day before at 00:01
		{"Pacific/Apia", "2011-12-30", "2011-12-31T00:00:00+14:00"},        // left out
		{"Pacific/Apia", "2011-12-31", "2011-12-31T00:00:00+14:00"},        // after the 29th
		{"Pacific/Kwajalein", "1993-08-21", "1993-08-22T00:00:00+12:00"},   // left out
		{"America/Juneau", "1867-10-18", "1867-10-18T00:00:00+15:02"},      // the next day has the same date
		{"America/Sao_Paulo", "2018-11-05", "2018-11-05T00:00:00-02:00"},   // an ordinary day
		{"America/Los_Angeles", "2024-07-01", "2024-07-01T00:00:00-07:00"}, // an ordinary day
		{"Africa/Casablanca", "2024-03-10", "2024-03-10T00:00:00+01:00"},   // back at 03:00
		{"Antarctica/Troll", "2024-03-31", "2024-03-31T00:00:00Z"},         // two hours forward at 01:00
		{"Australia/Lord_Howe", "2024-04-07", "2024-04-07T00:00:00+11:00"}, // half an hour back at 02:00
		{"Asia/Gaza", "2011-08-01", "2011-08-01T00:00:00+02:00"},           // back to 23:00
		{"Asia/Tehran", "2022-03-22", "2022-03-22T01:00:00+04:30"},         // no midnight
		{"Asia/Tehran", "2022-09-22", "2022-09-22T00:00:00+03:30"},         // after 23:00 for the second time
	} {
		loc, err := time.LoadLocation(test.location)
		if err != nil {
			t.Fatal(err)
		}
		d := MustParseDate(test.date)
		if got := d.Time(loc).Format(time.RFC3339); got != test.want {
			t.Errorf("%s in %s begins at %s, want %s", d, loc, got, test.want)
		}
	}
}

// Around each change of clocks, Time returns the instant that a search finds: the
// first one whose date is the day or a later one.
func TestDate_TimeIsFirst(t *testing.T) {
	for _, name := range []string{"America/Havana", "America/Sao_Paulo", "America/St_Johns", "Asia/Beirut", "Asia/Tehran", "Pacific/Apia", "Pacific/Kwajalein"} {
		loc, err := time.LoadLocation(name)
		if err != nil {
			t.Fatal(err)
		}
		last := time.Date(2030, 1, 1, 0, 0, 0, 0, time.UTC)
		for at := time.Date(1970, 1, 1, 0, 0, 0, 0, loc); at.Before(last) && !at.IsZero(); _, at = at.ZoneBounds() {
			for days := -1; days <= 2; days++ {
				d := DateIn(at, loc).AddDays(days)
				year, month, day := d.Date()
				first := time.Date(year, month, day, 0, 0, 0, 0, time.UTC).Add(-27 * time.Hour)
				for DateIn(first, loc).Before(d) {
					first = first.Add(time.Minute)
				}
				if got := d.Time(loc); !got.Equal(first) {
					t.Fatalf("%v in %s begins at %v, want %v", d, loc, got, first.In(loc))
				}
			}
		}
	}
}

// Time and Format return zero values for the zero Date, and Time for no location.
func TestDate_TimeZero(t *testing.T) {
	if got := (Date{}).Time(time.UTC); !got.IsZero() {
		t.Errorf("the zero Date begins at %v", got)
	}
	if got := maxDate.Time(nil); !got.IsZero() {
		t.Errorf("without a location, %v begins at %v", maxDate, got)
	}
	if got := (Date{}).Format("2 Jan 2006"); got != "" {
		t.Errorf("the zero Date is formatted as %q", got)
	}
}

// In UTC, each day begins at its midnight and has the text of package time.
func TestDate_Format(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := anyDate().Draw(t, "d")
		year, month, day := d.Date()
		midnight := time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
		if got := d.Time(time.UTC); got != midnight {
			t.Errorf("%v begins at %v", d, got)
		}
		for _, layout := range []string{"2 Jan 2006", time.RFC1123, "Monday, 02-01-06"} {
			if got, want := d.Format(layout), midnight.Format(layout); got != want {
				t.Errorf("%v in the layout %s is %s, want %s", d, layout, got, want)
			}
		}
		if got := d.Format(time.DateOnly); got != d.String() {
			t.Errorf("%v is %s", d, got)
		}
	})
}

func FuzzParseDate(f *testing.F) {
	for _, seed := range []string{"2024-02-29", "0001-01-01", "0000-01-01", "9999-12-31", "2023-02-29", "", "2024-02-29 ", "2024-2-29"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		d, err := ParseDate(text)
		want, wantErr := time.Parse(time.DateOnly, text)
		if wantErr == nil && want.Year() < 1 {
			wantErr = errors.New("year 0")
		}
		if (err == nil) != (wantErr == nil) {
			t.Fatalf("ParseDate(%q) returns the error %v, package time %v", text, err, wantErr)
		}
		if err != nil {
			var bad *partnerrules.InputError
			if !errors.As(err, &bad) || bad.Text != text || bad.Offset < 0 || bad.Offset > len(text) {
				t.Fatalf("ParseDate(%q): %#v", text, err)
			}
			return
		}
		if year, month, day := d.Date(); want != time.Date(year, month, day, 0, 0, 0, 0, time.UTC) || d.String() != text {
			t.Fatalf("ParseDate(%q) = %v", text, d)
		}
	})
}
