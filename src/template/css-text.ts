/** Characters that mean themselves inside a CSS string and never end a style element. */
const PLAIN_IN_STRING = /[^\p{L}\p{N} .,:;!?()\-–—_+*=@·]/gu;

/** Characters of colours, lengths, functions and family lists. */
const PLAIN_IN_VALUE = /[^\p{L}\p{N} #%(),./"'+-]/gu;

/** A CSS string with its quotation marks (CSS Syntax 3, section 4.3.5); whatever the text, the string ends where it should. */
export function cssString(text: string): string {
  return `"${text.replaceAll(PLAIN_IN_STRING, escapeCharacter)}"`;
}

/** A CSS value; characters that could end it are escaped, and it closes the quotation marks that it opens. */
export function cssValue(text: string): string {
  const isClosed = ['"', "'"].every((mark) => text.split(mark).length % 2 === 1);
  const safe = isClosed ? text : text.replaceAll(/["']/g, '');
  return safe.replaceAll(PLAIN_IN_VALUE, escapeCharacter);
}

/** CSS Syntax 3, section 4.3.7: a backslash, the code point in hexadecimal, a space. */
function escapeCharacter(character: string): string {
  return `\\${(character.codePointAt(0) ?? 0).toString(16)} `;
}
