package cpor

import (
	"iter"

	"github.com/partnerrules/partnerrules"
)

// An Area is a solution area in which associations are claimed. The zero value
// is no area.
type Area uint8

// The solution areas.
const (
	BusinessApplications Area = iota + 1 // Dynamics 365: "business-applications"
	Microsoft365                         // of 2023 on named Modern Work and Security: "microsoft-365"

	noArea   Area = 0
	lastArea      = Microsoft365
)

// An Activity is what the partner did for the customer. The zero Activity stands
// for a missing one.
type Activity uint8

// The activities. The edition of 2023 calls those of Business Applications
// Build intent - Advisor, Usage recognition and Influenced revenue recognition,
// and that of Microsoft 365 Use or consume.
const (
	ActivityPresales           Activity = iota + 1 // "presales"
	ActivityUsage                                  // "usage"
	ActivityRevenueAssociation                     // "revenue-association"
)

// PaysIncentive reports whether the activity is claimed for payment. Revenue
// association is not: it is for revenue only (CPR-04).
func (a Activity) PaysIncentive() bool { return a == ActivityPresales || a == ActivityUsage }

// Offers reports whether an activity can be claimed in a solution area:
// Business Applications has all three, Microsoft 365 only Usage (CPR-02).
func (a Area) Offers(activity Activity) bool { return a.offered().Has(activity) }

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

// activityBits is a valid set of activities in a byte, for the records of a
// detection and of an index, of which there are many.
type activityBits uint8

// An Intent is what the partner did and wants, by which the activity is chosen.
type Intent struct {
	InfluencedPurchase Tri `json:"influencedPurchase,omitzero"` // of an eligible product
	WantsPresales      Tri `json:"wantsPresales,omitzero"`      // pre-sale incentives
	DrivesUsage        Tri `json:"drivesUsage,omitzero"`        // adoption and usage
	WantsUsage         Tri `json:"wantsUsage,omitzero"`         // usage incentives
	InfluencedChoice   Tri `json:"influencedChoice,omitzero"`   // as a business influencer
}

// An ActivityFit holds which activities of a solution area fit an intent.
type ActivityFit struct {
	Area               Area `json:"area"`
	Presales           Tri  `json:"presales"`
	Usage              Tri  `json:"usage"`
	RevenueAssociation Tri  `json:"revenueAssociation"`
}

// ActivitiesFor returns which activities of a solution area fit an intent (CPR-04).
// ActivityPresales fits those who influenced the purchase and want pre-sale incentives,
// ActivityUsage those who drive adoption and usage and want usage incentives, Revenue
// association those who influenced the choice as a business influencer. An
// activity that the area does not offer does not fit. All three are Unknown in
// the zero Area. An invalid area counts as the zero Area, and an invalid answer as
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

// All returns for each activity whether it fits, in their order.
func (c ActivityFit) All() iter.Seq2[Activity, Tri] {
	return func(yield func(Activity, Tri) bool) {
		_ = yield(ActivityPresales, c.Presales) && yield(ActivityUsage, c.Usage) && yield(ActivityRevenueAssociation, c.RevenueAssociation)
	}
}

// Notes returns what to know besides the choice: in a solution area, what a wrong
// activity costs (CPR-40).
func (c ActivityFit) Notes() iter.Seq[partnerrules.Note] {
	return noteIf(c.Area != noArea && c.Area <= lastArea, wrongActivityCosts)
}
