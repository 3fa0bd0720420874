// Has V8 keep what it compiles of the large chunks of dist/ while an invoice is rendered: a fresh process of the same version
// of Node takes that in place of compiling anew. Node 20 can do so for scripts, not for modules; so the text of a large chunk
// becomes a script, and the chunk a module around it.
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Smaller chunks are compiled in a millisecond. */
const LARGE = 100 * 1024;

/** Statements as esbuild writes them. */
const IMPORT = /^import ([^;"']*?) from ["'][^"']+["'];\n/gm;
const EXPORT = /^export \{([^}]*)\};\n?/m;

const renderSample = fileURLToPath(new URL('keep-compiled.mjs', import.meta.url));

/** Divide the large chunks of a folder, and keep what is compiled of them. */
export function compileAhead(folder) {
  for (const file of readdirSync(folder)) {
    const isLarge = file.startsWith('chunk-') && statSync(`${folder}/${file}`).size > LARGE;
    if (isLarge) divide(`${folder}/${file}`);
  }
  execFileSync(process.execPath, [renderSample]);
}

/** Make a script of a chunk, and of the chunk a module that gives the script what it imports and exports what it answers. */
function divide(chunk) {
  const script = chunk.replace(/\.js$/, '.script');
  const text = readFileSync(chunk, 'utf8');
  const imports = [...text.matchAll(IMPORT)];
  const imported = ['importMeta', ...imports.flatMap(([, clause]) => namesOf(clause))].join(', ');
  const exported = pairsOf(EXPORT.exec(text)?.[1] ?? '');
  const body = text.replace(IMPORT, '').replace(EXPORT, '').replaceAll('import.meta', 'importMeta');
  const strange = /^(?:import|export|await)\b.*|\b__esm\(| import\(/m.exec(body)?.[0];
  if (strange !== undefined) throw new Error(`${chunk}: no script can be made of ${strange}`);
  const answer = exported.map(([inner, outer]) => `${outer}: ${inner}`).join(', ');
  const all = `(function (${imported}) {\n"use strict";\n${body}\nreturn { ${answer} };\n})`;
  writeFileSync(script, asciiOf(all), 'latin1');
  const held = exported.map(([, outer]) => `${outer}: ${outer}$`).join(', ');
  const given = exported.map(([, outer]) => `${outer}$ as ${outer}`).join(', ');
  writeFileSync(
    chunk,
    `${imports.map(([statement]) => statement).join('')}import { openScript } from "./open-script.js";
const importMeta = import.meta;
const { ${held} } = openScript(new URL("${script.split('/').at(-1)}", import.meta.url))(${imported});
export { ${given} };
`,
  );
}

/** The names that the clause of an import brings: `a, { b as c }` brings a and c. */
function namesOf(clause) {
  return pairsOf(clause.replaceAll(/[{}]/g, ',')).map(([, outer]) => outer);
}

/** `a, b as c` as pairs of inner and outer name. */
function pairsOf(list) {
  const parts = list.split(',').map((part) => part.trim());
  return parts
    .filter((part) => part !== '')
    .map((part) => part.split(/\s+as\s+/))
    .map(([inner, outer = inner]) => [inner, outer]);
}

/** esbuild leaves letters beyond ASCII in patterns and comments; one of them would double what the text takes in memory. */
function asciiOf(text) {
  const doubtful = /^(?!\s*(?:\/\/|\*|\/\*)).*`.*[^\0-\x7f].*$/m.exec(text)?.[0];
  if (doubtful !== undefined) throw new Error(`no script can be made of ${doubtful}`);
  return text.replace(
    /[^\0-\x7f]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
