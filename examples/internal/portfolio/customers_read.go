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

// A filedCustomer is a customer as read, with the orders to check.
type filedCustomer struct {
	name   string
	tenant cpor.TenantID // zero if not given
	facts  agreement.Facts
	orders []agreement.OrderKind

	companyName string

	// attested and directed report whether the entry of the customer contains its
	// attestations and its direct acceptance.
	attested, directed bool

	past []pastDay // the days of its acceptance
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

// leftOut replaces the index of a customer with a fault.
const leftOut = -1

// leaveOut records that the customer of a tenant has a fault, unless another
// customer with this tenant has none.
func (r *reading) leaveOut(tenant cpor.TenantID) {
	if _, found := r.tenants[tenant]; !found {
		r.tenants[tenant] = leftOut
	}
}

// addCustomer appends a customer and returns its index.
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
		node.Fault("the member tenant is missing: it links the customer to the files in attestations and direct")
	}
	c.facts = agreement.Facts{
		Cloud:    optional[agreement.Cloud](members.Optional("cloud")),
		Partner:  optional[agreement.PartnerType](members.Optional("partner")),
		Role:     optional[agreement.Role](members.Optional("role")),
		Channel:  optional[agreement.Channel](members.Optional("channel")),
		Customer: optional[agreement.CustomerKind](members.Optional("kind")),

		UnderReview: optional[agreement.Tri](members.Optional("underReview")),
	}
	if node := members.Optional("companyName"); node != nil {
		c.companyName = readName(node)
	}
	partner, provider, direct := members.Optional("attestations"), members.Optional("provider"), members.Optional("direct")
	c.attested, c.directed = partner != nil, direct != nil
	c.facts.Acceptance = agreement.Acceptance{
		Partner:  c.readAttestations(partner),
		Provider: c.readConsent(provider),
		Direct:   c.readConsent(direct),
	}
	for _, order := range members.Optional("orders").List() {
		c.orders = append(c.orders, strictjson.Read[agreement.OrderKind](order))
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

func (c *filedCustomer) readConsent(node *strictjson.Node) agreement.Consent {
	if node == nil {
		return agreement.Consent{}
	}
	members := node.Object()
	consent := agreement.Consent{
		Given: optional[agreement.Tri](members.Optional("given")),
		On:    c.readTime(members.Optional("on")),
	}
	members.End()
	return consent
}

// readTime reads when something was accepted. The day in UTC counts.
func (c *filedCustomer) readTime(node *strictjson.Node) agreement.Timestamp {
	t := optional[agreement.Timestamp](node)
	switch {
	case isPlaceholderTime(t):
		node.Fault(placeholderReason)
		return agreement.Timestamp{}
	case !t.IsZero():
		c.past = append(c.past, pastDay{t.UTCDay(), node.Error("")})
	}
	return t
}

// readAttestations reads the list of the partner's attestations. A list is
// complete. Without a list the consent is unknown.
func (c *filedCustomer) readAttestations(list *strictjson.Node) agreement.Consent {
	if list == nil {
		return agreement.Consent{}
	}
	all := []agreement.Attestation{}
	for _, node := range list.List() {
		all = append(all, c.readAttestation(node))
	}
	return agreement.ConsentFrom(all)
}

// readAttestation reads the body that the API documents. It is strict, so that a
// fault has its place in the file.
func (c *filedCustomer) readAttestation(node *strictjson.Node) agreement.Attestation {
	members := node.Object()
	contact := members.Required("primaryContact").Object()
	a := agreement.Attestation{
		Contact: agreement.Contact{
			FirstName: textOfMember(contact, "firstName"), LastName: textOfMember(contact, "lastName"),
			Email: textOfMember(contact, "email"), Phone: textOfMember(contact, "phoneNumber"),
		},
		Template: agreement.TemplateID(textOfMember(members, "templateId")),
		Date:     c.readTime(members.Optional("dateAgreed")),
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
	return r.bodies(attestationsFolder, func(c *filedCustomer, name string, text []byte) error {
		if c.attested {
			return errors.New("the attestations of " + c.name + " are already given in the entry of the customer")
		}
		list, err := agreement.DecodeAttestations(text)
		switch {
		case err != nil:
			return err
		case list.Complete == agreement.No:
			return errors.New("holds " + strconv.Itoa(len(list.Items)) + " of " + strconv.Itoa(list.TotalCount) + " attestations: add the rest of the list")
		}
		for i := range list.Items {
			if date := list.Items[i].Date; date.IsSet() && !isPlaceholderTime(date) {
				place := strictjson.Error{File: name, Path: "items[" + strconv.Itoa(i) + "].dateAgreed"}
				c.past = append(c.past, pastDay{date.UTCDay(), &place})
			}
		}
		consent, err := agreement.DecodeConsent(text)
		if isPlaceholderTime(consent.On) {
			consent.On = agreement.Timestamp{} // a service writes it for a missing date
		}
		c.facts.Acceptance.Partner = consent
		return err
	})
}

// direct reads the folder with the statuses of direct acceptance.
func (r *reading) direct() error {
	return r.bodies(directFolder, func(c *filedCustomer, name string, text []byte) error {
		if c.directed {
			return errors.New("the direct acceptance of " + c.name + " is already given in the entry of the customer")
		}
		given, err := agreement.DecodeDirectStatus(text)
		switch {
		case err != nil:
			return err
		case given == agreement.Unknown:
			return errors.New("is not a status of direct acceptance: the member isSigned is missing")
		}
		c.facts.Acceptance.Direct.Given = given
		return nil
	})
}

// bodies reads each file of a folder. The name of a file is the tenant ID of a
// customer.
func (r *reading) bodies(folder string, read func(c *filedCustomer, name string, text []byte) error) error {
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
func (r *reading) body(name, id string, read func(c *filedCustomer, name string, text []byte) error) error {
	tenant, err := cpor.ParseTenantID(id)
	if err != nil {
		return r.fault(&Fault{File: path.Join(r.Name, name), Reason: "want the tenant ID of a customer as the file name: " + err.Error()})
	}
	c := r.customerOf(tenant)
	return r.read(name, func(name string, in io.Reader) error {
		text, err := io.ReadAll(utf8Text(name, in))
		if err != nil {
			return r.broken(name, err)
		}
		if twice := duplicate(name, text); twice != nil {
			return r.fault(twice)
		}
		if err := read(c, name, text); err != nil {
			return r.fault(bodyFault(name, text, err))
		}
		return nil
	})
}

// duplicate returns a fault for the first member of a body that comes twice, or nil.
func duplicate(name string, text []byte) *Fault {
	root, err := strictjson.Parse(name, bytes.NewReader(text))
	if err != nil {
		return nil // the decoder returns a better error
	}
	for _, f := range root.Errs() {
		if strings.HasPrefix(f.Reason, strictjson.DuplicateMember) {
			return (*Fault)(f)
		}
	}
	return nil
}

// customerOf returns the customer of a tenant. A customer that is listed nowhere
// else gets its tenant ID as its name. For a customer that is left out it returns
// a copy, so that the body is only checked for faults.
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

// bodyFault returns the error of a decoder as a fault with its place in the file.
func bodyFault(name string, text []byte, err error) *Fault {
	var parse *partnerrules.InputError
	if !errors.As(err, &parse) {
		return &Fault{File: name, Reason: err.Error()}
	}
	before := text[:parse.Offset]
	return &Fault{
		File: name, Line: 1 + bytes.Count(before, []byte("\n")), Column: parse.Offset - bytes.LastIndexByte(before, '\n'),
		Path: parse.Path, Reason: parse.Reason,
	}
}
