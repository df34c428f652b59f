package calendar_test

import (
	"runtime"
	"testing"
	"time"

	. "github.com/partnerrules/partnerrules/calendar"
)

// Operations on hot paths do not allocate.
func TestAllocations(t *testing.T) {
	c, err := NewBusinessCalendar(SaturdaySunday, MustParseDate("2024-12-25"), MustParseDate("2024-12-26"))
	if err != nil {
		t.Fatal(err)
	}
	d, e := MustParseDate("2024-02-29"), MustParseDate("2025-02-28")
	p, q := OpenPeriod(d), MustParsePeriod("2024-01-01/2024-12-31")
	text, buf := []byte("2024-02-29"), make([]byte, 0, 32)
	now := time.Date(2024, 2, 29, 12, 0, 0, 0, time.UTC)
	var date Date
	var n int
	var yes bool
	for name, call := range map[string]func(){
		"NewDate":         func() { date, _ = NewDate(2024, 2, 29) },
		"ParseDate":       func() { date, _ = ParseDate("2024-02-29") },
		"UnmarshalText":   func() { _ = date.UnmarshalText(text) },
		"AppendText":      func() { buf, _ = d.AppendText(buf[:0]) },
		"DateIn":          func() { date = DateIn(now, time.UTC) },
		"Date":            func() { _, _, n = d.Date() },
		"AddDays":         func() { date = d.AddDays(1000) },
		"AddMonths":       func() { date = d.AddMonths(13) },
		"AddYears":        func() { date = d.AddYears(3) },
		"DaysSince":       func() { n, yes = e.DaysSince(d) },
		"Compare":         func() { n = d.Compare(e) },
		"Intersect":       func() { yes = p.Intersect(q).Contains(e) },
		"Add":             func() { date = c.Add(d, 250) },
		"Count":           func() { n, yes = c.Count(d, e) },
		"RenewalWindow":   func() { yes = RenewalWindow(d).Contains(e) },
		"AnniversaryDate": func() { date, _ = AnniversaryDate(d) },
		"renewed":         func() { date, _ = AnniversaryDate(d, Date{}, Date{}) },
		"RenewalNotices":  func() { date, _ = RenewalNotices(d, e) },
	} {
		if allocs := testing.AllocsPerRun(100, call); allocs != 0 {
			t.Errorf("%s allocates %v times, want none", name, allocs)
		}
	}
	_, _ = n, yes
}

// MarshalText allocates its result once, with the right capacity.
func TestMarshalText_Allocations(t *testing.T) {
	d, p := MustParseDate("2024-02-29"), MustParsePeriod("2024-01-01/2024-12-31")
	var text []byte
	for name, call := range map[string]func(){
		"Date.MarshalText":   func() { text, _ = d.MarshalText() },
		"Period.MarshalText": func() { text, _ = p.MarshalText() },
	} {
		if allocs := testing.AllocsPerRun(100, call); allocs != 1 {
			t.Errorf("%s allocates %v times, want once", name, allocs)
		}
	}
	_ = text
}

// A calendar without a weekend uses 36 bytes for each week, plus the rounding of the
// allocator.
func TestNewBusinessCalendar_Memory(t *testing.T) {
	first, last := MustParseDate("2001-01-01"), MustParseDate("2100-12-25")
	days, _ := last.DaysSince(first)
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	_, err := NewBusinessCalendar(0, last, first)
	runtime.ReadMemStats(&after)
	if err != nil {
		t.Fatal(err)
	}
	bytes, weeks := int(after.TotalAlloc-before.TotalAlloc), days/7+1
	if bytes < 36*weeks || bytes > 40*weeks {
		t.Errorf("%d weeks use %d bytes, want 36 for each week", weeks, bytes)
	}
}
