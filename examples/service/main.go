//go:build !js

// Command service answers questions of the library over HTTP, and serves a page to
// try it on:
//
//	go run ./examples/service
//
// Then open http://localhost:8080, or ask. Facts go in as JSON, and explained answers
// come out:
//
//	curl -d '{"offer": "legacy-gold", "facts": {"account": "authorized"}, "on": "2025-02-01"}' localhost:8080/v1/offer
//	{"decision": {"title": "Legacy Gold", "verdict": {"code": "disabled"}}}
//
// This shows a part of the answer. It also has the reasons with their rules and
// remedies, the missing facts, and the days on which the offer can be bought. An
// invalid question has the status 400, and the path and the offset of the fault:
//
//	curl -d '{"facts": {"anniversary": "2024-02-30"}, "on": "2024-02-10"}' localhost:8080/v1/offers
//	{"path": "facts.anniversary", "offset": 26}
//
// The file openapi.json at the same address describes all questions. The service
// stores nothing and logs no requests.
//
// The page also works on any server for static files, with the same answers. This
// writes the page and the questions as WebAssembly into a new folder:
//
//	go run ./examples/service -static DIR
package main

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"io"
	"log"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"github.com/partnerrules/partnerrules"
)

func main() {
	addr := flag.String("addr", "localhost:8080", "serve on this `address`")
	static := flag.String("static", "", "write the page for a server for static files into this new `folder`")
	flag.Parse()
	log.SetFlags(0)
	if *static != "" {
		if err := writeStatic(*static); err != nil {
			log.Fatal(err)
		}
		return
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	l, err := net.Listen("tcp", *addr)
	if err != nil {
		log.Fatal(err)
	}
	log.Printf("http://%s", l.Addr())
	if err := serve(ctx, newServer(), l); err != nil {
		log.Fatal(err)
	}
}

// The limits of a request.
const (
	maxBody = 1 << 20
	maxTime = 10 * time.Second
)

// newServer returns a server with limits. It logs nothing, because the log of
// package http has the addresses of users.
func newServer() *http.Server {
	return &http.Server{
		Handler:        newHandler(),
		ReadTimeout:    maxTime,
		WriteTimeout:   2 * maxTime,
		IdleTimeout:    time.Minute,
		MaxHeaderBytes: 1 << 14,
		ErrorLog:       log.New(io.Discard, "", 0),
	}
}

// serve serves until ctx is done. Then it answers the requests that it has begun.
func serve(ctx context.Context, server *http.Server, l net.Listener) error {
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(l) }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), maxTime)
	defer cancel()
	return server.Shutdown(ctx)
}

// contentPolicy is the policy of the page: its own files only, and WebAssembly.
const contentPolicy = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'"

// newHandler returns the handler of the questions and the page.
func newHandler() http.Handler {
	mux := http.NewServeMux()
	for _, r := range routes() {
		mux.Handle("POST "+r.path, r)
	}
	page := http.FileServerFS(page())
	mux.Handle("GET /{$}", page)
	mux.Handle("GET /{file}", page)
	return http.HandlerFunc(func(w http.ResponseWriter, req *http.Request) {
		w.Header().Set("Content-Security-Policy", contentPolicy+"; frame-ancestors 'none'")
		w.Header().Set("X-Content-Type-Options", "nosniff")
		w.Header().Set("Cache-Control", "no-cache")
		mux.ServeHTTP(w, req)
	})
}

// ServeHTTP answers the question in the body of a request.
func (r route) ServeHTTP(w http.ResponseWriter, req *http.Request) {
	body, err := io.ReadAll(http.MaxBytesReader(w, req.Body, maxBody))
	if err != nil {
		status := readStatus(err)
		text, _ := json.Marshal(partnerrules.InputError{Reason: http.StatusText(status)})
		write(w, status, text)
		return
	}
	text, ok := r.respond(body)
	if !ok {
		write(w, http.StatusBadRequest, text)
		return
	}
	write(w, http.StatusOK, text)
}

func write(w http.ResponseWriter, status int, text []byte) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	w.Write(text) // an error means that the client has gone
}

// readStatus returns the status of a body that cannot be read.
func readStatus(err error) int {
	if _, ok := errors.AsType[*http.MaxBytesError](err); ok {
		return http.StatusRequestEntityTooLarge
	}
	if errors.Is(err, os.ErrDeadlineExceeded) {
		return http.StatusRequestTimeout
	}
	return http.StatusBadRequest
}
