package main

import (
	"bytes"
	"encoding/json"

	"github.com/partnerrules/partnerrules"
)

func stub(a any) partnerrules.Explanation { return partnerrules.Explanation{Answer: a} }

func decode[T any](b []byte) (v T, err error) {
	d := json.NewDecoder(bytes.NewReader(b))
	d.DisallowUnknownFields()
	err = d.Decode(&v)
	return v, err
}
