// Decode reads the claims of a file into plain structs and prints their number. It is
// the measure for programs that read claims. With -keep it keeps all claims in memory.
package main

import (
	"bufio"
	"flag"
	"fmt"
	"log"
	"os"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
)

type claim struct {
	ID         string   `json:"id"`
	Tenant     string   `json:"tenant"`
	Area       string   `json:"area"`
	Activities []string `json:"activities"`
	Partner    string   `json:"partner"`
	Company    string   `json:"company"`
	Units      []unit   `json:"units"`
	Ends       string   `json:"ends"`
	History    []step   `json:"history"`
}

type unit struct {
	Name         string `json:"name"`
	Subscription string `json:"subscription"`
}

type step struct {
	Status string `json:"status"`
	On     string `json:"on"`
}

func main() {
	keep := flag.Bool("keep", false, "keep all claims in memory")
	flag.Parse()
	n, err := decode(flag.Arg(0), *keep)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(n, "claims")
}

// decode returns the number of claims in a file.
func decode(file string, keep bool) (n int, err error) {
	f, err := os.Open(file)
	if err != nil {
		return 0, err
	}
	defer f.Close()
	in := jsontext.NewDecoder(bufio.NewReaderSize(f, 1<<20))
	if keep {
		var claims []claim
		err := json.UnmarshalDecode(in, &claims)
		return len(claims), err
	}
	if _, err := in.ReadToken(); err != nil {
		return 0, err
	}
	for ; in.PeekKind() != ']'; n++ {
		var c claim
		if err := json.UnmarshalDecode(in, &c); err != nil {
			return n, err
		}
	}
	return n, nil
}
