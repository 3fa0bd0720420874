import { configJsonSchema } from '../config/describe-config.ts';
import { EXIT } from './exit-code.ts';
import { loadConfig } from './load-config.ts';
import { reportAll, say } from './report.ts';

/** `platen config check`: everything wrong with a configuration file. */
export function checkConfig(file: string): number {
  const loaded = loadConfig(file);
  if (!loaded.ok) {
    reportAll('error', loaded.failures);
    return EXIT.usage;
  }
  const { customers, brands } = loaded.value.config;
  say(
    `${file} is well: ${Object.keys(customers).length} customers, ${Object.keys(brands).length} brands`,
  );
  return EXIT.ok;
}

/** `platen config schema`: the JSON Schema on standard output. */
export function printSchema(): number {
  process.stdout.write(`${JSON.stringify(configJsonSchema(), null, 2)}\n`);
  return EXIT.ok;
}
