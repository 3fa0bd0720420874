import { Buffer, BufferFlag, shape, type Font } from 'harfbuzzjs';
import type { GlyphRun } from './face.ts';
import type { ShapingPlan } from './shaping-plan.ts';

/** What the shaper says of a text: a glyph run without the face and the text that it belongs to. */
export type Shaped = Pick<GlyphRun, 'glyphs' | 'advances' | 'offsets' | 'clusters' | 'width'>;

/** Shapes any text, every time anew. */
export type Shaper = (text: string, plan: ShapingPlan) => Shaped;

/** Controls and line separators, which have no glyph; the shaper drops the zero width space that stands in for them. */
const CONTROLS = /[\p{Cc}\u2028\u2029]/gu;
const STAND_IN = '\u200b';

/** A shaper over one font, working in one buffer. */
export function createShaper(font: Font): Shaper {
  const buffer = new Buffer();
  return (text, plan) => {
    buffer.clearContents();
    buffer.addText(text.replace(CONTROLS, STAND_IN));
    buffer.setDirection(plan.direction);
    buffer.setScript(plan.script);
    buffer.setLanguage(plan.language);
    buffer.setFlags(BufferFlag.REMOVE_DEFAULT_IGNORABLES);
    shape(font, buffer, [...plan.features]);
    return readBuffer(buffer);
  };
}

function readBuffer(buffer: Buffer): Shaped {
  const infos = buffer.getGlyphInfos();
  const positions = buffer.getGlyphPositions();
  const glyphs = infos.map((info) => info.codepoint);
  const clusters = infos.map((info) => info.cluster);
  const advances = positions.map((position) => position.xAdvance);
  const placed = positions.some(({ xOffset, yOffset }) => xOffset !== 0 || yOffset !== 0);
  const offsets = placed ? positions.flatMap((p) => [p.xOffset, p.yOffset]) : null;
  const width = advances.reduce((sum, advance) => sum + advance, 0);
  return { glyphs, advances, offsets, clusters, width };
}
