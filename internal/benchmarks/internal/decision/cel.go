package decision

import (
	"cel.dev/cel-go/cel"
	"cel.dev/cel-go/common/ast"
	"cel.dev/cel-go/common/types"
)

// celEngines returns cel-go with default options, optimized, with reasons as a
// number, and with reasons from its evaluation state. The state needs exhaustive
// evaluation. Otherwise it ends at the first unmet row.
func celEngines() ([]engine, error) {
	var options []cel.EnvOption
	for _, name := range names {
		options = append(options, cel.Variable(name, cel.BoolType))
	}
	env, err := cel.NewEnv(options...)
	if err != nil {
		return nil, err
	}
	var all []engine
	for _, way := range []struct {
		name, source string
		options      cel.EvalOption
	}{
		{"cel-go", allOf, 0},
		{"cel-go, optimized", allOf, cel.OptOptimize},
		{"cel-go, optimized, bits", bits, cel.OptOptimize},
		{"cel-go, tracked state", allOf, cel.OptExhaustiveEval},
	} {
		checked, issues := env.Compile(way.source)
		if err := issues.Err(); err != nil {
			return nil, err
		}
		program, err := env.Program(checked, cel.EvalOptions(way.options))
		if err != nil {
			return nil, err
		}
		if way.options == cel.OptExhaustiveEval {
			all = append(all, celTracked(way.name, program, rowIDs(checked.NativeRep().Expr())))
		} else {
			all = append(all, celEngine(way.name, way.source == bits, program))
		}
	}
	return all, nil
}

func celEngine(name string, explains bool, program cel.Program) engine {
	met := celInput(0)
	return engine{
		name: name, explains: explains,
		ask: func(m Mask) func() (bool, Mask, error) {
			input := celInput(m)
			return func() (bool, Mask, error) {
				value, _, err := program.Eval(input)
				if unmet, ok := value.(types.Int); ok {
					return unmet == 0, Mask(unmet), err
				}
				return value == types.True, 0, err
			}
		},
		run: func(n int) {
			for range n {
				SinkVal, _, _ = program.Eval(met)
			}
		},
	}
}

// celInput returns the variables as an activation. This is faster than a map, which
// Eval would convert each time.
func celInput(m Mask) cel.Activation {
	input, err := cel.NewActivation(m.env())
	if err != nil {
		panic(err) // fails only for other types than a map
	}
	return input
}

// celTracked returns an engine that reads the value of each row from the state.
func celTracked(name string, program cel.Program, ids [len(names)]int64) engine {
	evaluate := func(input cel.Activation) (bool, Mask, error) {
		value, details, err := program.Eval(input)
		if err != nil {
			return false, 0, err
		}
		state, unmet := details.State(), Mask(0)
		for row, id := range ids {
			if met, known := state.Value(id); !known || met != types.True {
				unmet |= 1 << row
			}
		}
		return value == types.True, unmet, nil
	}
	met := celInput(0)
	return engine{
		name: name, explains: true,
		ask: func(m Mask) func() (bool, Mask, error) {
			input := celInput(m)
			return func() (bool, Mask, error) { return evaluate(input) }
		},
		run: func(n int) {
			for range n {
				SinkBool, SinkMask, _ = evaluate(met)
			}
		},
	}
}

// rowIDs returns the expression ID of each row.
func rowIDs(e ast.Expr) (ids [len(names)]int64) {
	ast.PostOrderVisit(e, ast.NewExprVisitor(func(e ast.Expr) {
		for row, name := range names {
			if e.Kind() == ast.IdentKind && e.AsIdent() == name {
				ids[row] = e.ID()
			}
		}
	}))
	return ids
}
