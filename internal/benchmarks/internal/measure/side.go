// Package measure times several ways to do the same work in turns, and compares each
// with the first one.
package measure

// A Work is a task that several sides do. The first side is ours. It is the base of
// the ratios.
type Work struct {
	Name    string // a stable name for the results, such as "claims/million"
	Title   string
	LeftOut string // the work before the timing
	Notes   []string

	// Claims, Units and Pairs are the numbers of claims, of their units and of the
	// pairs found. They are 0 for works without claims.
	Claims, Units, Pairs int

	Input int // the bytes of the claims in memory, or 0

	Sides []Side

	// Live returns the values that the base keeps in memory between steps. It may be
	// nil.
	Live func() any

	// Close releases the resources of the sides. It may be nil.
	Close func() error
}

// A Side is one way to do a work.
type Side struct {
	Name   string
	Answer string // the kind of answer, such as "verdict"; may be empty

	// Absent is the reason why the side could not be measured. Then Run is nil.
	Absent string

	// Run does the work n times.
	Run func(n int)

	// Check returns an error if the answer is wrong. It is called after a run and may
	// use the results of the run.
	Check func() error

	// Once reports whether the side runs only once, because it takes minutes.
	Once bool

	// Threads is the number of threads for Go code. 0 means one.
	Threads int
}
