// Bulk decides for many companies whether an offer can be bought or renewed. It reads
// a question a line, as JSON, and writes an explained answer a line:
//
//	go run ./examples/bulk < examples/bulk/testdata/questions.jsonl > answers.jsonl
//
// It holds one line of at most 64 KB at a time, so there can be any number of lines. A
// line that is wrong gets an answer that says what is wrong, and the next lines are
// answered as usual.
package main

import (
	"bufio"
	"encoding/json"
	"io"
	"log"
	"os"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/calendar"
	"github.com/partnerrules/partnerrules/eligibility"
)

// A Question is a line of the input. The facts have the names that they have in the
// test vectors. Facts that are left out are unknown.
type Question struct {
	Company string            `json:"company"`
	Offer   eligibility.Offer `json:"offer"`
	Facts   eligibility.Facts `json:"facts"`
	On      calendar.Date     `json:"on"`
}

// An Answer is a line of the output. It has an explanation, or an error with the path of
// the fault.
type Answer struct {
	Line    int    `json:"line"`
	Company string `json:"company,omitempty"`
	Answer  any    `json:"answer,omitempty"`
	Error   error  `json:"error,omitempty"`
}

func main() {
	if err := answerAll(os.Stdin, os.Stdout); err != nil {
		log.Fatal(err)
	}
}

// answerAll answers the questions of in, one a line, in their order.
func answerAll(in io.Reader, out io.Writer) error {
	lines, encoder := bufio.NewScanner(in), json.NewEncoder(out)
	for n := 1; lines.Scan(); n++ {
		question, err := partnerrules.Decode[Question](lines.Bytes())
		answer := Answer{Line: n, Company: question.Company, Error: err}
		if err == nil {
			answer.Answer, answer.Error = question.answer()
		}
		if err := encoder.Encode(answer); err != nil {
			return err
		}
	}
	return lines.Err()
}

func (q Question) answer() (any, error) {
	decision, err := eligibility.Evaluate(q.Offer, q.Facts, q.On)
	if err != nil {
		return nil, err
	}
	return decision.Explain(q.Facts), nil
}
