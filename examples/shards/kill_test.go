package main

import (
	"bytes"
	"os"
	"os/exec"
	"strconv"
	"sync/atomic"
	"testing"
)

// TestMain runs the program instead of the tests if killAt is set: with the arguments of
// the process, and up to this change of the file system, at which it kills itself.
func TestMain(m *testing.M) {
	at, err := strconv.Atoi(os.Getenv(killAt))
	if err != nil {
		os.Exit(m.Run())
	}
	o := few(os.Args[1], os.Args[2])
	var n atomic.Int64
	o.step = func() {
		if n.Add(1) == int64(at) {
			kill()
		}
	}
	if o.do() != nil {
		os.Exit(2)
	}
}

// few returns an order of few steps, though with a part that is divided.
func few(dir, in string) order {
	o := small(dir, in)
	o.memory, o.piece = 320<<10, 25_000
	return o
}

const killAt = "SHARDS_TEST_KILL_AT"

// kill ends the process as SIGKILL does, and does not return.
func kill() {
	p, err := os.FindProcess(os.Getpid())
	if err == nil {
		err = p.Kill()
	}
	if err != nil {
		panic(err)
	}
	select {}
}

// runUntil runs the program in a process that is killed at a change of the file system.
// It reports whether the program came to its end before.
func runUntil(t *testing.T, at int, args ...string) bool {
	t.Helper()
	program := exec.CommandContext(t.Context(), os.Args[0], args...)
	program.Env = append(os.Environ(), killAt+"="+strconv.Itoa(at))
	err := program.Run()
	if err != nil && program.ProcessState.ExitCode() != -1 {
		t.Fatalf("killed at %d: %v", at, err)
	}
	return err == nil
}

// A run that is killed at any change of the file system continues when it is run again,
// and the output is the same.
func TestKilled(t *testing.T) {
	claims := made(300, 4)
	wanted := want(t, claims)
	in := writeFolder(t, claims)
	at := 1
	for ; ; at++ {
		dir := t.TempDir()
		if runUntil(t, at, dir, in) {
			break
		}
		o := few(dir, in)
		if err := o.do(); err != nil || !bytes.Equal(readOutput(t, o), wanted) {
			t.Fatalf("killed at %d: the output differs, %v", at, err)
		}
	}
	if t.Logf("killed at %d points", at-1); at <= 100 {
		t.Error("want more than 100")
	}
}

// A run that is killed again and again comes to its end, because each run goes on where
// the last one was.
func TestKilledAgainAndAgain(t *testing.T) {
	claims := made(300, 4)
	in := writeFolder(t, claims)
	dir := t.TempDir()
	times := 0
	for !runUntil(t, 40, dir, in) {
		times++
	}
	if o := few(dir, in); times == 0 || !bytes.Equal(readOutput(t, o), want(t, claims)) {
		t.Errorf("killed %d times, and the output differs", times)
	}
}
