package report

import (
	"testing"

	"github.com/partnerrules/partnerrules/internal/benchmarks/internal/measure"
)

func TestDuration(t *testing.T) {
	for nanos, want := range map[float64]string{
		0.5: "0.500 ns", 1: "1.00 ns", 9.996: "10.0 ns", 27.34: "27.3 ns", 999.4: "999 ns", 999.6: "1.00 µs", 8_910: "8.91 µs",
		470e6: "470 ms", 1e9: "1.00 s", 13.2e9: "13.2 s", 1234e9: "1,234 s",
	} {
		if got := Duration(nanos); got != want {
			t.Errorf("%v: %q, want %q", nanos, got, want)
		}
	}
}

func TestDigits(t *testing.T) {
	for got, want := range map[string]string{
		digits(0): "0", digits(100_000): "100,000", digits(0.0384): "0.038", Count(999): "999", Count(1_000_000): "1,000,000",
		size(16): "16.0 B", size(48_260): "48.3 kB", size(2.5e9): "2.50 GB", times(8.1): "8.10 ×",
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestSpread(t *testing.T) {
	for _, c := range []struct {
		interval measure.Interval
		rounds   int
		want     string
	}{
		{measure.Interval{Median: 100, Low: 99.9, High: 100.2}, 9, "± 1 %"},
		{measure.Interval{Median: 100, Low: 88, High: 105}, 9, "± 12 %"},
		{measure.Interval{Median: 100, Low: 95, High: 150}, 9, "95.0 × to 150 ×"},
		{measure.Interval{Median: 100, Low: 100, High: 100}, 1, "one run"},
	} {
		if got := spread(c.interval, c.rounds, times); got != c.want {
			t.Errorf("%+v: %q, want %q", c.interval, got, c.want)
		}
	}
}

func TestSection(t *testing.T) {
	page := "before\n" + Begin + "old\n" + End + "after\n"
	got, err := Section(page, "new\n")
	if want := "before\n" + Begin + "new\n" + End + "after\n"; err != nil || got != want {
		t.Errorf("%q, %v", got, err)
	}
	if _, err := Section("no marks", "new"); err == nil {
		t.Error("no error without marks")
	}
}
