package portfolio

import (
	"errors"

	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/eligibility"
	"github.com/partnerrules/partnerrules/examples/internal/strictjson"
)

// readQualification reads for each area whether it is qualified, the metrics of
// its score, or both, which must agree. The members have the names of the
// library's own JSON.
func (c *filedCompany) readQualification(qualified, scores *strictjson.Node) {
	answers, metrics := qualified.Object(), scores.Object()
	read := func(name string, area eligibility.Area) {
		answer := strictjson.Read[eligibility.Tri](answers.Optional(name))
		if score := metrics.Optional(name); score != nil {
			answer = c.assess(area, score, answer)
		}
		c.stated.Qualified = c.stated.Qualified.With(area, answer)
	}
	read("dataAI", eligibility.DataAI)
	read("digitalAppInnovation", eligibility.DigitalAppInnovation)
	read("infrastructure", eligibility.Infrastructure)
	read("businessApplications", eligibility.BusinessApplications)
	read("modernWork", eligibility.ModernWork)
	read("security", eligibility.Security)
	answers.End()
	metrics.End()
}

// assess judges an area by its metrics and what is stated of it.
func (c *filedCompany) assess(area eligibility.Area, node *strictjson.Node, stated eligibility.Tri) eligibility.Tri {
	members := node.Object()
	points := func(name string, metric eligibility.Metric) eligibility.Points {
		node := members.Optional(name)
		if eligibility.Greatest(area, metric).IsZero() {
			node.Fault(area.Title() + " has no such metric")
			return eligibility.Points{}
		}
		return strictjson.Read[eligibility.Points](node)
	}
	metrics := eligibility.Metrics{
		NetCustomerAdds: points("netCustomerAdds", eligibility.NetCustomerAdds),
		Intermediate:    points("intermediate", eligibility.Intermediate),
		Advanced:        points("advanced", eligibility.Advanced),
		UsageGrowth:     points("usageGrowth", eligibility.UsageGrowth),
		Deployments:     points("deployments", eligibility.Deployments),
	}
	members.End()
	assessment, err := eligibility.Assess(area, metrics, stated)
	if err != nil {
		node.Fault(reasonOf(err))
		return eligibility.Unknown
	}
	c.scores = append(c.scores, assessment)
	return assessment.Qualified
}

// reasonOf leaves out the name of the argument, which means nothing to someone
// who reads the file.
func reasonOf(err error) string {
	var input *calendar.InputError
	if errors.As(err, &input) {
		return input.Reason
	}
	return err.Error()
}
