// Package conformance reads test vectors and runs them against the library or
// another program. Package rulestest and the command in examples/conformance use it.
//
//   - vector.go, file.go, rule.go, nearest.go: the form of vectors and their faults
//   - compare.go: the comparison of an answer with the wanted one
//   - runner.go, list.go: the command
//   - port.go, expect.go: programs in other languages, and their expected failures
//   - call.go, policy.go, texts.go, calls_*.go: the calls of the library
//
// README.md in rulestest/vectors describes vectors and calls.
package conformance
