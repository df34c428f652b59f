// Asks the service that serves this page. A folder for static files has another
// file of this name, which asks WebAssembly.

// ask posts a question, and returns {ok, text}.
export async function ask(path, body) {
  const response = await fetch(`.${path}`, { method: 'POST', body });
  return { ok: response.ok, text: await response.text() };
}
