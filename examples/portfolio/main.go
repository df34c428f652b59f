package main

import (
	"os"
	"runtime/debug"
	"time"

	"github.com/partnerrules/partnerrules/calendar"
)

// memoryLimit is the default memory limit. It makes the garbage collector run more
// often, instead of letting the heap grow to twice its live size. A million claims
// need less. GOMEMLIMIT overrides it.
const memoryLimit = 450 << 20

func main() {
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
