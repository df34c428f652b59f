// Checks a page in a browser. The value of this expression is what it found. Only
// tests use it.
(() => {
  const luminance = ([r, g, b]) => [r, g, b]
    .map((c) => c / 255)
    .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const parse = (color) => (color.match(/[\d.]+/g) || []).map(Number);
  const ground = (el) => {
    for (; el; el = el.parentElement) {
      const color = parse(getComputedStyle(el).backgroundColor);
      if (color.length === 3 || color[3] === 1) return color;
    }
    return [255, 255, 255];
  };
  const contrast = (a, b) => {
    const [dark, light] = [luminance(a), luminance(b)].sort((x, y) => x - y);
    return (light + 0.05) / (dark + 0.05);
  };
  const found = { dark: matchMedia('(prefers-color-scheme: dark)').matches, width: innerWidth, scroll: document.documentElement.scrollWidth, texts: 0, faint: [], outside: [] };
  for (const el of document.body.querySelectorAll('*')) {
    const own = [...el.childNodes].some((n) => n.nodeType === 3 && n.data.trim());
    const box = el.getBoundingClientRect();
    if (!own || !el.checkVisibility() || box.right <= 0 || el.matches('title, desc, script, style')) continue;
    found.texts++;
    const style = getComputedStyle(el);
    const size = parseFloat(style.fontSize);
    const least = size >= 24 || (size >= 18.66 && style.fontWeight >= 700) ? 3 : 4.5;
    const ratio = contrast(parse(el.closest('svg') ? style.fill : style.color), ground(el));
    if (!(ratio >= least)) found.faint.push(`${ratio.toFixed(2)} ${el.tagName}.${el.className}: ${el.textContent.slice(0, 40)}`);
    if (!el.closest('svg, thead') && box.right > innerWidth + 0.5) found.outside.push(`${el.tagName}.${el.className}: ${el.textContent.slice(0, 40)}`);
  }
  return found;
})()
