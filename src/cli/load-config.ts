import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { defaultConfig, readConfig } from '../config/read-config.ts';
import type { Config } from '../config/schema.ts';
import { andThen, failed, failure, success, type Outcome } from '../failure.ts';
import { checkTemplates, templatesOf } from './check-templates.ts';

const USUAL_NAME = 'platen.config.json';

const HINT = 'Check the name; without any configuration, every default holds.';

/** A configuration and the folder that its logos are relative to. */
export interface LoadedConfig {
  readonly config: Config;
  readonly folder: string | null;
}

/** The configuration named by `--config`, or the usual file where there is one, or every default. */
export function loadConfig(named: string | undefined): Outcome<LoadedConfig> {
  const file = named ?? (existsSync(USUAL_NAME) ? USUAL_NAME : null);
  if (file === null) return success({ config: defaultConfig(), folder: null });
  return andThen(readText(file), (text) =>
    andThen(readConfig(text, file), (config) => {
      const missing = checkTemplates(templatesOf(config, file));
      return missing.length > 0
        ? failed(missing)
        : success({ config, folder: dirname(resolve(file)) });
    }),
  );
}

function readText(file: string): Outcome<string> {
  try {
    return success(readFileSync(file, 'utf8'));
  } catch (error) {
    const found = error instanceof Error ? error.message : String(error);
    const details = { expected: 'a readable file', found, hint: HINT };
    return failed([failure('config', file, 'The configuration cannot be read', details)]);
  }
}
