package conformance

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"github.com/google/go-cmp/cmp"
)

// programVariable names the program that this test binary plays.
const programVariable = "CONFORMANCE_PROGRAM"

func TestMain(m *testing.M) {
	program := os.Getenv(programVariable)
	if program == "" {
		os.Exit(m.Run())
	}
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		switch program {
		case "echo":
			fmt.Printf("{\"line\": %q}\n", lines.Text())
		case "nonsense":
			fmt.Println("Traceback (most recent call last):", strings.Repeat("x", 100))
		case "unsupported":
			fmt.Println(`{"error": "unsupported"}`)
		case "endless":
			for {
				fmt.Print(strings.Repeat("x", 1<<16))
			}
		case "die":
			os.Exit(7)
		case "hang":
			continue
		}
	}
	switch program {
	case "fail at the end":
		os.Exit(3)
	case "hang at the end":
		time.Sleep(time.Minute)
	}
}

// start starts this test binary as a program.
func start(t *testing.T, program string, deadline time.Duration) *Program {
	t.Helper()
	t.Setenv(programVariable, program)
	file, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	p, err := Start(file, deadline, io.Discard)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// A program gets each question in one line, and its line is the answer.
func TestProgram_Answer(t *testing.T) {
	p := start(t, "echo", time.Minute)
	for range 3 {
		answer, err := p.Answer("date.parse", json.RawMessage("{\n\t\"text\": \"2024-02-29\"\n}"))
		want := object{"line": `{"call":"date.parse","given":{"text":"2024-02-29"}}`}
		if diff := cmp.Diff(any(want), answer); diff != "" || err != nil {
			t.Errorf("%v (-want +got):\n%s", err, diff)
		}
	}
	if err := p.Close(); err != nil {
		t.Errorf("Close: %v", err)
	}
}

func TestProgram_Unsupported(t *testing.T) {
	p := start(t, "unsupported", time.Minute)
	answer, err := p.Answer("date.parse", json.RawMessage("{}"))
	if answer != nil || !errors.Is(err, errors.ErrUnsupported) || !strings.Contains(err.Error(), "date.parse") {
		t.Errorf("%v, %v", answer, err)
	}
	if err := p.Close(); err != nil {
		t.Errorf("Close: %v", err)
	}
}

// A program that dies, hangs or writes nonsense is reported with the question, now and
// later.
func TestProgram_Errors(t *testing.T) {
	for program, tt := range map[string]struct {
		deadline time.Duration
		want     string
	}{
		"die":      {time.Minute, "the program ended without an answer: exit status 7"},
		"hang":     {time.Millisecond, "the program did not answer within 1ms"},
		"endless":  {time.Minute, "the program wrote a line of more than 1 MB"},
		"nonsense": {time.Minute, "the program wrote a line that is not a JSON object: \"Traceback"},
	} {
		t.Run(program, func(t *testing.T) {
			p := start(t, program, tt.deadline)
			for range 2 {
				answer, err := p.Answer("date.parse", json.RawMessage("{}"))
				var bad *ProgramError
				if answer != nil || !errors.As(err, &bad) || !strings.HasPrefix(bad.Reason, tt.want) || len(bad.Reason) > 200 ||
					!strings.HasSuffix(err.Error(), "\n    "+`{"call":"date.parse","given":{}}`) {
					t.Errorf("%v, %v", answer, err)
				}
			}
			if err := p.Close(); err != nil {
				t.Errorf("Close: %v, want the error of Answer only", err)
			}
		})
	}
}

func TestProgram_FailsAtTheEnd(t *testing.T) {
	if err := start(t, "fail at the end", time.Minute).Close(); err == nil || err.Error() != "the program failed after its last answer: exit status 3" {
		t.Errorf("Close: %v", err)
	}
	if err := start(t, "hang at the end", time.Millisecond).Close(); err == nil || err.Error() != "the program did not end within 1ms of its last answer" {
		t.Errorf("Close: %v", err)
	}
}

func TestStart_Errors(t *testing.T) {
	for _, command := range []string{"", " ", "./no-such-program -x"} {
		if _, err := Start(command, time.Minute, io.Discard); err == nil {
			t.Errorf("%q was started", command)
		}
	}
}

// Each line is answered by a line, invalid lines too.
func TestServe(t *testing.T) {
	in := `{"call": "date.parse", "given": {"text": "2024-02-29"}}
{"call": "date.parse", "given": {"text": "2023-02-29"}}

{"call": "date.prse", "given": {}}
{"call": "` + strings.Repeat("x", 50) + `", "given": {}}
{"call": "date.parse", "given": {"txt": ""}}
{"call": "period.make", "given": {"first": "2024-02-29"}}
nonsense
{"call": "date.min", "given": {}}`
	want := []string{
		`{"date":"2024-02-29"}`,
		`{"error":{"offset":8,"type":"date"}}`,
		`{"error":"call \"date.prse\" is unknown"}`,
		`{"error":"call \"` + strings.Repeat("x", 40) + `\"… is unknown"}`,
		`{"error":"given.txt: unknown member, did you mean \"text\"?"}`,
		`{"error":{"path":"last"}}`,
		`{"error":"invalid JSON"}`,
		`{}`,
		"",
	}
	var out bytes.Buffer
	if err := Serve(strings.NewReader(in), &out, Answer); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(want, strings.Split(out.String(), "\n")); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// What cannot be marshaled is an error in the line.
func TestServe_Unmarshalable(t *testing.T) {
	var out bytes.Buffer
	answer := func(string, json.RawMessage) (any, error) { return func() {}, nil }
	if err := Serve(strings.NewReader(`{"call": "mine", "given": {}}`), &out, answer); err != nil || !strings.HasPrefix(out.String(), `{"error":"`) {
		t.Errorf("%q, %v", out.String(), err)
	}
}

func TestServe_Errors(t *testing.T) {
	broken := errors.New("broken")
	if err := Serve(iotest.ErrReader(broken), io.Discard, Answer); !errors.Is(err, broken) {
		t.Errorf("reading: %v", err)
	}
	r, w := io.Pipe()
	r.CloseWithError(broken)
	if err := Serve(strings.NewReader("{}"), w, Answer); !errors.Is(err, broken) {
		t.Errorf("writing: %v", err)
	}
}
