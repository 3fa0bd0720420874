import { spawnSync } from 'node:child_process';

/** Programs that read the files; without them nothing is measured. */
const READERS = ['pdftotext', 'pdffonts', 'pdfinfo'];

/** What this machine lacks to check files. */
export function missingReaders() {
  return READERS.filter((name) => spawnSync(name, ['-v']).error !== undefined).map(
    (name) => `${name} (poppler-utils)`,
  );
}

/** What is in the file, and every reason why its renderer gets no figures. */
export function checkPdf(file, words) {
  const facts = run('pdfinfo', [file]);
  const pages = Number(/^Pages:\s+(\d+)/m.exec(facts)?.[1] ?? 0);
  const tagged = /^Tagged:\s+yes/m.test(facts);
  const faults = [
    ...fontFaults(file),
    ...figureFaults(file, words),
    ...wordFaults(file, words, pages),
  ];
  return { pages, tagged, faults };
}

function fontFaults(file) {
  const lines = run('pdffonts', [file]).trim().split('\n').slice(2);
  const loose = lines.filter(
    (line) => !/^(?:\w+\+)?Inter\S*\s.*\syes\s+(?:yes|no)\s+(?:yes|no)\s+\d+\s+\d+$/.test(line),
  );
  return [
    ...(lines.length === 0 ? ['no fonts at all'] : []),
    ...loose.map((line) => `a font that is not Inter, or not embedded: ${line.split(/\s/)[0]}`),
  ];
}

/** Figures are counted, in lines as they are seen: the kerning of some renderers moves points to other runs of text. */
function figureFaults(file, words) {
  const found = counts(run('pdftotext', ['-layout', file, '-']).split(/\s+/));
  const figures = words
    .flatMap((word) => word.split(/\s+/))
    .filter((word) => /\d[.,]\d/.test(word));
  const short = [...counts(figures)].filter(([figure, count]) => (found.get(figure) ?? 0) < count);
  return few(
    short,
    ([figure, count]) => `${figure} is there ${found.get(figure) ?? 0} times, not ${count}`,
  );
}

/** Words may be cut by lines, so spaces and hyphens do not count. */
function wordFaults(file, words, pages) {
  const text = solidOf(run('pdftotext', ['-raw', file, '-']));
  const feet = Array.from({ length: pages }, (_, page) => `Page ${page + 1} of ${pages}`);
  const names = words.filter((word) => /\p{L}{2}/u.test(word));
  const lost = [...new Set([...names, ...feet])].filter((word) => !text.includes(solidOf(word)));
  return few(lost, (word) => `“${word}” is not in it`);
}

function few(faults, describe) {
  return faults.slice(0, 3).map(describe);
}

function counts(words) {
  const found = new Map();
  for (const word of words) found.set(word, (found.get(word) ?? 0) + 1);
  return found;
}

function solidOf(text) {
  return text.normalize('NFKC').replaceAll(/[\s\p{Pd}\u00ad]/gu, '');
}

function run(command, args) {
  const { status, stdout, stderr } = spawnSync(command, args, {
    encoding: 'utf8',
    maxBuffer: 1024 ** 3,
  });
  if (status !== 0) throw new Error(`${command}: ${stderr}`);
  return stdout;
}
