package main

import (
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"io"
	"sync"

	"github.com/partnerrules/partnerrules/cpor"
)

// The slots of the spill file of a piece are the parts of three groupings, one behind
// the other: the claims by tenant, the IDs by ID, and the statements of companies by
// location.
const groupings = 3

func (r *run) claimSlot(part int) int   { return part }
func (r *run) idSlot(part int) int      { return r.parts + part }
func (r *run) companySlot(part int) int { return 2*r.parts + part }

func splitName(piece int) string { return fmt.Sprintf("split-%06d", piece) }

// split writes a spill file for each piece of the input.
func (r *run) split() error {
	r.progress.begin("split", "claims", len(r.pieces))
	splitters := sync.Pool{New: func() any { return r.newSplitter() }} // one for each worker
	err := each(r.workers, len(r.pieces), func(i int) error {
		defer r.progress.finish()
		s := splitters.Get().(*splitter)
		defer splitters.Put(s)
		return r.folder.write(splitName(i), func(w io.Writer) error { return s.piece(r.pieces[i], w) })
	})
	if err != nil {
		return err
	}
	r.spills, err = r.openSpills(len(r.pieces), splitName)
	return err
}

// openSpills opens spill files.
func (r *run) openSpills(n int, name func(i int) string) ([]spill, error) {
	spills := make([]spill, n)
	for i := range spills {
		var err error
		if spills[i], err = openSpill(r.folder.name(name(i))); err != nil {
			return nil, err
		}
	}
	return spills, nil
}

// A splitter writes the claims of a piece to a spill file.
type splitter struct {
	*run
	*spiller
	record []byte
	known  map[[2]cpor.PartnerID]bool // the statements of companies that were written
}

func (r *run) newSplitter() *splitter {
	return &splitter{run: r, spiller: newSpiller(nil, groupings*r.parts, r.share()/8), known: map[[2]cpor.PartnerID]bool{}}
}

// piece writes the spill file of a piece.
func (s *splitter) piece(p piece, w io.Writer) error {
	s.next(w)
	clear(s.known)
	pending := int64(0)
	err := p.input.format().read(p, func(n int64, c *cpor.Claim, err error) error {
		if err != nil {
			return p.at(n, err)
		}
		if pending++; pending == shown {
			s.progress.add(pending)
			pending = 0
		}
		return s.write(n, c)
	})
	if err != nil {
		return p.named(err)
	}
	s.progress.add(pending)
	return s.close()
}

// write writes claim n of the piece to its part in each grouping.
func (s *splitter) write(n int64, c *cpor.Claim) error {
	s.record = appendClaim(s.record[:0], c)
	for _, part := range s.byTenant().OfClaim(*c) {
		if err := s.add(s.claimSlot(part), s.record, len(c.Units)); err != nil {
			return err
		}
	}
	s.record = appendMention(s.record[:0], n, &cpor.Claim{ID: c.ID})
	if err := s.add(s.idSlot(s.partOf([]byte(c.ID))), s.record, 0); err != nil {
		return err
	}
	return s.writeCompany(n, c)
}

// mostKnown is the number of statements that a worker remembers.
const mostKnown = 100_000

// writeCompany writes what a claim states about companies, unless a claim before it
// stated the same.
func (s *splitter) writeCompany(n int64, c *cpor.Claim) error {
	party := [2]cpor.PartnerID{c.Partner, c.Company}
	if c.Company.IsZero() || s.known[party] {
		return nil
	}
	if len(s.known) == mostKnown {
		clear(s.known)
	}
	s.known[party] = true
	s.record = appendMention(s.record[:0], n, c)
	of, other := s.partOfPartner(c.Partner), s.partOfPartner(c.Company)
	if of != other {
		if err := s.add(s.companySlot(other), s.record, 0); err != nil {
			return err
		}
	}
	return s.add(s.companySlot(of), s.record, 0)
}

// byTenant returns the split of the first grouping.
func (r *run) byTenant() cpor.Split { return cpor.Split{Parts: r.parts} }

// partOf returns the part of an ID. It is the same in each run.
func (r *run) partOf(id []byte) int {
	return int(crc32.Checksum(id, castagnoli) % uint32(r.parts))
}

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

func (r *run) partOfPartner(id cpor.PartnerID) int {
	text, _ := id.AppendText(nil) // the error is always nil
	return r.partOf(text)
}

// appendMention appends the compact form of what the checks over all claims need of
// claim n of a piece.
func appendMention(b []byte, n int64, c *cpor.Claim) []byte {
	return appendParty(appendText(binary.AppendUvarint(b, uint64(n)), c.ID), c)
}
