// Evaluated inside the page: one run for each text node, line, direction and contiguous piece.
(() => {
  const runs = [];
  const segmenter = new Intl.Segmenter('und', { granularity: 'grapheme' });
  const transforms = { uppercase: (text) => text.toUpperCase(), lowercase: (text) => text.toLowerCase() };
  const directionOf = (text) =>
    /[\u0590-\u08ff\ufb1d-\ufefc]/.test(text) && !/[\u0660-\u0669]/.test(text) ? 'rtl' : /[\p{L}\p{N}]/u.test(text) ? 'ltr' : null;
  const near = (one, other) => Math.abs(one - other) < 1.5;
  const joins = (run, rect, direction) => {
    if (Math.abs(run.y - rect.y) >= 1 || (run.direction && direction && run.direction !== direction)) return null;
    const known = run.direction ?? direction;
    if (known !== 'rtl' && near(run.x + run.width, rect.x)) return 'ltr';
    return known !== 'ltr' && near(run.x, rect.right) ? 'rtl' : null;
  };
  // Of a block, an override reaches the spans within it that have none of their own.
  const forcedBy = (element) => {
    const style = getComputedStyle(element);
    if (style.unicodeBidi.endsWith('override')) return style.direction;
    const open = style.display === 'inline' && style.unicodeBidi === 'normal';
    return open && element.parentElement ? forcedBy(element.parentElement) : null;
  };
  const add = (last, rect, text, forced) => {
    const direction = forced ?? directionOf(text);
    const joined = last && joins(last, rect, direction);
    if (joined) {
      last.text += text;
      last.direction ??= direction ?? (joined === 'rtl' ? 'rtl' : null);
      if (joined === 'ltr') last.width = rect.right - last.x;
      else [last.x, last.width] = [rect.x, last.x + last.width - rect.x];
      return last;
    }
    const run = { text, direction, x: rect.x, y: rect.y, width: rect.width, height: rect.height };
    runs.push(run);
    return run;
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const style = getComputedStyle(node.parentElement);
    if (style.visibility !== 'visible') continue;
    const transform = transforms[style.textTransform] ?? ((text) => text);
    const forced = forcedBy(node.parentElement);
    let last = null;
    for (const { segment, index } of segmenter.segment(node.data)) {
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + segment.length);
      // Kept spaces that hang at the end of a line are no part of it.
      if (style.whiteSpace === 'pre-wrap' && /^\s+(\n|$)/.test(node.data.slice(index)) && /\s/.test(segment)) continue;
      const written = /^\s+$/.test(segment) ? ' ' : transform(segment);
      const rects = [...range.getClientRects()].filter(({ width }) => width > 0);
      // A hyphen that a soft hyphen shows may count as a part of the character after it, on the line before.
      rects.forEach((rect, at) => {
        last = add(last, rect, at === rects.length - 1 ? written : '', forced);
      });
    }
  }
  return runs.map(({ text, x, y, width, height }) => ({ text, x, y, width, height }));
})();
