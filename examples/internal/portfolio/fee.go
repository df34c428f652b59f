package portfolio

import (
	"cmp"
	"errors"
	"slices"

	"github.com/shopspring/decimal"
)

// A Fee is an amount of money, as the file gives it. The library knows no
// prices, and neither does this program.
type Fee struct {
	Amount   Amount   `json:"amount"`
	Currency Currency `json:"currency"`
}

// An Amount is a decimal number, zero or more, that keeps the decimals it was
// written with.
type Amount struct{ decimal.Decimal }

const (
	mostDigits   = 15
	mostDecimals = 4
)

// UnmarshalText reads digits with or without decimals. It is stricter than
// package decimal, which also reads signs and exponents.
func (a *Amount) UnmarshalText(text []byte) error {
	digits, decimals := 0, -1 // -1 before the point
	for _, c := range text {
		switch {
		case c == '.' && decimals < 0 && digits > 0:
			decimals = 0
			continue
		case c < '0' || c > '9':
			return errors.New(`want a decimal number, as in "4730.00"`)
		case decimals >= 0:
			decimals++
		}
		digits++
	}
	if digits == 0 || digits > mostDigits || decimals == 0 || decimals > mostDecimals {
		return errors.New("want at most 15 digits, of which at most 4 decimals")
	}
	value, err := decimal.NewFromString(string(text))
	if err != nil {
		return err
	}
	a.Decimal = value
	return nil
}

// String returns the amount with all its decimals: package decimal would write
// 4730.00 as 4730.
func (a Amount) String() string { return a.StringFixed(-a.Exponent()) }

// MarshalText gives JSON the amount as a string, since a JSON number would be
// read as binary floating point by most programs.
func (a Amount) MarshalText() ([]byte, error) { return []byte(a.String()), nil }

// MarshalJSON hides that of package decimal, which would drop decimals.
func (a Amount) MarshalJSON() ([]byte, error) { return []byte(`"` + a.String() + `"`), nil }

func (f Fee) String() string { return f.Amount.String() + " " + string(f.Currency) }

// addFee adds a fee to the total of its currency. The totals are in the order
// of their currencies.
func addFee(totals []Fee, f Fee) []Fee {
	i, found := slices.BinarySearchFunc(totals, f, func(a, b Fee) int { return cmp.Compare(a.Currency, b.Currency) })
	if !found {
		return slices.Insert(totals, i, f)
	}
	totals[i].Amount.Decimal = totals[i].Amount.Add(f.Amount.Decimal)
	return totals
}

// A Currency is a code of ISO 4217, of which only the form is checked.
type Currency string

func (c *Currency) UnmarshalText(text []byte) error {
	if len(text) != 3 || slices.ContainsFunc(text, func(b byte) bool { return b < 'A' || b > 'Z' }) {
		return errors.New("want a currency code of three capitals")
	}
	*c = Currency(text)
	return nil
}
