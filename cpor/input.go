package cpor

import (
	"strconv"

	"github.com/partnerrules/partnerrules/calendar"
)

// checkDraft refuses what cannot be judged.
func (p *Policy) checkDraft(d *Draft, f *Facts, on calendar.Date) error {
	if err := p.Validate(); err != nil {
		return err
	}
	if on.IsZero() {
		return &calendar.InputError{Name: "on", Reason: noDate}
	}
	if field, reason := d.fault(); field != "" {
		return &calendar.InputError{Name: "draft." + field, Reason: reason}
	}
	if field, reason := f.fault(d.Partner); field != "" {
		return &calendar.InputError{Name: "facts." + field, Reason: reason}
	}
	return nil
}

func (d *Draft) fault() (field, reason string) {
	switch {
	case d.Area > lastArea:
		return "area", noValue(d.Area)
	case !d.Activities.isValid():
		return "activities", "hold what is no activity"
	}
	for i := range d.Products {
		if field, reason := d.Products[i].fault(); field != "" {
			return item("products", i) + "." + field, reason
		}
	}
	return "", ""
}

func (u *Product) fault() (field, reason string) {
	switch {
	case u.Channel > lastChannel:
		return "channel", noValue(u.Channel)
	case u.State > lastState:
		return "state", noValue(u.State)
	}
	return faultOf(
		answer{"eligible", u.Eligible},
		answer{"onTenant", u.OnTenant},
		answer{"several", u.Several},
		answer{"dynamics", u.Dynamics},
		answer{"boughtByCSP", u.BoughtByCSP},
		answer{"provisioned", u.Provisioned},
	)
}

func (f *Facts) fault(partner PartnerID) (field, reason string) {
	l, proof := &f.Location, &f.Proof
	switch {
	case f.Role > lastRole:
		return "role", noValue(f.Role)
	case l.Kind > lastLocationKind:
		return "location.kind", noValue(l.Kind)
	}
	field, reason = faultOf(
		answer{"location.sure", l.Sure},
		answer{"location.enrolled", l.Enrolled},
		answer{"location.partnerType", l.PartnerType},
		answer{"proof.attached", proof.Attached},
		answer{"proof.partner", proof.Partner},
		answer{"proof.customer", proof.Customer},
		answer{"proof.domain", proof.Domain},
		answer{"proof.tenant", proof.Tenant},
		answer{"proof.solution", proof.Solution},
		answer{"proof.products", proof.Products},
		answer{"proof.acknowledged", proof.Acknowledged},
		answer{"proof.dated", proof.Dated},
	)
	if field != "" {
		return field, reason
	}
	return f.claimsFault(partner)
}

// claimsFault says what is wrong with the claims, one by one and together, and
// beside the company of the draft's partner. A map of up to eight is not
// allocated: that is the draft and seven claims.
func (f *Facts) claimsFault(partner PartnerID) (field, reason string) {
	companies := map[PartnerID]PartnerID{partner: f.Company} // of partners, where known
	for i := range f.Claims {
		c := &f.Claims[i]
		if field, reason := c.fault(); field != "" {
			return item("claims", i) + "." + field, reason + c.in()
		}
		if c.Company.IsZero() {
			continue
		}
		if other := companies[c.Partner]; other != c.Company && !other.IsZero() {
			bad := twoCompanies(c, other)
			return item("claims", i) + "." + bad.Name, bad.Reason
		}
		companies[c.Partner] = c.Company
	}
	return repeatedID(f.Claims)
}

// repeatedID finds the claim ID that comes twice.
func repeatedID(claims []Claim) (field, reason string) {
	at := map[string]int{}
	for i := range claims {
		c := &claims[i]
		if first, twice := at[c.ID]; twice {
			return item("claims", i) + ".id", "that of " + item("claims", first) + " too" + c.in()
		}
		at[c.ID] = i
	}
	return "", ""
}

const noDate = "no date"

func noValue(value interface{ String() string }) string {
	return value.String() + " is no value of its type"
}

// item names an item of a list.
func item(list string, i int) string { return list + "[" + strconv.Itoa(i) + "]" }

// An answer is a field that is yes, no or unknown, with its name.
type answer struct {
	name string
	tri  Tri
}

// faultOf finds the first answer that is none of the three.
func faultOf(answers ...answer) (field, reason string) {
	for _, a := range answers {
		if !a.tri.isValid() {
			return a.name, noValue(a.tri)
		}
	}
	return "", ""
}
