package cpor

import "github.com/partnerrules/partnerrules/internal/enum"

// A Field is a part of a claim that a finding is about. The zero value is no
// field.
type Field uint8

// The fields, in the order in which findings are given.
const (
	FieldRole Field = iota + 1
	FieldPartner
	FieldTenant
	FieldDomain
	FieldArea
	FieldActivity
	FieldProduct
	FieldSubscription
	FieldCustomerContact
	FieldPartnerContact
	FieldPoE

	noField   Field = 0
	lastField       = FieldPoE
)

// String returns the code of f: "tenant", say, and the empty string for
// no field.
func (f Field) String() string {
	switch f {
	case noField:
		return ""
	case FieldRole:
		return "role"
	case FieldPartner:
		return "partner"
	case FieldTenant:
		return "tenant"
	case FieldDomain:
		return "domain"
	case FieldArea:
		return "area"
	case FieldActivity:
		return "activity"
	case FieldProduct:
		return "product"
	case FieldSubscription:
		return "subscription"
	case FieldCustomerContact:
		return "customer-contact"
	case FieldPartnerContact:
		return "partner-contact"
	case FieldPoE:
		return "poe"
	}
	return enum.Outside("field", f)
}

// AppendText implements [encoding.TextAppender].
func (f Field) AppendText(b []byte) ([]byte, error) {
	return enum.Append(b, "field", f, noField, lastField)
}

// MarshalText implements [encoding.TextMarshaler].
func (f Field) MarshalText() ([]byte, error) { return f.AppendText(nil) }

// UnmarshalText implements [encoding.TextUnmarshaler].
func (f *Field) UnmarshalText(text []byte) error {
	return enum.Unmarshal(f, "field", noField, lastField, text)
}
