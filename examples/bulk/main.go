// Bulk decides for many companies whether an offer can be bought or renewed. It reads
// a question a line, as JSON, and writes an explained answer a line:
//
//	go run ./examples/bulk < examples/bulk/testdata/questions.jsonl > answers.jsonl
//
// It holds one line of at most 1 MB at a time, so there can be any number of lines. A
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

func main() {
	if err := answerAll(os.Stdin, os.Stdout); err != nil {
		log.Fatal(err)
	}
}

// answerAll answers the questions of in, one a line, in their order.
func answerAll(in io.Reader, out io.Writer) error {
	lines, answers := bufio.NewScanner(in), json.NewEncoder(out)
	lines.Buffer(nil, 1<<20) // a longer line ends the run
	for lines.Scan() {
		if err := answers.Encode(answer(lines.Bytes())); err != nil {
			return err
		}
	}
	return lines.Err()
}

// answer returns the explained answer to a line, or the error with the path of the
// fault. Both have a form in JSON.
func answer(line []byte) any {
	question, err := partnerrules.Decode[Question](line)
	if err != nil {
		return err
	}
	decision, err := eligibility.Evaluate(question.Offer, question.Facts, question.On)
	if err != nil {
		return err
	}
	explained := decision.Explain(question.Facts)
	explained.Title = question.Company + ": " + explained.Title
	return explained
}
