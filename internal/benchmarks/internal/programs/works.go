package programs

import (
	"errors"
	"fmt"
	"iter"
	"os"
	"path/filepath"

	"github.com/partnerrules/partnerrules/internal/benchmarks/internal/measure"
	"github.com/partnerrules/partnerrules/internal/benchmarks/internal/result"
)

// Works returns the measurements of the programs. Short inputs have a hundredth of the
// claims, or less.
func Works(m measure.Meter, short bool) iter.Seq2[result.Work, error] {
	return func(yield func(result.Work, error) bool) {
		folder, err := os.MkdirTemp("", "benchmarks")
		if err != nil {
			yield(result.Work{}, err)
			return
		}
		defer os.RemoveAll(folder)
		read, sharded := 1_000_000, 10_000_000
		if short {
			read, sharded = 2_000, 2_000
		}
		_ = yield(ingest(m, folder, read)) && yield(shards(folder, sharded))
	}
}

// ingest compares the portfolio with a program that only decodes its file.
func ingest(m measure.Meter, folder string, n int) (w result.Work, err error) {
	input := filepath.Join(folder, "input")
	file := filepath.Join(input, "claims.json")
	err = errors.Join(os.Mkdir(input, 0o777), writeHistories(file, n))
	if err != nil {
		return w, err
	}
	defer os.RemoveAll(input)
	portfolio, err := build("../../examples", "./portfolio", folder)
	if err != nil {
		return w, err
	}
	decode, err := build(".", "./internal/programs/decode", folder)
	if err != nil {
		return w, err
	}
	info, err := os.Stat(file)
	if err != nil {
		return w, err
	}
	found := fmt.Sprint(n, " claims")
	w = result.Work{
		Name: "programs/ingest", Title: "Reading claims from JSON, judging them, finding the pairs, writing a report", Claims: n,
		LeftOut: fmt.Sprintf("the file is written before, with %d bytes for each claim.", int(info.Size())/n),
		Notes:   []string{"Json v2 decodes the file into structs of texts and lists. It checks no value and keeps no claim, unless stated otherwise."},
	}
	return w, compare(&w, min(3, m.Rounds),
		program{"partnerrules, examples/portfolio", "report", portfolio, []string{"-on", "2024-10-01", input}, found},
		program{"json v2, one claim at a time", "number of claims", decode, []string{file}, found},
		program{"json v2, all claims kept", "claims", decode, []string{"-keep", file}, found},
	)
}

// shards measures the detection in a file that is too large for memory. It runs once.
func shards(folder string, n int) (w result.Work, err error) {
	input, output := filepath.Join(folder, "claims.jsonl"), filepath.Join(folder, "pairs.jsonl")
	if err := writeLines(input, n); err != nil {
		return w, err
	}
	path, err := build("../../examples", "./shards", folder)
	if err != nil {
		return w, err
	}
	w = result.Work{
		Name: "programs/shards", Title: "Finding the pairs in a file, split by tenant", Claims: n,
		LeftOut: "the file, with a claim a line in JSON, is written before.",
	}
	return w, compare(&w, 1, program{"partnerrules, examples/shards", "pairs with units and incumbent", path, []string{"-memory", "1024", "-o", output, input}, ""})
}

// compare runs the programs in turns and adds them to the work.
func compare(w *result.Work, rounds int, programs ...program) error {
	nanos, peaks := make([][]float64, len(programs)), make([]int, len(programs))
	for range rounds {
		for i, p := range programs {
			used, err := p.run()
			if err != nil {
				return err
			}
			nanos[i] = append(nanos[i], float64(used.processor.Nanoseconds()))
			peaks[i] = max(peaks[i], used.peak)
		}
	}
	for i, p := range programs {
		w.Sides = append(w.Sides, result.Side{
			Name: p.name, Answer: p.answer, Figures: result.Rounded(measure.Compare(nanos[i], nanos[0])), Peak: peaks[i],
		})
	}
	return nil
}
