package claims

import (
	"cmp"
	"fmt"
	"iter"
	"runtime"
	"slices"
	"time"

	"github.com/google/btree"

	"github.com/partnerrules/partnerrules/cpor"
	"github.com/partnerrules/partnerrules/internal/benchmarks/internal/measure"
	"github.com/partnerrules/partnerrules/internal/benchmarks/internal/result"
)

// An index is a set of claims that changes. Conflicts returns the number of pairs of a
// claim, after it has made them.
type index interface {
	put(c *cpor.Claim) error
	remove(id string)
	conflicts(c *cpor.Claim) (int, error)
}

type ourIndex struct{ *cpor.Index }

func (x ourIndex) put(c *cpor.Claim) error {
	_, err := x.Put(*c)
	return err
}

func (x ourIndex) remove(id string) { x.Remove(id) }

func (x ourIndex) conflicts(c *cpor.Claim) (int, error) {
	pairs, err := x.Conflicts(*c)
	return len(pairs), err
}

// A treeIndex is a btree for each unit, ordered by start, and a map of the IDs. It
// checks nothing, and leaves it to the caller whether a pair competes. To find the conflicts of a claim it looks at all claims that start
// before the claim ends.
type treeIndex struct {
	ids   map[string]span
	trees map[unitKey]*btree.BTreeG[span]
}

func (x treeIndex) put(c *cpor.Claim) error {
	s := spanOf(c)
	tree := x.trees[s.unitKey()]
	if tree == nil {
		tree = btree.NewG(8, span.before)
		x.trees[s.unitKey()] = tree
	}
	tree.ReplaceOrInsert(s)
	x.ids[c.ID] = s
	return nil
}

func (x treeIndex) remove(id string) {
	s := x.ids[id]
	x.trees[s.unitKey()].Delete(s)
	delete(x.ids, id)
}

func (x treeIndex) conflicts(c *cpor.Claim) (int, error) {
	s := spanOf(c)
	var pairs [][2]string
	x.trees[s.unitKey()].Ascend(func(other span) bool {
		if other.start > s.end {
			return false
		}
		if other.end >= s.start && other.claim.ID != c.ID {
			pairs = append(pairs, [2]string{c.ID, other.claim.ID})
		}
		return true
	})
	SinkPairs = pairs
	return len(pairs), nil
}

// SinkPairs holds the last pairs of the trees, so that the compiler keeps them.
var SinkPairs [][2]string

// An operation is a call of an index that is timed.
type operation struct {
	name, title string
	claims      []cpor.Claim // the arguments of the calls of one round after another
	batch       int          // the number of calls in a round
	pairs       int          // of each call, if they are equal
	call        func(x index, c *cpor.Claim) error
}

// Index returns the times of single calls of an index of a million claims, or of a
// hundredth.
func Index(m measure.Meter, short bool) iter.Seq2[result.Work, error] {
	return func(yield func(result.Work, error) bool) {
		n, answers := 1_000_000, []int{1, 10, 100, 1000, 10_000}
		if short {
			n, answers = 10_000, []int{1, 10}
		}
		claims := million(n).generate()
		operations := changes(claims)
		for _, k := range answers {
			crowd := crowdOf(k)
			claims = append(claims, crowd...)
			operations = append(operations, answerOf(crowd, k))
		}
		indexes := []index{ourIndex{cpor.NewIndex()}, treeIndex{map[string]span{}, map[unitKey]*btree.BTreeG[span]{}}}
		for _, x := range indexes {
			for i := range claims {
				if err := x.put(&claims[i]); err != nil {
					yield(result.Work{}, err)
					return
				}
			}
		}
		if err := sameConflicts(indexes, claims, n/100); err != nil {
			yield(result.Work{}, err)
			return
		}
		times, err := callTimes(m, indexes, operations)
		for i, o := range operations {
			if !yield(o.work(len(claims), times[i]), err) {
				return
			}
		}
	}
}

// changes returns the operations that change an index, in an order that leaves it as it
// was.
func changes(claims []cpor.Claim) []operation {
	batch := len(claims) / 100
	return []operation{
		{name: "conflicts", title: "Conflicts of a claim", claims: claims, batch: batch, call: func(x index, c *cpor.Claim) error {
			_, err := x.conflicts(c)
			return err
		}},
		{name: "remove", title: "Remove", claims: claims, batch: batch, call: func(x index, c *cpor.Claim) error {
			x.remove(c.ID)
			return nil
		}},
		{name: "put", title: "Put", claims: claims, batch: batch, call: index.put},
	}
}

// crowdOf returns k+1 open-ended claims of different companies on one unit. The first
// conflicts with all others.
func crowdOf(k int) []cpor.Claim {
	crowd := make([]cpor.Claim, k+1)
	for i := range crowd {
		c := usage(i, fmt.Sprintf("crowd of %d", k), firstDay, 0)
		c.ID = fmt.Sprintf("crowd-%d-%d", k, i)
		c.Partner, c.Company = partnerID(200_001+i), partnerID(300_001+i)
		crowd[i] = c
	}
	return crowd
}

// answerOf returns the operation that finds k pairs.
func answerOf(crowd []cpor.Claim, k int) operation {
	return operation{
		name: fmt.Sprintf("answer-%d", k), title: "Conflicts of a claim", claims: crowd[:1], batch: max(20, 10_000/k), pairs: k,
		call: func(x index, c *cpor.Claim) error {
			found, err := x.conflicts(c)
			if found != k {
				err = cmp.Or(err, fmt.Errorf("%d pairs, want %d", found, k))
			}
			return err
		},
	}
}

// sameConflicts returns an error unless the indexes find as many pairs for every step-th
// claim.
func sameConflicts(indexes []index, claims []cpor.Claim, sample int) error {
	for i := 0; i < len(claims); i += max(1, len(claims)/sample) {
		want, err := indexes[1].conflicts(&claims[i])
		if err != nil {
			return err
		}
		if got, err := indexes[0].conflicts(&claims[i]); err != nil || got != want {
			return fmt.Errorf("%s: %d pairs, want %d: %v", claims[i].ID, got, want, err)
		}
	}
	return nil
}

// callTimes times each call of each operation, by operation, index and round. The
// indexes take turns.
func callTimes(m measure.Meter, indexes []index, operations []operation) (times [][][][]float64, err error) {
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	times = make([][][][]float64, len(operations))
	for o := range times {
		times[o] = make([][][]float64, len(indexes))
	}
	for round := range min(m.Rounds, 11) {
		for x := range indexes {
			runtime.GC()
			for o, operation := range operations {
				calls, failed := operation.round(indexes[x], round)
				err = cmp.Or(err, failed)
				times[o][x] = append(times[o][x], calls)
			}
		}
	}
	return times, err
}

// round returns the sorted nanoseconds of the calls of a round.
func (o operation) round(x index, round int) (nanos []float64, err error) {
	nanos = make([]float64, o.batch)
	for i := range nanos {
		c := &o.claims[(round*o.batch+i)%len(o.claims)]
		start := time.Now()
		failed := o.call(x, c)
		nanos[i] = float64(time.Since(start).Nanoseconds())
		err = cmp.Or(err, failed)
	}
	slices.Sort(nanos)
	return nanos, err
}

// work returns the figures of an operation. The time of a round is its median.
func (o operation) work(claims int, times [][][]float64) result.Work {
	w := result.Work{Name: "index/" + o.name, Title: o.title, Claims: claims, Pairs: o.pairs}
	var base []float64
	for x, name := range []string{"partnerrules", "google/btree by hand"} {
		var medians, all []float64
		for _, nanos := range times[x] {
			medians, all = append(medians, measure.Percentile(nanos, 0.5)), append(all, nanos...)
		}
		slices.Sort(all)
		if x == 0 {
			base = medians
		}
		w.Sides = append(w.Sides, result.Side{
			Name: name, Figures: result.Rounded(measure.Compare(medians, base)), P99: measure.Percentile(all, 0.99),
		})
	}
	return w
}
