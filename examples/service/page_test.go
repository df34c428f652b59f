package main

import (
	"bytes"
	"encoding"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	"github.com/partnerrules/partnerrules/eligibility"
	"github.com/partnerrules/partnerrules/examples/service/page"
)

// pageNodes returns the elements of index.html.
func pageNodes(t *testing.T) (nodes []*html.Node) {
	t.Helper()
	text, err := page.Files.ReadFile("index.html")
	if err != nil {
		t.Fatal(err)
	}
	root, err := html.Parse(bytes.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	for n := range root.Descendants() {
		if n.Type == html.ElementNode {
			nodes = append(nodes, n)
		}
	}
	return nodes
}

// attribute returns the value of an attribute, or an empty text.
func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// The form has a control for each fact, and each control has the codes of its fact.
// An empty value stands for unknown.
func TestPage_Controls(t *testing.T) {
	got := map[string][]string{}
	for _, n := range pageNodes(t) {
		name := attribute(n, "name")
		switch n.Data {
		case "input":
			got[name] = append(got[name], attribute(n, "value"))
		case "select":
			for option := range n.Descendants() {
				if option.Data == "option" {
					got[name] = append(got[name], attribute(option, "value"))
				}
			}
		}
	}
	want := map[string][]string{"on": {""}}
	addControls(want, "", reflect.TypeFor[eligibility.Facts]())
	for _, codes := range got {
		slices.Sort(codes)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("controls and their values (-want +got)\n%s", diff)
	}
}

// addControls adds the controls for the fields of a struct.
func addControls(controls map[string][]string, prefix string, of reflect.Type) {
	for field := range of.Fields() {
		name, _, _ := strings.Cut(field.Tag.Get("json"), ",")
		name = prefix + name
		_, isText := reflect.Zero(field.Type).Interface().(encoding.TextMarshaler)
		switch {
		case !isText:
			addControls(controls, name+".", field.Type)
		case field.Type == reflect.TypeFor[eligibility.AreaSet]():
			controls[name] = codes(textSchema(field.Type).OneOf[0].Items.Enum)
		case textSchema(field.Type).Enum == nil:
			controls[name] = []string{""}
		default:
			controls[name] = append(codes(textSchema(field.Type).Enum), "")
		}
		slices.Sort(controls[name])
	}
}

// codes returns the codes of an enumeration, without the code for unknown.
func codes(enum []any) (codes []string) {
	for _, value := range enum {
		code, isString := value.(string)
		if !isString {
			text, _ := value.(encoding.TextMarshaler).MarshalText() // constants have a text
			code = string(text)
		}
		if code != "" && code != "unknown" {
			codes = append(codes, code)
		}
	}
	return codes
}
