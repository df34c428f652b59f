package business

import (
	"fmt"
	"iter"
	"time"

	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/internal/benchmarks/internal/measure"
)

// The results of the loops go to these variables. They are exported so that the
// compiler does not remove the loops.
var (
	SinkDate calendar.Date
	SinkTime time.Time
	SinkInt  int
)

const leftOut = "the calendars with ten holidays a year are created before."

// starts is the number of consecutive start days of the loops. It is a power of two,
// and large enough to include weekends and the holidays around Christmas.
const starts = 32

// Works returns the works of the group. They are small, so short has no effect.
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

// fiveOn returns the work that finds the fifth business day after each start day.
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

// rickarModes yields the modes of rickar/cal: the default and the cached one.
func rickarModes(yield func(name string, cached bool) bool) {
	_ = yield("rickar/cal", false) && yield("rickar/cal, cached", true)
}

// tenYears returns the work that counts the business days of ten years.
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
