import { readFileSync } from 'node:fs';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { fontFolders } from '../fonts.mjs';

const source = readFileSync(new URL('invoice.typ', import.meta.url), 'utf8');

/** So many documents ago, and what Typst remembers of them is forgotten. */
const MEMORY = 10;

/** The same for long bills: it remembers gigabytes of one of fifty thousand rows. */
const SHORT_MEMORY = 1;

/** Characters of a bill of seven thousand rows. */
const LONG = 1_000_000;

/** Typst in this process: one compiler for all documents, tagged as it does by default. */
export async function open() {
  const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: fontFolders }] });
  return {
    render(text) {
      const pdf = compiler.pdf({ mainFileContent: source, inputs: { bill: text } });
      compiler.evictCache(text.length < LONG ? MEMORY : SHORT_MEMORY);
      return pdf;
    },
  };
}
