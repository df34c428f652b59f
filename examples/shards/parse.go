package main

import (
	"encoding/json"
	"errors"

	fast "github.com/go-json-experiment/json"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/cpor"
)

// A row holds the members of a claim as texts. An empty text is an absent member.
type row struct {
	ID         string   `json:"id,omitzero"`
	Tenant     string   `json:"tenant,omitzero"`
	Area       string   `json:"area,omitzero"`
	Activities []string `json:"activities,omitzero"`
	Status     string   `json:"status,omitzero"`
	Partner    string   `json:"partner,omitzero"`
	Company    string   `json:"company,omitzero"`
	Units      []unit   `json:"units,omitzero"`
	Begins     string   `json:"begins,omitzero"`
	Submitted  string   `json:"submitted,omitzero"`
	Approved   string   `json:"approved,omitzero"`
	Ends       string   `json:"ends,omitzero"`
}

type unit struct {
	Name         string `json:"name,omitzero"`
	Subscription string `json:"subscription,omitzero"`
}

// text returns the member with the given name, if it is one text.
func (r *row) text(name string) *string {
	return map[string]*string{
		"id": &r.ID, "tenant": &r.Tenant, "area": &r.Area, "status": &r.Status, "partner": &r.Partner, "company": &r.Company,
		"begins": &r.Begins, "submitted": &r.Submitted, "approved": &r.Approved, "ends": &r.Ends,
	}[name]
}

// clear empties the row and keeps the memory of its lists.
func (r *row) clear() { *r = row{Activities: r.Activities[:0], Units: r.Units[:0]} }

// A parser reads claims. It keeps memory from claim to claim.
type parser struct {
	row   row
	units []cpor.Unit
}

// strictly rejects members that are unknown or differ in letter case.
var strictly = fast.JoinOptions(fast.RejectUnknownMembers(true))

// line reads a claim from JSON. Its units are valid until the next claim. Most lines
// need no more than a quick look. For any other, [partnerrules.Decode] has the last
// word, and the error.
func (p *parser) line(text []byte) (cpor.Claim, error) {
	p.row.clear()
	if fast.Unmarshal(text, &p.row, strictly) == nil {
		if c, ok := p.plain(); ok {
			return c, c.Validate()
		}
	}
	c, err := partnerrules.Decode[cpor.Claim](text)
	if err != nil {
		return c, err
	}
	return c, c.Validate()
}

// fields reads a claim from the row. Its units are valid until the next claim.
func (p *parser) fields() (cpor.Claim, error) {
	if c, ok := p.plain(); ok {
		return c, c.Validate()
	}
	text, err := json.Marshal(p.row)
	if err != nil {
		return cpor.Claim{}, err
	}
	c, err := partnerrules.Decode[cpor.Claim](text)
	if bad := (*partnerrules.InputError)(nil); errors.As(err, &bad) {
		return c, &partnerrules.InputError{Path: bad.Path, Reason: bad.Reason} // the offset is in a text that nobody has
	}
	return c, c.Validate()
}

// plain returns the claim of the row if each text is plainly good.
func (p *parser) plain() (c cpor.Claim, ok bool) {
	r, ok := &p.row, true
	c.ID = r.ID
	set(&ok, &c.Tenant, r.Tenant, cpor.ParseTenantID)
	set(&ok, &c.Partner, r.Partner, cpor.ParsePartnerID)
	set(&ok, &c.Company, r.Company, cpor.ParsePartnerID)
	set(&ok, &c.Begins, r.Begins, calendar.ParseDate)
	set(&ok, &c.Submitted, r.Submitted, calendar.ParseDate)
	set(&ok, &c.Approved, r.Approved, calendar.ParseDate)
	set(&ok, &c.Ends, r.Ends, calendar.ParseDate)
	c.Area, c.Status = code(&ok, areas, r.Area), code(&ok, statuses, r.Status)
	for _, text := range r.Activities {
		activity := code(&ok, activities, text)
		ok = ok && !c.Activities.Has(activity)
		c.Activities |= partnerrules.SetOf(activity)
	}
	p.units = p.units[:0]
	for _, u := range r.Units {
		one := cpor.Unit{Name: u.Name}
		set(&ok, &one.Subscription, u.Subscription, cpor.ParseSubscriptionID)
		ok = ok && u.Name != ""
		p.units = append(p.units, one)
	}
	c.Units = p.units
	return c, ok
}

// set parses a text that is not empty. It sets ok to false if the text is invalid.
func set[T any](ok *bool, to *T, text string, parse func(string) (T, error)) {
	if text == "" || !*ok {
		return
	}
	v, err := parse(text)
	*to, *ok = v, err == nil
}

// The constants of the enumerations, by code.
var (
	areas      = byCode[cpor.Area]()
	statuses   = byCode[cpor.Status]()
	activities = byCode[cpor.Activity]()
)

func byCode[E partnerrules.Enum]() map[string]E {
	codes := map[string]E{}
	for e := range partnerrules.Values[E]() {
		codes[e.String()] = e
	}
	return codes
}

// code returns the constant with a code. It sets ok to false if there is none.
func code[E partnerrules.Enum](ok *bool, codes map[string]E, text string) E {
	e, known := codes[text]
	*ok = *ok && known
	return e
}
