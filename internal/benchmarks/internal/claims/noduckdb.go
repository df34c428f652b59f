//go:build noduckdb

package claims

import "errors"

// openDuckDB returns an error. DuckDB needs a C++ runtime, which a machine may lack.
func openDuckDB(int, bool) (*database, error) {
	return nil, errors.New("built with the tag noduckdb")
}
