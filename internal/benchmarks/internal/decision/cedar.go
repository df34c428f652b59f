package decision

import (
	"fmt"

	"github.com/cedar-policy/cedar-go"
)

// cedarEngines returns cedar-go with one policy that permits if every row is met, and
// with a policy for each row that forbids. The names of these policies are the
// reasons.
func cedarEngines() ([]engine, error) {
	allow := "permit (principal, action, resource)\n"
	each := allow + ";\n"
	for _, name := range names {
		allow += "when { context." + name + " }\n"
		each += "forbid (principal, action, resource) unless { context." + name + " };\n"
	}
	one, err := cedar.NewPolicySetFromBytes("one.cedar", []byte(allow+";"))
	if err != nil {
		return nil, err
	}
	many, err := cedar.NewPolicySetFromBytes("each.cedar", []byte(each))
	if err != nil {
		return nil, err
	}
	return []engine{cedarEngine("cedar-go", one, false), cedarEngine("cedar-go, a policy for each row", many, true)}, nil
}

func cedarEngine(name string, policies *cedar.PolicySet, explains bool) engine {
	met := cedarRequest(0)
	return engine{
		name: name, explains: explains,
		ask: func(m Mask) func() (bool, Mask, error) {
			request := cedarRequest(m)
			return func() (bool, Mask, error) {
				decision, found := cedar.Authorize(policies, cedar.EntityMap{}, request)
				if len(found.Errors) > 0 {
					return false, 0, fmt.Errorf("%v", found.Errors)
				}
				return decision == cedar.Allow, cedarUnmet(decision, found), nil
			}
		},
		run: func(n int) {
			entities := cedar.EntityMap{}
			for range n {
				decision, found := cedar.Authorize(policies, entities, met)
				SinkCedar, SinkMask = decision, cedarUnmet(decision, found)
			}
		},
	}
}

// cedarUnmet returns the rows of the policies that forbade. Policies are named
// policy0, policy1 and so on in the order of the text. The first one permits.
func cedarUnmet(decision cedar.Decision, found cedar.Diagnostic) (unmet Mask) {
	if decision == cedar.Allow {
		return 0
	}
	for _, reason := range found.Reasons {
		number := reason.PolicyID[len(reason.PolicyID)-1] - '0'
		unmet |= 1 << (number - 1)
	}
	return unmet
}

func cedarRequest(m Mask) cedar.Request {
	rows := cedar.RecordMap{}
	for i, name := range names {
		rows[cedar.String(name)] = cedar.Boolean(m.meets(i))
	}
	return cedar.Request{
		Principal: cedar.NewEntityUID("Company", "a"), Action: cedar.NewEntityUID("Action", "buy"),
		Resource: cedar.NewEntityUID("Offer", "legacy-gold"), Context: cedar.NewRecord(rows),
	}
}
