import { describe, expect, it } from 'vitest';
import type { Style } from '../../src/style/style.ts';
import { declared, styleOf, warningsOf } from './style-of.ts';

const px = (value: number): { px: number; percent: number } => ({ px: value, percent: 0 });
const red = { red: 255, green: 0, blue: 0, alpha: 1 };
const black = { red: 0, green: 0, blue: 0, alpha: 1 };

const CASES: readonly (readonly [string, Partial<Record<keyof Style, unknown>>])[] = [
  ['margin: 1px', { marginTop: px(1), marginRight: px(1), marginBottom: px(1), marginLeft: px(1) }],
  [
    'margin: 1px auto',
    { marginTop: px(1), marginRight: 'auto', marginBottom: px(1), marginLeft: 'auto' },
  ],
  [
    'margin: 1px 2px 3px',
    { marginTop: px(1), marginRight: px(2), marginBottom: px(3), marginLeft: px(2) },
  ],
  [
    'padding: 1px 2px 3px 4px',
    { paddingTop: px(1), paddingRight: px(2), paddingBottom: px(3), paddingLeft: px(4) },
  ],
  ['inset: 0 auto', { top: px(0), right: 'auto', bottom: px(0), left: 'auto' }],
  [
    'border: 2px solid red',
    { borderTopWidth: 2, borderLeftStyle: 'solid', borderBottomColor: red },
  ],
  ['border: red dashed', { borderTopWidth: 3, borderTopStyle: 'dashed', borderTopColor: red }],
  [
    'border-top: 1px solid',
    { borderTopWidth: 1, borderTopColor: black, borderBottomStyle: 'none' },
  ],
  ['border: 1px solid; border-width: 4px 5px', { borderTopWidth: 4, borderRightWidth: 5 }],
  [
    'border-radius: 1px 2px / 3px',
    { borderTopLeftRadius: { x: px(1), y: px(3) }, borderTopRightRadius: { x: px(2), y: px(3) } },
  ],
  ['border-radius: 4px', { borderBottomLeftRadius: { x: px(4), y: px(4) } }],
  ['background: #f00', { backgroundColor: red }],
  ['background: none', { backgroundColor: { red: 0, green: 0, blue: 0, alpha: 0 } }],
  ['flex: 1', { flexGrow: 1, flexShrink: 1, flexBasis: px(0) }],
  ['flex: auto', { flexGrow: 1, flexShrink: 1, flexBasis: 'auto' }],
  ['flex: none', { flexGrow: 0, flexShrink: 0, flexBasis: 'auto' }],
  ['flex: 2 3 40px', { flexGrow: 2, flexShrink: 3, flexBasis: px(40) }],
  ['flex: 0 0 0', { flexGrow: 0, flexShrink: 0, flexBasis: px(0) }],
  ['flex-flow: wrap column', { flexDirection: 'column', flexWrap: 'wrap' }],
  ['gap: 1px 2px', { rowGap: px(1), columnGap: px(2) }],
  ['grid-gap: 3px', { rowGap: px(3), columnGap: px(3) }],
  [
    'grid-row: 1 / span 2',
    { gridRowStart: { kind: 'line', line: 1 }, gridRowEnd: { kind: 'span', span: 2 } },
  ],
  [
    'grid-column: side',
    {
      gridColumnStart: { kind: 'area', name: 'side' },
      gridColumnEnd: { kind: 'area', name: 'side' },
    },
  ],
  [
    'grid-area: a',
    { gridRowStart: { kind: 'area', name: 'a' }, gridColumnEnd: { kind: 'area', name: 'a' } },
  ],
  [
    'grid-area: 1 / 2 / 3 / 4',
    { gridRowEnd: { kind: 'line', line: 3 }, gridColumnStart: { kind: 'line', line: 2 } },
  ],
  ['grid-template: auto / 1fr', { gridTemplateRows: [{ kind: 'size', size: 'auto' }] }],
  ['place-items: center stretch', { alignItems: 'center', justifyItems: 'stretch' }],
  ['place-content: center', { alignContent: 'center', justifyContent: 'center' }],
  ['place-self: end', { alignSelf: 'end', justifySelf: 'end' }],
  [
    'font: italic bold 12px/1.5 "A B", serif',
    {
      fontStyle: 'italic',
      fontWeight: 700,
      fontSize: 12,
      lineHeight: { factor: 1.5 },
      fontFamily: ['A B', 'serif'],
    },
  ],
  ['font-weight: 900; font: 2em x', { fontWeight: 400, fontSize: 32, lineHeight: 'normal' }],
  [
    'text-decoration: underline dotted red',
    { textDecorationLine: ['underline'], textDecorationStyle: 'dotted', textDecorationColor: red },
  ],
  ['text-decoration: none', { textDecorationLine: [], textDecorationColor: black }],
  ['list-style: square inside', { listStyleType: 'square', listStylePosition: 'inside' }],
  ['list-style: none', { listStyleType: 'none', listStylePosition: 'outside' }],
  ['page-break-before: always', { breakBefore: 'page' }],
  ['page-break-inside: avoid', { breakInside: 'avoid' }],
  ['word-wrap: break-word', { overflowWrap: 'break-word' }],
  ['margin-inline: 1px 2px; direction: rtl', { marginLeft: px(2), marginRight: px(1) }],
  ['margin-block: 1px 2px', { marginTop: px(1), marginBottom: px(2) }],
  ['border-inline-start: 2px solid', { borderLeftWidth: 2, borderRightWidth: 0 }],
];

describe('shorthand properties', () => {
  it.each(CASES)('%s', (css, expected) => {
    expect(warningsOf(`div { ${css} }`)).toEqual([]);
    expect(declared(css)).toMatchObject(expected);
  });

  it.each([
    'margin: 1px 2px 3px 4px 5px',
    'margin: 1px, 2px',
    'padding: auto',
    'border: 1px 2px',
    'border-radius: 1px / 2px / 3px',
    'background: url(x.png) no-repeat',
    'flex: 1 2 3 4px',
    'flex: 1px 2px',
    'font: 12px',
    'font: caption',
    'font: bold bold 12px x',
    'text-decoration: underline wavy',
    'list-style: url(dot.png)',
    'grid-row: 1 / 2 / 3',
    'gap: 1px 2px 3px',
    'grid-template: auto',
  ])('refuses %s', (css) => {
    expect(warningsOf(`div { ${css} }`)).toHaveLength(1);
    expect(declared(css)).toEqual(declared(''));
  });

  it('written with var() set all of their longhands', () => {
    expect(declared('--w: 2px; border: var(--w) solid; margin: var(--w) 1px')).toMatchObject({
      borderTopWidth: 2,
      marginTop: px(2),
      marginLeft: px(1),
    });
  });

  it('set their longhands to inherit', () => {
    const html =
      '<style>p { margin: 7px } #x { margin: inherit }</style><p><span id="x"></span></p>';
    expect(styleOf(html)).toMatchObject({ marginTop: px(7), marginLeft: px(7) });
  });
});
