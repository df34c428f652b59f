package conformance

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"strings"
	"sync/atomic"
	"time"

	"github.com/partnerrules/partnerrules/internal/quote"
)

// A question is a line to a program in another language. The program writes one line
// with the result, an object. The member "error" of the result is an object with path,
// type and offset, or a text.
type question struct {
	Call  string          `json:"call"`
	Given json.RawMessage `json:"given"`
}

// unsupported is the error of a program that does not answer a call.
const unsupported = "unsupported"

// Serve answers each line of in with a line to out. It returns an error if in cannot
// be read or out cannot be written. The result for a line that is not a question, and
// for a fault, is an error with a text.
func Serve(in io.Reader, out io.Writer, answer AnswerFunc) error {
	lines := bufio.NewReader(in)
	for {
		line, err := lines.ReadBytes('\n')
		if len(bytes.TrimSpace(line)) > 0 {
			if _, err := out.Write(append(serveLine(line, answer), '\n')); err != nil {
				return err
			}
		}
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return err
		}
	}
}

// serveLine returns the result for a line in JSON.
func serveLine(line []byte, answer AnswerFunc) []byte {
	var q question
	if err := decode("", line, &q); err != nil {
		return errorLine(err)
	}
	result, err := answer(q.Call, q.Given)
	switch {
	case errors.As(err, new(*Fault)):
		return errorLine(err)
	case err != nil:
		result = Rejection(err)
	}
	text, err := json.Marshal(result)
	if err != nil {
		return errorLine(err)
	}
	return text
}

// errorLine returns the result with the text of an error.
func errorLine(err error) []byte {
	text, _ := json.Marshal(object{errorMember: err.Error()}) // a text can be marshaled
	return text
}

// A Program is a running program that answers questions, such as a port of the
// library to another language.
type Program struct {
	cmd      *exec.Cmd
	in       io.WriteCloser
	out      *bufio.Reader
	pipe     io.Closer // of out
	deadline time.Duration
	err      error // why it can no longer answer
}

// Start starts a program. The command is the program and its arguments, separated by
// spaces. Each answer must come within the deadline. What the program writes to its
// standard error goes to stderr.
func Start(command string, deadline time.Duration, stderr io.Writer) (*Program, error) {
	words := strings.Fields(command)
	if len(words) == 0 {
		return nil, errors.New("the command is empty")
	}
	cmd := exec.Command(words[0], words[1:]...)
	cmd.Stderr = stderr
	cmd.WaitDelay = time.Second // for a child of the program that keeps stderr open
	in, err := cmd.StdinPipe()
	if err != nil {
		return nil, err
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	return &Program{cmd: cmd, in: in, out: bufio.NewReaderSize(out, longestAnswer), pipe: out, deadline: deadline}, cmd.Start()
}

// longestAnswer is the number of bytes of the longest line that a program may write.
const longestAnswer = 1 << 20

// A ProgramError reports a program that can no longer answer. Answer returns it for
// all later questions too.
type ProgramError struct {
	Reason string
	Line   string // the question
}

// Error returns the reason and the line.
func (e *ProgramError) Error() string { return e.Reason + "\n    " + e.Line }

// Answer asks the program. It is an [AnswerFunc]. If the program dies, exceeds the
// deadline or writes anything but a JSON object of at most 1 MB, the error is a [*ProgramError]. The
// error wraps [errors.ErrUnsupported] if the program does not answer the call.
func (p *Program) Answer(call string, given json.RawMessage) (any, error) {
	if p.err != nil {
		return nil, p.err
	}
	line, err := json.Marshal(question{call, given}) // in one line
	if err != nil {
		return nil, &Fault{err}
	}
	answer, reason := p.ask(line)
	var result object
	if reason == "" && decode("", answer, &result) != nil {
		reason = "the program wrote a line that is not a JSON object: " + quote.Around(string(bytes.TrimSpace(answer)), 0)
	}
	if reason != "" {
		p.err = &ProgramError{reason, string(line)}
		return nil, p.err
	}
	if result[errorMember] == unsupported {
		return nil, fmt.Errorf("the program does not answer %s: %w", call, errors.ErrUnsupported)
	}
	return result, nil
}

// ask writes a line and reads a line, or returns the reason why it cannot.
func (p *Program) ask(line []byte) (answer []byte, reason string) {
	var late atomic.Bool
	defer p.stopLater(&late).Stop()
	_, err := p.in.Write(append(line, '\n'))
	if err == nil {
		answer, err = p.out.ReadSlice('\n')
	}
	switch {
	case late.Load():
		return nil, fmt.Sprintf("the program did not answer within %s", p.deadline)
	case errors.Is(err, bufio.ErrBufferFull):
		return nil, "the program wrote a line of more than 1 MB"
	case err != nil:
		p.stop()
		return nil, "the program ended without an answer: " + state(p.cmd.Wait())
	}
	return answer, ""
}

// stopLater ends the program when the deadline has passed, and sets late then.
func (p *Program) stopLater(late *atomic.Bool) *time.Timer {
	return time.AfterFunc(p.deadline, func() {
		late.Store(true)
		p.stop()
	})
}

// stop ends the program. Closing the pipe ends the reading too, if a child of the
// program keeps the other end open.
func (p *Program) stop() {
	_ = p.in.Close()
	_ = p.cmd.Process.Kill() // it may have ended already
	_ = p.pipe.Close()
}

// state describes how a program ended.
func state(err error) string {
	if err == nil {
		return "exit status 0"
	}
	return err.Error()
}

// Close ends the input of the program, and waits until it ends. It returns an error
// if the program fails then or exceeds the deadline. The error of a program that can no longer answer has been
// returned before.
func (p *Program) Close() error {
	if p.err != nil {
		p.stop()
		_ = p.cmd.Wait() // p.err has the reason
		return nil
	}
	var late atomic.Bool
	defer p.stopLater(&late).Stop()
	_ = p.in.Close()
	err := p.cmd.Wait()
	switch {
	case late.Load():
		return fmt.Errorf("the program did not end within %s of its last answer", p.deadline)
	case err != nil:
		return fmt.Errorf("the program failed after its last answer: %w", err)
	}
	return nil
}
