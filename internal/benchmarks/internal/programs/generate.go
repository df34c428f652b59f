package programs

import (
	"bufio"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"time"
)

// products are the names of units.
var products = [...]string{"Dynamics 365 Sales", "Dynamics 365 Finance", "Dynamics 365 Field Service", "Dynamics 365 Commerce"}

// A filed is a generated claim. It is approved and holds about a year within six years.
// There are five claims for a product of a tenant.
type filed struct {
	number, tenant int
	product        string
	begins         time.Time
	days           int
}

// each calls write for n claims in random order, always the same.
func each(n int, write func(filed) error) error {
	random := rand.New(rand.NewPCG(7, 8))
	for i := range n {
		f := filed{
			number: i, tenant: random.IntN(max(1, n/20)), product: products[random.IntN(len(products))],
			begins: time.Date(2018, time.January, 1+random.IntN(1700), 0, 0, 0, 0, time.UTC), days: 265 + random.IntN(200),
		}
		if err := write(f); err != nil {
			return err
		}
	}
	return nil
}

// day returns the day a number of days after the claim begins.
func (f filed) day(after int) string { return f.begins.AddDate(0, 0, after).Format(time.DateOnly) }

// head writes what both forms of a claim have in common.
func (f filed) head(w io.Writer) {
	fmt.Fprintf(w, `{"id": "CL-%08d", "tenant": "%08x-0000-4000-8000-000000000001", "area": "business-applications", "activities": ["usage"], `+
		`"partner": "%d", "company": "%d", "units": [{"name": "%s"}], "ends": "%s", `,
		f.number, f.tenant, 9_100_000+f.number%5000, 9_000_000+f.number%1000, f.product, f.day(f.days))
}

// writeHistories writes claims.json: a list of claims with the steps of their history.
func writeHistories(file string, n int) error {
	return writeFile(file, func(w io.Writer) error {
		separator := "[\n"
		err := each(n, func(f filed) error {
			io.WriteString(w, separator)
			f.head(w)
			_, err := fmt.Fprintf(w, `"history": [{"status": "editing", "on": "%s"}, {"status": "submitted", "on": "%s"}, `+
				`{"status": "under-review", "on": "%s"}, {"status": "approved", "on": "%s"}]}`, f.day(0), f.day(1), f.day(2), f.day(6))
			separator = ",\n"
			return err
		})
		if err != nil {
			return err
		}
		_, err = io.WriteString(w, "\n]\n")
		return err
	})
}

// writeLines writes claims as cpor.Claim, one a line.
func writeLines(file string, n int) error {
	return writeFile(file, func(w io.Writer) error {
		return each(n, func(f filed) error {
			f.head(w)
			_, err := fmt.Fprintf(w, `"status": "approved", "begins": "%s", "submitted": "%s", "approved": "%s"}`+"\n", f.day(0), f.day(1), f.day(6))
			return err
		})
	})
}

func writeFile(file string, write func(io.Writer) error) error {
	f, err := os.Create(file)
	if err != nil {
		return err
	}
	defer f.Close()
	w := bufio.NewWriterSize(f, 1<<20)
	if err := write(w); err != nil {
		return err
	}
	if err := w.Flush(); err != nil {
		return err
	}
	return f.Close()
}
