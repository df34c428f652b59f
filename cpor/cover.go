package cpor

import (
	"iter"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/internal/check"
)

// A Subscription holds what is known of a subscription of a customer.
type Subscription struct {
	ID      SubscriptionID `json:"id,omitzero"`
	Product string         `json:"product,omitzero"` // the name of its product, if known
	Ended   calendar.Date  `json:"ended,omitzero"`   // its last day; zero: it is still running
}

// A Cover is the answer to whether a claim covers a subscription on a day (CPR-29).
type Cover struct {
	Covers Tri `json:"covers"`

	// HasEnded is true if the subscription ended before On. A new subscription
	// needs a claim of its own.
	HasEnded bool `json:"hasEnded,omitzero"`

	Status Status        `json:"status,omitzero"` // the status of the claim
	Area   Area          `json:"area,omitzero"`   // the area of the claim
	On     calendar.Date `json:"on,omitzero"`     // the day of the question

	// Coverage reports whether the rules are known for the day on which the claim
	// begins. No policy changes the answer.
	Coverage calendar.Coverage `json:"coverage"`
}

// Covers returns whether an approved claim in Business Applications covers a
// subscription on a day (CPR-29). The day must be one of the claim's days, and not
// after the last day of the subscription.
//
// Covers is Yes if a unit of the claim names the subscription. It is Unknown if a
// unit is a product without a subscription, until its subscription ID is filled in.
// It is not, if the product of the subscription is known and is another one.
//
// Covers is also Unknown if the day, the subscription ID, or the approval day, status
// or area of the claim is unknown or invalid, and the others do not exclude a yes.
func (c Claim) Covers(s Subscription, on calendar.Date) Cover {
	return Cover{
		Covers: c.covers(&s, on), HasEnded: on.After(s.Ended),
		Status: c.Status, Area: c.Area, On: on, Coverage: known.Coverage(c.begins()),
	}
}

func (c *Claim) covers(s *Subscription, on calendar.Date) Tri {
	named := c.names(s)
	switch {
	case c.Status != Approved && c.Status.isKnown(), c.Area == Microsoft365:
		return No
	case on.After(s.Ended) || on.After(c.Ends) || on.Before(c.Approved) || named == No:
		return No
	case c.Status != Approved || c.Area != BusinessApplications || on.IsZero() || c.Approved.IsZero():
		return Unknown
	}
	return named
}

// names returns whether a unit of the claim names a subscription.
func (c *Claim) names(s *Subscription) Tri {
	named := No
	for _, u := range c.Units {
		switch {
		case !s.ID.IsZero() && u.Subscription == s.ID:
			return Yes
		case !check.IsBlank(s.Product) && foldName(u.Name) != foldName(s.Product):
		case s.ID.IsZero() || u.Subscription.IsZero():
			named = Unknown
		}
	}
	return named
}

// Notes returns an iterator over the notes on where the partner sees the subscription
// ID (CPR-43), and that a new subscription needs a claim of its own (CPR-29). The
// first note applies to an approved claim in Business Applications, the second one to
// a subscription that has ended.
func (c Cover) Notes() iter.Seq[partnerrules.Note] {
	return func(yield func(partnerrules.Note) bool) {
		_ = (c.Status != Approved || c.Area != BusinessApplications || yield(subscriptionShown())) &&
			(!c.HasEnded || yield(newSubscription()))
	}
}
