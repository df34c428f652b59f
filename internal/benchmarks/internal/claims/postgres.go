package claims

import (
	"context"
	"database/sql"
	"errors"
	"os"
	"os/exec"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/stdlib"

	"github.com/partnerrules/partnerrules/cpor"
)

// openPostgres connects to the server in DATABASE_URL or in the PG environment
// variables. It returns an error if psql or the server is missing.
func openPostgres() (*database, error) {
	if _, err := exec.LookPath("psql"); err != nil {
		return nil, errors.New("psql is not in the path")
	}
	config, err := pgx.ParseConfig(os.Getenv("DATABASE_URL"))
	if err != nil {
		return nil, err
	}
	config.ConnectTimeout = 2 * time.Second
	db := stdlib.OpenDB(*config)
	db.SetMaxOpenConns(1) // the table belongs to the connection
	if err := db.Ping(); err != nil {
		return nil, errors.Join(errors.New("no server found"), db.Close())
	}
	return &database{name: "PostgreSQL", db: db, load: loadPostgres}, nil
}

// loadPostgres creates a temporary table by COPY, and then its index.
func loadPostgres(ctx context.Context, db *sql.DB, claims []cpor.Claim) error {
	if err := execute(ctx, db, "DROP TABLE IF EXISTS pg_temp.claims", "CREATE TEMPORARY TABLE claims (n INTEGER, tenant UUID, name TEXT, company INTEGER, start INTEGER, ends INTEGER)"); err != nil {
		return err
	}
	conn, err := db.Conn(ctx)
	if err != nil {
		return err
	}
	err = conn.Raw(func(c any) error {
		rows := pgx.CopyFromSlice(len(claims), func(i int) ([]any, error) {
			n, tenant, name, company, start, ends := values(claims, i)
			return []any{n, tenant, name, company, start, ends}, nil
		})
		_, err := c.(*stdlib.Conn).Conn().CopyFrom(ctx, pgx.Identifier{"claims"}, []string{"n", "tenant", "name", "company", "start", "ends"}, rows)
		return err
	})
	if err := errors.Join(err, conn.Close()); err != nil {
		return err
	}
	return execute(ctx, db, "CREATE INDEX ON claims (tenant, name, start)", "ANALYZE claims")
}
