package main

import (
	"os"
	"time"
)

func main() {
	// The only use of the clock.
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr, time.Now()))
}
