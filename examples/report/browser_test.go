package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"image/color"
	"image/png"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/partnerrules/partnerrules/examples/internal/portfolio"
)

// browser returns the path of a Chromium, or skips the test.
func browser(t *testing.T) string {
	t.Helper()
	if testing.Short() {
		t.Skip("a browser takes some seconds to start")
	}
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	t.Skip("no chromium, chromium-browser or google-chrome on PATH")
	return ""
}

// A probe is what testdata/probe.js finds.
type probe struct {
	Width, Scroll, Texts int
	Faint, Outside       []string
}

// TestInBrowser opens the page on a desk and on a phone, in light and in dark: it
// is drawn, nothing sticks out to the side, and every text can be told from its
// ground.
func TestInBrowser(t *testing.T) {
	path := browser(t)
	for _, test := range []struct {
		name          string
		width, height int
		scheme        string // as Chromium numbers it
		report        *portfolio.Report
	}{
		{"phone-light", 390, 844, "1", sampleReport(t, portfolio.Baseline)},
		{"desk-dark", 1280, 900, "0", sampleReport(t, portfolio.InForce)},
		{"phone-hostile", 390, 844, "1", hostileReport(t)},
	} {
		t.Run(test.name, func(t *testing.T) {
			found, picture := open(t, path, pageOf(t, test.report), test.width, test.height, test.scheme)
			if found.Width != test.width || found.Scroll > found.Width {
				t.Errorf("the page is %d wide in a window of %d, want %d", found.Scroll, found.Width, test.width)
			}
			if found.Texts < 500 {
				t.Errorf("%d texts are shown", found.Texts)
			}
			for _, text := range append(found.Faint, found.Outside...) {
				t.Error(text)
			}
			notBlank(t, picture, test.width, test.height)
		})
	}
}

// open returns what the probe finds on a page, and a picture of it.
func open(t *testing.T, browser, page string, width, height int, scheme string) (probe, []byte) {
	t.Helper()
	script, err := os.ReadFile("testdata/probe.js")
	if err != nil {
		t.Fatal(err)
	}
	dir := t.TempDir()
	file, picture := filepath.Join(dir, "page.html"), filepath.Join(dir, "page.png")
	page = strings.Replace(page, "</body>", "<script>"+string(script)+"</script></body>", 1)
	if err := os.WriteFile(file, []byte(framed(page, width, height)), 0o666); err != nil {
		t.Fatal(err)
	}
	var stdout, stderr bytes.Buffer
	cmd := exec.Command(browser, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
		"--disable-background-networking", "--disable-component-update", "--disable-sync", "--hide-scrollbars",
		"--user-data-dir="+filepath.Join(dir, "profile"), "--blink-settings=preferredColorScheme="+scheme,
		"--window-size="+strconv.Itoa(max(width, 500))+","+strconv.Itoa(height), "--screenshot="+picture, "--dump-dom",
		(&url.URL{Scheme: "file", Path: filepath.ToSlash(file)}).String())
	cmd.Stdout, cmd.Stderr = &stdout, &stderr
	if err := cmd.Run(); err != nil {
		t.Fatalf("%v\n%s", err, stderr.Bytes())
	}
	return probed(t, &stdout), read(t, picture)
}

// framed puts a page into another, since a window of Chromium is no narrower than
// 500 and a frame may be.
func framed(page string, width, height int) string {
	return fmt.Sprintf(`<!DOCTYPE html><meta name="color-scheme" content="light dark"><pre id="probe" hidden></pre>`+
		`<body style="margin: 0"><iframe style="border: 0" width="%d" height="%d" srcdoc="%s"></iframe>`, width, height, html.EscapeString(page))
}

func probed(t *testing.T, dom *bytes.Buffer) probe {
	t.Helper()
	root, err := html.Parse(dom)
	if err != nil {
		t.Fatal(err)
	}
	for n := range root.Descendants() {
		if attribute(n, "id") == "probe" && n.FirstChild != nil {
			var found probe
			if err := json.Unmarshal([]byte(n.FirstChild.Data), &found); err != nil {
				t.Fatal(err)
			}
			return found
		}
	}
	t.Fatal("the browser has not run the probe")
	return probe{}
}

func read(t *testing.T, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// notBlank fails unless a picture is large enough and has a good many colours: letters have smooth edges.
func notBlank(t *testing.T, picture []byte, width, height int) {
	t.Helper()
	image, err := png.Decode(bytes.NewReader(picture))
	if err != nil {
		t.Fatal(err)
	}
	if size := image.Bounds().Size(); size.X < width || size.Y < height {
		t.Fatalf("the picture has the size %v", size)
	}
	colours := map[color.Color]bool{}
	for y := range height {
		for x := range width {
			colours[image.At(x, y)] = true
		}
	}
	if len(colours) < 50 {
		t.Errorf("the picture has %d colours", len(colours))
	}
}
