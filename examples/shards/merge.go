package main

import (
	"bufio"
	"bytes"
	"container/heap"
	"encoding/binary"
	"errors"
	"io"
	"os"
	"slices"
)

// merge writes the pairs of all files to the output, in the order of their keys.
func (r *run) merge(names []string) error {
	r.progress.begin("merge", "pairs", 1)
	defer r.progress.finish()
	buffer := min(bufferSize, max(4<<10, int(r.memory)/4/len(names)))
	return r.folder.replace(r.output, func(w io.Writer) (err error) {
		var streams pairHeap
		defer func() {
			for _, s := range streams {
				err = errors.Join(err, s.file.Close())
			}
		}()
		for _, name := range names {
			s, err := openPairs(r.folder.name(name), buffer)
			if err != nil {
				return err
			}
			streams = append(streams, s)
			if err := s.next(); err != nil && err != io.EOF {
				return err
			}
		}
		return r.mergeStreams(slices.Clone(streams), w)
	})
}

// mergeStreams writes the pairs of streams whose first pair has been read. A stream
// without pairs has no key.
func (r *run) mergeStreams(h pairHeap, w io.Writer) error {
	h = slices.DeleteFunc(h, func(s *pairStream) bool { return len(s.key) == 0 })
	heap.Init(&h)
	n := int64(0)
	for ; len(h) > 0; n++ {
		if _, err := w.Write(h[0].line); err != nil {
			return err
		}
		if n%shown == shown-1 {
			r.progress.add(shown)
		}
		switch err := h[0].next(); err {
		case nil:
			heap.Fix(&h, 0)
		case io.EOF:
			heap.Pop(&h)
		default:
			return err
		}
	}
	r.progress.add(n % shown)
	return nil
}

// A pairStream is a file of pairs that is being read.
type pairStream struct {
	file      *os.File
	from      *bufio.Reader
	key, line []byte // of the next pair
}

// openPairs opens a file of pairs.
func openPairs(path string, buffer int) (*pairStream, error) {
	file, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	return &pairStream{file: file, from: bufio.NewReaderSize(file, buffer)}, nil
}

// next reads the next pair. At the end it returns [io.EOF].
func (s *pairStream) next() (err error) {
	if s.key, err = readText(s.from, s.key); err != nil {
		return err
	}
	s.line, err = readText(s.from, s.line)
	if err == io.EOF {
		return errDamaged
	}
	return err
}

// readText reads a text that follows its length, into b if there is room.
func readText(from *bufio.Reader, b []byte) ([]byte, error) {
	n, err := binary.ReadUvarint(from)
	if err != nil {
		return b, err
	}
	if uint64(cap(b)) < n {
		b = make([]byte, n)
	}
	b = b[:n]
	if _, err := io.ReadFull(from, b); err != nil {
		return b, errDamaged
	}
	return b, nil
}

// A pairHeap has the stream with the smallest key first.
type pairHeap []*pairStream

func (h pairHeap) Len() int           { return len(h) }
func (h pairHeap) Less(i, j int) bool { return bytes.Compare(h[i].key, h[j].key) < 0 }
func (h pairHeap) Swap(i, j int)      { h[i], h[j] = h[j], h[i] }
func (h *pairHeap) Push(x any)        { *h = append(*h, x.(*pairStream)) }

// Pop implements [heap.Interface].
func (h *pairHeap) Pop() any {
	last := len(*h) - 1
	s := (*h)[last]
	*h = (*h)[:last]
	return s
}
