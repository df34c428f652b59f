package partnerrules_test

import (
	"go/ast"
	"go/doc"
	"testing"
)

// notShown are functions that need no example, each with the reason.
var notShown = map[string]string{
	"agreement.Baseline":   "the default of the plain functions",
	"eligibility.Baseline": "the default of the plain functions",
	"calendar.CoverageOf":  "for the packages above calendar",
	"calendar.KnownDays":   "for the packages above calendar",
	"agreement.TriOf":      "yes for true, no for false",
	"cpor.TriOf":           "yes for true, no for false",
	"eligibility.TriOf":    "yes for true, no for false",
	"agreement.Editions":   "as calendar.Editions",
	"benefits.Editions":    "as calendar.Editions",
	"cpor.Editions":        "as calendar.Editions",
	"eligibility.Editions": "as calendar.Editions",
	"agreement.Known":      "as calendar.Known",
	"benefits.Known":       "as calendar.Known",
	"cpor.Known":           "as calendar.Known",
	"eligibility.Known":    "as calendar.Known",
}

// Every function of a package is called in one of the examples of that package,
// which go doc shows.
func TestEveryFunctionIsShown(t *testing.T) {
	for _, pkg := range apiPackages {
		d := documentation(t, pkg)
		shown := map[string]bool{}
		for _, example := range examplesOf(d) {
			ast.Inspect(example.Code, func(node ast.Node) bool {
				if selector, ok := node.(*ast.SelectorExpr); ok {
					if x, ok := selector.X.(*ast.Ident); ok && x.Name == pkg {
						shown[selector.Sel.Name] = true
					}
				}
				return true
			})
		}
		for _, f := range functionsOf(d) {
			name := pkg + "." + f.Name
			switch _, excused := notShown[name]; {
			case !shown[f.Name] && !excused:
				t.Errorf("no example shows %s", name)
			case shown[f.Name] && excused:
				t.Errorf("an example shows %s: it needs no excuse", name)
			}
		}
	}
}

// functionsOf returns the functions of a package, without methods.
func functionsOf(d *doc.Package) []*doc.Func {
	funcs := d.Funcs
	for _, typ := range d.Types {
		funcs = append(funcs, typ.Funcs...)
	}
	return funcs
}

// examplesOf returns all examples of a package, whatever they are for.
func examplesOf(d *doc.Package) []*doc.Example {
	all := d.Examples
	for _, f := range functionsOf(d) {
		all = append(all, f.Examples...)
	}
	for _, typ := range d.Types {
		all = append(all, typ.Examples...)
		for _, method := range typ.Methods {
			all = append(all, method.Examples...)
		}
	}
	return all
}
