//go:build !js

// Command service answers questions of the library over HTTP, and serves a page to
// try it on:
//
//	go run ./examples/service
//
// Open http://localhost:8080, or ask. Facts go in as JSON, and explained answers come
// out. This is a part of one:
//
//	curl -d '{"kind": "new-purchase", "facts": {"cloud": "public"}}' localhost:8080/v1/order
//	{"title": "New purchase", "verdict": {"code": "undetermined"}}
//
// An invalid question has the status 400, and the path and the offset of the fault:
//
//	curl -d '{"facts": {"anniversary": "2024-02-30"}, "on": "2024-02-10"}' localhost:8080/v1/offers
//	{"path": "facts.anniversary", "offset": 26}
//
// The file openapi.json at the same address describes all questions. With -static DIR,
// service writes the page and the questions as WebAssembly into a new folder, for any
// server for static files. It stores nothing and logs no requests.
package main

import (
	"context"
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

	"github.com/partnerrules/partnerrules/examples/service/page"
)

func main() {
	addr := flag.String("addr", "localhost:8080", "serve on this `address`")
	static := flag.String("static", "", "write the page for a server for static files into this new `folder`")
	flag.Parse()
	if err := run(*addr, *static); err != nil {
		log.Fatal(err)
	}
}

func run(addr, static string) error {
	if static != "" {
		return page.Write(static, "github.com/partnerrules/partnerrules/examples/service")
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	l, err := net.Listen("tcp", addr)
	if err != nil {
		return err
	}
	log.Printf("serving http://%s", l.Addr())
	return serve(ctx, newServer(), l)
}

// newServer returns a server with limits. It logs nothing, because the log of
// package http has the addresses of users.
func newServer() *http.Server {
	mux := http.NewServeMux()
	for _, r := range routes() {
		mux.Handle("POST "+r.path, r)
	}
	page.Handle(mux)
	return &http.Server{
		Handler: mux, ErrorLog: log.New(io.Discard, "", 0), MaxHeaderBytes: 1 << 14,
		ReadTimeout: 10 * time.Second, WriteTimeout: 20 * time.Second, IdleTimeout: time.Minute,
	}
}

// serve serves until ctx is done. Then it answers the requests that have begun, which
// takes no longer than their limits.
func serve(ctx context.Context, server *http.Server, l net.Listener) error {
	stopped := make(chan error, 1)
	context.AfterFunc(ctx, func() { stopped <- server.Shutdown(context.Background()) })
	if err := server.Serve(l); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return <-stopped
}

// ServeHTTP answers the question in the body of a request.
func (r route) ServeHTTP(w http.ResponseWriter, req *http.Request) {
	body, err := io.ReadAll(http.MaxBytesReader(w, req.Body, 1<<20))
	var a any
	if err == nil {
		a, err = r.ask(body)
	}
	status := http.StatusOK
	switch {
	case errors.As(err, new(*http.MaxBytesError)):
		status, err = http.StatusRequestEntityTooLarge, errors.New("more than 1 MiB")
	case errors.Is(err, os.ErrDeadlineExceeded):
		status, err = http.StatusRequestTimeout, errors.New("did not arrive in time")
	case err != nil:
		status = http.StatusBadRequest
	}
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	w.Write(encode(a, err)) // an error means that the client has gone
}
