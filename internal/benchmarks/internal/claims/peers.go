package claims

import (
	"context"
	"errors"

	"github.com/partnerrules/partnerrules/cpor"
	"github.com/partnerrules/partnerrules/internal/benchmarks/internal/measure"
)

// A contest is one set of claims with all who can find its pairs.
type contest struct {
	work   measure.Work
	claims []cpor.Claim
	want   answer

	open []*database
}

const leftOut = "the claims are in memory before, as values of each side's own type; the databases marked as loaded have them in a table, with an index where they use one. " +
	"The databases count the pairs, and hand none over unless it says so; ours hands over every pair with what both share."

// newContest makes a contest with the sides in Go.
func newContest(name, title string, in input) (*contest, error) {
	c := &contest{claims: in.generate()}
	if err := byHand(c.claims)(c.want.add); err != nil {
		return nil, err
	}
	c.work = measure.Work{
		Name: "claims/" + name, Title: title, LeftOut: leftOut, Close: c.close,
		Claims: in.claims, Units: in.units, Pairs: c.want.pairs,
		Notes: []string{
			"All sides find the same pairs. Only ours checks the claims, folds names, tells subscriptions, activities and solution areas apart, and gives the pairs in a fixed order.",
		},
	}
	c.work.Sides = []measure.Side{
		ours(c.claims).side("partnerrules", c.want),
		numbered(c.claims).side("Go by hand, units numbered before", c.want),
		byHand(c.claims).side("Go by hand, this case only", c.want),
		sorted(c.claims).side("google/btree", c.want),
		augmented(c.claims).side("Workiva augmentedtree", c.want),
	}
	return c, nil
}

func (c *contest) add(sides ...measure.Side) { c.work.Sides = append(c.work.Sides, sides...) }

// loaded opens a database and loads it.
func (c *contest) loaded(open func() (*database, error)) (*database, error) {
	d, err := open()
	if err != nil {
		return nil, err
	}
	c.open = append(c.open, d)
	return d, d.load(context.Background(), d.db, c.claims)
}

// present loads a database that a machine may lack; then it is nil, and the side
// says why.
func (c *contest) present(name string, open func() (*database, error)) (*database, error) {
	d, err := open()
	if err != nil {
		c.add(measure.Side{Name: name, Absent: err.Error()})
		return nil, nil
	}
	return c.loaded(func() (*database, error) { return d, nil })
}

// addDatabases adds the sides of all databases. Where units are crowded DuckDB,
// which compares all claims of a unit, runs once, and loading is not timed.
func (c *contest) addDatabases(crowded bool) error {
	for _, add := range []func(bool) error{c.addDuckDB, c.addSQLite, c.addPostgres} {
		if err := add(crowded); err != nil {
			return errors.Join(err, c.close())
		}
	}
	return nil
}

func (c *contest) addDuckDB(crowded bool) error {
	d, err := c.present("DuckDB", openDuckDB)
	if d == nil || err != nil {
		return err
	}
	asWritten, other := d.loaded("loaded", plain, c.want), d.loaded("loaded, bounded join", bounded, c.want)
	asWritten.Once, other.Once = crowded, crowded
	c.add(asWritten, other)
	if crowded {
		return nil
	}
	empty, err := openDuckDB()
	if err != nil {
		return err
	}
	c.open = append(c.open, empty)
	c.add(d.reading("loaded, pairs handed over", plain, c.want), empty.loading("with loading", plain, c.claims, c.want))
	return nil
}

func (c *contest) addSQLite(crowded bool) error {
	for _, driver := range []struct{ name, driver string }{{"SQLite (mattn)", "sqlite3"}, {"SQLite (modernc)", "sqlite"}} {
		open := func() (*database, error) { return openSQLite(driver.name, driver.driver) }
		d, err := c.loaded(open)
		if err != nil {
			return err
		}
		c.add(d.loaded("loaded, bounded join", bounded, c.want))
		if crowded {
			continue
		}
		empty, err := open()
		if err != nil {
			return err
		}
		c.open = append(c.open, empty)
		c.add(empty.loading("with loading, bounded join", bounded, c.claims, c.want))
	}
	return nil
}

func (c *contest) addPostgres(crowded bool) error {
	d, err := c.present("PostgreSQL", openPostgres)
	if d == nil || err != nil {
		return err
	}
	c.add(d.loaded("loaded, bounded join", bounded, c.want))
	if !crowded {
		c.add(d.loading("with loading, bounded join", bounded, c.claims, c.want))
	}
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
