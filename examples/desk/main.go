// Desk keeps a live index of association claims. It reads a table with a row for each
// new or changed claim, and writes its next step, the deadline and the conflicts:
//
//	go run ./examples/desk -on 2024-06-14 < examples/desk/testdata/claims.csv
package main

import (
	"encoding/csv"
	"flag"
	"fmt"
	"io"
	"log"
	"os"
	"time"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/cpor"
)

// A Row is a claim, with the day on which it came to its status. The columns of the
// table have the names of the members in JSON.
type Row struct {
	cpor.Claim
	Since calendar.Date `json:"since"`
	Unit  string        `json:"unit"` // the product or workload
}

func main() {
	today := calendar.DateIn(time.Now(), time.UTC)
	flag.TextVar(&today, "on", today, "the `day` to judge by")
	flag.Parse()
	if err := follow(os.Stdin, os.Stdout, today); err != nil {
		log.Fatal(err)
	}
}

// follow keeps an index of the claims of a table, and writes what follows from each row.
func follow(in io.Reader, out io.Writer, today calendar.Date) error {
	table, err := csv.NewReader(in).ReadAll()
	if err != nil {
		return err
	}
	index := cpor.NewIndex()
	for n := 1; n < len(table); n++ { // row 0 is the header
		row, err := partnerrules.DecodeRow[Row](table[0], table[n])
		if err != nil {
			return fmt.Errorf("row %d: %w", n, err)
		}
		row.Units = []cpor.Unit{{Name: row.Unit}}
		if _, err := index.Put(row.Claim); err != nil { // replaces a claim with the same ID
			return err
		}
		conflicts, err := index.Conflicts(row.Claim)
		if err != nil {
			return err
		}
		state := cpor.ClaimState{Status: row.Status, Since: row.Since, Begins: row.Begins}
		next, err := cpor.NextDeadline(state, today, calendar.BusinessCalendar{}) // no holidays
		if err != nil {
			return fmt.Errorf("claim %s: %w", row.ID, err)
		}
		fmt.Fprintln(out, row.ID+":", next.Task.Message(), next.Through.Format("By 2 Jan 2006."), next.Timing.Message())
		for _, pair := range conflicts {
			fmt.Fprintf(out, "- %s and %s: %s\n", pair.First, pair.Second, pair.Relation.Message())
		}
	}
	return nil
}
