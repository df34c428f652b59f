// Package probe checks how a page looks in a browser.
package probe

import _ "embed"

// Script is a JavaScript expression. Its value in a page is a [Result].
//
//go:embed probe.js
var Script string

// A Result is what Script found in a page.
type Result struct {
	Dark    bool     `json:"dark"`    // the color scheme
	Width   int      `json:"width"`   // of the window, in pixels
	Scroll  int      `json:"scroll"`  // the width of the page, in pixels
	Texts   int      `json:"texts"`   // the number of texts that are shown
	Faint   []string `json:"faint"`   // texts with too little contrast to their background (WCAG 2.2, AA)
	Outside []string `json:"outside"` // texts that overflow the window to the right
}
