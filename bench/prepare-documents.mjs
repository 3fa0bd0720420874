import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeDocument } from './make-document.mjs';

/** Seeds of different sizes never meet. */
const SEEDS_OF_A_SIZE = 100_000;

/**
 * Documents of one size, each another one, as files: made when they are first asked for, before anything is measured.
 */
export function openDocuments({ rows, hostile = false, name }, { folder, press }) {
  const first = (hostile ? 1 : 0) * SEEDS_OF_A_SIZE + 1;
  const place = join(folder, name);
  mkdirSync(place);
  let made = 0;
  let words = [];
  const fill = (count) => {
    for (; made < count; made += 1) {
      const document = makeDocument(rows, { seed: first + made, hostile }, press);
      for (const [input, text] of Object.entries(document.inputs)) {
        writeFileSync(fileOf(place, made, input), text);
      }
      if (made === 0) words = document.words;
    }
  };
  return {
    /** Files of `count` documents after the first `from`. */
    files(input, from, count) {
      fill(from + count);
      return Array.from({ length: count }, (_, index) => fileOf(place, from + index, input));
    },
    /** What the first document has to say. */
    words() {
      fill(1);
      return words;
    },
  };
}

function fileOf(place, index, input) {
  return join(place, `${index}.${input}`);
}
