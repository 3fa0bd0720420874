import { once } from 'node:events';
import { DEMO_ACCOUNT } from '../fake-amberflo/account.ts';
import { MANY_FAULTS, NO_FAULTS } from '../fake-amberflo/faults.ts';
import { serveAmberflo } from '../fake-amberflo/serve-amberflo.ts';
import { EXIT } from './exit-code.ts';
import { say } from './report.ts';

/** Options of `platen demo --serve`. */
export interface ServeOptions {
  readonly port: string;
  readonly customers: string;
  readonly faults?: boolean;
}

/** `platen demo --serve`: a make-believe Amberflo on this machine, until it is interrupted. */
export async function demoServe(options: ServeOptions): Promise<number> {
  const [port, customers] = [Number(options.port), Number(options.customers)];
  if (!isWithin(port, 65_535) || !isWithin(customers, 10_000_000) || customers === 0) {
    say('error: --port takes a number up to 65535, --customers one from 1 to 10000000');
    return EXIT.usage;
  }
  const faults = options.faults === true ? MANY_FAULTS : NO_FAULTS;
  try {
    const fake = await serveAmberflo({ account: { ...DEMO_ACCOUNT, customers }, faults, port });
    announce(fake.url, fake.apiKey);
    await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
    await fake.close();
    return EXIT.ok;
  } catch (error) {
    say(
      `error: the port cannot be used: ${error instanceof Error ? error.message : String(error)}`,
    );
    return EXIT.unreachable;
  }
}

function isWithin(value: number, most: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= most;
}

function announce(url: string, apiKey: string): void {
  say(`A make-believe Amberflo account is served at ${url}; Ctrl-C ends it.`);
  say('Use it from another terminal with this configuration and key:');
  say(`  {"fetch": {"baseUrl": "${url}"}}`);
  say(`  AMBERFLO_API_KEY=${apiKey}`);
}
