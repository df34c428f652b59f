package cpor

import "github.com/partnerrules/partnerrules/internal/enum"

// A Verdict says of a draft whether it is right. The zero value is Undetermined.
type Verdict uint8

// The verdicts.
const (
	Undetermined Verdict = iota // no error is proved, and facts are missing
	Valid                       // nothing is missing, and no error
	Invalid                     // an error is proved

	lastVerdict = Invalid
)

// String returns the code of v: "valid", say.
func (v Verdict) String() string {
	switch v {
	case Undetermined:
		return "undetermined"
	case Valid:
		return "valid"
	case Invalid:
		return "invalid"
	}
	return enum.Outside("verdict", v)
}

// AppendText implements [encoding.TextAppender].
func (v Verdict) AppendText(b []byte) ([]byte, error) {
	return enum.Append(b, "verdict", v, Undetermined, lastVerdict)
}

// MarshalText implements [encoding.TextMarshaler].
func (v Verdict) MarshalText() ([]byte, error) { return v.AppendText(nil) }

// UnmarshalText implements [encoding.TextUnmarshaler].
func (v *Verdict) UnmarshalText(text []byte) error {
	return enum.Unmarshal(v, "verdict", Undetermined, lastVerdict, text)
}
