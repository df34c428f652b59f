package calendar

import "github.com/partnerrules/partnerrules/internal/check"

// AnniversaryDate returns the anniversary date of a membership that was bought
// on start and renewed on the given days, under [Baseline]. See
// [Policy.AnniversaryDate].
func AnniversaryDate(start Date, renewals ...Date) (Date, error) {
	return Baseline().AnniversaryDate(start, renewals...)
}

// AnniversaryAfter returns the anniversary date that follows ad after the given
// renewals, under [Baseline]. See [Policy.AnniversaryAfter].
func AnniversaryAfter(ad Date, renewals ...Date) (Date, error) {
	return Baseline().AnniversaryAfter(ad, renewals...)
}

// RenewalWindow returns the days on which a membership can be renewed, under
// [Baseline]. See [Policy.RenewalWindow].
func RenewalWindow(ad Date) Period { return Baseline().RenewalWindow(ad) }

// LastAccess returns the last day of access to benefits without a renewal, under
// [Baseline]. See [Policy.LastAccess].
func LastAccess(ad Date) Date { return Baseline().LastAccess(ad) }

// AnniversaryDate returns the anniversary date of a membership that was bought
// on start and renewed on the given days, oldest first. The anniversary date is
// the last day of the paid year. It is start plus one calendar year, plus one year
// for each renewal, always counted from start (CAL-04, CAL-07). If
// p.YearFromPayment is set, it is one year after the last payment.
//
// A renewal on an unknown day is the zero Date. If start is zero, the result is
// zero. With YearFromPayment only the day of the last payment must be known.
//
// AnniversaryDate returns an [*partnerrules.InputError] if:
//   - a renewal is before its renewal window, when it is not possible yet;
//   - a renewal is after its window, when it is a new purchase;
//   - the policy is invalid.
func (p Policy) AnniversaryDate(start Date, renewals ...Date) (Date, error) {
	return p.anniversary(start, 1, renewals)
}

// AnniversaryAfter returns the anniversary date that follows the anniversary date
// ad after the given renewals, oldest first (CAL-07). Use it if the start of the
// membership is unknown. Without renewals it returns ad. A zero ad has the effect
// of a zero start in [Policy.AnniversaryDate]. Renewals and errors are the same.
//
// Counting from ad loses a 29 February. A membership that starts on 2024-02-29
// has the fourth anniversary date 2028-02-29, but three years after 2025-02-28 is
// 2028-02-28.
func (p Policy) AnniversaryAfter(ad Date, renewals ...Date) (Date, error) {
	return p.anniversary(ad, 0, renewals)
}

// Anniversaries returns the anniversary date that ends each paid year of a
// membership, the current one last. The result has one element more than
// renewals. It counts from start as [Policy.AnniversaryDate] does. If start is
// zero, it counts from the first anniversary date ad, as [Policy.AnniversaryAfter]
// does. It takes time linear in the number of renewals.
//
// Anniversaries returns an [*partnerrules.InputError] if:
//   - a renewal is outside of its renewal window;
//   - start and ad are both set, and ad is not one calendar year after start;
//   - the policy is invalid.
func (p Policy) Anniversaries(start, ad Date, renewals ...Date) ([]Date, error) {
	all := make([]Date, 0, len(renewals)+1)
	from, years := start, 1
	if start.IsZero() {
		from, years = ad, 0
	} else if first := start.AddYears(1); !ad.IsZero() && ad != first {
		return nil, check.Input("anniversary", ad.String()+" is not one year after the start, "+start.String())
	}
	err := p.anniversaries(from, years, renewals, func(ad Date) { all = append(all, ad) })
	if err != nil {
		return nil, err
	}
	return all, nil
}

// anniversary returns the last anniversary date.
func (p Policy) anniversary(from Date, years int, renewals []Date) (last Date, err error) {
	err = p.anniversaries(from, years, renewals, func(ad Date) { last = ad })
	if err != nil {
		return Date{}, err
	}
	return last, nil
}

// anniversaries calls each with every anniversary date, oldest first (CAL-04,
// CAL-07). The first one is a number of years after from, and each renewal adds
// another one.
func (p Policy) anniversaries(from Date, years int, renewals []Date, each func(ad Date)) error {
	if err := p.Validate(); err != nil {
		return err
	}
	ad := from.AddYears(years)
	each(ad)
	for i, paid := range renewals {
		window := p.RenewalWindow(ad)
		switch {
		case paid.Before(window.First()):
			return check.Input(check.Item("renewals", i), paid.String()+" comes before the window "+window.String())
		case paid.After(window.Last()):
			return check.Input(check.Item("renewals", i), paid.String()+" comes after the window "+window.String()+": it is a new purchase, not a renewal")
		}
		if p.YearFromPayment {
			from, years = paid, 0
		}
		years++
		ad = from.AddYears(years)
		each(ad)
	}
	return nil
}

// RenewalWindow returns the days on which a membership with the anniversary date
// ad can be renewed (CAL-05). Under [Baseline] they are the thirty days after ad:
// a membership with anniversary date 2021-09-01 can be renewed from 2021-09-02
// through 2021-10-01.
//
// RenewalWindow returns the zero Period if ad is zero, if the policy is invalid,
// or if the window would end after 9999-12-31.
func (p Policy) RenewalWindow(ad Date) Period {
	if p.Validate() != nil {
		return Period{}
	}
	return span(ad.AddDays(int(p.WindowOpens)), ad.AddDays(int(p.WindowCloses)))
}

// LastAccess returns the last day of access to the benefits of a membership with
// the anniversary date ad that is not renewed. It is the last day of the renewal
// window (CAL-06), or the zero Date if [Policy.RenewalWindow] returns the zero
// Period.
func (p Policy) LastAccess(ad Date) Date { return p.RenewalWindow(ad).Last() }

// RenewalNotices returns the days on which Microsoft notifies the partner admins
// of a renewal (CAL-08). The first notice is fifteen days before the anniversary
// date ad. The second is 23 days after ad, or zero if the membership was renewed
// by then. Both are zero if ad is.
//
// Set renewed to the zero Date if the membership was not renewed. A renewal on an
// unknown day therefore looks like no renewal. RenewalNotices does not check that
// renewed is in a renewal window.
func RenewalNotices(ad, renewed Date) (before, after Date) {
	const daysBefore, daysAfter = 15, 23
	before, after = ad.AddDays(-daysBefore), ad.AddDays(daysAfter)
	if !renewed.IsZero() && !renewed.After(after) {
		after = Date{}
	}
	return before, after
}
