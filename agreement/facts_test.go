package agreement_test

import (
	"errors"
	"testing"

	"github.com/partnerrules/partnerrules"
	. "github.com/partnerrules/partnerrules/agreement"
)

// In a sovereign cloud every answer is not applicable (AGR-46).
func TestFactsCloud_Sovereign(t *testing.T) {
	for cloud, applies := range map[Cloud]bool{CloudNotGiven: true, PublicCloud: true, Cloud21Vianet: false, CloudUSGovernment: false} {
		f := Facts{Cloud: cloud, Customer: NewCustomer, Partner: DirectBill, Role: AdminAgent, Acceptance: Acceptance{Direct: Consent{Given: Yes}}}
		order, err1 := CheckOrder(NewPurchase, f)
		confirmed, err2 := CheckAcceptance(f)
		report, err3 := Check(Attestation{}, Submission{}, f)
		invited, err4 := CheckInvitation(Invitation{Route: InviteExistingCustomer}, f)
		direct, err5 := CheckDirectAcceptance(f)
		notice, err6 := NoticeFor(Event{Kind: EventAttested}, f)
		plan, err7 := MakePlan(ByAttestation, Attestation{}, Submission{}, f)
		if err := errors.Join(err1, err2, err3, err4, err5, err6, err7); err != nil {
			t.Fatal(err)
		}
		for _, not := range []bool{
			order.Verdict == OrderNotApplicable, confirmed.NotApplicable, report.Verdict == ReportNotApplicable, invited.Verdict == ReportNotApplicable,
			direct.Verdict == DirectNotApplicable, notice.NotApplicable, plan.Route == RouteNotApplicable,
		} {
			if not == applies {
				t.Errorf("in cloud %v: %v, %+v, %v, %v, %v, %+v, %v", cloud, order, confirmed, report, invited, direct, notice, plan)
			}
		}
		if !applies && (order.Accepted != Unknown || confirmed.Accepted != Unknown || report.Found|report.Unknown != 0 || notice.Sent != Unknown || plan.Needs != 0) {
			t.Errorf("in cloud %v an answer has more than unknown", cloud)
		}
	}
}

func TestFactsValidate(t *testing.T) {
	for name, change := range map[string]func(*Facts){
		"facts.cloud":                     func(f *Facts) { f.Cloud = CloudUSGovernment + 1 },
		"facts.partner":                   func(f *Facts) { f.Partner = IndirectReseller + 1 },
		"facts.role":                      func(f *Facts) { f.Role = OtherRole + 1 },
		"facts.channel":                   func(f *Facts) { f.Channel = EnhancedAPI + 1 },
		"facts.underReview":               func(f *Facts) { f.UnderReview = 2 },
		"facts.acceptance.partner.on":     func(f *Facts) { f.Acceptance.Partner = Consent{No, newDay} },
		"facts.acceptance.provider.on":    func(f *Facts) { f.Acceptance.Provider = Consent{No, newDay} },
		"facts.acceptance.other.on":       func(f *Facts) { f.Acceptance.Other = Consent{No, newDay} },
		"facts.acceptance.direct.on":      func(f *Facts) { f.Acceptance.Direct = Consent{No, newDay} },
		"facts.customer":                  func(f *Facts) { f.Customer = ExistingCustomer + 1 },
		"facts.acceptance.partner.given":  func(f *Facts) { f.Acceptance.Partner.Given = 2 },
		"facts.acceptance.provider.given": func(f *Facts) { f.Acceptance.Provider.Given = -2 },
		"facts.acceptance.other.given":    func(f *Facts) { f.Acceptance.Other.Given = 2 },
		"facts.acceptance.direct.given":   func(f *Facts) { f.Acceptance.Direct.Given = 2 },
		"facts.bought.offers":             func(f *Facts) { f.Bought.Offers = 2 },
		"facts.bought.software":           func(f *Facts) { f.Bought.Software = 2 },
		"facts.bought.reservedInstances":  func(f *Facts) { f.Bought.ReservedInstances = 2 },
		"facts.bought.azurePlan":          func(f *Facts) { f.Bought.AzurePlan = 2 },
	} {
		var f Facts
		change(&f)
		_, e1 := CheckOrder(NewPurchase, f)
		_, e2 := CheckAcceptance(f)
		_, e3 := Check(Attestation{}, Submission{}, f)
		_, e4 := CheckInvitation(Invitation{Route: InviteNewCustomer}, f)
		_, e5 := CheckDirectAcceptance(f)
		_, e6 := NoticeFor(Event{}, f)
		_, e7 := MakePlan(ByOrder, Attestation{}, Submission{}, f)
		for _, err := range []error{f.Validate(), e1, e2, e3, e4, e5, e6, e7} {
			var bad *partnerrules.InputError
			if !errors.As(err, &bad) || bad.Path != name || bad.Reason == "" {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
	var bad *partnerrules.InputError
	if got, err := CheckOrder(Cancellation+1, Facts{}); !errors.As(err, &bad) || bad.Path != "kind" || got != (OrderDecision{}) {
		t.Errorf("%v, %v", got, err)
	}
	if err := (Facts{Cloud: 99}).Validate(); err == nil || err.Error() != "facts.cloud: invalid value cloud(99)" {
		t.Error(err)
	}
	for _, f := range []Facts{
		{},
		{Acceptance: Acceptance{Direct: Consent{No, MustParseTimestamp("0001-01-01")}}}, // not set
		{Acceptance: Acceptance{Direct: Consent{Unknown, newDay}}},
	} {
		if err := f.Validate(); err != nil {
			t.Error(err)
		}
	}
}

func TestRoleMayAttest(t *testing.T) {
	for role, want := range map[Role]Tri{RoleUnknown: Unknown, AdminAgent: Yes, SalesAgent: Yes, HelpdeskAgent: No, OtherRole: No, 5: Unknown} {
		if got := role.MayAttest(); got != want {
			t.Errorf("%v.MayAttest() = %v, want %v", role, got, want)
		}
	}
}
