package eligibility_test

import (
	"errors"
	"testing"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
	. "github.com/partnerrules/partnerrules/eligibility"
	"github.com/partnerrules/partnerrules/internal/texttest"
)

// Validate rejects an invalid Tri in any field.
func TestFacts_ValidateEveryTri(t *testing.T) {
	var f Facts
	for name, answer := range map[string]*Tri{
		"facts.heldEarlier":                    &f.HeldEarlier,
		"facts.qualified.dataAI":               &f.Qualified.DataAI,
		"facts.qualified.digitalAppInnovation": &f.Qualified.DigitalAppInnovation,
		"facts.qualified.infrastructure":       &f.Qualified.Infrastructure,
		"facts.qualified.businessApplications": &f.Qualified.BusinessApplications,
		"facts.qualified.modernWork":           &f.Qualified.ModernWork,
		"facts.qualified.security":             &f.Qualified.Security,
		"facts.actionPack.active":              &f.ActionPack.Active,
		"facts.launch.active":                  &f.Launch.Active,
		"facts.successCore.active":             &f.SuccessCore.Active,
		"facts.successExpanded.active":         &f.SuccessExpanded.Active,
		"facts.learning.active":                &f.Learning.Active,
	} {
		for _, t3 := range []Tri{-128, -2, 2, 127} {
			*answer = t3
			var input *partnerrules.InputError
			if err := f.Validate(); !errors.As(err, &input) || input.Path != name {
				t.Errorf("%s = %d: %v", name, t3, err)
			}
		}
		*answer = Unknown
	}
	if err := f.Validate(); err != nil {
		t.Errorf("Validate rejects unknown facts: %v", err)
	}
}

// UnmarshalText accepts the names that Partner Center shows (ELG-06).
func TestVerification_UnmarshalTextNames(t *testing.T) {
	for text, want := range map[string]Verification{
		"Pending": Pending, "Authorized": Authorized, "Accepted": Authorized, "accepted": Authorized, "Rejected": Rejected, "DECLINED": Rejected,
		"In progress": InProgress, "in-progress": InProgress, "InProgress": InProgress, "Challenged": Challenged, "Unknown": VerificationUnknown,
	} {
		var got Verification
		if err := got.UnmarshalText([]byte(text)); err != nil || got != want {
			t.Errorf("UnmarshalText(%s) = %v, %v, want %v", text, got, err, want)
		}
	}
}

// Other texts are rejected. Two of them are states of the enrollment in the program
// (ELG-06).
func TestVerification_UnmarshalTextErrors(t *testing.T) {
	for _, text := range []string{"", "Active", "Pending qualification", "in  progress", "in_progress", "in progress ", "\ufeffpending"} {
		v := Challenged
		var bad *partnerrules.InputError
		if err := v.UnmarshalText([]byte(text)); !errors.As(err, &bad) || v != Challenged {
			t.Errorf("UnmarshalText(%q) = %v, %v, want a InputError", text, v, err)
		}
	}
}

func TestRole_MayBuy(t *testing.T) {
	for role, want := range map[Role]Tri{RoleUnknown: Unknown, PartnerAdmin: Yes, AccountAdmin: Yes, OtherRole: No, 4: Unknown} {
		if got := role.MayBuy(); got != want {
			t.Errorf("MayBuy of %v = %v, want %v", role, got, want)
		}
	}
}

// A membership was held if it was active on 2022-09-30 (ELG-11).
func TestHeldLegacyStatus(t *testing.T) {
	for text, want := range map[string]Tri{
		"":                      Unknown,
		"2021-10-01/2022-10-01": Yes,
		"2021-09-30/2022-09-30": Yes,
		"2021-09-29/2022-09-29": No, // the renewal window does not count
		"2022-09-30/2023-09-30": Yes,
		"2022-10-01/2023-10-01": No,
		"2020-01-01/..":         Yes,
	} {
		var active calendar.Period
		if err := active.UnmarshalText([]byte(text)); err != nil {
			t.Fatal(err)
		}
		if got := HeldLegacyStatus(active); got != want {
			t.Errorf("HeldLegacyStatus(%v) = %v, want %v", active, got, want)
		}
	}
}

func TestLegacyStatusFrom(t *testing.T) {
	for _, test := range []struct {
		gold, silver Tri
		want         LegacyStatus
	}{
		{Yes, Yes, StatusGoldAndSilver},
		{Yes, No, StatusGold},
		{No, Yes, StatusSilver},
		{No, No, StatusNone},
		{Unknown, Yes, StatusUnknown},
		{Yes, Unknown, StatusUnknown},
		{Unknown, No, StatusUnknown},
		{2, No, StatusUnknown},
		{No, -2, StatusUnknown},
	} {
		if got := LegacyStatusFrom(test.gold, test.silver); got != test.want {
			t.Errorf("LegacyStatusFrom(%v, %v) = %v, want %v", test.gold, test.silver, got, test.want)
		}
	}
}

// A text that can be unmarshaled survives a round trip.
func FuzzUnmarshalText(f *testing.F) {
	for _, seed := range []string{"data-ai,security", "unknown", "none", ",", "Accepted", "pending", "In progress", "6.67", `["security","data-ai"]`, `"none"`} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		texttest.CheckReading[AreaSet](t, text)
		texttest.CheckJSON[AreaSet](t, text)
		texttest.CheckReading[Verification](t, text)
		texttest.CheckReading[Points](t, text)
	})
}

// Of two areas next to each other, any value except no, unknown and yes is an error.
func TestFacts_ValidateAreas(t *testing.T) {
	f := Facts{}
	areas := []*Tri{
		&f.Qualified.DataAI, &f.Qualified.DigitalAppInnovation, &f.Qualified.Infrastructure,
		&f.Qualified.BusinessApplications, &f.Qualified.ModernWork, &f.Qualified.Security,
	}
	isValid := func(value int) bool { return value >= -1 && value <= 1 }
	for i := range areas {
		next := areas[(i+1)%len(areas)]
		for a := -128; a < 128; a++ {
			for b := -128; b < 128; b++ {
				*areas[i], *next = Tri(a), Tri(b)
				if err := f.Validate(); (err == nil) != (isValid(a) && isValid(b)) {
					t.Fatalf("areas %d and %d are %d and %d: %v", i, i+1, a, b, err)
				}
			}
		}
		*areas[i], *next = 0, 0
	}
}
