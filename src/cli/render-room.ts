import type { CustomerFacts } from '../config/customer-facts.ts';
import type { Config } from '../config/schema.ts';
import type { Overrides } from '../config/settings.ts';
import { andThen, success, type Outcome } from '../failure.ts';
import type { RawInvoice } from '../fetch/raw-invoice.ts';
import { unobserved, type Observe } from '../observe.ts';
import { createPress } from '../press.ts';
import { openSealing } from '../signature/open-sealing.ts';
import { makeDocuments, type Attempt, type Wanted } from './make-document.ts';
import { emptyTally, observeInto, type Tally } from './tally.ts';

/** What a rendering process or thread is to know: plain data. */
export interface RoomData {
  readonly config: Config;
  /** Folder that logos are relative to. */
  readonly folder: string | null;
  readonly overrides: Overrides;
  readonly facts: ReadonlyMap<string, CustomerFacts>;
  readonly wanted: Wanted;
  readonly timings: boolean;
}

/** Where invoices are made. */
export interface RenderRoom {
  /** Side by side: for a handful of short ones, or one. */
  make(raws: readonly RawInvoice[]): readonly Attempt[];
  /** Runs every stage. */
  readonly observe: Observe;
  /** What stages took and made so far; empty where nobody wants to know. */
  readonly tally: Tally;
}

/** Open a room; a key cannot cross to a thread, so each opens its own. */
export async function openRoom(data: RoomData): Promise<Outcome<RenderRoom>> {
  const { config, folder, overrides, facts, wanted } = data;
  const tally = emptyTally();
  return andThen(await openSealing(config, folder, process.env), (sealing) => {
    const observe = data.timings ? observeInto(tally, () => performance.now()) : unobserved;
    const customerFacts = (id: string) => facts.get(id) ?? null;
    const shared = { config, brandFolder: folder, overrides, customerFacts, sealing, observe };
    const press = createPress(shared);
    return success({ make: (raws) => makeDocuments(raws, press, wanted), observe, tally });
  });
}
