import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { python } from '../find-python.mjs';

const script = fileURLToPath(new URL('print-pages.py', import.meta.url));

/** WeasyPrint in a Python that stays: a line in, a line out. */
export async function open() {
  const folder = mkdtempSync(join(tmpdir(), 'platen-bench-'));
  const [page, pdf] = [join(folder, 'page.html'), join(folder, 'page.pdf')];
  const child = spawn(python, [script], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  await lines.next();
  return {
    async render(text) {
      writeFileSync(page, text);
      child.stdin.write(`${JSON.stringify({ page, pdf })}\n`);
      await lines.next();
      return readFileSync(pdf);
    },
    async close() {
      child.stdin.end();
      await new Promise((done) => child.once('exit', done));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
