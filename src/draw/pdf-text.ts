const LONGEST = 10_000;
const SPECIAL = /[\\()\r]/g;
const NOT_PLAIN = /[^\n\t\x20-\x7e]/;
const NOT_NAME = /[^A-Za-z0-9._+-]/g;

/** A text string (ISO 32000-1, section 7.9.2.2): plain ASCII in parentheses, everything else UTF-16BE in hex. */
export function textString(text: string): string {
  const kept = text.slice(0, LONGEST);
  return NOT_PLAIN.test(kept) ? `<FEFF${utf16Hex(kept)}>` : literal(kept);
}

/** A literal string of bytes, one character each. */
export function literal(bytes: string): string {
  return `(${escapeBytes(bytes)})`;
}

/** Escape what ends or changes a literal string; a bare carriage return would be read as a line feed. */
export function escapeBytes(bytes: string): string {
  return bytes.replace(SPECIAL, (char) => (char === '\r' ? '\\r' : `\\${char}`));
}

/** UTF-16BE code units in hex digits; a lone surrogate becomes U+FFFD. */
export function utf16Hex(text: string): string {
  const units: string[] = [];
  for (const char of text) {
    const lone = char.length === 1 && char >= '\ud800' && char <= '\udfff';
    const written = lone ? '\ufffd' : char;
    for (let index = 0; index < written.length; index++)
      units.push(hex4(written.charCodeAt(index)));
  }
  return units.join('');
}

/** Four hex digits. */
export function hex4(value: number): string {
  return value.toString(16).toUpperCase().padStart(4, '0');
}

/** The letters of a font name that need no escape in a PDF name. */
export function plainName(name: string): string {
  return name.replace(NOT_NAME, '') || 'Font';
}

/** A date (ISO 32000-1, section 7.9.4), always in UTC. */
export function dateString(date: Date): string {
  return `(D:${date.toISOString().replace(/\D/g, '').slice(0, 14)}Z)`;
}

/** The characters of a PDF name, those with a meaning of their own as `#` and two digits. */
export function nameText(name: string): string {
  return name.replace(/[^A-Za-z0-9._+-]/g, (char) => `#${hex4(char.charCodeAt(0)).slice(2)}`);
}
