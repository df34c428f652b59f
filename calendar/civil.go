package calendar

// The conversions between day numbers and civil dates follow C. Neri and
// L. Schneider, "Euclidean affine functions and their application to calendar
// algorithms", Software: Practice and Experience 53 (2023). They reckon in
// years that begin on 1 March, so that the leap day comes last, and replace
// divisions by multiplications and shifts.

// marchShift is what day numbers lack to days counted from 0000-03-01.
const marchShift = 305

// civil returns year, month (1 to 12) and day of a date that is not zero.
func (d Date) civil() (year, month, day int) {
	const (
		daysPer400Years = 146097
		perYear         = 2939745 // 2^32 / (4 × 365.25), rounded up
	)
	n := 4*(uint32(d.n)+marchShift) + 3
	century := n / daysPer400Years
	dayOfCentury := n % daysPer400Years / 4

	p := perYear * uint64(4*dayOfCentury+3)
	yearOfCentury := uint32(p >> 32)
	dayOfYear := uint32(p) / perYear / 4 // from 1 March

	p2 := 2141*dayOfYear + 197913 // month in the high half, day in the low
	month = int(p2 >> 16)
	day = int(p2&0xffff/2141) + 1
	year = int(100*century + yearOfCentury)
	if dayOfYear >= 306 { // January and February belong to the next year
		year++
		month -= 12
	}
	return year, month, day
}

// fromCivil is the inverse of civil; its arguments form a date in range.
func fromCivil(year, month, day int) Date {
	y, m, d := uint32(year), uint32(month), uint32(day)
	if m <= 2 {
		y--
		m += 12
	}
	century := y / 100
	days := 1461*y/4 - century + century/4 + (979*m-2919)/32 + d - 1
	return Date{int32(days) - marchShift}
}

// daysIn returns the number of days in a month.
func daysIn(year, month int) int {
	if month == 2 {
		if isLeap(year) {
			return 29
		}
		return 28
	}
	return 30 | (month ^ month>>3) // odd months to July, even ones from August
}

// isLeap reports whether the year has a 29 February. A year divisible by 100
// is a leap year when it is divisible by 16 too, for then 400 divides it.
func isLeap(year int) bool {
	if year%100 == 0 {
		return year&15 == 0
	}
	return year&3 == 0
}
