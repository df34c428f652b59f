package claims

import (
	"cmp"
	"context"
	"database/sql"
	"strconv"

	"github.com/partnerrules/partnerrules/cpor"
	"github.com/partnerrules/partnerrules/internal/benchmarks/internal/measure"
)

// A database holds the claims in a table that load makes anew. The table has the
// tenant, the name and the claim ID as text, the days and the company as
// numbers.
type database struct {
	name string
	db   *sql.DB
	load func(ctx context.Context, db *sql.DB, claims []cpor.Claim) error
}

// columns is how all databases declare the table.
const columns = `(id TEXT, tenant TEXT, name TEXT, company BIGINT, start INTEGER, ends INTEGER)`

// values are those of a claim for the columns.
func values(c *cpor.Claim) (id, tenant, name string, company int64, start, ends int32) {
	return c.ID, c.Tenant.String(), c.Units[0].Name, companyNumber(c.Company), dayNumber(c.Approved), dayNumber(c.Ends)
}

// A join is a way to ask for the pairs.
type join string

// Both joins find each pair once. The plain one is how overlap is written as a
// rule; the bounded one asks for the claims that start while another runs, which
// an index on the start answers.
const (
	plain join = `FROM claims a JOIN claims b ON a.tenant = b.tenant AND a.name = b.name
		AND a.start <= b.ends AND b.start <= a.ends AND a.id < b.id AND a.company <> b.company`
	bounded join = `FROM claims a JOIN claims b ON a.tenant = b.tenant AND a.name = b.name
		AND b.start BETWEEN a.start AND a.ends AND (a.start < b.start OR a.id < b.id) AND a.company <> b.company`
)

// loaded counts the pairs in a table that is there: the database hands over a
// number and no pair.
func (d *database) loaded(name string, query join, want answer) measure.Side {
	return d.side(name, query, want, func(ctx context.Context) (int, error) { return d.count(ctx, query) })
}

// loading makes the table first.
func (d *database) loading(name string, query join, claims []cpor.Claim, want answer) measure.Side {
	return d.side(name, query, want, func(ctx context.Context) (int, error) {
		if err := d.load(ctx, d.db, claims); err != nil {
			return 0, err
		}
		return d.count(ctx, query)
	})
}

// reading hands the pairs over to Go.
func (d *database) reading(name string, query join, want answer) measure.Side {
	side := d.side(name, query, want, func(ctx context.Context) (n int, err error) {
		err = d.pairs(ctx, query, func(string, string) { n++ })
		return n, err
	})
	side.Answer = "pairs"
	return side
}

func (d *database) side(name string, query join, want answer, run func(context.Context) (int, error)) measure.Side {
	ctx := context.Background()
	var count int
	var failed error
	verified := false
	return measure.Side{
		Name: d.name + ", " + name, Answer: "number of pairs",
		Run: func(n int) {
			for range n {
				var err error
				count, err = run(ctx)
				failed = cmp.Or(failed, err)
			}
		},
		Check: func() error {
			if err := cmp.Or(failed, want.checkCount(count)); err != nil || verified {
				return err
			}
			var got answer
			if err := d.pairs(ctx, query, got.add); err != nil {
				return err
			}
			verified = true
			return got.check(want)
		},
	}
}

func (d *database) count(ctx context.Context, query join) (n int, err error) {
	err = d.db.QueryRowContext(ctx, "SELECT count(*) "+string(query)).Scan(&n)
	return n, err
}

func (d *database) pairs(ctx context.Context, query join, yield func(first, second string)) error {
	rows, err := d.db.QueryContext(ctx, "SELECT a.id, b.id "+string(query))
	if err != nil {
		return err
	}
	defer rows.Close()
	var first, second string
	for rows.Next() {
		if err := rows.Scan(&first, &second); err != nil {
			return err
		}
		yield(first, second)
	}
	return rows.Err()
}

// execute runs statements one after another.
func execute(ctx context.Context, db *sql.DB, statements ...string) error {
	for _, s := range statements {
		if _, err := db.ExecContext(ctx, s); err != nil {
			return err
		}
	}
	return nil
}

// companyNumber returns the number that an ID is.
func companyNumber(id cpor.PartnerID) int64 {
	n, err := strconv.ParseInt(id.String(), 10, 64)
	if err != nil {
		panic(err) // the generator gives small numbers
	}
	return n
}
