import { afterAll, beforeAll, expect, test } from 'vitest';
import { DEMO_ACCOUNT } from '../../src/fake-amberflo/account.ts';
import { MANY_FAULTS } from '../../src/fake-amberflo/faults.ts';
import { serveAmberflo, type FakeAmberflo } from '../../src/fake-amberflo/serve-amberflo.ts';
import { archived, openOffice, start, statusOf } from './billing.ts';
import { killAlong, killPoints } from './crash.ts';
import { postgresPrograms, startPostgres } from './postgres.ts';
import { random } from './random.ts';

const CUSTOMERS = 40;
const LONG = 3_600_000;
const RUN = ['run', '--period', '2026-10', '--quiet', '--steps', 'fetch,render,archive'];
const account = { ...DEMO_ACCOUNT, customers: CUSTOMERS, hours: 'none', projects: 0 } as const;
const config = {
  run: { processes: 1 },
  number: { pattern: 'INV-{year}-{sequence:4}' },
};

let fake: FakeAmberflo;
beforeAll(async () => {
  fake = await serveAmberflo({ account, faults: MANY_FAULTS });
});
afterAll(() => fake.close());

const programs = postgresPrograms();

test.skipIf(programs === null)(
  'three workers share a sequence, killed 6 times: no gap, no number twice (skipped without PostgreSQL)',
  async () => {
    const database = await startPostgres(programs ?? '');
    const environment = { PLATEN_LEDGER_URL: database.url };
    const office = openOffice({ amberflo: fake.url, config, environment });
    const begin = (index: number) => start(office, index === 0 ? RUN : ['worker']);
    const processes = [begin(0), begin(1), begin(2)];
    const points = killPoints(9, 6, CUSTOMERS * 0.8);
    const next = random(3);
    const kills = await killAlong({
      ...{ office, accepted: [], points, next, processes },
      revive: begin,
    });
    expect(kills).toBe(6);
    const ended = await processes[0]?.ended;
    expect(ended?.code, ended?.err).toBe(0);
    for (const one of processes.slice(1)) one.child.kill('SIGTERM');
    await Promise.all(processes.slice(1).map((one) => one.ended));
    const status = (await statusOf(office)).filter(({ state }) => state === 'archived');
    await database.close();
    expect(status.length).toBeGreaterThan(CUSTOMERS * 0.8);
    const numbers = status.map(({ document }) => document?.number ?? '').sort();
    const expected = status.map((_, index) => `INV-2026-${`${index + 1}`.padStart(4, '0')}`);
    expect(numbers).toEqual(expected);
    expect([...archived(office).values()].sort()).toEqual(status.map((one) => one.sha256).sort());
  },
  LONG,
);
