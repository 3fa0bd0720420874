import { hex4, utf16Hex } from './pdf-text.ts';
import type { UsedFont } from './used-fonts.ts';

/** Entries that one section of a CMap may have. */
const MOST_ENTRIES = 100;

/** PDF/A-3, section 6.2.11.7.2, forbids these as the meaning of a glyph. */
const FORBIDDEN = /[\0\ufeff\ufffe]/g;

/** A ToUnicode CMap (ISO 32000-1, section 9.10.3): what each two-byte code of a font says. */
export function toUnicodeMap({ glyphs, unicode }: UsedFont): string {
  const entries: string[] = [];
  for (const [glyph, code] of glyphs) {
    const text = unicode.get(glyph) ?? '';
    if (text !== '') entries.push(`<${hex4(code)}> <${meaningOf(text)}>`);
  }
  const sections: string[] = [];
  for (let start = 0; start < entries.length; start += MOST_ENTRIES) {
    const section = entries.slice(start, start + MOST_ENTRIES);
    sections.push(`${section.length} beginbfchar\n${section.join('\n')}\nendbfchar`);
  }
  return [BEGIN, ...sections, END].join('\n');
}

function meaningOf(text: string): string {
  if (text.length === 1 && text > '\0' && text < '\ud800') return hex4(text.charCodeAt(0));
  return utf16Hex(text.replace(FORBIDDEN, '\u200b'));
}

const BEGIN = `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange`;

const END = `endcmap
CMapName currentdict /CMap defineresource pop
end
end`;
