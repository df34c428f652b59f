package portfolio

import (
	"bufio"
	"errors"
	"io"
	"strings"

	"github.com/partnerrules/partnerrules/calendar"
)

// readHolidays reads a date a line. What follows a # is a comment.
func (r *reading) readHolidays(name string, in io.Reader) error {
	var holidays []calendar.Date
	lines := bufio.NewScanner(in)
	for number := 1; lines.Scan(); number++ {
		text, _, _ := strings.Cut(lines.Text(), "#")
		if text = strings.TrimPrefix(text, byteOrderMark); strings.TrimSpace(text) == "" {
			continue
		}
		day, err := calendar.ParseDate(strings.TrimSpace(text))
		if err == nil {
			holidays = append(holidays, day)
			continue
		}
		column := 1 + len(text) - len(strings.TrimLeft(text, " \t"))
		if err := r.fault(&Fault{File: name, Line: number, Column: column, Reason: dateReason(err)}); err != nil {
			return err
		}
	}
	if err := lines.Err(); err != nil {
		return r.broken(name, err)
	}
	days, err := calendar.NewBusinessCalendar(calendar.SaturdaySunday, holidays...)
	if err != nil {
		return r.broken(name, err)
	}
	r.p.days = days
	return nil
}

// dateReason says what is wrong with a date, and how one is written.
func dateReason(err error) string {
	var parse *calendar.ParseError
	if errors.As(err, &parse) {
		return "want a date, as in 2024-12-25: " + parse.Reason
	}
	return err.Error()
}
