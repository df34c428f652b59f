package main

import (
	"github.com/partnerrules/partnerrules/benefits"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/examples/internal/portfolio"
)

// A benefit is a row of the table of a membership.
type benefit struct {
	ID       string
	Category string
	Year     int
	State    badge
	RedeemBy calendar.Date // no date: redeemed, or not known
	UseUntil calendar.Date
	Ends     string // what ends it, or has ended it
	Rule     string // the ID of the rule by which it does
}

func benefitOf(b portfolio.Benefit) benefit {
	v := benefit{
		ID: b.ID, Category: portfolio.Words(b.Category.String()), Year: b.Year,
		State: stateBadge(b.Standing.State), UseUntil: b.Term.LastUse,
	}
	v.Ends, v.Rule = endText(b)
	if b.Standing.State != benefits.InUse && b.Standing.State != benefits.Expired && b.Standing.State != benefits.LostWithMembership {
		v.RedeemBy = b.Term.RedeemThrough
	}
	if b.Standing.State == benefits.ExpiredUnredeemed {
		v.UseUntil = calendar.Date{}
	}
	return v
}

// over reports whether a benefit is of no use any more.
func over(s benefits.State) bool {
	return s == benefits.Expired || s == benefits.ExpiredUnredeemed || s == benefits.LostWithMembership
}

func stateBadge(s benefits.State) badge {
	switch s {
	case benefits.InUse:
		return badge{good, "in use"}
	case benefits.Available:
		return badge{notice, "to be redeemed"}
	case benefits.NotYetProvided:
		return badge{neutral, "not provided yet"}
	case benefits.StateUnknown:
		return badge{notice, "not known"}
	}
	return badge{neutral, portfolio.Words(s.String())}
}

// endText says what ends a benefit, or has ended it, and by which rule.
func endText(b portfolio.Benefit) (text, rule string) {
	switch r := b.Standing.EndedBy; r {
	case 0:
		return "", ""
	case benefits.PastActivateBy:
		return "13 months to redeem", r.Rule()
	case benefits.PastExpiry:
		return "own term", b.Category.Rule()
	case benefits.PastAccess:
		return "renewal window", r.Rule()
	default:
		return portfolio.Words(r.String()), r.Rule()
	}
}
