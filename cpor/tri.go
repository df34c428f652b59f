package cpor

import (
	"github.com/partnerrules/partnerrules/internal/enum"
	"github.com/partnerrules/partnerrules/internal/kleene"
)

// A Tri is yes, no, or unknown, in Kleene's three-valued logic. The zero value
// is [Unknown].
type Tri int8

// The three answers.
const (
	No      Tri = -1
	Unknown Tri = 0
	Yes     Tri = +1
)

// TriOf returns Yes for true and No for false.
func TriOf(b bool) Tri { return kleene.Of[Tri](b) }

// And returns Yes if both are Yes, No if either is No, and else Unknown.
func (t Tri) And(u Tri) Tri { return kleene.And(t, u) }

// Or returns Yes if either is Yes, No if both are No, and else Unknown.
func (t Tri) Or(u Tri) Tri { return kleene.Or(t, u) }

// Not returns No for Yes, Yes for No, and Unknown for Unknown.
func (t Tri) Not() Tri { return kleene.Not(t) }

func (t Tri) isValid() bool { return t == kleene.Known(t) }

// String returns "yes", "no" or "unknown".
func (t Tri) String() string {
	if !t.isValid() {
		return enum.Outside("tri", t)
	}
	return kleene.String(t)
}

// AppendText implements [encoding.TextAppender].
func (t Tri) AppendText(b []byte) ([]byte, error) { return enum.Append(b, "tri", t, No, Yes) }

// MarshalText implements [encoding.TextMarshaler].
func (t Tri) MarshalText() ([]byte, error) { return t.AppendText(nil) }

// UnmarshalText implements [encoding.TextUnmarshaler].
func (t *Tri) UnmarshalText(text []byte) error { return enum.Unmarshal(t, "tri", No, Yes, text) }
