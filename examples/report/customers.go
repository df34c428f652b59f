package main

import (
	"slices"
	"strings"

	"github.com/partnerrules/partnerrules/agreement"
	"github.com/partnerrules/partnerrules/examples/internal/portfolio"
)

// A customer is a row in the table of customers.
type customer struct {
	Name     string
	Accepted badge
	Routes   string
	Channel  string // through which the partner attests
	Review   string // whether Microsoft is reviewing the customer account
	Missing  string
	Orders   []order
	ToDo     []string
	Steps    []string
}

// An order is an order of a customer, in words.
type order struct {
	What    string
	Verdict badge
	Why     []portfolio.Cause // empty if the order is allowed
}

func customersOf(customers []portfolio.Customer) []customer {
	var all []customer
	for _, c := range customers {
		all = append(all, customerOf(c))
	}
	return all
}

func customerOf(c portfolio.Customer) customer {
	v := customer{Name: c.Name, Accepted: acceptedBadge(c.Confirmation)}
	if c.Confirmation.NotApplicable {
		return v
	}
	v.Channel, v.Review = c.ChannelText(), c.ReviewText()
	v.Routes, v.Missing, v.Steps = c.RoutesText(dayText), lackText(c.Missing()), c.Steps
	for _, o := range c.Orders {
		v.Orders = append(v.Orders, orderOf(o))
		for _, why := range o.Why {
			if !slices.Contains(v.ToDo, why.Remedy) {
				v.ToDo = append(v.ToDo, why.Remedy)
			}
		}
	}
	return v
}

func orderOf(o portfolio.Order) order {
	return order{o.Kind.Title(), orderBadge(o.Verdict), o.Why}
}

func acceptedBadge(c agreement.Confirmation) badge {
	switch {
	case c.NotApplicable:
		return badge{neutral, "rules do not apply (AGR-46)"}
	case c.Accepted == agreement.Yes:
		return badge{good, "accepted"}
	case c.Accepted == agreement.No:
		return badge{bad, "not accepted"}
	}
	return badge{notice, "unknown"}
}

func orderBadge(v agreement.OrderVerdict) badge {
	switch v {
	case agreement.Allowed:
		return badge{good, "allowed"}
	case agreement.AttestFirst:
		return badge{notice, "attest first"}
	case agreement.Blocked:
		return badge{bad, "blocked"}
	case agreement.OrderNotApplicable:
		return badge{neutral, "rules do not apply"}
	}
	return badge{notice, portfolio.Words(v.String())}
}

// lackText returns the missing facts.
func lackText(missing []portfolio.MissingFact) string {
	var texts []string
	for _, fact := range missing {
		texts = append(texts, fact.Text)
	}
	return strings.Join(texts, ", ")
}
