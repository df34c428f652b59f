package main

import (
	"errors"
	"strconv"
	"strings"

	"github.com/partnerrules/partnerrules/benefits"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/eligibility"
	"github.com/partnerrules/partnerrules/examples/internal/strictjson"
)

// A benefit is one of a membership as read, with the places of its members in
// the file.
type benefit struct {
	benefits.Benefit
	nodes map[string]*strictjson.Node
}

// readBenefits reads the benefits of a membership, whose own members have been
// read.
func (m *membership) readBenefits(list *strictjson.Node) {
	switch {
	case list == nil:
		return
	case m.bought.node == nil:
		list.Fault("benefits need start")
	case m.active != eligibility.Yes:
		list.Fault("benefits are judged only of a membership that is active")
	}
	type key struct {
		year int
		id   string
	}
	seen := map[key]bool{}
	for _, node := range list.List() {
		b := readBenefit(node)
		if seen[key{b.Year, b.ID}] {
			b.nodes["id"].Fault("comes twice in paid year " + strconv.Itoa(b.Year))
		}
		seen[key{b.Year, b.ID}] = true
		m.benefits = append(m.benefits, b)
	}
}

func readBenefit(node *strictjson.Node) benefit {
	members := node.Object()
	nodes := map[string]*strictjson.Node{
		"id":         members.Required("id"),
		"category":   members.Required("category"),
		"year":       members.Required("year"),
		"unlocked":   members.Optional("unlocked"),
		"redeemed":   members.Optional("redeemed"),
		"redeemedOn": members.Optional("redeemedOn"),
	}
	members.End()
	return benefit{benefits.Benefit{
		ID:         readName(nodes["id"]),
		Category:   strictjson.Read[benefits.Category](nodes["category"]),
		Year:       nodes["year"].Int(),
		Unlocked:   strictjson.Read[calendar.Date](nodes["unlocked"]),
		Redeemed:   strictjson.Read[eligibility.Tri](nodes["redeemed"]),
		RedeemedOn: strictjson.Read[calendar.Date](nodes["redeemedOn"]),
	}, nodes}
}

// held returns the membership as package benefits knows it.
func (m *membership) held() benefits.Membership {
	held := benefits.Membership{Offer: m.offer, Start: m.bought.Date}
	for _, renewal := range m.renewals {
		held.Renewals = append(held.Renewals, renewal.Date)
	}
	return held
}

// checkBenefits notes as faults what cannot have happened by the day judged by.
func (m *membership) checkBenefits(p calendar.Policy, on calendar.Date) {
	for _, b := range m.benefits {
		for _, done := range []day{{b.Unlocked, b.nodes["unlocked"]}, {b.RedeemedOn, b.nodes["redeemedOn"]}} {
			if done.After(on) {
				done.node.Fault("lies after the day judged by, " + on.String())
			}
		}
		_, err := benefits.Policy{Dates: p}.TermOf(m.held(), b.Benefit)
		var input *calendar.InputError
		if errors.As(err, &input) {
			b.nodes[strings.TrimPrefix(input.Name, "benefit.")].Fault(input.Reason)
		}
	}
}

// A benefitReport is what there is to say of a benefit.
type benefitReport struct {
	ID       string            `json:"id"`
	Category benefits.Category `json:"category"`
	Year     int               `json:"year"`
	Standing benefits.Standing `json:"standing"`
	Term     benefits.Term     `json:"term"`
}

// nextEvents is how many of the events to come are listed.
const nextEvents = 3

// benefits adds to the answer for a membership its benefits and what happens
// next. There is nothing to add if its start is not known.
func (j judgement) benefits(a *answer, m *membership) error {
	if m.bought.node == nil || m.active != eligibility.Yes {
		return nil
	}
	policy, held := benefits.Policy{Dates: j.policy.Dates}, m.held()
	var list []benefits.Benefit
	for _, b := range m.benefits {
		standing, err := policy.StateOn(held, b.Benefit, j.on)
		if err != nil {
			return err
		}
		term, err := policy.TermOf(held, b.Benefit)
		if err != nil {
			return err
		}
		list = append(list, b.Benefit)
		a.Benefits = append(a.Benefits, benefitReport{b.ID, b.Category, b.Year, standing, term})
	}
	events, err := policy.Events(held, list, j.on)
	if err != nil {
		return err
	}
	for event := range events {
		if len(a.Next) == nextEvents {
			break
		}
		a.Next = append(a.Next, event)
	}
	return nil
}

// benefits writes a field for each benefit, and a line for each event.
func (p *page) benefits(a answer, on calendar.Date) {
	for _, b := range a.Benefits {
		p.field("Benefit", b.ID+" ("+b.Category.String()+", paid year "+strconv.Itoa(b.Year)+"): "+benefitText(b))
	}
	label := "Next"
	for _, e := range a.Next {
		p.field(label, e.On.String()+nearby(", ", e.On, on)+": "+eventText(e))
		label = ""
	}
}

// benefitText says where a benefit stands, its last day, and what ends it.
func benefitText(b benefitReport) string {
	ends, ended := ": "+endText(b, "ends"), ": "+endText(b, "ended")
	switch b.Standing.State {
	case benefits.Available:
		s := "available, to be redeemed by " + dayText(b.Standing.Until) + ends
		if !b.Term.LastUse.IsZero() {
			s += ". If redeemed, of use through " + b.Term.LastUse.String()
		}
		return s
	case benefits.InUse:
		return "in use, last day of use " + dayText(b.Standing.Until) + ends
	case benefits.Expired:
		return "expired, last day of use " + dayText(b.Term.LastUse) + ended
	case benefits.LostWithMembership:
		return "lost with the membership, last day of use " + dayText(b.Term.LastUse) + ended
	case benefits.ExpiredUnredeemed:
		return "expired unredeemed, last day to redeem " + dayText(b.Term.RedeemThrough) + ended
	}
	return "cannot be said without whether and when it was unlocked and redeemed (unlocked, redeemed, redeemedOn)"
}

// dayText says of a day that is not known what is missing: it can be nothing
// else, since all renewals have their days.
func dayText(d calendar.Date) string {
	if d.IsZero() {
		return "not known without the day of unlocking (unlocked)"
	}
	return d.String()
}

// endText says what ends a benefit, or has ended it.
func endText(b benefitReport, verb string) string {
	switch r := b.Standing.EndedBy; r {
	case benefits.PastActivateBy:
		return "its 13 months to redeem " + strings.TrimSuffix(verb, "s") + " (" + r.Rule() + ")"
	case benefits.PastExpiry:
		return "its own term " + verb + " (" + b.Category.Rule() + ")"
	case benefits.PastAccess:
		return "access " + verb + " with the renewal window (" + r.Rule() + ")"
	}
	return "what " + verb + " it is not known"
}

// eventText says what happens on a day.
func eventText(e benefits.Event) string {
	switch e.Kind {
	case benefits.NoticeBefore:
		return "a renewal notice goes out"
	case benefits.NoticeAfter:
		return "a further renewal notice goes out"
	case benefits.AnniversaryDate:
		return "the paid year ends"
	case benefits.WindowOpens:
		return "the renewal window opens"
	case benefits.WindowCloses:
		return "the renewal window closes"
	case benefits.AccessEnds:
		return "no access any more, unless renewed"
	case benefits.ActivateBy:
		return "last day to redeem " + e.Benefit
	case benefits.LastUse:
		return "last day of use of " + e.Benefit
	}
	return e.Kind.String()
}
