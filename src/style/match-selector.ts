import { childrenOf, type Element } from '../markup/element.ts';
import type { AttributeTest, Compound, Left, NthTest, Selector, Test } from './selector.ts';
import { typePositions, type TreePosition } from './tree-position.ts';

/**
 * The answer of a selector, and how far a failure reaches: another ancestor or sibling may still match after `here`,
 * none of the siblings after `siblings`, nothing at all after `nowhere`. It keeps matching linear in depth.
 */
type Verdict = 'match' | 'here' | 'siblings' | 'nowhere';

/** Whether an element matches a complex selector. */
export function matchesSelector(selector: Selector, position: TreePosition): boolean {
  return verdict(selector, position) === 'match';
}

/** Whether what stands left of the last compound, and that compound's tests, hold; name, id and classes are known to. */
export function matchesRest(selector: Selector, position: TreePosition): boolean {
  const { compound, left } = selector;
  if (!passesAll(compound.tests, position)) return false;
  return left === null || leftMatches(left, position);
}

/** What is asked of ancestors alone has one answer for all siblings: long tables ask it once for each row. */
function leftMatches(left: Left, position: TreePosition): boolean {
  if (left.combinator !== 'descendant' && left.combinator !== 'child')
    return leftVerdict(left, position) === 'match';
  const answers = (position.siblings.above ??= new Map());
  const known = answers.get(left);
  if (known !== undefined) return known;
  const answer = leftVerdict(left, position) === 'match';
  answers.set(left, answer);
  return answer;
}

/** Whether name, id and classes of an element fit. */
export function fitsShape(
  compound: Compound,
  element: Element,
  classes: ReadonlySet<string>,
): boolean {
  if (compound.type !== null && compound.type !== element.name) return false;
  if (compound.id !== null && compound.id !== element.attributes['id']) return false;
  return compound.classes.every((name) => classes.has(name));
}

/** The classes of an element. */
export function classesOf(element: Element): ReadonlySet<string> {
  const text = element.attributes['class'];
  return text === undefined ? NO_CLASSES : new Set(text.split(/[\t\n\f\r ]+/));
}

const NO_CLASSES: ReadonlySet<string> = new Set();

function attribute(element: Element, name: string): string | null {
  return Object.hasOwn(element.attributes, name) ? (element.attributes[name] ?? null) : null;
}

function verdict(selector: Selector, position: TreePosition): Verdict {
  const { compound, left } = selector;
  if (!fits(compound, position.element) || !passesAll(compound.tests, position)) return 'here';
  return left === null ? 'match' : leftVerdict(left, position);
}

function fits(compound: Compound, element: Element): boolean {
  if (compound.type !== null && compound.type !== element.name) return false;
  if (compound.id !== null && compound.id !== element.attributes['id']) return false;
  if (compound.classes.length === 0) return true;
  return hasClasses(compound.classes, element.attributes['class']);
}

function hasClasses(wanted: readonly string[], text: string | undefined): boolean {
  if (text === undefined) return false;
  for (const name of wanted) if (!hasWord(text, name)) return false;
  return true;
}

/** Looks for a word without cutting the text up: this is asked more often than anything else. */
function hasWord(text: string, word: string): boolean {
  if (text === word) return true;
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1))
    if (isSpace(text, at - 1) && isSpace(text, at + word.length)) return true;
  return false;
}

/** White space of HTML, or either end of the text. */
function isSpace(text: string, at: number): boolean {
  if (at < 0 || at >= text.length) return true;
  const code = text.charCodeAt(at);
  return code === 0x20 || (code >= 0x09 && code <= 0x0d && code !== 0x0b);
}

function leftVerdict(left: Left, position: TreePosition): Verdict {
  switch (left.combinator) {
    case 'descendant':
      return ancestorVerdict(left.selector, position);
    case 'child':
      return parentVerdict(left.selector, position);
    case 'next':
      return siblingVerdict(left.selector, position);
    case 'later':
      return earlierVerdict(left.selector, position);
  }
}

function ancestorVerdict(selector: Selector, position: TreePosition): Verdict {
  for (let above = position.parent; above; above = above.parent) {
    const answer = verdict(selector, above);
    if (answer === 'match' || answer === 'nowhere') return answer;
  }
  return 'nowhere';
}

function parentVerdict(selector: Selector, position: TreePosition): Verdict {
  if (!position.parent) return 'nowhere';
  const answer = verdict(selector, position.parent);
  return answer === 'match' || answer === 'nowhere' ? answer : 'siblings';
}

function sibling(position: TreePosition, index: number): TreePosition | null {
  const element = position.siblings.elements[index];
  return element ? { element, parent: position.parent, siblings: position.siblings, index } : null;
}

function siblingVerdict(selector: Selector, position: TreePosition): Verdict {
  const before = sibling(position, position.index - 1);
  return before ? verdict(selector, before) : 'siblings';
}

/** The first sibling that matches is found once for all siblings after it. */
function earlierVerdict(selector: Selector, position: TreePosition): Verdict {
  const tried = (position.siblings.tried ??= new Map());
  const state = tried.get(selector) ?? { until: 0, first: -1 };
  tried.set(selector, state);
  while (state.first === -1 && state.until < position.index) {
    const before = sibling(position, state.until);
    if (before && verdict(selector, before) === 'match') state.first = state.until;
    state.until += 1;
  }
  return state.first !== -1 && state.first < position.index ? 'match' : 'siblings';
}

function passesAll(tests: readonly Test[], position: TreePosition): boolean {
  for (const test of tests) if (!passes(test, position)) return false;
  return true;
}

function passes(test: Test, position: TreePosition): boolean {
  switch (test.kind) {
    case 'attribute':
      return passesAttribute(test, position.element);
    case 'nth':
      return passesNth(test, position);
    case 'root':
      return position.parent === null;
    case 'empty':
      return childrenOf(position.element).every((node) => node.kind === 'text' && node.text === '');
    case 'language':
      return passesLanguage(test.ranges, position);
    case 'any':
      return (
        test.selectors.some((selector) => matchesSelector(selector, position)) !== test.negated
      );
  }
}

/** The language is that of the nearest `lang` attribute; a range names it, or its beginning up to a hyphen (Selectors 4, section 8.2). */
function passesLanguage(ranges: readonly string[], position: TreePosition): boolean {
  let at: TreePosition | null = position;
  while (at !== null && attribute(at.element, 'lang') === null) at = at.parent;
  const language = (at === null ? '' : (attribute(at.element, 'lang') ?? '')).toLowerCase();
  return ranges.some((range) => language === range || language.startsWith(`${range}-`));
}

function passesAttribute(test: AttributeTest, element: Element): boolean {
  const found = attribute(element, test.name);
  if (found === null || test.operator === '') return found !== null;
  const text = test.ignoreCase ? found.toLowerCase() : found;
  const value = test.ignoreCase ? test.value.toLowerCase() : test.value;
  return compare(text, test.operator, value);
}

/** Selectors 4, section 6: an empty value matches no part of a text. */
function compare(text: string, operator: AttributeTest['operator'], value: string): boolean {
  switch (operator) {
    case '':
      return true;
    case '=':
      return text === value;
    case '~=':
      return value !== '' && text.split(/[\t\n\f\r ]+/).includes(value);
    case '|=':
      return text === value || text.startsWith(`${value}-`);
    case '^=':
      return value !== '' && text.startsWith(value);
    case '$=':
      return value !== '' && text.endsWith(value);
    case '*=':
      return value !== '' && text.includes(value);
  }
}

/** Whether a·n + b hits the place for some n from 0 on; places count from 1. */
function passesNth(test: NthTest, position: TreePosition): boolean {
  const place = test.ofType ? placeOfType(test, position) : placeOfAll(test, position);
  const rest = place - test.b;
  return test.a === 0 ? rest === 0 : rest / test.a >= 0 && rest % test.a === 0;
}

function placeOfAll(test: NthTest, { siblings, index }: TreePosition): number {
  return test.fromEnd ? siblings.elements.length - index : index + 1;
}

function placeOfType(test: NthTest, { element, siblings, index }: TreePosition): number {
  const { place, counts } = typePositions(siblings);
  const before = place[index] ?? 0;
  return test.fromEnd ? (counts.get(element.name) ?? 0) - before : before + 1;
}
