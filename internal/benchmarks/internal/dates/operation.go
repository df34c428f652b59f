package dates

import (
	"fmt"
	"time"

	"cloud.google.com/go/civil"
	"github.com/golang-module/carbon/v2"

	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/internal/benchmarks/internal/measure"
)

// What the loops work out goes to variables, which are exported so that no
// compiler takes them for unused.
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

// An operation is something that is done with each date of the sample.
type operation struct {
	name, title string
	notes       []string
	want        func(i int) string // the answer for date i
	ways        []way
}

// A way is how one side does it. Each has its own loop, so that what the
// compiler inlines for a user is inlined here.
type way struct {
	side   string
	run    func(n int)
	answer func(i int) string

	// agrees says of which dates the answer must be the one wanted; nil is all.
	agrees func(i int) bool
}

func (o operation) work() measure.Work {
	w := measure.Work{
		Name: "dates/" + o.name, Title: o.title, Notes: o.notes,
		LeftOut: fmt.Sprintf("%d dates of 1995 to 2035 in no order, in the type of each side, are made before.", count),
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
