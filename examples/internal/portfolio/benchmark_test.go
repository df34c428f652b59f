package portfolio

import (
	"bytes"
	"iter"
	"runtime"
	"testing"
	"testing/fstest"
	"time"

	"github.com/go-json-experiment/json"
)

// A plainClaim is a claim of claims.json in a plain struct, without any checks.
type plainClaim struct {
	ID         string      `json:"id"`
	Tenant     string      `json:"tenant"`
	Area       string      `json:"area"`
	Activities []string    `json:"activities"`
	Partner    string      `json:"partner"`
	Company    string      `json:"company"`
	Units      []plainUnit `json:"units"`
	Ends       string      `json:"ends"`
	History    []plainStep `json:"history"`
}

type plainUnit struct {
	Name         string `json:"name"`
	Subscription string `json:"subscription"`
}

type plainStep struct {
	Status        string `json:"status"`
	On            string `json:"on"`
	Cause         string `json:"cause"`
	Justification string `json:"justification"`
	Competes      string `json:"competes"`
	Notified      string `json:"notified"`
}

// BenchmarkClaims reads and judges claims, finds those that compete and lists those that
// need attention. In turn with it, package json v2 decodes the same text into plain structs. The
// ratio of both times is a metric.
func BenchmarkClaims(b *testing.B) {
	const claims = 100_000
	text := manyClaims(claims)
	folder := fstest.MapFS{claimsFile: {Data: text}}
	var ours, theirs time.Duration
	for b.Loop() {
		theirs += timeOf(func() {
			var all []plainClaim
			if err := json.UnmarshalRead(bytes.NewReader(text), &all); err != nil || len(all) != claims {
				b.Fatal(len(all), err)
			}
		})
		ours += timeOf(func() {
			p, err := Load(folder)
			if err != nil {
				b.Fatal(err)
			}
			r, err := p.Judge(theDay, InForce)
			if err != nil || len(p.claims) != claims || count(r.Claims.Attention) > 0 {
				b.Fatal(err)
			}
		})
	}
	b.ReportMetric(float64(ours.Nanoseconds())/float64(b.N*claims), "ns/claim")
	b.ReportMetric(float64(theirs.Nanoseconds())/float64(b.N*claims), "ns/decoded-claim")
	b.ReportMetric(float64(ours)/float64(theirs), "ratio")
}

// timeOf returns the time that f takes, without collecting what ran before.
func timeOf(f func()) time.Duration {
	runtime.GC()
	start := time.Now()
	f()
	return time.Since(start)
}

// count returns the number of values of a sequence.
func count[T any](all iter.Seq[T]) (n int) {
	for range all {
		n++
	}
	return n
}
