/** A small page and the text that must come out of its file. */
export interface ExtractionCase {
  readonly name: string;
  readonly html: string;
  readonly text: string;
  /** Whether the page reads from right to left. */
  readonly leftwards?: boolean;
  /** Why pdf.js, which knows no ActualText and no paragraph direction, cannot tell the text. */
  readonly beyondPdfjs?: string;
}

const ACTUAL_TEXT = 'the text stands beside the glyphs, in ActualText';
const MIXED = 'it gives the pieces of a right-to-left line from left to right';

/** A page that is one paragraph of plain text. */
function plain(name: string, text: string, style = ''): ExtractionCase {
  return { name, html: `<p style="${style}">${text}</p>`, text };
}

/** The same from right to left. */
function leftwards(name: string, text: string, beyondPdfjs?: string): ExtractionCase {
  const language = /[\u0590-\u05ff]/.test(text) ? 'he' : 'ar';
  const html = `<p lang="${language}" dir="rtl">${text}</p>`;
  const rest = beyondPdfjs === undefined ? {} : { beyondPdfjs };
  return { name, html, text, leftwards: true, ...rest };
}

/** A text within an English line, one character after the other in a direction. */
function forced(name: string, text: string, direction: 'ltr' | 'rtl'): ExtractionCase {
  const html = `<p>see <bdo dir="${direction}">${text}</bdo> here</p>`;
  return { name, html, text: `see ${text} here`, beyondPdfjs: ACTUAL_TEXT };
}

const ARABIC_NAME = 'شركة الرافدين للتقنية';

/** One page for each script and trap. */
export const CASES: readonly ExtractionCase[] = [
  leftwards('Arabic, whose dots are glyphs of their own', ARABIC_NAME),
  leftwards('Arabic with vowel marks', 'السَّلَامُ عَلَيْكُمْ لا', MIXED),
  leftwards('Arabic with numbers', 'فاتورة رقم 1234 بتاريخ 31/10/2026', MIXED),
  plain('Arabic in an English line', `Billed to ${ARABIC_NAME} by us`),
  leftwards('Hebrew', 'שלום עולם'),
  leftwards('Hebrew with Latin and numbers', 'חשבונית INV-2026 מס 1,234.50 סופי', MIXED),
  leftwards('Hebrew with points', 'שָׁלוֹם בְּרֵאשִׁית'),
  leftwards('Hebrew in brackets', 'שלום (עולם) [א]'),
  { ...plain('Devanagari', 'हिन्दी क्षत्रिय कीर्ति विद्यार्थी'), beyondPdfjs: 'it sets spaces by width' },
  plain('Thai', 'ใบแจ้งหนี้ น้ำ ที่นี่ ทำงาน'),
  plain('Latin ligatures', 'office affluent fjord waffle Effizienz'),
  {
    name: 'what contextual alternates would change',
    html: '<p>3x4 -&gt; 10x20 =&gt; 5</p>',
    text: '3x4 -> 10x20 => 5',
  },
  plain('combining accents', 'Zu\u0308rich cafe\u0301 a\u0302\u0323 x\u0301 Ẽ\u0304'),
  plain('soft hyphens at breaks', 'Bundes\u00adverfassungs\u00adgericht', 'width: 70px'),
  {
    ...plain('characters without a face', 'emoji 😀👍🏽 and 株式会社 end'),
    beyondPdfjs: ACTUAL_TEXT,
  },
  {
    ...plain('a bidi override', 'abc \u202eoverride\u202c def'),
    beyondPdfjs: ACTUAL_TEXT,
  },
  {
    name: 'Latin forced from right to left',
    html: '<p><span style="direction: rtl; unicode-bidi: bidi-override">INV-2026</span></p>',
    text: 'INV-2026',
    beyondPdfjs: ACTUAL_TEXT,
  },
  forced('Hebrew forced from left to right', 'שלום עולם', 'ltr'),
  forced('Hebrew and figures forced from left to right', 'חשבונית 1,234 סופי', 'ltr'),
  forced('Hebrew and figures forced from right to left', 'חשבונית 1,234 סופי', 'rtl'),
  forced('Arabic forced from left to right', ARABIC_NAME, 'ltr'),
  forced('words of two scripts forced from right to left', 'INV-7 סופי paid', 'rtl'),
  forced('words of two scripts forced from left to right', 'INV-7 סופי paid', 'ltr'),
  {
    name: 'generated content',
    html: '<style>b::before { content: "before " } b::after { content: " after" }</style><p><b>text</b> <q>said</q></p>',
    text: 'before text after “said”',
  },
  plain('letters a little apart', 'INVOICE NUMBER', 'letter-spacing: 1px'),
  plain('letters far apart', 'INVOICE NUMBER', 'letter-spacing: 8px'),
  plain(
    'justified text',
    'The quick brown fox jumps over the lazy dog and then runs away from it all at once again',
    'width: 200px; text-align: justify',
  ),
  plain(
    'tabular figures with U+2212 and U+2007',
    '\u2212\u2007\u20071,234.50 and \u22125',
    'font-variant-numeric: tabular-nums',
  ),
  {
    name: 'raised and lowered figures',
    html: '<p>H<sub>2</sub>O and E=mc<sup>2</sup></p>',
    text: 'H2O and E=mc2',
  },
];
