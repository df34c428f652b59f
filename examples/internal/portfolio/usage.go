package portfolio

import (
	"bufio"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"golang.org/x/text/unicode/norm"

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
	columnMonth    = "Date"
)

func usageColumns() []string {
	return []string{
		columnTenant, "CustomerName", columnWorkload, "MonthlyActiveUsers", "PaidAvailableUnits", columnClaim, columnPartner,
		columnFrom, "PartnerAttributionType", columnMonth,
	}
}

// A usageReader reads a usage report in UTF-8, with or without a byte-order mark. The
// separator is a comma or a semicolon. A first line such as sep=, may name it. A claim
// has a row for each month and workload. The reader merges them.
type usageReader struct {
	*reading
	list   *source
	csv    *csv.Reader
	column map[string]int
	row    []string // the current row

	first    int32           // the index of the first claim of this report
	rejected map[string]bool // the claims that are left out

	ambiguous string // the first date that fits month first and day first
	certain   bool   // a date fits month first only

	month month // the last month of the report
}

// A month counts the months from the year 0. The zero month is unknown.
type month int32

func monthOf(d calendar.Date) month { return month(d.Year()*12 + int(d.Month())) }

func (m month) String() string { return fmt.Sprintf("%04d-%02d", (m-1)/12, (m-1)%12+1) }

// readUsage reads a usage report row by row. It adds approved claims in the order
// of their first rows. A fault has a file, line and column.
func (r *reading) readUsage(name string, in io.Reader) error {
	text := bufio.NewReader(utf8Text(name, in))
	u := usageReader{
		reading: r, list: &source{file: name}, csv: csv.NewReader(text), column: map[string]int{},
		first: int32(len(r.p.claims)), rejected: map[string]bool{},
	}
	u.csv.ReuseRecord = true
	if err := u.separator(text); err != nil {
		return r.broken(name, err)
	}
	if err := u.header(); err != nil {
		return r.broken(name, err)
	}
	err := u.rows()
	u.warn()
	u.warnOfLeft()
	return err
}

// separatorPrefix begins a first line that names the separator, as spreadsheets write
// and read it.
const separatorPrefix = "sep="

// separator recognizes the separator by the first line. It skips a line that names it.
func (r *usageReader) separator(text *bufio.Reader) error {
	start, _ := text.Peek(text.Size()) // an error returns from the next read too
	line, _, _ := strings.Cut(string(start), "\n")
	line = strings.TrimRight(line, "\r")
	named, isNamed := strings.CutPrefix(strings.ToLower(strings.Trim(line, `"`)), separatorPrefix)
	switch {
	case isNamed && named != "," && named != ";":
		return &Fault{
			File: r.list.file, Line: 1, Column: 1, Value: strconv.Quote(shortened(line)),
			Reason: "want sep=, or sep=; since a comma and a semicolon are the separators that can be read",
		}
	case isNamed && named == ";", !isNamed && strings.Count(line, ";") > strings.Count(line, ","):
		r.csv.Comma = ';'
	}
	if !isNamed {
		return nil
	}
	_, err := r.csv.Read()
	r.csv.FieldsPerRecord = 0 // the header sets it
	var form *csv.ParseError
	if errors.As(err, &form) {
		return r.form(form)
	}
	return err
}

// mostLeft is the number of claims that a warning names.
const mostLeft = 5

// warnOfLeft adds a warning that names claims without a row in the last month of the
// report. They have left it, and when their associations ended is unknown.
func (r *usageReader) warnOfLeft() {
	var names []string
	left := 0
	for i := int(r.first); i < len(r.p.claims); i++ {
		if m := r.p.filed[i].usage.month; m == 0 || m == r.month {
			continue
		}
		if left++; left <= mostLeft {
			names = append(names, r.p.claims[i].ID+" (last in "+r.p.filed[i].usage.month.String()+")")
		}
	}
	if left == 0 {
		return
	}
	more := ""
	if left > mostLeft {
		more = " and " + strconv.Itoa(left-mostLeft) + " more"
	}
	r.p.warnings = append(r.p.warnings, r.list.file+": claims without a row in the last month, "+r.month.String()+
		", have left the report. When they ended is unknown, so they count as open: "+strings.Join(names, ", ")+more+".")
}

// warn adds a warning if the dates with slashes fit month first and day first.
func (r *usageReader) warn() {
	if r.ambiguous == "" || r.certain {
		return
	}
	day, _ := parseUsageDate(r.ambiguous)
	r.p.warnings = append(r.p.warnings, r.list.file+": dates such as "+r.ambiguous+
		" fit month first and day first. They are read month first: "+r.ambiguous+" is "+day.on.String()+".")
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
	first := map[string]int{} // the columns by their names without case
	for i, name := range header {
		name = strings.TrimSpace(name)
		if other, twice := first[strings.ToLower(name)]; twice && name != "" {
			line, column := r.csv.FieldPos(i)
			return &Fault{
				File: r.list.file, Line: line, Column: column, Path: name,
				Reason: "the column is given twice: it is column " + strconv.Itoa(other+1) + " and column " + strconv.Itoa(i+1),
			}
		}
		first[strings.ToLower(name)] = i
	}
	for _, name := range usageColumns() {
		i, found := first[strings.ToLower(name)]
		if !found {
			line, column := 1, 1
			if len(header) > 0 {
				line, column = r.csv.FieldPos(0)
			}
			reason := "the column " + name + " is missing"
			if len(header) == 1 {
				reason += ": a comma or a semicolon must separate the columns"
			}
			return &Fault{File: r.list.file, Line: line, Column: column, Reason: reason}
		}
		r.column[name] = i
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
	r.noteDate(from)
	in, err := r.readMonth()
	if err != nil {
		return r.wrong(columnMonth, err.Error())
	}
	id, workload := norm.NFC.String(r.value(columnClaim)), norm.NFC.String(r.value(columnWorkload))
	if reason := nameFault(id); reason != "" {
		return r.wrong(columnClaim, reason)
	}
	if reason := nameFault(workload); reason != "" {
		return r.wrong(columnWorkload, reason)
	}
	return r.merge(id, tenant, partner, from, in, cpor.Unit{Name: r.name(workload)})
}

// noteDate records whether a date with slashes fits month first only, or day first
// too.
func (r *usageReader) noteDate(d usageDate) {
	switch {
	case d.form != monthFirst || d.on.IsZero():
	case d.on.Day() > int(time.December):
		r.certain = true
	case d.on.Day() != int(d.on.Month()) && r.ambiguous == "":
		r.ambiguous = strings.Clone(r.value(columnFrom))
	}
}

// readMonth returns the month of the current row. It is unknown if the column is empty
// or holds a placeholder.
func (r *usageReader) readMonth() (month, error) {
	text := r.value(columnMonth)
	if text == "" {
		return 0, nil
	}
	if t, err := time.Parse("2006-01", text); err == nil {
		text = t.Format(time.DateOnly)
	}
	date, err := parseUsageDate(text)
	if err != nil || date.on.IsZero() {
		return 0, err
	}
	return monthOf(date.on), nil
}

// merge adds a row to its claim.
func (r *usageReader) merge(id string, tenant cpor.TenantID, partner cpor.PartnerID, from usageDate, in month, unit cpor.Unit) error {
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
			Partner: partner,
		})
	}
	c, f := &r.p.claims[number], r.p.filed[number].usage
	switch {
	case c.Tenant != tenant:
		return r.wrong(columnTenant, "claim "+id+" has the tenant "+c.Tenant.String()+" in an earlier row")
	case c.Partner != partner:
		return r.wrong(columnPartner, "claim "+id+" has the partner "+c.Partner.String()+" in an earlier row")
	case !from.on.IsZero() && f.form != 0 && f.form != from.form:
		return r.wrong(columnFrom, "claim "+id+" has dates "+f.form.String()+" in an earlier row, and this date is "+from.form.String())
	}
	r.associate(c, f, from)
	f.month, r.month = max(f.month, in), max(r.month, in)
	if !slices.Contains(c.Units, unit) {
		c.Units = append(c.Units, unit)
	}
	return nil
}

// associate sets the earliest and the latest date of a claim. A placeholder changes
// neither.
func (r *usageReader) associate(c *cpor.Claim, f *association, from usageDate) {
	if from.on.IsZero() {
		return
	}
	f.form = from.form
	if c.Approved.IsZero() || from.on.Before(c.Approved) {
		c.Approved = from.on
	}
	if f.latest.IsZero() || from.on.After(f.latest) {
		line, column := r.csv.FieldPos(r.column[columnFrom])
		f.latest, f.line, f.column = from.on, int32(line), int32(column)
	}
}

// add appends a claim and returns its index.
func (r *usageReader) add(c cpor.Claim) int32 {
	number := int32(len(r.p.claims))
	line, column := r.csv.FieldPos(r.column[columnClaim])
	r.ids[c.ID] = number
	r.p.claims = append(r.p.claims, c)
	r.p.filed = append(r.p.filed, filedClaim{place: place{r.list, int32(line), int32(column), number - r.first}, usage: &association{}})
	return number
}

// A usageForm is the form of a date in a usage report.
type usageForm uint8

// The forms.
const (
	yearFirst  usageForm = 1 + iota // 2023-08-11, with or without a time of day
	monthFirst                      // 8/11/2023, with or without a time of day
)

func (f usageForm) String() string {
	if f == monthFirst {
		return "with slashes"
	}
	return "with the year first"
}

// A usageDate is a date in a usage report. A placeholder is the zero Date (INP-04).
type usageDate struct {
	on   calendar.Date
	form usageForm
}

const usageForms = "want a date such as 2023-08-11, 2023-08-11T10:20:30Z, 2023-08-11 10:20:30, " +
	"or with the month first 8/11/2023 or 8/11/2023 10:20:30 AM"

// parseUsageDate parses the day of a date in one of the forms in usageForms. The
// documentation of the report does not specify the form.
func parseUsageDate(text string) (usageDate, error) {
	for _, layout := range []struct {
		text string
		form usageForm
	}{
		{time.DateOnly, yearFirst},
		{"1/2/2006", monthFirst},
		{time.RFC3339, yearFirst},
		{"2006-01-02T15:04:05", yearFirst},
		{time.DateTime, yearFirst},
		{"1/2/2006 3:04:05 PM", monthFirst},
	} {
		t, err := time.Parse(layout.text, text)
		if err != nil {
			continue
		}
		day, err := calendar.NewDate(t.Year(), t.Month(), t.Day())
		if isPlaceholder(day) {
			day = calendar.Date{}
		}
		return usageDate{day, layout.form}, err
	}
	return usageDate{}, usageDateError(text)
}

// usageDateError returns the error for a date that cannot be read.
func usageDateError(text string) error {
	date, _, _ := strings.Cut(text, " ")
	if _, err := time.Parse("2/1/2006", date); err == nil {
		month, _, _ := strings.Cut(date, "/")
		return errors.New(strconv.Quote(shortened(text)) + ": " + month + " is not a month: this date is day first, but dates with slashes are read month first")
	}
	_, err := calendar.ParseDate(text)
	var parse *partnerrules.InputError
	if strings.Count(date, "-") == 2 && errors.As(err, &parse) {
		return err // such as a day that does not exist
	}
	return errors.New(strconv.Quote(shortened(text)) + ": " + usageForms)
}

// shortened returns at most 40 bytes of a text, cut between characters (INP-08).
func shortened(text string) string {
	const most = 40
	if len(text) <= most {
		return text
	}
	return strings.ToValidUTF8(text[:most], "") + "..."
}
