/** Longest text of a header that people read. */
const LONGEST = 200;

/**
 * Text for one header: a single line without control characters, however hostile the data. Directions of writing that
 * could turn an address around on the screen go too.
 */
export function cleanHeader(text: string): string {
  const line = text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[\u202a-\u202e\u2066-\u2069]|\p{Cs}/gu, '')
    .replace(/ {2,}/g, ' ')
    .trim();
  const characters = Array.from(line);
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST - 1).join('')}…` : line;
}
