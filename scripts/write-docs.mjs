// Writes the generated tables of docs/ between their markers, from the built package. Run it after a change of the registries.
import { readFileSync, writeFileSync } from 'node:fs';
import { describeConfig } from '../dist/describe-config.js';
import * as elements from '../dist/html-elements.js';
import { describeCss } from '../dist/describe-css.js';

const css = describeCss({
  known: elements.KNOWN_ELEMENTS,
  refused: elements.REFUSED_ELEMENTS,
  obsoleteAttributes: elements.OBSOLETE_ATTRIBUTES,
});
const tables = [
  ['docs/configuration.md', 'keys', describeConfig()],
  ['docs/css.md', 'css', css],
];

for (const [file, name, table] of tables) {
  const pattern = new RegExp(`(<!-- ${name} -->\n)[^]*(\n<!-- /${name} -->)`);
  writeFileSync(
    file,
    readFileSync(file, 'utf8').replace(pattern, (_, start, end) => start + '\n' + table + end),
  );
}
