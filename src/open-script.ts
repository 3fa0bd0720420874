import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Script } from 'node:vm';

/** A script of the build, and the file for what V8 has compiled of it. */
export interface OpenedScript {
  readonly script: Script;
  readonly kept: string;
}

/** The scripts that this process has opened; the build keeps what was compiled of them. */
export const opened: OpenedScript[] = [];

/**
 * Evaluate a script that the build made of a module. What V8 compiled of it when it was built is taken in the same version of
 * Node; V8 itself refuses what does not fit, and compiles anew.
 */
export function openScript(place: URL): (...imported: readonly unknown[]) => object {
  const filename = fileURLToPath(place);
  const kept = `${filename}.${process.version}-${process.platform}-${process.arch}`;
  const compiled = existsSync(kept) ? { cachedData: readFileSync(kept) } : {};
  const script = new Script(readFileSync(filename, 'latin1'), { filename, ...compiled });
  opened.push({ script, kept });
  return script.runInThisContext() as (...imported: readonly unknown[]) => object;
}
