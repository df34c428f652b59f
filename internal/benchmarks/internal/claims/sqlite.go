package claims

import (
	"context"
	"database/sql"

	_ "github.com/mattn/go-sqlite3" // registers "sqlite3"
	_ "modernc.org/sqlite"          // registers "sqlite"

	"github.com/partnerrules/partnerrules/cpor"
)

// openSQLite opens a database in memory with one of the two drivers. It is loaded in
// one transaction. The index is created afterwards and covers the joins.
func openSQLite(name, driver string) (*database, error) {
	db, err := sql.Open(driver, ":memory:")
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(1) // each connection has its own memory
	return &database{name: name, db: db, load: loadSQLite}, nil
}

func loadSQLite(ctx context.Context, db *sql.DB, claims []cpor.Claim) error {
	err := execute(ctx, db, "PRAGMA journal_mode = OFF", "PRAGMA synchronous = OFF", "DROP TABLE IF EXISTS claims",
		"CREATE TABLE claims (n INTEGER PRIMARY KEY, tenant BLOB, name TEXT, company INTEGER, start INTEGER, ends INTEGER)")
	if err != nil {
		return err
	}
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	insert, err := tx.PrepareContext(ctx, "INSERT INTO claims VALUES (?, ?, ?, ?, ?, ?)")
	if err != nil {
		return err
	}
	for i := range claims {
		n, tenant, name, company, start, ends := values(claims, i)
		if _, err := insert.ExecContext(ctx, n, tenant[:], name, company, start, ends); err != nil {
			return err
		}
	}
	if err := tx.Commit(); err != nil {
		return err
	}
	return execute(ctx, db, "CREATE INDEX by_unit ON claims (tenant, name, start, ends, company)")
}
