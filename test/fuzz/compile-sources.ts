import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import ts from 'typescript';

const FOLDERS = ['src', 'test/fuzz'];
const compilerOptions = {
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.ESNext,
  verbatimModuleSyntax: true,
};

/** A folder with every source as JavaScript: the process that is measured must not hold a compiler. */
export function compileSources(): string {
  const folder = mkdtempSync(join(tmpdir(), 'platen-fuzz-'));
  for (const root of FOLDERS) {
    for (const name of readdirSync(root, { recursive: true, encoding: 'utf8' })) {
      if (name.endsWith('.ts')) compileFile(join(root, name), folder);
    }
  }
  return folder;
}

function compileFile(file: string, folder: string): void {
  const { outputText } = ts.transpileModule(readFileSync(file, 'utf8'), { compilerOptions });
  mkdirSync(join(folder, dirname(file)), { recursive: true });
  writeFileSync(join(folder, file), outputText);
}
