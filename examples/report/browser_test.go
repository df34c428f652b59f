package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/partnerrules/partnerrules/examples/internal/portfolio"
	"github.com/partnerrules/partnerrules/examples/internal/probe"
)

// browser returns the path of a Chromium, or skips the test.
func browser(t *testing.T) string {
	t.Helper()
	if testing.Short() {
		t.Skip("a browser takes seconds to start")
	}
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	t.Skip("no chromium, chromium-browser or google-chrome on PATH")
	return ""
}

// A screen is a page in a window of a given size and color scheme.
type screen struct {
	name          string
	width, height int
	dark          bool
	page          string
}

// TestInBrowser opens the page in desktop and phone sizes, in light and dark. The
// page is drawn, does not overflow to the side, and every text has enough contrast.
func TestInBrowser(t *testing.T) {
	path := browser(t)
	baseline, hostile := pageOf(t, sampleReport(t, portfolio.InForce)), pageOf(t, hostileReport(t))
	screens := []screen{
		{"phone, light", 390, 844, false, baseline},
		{"phone, hostile", 320, 568, true, hostile}, // the narrowest width in WCAG
		{"desktop, light", 1280, 900, false, pageOf(t, sampleReport(t, portfolio.InForce))},
		{"desktop, dark", 1280, 900, true, baseline},
	}
	found, picture := open(t, path, screens)
	top := 0
	for i, s := range screens {
		f := found[i]
		if f.Dark != s.dark || f.Width != s.width || f.Scroll > f.Width {
			t.Errorf("%s: dark %t; %d wide in a window of %d", s.name, f.Dark, f.Scroll, f.Width)
		}
		if f.Texts < 500 {
			t.Errorf("%s: %d texts are shown", s.name, f.Texts)
		}
		for _, text := range append(f.Faint, f.Outside...) {
			t.Errorf("%s: %s", s.name, text)
		}
		if n := colors(picture, image.Rect(0, top, s.width, top+s.height)); n < 50 {
			t.Errorf("%s: only %d colors", s.name, n)
		}
		top += s.height
	}
}

// open returns the probe of each screen, and a picture of all screens, one below
// the other.
func open(t *testing.T, browser string, screens []screen) ([]probe.Result, image.Image) {
	t.Helper()
	dir := t.TempDir()
	file, picture := filepath.Join(dir, "screens.html"), filepath.Join(dir, "screens.png")
	if err := os.WriteFile(file, []byte(framed(screens)), 0o666); err != nil {
		t.Fatal(err)
	}
	width, height := 0, 0
	for _, s := range screens {
		width, height = max(width, s.width), height+s.height
	}
	var stdout, stderr bytes.Buffer
	cmd := exec.Command(browser, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
		"--disable-background-networking", "--disable-component-update", "--disable-sync", "--hide-scrollbars",
		"--user-data-dir="+filepath.Join(dir, "profile"), fmt.Sprintf("--window-size=%d,%d", width, height),
		"--screenshot="+picture, "--dump-dom", (&url.URL{Scheme: "file", Path: filepath.ToSlash(file)}).String())
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	if err := cmd.Run(); err != nil {
		t.Fatalf("%v\n%s", err, stderr.Bytes())
	}
	return probed(t, stdout.String(), len(screens)), drawn(t, picture)
}

// framed returns a page with a frame for each screen, which contains the probe. A
// frame can be narrower than a Chromium window, which is at least 500 pixels wide,
// and has its own color scheme.
func framed(screens []screen) string {
	var b strings.Builder
	b.WriteString("<!DOCTYPE html><body style='margin: 0'>")
	for i, s := range screens {
		scheme := "light"
		if s.dark {
			scheme = "dark"
		}
		script := fmt.Sprintf("parent.document.getElementById('found-%d').textContent = JSON.stringify(%s)", i, strings.TrimSpace(probe.Script))
		page := strings.Replace(s.page, "</body>", "<script>"+script+"</script></body>", 1)
		fmt.Fprintf(&b, "<pre id='found-%d' hidden></pre><iframe style='border: 0; display: block; color-scheme: %s' width='%d' height='%d' srcdoc='%s'></iframe>",
			i, scheme, s.width, s.height, html.EscapeString(page))
	}
	return b.String()
}

func probed(t *testing.T, dom string, screens int) []probe.Result {
	t.Helper()
	root := parsed(t, dom)
	found := make([]probe.Result, screens)
	for i, n := range elements(root, "pre")[:screens] {
		if err := json.Unmarshal([]byte(textOf(n)), &found[i]); err != nil {
			t.Fatalf("probe of screen %d: %v", i, err)
		}
	}
	return found
}

func drawn(t *testing.T, path string) image.Image {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	picture, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return picture
}

// colors counts the colors in a part of a picture. A drawn page has many, because
// letters have smooth edges. One pixel in nine is enough.
func colors(picture image.Image, in image.Rectangle) int {
	seen := map[color.Color]bool{}
	for y := in.Min.Y; y < in.Max.Y; y += 3 {
		for x := in.Min.X; x < in.Max.X; x += 3 {
			seen[picture.At(x, y)] = true
		}
	}
	return len(seen)
}
