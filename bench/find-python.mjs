import { spawnSync } from 'node:child_process';

const CANDIDATES = ['python3', '/usr/bin/python3'];

/** A Python that has WeasyPrint; undefined where there is none. */
export const python = CANDIDATES.find(
  (command) => spawnSync(command, ['-c', 'import weasyprint'], { stdio: 'ignore' }).status === 0,
);
