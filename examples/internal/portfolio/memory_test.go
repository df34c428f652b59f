package portfolio

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
	"testing/fstest"
)

// manyClaims returns a claims.json of n typical claims, each with four steps and one
// workload. Each tenant has eight claims.
func manyClaims(n int) []byte {
	var text strings.Builder
	text.WriteString("[\n")
	for i := range n {
		fmt.Fprintf(&text, `{"id": "CL-%07d", "tenant": "%08x-0000-4000-8000-000000000001", "area": "microsoft-365", "activities": ["usage"], `+
			`"partner": "%d", "company": "%d", "units": [{"name": "Workload %d"}], "ends": "2025-%02d-01", "history": [`+
			`{"status": "editing", "on": "2024-01-02"}, {"status": "submitted", "on": "2024-01-03"}, `+
			`{"status": "under-review", "on": "2024-01-04"}, {"status": "approved", "on": "2024-01-08"}]}`,
			i, i/8, 9_100_000+i%3000, 9_000_000+i%1000, i%7, 1+i%12)
		if i < n-1 {
			text.WriteString(",\n")
		}
	}
	text.WriteString("]\n")
	return []byte(text.String())
}

// heap returns the bytes in use after a collection.
func heap() int64 {
	var stats runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&stats)
	return int64(stats.HeapAlloc)
}

// A claim needs so little memory that a million claims stay well below 600 MB, after
// reading and after judging.
func TestClaims_Memory(t *testing.T) {
	const (
		claims = 20_000
		read   = 300 // bytes
		judged = 340
	)
	folder := fstest.MapFS{claimsFile: {Data: manyClaims(claims)}}
	before := heap()
	p, err := Load(folder)
	if err != nil {
		t.Fatal(err)
	}
	if each := (heap() - before) / claims; each > read {
		t.Errorf("%d bytes for each claim after reading, want at most %d", each, read)
	}
	r, err := p.Judge(theDay, Baseline)
	if err != nil {
		t.Fatal(err)
	}
	if each := (heap() - before) / claims; each > judged {
		t.Errorf("%d bytes for each claim after judging, want at most %d", each, judged)
	}
	if count(r.Claims.All) != claims || len(r.Competing) == 0 {
		t.Errorf("%d claims, %d pairs", count(r.Claims.All), len(r.Competing))
	}
	runtime.KeepAlive(p)
	runtime.KeepAlive(folder)
}
