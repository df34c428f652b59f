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

const leftOut = "the claims are in memory, as values of each side's own type. Databases marked as loaded have them in a table, with an index if they use one. " +
	"The databases only count the pairs unless stated otherwise. Ours returns every pair with the shared units."

// newContest returns a contest with the sides in Go.
func newContest(name, title string, in input) (*contest, error) {
	c := &contest{claims: in.generate()}
	if err := byHand(c.claims)(c.want.add); err != nil {
		return nil, err
	}
	c.work = measure.Work{
		Name: "claims/" + name, Title: title, LeftOut: leftOut, Close: c.close,
		Claims: in.claims, Units: in.units, Pairs: c.want.pairs,
		Notes: []string{
			"All sides find the same pairs. Only ours checks the claims, folds names, distinguishes subscriptions, activities and solution areas, and returns the pairs in a fixed order.",
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

// addDatabases adds the sides of all databases. If units are crowded, DuckDB runs once
// and its loading is not timed, because it compares all claims of a unit.
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
