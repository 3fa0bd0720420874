import { beginText, bytesOf, write, writeHex4, type ByteText } from './byte-text.ts';
import { utf16Hex } from './pdf-text.ts';
import { deflate } from './object-stream.ts';
import { basicText, isBasic, type UsedFont } from './used-fonts.ts';

/** Entries that one section of a CMap may have. */
const MOST_ENTRIES = 100;

/** PDF/A-3, section 6.2.11.7.2, forbids these as the meaning of a glyph. */
const FORBIDDEN = /[\0\ufeff\ufffe]/g;

/**
 * A ToUnicode CMap (ISO 32000-1, section 9.10.3), deflated: what each two-byte code of a font says. Basic characters go in one
 * range, whether or not the font has all of them, so that the map of most fonts is always the same.
 */
export function toUnicodeMap(font: UsedFont): Uint8Array {
  const said = saidTexts(font);
  const others = said.filter(([code, text]) => text !== basicText(code));
  const isRange = font.face.basic !== undefined && others.every(([code]) => !isBasic(code));
  if (!isRange) return deflate(mapOf(said, ''));
  return others.length === 0 ? BASIC_MAP : deflate(mapOf(others, BASIC_RANGE));
}

type SaidText = readonly [code: number, text: string];

function saidTexts({ byCode, unicode }: UsedFont): readonly SaidText[] {
  const said: SaidText[] = [];
  for (let code = 1; code < byCode.length; code++) {
    const text = unicode.get(byCode[code] ?? 0) ?? '';
    if (text !== '') said.push([code, text]);
  }
  return said;
}

function mapOf(said: readonly SaidText[], range: string): Uint8Array {
  const map = beginText(ROOM);
  write(map, BEGIN);
  write(map, range);
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

const BASIC_RANGE = '1 beginbfrange\n<0001> <005F> <0020>\nendbfrange\n';

/** The map of a font that shows nothing but basic characters. */
const BASIC_MAP = deflate(mapOf([], BASIC_RANGE));
