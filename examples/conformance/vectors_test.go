package main

import "testing"

// shipped reads the vector files of the library, which must have no faults.
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

func TestShippedVectors(t *testing.T) {
	calls := registry()
	for _, f := range shipped(t) {
		said := map[string]bool{}
		for _, v := range f.Vectors {
			name := v.Rule + " " + v.Says
			if said[name] {
				t.Errorf("%s: two vectors say: %s", f.Subject, name)
			}
			said[name] = true
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

// A call that no shipped vector makes is a call that nobody has tried.
func TestShippedVectorsMakeEveryCall(t *testing.T) {
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
