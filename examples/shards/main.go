// Shards finds the competing claims among more claims than fit in memory. It reads
// files and folders of claims, as JSONL, CSV or Parquet, and writes a pair a line:
//
//	go run ./examples/shards -o pairs.jsonl examples/shards/testdata/claims
//
// The output has the pairs of one cpor.Detect over all claims, in the same order. The
// program divides the claims by tenant into parts, finds the pairs of each part in
// memory, and merges them. If it is killed, the same command continues where it was.
// README.md says more.
//
// The exit status is 0 if the output is written, 1 if the claims have a fault, and 2
// for any other error. With a fault there is no output.
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"runtime"
	"runtime/debug"
)

func main() {
	o := order{workers: runtime.GOMAXPROCS(0), piece: 64 << 20, log: os.Stderr, step: func() {}}
	if err := command(&o, os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "shards:", err)
		os.Exit(status(err))
	}
}

// status returns the exit status for an error.
func status(err error) int {
	if bad := (*fault)(nil); errors.As(err, &bad) {
		return 1
	}
	return 2
}

const (
	leastMemory   = 64       // the least value of the flag -memory, in MB
	programMemory = 16 << 20 // what the program needs besides its heap, in bytes
)

// command does what the arguments say.
func command(o *order, args []string) error {
	flags := flag.NewFlagSet("shards", flag.ExitOnError)
	flags.Usage = func() {
		fmt.Fprintln(flags.Output(), "usage: shards -o output [-memory MB] [-work folder] file-or-folder ...")
		flags.PrintDefaults()
	}
	flags.StringVar(&o.output, "o", "", "the `file` to write, with a pair a line")
	flags.StringVar(&o.work, "work", "", "the `folder` for intermediate files (default: the output with .work behind it)")
	flags.Int64Var(&o.memory, "memory", 1024, "the memory to use, in `MB`")
	if err := flags.Parse(args); err != nil {
		return err
	}
	o.paths = flags.Args()
	switch {
	case o.output == "":
		return errors.New("name the output with -o")
	case o.memory < leastMemory:
		return fmt.Errorf("-memory: want at least %d", leastMemory)
	case o.work == "":
		o.work = o.output + ".work"
	}
	o.memory <<= 20
	debug.SetMemoryLimit(o.memory - programMemory)
	return o.do()
}
