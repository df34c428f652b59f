package claims

import (
	"cmp"
	"context"
	"database/sql"
	"strconv"

	"github.com/partnerrules/partnerrules/cpor"
	"github.com/partnerrules/partnerrules/internal/benchmarks/internal/measure"
)

// A database holds the claims in a table that load recreates. The tenant, the name
// and the claim ID are text. The days and the company are numbers.
type database struct {
	name string
	db   *sql.DB
	load func(ctx context.Context, db *sql.DB, claims []cpor.Claim) error
}

// columns declares the table in all databases.
const columns = `(id TEXT, tenant TEXT, name TEXT, company BIGINT, start INTEGER, ends INTEGER)`

// values returns the values of a claim for the columns.
func values(c *cpor.Claim) (id, tenant, name string, company int64, start, ends int32) {
	return c.ID, c.Tenant.String(), c.Units[0].Name, companyNumber(c.Company), dayNumber(c.Approved), dayNumber(c.Ends)
}

// A join is an SQL join that returns the pairs.
type join string

// Both joins return each pair once. The plain join uses the definition of overlap. The
// bounded join finds the claims that start while another claim runs, and can use an
// index on the start.
const (
	plain join = `FROM claims a JOIN claims b ON a.tenant = b.tenant AND a.name = b.name
		AND a.start <= b.ends AND b.start <= a.ends AND a.id < b.id AND a.company <> b.company`
	bounded join = `FROM claims a JOIN claims b ON a.tenant = b.tenant AND a.name = b.name
		AND b.start BETWEEN a.start AND a.ends AND (a.start < b.start OR a.id < b.id) AND a.company <> b.company`
)

// loaded returns a side that counts the pairs in a loaded table. The database returns
// only a number.
func (d *database) loaded(name string, query join, want answer) measure.Side {
	return d.side(name, query, want, func(ctx context.Context) (int, error) { return d.count(ctx, query) })
}

// loading returns a side that also loads the table.
func (d *database) loading(name string, query join, claims []cpor.Claim, want answer) measure.Side {
	return d.side(name, query, want, func(ctx context.Context) (int, error) {
		if err := d.load(ctx, d.db, claims); err != nil {
			return 0, err
		}
		return d.count(ctx, query)
	})
}

// reading returns a side that reads the pairs into Go.
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

// execute runs statements in order.
func execute(ctx context.Context, db *sql.DB, statements ...string) error {
	for _, s := range statements {
		if _, err := db.ExecContext(ctx, s); err != nil {
			return err
		}
	}
	return nil
}

// companyNumber returns an ID as a number.
func companyNumber(id cpor.PartnerID) int64 {
	n, err := strconv.ParseInt(id.String(), 10, 64)
	if err != nil {
		panic(err) // the generator uses small numbers
	}
	return n
}
