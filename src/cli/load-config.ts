import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { defaultConfig, readConfig } from '../config/read-config.ts';
import type { Config } from '../config/schema.ts';
import { failed, failure, success, type Outcome } from '../failure.ts';

const USUAL_NAME = 'platen.config.json';

/** A configuration and the folder that its logos are relative to. */
export interface LoadedConfig {
  readonly config: Config;
  readonly folder: string | null;
}

/** The configuration named by `--config`, or the usual file where there is one, or every default. */
export function loadConfig(named: string | undefined): Outcome<LoadedConfig> {
  const file = named ?? (existsSync(USUAL_NAME) ? USUAL_NAME : null);
  if (file === null) return success({ config: defaultConfig(), folder: null });
  const text = readText(file);
  if (text === null) {
    const hint = 'Check the name, or leave --config out to use the defaults.';
    return failed([
      failure('config', file, 'The configuration cannot be read', { expected: 'a file', hint }),
    ]);
  }
  const read = readConfig(text, file);
  return read.ok
    ? success({ config: read.value, folder: dirname(resolve(file)) }, read.warnings)
    : read;
}

function readText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
