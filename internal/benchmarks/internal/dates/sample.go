// Package dates compares the arithmetic and the texts of dates with package time,
// civil and carbon.
package dates

import (
	"time"

	"cloud.google.com/go/civil"
	"github.com/golang-module/carbon/v2"

	"github.com/partnerrules/partnerrules/calendar"
)

// count is the number of dates in the loops. It is a power of two, and large enough to
// defeat branch prediction.
const (
	count = 1 << 10
	mask  = count - 1
)

// A sample contains the same dates in each type. They are from 1995 to 2035, in random
// order.
type sample struct {
	texts   [count]string
	dates   [count]calendar.Date
	times   [count]time.Time
	civils  [count]civil.Date
	carbons [count]carbon.Carbon
}

func newSample() *sample {
	s := new(sample)
	first := calendar.MustParseDate("1995-01-01")
	for i := range count {
		d := first.AddDays(i * 7919 % (40 * 365)) // 7919 is prime
		t := time.Date(d.Year(), d.Month(), d.Day(), 0, 0, 0, 0, time.UTC)
		s.texts[i], s.dates[i], s.times[i], s.civils[i], s.carbons[i] = d.String(), d, t, civil.DateOf(t), carbon.CreateFromStdTime(t)
	}
	return s
}
