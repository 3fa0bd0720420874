import { bytesOf, readDirectory, tableOf, type Sfnt } from './sfnt.ts';
import { writeSfnt } from './write-sfnt.ts';

/** A font file as it is kept. */
export interface KeptFile {
  readonly sfnt: Sfnt;
  /** What the shaper is given, which copies it and never gives the memory back. */
  readonly bytes: Uint8Array;
  /** Whether the outlines are kept elsewhere. */
  readonly light: boolean;
}

/** The bytes of `glyf`, wherever they are kept. */
export type FindOutlines = () => Uint8Array;

/** Outlines of more bytes are kept apart: Chinese, Japanese and Korean faces have ten times as much. */
const HEAVY = 1 << 20;

/** Tables that nothing reads which shapes text with positions of the font's own, or embeds it. */
const DROPPED: ReadonlySet<string> = new Set(['glyf', 'fpgm', 'prep', 'cvt ', 'vmtx']);

/** Keep a file, a heavy one without its outlines. */
export function keepFile(bytes: Uint8Array, sfnt: Sfnt, find?: FindOutlines): KeptFile {
  if (!isHeavy(sfnt)) return { sfnt, bytes, light: false };
  const rest = [...sfnt.tables].filter(([tag]) => !DROPPED.has(tag));
  const light = writeSfnt(new Map(rest.map(([tag, table]) => [tag, bytesOf(table)])));
  const outlines = find ?? sfnt.outlines;
  return { sfnt: { tables: readDirectory(light), outlines }, bytes: light, light: true };
}

/** Without positions of the font's own (`GPOS`) the shaper puts marks by the outlines, so it needs them. */
const isHeavy = (sfnt: Sfnt): boolean =>
  tableOf(sfnt, 'glyf').byteLength > HEAVY && tableOf(sfnt, 'GPOS').byteLength > 0;

/** The outlines of heavy files that were needed last. */
export interface OutlineShelf {
  take(file: string, read: () => Uint8Array | null): Uint8Array;
}

/** Room for two weights of the largest face, which a document has as a rule. */
const MOST_BYTES = 24_000_000;

/** An empty shelf. */
export function createOutlineShelf(): OutlineShelf {
  const kept = new Map<string, Uint8Array>();
  return {
    take: (file, read) => {
      const outlines = kept.get(file) ?? outlinesIn(file, read());
      kept.delete(file);
      kept.set(file, outlines);
      forgetOldest(kept);
      return outlines;
    },
  };
}

function outlinesIn(file: string, bytes: Uint8Array | null): Uint8Array {
  const glyf = bytes && readDirectory(bytes).get('glyf');
  if (!glyf) throw new Error(`The font file ${file} was there, and cannot be read any more.`);
  return bytesOf(glyf);
}

function forgetOldest(kept: Map<string, Uint8Array>): void {
  let sum = 0;
  for (const outlines of kept.values()) sum += outlines.length;
  for (const [file, outlines] of kept) {
    if (sum <= MOST_BYTES || kept.size === 1) return;
    sum -= outlines.length;
    kept.delete(file);
  }
}
