package portfolio

import (
	"bytes"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/cpor"
)

// The columns of the published CPOR Microsoft 365 usage report. Those that tell
// of claims are named; the order in a file may be another.
const (
	columnTenant   = "CustomerTenantId"
	columnWorkload = "WorkloadName"
	columnClaim    = "ClaimId"
	columnPartner  = "MpnId"
	columnFrom     = "DateAssociated"
)

func usageColumns() []string {
	return []string{
		columnTenant, "CustomerName", columnWorkload, "MonthlyActiveUsers", "PaidAvailableUnits", columnClaim, columnPartner,
		columnFrom, "PartnerAttributionType", "Date",
	}
}

// A usageReader reads a usage report: comma-separated UTF-8, with or without a
// byte-order mark. Its rows, one for each month and workload of a claim, are
// merged by claim.
type usageReader struct {
	file   string
	csv    *csv.Reader
	column map[string]int
	claims []cpor.Claim
	number map[string]int // of the claims, by ID
}

// readUsage reads a usage report as approved claims, in the order in which it
// first names them. A fault names file, line and column.
func readUsage(file string, text []byte) ([]cpor.Claim, error) {
	r := usageReader{
		file: file, csv: csv.NewReader(bytes.NewReader(bytes.TrimPrefix(text, []byte("\ufeff")))),
		column: map[string]int{}, number: map[string]int{},
	}
	header, err := r.csv.Read()
	if err != nil && !errors.Is(err, io.EOF) {
		return nil, r.form(err)
	}
	for i, name := range header {
		r.column[name] = i
	}
	for _, name := range usageColumns() {
		if _, found := r.column[name]; !found {
			return nil, fmt.Errorf("%s:1:1: no column %s", file, name)
		}
	}
	for {
		row, err := r.csv.Read()
		switch {
		case errors.Is(err, io.EOF):
			return r.claims, nil
		case err != nil:
			return nil, r.form(err)
		}
		if err := r.row(row); err != nil {
			return nil, err
		}
	}
}

// form words a fault of the form of a line.
func (r *usageReader) form(err error) error {
	var parse *csv.ParseError
	if errors.As(err, &parse) {
		return fmt.Errorf("%s:%d:%d: %w", r.file, parse.Line, max(parse.Column, 1), parse.Err)
	}
	return fmt.Errorf("%s: %w", r.file, err)
}

func (r *usageReader) fault(column, reason string) error {
	line, at := r.csv.FieldPos(r.column[column])
	return fmt.Errorf("%s:%d:%d: %s: %s", r.file, line, at, column, reason)
}

func (r *usageReader) row(row []string) error {
	value := func(column string) string { return strings.TrimSpace(row[r.column[column]]) }
	tenant, err := cpor.ParseTenantID(value(columnTenant))
	if err != nil {
		return r.fault(columnTenant, err.Error())
	}
	partner, err := cpor.ParsePartnerID(value(columnPartner))
	if err != nil {
		return r.fault(columnPartner, err.Error())
	}
	from, err := parseUsageDate(value(columnFrom))
	if err != nil {
		return r.fault(columnFrom, err.Error())
	}
	id, unit := value(columnClaim), cpor.Unit{Name: value(columnWorkload)}
	switch {
	case id == "":
		return r.fault(columnClaim, "empty")
	case unit.Name == "":
		return r.fault(columnWorkload, "empty")
	}
	i, known := r.number[id]
	if !known {
		i = len(r.claims)
		r.number[id] = i
		r.claims = append(r.claims, cpor.Claim{
			ID: id, Tenant: tenant, Area: cpor.Microsoft365, Activities: cpor.ActivitiesOf(cpor.Usage), Status: cpor.Approved,
			Partner: partner, Approved: from,
		})
	}
	c := &r.claims[i]
	switch {
	case c.Tenant != tenant:
		return r.fault(columnTenant, "claim "+id+" is on "+c.Tenant.String()+" in a row before")
	case c.Partner != partner:
		return r.fault(columnPartner, "claim "+id+" is of "+c.Partner.String()+" in a row before")
	}
	c.Approved = calendar.Min(c.Approved, from)
	if !slices.Contains(c.Units, unit) {
		c.Units = append(c.Units, unit)
	}
	return nil
}

// parseUsageDate reads a day as 2023-08-11, as the day of a date-time such as
// 2023-08-11T10:20:30Z, or as 8/11/2023, month first: the published report does
// not say which.
func parseUsageDate(text string) (calendar.Date, error) {
	for _, layout := range []string{"1/2/2006", time.RFC3339, "2006-01-02T15:04:05"} {
		if t, err := time.Parse(layout, text); err == nil {
			return calendar.NewDate(t.Year(), t.Month(), t.Day())
		}
	}
	return calendar.ParseDate(text)
}
