// Puts all chunks of dist/ that a rendering loads into one script, and has V8 keep what it compiles of it while an invoice
// is rendered: a fresh process of the same version of Node reads two files in place of many, and compiles nothing anew. Node
// 20 can keep that for scripts, not for modules; so the chunks become functions of a script, and a module gives out what
// they export.
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { asciiOf } from './ascii-of.mjs';

/** Statements as esbuild writes them. */
const IMPORT = /^import (?:([^;"']*?) from )?["']([^"']+)["'];\n/gm;
const EXPORT = /^export \{([^}]*)\};\n?/m;
/** harfbuzzjs asks for this in its own function, which no script can. */
const IMPORT_OF_NODE = /\bimport\((["']module["'])\)/g;
/** HarfBuzz is made ready at once: V8's way with threads has to come back to the main one, which is busy with all other chunks. */
const WAIT = /^(\w+)\(await (\w+)\(\)\);$/gm;
const BANNER = 'const require = requireOf(import.meta.url);\n';

const renderSample = fileURLToPath(new URL('keep-compiled.mjs', import.meta.url));

/** Put the chunks of a folder together, and keep what is compiled of them. */
export function compileAhead(folder) {
  const read = (file) => readFileSync(`${folder}/${file}`, 'utf8');
  const apart = ['program.js', 'open-script.js'].flatMap((entry) => loadedBy(entry, read));
  const all = new Set([...loadedBy('harfbuzz.js', read), ...loadedBy('index.js', read)]);
  const together = [...all].filter((file) => file.startsWith('chunk-') && !apart.includes(file));
  const chunks = together.map((file) => ({ file, text: read(file) }));
  writeFileSync(`${folder}/rendering.script`, asciiOf(checkLetters(scriptOf(chunks))), 'latin1');
  writeFileSync(`${folder}/rendering.js`, moduleOf(chunks));
  for (const file of ['harfbuzz.js', ...together]) rmSync(`${folder}/${file}`);
  for (const file of readdirSync(folder)) {
    if (!file.endsWith('.js') || file === 'rendering.js') continue;
    writeFileSync(`${folder}/${file}`, pointed(read(file), together));
  }
  execFileSync(process.execPath, [renderSample]);
}

/** The files that a file loads, in the order in which they are evaluated, itself the last. */
function loadedBy(entry, read) {
  const loaded = new Set();
  const visit = (file, above) => {
    if (loaded.has(file) || above.includes(file)) return;
    for (const { from } of importsOf(read(file))) {
      if (from.startsWith('./')) visit(from.slice(2), [...above, file]);
    }
    loaded.add(file);
  };
  visit(entry, []);
  return [...loaded];
}

/** A script that is a function of what lies outside of it, and answers what each chunk exports. */
function scriptOf(chunks) {
  const parts = chunks.map(({ file, text }) => {
    const imports = importsOf(text).map(constantOf).join('\n');
    const exported = pairsOf(EXPORT.exec(text)?.[1] ?? '');
    const body = text
      .replace(IMPORT, '')
      .replace(EXPORT, '')
      .replace(BANNER, '')
      .replace(IMPORT_OF_NODE, 'require($1)')
      .replace(WAIT, 'waiting.push($2({ instantiateWasm }).then($1));')
      .replaceAll('import.meta', 'importMeta');
    const strange = /^(?:import|export|await)\b.*|\b__esm\(|\bimport\(/m.exec(body)?.[0];
    if (strange !== undefined) throw new Error(`${file}: no script can be made of ${strange}`);
    const answer = exported.map(([inner, outer]) => fieldOf([outer, inner])).join(', ');
    return `loaded[${nameOf(file)}] = (() => {\n${imports}\n${body}\nreturn { ${answer} };\n})();`;
  });
  return `(async function (importMeta, require, instantiateWasm, loaded) {
"use strict";
const waiting = [];
${parts.join('\n')}
await Promise.all(waiting);
return loaded;
})`;
}

/**
 * The module around the script: it hands in what lies outside, and gives out what the chunks export. A package in the script
 * has its files beside it, and is not looked for.
 */
function moduleOf(chunks) {
  const files = chunks.map(({ file }) => `./${file}`);
  const all = new Set(chunks.flatMap(({ text }) => importsOf(text).map(({ from }) => from)));
  const outside = [...all].filter((from) => !files.includes(from));
  const imports = outside.map((from, index) => `import * as outside${index} from "${from}";\n`);
  const handed = outside.map((from, index) => `${nameOf(from)}: outside${index}`);
  return `import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
${imports.join('')}import { openScript } from "./open-script.js";
const instantiateWasm = (imports, receive) => {
  const harfbuzz = new WebAssembly.Module(readFileSync(new URL("harfbuzz.wasm", import.meta.url)));
  receive(new WebAssembly.Instance(harfbuzz, imports));
};
const evaluate = openScript(new URL("rendering.script", import.meta.url));
const { url } = import.meta;
const resolve = (name) => new URL(name + "/", url).href;
export const loaded = await evaluate({ url, resolve }, createRequire(url), instantiateWasm, { ${handed.join(', ')} });
`;
}

/** A module that takes what it imported of chunks from where they lie together. */
function pointed(text, together) {
  const moved = importsOf(text).filter(({ from }) => together.includes(from.slice(2)));
  if (moved.length === 0) return text;
  const kept = text.replace(IMPORT, (statement, _, from) =>
    together.includes(from.slice(2)) ? '' : statement,
  );
  return `import { loaded } from "./rendering.js";\n${moved.map(constantOf).join('\n')}\n${kept}`;
}

/** What the statements of a module import, and where from. */
function importsOf(text) {
  return [...text.matchAll(IMPORT)].map(([, clause = '', from]) => ({ clause, from }));
}

/** An import as a constant: `a, { b as c }` becomes `{ default: a, b: c }`. */
function constantOf({ clause, from }) {
  const whole = /\* as (\S+)/.exec(clause)?.[1];
  if (whole !== undefined) return `const ${whole} = loaded[${nameOf(from)}];`;
  const single = /^[^{,\s]+/.exec(clause)?.[0];
  const named = pairsOf(/\{([^}]*)\}/.exec(clause)?.[1] ?? '');
  const all = single === undefined ? named : [['default', single], ...named];
  if (all.length === 0) return '';
  return `const { ${all.map(fieldOf).join(', ')} } = loaded[${nameOf(from)}];`;
}

/** `a, b as c` as pairs of the names before and after. */
function pairsOf(list) {
  const parts = list.split(',').map((part) => part.trim());
  return parts
    .filter((part) => part !== '')
    .map((part) => part.split(/\s+as\s+/))
    .map(([before, after = before]) => [before, after]);
}

function fieldOf([key, name]) {
  return key === name ? key : `${key}: ${name}`;
}

/** What a file or a package is called in the script. */
function nameOf(from) {
  return JSON.stringify(from.replace(/^\.\//, ''));
}

/** esbuild leaves letters beyond ASCII in patterns and comments, which may be written otherwise; in a raw text they may not. */
function checkLetters(text) {
  const doubtful = /^(?!\s*(?:\/\/|\*|\/\*)).*`.*[^\0-\x7f].*$/m.exec(text)?.[0];
  if (doubtful !== undefined) throw new Error(`no script can be made of ${doubtful}`);
  return text;
}
