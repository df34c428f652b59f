module github.com/partnerrules/partnerrules/examples

go 1.26.0

require (
	github.com/arran4/golang-ical v0.3.4
	github.com/chromedp/cdproto v0.159.0
	github.com/chromedp/chromedp v0.23.0
	github.com/emersion/go-ical v0.0.0-20250329121855-f41e73efc392
	github.com/go-json-experiment/json v1.27.2
	github.com/google/go-cmp v0.7.0
	github.com/partnerrules/partnerrules v0.0.0
	github.com/shopspring/decimal v1.6.0
	golang.org/x/net v0.49.0
	golang.org/x/text v0.33.0
)

require github.com/teambition/rrule-go v1.8.2 // indirect

replace github.com/partnerrules/partnerrules => ../
