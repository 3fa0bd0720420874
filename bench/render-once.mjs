/**
 * One document from a fresh process, and the CPU milliseconds that it took on standard output. Usage:
 * node render-once.mjs <peer> <input file> <PDF file>
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { treeTime } from './process-tree.mjs';

const [peer, input, output] = process.argv.slice(2);
const { open } = await import(`./peers/${peer}.mjs`);
const { render, close } = await open();
writeFileSync(output, await render(readFileSync(input, 'utf8')));
process.stdout.write(`${treeTime()}\n`);
await close?.();
