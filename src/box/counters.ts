import type { CounterChange } from '../style/content-piece.ts';
import { counterText } from './list-marker.ts';

/** The counters that the children of one element see: those made among them, and those around (CSS Lists 3, section 4.4). */
export interface CounterScope {
  readonly around: CounterScope | null;
  own: Map<string, { value: number }> | null;
}

/** Scopes within each other that a counter is looked for in. */
const DEEPEST = 500;

/** A scope for the children of an element. */
export function innerScope(around: CounterScope | null): CounterScope {
  return { around, own: null };
}

/** Make and count the counters that an element asks for; they hold for its later siblings too. */
export function applyCounters(
  scope: CounterScope,
  reset: readonly CounterChange[],
  increment: readonly CounterChange[],
): void {
  for (const { name, value } of reset) makeCounter(scope, name).value = value;
  for (const { name, value } of increment) {
    const counter = valuesOf(scope, name, 1)[0] ?? makeCounter(scope, name);
    counter.value += value;
  }
}

function makeCounter(scope: CounterScope, name: string): { value: number } {
  const counter = { value: 0 };
  scope.own ??= new Map();
  scope.own.set(name, counter);
  return counter;
}

/** Counters of a name, innermost first. */
function valuesOf(scope: CounterScope, name: string, most: number): readonly { value: number }[] {
  const found: { value: number }[] = [];
  let at: CounterScope | null = scope;
  for (let depth = 0; at !== null && depth < DEEPEST && found.length < most; depth++) {
    const counter = at.own?.get(name);
    if (counter !== undefined) found.push(counter);
    at = at.around;
  }
  return found;
}

/** What `counter()` prints, or, with a string between, `counters()`. */
export function counterWords(
  scope: CounterScope,
  { name, style, between }: { name: string; style: string; between: string | null },
): string {
  const found = valuesOf(scope, name, between === null ? 1 : DEEPEST);
  const values = found.length === 0 ? [0] : found.map(({ value }) => value).reverse();
  return values
    .map((value) => (style === 'none' ? '' : counterText(style, value)))
    .join(between ?? '');
}
