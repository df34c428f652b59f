// Command conformance runs test vectors against the library and prints what
// differs, by rule ID.
//
//	conformance [-list] [file or directory ...]
//
// Without arguments it runs the vectors that ship with the library, from
// rulestest/vectors; otherwise the files given, and the *.json files of the
// directories given. So another program's test suite asserts the policy that it
// relies on with vectors of its own. README.md in rulestest/vectors says how to
// write them. With -list it prints the calls that a vector can make, with the
// members that each takes.
//
// The exit status is 0 if all vectors agree, 1 if one differs, and 2 if a file
// cannot be used: then the fault lies in the file, and nothing is said of the
// library.
package main

import "os"

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }
