package strictjson_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/eligibility"
	"github.com/partnerrules/partnerrules/examples/internal/strictjson"
)

// fault returns the parts of an error of the package.
func fault(t *testing.T, err error) strictjson.Error {
	t.Helper()
	var fault *strictjson.Error
	if !errors.As(err, &fault) {
		t.Fatalf("got %v, want a *strictjson.Error", err)
	}
	return *fault
}

func TestParseFaults(t *testing.T) {
	deep := func(levels int) string { return strings.Repeat("[", levels) + strings.Repeat("]", levels) }
	for _, test := range []struct {
		name, text   string
		line, column int
		path, value  string
	}{
		{"empty", "", 1, 1, "", ""},
		{"space only", " \n ", 2, 2, "", ""},
		{"cut off", "{\n  \"a\": [1", 2, 10, "", ""},
		{"wrong byte", "{\n  \"a\": x\n}", 2, 8, "", ""},
		{"comma before the end", "[1,\n]", 2, 1, "", ""},
		{"trailing value", "{}\n  {}", 2, 3, "", ""},
		{"trailing garbage", "[] ]", 1, 4, "", ""},
		{"not UTF-8", "[\n\"a\xffb\"]", 2, 3, "", ""},
		{"not UTF-8 after the end", "[]\xff", 1, 3, "", ""},
		{"member twice", "{\n \"a\": {\"b\": 1, \"b\": 2}}", 2, 16, "a", `"b"`},
		{"member twice by an escape", `{"a": 1, "\u0061": 2}`, 1, 10, "", `"a"`},
		{"the first of two faults", `[{"a": 1, "a": 2}, "\ud800"]`, 1, 11, "[0]", `"a"`},
		{"half a surrogate pair", `["\ud800"]`, 1, 2, "[0]", `"�"`},
		{"columns count bytes", `["é€", "\udc00"]`, 1, 11, "[1]", `"�"`},
		{"too deep", "\n" + deep(strictjson.MaxDepth+1), 2, strictjson.MaxDepth + 1, strings.Repeat("[0]", strictjson.MaxDepth), ""},
		{"far too deep", deep(100_000), 1, 10_001, "", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			node, err := strictjson.Parse("f.json", []byte(test.text))
			if node != nil {
				t.Error("got a node beside the error")
			}
			got := fault(t, err)
			want := strictjson.Error{File: "f.json", Line: test.line, Column: test.column, Path: test.path, Value: test.value, Reason: got.Reason}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
			if got.Reason == "" {
				t.Error("no reason")
			}
		})
	}
}

func TestParseTakesDeepestNesting(t *testing.T) {
	text := strings.Repeat("[", strictjson.MaxDepth) + strings.Repeat("]", strictjson.MaxDepth)
	node, err := strictjson.Parse("f.json", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	depth := 0
	for ; node != nil; depth++ {
		next := node.List()
		node = nil
		if len(next) > 0 {
			node = next[0]
		}
	}
	if depth != strictjson.MaxDepth {
		t.Errorf("read %d levels, want %d", depth, strictjson.MaxDepth)
	}
}

// TestReadFaults reads one object in every way, with one thing wrong in it.
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
		{`{"list": [{"x": 1}]}`, `f.json:1:12: list[0]: "x": unknown member; none is known`},
		{`{"date": "2023-02-29"}`, `f.json:1:10: date: "2023-02-29": day 29 is not within 1 to 28`},
		{`{"date": ""}`, `f.json:1:10: date: "": empty: leave the member out if it is not known`},
		{`{"date": 20230228}`, `f.json:1:10: date: 20230228: want a string, not a number`},
		{`{"areas": {"security": "no", "data": "no"}}`, `f.json:1:30: areas: "data": want data-ai, digital-app-innovation, infrastructure, business-applications, modern-work or security`},
		{`{"areas": {"security": "maybe"}}`, `f.json:1:24: areas.security: "maybe": want no, unknown or yes`},
		{`{"areas": {"a b": 1}}`, `f.json:1:12: areas: "a b": want data-ai, digital-app-innovation, infrastructure, business-applications, modern-work or security`},
		{`{"dates": ""}`, `f.json:1:2: "dates": unknown member; known are string, bool, int, list, date, areas`},
		// The order of reading does not matter, that of the text does.
		{`{"date": "x", "string": 1}`, `f.json:1:10: date: "x": want a digit`},
		{`{"y": 0, "string": 1}`, `f.json:1:2: "y": unknown member; known are string, bool, int, list, date, areas`},
		{`{"string": ` + strings.Repeat("1", 100) + `}`, `f.json:1:12: string: ` + strings.Repeat("1", 60) + `...: want a string, not a number`},
	} {
		root, err := strictjson.Parse("f.json", []byte(test.text))
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

func TestPathQuotesOddNames(t *testing.T) {
	root, err := strictjson.Parse("f.json", []byte(`{"a b": {"": ["x"]}}`))
	if err != nil {
		t.Fatal(err)
	}
	root.Object().Optional("a b").Object().Optional("").List()[0].Fault("wrong")
	if got, want := root.Err().Error(), `f.json:1:15: ["a b"][""][0]: "x": wrong`; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

func TestRead(t *testing.T) {
	root, err := strictjson.Parse("f.json", []byte(` {"s": "\u00e9\n", "yes": true, "no": false, "n": -3, "l": [], "d": "2024-02-29"} `))
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

func TestRequiredMember(t *testing.T) {
	root, err := strictjson.Parse("f.json", []byte("{\"list\": [\n  {}]}"))
	if err != nil {
		t.Fatal(err)
	}
	if node := root.Object().Required("list").List()[0].Object().Required("name"); node != nil {
		t.Error("got a member that is not there")
	}
	if got, want := root.Err().Error(), "f.json:2:3: list[0]: without the member name"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// TestAbsent: what is not there reads as zero values, and is no fault.
func TestAbsent(t *testing.T) {
	root, err := strictjson.Parse("f.json", []byte(`{}`))
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

// FuzzParse: no text makes the parser panic, and every error says where.
func FuzzParse(f *testing.F) {
	for _, seed := range []string{`{"a": [1, "b", null, true]}`, `[`, `{"a":1,"a":2}`, "\xff", `"\ud800"`} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		root, err := strictjson.Parse("f.json", []byte(text))
		if err == nil {
			if root.Err() != nil {
				t.Error("a fault that Parse did not return")
			}
			return
		}
		got := fault(t, err)
		lines := strings.Split(text, "\n")
		if got.Line < 1 || got.Line > len(lines) || got.Column < 1 || got.Column > len(lines[got.Line-1])+1 {
			t.Errorf("%q: %v lies outside of the text", text, err)
		}
	})
}
