package calendar_test

import (
	"errors"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"github.com/partnerrules/partnerrules"
	. "github.com/partnerrules/partnerrules/calendar"
)

// A slow calendar is the definition of business days. It checks every day.
type slow struct {
	weekend  Weekend
	holidays map[Date]bool
}

func (s slow) isBusinessDay(d Date) bool {
	return !d.IsZero() && s.weekend>>d.Weekday()&1 == 0 && !s.holidays[d]
}

func (s slow) add(d Date, n int) Date {
	step := 1
	if n < 0 {
		step, n = -1, -n
	}
	for n > 0 && !d.IsZero() {
		if d = d.AddDays(step); s.isBusinessDay(d) {
			n--
		}
	}
	return d
}

func (s slow) count(a, b Date) int {
	if b.Before(a) {
		return -s.count(b, a)
	}
	n := 0
	for d := a; d.Before(b); {
		if d = d.AddDays(1); s.isBusinessDay(d) {
			n++
		}
	}
	return n
}

// anyCalendar draws a weekend, up to forty holidays in the sixty days around a
// day, and a holiday far from it. It returns the same calendar in both forms.
func anyCalendar(t *rapid.T, around Date) (BusinessCalendar, slow) {
	weekend := rapid.OneOf(
		rapid.Just(SaturdaySunday),
		rapid.Map(rapid.IntRange(0, 126), func(bits int) Weekend { return Weekend(bits) }),
	).Draw(t, "weekend")
	s := slow{weekend, map[Date]bool{}}
	var holidays []Date
	for _, days := range rapid.SliceOfN(rapid.IntRange(-30, 30), 0, 40).Draw(t, "holidays") {
		if d := around.AddDays(days); !d.IsZero() {
			holidays = append(holidays, d)
			s.holidays[d] = true
		}
	}
	if d := around.AddDays(rapid.IntRange(-20_000, 20_000).Draw(t, "far")); !d.IsZero() {
		holidays = append(holidays, d)
		s.holidays[d] = true
	}
	c, err := NewBusinessCalendar(weekend, holidays...)
	if err != nil {
		t.Fatal(err)
	}
	return c, s
}

// The calendar agrees with counting day by day.
func TestBusinessCalendar_DayByDay(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		around := anyDate().Draw(t, "around")
		c, s := anyCalendar(t, around)
		a := around.AddDays(rapid.IntRange(-40, 40).Draw(t, "a"))
		b := around.AddDays(rapid.IntRange(-40, 40).Draw(t, "b"))
		n := rapid.IntRange(-40, 40).Draw(t, "n")

		if got, want := c.IsBusinessDay(a), s.isBusinessDay(a); got != want {
			t.Errorf("IsBusinessDay(%v) = %v", a, got)
		}
		if got, want := c.Add(a, n), s.add(a, n); got != want {
			t.Errorf("Add(%v, %d) = %v, want %v", a, n, got, want)
		}
		if got, want := c.Next(a), s.add(a, 1); got != want {
			t.Errorf("Next(%v) = %v, want %v", a, got, want)
		}
		got, ok := c.Count(a, b)
		if ok != (!a.IsZero() && !b.IsZero()) {
			t.Fatalf("Count(%v, %v) returns ok %v", a, b, ok)
		}
		if ok && got != s.count(a, b) {
			t.Errorf("Count(%v, %v) = %d, want %d", a, b, got, s.count(a, b))
		}
	})
}

// Add skips a week and a month without business days.
func TestBusinessCalendar_LongHolidays(t *testing.T) {
	monday := MustParseDate("2024-07-01")
	for _, days := range []int{7, 31} {
		s := slow{SaturdaySunday, map[Date]bool{}}
		var holidays []Date
		for d := monday; len(holidays) < days; d = d.AddDays(1) {
			holidays = append(holidays, d)
			s.holidays[d] = true
		}
		c, err := NewBusinessCalendar(SaturdaySunday, holidays...)
		if err != nil {
			t.Fatal(err)
		}
		for from := -20; from <= days+20; from++ {
			for n := -20; n <= 20; n++ {
				a := monday.AddDays(from)
				if got, want := c.Add(a, n), s.add(a, n); got != want {
					t.Errorf("%d days of holidays: Add(%v, %d) = %v, want %v", days, a, n, got, want)
				}
			}
		}
	}
}

// Over any distance, Count is the inverse of Add.
func TestBusinessCalendar_AddCount(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := anyDate().Draw(t, "a")
		c, _ := anyCalendar(t, a)
		n := rapid.OneOf(rapid.IntRange(-allDays, allDays), rapid.Int()).Draw(t, "n")
		b := c.Add(a, n)
		if n == 0 {
			if b != a {
				t.Errorf("Add(%v, 0) = %v", a, b)
			}
			return
		}
		if b.IsZero() {
			return // out of range
		}
		got, _ := c.Count(a, b)
		if n < 0 && !c.IsBusinessDay(a) {
			got-- // Count does not include its first day, which Add counts
		}
		if got != n || !c.IsBusinessDay(b) {
			t.Errorf("%v is %d business days after %v, want %d", b, got, a, n)
		}
	})
}

// Results out of range are the zero Date.
func TestBusinessCalendar_Range(t *testing.T) {
	var c BusinessCalendar
	for _, got := range []Date{
		c.Next(maxDate), c.Add(minDate, -1), c.Add(minDate, allDays), c.Add(maxDate, -allDays),
		c.Add(minDate, int(^uint(0)>>1)), c.Add(maxDate, -int(^uint(0)>>1)-1), c.Add(Date{}, 0), c.Add(Date{}, 5), c.Next(Date{}),
	} {
		if !got.IsZero() {
			t.Errorf("got %v, want the zero Date", got)
		}
	}
	if c.IsBusinessDay(Date{}) {
		t.Error("the zero Date is a business day")
	}
	if got := c.Next(maxDate.AddDays(-1)); got != maxDate { // a Friday
		t.Errorf("the last business day is %v", got)
	}
}

// A calendar with the weekend and the holidays of another is the same calendar.
func TestBusinessCalendar_Holidays(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		around := anyDate().Draw(t, "around")
		c, s := anyCalendar(t, around)
		holidays := slices.Collect(c.Holidays())
		if c.Weekend() != s.weekend || !slices.IsSortedFunc(holidays, Date.Compare) {
			t.Errorf("weekend %b, want %b; holidays %v", c.Weekend(), s.weekend, holidays)
		}
		var want []Date
		for d := range s.holidays {
			if s.weekend>>d.Weekday()&1 == 0 {
				want = append(want, d)
			}
		}
		slices.SortFunc(want, Date.Compare)
		if !slices.Equal(holidays, want) {
			t.Errorf("holidays %v, want %v", holidays, want)
		}
		for range c.Holidays() {
			break
		}
	})
	var zero BusinessCalendar
	if zero.Weekend() != SaturdaySunday || len(slices.Collect(zero.Holidays())) > 0 {
		t.Errorf("the zero calendar has the weekend %b and the holidays %v", zero.Weekend(), slices.Collect(zero.Holidays()))
	}
}

// The zero BusinessCalendar has the business days Monday to Friday.
func TestBusinessCalendar_Zero(t *testing.T) {
	var zero BusinessCalendar
	for _, d := range stretch() {
		want := d.Weekday() != time.Saturday && d.Weekday() != time.Sunday
		if zero.IsBusinessDay(d) != want {
			t.Errorf("IsBusinessDay(%v) = %v on a %v", d, !want, d.Weekday())
		}
	}
}

func TestNewBusinessCalendar_Invalid(t *testing.T) {
	day := MustParseDate("2024-12-25")
	for _, test := range []struct {
		weekend  Weekend
		holidays []Date
		name     string
	}{
		{127, nil, "weekend"},
		{128, nil, "weekend"},
		{255, nil, "weekend"},
		{SaturdaySunday, []Date{{}, day}, "holidays[0]"},
		{SaturdaySunday, []Date{day, {}, day}, "holidays[1]"},
	} {
		_, err := NewBusinessCalendar(test.weekend, test.holidays...)
		var bad *partnerrules.InputError
		if !errors.As(err, &bad) || bad.Path != test.name {
			t.Errorf("NewBusinessCalendar(%d, %v) returns %v, want an error for %s", test.weekend, test.holidays, err, test.name)
		}
	}
}

// A calendar neither changes nor keeps the caller's slice of holidays.
func TestNewBusinessCalendar_Aliasing(t *testing.T) {
	holidays := []Date{MustParseDate("2024-12-25"), MustParseDate("2024-12-24")}
	c, err := NewBusinessCalendar(SaturdaySunday, holidays...)
	if err != nil {
		t.Fatal(err)
	}
	if holidays[0] != MustParseDate("2024-12-25") {
		t.Error("the caller's slice was sorted")
	}
	christmas := holidays[0]
	holidays[0] = MustParseDate("2024-12-27")
	if c.IsBusinessDay(christmas) || !c.IsBusinessDay(holidays[0]) {
		t.Error("the calendar changed with the caller's slice")
	}
}
