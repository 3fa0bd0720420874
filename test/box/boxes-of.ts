import type { BoxTree } from '../../src/box/box.ts';
import { buildBoxes } from '../../src/box/build-boxes.ts';
import type { Failure } from '../../src/failure.ts';
import type { World } from '../../src/world.ts';
import { elementsOf, worldOf } from '../style/style-of.ts';
import { printTree } from './print-tree.ts';

/** Build the boxes of a page that has to be sound. */
export function treeOf(html: string, world: World = worldOf()): BoxTree {
  const outcome = buildBoxes(elementsOf(html), world);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.failures));
  return outcome.value;
}

/** The content of `body` as indented lines. */
export function boxesOf(html: string, world: World = worldOf()): string {
  const lines = printTree(treeOf(html, world)).split('\n').slice(1);
  return lines.map((line) => line.slice(2)).join('\n');
}

/** What was said about a page. */
export function warningsOf(html: string, world: World = worldOf()): readonly string[] {
  const outcome = buildBoxes(elementsOf(html), world);
  return outcome.warnings.map(({ place, message }: Failure) => `${place} ${message}`);
}

/** Lines without the indentation of the source. */
export function lines(text: string): string {
  const rows = text.split('\n').slice(1, -1);
  const indent = Math.min(...rows.map((row) => row.search(/\S/)));
  return rows.map((row) => row.slice(indent)).join('\n');
}
