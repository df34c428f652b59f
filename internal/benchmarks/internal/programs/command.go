// Package programs measures whole programs by the processor time and the memory that the
// system counts for them.
package programs

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime/debug"
	"strings"
	"syscall"
	"time"
)

// A usage is what a program used.
type usage struct {
	processor time.Duration // in user and system mode, on all cores
	peak      int           // the most bytes of memory
}

// A program is a command whose output has a text if it worked.
type program struct {
	name, answer string
	path         string
	args         []string
	want         string // a part of its output
}

// run runs the program once.
func (p program) run() (usage, error) {
	forgetPeak()
	cmd := exec.Command(p.path, p.args...)
	var out, faults bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &faults
	if err := cmd.Run(); err != nil {
		return usage{}, fmt.Errorf("%s: %w: %s", p.name, err, faults.String())
	}
	if !strings.Contains(out.String()+faults.String(), p.want) {
		return usage{}, fmt.Errorf("%s: the output lacks %q", p.name, p.want)
	}
	system, ok := cmd.ProcessState.SysUsage().(*syscall.Rusage)
	if !ok {
		return usage{}, fmt.Errorf("%s: the system does not count its memory", p.name)
	}
	return usage{cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime(), int(system.Maxrss) << 10}, nil
}

// forgetPeak returns memory to the system and resets the peak of this process. Linux
// counts the peak of a process for the programs that it starts.
func forgetPeak() {
	debug.FreeOSMemory()
	_ = os.WriteFile("/proc/self/clear_refs", []byte("5"), 0) // other systems lack it, and need no reset
}

// build builds the package in a folder of the repository and returns the program.
func build(folder, pkg, to string) (string, error) {
	module, err := exec.Command("go", "env", "GOMOD").Output()
	if err != nil {
		return "", err
	}
	path := filepath.Join(to, filepath.Base(pkg))
	cmd := exec.Command("go", "build", "-o", path, pkg)
	cmd.Dir = filepath.Join(filepath.Dir(strings.TrimSpace(string(module))), folder)
	cmd.Env = append(cmd.Environ(), "GOWORK=off")
	if text, err := cmd.CombinedOutput(); err != nil {
		return "", fmt.Errorf("go build %s: %w: %s", pkg, err, text)
	}
	return path, nil
}
