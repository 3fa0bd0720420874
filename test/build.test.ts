import { existsSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { describe, expect, test } from 'vitest';

const built = existsSync('dist/index.js');

/** What a built file loads when it is loaded itself: files of dist, and packages. */
function loadedBy(entry: string): { readonly files: string[]; readonly packages: string[] } {
  const files = new Set([entry]);
  const packages = new Set<string>();
  for (const file of files) {
    for (const name of importsOf(readFileSync(`dist/${file}`, 'utf8'))) {
      if (name.startsWith('./')) files.add(name.slice(2));
      else if (!isBuiltin(name)) packages.add(name);
    }
  }
  return { files: [...files], packages: [...packages].sort() };
}

function importsOf(text: string): string[] {
  const found = text.matchAll(/^(?:import|export|\})\s?(?:[^;"]*? from )?"([^"]+)";$/gm);
  return [...found].map(([, name = '']) => name);
}

describe.skipIf(!built)(`what the build loads${built ? '' : ' (skipped: npm run build)'}`, () => {
  test('a rendering loads few files, and of the packages those alone that bring machine code', () => {
    const { files, packages } = loadedBy('index.js');
    expect(packages).toEqual(['harfbuzzjs', 'taffy-layout']);
    expect(files.length).toBeLessThanOrEqual(20);
  });

  test('the command alone, as for its help, loads no package and next to nothing of Platen', () => {
    const { files, packages } = loadedBy('main.js');
    expect(packages).toEqual([]);
    expect(files.length).toBeLessThanOrEqual(3);
    expect(files.map((file) => readFileSync(`dist/${file}`, 'utf8')).join('')).not.toMatch(
      /^\/\/ (?:src\/press\.ts|node_modules\/(?:zod|pdfkit)\/)/m,
    );
  });

  test('what pdfkit would set text and pictures with is not in it', () => {
    const { files } = loadedBy('index.js');
    const text = files.map((file) => readFileSync(`dist/${file}`, 'utf8')).join('');
    expect(text).toMatch(/^\/\/ node_modules\/pdfkit\//m);
    expect(text).not.toMatch(/^\/\/ node_modules\/(?:fontkit|png-js|@noble\/ciphers)\//m);
    expect(text).toMatch(/^\/\/ never-called:fontkit$/m);
  });

  test('the licence of each package that lies in it is beside it', () => {
    const licences = readFileSync('dist/LICENCES.txt', 'utf8');
    for (const name of ['pdfkit', 'zod', 'entities']) {
      expect(licences).toMatch(new RegExp(`^${name} \\d+\\.`, 'm'));
    }
  });
});
