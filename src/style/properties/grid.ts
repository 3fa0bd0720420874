import type { CssNode } from 'css-tree';
import {
  all,
  always,
  either,
  identifier,
  keywords,
  one,
  splitAt,
  type Compute,
  type Grammar,
} from '../grammar.ts';
import { integer, lengthPercentage } from '../numeric-grammar.ts';
import { reset, type PropertyGroup } from '../property.ts';
import type { GridLine, Track, TrackSize } from '../style.ts';

const fraction: Grammar<TrackSize> = one('<flex [0,∞]>', (node) => {
  if (node.type !== 'Dimension' || node.unit.toLowerCase() !== 'fr') return null;
  const fr = Number(node.value);
  return fr >= 0 ? always({ fr }) : null;
});

const length = lengthPercentage('positive');
const trackSize: Grammar<TrackSize> = either(
  either(keywords('auto', 'min-content', 'max-content'), length),
  fraction,
);

const TRACKS_LIMIT = 1000;

function readTrack(node: CssNode): Compute<Track> | null {
  if (node.type === 'Function') {
    const parts = splitAt(node.children.toArray(), ',');
    const name = node.name.toLowerCase();
    if (name === 'minmax') return readMinmax(parts);
    if (name === 'fit-content') return readFitContent(parts);
  }
  const size = trackSize.read([node]);
  return size && ((context): Track => ({ kind: 'size', size: size(context) }));
}

function readMinmax([low, high, more]: readonly (readonly CssNode[])[]): Compute<Track> | null {
  if (!low || !high || more || fraction.read(low)) return null;
  const min = trackSize.read(low);
  const max = trackSize.read(high);
  return (
    min && max && ((context): Track => ({ kind: 'minmax', min: min(context), max: max(context) }))
  );
}

function readFitContent([only, more]: readonly (readonly CssNode[])[]): Compute<Track> | null {
  const limit = only && !more ? length.read(only) : null;
  return limit && ((context): Track => ({ kind: 'fit-content', limit: limit(context) }));
}

/** repeat(n, tracks) written out; any other node is one track. */
function expand(node: CssNode): readonly (Compute<Track> | null)[] {
  if (node.type !== 'Function' || node.name.toLowerCase() !== 'repeat') return [readTrack(node)];
  const [[count, extra] = [], tracks, more] = splitAt(node.children.toArray(), ',');
  const times = count?.type === 'Number' ? Number(count.value) : 0;
  if (extra || more || !tracks || !Number.isInteger(times) || times < 1) return [null];
  if (times * tracks.length > TRACKS_LIMIT) return [null];
  const once = tracks.map(readTrack);
  return Array.from({ length: times }, () => once).flat();
}

const tracks: Grammar<readonly Track[]> = {
  syntax: '[ <track-size> | minmax() | fit-content() | repeat( <integer [1,∞]>, … ) ]+',
  read: (nodes) => (nodes.length === 0 ? null : all(nodes.flatMap(expand))),
};

const template: Grammar<readonly Track[]> = {
  syntax: `none | ${tracks.syntax}`,
  read: (nodes) =>
    nodes.length === 1 && identifier(nodes[0]) === 'none' ? always([]) : tracks.read(nodes),
};

/** Strings of cell names, all of one width (CSS Grid 1, section 7.3). */
const areas: Grammar<readonly (readonly string[])[]> = {
  syntax: 'none | <string>+',
  read: (nodes) => {
    if (nodes.length === 1 && identifier(nodes[0]) === 'none') return always([]);
    const rows = nodes.map((node) => (node.type === 'String' ? cellNames(node.value) : []));
    const width = rows[0]?.length ?? 0;
    return width > 0 && rows.every((row) => row.length === width) ? always(rows) : null;
  },
};

const cellNames = (text: string): readonly string[] =>
  text
    .trim()
    .split(/\s+/)
    .filter((name) => name !== '')
    .map((name) => (/^\.+$/.test(name) ? '.' : name));

const whole = integer(-Infinity);

/** auto, a line number, `span n`, or the name of an area (CSS Grid 1, section 8.3). */
const line: Grammar<GridLine> = {
  syntax: 'auto | <integer> | span <integer [1,∞]> | <area-name>',
  read: (nodes) => {
    const words = nodes.map(identifier);
    if (words.includes('span'))
      return readSpan(nodes.filter((_, index) => words[index] !== 'span'));
    const [node, more] = nodes;
    if (!node || more) return null;
    if (words[0] === 'auto') return always('auto');
    if (node.type === 'Identifier') return always({ kind: 'area', name: node.name });
    const number = node.type === 'Number' && Number(node.value) === 0 ? null : whole.read(nodes);
    return number && ((context): GridLine => ({ kind: 'line', line: number(context) }));
  },
};

function readSpan(rest: readonly CssNode[]): Compute<GridLine> | null {
  const count = integer(1).read(rest);
  return (
    count &&
    ((context): GridLine => ({ kind: 'span', span: Math.min(TRACKS_LIMIT, count(context)) }))
  );
}

/** Words in either order; `dense` alone is `row dense`. */
const flow: Grammar<'row' | 'column' | 'row dense' | 'column dense'> = {
  syntax: '[ row | column ] || dense',
  read: (nodes) => {
    const words = nodes.map(identifier);
    const known = words.every((word) => word === 'row' || word === 'column' || word === 'dense');
    if (!known || words.length === 0 || new Set(words).size !== words.length) return null;
    if (words.includes('row') && words.includes('column')) return null;
    const axis = words.includes('column') ? 'column' : 'row';
    return always(words.includes('dense') ? (`${axis} dense` as const) : axis);
  },
};

const CONTAINER = 'grid containers';
const ITEM = 'grid items';

/** Grids (CSS Grid 1). */
export const GRID_PROPERTIES: PropertyGroup<
  | `gridTemplate${'Columns' | 'Rows' | 'Areas'}`
  | `gridAuto${'Columns' | 'Rows' | 'Flow'}`
  | `grid${'Row' | 'Column'}${'Start' | 'End'}`
> = {
  gridTemplateColumns: reset('none', template, CONTAINER),
  gridTemplateRows: reset('none', template, CONTAINER),
  gridTemplateAreas: reset('none', areas, CONTAINER),
  gridAutoColumns: reset('auto', tracks, CONTAINER),
  gridAutoRows: reset('auto', tracks, CONTAINER),
  gridAutoFlow: reset('row', flow, CONTAINER),
  gridRowStart: reset('auto', line, ITEM),
  gridRowEnd: reset('auto', line, ITEM),
  gridColumnStart: reset('auto', line, ITEM),
  gridColumnEnd: reset('auto', line, ITEM),
};
