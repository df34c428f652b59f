package decision

import (
	"strings"

	"github.com/expr-lang/expr"
	"github.com/expr-lang/expr/vm"
)

// allOf is the verdict as an expression of expr and CEL. bits is the reasons as a
// number whose bits are the unmet rows, which is the cheapest form for these engines.
var (
	allOf = strings.Join(names[:], " && ")
	bits  = "(account ? 0 : 1) + (window ? 0 : 2) + (qualification ? 0 : 4) + (status2022 ? 0 : 8) + (billing ? 0 : 16) + (sold ? 0 : 32)"
)

// exprEngines returns the documented ways to run expr: with a map or a struct, and
// with a new or a reused machine.
func exprEngines() ([]engine, error) {
	var all []engine
	for _, env := range []struct {
		name string
		of   func(Mask) any
	}{
		{"map", func(m Mask) any { return m.env() }},
		{"struct", func(m Mask) any { rows := m.rows(); return &rows }},
	} {
		program, err := expr.Compile(allOf, expr.Env(env.of(0)), expr.AsBool())
		if err != nil {
			return nil, err
		}
		explained, err := expr.Compile(bits, expr.Env(env.of(0)), expr.AsInt())
		if err != nil {
			return nil, err
		}
		machine := new(vm.VM)
		all = append(all,
			exprEngine("expr, "+env.name, program, expr.Run, env.of),
			exprEngine("expr, "+env.name+", machine used again", program, machine.Run, env.of),
			exprEngine("expr, "+env.name+", machine used again, bits", explained, machine.Run, env.of),
		)
	}
	return all, nil
}

func exprEngine(name string, program *vm.Program, run func(*vm.Program, any) (any, error), envOf func(Mask) any) engine {
	met := envOf(0)
	return engine{
		name: name, explains: strings.HasSuffix(name, "bits"),
		ask: func(m Mask) func() (bool, Mask, error) {
			env := envOf(m)
			return func() (bool, Mask, error) { return exprAnswer(run(program, env)) }
		},
		run: func(n int) {
			for range n {
				SinkAny, _ = run(program, met)
			}
		},
	}
}

func exprAnswer(value any, err error) (bool, Mask, error) {
	if unmet, ok := value.(int); ok {
		return unmet == 0, Mask(unmet), err
	}
	allowed, _ := value.(bool)
	return allowed, 0, err
}
