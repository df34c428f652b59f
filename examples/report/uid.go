package main

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"strings"

	"github.com/partnerrules/partnerrules/examples/internal/portfolio"
)

// taskID identifies the task that an action belongs to. It rests on what the task
// is about and nothing else, so that the same task has the same ID in every
// report. A task of a claim keeps its ID when its day moves: a claim has one
// such clock at a time. Others have their day in it, since next year's renewal is
// another one.
func taskID(a portfolio.Action) string {
	parts := []string{string(a.Kind)}
	switch {
	case a.Claim != "":
		parts = append(parts, a.Claim)
	case ofBenefit(a.Kind):
		parts = append(parts, a.Company, a.By.String())
	default:
		parts = append(parts, a.Company, a.Offer.String(), a.Customer, a.By.String())
	}
	return strings.Join(parts, "\x00")
}

// uids turns the IDs of tasks into those of a calendar. Where two companies have
// one name, theirs are told apart by their order.
func uids(tasks []task) []string {
	seen := map[string]int{}
	all := make([]string, len(tasks))
	for i, t := range tasks {
		id := t.id
		if seen[t.id]++; seen[t.id] > 1 {
			id += "\x00" + strconv.Itoa(seen[t.id])
		}
		sum := sha256.Sum256([]byte(id))
		all[i] = hex.EncodeToString(sum[:16]) + "@partnerrules"
	}
	return all
}
