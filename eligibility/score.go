package eligibility

import (
	"iter"
	"strconv"
	"strings"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/internal/check"
)

// A Metric is one of the five components of an area's partner capability score
// (ELG-14). The zero Metric is invalid.
type Metric uint8

// The metrics.
const (
	NetCustomerAdds Metric = iota + 1 // "net-customer-adds"
	Intermediate                      // intermediate certifications: "intermediate"
	Advanced                          // advanced certifications: "advanced"
	UsageGrowth                       // "usage-growth"
	Deployments                       // "deployments"

	noMetric   Metric = 0
	lastMetric        = Deployments
)

// A Category is one of the three categories of metrics (ELG-22). The zero Category
// is invalid.
type Category uint8

// The categories.
const (
	Performance     Category = iota + 1 // net customer adds: "performance"
	Skilling                            // intermediate and advanced certifications: "skilling"
	CustomerSuccess                     // usage growth and deployments: "customer-success"
)

// Category returns the category of m (ELG-22), or the zero Category if m is
// invalid.
func (m Metric) Category() Category {
	switch m {
	case NetCustomerAdds:
		return Performance
	case Intermediate, Advanced:
		return Skilling
	case UsageGrowth, Deployments:
		return CustomerSuccess
	}
	return 0
}

// Metrics holds the points of a company for each metric of an area. In the zero
// Metrics all points are unknown.
type Metrics struct {
	NetCustomerAdds Points `json:"netCustomerAdds,omitzero"`
	Intermediate    Points `json:"intermediate,omitzero"`
	Advanced        Points `json:"advanced,omitzero"`
	UsageGrowth     Points `json:"usageGrowth,omitzero"`
	Deployments     Points `json:"deployments,omitzero"`
}

// Get returns the points for a metric. They are unknown if metric is invalid.
func (m Metrics) Get(metric Metric) Points {
	switch metric {
	case NetCustomerAdds:
		return m.NetCustomerAdds
	case Intermediate:
		return m.Intermediate
	case Advanced:
		return m.Advanced
	case UsageGrowth:
		return m.UsageGrowth
	case Deployments:
		return m.Deployments
	}
	return Points{}
}

// MaxPoints returns the maximum points of a metric in an area (ELG-14). It returns
// the zero Points if the area does not use the metric.
func MaxPoints(a Area, m Metric) Points {
	most := maxPoints(a, m)
	if most == 0 {
		return Points{}
	}
	points, _ := NewPoints(100 * most)
	return points
}

// maxPoints returns the maximum in whole points, or 0 if the area does not use the
// metric.
func maxPoints(a Area, m Metric) int {
	// The index is the metric. The points of each area add up to 100.
	var points [lastMetric + 1]int
	switch a {
	case DataAI:
		points = [...]int{0, 30, 40, 0, 20, 10}
	case DigitalAppInnovation, Infrastructure:
		points = [...]int{0, 30, 20, 20, 20, 10}
	case BusinessApplications:
		points = [...]int{0, 15, 20, 15, 30, 20}
	case ModernWork:
		points = [...]int{0, 20, 10, 15, 30, 25}
	case Security:
		points = [...]int{0, 20, 40, 0, 20, 20}
	}
	if m > lastMetric {
		return 0
	}
	return points[m]
}

// scoreNeeded is the score out of 100 that qualifies an area.
const scoreNeeded = 70

// An Assessment is the answer to whether an area is qualified for a Solutions
// Partner designation on the day of its metrics, with the score.
type Assessment struct {
	Area      Area `json:"area"`
	Qualified Tri  `json:"qualified"`

	// Least and Most are the bounds of the score. Least counts unknown metrics as
	// zero, and Most counts them with their maximum. The bounds are equal if all
	// metrics are known.
	Least Points `json:"least"`
	Most  Points `json:"most"`

	// Counted holds the points that count, which are at most the maximum of each
	// metric.
	Counted Metrics `json:"counted,omitzero"`
}

// Assess returns the assessment of an area on the day of the metrics. The area is
// qualified on that day if its score is at least 70 of 100 and every metric is above
// zero (ELG-14). Points above the maximum of a metric do not count. [Qualify] takes
// the days of scores into account.
//
// If a metric is unknown, the answer is No if a known metric is zero or if the
// score cannot reach 70, and otherwise Unknown.
//
// Assess returns an [*partnerrules.InputError] if:
//   - m has points for a metric that the area does not use;
//   - a is invalid.
func Assess(a Area, m Metrics) (Assessment, error) {
	switch {
	case a == noArea:
		return Assessment{}, check.Input("area", "missing")
	case a > lastArea:
		return Assessment{}, check.Invalid("area", a)
	}
	assessment := Assessment{Area: a, Counted: m}
	least, most, allKnown, someZero := 0, 0, true, false
	for metric := noMetric + 1; metric <= lastMetric; metric++ {
		top := 100 * maxPoints(a, metric)
		points, known := m.Get(metric).Hundredths()
		switch {
		case top == 0 && known:
			return Assessment{}, check.Input("metrics."+metric.String(),
				a.Title()+" has no such metric, but "+m.Get(metric).String()+" points are given for it")
		case top == 0: // the area does not use the metric
		case !known: // the metric counts between zero and its maximum
			allKnown = false
			most += top
		case points > top:
			points = top
			*assessment.Counted.at(metric) = Points{int32(top) + 1}
		case points == 0:
			someZero = true
		}
		least += points
		most += points
	}
	assessment.Least, assessment.Most = Points{int32(least) + 1}, Points{int32(most) + 1}
	switch {
	case someZero || most < 100*scoreNeeded:
		assessment.Qualified = No
	case allKnown:
		assessment.Qualified = Yes
	}
	return assessment, nil
}

func (m *Metrics) at(metric Metric) *Points {
	switch metric {
	case NetCustomerAdds:
		return &m.NetCustomerAdds
	case Intermediate:
		return &m.Intermediate
	case Advanced:
		return &m.Advanced
	case UsageGrowth:
		return &m.UsageGrowth
	}
	return &m.Deployments
}

// Unmet returns the metrics that are known to be zero, in the order of the
// constants. Their categories name what the company lacks (ELG-22).
func (a Assessment) Unmet() iter.Seq[Metric] {
	return func(yield func(Metric) bool) {
		for metric := noMetric + 1; metric <= lastMetric; metric++ {
			if n, known := a.Counted.Get(metric).Hundredths(); known && n == 0 && !yield(metric) {
				return
			}
		}
	}
}

// String returns the assessment as a line of text, such as "modern-work: qualified
// no, score 70.00 of 100".
func (a Assessment) String() string {
	score := a.Least.String()
	if a.Least != a.Most {
		score += " to " + a.Most.String()
	}
	return a.Area.String() + ": qualified " + a.Qualified.String() + ", score " + score + " of " + strconv.Itoa(100)
}

// Points is a nonnegative number of points of the partner capability score, exact
// to the hundredth (ELG-14). The zero Points is an unknown number, which differs
// from zero points.
type Points struct {
	// n is the number of hundredths plus one, or zero if the number is unknown.
	n int32
}

// mostHundredths is the upper bound of Points, far above the maximum score of 100.
const mostHundredths = 1_000_000_00

// NewPoints returns the points for a number of hundredths: NewPoints(667) is 6.67
// points. It returns an [*partnerrules.InputError] if hundredths is negative or
// more than 1,000,000 points.
func NewPoints(hundredths int) (Points, error) {
	if err := check.Range("hundredths", hundredths, 0, mostHundredths); err != nil {
		return Points{}, err
	}
	return Points{int32(hundredths) + 1}, nil
}

// ParsePoints parses a decimal number with at most two decimals and without a sign
// or an exponent, such as "40", "6.7" or "6.67". It returns a
// [*partnerrules.InputError] if s is invalid or more than 1,000,000 points.
func ParsePoints(s string) (Points, error) {
	fault := func(offset int, reason string) (Points, error) {
		return Points{}, &partnerrules.InputError{Type: "points", Text: s, Offset: offset, Reason: reason}
	}
	point := strings.IndexByte(s, '.')
	if point < 0 {
		point = len(s)
	}
	digits, hundredths := 0, 0
	for i := range len(s) {
		decimals := max(i-point, 0)
		switch {
		case i == point && i > 0:
			continue
		case s[i] < '0' || s[i] > '9':
			return fault(i, "want a digit")
		case decimals > 2:
			return fault(i, "more than two decimals")
		}
		digits = digits*10 + int(s[i]-'0')
		hundredths = digits * [...]int{100, 10, 1}[decimals]
		if hundredths > mostHundredths {
			return fault(i, "more than 1000000 points")
		}
	}
	if len(s) == 0 || point == len(s)-1 {
		return fault(len(s), "want a digit")
	}
	return NewPoints(hundredths)
}

// IsZero reports whether p is unknown. It is false for zero points.
func (p Points) IsZero() bool { return p.n == 0 }

// Hundredths returns the number of hundredths. The result ok is false if p is
// unknown.
func (p Points) Hundredths() (n int, ok bool) {
	if p.n == 0 {
		return 0, false
	}
	return int(p.n - 1), true
}

// Equal reports whether p == q. It lets go-cmp compare points.
func (p Points) Equal(q Points) bool { return p == q }

// String returns the number with two decimals, such as "6.67", or "unknown".
func (p Points) String() string {
	n, ok := p.Hundredths()
	if !ok {
		return Unknown.String()
	}
	return strconv.Itoa(n/100) + "." + string([]byte{byte('0' + n/10%10), byte('0' + n%10)})
}

// MarshalText implements [encoding.TextMarshaler]. The text of unknown points is
// empty. The error is always nil.
func (p Points) MarshalText() ([]byte, error) {
	if p.IsZero() {
		return nil, nil
	}
	return []byte(p.String()), nil
}

// UnmarshalText implements [encoding.TextUnmarshaler]. It parses a text as
// [ParsePoints] does. An empty text is unknown. An error leaves p unchanged.
func (p *Points) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*p = Points{}
		return nil
	}
	parsed, err := ParsePoints(string(text))
	if err != nil {
		return err
	}
	*p = parsed
	return nil
}
