import { describe, expect, it } from 'vitest';
import { book } from '../../font/fonts.ts';
import { fakeContext, flow, linesOf, textsOf, widthsOf, wordsOf } from './flow.ts';

const context = fakeContext(book().fonts);
const inter = { fontFamily: ['Inter'], fontSize: 16 } as const;

describe('text in Inter', () => {
  it('has the line height of the face', () => {
    // 1984 / 2048 × 16 = 15.5 → 16 px above, 494 / 2048 × 16 = 3.86 → 4 px below.
    expect(linesOf(flow(inter, 'Total'), 500, context)).toMatchObject([
      { height: 20, baseline: 16 },
    ]);
  });

  it('is as wide as its glyphs with their kerning', () => {
    const { primary } = context.fonts.stack(['Inter'], 400, 'normal');
    const units = [...'AV'].reduce((sum, char) => {
      const shaping = { script: 'Latn', language: 'en', direction: 'ltr', features: [] } as const;
      return sum + primary.shape(char, shaping).width;
    }, 0);
    const { max } = widthsOf(flow(inter, 'AV'), context);
    expect(max).toBeLessThan((units * 16) / 2048);
    expect(widthsOf(flow({ ...inter, fontKerning: 'none' }, 'AV'), context).max).toBe(
      (units * 16) / 2048,
    );
  });

  it('sets tabular figures one as wide as the other', () => {
    const tabular = { ...inter, fontVariantNumeric: ['tnum'] };
    const width = (digits: string): number => widthsOf(flow(tabular, digits), context).max;
    expect(width('1111')).toBe(width('8888'));
    expect(widthsOf(flow(inter, '1111'), context).max).toBeLessThan(width('1111'));
  });

  it('falls back to other faces for other scripts, in visual order', () => {
    const [line] = linesOf(flow(inter, 'INV שלום'), 500, context);
    const marks = line ? textsOf(line) : [];
    expect(marks.map(({ mark }) => mark.text)).toEqual(['INV ', 'שלום']);
    expect(marks.map(({ mark }) => mark.runs[0]?.run.face.family)).toEqual([
      'Inter',
      'Noto Sans Hebrew',
    ]);
    expect(marks[1]?.mark.runs[0]?.run.direction).toBe('rtl');
  });

  it('keeps the joined forms of Arabic letters that overflow-wrap parts', () => {
    const lines = linesOf(
      flow({ ...inter, direction: 'rtl', overflowWrap: 'anywhere' }, 'سسسسسس'),
      40,
      context,
    );
    const whole = linesOf(flow({ ...inter, direction: 'rtl' }, 'سسسسسس'), 500, context);
    expect(wordsOf(lines).join('')).toBe('سسسسسس');
    const glyphs = lines.flatMap((line) =>
      textsOf(line).flatMap(({ mark }) => mark.runs[0]?.run.glyphs.toReversed() ?? []),
    );
    expect(glyphs).toEqual(
      whole.flatMap((line) =>
        textsOf(line).flatMap(({ mark }) => mark.runs[0]?.run.glyphs.toReversed() ?? []),
      ),
    );
  });
});
