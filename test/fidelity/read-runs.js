// Evaluated inside the page: one run for each text node, line and contiguous piece.
(() => {
  const runs = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const style = getComputedStyle(node.parentElement);
    const transforms = { uppercase: (text) => text.toUpperCase(), lowercase: (text) => text.toLowerCase() };
    const transform = transforms[style.textTransform] ?? ((text) => text);
    let last = null;
    for (let index = 0; index < node.length; index += 1) {
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + 1);
      const rect = range.getClientRects()[0];
      const written = node.data[index];
      if (rect === undefined || rect.width === 0) continue;
      const character = /\s/.test(written) ? ' ' : transform(written);
      const joins = last !== null && Math.abs(last.y - rect.y) < 1 && Math.abs(last.x + last.width - rect.x) < 1.5;
      if (joins) {
        last.text += character;
        last.width = rect.right - last.x;
      } else {
        last = { text: character, x: rect.x, y: rect.y, width: rect.width, height: rect.height };
        runs.push(last);
      }
    }
  }
  return runs;
})();
