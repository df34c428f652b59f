package decision

import (
	"context"
	"fmt"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"
	"github.com/open-policy-agent/opa/v1/rego"
)

// opaEngines returns OPA with a prepared query and parsed input, for the verdict alone
// and for the set of unmet rows.
func opaEngines() ([]engine, error) {
	var module strings.Builder
	module.WriteString("package legacygold\n\ndefault allow := false\n\nallow if {\n")
	for _, name := range names {
		fmt.Fprintf(&module, "\tinput.%s\n", name)
	}
	module.WriteString("}\n")
	for _, name := range names {
		fmt.Fprintf(&module, "\nreasons contains %q if not input.%s\n", name, name)
	}
	var all []engine
	for _, way := range []struct {
		name, query string
		explains    bool
	}{
		{"OPA", "data.legacygold.allow", false},
		{"OPA, set of reasons", "data.legacygold.reasons", true},
	} {
		query, err := rego.New(rego.Query(way.query), rego.Module("legacygold.rego", module.String())).PrepareForEval(context.Background())
		if err != nil {
			return nil, err
		}
		all = append(all, opaEngine(way.name, way.explains, query))
	}
	return all, nil
}

func opaEngine(name string, explains bool, query rego.PreparedEvalQuery) engine {
	ctx := context.Background()
	met := opaInput(0)
	return engine{
		name: name, explains: explains,
		ask: func(m Mask) func() (bool, Mask, error) {
			input := opaInput(m)
			return func() (bool, Mask, error) {
				result, err := query.Eval(ctx, rego.EvalParsedInput(input))
				if err != nil {
					return false, 0, err
				}
				if !explains {
					return result.Allowed(), 0, nil
				}
				return opaUnmet(result)
			}
		},
		run: func(n int) {
			for range n {
				SinkResult, _ = query.Eval(ctx, rego.EvalParsedInput(met))
			}
		},
	}
}

// opaUnmet returns the set of reasons.
func opaUnmet(result rego.ResultSet) (bool, Mask, error) {
	if len(result) != 1 || len(result[0].Expressions) != 1 {
		return false, 0, fmt.Errorf("no result: %v", result)
	}
	list, ok := result[0].Expressions[0].Value.([]any)
	if !ok {
		return false, 0, fmt.Errorf("want a set, not %v", result)
	}
	var unmet Mask
	for _, reason := range list {
		name, _ := reason.(string)
		unmet |= bit(name)
	}
	return unmet == 0, unmet, nil
}

func opaInput(m Mask) ast.Value {
	input, err := ast.InterfaceToValue(m.env())
	if err != nil {
		panic(err) // a map of booleans can always be converted
	}
	return input
}
