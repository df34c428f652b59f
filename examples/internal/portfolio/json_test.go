package portfolio

import (
	"bytes"
	"encoding/json"
	"errors"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// WriteJSON writes the same text as package json.
func TestWriteJSON(t *testing.T) {
	reports := append(reportsOfSample(t),
		judged(t, map[string]string{"holidays.txt": ""}),
		judged(t, map[string]string{"claims.json": "[{}, " + pendingClaim + "]", "x": ""}),
		judged(t, map[string]string{"companies.json": `{"companies": [{"name": "A & B"}]}`}))
	for _, r := range reports {
		var want, got bytes.Buffer
		enc := json.NewEncoder(&want)
		enc.SetEscapeHTML(false)
		enc.SetIndent("", "  ")
		if err := enc.Encode(r); err != nil {
			t.Fatal(err)
		}
		if err := r.WriteJSON(&got); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want.String(), got.String()); diff != "" {
			t.Errorf("(-want +got)\n%s", diff)
		}
	}
}

var errFull = errors.New("disk full")

// full is a writer that fails after n bytes.
type full struct{ n int }

func (f *full) Write(p []byte) (int, error) {
	if len(p) > f.n {
		return 0, errFull
	}
	f.n -= len(p)
	return len(p), nil
}

func TestWriteJSON_WriteError(t *testing.T) {
	r := reportsOfSample(t)[0]
	for _, n := range []int{0, 5000, 100_000} {
		if err := r.WriteJSON(&full{n}); !errors.Is(err, errFull) {
			t.Errorf("after %d bytes: %v", n, err)
		}
	}
}
