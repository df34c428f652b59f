package calendar_test

import (
	"encoding"
	"errors"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/partnerrules/partnerrules"
	. "github.com/partnerrules/partnerrules/calendar"
)

var (
	_ encoding.TextAppender    = Period{}
	_ encoding.TextMarshaler   = Period{}
	_ encoding.TextUnmarshaler = (*Period)(nil)
)

// The tests compare periods as sets of days within a stretch of forty days. A
// period with an open end includes the last day of the stretch.
var (
	stretchFirst = MustParseDate("2024-02-10")
	stretchLast  = stretchFirst.AddDays(39)
)

func stretch() []Date {
	var days []Date
	for d := stretchFirst; !d.After(stretchLast); d = d.AddDays(1) {
		days = append(days, d)
	}
	return days
}

func anyPeriod() *rapid.Generator[Period] {
	return rapid.Custom(func(t *rapid.T) Period {
		first := stretchFirst.AddDays(rapid.IntRange(0, 39).Draw(t, "first"))
		switch rapid.IntRange(0, 5).Draw(t, "kind") {
		case 0:
			return Period{}
		case 1:
			return OpenPeriod(first)
		}
		days, _ := stretchLast.DaysSince(first)
		p, err := NewPeriod(first, first.AddDays(rapid.IntRange(0, days).Draw(t, "days")))
		if err != nil {
			t.Fatal(err)
		}
		return p
	})
}

// members returns the days of a period as a set, computed from its ends alone.
func members(p Period) map[Date]bool {
	set := map[Date]bool{}
	for _, d := range stretch() {
		if !p.IsZero() && !d.Before(p.First()) && (p.IsOpen() || !d.After(p.Last())) {
			set[d] = true
		}
	}
	return set
}

// The methods of a period agree with operations on its set of days.
func TestPeriod_Sets(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p, q := anyPeriod().Draw(t, "p"), anyPeriod().Draw(t, "q")
		inP, inQ, both := members(p), members(q), members(p.Intersect(q))
		common := 0
		for _, d := range stretch() {
			if p.Contains(d) != inP[d] {
				t.Errorf("%v.Contains(%v) = %v", p, d, p.Contains(d))
			}
			if inBoth := inP[d] && inQ[d]; inBoth != both[d] {
				t.Errorf("%v.Intersect(%v) = %v, which is wrong for %v", p, q, p.Intersect(q), d)
			} else if inBoth {
				common++
			}
		}
		if p.Overlaps(q) != (common > 0) {
			t.Errorf("%v.Overlaps(%v) = %v, with %d days in common", p, q, p.Overlaps(q), common)
		}
		if p.Intersect(q) != q.Intersect(p) {
			t.Errorf("the intersection of %v and %v depends on their order", p, q)
		}
		if p.Intersect(q).IsOpen() != (p.IsOpen() && q.IsOpen()) {
			t.Errorf("%v.Intersect(%v) = %v, with the wrong end", p, q, p.Intersect(q))
		}
		days, ok := p.Days()
		if closed := !p.IsZero() && !p.IsOpen(); ok != closed || closed && days != len(inP) || !closed && days != 0 {
			t.Errorf("%v.Days() = %d, %v, want %d", p, days, ok, len(inP))
		}
		if p.Contains(Date{}) {
			t.Errorf("%v contains the zero Date", p)
		}
	})
}

func TestPeriod_Text(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		p := rapid.OneOf(anyPeriod(), rapid.Just(OpenPeriod(maxDate)), rapid.Just(OpenPeriod(minDate))).Draw(t, "p")
		text, err := p.MarshalText()
		if err != nil {
			t.Fatal(err)
		}
		got := OpenPeriod(maxDate)
		if err := got.UnmarshalText(text); err != nil || !got.Equal(p) {
			t.Errorf("UnmarshalText(%s) = %v, %v, want %v", text, got, err, p)
		}
		if p.IsZero() {
			if len(text) != 0 || p.String() != "no period" {
				t.Errorf("the zero Period has the texts %q and %q", text, p.String())
			}
			return
		}
		end := p.Last().String()
		if p.IsOpen() {
			end = ".."
		}
		if want := p.First().String() + "/" + end; string(text) != want || p.String() != want {
			t.Errorf("the text of %v is %s, want %s", p, text, want)
		}
	})
}

func TestOpenPeriod(t *testing.T) {
	p := OpenPeriod(MustParseDate("2020-01-01"))
	if !p.Last().IsZero() || !p.IsOpen() || !p.Contains(maxDate) || p.String() != "2020-01-01/.." {
		t.Errorf("%v has last day %v", p, p.Last())
	}
	if closed := MustParsePeriod("2020-01-01/9999-12-31"); closed == p || closed.IsOpen() {
		t.Errorf("%v is open, or equal to an open period", closed)
	}
	if got := OpenPeriod(Date{}); !got.IsZero() || got.IsOpen() {
		t.Errorf("OpenPeriod of the zero Date = %v", got)
	}
}

func TestNewPeriod_Invalid(t *testing.T) {
	day := MustParseDate("2024-03-01")
	for _, test := range []struct {
		first, last Date
		name        string
	}{
		{Date{}, day, "first"}, {day, Date{}, "last"}, {Date{}, Date{}, "first"}, {day, day.AddDays(-1), "last"},
	} {
		got, err := NewPeriod(test.first, test.last)
		var bad *partnerrules.InputError
		if !errors.As(err, &bad) || bad.Path != test.name || !got.IsZero() {
			t.Errorf("NewPeriod(%v, %v) = %v, %v, want an error for %s", test.first, test.last, got, err, test.name)
		}
	}
	if got, err := NewPeriod(day, day); err != nil || !got.Contains(day) {
		t.Errorf("a period of one day is %v, %v", got, err)
	}
}

// The error of ParsePeriod has the position of the fault.
func TestParsePeriod_Offset(t *testing.T) {
	for text, offset := range map[string]int{
		"":                       0,
		"2024-03-01":             10,
		"2024-03-01/":            11,
		"2024-03-01/...":         11,
		"2024-03-01/2024-02-30":  19,
		"2024-03-01/2024-02-29":  11,
		"2024-03-xx/2024-02-30":  8,
		"2024-03-01/2024-03-02/": 21,
		"../2024-03-01":          0,
		"2024-03-01--2024-03-02": 10,
	} {
		p, err := ParsePeriod(text)
		var bad *partnerrules.InputError
		if !errors.As(err, &bad) || bad.Type != "period" || bad.Text != text || bad.Offset != offset || !p.IsZero() {
			t.Errorf("ParsePeriod(%q) = %v, %v, want offset %d", text, p, err, offset)
		}
		kept := OpenPeriod(minDate)
		if err := kept.UnmarshalText([]byte(text)); text != "" && (err == nil || kept != OpenPeriod(minDate)) {
			t.Errorf("UnmarshalText(%q) returned the error %v and left %v", text, err, kept)
		}
	}
}

func FuzzParsePeriod(f *testing.F) {
	for _, seed := range []string{"2024-03-01/2024-03-30", "2024-03-01/..", "2024-03-30/2024-03-01", "/", "../.."} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		p, err := ParsePeriod(text)
		if err != nil {
			var bad *partnerrules.InputError
			if !errors.As(err, &bad) || bad.Text != text || bad.Offset < 0 || bad.Offset > len(text) {
				t.Fatalf("ParsePeriod(%q): %#v", text, err)
			}
			if isInterval(text) {
				t.Fatalf("ParsePeriod(%q) rejects a valid period: %v", text, bad)
			}
			return
		}
		if p.IsZero() || p.String() != text || !isInterval(text) {
			t.Fatalf("ParsePeriod(%q) = %v", text, p)
		}
	})
}

// isInterval reports whether text is a valid period, by means of package time.
func isInterval(text string) bool {
	from, to, _ := strings.Cut(text, "/")
	first, err := time.Parse(time.DateOnly, from)
	if err != nil || first.Year() < 1 {
		return false
	}
	last, err := time.Parse(time.DateOnly, to)
	return to == ".." || err == nil && !last.Before(first)
}
