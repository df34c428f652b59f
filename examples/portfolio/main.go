package main

import (
	"os"
	"runtime/debug"
	"time"

	"github.com/partnerrules/partnerrules/calendar"
)

// The garbage collector may let the heap grow to gcPercent more than its live size, up to
// a memory limit. A million claims that seldom compete do not reach it. GOGC and
// GOMEMLIMIT override both.
const (
	gcPercent   = 300
	memoryLimit = 520 << 20
)

func main() {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(gcPercent)
	}
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(memoryLimit)
	}
	os.Exit(setting{
		stdin: os.Stdin, stdout: os.Stdout, stderr: os.Stderr,
		// The only use of the clock. Partner Center counts days in UTC.
		today:  calendar.DateIn(time.Now(), time.UTC),
		color:  takesColor(isTerminal(os.Stdout), os.Getenv),
		ticker: isTerminal(os.Stderr),
	}.run(os.Args[1:]))
}
