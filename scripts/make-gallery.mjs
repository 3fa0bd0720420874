// Pictures of every template, in two brands and some languages: npm run gallery. Needs pdftoppm (poppler).
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const main = ['dist/main.cjs', 'render', 'examples/amberflo-invoices.json', '--quiet'];
const gallery = 'docs/gallery';
const resolution = '72';
const mostBytes = 120 * 1024;

const halcyon = 'examples/platen.config.json';
const meridian = 'examples/meridian.config.json';

/** What is shown: name of the picture, its caption, and what render is told. */
const pictures = [
  ...['standard', 'compact', 'formal'].flatMap((template) => [
    [`${template}-halcyon`, `${template}, A4, brand Halcyon`, halcyon, '--template', template],
    [
      `${template}-meridian`,
      `${template}, ${template === 'compact' ? 'Letter' : 'A4'}, brand Meridian, French`,
      meridian,
      ...['--template', template, '--paper', template === 'compact' ? 'Letter' : 'A4'],
    ],
  ]),
  [
    'arabic-and-english',
    'standard, Arabic and English',
    'test/cases/two-languages-on-one-sheet/config.json',
  ],
  ['japanese', 'standard, Japanese', 'test/cases/language-ja/config.json'],
];

const folder = mkdtempSync(join(tmpdir(), 'platen-gallery-'));
const captions = pictures.map(([name, caption, config, ...options]) => {
  const out = join(folder, name);
  execFileSync('node', [...main, '--config', config, '--out', out, ...options], {
    stdio: 'inherit',
  });
  const pdf = readdirSync(out).find((file) => file.includes('20250930'));
  execFileSync('pdftoppm', [
    '-r',
    resolution,
    '-png',
    '-singlefile',
    join(out, pdf),
    join(out, 'page'),
  ]);
  const file = join(gallery, `${name}.png`);
  rmSync(file, { force: true });
  writeFileSync(file, readFileSync(join(out, 'page.png')));
  if (statSync(file).size > mostBytes) throw new Error(`${file} has more than ${mostBytes} bytes`);
  return { name, caption };
});
rmSync(folder, { recursive: true });

const rows = [];
for (let index = 0; index < captions.length; index += 2) {
  const pair = captions.slice(index, index + 2);
  rows.push(`| ${pair.map(({ caption }) => caption).join(' | ')} |`);
  if (index === 0) rows.push('|---|---|');
  rows.push(`| ${pair.map(({ name, caption }) => `![${caption}](${name}.png)`).join(' | ')} |`);
}
const readme = readFileSync(join(gallery, 'README.md'), 'utf8');
const [start, end] = ['<!-- pictures -->', '<!-- /pictures -->'];
const before = readme.slice(0, readme.indexOf(start) + start.length);
const after = readme.slice(readme.indexOf(end));
writeFileSync(join(gallery, 'README.md'), `${before}\n\n${rows.join('\n')}\n\n${after}`);
