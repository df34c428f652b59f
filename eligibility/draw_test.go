package eligibility_test

import (
	"pgregory.net/rapid"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
	. "github.com/partnerrules/partnerrules/eligibility"
)

func anyOf[E ~uint8](t *rapid.T, name string, last E) E {
	return E(rapid.IntRange(0, int(last)).Draw(t, name))
}

func anyTri(t *rapid.T, name string) Tri { return Tri(rapid.IntRange(-1, 1).Draw(t, name)) }

// anyAD draws anniversary dates around today, and the zero Date. It draws the
// borders of the window more often.
func anyAD(t *rapid.T, name string) calendar.Date {
	switch rapid.IntRange(0, 3).Draw(t, name+" kind") {
	case 0:
		return calendar.Date{}
	case 1:
		return phases[rapid.IntRange(0, len(phases)-1).Draw(t, name)]
	}
	return today.AddDays(rapid.IntRange(-60, 400).Draw(t, name))
}

func anyPack(t *rapid.T, name string) Pack {
	return Pack{Active: anyTri(t, name+" active"), Anniversary: anyAD(t, name)}
}

// anyHeld draws held areas that agree with a membership.
func anyHeld(t *rapid.T, m Holding) AreaSet {
	if rapid.IntRange(0, 2).Draw(t, "held known") == 0 {
		return 0
	}
	if m > HoldsDesignation || m == HoldsNothing {
		return AreasOf()
	}
	var held []Area
	for _, a := range areas {
		if rapid.Bool().Draw(t, "holds "+a.String()) {
			held = append(held, a)
		}
	}
	if m == HoldsDesignation && held == nil {
		held = areas[:1]
	}
	return AreasOf(held...)
}

// anyFacts draws facts. Each is known or unknown.
func anyFacts() *rapid.Generator[Facts] {
	return rapid.Custom(func(t *rapid.T) Facts {
		f := Facts{
			Account:         anyOf(t, "account", Challenged),
			Membership:      anyOf(t, "membership", HoldsSilver),
			Anniversary:     anyAD(t, "anniversary"),
			HeldEarlier:     anyTri(t, "held earlier"),
			Status2022:      anyOf(t, "status", StatusGoldAndSilver),
			Billing:         anyOf(t, "billing", BillingSetUp),
			ActionPack:      anyPack(t, "action pack"),
			Launch:          anyPack(t, "launch"),
			SuccessCore:     anyPack(t, "core"),
			SuccessExpanded: anyPack(t, "expanded"),
			Learning:        anyPack(t, "learning"),
			Role:            anyOf(t, "role", OtherRole),
		}
		f.Held = anyHeld(t, f.Membership)
		for _, a := range areas {
			f.Qualified = f.Qualified.With(a, anyTri(t, "qualified "+a.String()))
		}
		// Often the other requirements are met, so that one decides.
		if rapid.Bool().Draw(t, "in order") {
			f.Account, f.Billing, f.Status2022 = Authorized, BillingLinked, StatusGoldAndSilver
		}
		return f
	})
}

// anyKnownFacts draws facts that are all known.
func anyKnownFacts() *rapid.Generator[Facts] {
	return rapid.Custom(func(t *rapid.T) Facts {
		f := anyFacts().Draw(t, "partial")
		for _, learn := range lessons {
			learn(t, &f)
		}
		return f
	})
}

// lessons are functions that set one fact each, if it is unknown.
var lessons = []func(*rapid.T, *Facts){
	func(t *rapid.T, f *Facts) {
		if f.Account == VerificationUnknown {
			f.Account = 1 + anyOf(t, "learnt account", Challenged-1)
		}
	},
	func(t *rapid.T, f *Facts) {
		if f.Membership == HoldingUnknown {
			switch f.Held {
			case 0:
				f.Membership = 1 + anyOf(t, "learnt membership", HoldsSilver-1)
			case AreasOf():
				f.Membership = []Holding{HoldsNothing, HoldsGold, HoldsSilver}[rapid.IntRange(0, 2).Draw(t, "learnt membership")]
			default:
				f.Membership = HoldsDesignation
			}
		}
	},
	func(t *rapid.T, f *Facts) { learnAD(t, &f.Anniversary) },
	func(t *rapid.T, f *Facts) {
		switch {
		case f.Held.IsKnown():
		case f.Membership == HoldsDesignation, f.Membership == HoldingUnknown && rapid.Bool().Draw(t, "learnt that an area is held"):
			f.Held = AreasOf(areas[rapid.IntRange(0, 5).Draw(t, "learnt area"):]...)
		default:
			f.Held = AreasOf()
		}
	},
	func(t *rapid.T, f *Facts) { learnTri(t, &f.HeldEarlier) },
	func(t *rapid.T, f *Facts) {
		if f.Status2022 == StatusUnknown {
			f.Status2022 = 1 + anyOf(t, "learnt status", StatusGoldAndSilver-1)
		}
	},
	func(t *rapid.T, f *Facts) {
		if f.Billing == BillingUnknown {
			f.Billing = 1 + anyOf(t, "learnt billing", BillingSetUp-1)
		}
	},
	func(t *rapid.T, f *Facts) { learnAD(t, &f.ActionPack.Anniversary) },
	func(t *rapid.T, f *Facts) { learnAD(t, &f.Launch.Anniversary) },
	func(t *rapid.T, f *Facts) { learnAD(t, &f.SuccessCore.Anniversary) },
	func(t *rapid.T, f *Facts) { learnAD(t, &f.SuccessExpanded.Anniversary) },
	func(t *rapid.T, f *Facts) { learnAD(t, &f.Learning.Anniversary) },
	func(t *rapid.T, f *Facts) { learnTri(t, &f.ActionPack.Active) },
	func(t *rapid.T, f *Facts) { learnTri(t, &f.Launch.Active) },
	func(t *rapid.T, f *Facts) { learnTri(t, &f.SuccessCore.Active) },
	func(t *rapid.T, f *Facts) { learnTri(t, &f.SuccessExpanded.Active) },
	func(t *rapid.T, f *Facts) { learnTri(t, &f.Learning.Active) },
	func(t *rapid.T, f *Facts) { learnTri(t, &f.Qualified.DataAI) },
	func(t *rapid.T, f *Facts) { learnTri(t, &f.Qualified.DigitalAppInnovation) },
	func(t *rapid.T, f *Facts) { learnTri(t, &f.Qualified.Infrastructure) },
	func(t *rapid.T, f *Facts) { learnTri(t, &f.Qualified.BusinessApplications) },
	func(t *rapid.T, f *Facts) { learnTri(t, &f.Qualified.ModernWork) },
	func(t *rapid.T, f *Facts) { learnTri(t, &f.Qualified.Security) },
}

func learnTri(t *rapid.T, answer *Tri) {
	if *answer == Unknown {
		*answer = partnerrules.TriFromBool(rapid.Bool().Draw(t, "learnt answer"))
	}
}

func learnAD(t *rapid.T, ad *calendar.Date) {
	if ad.IsZero() {
		*ad = today.AddDays(rapid.IntRange(-60, 400).Draw(t, "learnt date"))
	}
}

func anyOffer(t *rapid.T) Offer { return 1 + anyOf(t, "offer", LearningActionPack-1) }

func anyPolicy(t *rapid.T) Policy {
	p := Baseline()
	if rapid.Bool().Draw(t, "in force") {
		p.RetiredFrom = today.AddDays(rapid.IntRange(-10, 200).Draw(t, "retired from"))
		p.RenewalQualifiesFrom = today.AddDays(rapid.IntRange(-10, 200).Draw(t, "renewal qualifies from"))
	}
	if rapid.IntRange(0, 3).Draw(t, "window") == 0 {
		p.Dates = calendar.Policy{WindowOpens: 0, WindowCloses: 30, YearFromPayment: true}
	}
	return p
}
