// Package sample is the folder of a partner that does not exist, for the
// programs under examples to show.
package sample

import "embed"

// Folder is the folder.
//
//go:embed *.json *.csv *.txt attestations direct
var Folder embed.FS
