import type { GlyphRun } from '../../font/face.ts';
import { runWidth } from './glyph-run.ts';
import type { Piece } from './piece.ts';
import type { TextStyle } from './text-memory.ts';

/** The hyphen shown where a line ends at a soft hyphen; extracts as the soft hyphen that it is. */
export function hyphen({ font, shaping, spacing }: TextStyle): { run: GlyphRun; width: number } {
  const face = font.stack.primary;
  const shaped = face.shape(face.covers(0x2010) ? '\u2010' : '-', shaping);
  const { glyphs, advances, offsets, clusters, direction, width } = shaped;
  const run = { face, text: '\u00AD', glyphs, advances, offsets, clusters, direction, width };
  return { run, width: runWidth(shaped, font.size, spacing) };
}

/** px of the hyphen that a soft hyphen in front of a piece would show. */
export function hyphenWidth(piece: Piece | undefined): number {
  return piece?.kind === 'text' ? hyphen(piece.textStyle).width : 0;
}
