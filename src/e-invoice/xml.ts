/** A piece of XML that is written already: an element, or nothing. */
export type Xml = string;

/** Attributes in the order in which they are written; null leaves one out. */
export type Attributes = Readonly<Record<string, string | null>>;

const SPECIAL = /[&<>"\r]/g;
const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
};

/** What no XML 1.0 document may hold (section 2.2), escaped or not. */
const FORBIDDEN = /(?![\t\n\r])[\p{Cc}\p{Cs}\ufffe\uffff]/gu;

/** An element that holds text; nothing for null and for text that is empty. */
export function leaf(name: string, value: string | null, attributes: Attributes = {}): Xml {
  if (value === null || value === '') return '';
  return `<${name}${attributeText(attributes)}>${escapeXml(value)}</${name}>`;
}

/** An element that holds elements; nothing where it would be empty. */
export function branch(name: string, ...children: readonly Xml[]): Xml {
  const inside = children.join('');
  return inside === '' ? '' : `<${name}>${inside}</${name}>`;
}

/** The elements of a list one behind the other. */
export function each<T>(list: readonly T[], write: (entry: T, index: number) => Xml): Xml {
  return list.map(write).join('');
}

/** A document of UTF-8 bytes with its root element and the namespaces that it declares. */
export function xmlDocument(root: string, namespaces: Attributes, body: Xml): Uint8Array {
  const text = `<?xml version="1.0" encoding="UTF-8"?>\n<${root}${attributeText(namespaces)}>${body}</${root}>\n`;
  return Buffer.from(text, 'utf8');
}

function attributeText(attributes: Attributes): string {
  let text = '';
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null) text += ` ${name}="${escapeXml(value)}"`;
  }
  return text;
}

function escapeXml(text: string): string {
  return text.replaceAll(FORBIDDEN, '\ufffd').replace(SPECIAL, (char) => ESCAPES[char] ?? char);
}
