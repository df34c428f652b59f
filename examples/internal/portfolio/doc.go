// Package portfolio reads the files of a partner and applies the rules to them on
// one day: to memberships and their benefits, to customers and their orders, and
// to association claims.
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
// A [Report] consists of plain values with JSON tags. The programs present it:
// examples/portfolio as text and JSON, examples/report as HTML and iCalendar.
//
//   - Companies: each [Company] with an [Answer] for each offer, held or wanted.
//     A timeline shows Held.Years, Held.Window, Benefits and Events.
//   - Agreement: each [Customer] with its acceptance and orders.
//   - Claims: each [Claim] with what is due next.
//   - Actions, Blocked and Competing answer the most common questions.
//
// A [Loader] can continue after a fault and report the progress of long files.
// [Compare] returns the decisions that differ between two reports.
//
// The package never reads the clock. The caller passes the day, which may be
// [Portfolio.Day].
package portfolio
