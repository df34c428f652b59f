//go:build browser

package main

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/accessibility"
	"github.com/chromedp/cdproto/cdp"
	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/google/go-cmp/cmp"

	"github.com/partnerrules/partnerrules/examples/internal/probe"
	"github.com/partnerrules/partnerrules/examples/service/page"
)

var pictures = flag.String("pictures", "", "write pictures of the page into this `folder`")

// TestPage uses the page as a person does, served and static, on a desk and on a
// phone, in light and dark. Run it with -tags browser, which needs chromium.
func TestPage(t *testing.T) {
	served := httptest.NewServer(newServer().Handler)
	t.Cleanup(served.Close)
	dir := filepath.Join(t.TempDir(), "static")
	if err := page.Write(dir, "github.com/partnerrules/partnerrules/examples/service"); err != nil {
		t.Fatal(err)
	}
	static := httptest.NewServer(http.FileServer(http.Dir(dir)))
	t.Cleanup(static.Close)

	browser := newBrowser(t)
	for _, server := range []struct{ name, url string }{{"served", served.URL + "/"}, {"static", static.URL + "/"}} {
		for _, s := range []screen{
			{"desk-light", 1280, 900, false},
			{"desk-dark", 1280, 900, true},
			{"phone-light", 400, 800, false},
			{"phone-dark", 320, 568, true}, // the narrowest width in WCAG
		} {
			t.Run(server.name+"-"+s.name, func(t *testing.T) {
				testVisit(t, newTab(t, browser, s, server.url), s, server.url)
			})
		}
		t.Run(server.name+"-answers", func(t *testing.T) {
			testAnswers(t, newTab(t, browser, screen{width: 800, height: 600}, server.url), server.url)
		})
	}
}

// A screen is the size and the color scheme of a window.
type screen struct {
	name          string
	width, height int64
	dark          bool
}

// newBrowser starts chromium, or fails the test.
func newBrowser(t *testing.T) context.Context {
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath("chromium"), chromedp.NoSandbox)
	ctx, cancel := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(cancel)
	ctx, cancel = chromedp.NewContext(ctx)
	t.Cleanup(cancel)
	do(t, ctx)
	return ctx
}

// newTab opens an empty tab. At its end the test fails if the console of the tab has
// an error, or if the tab has requested anything from another server.
func newTab(t *testing.T, browser context.Context, s screen, url string) context.Context {
	ctx, cancel := chromedp.NewContext(browser)
	t.Cleanup(cancel)
	do(t, ctx)
	ctx, cancel = context.WithTimeout(ctx, 3*time.Minute)
	t.Cleanup(cancel)
	var mu sync.Mutex
	var faults []string
	fault := func(text ...string) {
		mu.Lock()
		defer mu.Unlock()
		faults = append(faults, strings.Join(text, " "))
	}
	err := chromedp.Listen(ctx, func(event any) {
		switch e := event.(type) {
		case *runtime.EventExceptionThrown:
			fault((&chromedp.ExceptionError{ExceptionDetails: e.ExceptionDetails}).Error())
		case *runtime.EventConsoleAPICalled:
			fault("console:", string(e.Type))
		case *log.EventEntryAdded:
			if !strings.Contains(e.Entry.URL, "/v1/") || !strings.Contains(e.Entry.Text, "400") { // chromium logs the answers to invalid facts
				fault(string(e.Entry.Level), e.Entry.Text, e.Entry.URL)
			}
		case *network.EventRequestWillBeSent:
			if !strings.HasPrefix(e.Request.URL, url) {
				fault("request:", e.Request.URL)
			}
		}
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		mu.Lock()
		defer mu.Unlock()
		for _, text := range faults {
			t.Error(text)
		}
	})
	scheme := "light"
	if s.dark {
		scheme = "dark"
	}
	do(t, ctx, chromedp.EmulateViewport(s.width, s.height))
	call(t, ctx, network.Enable, network.EnableParams{})
	call(t, ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}},
	})
	return ctx
}

// do runs actions in a tab.
func do(t *testing.T, ctx context.Context, actions ...chromedp.Action[chromedp.Void]) {
	t.Helper()
	if err := chromedp.Do(ctx, actions...); err != nil {
		t.Fatal(err)
	}
}

// valueOf runs an action in a tab and returns its value.
func valueOf[V any](t *testing.T, ctx context.Context, action chromedp.Action[V]) V {
	t.Helper()
	v, err := chromedp.Run(ctx, action)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// call runs a command of the DevTools protocol.
func call[P, V any](t *testing.T, ctx context.Context, command cdp.Command[P, V], params P) V {
	t.Helper()
	v, err := chromedp.Call(ctx, command, params)
	if err != nil {
		t.Fatal(err)
	}
	return v
}

// eval returns the value of a JavaScript expression, which may be a promise.
func eval[V any](t *testing.T, ctx context.Context, expression string) V {
	t.Helper()
	return valueOf(t, ctx, chromedp.Evaluate[V](expression, chromedp.EvalAwaitPromise))
}

// typed replaces the text of a field and presses Enter.
func typed(selector, text string) chromedp.Action[chromedp.Void] {
	return chromedp.Steps(
		chromedp.Evaluate[chromedp.Void]("document.querySelector('"+selector+"').select()"),
		chromedp.SendKeys(selector, text+kb.Enter))
}

// seen waits until a text is on the page, and fails the test if it never is.
func seen(t *testing.T, ctx context.Context, selector, text string) {
	t.Helper()
	shown := fmt.Sprintf("[...document.querySelectorAll(%s)].some((e) => e.checkVisibility() && e.innerText.includes(%s))", quote(selector), quote(text))
	for start := time.Now(); time.Since(start) < 20*time.Second; time.Sleep(50 * time.Millisecond) {
		found, err := chromedp.Run(ctx, chromedp.Evaluate[bool](shown))
		if err == nil && found { // there is an error while the page loads
			return
		}
	}
	t.Fatalf("%q is not in %s:\n%s", text, selector, eval[string](t, ctx, "document.querySelector('section').innerText"))
}

// answersOf returns the text of all answers.
func answersOf(t *testing.T, ctx context.Context) string {
	t.Helper()
	return eval[string](t, ctx, "document.getElementById('answers').innerText")
}

// The facts are the facts of the first program in README.md, with a billing profile.
func testVisit(t *testing.T, ctx context.Context, s screen, url string) {
	name := strings.TrimPrefix(t.Name(), "TestPage/")
	do(t, ctx, chromedp.Navigate(url))
	seen(t, ctx, "#summary", "undetermined")
	seen(t, ctx, "#answers", "Has the account been verified and approved?") // it depends on everything
	picture(t, ctx, name+"-start")

	do(t, ctx,
		typed("[name=on]", "2024-02-10"),
		chromedp.SendKeys("[name=account]", "Authorized"),
		chromedp.SendKeys("[name=membership]", "Solutions Partner"),
		typed("[name=anniversary]", "2024-03-01"),
		chromedp.SendKeys("[name='qualified.security']", "Yes"),
		chromedp.SendKeys("[name=held][value=security]", " "),
		chromedp.SendKeys("[name=billing]", "Linked"),
	)
	seen(t, ctx, "#summary", "On 10 February 2024")
	seen(t, ctx, ".offer:nth-child(6)", "Solutions Partner for Security")
	seen(t, ctx, ".offer:nth-child(6)", "2 March 2024")
	seen(t, ctx, ".offer:nth-child(6)", "31 March 2024")
	seen(t, ctx, ".offer:nth-child(6) .reasons", "The renewal window is not open yet.")
	seen(t, ctx, ".offer:nth-child(6) .reasons", "Wait until the renewal window opens.")
	seen(t, ctx, ".offer:nth-child(6) .reasons", "ELG-02")
	if n := eval[int](t, ctx, "document.querySelectorAll('.offer').length"); n != 13 {
		t.Errorf("%d offers", n)
	}
	looks(t, ctx)
	names(t, ctx)
	picture(t, ctx, name+"-facts")
	if s.width < 960 { // the offers are below the form
		do(t, ctx, chromedp.Click("#show"))
		seen(t, ctx, "#offers:focus", "Offers")
		picture(t, ctx, name+"-offers")
	}

	// The link has the facts.
	answers, hash := answersOf(t, ctx), eval[string](t, ctx, "location.hash")
	do(t, ctx, chromedp.Navigate("about:blank"), chromedp.Navigate(url+hash))
	seen(t, ctx, ".offer:nth-child(6)", "2 March 2024")
	if diff := cmp.Diff(answers, answersOf(t, ctx)); diff != "" {
		t.Errorf("from %s (-form +link)\n%s", hash, diff)
	}

	// An impossible day is an error at its field, and ends with a possible day.
	do(t, ctx, typed("[name=anniversary]", "2024-02-30"))
	seen(t, ctx, "#summary", "Anniversary date: ")
	seen(t, ctx, "[name=anniversary][aria-invalid] + .fault", "30")
	if n := eval[int](t, ctx, "document.querySelectorAll('.offer').length"); n != 0 {
		t.Errorf("%d offers for invalid facts", n)
	}
	looks(t, ctx)
	picture(t, ctx, name+"-fault")
	do(t, ctx, typed("[name=anniversary]", "2024-02-29"))
	seen(t, ctx, ".offer:nth-child(6)", "1 March 2024")
	if n := eval[int](t, ctx, "document.querySelectorAll('.fault, [aria-invalid]').length"); n != 0 {
		t.Errorf("%d faults are left", n)
	}

	do(t, ctx, chromedp.Click("#clear"))
	seen(t, ctx, "#answers", "Has the account been verified and approved?")

	// Each example shows what its text says.
	for i, want := range []struct{ offer, rule string }{
		{".offer:nth-child(6)", "ELG-05"}, // the billing profile is not linked
		{".offer:nth-child(7)", "ELG-03"}, // Gold is not sold to a company that qualifies
		{".offer:nth-child(9)", "ELG-13"}, // the Action Pack is retired
	} {
		do(t, ctx, chromedp.Click(fmt.Sprintf("header a:nth-of-type(%d)", i+1)))
		seen(t, ctx, want.offer+" .reasons .error", want.rule)
	}
}

// looks fails the test if the page overflows to the right or has faint texts.
func looks(t *testing.T, ctx context.Context) {
	t.Helper()
	found := eval[probe.Result](t, ctx, probe.Script)
	if found.Scroll > found.Width {
		t.Errorf("%d wide in a window of %d", found.Scroll, found.Width)
	}
	for _, text := range append(found.Faint, found.Outside...) {
		t.Error(text)
	}
}

// names fails the test if a control has no name for a screen reader.
func names(t *testing.T, ctx context.Context) {
	t.Helper()
	tree := call(t, ctx, accessibility.GetFullAXTree, accessibility.GetFullAXTreeParams{})
	controls := 0
	for _, n := range tree.Nodes {
		if n.Ignored {
			continue
		}
		switch role := string(n.Role.Value); role {
		case `"textbox"`, `"combobox"`, `"checkbox"`, `"button"`, `"link"`:
			controls++
			if n.Name == nil || string(n.Name.Value) == `""` {
				t.Errorf("a %s without a name", role)
			}
		}
	}
	if controls < 30 {
		t.Errorf("%d controls", controls)
	}
}

func picture(t *testing.T, ctx context.Context, name string) {
	t.Helper()
	if *pictures == "" {
		return
	}
	window, page := valueOf(t, ctx, chromedp.CaptureScreenshot()), valueOf(t, ctx, chromedp.FullScreenshot(100))
	for file, png := range map[string][]byte{name + ".png": window, name + "-full.png": page} {
		if err := os.WriteFile(filepath.Join(*pictures, file), png, 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

// testAnswers compares the answers in the browser with the answers of the package,
// for each sample.
func testAnswers(t *testing.T, ctx context.Context, url string) {
	do(t, ctx, chromedp.Navigate(url))
	seen(t, ctx, "#summary", "undetermined")
	type answer struct {
		OK   bool   `json:"ok"`
		Text string `json:"text"`
	}
	for _, s := range samples() {
		for _, body := range []string{s.body, "{", `{"on": "2024-02-30"}`} {
			direct := post(t, s.path, body)
			want := answer{direct.Code == http.StatusOK, direct.Body.String()}
			got := eval[answer](t, ctx, "import('./answers.js').then(({ask}) => ask("+quote(s.path)+", "+quote(body)+"))")
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%s %s (-want +got)\n%s", s.path, body, diff)
			}
		}
	}
}

// quote returns a text as JSON.
func quote(text string) string {
	quoted, _ := json.Marshal(text) // the error is always nil
	return string(quoted)
}
