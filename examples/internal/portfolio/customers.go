package portfolio

import (
	"io"

	"github.com/partnerrules/partnerrules/agreement"
	"github.com/partnerrules/partnerrules/cpor"
	"github.com/partnerrules/partnerrules/examples/internal/strictjson"
)

// A filedCustomer is one of the file's customers, and what it is to order.
type filedCustomer struct {
	name   string
	tenant cpor.TenantID // none if it is not given
	facts  agreement.Facts
	orders []agreement.Purchase

	// attested and directed say that the entry of the customer gives its
	// attestations, and its direct acceptance.
	attested, directed bool
}

// readCustomers reads a file that is a list of customers, each with its tenant.
func (r *reading) readCustomers(name string, in io.Reader) error {
	return r.tree(name, in, func(root *strictjson.Node) { r.addCustomers(root, true) })
}

func (r *reading) addCustomers(list *strictjson.Node, tenants bool) {
	for _, node := range list.List() {
		c := readCustomer(node, tenants)
		if _, twice := r.tenants[c.tenant]; twice {
			node.Fault("another customer has the tenant " + c.tenant.String())
		}
		switch {
		case !node.Faulty():
			r.addCustomer(c)
		case !c.tenant.IsZero():
			r.leaveOut(c.tenant)
		}
	}
}

// leftOut stands for the number of a customer that is at fault.
const leftOut = -1

// leaveOut notes that the customer of a tenant is at fault, unless there is another
// that is not.
func (r *reading) leaveOut(tenant cpor.TenantID) {
	if _, found := r.tenants[tenant]; !found {
		r.tenants[tenant] = leftOut
	}
}

// addCustomer returns the number of the customer.
func (r *reading) addCustomer(c filedCustomer) int {
	number := len(r.p.customers)
	if !c.tenant.IsZero() {
		r.tenants[c.tenant] = number
	}
	r.p.customers = append(r.p.customers, c)
	return number
}

func readCustomer(node *strictjson.Node, tenant bool) filedCustomer {
	members := node.Object()
	c := filedCustomer{name: readName(members.Required("name"))}
	if id := members.Optional("tenant"); id != nil {
		c.tenant = strictjson.Read[cpor.TenantID](id)
	} else if tenant {
		node.Fault("without the member tenant, by which the files of attestations and direct are found")
	}
	c.facts = agreement.Facts{
		Cloud:    optional[agreement.Cloud](members.Optional("cloud")),
		Partner:  optional[agreement.PartnerType](members.Optional("partner")),
		Role:     optional[agreement.Role](members.Optional("role")),
		Customer: optional[agreement.CustomerKind](members.Optional("kind")),
	}
	partner, provider, direct := members.Optional("attestations"), members.Optional("provider"), members.Optional("direct")
	c.attested, c.directed = partner != nil, direct != nil
	c.facts.Acceptance = agreement.Acceptance{
		Partner:  readAttestations(partner),
		Provider: readConsent(provider),
		Direct:   readConsent(direct),
	}
	for _, order := range members.Optional("orders").List() {
		c.orders = append(c.orders, strictjson.Read[agreement.Purchase](order))
	}
	members.End()
	return c
}

// optional reads a value that may be left out.
func optional[T any, P interface {
	*T
	UnmarshalText([]byte) error
}](node *strictjson.Node) (value T) {
	if node == nil {
		return value
	}
	return strictjson.Read[T, P](node)
}

func readConsent(node *strictjson.Node) agreement.Consent {
	if node == nil {
		return agreement.Consent{}
	}
	members := node.Object()
	c := agreement.Consent{
		Given: optional[agreement.Tri](members.Optional("given")),
		On:    optional[agreement.Timestamp](members.Optional("on")),
	}
	members.End()
	return c
}

// readAttestations reads what the list of the partner's attestations says. If
// there is no list, that is not known; a list is complete.
func readAttestations(list *strictjson.Node) agreement.Consent {
	if list == nil {
		return agreement.Consent{}
	}
	all := []agreement.Attestation{}
	for _, node := range list.List() {
		all = append(all, readAttestation(node))
	}
	return agreement.Attested(all)
}

// readAttestation reads the body that the API documents, strictly, so that a
// fault has its place in the file.
func readAttestation(node *strictjson.Node) agreement.Attestation {
	members := node.Object()
	contact := members.Required("primaryContact").Object()
	a := agreement.Attestation{
		Contact: agreement.Contact{
			FirstName: textOfMember(contact, "firstName"), LastName: textOfMember(contact, "lastName"),
			Email: textOfMember(contact, "email"), Phone: textOfMember(contact, "phoneNumber"),
		},
		Template: agreement.TemplateID(textOfMember(members, "templateId")),
		Date:     optional[agreement.Timestamp](members.Optional("dateAgreed")),
		Type:     agreement.Type(textOfMember(members, "type")),
		UserID:   textOfMember(members, "userId"),
		Link:     textOfMember(members, "agreementLink"),
	}
	contact.End()
	members.End()
	return a
}

func textOfMember(members *strictjson.Members, name string) string {
	node := members.Optional(name)
	if node == nil {
		return ""
	}
	return node.String()
}
