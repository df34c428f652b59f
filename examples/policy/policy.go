// Package policy is the own policy of a company, Bluefin, on top of the rules of the
// program. Bluefin is stricter. BLU-01: a purchase needs an acceptance with a date. BLU-02:
// an order does not go on if it depends on a fact that nobody has looked up.
//
// The policy is tested with vectors, like the library. A vector is a question with its
// answer, in JSON, so that people who do not write Go can read, review and add them:
//
//	go test -v ./examples/policy
//
// Some vectors in testdata are about rules of Bluefin. Others are about rules of the
// library that Bluefin relies on, and fail if a new version answers differently.
package policy

import "github.com/partnerrules/partnerrules/agreement"

// An Answer is the answer to an order, with the IDs of the rules that stop it.
type Answer struct {
	GoOn  bool     `json:"goOn"`
	Rules []string `json:"rules"`
}

// CheckOrder decides whether an order goes on at Bluefin.
func CheckOrder(kind agreement.OrderKind, facts agreement.Facts) (Answer, error) {
	order, err := agreement.CheckOrder(kind, facts)
	if err != nil {
		return Answer{}, err
	}
	var rules []string
	for reason := range order.Reasons.All() {
		rules = append(rules, string(reason.Rule()))
	}
	dated := facts.Acceptance.Partner.On.IsSet() || facts.Acceptance.Direct.On.IsSet()
	switch {
	case order.Verdict == agreement.OrderUndetermined:
		rules = append(rules, "BLU-02")
	case order.Policy.AcceptanceFor.Has(kind) && order.Accepted == agreement.Yes && !dated:
		rules = append(rules, "BLU-01")
	}
	return Answer{GoOn: len(rules) == 0, Rules: rules}, nil
}
