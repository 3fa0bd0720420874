// Parses the package's templates and style sheets, for src/syntax-trees.ts to find: a fresh process spares itself a tenth of its
// first invoice.
import convertor from 'css-tree/convertor';
import parseCss from 'css-tree/parser';
import Handlebars from 'handlebars';
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { asciiOf } from './ascii-of.mjs';

/** Write the syntax trees of every template file of a folder, of its style sheets and of others, each in a line after a digest. */
export function parseTemplates(folder, sheets, output) {
  const entries = readdirSync(folder, { recursive: true }).sort();
  const texts = (ending) =>
    entries
      .filter((entry) => entry.endsWith(ending))
      .map((entry) => readFileSync(join(folder, entry), 'utf8'));
  const lines = [
    ...texts('.hbs').map((text) => lineOf(text, Handlebars.parse(text))),
    ...[...sheets, ...texts('.css')].map((css) => lineOf(css, treeOf(css), keepPlaces)),
  ];
  writeFileSync(output, asciiOf(lines.join('\n')));
}

function lineOf(text, tree, replacer = null) {
  const digest = createHash('sha256').update(text).digest('hex');
  return `${digest} ${JSON.stringify(tree, replacer)}`;
}

function treeOf(css) {
  const onParseError = (error) => {
    throw error;
  };
  return convertor.toPlainObject(
    parseCss(css, { context: 'stylesheet', positions: true, onParseError }),
  );
}

/** Nodes whose places messages name. */
const PLACED = ['Atrule', 'Rule', 'Selector', 'Declaration', 'Raw'];

function keepPlaces(key, value) {
  if (key !== 'loc') return value;
  if (!PLACED.includes(this.type)) return undefined;
  const { line, column } = value.start;
  return { start: { line, column } };
}
