package strictjson_test

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	gocmp "github.com/google/go-cmp/cmp"

	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/eligibility"
	"github.com/partnerrules/partnerrules/examples/internal/strictjson"
)

// fault returns err as an Error.
func fault(t *testing.T, err error) strictjson.Error {
	t.Helper()
	var fault *strictjson.Error
	if !errors.As(err, &fault) {
		t.Fatalf("got %v, want a *strictjson.Error", err)
	}
	return *fault
}

// parse parses a text.
func parse(text string) (*strictjson.Node, error) {
	return strictjson.Parse("f.json", strings.NewReader(text))
}

// deep returns nested lists.
func deep(levels int) string { return strings.Repeat("[", levels) + strings.Repeat("]", levels) }

// TestParseFaults checks the place of each fault that Parse finds.
func TestParseFaults(t *testing.T) {
	for _, test := range []struct {
		name, text   string
		line, column int
		path, value  string
	}{
		{"empty", "", 1, 1, "", ""},
		{"space only", " \n ", 2, 2, "", ""},
		{"cut off", "{\n  \"a\": [1", 2, 10, "", ""},
		{"cut off in a string", `["a`, 1, 4, "", ""},
		{"trailing value", "{}\n  {}", 2, 3, "", ""},
		{"trailing garbage", "[] ]", 1, 4, "", ""},
		{"not UTF-8", "[\n\"a\xffb\"]", 2, 3, "[0]", `"a�b"`},
		{"a name that is not UTF-8", "{\"a\xff\": 1}", 1, 4, "", `"a�"`},
		{"not UTF-8 after the end", "[]\xff", 1, 3, "", ""},
		{"member twice", "{\n \"a\": {\"b\": 1, \"b\": 2}}", 2, 16, "a", `"b"`},
		{"member twice by an escape", `{"a": 1, "\u0061": 2}`, 1, 10, "", `"a"`},
		{"the first of two faults", `[{"a": 1, "a": 2}, "\ud800"]`, 1, 11, "[0]", `"a"`},
		{"half a surrogate pair", `["\ud800"]`, 1, 2, "[0]", `"�"`},
		{"columns count bytes", `["é€", "\udc00"]`, 1, 11, "[1]", `"�"`},
		{"too deep", "\n" + deep(strictjson.MaxDepth+1), 2, strictjson.MaxDepth + 1, strings.Repeat("[0]", strictjson.MaxDepth), ""},
		{"far too deep", deep(100_000), 1, strictjson.MaxDepth + 1, strings.Repeat("[0]", strictjson.MaxDepth), ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			node, err := parse(test.text)
			if err != nil && node != nil {
				t.Error("got a node beside the error")
			}
			got := fault(t, cmp.Or(err, node.Err()))
			want := strictjson.Error{File: "f.json", Line: test.line, Column: test.column, Path: test.path, Value: test.value, Reason: got.Reason}
			if diff := gocmp.Diff(want, got); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
			if got.Reason == "" {
				t.Error("no reason")
			}
		})
	}
}

// A syntax fault is at the last valid byte or at the first invalid one. The exact
// place and the reported character depend on the version of package jsontext.
func TestParse_SyntaxFaults(t *testing.T) {
	for _, test := range []struct{ right, wrong string }{
		{`[1 `, `2]`},
		{`[1`, `,]`},
		{`[1,`, `]`},
		{`{"a"`, `1}`},
		{`{"a": 1`, `]`},
		{`{`, `1: 2}`},
		{`{"a": 1,`, `}`},
		{`[tru`, `, 1]`},
		{`[01`, `]`},
		{`[-`, `]`},
		{`["\x`, `"]`},
		{"[\"a", "\n\"]"},
		{"", `]`},
		{"", `x`},
		{`[{}`, `{00`},
		{"[1, ", "\xff]"},
	} {
		text := test.right + test.wrong
		_, err := parse(text)
		got := fault(t, err)
		if first, last := len(test.right)-2, len(test.right)+3; got.Line != 1 || got.Column < first || got.Column > last {
			t.Errorf("%q: %v, want a column from %d to %d", text, err, first, last)
		}
		if got.Reason == "" || got.Value != "" {
			t.Errorf("%q: %+v", text, got)
		}
	}
}

// The path of a syntax fault is the path of the innermost object or list around it. A
// value nested too deeply before it is the first fault.
func TestParse_SyntaxFaultPaths(t *testing.T) {
	for text, path := range map[string]string{
		`{"a": {"b": [1, {"c": x}]}}`:                    "a.b[1]",
		`{"a": {"b": [1, {"c": 1]}]}}`:                   "a.b[1]",
		`{"a": {"b": [1, {"c": 1}, x]}}`:                 "a.b",
		`{"a": {"b": 1} x}`:                              "",
		`{"a b": [[{}, {"\u0063": [01]}]]}`:              `["a b"][0][1].c`,
		`[1, [2, {"a": 1, "a": {"b" 2}}]]`:               "[1][1].a",
		`[x]`:                                            "",
		deep(strictjson.MaxDepth+1) + "x":                strings.Repeat("[0]", strictjson.MaxDepth),
		strings.Repeat("[", strictjson.MaxDepth+1) + "x": strings.Repeat("[0]", strictjson.MaxDepth),
		strings.Repeat("[", strictjson.MaxDepth) + "x":   strings.Repeat("[0]", strictjson.MaxDepth-1),
	} {
		_, err := parse(text)
		if got := fault(t, err).Path; got != path {
			t.Errorf("%s: path %q, want %q", text, got, path)
		}
	}
}

// Members are found in any order of reading. Of two members with one name, the first
// counts.
func TestMembers_AnyOrder(t *testing.T) {
	names := []string{"a", "b", "c", "d"}
	for _, text := range []string{
		`{"a": 1, "b": 2, "c": 3, "d": 4}`, `{"d": 4, "c": 3, "b": 2, "a": 1}`,
		`{"b": 2, "a": 1, "b": 7, "d": 4, "c": 3, "a": 8}`,
	} {
		for first := range names {
			for step := 1; step < len(names); step += 2 {
				root, err := parse(text)
				if err != nil {
					t.Fatal(err)
				}
				members := root.Object()
				for i := range names {
					at := (first + i*step) % len(names)
					if got := members.Optional(names[at]).Int(); got != at+1 {
						t.Errorf("%s: %s is %d", text, names[at], got)
					}
				}
				duplicates := len(root.Errs())
				if members.End(); len(root.Errs()) != duplicates {
					t.Errorf("%s: %v", text, root.Errs())
				}
			}
		}
	}
}

// Parse and Elements accept 64 levels and reject 65.
func TestMaxDepth(t *testing.T) {
	const limit = 64
	for levels, accepted := range map[int]bool{limit - 1: true, limit: true, limit + 1: false} {
		object := strings.Repeat(`{"a":`, levels) + "1" + strings.Repeat("}", levels)
		for _, text := range []string{deep(levels), object} {
			if _, err := parse(text); (err == nil) != accepted {
				t.Errorf("%d levels: %v", levels, err)
			}
		}
		if _, _, err := streamed(strings.NewReader(deep(levels))); (err == nil) != accepted {
			t.Errorf("%d levels, element by element: %v", levels, err)
		}
	}
	if strictjson.MaxDepth != limit {
		t.Errorf("MaxDepth is %d", strictjson.MaxDepth)
	}
}

// Duplicate members are found in small and large objects.
func TestParse_DuplicateMembers(t *testing.T) {
	for _, n := range []int{15, 16, 17, 18, 100} {
		var text strings.Builder
		for i := range n {
			fmt.Fprintf(&text, "\"m%d\": %d,\n", i, i)
		}
		root, err := parse("{" + text.String() + `"m3": 0, "last": 1}`)
		if err != nil {
			t.Fatal(err)
		}
		want := fmt.Sprintf(`f.json:%d:1: "m3": duplicate member, first at 4:1`, n+1)
		if all := root.Errs(); len(all) != 1 || all[0].Error() != want {
			t.Errorf("%d members: %v, want %s", n, all, want)
		}
		if got := root.Object().Required("m3").Int(); got != 3 {
			t.Errorf("%d members: got %d, want the first", n, got)
		}
	}
}

// TestReadFaults reads objects with one fault each.
func TestReadFaults(t *testing.T) {
	read := func(root *strictjson.Node) {
		top := root.Object()
		_ = top.Optional("string").String()
		top.Optional("bool").Bool()
		top.Optional("int").Int()
		for _, node := range top.Optional("list").List() {
			node.Object().End()
		}
		strictjson.Read[calendar.Date](top.Optional("date"))
		for name, value := range top.Optional("areas").Object().All() {
			strictjson.Read[eligibility.Area](name)
			strictjson.Read[eligibility.Tri](value)
		}
		top.End()
	}
	for _, test := range []struct{ text, want string }{
		{`[]`, `f.json:1:1: want an object, not a list`},
		{"{\n\"string\": 1}", `f.json:2:11: string: 1: want a string, not a number`},
		{`{"string": null}`, `f.json:1:12: string: null: want a string, not null`},
		{`{"bool": "true"}`, `f.json:1:10: bool: "true": want a boolean, not a string`},
		{`{"int": 1.5}`, `f.json:1:9: int: 1.5: want a whole number that fits in an int`},
		{`{"int": 1e2}`, `f.json:1:9: int: 1e2: want a whole number that fits in an int`},
		{`{"int": 99999999999999999999}`, `f.json:1:9: int: 99999999999999999999: want a whole number that fits in an int`},
		{`{"int": false}`, `f.json:1:9: int: false: want a number, not a boolean`},
		{`{"list": {}}`, `f.json:1:10: list: want a list, not an object`},
		{`{"list": [{}, 7]}`, `f.json:1:15: list[1]: 7: want an object, not a number`},
		{`{"list": [{"x": 1}]}`, `f.json:1:12: list[0]: "x": unknown member; this object has no members`},
		{`{"date": "2023-02-29"}`, `f.json:1:10: date: "2023-02-29": day 29 is not within 1 to 28`},
		{`{"date": ""}`, `f.json:1:10: date: "": empty: leave the member out if it is unknown`},
		{`{"date": 20230228}`, `f.json:1:10: date: 20230228: want a string, not a number`},
		{`{"areas": {"security": "no", "data": "no"}}`, `f.json:1:30: areas: "data": want data-ai, digital-app-innovation, infrastructure, business-applications, modern-work or security`},
		{`{"areas": {"security": "maybe"}}`, `f.json:1:24: areas.security: "maybe": want no, unknown or yes`},
		{`{"areas": {"a b": 1}}`, `f.json:1:12: areas: "a b": want data-ai, digital-app-innovation, infrastructure, business-applications, modern-work or security`},
		{`{"dates": ""}`, `f.json:1:2: "dates": unknown member; known are string, bool, int, list, date, areas`},
		// The first fault in the text counts, in any order of reading.
		{`{"date": "x", "string": 1}`, `f.json:1:10: date: "x": want a digit`},
		{`{"y": 0, "string": 1}`, `f.json:1:2: "y": unknown member; known are string, bool, int, list, date, areas`},
		{`{"string": ` + strings.Repeat("1", 100) + `}`, `f.json:1:12: string: ` + strings.Repeat("1", 60) + `...: want a string, not a number`},
	} {
		root, err := parse(test.text)
		if err != nil {
			t.Errorf("%s: %v", test.text, err)
			continue
		}
		read(root)
		got := fault(t, root.Err())
		if got.Error() != test.want {
			t.Errorf("%s\n got %s\nwant %s", test.text, got.Error(), test.want)
		}
	}
}

func TestNode_QuotedPath(t *testing.T) {
	root, err := parse(`{"a b": {"": ["x"]}}`)
	if err != nil {
		t.Fatal(err)
	}
	root.Object().Optional("a b").Object().Optional("").List()[0].Fault("wrong")
	if got, want := root.Err().Error(), `f.json:1:15: ["a b"][""][0]: "x": wrong`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestRead(t *testing.T) {
	root, err := parse(` {"s": "\u00e9\n", "yes": true, "no": false, "n": -3, "l": [], "d": "2024-02-29"} `)
	if err != nil {
		t.Fatal(err)
	}
	top := root.Object()
	if got := top.Required("s").String(); got != "é\n" {
		t.Errorf("string: %q", got)
	}
	if !top.Required("yes").Bool() || top.Required("no").Bool() {
		t.Error("booleans")
	}
	if got := top.Required("n").Int(); got != -3 {
		t.Errorf("int: %d", got)
	}
	if got := top.Required("l").List(); len(got) != 0 {
		t.Errorf("list: %v", got)
	}
	if got := strictjson.Read[calendar.Date](top.Required("d")); got.String() != "2024-02-29" {
		t.Errorf("date: %v", got)
	}
	top.End()
	if err := root.Err(); err != nil {
		t.Error(err)
	}
}

func TestMembers_Required(t *testing.T) {
	root, err := parse("{\"list\": [\n  {}]}")
	if err != nil {
		t.Fatal(err)
	}
	if node := root.Object().Required("list").List()[0].Object().Required("name"); node != nil {
		t.Error("got an absent member")
	}
	if got, want := root.Err().Error(), "f.json:2:3: list[0]: the member name is missing"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// Reading an absent member returns zero values and records no fault.
func TestNode_Absent(t *testing.T) {
	root, err := parse(`{}`)
	if err != nil {
		t.Fatal(err)
	}
	absent := root.Object().Optional("x")
	members := absent.Object()
	date := strictjson.Read[calendar.Date](absent)
	if absent.String() != "" || absent.Bool() || absent.Int() != 0 || absent.List() != nil ||
		!date.IsZero() || members.Required("y") != nil || absent.Kind() != strictjson.Null {
		t.Error("an absent member has a value")
	}
	members.End()
	absent.Fault("nowhere")
	if absent.Err() != nil || root.Err() != nil {
		t.Error("an absent member is a fault")
	}
}

// Errs returns all faults of a text, at most one for each place.
func TestNode_Errs(t *testing.T) {
	root, err := parse("[{\"a\": 1, \"a\": 2},\n {\"b\": 3},\n {\"c\": \"\\udc00\"}]")
	if err != nil {
		t.Fatal(err)
	}
	list := root.List()
	list[1].Object().Required("b").Fault("too small")
	list[1].Object().Required("b").Fault("too small again")
	var places []int
	for _, fault := range root.Errs() {
		places = append(places, fault.Line, fault.Column)
	}
	if diff := gocmp.Diff([]int{1, 11, 2, 8, 3, 8}, places); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if line, column := list[2].Place(); line != 3 || column != 2 {
		t.Errorf("place %d:%d", line, column)
	}
	if inner := list[1].Object().Required("b"); !inner.Faulty() || !list[1].Faulty() || list[2].Object().Required("c") == nil {
		t.Error("the fault is not in the member and the object")
	}
	if list[0].List(); list[0].Object().Optional("a").Faulty() {
		t.Error("the first of two members is faulty")
	}
}

// seen returns a value and the values inside it as errors, which have the place and
// the kind of each value.
func seen(n *strictjson.Node) []strictjson.Error {
	all := []strictjson.Error{*n.Error(n.Kind().String())}
	switch n.Kind() {
	case strictjson.List:
		for _, element := range n.List() {
			all = append(all, seen(element)...)
		}
	case strictjson.Object:
		for name, value := range n.Object().All() {
			all = append(all, *name.Error("name"))
			all = append(all, seen(value)...)
		}
	}
	return all
}

// streamed reads a text element by element.
func streamed(r io.Reader) (values, faults []strictjson.Error, err error) {
	for n, err := range strictjson.Elements("f.json", r) {
		if err != nil {
			return values, faults, err
		}
		values = append(values, seen(n)...)
		for _, fault := range n.Errs() {
			faults = append(faults, *fault)
		}
	}
	return values, faults, nil
}

// checkElements checks that Elements returns the same values and faults as Parse,
// for any size of reads.
func checkElements(t *testing.T, text string) {
	t.Helper()
	values, faults, err := streamed(strings.NewReader(text))
	if bytewise, _, again := streamed(iotest.OneByteReader(strings.NewReader(text))); !gocmp.Equal(values, bytewise) || !gocmp.Equal(err, again) {
		t.Fatalf("%q: byte by byte: %v, %v", text, err, again)
	}
	root, wrong := parse(text)
	if wrong == nil && root.Kind() != strictjson.List {
		wrong = root.Error("want a list, not " + root.Kind().String())
	}
	if wrong != nil || err != nil {
		if diff := gocmp.Diff(wrong, err); diff != "" {
			t.Fatalf("%q (-whole +elements)\n%s", text, diff)
		}
		return
	}
	if diff := gocmp.Diff(seen(root)[1:], values); len(seen(root)) > 1 && diff != "" {
		t.Fatalf("%q (-whole +elements)\n%s", text, diff)
	}
	var want []strictjson.Error
	for _, fault := range root.Errs() {
		want = append(want, *fault)
	}
	if diff := gocmp.Diff(want, faults); diff != "" {
		t.Fatalf("%q: faults (-whole +elements)\n%s", text, diff)
	}
}

// plain returns a value as package json would decode it. Package json keeps the last
// of two members with one name.
func plain(n *strictjson.Node) any {
	switch n.Kind() {
	case strictjson.List:
		all := []any{}
		for _, element := range n.List() {
			all = append(all, plain(element))
		}
		return all
	case strictjson.Object:
		all := map[string]any{}
		for name, value := range n.Object().All() {
			all[name.String()] = plain(value)
		}
		return all
	case strictjson.String:
		return n.String()
	case strictjson.Bool:
		return n.Bool()
	case strictjson.Number:
		return json.Number(n.Error("").Value) // cut after 60 bytes
	}
	return nil
}

// checkWhole checks that Parse accepts the same texts as package json, except for
// the nesting depth, and returns the same values. A fault is inside the text.
func checkWhole(t *testing.T, text string) {
	t.Helper()
	root, err := parse(text)
	text = strings.TrimPrefix(text, strictjson.ByteOrderMark)
	if err != nil {
		got := fault(t, err)
		lines := strings.Split(text, "\n")
		if got.Line < 1 || got.Line > len(lines) || got.Column < 1 || got.Column > len(lines[got.Line-1])+1 {
			t.Fatalf("%q: %v is outside of the text", text, err)
		}
		if json.Valid([]byte(text)) && strings.Count(text, "[")+strings.Count(text, "{") <= strictjson.MaxDepth {
			t.Fatalf("%q: %v, but package json accepts it", text, err)
		}
		return
	}
	dec := json.NewDecoder(strings.NewReader(text))
	dec.UseNumber()
	var want any
	if err := dec.Decode(&want); err != nil || !json.Valid([]byte(text)) {
		t.Fatalf("%q: package json rejects it: %v", text, err)
	}
	if got := plain(root); !alike(want, got) {
		t.Fatalf("%q: package json returns %v, not %v", text, want, got)
	}
}

// alike reports whether two decoded values are equal. Package cmp would visit each
// nesting level twice, which doubles the time for each level.
func alike(a, b any) bool {
	switch a := a.(type) {
	case []any:
		b, ok := b.([]any)
		return ok && slices.EqualFunc(a, b, alike)
	case map[string]any:
		b, ok := b.(map[string]any)
		return ok && maps.EqualFunc(a, b, alike)
	case json.Number:
		b, ok := b.(json.Number)
		start, isCut := strings.CutSuffix(b.String(), "...")
		return ok && (a == b || isCut && strings.HasPrefix(a.String(), start))
	}
	return a == b
}

// texts returns valid and invalid texts, with and without a list.
func texts() []string {
	return []string{
		`[]`, "[\n]", ` [1, "a", null, true, {"b": [2, {}]}] `, `[-1.5e+3,0,false,"a\"b\\","\u00e9\n",{"\\":null,"a":{}}]`, "[\n  {\"a\": 1},\r\n  {\"a\": 2,\n \"b\": \"é\"}\n]\n",
		`[{"a": 1, "a": 2}, "\ud800"]`, "[1,\n2", `[1 2]`, `[1,]`, `[tru, 1]`, `{"a": 1}`, `"a"`, ` 12`, `null`, `false`, ``, " \n ", `[] x`, "[]\n\n ]", `[],`,
		"[\"a\xffb\"]", "[1, \xff]", `[{"a" 1}]`, `[{"a": 1], 2]`, `]`, `x`, "\n  {", `[1}`, `[-]`, `[01]`, `["\x"]`, "[\"a\nb\"]", `[1`, "\ufeff[1,\n\ufeff2]", "0\x00", "[\x00]\x00", "\xff\xfe", `[` + strings.Repeat(`9`, 90) + `]`, `["`, `[{`, `[tru`, `[{}{00`,
		deep(strictjson.MaxDepth), deep(strictjson.MaxDepth + 1), `[{1: 2}]`, `{"a":}`, `[:1]`, `[,]`,
		"[" + strings.Repeat("\n {\"a\": [1, \"x\"],\n\"b\": {}},", 1000) + "\n 3]\n\n",
	}
}

func TestParse_Texts(t *testing.T) {
	for _, text := range texts() {
		checkWhole(t, text)
		checkElements(t, text)
	}
}

// FuzzElements checks that Elements agrees with Parse, and Parse with package json.
func FuzzElements(f *testing.F) {
	for _, text := range texts() {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) <= 1<<12 {
			checkWhole(t, text)
			checkElements(t, text)
		}
	})
}

// Elements does not read beyond the current element.
func TestElements_Break(t *testing.T) {
	text := strings.NewReader("[" + strings.Repeat("1,\n", 1<<20))
	for n, err := range strictjson.Elements("f.json", text) {
		if err != nil || n.Int() != 1 {
			t.Fatalf("%v, %v", n, err)
		}
		break
	}
	if text.Len() < 1<<20 {
		t.Errorf("%d bytes are left", text.Len())
	}
}

// A read error is returned unchanged.
func TestParse_ReadError(t *testing.T) {
	broken := errors.New("broken pipe")
	for _, text := range []string{"", "[", "[1, ", "[\"a", "[1]", "[1] "} {
		in := io.MultiReader(strings.NewReader(text), iotest.ErrReader(broken))
		if _, _, err := streamed(in); err != broken {
			t.Errorf("%q, element by element: %v", text, err)
		}
		in = io.MultiReader(strings.NewReader(text), iotest.ErrReader(broken))
		if _, err := strictjson.Parse("f.json", in); err != broken {
			t.Errorf("%q: %v", text, err)
		}
	}
	if _, err := strictjson.Parse("f.json", iotest.ErrReader(io.ErrUnexpectedEOF)); err != io.ErrUnexpectedEOF {
		t.Errorf("unexpected end of a file: %v", err)
	}
}

// One byte-order mark is skipped and does not count in places. UTF-16 is named, and so
// is a byte that is not UTF-8 (INP-01, INP-02).
func TestParse_Encodings(t *testing.T) {
	const byte0xFC = "byte 0xFC is not UTF-8: the file may be UTF-16 or Windows-1252, save it as UTF-8"
	for text, want := range map[string]string{
		"\ufeff[1]":             "",
		"\ufeff[1, ]":           "f.json:1:3: unexpected character ','",
		"\ufeff\ufeff[1]":       `f.json:1:1: unexpected character '\ufeff'`,
		"[1]\ufeff":             "f.json:1:4: more text after the value",
		"\xef\xbb":              "f.json:1:1: ",
		"\xff\xfe[\x00]\x00":    "f.json:1:1: the file is UTF-16: save it as UTF-8",
		"\xfe\xff\x00[\x00]":    "f.json:1:1: the file is UTF-16: save it as UTF-8",
		"[\x00]\x00":            "f.json:1:1: the file is UTF-16: save it as UTF-8",
		"\x00[\x00]":            "f.json:1:1: the file is UTF-16: save it as UTF-8",
		"[\"M\xfcller\"]":       `f.json:1:4: [0]: "M\ufffdller": ` + byte0xFC,
		"{\"a\": \xfc}":         "f.json:1:7: " + byte0xFC,
		"[]\xfc":                "f.json:1:3: " + byte0xFC,
		"[\n{\"a\":1,\"a\":2}]": `f.json:2:8: [0]: "a": duplicate member, first at 2:2`,
	} {
		root, err := parse(text)
		if err == nil {
			err = root.Err()
		}
		got := ""
		if err != nil {
			got = strings.ReplaceAll(err.Error(), "\ufffd", `\ufffd`)
		}
		if got != want && (want == "" || !strings.HasPrefix(got, want)) {
			t.Errorf("%q: %s, want %s", text, got, want)
		}
	}
}
