import { parseMarkup } from '../../src/markup/parse-markup.ts';
import type { Failure } from '../../src/failure.ts';
import { childrenOf, type ElementTree } from '../../src/markup/element.ts';
import { createCascade, type Cascade } from '../../src/style/cascade.ts';
import type { StyledNode } from '../../src/style/style-cache.ts';
import { styleElement } from '../../src/style/style-element.ts';
import type { Style } from '../../src/style/style.ts';
import { rootPosition, siblingsOf, type TreePosition } from '../../src/style/tree-position.ts';
import type { Resource, World } from '../../src/world.ts';

/** A world with these files and every font but "Nowhere". */
export function worldOf(files: Readonly<Record<string, string | Uint8Array>> = {}): World {
  const kept = new Map<string, unknown>();
  const resource = (name: string): Resource | null => {
    const content = Object.hasOwn(files, name) ? files[name] : undefined;
    if (content === undefined) return null;
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    return { name, bytes };
  };
  return {
    fonts: { has: (family: string) => family !== 'Nowhere' } as World['fonts'],
    resource,
    everyResource: (name) => [resource(name)].filter((found) => found !== null),
    isTooLarge: () => false,
    syntaxTree: () => null,
    styleTree: () => null,
    localeFacts: () => null,
    memo: <T>(key: string, make: () => T): T => {
      if (!kept.has(key)) kept.set(key, make());
      return kept.get(key) as T;
    },
  };
}

/** Parse a page that has to be well-formed. */
export function elementsOf(html: string): ElementTree {
  const outcome = parseMarkup({ kind: 'markup', html, file: 'page.html' });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.failures));
  return outcome.value;
}

/** A page with every style computed. */
export interface StyledPage {
  readonly cascade: Cascade;
  readonly warnings: readonly Failure[];
  readonly byId: ReadonlyMap<string, StyledNode>;
}

/** Compute the styles of all elements; found again by their ids. */
export function stylePage(html: string, world: World = worldOf()): StyledPage {
  const tree = elementsOf(html);
  const outcome = createCascade(tree, world);
  if (!outcome.ok) throw new Error('the cascade failed');
  const byId = new Map<string, StyledNode>();
  const warnings = [...outcome.warnings];
  const visit = (position: TreePosition, parent: StyledNode | null): void => {
    const node = styleElement(outcome.value, position, parent);
    warnings.push(...node.warnings);
    const { id } = position.element.attributes;
    if (id !== undefined) byId.set(id, node);
    const siblings = siblingsOf(childrenOf(position.element));
    siblings.elements.forEach((element, index) =>
      visit({ element, parent: position, siblings, index }, node),
    );
  };
  visit(rootPosition(tree.root), null);
  return { cascade: outcome.value, warnings, byId };
}

/** The style of the element with `id="x"`. */
export function styleOf(html: string): Style {
  const node = stylePage(html).byId.get('x');
  if (!node) throw new Error('no element has id="x"');
  return node.style;
}

/** The style of a `div` with these declarations. */
export function declared(css: string): Style {
  return styleOf(`<style>#x { ${css} }</style><div id="x"></div>`);
}

/** The warnings about a style sheet. */
export function warningsOf(css: string): readonly Failure[] {
  return stylePage(`<style>${css}</style><div id="x"></div>`).warnings;
}
