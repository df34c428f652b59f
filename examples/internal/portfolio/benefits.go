package portfolio

import (
	"errors"
	"strconv"
	"strings"

	"github.com/partnerrules/partnerrules/benefits"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/eligibility"
	"github.com/partnerrules/partnerrules/examples/internal/strictjson"
)

// A filedBenefit is one of a membership as read, with the places of its members in
// the file.
type filedBenefit struct {
	benefits.Benefit
	nodes map[string]*strictjson.Node
}

// readBenefits reads the benefits of a membership, whose own members have been
// read.
func (m *filedMembership) readBenefits(list *strictjson.Node) {
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

func readBenefit(node *strictjson.Node) filedBenefit {
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
	return filedBenefit{benefits.Benefit{
		ID:         readName(nodes["id"]),
		Category:   strictjson.Read[benefits.Category](nodes["category"]),
		Year:       nodes["year"].Int(),
		Unlocked:   strictjson.Read[calendar.Date](nodes["unlocked"]),
		Redeemed:   strictjson.Read[eligibility.Tri](nodes["redeemed"]),
		RedeemedOn: strictjson.Read[calendar.Date](nodes["redeemedOn"]),
	}, nodes}
}

// held returns the membership as package benefits knows it.
func (m *filedMembership) held() benefits.Membership {
	held := benefits.Membership{Offer: m.offer, Start: m.bought.Date}
	for _, renewal := range m.renewals {
		held.Renewals = append(held.Renewals, renewal.Date)
	}
	return held
}

// checkBenefits notes as faults what cannot have happened by the day judged by.
func (m *filedMembership) checkBenefits(s *sense) {
	for _, b := range m.benefits {
		for _, done := range []day{{b.Unlocked, b.nodes["unlocked"]}, {b.RedeemedOn, b.nodes["redeemedOn"]}} {
			s.notAfter(done)
		}
		_, err := benefits.Policy{Dates: s.dates}.TermOf(m.held(), b.Benefit)
		var input *calendar.InputError
		if errors.As(err, &input) {
			s.fault(b.nodes[strings.TrimPrefix(input.Name, "benefit.")], input.Reason)
		}
	}
}

// benefits adds to the answer for a membership its benefits and what happens
// next. There is nothing to add if its start is not known.
func (j *judgement) benefits(a *Answer, m *filedMembership) error {
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
		a.Benefits = append(a.Benefits, Benefit{b.ID, b.Category, b.Year, b.Unlocked, b.RedeemedOn, standing, term})
	}
	events, err := policy.Events(held, list, j.on)
	if err != nil {
		return err
	}
	for event := range events {
		if !j.renews(m.offer, event) {
			continue
		}
		a.Events = append(a.Events, event)
	}
	return nil
}

// renews reports whether an event can still be acted on: what leads to a renewal
// cannot on the days on which the offer is not renewed any more (ELG-13).
func (j *judgement) renews(o eligibility.Offer, e benefits.Event) bool {
	switch e.Kind {
	case benefits.NoticeBefore, benefits.NoticeAfter, benefits.WindowOpens, benefits.WindowCloses:
		retired := j.retired(o)
		return retired.IsZero() || e.On.Before(retired)
	}
	return true
}
