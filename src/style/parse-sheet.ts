import type { Atrule, CssNode, Rule, StyleSheet } from 'css-tree';
import generate from 'css-tree/generator';
import parse from 'css-tree/parser';
import { failure, type Failure } from '../failure.ts';
import { place, type Source } from '../markup/element.ts';
import type { StyleTree } from '../world.ts';
import { compileSelector } from './compile-selector.ts';
import type { Block } from './declaration.ts';
import { readFontFace } from './read-font-face.ts';
import { readMedia } from './read-media.ts';
import { readSupports } from './read-supports.ts';
import { readPage } from './read-page.ts';
import { readBlock } from './read-block.ts';
import { warn, type SheetDraft } from './sheet-draft.ts';
import type { Selector } from './selector.ts';
import type { Sheet } from './sheet.ts';

/** CSS with the position of its first character. */
export interface SheetText {
  readonly css: string;
  readonly source: Source;
}

const SIZE_LIMIT = 2_000_000;
const NESTING_LIMIT = 64;
const RULE_LIMIT = 20_000;

/** Parse a style sheet; whatever is not understood is left out with a warning. `tree` is what it parses to, where that is known. */
export function parseSheet({ css, source }: SheetText, tree: StyleTree | null = null): Sheet {
  const draft: SheetDraft = {
    file: source.file,
    rules: [],
    pages: [],
    fontFaces: [],
    warnings: [],
  };
  const problem = tree === null ? unreadable(css) : null;
  if (problem)
    draft.warnings.push(
      failure('style', place(source), problem, { hint: 'the style sheet is left out' }),
    );
  else readSheet(draft, tree ?? parseText({ css, source }, 'stylesheet', draft.warnings));
  return draft;
}

/** Parse the value of a `style` attribute. */
export function parseStyleAttribute(text: SheetText, warnings: Failure[]): Block {
  const problem = unreadable(text.css);
  if (problem) warnings.push(failure('style', place(text.source), problem));
  if (problem) return { normal: [], important: [] };
  const ast = parseText(text, 'declarationList', warnings);
  return readBlock(ast, text.source.file, warnings);
}

/** What keeps a text from being parsed at all: its size, or brackets within brackets without end. */
function unreadable(css: string): string | null {
  if (css.length > SIZE_LIMIT) return `the style sheet is longer than ${SIZE_LIMIT} characters`;
  let depth = 0;
  for (let index = 0; index < css.length; index++) {
    const sign = css.charCodeAt(index);
    if (sign === 0x7b || sign === 0x28 || sign === 0x5b) depth += 1;
    else if ((sign === 0x7d || sign === 0x29 || sign === 0x5d) && depth > 0) depth -= 1;
    if (depth > NESTING_LIMIT) return `brackets are nested more than ${NESTING_LIMIT} levels deep`;
  }
  return null;
}

function parseText({ css, source }: SheetText, context: string, warnings: Failure[]): CssNode {
  const { file, line, column } = source;
  return parse(css, {
    context,
    positions: true,
    line,
    column,
    onParseError: (error) => {
      const { line, column, offset } = error as unknown as ParseError;
      if (isInSupports(css, offset)) return;
      const message = `the style sheet cannot be read here: ${error.message}`;
      warnings.push(failure('style', place({ file, line, column }), message));
    },
  });
}

interface ParseError {
  readonly line: number;
  readonly column: number;
  readonly offset: number;
}

/** The parser knows no brackets within brackets in the condition of `@supports`, which is read here. */
function isInSupports(css: string, offset: number): boolean {
  return /@supports\b[^{};]*$/i.test(css.slice(Math.max(0, offset - 1000), offset));
}

function readSheet(draft: SheetDraft, ast: CssNode): void {
  if (ast.type === 'StyleSheet') readNodes(draft, ast);
}

function readNodes(
  draft: SheetDraft,
  parent: StyleSheet | Extract<CssNode, { type: 'Block' }>,
): void {
  for (const node of parent.children.toArray()) {
    if (node.type === 'Rule') readRule(draft, node);
    else if (node.type === 'Atrule') readAtRule(draft, node);
    else if (node.type === 'Declaration' || node.type === 'Raw') misplaced(draft, node);
  }
}

function misplaced(draft: SheetDraft, node: CssNode): void {
  const text = generate(node).trim();
  if (text === '' || node.type === 'Raw') return;
  warn(draft, node, `"${text.slice(0, 60)}" stands outside of a rule`);
}

type AtRuleReader = (draft: SheetDraft, node: Atrule) => void;

const AT_RULES: ReadonlyMap<string, AtRuleReader> = new Map<string, AtRuleReader>([
  ['media', readMediaRule],
  ['supports', readSupportsRule],
  ['page', (draft, node): void => addIf(draft.pages, readPage(draft, node))],
  ['font-face', (draft, node): void => addIf(draft.fontFaces, readFontFace(draft, node))],
  ['charset', (): void => undefined],
  [
    'import',
    (draft, node): void =>
      warn(draft, node, '@import is not supported', 'use <link rel="stylesheet">'),
  ],
]);

function addIf<T>(list: T[], value: T | null): void {
  if (value !== null) list.push(value);
}

function readAtRule(draft: SheetDraft, node: Atrule): void {
  const reader = AT_RULES.get(node.name.toLowerCase());
  if (reader) reader(draft, node);
  else warn(draft, node, `@${node.name} is not supported`, 'the rule is left out');
}

function readMediaRule(draft: SheetDraft, node: Atrule): void {
  const media = readMedia(node.prelude);
  if (media.refused !== null)
    warn(
      draft,
      node,
      `the media query ${media.refused} is not supported`,
      'use print, screen or all',
    );
  if (media.applies && node.block) readNodes(draft, node.block);
}

function readSupportsRule(draft: SheetDraft, node: Atrule): void {
  const holds = readSupports(node.prelude);
  if (holds === null) warn(draft, node, 'the condition of @supports cannot be read');
  if (holds === true && node.block) readNodes(draft, node.block);
}

function readRule(draft: SheetDraft, node: Rule): void {
  if (draft.rules.length >= RULE_LIMIT) {
    if (draft.rules.length === RULE_LIMIT)
      warn(draft, node, `there are more than ${RULE_LIMIT} rules`);
    return;
  }
  const block = readBlock(node.block, draft.file, draft.warnings);
  const selectors = readSelectors(draft, node.prelude);
  if (selectors.length > 0) draft.rules.push({ selectors, block });
}

/** A list with one bad selector is bad as a whole (Selectors 4, section 4.1); one that is no list was reported when parsed. */
function readSelectors(draft: SheetDraft, prelude: Rule['prelude']): readonly Selector[] {
  if (prelude.type !== 'SelectorList') return [];
  const selectors: Selector[] = [];
  for (const child of prelude.children.toArray()) {
    const selector =
      child.type === 'Selector' ? compileSelector(child) : { refused: generate(child) };
    if (!('refused' in selector)) selectors.push(selector);
    else return refuseSelector(draft, child, selector.refused);
  }
  return selectors;
}

function refuseSelector(draft: SheetDraft, node: CssNode, refused: string): readonly Selector[] {
  warn(
    draft,
    node,
    `the selector ${refused.slice(0, 60)} is not supported`,
    'the rule is left out',
  );
  return [];
}
