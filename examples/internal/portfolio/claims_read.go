package portfolio

import (
	"io"
	"strings"

	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/cpor"
	"github.com/partnerrules/partnerrules/examples/internal/strictjson"
)

// A filedClaim is what a file says of an association claim beside the claim
// itself. Of one that a usage report tells only the place is known.
type filedClaim struct {
	place   place
	history []cpor.Step
	draft   *filedDraft
}

// readClaims reads a file that is a list of claims, one by one.
func (r *reading) readClaims(name string, in io.Reader) error {
	list, i := &source{file: name}, 0
	for node, err := range strictjson.Elements(name, in) {
		if err != nil {
			return r.broken(name, err)
		}
		r.addClaim(node, placeOf(list, i, node))
		if err := r.faults(node); err != nil {
			return err
		}
		i++
	}
	return nil
}

// addClaim reads a claim, and keeps it if there is nothing wrong with it.
func (r *reading) addClaim(node *strictjson.Node, at place) {
	c, f := r.readClaim(node)
	f.place = at
	if !node.Faulty() {
		r.checkID(node, c)
		r.checkCompany(node, c)
	}
	if node.Faulty() {
		return
	}
	number := int32(len(r.p.claims))
	r.ids[c.ID] = number
	if !c.Company.IsZero() {
		r.partners[c.Partner] = employer{c.Company, number}
	}
	r.p.claims, r.p.filed = append(r.p.claims, c), append(r.p.filed, f)
}

// checkID refuses a claim of whose ID there is one already.
func (r *reading) checkID(node *strictjson.Node, c cpor.Claim) {
	if other, twice := r.ids[c.ID]; twice {
		node.Fault("another claim has the ID " + c.ID + ", at " + r.p.filed[other].place.String())
	}
}

// checkCompany refuses a claim of a partner that another claim says to be of
// another company.
func (r *reading) checkCompany(node *strictjson.Node, c cpor.Claim) {
	known, found := r.partners[c.Partner]
	if found && !c.Company.IsZero() && known.company != c.Company {
		node.Fault("partner " + c.Partner.String() + " is of company " + c.Company.String() + " here, and of " +
			known.company.String() + " at " + r.p.filed[known.claim].place.String())
	}
}

func (r *reading) readClaim(node *strictjson.Node) (cpor.Claim, filedClaim) {
	members := node.Object()
	c := cpor.Claim{
		ID:         readName(members.Required("id")),
		Tenant:     strictjson.Read[cpor.TenantID](members.Required("tenant")),
		Area:       strictjson.Read[cpor.Area](members.Required("area")),
		Activities: strictjson.Read[cpor.ActivitySet](members.Required("activities")),
		Partner:    strictjson.Read[cpor.PartnerID](members.Required("partner")),
		Company:    strictjson.Read[cpor.PartnerID](members.Optional("company")),
		Ends:       strictjson.Read[calendar.Date](members.Optional("ends")),
	}
	units, steps := members.Required("units").List(), members.Required("history").List()
	c.Units = make([]cpor.Unit, 0, len(units))
	for _, node := range units {
		c.Units = append(c.Units, r.readUnit(node))
	}
	f := filedClaim{history: make([]cpor.Step, 0, len(steps))}
	for _, node := range steps {
		f.history = append(f.history, readStep(node))
	}
	if draft := members.Optional("draft"); draft != nil {
		f.draft = readDraft(draft, c)
	}
	members.End()
	follow(node, &c, f.history)
	if err := c.Validate(); err != nil && !node.Faulty() {
		node.Fault(reasonOf(err))
	}
	return c, f
}

func (r *reading) readUnit(node *strictjson.Node) cpor.Unit {
	members := node.Object()
	unit := cpor.Unit{
		Name:         r.name(readName(members.Required("name"))),
		Subscription: strictjson.Read[cpor.SubscriptionID](members.Optional("subscription")),
	}
	members.End()
	return unit
}

// name returns a name that is the same string for all claims: there are few, and
// a million claims.
func (r *reading) name(name string) string {
	kept, found := r.names[name]
	if !found {
		kept = strings.Clone(name)
		r.names[kept] = kept
	}
	return kept
}

// follow takes from the history what competition asks for: the status, the day
// of the first submission, and that of the last approval.
func follow(node *strictjson.Node, c *cpor.Claim, history []cpor.Step) {
	if len(history) == 0 {
		node.Fault("a history has at least one step")
		return
	}
	for _, step := range history {
		c.Status = step.Status
		switch {
		case step.Status == cpor.Submitted && c.Submitted.IsZero():
			c.Submitted = step.On
		case step.Status == cpor.Approved:
			c.Approved = step.On
		}
	}
}

func readStep(node *strictjson.Node) cpor.Step {
	members := node.Object()
	step := cpor.Step{
		Status:   strictjson.Read[cpor.Status](members.Required("status")),
		On:       strictjson.Read[calendar.Date](members.Required("on")),
		Cause:    strictjson.Read[cpor.Cause](members.Optional("cause")),
		Grounds:  members.Optional("grounds").String(),
		Competes: strictjson.Read[cpor.Tri](members.Optional("competes")),
		Told:     strictjson.Read[cpor.Tri](members.Optional("told")),
	}
	members.End()
	return step
}
