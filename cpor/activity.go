package cpor

import (
	"iter"

	"github.com/partnerrules/partnerrules"
)

// An Area is the solution area of a claim. The zero Area stands for a missing
// one.
type Area uint8

// The solution areas.
const (
	BusinessApplications Area = iota + 1 // Dynamics 365: "business-applications"
	Microsoft365                         // renamed Modern Work and Security in 2023: "microsoft-365"

	noArea   Area = 0
	lastArea      = Microsoft365
)

// An Activity is the kind of work that the partner did for the customer. The zero
// Activity stands for a missing one.
type Activity uint8

// The activities. The edition of 2023 has other names for them. In Business
// Applications they are Build intent - Advisor, Usage recognition and Influenced
// revenue recognition. In Microsoft 365, Usage is named Use or consume.
const (
	ActivityPresales           Activity = iota + 1 // "presales"
	ActivityUsage                                  // "usage"
	ActivityRevenueAssociation                     // "revenue-association"
)

// PaysIncentive reports whether the activity is claimed for payment. It is false
// for Revenue association, which is not for payments (CPR-04).
func (a Activity) PaysIncentive() bool { return a == ActivityPresales || a == ActivityUsage }

// Offers reports whether the solution area offers an activity. Business
// Applications offers all three, Microsoft 365 only Usage (CPR-02).
func (a Area) Offers(activity Activity) bool { return a.offered().Has(activity) }

// offered returns the activities that can be claimed in a solution area.
func (a Area) offered() partnerrules.Set[Activity] {
	switch a {
	case BusinessApplications:
		return allActivities
	case Microsoft365:
		return 1 << ActivityUsage
	}
	return 0
}

const allActivities = 1<<ActivityPresales | 1<<ActivityUsage | 1<<ActivityRevenueAssociation

// areActivities reports whether all elements of a set are activities.
func areActivities(s partnerrules.Set[Activity]) bool { return s&^allActivities == 0 }

// activityBits is a valid set of activities in one byte. It keeps the records of
// a detection small.
type activityBits uint8

// An Intent holds what the partner did and wants. [ActivitiesFor] chooses the
// activities by it. The zero Intent is unknown throughout.
type Intent struct {
	InfluencedPurchase Tri `json:"influencedPurchase,omitzero"` // the purchase of an eligible product
	WantsPresales      Tri `json:"wantsPresales,omitzero"`      // wants pre-sale incentives
	DrivesUsage        Tri `json:"drivesUsage,omitzero"`        // drives adoption and usage
	WantsUsage         Tri `json:"wantsUsage,omitzero"`         // wants usage incentives
	InfluencedChoice   Tri `json:"influencedChoice,omitzero"`   // influenced the choice as a business influencer
}

// An ActivityFit holds, for each activity, whether it fits an intent in a solution
// area.
type ActivityFit struct {
	Area               Area `json:"area"`
	Presales           Tri  `json:"presales"`
	Usage              Tri  `json:"usage"`
	RevenueAssociation Tri  `json:"revenueAssociation"`
}

// ActivitiesFor returns which activities of a solution area fit an intent (CPR-04):
//   - Presales, if the partner influenced the purchase and wants pre-sale
//     incentives,
//   - Usage, if the partner drives adoption and usage and wants usage incentives,
//   - Revenue association, if the partner influenced the choice as a business
//     influencer.
//
// An activity that the area does not offer does not fit. All three are Unknown in
// the zero Area and in an invalid one. An invalid Tri in the intent counts as
// Unknown.
func ActivitiesFor(area Area, intent Intent) ActivityFit {
	if area > lastArea {
		area = noArea
	}
	offers := func(a Activity) Tri {
		if area == noArea {
			return Unknown
		}
		return partnerrules.TriFromBool(area.Offers(a))
	}
	return ActivityFit{
		Area:               area,
		Presales:           offers(ActivityPresales).And(intent.InfluencedPurchase).And(intent.WantsPresales),
		Usage:              offers(ActivityUsage).And(intent.DrivesUsage).And(intent.WantsUsage),
		RevenueAssociation: offers(ActivityRevenueAssociation).And(intent.InfluencedChoice),
	}
}

// All returns an iterator over the activities in their order, each with whether it
// fits.
func (c ActivityFit) All() iter.Seq2[Activity, Tri] {
	return func(yield func(Activity, Tri) bool) {
		_ = yield(ActivityPresales, c.Presales) && yield(ActivityUsage, c.Usage) && yield(ActivityRevenueAssociation, c.RevenueAssociation)
	}
}

// Notes returns an iterator over the note on what a wrong activity costs (CPR-40).
// It is empty if the area is zero or invalid.
func (c ActivityFit) Notes() iter.Seq[partnerrules.Note] {
	return noteIf(c.Area != noArea && c.Area <= lastArea, wrongActivityCosts)
}
