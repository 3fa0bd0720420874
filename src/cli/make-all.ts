import { serialize } from 'node:v8';
import { inOrder } from '../archive/in-order.ts';
import type { Outcome } from '../failure.ts';
import type { RawInvoice } from '../fetch/raw-invoice.ts';
import type { Attempt } from './make-document.ts';
import { uriOf } from './outcome-line.ts';
import type { Entry } from './read-entries.ts';
import { openRenderPool, type Parcel } from './render-pool.ts';
import type { RenderRoom, RoomData } from './render-room.ts';
import { addTally } from './tally.ts';

/** An entry with what became of it. */
export type Done =
  | { readonly kind: 'input'; readonly origin: string; readonly input: Outcome<null> }
  | { readonly kind: 'attempt'; readonly origin: string; readonly attempt: Attempt };

/** Where invoices are made: in the room of this thread, and in as many threads as there are jobs. */
export interface Workshop {
  readonly room: RenderRoom;
  readonly data: RoomData;
  readonly jobs: number;
}

/** Less than this is made before threads are warm: some 170 invoices of one page. */
const WORTH_THREADS = 2 * 1024 * 1024;

/** A message to a thread: many small invoices, or one that is large. */
const BATCH = 16;
const BATCH_BYTES = 512 * 1024;

/** Batches begun for each thread, so that a slow one holds nobody up. */
const BEGUN = 4;

/** Make every invoice; what comes back is in the order of the entries. */
export async function* makeAll(
  entries: AsyncIterable<Entry>,
  { room, data, jobs }: Workshop,
): AsyncGenerator<Done> {
  const all = entries[Symbol.asyncIterator]();
  const { head, ended } = jobs === 1 ? { head: [], ended: false } : await readHead(all);
  const chained = chain(head, all);
  if (ended || jobs === 1) {
    for await (const entry of chained) yield makeHere(entry, room);
    return;
  }
  const pool = openRenderPool(data, { threads: jobs });
  try {
    const made = inOrder(batchesOf(chained), jobs * BEGUN, async ({ slots, parcels }) =>
      fill(slots, await pool.make(parcels)),
    );
    for await (const batch of made) yield* batch;
    for (const tally of pool.tallies()) addTally(room.tally, tally);
  } finally {
    await pool.close();
  }
}

function makeHere(entry: Entry, room: RenderRoom): Done {
  if (entry.kind === 'input') return entry;
  const [attempt] = room.make([entry.raw]);
  if (attempt === undefined) throw new Error('an invoice came back without an attempt');
  return { kind: 'attempt', origin: entry.origin, attempt };
}

interface Head {
  readonly head: readonly Entry[];
  /** There is nothing behind it. */
  readonly ended: boolean;
}

/** The first entries, until they are worth threads; one invoice alone is not weighed. */
async function readHead(entries: AsyncIterator<Entry>): Promise<Head> {
  const head: Entry[] = [];
  const light: RawInvoice[] = [];
  let invoices = 0;
  let bytes = 0;
  while (invoices < 2 || bytes < WORTH_THREADS) {
    const next = await entries.next();
    if (next.done === true) return { head, ended: true };
    head.push(next.value);
    if (next.value.kind === 'input') continue;
    light.push(next.value.raw);
    invoices += 1;
    if (invoices > 1) for (const raw of light.splice(0)) bytes += serialize(raw).length;
  }
  return { head, ended: false };
}

async function* chain(head: readonly Entry[], rest: AsyncIterator<Entry>): AsyncGenerator<Entry> {
  yield* head;
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) yield next.value;
}

/** The place of an entry in a batch; null where the next attempt of the batch belongs. */
interface Slot {
  readonly origin: string;
  readonly input: Outcome<null> | null;
}

interface Batch {
  readonly slots: readonly Slot[];
  readonly parcels: readonly Parcel[];
}

async function* batchesOf(entries: AsyncIterable<Entry>): AsyncGenerator<Batch> {
  let slots: Slot[] = [];
  let parcels: Parcel[] = [];
  let bytes = 0;
  for await (const entry of entries) {
    const { origin } = entry;
    slots.push({ origin, input: entry.kind === 'input' ? entry.input : null });
    if (entry.kind === 'input') continue;
    const parcel = parcelOf(entry.raw);
    parcels.push(parcel);
    bytes += parcel.bytes.length;
    if (parcels.length < BATCH && bytes < BATCH_BYTES) continue;
    yield { slots, parcels };
    [slots, parcels, bytes] = [[], [], 0];
  }
  if (slots.length > 0) yield { slots, parcels };
}

function parcelOf(raw: RawInvoice): Parcel {
  return { invoiceUri: uriOf(raw.body), origin: raw.origin, bytes: serialize(raw) };
}

function fill(slots: readonly Slot[], attempts: readonly Attempt[]): readonly Done[] {
  const left = attempts.values();
  return slots.map(({ origin, input }) => {
    if (input !== null) return { kind: 'input', origin, input };
    const { value } = left.next();
    if (value === undefined) throw new Error('a batch came back with an invoice missing');
    return { kind: 'attempt', origin, attempt: value };
  });
}
