// Parses the package's templates, for src/syntax-trees.ts to find: a fresh process spares itself a tenth of its first invoice.
import Handlebars from 'handlebars';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { asciiOf } from './ascii-of.mjs';

/** Write the syntax tree of every template file of a folder, each in a line after the digest of the file. */
export function parseTemplates(folder, output) {
  const entries = readdirSync(folder, { recursive: true }).sort();
  const files = entries.filter((entry) => entry.endsWith('.hbs'));
  const lines = files.map((file) => {
    const bytes = readFileSync(join(folder, file));
    const digest = createHash('sha256').update(bytes).digest('hex');
    return `${digest} ${JSON.stringify(Handlebars.parse(bytes.toString()))}`;
  });
  writeFileSync(output, asciiOf(lines.join('\n')));
}
