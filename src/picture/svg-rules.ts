import type { Element } from '../markup/element.ts';
import { substitute, type Variables } from '../style/variables.ts';

/** Properties by name, as text. */
export type Declarations = Readonly<Record<string, string>>;

/** Style rules of an SVG file: for `.name`, `#name` and element names what they declare. */
export interface SvgRules {
  readonly bySelector: ReadonlyMap<string, Declarations>;
  /** What var() stands for. */
  readonly variables: Variables;
  /** Selectors that are more than one name. */
  readonly unsupported: readonly string[];
}

const COMMENT = /\/\*[^*]*(?:\*(?!\/)[^*]*)*\*\//g;
const NAME = /^[.#]?[A-Za-z_][\w-]*$/;

/** Read the text of `style` elements; drawing programs write one class for each look. */
export function readRules(css: string, variables: Variables): SvgRules {
  const bySelector = new Map<string, Declarations>();
  const unsupported: string[] = [];
  for (const rule of css.replace(COMMENT, '').split('}')) {
    const [selectors = '', body] = rule.split('{');
    if (body === undefined) continue;
    const declarations = readDeclarations(body);
    for (const selector of selectors.split(',').map((text) => text.trim())) {
      if (!NAME.test(selector)) unsupported.push(selector);
      else bySelector.set(selector, { ...bySelector.get(selector), ...declarations });
    }
  }
  return { bySelector, variables, unsupported };
}

/** Read `name: value; …`; what is not of that form is passed over. */
export function readDeclarations(text: string): Declarations {
  const declarations: Record<string, string> = {};
  for (const declaration of text.split(';')) {
    const colon = declaration.indexOf(':');
    if (colon < 0) continue;
    const value = declaration.slice(colon + 1).replace(/!\s*important\s*$/i, '');
    declarations[declaration.slice(0, colon).trim().toLowerCase()] = value.trim();
  }
  return declarations;
}

/** What holds for an element: its attributes, then rules by element name, class and id, then its `style`; var() replaced. */
export function declarationsOf(element: Element, rules: SvgRules): Declarations {
  return withVariables(written(element, rules), rules.variables);
}

function written(element: Element, rules: SvgRules): Declarations {
  const { attributes } = element;
  const style = attributes['style'];
  if (rules.bySelector.size === 0 && style === undefined) return attributes;
  const classes = attributes['class']?.split(/\s+/) ?? [];
  const selectors = [
    element.name,
    ...classes.map((name) => `.${name}`),
    `#${attributes['id'] ?? ''}`,
  ];
  const matched = selectors.map((selector) => rules.bySelector.get(selector));
  return Object.assign({}, attributes, ...matched, readDeclarations(style ?? '')) as Declarations;
}

/** A declaration whose var() has no value is as if it were not there. */
function withVariables(declarations: Declarations, variables: Variables): Declarations {
  const names = Object.keys(declarations).filter((name) => declarations[name]?.includes('var('));
  if (names.length === 0) return declarations;
  const replaced: Record<string, string> = { ...declarations };
  for (const name of names) {
    const value = substitute(replaced[name] ?? '', variables);
    if (value === null) Reflect.deleteProperty(replaced, name);
    else replaced[name] = value.trim();
  }
  return replaced;
}
