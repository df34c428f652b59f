package portfolio

import (
	"errors"
	"strconv"
	"strings"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/benefits"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/eligibility"
	"github.com/partnerrules/partnerrules/examples/internal/strictjson"
)

// A filedBenefit is a benefit as read, with the JSON nodes of its members for
// faults.
type filedBenefit struct {
	benefits.Benefit
	nodes map[string]*strictjson.Node
}

// readBenefits reads the benefits of a membership. The other members of m must
// have been read before.
func (m *filedMembership) readBenefits(list *strictjson.Node) {
	if list == nil {
		return
	}
	if m.bought.node == nil {
		list.Fault("benefits need the start of the membership")
	}
	type key struct {
		year int
		id   string
	}
	seen := map[key]*strictjson.Node{}
	for _, node := range list.List() {
		b := readBenefit(node)
		if other := seen[key{b.Year, b.ID}]; other != nil {
			line, column := other.Place()
			b.nodes["id"].Fault("another benefit has this ID in paid year " + strconv.Itoa(b.Year) + ", at " + strconv.Itoa(line) + ":" + strconv.Itoa(column))
		}
		seen[key{b.Year, b.ID}] = b.nodes["id"]
		m.benefits = append(m.benefits, b)
	}
}

func readBenefit(node *strictjson.Node) filedBenefit {
	members := node.Object()
	nodes := map[string]*strictjson.Node{
		"id":         members.Required("id"),
		"category":   members.Required("category"),
		"credits":    members.Optional("credits"),
		"year":       members.Required("year"),
		"unlocked":   members.Optional("unlocked"),
		"redeemed":   members.Optional("redeemed"),
		"redeemedOn": members.Optional("redeemedOn"),
	}
	members.End()
	return filedBenefit{benefits.Benefit{
		ID:         readName(nodes["id"]),
		Category:   strictjson.Read[benefits.Category](nodes["category"]),
		Credits:    strictjson.Read[benefits.CreditKind](nodes["credits"]),
		Year:       nodes["year"].Int(),
		Unlocked:   readDate(nodes["unlocked"]),
		Redeemed:   strictjson.Read[eligibility.Tri](nodes["redeemed"]),
		RedeemedOn: readDate(nodes["redeemedOn"]),
	}, nodes}
}

// timelineOf returns the timeline of the membership with the given renewals. The
// membership must have a start or an anniversary date.
func (m *filedMembership) timelineOf(terms benefits.Policy, renewals []day) (benefits.Timeline, error) {
	return terms.NewTimeline(m.membership(renewals))
}

// checkBenefits reports benefits whose days are impossible or after the day of the
// report.
func (m *filedMembership) checkBenefits(s *sense) {
	for _, b := range m.benefits {
		s.notAfter(day{b.Unlocked, b.nodes["unlocked"]}, day{b.RedeemedOn, b.nodes["redeemedOn"]})
		_, err := m.timeline.Term(b.Benefit)
		var input *partnerrules.InputError
		if errors.As(err, &input) {
			s.fault(b.nodes[strings.TrimPrefix(input.Path, "benefit.")], input.Reason)
		}
	}
}

// Benefit returns the benefit of an event. It returns nil for an event of the
// membership.
func (a *Answer) Benefit(e benefits.Event) *Benefit {
	for i := range a.Benefits {
		if b := &a.Benefits[i]; b.Year == e.Year && b.ID == e.Benefit {
			return b
		}
	}
	return nil
}

// IsOpen reports whether the benefit is known not to be redeemed, and can still be
// redeemed and used.
func (b *Benefit) IsOpen() bool {
	return b.Status.State == benefits.Available || b.Status.State == benefits.NotYetProvided
}

// UseBy returns the last day on which a benefit can be redeemed and then used. After
// the end of its own term, redeeming is of no use (BEN-09).
func (b *Benefit) UseBy() calendar.Date {
	if b.Term.EndedBy == benefits.PastExpiry && b.Term.LastUse.Before(b.Term.RedeemThrough) {
		return b.Term.LastUse
	}
	return b.Term.RedeemThrough
}

// TermRule returns the rule that sets the end of the benefit's own term.
func (b *Benefit) TermRule() partnerrules.RuleID {
	if b.Status.ByPurchase == benefits.Yes {
		return "BEN-15"
	}
	return b.Category.Rule()
}

// benefits adds the benefits and events of a membership to its answer. It adds
// nothing if the start of the membership is unknown.
func (j *judgment) benefits(a *Answer, m *filedMembership) error {
	if m.bought.node == nil {
		return nil
	}
	var list []benefits.Benefit
	for _, b := range m.benefits {
		status, err := m.timeline.State(b.Benefit, j.on)
		if err != nil {
			return err
		}
		term, err := m.timeline.Term(b.Benefit)
		if err != nil {
			return err
		}
		list = append(list, b.Benefit)
		a.Benefits = append(a.Benefits, Benefit{b.ID, b.Category, b.Year, b.Unlocked, b.RedeemedOn, status, term})
	}
	events, err := m.timeline.Events(list, j.on)
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

// renews reports whether an event is still relevant. An event that leads to a
// renewal is not if it is on or after the day on which the offer retires (ELG-13).
func (j *judgment) renews(o eligibility.Offer, e benefits.Event) bool {
	switch e.Kind {
	case benefits.NoticeBefore, benefits.NoticeAfter, benefits.WindowOpens, benefits.WindowCloses:
		retired := j.retired(o)
		return retired.IsZero() || e.On.Before(retired)
	}
	return true
}
