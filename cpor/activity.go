package cpor

import (
	"iter"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
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

// isKnown reports whether a is valid and not zero.
func (a Area) isKnown() bool { return a != noArea && a <= lastArea }

// An Activity is the kind of work that the partner did for the customer. The zero
// Activity stands for a missing one.
type Activity uint8

// The activities. The edition of 2023 has other names for them. In Business
// Applications they are Build intent - Advisor, Usage recognition - Non-Incentivized,
// and Influenced Revenue recognition - Non-Incentivized. In Microsoft 365, Usage is
// named Use or consume.
const (
	ActivityPresales           Activity = iota + 1 // "presales"
	ActivityUsage                                  // "usage"
	ActivityRevenueAssociation                     // "revenue-association"
)

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

// PaysIncentive returns whether an activity is claimed for payment under the policy
// of [InForce]. See [Policy.PaysIncentive].
func PaysIncentive(area Area, activity Activity, on calendar.Date) Tri {
	return inForce().PaysIncentive(area, activity, on)
}

// PaysIncentive returns whether an activity in a solution area is claimed for
// payment by a claim that begins on a day (CPR-04). Revenue association is not. In
// the edition of 2023, neither is Usage in Business Applications. It is No for an
// activity that the area does not offer.
//
// PaysIncentive returns Unknown if the area is zero or invalid, if the answer depends
// on a day that is zero, and under an invalid policy.
func (p Policy) PaysIncentive(area Area, activity Activity, on calendar.Date) Tri {
	if !area.isKnown() || !p.Edition.isKnown() {
		return Unknown
	}
	pays, ok := either(&p, p.EditionOn(on), func(e Edition) bool { return e.paysIncentive(area, activity) })
	if !ok {
		return Unknown
	}
	return partnerrules.TriFromBool(pays)
}

// paysIncentive reports whether an activity in a valid area is claimed for payment.
func (e Edition) paysIncentive(area Area, activity Activity) bool {
	switch activity {
	case ActivityPresales:
		return area.Offers(activity)
	case ActivityUsage:
		return area == Microsoft365 || e == Edition2020
	}
	return false
}

// An Intent holds what the partner did and wants, and what is known of the product
// or workload. [ActivitiesFor] chooses the activities by it. The zero Intent is
// unknown throughout.
type Intent struct {
	InfluencedPurchase Tri `json:"influencedPurchase,omitzero"` // the purchase of an eligible product
	WantsPresales      Tri `json:"wantsPresales,omitzero"`      // wants pre-sale incentives
	DrivesUsage        Tri `json:"drivesUsage,omitzero"`        // drives adoption and usage
	WantsUsage         Tri `json:"wantsUsage,omitzero"`         // wants usage incentives
	WantsCompetency    Tri `json:"wantsCompetency,omitzero"`    // wants the usage to count for a competency
	InfluencedChoice   Tri `json:"influencedChoice,omitzero"`   // influenced the choice as a business influencer

	Channel  Channel `json:"channel,omitzero"`  // how the customer bought the product (CPR-03)
	Eligible Tri     `json:"eligible,omitzero"` // the product is eligible for a claim (CPR-41)
}

// An ActivityChoice holds, for each activity, whether it fits an intent in a
// solution area. Each activity is judged alone: claims of more than one activity are
// subject to CPR-05.
type ActivityChoice struct {
	Area               Area        `json:"area,omitzero"`
	Presales           ActivityFit `json:"presales"`
	Usage              ActivityFit `json:"usage"`
	RevenueAssociation ActivityFit `json:"revenueAssociation"`

	On calendar.Date `json:"on,omitzero"` // the day on which the claim begins

	// Coverage reports whether the rules are known for On. Policy is the policy
	// that the answer was computed under.
	Coverage calendar.Coverage `json:"coverage"`
	Policy   Policy            `json:"policy"`
}

// An ActivityFit holds whether an activity fits an intent, and whether it is claimed
// for payment. The zero ActivityFit is unknown.
type ActivityFit struct {
	Fits       Tri `json:"fits"`
	ForPayment Tri `json:"forPayment"`
}

// ActivitiesFor returns which activities fit an intent under the policy of [InForce].
// See [Policy.ActivitiesFor].
func ActivitiesFor(area Area, intent Intent, on calendar.Date) ActivityChoice {
	return inForce().ActivitiesFor(area, intent, on)
}

// ActivitiesFor returns which activities of a solution area fit an intent, for a
// claim that begins on a day (CPR-04):
//   - Presales, if the partner influenced the purchase and wants pre-sale
//     incentives,
//   - Usage in Business Applications, if the partner drives adoption and usage. In
//     the edition of 2020 the partner must want usage incentives too,
//   - Usage in Microsoft 365, if the partner drives adoption and usage and wants
//     usage incentives or, in the edition of 2023, usage that counts for a
//     competency,
//   - Revenue association, if the partner influenced the choice as a business
//     influencer.
//
// An activity does not fit if the area does not offer it (CPR-02), or if the product
// is not eligible (CPR-41). In Business Applications, the purchase channel must
// allow a claim too (CPR-03).
//
// An answer that depends on a day that is zero is Unknown, and so are all answers if
// the area is zero. An invalid value in the intent counts as Unknown. If the area or
// the policy is invalid, the result is the zero ActivityChoice.
func (p Policy) ActivitiesFor(area Area, intent Intent, on calendar.Date) ActivityChoice {
	if area > lastArea || !p.Edition.isKnown() {
		return ActivityChoice{}
	}
	c := ActivityChoice{Area: area, On: on, Coverage: known.Coverage(on), Policy: p}
	if area == noArea {
		return c
	}
	fit := func(a Activity, wants func(Edition) Tri) ActivityFit {
		wanted, ok := either(&p, p.EditionOn(on), wants)
		if !ok {
			wanted = Unknown
		}
		fits := partnerrules.TriFromBool(area.Offers(a)).And(wanted).And(intent.Eligible)
		if area == BusinessApplications {
			fits = fits.And(intent.Channel.isClaimable())
		}
		return ActivityFit{fits, p.PaysIncentive(area, a, on)}
	}
	c.Presales = fit(ActivityPresales, func(Edition) Tri { return intent.InfluencedPurchase.And(intent.WantsPresales) })
	c.Usage = fit(ActivityUsage, func(e Edition) Tri { return intent.DrivesUsage.And(intent.wantsUsage(area, e)) })
	c.RevenueAssociation = fit(ActivityRevenueAssociation, func(Edition) Tri { return intent.InfluencedChoice })
	return c
}

// wantsUsage returns whether the partner wants what Usage requires.
func (i *Intent) wantsUsage(area Area, e Edition) Tri {
	switch {
	case e != Edition2023:
		return i.WantsUsage
	case area == BusinessApplications:
		return Yes
	}
	return i.WantsUsage.Or(i.WantsCompetency)
}

// All returns an iterator over the activities in their order, each with whether it
// fits.
func (c ActivityChoice) All() iter.Seq2[Activity, ActivityFit] {
	return func(yield func(Activity, ActivityFit) bool) {
		_ = yield(ActivityPresales, c.Presales) && yield(ActivityUsage, c.Usage) && yield(ActivityRevenueAssociation, c.RevenueAssociation)
	}
}

// Notes returns an iterator over the note on what a wrong activity costs (CPR-40).
// It is empty if the area is zero or invalid.
func (c ActivityChoice) Notes() iter.Seq[partnerrules.Note] {
	return noteIf(c.Area.isKnown(), wrongActivityCosts)
}
