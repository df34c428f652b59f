package claims

import (
	"context"
	"errors"

	"github.com/partnerrules/partnerrules/cpor"
	"github.com/partnerrules/partnerrules/internal/benchmarks/internal/measure"
)

// A contest is a set of claims with all sides that find its pairs.
type contest struct {
	work   measure.Work
	claims []cpor.Claim
	want   answer

	open []*database
}

const leftOut = "the claims are in memory, as values of each side's own type. Databases have them in a table, with an index if they use one, unless the side is with loading."

// The notes tell what the sides do not do.
var notes = []string{
	"All sides find the same pairs. Only ours checks the claims, folds names, distinguishes subscriptions, activities and solution areas, and returns the pairs in a fixed order.",
	"The table of a database has the number of each claim instead of its ID, tenants in 16 bytes, and days as numbers. DuckDB also has the names as numbers, by an ENUM, and its loaded table is sorted by unit and start. Ours starts from claims with names, in any order.",
}

// newContest returns a contest with the sides in Go.
func newContest(name, title string, in input) (*contest, error) {
	c := &contest{claims: in.generate()}
	if err := byHand(c.claims)(c.want.add); err != nil {
		return nil, err
	}
	c.work = measure.Work{
		Name: "claims/" + name, Title: title, LeftOut: leftOut, Close: c.close,
		Claims: in.claims, Units: in.units, Pairs: c.want.pairs,
		Notes: notes,
	}
	c.work.Sides = []measure.Side{
		ours(c.claims).side("partnerrules", wholePairs, c.want),
		numbered(c.claims).side("Go by hand, units numbered before", onlyPairs, c.want),
		byHand(c.claims).side("Go by hand, this case only", onlyPairs, c.want),
		sorted(c.claims).side("google/btree", onlyPairs, c.want),
		augmented(c.claims).side("Workiva augmentedtree", onlyPairs, c.want),
	}
	return c, nil
}

func (c *contest) add(sides ...measure.Side) { c.work.Sides = append(c.work.Sides, sides...) }

// loaded opens a database and loads it.
func (c *contest) loaded(open func() (*database, error)) (*database, error) {
	d, err := c.empty(open)
	if err != nil {
		return nil, err
	}
	return d, d.load(context.Background(), d.db, d.claims)
}

// empty opens a database for the claims.
func (c *contest) empty(open func() (*database, error)) (*database, error) {
	d, err := open()
	if err != nil {
		return nil, err
	}
	d.claims = c.claims
	c.open = append(c.open, d)
	return d, nil
}

// present opens and loads a database. If the machine lacks it, present returns nil
// and adds an absent side with the reason.
func (c *contest) present(name string, open func() (*database, error)) (*database, error) {
	d, err := open()
	if err != nil {
		c.add(measure.Side{Name: name, Absent: err.Error()})
		return nil, nil
	}
	return c.loaded(func() (*database, error) { return d, nil })
}

// addDatabases adds the sides of all databases. If units are crowded, their loading is
// not timed, and the queries are others.
func (c *contest) addDatabases(crowded bool) error {
	for _, add := range []func(bool) error{c.addDuckDB, c.addSQLite, c.addPostgres} {
		if err := add(crowded); err != nil {
			return errors.Join(err, c.close())
		}
	}
	return nil
}

// addDuckDB adds the sides of DuckDB. On crowded units its plain join runs once,
// because it compares all claims of a unit. On others a running sum would take ten times as
// long as a join, since it sorts twice as many rows as there are claims.
func (c *contest) addDuckDB(crowded bool) error {
	loaded := func(threads int) func() (*database, error) {
		return func() (*database, error) { return openDuckDB(threads, true) }
	}
	d, err := c.present("DuckDB", loaded(2))
	if d == nil || err != nil {
		return err
	}
	if crowded {
		c.add(d.counted(runningSum, c.want), d.counted(byDay, c.want), d.handing(byDay, c.want), d.once(plain, c.want))
		return nil
	}
	c.add(d.counted(plain, c.want), d.counted(bounded, c.want), d.handing(plain, c.want))
	single, err := c.loaded(loaded(1))
	if err != nil {
		return err
	}
	single.name += ", one thread"
	empty, err := c.empty(func() (*database, error) { return openDuckDB(2, false) })
	if err != nil {
		return err
	}
	c.add(single.counted(plain, c.want), empty.loading(plain, c.want))
	return nil
}

// addSQLite adds the bounded join for both drivers. A running sum takes longer, because
// SQLite groups and sorts with a tree.
func (c *contest) addSQLite(bool) error {
	for _, driver := range []struct{ name, driver string }{{"SQLite (mattn)", "sqlite3"}, {"SQLite (modernc)", "sqlite"}} {
		open := func() (*database, error) { return openSQLite(driver.name, driver.driver) }
		d, err := c.loaded(open)
		if err != nil {
			return err
		}
		c.add(d.counted(bounded, c.want))
	}
	return nil
}

func (c *contest) addPostgres(crowded bool) error {
	d, err := c.present("PostgreSQL", openPostgres)
	if d == nil || err != nil {
		return err
	}
	if crowded {
		c.add(d.counted(runningSum, c.want), d.once(bounded, c.want))
		return nil
	}
	c.add(d.counted(bounded, c.want))
	return nil
}

// close closes all databases.
func (c *contest) close() error {
	var errs []error
	for _, d := range c.open {
		errs = append(errs, d.db.Close())
	}
	return errors.Join(errs...)
}
