package decision

import (
	"cel.dev/cel-go/common/types/ref"
	"github.com/cedar-policy/cedar-go"
	"github.com/open-policy-agent/opa/v1/rego"

	"github.com/partnerrules/partnerrules/eligibility"
)

// What the loops work out goes to variables, which are exported so that no
// compiler takes them for unused.
var (
	SinkDecision eligibility.Decision
	SinkBool     bool
	SinkMask     Mask
	SinkAny      any
	SinkVal      ref.Val
	SinkCedar    cedar.Decision
	SinkResult   rego.ResultSet
)
