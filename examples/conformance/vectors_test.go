package main

import "testing"

// shipped returns the vector files of the library. The test fails if they have
// faults.
func shipped(t *testing.T) []file {
	t.Helper()
	sources, err := findSources(nil)
	if err != nil {
		t.Fatal(err)
	}
	var files []file
	for _, source := range sources {
		f, faults := readFile(source, registry())
		for _, fault := range faults {
			t.Error(fault)
		}
		if want := f.Subject + ".json"; source.name != want {
			t.Errorf("%s holds the subject %s", source.name, f.Subject)
		}
		files = append(files, f)
	}
	return files
}

func TestVectors(t *testing.T) {
	calls := registry()
	for _, f := range shipped(t) {
		seen := map[string]bool{}
		for _, v := range f.Vectors {
			name := v.Rule + " " + v.Says
			if seen[name] {
				t.Errorf("%s: two vectors have the same sentence: %s", f.Subject, name)
			}
			seen[name] = true
			t.Run(name, func(t *testing.T) {
				differences, err := v.run(calls)
				if err != nil {
					t.Fatal(err)
				}
				for _, d := range differences {
					t.Errorf("%s %s: %s", v.Call, v.Given, d)
				}
			})
		}
	}
}

// Every call occurs in a shipped vector.
func TestVectors_EveryCall(t *testing.T) {
	made := map[string]bool{}
	for _, f := range shipped(t) {
		for _, v := range f.Vectors {
			made[v.Call] = true
		}
	}
	for name := range registry() {
		if !made[name] {
			t.Errorf("no vector calls %s", name)
		}
	}
}
