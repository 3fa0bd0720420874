import type { CssNode } from 'css-tree';
import { all, always, identifier, splitAt, type Compute, type Grammar } from '../grammar.ts';
import { angle, lengthPercentage, number } from '../numeric-grammar.ts';
import type { Transform } from '../style.ts';

const offset = lengthPercentage();
const factor = number();
const turn = angle();
const NONE = always({ px: 0, percent: 0 });

type Step = Compute<Transform> | null;
type Arguments = readonly (readonly CssNode[])[];

const FUNCTIONS: ReadonlyMap<string, (parts: Arguments) => Step> = new Map([
  [
    'translate',
    ([x, y, more]: Arguments): Step => (more ? null : translate(read(x), y ? read(y) : NONE)),
  ],
  ['translatex', ([x, more]: Arguments): Step => (more ? null : translate(read(x), NONE))],
  ['translatey', ([y, more]: Arguments): Step => (more ? null : translate(NONE, read(y)))],
  [
    'scale',
    ([x, y, more]: Arguments): Step => (more ? null : scale(factorOf(x), factorOf(y ?? x))),
  ],
  ['scalex', ([x, more]: Arguments): Step => (more ? null : scale(factorOf(x), always(1)))],
  ['scaley', ([y, more]: Arguments): Step => (more ? null : scale(always(1), factorOf(y)))],
  ['rotate', ([by, more]: Arguments): Step => (more || !by ? null : rotate(turn.read(by)))],
]);

type MaybeLength = ReturnType<typeof offset.read>;

const read = (nodes: readonly CssNode[] | undefined): MaybeLength =>
  nodes ? offset.read(nodes) : null;

const factorOf = (nodes: readonly CssNode[] | undefined): Compute<number> | null =>
  nodes ? factor.read(nodes) : null;

const translate = (x: MaybeLength, y: MaybeLength): Step =>
  x && y && ((context) => ({ kind: 'translate', x: x(context), y: y(context) }));

const scale = (x: Compute<number> | null, y: Compute<number> | null): Step =>
  x && y && ((context) => ({ kind: 'scale', x: x(context), y: y(context) }));

const rotate = (by: Compute<number> | null): Step =>
  by && ((context) => ({ kind: 'rotate', angle: by(context) }));

function readStep(node: CssNode): Step {
  if (node.type !== 'Function') return null;
  const parts = node.children.toArray().filter((child) => child.type !== 'WhiteSpace');
  return FUNCTIONS.get(node.name.toLowerCase())?.(splitAt(parts, ',')) ?? null;
}

/** Steps of `transform`: translate, scale and rotate in two dimensions (CSS Transforms 1, section 8). */
export const transformList: Grammar<readonly Transform[]> = {
  syntax:
    'none | [ translate() | translateX() | translateY() | scale() | scaleX() | scaleY() | rotate() ]+',
  read: (nodes) => {
    if (nodes.length === 1 && identifier(nodes[0]) === 'none') return always([]);
    return nodes.length === 0 ? null : all(nodes.map(readStep));
  },
};
