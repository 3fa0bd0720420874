/** File, line and column, each from 1, as editors count them: `invoices.json:12:3`. */
export function placeInText(text: string, offset: number, origin: string): string {
  let line = 1;
  let start = 0;
  for (let end = text.indexOf('\n'); end >= 0 && end < offset; end = text.indexOf('\n', start)) {
    line += 1;
    start = end + 1;
  }
  return `${origin}:${line}:${offset - start + 1}`;
}
