package calendar

// AnniversaryDate returns the anniversary date of a membership that was bought
// on start and renewed on the given days: see [Policy.AnniversaryDate].
func AnniversaryDate(start Date, renewals ...Date) (Date, error) {
	return Baseline().AnniversaryDate(start, renewals...)
}

// NextAnniversary returns the anniversary date after an anniversary date and
// the renewals since: see [Policy.NextAnniversary].
func NextAnniversary(ad Date, renewals ...Date) (Date, error) {
	return Baseline().NextAnniversary(ad, renewals...)
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
// lie in its renewal window is an [*InputError]: before the window nothing can
// be renewed, and after it the payment is a purchase, with a new start. A policy
// that is not valid is an [*InputError] too. No start is no error, and gives no
// date; but years from payment need no more than the last day of payment.
func (p Policy) AnniversaryDate(start Date, renewals ...Date) (Date, error) {
	return p.anniversary(start, 1, renewals)
}

// NextAnniversary returns the anniversary date that follows ad, an anniversary
// date whose own start is not known, after the given renewals, oldest first
// (CAL-07). With none it is ad. Renewals and errors are as in
// [Policy.AnniversaryDate], and no ad is as no start.
//
// Counting from ad loses a 29 February: start a membership on 2024-02-29 and
// it has the fourth anniversary date 2028-02-29, but three years after
// 2025-02-28 comes 2028-02-28.
func (p Policy) NextAnniversary(ad Date, renewals ...Date) (Date, error) {
	return p.anniversary(ad, 0, renewals)
}

func (p Policy) anniversary(from Date, years int, renewals []Date) (Date, error) {
	if err := p.Validate(); err != nil {
		return Date{}, err
	}
	ad := from.AddYears(years)
	for i, paid := range renewals {
		window := p.RenewalWindow(ad)
		switch {
		case paid.Before(window.First()):
			return Date{}, &InputError{indexed("renewals", i), paid.String() + " comes before the window " + window.String()}
		case paid.After(window.Last()):
			return Date{}, &InputError{indexed("renewals", i), paid.String() + " comes after the window " + window.String() + ": a purchase, with a new start"}
		}
		if p.YearFromPayment {
			from, years = paid, 0
		}
		years++
		ad = from.AddYears(years)
	}
	return ad, nil
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
	return span(ad.AddDays(p.WindowOpens), ad.AddDays(p.WindowCloses))
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
