import type { Failure } from '../failure.ts';
import type { Face } from '../font/face.ts';
import type { FontBook } from '../font/font-book.ts';
import type { Block, Declaration, LonghandDeclaration, Specified } from './declaration.ts';
import { adjustStyle } from './adjust-style.ts';
import type { Compute, Context } from './grammar.ts';
import type { ComputedStyle, MutableStyle } from './computed-style.ts';
import { inheritedFrom } from './inherit-style.ts';
import { INITIAL_STYLE } from './initial-style.ts';
import { LONGHAND_BY_KEY, type Longhand } from './properties.ts';
import type { PropertyKey } from './property.ts';
import { invalidValue, readText } from './read-declaration.ts';
import type { Style } from './style.ts';
import { resolveVariables, substitute, type Variables } from './variables.ts';

/** Blocks in cascade order: what matched, then what was important, and the element's own language. */
export interface Cascaded {
  readonly blocks: readonly Block[];
  /** Null keeps that of the parent. */
  readonly language: string | null;
}

/** The declarations that win, by longhand. */
type Winners = Map<PropertyKey, LonghandDeclaration>;

/** Compute every property of an element (CSS Cascade 5, sections 4 to 7). */
export function computeStyle(
  cascaded: Cascaded,
  parent: ComputedStyle,
  isRoot: boolean,
): ComputedStyle {
  const declarations = inOrder(cascaded.blocks);
  const variables = resolveVariables(customOf(declarations), parent.variables);
  const warnings: Failure[] = [];
  const { fonts } = parent;
  const run: Run = { parent: parent.style, variables, fonts, warnings, substituted: new Map() };
  const winners = winnersOf(declarations, run);
  const style = inheritedFrom(parent.style);
  if (cascaded.language !== null) style.language = cascaded.language;
  const rootFontSize = computeAll(style, winners, run, isRoot ? null : parent.rootFontSize);
  const inlineLevel = style.display.startsWith('inline');
  const itemises = adjustStyle(style, parent, isRoot);
  return { style, variables, rootFontSize, fonts, itemises, inlineLevel, warnings };
}

/** Normal declarations in cascade order, then important ones; the browser's own sheet has none. */
function inOrder(blocks: readonly Block[]): readonly Declaration[] {
  return [
    ...blocks.flatMap((block) => block.normal),
    ...blocks.flatMap((block) => block.important),
  ];
}

function customOf(declarations: readonly Declaration[]): ReadonlyMap<string, string> {
  const custom = new Map<string, string>();
  for (const declaration of declarations)
    if (declaration.kind === 'custom') custom.set(declaration.name, declaration.text);
  return custom;
}

/** What is shared while the style of one element is computed. */
interface Run {
  readonly parent: Style;
  readonly variables: Variables;
  readonly fonts: FontBook | null;
  readonly warnings: Failure[];
  /** Values read after var() was replaced, by declared property and text. */
  readonly substituted: Map<string, ReturnType<typeof readText>>;
}

/** The last declaration of each longhand; `direction` first, because flow-relative names depend on it. */
function winnersOf(declarations: readonly Declaration[], run: Run): Winners {
  const last = declarations.findLast(
    (entry) => entry.kind === 'longhand' && entry.key === 'direction',
  );
  const direction = last?.kind === 'longhand' ? directionOf(last, run) : run.parent.direction;
  const winners: Winners = new Map();
  for (const declaration of declarations)
    if (declaration.kind === 'longhand')
      winners.set(direction === 'rtl' ? declaration.rtlKey : declaration.key, declaration);
  return winners;
}

function directionOf(declaration: LonghandDeclaration, run: Run): unknown {
  const sizes = { fontSize: 16, rootFontSize: 16 };
  const context = { parent: run.parent, ...sizes, color: run.parent.color, face: () => null };
  const longhand = LONGHAND_BY_KEY.get('direction');
  return longhand && valueOf(declaration, longhand, run)(context);
}

const FIRST: readonly PropertyKey[] = [
  'fontFamily',
  'fontWeight',
  'fontStyle',
  'fontSize',
  'color',
];

function primaryFace(fonts: FontBook | null, style: Style): Face | null {
  const { fontFamily, fontWeight, fontStyle, language } = style;
  return fonts?.stack(fontFamily, fontWeight, fontStyle, language).primary ?? null;
}

/** Font and colour first: the others may be written in terms of them. Gives the root font size. */
function computeAll(
  style: MutableStyle,
  winners: Winners,
  run: Run,
  rootSize: number | null,
): number {
  const ofParent = { parent: run.parent, fontSize: run.parent.fontSize, color: run.parent.color };
  const before: Context = {
    ...ofParent,
    rootFontSize: rootSize ?? INITIAL_STYLE.fontSize,
    face: () => primaryFace(run.fonts, run.parent),
  };
  for (const key of FIRST) computeOne(style, key, winners, { run, context: before });
  const rootFontSize = rootSize ?? style.fontSize;
  const { fontSize, color } = style;
  const face = (): Face | null => primaryFace(run.fonts, style);
  const context: Context = { parent: run.parent, fontSize, color, rootFontSize, face };
  for (const key of winners.keys())
    if (!FIRST.includes(key)) computeOne(style, key, winners, { run, context });
  for (const key of CURRENT_COLOR) if (!winners.has(key)) set(style, key, color);
  return rootFontSize;
}

/** Properties that are `currentcolor` initially. */
const CURRENT_COLOR = [
  'borderTopColor',
  'borderRightColor',
  'borderBottomColor',
  'borderLeftColor',
  'textDecorationColor',
] as const;

function computeOne(
  style: MutableStyle,
  key: PropertyKey,
  winners: Winners,
  { run, context }: { readonly run: Run; readonly context: Context },
): void {
  const declaration = winners.get(key);
  const longhand = LONGHAND_BY_KEY.get(key);
  if (declaration && longhand) set(style, key, valueOf(declaration, longhand, run)(context));
}

/** The registry's grammar for the key made this value, so it has the key's type. */
function set(style: MutableStyle, key: PropertyKey, value: unknown): void {
  (style as Record<PropertyKey, unknown>)[key] = value;
}

function valueOf(declaration: LonghandDeclaration, longhand: Longhand, run: Run): Compute<unknown> {
  const { value } = declaration;
  if (value.kind === 'value') return value.compute;
  if (value.kind === 'pending') return pendingValue(value, declaration, longhand, run);
  return wideValue(value.keyword, longhand, run);
}

function wideValue(keyword: string, longhand: Longhand, run: Run): Compute<unknown> {
  const inherits = keyword === 'inherit' || (keyword === 'unset' && longhand.inherited);
  return inherits ? (): unknown => run.parent[longhand.key] : longhand.initialValue;
}

type Pending = Extract<Specified, { kind: 'pending' }>;

/** A value that var() made invalid counts as `unset` (CSS Variables 1, section 3.1). */
function pendingValue(
  pending: Pending,
  declaration: LonghandDeclaration,
  longhand: Longhand,
  run: Run,
): Compute<unknown> {
  const reading = readPending(pending, declaration, run);
  if (typeof reading === 'string') return wideValue(reading, longhand, run);
  return reading?.get(declaration.key) ?? wideValue('unset', longhand, run);
}

function readPending(
  pending: Pending,
  declaration: LonghandDeclaration,
  run: Run,
): ReturnType<typeof readText> {
  const key = `${pending.property}:${pending.text}`;
  const known = run.substituted.get(key);
  if (known !== undefined) return known;
  const text = substitute(pending.text, run.variables);
  const reading = text === null ? null : readText(pending.property, text);
  if (reading === null)
    run.warnings.push(invalidValue(pending.property, text ?? pending.text, declaration.source));
  run.substituted.set(key, reading);
  return reading;
}
