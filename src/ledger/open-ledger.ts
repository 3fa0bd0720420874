import { failed, failure, type Outcome } from '../failure.ts';
import type { Ledger, LedgerPlace } from './ledger.ts';

/** Open the ledger where the configuration says; each engine is loaded only when it is used. */
export async function openLedger(place: LedgerPlace): Promise<Outcome<Ledger>> {
  const { url } = place;
  if (url === null) {
    const { openEmbedded } = await import('./open-embedded.ts');
    return openEmbedded(place);
  }
  if (!/^postgres(ql)?:\/\//.test(url)) return failed([notPostgres()]);
  const { openServer } = await import('./open-server.ts');
  return openServer(url, place);
}

function notPostgres() {
  return failure('ledger', 'ledger.url', 'This is no address of a PostgreSQL server', {
    expected: 'postgres://user@host/database',
    hint: 'Leave it out to keep the ledger in a folder.',
  });
}
