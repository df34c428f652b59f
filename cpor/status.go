package cpor

import "github.com/partnerrules/partnerrules/internal/enum"

// A Status is where an association claim stands. The zero value is not known.
// There is no status for an expired or withdrawn claim.
type Status uint8

// The statuses. The last two are of the edition of 2023.
const (
	StatusUnknown         Status = iota
	Editing                      // being written; the edition of 2023 calls it Draft
	Submitted                    // waiting for its initial review
	UnderReview                  // being decided on
	PartnerActionRequired        // the partner was asked for more
	Approved                     // the partner is associated
	Rejected                     // not approved; the partner may dispute that
	Dispute                      // a rejection that the partner disputes
	RejectedFinal                // a rejection that cannot be disputed

	lastStatus = RejectedFinal
)

// IsLive reports whether a claim in this status takes part in competition: from
// its submission on until it is rejected (CPR-31).
func (s Status) IsLive() bool {
	switch s {
	case Submitted, UnderReview, PartnerActionRequired, Approved, Dispute:
		return true
	}
	return false
}

// isKnown reports whether s is a status, and not unknown.
func (s Status) isKnown() bool { return s != StatusUnknown && s <= lastStatus }

// String returns the code of s: "under-review", say.
func (s Status) String() string {
	switch s {
	case StatusUnknown:
		return "unknown"
	case Editing:
		return "editing"
	case Submitted:
		return "submitted"
	case UnderReview:
		return "under-review"
	case PartnerActionRequired:
		return "partner-action-required"
	case Approved:
		return "approved"
	case Rejected:
		return "rejected"
	case Dispute:
		return "dispute"
	case RejectedFinal:
		return "rejected-final"
	}
	return enum.Outside("status", s)
}

// AppendText implements [encoding.TextAppender].
func (s Status) AppendText(b []byte) ([]byte, error) {
	return enum.Append(b, "status", s, StatusUnknown, lastStatus)
}

// MarshalText implements [encoding.TextMarshaler].
func (s Status) MarshalText() ([]byte, error) { return s.AppendText(nil) }

// UnmarshalText implements [encoding.TextUnmarshaler].
func (s *Status) UnmarshalText(text []byte) error {
	return enum.Unmarshal(s, "status", StatusUnknown, lastStatus, text)
}
