package portfolio

import (
	"bufio"
	"encoding/csv"
	"errors"
	"io"
	"slices"
	"strings"
	"time"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/cpor"
)

// The columns of the published CPOR Microsoft 365 usage report that are used. A
// file may have them in any order.
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
// byte-order mark. A claim has a row for each month and workload. The reader
// merges them.
type usageReader struct {
	*reading
	list   *source
	csv    *csv.Reader
	column map[string]int
	row    []string // the current row

	first    int32           // the index of the first claim of this report
	rejected map[string]bool // the claims that are left out
}

// byteOrderMark is the optional start of a UTF-8 text.
const byteOrderMark = "\ufeff"

// readUsage reads a usage report row by row. It adds approved claims in the order
// of their first rows. A fault has a file, line and column.
func (r *reading) readUsage(name string, in io.Reader) error {
	text := bufio.NewReader(in)
	if start, _ := text.Peek(len(byteOrderMark)); string(start) == byteOrderMark {
		text.Discard(len(byteOrderMark)) // cannot fail after Peek
	}
	u := usageReader{
		reading: r, list: &source{file: name}, csv: csv.NewReader(text), column: map[string]int{},
		first: int32(len(r.p.claims)), rejected: map[string]bool{},
	}
	u.csv.ReuseRecord = true
	if err := u.header(); err != nil {
		return r.broken(name, err)
	}
	return u.rows()
}

func (r *usageReader) header() error {
	header, err := r.csv.Read()
	var form *csv.ParseError
	switch {
	case errors.As(err, &form):
		return r.form(form)
	case err != nil && !errors.Is(err, io.EOF):
		return err
	}
	for i, name := range header {
		r.column[name] = i
	}
	for _, name := range usageColumns() {
		if _, found := r.column[name]; !found {
			return &Fault{File: r.list.file, Line: 1, Column: 1, Reason: "the column " + name + " is missing"}
		}
	}
	return nil
}

// rows reads all rows. It leaves out rows with a fault.
func (r *usageReader) rows() error {
	for {
		row, err := r.csv.Read()
		var form *csv.ParseError
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case errors.As(err, &form):
			err = r.fault(r.form(form))
		case err != nil:
			return r.broken(r.list.file, err) // the next row would fail too
		default:
			r.row = row
			err = r.readRow()
		}
		if err != nil {
			return err
		}
	}
}

// form returns a syntax error of the CSV as a fault.
func (r *usageReader) form(err *csv.ParseError) *Fault {
	reason := "misplaced quote: put quotes around the whole value, and double each quote inside it"
	if errors.Is(err, csv.ErrFieldCount) {
		reason = "want one value for each column"
	}
	return &Fault{File: r.list.file, Line: err.Line, Column: max(err.Column, 1), Reason: reason}
}

// wrong records a fault in a column of the current row.
func (r *usageReader) wrong(column, reason string) error {
	line, at := r.csv.FieldPos(r.column[column])
	return r.fault(&Fault{File: r.list.file, Line: line, Column: at, Path: column, Reason: reason})
}

func (r *usageReader) value(column string) string { return strings.TrimSpace(r.row[r.column[column]]) }

func (r *usageReader) readRow() error {
	tenant, err := cpor.ParseTenantID(r.value(columnTenant))
	if err != nil {
		return r.wrong(columnTenant, err.Error())
	}
	partner, err := cpor.ParsePartnerID(r.value(columnPartner))
	if err != nil {
		return r.wrong(columnPartner, err.Error())
	}
	from, err := parseUsageDate(r.value(columnFrom))
	if err != nil {
		return r.wrong(columnFrom, err.Error())
	}
	id, workload := r.value(columnClaim), r.value(columnWorkload)
	switch {
	case !printable(id):
		return r.wrong(columnClaim, notPrintable)
	case !printable(workload):
		return r.wrong(columnWorkload, notPrintable)
	}
	return r.merge(id, tenant, partner, from, cpor.Unit{Name: r.name(workload)})
}

// merge adds a row to its claim.
func (r *usageReader) merge(id string, tenant cpor.TenantID, partner cpor.PartnerID, from calendar.Date, unit cpor.Unit) error {
	number, known := r.ids[id]
	switch {
	case r.rejected[id]:
		return nil
	case known && number < r.first:
		r.rejected[strings.Clone(id)] = true
		return r.wrong(columnClaim, "another claim has the ID "+id+", at "+r.p.filed[number].place.String())
	case !known:
		number = r.add(cpor.Claim{
			ID: strings.Clone(id), Tenant: tenant, Area: cpor.Microsoft365, Activities: partnerrules.SetOf(cpor.ActivityUsage), Status: cpor.Approved,
			Partner: partner, Approved: from,
		})
	}
	c := &r.p.claims[number]
	switch {
	case c.Tenant != tenant:
		return r.wrong(columnTenant, "claim "+id+" has the tenant "+c.Tenant.String()+" in an earlier row")
	case c.Partner != partner:
		return r.wrong(columnPartner, "claim "+id+" has the partner "+c.Partner.String()+" in an earlier row")
	}
	c.Approved = calendar.Min(c.Approved, from)
	if !slices.Contains(c.Units, unit) {
		c.Units = append(c.Units, unit)
	}
	return nil
}

// add appends a claim and returns its index.
func (r *usageReader) add(c cpor.Claim) int32 {
	number := int32(len(r.p.claims))
	line, column := r.csv.FieldPos(r.column[columnClaim])
	r.ids[c.ID] = number
	r.p.claims = append(r.p.claims, c)
	r.p.filed = append(r.p.filed, filedClaim{place: place{r.list, int32(line), int32(column), number - r.first}})
	return number
}

// parseUsageDate parses 2023-08-11, the day of a date-time such as
// 2023-08-11T10:20:30Z, or 8/11/2023 with the month first. The documentation of the
// report does not specify the format.
func parseUsageDate(text string) (calendar.Date, error) {
	for _, layout := range []string{"1/2/2006", time.RFC3339, "2006-01-02T15:04:05"} {
		if t, err := time.Parse(layout, text); err == nil {
			return calendar.NewDate(t.Year(), t.Month(), t.Day())
		}
	}
	return calendar.ParseDate(text)
}
