package portfolio

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"path"
	"strconv"
	"strings"

	"github.com/partnerrules/partnerrules"
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
	return agreement.ConsentFrom(all)
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

// attestations reads the folder with the lists of the partner's attestations, as
// Partner Center returns them, one file for each customer.
func (r *reading) attestations() error {
	return r.bodies(attestationsFolder, func(c *filedCustomer, text []byte) error {
		if c.attested {
			return errors.New("the attestations of " + c.name + " are given with the customer already")
		}
		list, err := agreement.DecodeAttestations(text)
		switch {
		case err != nil:
			return err
		case list.Items == nil:
			return errors.New("is no list of attestations: without the member items")
		case list.TotalCount > len(list.Items):
			return errors.New("holds " + strconv.Itoa(len(list.Items)) + " of " + strconv.Itoa(list.TotalCount) + " attestations: get the rest of the list too")
		}
		c.facts.Acceptance.Partner = agreement.ConsentFrom(list.Items)
		return nil
	})
}

// direct reads the folder with the statuses of direct acceptance.
func (r *reading) direct() error {
	return r.bodies(directFolder, func(c *filedCustomer, text []byte) error {
		if c.directed {
			return errors.New("the direct acceptance of " + c.name + " is given with the customer already")
		}
		given, err := agreement.DecodeDirectStatus(text)
		switch {
		case err != nil:
			return err
		case given == agreement.Unknown:
			return errors.New("is no status of direct acceptance: without the member isSigned")
		}
		c.facts.Acceptance.Direct.Given = given
		return nil
	})
}

// bodies reads each file of a folder, whose name is the tenant ID of a customer.
func (r *reading) bodies(folder string, read func(*filedCustomer, []byte) error) error {
	entries, err := fs.ReadDir(r.folder, folder)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil
	case err != nil:
		return r.broken(path.Join(r.Name, folder), err)
	}
	for _, entry := range entries {
		id, isBody := strings.CutSuffix(entry.Name(), ".json")
		if !isBody {
			r.note(path.Join(folder, entry.Name()))
			continue
		}
		if err := r.body(path.Join(folder, entry.Name()), id, read); err != nil {
			return err
		}
	}
	return nil
}

// body reads a file with a body for a customer.
func (r *reading) body(name, id string, read func(*filedCustomer, []byte) error) error {
	tenant, err := cpor.ParseTenantID(id)
	if err != nil {
		return r.fault(&Fault{File: path.Join(r.Name, name), Reason: "want the tenant ID of a customer as its name: " + err.Error()})
	}
	c := r.customerOf(tenant)
	return r.read(name, func(name string, in io.Reader) error {
		text, err := io.ReadAll(in)
		if err != nil {
			return r.broken(name, err)
		}
		if err := read(c, text); err != nil {
			return r.fault(bodyFault(name, text, err))
		}
		return nil
	})
}

// customerOf returns the customer of a tenant. One that is listed nowhere else is
// known by its tenant ID; of one that is left out the body is read for its faults
// only.
func (r *reading) customerOf(tenant cpor.TenantID) *filedCustomer {
	number, listed := r.tenants[tenant]
	unlisted := filedCustomer{name: tenant.String(), tenant: tenant}
	switch {
	case number == leftOut:
		return &unlisted
	case !listed:
		number = r.addCustomer(unlisted)
	}
	return &r.p.customers[number]
}

// bodyFault gives the error of a decoder its place in the file.
func bodyFault(name string, text []byte, err error) *Fault {
	var parse *partnerrules.ParseError
	if !errors.As(err, &parse) {
		return &Fault{File: name, Reason: err.Error()}
	}
	before := text[:parse.Offset]
	return &Fault{
		File: name, Line: 1 + bytes.Count(before, []byte("\n")), Column: parse.Offset - bytes.LastIndexByte(before, '\n'),
		Reason: parse.Reason,
	}
}
