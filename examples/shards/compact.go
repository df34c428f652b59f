package main

import (
	"encoding/binary"
	"errors"
	"strings"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/cpor"
)

// The compact form of a claim has no names of members. A text follows its length, days
// are counted from the first, and codes are the numbers of their constants.

var firstDay = calendar.MustParseDate("0001-01-01")

// appendClaim appends the compact form of a valid claim.
func appendClaim(b []byte, c *cpor.Claim) []byte {
	b = appendText(b, c.ID)
	b = appendID(b, c.Tenant.AppendText)
	b = append(b, byte(c.Area), byte(c.Status))
	b = binary.AppendUvarint(b, uint64(c.Activities))
	b = appendParty(b, c)
	for _, day := range [...]calendar.Date{c.Begins, c.Submitted, c.Approved, c.Ends} {
		b = appendDay(b, day)
	}
	b = binary.AppendUvarint(b, uint64(len(c.Units)))
	for i := range c.Units {
		b = appendText(b, c.Units[i].Name)
		b = appendID(b, c.Units[i].Subscription.AppendText)
	}
	return b
}

// appendParty appends the partner and the company of a claim.
func appendParty(b []byte, c *cpor.Claim) []byte {
	return appendID(appendID(b, c.Partner.AppendText), c.Company.AppendText)
}

func appendText(b []byte, text string) []byte {
	return append(binary.AppendUvarint(b, uint64(len(text))), text...)
}

// appendID appends the text of an ID, which has at most 127 bytes.
func appendID(b []byte, appendText func([]byte) ([]byte, error)) []byte {
	at := len(b)
	b, _ = appendText(append(b, 0)) // the error is always nil
	b[at] = byte(len(b) - at - 1)
	return b
}

func appendDay(b []byte, day calendar.Date) []byte {
	n, ok := day.DaysSince(firstDay)
	if !ok {
		return append(b, 0)
	}
	return binary.AppendUvarint(b, uint64(n)+1)
}

// errDamaged is the error for an intermediate file that cannot be read.
var errDamaged = errors.New("the work folder is damaged: delete it and start again")

// A decoder reads compact forms. After a fault it reads zero values.
type decoder struct {
	rest  string
	bad   bool
	names map[string]string // the names of units, each kept once
	units []cpor.Unit       // not in use yet
}

// err returns an error if a read failed.
func (d *decoder) err() error {
	if d.bad {
		return errDamaged
	}
	return nil
}

// more reports whether there is another form to read.
func (d *decoder) more() bool { return !d.bad && d.rest != "" }

// claim reads a claim.
func (d *decoder) claim() cpor.Claim {
	c := cpor.Claim{ID: strings.Clone(d.text())}
	read(d, &c.Tenant, cpor.ParseTenantID)
	c.Area, c.Status = cpor.Area(d.number()), cpor.Status(d.number())
	c.Activities = partnerrules.Set[cpor.Activity](d.number())
	d.party(&c)
	for _, day := range [...]*calendar.Date{&c.Begins, &c.Submitted, &c.Approved, &c.Ends} {
		*day = d.day()
	}
	c.Units = d.newUnits(d.number())
	for i := range c.Units {
		c.Units[i].Name = d.name()
		read(d, &c.Units[i].Subscription, cpor.ParseSubscriptionID)
	}
	return c
}

// newUnits returns n units from memory that is allocated for many claims at a time.
func (d *decoder) newUnits(n uint64) []cpor.Unit {
	if n > uint64(len(d.rest)) { // a unit has at least one byte
		d.rest, d.bad = "", true
		return nil
	}
	if n > uint64(len(d.units)) {
		d.units = make([]cpor.Unit, max(n, 1024))
	}
	units := d.units[:n:n]
	d.units = d.units[n:]
	return units
}

// party reads the partner and the company of a claim.
func (d *decoder) party(c *cpor.Claim) {
	read(d, &c.Partner, cpor.ParsePartnerID)
	read(d, &c.Company, cpor.ParsePartnerID)
}

// read reads an ID, which may be absent.
func read[T any](d *decoder, to *T, parse func(string) (T, error)) {
	if text := d.text(); text != "" {
		v, err := parse(text)
		*to, d.bad = v, d.bad || err != nil
	}
}

func (d *decoder) day() calendar.Date {
	n := d.number()
	if n == 0 {
		return calendar.Date{}
	}
	return firstDay.AddDays(int(n - 1))
}

// name reads the name of a unit. Equal names share their memory.
func (d *decoder) name() string {
	text := d.text()
	name, known := d.names[text]
	if !known {
		name = strings.Clone(text)
		d.names[name] = name
	}
	return name
}

func (d *decoder) text() string {
	n := d.number()
	if n > uint64(len(d.rest)) {
		d.rest, d.bad = "", true
		return ""
	}
	text := d.rest[:n]
	d.rest = d.rest[n:]
	return text
}

// number reads an unsigned number of 7 bits a byte, the lowest first.
func (d *decoder) number() (n uint64) {
	for i := range min(len(d.rest), binary.MaxVarintLen64) {
		n |= uint64(d.rest[i]&0x7f) << (7 * i)
		if d.rest[i] < 0x80 {
			d.rest = d.rest[i+1:]
			return n
		}
	}
	d.rest, d.bad = "", true
	return 0
}
