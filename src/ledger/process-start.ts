import { readFileSync } from 'node:fs';

/**
 * When a process began, in ticks since the machine's own start; null when it is not alive. Where the system has no
 * /proc, the empty string: alive, but a later process of the same number looks the same.
 */
export function processStart(pid: number): string | null {
  if (!isAlive(pid)) return null;
  try {
    const status = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const afterName = status.slice(status.lastIndexOf(')') + 2).split(' ');
    return afterName[0] === 'Z' ? null : (afterName[19] ?? '');
  } catch {
    return '';
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
