/** V8 copies what is cut out of a text if it is shorter; else it holds on to the whole text. */
const CUT = 13;

/** The same text with memory of its own: what is kept beyond a document must not hold its page. */
export function copiedText(text: string): string {
  return text.length < CUT ? text : ` ${text}`.slice(1);
}
