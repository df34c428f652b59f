package portfolio

import (
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/cpor"
	"github.com/partnerrules/partnerrules/examples/internal/strictjson"
)

// A filedClaim is an association claim as the file gives it.
type filedClaim struct {
	node    *strictjson.Node
	claim   cpor.Claim
	history []cpor.Step
	draft   *filedDraft
}

// A filedDraft is what the file says of a claim that is being written.
type filedDraft struct {
	draft cpor.Draft
	facts cpor.Facts
}

func readClaims(node *strictjson.Node) []filedClaim {
	var claims []filedClaim
	seen := map[string]bool{}
	for _, node := range node.List() {
		c := readClaim(node)
		if seen[c.claim.ID] && c.claim.ID != "" {
			node.Fault("another claim has the ID " + c.claim.ID)
		}
		seen[c.claim.ID] = true
		claims = append(claims, c)
	}
	return claims
}

func readClaim(node *strictjson.Node) filedClaim {
	members := node.Object()
	c := filedClaim{node: node, claim: cpor.Claim{
		ID:         readName(members.Required("id")),
		Tenant:     strictjson.Read[cpor.TenantID](members.Required("tenant")),
		Area:       strictjson.Read[cpor.Area](members.Required("area")),
		Activities: strictjson.Read[cpor.ActivitySet](members.Required("activities")),
		Partner:    strictjson.Read[cpor.PartnerID](members.Required("partner")),
		Company:    strictjson.Read[cpor.PartnerID](members.Optional("company")),
		Ends:       strictjson.Read[calendar.Date](members.Optional("ends")),
	}}
	for _, node := range members.Required("units").List() {
		members := node.Object()
		c.claim.Units = append(c.claim.Units, cpor.Unit{
			Name:         readName(members.Required("name")),
			Subscription: strictjson.Read[cpor.SubscriptionID](members.Optional("subscription")),
		})
		members.End()
	}
	for _, node := range members.Required("history").List() {
		c.history = append(c.history, readStep(node))
	}
	if draft := members.Optional("draft"); draft != nil {
		c.draft = readDraft(draft, c.claim)
	}
	members.End()
	c.place()
	if err := c.claim.Validate(); err != nil && node.Err() == nil {
		node.Fault(reasonOf(err))
	}
	return c
}

// place takes from the history what competition asks for: the status, the day
// of the first submission, and that of the last approval.
func (c *filedClaim) place() {
	if len(c.history) == 0 {
		c.node.Fault("a history has at least one step")
		return
	}
	for _, step := range c.history {
		c.claim.Status = step.Status
		switch {
		case step.Status == cpor.Submitted && c.claim.Submitted.IsZero():
			c.claim.Submitted = step.On
		case step.Status == cpor.Approved:
			c.claim.Approved = step.On
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

// readDraft reads what is entered and known of a claim that is being written,
// beyond what every claim has.
func readDraft(node *strictjson.Node, c cpor.Claim) *filedDraft {
	members := node.Object()
	d := &filedDraft{
		draft: cpor.Draft{
			ID: c.ID, Partner: c.Partner, Tenant: c.Tenant, Area: c.Area, Activities: c.Activities,
			Domain:          strictjson.Read[cpor.Domain](members.Optional("domain")),
			CustomerName:    members.Optional("customerName").String(),
			CustomerContact: readContact(members.Optional("customerContact")),
			PartnerContact:  readContact(members.Optional("partnerContact")),
		},
		facts: cpor.Facts{
			Role:    strictjson.Read[cpor.Role](members.Optional("role")),
			Company: c.Company,
			Proof:   readProof(members.Optional("proof")),
		},
	}
	for _, node := range members.Required("products").List() {
		d.draft.Products = append(d.draft.Products, readProduct(node))
	}
	if domains := members.Optional("domains"); domains != nil {
		d.facts.DomainsComplete = true
		for _, node := range domains.List() {
			d.facts.Domains = append(d.facts.Domains, strictjson.Read[cpor.Domain](node))
		}
	}
	if subscriptions := members.Optional("subscriptions"); subscriptions != nil {
		d.facts.SubscriptionsComplete = true
		for _, node := range subscriptions.List() {
			d.facts.Subscriptions = append(d.facts.Subscriptions, strictjson.Read[cpor.SubscriptionID](node))
		}
	}
	if asked := members.Optional("customerAsked"); asked != nil {
		d.facts.CustomerAsked = asked.Bool()
	}
	members.End()
	return d
}

func readProduct(node *strictjson.Node) cpor.Product {
	members := node.Object()
	tri := func(name string) cpor.Tri { return strictjson.Read[cpor.Tri](members.Optional(name)) }
	p := cpor.Product{
		Name:         readName(members.Required("name")),
		Subscription: members.Optional("subscription").String(),
		Eligible:     tri("eligible"),
		OnTenant:     tri("onTenant"),
		Channel:      strictjson.Read[cpor.Channel](members.Optional("channel")),
		Several:      tri("several"),
		Dynamics:     tri("dynamics"),
		BoughtByCSP:  tri("boughtByCSP"),
		Provisioned:  tri("provisioned"),
		State:        strictjson.Read[cpor.SubscriptionState](members.Optional("state")),
	}
	members.End()
	return p
}

func readContact(node *strictjson.Node) cpor.Contact {
	if node == nil {
		return cpor.Contact{}
	}
	members := node.Object()
	c := cpor.Contact{
		Name: members.Optional("name").String(), Title: members.Optional("title").String(), Email: members.Optional("email").String(),
	}
	members.End()
	return c
}

func readProof(node *strictjson.Node) cpor.Proof {
	if node == nil {
		return cpor.Proof{}
	}
	members := node.Object()
	tri := func(name string) cpor.Tri { return strictjson.Read[cpor.Tri](members.Optional(name)) }
	p := cpor.Proof{
		Attached: tri("attached"), Partner: tri("partner"), Customer: tri("customer"), Domain: tri("domain"), Tenant: tri("tenant"),
		Solution: tri("solution"), Products: tri("products"), Acknowledged: tri("acknowledged"), Dated: tri("dated"),
		AcknowledgedOn: strictjson.Read[calendar.Date](members.Optional("acknowledgedOn")),
	}
	members.End()
	return p
}
