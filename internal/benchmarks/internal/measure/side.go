// Package measure times several ways to do the same work, in turn, and says how
// much longer each takes than the first.
package measure

// A Work is something that several sides do. The first is the base: it is ours,
// and the ratios of the others are to it.
type Work struct {
	Name    string // stable, for the results: "claims/million"
	Title   string
	LeftOut string // what is done before the timing
	Notes   []string

	// Claims is how many claims one run works on, on how many units, and Pairs how
	// many pairs it finds. They are 0 where there are no claims.
	Claims, Units, Pairs int

	Sides []Side

	// Live makes what the base keeps in memory between its steps, nil if nothing.
	Live func() any

	// Close gives back what the sides hold, nil if nothing.
	Close func() error
}

// A Side is one way to do a work.
type Side struct {
	Name   string
	Answer string // what comes out of it, where sides differ: "verdict"

	// Absent says why the side could not be measured; Run is nil then.
	Absent string

	// Run does the work n times.
	Run func(n int)

	// Check says whether the side answers as it should. It is called after a
	// run, and may look at what the run has left.
	Check func() error

	// Once is set for a side that takes minutes: a single run is all of it.
	Once bool

	// Threads is how many threads run Go code meanwhile; 0 is one.
	Threads int
}
