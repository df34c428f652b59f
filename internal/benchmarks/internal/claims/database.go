package claims

import (
	"cmp"
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"io"
	"strconv"

	"github.com/google/uuid"

	"github.com/partnerrules/partnerrules/cpor"
	"github.com/partnerrules/partnerrules/internal/benchmarks/internal/measure"
)

// A database holds the claims in a table that load recreates. A row has the index n of
// the claim, its tenant, the name of its unit, its company, and its days as numbers.
// The types of the columns are the fastest ones of each database.
type database struct {
	name   string
	db     *sql.DB
	load   func(ctx context.Context, db *sql.DB, claims []cpor.Claim) error
	claims []cpor.Claim // the claims that its sides load or have loaded
}

// values returns the values of the claim at index i for the columns n, tenant, name,
// company, start and ends.
func values(claims []cpor.Claim, i int) (n int32, tenant [16]byte, name string, company, start, ends int32) {
	c := &claims[i]
	return int32(i), tenantBytes(c.Tenant), c.Units[0].Name, companyNumber(c.Company), dayNumber(c.Approved), dayNumber(c.Ends)
}

// counted returns a side that counts the pairs in the loaded table. The database
// returns only a number.
func (d *database) counted(q query, want answer) measure.Side {
	return d.side(q.name, q, want, func(ctx context.Context) (int, error) { return d.count(ctx, q) })
}

// once returns a side that counts the pairs once, because it takes many seconds.
func (d *database) once(q query, want answer) measure.Side {
	side := d.counted(query{name: q.name, count: q.count}, want)
	side.Once = true
	return side
}

// loading returns a side that also loads the table.
func (d *database) loading(q query, want answer) measure.Side {
	return d.side(q.name+", with loading", q, want, func(ctx context.Context) (int, error) {
		if err := d.load(ctx, d.db, d.claims); err != nil {
			return 0, err
		}
		return d.count(ctx, q)
	})
}

// handing returns a side that hands over the pairs to Go, as the indexes of the claims.
func (d *database) handing(q query, want answer) measure.Side {
	side := d.side(q.name+", pairs handed over", q, want, func(ctx context.Context) (n int, err error) {
		err = d.pairs(ctx, q, func(int, int) { n++ })
		return n, err
	})
	side.Answer = onlyPairs
	return side
}

func (d *database) side(name string, q query, want answer, run func(context.Context) (int, error)) measure.Side {
	ctx := context.Background()
	var count int
	var failed error
	verified := q.pairs == ""
	return measure.Side{
		Name: d.name + ", " + name, Answer: numberOfPairs,
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
			if err := d.pairs(ctx, q, func(a, b int) { got.add(d.claims[a].ID, d.claims[b].ID) }); err != nil {
				return err
			}
			verified = true
			return got.check(want)
		},
	}
}

func (d *database) count(ctx context.Context, q query) (n int, err error) {
	err = d.db.QueryRowContext(ctx, q.count).Scan(&n)
	return n, err
}

// pairs yields the pairs as the indexes of their claims. It reads the rows of the
// driver, because Scan of package sql takes longer.
func (d *database) pairs(ctx context.Context, q query, yield func(a, b int)) error {
	conn, err := d.db.Conn(ctx)
	if err != nil {
		return err
	}
	defer conn.Close()
	return conn.Raw(func(c any) error {
		rows, err := c.(driver.QueryerContext).QueryContext(ctx, q.pairs, nil)
		if err != nil {
			return err
		}
		defer rows.Close()
		var pair [1]driver.Value
		for {
			if err := rows.Next(pair[:]); errors.Is(err, io.EOF) {
				return nil
			} else if err != nil {
				return err
			}
			both := pair[0].(int64)
			yield(int(both>>32), int(both&(1<<32-1)))
		}
	})
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
func companyNumber(id cpor.PartnerID) int32 {
	n, err := strconv.ParseInt(id.String(), 10, 32)
	if err != nil {
		panic(err) // the generator uses small numbers
	}
	return int32(n)
}

// tenantBytes returns an ID in the binary form of databases.
func tenantBytes(id cpor.TenantID) [16]byte { return uuid.MustParse(id.String()) }
