package chart

import (
	"strings"
	"testing"
)

// The length of a bar is the logarithm of its time, and never zero.
func TestPanel_Bars(t *testing.T) {
	p := Panel{Bars: []Bar{{"ours", 10, true}, {"ten times", 100, false}, {"a thousand times", 10_000, false}}}
	d := p.draw(0)
	first, second, third := d.Bars[0].Width, d.Bars[1].Width, d.Bars[2].Width
	if first <= 0 || third > right-left {
		t.Errorf("bars from %v to %v", first, third)
	}
	if ratio := (third - second) / (second - first); ratio < 1.99 || ratio > 2.01 {
		t.Errorf("two powers of ten are %v times as long as one", ratio)
	}
	if d.Bars[0].Class != "ours" || d.Bars[1].Class != "peer" {
		t.Error("ours is not marked")
	}
}

func TestTickText(t *testing.T) {
	for nanos, want := range map[float64]string{0.1: "0.1 ns", 1: "1 ns", 100: "100 ns", 1e4: "10 µs", 1e8: "100 ms", 1e9: "1 s", 1e13: "10000 s"} {
		if got := tickText(nanos); got != want {
			t.Errorf("%v: %q, want %q", nanos, got, want)
		}
	}
}

func TestSVG_Escaping(t *testing.T) {
	picture, err := SVG("a < b", "a & b", []Panel{{"<c>", []Bar{{"d & e", 1, true}}}})
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"a &lt; b", "a &amp; b", "&lt;c&gt;", "d &amp; e"} {
		if !strings.Contains(picture, want) {
			t.Errorf("no %q in %s", want, picture)
		}
	}
}
