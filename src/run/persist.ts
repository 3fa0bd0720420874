import { setTimeout as wait } from 'node:timers/promises';
import type { Failure } from '../failure.ts';
import type { Brake } from './parts.ts';

const FIRST_WAIT = 250;
const LONGEST_WAIT = 5000;

/** What a service answered: `again` where it is out of reach, `stop` where asking again changes nothing. */
export type Reply<T> =
  | { readonly kind: 'answer'; readonly value: T }
  | { readonly kind: 'again' | 'stop'; readonly failure: Failure };

/**
 * Ask a service until it answers. When it stays out of reach for longer than our patience the whole run stops, since
 * every other invoice needs it too; nothing is lost. Null: the run stops. Waits are counted, so no clock can jump.
 */
export async function persist<T>(
  ask: () => Promise<Reply<T>>,
  brake: Brake,
  patience: number,
): Promise<T | null> {
  let waited = 0;
  for (let pause = FIRST_WAIT; ; pause = Math.min(pause * 2, LONGEST_WAIT)) {
    if (brake.signal.aborted && waited > 0) return null;
    const reply = await ask();
    if (reply.kind === 'answer') return reply.value;
    if (reply.kind === 'stop' || waited >= patience * 1000) {
      brake.stop({ failures: [reply.failure] });
      return null;
    }
    await wait(pause, undefined, { signal: brake.signal }).catch(() => undefined);
    waited += pause;
  }
}
