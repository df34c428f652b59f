//go:build !noduckdb

package claims

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"fmt"
	"strings"

	"github.com/duckdb/duckdb-go/v2"

	"github.com/partnerrules/partnerrules/cpor"
)

// openDuckDB opens a database in memory that uses the given number of threads. It is
// loaded by an Appender, the fastest way of its driver. It stores a name as the number
// of an ENUM.
func openDuckDB(threads int, sorted bool) (*database, error) {
	connector, err := duckdb.NewConnector("", func(e driver.ExecerContext) error {
		_, err := e.ExecContext(context.Background(), fmt.Sprint("SET threads = ", threads), nil)
		return err
	})
	if err != nil {
		return nil, err
	}
	load := func(ctx context.Context, db *sql.DB, claims []cpor.Claim) error {
		err := execute(ctx, db, "DROP TABLE IF EXISTS claims", "DROP TYPE IF EXISTS names",
			"CREATE TYPE names AS ENUM ('"+strings.Join(products[:], "', '")+"')",
			"CREATE TABLE claims (n INTEGER, tenant UUID, name names, company INTEGER, start INTEGER, ends INTEGER)")
		if err != nil {
			return err
		}
		if err := appendAll(ctx, connector, claims); err != nil || !sorted {
			return err
		}
		return execute(ctx, db, "CREATE TABLE sorted AS FROM claims ORDER BY tenant, name, start", "DROP TABLE claims", "ALTER TABLE sorted RENAME TO claims")
	}
	return &database{name: "DuckDB", db: sql.OpenDB(connector), load: load}, nil
}

func appendAll(ctx context.Context, connector *duckdb.Connector, claims []cpor.Claim) error {
	conn, err := connector.Connect(ctx)
	if err != nil {
		return err
	}
	defer conn.Close()
	appender, err := duckdb.NewAppenderFromConn(conn, "", "claims")
	if err != nil {
		return err
	}
	for i := range claims {
		n, tenant, name, company, start, ends := values(claims, i)
		if err := appender.AppendRow(n, duckdb.UUID(tenant), name, company, start, ends); err != nil {
			return err
		}
	}
	return appender.Close()
}
