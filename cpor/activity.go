package cpor

import (
	"iter"

	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/internal/enum"
)

// An Activity is what the partner did for the customer. The zero value is no
// activity.
type Activity uint8

// The activities. The edition of 2023 calls those of Business Applications
// Build intent - Advisor, Usage recognition and Influenced revenue recognition,
// and that of Microsoft 365 Use or consume.
const (
	Presales Activity = iota + 1
	Usage
	RevenueAssociation

	noActivity   Activity = 0
	lastActivity          = RevenueAssociation
)

// PaysIncentive reports whether the activity is claimed for payment. Revenue
// association is not: it is for revenue only (CPR-04).
func (a Activity) PaysIncentive() bool { return a == Presales || a == Usage }

// Offered reports whether an activity can be claimed in a solution area:
// Business Applications has all three, Microsoft 365 only Usage (CPR-02).
func (a Area) Offered(activity Activity) bool { return a.offered().Has(activity) }

func (a Area) offered() ActivitySet {
	switch a {
	case BusinessApplications:
		return ActivitiesOf(Presales, Usage, RevenueAssociation)
	case Microsoft365:
		return ActivitiesOf(Usage)
	}
	return 0
}

// String returns the code of a: "presales", say, and the empty string for no
// activity.
func (a Activity) String() string {
	switch a {
	case noActivity:
		return ""
	case Presales:
		return "presales"
	case Usage:
		return "usage"
	case RevenueAssociation:
		return "revenue-association"
	}
	return enum.Outside("activity", a)
}

// AppendText implements [encoding.TextAppender].
func (a Activity) AppendText(b []byte) ([]byte, error) {
	return enum.Append(b, "activity", a, noActivity, lastActivity)
}

// MarshalText implements [encoding.TextMarshaler].
func (a Activity) MarshalText() ([]byte, error) { return a.AppendText(nil) }

// UnmarshalText implements [encoding.TextUnmarshaler].
func (a *Activity) UnmarshalText(text []byte) error {
	return enum.Unmarshal(a, "activity", noActivity, lastActivity, text)
}

// An ActivitySet is a set of activities: bit a stands for activity a. The zero
// value is the empty set, which no claim may have. Its text is a list of codes
// with commas between, as in "presales,usage", and empty for no activities.
type ActivitySet uint8

const allActivities ActivitySet = 1<<Presales | 1<<Usage | 1<<RevenueAssociation

// ActivitiesOf returns the set of the given activities. A value that is no
// activity makes a set that is refused wherever it is used.
func ActivitiesOf(activities ...Activity) (set ActivitySet) {
	for _, a := range activities {
		if a > lastActivity {
			a = noActivity // its bit is in no valid set
		}
		set |= 1 << a
	}
	return set
}

// Has reports whether a is in the set.
func (s ActivitySet) Has(a Activity) bool { return s&allActivities>>a&1 == 1 }

// All returns the activities of the set in their order.
func (s ActivitySet) All() iter.Seq[Activity] { return enum.All[Activity](uint32(s & allActivities)) }

// isValid reports whether all of the set are activities.
func (s ActivitySet) isValid() bool { return s&^allActivities == 0 }

// String returns the set as text.
func (s ActivitySet) String() string {
	text, err := s.AppendText(nil)
	if err != nil {
		return err.Error()
	}
	return string(text)
}

// AppendText implements [encoding.TextAppender]. A set with something that is
// no activity is a [*calendar.InputError].
func (s ActivitySet) AppendText(b []byte) ([]byte, error) {
	if !s.isValid() {
		return b, &calendar.InputError{Name: "activities", Reason: enum.Outside("activities", Activity(s))}
	}
	return enum.AppendSet[Activity](b, uint32(s)), nil
}

// MarshalText implements [encoding.TextMarshaler].
func (s ActivitySet) MarshalText() ([]byte, error) { return s.AppendText(nil) }

// UnmarshalText implements [encoding.TextUnmarshaler].
func (s *ActivitySet) UnmarshalText(text []byte) error {
	return enum.UnmarshalSet(s, "activities", Presales, lastActivity, text)
}
