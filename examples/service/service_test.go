package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"reflect"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"
)

// A sample is a question, with members of its answer that were worked out by hand.
type sample struct {
	path, body string
	want       map[string]string // by the path of the member
}

func samples() []sample {
	return []sample{
		{
			"/v1/offers",
			`{"facts": {"account": "authorized", "membership": "designation", "anniversary": "2024-03-01", "held": ["security"], "qualified": {"security": "yes"}, "billing": "linked"}, "on": "2024-02-10"}`,
			map[string]string{
				"5.decision.verdict.code":   "disabled",
				"5.decision.reasons.0.rule": "ELG-02",
				"5.opening.days.0.first":    "2024-03-02",
				"5.opening.days.0.last":     "2024-03-31",
			},
		},
		{
			"/v1/order",
			`{"kind": "new-purchase", "facts": {"customer": "new", "partner": "direct-bill", "acceptance": {"partner": {"given": "no"}, "direct": {"given": "no"}}, "now": "2023-12-01"}}`,
			map[string]string{"verdict.code": "blocked", "reasons.0.code": "new-customer-not-attested"},
		},
		{
			"/v1/deadline",
			`{"history": [{"status": "editing", "on": "2020-07-01"}, {"status": "submitted", "on": "2020-07-06"}], "on": "2020-07-07", "holidays": ["2020-07-08"]}`,
			map[string]string{"answer.task": "initial-review", "answer.through": "2020-07-14"}, // the fifth business day
		},
	}
}

// post asks the handler.
func post(t *testing.T, path, body string) *httptest.ResponseRecorder {
	t.Helper()
	answer := httptest.NewRecorder()
	newServer().Handler.ServeHTTP(answer, httptest.NewRequest(http.MethodPost, path, strings.NewReader(body)))
	return answer
}

// member returns the text of a member of a JSON value, given its path.
func member(t *testing.T, text []byte, path string) string {
	t.Helper()
	var value any
	if err := json.Unmarshal(text, &value); err != nil {
		t.Fatal(err)
	}
	for name := range strings.SplitSeq(path, ".") {
		switch v := value.(type) {
		case map[string]any:
			value = v[name]
		case []any:
			if i, err := strconv.Atoi(name); err == nil && i < len(v) {
				value = v[i]
			}
		}
	}
	return fmt.Sprint(value)
}

// Each route has a sample, and answers it.
func TestRoutes(t *testing.T) {
	asked := map[string]bool{}
	for _, s := range samples() {
		asked[s.path] = true
		answer := post(t, s.path, s.body)
		if kind := answer.Header().Get("Content-Type"); answer.Code != http.StatusOK || kind != "application/json" {
			t.Errorf("%s: %d, %s: %s", s.path, answer.Code, kind, answer.Body)
		}
		for path, want := range s.want {
			if got := member(t, answer.Body.Bytes(), path); got != want {
				t.Errorf("%s: %s is %s, want %s", s.path, path, got, want)
			}
		}
	}
	for _, r := range routes() {
		if !asked[r.path] {
			t.Errorf("no sample of %s", r.path)
		}
	}
}

// An invalid question has the status 400, and the path and the offset of the fault.
func TestRoutes_InvalidQuestion(t *testing.T) {
	for _, test := range []struct{ path, body, wantPath, wantOffset string }{
		{"/v1/offers", `{"on": "2024-02-30"}`, "on", "7"},
		{"/v1/offers", `{"facts": {"account": "verified"}, "on": "2024-02-10"}`, "facts.account", "22"},
		{"/v1/offers", `{"facts": {"acount": "authorized"}}`, "facts.acount", "11"},
		{"/v1/offers", `{"on": "2024-02-10", "on": "2024-02-11"}`, "on", "21"},
		{"/v1/order", `{"facts": {"acceptance": {"direct": {"given": true}}}}`, "facts.acceptance.direct.given", "46"},
		{"/v1/deadline", `{"holidays": ["2020-07-08", "2020-07-32"]}`, "holidays[1]", "28"},
		{"/v1/offers", `{}`, "on", "<nil>"}, // the library rejects it, not the decoder
	} {
		answer := post(t, test.path, test.body)
		path, offset := member(t, answer.Body.Bytes(), "path"), member(t, answer.Body.Bytes(), "offset")
		if answer.Code != http.StatusBadRequest || path != test.wantPath || offset != test.wantOffset {
			t.Errorf("%s %s: %d, path %s, offset %s, want path %s and offset %s", test.path, test.body, answer.Code, path, offset, test.wantPath, test.wantOffset)
		}
		if reason := member(t, answer.Body.Bytes(), "reason"); reason == "<nil>" {
			t.Errorf("%s %s: the reason is %s", test.path, test.body, reason)
		}
	}
}

// The error of an illegal history names the step and its rule.
func TestDeadline_IllegalStep(t *testing.T) {
	answer := post(t, "/v1/deadline", `{"history": [{"status": "editing", "on": "2020-07-01"}, {"status": "approved", "on": "2020-07-06"}], "on": "2020-07-07"}`)
	reason := member(t, answer.Body.Bytes(), "reason")
	if answer.Code != http.StatusBadRequest || !strings.HasPrefix(reason, "history[1]: ") || !strings.Contains(reason, "CPR-20") {
		t.Errorf("%d: %s", answer.Code, reason)
	}
}

func TestHandler_Methods(t *testing.T) {
	for _, test := range []struct {
		method, path string
		want         int
		allow        string
	}{
		{http.MethodGet, "/v1/offers", http.StatusMethodNotAllowed, "POST"},
		{http.MethodDelete, "/v1/offers", http.StatusMethodNotAllowed, "POST"},
		{http.MethodPost, "/", http.StatusMethodNotAllowed, "GET, HEAD"},
		{http.MethodPost, "/v1/other", http.StatusNotFound, ""},
		{http.MethodGet, "/other", http.StatusNotFound, ""},
		{http.MethodGet, "/", http.StatusOK, ""},
		{http.MethodGet, "/openapi.json", http.StatusOK, ""},
	} {
		answer := httptest.NewRecorder()
		newServer().Handler.ServeHTTP(answer, httptest.NewRequest(test.method, test.path, http.NoBody))
		if allow := answer.Header().Get("Allow"); answer.Code != test.want || allow != test.allow {
			t.Errorf("%s %s: %d, allow %q, want %d, %q", test.method, test.path, answer.Code, allow, test.want, test.allow)
		}
	}
}

func TestHandler_BodyLimit(t *testing.T) {
	question := `{"on": "2024-02-10", "facts": {}}`
	for _, test := range []struct {
		size, want int
		reason     string
	}{
		{1 << 20, http.StatusOK, ""},
		{1<<20 + 1, http.StatusRequestEntityTooLarge, "more than 1 MiB"},
	} {
		answer := post(t, "/v1/offers", question+strings.Repeat(" ", test.size-len(question)))
		if answer.Code != test.want || !strings.Contains(answer.Body.String(), test.reason) {
			t.Errorf("%d bytes: %d %.200s, want %d, %s", test.size, answer.Code, answer.Body, test.want, test.reason)
		}
	}
}

// A started is a server that the test has started.
type started struct {
	addr   string
	stop   context.CancelFunc
	served chan error
}

func start(t *testing.T, server *http.Server) started {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	s := started{l.Addr().String(), stop, make(chan error, 1)}
	go func() { s.served <- serve(ctx, server, l) }()
	return s
}

// begin sends the begin of a question, which lacks its last byte.
func (s started) begin(t *testing.T) net.Conn {
	t.Helper()
	conn, err := net.Dial("tcp", s.addr)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close() })
	fmt.Fprintf(conn, "POST /v1/offers HTTP/1.1\r\nHost: localhost\r\nContent-Length: 20\r\nExpect: 100-continue\r\n\r\n")
	waiting := make([]byte, len("HTTP/1.1 100 Continue\r\n\r\n")) // the handler reads the body
	if _, err := io.ReadFull(conn, waiting); err != nil {
		t.Fatal(err)
	}
	fmt.Fprint(conn, `{"on": "2024-02-10"`)
	return conn
}

func status(t *testing.T, conn net.Conn) int {
	t.Helper()
	answer, err := http.ReadResponse(bufio.NewReader(conn), nil)
	if err != nil {
		t.Fatal(err)
	}
	return answer.StatusCode
}

// A stop lets the server answer the question that it reads. It takes no other one.
func TestServe_GracefulStop(t *testing.T) {
	s := start(t, newServer())
	conn := s.begin(t)
	s.stop()
	for conn, err := net.Dial("tcp", s.addr); err == nil; conn, err = net.Dial("tcp", s.addr) {
		conn.Close() // the listener closes soon
	}
	fmt.Fprint(conn, "}")
	if got := status(t, conn); got != http.StatusOK {
		t.Errorf("status %d", got)
	}
	if err := <-s.served; err != nil {
		t.Error(err)
	}
}

func TestServe_Timeout(t *testing.T) {
	server := newServer()
	server.ReadTimeout = time.Second
	s := start(t, server)
	if got := status(t, s.begin(t)); got != http.StatusRequestTimeout {
		t.Errorf("status %d", got)
	}
}

// Every kind of time that a client can take has a limit.
func TestNewServer_Limits(t *testing.T) {
	s := newServer()
	if s.ReadTimeout <= 0 || s.WriteTimeout <= s.ReadTimeout || s.IdleTimeout <= 0 || s.MaxHeaderBytes <= 0 {
		t.Errorf("%+v", s)
	}
}

// The commands in the package comment give the answers beside them.
func TestPackageComment(t *testing.T) {
	source, err := os.ReadFile("main.go")
	if err != nil {
		t.Fatal(err)
	}
	commands := regexp.MustCompile(`(?m)^//\tcurl -d '(.*)' localhost:8080(.*)\n//\t(.*)$`).FindAllStringSubmatch(string(source), -1)
	if len(commands) != 2 {
		t.Fatalf("%d commands", len(commands))
	}
	for _, c := range commands {
		var got, want any
		if err := errors.Join(json.Unmarshal(post(t, c[2], c[1]).Body.Bytes(), &got), json.Unmarshal([]byte(c[3]), &want)); err != nil {
			t.Fatal(err)
		}
		if !includes(got, want) {
			t.Errorf("%s %s: %v, want %v", c[2], c[1], got, want)
		}
	}
}

// includes reports whether a value has all members of a part of it.
func includes(whole, part any) bool {
	members, ok := part.(map[string]any)
	if !ok {
		return reflect.DeepEqual(whole, part)
	}
	for name, p := range members {
		if w, ok := whole.(map[string]any); !ok || !includes(w[name], p) {
			return false
		}
	}
	return true
}
