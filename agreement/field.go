package agreement

import "github.com/partnerrules/partnerrules/internal/enum"

// A Field is what a finding is about. The zero value is no field.
type Field uint8

// The fields, in the order in which their findings are given.
const (
	FieldPartner Field = iota + 1
	FieldRole
	FieldFirstName
	FieldLastName
	FieldEmail
	FieldPhone // nothing is asked of it (AGR-03)
	FieldDate
	FieldTemplate
	FieldType
	FieldChannel
	FieldForm       // of a new customer (AGR-14)
	FieldWhole      // the attestation as a whole (AGR-11)
	FieldInvitation // AGR-30

	noField Field = 0
)

// String returns the code of f: "first-name", say.
func (f Field) String() string {
	switch f {
	case noField:
		return ""
	case FieldPartner:
		return "partner-type"
	case FieldRole:
		return "role"
	case FieldFirstName:
		return "first-name"
	case FieldLastName:
		return "last-name"
	case FieldEmail:
		return "email"
	case FieldPhone:
		return "phone"
	case FieldDate:
		return "date"
	case FieldTemplate:
		return "template"
	case FieldType:
		return "type"
	case FieldChannel:
		return "channel"
	case FieldForm:
		return "form"
	case FieldWhole:
		return "attestation"
	case FieldInvitation:
		return "invitation"
	}
	return enum.Outside("field", f)
}

// AppendText implements [encoding.TextAppender].
func (f Field) AppendText(b []byte) ([]byte, error) {
	return enum.Append(b, "field", f, noField, FieldInvitation)
}

// MarshalText implements [encoding.TextMarshaler].
func (f Field) MarshalText() ([]byte, error) { return f.AppendText(nil) }

// UnmarshalText implements [encoding.TextUnmarshaler].
func (f *Field) UnmarshalText(text []byte) error {
	return enum.Unmarshal(f, "field", noField, FieldInvitation, text)
}
