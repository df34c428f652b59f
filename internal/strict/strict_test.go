package strict_test

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	. "github.com/partnerrules/partnerrules/internal/strict"
)

// A day reads a text of two letters.
type day string

func (d *day) UnmarshalText(text []byte) error {
	if len(text) != 2 {
		return errors.New("want a day such as Mo, not " + string(text))
	}
	*d = day(text)
	return nil
}

// A pair reads a list of two numbers with this package.
type pair struct{ a, b int }

func (p *pair) UnmarshalJSON(text []byte) error {
	var list []int
	if err := Decode(text, &list); err != nil {
		return err
	}
	if len(list) != 2 {
		return &Error{Path: "[2]", Reason: "want two", Offset: len(text)}
	}
	*p = pair{list[0], list[1]}
	return nil
}

type base struct {
	ID    string `json:"id"`
	Shade string
}

type hidden base

// A color is a number, as an enumeration is.
type color uint8

func (c *color) UnmarshalText(text []byte) error {
	if string(text) != "red" {
		return errors.New("want a color")
	}
	*c = 1
	return nil
}

type Deep struct {
	Next  int `json:"next"` // hidden by the field of inner
	Depth int8
}

type inner struct {
	base
	*Deep
	Next *inner `json:"next"`
}

type record struct {
	inner
	Name    string          `json:"name"`
	Days    []day           `json:"days"`
	Pair    pair            `json:"pair"`
	ByDay   map[day]*int    `json:"byDay"`
	Flags   map[string]bool `json:"flags"`
	Raw     json.RawMessage `json:"raw"`
	Any     any             `json:"any"`
	Small   uint8           `json:"small"`
	Big     int64           `json:"big"`
	Ratio   float64         `json:"ratio"`
	Bytes   []byte          `json:"bytes"`
	Number  json.Number     `json:"number"`
	Lists   [][]bool        `json:"lists"`
	When    time.Time       `json:"when"`
	Count   At[int32]       `json:"count"`
	Colors  []color         `json:"colors"`
	base    `json:"tagged"`
	*hidden `json:"pointer"`
	Ignored string           `json:"-"`
	Fixed   [2]int           `json:"fixed"`
	Reader  interface{ F() } `json:"reader"`
}

func TestDecode(t *testing.T) {
	seven := 7
	for text, want := range map[string]record{
		"\ufeff {} ":                                           {},
		`{"name":null,"days":null}`:                            {},
		`{"name":"a\u00e9\"\\"}`:                               {Name: `aé"\`},
		`{"id":"x","Shade":"y"}`:                               {inner: inner{base: base{ID: "x", Shade: "y"}}},
		`{"n\u0061me":"a"}`:                                    {Name: "a"},
		`{"colors":["red","red"]}`:                             {Colors: []color{1, 1}},
		`{"tagged":{"id":"z"}}`:                                {base: base{ID: "z"}},
		`{"days":[]}`:                                          {Days: []day{}},
		`{"days":["Mo", "Tu"]}`:                                {Days: []day{"Mo", "Tu"}},
		`{"pair":[1,2]}`:                                       {Pair: pair{1, 2}},
		`{"byDay":{"Mo":7,"Tu":null}}`:                         {ByDay: map[day]*int{"Mo": &seven}},
		`{"flags":{"a":true,"":false}}`:                        {Flags: map[string]bool{"a": true, "": false}},
		`{"raw":{"a": [1]},"small":1}`:                         {Raw: json.RawMessage(`{"a": [1]}`), Small: 1},
		`{"any":[null,{"b":1.5}]}`:                             {Any: []any{nil, map[string]any{"b": 1.5}}},
		`{"small":255,"big":-9223372036854775808,"ratio":1e3}`: {Small: 255, Big: -9223372036854775808, Ratio: 1000},
		`{"bytes":"AQI=","number":1.50}`:                       {Bytes: []byte{1, 2}, Number: "1.50"},
		`{"lists":[[true],[]]}`:                                {Lists: [][]bool{{true}, {}}},
		`{"count": 3}`:                                         {Count: At[int32]{Value: 3, Offset: 10, Given: true}},
		`{"count":null}`:                                       {},
		`{"when":"2024-01-02T03:04:05Z"}`:                      {When: time.Date(2024, 1, 2, 3, 4, 5, 0, time.UTC)},
		`{"next":{"next":{"id":"z"}}}`:                         {inner: inner{Next: &inner{Next: &inner{base: base{ID: "z"}}}}},
	} {
		var got record
		if err := Decode([]byte(text), &got); err != nil {
			t.Errorf("%s: %v", text, err)
		} else if diff := cmp.Diff(want, got, cmp.AllowUnexported(record{}, inner{}, base{}, pair{}, hidden{})); diff != "" {
			t.Errorf("%s:\n%s", text, diff)
		}
	}
	got := record{}
	if err := Decode([]byte(`{"Depth":-128}`), &got); err != nil || got.Deep == nil || got.Depth != -128 {
		t.Errorf("an embedded pointer: %+v, %v", got.Deep, err)
	}
}

func TestDecode_Errors(t *testing.T) {
	long := strings.Repeat("x", 50)
	for _, test := range []struct {
		text   string
		offset int
		path   string
		reason string // a prefix
	}{
		{``, 0, "", "unexpected end"},
		{"{}\r\n\tx", 5, "", "invalid JSON"},
		{"{}\x00", 2, "", "invalid JSON"},
		{"\x00{\x00}", 0, "", "UTF-16"},
		{"\ufeff{\xff}", 4, "", "invalid UTF-8"},
		{"\ufeff\ufeff{}", 3, "", "invalid JSON"},
		{`null`, 0, "", "want an object"},
		{` [7]`, 1, "", "want an object"},
		{`{"name": 7}`, 9, "name", "want a string"},
		{`{"name":"a","name":"a"}`, 12, "name", "repeated, first at offset 1"},
		{`{"any":[0,{"b":1,"\u0062":1}]}`, 17, "any[1].b", "repeated, first at offset 11"},
		{`{"name":"a\ud800"}`, 10, "name", "invalid surrogate escape"},
		{`{"nam":"a"}`, 1, "nam", `unknown member, did you mean "name"?`},
		{`{"Name":"a"}`, 1, "Name", `unknown member, did you mean "name"?`},
		{`{"eman":"a"}`, 1, "eman", "unknown member, want id, Shade, Depth, next, name, days, pair, byDay, flags, raw, "},
		{`{"pair":[1,2],"base":{}}`, 14, "base", "unknown member, want "},
		{`{"Ignored":"a"}`, 1, "Ignored", "unknown member, want "},
		{`{"Deep":{}}`, 1, "Deep", "unknown member, want "},
		{`{"` + long + `":1}`, 1, `…"` + long[:40] + `"`, "unknown member, want "},
		{`{"\n":1}`, 1, `"\n"`, "unknown member, want "},
		{`{"next":{"next":{"name":1}}}`, 17, "next.next.name", "unknown member, want id, Shade, Depth or next"},
		{`{"days":"Mo"}`, 8, "days", "want a list"},
		{`{"days":["Mo",null]}`, 14, "days[1]", "want a string"},
		{`{"days":["Mo",1]}`, 14, "days[1]", "want a string"},
		{`{"days":["Mo", "M"]}`, 15, "days[1]", "want a day such as Mo, not M"},
		{`{"days":["` + long + `"]}`, 9, "days[0]", "invalid value"},
		{`{"lists":[[true],[true, 1]]}`, 24, "lists[1][1]", "want true or false"},
		{`{"lists":[null]}`, 10, "lists[0]", "want a list"},
		{`{"pair":[1, "2"]}`, 12, "pair[1]", "want an integer of 64 bits"},
		{`{"pair":[1]}`, 11, "pair[2]", "want two"},
		{`{"pair":{}}`, 8, "pair", "want a list"},
		{`{"byDay":{"Mo":1,"Monday":1}}`, 17, "byDay.Monday", "want a day such as Mo"},
		{`{"byDay":{"Mo":"1"}}`, 15, "byDay.Mo", "want an integer of 64 bits"},
		{`{"flags":[]}`, 9, "flags", "want an object"},
		{`{"small":256}`, 9, "small", "want an integer of 8 bits without a sign"},
		{`{"small":-1}`, 9, "small", "want an integer of 8 bits without a sign"},
		{`{"Depth":128}`, 9, "Depth", "want an integer of 8 bits"},
		{`{"big":1.0}`, 7, "big", "want an integer of 64 bits"},
		{`{"big":"1"}`, 7, "big", "want an integer of 64 bits"},
		{`{"ratio":1e400}`, 9, "ratio", "want a number of 64 bits"},
		{`{"bytes":"!"}`, 9, "bytes", "want a string in base64"},
		{`{"number":true}`, 10, "number", "want a number"},
		{`{"count":"1"}`, 9, "count", "want an integer of 32 bits"},
		{`{"fixed":[1,2]}`, 9, "fixed", "cannot be read into the type [2]int"},
		{`{"reader":{}}`, 10, "reader", "cannot be read into the type interface"},
		{`{"when":1}`, 8, "when", ""},
		{`{"colors":"AQI="}`, 10, "colors", "want a list"},
		{`{"colors":["red",null]}`, 17, "colors[1]", "want a string"},
		{`{"colors":["red", "x"]}`, 18, "colors[1]", "want a color"},
		{`{"tagged":{"id":1}}`, 16, "tagged.id", "want a string"},
		{`{"pointer":{"id":"a"}}`, 11, "pointer", "cannot be read into the type *strict_test.hidden"},
		{`{"next":{"` + long + `":1}}`, 9, `next.…"` + long[:40] + `"`, "unknown member, want "},
		{`{"flags":{"a\n":1}}`, 16, `flags."a\n"`, "want true or false"},
		{`{"any":{"` + long + `":{"b":1,"b":1}}}`, 68, `…"` + long[:38] + `.b"`, "repeated, first at offset 62"},
		{`{"next":{"any":{"` + long + `":{"b":1,"b":1}}}}`, 76, `…"` + long[:38] + `.b"`, "repeated, first at offset 70"},
		{strings.Repeat(`{"next":`, 30) + `{"days":1}` + strings.Repeat("}", 30), 241, strings.Repeat("next.", 30) + "days", "unknown member"},
		{strings.Repeat(`{"next":`, 50) + `{"x":1}` + strings.Repeat("}", 50), 401, "…ext." + strings.Repeat("next.", 39) + "x", "unknown member"},
		{strings.Repeat("[", 100_000), 0, "", ""},
	} {
		var got record
		var bad *Error
		err := Decode([]byte(test.text), &got)
		if !errors.As(err, &bad) || bad.Path != test.path || !strings.HasPrefix(bad.Reason, test.reason) {
			t.Errorf("%.60s: %v, want %s: %s", test.text, err, test.path, test.reason)
		} else if bad.Offset != test.offset && test.reason != "" {
			t.Errorf("%.60s: offset %d, want %d", test.text, bad.Offset, test.offset)
		}
	}
	for _, v := range []any{nil, record{}, (*record)(nil)} {
		if err := Decode([]byte(`{}`), v); err == nil {
			t.Errorf("no error for %T", v)
		}
	}
}

// The error of a type that reads itself is wrapped.
func TestError_Unwrap(t *testing.T) {
	var v struct{ At time.Time }
	err := Decode([]byte(`{"At":"x"}`), &v)
	var parse *time.ParseError
	if !errors.As(err, &parse) {
		t.Errorf("%v wraps no error of package time", err)
	}
}

// Text in a deep list is read without deep recursion of this package.
func TestDecode_Deep(t *testing.T) {
	const depth = 9000
	text := strings.Repeat("[", depth) + strings.Repeat("]", depth)
	var list []json.RawMessage
	if err := Decode([]byte(text), &list); err != nil || len(list) != 1 || len(list[0]) != len(text)-2 {
		t.Errorf("%d elements, %v", len(list), err)
	}
	type tree struct{ T []tree }
	var root tree
	text = strings.Repeat(`{"T":[`, depth/2) + strings.Repeat("]}", depth/2)
	if err := Decode([]byte(text), &root); err != nil {
		t.Error(err)
	}
}

func TestOptions_Lenient(t *testing.T) {
	var v struct {
		A int
		B []struct{ C bool }
	}
	err := Options{Lenient: true}.Decode([]byte(`{"x":{"y":[1,"]}"]},"A":1,"B":[{"z":-1.5 , "C":true}]}`), &v)
	if err != nil || v.A != 1 || len(v.B) != 1 || !v.B[0].C {
		t.Errorf("%+v, %v", v, err)
	}
}

// What Decode reads, package json reads as the same value.
func FuzzDecode(f *testing.F) {
	for _, seed := range []string{
		`{"name":"a","days":["Mo"],"any":[null,{"b":1.5}]}`, `{"pair":[1,2],"lists":[[true],[]]}`, "\ufeff{}", `{"big":-1,"small":7}`,
		`{"byDay":{"Mo":1},"next":{"id":"z"},"Depth":3}`, `{"raw":{"a": [1]}}`,
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		type plain struct { // without null, which package json keeps in some types
			inner
			Name  string         `json:"name"`
			Days  []day          `json:"days"`
			Pair  pair           `json:"pair"`
			ByDay map[day]int    `json:"byDay"`
			Any   map[string]any `json:"any"`
			Small uint8          `json:"small"`
			Big   int64          `json:"big"`
			Lists [][]bool       `json:"lists"`
		}
		var got, want plain
		err := Decode(text, &got)
		var bad *Error
		if err != nil {
			if !errors.As(err, &bad) || bad.Offset < 0 || bad.Offset > len(text) {
				t.Fatalf("%q: %#v", text, err)
			}
			return
		}
		if strings.Contains(string(text), "null") {
			return // package json stores zero values in maps, and calls UnmarshalJSON with null
		}
		if err := json.Unmarshal([]byte(strings.TrimPrefix(string(text), "\ufeff")), &want); err != nil {
			t.Fatalf("%q is read, but not by package json: %v", text, err)
		}
		if diff := cmp.Diff(want, got, cmp.AllowUnexported(plain{}, inner{}, base{}, pair{}, hidden{})); diff != "" {
			t.Fatalf("%q:\n%s", text, diff)
		}
	})
}
