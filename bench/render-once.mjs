/** One document from a fresh process. Usage: node render-once.mjs <peer> <input file> <PDF file> */
import { readFileSync, writeFileSync } from 'node:fs';

const [peer, input, output] = process.argv.slice(2);
const { open } = await import(`./peers/${peer}.mjs`);
const { render, close } = await open();
writeFileSync(output, await render(readFileSync(input, 'utf8')));
await close?.();
