package guid_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/uuid"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/cpor"
)

// canonical returns the result of package uuid for a text in the canonical form of
// 36 characters, 8-4-4-4-12.
func canonical(text string) (uuid.UUID, bool) {
	if len(text) != len("f0e1d2c3-0000-4000-8000-000000000001") {
		return uuid.UUID{}, false
	}
	id, err := uuid.Parse(text)
	if err != nil {
		return uuid.UUID{}, false // the ID is incomplete after an error
	}
	return id, true
}

// Package cpor accepts the same GUIDs as package uuid in canonical form, with or
// without braces. It rejects the zero GUID.
func FuzzGUIDs(f *testing.F) {
	for _, seed := range []string{
		"117a77b0-9360-443b-8795-c6dedc750cf9", "117A77B0-9360-443B-8795-C6DEDC750CF9", "{117a77b0-9360-443b-8795-c6dedc750cf9}",
		"00000000-0000-0000-0000-000000000000", "urn:uuid:117a77b0-9360-443b-8795-c6dedc750cf9", "117a77b09360443b8795c6dedc750cf9",
		"{117a77b0-9360-443b-8795-c6dedc750cf9", "117a77b0-9360-443b-8795-c6dedc750cf", "117a77b0-9360-443b-8795-c6dedc750cfg", "",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		bare := text
		if inner, opened := strings.CutPrefix(text, "{"); opened {
			if inner, closed := strings.CutSuffix(inner, "}"); closed {
				bare = inner
			}
		}
		want, ok := canonical(bare)
		ok = ok && want != uuid.Nil
		tenant, err := cpor.ParseTenantID(text)
		checkFault(t, text, err)
		if (err == nil) != ok || ok && tenant.String() != want.String() {
			t.Errorf("tenant %q: cpor returns %v, %v, uuid returns %v, %v", text, tenant, err, want, ok)
		}
		subscription, err := cpor.ParseSubscriptionID(text)
		checkFault(t, text, err)
		if (err == nil) != ok || ok && subscription.String() != want.String() {
			t.Errorf("subscription %q: cpor returns %v, %v, uuid returns %v, %v", text, subscription, err, want, ok)
		}
	})
}

func checkFault(t *testing.T, text string, err error) {
	t.Helper()
	var bad *partnerrules.InputError
	if err != nil && (!errors.As(err, &bad) || bad.Text != text || bad.Offset < 0 || bad.Offset > len(text)) {
		t.Errorf("%q: %#v", text, err)
	}
}
