package main

import (
	"bytes"
	"embed"
	"html/template"
	"io"

	"github.com/partnerrules/partnerrules/examples/internal/portfolio"
)

//go:embed page/*.html page/style.css
var page embed.FS

// style is embedded in the page, so that the page needs no other file.
var style = func() template.CSS {
	text, err := page.ReadFile("page/style.css")
	if err != nil {
		panic(err)
	}
	return template.CSS(text)
}()

var templates = template.Must(template.New("").Funcs(template.FuncMap{
	"style":   func() template.CSS { return style },
	"weekday": weekdayText,
	"day":     dayText,
	"days":    daysText,
	"count":   portfolio.Count,
}).ParseFS(page, "page/*.html"))

// writePage writes a report as an HTML page. The page needs no network, script or
// other file.
func writePage(w io.Writer, r *portfolio.Report) error {
	var text bytes.Buffer
	if err := templates.ExecuteTemplate(&text, "page.html", newView(r)); err != nil {
		return err
	}
	_, err := w.Write(bytes.ToValidUTF8(text.Bytes(), []byte("\uFFFD")))
	return err
}
