package portfolio

import (
	"io"
	"io/fs"
)

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
