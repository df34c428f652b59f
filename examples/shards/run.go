package main

import (
	"errors"
	"io"
	"sync"
	"sync/atomic"
)

// An order says what to do. All fields are required.
type order struct {
	paths   []string // files and folders with claims
	output  string
	work    string    // the work folder
	memory  int64     // in bytes
	workers int       // how many goroutines work at a time
	piece   int64     // the bytes of a JSONL file that a worker reads at a time
	log     io.Writer // for the progress
	step    func()    // see folder
}

// A run is the work on an order.
type run struct {
	order
	folder   folder
	progress *progress
	parts    int // in each grouping
	pieces   []piece
	spills   []spill // of the pieces
}

// do finds the pairs of all claims and writes them to the output. It continues a run
// that was killed. A [*fault] means that the claims are at fault. Then the work folder is
// of no more use, because the files must change.
func (o order) do() error {
	r := run{order: o, folder: folder{o.work, o.step}, progress: &progress{out: o.log}}
	m, err := r.plan()
	if err != nil {
		return err
	}
	isDone, err := r.folder.open(m)
	if err == nil && !isDone {
		if err = r.steps(); err == nil {
			m.Done = true
			err = r.folder.note(m)
		}
	}
	if bad := (*fault)(nil); err == nil || errors.As(err, &bad) {
		return errors.Join(err, r.folder.remove())
	}
	return err
}

// plan divides the input into pieces, and decides on the number of parts.
func (r *run) plan() (manifest, error) {
	inputs, err := findInputs(r.paths)
	if err != nil {
		return manifest{}, err
	}
	r.parts = r.partsFor(inputs)
	r.pieces, err = pieces(inputs, r.piece)
	return manifest{Format: workFormat, Inputs: inputs, Memory: r.memory, Workers: r.workers, Piece: r.piece, Parts: r.parts}, err
}

// steps writes the output.
func (r *run) steps() error {
	if err := r.split(); err != nil {
		return err
	}
	if err := r.check(); err != nil {
		return err
	}
	names, err := r.detect()
	if err != nil {
		return err
	}
	return r.merge(names)
}

// share returns the memory for the claims of one worker, in bytes. The other half is for
// buffers, and for what waits for the garbage collector.
func (r *run) share() int { return int(r.memory) / 2 / r.workers }

// mostParts is the largest number of parts, well below the limit of [cpor.Split] and of
// the system for open files.
const mostParts = 4096

// partsFor returns the number of parts, so that a part fits a share. It guesses the
// number of claims from the sizes of the files. A part that turns out to be larger is
// divided later.
func (r *run) partsFor(inputs []input) int {
	memory := int64(0)
	for _, in := range inputs {
		memory += in.Size / in.format().weight * (claimMemory + unitMemory)
	}
	return min(max(r.workers, int(memory/int64(r.share()))+1), mostParts)
}

// each calls do with the numbers from 0 to n-1, in their order, in several goroutines.
// After an error it calls do no more. It returns the error for the smallest number.
func each(workers, n int, do func(i int) error) error {
	errs := make([]error, n)
	var next atomic.Int64
	var failed atomic.Bool
	var all sync.WaitGroup
	for range min(workers, n) {
		all.Go(func() {
			for !failed.Load() {
				i := int(next.Add(1)) - 1
				if i >= n {
					return
				}
				if errs[i] = do(i); errs[i] != nil {
					failed.Store(true)
				}
			}
		})
	}
	all.Wait()
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}
