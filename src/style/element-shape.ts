import type { Element, LineTable } from '../markup/element.ts';
import type { Failure } from '../failure.ts';
import { copiedText } from '../copied-text.ts';
import type { Block } from './declaration.ts';
import { presentationalHints, STYLED_ATTRIBUTES } from './hints.ts';
import { parseStyleAttribute } from './parse-sheet.ts';
import { candidates, type IndexedRule, type RuleIndex } from './rule-index.ts';

/**
 * Everything about an element's style that its name, class, id and style attribute decide. Elements of one shape differ
 * only in which of the conditional rules they match.
 */
export interface ElementShape {
  /** Rules whose last compound fits, in cascade order. */
  readonly rules: readonly IndexedRule[];
  /** Those among them that ask for more than this shape: ancestors, siblings, position, attributes. */
  readonly conditional: readonly IndexedRule[];
  readonly hints: Block | null;
  readonly inline: Block | null;
  readonly language: string | null;
  readonly warnings: readonly Failure[];
}

/** What two elements of one name have to have in common to be of one shape; their class, where that is all. */
export function shapeKey({ attributes }: Element, rules: RuleIndex): string {
  let key = '';
  for (const name in attributes) {
    const value = attributes[name] ?? '';
    if (name === 'class' && key === '') key = value;
    else if (STYLED_ATTRIBUTES.has(name) || (rules.usesIds && name === 'id'))
      key += `\u0000${name}=${value}`;
    else if (rules.attributes.has(name)) key += `\u0000${name}`;
  }
  return key;
}

/** Look up the rules for elements of this shape. */
export function elementShape(element: Element, index: RuleIndex, lines: LineTable): ElementShape {
  const rules = candidates(index, element);
  const { lang: language } = element.attributes;
  const warnings: Failure[] = [];
  const hints = copiedText(presentationalHints(element));
  const style = copiedText(element.attributes['style'] ?? '');
  return {
    rules,
    conditional: rules.filter(isConditional),
    hints:
      hints === ''
        ? null
        : parseStyleAttribute({ css: hints, source: lines.at(element.source) }, []),
    inline:
      style === ''
        ? null
        : parseStyleAttribute({ css: style, source: lines.at(element.source) }, warnings),
    language: language === undefined ? null : copiedText(language),
    warnings,
  };
}

const isConditional = ({ selector }: IndexedRule): boolean =>
  selector.left !== null || selector.compound.tests.length > 0;

/** The blocks that count for an element, in cascade order; `holds` tells of each conditional rule whether it matches. */
export function matchedBlocks(
  shape: ElementShape,
  holds: (rule: IndexedRule) => boolean,
): readonly Block[] {
  const ruling = shape.rules.filter(({ origin }) => origin !== 'question');
  const matched = ruling.filter((rule) => !isConditional(rule) || holds(rule));
  const blocksOf = (origin: IndexedRule['origin']): readonly Block[] =>
    matched.flatMap((rule) => (rule.origin === origin ? [rule.block] : []));
  const browser = blocksOf('browser');
  const author = blocksOf('author');
  const hints = shape.hints ? [shape.hints] : [];
  return [...browser, ...hints, ...author, ...(shape.inline ? [shape.inline] : [])];
}
