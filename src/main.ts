#!/usr/bin/env node
import { existsSync, readFileSync } from 'node:fs';

/** What the build kept of `platen --help`, at the width that it has outside of a terminal. */
const HELP = new URL('help.txt', import.meta.url);
const HELP_COLUMNS = 80;

const asksForHelp = process.argv.length === 3 && process.argv[2] === '--help';
const fits = (process.stdout.columns ?? HELP_COLUMNS) === HELP_COLUMNS;

if (asksForHelp && fits && existsSync(HELP)) process.stdout.write(readFileSync(HELP));
else await import('./program.ts');
