import type { Brake } from '../run/parts.ts';
import { say } from './report.ts';

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** The first signal lets what is in hand be finished; the second ends the process at once, which loses nothing either. */
export function stopOnSignals(brake: Brake): () => void {
  let asked = false;
  const stop = () => {
    if (asked) process.exit(130);
    asked = true;
    say('Finishing what is in hand …');
    brake.stop(null);
  };
  for (const signal of SIGNALS) process.on(signal, stop);
  return () => {
    for (const signal of SIGNALS) process.off(signal, stop);
  };
}
