package main

import (
	"fmt"
	"os"

	"github.com/partnerrules/partnerrules/examples/internal/portfolio"
)

// isTerminal reports whether a file is a terminal, as far as the standard
// library can tell.
func isTerminal(f *os.File) bool {
	info, err := f.Stat()
	return err == nil && info.Mode()&os.ModeCharDevice != 0
}

// takesColour reports whether colours are welcome on an output: it is a terminal
// that can show them, and nobody has said that there should be none
// (no-color.org).
func takesColour(terminal bool, getenv func(string) string) bool {
	return terminal && getenv("NO_COLOR") == "" && getenv("TERM") != "dumb"
}

// progress overwrites one line, and removes it at the end of a file. Small files
// are read before anyone could read the line.
func (s setting) progress(at portfolio.Progress) {
	const worthIt = 8 << 20
	switch {
	case at.Done && at.Read > worthIt:
		fmt.Fprint(s.stderr, "\r\x1b[K")
	case at.Read > worthIt && at.Size > 0:
		fmt.Fprintf(s.stderr, "\rreading %s: %d of %d MiB", at.File, at.Read>>20, at.Size>>20)
	case at.Read > worthIt:
		fmt.Fprintf(s.stderr, "\rreading %s: %d MiB", at.File, at.Read>>20)
	}
}
