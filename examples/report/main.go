package main

import (
	"os"
	"time"

	"github.com/partnerrules/partnerrules/calendar"
)

func main() {
	// The only use of the clock. Partner Center counts days in UTC.
	today := calendar.DateIn(time.Now(), time.UTC)
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr, today))
}
