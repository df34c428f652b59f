package chart

import (
	"encoding/xml"
	"strconv"
	"strings"
	"text/template"
)

// SVG returns a picture of the panels. It has colors for light and dark themes, and
// the figures as text.
func SVG(title, description string, panels []Panel) (string, error) {
	var b strings.Builder
	err := template.Must(template.New("svg").Funcs(template.FuncMap{"xml": escape}).Parse(page)).Execute(&b, draw(title, description, panels))
	return b.String(), err
}

// escape escapes a text for XML.
func escape(s string) (string, error) {
	var b strings.Builder
	err := xml.EscapeText(&b, []byte(s))
	return b.String(), err
}

func trim(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }

const page = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {{.Width}} {{.Height}}" width="{{.Width}}" height="{{.Height}}" role="img" aria-labelledby="title description">
<title id="title">{{xml .Title}}</title>
<desc id="description">{{xml .Description}}</desc>
<style>
text { font: 13px system-ui, -apple-system, "Segoe UI", Helvetica, Arial, sans-serif; fill: #1f2328 }
.paper { fill: #ffffff }
.heading { font-size: 15px; font-weight: 600 }
.tick { font-size: 11px; fill: #59636e; text-anchor: middle }
.name { text-anchor: end }
.line { stroke: #d1d9e0; stroke-width: 1 }
.ours { fill: #0969da }
.peer { fill: #a3adb8 }
text.ours { fill: #0969da; font-weight: 600 }
text.peer { fill: #1f2328 }
@media (prefers-color-scheme: dark) {
text, text.peer { fill: #f0f6fc }
.paper { fill: #0d1117 }
.tick { fill: #9198a1 }
.line { stroke: #3d444d }
.ours, text.ours { fill: #58a6ff }
.peer { fill: #656c76 }
}
</style>
<rect class="paper" width="{{.Width}}" height="{{.Height}}" rx="6"/>
{{- $left := .Left}}
{{- range .Panels}}
<text class="heading" x="20" y="{{.TitleY}}">{{xml .Title}}</text>
{{- $top := .Top}}{{$bottom := .Bottom}}{{$tickY := .TickY}}
{{- range .Ticks}}
<line class="line" x1="{{.X}}" y1="{{$top}}" x2="{{.X}}" y2="{{$bottom}}"/>
<text class="tick" x="{{.X}}" y="{{$tickY}}">{{.Text}}</text>
{{- end}}
{{- range .Bars}}
<text class="name {{.Class}}" x="{{$left}}" dx="-8" y="{{.TextY}}">{{xml .Name}}</text>
<rect class="{{.Class}}" x="{{$left}}" y="{{.Y}}" width="{{.Width}}" height="{{.Height}}"/>
<text class="{{.Class}}" x="{{.End}}" y="{{.TextY}}">{{.Text}}</text>
{{- end}}
{{- end}}
</svg>
`
