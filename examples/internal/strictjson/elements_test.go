package strictjson_test

import (
	"encoding/json"
	"errors"
	"io"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"

	"github.com/partnerrules/partnerrules/examples/internal/strictjson"
)

// seen is what there is to see of a tree: each value with its place and kind,
// told by a fault noted at each.
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

// checkElements holds the two ways of reading a list to each other.
func checkElements(t *testing.T, text string) {
	t.Helper()
	checkTree(t, text)
	values, faults, err := streamed(strings.NewReader(text))
	if bytewise, _, again := streamed(iotest.OneByteReader(strings.NewReader(text))); !cmp.Equal(values, bytewise) || errorText(err) != errorText(again) {
		t.Fatalf("%q: what is read hangs on how much comes at once: %v, %v", text, err, again)
	}
	root, wrong := strictjson.Tolerant("f.json", []byte(text))
	if wrong == nil && root.Kind() != strictjson.List {
		wrong = root.Error("want a list, not " + root.Kind().String())
	}
	if wrong != nil {
		sameRefusal(t, text, wrong, err)
		return
	}
	if err != nil {
		t.Fatalf("%q: refused only element by element: %v", text, err)
	}
	if diff := cmp.Diff(seen(root)[1:], values); len(seen(root)) > 1 && diff != "" {
		t.Fatalf("%q (-tree +elements)\n%s", text, diff)
	}
	var want []strictjson.Error
	for _, fault := range root.Errs() {
		want = append(want, *fault)
	}
	if diff := cmp.Diff(want, faults); diff != "" {
		t.Fatalf("%q: faults (-tree +elements)\n%s", text, diff)
	}
}

// sameRefusal: what the tree form refuses is refused element by element, at the
// same place but for two things: the tree form looks at all bytes before it looks
// at the grammar, and does not count the levels of a text that breaks it.
func sameRefusal(t *testing.T, text string, tree, elements error) {
	t.Helper()
	if elements == nil {
		t.Fatalf("%q: refused as a tree only: %v", text, tree)
	}
	want, got := fault(t, tree), fault(t, elements)
	if strings.Contains(want.Reason, "UTF-8") || strings.Contains(got.Reason, "nested") || strings.Contains(want.Reason, "depth") {
		return
	}
	if want.Line != got.Line || want.Column != got.Column {
		t.Fatalf("%q:\ntree     %v\nelements %v", text, tree, elements)
	}
}

func errorText(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}

// plain makes of a tree what package json makes of a text.
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

// checkTree holds a tree to package json, which keeps the last of two members
// with one name.
func checkTree(t *testing.T, text string) {
	t.Helper()
	dec := json.NewDecoder(strings.NewReader(text))
	dec.UseNumber()
	var want any
	err := dec.Decode(&want)
	root, wrong := strictjson.Tolerant("f.json", []byte(text))
	if wrong == nil && err != nil {
		t.Fatalf("%q: refused by package json only: %v", text, err)
	}
	if wrong == nil && !alike(want, plain(root)) {
		t.Fatalf("%q: package json reads %v, the tree is %v", text, want, plain(root))
	}
}

// alike reports whether two texts are read alike. It is written out because
// package cmp looks at each level of nesting twice, which doubles its time.
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

// listTexts are texts on both sides of what is a list.
func listTexts() []string {
	return []string{
		`[]`, "[\n]", ` [1, "a", null, true, {"b": [2, {}]}] `, `[-1.5e+3,0,false,"a\"b\\","\u00e9\n",{"\\":null,"a":{}}]`, "[\n  {\"a\": 1},\r\n  {\"a\": 2,\n \"b\": \"é\"}\n]\n",
		`[{"a": 1, "a": 2}, "\ud800"]`, "[1,\n2", `[1 2]`, `[1,]`, `[tru, 1]`, `{"a": 1}`, `"a"`, ` 12`, `null`, `false`, ``, " \n ", `[] x`, "[]\n\n ]",
		"[\"a\xffb\"]", "[1, \xff]", `[{"a" 1}]`, `[{"a": 1], 2]`, `]`, `x`, "\n  {", `[1}`, `[-]`, `[01]`, `["\x"]`, "[\"a\nb\"]", `[1`, `[` + strings.Repeat(`9`, 90) + `]`, `["`, `[{`, `[tru`, `[{}{00`,
		strings.Repeat("[", strictjson.MaxDepth+1) + strings.Repeat("]", strictjson.MaxDepth+1),
	}
}

func TestElements(t *testing.T) {
	for _, text := range listTexts() {
		checkElements(t, text)
	}
	long := "[" + strings.Repeat("\n {\"a\": [1, \"x\"],\n\"b\": {}},", 1000) + "\n 3]\n\n"
	checkElements(t, long)
}

// FuzzElements: reading element by element is reading the tree.
func FuzzElements(f *testing.F) {
	for _, text := range listTexts() {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) <= 1<<10 { // each place is told anew, which takes the square of the length
			checkElements(t, text)
		}
	})
}

// TestElementsStopEarly: what was not asked for is not read.
func TestElementsStopEarly(t *testing.T) {
	text := strings.NewReader("[" + strings.Repeat("1,\n", 1<<20))
	for n, err := range strictjson.Elements("f.json", text) {
		if err != nil || n.Int() != 1 {
			t.Fatalf("%v, %v", n, err)
		}
		break
	}
	if text.Len() < 1<<20 {
		t.Errorf("all but %d bytes were read", text.Len())
	}
}

func TestElementsReaderFails(t *testing.T) {
	broken := errors.New("broken pipe")
	for _, text := range []string{"", "[", "[1, ", "[1]", "[1] "} {
		_, _, err := streamed(io.MultiReader(strings.NewReader(text), iotest.ErrReader(broken)))
		if !errors.Is(err, broken) {
			t.Errorf("%q: %v", text, err)
		}
	}
}

// TestTolerant: all faults are told, and which value each is in.
func TestTolerant(t *testing.T) {
	root, err := strictjson.Tolerant("f.json", []byte("[{\"a\": 1, \"a\": 2},\n {\"b\": 3},\n {\"c\": \"\\udc00\"}]"))
	if err != nil {
		t.Fatal(err)
	}
	list := root.List()
	list[1].Object().Required("b").Fault("too small")
	list[1].Object().Required("b").Fault("too small, said again")
	var places []int
	for _, fault := range root.Errs() {
		places = append(places, fault.Line, fault.Column)
	}
	if diff := cmp.Diff([]int{1, 11, 2, 8, 3, 8}, places); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if line, column := list[2].Place(); line != 3 || column != 2 {
		t.Errorf("place %d:%d", line, column)
	}
	if inner := list[1].Object().Required("b"); !inner.Faulty() || !list[1].Faulty() || list[2].Object().Required("c") == nil {
		t.Error("the fault lies in the member and in the object")
	}
	if list[0].List(); list[0].Object().Optional("a").Faulty() {
		t.Error("the first of two members is right")
	}
}
