package main

import (
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// schemes returns the values of the style variables for light, dark and print. Dark
// and print inherit from light.
func schemes(t *testing.T) map[string]map[string]string {
	t.Helper()
	blocks := regexp.MustCompile(`(?s):root \{(.*?)\}`).FindAllStringSubmatch(string(style), -1)
	if len(blocks) != 3 {
		t.Fatalf("%d blocks of variables", len(blocks))
	}
	all := map[string]map[string]string{}
	for i, name := range []string{"light", "dark", "print"} {
		values := map[string]string{}
		for k, v := range all["light"] {
			values[k] = v
		}
		for _, m := range regexp.MustCompile(`--([a-z-]+): (#[0-9a-f]{6});`).FindAllStringSubmatch(blocks[i][1], -1) {
			values[m[1]] = m[2]
		}
		all[name] = values
	}
	return all
}

// luminance returns the relative luminance of a color as in WCAG 2.
func luminance(t *testing.T, color string) float64 {
	t.Helper()
	sum := 0.0
	for i, weight := range []float64{0.2126, 0.7152, 0.0722} {
		n, err := strconv.ParseUint(color[1+2*i:3+2*i], 16, 8)
		if err != nil {
			t.Fatal(err)
		}
		c := float64(n) / 255
		if c <= 0.04045 {
			c /= 12.92
		} else {
			c = math.Pow((c+0.055)/1.055, 2.4)
		}
		sum += weight * c
	}
	return sum
}

func contrast(t *testing.T, a, b string) float64 {
	x, y := luminance(t, a), luminance(t, b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// Texts have a contrast of at least 4.5 to their background, lines and areas with a
// meaning at least 3 (WCAG 2.2, AA).
func TestContrast(t *testing.T) {
	needs := map[string]float64{}
	for _, ground := range []string{"paper", "card"} {
		for _, text := range []string{"ink", "soft", "accent", "good", "notice", "bad"} {
			needs[text+" on "+ground] = 4.5
		}
	}
	for _, tone := range []string{"good", "notice", "bad"} {
		needs[tone+" on "+tone+"-ground"] = 4.5
	}
	needs["over on card"] = 3
	needs["accent on accent-ground"] = 3 // the edge of a paid year
	for name, values := range schemes(t) {
		for pair, least := range needs {
			text, ground, _ := strings.Cut(pair, " on ")
			if got := contrast(t, values[text], values[ground]); got < least {
				t.Errorf("%s: %s has a contrast of %.2f, want %.1f", name, pair, got, least)
			}
		}
	}
}

// Black on white has a contrast of 21. The gray #767676 is just above 4.5.
func TestContrast_KnownColors(t *testing.T) {
	for pair, want := range map[string]string{"#000000 #ffffff": "21.00", "#767676 #ffffff": "4.54", "#ffffff #ffffff": "1.00"} {
		a, b, _ := strings.Cut(pair, " ")
		if got := fmt.Sprintf("%.2f", contrast(t, a, b)); got != want {
			t.Errorf("%s: %s, want %s", pair, got, want)
		}
	}
}

// The style uses only colors that TestContrast checks.
func TestStyle_ColorVariables(t *testing.T) {
	rest := regexp.MustCompile(`(?s):root \{.*?\}`).ReplaceAllString(string(style), "")
	for _, m := range regexp.MustCompile(`(?:color|background|fill|stroke): ([^;]+);`).FindAllStringSubmatch(rest, -1) {
		if !regexp.MustCompile(`^(var\(--[a-z-]+\)|none|inherit|url\(#[a-z]+\))$`).MatchString(m[1]) {
			t.Errorf("%s", m[0])
		}
	}
	if hex := regexp.MustCompile(`[ (:]#[0-9a-fA-F]{3,8}[; ]`).FindString(rest); hex != "" {
		t.Errorf("the color %s is not a variable", hex)
	}
}
