// Package rulestest helps test programs that rely on the rules. It runs test vectors
// against the library or your own program, compares the reasons of an answer, and
// asks a stored answer again.
//
// # A test file
//
// A vector is a question with its answer, in JSON. Write the cases that your company
// relies on as vectors, and run them in a test:
//
//	package policy
//
//	import (
//		"encoding/json"
//		"errors"
//		"os"
//		"testing"
//
//		"github.com/partnerrules/partnerrules/calendar"
//		"github.com/partnerrules/partnerrules/eligibility"
//		"github.com/partnerrules/partnerrules/rulestest"
//		"github.com/partnerrules/partnerrules/rulestest/vectors"
//	)
//
//	// The library answers our cases as we expect.
//	func TestCases(t *testing.T) {
//		rulestest.Run(t, os.DirFS("testdata"))
//	}
//
//	// Our service gives the answers of the library.
//	func TestService(t *testing.T) {
//		rulestest.RunFunc(t, vectors.FS(), func(call string, given json.RawMessage) (any, error) {
//			if call != "eligibility.evaluate" {
//				return nil, errors.ErrUnsupported // skips the vector
//			}
//			return askService(given)
//		})
//	}
//
//	// A company that is not verified cannot buy an Action Pack, which is retired.
//	func TestReasons(t *testing.T) {
//		no := eligibility.Pack{Active: eligibility.No}
//		facts := eligibility.Facts{
//			Account: eligibility.Pending, Billing: eligibility.BillingLinked, ActionPack: no, Learning: no,
//		}
//		on := calendar.MustParseDate("2025-01-22")
//		decision, err := eligibility.Evaluate(eligibility.MicrosoftActionPack, facts, on)
//		if err != nil {
//			t.Fatal(err)
//		}
//		rulestest.Reasons(t, decision.Explain(facts), "ELG-01", "ELG-13")
//	}
//
// # Vectors
//
// A file in testdata has a subject and vectors:
//
//	{
//	  "subject": "renewals",
//	  "vectors": [
//	    {
//	      "rule": "OUR-7",
//	      "says": "the thirtieth day is in the window",
//	      "call": "membership.renewal-window",
//	      "given": {"anniversary": "2021-09-01", "on": "2021-10-01"},
//	      "want": {"contains": true}
//	    }
//	  ]
//	}
//
// The rule is a rule of the library or your own. An ID that begins like an ID of the
// library must be the ID of one of its rules, so that a misspelled ID is found. The
// members "case" and "basis" of the library's own vectors are optional. README.md in
// rulestest/vectors describes the calls with their input and results.
//
// Each vector is a subtest, so that go test -run selects some of them:
//
//	go test -run 'TestCases/renewals.json/OUR-7'
//
// Package [github.com/partnerrules/partnerrules/rulestest/vectors] holds the vectors of
// the library.
//
// # Reasons
//
// [Reasons] takes a [partnerrules.Explanation], because every answer of the library has
// one, with all its reasons in the same form. A failure lists the missing reasons (-)
// and the unexpected ones (+) with their messages:
//
//	eligibility.evaluate: the reasons differ (-want +got):
//	- ELG-05: Billing profile
//	+ ELG-01 account-not-vetted: The account has not been verified and approved.
//	  ELG-13 offer-retired: Microsoft has retired this offer and no longer sells or renews it.
//
// # Stored answers
//
// An explanation can be stored as JSON. After an update of the library, [Recheck] asks
// its question again, and names what differs and by which rule.
//
// # Other languages
//
// The command examples/conformance runs vectors against a program in any language, over
// its standard input and output.
package rulestest
