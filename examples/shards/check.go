package main

import (
	"cmp"
	"errors"
	"slices"
	"strings"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/cpor"
)

// A mention is what the checks over all claims need of a claim.
type mention struct {
	piece int
	n     int64 // the number of the claim in the piece
	claim cpor.Claim
}

// A conflict is two claims that contradict each other.
type conflict struct {
	first, second mention
	err           error
}

// check checks what no claim may contradict in any other: that no ID comes twice, and no
// location is of two companies. It returns the fault that comes first in the input.
func (r *run) check() error {
	r.progress.begin("check", "IDs", 2*r.parts)
	found := make([]*conflict, 2*r.parts)
	err := each(r.workers, len(found), func(i int) (err error) {
		defer r.progress.finish()
		if i < r.parts {
			r.progress.add(sizeOf(r.spills, r.idSlot(i)).Claims)
			found[i], err = r.conflict(r.idSlot(i), addID)
			return err
		}
		found[i], err = r.conflict(r.companySlot(i-r.parts), addCompany)
		return err
	})
	if err != nil {
		return err
	}
	found = slices.DeleteFunc(found, func(c *conflict) bool { return c == nil })
	if len(found) == 0 {
		return nil
	}
	return r.fault(slices.MinFunc(found, func(a, b *conflict) int {
		return cmp.Or(cmp.Compare(a.second.piece, b.second.piece), cmp.Compare(a.second.n, b.second.n))
	}))
}

func addID(l *cpor.Ledger, c cpor.Claim) error      { return l.AddID(0, c.ID) }
func addCompany(l *cpor.Ledger, c cpor.Claim) error { return l.AddCompany(0, c) }

// errFound ends a walk.
var errFound = errors.New("found")

// conflict returns the first conflict of a slot, or nil.
func (r *run) conflict(slot int, add func(*cpor.Ledger, cpor.Claim) error) (*conflict, error) {
	var all cpor.Ledger
	var found *conflict
	err := r.mentions(slot, func(m mention) error {
		if err := add(&all, m.claim); err != nil {
			found = &conflict{second: m, err: err}
			return errFound
		}
		return nil
	})
	if found == nil {
		return nil, err
	}
	err = r.mentions(slot, func(m mention) error {
		var both cpor.Ledger
		if add(&both, m.claim) == nil && add(&both, found.second.claim) != nil {
			found.first = m
			return errFound
		}
		return nil
	})
	if err != errFound {
		return nil, err
	}
	return found, nil
}

// mentions calls do with the mentions of a slot, in the order of the input.
func (r *run) mentions(slot int, do func(mention) error) error {
	for i, file := range r.spills {
		err := file.each(slot, func(records string) error {
			d := decoder{rest: records}
			for d.more() {
				m := mention{piece: i, n: int64(d.number()), claim: cpor.Claim{ID: d.text()}}
				d.party(&m.claim)
				if d.bad {
					break
				}
				if err := do(m); err != nil {
					return err
				}
			}
			return d.err()
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// fault returns a conflict as a fault of its second claim. The index that a ledger puts
// before the path is of no use here.
func (r *run) fault(c *conflict) error {
	bad := &partnerrules.InputError{}
	if !errors.As(c.err, &bad) {
		return c.err
	}
	_, path, _ := strings.Cut(bad.Path, ".")
	return &fault{
		place: r.pieces[c.second.piece].place(c.second.n),
		err:   &partnerrules.InputError{Path: path, Reason: strings.Replace(bad.Reason, "repeats claims[0].id", "comes twice", 1)},
		other: r.pieces[c.first.piece].place(c.first.n),
	}
}
