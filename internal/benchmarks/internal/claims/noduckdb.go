//go:build noduckdb

package claims

import "errors"

// openDuckDB says that there is none: its library is of C++, whose runtime a
// machine may not have.
func openDuckDB() (*database, error) { return nil, errors.New("built with the tag noduckdb") }
