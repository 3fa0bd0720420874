#!/usr/bin/env node
import { existsSync, fstatSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What the build kept of `platen --help`, at the width that it has outside of a terminal. */
const HELP = join(import.meta.dirname, 'help.txt');
const HELP_COLUMNS = 80;

/** Whether the kept text is what would be printed. `process.stdout` is slow to open: only a terminal is asked for its width. */
function isKept(): boolean {
  const [first, ...others] = process.argv.slice(2);
  if (first !== '--help' || others.length > 0 || !existsSync(HELP)) return false;
  const isTerminal = fstatSync(1).isCharacterDevice();
  return !isTerminal || (process.stdout.columns ?? HELP_COLUMNS) === HELP_COLUMNS;
}

if (isKept()) writeFileSync(1, readFileSync(HELP));
else void import('./program.ts');
