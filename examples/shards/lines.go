package main

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"os"

	"github.com/partnerrules/partnerrules"
)

const longestLine = 1 << 20

// linePieces divides a JSONL file by bytes. A line belongs to the piece in which it
// begins.
func linePieces(in input, size int64) ([]piece, error) {
	var all []piece
	for from := int64(0); from < in.Size; from += size {
		all = append(all, piece{in, from, min(from+size, in.Size)})
	}
	return all, nil
}

// readLines reads the claims of a JSONL file, one a line. It skips blank lines.
func readLines(p piece, receive receiver) error {
	file, err := os.Open(p.input.Path)
	if err != nil {
		return err
	}
	defer file.Close()
	lines, at, err := openLines(file, p.from)
	var parser parser
	for n := int64(1); err == nil && at < p.to; n++ {
		var line []byte
		line, err = lines.ReadSlice('\n')
		at += int64(len(line))
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			return receive(n, nil, &partnerrules.InputError{Reason: "line longer than 1 MB"})
		case err != nil && err != io.EOF:
			return err
		case len(bytes.TrimSpace(line)) == 0:
			continue
		}
		c, bad := parser.line(line)
		if err := receive(n, &c, bad); err != nil {
			return err
		}
	}
	if err == io.EOF {
		return nil
	}
	return err
}

// openLines returns a reader at the first line that begins at from or later, and the
// offset of that line.
func openLines(file io.ReadSeeker, from int64) (*bufio.Reader, int64, error) {
	lines := bufio.NewReaderSize(file, longestLine)
	if from == 0 {
		return lines, 0, nil
	}
	at := from - 1
	if _, err := file.Seek(at, io.SeekStart); err != nil {
		return nil, 0, err
	}
	for {
		rest, err := lines.ReadSlice('\n')
		at += int64(len(rest))
		if !errors.Is(err, bufio.ErrBufferFull) {
			return lines, at, err
		}
	}
}

// linesBefore returns how many lines begin before the piece.
func linesBefore(p piece) (n int64, err error) {
	if p.from == 0 {
		return 0, nil
	}
	file, err := os.Open(p.input.Path)
	if err != nil {
		return 0, err
	}
	defer file.Close()
	before, b := io.LimitReader(file, p.from-1), make([]byte, bufferSize)
	for n = 1; ; {
		read, err := before.Read(b)
		n += int64(bytes.Count(b[:read], []byte{'\n'}))
		if err == io.EOF {
			return n, nil
		}
		if err != nil {
			return 0, err
		}
	}
}
