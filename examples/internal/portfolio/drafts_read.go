package portfolio

import (
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/cpor"
	"github.com/partnerrules/partnerrules/examples/internal/strictjson"
)

// A filedDraft is what the file says of a claim that is being written.
type filedDraft struct {
	draft cpor.Draft
	facts cpor.Facts
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
			Role:     strictjson.Read[cpor.Role](members.Optional("role")),
			Company:  c.Company,
			Location: readLocation(members.Optional("location")),
			Proof:    readProof(members.Optional("proof")),
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

// readLocation reads what is known of the ID of the claiming location.
func readLocation(node *strictjson.Node) cpor.Location {
	if node == nil {
		return cpor.Location{}
	}
	members := node.Object()
	l := cpor.Location{
		Sure:        strictjson.Read[cpor.Tri](members.Optional("sure")),
		Enrolled:    strictjson.Read[cpor.Tri](members.Optional("enrolled")),
		Kind:        strictjson.Read[cpor.LocationKind](members.Optional("kind")),
		PartnerType: strictjson.Read[cpor.Tri](members.Optional("partnerType")),
	}
	members.End()
	return l
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
