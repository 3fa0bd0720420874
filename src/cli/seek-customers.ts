import type { Amberflo } from '../fetch/amberflo.ts';
import {
  came,
  fetchFailure,
  missed,
  type Fetched,
  type FetchedCustomer,
} from '../fetch/fetched.ts';

/** These customers, or all of the account; an id that nobody has is a failure. */
export async function* seekCustomers(
  amberflo: Amberflo,
  ids: readonly string[] | null,
): AsyncGenerator<Fetched<FetchedCustomer>> {
  if (ids === null) return yield* amberflo.customers();
  for (const id of new Set(ids)) {
    const answer = await amberflo.customer(id);
    if (!answer.ok) yield answer;
    else if (answer.value === null) yield missed(noSuchCustomer(id));
    else yield came(answer.value, answer.warnings);
  }
}

function noSuchCustomer(id: string) {
  return fetchFailure('--customer', 'Amberflo knows no such customer', {
    fault: 'not-found',
    expected: 'the id of a customer of this account',
    found: id.slice(0, 100),
    hint: 'Compare it with the customer ids in Amberflo.',
  });
}
