package main

import (
	"hash/crc32"
	"iter"
	"strings"

	"github.com/partnerrules/partnerrules/cpor"
)

// STUB of the bulk API of package cpor.
type Split struct {
	Parts     int
	ByProduct bool
}

func (s Split) hash(keys ...string) int {
	return int(crc32.ChecksumIEEE([]byte(strings.Join(keys, "\x00")))) % s.Parts
}

func (s Split) Of(c cpor.Claim) iter.Seq[int] {
	return func(yield func(int) bool) {
		if !s.ByProduct {
			yield(s.hash(c.Tenant.String()))
			return
		}
		seen := map[int]bool{}
		for _, u := range c.Units {
			p := s.hash(c.Tenant.String(), c.Area.String(), strings.ToLower(strings.TrimSpace(u.Name)))
			if !seen[p] && !yield(p) {
				return
			}
			seen[p] = true
		}
	}
}

func detectPart(claims []cpor.Claim, s Split, part int) (iter.Seq[cpor.Pair], error) {
	pairs, err := cpor.Detect(claims)
	if err != nil || !s.ByProduct {
		return pairs, err
	}
	of := map[string]*cpor.Claim{}
	for i := range claims {
		of[claims[i].ID] = &claims[i]
	}
	return func(yield func(cpor.Pair) bool) {
		for p := range pairs {
			c := of[p.First]
			if s.hash(c.Tenant.String(), c.Area.String(), strings.ToLower(p.Units[0].Name)) == part && !yield(p) {
				return
			}
		}
	}, nil
}

type Ledger struct {
	ids     map[string]bool
	parties []cpor.Claim
	seen    map[[2]cpor.PartnerID]bool
}

func (l *Ledger) Add(c cpor.Claim) error {
	if l.ids == nil {
		l.ids, l.seen = map[string]bool{}, map[[2]cpor.PartnerID]bool{}
	}
	if c.ID != "" && l.ids[c.ID] {
		_, err := cpor.Detect([]cpor.Claim{c, c})
		return err
	}
	l.ids[c.ID] = true
	if c.Company.IsZero() || l.seen[[2]cpor.PartnerID{c.Partner, c.Company}] {
		return nil
	}
	l.seen[[2]cpor.PartnerID{c.Partner, c.Company}] = true
	l.parties = append(l.parties, c)
	_, err := cpor.FillCompanies(l.parties)
	return err
}
