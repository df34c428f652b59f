module github.com/partnerrules/partnerrules/examples/report

go 1.24.0

require (
	github.com/arran4/golang-ical v0.3.4
	github.com/partnerrules/partnerrules v0.0.0
)

require github.com/shopspring/decimal v1.6.0 // indirect

replace github.com/partnerrules/partnerrules => ../..
