import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync } from 'node:fs';

/** A small disk, or a read-only one, where this user may have one. */
export interface Disk {
  /** Null where the system does not let us: the reason. */
  readonly refused: string | null;
  end(): void;
}

const ROOT = process.getuid?.() === 0;

/** Put a disk of so many MiB on a folder. */
export function smallDisk(folder: string, mebibytes: number): Disk {
  mkdirSync(folder, { recursive: true });
  return mount(folder, `size=${mebibytes}m`);
}

/** Make a folder read-only: for root, whom permissions do not stop, by a read-only disk. */
export function readOnly(folder: string): Disk {
  mkdirSync(folder, { recursive: true });
  if (ROOT) return mount(folder, 'ro,size=1m');
  chmodSync(folder, 0o555);
  return { refused: null, end: () => chmodSync(folder, 0o755) };
}

function mount(folder: string, options: string): Disk {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder], { stdio: 'pipe' });
    return { refused: null, end: () => void execFileSync('umount', ['-l', folder]) };
  } catch {
    return { refused: 'this system lets us mount no disk', end: () => undefined };
  }
}
