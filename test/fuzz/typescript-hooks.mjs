// Lets Node 20 run the sources as they are: types are taken out of each file when it is loaded.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const compilerOptions = {
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.ESNext,
  verbatimModuleSyntax: true,
};

export async function load(url, context, next) {
  if (!url.endsWith('.ts')) return next(url, context);
  const text = await readFile(fileURLToPath(url), 'utf8');
  const source = ts.transpileModule(text, { compilerOptions }).outputText;
  return { format: 'module', source, shortCircuit: true };
}
