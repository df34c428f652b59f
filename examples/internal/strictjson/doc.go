// Package strictjson reads JSON that people write by hand, and says exactly
// where it is wrong.
//
// Package encoding/json passes over members that it does not know, keeps the
// last of two members with one name, and cannot say at which line a value was
// found. [Parse] makes a whole text into a tree of values, each a [Node] that knows its
// place; every fault, of form or of sense, is an [*Error] with file, line,
// column, path, value and reason.
//
//	root, err := strictjson.Parse("portfolio.json", text)
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
// [Node.Err] returns, of all faults found by then, the one that comes first in
// the text. So the order in which members are asked for does not matter.
// [Node.Errs] returns all of them.
//
// [Elements] reads a list of any length element by element, each as such a tree.
package strictjson
