package main

import (
	"os"
	"runtime/debug"
	"time"

	"github.com/partnerrules/partnerrules/calendar"
)

// memoryLimit makes the garbage collector work harder instead of letting the
// program grow to twice what it needs: a million claims need less. It is for
// those who have not set one themselves.
const memoryLimit = 800 << 20

func main() {
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(memoryLimit)
	}
	os.Exit(setting{
		stdin: os.Stdin, stdout: os.Stdout, stderr: os.Stderr,
		// The only look at the clock; Partner Center's days are those of UTC.
		today:  calendar.DateIn(time.Now(), time.UTC),
		colour: takesColour(isTerminal(os.Stdout), os.Getenv),
		ticker: isTerminal(os.Stderr),
	}.run(os.Args[1:]))
}
