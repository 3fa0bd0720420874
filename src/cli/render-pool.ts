import { Worker } from 'node:worker_threads';
import { failed, failure } from '../failure.ts';
import type { Attempt } from './make-document.ts';
import type { RoomData } from './render-room.ts';
import type { Tally } from './tally.ts';

/** An invoice as it crosses to a thread. */
export interface Parcel {
  readonly invoiceUri: string | null;
  /** For messages. */
  readonly origin: string;
  /** The raw invoice in V8's own form: what it says has the very values of JSON.parse. */
  readonly bytes: Uint8Array;
}

/** What a thread says of a batch; the tally is of everything that it has done so far. */
export interface Answer {
  readonly attempts: readonly Attempt[];
  readonly tally: Tally;
}

/** Threads that make documents. */
export interface RenderPool {
  /** Never rejects: a thread that ends over an invoice makes that invoice fail. */
  make(batch: readonly Parcel[]): Promise<readonly Attempt[]>;
  tallies(): readonly Tally[];
  close(): Promise<void>;
}

/** How many threads, and what they run. */
export interface PoolOptions {
  readonly threads: number;
  /** File that each runs. Default: the built one beside this file. */
  readonly thread?: URL;
}

const BUILT = new URL('./render-thread.js', import.meta.url);

/** A batch that nobody has in hand yet. */
interface Waiting {
  readonly batch: readonly Parcel[];
  readonly done: (answer: Answer | Error) => void;
}

/** A thread and what it has in hand; answers come in the order of questions. */
interface Hand {
  readonly worker: Worker;
  readonly asked: Waiting[];
}

/** A thread has its next batch at hand when it has done one. */
const MOST_ASKED = 2;

/** Threads begin when there is work for them; one that ends is replaced. */
export function openRenderPool(data: RoomData, { threads, thread }: PoolOptions): RenderPool {
  const hands = new Set<Hand>();
  const tallies = new Map<Hand, Tally>();
  const waiting: Waiting[] = [];
  const begin = (): Hand => {
    const worker = new Worker(thread ?? BUILT, { workerData: data });
    const hand = takeHand(worker, (tally) => tallies.set(hand, tally));
    hands.add(hand);
    worker.once('exit', () => {
      hands.delete(hand);
      waiting.unshift(...hand.asked.splice(0));
    });
    return hand;
  };
  const goOn = (): void => {
    while (waiting.length > 0) {
      const freest = [...hands].sort((a, b) => a.asked.length - b.asked.length)[0];
      const full = freest === undefined || freest.asked.length > 0;
      const hand = full && hands.size < threads ? begin() : freest;
      if (hand === undefined || hand.asked.length >= MOST_ASKED) return;
      const next = waiting.shift();
      if (next !== undefined) ask(hand, next);
    }
  };
  const answerTo = async (batch: readonly Parcel[]): Promise<Answer | Error> => {
    const answer = await new Promise<Answer | Error>((done) => {
      waiting.push({ batch, done });
      goOn();
    });
    goOn();
    return answer;
  };
  return {
    make: (batch) => makeBatch(batch, answerTo),
    tallies: () => [...tallies.values()],
    close: async () => {
      await Promise.all([...hands].map(({ worker }) => worker.terminate()));
    },
  };
}

function takeHand(worker: Worker, keep: (tally: Tally) => void): Hand {
  const asked: Waiting[] = [];
  let words = 'the thread ended';
  worker.on('message', (answer: Answer) => {
    keep(answer.tally);
    asked.shift()?.done(answer);
  });
  worker.once('error', ({ message }) => (words = message));
  worker.once('exit', () => asked.shift()?.done(new Error(words)));
  return { worker, asked };
}

function ask({ worker, asked }: Hand, next: Waiting): void {
  asked.push(next);
  worker.postMessage(next.batch.map(({ bytes }) => bytes));
}

/** Where a thread ends over a batch, its invoices are tried one by one, so that only one is to blame. */
async function makeBatch(
  batch: readonly Parcel[],
  answerTo: (batch: readonly Parcel[]) => Promise<Answer | Error>,
): Promise<readonly Attempt[]> {
  const answer = await answerTo(batch);
  if (!(answer instanceof Error)) return answer.attempts;
  const [first, ...others] = batch;
  if (first === undefined) return [];
  if (others.length === 0) return [broken(first, answer)];
  const alone = await Promise.all(batch.map((parcel) => makeBatch([parcel], answerTo)));
  return alone.flat();
}

function broken({ invoiceUri, origin }: Parcel, { message }: Error): Attempt {
  const told = failure('run', origin, 'Rendering this invoice ended the thread that did it', {
    expected: 'a document, or failures by name',
    found: message,
    hint: 'Render it alone, and with --jobs 1.',
  });
  return { invoiceUri, outcome: failed([told]) };
}
