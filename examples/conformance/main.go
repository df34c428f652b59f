// Command conformance runs test vectors against the library and prints the
// differences by rule ID.
//
//	conformance [-list] [file or directory ...]
//
// Without arguments it runs the vectors of the library in rulestest/vectors.
// Otherwise it runs the given files and the *.json files of the given directories.
// A program can assert the rules that it relies on with vectors of its own.
// README.md in rulestest/vectors describes how to write them.
//
// With -list it prints the calls that a vector can make, with their members.
//
// The exit status is 0 if all vectors agree, 1 if a vector differs, and 2 if a file
// or a vector is invalid.
package main

import "os"

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }
