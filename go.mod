module github.com/partnerrules/partnerrules

go 1.24.0

require (
	github.com/google/go-cmp v0.7.0
	github.com/shopspring/decimal v1.6.0
	golang.org/x/exp v0.0.0-20260112195511-716be5621a96
	pgregory.net/rapid v1.3.0
)

require golang.org/x/tools v0.41.0 // indirect
