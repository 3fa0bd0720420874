import { failure, type Failure } from '../failure.ts';
import type { FontBook } from '../font/font-book.ts';
import { place, type Element, type SourceOffset } from '../markup/element.ts';
import type { Cascade } from '../style/cascade.ts';
import { anonymousStyle } from '../style/inherit-style.ts';
import { derivedStyle, type StyledNode } from '../style/style-cache.ts';
import type { Display, Style } from '../style/style.ts';
import type { TreePosition } from '../style/tree-position.ts';
import type { World } from '../world.ts';
import type { ListCounter } from './list-marker.ts';
import type { Marker } from './box.ts';
import type { CounterScope } from './counters.ts';
import type { RowPlan, RowPlans } from './row-plan.ts';
import type { Tag } from './tag.ts';

/** What is shared while one document's boxes are built. */
export interface Build {
  readonly world: World;
  readonly cascade: Cascade;
  readonly warnings: Failure[];
  readonly failures: Failure[];
  /** Styles whose values var() made invalid; each is reported once. */
  readonly doubtful: Set<StyledNode>;
  /** Orders of the tags of elements with an id, for `headers`. */
  readonly orders: Map<string, number>;
  /** Font families asked for, by their names joined, with the first element that does. */
  readonly families: Map<string, AskedFamilies>;
  /** Lists of families already in there. */
  readonly knownFamilies: Set<readonly string[]>;
  /** The list that was asked for last: that of the next element too, as a rule. */
  latestFamilies: readonly string[] | null;
  readonly rowPlans: RowPlans;
  /** Plans whose families were asked for. */
  readonly askedPlans: Set<RowPlan>;
  /** The fonts of the world with those that the page brings along: what pictures set text with. */
  readonly fonts: () => FontBook;
  /** What generated content has come to so far: characters, and quotations that are open. */
  readonly generated: { characters: number; quotes: number };
  /** Whether a box has been taken out of the flow. */
  hasOutOfFlow: boolean;
  nextOrder(): number;
}

/** A list of families where it is first asked for. */
export interface AskedFamilies {
  readonly families: readonly string[];
  readonly source: SourceOffset;
}

/** Remember which families are asked for. */
export function askFor(build: Build, families: readonly string[], source: SourceOffset): void {
  if (families === build.latestFamilies) return;
  build.latestFamilies = families;
  if (build.knownFamilies.has(families)) return;
  build.knownFamilies.add(families);
  const key = families.map((family) => family.toLowerCase()).join('\0');
  if (!build.families.has(key)) build.families.set(key, { families, source });
}

/** An element whose boxes are being built. */
export interface Frame {
  readonly element: Element;
  readonly position: TreePosition;
  readonly node: StyledNode;
  readonly style: Style;
  /** Tag of the element's content. */
  readonly tag: Tag;
  /** Counts the items of the nearest list. */
  readonly list: ListCounter;
  /** Of a list item: the marker of its block box. */
  readonly marker: Marker | null;
  readonly depth: number;
  /** Counters that its children see. */
  readonly counters: CounterScope;
}

/** Most levels of elements within elements that boxes are built for. */
export const DEPTH_LIMIT = 500;

const WARNING_LIMIT = 1000;

/** Start a build; orders of tags count from 1, the document itself is 0. */
export function createBuild(world: World, cascade: Cascade, fonts: () => FontBook): Build {
  let order = 0;
  return {
    world,
    cascade,
    warnings: [],
    failures: [],
    doubtful: new Set(),
    orders: new Map(),
    families: new Map(),
    knownFamilies: new Set(),
    latestFamilies: null,
    rowPlans: world.memo('box:row-plans', (): RowPlans => new WeakMap()),
    askedPlans: new Set(),
    generated: { characters: 0, quotes: 0 },
    fonts,
    hasOutOfFlow: false,
    nextOrder: () => {
      order += 1;
      return order;
    },
  };
}

/** Add a warning about an element. */
export function warn(
  build: Build,
  source: SourceOffset,
  message: string,
  hint: string | null,
): void {
  if (build.warnings.length < WARNING_LIMIT)
    build.warnings.push(failure('box', placeOf(build, source), message, { hint }));
}

/** What a message calls the place of an element. */
export function placeOf({ cascade }: Build, source: SourceOffset): string {
  return place(cascade.lines.at(source));
}

/** The style of an anonymous box within a box of this style; equal arguments give one object. */
export function anonymous(build: Build, parent: Style, display: Display): Style {
  const known = build.cascade.cache.derived.get(parent)?.get(display);
  return known ?? makeAnonymous(build, parent, display);
}

/** By itself, because a function that holds another one costs memory each time, and the style is mostly there. */
function makeAnonymous(build: Build, parent: Style, display: Display): Style {
  return derived(build, parent, display, () => anonymousStyle(parent, { display }));
}

/** A style made from another, once for each purpose. */
export function derived(build: Build, parent: Style, purpose: string, make: () => Style): Style {
  return derivedStyle(build.cascade.cache, parent, purpose, make);
}
