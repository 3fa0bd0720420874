// Writes the generated tables of docs/ between their markers, from the built package. Run it after a change of the registries.
import { readFileSync, writeFileSync } from 'node:fs';
import { describeConfig } from '../dist/config/describe-config.js';

const tables = [['docs/configuration.md', 'keys', describeConfig()]];

for (const [file, name, table] of tables) {
  const pattern = new RegExp(`(<!-- ${name} -->\n)[^]*(\n<!-- /${name} -->)`);
  writeFileSync(
    file,
    readFileSync(file, 'utf8').replace(pattern, (_, start, end) => start + '\n' + table + end),
  );
}
