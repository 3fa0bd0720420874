import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import generate from 'css-tree/generator';
import parse from 'css-tree/parser';
import fc from 'fast-check';
import Handlebars from 'handlebars';
import { describe, expect, test } from 'vitest';
import { learnPatterns } from '../src/money/number-formats.ts';
import { openLocaleFacts } from '../src/node-locales.ts';
import { parseSheet } from '../src/style/parse-sheet.ts';
import { UA_SHEET } from '../src/style/ua-sheet.ts';
import { openSyntaxTrees } from '../src/syntax-trees.ts';
import { nameCountries } from '../src/view/country-names.ts';
import { dayFormat } from '../src/view/day-format.ts';

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

/** The text of a built file, with that of the script that it may be the module around. */
function textOf(file: string): string {
  const script = `dist/${file.replace(/\.js$/, '.script')}`;
  return (
    readFileSync(`dist/${file}`, 'utf8') + (existsSync(script) ? readFileSync(script, 'utf8') : '')
  );
}

function importsOf(text: string): string[] {
  const found = text.matchAll(/^(?:import|export|\})\s?(?:[^;"]*? from )?"([^"]+)";$/gm);
  return [...found].map(([, name = '']) => name);
}

describe.skipIf(!built)(`what the build loads${built ? '' : ' (skipped: npm run build)'}`, () => {
  test('a rendering loads few files, and no package', () => {
    const { files, packages } = loadedBy('index.js');
    expect(packages).toEqual([]);
    expect(files.length).toBeLessThanOrEqual(5);
  });

  test('the command asked for its help loads one small file', () => {
    const text = readFileSync('dist/main.cjs', 'utf8');
    const asked = [...text.matchAll(/(?:require|import)\("([^"]+)"\)/g)].map(([, name]) => name);
    expect(asked).toEqual(['node:fs', 'node:path', './program.js']);
    expect(text.length).toBeLessThan(2000);
  });

  test('the command before its work loads no package and next to nothing of Platen', () => {
    const { files, packages } = loadedBy('program.js');
    expect(packages).toEqual([]);
    expect(files.length).toBeLessThanOrEqual(3);
    expect(files.map(textOf).join('')).not.toMatch(
      /^\/\/ (?:src\/press\.ts|node_modules\/(?:zod|pdfkit)\/)/m,
    );
  });

  test('what packages bring for other work is not in it', () => {
    const { files } = loadedBy('index.js');
    const text = files.map(textOf).join('');
    expect(text).toMatch(/^\/\/ node_modules\/pdfkit\//m);
    expect(text).not.toMatch(/^\/\/ node_modules\/(?:fontkit|png-js|@noble\/ciphers)\//m);
    expect(text).toMatch(/^\/\/ never-called:fontkit$/m);
    expect(text).toMatch(
      /^\/\/ node_modules\/handlebars\/dist\/cjs\/handlebars\/compiler\/parser/m,
    );
    expect(text).not.toMatch(
      /^\/\/ node_modules\/(?:handlebars\/.*\/javascript-compiler|source-map)/m,
    );
  });

  test('what was compiled when it was built is taken, where the version of Node is the same', async () => {
    const script = `
      import '${pathToFileURL('dist/index.js').href}';
      import { opened } from '${pathToFileURL('dist/open-script.js').href}';
      console.log(JSON.stringify(opened.map(({ script }) => script.cachedDataRejected)));
    `;
    const args = ['--input-type=module', '--eval', script];
    const { stdout } = await promisify(execFile)(process.execPath, args);
    const refused = JSON.parse(stdout) as (boolean | null)[];
    expect(refused.length).toBeGreaterThan(0);
    const sameVersion = readdirSync('dist').some((file) =>
      file.includes(`.script.${process.version}-`),
    );
    if (sameVersion) expect(refused).toEqual(refused.map(() => false));
  });

  test('the templates lie in it as Handlebars parses them', () => {
    const { syntaxTree: find } = openSyntaxTrees(pathToFileURL('dist/templates.parsed'));
    const names = readdirSync('templates', { recursive: true, encoding: 'utf8' });
    const files = names.filter((name) => name.endsWith('.hbs'));
    expect(files.length).toBeGreaterThan(20);
    for (const file of files) {
      const bytes = readFileSync(`templates/${file}`);
      expect(find(bytes), file).toEqual(Handlebars.parse(bytes.toString()));
    }
  });

  test('the style sheets lie in it as they are parsed', () => {
    const { styleTree: find } = openSyntaxTrees(pathToFileURL('dist/templates.parsed'));
    const names = readdirSync('templates', { recursive: true, encoding: 'utf8' });
    const files = names.filter((name) => name.endsWith('.css'));
    expect(files.length).toBeGreaterThan(3);
    const texts = files.map((file) => readFileSync(`templates/${file}`, 'utf8'));
    for (const css of [UA_SHEET, ...texts]) {
      const text = { css, source: { file: 'style.css', line: 1, column: 1 } };
      const tree = find(css);
      if (tree === null) throw new Error(`not found: npm run build\n${css}`);
      expect(generate(tree)).toBe(generate(parse(css)));
      expect(JSON.stringify(parseSheet(text, tree))).toBe(JSON.stringify(parseSheet(text)));
    }
  });

  test('what lies in it of locales is what Intl says', () => {
    const find = openLocaleFacts(pathToFileURL('dist/locales/'));
    const locales = readdirSync('dist/locales').map((file) => file.replace('.json', ''));
    expect(locales.length).toBeGreaterThan(40);
    for (const locale of locales) {
      const facts = find(locale);
      if (facts === null) throw new Error(`${locale} was learnt by another Node: npm run build`);
      const { likely, numbers, countries } = facts;
      const { language, script, region } = new Intl.Locale(locale).maximize();
      expect(likely, locale).toEqual({ language, script, region });
      expect(numbers, locale).toEqual(learnPatterns(locale, Object.keys(numbers.currencies)));
      const name = nameCountries(locale, null);
      expect(countries).toEqual(
        Object.fromEntries(Object.keys(countries).map((code) => [code, name(code)])),
      );
    }
  });

  test('days in the words that lie in it are as Intl writes them', () => {
    const find = openLocaleFacts(pathToFileURL('dist/locales/'));
    const dates = fc.date({ min: new Date(-8e13), max: new Date(8e14), noInvalidDate: true });
    for (const locale of ['en-GB', 'en-US', 'de-DE', 'fr-FR', 'pl-PL', 'he-IL', 'zh-CN']) {
      const days = find(locale)?.days ?? null;
      if (days === null) throw new Error(`no days were learnt of ${locale}: npm run build`);
      const options = { dateStyle: 'long', timeZone: 'UTC', calendar: 'gregory' } as const;
      const intl = new Intl.DateTimeFormat(locale, options);
      const known = dayFormat(days, () => intl);
      const periods = fc.tuple(dates, fc.integer({ min: 0, max: 400 }));
      fc.assert(
        fc.property(periods, ([first, length]) => {
          const last = new Date(first.getTime() + length * 86_400_000);
          expect(known.format(first)).toBe(intl.format(first));
          expect(known.formatRange(first, last)).toBe(intl.formatRange(first, last));
        }),
      );
    }
  });

  test('the licence of each package that lies in it is beside it', () => {
    const licences = readFileSync('dist/LICENCES.txt', 'utf8');
    for (const name of ['pdfkit', 'zod', 'entities']) {
      expect(licences).toMatch(new RegExp(`^${name} \\d+\\.`, 'm'));
    }
  });
});
