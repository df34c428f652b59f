// Gate decides whether an order may go on. It reads the response of the service to the
// request for a partner's attestations of a customer:
//
//	go run ./examples/gate -order new-purchase -direct no < examples/gate/testdata/none.json
//
// It prints the decision, with its reasons and the steps to take. It exits with 0 only
// if the order may go on, so that a script can wait for that.
package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"log"
	"os"
	"time"

	"github.com/partnerrules/partnerrules/agreement"
)

func main() {
	// What is left out of the facts is unknown. A decision that depends on it says so.
	facts := agreement.Facts{
		Partner: agreement.DirectBill, Role: agreement.SalesAgent, // we sell without an indirect provider
		Customer: agreement.ExistingCustomer, UnderReview: agreement.No,
		Now: agreement.NewTimestamp(time.Now()),
	}
	order := agreement.NewPurchase
	flag.TextVar(&order, "order", order, "the `kind` of the order")
	flag.TextVar(&facts.Acceptance.Direct.Given, "direct", agreement.Unknown, "whether the customer has accepted directly: yes, no or unknown")
	flag.Parse()

	if err := decide(os.Stdin, os.Stdout, order, facts); err != nil {
		log.Fatal(err) // and the gate stays closed
	}
}

// decide reads the response and writes the decision. It returns an error unless the
// order may go on.
func decide(in io.Reader, out io.Writer, order agreement.OrderKind, facts agreement.Facts) error {
	response, err := io.ReadAll(in)
	if err != nil {
		return err
	}
	facts.Acceptance.Partner, err = agreement.DecodeConsent(response)
	var fault agreement.ServiceError
	if errors.As(err, &fault) { // the service answered with an error
		return fmt.Errorf("%w. %s", err, agreement.ExplainError(agreement.ListAgreements, fault.Code).Remedy())
	} else if err != nil {
		return err
	}
	decision, err := agreement.CheckOrder(order, facts)
	if err != nil {
		return err
	}
	fmt.Fprintln(out, decision.Explain(facts).Text())
	if decision.Verdict != agreement.Allowed {
		return errors.New("the order does not go on")
	}
	return nil
}
