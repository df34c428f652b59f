package dates

import (
	"time"

	"cloud.google.com/go/civil"
	"github.com/golang-module/carbon/v2"

	"github.com/partnerrules/partnerrules/calendar"
)

const layout = time.DateOnly

func parse(s *sample) operation {
	o := operation{
		name: "parse", title: "A date from its text",
		notes: []string{"Carbon gets the layout. Otherwise it would try many layouts."},
		want:  func(i int) string { return s.texts[i] },
	}
	o.ways = []way{
		{side: "partnerrules", answer: func(i int) string { d, _ := calendar.ParseDate(s.texts[i]); return d.String() }, run: func(n int) {
			for i := range n {
				SinkDate, _ = calendar.ParseDate(s.texts[i&mask])
			}
		}},
		{side: "time", answer: func(i int) string { t, _ := time.Parse(layout, s.texts[i]); return t.Format(layout) }, run: func(n int) {
			for i := range n {
				SinkTime, _ = time.Parse(layout, s.texts[i&mask])
			}
		}},
		{side: "civil", answer: func(i int) string { d, _ := civil.ParseDate(s.texts[i]); return d.String() }, run: func(n int) {
			for i := range n {
				SinkCivil, _ = civil.ParseDate(s.texts[i&mask])
			}
		}},
		{side: "carbon", answer: func(i int) string { return carbon.ParseByLayout(s.texts[i], layout).ToDateString() }, run: func(n int) {
			for i := range n {
				SinkCarbon = carbon.ParseByLayout(s.texts[i&mask], layout)
			}
		}},
	}
	return o
}

func format(s *sample) operation {
	o := operation{
		name: "format", title: "The text of a date, as a string",
		want: func(i int) string { return s.texts[i] },
	}
	o.ways = []way{
		{side: "partnerrules", answer: func(i int) string { return s.dates[i].String() }, run: func(n int) {
			for i := range n {
				SinkText = s.dates[i&mask].String()
			}
		}},
		{side: "time", answer: func(i int) string { return s.times[i].Format(layout) }, run: func(n int) {
			for i := range n {
				SinkText = s.times[i&mask].Format(layout)
			}
		}},
		{side: "civil", answer: func(i int) string { return s.civils[i].String() }, run: func(n int) {
			for i := range n {
				SinkText = s.civils[i&mask].String()
			}
		}},
		{side: "carbon", answer: func(i int) string { return s.carbons[i].ToDateString() }, run: func(n int) {
			for i := range n {
				SinkText = s.carbons[i&mask].ToDateString()
			}
		}},
	}
	return o
}

func appendText(s *sample) operation {
	buffer := make([]byte, 0, 16)
	o := operation{
		name: "append", title: "The text of a date, appended to a buffer",
		notes: []string{"Civil and carbon cannot append, so their string is appended, as their users would do."},
		want:  func(i int) string { return s.texts[i] },
	}
	o.ways = []way{
		{side: "partnerrules", answer: func(i int) string { b, _ := s.dates[i].AppendText(buffer); return string(b) }, run: func(n int) {
			for i := range n {
				SinkBytes, _ = s.dates[i&mask].AppendText(buffer)
			}
		}},
		{side: "time", answer: func(i int) string { return string(s.times[i].AppendFormat(buffer, layout)) }, run: func(n int) {
			for i := range n {
				SinkBytes = s.times[i&mask].AppendFormat(buffer, layout)
			}
		}},
		{side: "civil", answer: func(i int) string { return string(append(buffer, s.civils[i].String()...)) }, run: func(n int) {
			for i := range n {
				SinkBytes = append(buffer, s.civils[i&mask].String()...)
			}
		}},
		{side: "carbon", answer: func(i int) string { return string(append(buffer, s.carbons[i].ToDateString()...)) }, run: func(n int) {
			for i := range n {
				SinkBytes = append(buffer, s.carbons[i&mask].ToDateString()...)
			}
		}},
	}
	return o
}
