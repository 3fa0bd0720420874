import { describe, expect, it } from 'vitest';
import { atom, br, flow, linesOf, span, text, textsOf, widthsOf, wordsOf } from './flow.ts';

describe('filling lines', () => {
  it('ends a line at the last space that fits', () => {
    // 8 characters of 10 px fit in 85 px: "one two" is 70 px, "one two three" 130 px.
    expect(wordsOf(linesOf(flow({}, 'one two three'), 85))).toEqual(['one two', 'three']);
  });

  it('fits a line exactly, the space after it left out', () => {
    expect(wordsOf(linesOf(flow({}, 'one two three'), 70))).toEqual(['one two', 'three']);
  });

  it('lets a word that does not fit stick out', () => {
    expect(wordsOf(linesOf(flow({}, 'a incomprehensible b'), 40))).toEqual([
      'a',
      'incomprehensible',
      'b',
    ]);
  });

  it('does not wrap under nowrap', () => {
    expect(wordsOf(linesOf(flow({ whiteSpace: 'nowrap' }, 'one two three'), 40))).toEqual([
      'one two three',
    ]);
  });

  it('wraps between a nowrap span and the text around it', () => {
    const box = flow({}, 'aa ', span({ whiteSpace: 'nowrap' }, 'bb cc'), ' dd');
    expect(wordsOf(linesOf(box, 60))).toEqual(['aa', 'bb cc', 'dd']);
  });

  it('breaks after a hyphen between letters and digits, not before a number', () => {
    expect(wordsOf(linesOf(flow({}, '2026-10-01'), 50))).toEqual(['2026-', '10-01']);
    expect(wordsOf(linesOf(flow({}, 'a -10'), 30))).toEqual(['a', '-10']);
    expect(widthsOf(flow({}, 'x -10')).min).toBe(30);
  });

  it('does not break at a solidus', () => {
    expect(wordsOf(linesOf(flow({}, 'and/or'), 40))).toEqual(['and/or']);
  });

  it('shows a soft hyphen only where the line ends at it', () => {
    const lines = linesOf(flow({}, 'in\u00ADvoice'), 50);
    expect(wordsOf(lines)).toEqual(['in\u00AD', 'voice']);
    // "in" and a hyphen: 3 × 10 px.
    expect(lines.map((line) => textsOf(line)[0]?.mark.width)).toEqual([30, 50]);
    expect(wordsOf(linesOf(flow({}, 'in\u00ADvoice'), 70))).toEqual(['invoice']);
  });

  it('does not end a line at a soft hyphen that does not fit', () => {
    // "aaa b" is 50 px and would need 60 px with its hyphen.
    expect(wordsOf(linesOf(flow({}, 'aaa b\u00ADccc'), 55))).toEqual(['aaa', 'bccc']);
  });

  it('knows no soft hyphens under hyphens: none', () => {
    expect(wordsOf(linesOf(flow({ hyphens: 'none' }, 'in\u00ADvoice'), 40))).toEqual(['invoice']);
  });

  it('breaks a word that fits on no line under overflow-wrap', () => {
    const changes = { overflowWrap: 'break-word' } as const;
    expect(wordsOf(linesOf(flow(changes, 'ab cdefghij'), 40))).toEqual(['ab', 'cdef', 'ghij']);
    expect(wordsOf(linesOf(flow(changes, 'abc'), 5))).toEqual(['a', 'b', 'c']);
  });

  it('never parts a grapheme', () => {
    const changes = { overflowWrap: 'anywhere' } as const;
    expect(wordsOf(linesOf(flow(changes, 'e\u0301e\u0301e\u0301'), 10))).toEqual([
      'e\u0301',
      'e\u0301',
      'e\u0301',
    ]);
  });

  it('breaks anywhere between letters under break-all', () => {
    expect(wordsOf(linesOf(flow({ wordBreak: 'break-all' }, 'ab cdef'), 50))).toEqual([
      'ab cd',
      'ef',
    ]);
  });

  it('breaks between ideographs, and not under keep-all', () => {
    expect(wordsOf(linesOf(flow({}, '請求書番号'), 30))).toEqual(['請求書', '番号']);
    expect(wordsOf(linesOf(flow({ wordBreak: 'keep-all' }, '請求書番号'), 30))).toEqual([
      '請求書番号',
    ]);
  });

  it('breaks before and after atoms', () => {
    expect(
      linesOf(flow({}, 'ab', atom(30, 10), 'cd'), 40).map(
        (line) => line.marks.length + line.overlays.length,
      ),
    ).toEqual([1, 1, 1]);
  });

  it('forces breaks, and makes no line after the last one', () => {
    expect(wordsOf(linesOf(flow({}, 'a', br, br, 'b', br), 100))).toEqual(['a', '', 'b']);
  });

  it('ends a span on the line that its last break ends', () => {
    expect(linesOf(flow({}, span({}, 'a', br)), 100)).toHaveLength(1);
  });

  it('keeps the start of a span with what follows and its end with what goes before', () => {
    const padded = { paddingLeft: { px: 5, percent: 0 }, paddingRight: { px: 5, percent: 0 } };
    const lines = linesOf(flow({}, 'aa ', span(padded, 'bb cc'), ' dd'), 50);
    // "aa " 30 + 5 + "bb" 20 = 55 > 50: the span moves to the next line; "bb cc" 5 + 50 > 50 wraps again.
    expect(wordsOf(lines)).toEqual(['aa', 'bb', 'cc', 'dd']);
  });

  it('indents the first line alone', () => {
    const lines = linesOf(flow({ textIndent: { px: 15, percent: 0 } }, 'aaa bbb ccc'), 70);
    expect(wordsOf(lines)).toEqual(['aaa', 'bbb ccc']);
    expect(lines.map((line) => textsOf(line)[0]?.x)).toEqual([15, 0]);
  });
});

describe('white space', () => {
  it('collapses across inline boxes and at both ends', () => {
    const box = flow({}, '  a \n', span({}, ' b '), text(' '), '\t c  ');
    expect(wordsOf(linesOf(box, 500))).toEqual(['a |b |c']);
  });

  it('makes nothing of white space alone', () => {
    expect(linesOf(flow({}, ' \n ', span({}, ' ')), 100)).toHaveLength(0);
  });

  it('keeps spaces and line feeds under pre', () => {
    expect(wordsOf(linesOf(flow({ whiteSpace: 'pre' }, ' a  b\n\nc\n'), 20))).toEqual([
      ' a  b',
      '',
      'c',
    ]);
  });

  it('hangs spaces at the end of a line under pre-wrap', () => {
    const [line] = linesOf(flow({ whiteSpace: 'pre-wrap', textAlign: 'right' }, 'ab  cd'), 40);
    // "ab" is 20 px and ends at the right edge; its two spaces hang outside.
    expect(line && textsOf(line)[0]).toMatchObject({ x: 20, mark: { text: 'ab  ', width: 20 } });
  });

  it('keeps line feeds and no spaces under pre-line', () => {
    expect(wordsOf(linesOf(flow({ whiteSpace: 'pre-line' }, ' a  b \n c'), 500))).toEqual([
      'a b',
      'c',
    ]);
  });

  it('moves on to the next tab stop, 8 spaces apart', () => {
    const [line] = linesOf(flow({ whiteSpace: 'pre' }, 'ab\tc'), 500);
    // The stop is at 80 px, then one character.
    expect(line && textsOf(line)[0]?.mark.width).toBe(90);
  });

  it('drops controls', () => {
    expect(wordsOf(linesOf(flow({}, 'a\u0001b\u0085c'), 500))).toEqual(['abc']);
  });

  it('transforms case before it measures', () => {
    expect(wordsOf(linesOf(flow({ textTransform: 'uppercase' }, 'straße'), 500))).toEqual([
      'STRASSE',
    ]);
    expect(wordsOf(linesOf(flow({ textTransform: 'capitalize' }, "it's a bill"), 500))).toEqual([
      "It's A Bill",
    ]);
  });
});

describe('intrinsic widths', () => {
  it('are the longest word and the longest line', () => {
    expect(widthsOf(flow({}, 'one three two', br, 'x'))).toEqual({ min: 50, max: 130 });
  });

  it('are equal where nothing wraps', () => {
    expect(widthsOf(flow({ whiteSpace: 'nowrap' }, 'one two'))).toEqual({ min: 70, max: 70 });
  });

  it('shrink to a character under overflow-wrap: anywhere, not under break-word', () => {
    expect(widthsOf(flow({ overflowWrap: 'anywhere' }, 'one')).min).toBe(10);
    expect(widthsOf(flow({ overflowWrap: 'break-word' }, 'one')).min).toBe(30);
  });

  it('hold the hyphen of a soft hyphen', () => {
    expect(widthsOf(flow({}, 'abc\u00ADde'))).toEqual({ min: 40, max: 50 });
  });

  it('hold atoms and the edges of spans', () => {
    const padded = { paddingLeft: { px: 5, percent: 0 } };
    expect(widthsOf(flow({}, 'a ', span(padded, 'bb'), atom(40, 5)))).toEqual({ min: 40, max: 85 });
    expect(widthsOf(flow({}, 'a ', span(padded, 'bb')))).toEqual({ min: 25, max: 45 });
  });
});
