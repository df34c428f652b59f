package portfolio

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io"
	"iter"
	"slices"
)

// WriteJSON writes the report like package json with an indent of two spaces. It
// writes long lists element by element, so that the JSON of a million claims need
// not fit in memory.
func (r *Report) WriteJSON(w io.Writer) error {
	out := jsonWriter{w: bufio.NewWriter(w)}
	out.open("{")
	out.member("on", r.On)
	out.member("policy", r.Policy)
	writeList(&out, "actions", slices.Values(r.Actions))
	writeList(&out, "blocked", slices.Values(r.Blocked))
	writeList(&out, "competing", slices.Values(r.Competing))
	writeList(&out, "companies", slices.Values(r.Companies))
	if r.Agreement != nil {
		out.member("agreement", r.Agreement)
	}
	if r.Claims != nil {
		out.name("claims")
		out.open("{")
		out.member("policy", r.Claims.Policy)
		writeList(&out, "claims", r.Claims.All)
		out.close("}")
	}
	out.member("summary", r.Summary)
	if len(r.Faults) > 0 {
		writeList(&out, "faults", slices.Values(r.Faults))
	}
	if len(r.Notes) > 0 {
		writeList(&out, "notes", slices.Values(r.Notes))
	}
	if len(r.Warnings) > 0 {
		writeList(&out, "warnings", slices.Values(r.Warnings))
	}
	out.close("}")
	out.text("\n")
	if out.err != nil {
		return out.err
	}
	return out.w.Flush()
}

// A jsonWriter writes JSON with an indent. It keeps the first error.
type jsonWriter struct {
	w      *bufio.Writer
	indent string
	more   bool // the open object or list is not empty
	err    error
}

func (j *jsonWriter) text(s string) {
	if j.err == nil {
		_, j.err = j.w.WriteString(s)
	}
}

// open begins an object or a list.
func (j *jsonWriter) open(bracket string) {
	j.text(bracket)
	j.indent, j.more = j.indent+"  ", false
}

// close ends an object or a list.
func (j *jsonWriter) close(bracket string) {
	j.indent = j.indent[2:]
	if j.more {
		j.text("\n" + j.indent)
	}
	j.text(bracket)
	j.more = true
}

// next begins a member or an element.
func (j *jsonWriter) next() {
	if j.more {
		j.text(",")
	}
	j.more = true
	j.text("\n" + j.indent)
}

func (j *jsonWriter) name(name string) {
	j.next()
	j.text(`"` + name + `": `)
}

func (j *jsonWriter) member(name string, value any) {
	j.name(name)
	j.value(value)
}

// value writes a value. It does not escape &, since the output is not HTML.
func (j *jsonWriter) value(value any) {
	if j.err != nil {
		return
	}
	var text bytes.Buffer
	enc := json.NewEncoder(&text)
	enc.SetEscapeHTML(false)
	enc.SetIndent(j.indent, "  ")
	j.err = enc.Encode(value)
	j.text(string(bytes.TrimSuffix(text.Bytes(), []byte("\n"))))
}

func writeList[T any](j *jsonWriter, name string, list iter.Seq[T]) {
	j.name(name)
	j.open("[")
	for element := range list {
		j.next()
		j.value(&element)
	}
	j.close("]")
}
