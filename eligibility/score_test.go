package eligibility_test

import (
	"errors"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/shopspring/decimal"
	"pgregory.net/rapid"

	"github.com/partnerrules/partnerrules"
	. "github.com/partnerrules/partnerrules/eligibility"
)

var metrics = []Metric{NetCustomerAdds, Intermediate, Advanced, UsageGrowth, Deployments}

// maxPoints are the published maximum points of each area, in the order of metrics.
// They are 0 if the area does not use the metric.
var maxPoints = map[Area][5]int{
	DataAI:               {30, 40, 0, 20, 10},
	DigitalAppInnovation: {30, 20, 20, 20, 10},
	Infrastructure:       {30, 20, 20, 20, 10},
	BusinessApplications: {15, 20, 15, 30, 20},
	ModernWork:           {20, 10, 15, 30, 25},
	Security:             {20, 40, 0, 20, 20},
}

// The maximum points of each area add up to 100 (ELG-14).
func TestMaxPoints(t *testing.T) {
	for _, a := range areas {
		sum := 0
		for i, m := range metrics {
			want := maxPoints[a][i]
			got, known := MaxPoints(a, m).Hundredths()
			if known != (want > 0) || got != 100*want {
				t.Errorf("MaxPoints(%v, %v) = %v, want %d", a, m, MaxPoints(a, m), want)
			}
			sum += want
		}
		if sum != 100 {
			t.Errorf("the points of %v add up to %d", a, sum)
		}
	}
	for _, none := range []Points{MaxPoints(0, NetCustomerAdds), MaxPoints(7, NetCustomerAdds), MaxPoints(DataAI, 0), MaxPoints(DataAI, 6), MaxPoints(DataAI, 255)} {
		if !none.IsZero() {
			t.Errorf("an invalid area or metric has %v points", none)
		}
	}
}

func metricsOf(points [5]Points) Metrics {
	return Metrics{points[0], points[1], points[2], points[3], points[4]}
}

// anyMetrics draws points for the metrics of an area. Some are unknown, some are
// zero, and some are above the maximum.
func anyMetrics(t *rapid.T, a Area) [5]Points {
	var points [5]Points
	for i, top := range maxPoints[a] {
		if top == 0 || rapid.IntRange(0, 4).Draw(t, "known") == 0 {
			continue
		}
		n := rapid.OneOf(rapid.IntRange(0, 120*top), rapid.IntRange(70*top, 100*top), rapid.Just(0)).Draw(t, "hundredths")
		p, err := NewPoints(n)
		if err != nil {
			t.Fatal(err)
		}
		points[i] = p
	}
	return points
}

// assess is the specification of Assess in decimals: at least 70 points and no
// metric at zero, for all completions of the points.
func assess(a Area, points [5]Points) Tri {
	least, most, zero, missing := decimal.Zero, decimal.Zero, false, false
	for i, top := range maxPoints[a] {
		if top == 0 {
			continue
		}
		if points[i].IsZero() {
			missing = true
			most = most.Add(decimal.NewFromInt(int64(top)))
			continue
		}
		counted := decimal.Min(decimal.RequireFromString(points[i].String()), decimal.NewFromInt(int64(top)))
		zero = zero || counted.IsZero()
		least, most = least.Add(counted), most.Add(counted)
	}
	switch needed := decimal.NewFromInt(70); {
	case zero || most.LessThan(needed):
		return No
	case missing:
		return Unknown
	}
	return Yes
}

// Assess agrees with its specification (ELG-14).
func TestAssess_Specification(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a := rapid.SampledFrom(areas).Draw(t, "area")
		points := anyMetrics(t, a)
		got, err := Assess(a, metricsOf(points))
		want := assess(a, points)
		if err != nil || got.Qualified != want || got.Area != a {
			t.Errorf("%v: %v, want %v", got, err, want)
		}
		var unmet []Metric
		for i, m := range metrics {
			top := maxPoints[a][i]
			n, known := points[i].Hundredths()
			if known && n == 0 {
				unmet = append(unmet, m)
			}
			if counted, _ := got.Counted.Get(m).Hundredths(); counted != min(n, 100*top) {
				t.Errorf("%v: %v counts %d hundredths of %d", a, m, counted, n)
			}
		}
		if listed := slices.Collect(got.Unmet()); !slices.Equal(listed, unmet) {
			t.Errorf("Unmet = %v, want %v", listed, unmet)
		}
		for range got.Unmet() {
			break
		}
	})
}

// An area is qualified from 70.00 points on, if no metric is zero (ELG-14).
func TestAssess_Borders(t *testing.T) {
	for _, test := range []struct {
		area   Area
		points string // in the order of metrics; ? is unknown, - is not used by the area
		want   Tri
		least  string
	}{
		{ModernWork, "20 10 15 25 0", No, "70.00"}, // a metric is zero, although the score is 70
		{ModernWork, "20 10 15 24.99 0.01", Yes, "70.00"},
		{ModernWork, "20 10 15 24.98 0.01", No, "69.99"},
		{DataAI, "0.01 40.02 - 20 10", Yes, "70.01"}, // 6 × 6.67 counts 40
		{DataAI, "0.01 6.67 - 20 10", No, "36.68"},
		{DataAI, "? 40 - 20 9.99", Unknown, "69.99"},
		{DataAI, "? 10 - 20 9.99", No, "39.99"}, // at most 69.99
		{DataAI, "? 10.01 - 20 9.99", Unknown, "40.00"},
		{DataAI, "? 40 - 20 0", No, "60.00"},
		{Security, "20 40 - 20 20", Yes, "100.00"},
		{Security, "? ? - ? ?", Unknown, "0.00"},
	} {
		var points [5]Points
		for i, text := range strings.Fields(test.points) {
			if text != "?" && text != "-" {
				p, err := ParsePoints(text)
				if err != nil {
					t.Fatal(err)
				}
				points[i] = p
			}
		}
		got, err := Assess(test.area, metricsOf(points))
		if err != nil || got.Qualified != test.want || got.Least.String() != test.least {
			t.Errorf("%v with %s: %v, %v, want %v with %s", test.area, test.points, got, err, test.want, test.least)
		}
	}
}

func TestAssess_InvalidInput(t *testing.T) {
	ten, err := NewPoints(1000)
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		area    Area
		metrics Metrics
		name    string
	}{
		{0, Metrics{}, "area"},
		{7, Metrics{}, "area"},
		{DataAI, Metrics{Advanced: ten}, "metrics.advanced"},
		{Security, Metrics{Advanced: ten}, "metrics.advanced"},
	} {
		got, err := Assess(test.area, test.metrics)
		var bad *partnerrules.InputError
		if !errors.As(err, &bad) || bad.Path != test.name || got != (Assessment{}) {
			t.Errorf("%v, %v, want an error for %s", got, err, test.name)
		}
	}
}

func TestAssessment_String(t *testing.T) {
	ten, _ := NewPoints(1000)
	partial, err := Assess(ModernWork, Metrics{Intermediate: ten})
	if want := "modern-work: qualified unknown, score 10.00 to 100.00 of 100"; err != nil || partial.String() != want {
		t.Errorf("%v, %v, want %s", partial, err, want)
	}
	whole, err := Assess(ModernWork, Metrics{ten, ten, ten, ten, ten})
	if want := "modern-work: qualified no, score 50.00 of 100"; err != nil || whole.String() != want {
		t.Errorf("%v, %v, want %s", whole, err, want)
	}
}

func TestMetric_Category(t *testing.T) {
	for m, want := range map[Metric]Category{
		NetCustomerAdds: Performance, Intermediate: Skilling, Advanced: Skilling,
		UsageGrowth: CustomerSuccess, Deployments: CustomerSuccess, 0: 0, 6: 0,
	} {
		if got := m.Category(); got != want {
			t.Errorf("Category of %v = %v, want %v", m, got, want)
		}
	}
}

// The error of ParsePoints has the position of the fault.
func TestParsePoints_Offset(t *testing.T) {
	for text, offset := range map[string]int{
		"": 0, "-1": 0, "+1": 0, ".5": 0, "5.": 2, "6.675": 4, "1e2": 1, "6,67": 1, " 6": 0, "6 ": 1, "1.2.3": 3,
		"1000000.01": 9, "1000001": 6, "99999999999999999999": 6,
	} {
		got, err := ParsePoints(text)
		var bad *partnerrules.InputError
		if !errors.As(err, &bad) || bad.Type != "points" || bad.Text != text || !got.IsZero() {
			t.Errorf("ParsePoints(%q) = %v, %v", text, got, err)
			continue
		}
		if bad.Offset != offset {
			t.Errorf("ParsePoints(%q): %v, want offset %d", text, err, offset)
		}
	}
	for text, want := range map[string]string{"0": "0.00", "007": "7.00", "6.7": "6.70", "6.67": "6.67", "1000000": "1000000.00", "1000000.00": "1000000.00"} {
		if got, err := ParsePoints(text); err != nil || got.String() != want {
			t.Errorf("ParsePoints(%q) = %v, %v, want %s", text, got, err, want)
		}
	}
	for _, n := range []int{-1, 100_000_001} {
		if got, err := NewPoints(n); err == nil || !got.IsZero() {
			t.Errorf("NewPoints(%d) = %v, %v", n, got, err)
		}
	}
}

// The zero Points is unknown, and differs from zero points.
func TestPoints_Zero(t *testing.T) {
	var unknown Points
	zero, err := NewPoints(0)
	if err != nil || zero.IsZero() || zero.Equal(unknown) || zero.String() != "0.00" || unknown.String() != "unknown" {
		t.Errorf("zero points are %v, unknown points are %v, %v", zero, unknown, err)
	}
	kept := zero
	if text, err := unknown.MarshalText(); err != nil || len(text) != 0 || kept.UnmarshalText([]byte("6.675")) == nil || kept != zero || kept.UnmarshalText(text) != nil || kept != unknown {
		t.Errorf("unknown points have the text %q, %v, which unmarshals as %v", text, err, kept)
	}
	if n, ok := unknown.Hundredths(); ok || n != 0 {
		t.Errorf("unknown points have %d hundredths", n)
	}
}

// An independent implementation of decimals is the reference.
func FuzzParsePoints(f *testing.F) {
	for _, seed := range []string{"0", "6.67", "40.02", "1000000.00", "6.675", "-1", "1e2", "00.5"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		got, err := ParsePoints(text)
		if err != nil {
			var bad *partnerrules.InputError
			if !errors.As(err, &bad) || bad.Text != text || bad.Offset < 0 || bad.Offset > len(text) {
				t.Fatalf("ParsePoints(%q): %#v", text, err)
			}
			if want, err := decimal.NewFromString(text); err == nil && ownDecimals.MatchString(text) && !want.GreaterThan(decimal.New(1_000_000, 0)) {
				t.Fatalf("ParsePoints(%q) rejects %v: %v", text, want, bad)
			}
			return
		}
		want, err := decimal.NewFromString(text)
		n, known := got.Hundredths()
		if err != nil || !known || !want.Equal(decimal.New(int64(n), -2)) || !want.Equal(decimal.RequireFromString(got.String())) {
			t.Fatalf("ParsePoints(%q) = %v, want %v, %v", text, got, want, err)
		}
	})
}

var ownDecimals = regexp.MustCompile(`^[0-9]+(\.[0-9]{1,2})?$`)
