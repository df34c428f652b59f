package rulestest

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/partnerrules/partnerrules"
	"github.com/partnerrules/partnerrules/rulestest/vectors"
)

// The environment of a run of this program that runs vectors only, so that they may
// fail: the folder of the files, and the name of an answer function.
const (
	folderVariable = "RULESTEST_FOLDER"
	answerVariable = "RULESTEST_ANSWER"
)

func TestMain(m *testing.M) {
	folder := os.Getenv(folderVariable)
	if folder == "" {
		os.Exit(m.Run())
	}
	all := func(string, string) (bool, error) { return true, nil }
	testing.Main(all, []testing.InternalTest{{Name: "Test", F: func(t *testing.T) {
		if answer := programs()[os.Getenv(answerVariable)]; answer != nil {
			RunFunc(t, os.DirFS(folder), answer)
			return
		}
		Run(t, os.DirFS(folder))
	}}}, nil, nil)
}

// programs returns answer functions, by name.
func programs() map[string]func(string, json.RawMessage) (any, error) {
	return map[string]func(string, json.RawMessage) (any, error){
		"own": func(call string, given json.RawMessage) (any, error) {
			switch call {
			case "order.total":
				return map[string]int{"total": 12}, nil
			case "order.rules":
				return struct{ Rules []string }{}, nil
			case "order.nothing":
				return nil, nil
			case "order.list":
				return []int{1}, nil
			case "order.reject":
				return nil, fmt.Errorf("rejected: %w", os.ErrInvalid)
			case "order.check":
				return nil, fmt.Errorf("order: %w", &partnerrules.InputError{Path: "order.id", Type: "order", Offset: 3})
			}
			return nil, errors.ErrUnsupported
		},
	}
}

// runIn runs vectors in a run of this program, and returns its output.
func runIn(t *testing.T, answer string, files map[string]string) (output string, failed bool) {
	t.Helper()
	folder := t.TempDir()
	for name, text := range files {
		name = filepath.Join(folder, name)
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(program, "-test.v")
	cmd.Env = append(os.Environ(), folderVariable+"="+folder, answerVariable+"="+answer)
	out, err := cmd.CombinedOutput()
	if err != nil && !errors.As(err, new(*exec.ExitError)) {
		t.Fatal(err)
	}
	return string(out), err != nil
}

// vector returns a file with one vector, without the optional members.
func vector(rule, call, given, want string) string {
	return fmt.Sprintf(`{"subject": "mine", "vectors": [{"rule": %q, "says": "as it is", "call": %q, "given": %s, "want": %s}]}`, rule, call, given, want)
}

// The library agrees with its vectors, and Answer passes questions on.
func TestRun_Shipped(t *testing.T) {
	Run(t, vectors.FS())
}

func TestRunFunc_Answer(t *testing.T) {
	RunFunc(t, vectors.FS(), Answer)
}

// Each file runs as a test with the given result.
func TestRun(t *testing.T) {
	const leap = `{"date": "2024-02-29", "n": 1}`
	for name, tt := range map[string]struct {
		answer string
		file   string
		want   string // in the output
		fails  bool
	}{
		"agrees":             {"", vector("CAL-02", "date.add-years", leap, `{"date": "2025-02-28"}`), "--- PASS: Test/mine.json/CAL-02/as_it_is", false},
		"differs":            {"", vector("CAL-02", "date.add-years", leap, `{"date": "2025-03-01"}`), `date: want "2025-03-01", got "2025-02-28"`, true},
		"own rule":           {"", vector("our-rule 7", "date.add-years", leap, `{"date": "2025-02-28"}`), "--- PASS: Test/mine.json/our-rule_7/as_it_is", false},
		"misspelled rule":    {"", vector("CAL-2", "date.add-years", leap, `{"date": "2025-02-28"}`), `rule "CAL-2" is unknown; did you mean CAL-02?`, true},
		"rule in lower case": {"", vector("elg-05", "date.add-years", leap, `{"date": "2025-02-28"}`), `did you mean ELG-05?`, true},
		"misspelled call":    {"", vector("CAL-02", "date.add-year", leap, `{"date": "2025-02-28"}`), "did you mean date.add-years?", true},
		"unknown call":       {"", vector("mine", "order.total", leap, `{"total": 12}`), `call "order.total" is unknown`, true},
		"invalid case":       {"", strings.Replace(vector("mine", "date.add-years", leap, `{}`), `"says"`, `"case": "edge", "says"`, 1), `not "edge"`, true},
		"no vectors":         {"", `{"subject": "mine", "vectors": []}`, "no vectors", true},

		"own call":                     {"own", vector("mine", "order.total", `{}`, `{"total": 12}`), "--- PASS: Test/mine.json/mine/as_it_is", false},
		"own call differs":             {"own", vector("mine", "order.total", `{}`, `{"total": 13}`), "total: want 13, got 12", true},
		"unsupported call":             {"own", vector("CAL-02", "date.add-years", leap, `{"date": "2025-03-01"}`), "--- SKIP: Test/mine.json/CAL-02/as_it_is", false},
		"misspelled call of ours":      {"own", vector("CAL-02", "date.add-year", leap, `{"date": null}`), "did you mean date.add-years?", true},
		"misspelled fact":              {"own", vector("CAL-02", "date.add-years", `{"dat": ""}`, `{"date": null}`), "given.dat: unknown member", true},
		"an error":                     {"own", vector("mine", "order.reject", `{}`, `{"error": {"path": "order"}}`), "--- PASS", false},
		"an error of any kind":         {"own", vector("mine", "order.reject", `{}`, `{"error": {}}`), "--- PASS", false},
		"an error that is not wanted":  {"own", vector("mine", "order.reject", `{}`, `{"total": null}`), `rejected with "rejected: invalid argument"`, true},
		"no error that is wanted":      {"own", vector("mine", "order.total", `{}`, `{"error": {"path": "order"}}`), `error.path: want "order", got nothing`, true},
		"any error that is wanted":     {"own", vector("mine", "order.total", `{}`, `{"error": {}}`), "want a rejection", true},
		"an InputError":                {"own", vector("mine", "order.check", `{}`, `{"error": {"path": "order.id", "type": "order", "offset": 3}}`), "--- PASS", false},
		"another InputError":           {"own", vector("mine", "order.check", `{}`, `{"error": {"path": "order", "type": "order", "offset": 4}}`), "error.offset: want 4, got 3", true},
		"an answer that is no object":  {"own", vector("mine", "order.list", `{}`, `{"total": 1}`), "not a JSON object", true},
		"a nil slice":                  {"own", vector("mine", "order.rules", `{}`, `{"Rules": []}`), "--- PASS", false},
		"a nil answer":                 {"own", vector("mine", "order.nothing", `{}`, `{"rules": []}`), "not a JSON object", true},
		"a sentence that is repeated":  {"own", strings.Replace(vector("mine", "order.total", `{}`, `{"total": 12}`), "[", `[{"rule": "mine", "says": "as it is", "call": "order.total", "given": {}, "want": {"total": 12}}, `, 1), "another vector of the rule says", true},
		"a file that is not JSON":      {"own", "{\n]", "mine.json:2: ", true},
		"a member that is not a known": {"own", `{"subject": "mine", "vector": []}`, "mine.json:1: vector: unknown member", true},
	} {
		t.Run(name, func(t *testing.T) {
			output, failed := runIn(t, tt.answer, map[string]string{"mine.json": tt.file, "schema.json": "{}"})
			if failed != tt.fails || !strings.Contains(output, tt.want) {
				t.Errorf("failed: %v, want %v with %q in\n%s", failed, tt.fails, tt.want, output)
			}
		})
	}
}

// Files in folders run too. A folder without vector files fails.
func TestRun_Folders(t *testing.T) {
	file := vector("CAL-02", "date.min", `{"a": "2024-02-29", "b": "2024-03-01"}`, `{"date": "2024-02-29"}`)
	output, failed := runIn(t, "", map[string]string{"a/b/mine.json": file, "mine.txt": "x"})
	if failed || !strings.Contains(output, "--- PASS: Test/a/b/mine.json/CAL-02/as_it_is") {
		t.Errorf("failed: %v\n%s", failed, output)
	}
	output, failed = runIn(t, "", map[string]string{"schema.json": "{}"})
	if !failed || !strings.Contains(output, "no vector files") {
		t.Errorf("failed: %v\n%s", failed, output)
	}
}
