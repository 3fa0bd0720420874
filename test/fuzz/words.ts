import type { Random } from './random.ts';

const PLAIN = ['invoice', 'of', 'the', 'AVATAR', 'fi', '1,234.56', '–', 'a', 'USD', 'x-y', 'Wärme'];

const SCRIPTS = [
  'فاتورة',
  'שלום',
  'عربي123עברית',
  'ใบแจ้งหนี้ภาษาไทย',
  'हिन्दी क्षत्रिय',
  '請求書番号',
  '청구서',
  'Ελληνικά',
  '👩‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿🇩🇪',
  'e\u0301\u0301\u0301\u0301\u0301\u0301',
  'ﷺ',
  '\u0915\u094d\u200d\u0937',
];

/** Bidi controls, joiners, byte order marks, white space of all kinds, and characters that mean nothing. */
const CONTROLS = [
  '\u202e',
  '\u202a\u202b\u202d',
  '\u2066\u2067\u2068',
  '\u2069\u202c',
  '\u200b',
  '\u200d\u200c',
  '\u2060',
  '\ufeff',
  '\u00ad',
  '\u00a0',
  '\u2028\u2029',
  '\u0085',
  '\t\v\f\r\n',
  '\u0000',
  '\u0001\u001b\u007f',
  '\ud800',
  '\udc00\ud83d',
  '\ufffe\uffff',
  '\u{10ffff}',
  '\ue000',
  '\u0300',
];

const ENTITIES = [
  '&amp;',
  '&lt',
  '&nbsp;',
  '&shy;',
  '&#0;',
  '&#xD800;',
  '&#x110000;',
  '&#99999999999999;',
  '&#x;',
  '&nosuch;',
  '&notit;',
  '&CounterClockwiseContourIntegral;',
  '&#x202e;',
  '&',
];

const GIANTS = ['W', 'i', 'ا', '字', '\u0301', '\u00ad-', 'a\u200b', '👍'];

/** A word of text: mostly plain, sometimes of another script, a control, an entity, or thousands of characters long. */
export function word(random: Random): string {
  const kind = random.below(100);
  if (kind < 70) return random.pick(PLAIN);
  if (kind < 82) return random.pick(SCRIPTS);
  if (kind < 90) return random.pick(CONTROLS);
  if (kind < 98) return random.pick(ENTITIES);
  return random.pick(GIANTS).repeat(1 + random.below(random.percent(10) ? 3000 : 150));
}

/** Words with or without spaces between them. */
export function words(random: Random, most = 12): string {
  return random.some(most, () => word(random) + random.pick([' ', ' ', ' ', '', '\n'])).join('');
}
