package main

import "syscall/js"

// main defines a JavaScript function that answers the questions of the service in
// the browser: answer(path, body) returns {ok, text}. It never returns, because the
// function needs the program.
func main() {
	byPath := map[string]route{}
	for _, r := range routes() {
		byPath[r.path] = r
	}
	js.Global().Set("answer", js.FuncOf(func(_ js.Value, args []js.Value) any {
		a, err := byPath[args[0].String()].ask([]byte(args[1].String()))
		return map[string]any{"ok": err == nil, "text": string(encode(a, err))}
	}))
	select {}
}
