//go:build !noduckdb

package claims

import (
	"context"
	"database/sql"
	"database/sql/driver"

	"github.com/duckdb/duckdb-go/v2"

	"github.com/partnerrules/partnerrules/cpor"
)

// openDuckDB opens a database in memory that uses two threads. It is loaded by an
// Appender, the fastest way of its driver.
func openDuckDB() (*database, error) {
	connector, err := duckdb.NewConnector("", func(e driver.ExecerContext) error {
		_, err := e.ExecContext(context.Background(), "SET threads = 2", nil)
		return err
	})
	if err != nil {
		return nil, err
	}
	load := func(ctx context.Context, db *sql.DB, claims []cpor.Claim) error {
		if err := execute(ctx, db, "CREATE OR REPLACE TABLE claims "+columns); err != nil {
			return err
		}
		return appendAll(ctx, connector, claims)
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
		id, tenant, name, company, start, ends := values(&claims[i])
		if err := appender.AppendRow(id, tenant, name, company, start, ends); err != nil {
			return err
		}
	}
	return appender.Close()
}
