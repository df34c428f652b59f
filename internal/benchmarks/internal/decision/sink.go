package decision

import (
	"cel.dev/cel-go/common/types/ref"
	"github.com/cedar-policy/cedar-go"
	"github.com/open-policy-agent/opa/v1/rego"

	"github.com/partnerrules/partnerrules/eligibility"
)

// The results of the loops go to these variables. They are exported so that the
// compiler does not remove the loops.
var (
	SinkDecision eligibility.Decision
	SinkBool     bool
	SinkMask     Mask
	SinkAny      any
	SinkVal      ref.Val
	SinkCedar    cedar.Decision
	SinkResult   rego.ResultSet
)
