package main

import _ "embed"

// sampleName is how faults would name the sample, if it had any.
const sampleName = "sample.json"

//go:embed sample.json
var sample []byte
