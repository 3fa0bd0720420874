import { pathToFileURL } from 'node:url';
import { fillTemplate } from '../dist/fill-template.js';
import { fontFiles } from './fonts.mjs';

const FACES = [
  [400, fontFiles.regular],
  [600, fontFiles.bold],
]
  .map(
    ([weight, file]) =>
      `@font-face { font-family: Inter; font-weight: ${weight}; src: url("${pathToFileURL(file).href}"); }`,
  )
  .join('\n');

/**
 * The filled template as a page for a browser: style sheets inside, fonts as files beside it, without the rows for sums
 * carried forward, which browsers cannot count.
 */
export function printedPage(view, world) {
  const filled = fillTemplate(view, world);
  if (!filled.ok) throw new Error(JSON.stringify(filled.failures));
  const faces = `<style>${FACES}</style>`;
  return filled.value.html
    .replace('<meta charset="utf-8">', (meta) => `${meta}\n${faces}`)
    .replaceAll(/<tr class="carried">.*?<\/tr>/gs, '')
    .replaceAll(/<link rel="stylesheet" href="([^"]+)">/g, (_, name) => sheetOf(name, world));
}

function sheetOf(name, world) {
  const bytes = world.resource(name)?.bytes;
  if (bytes === undefined) throw new Error(`The template names ${name}, which is not there.`);
  return `<style>${Buffer.from(bytes).toString('utf8')}</style>`;
}
