package portfolio

import (
	"cmp"
	"errors"
	"io"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/cpor"
	"github.com/partnerrules/partnerrules/examples/internal/strictjson"
)

// The names of the files and folders in a partner's folder.
const (
	companiesFile      = "companies.json"
	customersFile      = "customers.json"
	claimsFile         = "claims.json"
	usageFile          = "usage.csv"
	holidaysFile       = "holidays.txt"
	attestationsFolder = "attestations"
	directFolder       = "direct"
)

// Load reads the folder of a partner with the zero Loader. See [Loader.Load].
func Load(folder fs.FS) (*Portfolio, error) { return Loader{}.Load(folder) }

// LoadFile reads a single file with the zero Loader. See [Loader.LoadFile].
func LoadFile(name string, r io.Reader) (*Portfolio, error) { return Loader{}.LoadFile(name, r) }

// A Loader reads the files of a partner. The zero Loader stops at the first fault.
type Loader struct {
	// Name is the name of the folder. Faults show it before the file name.
	Name string

	// KeepGoing reports whether to continue after a fault. The company, customer,
	// claim or row with the fault is left out, or the whole file if it cannot be
	// parsed. [Report.Faults] lists all faults.
	KeepGoing bool

	// Progress is called after each mebibyte of a file, and at its end. It may be
	// nil.
	Progress func(Progress)
}

// A Progress is the progress of reading a file.
type Progress struct {
	File string
	Read int64 // in bytes
	Size int64 // 0 if unknown
	Done bool
}

// Load reads a folder with any of these files: companies.json, customers.json,
// claims.json, usage.csv and holidays.txt. The folders attestations and direct
// have a file for each customer. [Report.Notes] lists files with other names. Load
// returns a [*Fault] if a file is invalid.
func (l Loader) Load(folder fs.FS) (*Portfolio, error) {
	entries, err := fs.ReadDir(folder, ".")
	if err != nil {
		return nil, err
	}
	r := newReading(l, &Portfolio{loader: l})
	r.folder = folder
	if !r.recognize(entries) {
		return nil, &Fault{File: cmp.Or(l.Name, "the folder"), Reason: "contains none of these: companies.json, customers.json, claims.json, usage.csv, " +
			"holidays.txt, and the folders attestations and direct"}
	}
	for _, read := range []func() error{r.companies, r.customers, r.attestations, r.direct, r.claims, r.usage, r.holidays} {
		if err := read(); err != nil {
			return nil, err
		}
	}
	return r.p, nil
}

// LoadFile reads a single file with the structure of companies.json. Only faults
// use the name. It returns a [*Fault] if the file is invalid.
func (l Loader) LoadFile(name string, in io.Reader) (*Portfolio, error) {
	r := newReading(l, &Portfolio{loader: l})
	return r.p, r.readCompanies(name, r.watch(name, in))
}

// AddUsage reads a CPOR usage report and adds its claims. Only faults use the
// name. It returns a [*Fault] if the report is invalid.
func (p *Portfolio) AddUsage(name string, in io.Reader) error {
	r := newReading(p.loader, p)
	return r.readUsage(name, r.watch(name, in))
}

// A reading is the state of a loader while it reads.
type reading struct {
	Loader
	folder   fs.FS
	p        *Portfolio
	tenants  map[cpor.TenantID]int       // the indexes of the customers
	ids      map[string]int32            // the indexes of the claims
	partners map[cpor.PartnerID]employer // the companies of locations
	names    map[string]string           // of units, stored once each
	steps    []cpor.Step                 // of the current claim
	size     int64                       // of the current file; 0 if unknown
}

// An employer is the company of a partner's location, with the index of the claim
// that states it.
type employer struct {
	company cpor.PartnerID
	claim   int32
}

// newReading returns a reading that adds to p.
func newReading(l Loader, p *Portfolio) *reading {
	r := &reading{
		Loader: l, p: p, tenants: map[cpor.TenantID]int{}, ids: map[string]int32{},
		partners: map[cpor.PartnerID]employer{}, names: map[string]string{},
	}
	for i := range p.claims {
		r.ids[p.claims[i].ID] = int32(i)
	}
	return r
}

// recognize adds a note for each file that is ignored. It reports whether the
// folder has a known file.
func (r *reading) recognize(entries []fs.DirEntry) bool {
	known := []string{companiesFile, customersFile, claimsFile, usageFile, holidaysFile, attestationsFolder, directFolder}
	found := false
	for _, entry := range entries {
		if slices.Contains(known, entry.Name()) {
			found = true
			continue
		}
		r.note(entry.Name())
	}
	return found
}

// note adds a note that a file is ignored. Hidden files, READMEs and source code
// get no note.
func (r *reading) note(name string) {
	base := path.Base(name)
	if strings.HasPrefix(base, ".") || strings.HasPrefix(base, "README") || path.Ext(base) == ".go" {
		return
	}
	r.p.notes = append(r.p.notes, path.Join(r.Name, name)+" is ignored: unknown file name.")
}

// open opens a file of the folder. If the file is missing it returns nil, nil.
func (r *reading) open(name string) (fs.File, error) {
	file, err := r.folder.Open(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, nil
	case err != nil:
		return nil, r.fault(&Fault{File: path.Join(r.Name, name), Reason: err.Error()})
	}
	return file, nil
}

// read calls read with a file of the folder, if the file exists.
func (r *reading) read(name string, read func(name string, in io.Reader) error) error {
	file, err := r.open(name)
	if file == nil {
		return err
	}
	defer file.Close()
	name = path.Join(r.Name, name)
	return read(name, r.watch(name, file))
}

func (r *reading) companies() error { return r.read(companiesFile, r.readCompanies) }
func (r *reading) customers() error { return r.read(customersFile, r.readCustomers) }
func (r *reading) claims() error    { return r.read(claimsFile, r.readClaims) }
func (r *reading) usage() error     { return r.read(usageFile, r.readUsage) }
func (r *reading) holidays() error  { return r.read(holidaysFile, r.readHolidays) }

// fault records a fault. It returns the fault unless KeepGoing is set.
func (r *reading) fault(f *Fault) error {
	r.p.faults = append(r.p.faults, f)
	if r.KeepGoing {
		return nil
	}
	return f
}

// broken records an error of reading a file as a fault.
func (r *reading) broken(name string, err error) error {
	var fault *Fault
	var form *strictjson.Error
	switch {
	case errors.As(err, &fault):
	case errors.As(err, &form):
		fault = (*Fault)(form)
	default:
		fault = &Fault{File: name, Reason: err.Error()}
	}
	return r.fault(fault)
}

// faults records the faults of a tree. It returns the first fault unless KeepGoing
// is set.
func (r *reading) faults(root *strictjson.Node) error {
	for _, f := range root.Errs() {
		if err := r.fault((*Fault)(f)); err != nil {
			return err
		}
	}
	return nil
}

// tree parses a JSON file and calls read with its root.
func (r *reading) tree(name string, in io.Reader, read func(root *strictjson.Node)) error {
	root, err := strictjson.Parse(name, in)
	if err != nil {
		return r.broken(name, err)
	}
	read(root)
	return r.faults(root)
}

// readCompanies reads a file of companies, which may contain customers and claims.
func (r *reading) readCompanies(name string, in io.Reader) error {
	return r.tree(name, in, func(root *strictjson.Node) {
		members := root.Object()
		r.p.on = readDate(members.Optional("on"))
		for _, node := range members.Required("companies").List() {
			if c := readCompany(node); !node.Faulty() {
				r.p.companies = append(r.p.companies, c)
			}
		}
		r.addCustomers(members.Optional("customers"), false)
		list := &source{name, "claims"}
		for i, node := range members.Optional("claims").List() {
			r.addClaim(node, placeOf(list, i, node))
		}
		members.End()
	})
}

// Open reads the input that the command line names: a folder, a file, or "-" for
// the standard input. If name is empty it reads shipped. It then adds the usage
// report, unless usage is empty.
func (l Loader) Open(name, usage string, stdin io.Reader, shipped fs.FS) (*Portfolio, error) {
	p, err := l.open(name, stdin, shipped)
	if err != nil || usage == "" {
		return p, err
	}
	file, err := os.Open(usage)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return p, p.AddUsage(usage, file)
}

func (l Loader) open(name string, stdin io.Reader, shipped fs.FS) (*Portfolio, error) {
	switch name {
	case "":
		return l.Load(shipped)
	case "-":
		return l.LoadFile("standard input", stdin)
	}
	info, err := os.Stat(name)
	if err != nil {
		return nil, err
	}
	if info.IsDir() {
		l.Name = strings.TrimSuffix(name, "/")
		return l.Load(os.DirFS(name))
	}
	file, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return l.LoadFile(name, file)
}

// progressStep is the number of bytes between two calls of Progress.
const progressStep = 1 << 20

// watch returns a reader that reports progress while it reads in. It sets the size.
func (r *reading) watch(name string, in io.Reader) io.Reader {
	r.size = 0
	if file, isFile := in.(fs.File); isFile {
		if info, err := file.Stat(); err == nil {
			r.size = info.Size()
		}
	}
	if r.Progress == nil {
		return in
	}
	return &watched{in: in, report: r.Progress, at: Progress{File: name, Size: r.size}}
}

// A watched is a reader that reports its progress.
type watched struct {
	in       io.Reader
	report   func(Progress)
	at       Progress
	reported int64
}

func (w *watched) Read(p []byte) (int, error) {
	n, err := w.in.Read(p)
	w.at.Read += int64(n)
	if w.at.Done = err == io.EOF; w.at.Done || w.at.Read-w.reported >= progressStep {
		w.reported = w.at.Read
		w.report(w.at)
	}
	return n, err
}

// readHolidays reads one date a line. A # starts a comment. A date may be given twice.
func (r *reading) readHolidays(name string, in io.Reader) error {
	all, err := io.ReadAll(utf8Text(name, in))
	if err != nil {
		return r.broken(name, err)
	}
	var holidays []calendar.Date
	number := 0
	for line := range strings.Lines(string(all)) {
		number++
		text, _, _ := strings.Cut(line, "#")
		if strings.TrimSpace(text) == "" {
			continue
		}
		day, err := calendar.ParseDate(strings.TrimSpace(text))
		reason := ""
		switch {
		case err != nil:
			reason = dateReason(err)
		case isPlaceholder(day):
			reason = day.String() + " is a placeholder for a missing date: leave the line out"
		default:
			holidays = append(holidays, day)
			continue
		}
		column := 1 + len(text) - len(strings.TrimLeft(text, " \t"))
		if err := r.fault(&Fault{File: name, Line: number, Column: column, Reason: reason}); err != nil {
			return err
		}
	}
	days, err := calendar.NewBusinessCalendar(calendar.SaturdaySunday, holidays...)
	if err != nil {
		return r.broken(name, err)
	}
	r.p.days = days
	return nil
}

// dateReason returns the text of an error about a date, with an example of a date.
func dateReason(err error) string {
	var parse *partnerrules.InputError
	if errors.As(err, &parse) {
		return "want a date, as in 2024-12-25: " + parse.Reason
	}
	return err.Error()
}
