import { beginText, bytesOf, write, writeHex4, type ByteText } from './byte-text.ts';
import { utf16Hex } from './pdf-text.ts';
import type { UsedFont } from './used-fonts.ts';

/** Entries that one section of a CMap may have. */
const MOST_ENTRIES = 100;

/** PDF/A-3, section 6.2.11.7.2, forbids these as the meaning of a glyph. */
const FORBIDDEN = /[\0\ufeff\ufffe]/g;

/** A ToUnicode CMap (ISO 32000-1, section 9.10.3): what each two-byte code of a font says. */
export function toUnicodeMap({ byCode, unicode }: UsedFont): Uint8Array {
  const map = beginText(ROOM);
  write(map, BEGIN);
  const said: (readonly [code: number, text: string])[] = [];
  for (let code = 1; code < byCode.length; code++) {
    const text = unicode.get(byCode[code] ?? 0) ?? '';
    if (text !== '') said.push([code, text]);
  }
  for (let start = 0; start < said.length; start += MOST_ENTRIES) {
    const section = said.slice(start, start + MOST_ENTRIES);
    write(map, `${section.length} beginbfchar\n`);
    for (const [code, text] of section) writeEntry(map, code, text);
    write(map, 'endbfchar\n');
  }
  write(map, END);
  return bytesOf(map);
}

const ROOM = 4096;

function writeEntry(map: ByteText, code: number, text: string): void {
  write(map, '<');
  writeHex4(map, code);
  write(map, '> <');
  if (isOneUnit(text)) writeHex4(map, text.charCodeAt(0));
  else write(map, utf16Hex(text.replace(FORBIDDEN, '\u200b')));
  write(map, '>\n');
}

function isOneUnit(text: string): boolean {
  return text.length === 1 && text > '\0' && text < '\ud800';
}

const BEGIN = `/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
`;

const END = `endcmap
CMapName currentdict /CMap defineresource pop
end
end`;
