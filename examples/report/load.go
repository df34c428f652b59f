package main

import (
	"io"
	"os"
	"strings"

	"github.com/partnerrules/partnerrules/examples/internal/portfolio"
	"github.com/partnerrules/partnerrules/examples/portfolio/sample"
)

// load reads all input.
func (o options) load(stdin io.Reader) (*portfolio.Portfolio, error) {
	p, err := o.loadInput(portfolio.Loader{KeepGoing: o.keepGoing}, stdin)
	if err != nil || o.usage == "" {
		return p, err
	}
	file, err := os.Open(o.usage)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return p, p.AddUsage(o.usage, file)
}

// loadInput reads the sample, the standard input, a folder or a file.
func (o options) loadInput(l portfolio.Loader, stdin io.Reader) (*portfolio.Portfolio, error) {
	switch o.input {
	case "":
		return l.Load(sample.Folder)
	case "-":
		return l.LoadFile("standard input", stdin)
	}
	info, err := os.Stat(o.input)
	if err != nil {
		return nil, err
	}
	if info.IsDir() {
		l.Name = strings.TrimSuffix(o.input, "/")
		return l.Load(os.DirFS(o.input))
	}
	file, err := os.Open(o.input)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return l.LoadFile(o.input, file)
}
