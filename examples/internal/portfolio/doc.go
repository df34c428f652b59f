// Package portfolio reads what a partner has, and judges all of it on a day: the
// memberships of companies with their benefits, customers with their acceptance
// of the customer agreement and their orders, and association claims.
//
//	p, err := portfolio.Load(os.DirFS("my-folder"))
//	if err != nil {
//		return err
//	}
//	report, err := p.Judge(calendar.MustParseDate("2024-09-15"), portfolio.Baseline)
//	if err != nil {
//		return err
//	}
//	for _, action := range report.Actions {
//		fmt.Println(action.By, action.Who, action.Text)
//	}
//
// The parts of a [Report] are plain values, with tags for JSON. Programs put
// them in a form: examples/portfolio writes text and JSON, and examples/report
// HTML and iCalendar.
//
//   - Companies: each [Company] with an [Answer] for each offer, held or wanted.
//     Held.Years, Held.Window, Benefits and Events are what a timeline shows.
//   - Agreement: each [Customer] with its acceptance and orders.
//   - Claims: each [Claim] with what is due next.
//   - Actions, Blocked and Competing say first what people ask first.
//
// [Loader] reads on where something is at fault, and tells how far it has come
// with files that are long. [Compare] says what two reports decide differently.
//
// It never looks at the clock: whoever calls it gives the day, or takes that of
// [Portfolio.Day].
package portfolio
