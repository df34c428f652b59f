package main

import (
	"os"
	"runtime/debug"
	"time"

	"github.com/partnerrules/partnerrules/calendar"
)

// memoryLimit makes the garbage collector work harder instead of letting the
// program grow beyond it: what a million claims need is less.
const memoryLimit = 800 << 20

func main() {
	debug.SetMemoryLimit(memoryLimit)
	os.Exit(setting{
		stdin: os.Stdin, stdout: os.Stdout, stderr: os.Stderr,
		// The only look at the clock; Partner Center's days are those of UTC.
		today:  calendar.DateIn(time.Now(), time.UTC),
		colour: takesColour(isTerminal(os.Stdout), os.Getenv),
		ticker: isTerminal(os.Stderr),
	}.run(os.Args[1:]))
}
