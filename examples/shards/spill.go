package main

import (
	"cmp"
	"encoding/binary"
	"encoding/json"
	"io"
	"os"
	"slices"
	"sort"
)

// A spill file holds records in numbered slots. While it is written, the records of each
// slot collect in memory, and go to the file as a segment when all slots together are
// large. An index of the segments is at the end, behind it its length in 8 bytes.

// A segment is a run of records of one slot.
type segment struct {
	Slot   int   `json:"slot"`
	Offset int64 `json:"offset"`
	size
}

// A size is the size of records.
type size struct {
	Bytes  int64 `json:"bytes"`
	Claims int64 `json:"claims"` // the number of records
	Units  int64 `json:"units"`
}

func (s size) plus(t size) size {
	return size{s.Bytes + t.Bytes, s.Claims + t.Claims, s.Units + t.Units}
}

// An index holds the segments of a spill file, by slot.
type index []segment

// of returns the segments of a slot.
func (x index) of(slot int) index {
	from, _ := slices.BinarySearchFunc(x, slot, func(s segment, slot int) int { return cmp.Compare(s.Slot, slot) })
	to := from + sort.Search(len(x)-from, func(i int) bool { return x[from+i].Slot > slot })
	return x[from:to]
}

// A spiller writes a spill file.
type spiller struct {
	to     io.Writer
	limit  int // of bytes in memory
	held   int
	offset int64
	slots  []slot
	index  index
}

type slot struct {
	data []byte
	size
}

func newSpiller(to io.Writer, slots, limit int) *spiller {
	return &spiller{to: to, limit: limit, slots: make([]slot, slots)}
}

// next begins another file, with the memory of the last one. That may have ended with an
// error.
func (s *spiller) next(to io.Writer) {
	s.to, s.offset, s.held, s.index = to, 0, 0, s.index[:0]
	for i := range s.slots {
		s.slots[i] = slot{data: s.slots[i].data[:0]}
	}
}

// add adds a record.
func (s *spiller) add(to int, record []byte, units int) error {
	slot := &s.slots[to]
	slot.data = append(slot.data, record...)
	slot.size = slot.plus(size{int64(len(record)), 1, int64(units)})
	s.held += len(record)
	if s.held < s.limit {
		return nil
	}
	return s.flush()
}

// flush writes the records that are in memory.
func (s *spiller) flush() error {
	for i := range s.slots {
		slot := &s.slots[i]
		if slot.Claims == 0 {
			continue
		}
		if _, err := s.to.Write(slot.data); err != nil {
			return err
		}
		s.index = append(s.index, segment{i, s.offset, slot.size})
		s.offset += slot.Bytes
		slot.data, slot.size = slot.data[:0], size{}
	}
	s.held = 0
	return nil
}

// close writes the rest, and the index.
func (s *spiller) close() error {
	if err := s.flush(); err != nil {
		return err
	}
	slices.SortStableFunc(s.index, func(a, b segment) int { return cmp.Compare(a.Slot, b.Slot) })
	text, err := json.Marshal(s.index)
	if err != nil {
		return err
	}
	_, err = s.to.Write(binary.BigEndian.AppendUint64(text, uint64(len(text))))
	return err
}

// A spill is a spill file that is whole.
type spill struct {
	path  string
	index index
}

// openSpill reads the index of a spill file.
func openSpill(path string) (spill, error) {
	file, err := os.Open(path)
	if err != nil {
		return spill{}, err
	}
	defer file.Close()
	var length [8]byte
	end, err := file.Seek(-int64(len(length)), io.SeekEnd)
	if err != nil {
		return spill{}, errDamaged
	}
	if _, err := io.ReadFull(file, length[:]); err != nil {
		return spill{}, err
	}
	n := int64(binary.BigEndian.Uint64(length[:]))
	if n < 0 || n > end {
		return spill{}, errDamaged
	}
	s := spill{path: path}
	if json.NewDecoder(io.NewSectionReader(file, end-n, n)).Decode(&s.index) != nil {
		return spill{}, errDamaged
	}
	return s, nil
}

// each calls do with the records of each segment of a slot.
func (s spill) each(slot int, do func(records string) error) error {
	segments := s.index.of(slot)
	if len(segments) == 0 {
		return nil
	}
	file, err := os.Open(s.path)
	if err != nil {
		return err
	}
	defer file.Close()
	var b []byte
	for _, segment := range segments {
		b = slices.Grow(b[:0], int(segment.Bytes))[:segment.Bytes]
		if _, err := file.ReadAt(b, segment.Offset); err != nil {
			return err
		}
		if err := do(string(b)); err != nil {
			return err
		}
	}
	return nil
}

// sizeOf returns the size of a slot of several files.
func sizeOf(files []spill, slot int) (sum size) {
	for _, file := range files {
		for _, segment := range file.index.of(slot) {
			sum = sum.plus(segment.size)
		}
	}
	return sum
}
