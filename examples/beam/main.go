// Beam finds competing association claims with Apache Beam, on one machine or many. It
// reads claims as JSON, one a line, and writes the related pairs in the same way:
//
//	cd examples/beam
//	go run . --input 'testdata/*.jsonl' --output /tmp/pairs.jsonl --faults /tmp/faults.txt
//
// The default runner is prism, which runs in this process. The flag --runner selects
// another one.
//
// Lines that are wrong, and claims that contradict each other, are listed in the file of
// the faults. The exit status is then 2, and the pairs are not complete. It is 1 if the
// pipeline fails.
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/io/textio"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/options/jobopts"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/x/beamx"
)

// files are the names of the files, which are local or of a file system that Beam knows.
type files struct {
	input  string // may be a pattern
	output string
	faults string
}

func main() {
	var f files
	flag.StringVar(&f.input, "input", "", "read claims from these `files`, one a line; a pattern such as 'claims-*.jsonl'")
	flag.StringVar(&f.output, "output", "pairs.jsonl", "write the pairs to this `file`")
	flag.StringVar(&f.faults, "faults", "faults.txt", "write what is wrong with the claims to this `file`")
	flag.Parse()
	beam.Init() // a worker never returns from it
	faults, err := run(context.Background(), f)
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
	if len(faults) > 0 {
		report(faults, f.faults)
		os.Exit(2)
	}
}

// report prints the first faults and the number of all.
func report(faults []string, file string) {
	const most = 20
	for _, fault := range faults[:min(most, len(faults))] {
		fmt.Fprint(os.Stderr, fault)
	}
	fmt.Fprintf(os.Stderr, "%d faults: see %s\n", len(faults), file)
}

// run runs the pipeline and returns the sorted faults. It writes both files, even if
// they have no lines.
func run(ctx context.Context, f files) (faults []string, err error) {
	if *jobopts.Async {
		return nil, errors.New("with --async the faults would remain unread")
	}
	if err := prepare(ctx, f); err != nil {
		return nil, err
	}
	pipeline, s := beam.NewPipelineWithRoot()
	pairs, wrong := detect(s, textio.ReadWithFilename(s, f.input))
	textio.Write(s, f.output, pairs)
	textio.Write(s, f.faults, wrong)
	if err := beamx.Run(ctx, pipeline); err != nil {
		return nil, err
	}
	return readLines(ctx, f.faults)
}

// prepare returns an error if there is no input, which textio would accept. It empties
// the files to write, because textio leaves a file as it is if there are no lines.
func prepare(ctx context.Context, f files) error {
	if f.input == "" || f.output == "" || f.faults == "" {
		return errors.New("name the files with --input, --output and --faults")
	}
	fs, err := filesystem.New(ctx, f.input)
	if err != nil {
		return err
	}
	defer fs.Close()
	names, err := fs.List(ctx, f.input)
	if err == nil && len(names) == 0 {
		err = fmt.Errorf("no file matches %s", f.input)
	}
	return errors.Join(err, empty(ctx, f.output), empty(ctx, f.faults))
}

// empty writes an empty file.
func empty(ctx context.Context, name string) error {
	fs, err := filesystem.New(ctx, name)
	if err != nil {
		return err
	}
	defer fs.Close()
	return filesystem.Write(ctx, fs, name, nil)
}

// readLines returns the sorted lines of a file, each with its line end.
func readLines(ctx context.Context, name string) ([]string, error) {
	fs, err := filesystem.New(ctx, name)
	if err != nil {
		return nil, err
	}
	defer fs.Close()
	text, err := filesystem.Read(ctx, fs, name)
	return slices.Sorted(strings.Lines(string(text))), err
}
