import type { Element } from '../markup/element.ts';
import type { Block } from './declaration.ts';
import { classesOf, fitsShape } from './match-selector.ts';
import { STYLED_ATTRIBUTES } from './hints.ts';
import type { Compound, Left, Selector, Test } from './selector.ts';
import type { Sheet } from './sheet.ts';

/** One selector with its block. */
export interface IndexedRule {
  readonly selector: Selector;
  readonly block: Block;
  /**
   * The browser's own rules come before the author's whatever their specificity. A question has an empty block: it is what
   * other rules ask of the elements around theirs, asked once of each such element instead of for all that is in it.
   */
  readonly origin: 'browser' | 'author' | 'question';
  /** Place in the cascade: later rules win over earlier ones. */
  readonly rank: number;
}

/** Rules by what their last compound asks for, so that an element meets few that do not fit. */
export interface RuleIndex {
  readonly ids: ReadonlyMap<string, readonly IndexedRule[]>;
  readonly classes: ReadonlyMap<string, readonly IndexedRule[]>;
  readonly types: ReadonlyMap<string, readonly IndexedRule[]>;
  readonly others: readonly IndexedRule[];
  /** Whether a selector asks for an id, of the element itself or of those around it. */
  readonly usesIds: boolean;
  /** Attributes that a selector asks for, whatever their value, of the element itself or of those around it. */
  readonly attributes: ReadonlySet<string>;
  /** Whether the author has rules for `::before` or `::after`. */
  readonly generates: boolean;
}

/** Put the rules of all sheets in cascade order (CSS Cascade 5, section 6.1) and index them. */
export function indexRules(browser: Sheet, author: readonly Sheet[]): RuleIndex {
  const styling = [...sorted([browser], 'browser'), ...sorted(author, 'author')];
  const rules = [...styling, ...questions(styling.map(({ selector }) => selector))];
  const ids = new Map<string, IndexedRule[]>();
  const classes = new Map<string, IndexedRule[]>();
  const types = new Map<string, IndexedRule[]>();
  const others: IndexedRule[] = [];
  rules.forEach((rule, rank) => {
    const { id, type, classes: names } = rule.selector.compound;
    const [name] = names;
    const ranked = { ...rule, rank };
    if (id !== null) addTo(ids, id, ranked);
    else if (name !== undefined) addTo(classes, name, ranked);
    else if (type !== null) addTo(types, type, ranked);
    else others.push(ranked);
  });
  return {
    ids,
    classes,
    types,
    others,
    usesIds: rules.flatMap(({ selector }) => compoundsOf(selector)).some(({ id }) => id !== null),
    attributes: testedAttributes(rules.map(({ selector }) => selector)),
    generates: rules.some(
      ({ selector, origin }) => origin === 'author' && isGenerated(selector.compound.type),
    ),
  };
}

const NO_DECLARATIONS: Block = { normal: [], important: [] };

/** Longer selectors are asked of every element: each of their parts would be a question. */
const MOST_PARTS = 8;

/** What selectors ask of the elements around theirs that names, classes, ids and styled attributes do not answer. */
function questions(selectors: readonly Selector[]): readonly Unranked[] {
  const found = new Map<string, Selector>();
  for (const selector of selectors)
    if (partsOf(selector) <= MOST_PARTS)
      for (let { left } = selector; left !== null; left = left.selector.left)
        if (isUpwards(left) && !isSettled(left.selector))
          found.set(JSON.stringify(left.selector), left.selector);
  return [...found.values()].map((selector) => ({
    selector,
    block: NO_DECLARATIONS,
    origin: 'question',
  }));
}

/** The compounds from one end of a selector to the other, as far as it matters how many there are. */
function partsOf(selector: Selector): number {
  let parts = 1;
  for (let { left } = selector; left !== null && parts <= MOST_PARTS; left = left.selector.left)
    parts += 1;
  return parts;
}

/** Whether a combinator leads to an element around. */
function isUpwards({ combinator }: Left): boolean {
  return combinator === 'descendant' || combinator === 'child';
}

/** Whether a rule has one answer for all elements of one shape within the same elements, once these have answered the questions. */
export function isSettled(selector: Selector): boolean {
  const { compound, left } = selector;
  if (!compound.tests.every(isInShape)) return false;
  return left === null || (isUpwards(left) && partsOf(selector) <= MOST_PARTS);
}

/** Whether two elements of one shape within the same elements answer a test alike. */
function isInShape(test: Test): boolean {
  if (test.kind === 'root') return true;
  if (test.kind === 'any')
    return test.selectors.every((each) => each.left === null && isSettled(each));
  if (test.kind !== 'attribute') return false;
  return test.operator === '' || STYLED_ATTRIBUTES.has(test.name);
}

/** Attributes of which it matters whether they are there; values may all be different, and are asked for each element. */
function testedAttributes(selectors: readonly Selector[]): ReadonlySet<string> {
  const tests = selectors.flatMap(compoundsOf).flatMap((compound) => compound.tests);
  const present = tests.filter((test) => test.kind === 'attribute' && test.operator === '');
  return new Set(present.flatMap((test) => (test.kind === 'attribute' ? [test.name] : [])));
}

/** All compounds of a selector, those within `:is()` and `:not()` too. */
function compoundsOf(selector: Selector): readonly Compound[] {
  const found: Compound[] = [];
  for (let part: Selector | undefined = selector; part; part = part.left?.selector) {
    found.push(part.compound);
    for (const test of part.compound.tests)
      if (test.kind === 'any')
        for (const inner of test.selectors) found.push(...compoundsOf(inner));
  }
  return found;
}

const isGenerated = (name: string | null): boolean => name?.startsWith('::') ?? false;

type Unranked = Omit<IndexedRule, 'rank'>;

function sorted(sheets: readonly Sheet[], origin: IndexedRule['origin']): readonly Unranked[] {
  return sheets
    .flatMap((sheet) => sheet.rules)
    .flatMap((rule) => rule.selectors.map((selector) => ({ selector, block: rule.block, origin })))
    .sort((a, b) => a.selector.specificity - b.selector.specificity);
}

function addTo(map: Map<string, IndexedRule[]>, key: string, rule: IndexedRule): void {
  const list = map.get(key);
  if (list) list.push(rule);
  else map.set(key, [rule]);
}

/** The rules whose last compound fits an element's name, id and classes, in cascade order. */
export function candidates(index: RuleIndex, element: Element): readonly IndexedRule[] {
  if (isGenerated(element.name)) return index.types.get(element.name) ?? [];
  const classes = classesOf(element);
  const found = [...index.others, ...(index.types.get(element.name) ?? [])];
  for (const name of classes) found.push(...(index.classes.get(name) ?? []));
  const id = element.attributes['id'];
  if (id !== undefined) found.push(...(index.ids.get(id) ?? []));
  return found
    .filter((rule) => fitsShape(rule.selector.compound, element, classes))
    .sort((a, b) => a.rank - b.rank);
}
