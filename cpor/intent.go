package cpor

import "iter"

// An Intent is what the partner did and wants, by which the activity is chosen.
type Intent struct {
	InfluencedPurchase Tri `json:"influencedPurchase,omitzero"` // of an eligible product
	WantsPresales      Tri `json:"wantsPresales,omitzero"`      // pre-sale incentives
	DrivesUsage        Tri `json:"drivesUsage,omitzero"`        // adoption and usage
	WantsUsage         Tri `json:"wantsUsage,omitzero"`         // usage incentives
	InfluencedChoice   Tri `json:"influencedChoice,omitzero"`   // as a business influencer
}

// A Choice says which activities of a solution area fit an intent.
type Choice struct {
	Area               Area `json:"area"`
	Presales           Tri  `json:"presales"`
	Usage              Tri  `json:"usage"`
	RevenueAssociation Tri  `json:"revenueAssociation"`
}

// Choose says which activities of a solution area fit an intent (CPR-04).
// Presales fits those who influenced the purchase and want pre-sale incentives,
// Usage those who drive adoption and usage and want usage incentives, Revenue
// association those who influenced the choice as a business influencer. What
// the area does not offer does not fit. In no area nothing is known; what is
// none of the areas counts as no area, and what is no answer as unknown.
//
// A wrong activity costs: see [WrongActivityCosts].
func Choose(area Area, intent Intent) Choice {
	if area > lastArea {
		area = noArea
	}
	offers := func(a Activity) Tri {
		if area == noArea {
			return Unknown
		}
		return TriOf(area.Offered(a))
	}
	return Choice{
		Area:               area,
		Presales:           offers(Presales).And(intent.InfluencedPurchase).And(intent.WantsPresales),
		Usage:              offers(Usage).And(intent.DrivesUsage).And(intent.WantsUsage),
		RevenueAssociation: offers(RevenueAssociation).And(intent.InfluencedChoice),
	}
}

// All returns for each activity whether it fits, in their order.
func (c Choice) All() iter.Seq2[Activity, Tri] {
	return func(yield func(Activity, Tri) bool) {
		_ = yield(Presales, c.Presales) && yield(Usage, c.Usage) && yield(RevenueAssociation, c.RevenueAssociation)
	}
}
