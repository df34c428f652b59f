// Command operators prints the positions of the operators in Go files that
// mutation testing changes, as file:line:column. It finds them independently of
// gremlins, and .ci/mutation fails if gremlins leaves one out.
package main

import (
	"bufio"
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"os"
	"path/filepath"
)

func main() {
	if err := list(os.Stdout, os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, "operators:", err)
		os.Exit(1)
	}
}

func list(w io.Writer, names []string) error {
	out := bufio.NewWriter(w)
	for _, name := range names {
		set := token.NewFileSet()
		file, err := parser.ParseFile(set, name, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		ast.Inspect(file, func(n ast.Node) bool {
			if pos := operator(n); pos.IsValid() {
				p := set.Position(pos)
				fmt.Fprintf(out, "%s:%d:%d\n", filepath.Base(name), p.Line, p.Column)
			}
			return true
		})
	}
	return out.Flush()
}

// operator returns the position of n's operator, or token.NoPos if n has no operator
// that can be changed.
func operator(n ast.Node) token.Pos {
	switch n := n.(type) {
	case *ast.BinaryExpr:
		return n.OpPos
	case *ast.UnaryExpr:
		if n.Op == token.SUB {
			return n.OpPos
		}
	case *ast.AssignStmt:
		if n.Tok != token.ASSIGN && n.Tok != token.DEFINE {
			return n.TokPos
		}
	case *ast.IncDecStmt:
		return n.TokPos
	case *ast.BranchStmt:
		if n.Tok == token.BREAK || n.Tok == token.CONTINUE {
			return n.TokPos
		}
	}
	return token.NoPos
}
