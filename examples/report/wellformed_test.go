package main

import (
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/net/html"

	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/examples/internal/portfolio"
)

// parsed returns the root of a page.
func parsed(t *testing.T, page string) *html.Node {
	t.Helper()
	root, err := html.Parse(strings.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	return root
}

func attribute(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

// textOf returns the text of an element with single spaces.
func textOf(n *html.Node) string {
	var text strings.Builder
	for d := range n.Descendants() {
		if d.Type == html.TextNode {
			text.WriteString(d.Data)
		}
	}
	return strings.Join(strings.Fields(text.String()), " ")
}

// elements returns all elements with one of the names.
func elements(root *html.Node, names ...string) []*html.Node {
	var all []*html.Node
	for n := range root.Descendants() {
		for _, name := range names {
			if n.Type == html.ElementNode && n.Data == name {
				all = append(all, n)
			}
		}
	}
	return all
}

// pages returns the pages that all tests check: of the sample, of an empty file, and
// with hostile names.
func pages(t *testing.T) map[string]string {
	return map[string]string{
		"sample":  pageOf(t, sampleReport(t, portfolio.InForce)),
		"nothing": pageOf(t, reportOf(t, "2024-09-16", `{"companies": []}`)),
		"hostile": pageOf(t, hostileReport(t)),
	}
}

// void lists elements without an end tag.
var void = map[string]bool{"meta": true}

// Start and end tags match.
func TestPage_Tags(t *testing.T) {
	for name, page := range pages(t) {
		var open []string
		tokens := html.NewTokenizer(strings.NewReader(page))
		for kind := tokens.Next(); kind != html.ErrorToken; kind = tokens.Next() {
			tag, _ := tokens.TagName()
			switch {
			case kind == html.StartTagToken && !void[string(tag)]:
				open = append(open, string(tag))
			case kind == html.EndTagToken:
				if len(open) == 0 || open[len(open)-1] != string(tag) {
					t.Fatalf("%s: </%s> in %v", name, tag, open)
				}
				open = open[:len(open)-1]
			}
		}
		if len(open) > 0 {
			t.Errorf("%s: %v do not end", name, open)
		}
	}
}

// The page uses no script, no other file and no network.
func TestPage_SelfContained(t *testing.T) {
	for name, page := range pages(t) {
		root := parsed(t, page)
		for _, n := range elements(root, "script", "link", "img", "image", "iframe", "object", "embed", "base", "form", "use", "foreignObject", "audio", "video") {
			t.Errorf("%s: <%s>", name, n.Data)
		}
		for n := range root.Descendants() {
			for _, a := range n.Attr {
				if strings.HasPrefix(a.Key, "on") || a.Key == "src" || a.Key == "style" || a.Key == "href" && !strings.HasPrefix(a.Val, "#") {
					t.Errorf("%s: <%s %s=%q>", name, n.Data, a.Key, a.Val)
				}
			}
		}
		for _, n := range elements(root, "style") {
			for _, bad := range regexp.MustCompile(`@import|https?:|url\([^#)]`).FindAllString(textOf(n), -1) {
				t.Errorf("%s: the style has %s", name, bad)
			}
		}
	}
}

// The page has the names that assistive software needs.
func TestPage_Accessible(t *testing.T) {
	for name, page := range pages(t) {
		root := parsed(t, page)
		if root := elements(root, "html")[0]; attribute(root, "lang") != "en" {
			t.Errorf("%s: no language", name)
		}
		if titles := elements(root, "title"); textOf(titles[0]) == "" {
			t.Errorf("%s: no title", name)
		}
		if len(elements(root, "main")) != 1 || len(elements(root, "h1")) != 1 {
			t.Errorf("%s: want one main element and one h1", name)
		}
		level := 0
		for _, h := range elements(root, "h1", "h2", "h3", "h4", "h5", "h6") {
			if next := int(h.Data[1] - '0'); next > level+1 || textOf(h) == "" {
				t.Errorf("%s: <%s>%s after one of level %d", name, h.Data, textOf(h), level)
			}
			level = int(h.Data[1] - '0')
		}
		for _, n := range elements(root, "time") {
			if _, err := calendar.ParseDate(attribute(n, "datetime")); err != nil || textOf(n) == "" {
				t.Errorf("%s: time %q %q", name, attribute(n, "datetime"), textOf(n))
			}
		}
		for _, n := range elements(root, "ul", "ol") {
			for c := range n.ChildNodes() {
				if c.Type == html.ElementNode && c.Data != "li" || c.Type == html.TextNode && strings.TrimSpace(c.Data) != "" {
					t.Errorf("%s: %q in <%s>", name, c.Data, n.Data)
				}
			}
		}
		for _, n := range elements(root, "details") {
			if first := n.FirstChild; elements(n, "summary")[0].Parent != n || first == nil {
				t.Errorf("%s: details without a summary", name)
			}
		}
	}
}

// IDs are unique, and every reference has a target.
func TestPage_References(t *testing.T) {
	for name, page := range pages(t) {
		root := parsed(t, page)
		ids := map[string]bool{}
		for n := range root.Descendants() {
			if id := attribute(n, "id"); id != "" {
				if ids[id] {
					t.Errorf("%s: duplicate ID %s", name, id)
				}
				ids[id] = true
			}
		}
		for n := range root.Descendants() {
			refs := strings.Fields(attribute(n, "aria-labelledby"))
			if href := attribute(n, "href"); href != "" {
				refs = append(refs, strings.TrimPrefix(href, "#"))
			}
			for _, ref := range refs {
				if !ids[ref] {
					t.Errorf("%s: <%s> refers to %q, which does not exist", name, n.Data, ref)
				}
			}
		}
	}
}

// A table has a caption, header scopes, and the column header as a label of each
// cell, for phones.
func TestPage_Tables(t *testing.T) {
	for name, page := range pages(t) {
		for _, table := range elements(parsed(t, page), "table") {
			if captions := elements(table, "caption"); len(captions) != 1 || textOf(captions[0]) == "" {
				t.Errorf("%s: a table without a caption", name)
			}
			var columns []string
			for i, row := range elements(table, "tr") {
				cells := elements(row, "th", "td")
				for j, cell := range cells {
					switch {
					case i == 0:
						columns = append(columns, textOf(cell))
						if attribute(cell, "scope") != "col" {
							t.Errorf("%s: %s without scope", name, textOf(cell))
						}
					case j == 0:
						if attribute(cell, "scope") != "row" {
							t.Errorf("%s: %s without scope", name, textOf(cell))
						}
					case attribute(cell, "data-label") != columns[j]:
						t.Errorf("%s: %q in the column %q", name, attribute(cell, "data-label"), columns[j])
					}
				}
				if len(cells) != len(columns) {
					t.Errorf("%s: %d cells for %d columns", name, len(cells), len(columns))
				}
			}
		}
	}
}

// A picture has a title and a description, or is hidden from assistive software
// because a text next to it has the same content.
func TestPage_Pictures(t *testing.T) {
	for name, page := range pages(t) {
		for _, svg := range elements(parsed(t, page), "svg") {
			if svg.Parent.Data == "svg" || attribute(svg, "aria-hidden") == "true" {
				continue
			}
			named := strings.Fields(attribute(svg, "aria-labelledby"))
			title, desc := svg.FirstChild.NextSibling, elements(svg, "desc")
			switch {
			case attribute(svg, "role") != "img" || len(named) != 2:
				t.Errorf("%s: a picture without role and names", name)
			case title.Data != "title" || attribute(title, "id") != named[0] || textOf(title) == "":
				t.Errorf("%s: a picture without a title", name)
			case len(desc) != 1 || attribute(desc[0], "id") != named[1] || textOf(desc[0]) == "":
				t.Errorf("%s: %s has no description", name, textOf(title))
			}
		}
	}
}

// A hostile name is shown as text.
func TestPage_HostileNames(t *testing.T) {
	page := pageOf(t, hostileReport(t))
	root := parsed(t, page)
	for _, n := range elements(root, "h3") {
		if attribute(n, "id") == "company-1-title" && !strings.Contains(textOf(n), "</title><script>alert(1)</script>") {
			t.Errorf("the name is shown as %q", textOf(n))
		}
	}
	if !utf8.ValidString(page) {
		t.Error("the page is not UTF-8")
	}
	for _, bad := range []string{"<script", "\x00"} {
		if strings.Contains(page, bad) {
			t.Errorf("the page has %q", bad)
		}
	}
}
