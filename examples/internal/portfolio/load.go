package portfolio

import (
	"bufio"
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

// The files and folders of a partner's folder.
const (
	companiesFile      = "companies.json"
	customersFile      = "customers.json"
	claimsFile         = "claims.json"
	usageFile          = "usage.csv"
	holidaysFile       = "holidays.txt"
	attestationsFolder = "attestations"
	directFolder       = "direct"
)

// Load reads the folder of a partner: see [Loader.Load].
func Load(folder fs.FS) (*Portfolio, error) { return Loader{}.Load(folder) }

// LoadFile reads a single file: see [Loader.LoadFile].
func LoadFile(name string, r io.Reader) (*Portfolio, error) { return Loader{}.LoadFile(name, r) }

// A Loader says how to read. The zero value stops at the first fault.
type Loader struct {
	// Name is that of the folder, which stands before those of its files in
	// faults.
	Name string

	// KeepGoing leaves out what is at fault, and reads and judges the rest: the
	// company, the customer, the claim or the row in which the fault lies, or
	// the whole file if its form is broken. [Report.Faults] lists all of them.
	KeepGoing bool

	// Progress, if it is not nil, is told now and then how much of a file has
	// been read.
	Progress func(Progress)
}

// A Progress says how far the reading of a file has come.
type Progress struct {
	File string
	Read int64 // in bytes
	Size int64 // 0 if it is not known
	Done bool
}

// Load reads a folder with any of these: companies.json, customers.json,
// claims.json, usage.csv and holidays.txt; attestations and direct with a file
// for each customer. Files of other names are told by [Report.Notes]. A fault is
// a [*Fault].
func (l Loader) Load(folder fs.FS) (*Portfolio, error) {
	entries, err := fs.ReadDir(folder, ".")
	if err != nil {
		return nil, err
	}
	r := newReading(l, &Portfolio{loader: l})
	r.folder = folder
	if !r.recognise(entries) {
		return nil, &Fault{File: cmp.Or(l.Name, "the folder"), Reason: "holds nothing that is known: looked for are companies.json, customers.json, " +
			"claims.json, usage.csv, holidays.txt, and folders attestations and direct"}
	}
	for _, read := range []func() error{r.companies, r.customers, r.attestations, r.direct, r.claims, r.usage, r.holidays} {
		if err := read(); err != nil {
			return nil, err
		}
	}
	return r.p, nil
}

// LoadFile reads a single file, which has the form of companies.json. The name
// is for faults only, each of which is a [*Fault].
func (l Loader) LoadFile(name string, in io.Reader) (*Portfolio, error) {
	r := newReading(l, &Portfolio{loader: l})
	return r.p, r.readCompanies(name, r.watch(name, in))
}

// AddUsage reads a CPOR usage report. The name is for faults only, each of which
// is a [*Fault].
func (p *Portfolio) AddUsage(name string, in io.Reader) error {
	r := newReading(p.loader, p)
	return r.readUsage(name, r.watch(name, in))
}

// A reading is a portfolio that is being read.
type reading struct {
	Loader
	folder   fs.FS
	p        *Portfolio
	tenants  map[cpor.TenantID]int       // the numbers of the customers
	ids      map[string]int32            // the numbers of the claims
	partners map[cpor.PartnerID]employer // the companies of locations
	names    map[string]string           // of units, each kept once
}

// An employer is the company of a partner's location, and the claim that says
// so.
type employer struct {
	company cpor.PartnerID
	claim   int32
}

// newReading goes on with what has been read so far.
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

// recognise notes the names that are not read, and reports whether there is one
// that is.
func (r *reading) recognise(entries []fs.DirEntry) bool {
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

// note says that a file is not read, unless it is one of those that stand in
// folders for other reasons: hidden files, texts to read and source code.
func (r *reading) note(name string) {
	base := path.Base(name)
	if strings.HasPrefix(base, ".") || strings.HasPrefix(base, "README") || path.Ext(base) == ".go" {
		return
	}
	r.p.notes = append(r.p.notes, path.Join(r.Name, name)+" is not read: its name is not one that is known.")
}

// open opens a file of the folder that may not be there. Then both are nil.
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

// read lets a file of the folder be read, if it is there.
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

// fault notes a fault. It returns it unless reading goes on.
func (r *reading) fault(f *Fault) error {
	r.p.faults = append(r.p.faults, f)
	if r.KeepGoing {
		return nil
	}
	return f
}

// broken notes that reading a file failed.
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

// faults notes the faults of a tree. It returns the first unless reading goes on.
func (r *reading) faults(root *strictjson.Node) error {
	for _, f := range root.Errs() {
		if err := r.fault((*Fault)(f)); err != nil {
			return err
		}
	}
	return nil
}

// tree reads a JSON file as a tree.
func (r *reading) tree(name string, in io.Reader, read func(root *strictjson.Node)) error {
	root, err := strictjson.Parse(name, in)
	if err != nil {
		return r.broken(name, err)
	}
	read(root)
	return r.faults(root)
}

// readCompanies reads a file with companies, and perhaps customers and claims.
func (r *reading) readCompanies(name string, in io.Reader) error {
	return r.tree(name, in, func(root *strictjson.Node) {
		members := root.Object()
		r.p.on = strictjson.Read[calendar.Date](members.Optional("on"))
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

// Open reads what a command line names: a folder, a file, "-" for the standard
// input, or nothing for the folder that ships with the program; and beside it a
// usage report, if one is named.
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

// progressStep is how many bytes are read between two looks at the progress.
const progressStep = 1 << 20

// watch lets the progress of a file be told as it is read.
func (r *reading) watch(name string, in io.Reader) io.Reader {
	if r.Progress == nil {
		return in
	}
	w := &watched{in: in, tell: r.Progress, at: Progress{File: name}}
	if file, isFile := in.(fs.File); isFile {
		if info, err := file.Stat(); err == nil {
			w.at.Size = info.Size()
		}
	}
	return w
}

// A watched is a reader whose progress is told.
type watched struct {
	in   io.Reader
	tell func(Progress)
	at   Progress
	told int64
}

func (w *watched) Read(p []byte) (int, error) {
	n, err := w.in.Read(p)
	w.at.Read += int64(n)
	if w.at.Done = err == io.EOF; w.at.Done || w.at.Read-w.told >= progressStep {
		w.told = w.at.Read
		w.tell(w.at)
	}
	return n, err
}

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
	var parse *partnerrules.ParseError
	if errors.As(err, &parse) {
		return "want a date, as in 2024-12-25: " + parse.Reason
	}
	return err.Error()
}
