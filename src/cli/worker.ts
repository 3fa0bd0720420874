import { once } from 'node:events';
import { failure } from '../failure.ts';
import { createBrake } from '../run/parts.ts';
import { startWorkers } from '../run/work.ts';
import { EXIT } from './exit-code.ts';
import { loadConfig } from './load-config.ts';
import { isUnreachable, openRun } from './open-run.ts';
import { reportAll, say } from './report.ts';
import { stopOnSignals } from './stop-on-signals.ts';

/** Options of `platen worker`. */
export interface WorkerOptions {
  readonly config?: string;
}

/** `platen worker`: take jobs of any run until a signal comes; any number of machines may do so against one server. */
export async function worker(options: WorkerOptions): Promise<number> {
  const loaded = loadConfig(options.config);
  if (!loaded.ok) {
    reportAll('error', loaded.failures);
    return EXIT.usage;
  }
  const opened = await openRun(loaded.value, process.env, (error) =>
    say(`ledger: ${error.message}`),
  );
  if (!opened.ok) {
    reportAll('error', opened.failures);
    return isUnreachable(opened.failures) ? EXIT.unreachable : EXIT.usage;
  }
  const { parts, close } = opened.value;
  const brake = createBrake();
  const release = stopOnSignals(brake);
  try {
    if (parts.ledger.engine === 'embedded') {
      reportAll('error', [noServer()]);
      return EXIT.usage;
    }
    const stop = await startWorkers(parts, brake);
    say('Waiting for jobs; Ctrl-C ends.');
    if (!brake.signal.aborted) await once(brake.signal, 'abort');
    await stop();
    const trouble = brake.trouble()?.failures ?? [];
    reportAll('error', trouble);
    return trouble.length > 0 ? EXIT.unreachable : EXIT.ok;
  } finally {
    release();
    await close();
  }
}

function noServer() {
  return failure('ledger', 'ledger.url', 'The embedded ledger is for one process', {
    expected: 'the address of a PostgreSQL server',
    hint: 'Set ledger.url or PLATEN_LEDGER_URL; without workers, platen run does all by itself.',
  });
}
