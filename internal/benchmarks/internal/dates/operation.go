package dates

import (
	"fmt"
	"time"

	"cloud.google.com/go/civil"
	"github.com/golang-module/carbon/v2"

	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/internal/benchmarks/internal/measure"
)

// The results of the loops go to these variables. They are exported so that the
// compiler does not remove the loops.
var (
	SinkDate   calendar.Date
	SinkTime   time.Time
	SinkCivil  civil.Date
	SinkCarbon carbon.Carbon
	SinkText   string
	SinkBytes  []byte
	SinkInt    int
	SinkBool   bool
)

// An operation is applied to each date of the sample.
type operation struct {
	name, title string
	notes       []string
	want        func(i int) string // the answer for date i
	ways        []way
}

// A way is the implementation of an operation by one side. Each has its own loop, so
// that the compiler can inline as it does for a user.
type way struct {
	side   string
	run    func(n int)
	answer func(i int) string

	// agrees reports whether the answer for date i must be right. nil means always.
	agrees func(i int) bool
}

func (o operation) work() measure.Work {
	w := measure.Work{
		Name: "dates/" + o.name, Title: o.title, Notes: o.notes,
		LeftOut: fmt.Sprintf("%d dates of 1995 to 2035 in random order, in the type of each side, are created before.", count),
	}
	for _, way := range o.ways {
		w.Sides = append(w.Sides, measure.Side{Name: way.side, Run: way.run, Check: func() error { return way.check(o.want) }})
	}
	return w
}

func (w way) check(want func(int) string) error {
	compared := 0
	for i := range count {
		if w.agrees != nil && !w.agrees(i) {
			continue
		}
		if compared++; w.answer(i) != want(i) {
			return fmt.Errorf("date %d of the sample: %q, want %q", i, w.answer(i), want(i))
		}
	}
	if compared < count/2 {
		return fmt.Errorf("only %d answers compared", compared)
	}
	return nil
}
