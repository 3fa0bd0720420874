import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLedger } from '../../src/ledger/open-ledger.ts';

const SOURCES = 'src/ledger';

/** What an empty ledger is made by; another one is made when any of it changes. */
function digest(): string {
  const sources = readdirSync(SOURCES).map((name) => join(SOURCES, name));
  const hash = createHash('sha256');
  for (const file of [...sources.sort(), 'package-lock.json']) hash.update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}

/** Put an empty ledger into a folder: making one takes seconds, copying one does not. */
export async function copyLedger(directory: string): Promise<void> {
  const whole = join(tmpdir(), `platen-empty-ledger-${digest()}`);
  if (!existsSync(whole)) await make(whole);
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  cpSync(join(whole, 'data'), join(directory, 'data'), { recursive: true });
}

/** Several tests may make one at once; the first that is whole stays. */
async function make(whole: string): Promise<void> {
  const draft = mkdtempSync(join(tmpdir(), 'platen-empty-ledger-draft-'));
  const opened = await openLedger({ directory: draft, url: null });
  if (!opened.ok) throw new Error(JSON.stringify(opened.failures));
  await opened.value.close();
  try {
    renameSync(draft, whole);
  } catch {
    if (!existsSync(whole)) throw new Error(`no empty ledger at ${whole}`);
  }
}
