// Package strictjson reads JSON that people write by hand, and reports the exact
// place of each fault.
//
// [Parse] reads a whole text. [Elements] reads a list of any length, one element at
// a time. Both return a value as a [Node], which knows its place. A fault, of syntax
// or of content, is an [*Error] with file, line, column, path, value and reason.
// Package jsontext checks the syntax.
//
//	root, err := strictjson.Parse("portfolio.json", r)
//	if err != nil {
//		return err
//	}
//	top := root.Object()
//	on := strictjson.Read[calendar.Date](top.Optional("on"))
//	for _, company := range top.Required("companies").List() {
//		...
//	}
//	top.End() // rejects unknown members
//	return root.Err()
//
// Reading does not stop at a fault: it continues with the zero value, and
// [Node.Errs] returns all faults found so far, in the order of the text. The order
// of reading members therefore does not matter. Duplicate members and lost
// characters are faults too. [Parse] only fails if a text is not JSON or is nested
// deeper than [MaxDepth].
//
// One byte-order mark at the start is skipped, and UTF-16 is named in the error.
package strictjson
