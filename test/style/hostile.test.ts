import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSheet } from '../../src/style/parse-sheet.ts';
import type { Sheet } from '../../src/style/sheet.ts';
import { styleOf, stylePage, warningsOf } from './style-of.ts';

const parse = (css: string): Sheet =>
  parseSheet({ css, source: { file: 'a.css', line: 1, column: 1 } });

describe('hostile style sheets', () => {
  it.each([
    ['blocks', 'a{'.repeat(10_000)],
    ['parentheses', `p { width: ${'calc('.repeat(10_000)}1px }`],
    ['brackets', `p { x: ${'['.repeat(10_000)} }`],
    ['negations', `${':not('.repeat(10_000)}p) {}`],
  ])('with deeply nested %s are refused as a whole', (_, css) => {
    const sheet = parse(css);
    expect(sheet.rules).toEqual([]);
    expect(sheet.warnings[0]?.message).toBe('brackets are nested more than 64 levels deep');
  });

  it('that are too long are refused', () => {
    expect(parse(' '.repeat(2_000_001)).warnings).toHaveLength(1);
  });

  it('with too many rules are cut short', () => {
    const sheet = parse('p{}'.repeat(20_005));
    expect(sheet.rules).toHaveLength(20_000);
  });

  it('with a selector of 20,000 parts are matched', () => {
    const html = `<style>${'div '.repeat(20_000)} { order: 1 } ${'.a'.repeat(20_000)} { order: 2 }</style><div id="x">`;
    expect(styleOf(html).order).toBe(0);
  });

  it('with many descendant parts stay linear in depth', () => {
    const css = `${'.a '.repeat(40)}.b .c { order: 1 }`;
    const html = `<style>${css}</style>${'<div class="a">'.repeat(300)}<p class="c" id="x">`;
    expect(styleOf(html).order).toBe(0);
  });

  it('with subsequent siblings stay linear in siblings', () => {
    const html = `<style>.none ~ b { order: 1 } b ~ .none ~ b {}</style>${'<b></b>'.repeat(20_000)}<b id="x"></b>`;
    expect(styleOf(html).order).toBe(0);
  });

  it.each([')', '1px)', 'calc(1px', '}', '"\\'])(
    'that bring %s into a value by var() are invalid there',
    (value) => {
      const html = `<style>:root { --a: 7 } p { order: 3; order: var(--b) }</style><p id="x" style='--b: ${value}'>`;
      expect(styleOf(html).order).toBe(0);
    },
  );

  it('that double var() thirty times stop at 64 kB', () => {
    const steps = Array.from(
      { length: 30 },
      (_, n) => `--a${n}: var(--a${n + 1}) var(--a${n + 1})`,
    );
    const css = `:root { ${steps.join(';')}; --a30: 0123456789; } #x { font-family: var(--a0, fallback) }`;
    expect(styleOf(`<style>${css}</style><p id="x">`).fontFamily).toEqual(['fallback']);
  });

  it('that fall back twice at each of a hundred levels stay linear', () => {
    const steps = Array.from(
      { length: 99 },
      (_, n) => `--a${n}: var(--a${n + 1}, var(--a${n + 1}))`,
    );
    const css = `:root { ${steps.join(';')} } #x { width: var(--a0, 3px) }`;
    expect(styleOf(`<style>${css}</style><p id="x">`).width).toEqual({ px: 3, percent: 0 });
  });

  it('with a chain of 20,000 custom properties do not overflow', () => {
    const steps = Array.from({ length: 20_000 }, (_, n) => `--a${n}: var(--a${n + 1})`);
    const css = `:root { ${steps.join(';')}; --a20000: 1px } #x { width: var(--a0, 2px) }`;
    expect(styleOf(`<style>${css}</style><p id="x">`).width).toEqual({ px: 2, percent: 0 });
  });

  it('with huge grids are refused', () => {
    expect(warningsOf('p { grid-template-columns: repeat(1000000, 1px) }')).toHaveLength(1);
  });

  it('of any characters never throw', () => {
    const piece = fc.constantFrom(
      'a',
      '{',
      '}',
      ':',
      ';',
      '(',
      ')',
      '[',
      ']',
      '@page',
      '@media',
      'var(--a',
      '--a:',
      '"',
      "'",
      '\\',
      '/*',
      '*/',
      '!important',
      'calc',
      ',',
      '>',
      '+',
      '~',
      '#',
      '.',
      ' ',
      '\n',
      'color',
      '1e9999px',
      ':is',
      ':nth-child',
      '2n+1',
      '%',
      'url',
      '\u0000',
      '\ud800',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const css = pieces.join('');
        stylePage(`<style>${css}</style><div id="x" style='${css.replaceAll("'", '')}'></div>`);
        return true;
      }),
      { numRuns: 300 },
    );
  });
});
