// Asks the service as WebAssembly, without a server.
import './wasm_exec.js';

const go = new Go();
const file = await fetch('service.wasm');
const { instance } = await WebAssembly.instantiate(await file.arrayBuffer(), go.importObject);
go.run(instance);

// ask asks a question, and returns {ok, text}.
export const ask = async (path, body) => answer(path, body);
