package portfolio

import (
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/cpor"
)

const usageHeader = "CustomerTenantId,CustomerName,WorkloadName,MonthlyActiveUsers,PaidAvailableUnits,ClaimId,MpnId,DateAssociated,PartnerAttributionType,Date\n"

const usageTenant = "f0e1d2c3-0000-4000-8000-000000000001"

// readUsage returns the claims of a usage report.
func readUsage(file, text string) ([]cpor.Claim, error) {
	var p Portfolio
	err := p.AddUsage(file, strings.NewReader(text))
	return p.claims, err
}

// The rows of a ClaimId are merged into one claim.
func TestAddUsage(t *testing.T) {
	rows := usageHeader +
		usageTenant + `,"Contoso, Ltd",Teams,10,20,CL-7,4567009,2023-08-11,Claimed,2023-09-30` + "\n" +
		usageTenant + `,"Contoso, Ltd",Exchange Online,10,20,CL-7,4567009,2023-08-10T23:59:59Z,Claimed,2023-09-30` + "\n" +
		usageTenant + `,"Contoso, Ltd",Teams,10,20,CL-7,4567009,2023-08-12,Claimed,2023-10-31` + "\n" +
		usageTenant + `,"Contoso, Ltd",Teams,10,20,CL-8,4567010,8/12/2023,Claimed,2023-10-31` + "\n"
	want := []cpor.Claim{
		{
			ID: "CL-7", Tenant: cpor.MustParseTenantID(usageTenant), Area: cpor.Microsoft365, Activities: partnerrules.SetOf(cpor.ActivityUsage), Status: cpor.Approved,
			Partner: cpor.MustParsePartnerID("4567009"), Units: []cpor.Unit{{Name: "Teams"}, {Name: "Exchange Online"}}, Approved: calendar.MustParseDate("2023-08-10"),
		},
		{
			ID: "CL-8", Tenant: cpor.MustParseTenantID(usageTenant), Area: cpor.Microsoft365, Activities: partnerrules.SetOf(cpor.ActivityUsage), Status: cpor.Approved,
			Partner: cpor.MustParsePartnerID("4567010"), Units: []cpor.Unit{{Name: "Teams"}}, Approved: calendar.MustParseDate("2023-08-12"),
		},
	}
	for _, mark := range []string{"", "\ufeff"} {
		got, err := readUsage("report.csv", mark+rows)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("(-want +got)\n%s", diff)
		}
	}
}

func TestAddUsage_Faults(t *testing.T) {
	good := usageTenant + ",Contoso,Teams,10,20,CL-7,4567009,2023-08-12,Claimed,2023-09-30\n"
	for text, want := range map[string]string{
		"":          "r.csv:1:1: the column CustomerTenantId is missing",
		"ClaimId\n": "r.csv:1:1: the column CustomerTenantId is missing",
		"\"x":       "r.csv:1:",
		usageHeader + "x,Contoso,Teams,1,1,CL-7,1,2023-08-12,C,D\n":                      "r.csv:2:1: CustomerTenantId: ",
		usageHeader + strings.Replace(good, "2023-09-30", "September", 1):                `r.csv:2:90: Date: "September": want a date such as `,
		usageHeader + good + "a,b\n":                                                     "r.csv:3:1: want one value for each column",
		usageHeader + strings.Replace(good, "4567009", "0", 1):                           "r.csv:2:63: MpnId: ",
		usageHeader + strings.Replace(good, "2023-08-12", "2023-02-29", 1):               "r.csv:2:71: DateAssociated: ",
		usageHeader + strings.Replace(good, "2023-08-12", "13/1/2023", 1):                "r.csv:2:71: DateAssociated: ",
		usageHeader + strings.Replace(good, "2023-08-12", "", 1):                         "r.csv:2:71: DateAssociated: ",
		usageHeader + strings.Replace(good, "CL-7", " ", 1):                              "r.csv:2:58: ClaimId: empty",
		usageHeader + strings.Replace(good, "Teams", "", 1):                              "r.csv:2:46: WorkloadName: empty",
		usageHeader + good + strings.Replace(good, usageTenant, usageTenant[:35]+"2", 1): "r.csv:3:1: CustomerTenantId: claim CL-7 has the tenant ",
		usageHeader + good + strings.Replace(good, "4567009", "4567010", 1):              "r.csv:3:63: MpnId: claim CL-7 has the partner 4567009",
	} {
		if _, err := readUsage("r.csv", text); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("%q: %v, want %s", text, err, want)
		}
	}
}

// A claim without a row in the last month of the report has left it. Rows without a
// month count for no month.
func TestAddUsage_Left(t *testing.T) {
	row := func(id, month string) string {
		return usageTenant + ",Contoso,Teams,10,20," + id + ",4567009,2023-08-12,Claimed," + month + "\n"
	}
	const prefix = "r.csv: claims without a row in the last month, 2023-12, have left the report. When they ended is unknown, so they count as open: "
	var many, names string
	for i := range 7 {
		many += row(fmt.Sprintf("CL-%d", i), "2023-11-30")
	}
	for i := range 5 {
		names += fmt.Sprintf("CL-%d (last in 2023-11), ", i)
	}
	for rows, want := range map[string]string{
		row("CL-1", "2023-12-31") + row("CL-2", "12/31/2023") + row("CL-3", "2023-12"): "",
		row("CL-1", "2023-12-31") + row("CL-1", "2023-11-30"):                          "",
		row("CL-1", "2023-11-30") + row("CL-1", "2023-12-31"):                          "",
		row("CL-1", "2023-12-01") + row("CL-2", "2023-11-30"):                          prefix + "CL-2 (last in 2023-11).",
		row("CL-2", "2022-12-31") + row("CL-1", "2023-12-01"):                          prefix + "CL-2 (last in 2022-12).",
		row("CL-1", "2023-12-01") + row("CL-2", "") + row("CL-3", "0001-01-01"):        "",
		row("CL-9", "2023-12-01") + many:                                               prefix + strings.TrimSuffix(names, ", ") + " and 2 more.",
	} {
		var p Portfolio
		if err := p.AddUsage("r.csv", strings.NewReader(usageHeader+rows)); err != nil {
			t.Fatal(err)
		}
		if got := strings.Join(p.warnings, "\n"); got != want {
			t.Errorf("%s: got %s, want %s", rows, got, want)
		}
	}
}

// A read error is reported once and ends the report.
func TestAddUsage_ReadError(t *testing.T) {
	broken := iotest.ErrReader(errors.New("broken pipe"))
	for _, text := range []string{"", usageHeader, usageHeader + usageTenant + ",Contoso,Teams,10,20,CL-7,4567009,2023-08-12,Claimed,2023-09-30\n"} {
		p := Portfolio{loader: Loader{KeepGoing: true}}
		if err := p.AddUsage("r.csv", io.MultiReader(strings.NewReader(text), broken)); err != nil {
			t.Fatal(err)
		}
		if len(p.faults) != 1 || p.faults[0].Error() != "r.csv: broken pipe" {
			t.Errorf("%q: %v", text, p.faults)
		}
	}
}

// A claim must come from one report only.
func TestAddUsage_TwoReports(t *testing.T) {
	row := usageTenant + ",Contoso,Teams,10,20,CL-7,4567009,2023-08-12,Claimed,2023-09-30\n"
	var p Portfolio
	if err := p.AddUsage("a.csv", strings.NewReader(usageHeader+row+row)); err != nil {
		t.Fatal(err)
	}
	const want = "b.csv:2:58: ClaimId: another claim has the ID CL-7, at a.csv:2:58"
	if err := p.AddUsage("b.csv", strings.NewReader(usageHeader+row)); err == nil || err.Error() != want {
		t.Errorf("%v, want %s", err, want)
	}
}

// FuzzUsage checks that any text is read, or rejected with its place.
func FuzzUsage(f *testing.F) {
	f.Add(usageHeader + usageTenant + ",Contoso,Teams,10,20,CL-7,4567009,8/12/2023,Claimed,2023-09-30\n")
	f.Add("\ufeff\"x")
	f.Fuzz(func(t *testing.T, text string) {
		claims, err := readUsage("r.csv", text)
		if err != nil && !strings.HasPrefix(err.Error(), "r.csv:") {
			t.Fatal(err)
		}
		for _, c := range claims {
			if err := c.Validate(); err != nil {
				t.Fatal(err)
			}
		}
	})
}
