// Package report writes results as Markdown.
package report

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/partnerrules/partnerrules/internal/benchmarks/internal/measure"
)

// Duration returns nanoseconds as text with three digits and a unit.
func Duration(nanos float64) string {
	switch {
	case nanos < 999.5:
		return digits(nanos) + " ns"
	case nanos < 999.5e3:
		return digits(nanos/1e3) + " µs"
	case nanos < 999.5e6:
		return digits(nanos/1e6) + " ms"
	}
	return digits(nanos/1e9) + " s"
}

// digits returns a number with three significant digits, or all digits before the
// decimal point. It puts commas between thousands.
func digits(x float64) string {
	if x == 0 {
		return "0"
	}
	_, power, _ := strings.Cut(strconv.FormatFloat(x, 'e', 2, 64), "e")
	exponent, _ := strconv.Atoi(power)
	return thousands(strconv.FormatFloat(x, 'f', min(max(0, 2-exponent), 3), 64))
}

// thousands puts commas into the part before the decimal point.
func thousands(s string) string {
	whole, rest, _ := strings.Cut(s, ".")
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if rest != "" {
		rest = "." + rest
	}
	return whole + rest
}

// Count returns a whole number with commas.
func Count(n int) string { return thousands(strconv.Itoa(n)) }

// counted returns a number with a noun.
func counted(n int, thing string) string {
	if n != 1 {
		thing += "s"
	}
	return Count(n) + " " + thing
}

// size returns bytes with a unit.
func size(bytes float64) string {
	switch {
	case bytes < 1000:
		return digits(bytes) + " B"
	case bytes < 1e6:
		return digits(bytes/1e3) + " kB"
	case bytes < 1e9:
		return digits(bytes/1e6) + " MB"
	}
	return digits(bytes/1e9) + " GB"
}

// times returns a ratio as text.
func times(x float64) string { return digits(x) + " ×" }

// spread returns the distance of an interval from its median in percent, or its two
// ends if the distance is more than 30 percent.
func spread(i measure.Interval, rounds int, format func(float64) string) string {
	if rounds == 1 {
		return "one run"
	}
	reach := math.Ceil(math.Max(i.High-i.Median, i.Median-i.Low) / i.Median * 100)
	if reach > 30 {
		return format(i.Low) + " to " + format(i.High)
	}
	return fmt.Sprintf("± %.0f %%", math.Max(reach, 1))
}
