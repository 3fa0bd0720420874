// Builds dist/: a few large files in place of many hundred small ones, which a fresh process would read one by one.
// Types are written by tsc.
import { build } from 'esbuild';
import { execFileSync } from 'node:child_process';
import { cpSync, rmSync, writeFileSync } from 'node:fs';
import { compileAhead } from './compile-ahead.mjs';
import { learnLocales } from './learn-locales.mjs';
import { licencesOf } from './licences.mjs';
import { parseTemplates } from './parse-templates.mjs';

/** Every built file lies in dist itself, so that what the code finds beside its own file is there from every chunk. */
const ENTRIES = [
  'index',
  'program',
  'cli/render-thread',
  'run/render-worker',
  'open-script',
  // What the benchmark, the scripts and the tests import.
  'pipeline',
  'cli/render-pool',
  'config/describe-config',
  'fake-amberflo/account',
  'fake-amberflo/serve-amberflo',
  'markup/html-elements',
  'money/number-formats',
  'style/describe-css',
  'style/ua-sheet',
  'template/fill-template',
  'view/day-format',
];

/** Packages that rendering an invoice needs; all others stay where npm puts them. */
const INSIDE = [
  'bidi-js',
  'big.js',
  'commander',
  'css-tree',
  'csv-stringify',
  'dayjs',
  'fastest-levenshtein',
  'fflate',
  'handlebars',
  'harfbuzzjs',
  'htmlparser2',
  'linebreak',
  'localized-address-format',
  'pdfkit',
  'swissqrbill',
  'taffy-layout',
  'uqr',
  'zod',
];

/** What these packages bring for work that Platen never gives them: fonts and pictures through pdfkit, maps of style sheets. */
const NEVER_CALLED = [
  'fontkit',
  'png-js',
  '@noble/ciphers/aes',
  'source-map-js/lib/source-map-generator.js',
];

/** What packages unpack their tables with when they are loaded: Node's own does it in a tenth of the time. */
const OF_NODE = {
  'base64-js': `export const toByteArray = (text) => Buffer.from(text, 'base64');
    export default { toByteArray };`,
  'tiny-inflate': `const { inflateRawSync } = require('node:zlib');
    module.exports = (source, target) => (target.set(inflateRawSync(source)), target);`,
};

/** The parts of a package that are used, without what it would compile templates with. */
const PARTS = {
  handlebars: `const { parse } = require('handlebars/dist/cjs/handlebars/compiler/base.js');
    const { escapeExpression } = require('handlebars/dist/cjs/handlebars/utils.js');
    const SafeString = require('handlebars/dist/cjs/handlebars/safe-string.js');
    module.exports = { parse, escapeExpression, SafeString };`,
};

/** A table that a package works out from a packed text when it is loaded, as numbers. */
const TABLE = /\/entities\/dist\/generated\/decode-data-html\.js$/;
const numbersOf = ({ buffer }) => `export const htmlDecodeTree = new Uint16Array(
  new Uint8Array(Buffer.from('${Buffer.from(buffer).toString('base64')}', 'base64')).buffer,
);`;

/** Which packages go into the bundle: those named above, with what they are made of. */
const inside = {
  name: 'inside',
  setup(it) {
    it.onResolve({ filter: /^[^./]/ }, ({ path }) =>
      NEVER_CALLED.includes(path) ? { path, namespace: 'never-called' } : null,
    );
    it.onResolve({ filter: /^[^./]/ }, ({ path }) =>
      path in OF_NODE ? { path, namespace: 'of-node' } : null,
    );
    it.onResolve({ filter: /^[^./]/ }, ({ path }) =>
      path in PARTS ? { path, namespace: 'parts' } : null,
    );
    it.onResolve({ filter: /^[^./]/ }, ({ path, importer, kind }) => {
      if (kind === 'entry-point' || importer.includes('/node_modules/')) return null;
      const [name] = /^(?:@[^/]+\/)?[^/]+/.exec(path);
      return INSIDE.includes(name) ? null : { path, external: true };
    });
    it.onLoad({ filter: TABLE }, async ({ path }) => ({
      contents: numbersOf((await import(path)).htmlDecodeTree),
    }));
    it.onLoad({ filter: /.*/, namespace: 'of-node' }, ({ path }) => ({ contents: OF_NODE[path] }));
    it.onLoad({ filter: /.*/, namespace: 'parts' }, ({ path }) => ({
      contents: PARTS[path],
      resolveDir: process.cwd(),
    }));
    it.onLoad({ filter: /.*/, namespace: 'never-called' }, ({ path }) => ({
      contents: `module.exports = new Proxy({}, { get(_, name) { throw new Error('${path} is not part of this build'); } });`,
    }));
  },
};

rmSync('dist', { recursive: true, force: true });
const { metafile } = await build({
  entryPoints: Object.fromEntries([
    ...ENTRIES.map((entry) => [entry.split('/').at(-1), `src/${entry}.ts`]),
    // A chunk of its own, which compileAhead puts before all others.
    ['harfbuzz', 'harfbuzzjs'],
  ]),
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  chunkNames: '[name]-[hash]',
  legalComments: 'none',
  metafile: true,
  plugins: [inside],
  // Packages in CommonJS ask for modules of Node by `require`.
  banner: {
    js: "import { createRequire as requireOf } from 'node:module';\nconst require = requireOf(import.meta.url);",
  },
});
// A command in CommonJS starts sooner: Node leaves its loader of modules out until it is asked for one.
await build({
  entryPoints: ['src/main.ts'],
  outfile: 'dist/main.cjs',
  define: { 'import.meta.dirname': '__dirname' },
  bundle: true,
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  plugins: [
    {
      name: 'program',
      setup(it) {
        it.onResolve({ filter: /^\.\/program\.ts$/ }, () => ({
          path: './program.js',
          external: true,
        }));
      },
    },
  ],
});
// pdfkit finds its colour profile beside its own file, harfbuzzjs and taffy-layout find their machine code there.
cpSync('node_modules/taffy-layout/pkg/taffy_wasm_bg.wasm', 'dist/pkg/taffy_wasm_bg.wasm');
cpSync('node_modules/harfbuzzjs/dist/harfbuzz.wasm', 'dist/harfbuzz.wasm');
cpSync('node_modules/pdfkit/js/data/sRGB_IEC61966_2_1.icc', 'dist/data/sRGB_IEC61966_2_1.icc');
writeFileSync('dist/LICENCES.txt', licencesOf(Object.keys(metafile.inputs)));
const { UA_SHEET } = await import('../dist/ua-sheet.js');
parseTemplates('templates', [UA_SHEET], 'dist/templates.parsed');
// Asked for before the file is there: by the command itself.
writeFileSync('dist/help.txt', execFileSync(process.execPath, ['dist/main.cjs', '--help']));
await learnLocales('dist');
compileAhead('dist');
