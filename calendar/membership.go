package calendar

import "github.com/partnerrules/partnerrules/internal/check"

// AnniversaryDate returns the anniversary date of a membership that was bought
// on start and renewed on the given days: see [Policy.AnniversaryDate].
func AnniversaryDate(start Date, renewals ...Date) (Date, error) {
	return Baseline().AnniversaryDate(start, renewals...)
}

// AnniversaryAfter returns the anniversary date after an anniversary date and
// the renewals since: see [Policy.AnniversaryAfter].
func AnniversaryAfter(ad Date, renewals ...Date) (Date, error) {
	return Baseline().AnniversaryAfter(ad, renewals...)
}

// RenewalWindow returns the days on which a membership may be renewed: see
// [Policy.RenewalWindow].
func RenewalWindow(ad Date) Period { return Baseline().RenewalWindow(ad) }

// LastAccess returns the last day of access to benefits without a renewal: see
// [Policy.LastAccess].
func LastAccess(ad Date) Date { return Baseline().LastAccess(ad) }

// AnniversaryDate returns the anniversary date of a membership that was bought
// on start and since renewed on the given days, oldest first. It is the last
// day of the paid year: start plus one calendar year, and one more for each
// renewal, always counted from start (CAL-04, CAL-07). Under a policy of years
// from payment it is the last day of payment plus one year.
//
// A renewal whose day is not known may be given as no date. One that does not
// lie in its renewal window is an [*partnerrules.InputError]: before the window nothing can
// be renewed, and after it the payment is a purchase, with a new start. A policy
// that is not valid is an [*partnerrules.InputError] too. No start is no error, and gives no
// date; but years from payment need no more than the last day of payment.
func (p Policy) AnniversaryDate(start Date, renewals ...Date) (Date, error) {
	return p.anniversary(start, 1, renewals)
}

// AnniversaryAfter returns the anniversary date that follows ad, an anniversary
// date whose own start is not known, after the given renewals, oldest first
// (CAL-07). With none it is ad. Renewals and errors are as in
// [Policy.AnniversaryDate], and no ad is as no start.
//
// Counting from ad loses a 29 February: start a membership on 2024-02-29 and
// it has the fourth anniversary date 2028-02-29, but three years after
// 2025-02-28 comes 2028-02-28.
func (p Policy) AnniversaryAfter(ad Date, renewals ...Date) (Date, error) {
	return p.anniversary(ad, 0, renewals)
}

// Anniversaries returns the anniversary date that ends each paid year of a
// membership, the current one last: one more than there are renewals. The
// membership was bought on start, or has the first anniversary date ad if start is
// zero. Renewals, and what follows from start or ad, are as in
// [Policy.AnniversaryDate] and [Policy.AnniversaryAfter]. It takes time linear in
// the number of renewals.
//
// Anniversaries returns an [*partnerrules.InputError] if the policy or a renewal
// is invalid, or if start and ad are both given and ad is not one calendar year
// after start.
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

// anniversary returns the last of the anniversaries.
func (p Policy) anniversary(from Date, years int, renewals []Date) (last Date, err error) {
	err = p.anniversaries(from, years, renewals, func(ad Date) { last = ad })
	if err != nil {
		return Date{}, err
	}
	return last, nil
}

// anniversaries calls each with the anniversary date that comes a number of years
// after from, and then with the one after each renewal (CAL-04, CAL-07).
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
			return check.Input(check.Item("renewals", i), paid.String()+" comes after the window "+window.String()+": a purchase, with a new start")
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

// RenewalWindow returns the days on which a membership with the anniversary
// date ad may be renewed, the first and the last included (CAL-05). In the
// baseline they are the thirty days after ad: a membership with anniversary
// date 2021-09-01 is renewed from 2021-09-02 to 2021-10-01.
//
// It is no period if ad is no date, if the policy is not valid, or if the
// window would end after 9999-12-31.
func (p Policy) RenewalWindow(ad Date) Period {
	if p.Validate() != nil {
		return Period{}
	}
	return span(ad.AddDays(int(p.WindowOpens)), ad.AddDays(int(p.WindowCloses)))
}

// LastAccess returns the last day of access to the benefits of a membership
// with the anniversary date ad that is not renewed: the last day of its
// renewal window (CAL-06). On the day after, access is gone.
func (p Policy) LastAccess(ad Date) Date { return p.RenewalWindow(ad).Last() }

// RenewalNotices returns the days on which notices about a renewal are known to
// be sent to the partner admins: fifteen days before the anniversary date ad,
// and 23 days after it unless the membership was renewed by then (CAL-08). The
// second is no date where it falls away. Both are if ad is no date.
//
// For a membership not renewed, renewed is no date. So a renewal on a day that is
// not known cannot be told from none. Whether the day lies in a renewal window is
// not looked at.
func RenewalNotices(ad, renewed Date) (before, after Date) {
	const daysBefore, daysAfter = 15, 23
	before, after = ad.AddDays(-daysBefore), ad.AddDays(daysAfter)
	if !renewed.IsZero() && !renewed.After(after) {
		after = Date{}
	}
	return before, after
}
