package business

import (
	"fmt"
	"iter"
	"time"

	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/internal/benchmarks/internal/measure"
)

// What the loops work out goes to variables, which are exported so that no
// compiler takes them for unused.
var (
	SinkDate calendar.Date
	SinkTime time.Time
	SinkInt  int
)

const leftOut = "the calendars with their ten holidays a year are made before."

// starts is how many days in a row the loops start from: a power of two, so many that
// weekends and the holidays around Christmas come among them.
const starts = 32

// Works returns what is measured. It is small: short makes no difference.
func Works(bool) iter.Seq2[measure.Work, error] {
	return func(yield func(measure.Work, error) bool) {
		c, err := ours()
		if err != nil {
			yield(measure.Work{}, err)
			return
		}
		_ = yield(fiveOn(c), nil) && yield(tenYears(c), nil)
	}
}

// fiveOn is the fifth business day after each of the days in a row.
func fiveOn(c calendar.BusinessCalendar) measure.Work {
	var dates [starts]calendar.Date
	var times [starts]time.Time
	for i := range starts {
		dates[i] = calendar.MustParseDate("2024-12-09").AddDays(i)
		times[i] = time.Date(2024, time.December, 9+i, 0, 0, 0, 0, time.UTC)
	}
	check := func(answer func(i int) string) func() error {
		return func() error {
			for i := range starts {
				if got, want := answer(i), c.Add(dates[i], 5).String(); got != want {
					return fmt.Errorf("after %v: %s, want %s", dates[i], got, want)
				}
			}
			return nil
		}
	}
	holidays := newByHand()
	w := measure.Work{Name: "business/five-days", Title: "The fifth business day after a day", LeftOut: leftOut}
	w.Sides = append(w.Sides, measure.Side{
		Name: "partnerrules", Check: check(func(i int) string { return c.Add(dates[i], 5).String() }),
		Run: func(n int) {
			for i := range n {
				SinkDate = c.Add(dates[i&(starts-1)], 5)
			}
		},
	}, measure.Side{
		Name: "a loop by hand", Check: check(func(i int) string { return holidays.add(times[i], 5).Format(time.DateOnly) }),
		Run: func(n int) {
			for i := range n {
				SinkTime = holidays.add(times[i&(starts-1)], 5)
			}
		},
	})
	for name, cached := range rickarModes {
		c := rickar(cached)
		w.Sides = append(w.Sides, measure.Side{
			Name: name, Check: check(func(i int) string { return c.WorkdaysFrom(times[i], 5).Format(time.DateOnly) }),
			Run: func(n int) {
				for i := range n {
					SinkTime = c.WorkdaysFrom(times[i&(starts-1)], 5)
				}
			},
		})
	}
	return w
}

// rickarModes are the default one and the one that remembers.
func rickarModes(yield func(name string, cached bool) bool) {
	_ = yield("rickar/cal", false) && yield("rickar/cal, cached", true)
}

// tenYears is the number of business days of ten years.
func tenYears(c calendar.BusinessCalendar) measure.Work {
	before, last := calendar.MustParseDate("2024-12-20"), calendar.MustParseDate("2034-12-20")
	from, to := time.Date(2024, time.December, 21, 0, 0, 0, 0, time.UTC), time.Date(2034, time.December, 20, 0, 0, 0, 0, time.UTC)
	holidays := newByHand()
	expected := holidays.count(from, to)
	check := func(answer func() int) func() error {
		return func() error {
			if got := answer(); got != expected {
				return fmt.Errorf("%d days, want %d", got, expected)
			}
			return nil
		}
	}
	ourCount := func() int { n, _ := c.Count(before, last); return n }
	w := measure.Work{Name: "business/ten-years", Title: "The business days of ten years", LeftOut: leftOut}
	side := func(name string, count func() int) {
		w.Sides = append(w.Sides, measure.Side{Name: name, Check: check(count), Run: func(n int) {
			for range n {
				SinkInt = count()
			}
		}})
	}
	side("partnerrules", ourCount)
	side("a loop by hand", func() int { return holidays.count(from, to) })
	for name, cached := range rickarModes {
		c := rickar(cached)
		side(name, func() int { return c.WorkdaysInRange(from, to) })
	}
	return w
}
