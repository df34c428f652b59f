// Package strictjson reads JSON that people write by hand, and reports exactly
// where it is wrong.
//
// [Parse] reads a whole text, [Elements] a list of any length, one element at a
// time. Both give out values as a [Node], which knows its place. A fault, of
// syntax or of content, is an [*Error] with file, line, column, path, value and
// reason. Package jsontext splits the text into tokens; the words of the faults
// are of this package.
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
//	top.End() // refuses the members that were not asked for
//	return root.Err()
//
// Reading does not stop at a fault: it goes on with the zero value, and
// [Node.Errs] returns all faults found by then, in the order of the text. So the
// order in which members are asked for does not matter. Members that occur twice
// and characters that were lost are such faults too; only a text that is not
// JSON, or is nested deeper than [MaxDepth], cannot be read at all.
package strictjson
