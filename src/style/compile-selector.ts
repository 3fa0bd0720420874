import type { CssNode, Nth, PseudoClassSelector, Selector as SelectorNode } from 'css-tree';
import generate from 'css-tree/generator';
import type { AttributeTest, Compound, Left, NthTest, Selector, Test } from './selector.ts';

/** A selector that is not in the subset: the part that is not. */
export interface Refusal {
  readonly refused: string;
}

/** A compound while it is read, with its specificity. */
interface Draft {
  type: string | null;
  id: string | null;
  readonly classes: string[];
  readonly tests: Test[];
  /** `::before` or `::after`, which ends a selector. */
  pseudo: string | null;
  specificity: number;
}

const ID = 1 << 20;
const CLASS = 1 << 10;
const TYPE = 1;

const COMBINATORS: Readonly<Record<string, Left['combinator']>> = {
  ' ': 'descendant',
  '>': 'child',
  '+': 'next',
  '~': 'later',
};

/** Compile one complex selector. */
export function compileSelector(node: SelectorNode): Selector | Refusal {
  let left: Left | null = null;
  let specificity = 0;
  let draft = emptyDraft();
  for (const part of node.children.toArray()) {
    if (draft.pseudo !== null) return { refused: generate(node) };
    if (part.type === 'Combinator') {
      const combinator = COMBINATORS[part.name];
      if (!combinator) return { refused: part.name };
      specificity += draft.specificity;
      left = { combinator, selector: { compound: finish(draft), left, specificity } };
      draft = emptyDraft();
    } else {
      const refusal = addPart(draft, part);
      if (refusal) return refusal;
    }
  }
  const element = { compound: finish(draft), left, specificity: specificity + draft.specificity };
  return draft.pseudo === null ? element : generatedIn(element, draft.pseudo);
}

/** `p::before` is read as `p > ::before`: an element of that name, which no markup has. */
function generatedIn(selector: Selector, type: string): Selector {
  return {
    compound: { type, id: null, classes: [], tests: [] },
    left: { combinator: 'child', selector },
    specificity: selector.specificity + TYPE,
  };
}

const emptyDraft = (): Draft => ({
  type: null,
  id: null,
  classes: [],
  tests: [],
  pseudo: null,
  specificity: 0,
});

const finish = ({ type, id, classes, tests }: Draft): Compound => ({ type, id, classes, tests });

function addPart(draft: Draft, part: CssNode): Refusal | null {
  switch (part.type) {
    case 'TypeSelector':
      return addType(draft, part.name);
    case 'ClassSelector':
      draft.classes.push(part.name);
      draft.specificity += CLASS;
      return null;
    case 'IdSelector':
      return addId(draft, part.name);
    case 'AttributeSelector':
      return addTest(draft, attributeTest(part), CLASS);
    case 'PseudoClassSelector':
      return addPseudo(draft, part);
    case 'PseudoElementSelector':
      return addPseudoElement(draft, part.name);
    default:
      return { refused: generate(part) };
  }
}

function addType(draft: Draft, name: string): null {
  if (name === '*') return null;
  draft.type = name.toLowerCase();
  draft.specificity += TYPE;
  return null;
}

/** A second, different id becomes an attribute test; its specificity stays that of an id. */
function addId(draft: Draft, id: string): null {
  if (draft.id === null) draft.id = id;
  else
    draft.tests.push({
      kind: 'attribute',
      name: 'id',
      operator: '=',
      value: id,
      ignoreCase: false,
    });
  draft.specificity += ID;
  return null;
}

function addTest(draft: Draft, test: Test, specificity: number): null {
  draft.tests.push(test);
  draft.specificity += specificity;
  return null;
}

function attributeTest(part: Extract<CssNode, { type: 'AttributeSelector' }>): AttributeTest {
  const value =
    part.value === null ? '' : part.value.type === 'String' ? part.value.value : part.value.name;
  const operator = (part.matcher ?? '') as AttributeTest['operator'];
  const ignoreCase = part.flags?.toLowerCase() === 'i';
  return { kind: 'attribute', name: part.name.name.toLowerCase(), operator, value, ignoreCase };
}

const position = (change: Partial<NthTest>): NthTest => ({
  kind: 'nth',
  a: 0,
  b: 1,
  fromEnd: false,
  ofType: false,
  ...change,
});

const FIRST = position({});
const LAST = position({ fromEnd: true });
const FIRST_OF_TYPE = position({ ofType: true });
const LAST_OF_TYPE = position({ fromEnd: true, ofType: true });

/** Pseudo-classes without arguments. */
const SIMPLE: ReadonlyMap<string, readonly Test[]> = new Map<string, readonly Test[]>([
  ['root', [{ kind: 'root' }]],
  ['empty', [{ kind: 'empty' }]],
  ['first-child', [FIRST]],
  ['last-child', [LAST]],
  ['only-child', [FIRST, LAST]],
  ['first-of-type', [FIRST_OF_TYPE]],
  ['last-of-type', [LAST_OF_TYPE]],
  ['only-of-type', [FIRST_OF_TYPE, LAST_OF_TYPE]],
]);

const NTH: ReadonlyMap<string, Partial<NthTest>> = new Map([
  ['nth-child', {}],
  ['nth-last-child', { fromEnd: true }],
  ['nth-of-type', { ofType: true }],
  ['nth-last-of-type', { fromEnd: true, ofType: true }],
]);

function addPseudo(draft: Draft, part: PseudoClassSelector): Refusal | null {
  const name = part.name.toLowerCase();
  if (GENERATED.has(name) && !part.children) return addPseudoElement(draft, name);
  const simple = part.children ? null : SIMPLE.get(name);
  if (simple) {
    draft.tests.push(...simple);
    draft.specificity += CLASS;
    return null;
  }
  const nth = NTH.get(name);
  const [argument] = part.children?.toArray() ?? [];
  if (nth && argument?.type === 'Nth') return addNth(draft, argument, nth);
  if (name === 'lang') return addLanguage(draft, part);
  if (name === 'not' || name === 'is' || name === 'where') return addAny(draft, part, argument);
  return { refused: generate(part) };
}

/** Names and strings; a `*` in a range is refused. */
function addLanguage(draft: Draft, part: PseudoClassSelector): Refusal | null {
  const inside = (part.children?.toArray() ?? []).map((child) => generate(child)).join('');
  const ranges = inside.split(',').map((range) => range.trim().replace(/^(["'])(.*)\1$/, '$2'));
  if (!ranges.every((range) => /^[a-z0-9-]+$/i.test(range))) return { refused: generate(part) };
  const lower = ranges.map((range) => range.toLowerCase());
  return addTest(draft, { kind: 'language', ranges: lower }, CLASS);
}

const GENERATED: ReadonlySet<string> = new Set(['before', 'after']);

function addPseudoElement(draft: Draft, name: string): Refusal | null {
  if (!GENERATED.has(name.toLowerCase())) return { refused: `::${name}` };
  draft.pseudo = `::${name.toLowerCase()}`;
  return null;
}

function addNth(draft: Draft, node: Nth, kind: Partial<NthTest>): Refusal | null {
  if (node.selector) return { refused: generate(node) };
  const formula = node.nth;
  if (formula.type === 'Identifier') {
    const b = formula.name.toLowerCase() === 'odd' ? 1 : 0;
    return addTest(draft, position({ ...kind, a: 2, b }), CLASS);
  }
  const a = formula.a === null ? 0 : Number(formula.a);
  return addTest(draft, position({ ...kind, a, b: Number(formula.b ?? 0) }), CLASS);
}

/** The specificity is that of the strongest selector inside; of `:where()` none. */
function addAny(
  draft: Draft,
  part: PseudoClassSelector,
  argument: CssNode | undefined,
): Refusal | null {
  if (argument?.type !== 'SelectorList') return { refused: generate(part) };
  const selectors: Selector[] = [];
  for (const child of argument.children.toArray()) {
    const selector =
      child.type === 'Selector' ? compileSelector(child) : { refused: generate(child) };
    if ('refused' in selector) return selector;
    selectors.push(selector);
  }
  const name = part.name.toLowerCase();
  const strongest = Math.max(0, ...selectors.map((selector) => selector.specificity));
  return addTest(
    draft,
    { kind: 'any', selectors, negated: name === 'not' },
    name === 'where' ? 0 : strongest,
  );
}
