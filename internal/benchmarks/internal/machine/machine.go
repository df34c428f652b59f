// Package machine describes the machine and the modules of a measurement.
package machine

import (
	"bufio"
	"fmt"
	"os"
	"runtime"
	"runtime/debug"
	"strings"
)

// A Machine is the machine of a measurement.
type Machine struct {
	CPU    string `json:"cpu"`
	Cores  int    `json:"cores"`
	Memory string `json:"memory"`
	System string `json:"system"`
	Go     string `json:"go"`
}

// A Module is a module of a measurement.
type Module struct {
	Path    string `json:"path"`
	Version string `json:"version"`
}

// This returns the machine that the program runs on. The CPU and the memory are
// "unknown" on other systems than Linux.
func This() Machine {
	return Machine{
		CPU:    value("/proc/cpuinfo", "model name"),
		Cores:  runtime.NumCPU(),
		Memory: memory(),
		System: runtime.GOOS + "/" + runtime.GOARCH,
		Go:     runtime.Version(),
	}
}

const unknown = "unknown"

// value returns the text after a name and a colon in a file.
func value(file, name string) string {
	f, err := os.Open(file)
	if err != nil {
		return unknown
	}
	defer f.Close()
	for lines := bufio.NewScanner(f); lines.Scan(); {
		if before, after, found := strings.Cut(lines.Text(), ":"); found && strings.TrimSpace(before) == name {
			return strings.TrimSpace(after)
		}
	}
	return unknown
}

func memory() string {
	var kilobytes float64
	if _, err := fmt.Sscanf(value("/proc/meminfo", "MemTotal"), "%g kB", &kilobytes); err != nil {
		return unknown
	}
	return fmt.Sprintf("%.0f GiB", kilobytes/(1<<20))
}

// Modules returns the versions of the modules with the given paths in the program.
func Modules(paths []string) []Module {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return nil
	}
	versions := map[string]string{}
	for _, dep := range info.Deps {
		versions[dep.Path] = dep.Version
	}
	var all []Module
	for _, path := range paths {
		if version, found := versions[path]; found {
			all = append(all, Module{path, version})
		}
	}
	return all
}
