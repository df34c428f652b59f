package main

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/uuid"
	"github.com/parquet-go/parquet-go"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/cpor"
)

// made returns claims that are drawn from few values, so that many of them collide. Half
// of them are of one tenant.
func made(n int, seed uint64) []cpor.Claim {
	r := rand.New(rand.NewPCG(seed, 0))
	claims := make([]cpor.Claim, n)
	for i := range claims {
		claims[i] = madeClaim(r, i)
	}
	r.Shuffle(n, func(i, j int) { claims[i], claims[j] = claims[j], claims[i] })
	return claims
}

// pick returns one of several values.
func pick[T any](r *rand.Rand, values ...T) T { return values[r.IntN(len(values))] }

func madeClaim(r *rand.Rand, i int) cpor.Claim {
	tenant, partner := pick(r, 0, 1+r.IntN(30)), r.IntN(40)
	day := func(most int) calendar.Date {
		if r.IntN(8) == 0 {
			return calendar.Date{}
		}
		return calendar.MustParseDate("2023-09-01").AddDays(r.IntN(most))
	}
	c := cpor.Claim{
		ID:         fmt.Sprintf("CL-%04d", i),
		Tenant:     cpor.MustParseTenantID(fmt.Sprintf("f0e1d2c3-0000-4000-8000-%012x", tenant)),
		Area:       pick(r, cpor.Microsoft365, cpor.BusinessApplications),
		Activities: pick(r, partnerrules.SetOf(cpor.ActivityUsage), partnerrules.SetOf(cpor.ActivityUsage, cpor.ActivityPresales)),
		Status:     pick(r, cpor.Approved, cpor.Submitted, cpor.UnderReview, cpor.Rejected),
		Partner:    cpor.MustParsePartnerID(fmt.Sprint(4_000_000 + partner)),
		Begins:     day(60), Submitted: day(60), Approved: day(60),
	}
	if r.IntN(3) > 0 {
		c.Company = cpor.MustParsePartnerID(fmt.Sprint(1_000_000 + partner/3))
	}
	if r.IntN(2) == 0 {
		c.Ends = calendar.MustParseDate("2023-11-01").AddDays(r.IntN(60))
	}
	for range 1 + r.IntN(3) {
		u := cpor.Unit{Name: pick(r, "Sales", "sales ", "Teams", "TEAMS", "Finance", "Exchange Online", `"Über" & <co>`)}
		if r.IntN(2) == 0 {
			u.Subscription = cpor.MustParseSubscriptionID(fmt.Sprintf("5b5c7e9b-0000-4000-8000-%012x", 1+r.IntN(3)))
		}
		c.Units = append(c.Units, u)
	}
	return c
}

// want returns the output for claims, by a detection in memory.
func want(t *testing.T, claims []cpor.Claim) []byte {
	t.Helper()
	pairs, err := cpor.Detect(claims)
	if err != nil {
		t.Fatal(err)
	}
	var b []byte
	for pair := range pairs {
		if b, err = appendLine(b, &pair); err != nil {
			t.Fatal(err)
		}
	}
	return b
}

// writeAs writes claims to a file in the format of its ending.
func writeAs(t *testing.T, path string, claims []cpor.Claim) string {
	t.Helper()
	write := map[string]func([]cpor.Claim) ([]byte, error){".jsonl": asLines, ".csv": asTable, ".parquet": asParquet}
	b, err := write[filepath.Ext(path)](claims)
	if err == nil {
		err = os.WriteFile(path, b, 0o666)
	}
	if err != nil {
		t.Fatal(err)
	}
	return path
}

func asLines(claims []cpor.Claim) ([]byte, error) {
	var b bytes.Buffer
	to := json.NewEncoder(&b)
	for _, c := range claims {
		if err := to.Encode(c); err != nil {
			return nil, err
		}
	}
	return b.Bytes(), nil
}

// asTable writes units in a column of their own, or in two if there is only one unit.
func asTable(claims []cpor.Claim) ([]byte, error) {
	var b bytes.Buffer
	to := csv.NewWriter(&b)
	cells := [][]string{{"id", "tenant", "area", "activities", "status", "partner", "company", "unit", "subscription", "units", "begins", "submitted", "approved", "ends", ""}}
	for _, c := range claims {
		r, err := asRow(c)
		if err != nil {
			return nil, err
		}
		one, several := unit{}, ""
		if len(r.Units) == 1 {
			one = r.Units[0]
		} else {
			text, err := json.Marshal(r.Units)
			if err != nil {
				return nil, err
			}
			several = string(text)
		}
		cells = append(cells, []string{r.ID, r.Tenant, r.Area, c.Activities.String(), r.Status, r.Partner, r.Company, one.Name, one.Subscription, several, r.Begins, r.Submitted, r.Approved, r.Ends})
	}
	err := to.WriteAll(cells)
	return b.Bytes(), err
}

// asRow returns the members of a claim as texts.
func asRow(c cpor.Claim) (r row, err error) {
	text, err := json.Marshal(c)
	if err == nil {
		err = json.Unmarshal(text, &r)
	}
	return r, err
}

// A typedRow is a row of a Parquet file with the types that databases use.
type typedRow struct {
	ID         string      `parquet:"id"`
	Tenant     uuid.UUID   `parquet:"tenant,uuid"`
	Area       string      `parquet:"area,dict"`
	Activities []string    `parquet:"activities,list"`
	Status     string      `parquet:"status,dict"`
	Partner    int64       `parquet:"partner"`
	Company    *int64      `parquet:"company,optional"`
	Units      []typedUnit `parquet:"units,list"`
	Begins     *int32      `parquet:"begins,optional,date"`
	Submitted  *int32      `parquet:"submitted,optional,date"`
	Approved   string      `parquet:"approved,optional"`
	Ends       string      `parquet:"ends,optional"`
}

type typedUnit struct {
	Name         string `parquet:"name"`
	Subscription string `parquet:"subscription,optional"`
}

// asParquet writes row groups of 100 claims.
func asParquet(claims []cpor.Claim) ([]byte, error) {
	var b bytes.Buffer
	to := parquet.NewGenericWriter[typedRow](&b, parquet.MaxRowsPerRowGroup(100), parquet.Compression(&parquet.Zstd))
	for _, c := range claims {
		r, err := asRow(c)
		if err != nil {
			return nil, err
		}
		typed := typedRow{
			ID: r.ID, Tenant: uuid.MustParse(r.Tenant), Area: r.Area, Activities: r.Activities, Status: r.Status,
			Partner: *number(r.Partner), Company: number(r.Company), Begins: days(c.Begins), Submitted: days(c.Submitted),
			Approved: r.Approved, Ends: r.Ends,
		}
		for _, u := range r.Units {
			typed.Units = append(typed.Units, typedUnit(u))
		}
		if _, err := to.Write([]typedRow{typed}); err != nil {
			return nil, err
		}
	}
	err := to.Close()
	return b.Bytes(), err
}

func number(text string) *int64 {
	if text == "" {
		return nil
	}
	n := new(int64)
	_, _ = fmt.Sscan(text, n)
	return n
}

func days(d calendar.Date) *int32 {
	n, ok := d.DaysSince(calendar.MustParseDate("1970-01-01"))
	if !ok {
		return nil
	}
	days := int32(n)
	return &days
}
