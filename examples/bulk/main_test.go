package main

import (
	"encoding/json"
	"fmt"
	"io"
	"log"
	"os"
	"strings"
	"testing"

	"github.com/partnerrules/partnerrules"
)

// Four questions are answered. The program that reads the answers prints their texts.
func Example() {
	questions, err := os.Open("testdata/questions.jsonl")
	if err != nil {
		log.Fatal(err)
	}
	var answers strings.Builder
	if err := answerAll(questions, &answers); err != nil {
		log.Fatal(err)
	}
	for line := range strings.Lines(answers.String()) {
		var answer struct {
			partnerrules.Explanation
			partnerrules.InputError // of a line that is wrong
		}
		if err := json.Unmarshal([]byte(line), &answer); err != nil {
			log.Fatal(err)
		}
		if answer.Reason != "" {
			fmt.Println(answer.Path, answer.Reason)
			continue
		}
		fmt.Println(answer.Explanation.Text())
	}
	// Output:
	// Bluefin Analytics: Solutions Partner for Security: The Buy button is enabled: every requirement is met.
	// - One annual fee pays for all designations, and all designations share the anniversary date of the first one.
	// Copperline: Solutions Partner for Security: The Buy button is disabled: a requirement is not met.
	// - ELG-01: The account has not been verified and approved. Complete the account verification under Legal info in Partner Center.
	// - ELG-03: The company does not meet the requirements for this Solutions Partner designation. Review the requirements of the designation, and meet those that are missing.
	// - One annual fee pays for all designations, and all designations share the anniversary date of the first one.
	// - Only the program's partner admin or the account admin can buy or renew offers.
	// Dovecote IT: Partner Launch Benefits: It is unknown whether the Buy or Renew button is enabled, because facts are missing.
	// - ELG-02: Is the renewal window open?
	// - ELG-05: Is a billing profile linked to this tenant, or set up on it?
	// - To find out: whether a billing profile is linked or set up
	// - To find out: whether Partner Launch Benefits is active
	// - To find out: the anniversary date of Partner Launch Benefits
	// - Only the program's partner admin or the account admin can buy or renew offers.
	// - The day is before the first known edition: the rules may have been different.
	// facts.acount unknown member, did you mean "account"?
}

// A stream is an input of equal lines. It watches the answers to the lines read before.
type stream struct {
	lines, read  int
	out, waiting int // lines answered, and the most that were not yet answered
}

func (s *stream) Read(p []byte) (int, error) {
	s.waiting = max(s.waiting, s.read-s.out)
	if s.read == s.lines {
		return 0, io.EOF
	}
	s.read++
	return copy(p, `{"offer": "solutions-partner-security", "on": "2024-06-14"}`+"\n"), nil
}

func (s *stream) Write(p []byte) (int, error) {
	s.out += strings.Count(string(p), "\n")
	return len(p), nil
}

// However long the input is, each line is answered before the next one is read.
func TestAnswerAll_Streams(t *testing.T) {
	s := &stream{lines: 2000}
	if err := answerAll(s, s); err != nil || s.out != 2000 || s.waiting > 0 {
		t.Errorf("%d answers, %d lines waiting: %v", s.out, s.waiting, err)
	}
}

// A line has at most 1 MB.
func TestAnswerAll_LongLine(t *testing.T) {
	for length, want := range map[int]int{1_000_000: 2, 2_000_000: 0} {
		var out strings.Builder
		err := answerAll(strings.NewReader(strings.Repeat("a", length)+"\n{}"), &out)
		if got := strings.Count(out.String(), "\n"); got != want || (err == nil) != (want == 2) {
			t.Errorf("%d bytes: %d answers: %v", length, got, err)
		}
	}
}
