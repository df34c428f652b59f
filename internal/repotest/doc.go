// Package repotest holds the tests of the repository as a whole. Each file is
// about one subject:
//
//   - api_test.go: the exported API against the API of the last release
//   - layers_test.go: which package imports which, and what rules may not use
//   - documentation_test.go: README.md, doc comments and examples
//   - wording_test.go: plain English in comments, messages and documents
//   - rulebook_test.go: RULES.md against the packages
//   - robustness_test.go: every function with zero, invalid and random arguments
//   - enumerations_test.go: the text forms of every enumeration
//   - fuzz_test.go: every parser has a fuzz target
//
// The functions and types that these tests call are listed in api_gen_test.go,
// which package gen writes. Its own test reports when the list is out of date.
package repotest

//go:generate go run ./gen
