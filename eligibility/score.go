package eligibility

import (
	"iter"
	"strconv"

	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/internal/enum"
)

// A Metric is one of the five measures of which the partner capability score of
// an area is the sum (ELG-14). The zero value is no metric.
type Metric uint8

// The metrics.
const (
	NetCustomerAdds Metric = iota + 1
	Intermediate           // intermediate certifications
	Advanced               // advanced certifications
	UsageGrowth
	Deployments

	noMetric   Metric = 0
	lastMetric        = Deployments
)

// A Category is one of the three that the requirements fall in (ELG-22). The
// zero value is no category.
type Category uint8

// The categories.
const (
	Performance     Category = iota + 1 // net customer adds
	Skilling                            // intermediate and advanced certifications
	CustomerSuccess                     // usage growth and deployments

	noCategory   Category = 0
	lastCategory          = CustomerSuccess
)

// Category returns the category that m belongs to, or none for no metric.
func (m Metric) Category() Category {
	switch m {
	case NetCustomerAdds:
		return Performance
	case Intermediate, Advanced:
		return Skilling
	case UsageGrowth, Deployments:
		return CustomerSuccess
	}
	return noCategory
}

// Metrics holds the points that a company has for each metric of one area. A
// metric left unset is not known.
type Metrics struct {
	NetCustomerAdds Points `json:"netCustomerAdds,omitzero"`
	Intermediate    Points `json:"intermediate,omitzero"`
	Advanced        Points `json:"advanced,omitzero"`
	UsageGrowth     Points `json:"usageGrowth,omitzero"`
	Deployments     Points `json:"deployments,omitzero"`
}

// Of returns the points for a metric; they are not known for no metric.
func (m Metrics) Of(metric Metric) Points {
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

// Greatest returns the most points that a metric counts in an area. They are
// not known, which is the zero value, where the area has no such metric.
func Greatest(a Area, m Metric) Points {
	most := greatest(a, m)
	if most == 0 {
		return Points{}
	}
	points, _ := NewPoints(100 * most)
	return points
}

// greatest returns whole points, and 0 where the area has no such metric.
func greatest(a Area, m Metric) int {
	// By metric, from no metric on; each area adds up to 100.
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

// scoreNeeded is the score that qualifies an area, of 100.
const scoreNeeded = 70

// An Assessment says whether an area is qualified for a Solutions Partner
// designation, and from what points.
type Assessment struct {
	Area      Area `json:"area"`
	Qualified Tri  `json:"qualified"`

	// Least and Most are the bounds of the score: the counted points, and these
	// with the greatest points of the metrics that are not known. They are equal
	// when all metrics are known.
	Least Points `json:"least"`
	Most  Points `json:"most"`

	// Counted holds the points that count: at most the greatest of each metric.
	Counted Metrics `json:"counted,omitzero"`
}

// Assess says whether an area is qualified: its score must be at least 70 of
// 100, and every metric above zero (ELG-14). Points above a metric's greatest
// do not count. With metrics that are not known the answer is No if a known one
// is zero or if 70 is out of reach, and else what stated says.
//
// Stated is what is known of the qualification otherwise, Unknown if nothing
// is. An area that is none, a metric that the area lacks, a value of stated
// that is no constant, and one that the metrics contradict give a
// [*calendar.InputError].
func Assess(a Area, m Metrics, stated Tri) (Assessment, error) {
	switch {
	case a == noArea || a > lastArea:
		return Assessment{}, &calendar.InputError{Name: "area", Reason: "no area"}
	case !stated.isValid():
		return Assessment{}, invalid("stated", stated)
	}
	assessment := Assessment{Area: a, Counted: m}
	least, most, allKnown, someZero := 0, 0, true, false
	for metric := noMetric + 1; metric <= lastMetric; metric++ {
		top := 100 * greatest(a, metric)
		points, known := m.Of(metric).Hundredths()
		switch {
		case top == 0 && known:
			return Assessment{}, &calendar.InputError{
				Name: "metrics." + metric.String(), Reason: a.Title() + " has no such metric, but it is given " + m.Of(metric).String(),
			}
		case top == 0: // there is nothing to count
		case !known: // it counts from no points to all
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
	default:
		assessment.Qualified = stated
	}
	if stated != Unknown && stated != assessment.Qualified {
		return Assessment{}, &calendar.InputError{
			Name:   "stated",
			Reason: "qualified " + stated.String() + ", but the metrics say " + assessment.Qualified.String() + " with a score of at most " + assessment.Most.String(),
		}
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

// Unmet returns the metrics that are known to be zero, in their order. Their
// categories are what the company lacks (ELG-22).
func (a Assessment) Unmet() iter.Seq[Metric] {
	return func(yield func(Metric) bool) {
		for metric := noMetric + 1; metric <= lastMetric; metric++ {
			if n, known := a.Counted.Of(metric).Hundredths(); known && n == 0 && !yield(metric) {
				return
			}
		}
	}
}

// String returns the assessment on a line: "modern-work: qualified no, score
// 70.00 of 100".
func (a Assessment) String() string {
	score := a.Least.String()
	if a.Least != a.Most {
		score += " to " + a.Most.String()
	}
	return a.Area.String() + ": qualified " + a.Qualified.String() + ", score " + score + " of " + strconv.Itoa(100)
}

// String returns the code of m: "net-customer-adds", say, and the empty string
// for no metric.
func (m Metric) String() string {
	switch m {
	case noMetric:
		return ""
	case NetCustomerAdds:
		return "net-customer-adds"
	case Intermediate:
		return "intermediate"
	case Advanced:
		return "advanced"
	case UsageGrowth:
		return "usage-growth"
	case Deployments:
		return "deployments"
	}
	return enum.Outside("metric", m)
}

// AppendText implements [encoding.TextAppender].
func (m Metric) AppendText(b []byte) ([]byte, error) {
	return enum.Append(b, "metric", m, noMetric, lastMetric)
}

// MarshalText implements [encoding.TextMarshaler].
func (m Metric) MarshalText() ([]byte, error) { return m.AppendText(nil) }

// UnmarshalText implements [encoding.TextUnmarshaler].
func (m *Metric) UnmarshalText(text []byte) error {
	return enum.Unmarshal(m, "metric", noMetric, lastMetric, text)
}

// String returns the code of c: "customer-success", say, and the empty string
// for no category.
func (c Category) String() string {
	switch c {
	case noCategory:
		return ""
	case Performance:
		return "performance"
	case Skilling:
		return "skilling"
	case CustomerSuccess:
		return "customer-success"
	}
	return enum.Outside("category", c)
}

// AppendText implements [encoding.TextAppender].
func (c Category) AppendText(b []byte) ([]byte, error) {
	return enum.Append(b, "category", c, noCategory, lastCategory)
}

// MarshalText implements [encoding.TextMarshaler].
func (c Category) MarshalText() ([]byte, error) { return c.AppendText(nil) }

// UnmarshalText implements [encoding.TextUnmarshaler].
func (c *Category) UnmarshalText(text []byte) error {
	return enum.Unmarshal(c, "category", noCategory, lastCategory, text)
}
