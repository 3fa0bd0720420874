import { beginText, bytesOf, write, writeHex4, type ByteText } from './byte-text.ts';
import { utf16Hex } from './pdf-text.ts';
import { deflate } from './object-stream.ts';
import { keep } from './keep.ts';
import { fixedText, isFixed, textOf, type UsedFont } from './used-fonts.ts';

/** Entries that one section of a CMap may have. */
const MOST_ENTRIES = 100;

/** PDF/A-3, section 6.2.11.7.2, forbids these as the meaning of a glyph. */
const FORBIDDEN = /[\0\ufeff\ufffe]/g;

/**
 * A ToUnicode CMap (ISO 32000-1, section 9.10.3), deflated: what each two-byte code of a font says. Fixed codes go in ranges,
 * whether or not the font has all of them, so that many documents share what is left to say.
 */
export function toUnicodeMap(font: UsedFont): Uint8Array {
  const others = saidTexts(font, fixedText);
  const { basic, maps } = font.face;
  if (basic === undefined || others.some(([code]) => isFixed(code))) {
    const all = saidTexts(font, () => null);
    return deflate(mapOf(all, ''));
  }
  const make = () => deflate(mapOf(others, FIXED_RANGES));
  if (maps === undefined || others.length > MOST_SHARED) return make();
  return keep(maps, MOST_MAPS, JSON.stringify(others), make);
}

/** Texts that one map may say to be kept, and maps of a face: about 1 kB each. */
const MOST_SHARED = 128;
const MOST_MAPS = 64;

type SaidText = readonly [code: number, text: string];

/** What the codes of a font say, but for those that say no more than what is known of them. */
function saidTexts(font: UsedFont, known: (code: number) => string | null): readonly SaidText[] {
  const { byCode } = font;
  const said: SaidText[] = [];
  for (let code = 1; code < byCode.length; code++) {
    const text = textOf(font, byCode[code] ?? 0) ?? '';
    if (text !== '' && text !== known(code)) said.push([code, text]);
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

/** Both the basic characters and other glyphs for digits and signs run on from the space. */
const FIXED_RANGES = `2 beginbfrange
<0001> <005F> <0020>
<0060> <007F> <0020>
endbfrange
`;
