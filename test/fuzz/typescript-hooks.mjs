// Lets Node 20 run the sources as they are: each is loaded as the JavaScript that compile-sources.ts made of it.
import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

let folder;

export function initialize(compiled) {
  folder = compiled;
}

export async function load(url, context, next) {
  if (!url.endsWith('.ts')) return next(url, context);
  const file = relative(process.cwd(), fileURLToPath(url));
  const source = await readFile(join(folder, file), 'utf8');
  return { format: 'module', source, shortCircuit: true };
}
