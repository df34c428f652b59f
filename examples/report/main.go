package main

import (
	"os"
	"time"

	"github.com/partnerrules/partnerrules/calendar"
)

func main() {
	// The only look at the clock; Partner Center's days are those of UTC.
	today := calendar.DateIn(time.Now(), time.UTC)
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr, today))
}
