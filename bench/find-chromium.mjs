import { existsSync } from 'node:fs';

const CANDIDATES = [
  ...(process.env.CHROMIUM === undefined ? [] : [process.env.CHROMIUM]),
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];

/** Chromium on this machine; undefined where there is none. */
export const executablePath = CANDIDATES.find((path) => existsSync(path));
