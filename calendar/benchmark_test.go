package calendar_test

import (
	"testing"
	"time"

	. "github.com/partnerrules/partnerrules/calendar"
)

// The benchmarks compare each operation with the same operation in package time.
// Results go to variables so that the compiler cannot remove the calls.
var (
	sinkDate  Date
	sinkTime  time.Time
	sinkInt   int
	sinkBytes []byte
)

func BenchmarkDate(b *testing.B) {
	d, e := MustParseDate("2024-02-29"), MustParseDate("2031-07-04")
	t, u := time.Date(2024, 2, 29, 0, 0, 0, 0, time.UTC), time.Date(2031, 7, 4, 0, 0, 0, 0, time.UTC)
	text := "2024-02-29"
	buf := make([]byte, 0, 16)
	for _, bench := range []struct {
		name        string
		ours, times func()
	}{
		{"AddDays", func() { sinkDate = d.AddDays(100) }, func() { sinkTime = t.AddDate(0, 0, 100) }},
		{"AddMonths", func() { sinkDate = d.AddMonths(13) }, func() { sinkTime = t.AddDate(0, 13, 0) }},
		{"DaysBetween", func() { sinkInt, _ = e.DaysSince(d) }, func() { sinkInt = int(u.Sub(t) / (24 * time.Hour)) }},
		{"Compare", func() { sinkInt = d.Compare(e) }, func() { sinkInt = t.Compare(u) }},
		{"Civil", func() { sinkInt, _, _ = d.Date() }, func() { sinkInt, _, _ = t.Date() }},
		{"Parse", func() { sinkDate, _ = ParseDate(text) }, func() { sinkTime, _ = time.Parse(time.DateOnly, text) }},
		{"Append", func() { sinkBytes, _ = d.AppendText(buf) }, func() { sinkBytes = t.AppendFormat(buf, time.DateOnly) }},
	} {
		b.Run(bench.name+"/ours", func(b *testing.B) { run(b, bench.ours) })
		b.Run(bench.name+"/time", func(b *testing.B) { run(b, bench.times) })
	}
}

func BenchmarkBusinessDays(b *testing.B) {
	var holidays []Date
	for year := 2020; year < 2040; year++ {
		for _, day := range []int{24, 25, 26, 31} {
			d, err := NewDate(year, time.December, day)
			if err != nil {
				b.Fatal(err)
			}
			holidays = append(holidays, d)
		}
	}
	c, err := NewBusinessCalendar(SaturdaySunday, holidays...)
	if err != nil {
		b.Fatal(err)
	}
	from, to := MustParseDate("2024-12-20"), MustParseDate("2034-12-20")
	b.Run("FiveOn", func(b *testing.B) { run(b, func() { sinkDate = c.Add(from, 5) }) })
	b.Run("ThousandOn", func(b *testing.B) { run(b, func() { sinkDate = c.Add(from, 1000) }) })
	b.Run("CountTenYears", func(b *testing.B) { run(b, func() { sinkInt, _ = c.Count(from, to) }) })
}

func run(b *testing.B, f func()) {
	b.ReportAllocs()
	for b.Loop() {
		f()
	}
}
