package main

import (
	"encoding/json"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/cpor"
)

// oddLines are lines on which a quick look and a strict one may differ.
var oddLines = []string{
	``, `null`, `[]`, `{}`, `{"id": 7}`, `{"id": "A"} {}`, "\ufeff{}", `{"ID": "A"}`, `{"id": null}`,
	`{"id": "A", "id": "A"}`, `{"id": "\ud800"}`, "{\"id\": \"\xff\"}", `{"id": "\u0041"}`,
	`{"units": null}`, `{"units": []}`, `{"units": [null]}`, `{"units": [{}]}`, `{"units": [{"name": ""}]}`, `{"units": [{"name": "A", "name": "A"}]}`,
	`{"units": [{"Name": "A"}]}`, `{"units": [{"name": "A", "subscription": null}]}`, `{"units": [{"name": "A", "subscription": ""}]}`,
	`{"activities": null}`, `{"activities": [null]}`, `{"activities": [""]}`, `{"activities": ["usage", "usage"]}`, `{"activities": "usage,presales"}`,
	`{"partner": 4567001}`, `{"partner": "007"}`, `{"partner": ""}`, `{"company": "0"}`, `{"company": null}`, `{"company": 1e3}`,
	`{"area": ""}`, `{"area": null}`, `{"status": ""}`, `{"status": null}`, `{"status": "unknown"}`, `{"status": "Approved"}`,
	`{"ends": ""}`, `{"ends": null}`, `{"ends": "2024-2-1"}`, `{"begins": "0001-01-01"}`,
	`{"tenant": "{F0E1D2C3-0000-4000-8000-000000000001}"}`, `{"tenant": "00000000-0000-0000-0000-000000000000"}`,
}

// withMember returns a good line with the members of another one in place of its own.
func withMember(t *testing.T, odd string) string {
	t.Helper()
	line, err := json.Marshal(made(1, 8)[0])
	if err != nil {
		t.Fatal(err)
	}
	var all, other map[string]json.RawMessage
	if json.Unmarshal([]byte(odd), &other) != nil || json.Unmarshal(line, &all) != nil {
		return odd
	}
	for name, value := range other {
		all[name] = value
	}
	if line, err = json.Marshal(all); err != nil {
		t.Fatal(err)
	}
	return string(line)
}

// A line is read as [partnerrules.Decode] and [cpor.Claim.Validate] read it.
func checkLine(t *testing.T, p *parser, line string) {
	t.Helper()
	wanted, wantErr := partnerrules.Decode[cpor.Claim]([]byte(line))
	if wantErr == nil {
		wantErr = wanted.Validate()
	}
	got, err := p.line([]byte(line))
	if diff := cmp.Diff(wantErr, err); diff != "" {
		t.Errorf("%s: the error differs (-want +got):\n%s", line, diff)
	}
	if diff := cmp.Diff(wanted, got); wantErr == nil && diff != "" {
		t.Errorf("%s: the claim differs (-want +got):\n%s", line, diff)
	}
}

// One parser reads all lines, so that a line could leave something to the next.
func TestLine(t *testing.T) {
	var p parser
	for _, odd := range oddLines {
		checkLine(t, &p, odd)
		checkLine(t, &p, withMember(t, odd))
	}
	for _, c := range made(300, 9) {
		line, err := json.Marshal(c)
		if err != nil {
			t.Fatal(err)
		}
		checkLine(t, &p, string(line))
	}
}

func FuzzLine(f *testing.F) {
	for _, line := range oddLines {
		f.Add(line)
	}
	f.Fuzz(func(t *testing.T, line string) { checkLine(t, &parser{}, line) })
}

// A claim is read from its compact form as it was.
func TestCompact(t *testing.T) {
	claims := made(300, 10)
	var b []byte
	for i := range claims {
		b = appendClaim(b, &claims[i])
	}
	d := decoder{rest: string(b), names: map[string]string{}}
	var got []cpor.Claim
	for d.more() {
		got = append(got, d.claim())
	}
	if diff := cmp.Diff(claims, got); diff != "" || d.err() != nil {
		t.Errorf("%v (-want +got):\n%s", d.err(), diff)
	}
}

// A compact form that was cut is an error, and not a claim.
func TestCompact_Cut(t *testing.T) {
	c := made(1, 11)[0]
	whole := appendClaim(nil, &c)
	for n := range whole {
		d := decoder{rest: string(whole[:n]), names: map[string]string{}}
		if d.claim(); d.err() == nil {
			t.Errorf("%d of %d bytes: no error", n, len(whole))
		}
	}
}
