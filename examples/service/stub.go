package main

import "github.com/partnerrules/partnerrules"

func stub(a any) partnerrules.Explanation { return partnerrules.Explanation{Answer: a} }
