package portfolio

import (
	"io"
	"io/fs"
	"os"
	"strings"
)

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
