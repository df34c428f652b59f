package policy

import (
	"encoding/json"
	"os"
	"testing"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/agreement"
	"github.com/partnerrules/partnerrules/rulestest"
)

// TestVectors runs the vectors. The call bluefin.check-order asks Bluefin's policy. All
// other calls ask the library.
func TestVectors(t *testing.T) {
	rulestest.RunFunc(t, os.DirFS("testdata"), func(call string, given json.RawMessage) (any, error) {
		if call != "bluefin.check-order" {
			return rulestest.Answer(call, given)
		}
		question, err := partnerrules.Decode[struct {
			Kind  agreement.OrderKind `json:"kind"`
			Facts agreement.Facts     `json:"facts"`
		}](given)
		if err != nil {
			return nil, err
		}
		return CheckOrder(question.Kind, question.Facts)
	})
}

// TestReasons states which rules of the library stop a new customer's order.
func TestReasons(t *testing.T) {
	facts := agreement.Facts{
		Partner: agreement.DirectBill, Customer: agreement.NewCustomer, UnderReview: agreement.Yes,
		Acceptance: agreement.Acceptance{Partner: agreement.Consent{Given: agreement.No}, Direct: agreement.Consent{Given: agreement.No}},
		Now:        agreement.MustParseTimestamp("2026-01-02"),
	}
	order, err := agreement.CheckOrder(agreement.NewPurchase, facts)
	if err != nil {
		t.Fatal(err)
	}
	rulestest.Reasons(t, order.Explain(facts), "AGR-40", "AGR-47")
}
