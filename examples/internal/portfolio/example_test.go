package portfolio_test

import (
	"fmt"
	"testing/fstest"

	"github.com/partnerrules/partnerrules/examples/internal/portfolio"
)

func ExampleLoad() {
	folder := fstest.MapFS{"companies.json": {Data: []byte(`{
		"on": "2024-09-15",
		"companies": [{
			"name": "Example Ltd", "account": "authorized", "billing": "linked",
			"memberships": [{"offer": "partner-launch-benefits", "start": "2023-09-01"}]
		}]
	}`)}}
	p, err := portfolio.Load(folder)
	if err != nil {
		fmt.Println(err)
		return
	}
	report, err := p.Judge(p.Day(), portfolio.Baseline)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, action := range report.Actions {
		fmt.Println(action.By, action.Who, action.Text)
	}
	// Output:
	// 2024-10-01 partner renew Partner Launch Benefits
}
