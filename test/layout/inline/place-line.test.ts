import { describe, expect, it } from 'vitest';
import type { Failure } from '../../../src/failure.ts';
import { layoutInlineFlow } from '../../../src/layout/inline/layout-inline-flow.ts';
import type { ItemMark, Leaf } from '../../../src/layout/item.ts';
import { emBook } from '../em-font.ts';
import {
  br,
  fakeContext,
  flow,
  linesOf,
  px,
  source,
  span,
  styled,
  tag,
  textsOf,
  wordsOf,
} from './flow.ts';
import type { Changes, Content } from './flow.ts';

const red = { red: 255, green: 0, blue: 0, alpha: 1 };

function lines(width: number, changes: Changes, ...content: readonly Content[]): readonly Leaf[] {
  return linesOf(flow(changes, ...content), width);
}

/** x and text of every text mark of a line. */
function placed(line: Leaf | undefined): readonly [number, string][] {
  return line ? textsOf(line).map(({ x, mark }) => [x, mark.text]) : [];
}

function marksOf(line: Leaf | undefined, kind: ItemMark['mark']['kind']): readonly ItemMark[] {
  return line ? line.marks.filter(({ mark }) => mark.kind === kind) : [];
}

describe('alignment', () => {
  it('puts text left, right or in the middle', () => {
    expect(placed(lines(100, { textAlign: 'right' }, 'abc')[0])).toEqual([[70, 'abc']]);
    expect(placed(lines(100, { textAlign: 'center' }, 'abc')[0])).toEqual([[35, 'abc']]);
    expect(placed(lines(100, { textAlign: 'end' }, 'abc')[0])).toEqual([[70, 'abc']]);
    expect(placed(lines(100, { textAlign: 'start', direction: 'rtl' }, 'abc')[0])).toEqual([
      [70, 'abc'],
    ]);
  });

  it('lets text that is too wide stick out at the end', () => {
    expect(placed(lines(20, { textAlign: 'right' }, 'abc')[0])).toEqual([[0, 'abc']]);
    expect(placed(lines(20, { textAlign: 'center', direction: 'rtl' }, 'abc')[0])).toEqual([
      [-10, 'abc'],
    ]);
  });

  it('stretches the spaces of justified lines but the last', () => {
    const [first, second] = lines(100, { textAlign: 'justify' }, 'aa bb cc dd');
    // "aa bb cc" is 80 px; each of the 2 spaces grows by 10 px.
    expect(first && textsOf(first)[0]?.mark).toMatchObject({ width: 100, wordSpacing: 10 });
    expect(first && textsOf(first)[0]?.mark.runs.map(({ x }) => x)).toEqual([0, 40, 80]);
    expect(second && textsOf(second)[0]?.mark).toMatchObject({ width: 20, wordSpacing: 0 });
  });

  it('does not stretch lines that a break ends', () => {
    expect(
      lines(100, { textAlign: 'justify' }, 'aa bb', br, 'c').map(
        (line) => textsOf(line)[0]?.mark.wordSpacing,
      ),
    ).toEqual([0, 0]);
  });

  it('spaces letters and words, the last ones too', () => {
    const [line] = lines(500, { letterSpacing: 2, wordSpacing: 5 }, 'ab cd');
    // 5 characters of 10 + 2 px and one word space of 5 px.
    expect(line && textsOf(line)[0]?.mark).toMatchObject({
      width: 65,
      letterSpacing: 2,
      wordSpacing: 5,
    });
  });

  it('asks for no ligatures where letters are spaced, and for the numerals of the style', () => {
    const features: (readonly string[])[] = [];
    const book = emBook();
    const face = book.stack([], 400, 'normal').primary;
    const spy = {
      ...face,
      shape: (...[words, shaping]: Parameters<typeof face.shape>) => (
        features.push(shaping.features),
        face.shape(words, shaping)
      ),
    };
    const stack = { faces: [spy], primary: spy };
    const context = fakeContext({
      ...book,
      stack: () => stack,
      itemize: (words) => [{ text: words, face: spy }],
    });
    linesOf(
      flow({ letterSpacing: 1, fontVariantNumeric: ['tnum'], fontKerning: 'none' }, '12'),
      100,
      context,
    );
    expect(features).toEqual([['tnum', '-kern', '-liga', '-clig']]);
  });
});

describe('bidi', () => {
  it('sets right-to-left words from right to left, logical order within a mark', () => {
    const [line] = lines(100, {}, 'ab אב גד');
    // "ab " 30 px, then the Hebrew piece of 50 px: its first word stands at its right end.
    expect(placed(line)).toEqual([
      [0, 'ab '],
      [30, 'אב גד'],
    ]);
    // "גד" at 0 px; "אב " 20 px further on.
    expect(line && textsOf(line)[1]?.mark.runs.map(({ x, run }) => [x, run.text])).toEqual([
      [0, 'גד'],
      [20, 'אב '],
    ]);
  });

  it('keeps numbers from left to right within right-to-left text', () => {
    // Right to left: אב, then 12, then גד; 3 × 20 px and 2 spaces from the right edge at 100 px.
    expect(placed(lines(100, { direction: 'rtl' }, 'אב 12 גד')[0])).toEqual([
      [20, ' גד'],
      [50, '12'],
      [70, 'אב '],
    ]);
  });

  it('isolates a span of another direction', () => {
    const box = span({ direction: 'rtl', unicodeBidi: 'isolate' }, 'א 1');
    expect(placed(lines(100, {}, 'a ', box, ' 2')[0])).toEqual([
      [0, 'a '],
      [20, '1'],
      [30, 'א '],
      [50, ' 2'],
    ]);
  });

  it('puts the padding of a right-to-left span on its own sides', () => {
    const changes = {
      direction: 'rtl',
      paddingLeft: px(3),
      paddingRight: px(7),
      backgroundColor: red,
    } as const;
    const [line] = lines(100, { direction: 'rtl' }, 'א', span(changes, 'ב'), 'ג');
    // From the right edge: 10 px, 7 + 10 + 3 px, 10 px.
    expect(placed(line)).toEqual([
      [60, 'ג'],
      [73, 'ב'],
      [90, 'א'],
    ]);
    expect(marksOf(line, 'rect')).toMatchObject([{ x: 70, mark: { width: 20 } }]);
  });
});

describe('spans', () => {
  const changes = {
    backgroundColor: red,
    borderLeftWidth: 1,
    borderRightWidth: 2,
    borderLeftStyle: 'solid',
    borderRightStyle: 'solid',
    paddingLeft: px(3),
    paddingRight: px(4),
    paddingTop: px(5),
    marginLeft: px(6),
  } as const;

  it('paint background and borders around their text', () => {
    const [line] = lines(200, {}, 'a', span(changes, 'bb'), 'c');
    expect(placed(line)).toEqual([
      [0, 'a'],
      [20, 'bb'],
      [46, 'c'],
    ]);
    // 1 + 3 + 20 + 4 + 2 px wide from 10 + 6 px on; padding sticks out of the line above.
    expect(marksOf(line, 'rect')).toMatchObject([
      { x: 16, y: -5, mark: { width: 30, height: 15, sides: { left: true, right: true } } },
    ]);
  });

  it('are sliced where a line ends', () => {
    const [first, second] = lines(60, {}, span(changes, 'bbb cc'));
    expect(marksOf(first, 'rect')).toMatchObject([
      { x: 6, mark: { width: 34, sides: { left: true, right: false } } },
    ]);
    expect(marksOf(second, 'rect')).toMatchObject([
      { x: 0, mark: { width: 26, sides: { left: false, right: true } } },
    ]);
  });

  it('paint an empty box with edges', () => {
    const [line] = lines(60, {}, 'a', span(changes), 'b');
    expect(marksOf(line, 'rect')).toMatchObject([{ x: 16, mark: { width: 10 } }]);
    expect(placed(line)[1]).toEqual([26, 'b']);
  });

  it('move by position: relative without moving what follows', () => {
    const [line] = lines(
      60,
      {},
      span({ position: 'relative', left: px(3), top: px(-2) }, 'a'),
      'b',
    );
    expect(line && textsOf(line).map(({ x, y }) => [x, y])).toEqual([
      [3, -2],
      [10, 0],
    ]);
  });

  it('fade by the opacity of all spans around', () => {
    const [line] = lines(60, {}, span({ opacity: 0.5 }, span({ opacity: 0.5 }, 'a')));
    expect(line && textsOf(line)[0]?.mark.color.alpha).toBe(0.25);
  });

  it('keep room for hidden text', () => {
    expect(placed(lines(60, {}, span({ visibility: 'hidden' }, 'a'), 'b')[0])).toEqual([[10, 'b']]);
  });
});

describe('text decoration', () => {
  it('underlines below the baseline, a tenth of the size thick', () => {
    const [line] = lines(
      200,
      { fontSize: 20, textDecorationLine: ['underline'], textDecorationColor: red },
      'ab cd',
    );
    // Top: baseline 16 + gap max(1, ceil(2 / 2)) = 17; its middle 1 px lower.
    expect(marksOf(line, 'line')).toMatchObject([
      { x: 0, y: 18, mark: { width: 100, height: 0, thickness: 2, style: 'solid', color: red } },
    ]);
  });

  it('strikes through at two thirds of the ascent, over the text', () => {
    const [line] = lines(200, { textDecorationLine: ['line-through'] }, 'a');
    expect(line?.marks.map(({ mark }) => mark.kind)).toEqual(['text', 'line']);
    // 2 × 8 / 3 px is the middle.
    expect(marksOf(line, 'line')[0]?.y).toBeCloseTo(16 / 3);
  });

  it('draws a double line as two strokes, one thickness and 1 px apart', () => {
    const [line] = lines(
      200,
      { textDecorationLine: ['underline'], textDecorationStyle: 'double' },
      'a',
    );
    // Top 8 + 1, middle 9.5; the second 2 px lower.
    expect(marksOf(line, 'line').map(({ y }) => y)).toEqual([9.5, 11.5]);
  });

  it('runs through raised text at the height of the box that it belongs to', () => {
    const underlined = { textDecorationLine: ['underline'] } as const;
    const [line] = lines(200, {}, span(underlined, 'a', span({ verticalAlign: px(4) }, 'b')));
    const ys = marksOf(line, 'line').map(({ y }) => y);
    expect(ys).toEqual([13.5, 13.5]);
  });
});

describe('running totals', () => {
  it('take the room that is left', () => {
    const late = { kind: 'running-total', of: 'net', style: styled(), tag, source } as const;
    const [line] = lines(200, { textAlign: 'right' }, 'Sum ', late);
    expect(marksOf(line, 'late')).toMatchObject([
      { x: 40, y: 0, mark: { width: 160, align: 'right', baseline: 8 } },
    ]);
  });
});

describe('missing characters', () => {
  it('show a box, stay in the text and are named once', () => {
    const warnings: Failure[] = [];
    const context = fakeContext(emBook(), warnings);
    const box = flow({}, 'a\uE000b\uE000');
    expect(wordsOf(linesOf(box, 200, context))).toEqual(['a\uE000b\uE000']);
    expect(linesOf(box, 200, context).flatMap(textsOf)[0]?.mark.width).toBe(10 + 6 + 10 + 6);
    expect(warnings).toMatchObject([{ stage: 'layout', place: 'page.html:3:5', found: 'U+E000' }]);
  });
});

describe('the column of lines', () => {
  it('is as high as its lines and carries orphans, widows and the first baseline', () => {
    const box = flow({ orphans: 3, widows: 4 }, 'aa bb');
    const column = layoutInlineFlow(box, { width: 30, height: null }, fakeContext());
    expect(column).toMatchObject({ width: 30, height: 20, orphans: 3, widows: 4, baseline: 8 });
  });

  it('has no height without content', () => {
    const column = layoutInlineFlow(flow({}, ' '), { width: 30, height: null }, fakeContext());
    expect(column).toMatchObject({ height: 0, children: [], baseline: null });
  });
});
