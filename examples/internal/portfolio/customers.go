package portfolio

import (
	"github.com/partnerrules/partnerrules/agreement"
	"github.com/partnerrules/partnerrules/examples/internal/strictjson"
)

// A filedCustomer is one of the file's customers, and what it is to order.
type filedCustomer struct {
	name   string
	facts  agreement.Facts
	orders []agreement.Purchase
}

func readCustomers(list *strictjson.Node) []filedCustomer {
	var all []filedCustomer
	for _, node := range list.List() {
		all = append(all, readCustomer(node))
	}
	return all
}

func readCustomer(node *strictjson.Node) filedCustomer {
	members := node.Object()
	c := filedCustomer{name: readName(members.Required("name"))}
	c.facts = agreement.Facts{
		Cloud:    optional[agreement.Cloud](members.Optional("cloud")),
		Partner:  optional[agreement.PartnerType](members.Optional("partner")),
		Role:     optional[agreement.Role](members.Optional("role")),
		Customer: optional[agreement.CustomerKind](members.Optional("kind")),
		Acceptance: agreement.Acceptance{
			Partner:  readAttestations(members.Optional("attestations")),
			Provider: readConsent(members.Optional("provider")),
			Direct:   readConsent(members.Optional("direct")),
		},
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
