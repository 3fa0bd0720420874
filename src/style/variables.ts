/** The custom properties of an element, var() replaced; a name that is not there is invalid or unset. */
export type Variables = ReadonlyMap<string, string>;

/** Most characters that var() may bring into the values of one element: what grows beyond is invalid. */
const EXPANSION_LIMIT = 65_536;

/** Longest chain of custom properties that name each other. */
const CHAIN_LIMIT = 100;

/** Names to values on demand, with what is left of the limits. */
interface Lookup {
  find(name: string): string | null;
  left: number;
}

/** Resolve the custom properties that an element declares, over those that it inherits (CSS Variables 1, section 2). */
export function resolveVariables(
  declared: ReadonlyMap<string, string>,
  inherited: Variables,
): Variables {
  if (declared.size === 0) return inherited;
  const resolved = new Map(inherited);
  for (const name of declared.keys()) resolved.delete(name);
  const state = {
    declared,
    inherited,
    resolved,
    open: new Set<string>(),
    invalid: new Set<string>(),
  };
  const lookup: Lookup = { left: EXPANSION_LIMIT, find: (name) => resolveOne(state, lookup, name) };
  for (const name of declared.keys()) lookup.find(name);
  return resolved;
}

interface Resolution {
  readonly declared: ReadonlyMap<string, string>;
  readonly inherited: Variables;
  readonly resolved: Map<string, string>;
  readonly open: Set<string>;
  readonly invalid: Set<string>;
}

function resolveOne(state: Resolution, lookup: Lookup, name: string): string | null {
  const known = state.resolved.get(name);
  const text = state.declared.get(name);
  if (known !== undefined || text === undefined || state.invalid.has(name)) return known ?? null;
  if (state.open.has(name)) markCycle(state, name);
  if (state.open.has(name) || state.open.size >= CHAIN_LIMIT) return null;
  state.open.add(name);
  const value = wide(text, state.inherited.get(name)) ?? replaceVariables(text, lookup);
  state.open.delete(name);
  if (value === null || text === 'initial' || state.invalid.has(name)) state.invalid.add(name);
  else state.resolved.set(name, value);
  return state.resolved.get(name) ?? null;
}

/** All properties of a cycle are invalid: as if they had not been declared anywhere (CSS Variables 1, section 2.3). */
function markCycle(state: Resolution, name: string): void {
  const open = [...state.open];
  for (const member of open.slice(open.indexOf(name))) state.invalid.add(member);
}

const wide = (text: string, inherited: string | undefined): string | null =>
  text === 'inherit' || text === 'unset' ? (inherited ?? null) : null;

/** Replace every var() of a value; null where one of them has neither a value nor a fallback. */
export function substitute(text: string, variables: Variables): string | null {
  return replaceVariables(text, {
    find: (name) => variables.get(name) ?? null,
    left: EXPANSION_LIMIT,
  });
}

function replaceVariables(text: string, lookup: Lookup): string | null {
  const pieces: string[] = [];
  let from = 0;
  for (;;) {
    const start = findVar(text, from);
    if (start === -1) break;
    const end = closing(text, start + 4);
    const value = replaceOne(text.slice(start + 4, end), lookup);
    if (value === null) return null;
    lookup.left -= value.length;
    if (lookup.left < 0) return null;
    pieces.push(text.slice(from, start), ' ', value, ' ');
    from = end + 1;
  }
  return pieces.length === 0 ? text : [...pieces, text.slice(from)].join('').trim();
}

function replaceOne(inside: string, lookup: Lookup): string | null {
  const comma = inside.indexOf(',');
  const name = (comma === -1 ? inside : inside.slice(0, comma)).trim();
  const value = lookup.find(name);
  if (value !== null || comma === -1) return value;
  return replaceVariables(inside.slice(comma + 1).trim(), lookup);
}

/** The next `var(` that is neither in a string nor the end of a longer name; -1 where there is none. */
function findVar(text: string, from: number): number {
  for (let index = from; index < text.length; index++) {
    const sign = text.charAt(index);
    if (sign === '"' || sign === "'") index = stringEnd(text, index);
    else if (sign === '\\') index += 1;
    else if (isVar(text, index)) return index;
  }
  return -1;
}

function isVar(text: string, index: number): boolean {
  const sign = text.charCodeAt(index) | 0x20;
  if (sign !== 0x76 || text.slice(index, index + 4).toLowerCase() !== 'var(') return false;
  return index === 0 || !/[\w-]/.test(text.charAt(index - 1));
}

/** The index of the parenthesis that closes, or the end of the text. */
function closing(text: string, from: number): number {
  let depth = 1;
  for (let index = from; index < text.length; index++) {
    const sign = text.charAt(index);
    if (sign === '"' || sign === "'") index = stringEnd(text, index);
    else if (sign === '\\') index += 1;
    else if (sign === '(') depth += 1;
    else if (sign === ')' && --depth === 0) return index;
  }
  return text.length;
}

function stringEnd(text: string, start: number): number {
  const quote = text.charAt(start);
  for (let index = start + 1; index < text.length; index++) {
    if (text.charAt(index) === '\\') index += 1;
    else if (text.charAt(index) === quote) return index;
  }
  return text.length;
}
