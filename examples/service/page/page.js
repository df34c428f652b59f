// The page: reads the facts from the form, asks, and shows the answers. The link
// holds the facts, so that a shared link shows the same answers.
import { ask } from './answers.js';

const byID = (id) => document.getElementById(id);
const form = byID('facts');

// question returns the body of the question. The name of a control is the path of
// its fact, and a fact without a value is unknown.
function question() {
  const data = new FormData(form);
  const facts = {};
  for (const [name, value] of data) {
    if (name === 'on' || name === 'held' || value === '') continue;
    const [fact, member] = name.split('.');
    if (member) (facts[fact] ??= {})[member] = value;
    else facts[fact] = value;
  }
  const held = data.getAll('held');
  if (held.length > 0 || (facts.membership && facts.membership !== 'designation')) facts.held = held;
  return { facts, on: data.get('on') };
}

// save writes the form into the link, and load reads it.
function save() {
  const entries = [...new FormData(form)].filter(([, value]) => value !== '');
  history.replaceState(null, '', '#' + new URLSearchParams(entries));
}

function load() {
  form.reset();
  for (const [name, value] of new URLSearchParams(location.hash.slice(1))) {
    for (const control of form.querySelectorAll(`[name="${CSS.escape(name)}"]`)) {
      if (control.type !== 'checkbox') control.value = value;
      else if (control.value === value) control.checked = true;
    }
  }
  const on = form.elements.on;
  on.value ||= new Date().toLocaleDateString('sv'); // the form of ISO 8601
  update();
}

// update asks about the facts in the form and shows the answers. If the form changes
// before the answer, a later call shows the later answer.
let latest = 0;
async function update() {
  const mine = ++latest;
  const holdsAreas = form.elements.membership.value === 'designation';
  for (const box of form.elements.held) box.disabled = !holdsAreas;
  save();
  const asked = question();
  let answer;
  try {
    answer = await ask('/v1/offers', JSON.stringify(asked));
  } catch {
    answer = { ok: false, text: '{"reason": "the service does not answer"}' };
  }
  if (mine !== latest) return;
  const value = JSON.parse(answer.text);
  clearFault();
  byID('answers').replaceChildren(...(answer.ok ? value.map(card) : []));
  byID('summary').textContent = answer.ok ? summary(value, asked.on) : showFault(value);
}

// showFault marks the control of an invalid fact, and returns the text of the fault.
function showFault({ path = '', reason }) {
  const control = form.elements[path.replace(/^facts\./, '')];
  if (!control?.labels) return [path, reason].filter(Boolean).join(': ');
  const text = `${nameOf(control)}: ${reason}`;
  control.setAttribute('aria-invalid', 'true');
  control.setAttribute('aria-describedby', 'fault');
  control.after(el('span', { id: 'fault', class: 'fault' }, reason));
  return text;
}

function clearFault() {
  byID('fault')?.remove();
  for (const control of form.querySelectorAll('[aria-invalid]')) {
    control.removeAttribute('aria-invalid');
    control.removeAttribute('aria-describedby');
  }
}

// nameOf returns the name of a control: its label, or the headers of its row and column.
function nameOf(control) {
  const ids = control.getAttribute('aria-labelledby');
  return ids ? ids.split(' ').reverse().map((id) => byID(id).textContent).join(', ') : control.labels[0].textContent;
}

const verdicts = {
  enabled: ['enabled', 'good'],
  disabled: ['disabled', 'bad'],
  undetermined: ['undetermined', 'notice'],
  'no-published-checklist': ['without checklist', 'neutral'],
};

// summary counts the verdicts.
function summary(answers, on) {
  const counts = Object.entries(verdicts).map(([code, [word]]) => {
    const n = answers.filter(({ decision }) => decision.verdict.code === code).length;
    return n > 0 ? `${n} ${word}` : '';
  });
  return `On ${dayText(on)}: ${counts.filter(Boolean).join(', ')}.`;
}

// card returns the answer for one offer.
function card({ decision, opening }) {
  const [word, tone] = verdicts[decision.verdict.code];
  return el('li', { class: 'offer' },
    el('h3', {}, decision.title, ' ', el('span', { class: `badge ${tone}` }, word)),
    el('p', { class: 'when' }, ...when(opening)),
    list('reasons', decision.reasons, reason),
    missing(decision.missing),
    decision.notes ? el('details', {}, el('summary', {}, 'Notes'), list('notes', decision.notes, note)) : '');
}

const missing = (facts = []) => (facts.length > 0 ? el('p', { class: 'about' }, `Depends on ${facts.map(({ message }) => message).join('; ')}.`) : '');

// when returns the days on which the offer is open, or why there are none.
function when({ days = [], verdict }) {
  if (days.length === 0) return [verdict.message];
  return days.flatMap(({ message, first, last }) => [
    `${message}: `, el('b', {}, time(first), last === first ? '' : last ? [' to ', time(last)] : ' and later'), '. ']);
}

function reason({ severity, message, remedy = '', from, rule, title, see }) {
  return el('li', { class: severity },
    el('strong', {}, message), ' ', remedy,
    about(from ? ['Ends on ', time(from)] : '', el('abbr', { title }, rule), see ? `Help page: ${see}` : ''));
}

// note returns a note, such as advice beside the answer.
const note = ({ message, rule, see }) => el('li', {}, message, about(rule, see ? `Help page: ${see}` : ''));

// about returns the parts that are not empty, with dots between them.
const about = (...parts) => el('span', { class: 'about' }, parts.filter((part) => part !== '').flatMap((part, i) => (i > 0 ? [' · ', part] : [part])));

// list returns a list of items, or nothing if there are none.
const list = (name, items = [], content) => (items.length > 0 ? el('ul', { class: name }, items.map(content)) : '');

const dayText = (iso) => new Date(`${iso}T00:00Z`).toLocaleDateString('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
const time = (iso) => el('time', { datetime: iso }, dayText(iso));

// el returns an element. Texts are never read as HTML.
function el(tag, attributes, ...content) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...content.flat(Infinity));
  return element;
}

byID('copy').addEventListener('click', async () => {
  try {
    await navigator.clipboard.writeText(location.href);
    byID('copied').textContent = 'Copied.';
  } catch {
    byID('copied').textContent = 'Copy the address of this page.';
  }
});
byID('show').addEventListener('click', () => {
  byID('answers').scrollIntoView();
  byID('offers').focus({ preventScroll: true });
});
form.addEventListener('change', update);
form.addEventListener('submit', (event) => event.preventDefault());
byID('clear').addEventListener('click', () => { location.hash = ''; });
addEventListener('hashchange', load);
load();
form.inert = false;
