import { hex4, utf16Hex } from './pdf-text.ts';

/** Entries that one section of a CMap may have. */
const MOST_ENTRIES = 100;

/** PDF/A-3, section 6.2.11.7.2, forbids these as the meaning of a glyph. */
const FORBIDDEN = /[\0\ufeff\ufffe]/g;

/** A ToUnicode CMap (ISO 32000-1, section 9.10.3): what each two-byte code of a font says. */
export function toUnicodeMap(
  unicode: ReadonlyMap<number, string>,
  ids: ReadonlyMap<number, number>,
): string {
  const entries = [...unicode]
    .map(([glyph, text]) => ({ id: ids.get(glyph) ?? 0, text }))
    .filter(({ id, text }) => id !== 0 && text !== '')
    .sort((one, other) => one.id - other.id)
    .map(({ id, text }) => `<${hex4(id)}> <${utf16Hex(text.replace(FORBIDDEN, '\u200b'))}>`);
  const sections: string[] = [];
  for (let start = 0; start < entries.length; start += MOST_ENTRIES) {
    const section = entries.slice(start, start + MOST_ENTRIES);
    sections.push(`${section.length} beginbfchar\n${section.join('\n')}\nendbfchar`);
  }
  return [BEGIN, ...sections, END].join('\n');
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
