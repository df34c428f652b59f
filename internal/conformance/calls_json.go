package conformance

import (
	"fmt"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/agreement"
	"github.com/partnerrules/partnerrules/benefits"
	"github.com/partnerrules/partnerrules/cpor"
	"github.com/partnerrules/partnerrules/eligibility"
)

// jsonCalls are the calls that read facts from JSON.
func jsonCalls() map[string]call {
	return map[string]call{
		"facts.parse": adapt(func(g struct {
			Package string `json:"package"`
			Text    string `json:"text"`
		},
		) (any, error) {
			switch g.Package {
			case "agreement":
				return factsFrom[agreement.Facts](g.Text)
			case "benefits":
				return factsFrom[benefits.Account](g.Text)
			case "cpor":
				return factsFrom[cpor.Facts](g.Text)
			case "eligibility":
				return factsFrom[eligibility.Facts](g.Text)
			}
			return nil, fmt.Errorf("want the package agreement, benefits, cpor or eligibility, not %q", g.Package)
		}),
		"draft.parse": decodeBody(partnerrules.Decode[cpor.Draft], func(d cpor.Draft) any { return object{"draft": d} }),
	}
}

// factsFrom returns the facts of a package from a JSON text.
func factsFrom[F any](text string) (any, error) {
	facts, err := partnerrules.Decode[F]([]byte(text))
	return object{"facts": facts}, err
}
