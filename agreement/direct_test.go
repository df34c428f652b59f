package agreement_test

import (
	"encoding/json"
	"errors"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"github.com/partnerrules/partnerrules"
	. "github.com/partnerrules/partnerrules/agreement"
)

// Direct acceptance may be unavailable if the customer is existing and bought
// something. There is no known obstacle if one of the two is known to be false.
func TestCheckDirectAcceptance(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		tri := func(name string) Tri { return Tri(rapid.IntRange(-1, 1).Draw(t, name)) }
		f := Facts{
			Customer: CustomerKind(rapid.IntRange(0, 2).Draw(t, "customer")),
			Bought:   Purchases{tri("offers"), tri("software"), tri("reserved"), tri("azure")},
		}
		bought := []Tri{f.Bought.Offers, f.Bought.Software, f.Bought.ReservedInstances, f.Bought.AzurePlan}
		want := DirectUndetermined
		switch nothing := !slices.Contains(bought, Yes) && !slices.Contains(bought, Unknown); {
		case f.Customer == NewCustomer || nothing:
			want = NoKnownObstacle
		case f.Customer == ExistingCustomer && slices.Contains(bought, Yes):
			want = MayBeUnavailable
		}
		got, err := CheckDirectAcceptance(f)
		isObstacle := want == MayBeUnavailable
		if err != nil || got.Verdict != want || (got.Remedy() != "") != isObstacle {
			t.Errorf("%+v: %+v, %v, want %v", f, got, err, want)
		}
		notes := slices.Collect(got.Notes())
		if isObstacle != (len(notes) == 1) || isObstacle && !isNote(notes[0], "customer-is-referred", "AGR-32") {
			t.Errorf("%+v: notes %+v", f, notes)
		}
		if plan, err := MakePlan(ByInvitation, Attestation{}, Submission{}, f); err != nil || plan.Direct != want {
			t.Errorf("MakePlan = %+v, %v, want Direct %v", plan, err, want)
		}
	})
}

// isNote reports whether a note has the given code and rule, and all its texts.
func isNote(n partnerrules.Note, code string, rule partnerrules.RuleID) bool {
	return n.Code == code && n.Rule == rule && n.Message != "" && n.See != ""
}

func TestCheckInvitation(t *testing.T) {
	const generated = "https://admin.example/request"
	for _, test := range []struct {
		i              Invitation
		found, unknown string
		verdict        ReportVerdict
	}{
		{Invitation{Route: InviteNewCustomer, Address: AcceptanceAddress, Credentials: Yes, Choice: Yes}, "", "", Ready},
		{Invitation{Route: InviteNewCustomer}, "address-missing", "choice-not-made,sign-in-missing", Faulty},
		{Invitation{Route: InviteNewCustomer, Address: AcceptanceAddress, Credentials: No, Choice: No}, "choice-not-made,sign-in-missing", "", Faulty},
		{Invitation{Route: InviteNewCustomer, Address: AcceptanceAddress, Credentials: Yes}, "", "choice-not-made", ReportUndetermined},
		{Invitation{Route: InviteNewCustomer, Address: generated, Generated: generated, Credentials: Yes, Choice: Yes}, "address-replaced", "", Faulty},
		{Invitation{Route: InviteByRelationship, Address: generated, Generated: generated, Credentials: Yes}, "", "", Ready},
		{Invitation{Route: InviteByRelationship, Address: generated, Credentials: Yes}, "", "address-replaced", ReportUndetermined},
		{Invitation{Route: InviteByRelationship, Address: AcceptanceAddress, Credentials: Yes}, "address-replaced", "", Faulty},
		{Invitation{Route: InviteByRelationship, Address: AcceptanceAddress, Generated: generated, Credentials: No}, "address-replaced,sign-in-missing", "", Faulty},
		{Invitation{Route: InviteByRelationship, Generated: generated, Credentials: Yes, Choice: No}, "address-missing", "", Faulty},
		{Invitation{Route: InviteExistingCustomer, Address: AcceptanceAddress, Choice: No, Credentials: No}, "", "", Ready},
		{Invitation{Route: InviteExistingCustomer, Address: AcceptanceAddress + "/"}, "address-replaced", "", Faulty},
	} {
		got, err := CheckInvitation(test.i, Facts{})
		if err != nil || got.Found.String() != test.found || got.Unknown.String() != test.unknown || got.Verdict != test.verdict || got.Role != RoleUnknown {
			t.Errorf("%+v: %v, %v", test.i, got, err)
		}
	}
	var bad *partnerrules.InputError
	for _, test := range []struct {
		i    Invitation
		name string
	}{
		{Invitation{}, "invitation.route"},
		{Invitation{Route: InviteNewCustomer - 1}, "invitation.route"},
		{Invitation{Route: InviteExistingCustomer + 1}, "invitation.route"},
		{Invitation{Route: InviteNewCustomer, Credentials: 2}, "invitation.credentials"},
		{Invitation{Route: InviteNewCustomer, Choice: 2}, "invitation.choice"},
	} {
		if got, err := CheckInvitation(test.i, Facts{}); !errors.As(err, &bad) || bad.Path != test.name || got != (InvitationReport{}) {
			t.Errorf("%+v: %v, %v", test.i, got, err)
		}
	}
}

// A relationship request for an existing customer is a warning, which does not change
// the verdict. An unknown customer is not warned of.
func TestCheckInvitation_RelationshipOfExisting(t *testing.T) {
	right := map[Route]Invitation{
		InviteNewCustomer:      {Route: InviteNewCustomer, Address: AcceptanceAddress, Credentials: Yes, Choice: Yes},
		InviteByRelationship:   {Route: InviteByRelationship, Address: "https://admin.example/request", Generated: "https://admin.example/request", Credentials: Yes},
		InviteExistingCustomer: {Route: InviteExistingCustomer, Address: AcceptanceAddress},
	}
	for customer := range partnerrules.Values[CustomerKind]() {
		for route, i := range right {
			var want partnerrules.Set[Reason]
			if route == InviteByRelationship && customer == ExistingCustomer {
				want = partnerrules.SetOf(RelationshipOfExisting)
			}
			got, err := CheckInvitation(i, Facts{Customer: customer})
			if err != nil || got.Found != want || got.Verdict != Ready {
				t.Errorf("%v of a customer of kind %v: %+v, %v, want %v", route, customer, got, err, want)
			}
		}
	}
}

// A user gets a note, unless the role is known to allow attesting (AGR-50).
func TestInvitationReport_Notes(t *testing.T) {
	for role := range partnerrules.Values[Role]() {
		for _, cloud := range []Cloud{PublicCloud, CloudUSGovernment} {
			r, err := CheckInvitation(Invitation{Route: InviteExistingCustomer, Address: AcceptanceAddress}, Facts{Role: role, Cloud: cloud})
			notes := slices.Collect(r.Notes())
			want := cloud == PublicCloud && role != AdminAgent && role != SalesAgent
			if err != nil || want != (len(notes) == 1) || want && !isNote(notes[0], "invite-as-agent", "AGR-50") {
				t.Errorf("%v in cloud %v: %+v, %v", role, cloud, notes, err)
			}
		}
	}
}

// A round trip through JSON preserves the report of an invitation.
func TestCheckInvitation_JSON(t *testing.T) {
	report, err := Baseline().CheckInvitation(Invitation{Route: InviteNewCustomer, Credentials: Yes}, Facts{Role: OtherRole, Now: DateTimestamp(day("2024-01-01"))})
	if err != nil {
		t.Fatal(err)
	}
	text, err := json.Marshal(report)
	if err != nil {
		t.Fatal(err)
	}
	var again InvitationReport
	if err := json.Unmarshal(text, &again); err != nil || again != report || report.Found.String() != "address-missing" || report.Role != OtherRole {
		t.Errorf("%s unmarshals to %+v, %v", text, again, err)
	}
}
