package partnerrules_test

import (
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/cpor"
	"github.com/partnerrules/partnerrules/eligibility"
)

// Two enumerations with a constant for the zero value.
type (
	severity = partnerrules.Severity
	coverage = calendar.Coverage
)

func TestValues(t *testing.T) {
	want := []severity{partnerrules.SeverityUnknown, partnerrules.SeverityWarning, partnerrules.SeverityError}
	if got := slices.Collect(partnerrules.Values[severity]()); !slices.Equal(got, want) {
		t.Errorf("the severities are %v, want %v", got, want)
	}
	for got := range partnerrules.Values[severity]() {
		if got != want[0] {
			t.Errorf("the first severity is %v", got)
		}
		break
	}
}

// A set has the elements that it was made from, once each, in the order of the
// constants. Its text is read as the same set.
func TestSet_Laws(t *testing.T) {
	all := slices.Collect(partnerrules.Values[coverage]())
	rapid.Check(t, func(t *rapid.T) {
		drawn := rapid.SliceOfN(rapid.SampledFrom(all), 0, 8).Draw(t, "elements")
		set := partnerrules.SetOf(drawn...)
		want := slices.Clone(drawn)
		slices.Sort(want)
		want = slices.Compact(want)
		got := slices.Collect(set.All())
		if !slices.Equal(got, want) {
			t.Fatalf("the set of %v has the elements %v", drawn, got)
		}
		for _, c := range all {
			if set.Has(c) != slices.Contains(drawn, c) {
				t.Fatalf("the set of %v: Has(%v) is %v", drawn, c, set.Has(c))
			}
		}
		text, err := set.MarshalText()
		var again partnerrules.Set[coverage]
		if err != nil || string(text) != set.String() || again.UnmarshalText(text) != nil || again != set {
			t.Fatalf("the set of %v is written as %q, %v, and read as %v", drawn, text, err, again)
		}
	})
}

func TestSet_UnmarshalText(t *testing.T) {
	const before = partnerrules.Set[coverage](1 << calendar.CoveragePublished)
	for text, want := range map[string]partnerrules.Set[coverage]{
		"": 0, "published": before, "after-last-seen,published": before | 1<<calendar.CoverageAfter,
	} {
		var set partnerrules.Set[coverage]
		if err := set.UnmarshalText([]byte(text)); err != nil || set != want {
			t.Errorf("%q is read as %v, %v", text, set, err)
		}
	}
	for text, offset := range map[string]int{"x": 0, "published,": 10, ",published": 0, "published,published": 10, "published, unknown": 10, "Covered": 0, "published,unknown,x": 18} {
		set := before
		var bad *partnerrules.InputError
		if err := set.UnmarshalText([]byte(text)); !errors.As(err, &bad) || bad.Offset != offset || bad.Text != text || set != before {
			t.Errorf("%q: error %v, set %v, want offset %d", text, err, set, offset)
		}
	}
}

// In JSON a set is a list. Its text is still read.
func TestSet_JSON(t *testing.T) {
	type policy struct {
		All  partnerrules.Set[coverage] `json:"all"`
		Some partnerrules.Set[coverage] `json:"some,omitzero"`
	}
	const published, after = partnerrules.Set[coverage](1 << calendar.CoveragePublished), partnerrules.Set[coverage](1 << calendar.CoverageAfter)
	for text, want := range map[string]policy{
		`{"all":[]}`: {}, `{"all":["published","after-last-seen"],"some":["published"]}`: {published | after, published},
	} {
		var got policy
		if err := json.Unmarshal([]byte(text), &got); err != nil || got != want {
			t.Errorf("%s is read as %v, %v", text, got, err)
		}
		if written, err := json.Marshal(want); err != nil || string(written) != text {
			t.Errorf("%v is written as %s, %v, want %s", want, written, err, text)
		}
		if got, err := partnerrules.Decode[policy]([]byte(text)); err != nil || got != want {
			t.Errorf("%s decodes to %v, %v", text, got, err)
		}
	}
	for text, want := range map[string]partnerrules.Set[coverage]{
		`["after-last-seen", "published"]`: published | after, `""`: 0, `"published,after-last-seen"`: published | after, `"publ\u0069shed"`: published, `null`: published,
	} {
		got := published
		if err := json.Unmarshal([]byte(text), &got); err != nil || got != want {
			t.Errorf("%s is read as %v, %v", text, got, err)
		}
	}
}

func TestSet_UnmarshalJSON_Errors(t *testing.T) {
	const before = partnerrules.Set[coverage](1 << calendar.CoveragePublished)
	for _, test := range []struct {
		text, path string
		offset     int
		reason     string // a prefix
	}{
		{``, "", 0, "unexpected end"},
		{`7`, "", 0, "want a list"},
		{`{}`, "", 0, "want a list"},
		{`["published", 7]`, "[1]", 14, "want a string"},
		{`[null]`, "[0]", 1, "want a string"},
		{`["published","x"]`, "[1]", 13, `invalid code "x", want unknown, published, `},
		{`["published", "unknown", "published"]`, "[2]", 25, `"published" is repeated`},
		{`["published,unknown"]`, "[0]", 1, `invalid code "published,unknown", want `},
		{`"published,x"`, "", 10, "want unknown, published, "},
	} {
		set := before
		var bad *partnerrules.InputError
		err := set.UnmarshalJSON([]byte(test.text))
		if !errors.As(err, &bad) || bad.Path != test.path || bad.Offset != test.offset || !strings.HasPrefix(bad.Reason, test.reason) || set != before {
			t.Errorf("%s: %v, set %v, want %s at offset %d: %s", test.text, err, set, test.path, test.offset, test.reason)
		}
	}
	_, err := partnerrules.Decode[cpor.Draft]([]byte(`{"activities":["usage", "usage"]}`))
	var bad *partnerrules.InputError
	if !errors.As(err, &bad) || bad.Path != "activities[1]" || bad.Offset != 24 {
		t.Errorf("the error within a draft is %v", err)
	}
	if _, err := json.Marshal(before | 1<<40); err == nil {
		t.Error("an invalid set is written")
	}
}

// A set with an invalid element has no text.
func TestSet_Invalid(t *testing.T) {
	for _, bad := range []coverage{calendar.CoverageAfter + 1, 62, 63, 64, 255} {
		set := partnerrules.SetOf(calendar.CoveragePublished, bad)
		text, err := set.MarshalText()
		if !errors.As(err, new(*partnerrules.InputError)) || text != nil {
			t.Errorf("a set with the element %d is written as %q, %v", bad, text, err)
		}
		if !set.Has(calendar.CoveragePublished) {
			t.Errorf("a set with the element %d lacks its valid element", bad)
		}
	}
}

func TestSet_AllDoesNotAllocate(t *testing.T) {
	set := partnerrules.SetOf(calendar.CoveragePublished, calendar.CoverageAfter)
	sum := 0
	if n := testing.AllocsPerRun(100, func() {
		for c := range set.All() {
			sum += int(c)
		}
	}); n != 0 {
		t.Errorf("ranging over a set allocates %v times", n)
	}
}

// The zero value of an enumeration without a constant for it is neither a value nor
// an element.
func TestValues_WithoutZero(t *testing.T) {
	offers := slices.Collect(partnerrules.Values[eligibility.Offer]())
	if len(offers) != 13 || offers[0] != eligibility.SolutionsPartnerDataAI || offers[12] != eligibility.LearningActionPack {
		t.Errorf("the offers are %v", offers)
	}
	if text, err := partnerrules.SetOf(eligibility.Offer(0), eligibility.LegacyGold).MarshalText(); !errors.As(err, new(*partnerrules.InputError)) {
		t.Errorf("a set with the zero Offer is written %q, %v", text, err)
	}
}
