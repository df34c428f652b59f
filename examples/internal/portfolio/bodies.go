package portfolio

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"path"
	"strconv"
	"strings"

	"github.com/partnerrules/partnerrules/agreement"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/cpor"
)

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
		c.facts.Acceptance.Partner = agreement.Attested(list.Items)
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
	var parse *calendar.ParseError
	if !errors.As(err, &parse) {
		return &Fault{File: name, Reason: err.Error()}
	}
	before := text[:parse.Offset]
	return &Fault{
		File: name, Line: 1 + bytes.Count(before, []byte("\n")), Column: parse.Offset - bytes.LastIndexByte(before, '\n'),
		Reason: parse.Reason,
	}
}
