import type { FontBook } from '../../font/font-book.ts';
import { lastResortFace } from '../../font/last-resort.ts';
import { scriptRuns } from '../../font/script.ts';
import type { GlyphRun, Shaping } from '../../font/face.ts';
import type { PlacedRun, TextMark, TextSetting } from '../../layout/item.ts';
import type { Tag } from '../../box/tag.ts';
import { directedText, type DirectedText } from './directed-text.ts';

/** Words to set on one line, with their structure tag. */
export interface Words {
  readonly text: string;
  readonly tag: Tag | null;
}

/** Shape words on one line in the faces that have them; the mark's height is that of the primary face. */
export function shapeWords(fonts: FontBook, setting: TextSetting, words: Words): TextMark {
  const visual = directedText(words.text, setting.shaping.direction).flatMap((piece) =>
    shapePiece(fonts, setting, piece),
  );
  const { runs, width } = placeRuns(visual, setting);
  return {
    kind: 'text',
    text: words.text,
    ...inlineBox(setting),
    width,
    runs,
    size: setting.size,
    color: setting.color,
    letterSpacing: setting.letterSpacing,
    wordSpacing: 0,
    tag: words.tag,
    language: setting.shaping.language,
  };
}

/** The faces and scripts of a piece, from left to right. */
function shapePiece(
  fonts: FontBook,
  { stack, shaping }: TextSetting,
  { text, direction }: DirectedText,
): readonly GlyphRun[] {
  const runs: GlyphRun[] = [];
  for (const stretch of fonts.itemize(text, stack)) {
    const face = stretch.face ?? lastResortFace;
    for (const { text: part, script } of scriptRuns(stretch.text))
      runs.push(face.shape(part, shapingFor(shaping, script, direction)));
  }
  return direction === 'rtl' ? runs.reverse() : runs;
}

/** The setting's own shaping where it serves: faces know the object again quickly. */
function shapingFor(shaping: Shaping, script: string, direction: Shaping['direction']): Shaping {
  const isSame = shaping.script === script && shaping.direction === direction;
  return isSame ? shaping : { ...shaping, direction, script };
}

function placeRuns(
  shaped: readonly GlyphRun[],
  setting: TextSetting,
): { runs: readonly PlacedRun[]; width: number } {
  const runs: PlacedRun[] = [];
  let x = 0;
  for (const run of shaped) {
    runs.push({ x, run });
    x += (run.width * setting.size) / run.face.metrics.unitsPerEm;
    if (setting.letterSpacing !== 0) x += setting.letterSpacing * new Set(run.clusters).size;
  }
  return { runs, width: x };
}

/** Ascent and descent are whole px each, as browsers round them. */
function inlineBox({ stack, size }: TextSetting): { height: number; baseline: number } {
  const { ascent, descent, unitsPerEm } = stack.primary.metrics;
  const baseline = Math.round((ascent * size) / unitsPerEm);
  return { baseline, height: baseline + Math.round((descent * size) / unitsPerEm) };
}
