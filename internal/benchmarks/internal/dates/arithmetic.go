package dates

import "fmt"

const days, months = 100, 13

func addDays(s *sample) operation {
	o := operation{
		name: "add-days", title: "100 days after a date",
		want: func(i int) string { return s.dates[i].AddDays(days).String() },
	}
	o.ways = []way{
		{side: "partnerrules", answer: o.want, run: func(n int) {
			for i := range n {
				SinkDate = s.dates[i&mask].AddDays(days)
			}
		}},
		{side: "time", answer: func(i int) string { return s.times[i].AddDate(0, 0, days).Format(layout) }, run: func(n int) {
			for i := range n {
				SinkTime = s.times[i&mask].AddDate(0, 0, days)
			}
		}},
		{side: "civil", answer: func(i int) string { return s.civils[i].AddDays(days).String() }, run: func(n int) {
			for i := range n {
				SinkCivil = s.civils[i&mask].AddDays(days)
			}
		}},
		{side: "carbon", answer: func(i int) string { return s.carbons[i].AddDays(days).ToDateString() }, run: func(n int) {
			for i := range n {
				SinkCarbon = s.carbons[i&mask].AddDays(days)
			}
		}},
	}
	return o
}

func addMonths(s *sample) operation {
	o := operation{
		name: "add-months", title: "13 months after a date",
		notes: []string{
			"Ours and carbon's AddMonthsNoOverflow stop at the last day of a month. Time and civil overflow into the next month, which is less work: " +
				"their answers are compared for days 1 to 28 of a month.",
		},
		want: func(i int) string { return s.dates[i].AddMonths(months).String() },
	}
	early := func(i int) bool { return s.dates[i].Day() <= 28 }
	o.ways = []way{
		{side: "partnerrules", answer: o.want, run: func(n int) {
			for i := range n {
				SinkDate = s.dates[i&mask].AddMonths(months)
			}
		}},
		{side: "time", agrees: early, answer: func(i int) string { return s.times[i].AddDate(0, months, 0).Format(layout) }, run: func(n int) {
			for i := range n {
				SinkTime = s.times[i&mask].AddDate(0, months, 0)
			}
		}},
		{side: "civil", agrees: early, answer: func(i int) string { return s.civils[i].AddMonths(months).String() }, run: func(n int) {
			for i := range n {
				SinkCivil = s.civils[i&mask].AddMonths(months)
			}
		}},
		{side: "carbon", answer: func(i int) string { return s.carbons[i].AddMonthsNoOverflow(months).ToDateString() }, run: func(n int) {
			for i := range n {
				SinkCarbon = s.carbons[i&mask].AddMonthsNoOverflow(months)
			}
		}},
	}
	return o
}

func compare(s *sample) operation {
	next := func(i int) int { return (i + 1) & mask }
	o := operation{
		name: "compare", title: "Which of two dates comes first",
		notes: []string{"Carbon has no three-way comparison, so its Lt is measured, which does less."},
		want:  func(i int) string { return fmt.Sprint(s.dates[i].Compare(s.dates[next(i)])) },
	}
	o.ways = []way{
		{side: "partnerrules", answer: o.want, run: func(n int) {
			for i := range n {
				SinkInt = s.dates[i&mask].Compare(s.dates[next(i)])
			}
		}},
		{side: "time", answer: func(i int) string { return fmt.Sprint(s.times[i].Compare(s.times[next(i)])) }, run: func(n int) {
			for i := range n {
				SinkInt = s.times[i&mask].Compare(s.times[next(i)])
			}
		}},
		{side: "civil", answer: func(i int) string { return fmt.Sprint(s.civils[i].Compare(s.civils[next(i)])) }, run: func(n int) {
			for i := range n {
				SinkInt = s.civils[i&mask].Compare(s.civils[next(i)])
			}
		}},
		{side: "carbon", answer: func(i int) string {
			if s.carbons[i].Lt(s.carbons[next(i)]) {
				return "-1"
			}
			return "1" // no two dates of the sample are equal
		}, run: func(n int) {
			for i := range n {
				SinkBool = s.carbons[i&mask].Lt(s.carbons[next(i)])
			}
		}},
	}
	return o
}
