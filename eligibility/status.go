package eligibility

import (
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/internal/enum"
)

// A LegacyStatus is the Gold and Silver competency status that a company held
// on 2022-09-30, the day on which those memberships ended (ELG-04, ELG-11). A
// company may have held both, in different competencies.
type LegacyStatus uint8

// The statuses.
const (
	StatusUnknown LegacyStatus = iota
	StatusNone
	StatusGold
	StatusSilver
	StatusGoldAndSilver

	lastLegacyStatus = StatusGoldAndSilver
)

// HeldOnLegacyEnd says whether a Gold or Silver membership counts as held on
// 2022-09-30, from the days on which it was active: from the purchase to the
// anniversary date that the renewals dated on or before 2022-09-30 reached.
// The renewal window after it does not count (ELG-11). No period: Unknown.
func HeldOnLegacyEnd(active calendar.Period) Tri {
	if active.IsZero() {
		return Unknown
	}
	return TriOf(active.Contains(legacyEnd()))
}

// LegacyStatusOf returns the status of a company that held Gold, Silver, both
// or neither. It is unknown if either is.
func LegacyStatusOf(gold, silver Tri) LegacyStatus {
	switch [2]Tri{gold, silver} {
	case [2]Tri{Yes, Yes}:
		return StatusGoldAndSilver
	case [2]Tri{Yes, No}:
		return StatusGold
	case [2]Tri{No, Yes}:
		return StatusSilver
	case [2]Tri{No, No}:
		return StatusNone
	}
	return StatusUnknown
}

// legacyEnd is the day on which Gold and Silver memberships ended.
func legacyEnd() calendar.Date { return calendar.MustParseDate("2022-09-30") }

// gold says whether Gold was held.
func (s LegacyStatus) gold() Tri {
	if s == StatusUnknown {
		return Unknown
	}
	return TriOf(s == StatusGold || s == StatusGoldAndSilver)
}

// silver says whether Silver was held.
func (s LegacyStatus) silver() Tri {
	if s == StatusUnknown {
		return Unknown
	}
	return TriOf(s == StatusSilver || s == StatusGoldAndSilver)
}

// String returns the code of s: "gold-and-silver", say.
func (s LegacyStatus) String() string {
	switch s {
	case StatusUnknown:
		return "unknown"
	case StatusNone:
		return "none"
	case StatusGold:
		return "gold"
	case StatusSilver:
		return "silver"
	case StatusGoldAndSilver:
		return "gold-and-silver"
	}
	return enum.Outside("status", s)
}

// AppendText implements [encoding.TextAppender].
func (s LegacyStatus) AppendText(b []byte) ([]byte, error) {
	return enum.Append(b, "status", s, StatusUnknown, lastLegacyStatus)
}

// MarshalText implements [encoding.TextMarshaler].
func (s LegacyStatus) MarshalText() ([]byte, error) { return s.AppendText(nil) }

// UnmarshalText implements [encoding.TextUnmarshaler].
func (s *LegacyStatus) UnmarshalText(text []byte) error {
	return enum.Unmarshal(s, "status", StatusUnknown, lastLegacyStatus, text)
}
