package main

import (
	"context"
	"encoding/binary"
	"fmt"
	"io"
	"iter"

	fast "github.com/go-json-experiment/json"
	"golang.org/x/sync/semaphore"

	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/cpor"
)

// A task is a detection in memory.
type task struct {
	name  string // of the file of pairs
	files []spill
	slot  int
	split cpor.Split
}

// The memory of a claim and of a unit while the pairs of a part are found, in bytes.
const (
	claimMemory = 400
	unitMemory  = 80
)

func memoryOf(s size) int64 { return claimMemory*s.Claims + unitMemory*s.Units }

// detect writes a file of pairs for each task, and returns the names of the files.
func (r *run) detect() ([]string, error) {
	tasks, err := r.tasks()
	if err != nil {
		return nil, err
	}
	r.progress.begin("detect", "claims", len(tasks))
	free := semaphore.NewWeighted(r.memory)
	names := make([]string, len(tasks))
	return names, each(r.workers, len(tasks), func(i int) error {
		defer r.progress.finish()
		t := tasks[i]
		names[i] = t.name
		need := sizeOf(t.files, t.slot)
		memory := min(memoryOf(need), r.memory) // the largest run alone
		if err := free.Acquire(context.Background(), memory); err != nil {
			return err
		}
		defer free.Release(memory)
		r.progress.add(need.Claims)
		return r.folder.write(t.name, t.write)
	})
}

// tasks returns the tasks: one for each part, or several for a part that is larger than
// the share of a worker.
func (r *run) tasks() ([]task, error) {
	of := make([][]task, r.parts)
	err := each(r.workers, r.parts, func(part int) (err error) {
		slot := r.claimSlot(part)
		if memory := memoryOf(sizeOf(r.spills, slot)); memory > int64(r.share()) {
			of[part], err = r.divide(part, min(int(2*memory/int64(r.share())), mostParts))
			return err
		}
		of[part] = []task{{name: fmt.Sprintf("pairs-%06d", part), files: r.spills, slot: slot, split: r.byTenant()}}
		return nil
	})
	var all []task
	for _, tasks := range of {
		all = append(all, tasks...)
	}
	return all, err
}

// divide divides a part by product, and returns a task for each product part.
func (r *run) divide(part, parts int) ([]task, error) {
	split := cpor.Split{Parts: parts, ByProduct: true}
	name := fmt.Sprintf("part-%06d", part)
	err := r.folder.write(name, func(w io.Writer) error {
		s := newSpiller(w, parts, r.share()/8)
		var record []byte
		for c, err := range claimsOf(r.spills, r.claimSlot(part)) {
			if err != nil {
				return err
			}
			record = appendClaim(record[:0], &c)
			for _, to := range split.OfClaim(c) {
				if err := s.add(to, record, len(c.Units)); err != nil {
					return err
				}
			}
		}
		return s.close()
	})
	if err != nil {
		return nil, err
	}
	file, err := openSpill(r.folder.name(name))
	if err != nil {
		return nil, err
	}
	tasks := make([]task, parts)
	for i := range tasks {
		tasks[i] = task{fmt.Sprintf("pairs-%06d-%06d", part, i), []spill{file}, i, split}
	}
	return tasks, nil
}

// claimsOf returns an iterator over the claims of a slot.
func claimsOf(files []spill, slot int) iter.Seq2[cpor.Claim, error] {
	return func(yield func(cpor.Claim, error) bool) {
		d := decoder{names: map[string]string{}}
		for _, file := range files {
			err := file.each(slot, func(records string) error {
				d.rest = records
				for d.more() {
					c := d.claim()
					if !d.bad && !yield(c, nil) {
						return errFound
					}
				}
				return d.err()
			})
			if err == errFound {
				return
			}
			if err != nil {
				yield(cpor.Claim{}, err)
				return
			}
		}
	}
}

// write writes the pairs of the task in the order of [cpor.Detect]: for each a key for
// the merge, and the line of the output.
func (t task) write(w io.Writer) error {
	claims := make([]cpor.Claim, 0, sizeOf(t.files, t.slot).Claims)
	for c, err := range claimsOf(t.files, t.slot) {
		if err != nil {
			return err
		}
		claims = append(claims, c)
	}
	pairs, err := cpor.Detect(claims)
	if err != nil {
		return err
	}
	starts := t.starts(claims)
	var key, line, record []byte
	for pair := range pairs {
		if !t.split.HasPair(t.slot, pair) {
			continue
		}
		key = appendKey(key[:0], &pair, starts)
		if line, err = appendLine(line[:0], &pair); err != nil {
			return err
		}
		record = append(binary.AppendUvarint(record[:0], uint64(len(key))), key...)
		record = append(binary.AppendUvarint(record, uint64(len(line))), line...)
		if _, err := w.Write(record); err != nil {
			return err
		}
	}
	return nil
}

// appendLine appends a pair as a line of the output.
func appendLine(b []byte, pair *cpor.Pair) ([]byte, error) {
	text, err := fast.Marshal(pair)
	return append(append(b, text...), '\n'), err
}

// starts returns the first day of each claim, if the part is divided by product.
func (t task) starts(claims []cpor.Claim) map[string]calendar.Date {
	if !t.split.ByProduct {
		return nil
	}
	starts := make(map[string]calendar.Date, len(claims))
	for i := range claims {
		days, _ := claims[i].Live()
		starts[claims[i].ID] = days.First()
	}
	return starts
}

// appendKey appends a key that sorts as pairs do. It begins with the tenant. Pairs of
// one tenant are in one file, unless their part is divided by product: then the later
// claim follows, and the earlier one. No ID has a zero byte.
func appendKey(b []byte, pair *cpor.Pair, starts map[string]calendar.Date) []byte {
	b, _ = pair.Tenant.AppendText(b) // the error is always nil
	if starts == nil {
		return b
	}
	later, earlier := pair.First, pair.Second
	if order := starts[later].Compare(starts[earlier]); order < 0 || order == 0 && later < earlier {
		later, earlier = earlier, later
	}
	for _, id := range [...]string{later, earlier} {
		n, ok := starts[id].DaysSince(firstDay)
		if ok {
			n++
		}
		b = binary.BigEndian.AppendUint32(b, uint32(n))
		b = append(append(b, id...), 0)
	}
	return b
}
