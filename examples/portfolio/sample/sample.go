// Package sample contains the folder of a fictional partner, for the programs under
// examples.
package sample

import "embed"

// Folder is the folder of the partner.
//
//go:embed *.json *.csv *.txt attestations direct
var Folder embed.FS
